"""The time line, as a picture and as a list: visits and publications, with the delay between."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from dossier.compare.dates import outside_visits
from dossier.model import Claim, Source, Visit
from dossier.pages import links
from dossier.pages.dates import DateView
from dossier.pages.pictures import timeline as layout
from dossier.pages.presenter import Presenter
from dossier.pages.views import Legend, Page
from dossier.pages.words import LOCALE
from dossier.text.edtf import Edtf


@dataclass(frozen=True)
class DelayView:
    """How long after a visit a source appeared."""

    visit: str
    text: str


@dataclass(frozen=True)
class EntryView:
    """A visit, a date that no visit on file has (`stray`), or a publication.

    ``basis`` says what the date of a publication rests on.
    """

    kind: layout.Kind
    label: str | None
    title: str
    href: str
    date: DateView
    basis: str | None = None
    delays: tuple[DelayView, ...] = ()


@dataclass(frozen=True)
class TimelineView:
    """The time line: the same entries as a list and in the two layouts of its picture."""

    entries: tuple[EntryView, ...]
    wide: layout.TimelinePicture
    tall: layout.TimelinePicture
    legend: tuple[Legend, ...]


@dataclass(frozen=True)
class _Entry:
    """An entry, and what the picture needs besides: its key, and the keys of what it tells of."""

    key: str
    when: Edtf
    view: EntryView
    title: str
    notes: tuple[str, ...]
    tells_of: tuple[str, ...] = ()


def timeline_page(presenter: Presenter) -> Page:
    """The time line."""
    words = presenter.words
    description = words("description.timeline", title=presenter.dossier.record.title)
    title = words("site.timeline")
    return Page(links.TIMELINE, "timeline", title, description, (), timeline(presenter))


def timeline(presenter: Presenter) -> TimelineView:
    """Everything that has a date, in its order; the home page shows it, too."""
    dossier, words = presenter.dossier, presenter.words
    strays = outside_visits(dossier)
    entries = [
        *(_visit(presenter, visit) for visit in dossier.visits.values()),
        *(_stray(presenter, claim, when) for claim, when in strays),
        *(_source(presenter, source, strays) for source in dossier.sources.values()),
    ]
    entries.sort(key=_order)
    places = {entry.key: place for place, entry in enumerate(entries)}
    events = [
        layout.Event(
            kind=entry.view.kind,
            when=entry.when,
            href=entry.view.href,
            title=entry.title,
            notes=entry.notes,
            tells_of=tuple(places[key] for key in entry.tells_of),
        )
        for entry in entries
    ]
    terms = layout.Terms(
        told=words("pictures.timeline.told"),
        published=words("pictures.timeline.published"),
        months=tuple(format_date(date(2001, m, 1), "LLLL", locale=LOCALE) for m in range(1, 13)),
    )
    wide = layout.wide_timeline(events, terms)
    return TimelineView(
        entries=tuple(entry.view for entry in entries),
        wide=wide,
        tall=layout.tall_timeline(events, terms),
        legend=tuple(
            Legend(sign, text)
            for sign, text in words.group("pictures.timeline.legend").items()
            if sign in layout.signs(wide)
        ),
    )


def _order(entry: _Entry) -> tuple[bool, str, bool]:
    """What begins in the open comes first; what is told of before what is published."""
    first = entry.when.first
    return first is not None, str(first), entry.view.kind == "publication"


def _visit(presenter: Presenter, visit: Visit) -> _Entry:
    date = presenter.date(visit.when)
    view = EntryView("visit", None, visit.record.title, links.visit(visit), date)
    return _Entry(visit.id, visit.when, view, view.title, (date.text,))


def _stray(presenter: Presenter, claim: Claim, when: Edtf) -> _Entry:
    date, label = presenter.date(when), presenter.words("pictures.timeline.stray")
    view = EntryView("stray", label, claim.record.statement, links.claim(claim), date)
    return _Entry(claim.id, when, view, date.text, (label,))


def _source(presenter: Presenter, source: Source, strays: tuple[tuple[Claim, Edtf], ...]) -> _Entry:
    words, date = presenter.words, presenter.date(source.published)
    told = {claim.visit for claim in presenter.dossier.claims_of(source)}
    visits = [visit for visit in presenter.dossier.visits.values() if visit.id in told]
    delays = tuple(
        DelayView(visit.record.title, delay)
        for visit in visits
        if (delay := _delay(presenter, source, visit))
    )
    inferred = source.record.published.basis == "inferred"
    view = EntryView(
        kind="publication",
        label=words("timeline.source"),
        title=presenter.source_label(source).text,
        href=links.source(source),
        date=date,
        basis=words(f"basis.{source.record.published.basis}"),
        delays=delays,
    )
    notes = (
        date.text,
        *([words("pictures.timeline.inferred")] if inferred else []),
        *(d.text if len(visits) == 1 else f"{d.visit}: {d.text}" for d in delays),
    )
    own = (claim.id for claim, _ in strays if claim.source.id == source.id)
    tells_of = (*(visit.id for visit in visits), *own)
    return _Entry(source.id, source.published, view, presenter.outlet(source), notes, tells_of)


def _delay(presenter: Presenter, source: Source, visit: Visit) -> str | None:
    """How long after the visit the source appeared; None where a day is not known."""
    words, published = presenter.words, source.published.day
    if published is None or visit.when.first is None or visit.when.last is None:
        return None
    fewest, most = (published - visit.when.last).days, (published - visit.when.first).days
    if most <= 0:
        return words("timeline.same_day")
    days = words.count("days", most)
    if visit.when.vague:
        return words("timeline.delay_about", days=days)
    if fewest != most:
        return words("timeline.delay_range", fewest=max(fewest, 0), days=days)
    return words("timeline.delay", days=days)
