"""The card: the picture that is shown beside a link to the site, and what it says.  Pure.

`make card` draws it with a browser and keeps it among the seeds, so that a build needs none.
It carries a digest of all that it shows: after a change of that, it is out of date.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass

from dossier.pages.presenter import Presenter
from dossier.seeds.card import HEIGHT, WIDTH


@dataclass(frozen=True)
class CardView:
    """What the card shows, and the same in words for those who do not see it (``alt``).

    ``rows`` are sources, each with its state for every question.
    """

    title: str
    description: str
    facts: tuple[str, ...]
    open: str | None
    rows: tuple[tuple[str, ...], ...]
    alt: str

    @property
    def digest(self) -> str:
        """The same for the same card."""
        return hashlib.sha256(json.dumps(asdict(self)).encode()).hexdigest()


@dataclass(frozen=True)
class Card:
    """The published picture."""

    address: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


def card_view(presenter: Presenter) -> CardView:
    """What a card drawn now would show."""
    dossier, words = presenter.dossier, presenter.words
    unsettled = len(presenter.open_questions())
    title = dossier.record.title
    facts = (
        words.count("sources", len(dossier.sources)),
        words.count("visits", len(dossier.visits)),
        words.count("claims", len(dossier.claims)),
    )
    contradictions = words.count("contradictions", unsettled)
    return CardView(
        title=title,
        description=dossier.record.description,
        facts=facts,
        open=contradictions if unsettled else None,
        rows=tuple(zip(*([c.state for c in q.cells] for q in presenter.comparisons), strict=True)),
        alt=words.list((title, *facts, contradictions)),
    )
