"""The time line as a list: visits and publications in order, with the delay between."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model import Source, Visit
from dossier.pages import links
from dossier.pages.dates import DateView
from dossier.pages.presenter import Presenter
from dossier.pages.views import Page


@dataclass(frozen=True)
class EntryView:
    """A visit or a publication."""

    kind: str
    label: str | None
    title: str
    href: str
    date: DateView
    delays: tuple[str, ...]


@dataclass(frozen=True)
class TimelineView:
    """What the time line shows."""

    entries: tuple[EntryView, ...]


def timeline_page(presenter: Presenter) -> Page:
    """The time line."""
    words, dossier = presenter.words, presenter.dossier
    dated = [
        *((v.when.first, 0, _visit(presenter, v)) for v in dossier.visits.values()),
        *((s.published.first, 1, _source(presenter, s)) for s in dossier.sources.values()),
    ]
    ordered = sorted(dated, key=lambda item: (item[0] is not None, str(item[0]), item[1]))
    view = TimelineView(tuple(entry for _, _, entry in ordered))
    description = words("description.timeline", title=dossier.record.title)
    return Page(links.TIMELINE, "timeline", words("site.timeline"), description, (), view)


def _visit(presenter: Presenter, visit: Visit) -> EntryView:
    date = presenter.date(visit.when)
    return EntryView("visit", None, visit.record.title, links.visit(visit), date, ())


def _source(presenter: Presenter, source: Source) -> EntryView:
    told = {claim.visit for claim in presenter.dossier.claims_of(source)}
    delays = (
        delay
        for visit in presenter.dossier.visits.values()
        if visit.id in told and (delay := _delay(presenter, source, visit))
    )
    return EntryView(
        kind="source",
        label=presenter.words("timeline.source"),
        title=presenter.source_label(source).text,
        href=links.source(source),
        date=presenter.date(source.published),
        delays=tuple(delays),
    )


def _delay(presenter: Presenter, source: Source, visit: Visit) -> str | None:
    """How long after the visit the source appeared; None where a day is not known."""
    words, published = presenter.words, source.published.day
    if published is None or visit.when.first is None or visit.when.last is None:
        return None
    fewest, most = (published - visit.when.last).days, (published - visit.when.first).days
    if most <= 0:
        return words("timeline.same_day")
    days = words.count("days", most)
    text = words("timeline.delay", days=days)
    if visit.when.vague:
        text = words("timeline.delay_about", days=days)
    elif fewest != most:
        text = words("timeline.delay_range", fewest=max(fewest, 0), days=days)
    return f"{visit.record.title}{words('site.list_separator')}{text}"
