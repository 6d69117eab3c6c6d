"""How much of each source's words is used, as a picture and as a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.compare.usage import WORD_USES
from dossier.model import Source
from dossier.pages import links
from dossier.pages.pictures.shares import Bar, Part, SharesPicture, tall_shares, wide_shares
from dossier.pages.presenter import Presenter, percent
from dossier.pages.views import Legend


@dataclass(frozen=True)
class SharesView:
    """The same bars as a table and in the two layouts of the picture."""

    bars: tuple[Bar, ...]
    legend: tuple[Legend, ...]
    description: str
    wide: SharesPicture
    tall: SharesPicture


def shares(presenter: Presenter, sources: Iterable[Source]) -> SharesView:
    """The words of sources by their use; only the uses that occur."""
    words, usages = presenter.words, presenter.usages
    sources = list(sources)
    uses = [use for use in WORD_USES if any(usages[s.id].by_use[use] for s in sources)]
    bars = tuple(
        Bar(
            title=presenter.source_label(source).text,
            href=links.source(source),
            note=words(
                "pictures.shares.note",
                words=words.count("words", usages[source.id].words),
                percent=percent(usages[source.id].quoted, usages[source.id].words),
            ),
            parts=tuple(Part(use, usages[source.id].by_use[use]) for use in uses),
        )
        for source in sources
    )
    legend = tuple(Legend(use, words(f"pictures.shares.use.{use}")) for use in uses)
    return SharesView(
        bars=bars,
        legend=legend,
        description=words(
            "pictures.shares.description", uses=words.list(item.text for item in legend)
        ),
        wide=wide_shares(bars),
        tall=tall_shares(bars),
    )
