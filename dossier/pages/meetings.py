"""Who is said to have taken part in which visit, as a picture and as a table."""

from __future__ import annotations

from dataclasses import dataclass

from babel.dates import format_date

from dossier.model import Claim, Visit
from dossier.pages import links
from dossier.pages.pictures.meetings import (
    Cell,
    Head,
    MeetingsPicture,
    Row,
    tall_meetings,
    wide_meetings,
)
from dossier.pages.presenter import Presenter
from dossier.pages.words import LOCALE


@dataclass(frozen=True)
class MeetingsView:
    """The same rows as a table and in the two layouts of the picture."""

    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    wide: MeetingsPicture
    tall: MeetingsPicture


def meetings(presenter: Presenter) -> MeetingsView:
    """Everyone whom a visit names among its participants; the subject first."""
    dossier = presenter.dossier
    visits = list(dossier.visits.values())
    said = {
        (item.actor, visit.id): [dossier.claims[f"{visit.id}.{name}"] for name in item.claims]
        for visit in visits
        for item in visit.record.participants
    }
    first = dict(reversed(said))
    order = [visit.id for visit in visits]
    subject = dossier.record.subject
    actors = sorted(
        first, key=lambda a: (a != subject, order.index(first[a]), dossier.actors[a].name)
    )
    heads = tuple(_head(presenter, visit) for visit in visits)
    rows = tuple(
        Row(
            name=dossier.actors[actor].name,
            href=links.actor(actor),
            subject=actor == subject,
            cells=tuple(
                _cell(presenter, actor, visit, said[actor, visit.id])
                if (actor, visit.id) in said
                else None
                for visit in visits
            ),
        )
        for actor in actors
    )
    return MeetingsView(heads, rows, wide_meetings(heads, rows), tall_meetings(heads, rows))


def _head(presenter: Presenter, visit: Visit) -> Head:
    date = presenter.date(visit.when).text
    day = visit.when.first or visit.when.last
    month = format_date(day, "MMMM y", locale=LOCALE) if day else date
    return Head(visit.record.title, date, month, links.visit(visit))


def _cell(presenter: Presenter, actor: str, visit: Visit, claims: list[Claim]) -> Cell:
    words, sources = presenter.words, len({claim.source.id for claim in claims})
    text = words(
        "pictures.meetings.cell",
        actor=presenter.dossier.actors[actor].name,
        visit=visit.record.title,
        claims=words.count("claims", len(claims)),
        sources=words.count("sources", sources),
    )
    return Cell(len(claims), sources, text, links.claim(claims[0]))
