"""The list of visits, and the page of each."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.compare.dates import sources_agree, visit_cards
from dossier.model import Visit
from dossier.pages import links
from dossier.pages.dates import DateView
from dossier.pages.meetings import MeetingsView, meetings
from dossier.pages.presenter import Presenter
from dossier.pages.side_by_side import can_be_compared
from dossier.pages.statement import statement
from dossier.pages.views import (
    AuditView,
    ClaimView,
    Link,
    OriginsView,
    Page,
    PassageWords,
    QuestionView,
    ReckoningView,
    Section,
    SentenceView,
    SourceLabel,
    VisitCard,
)


@dataclass(frozen=True)
class ParticipantView:
    """Who took part, and the claims that say so."""

    actor: Link
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True)
class TopicView:
    """The claims of a visit on one topic."""

    id: str
    label: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True)
class VisitView:
    """What the page of a visit shows."""

    id: str
    date: DateView
    date_note: str | None
    reckonings: tuple[ReckoningView, ...]
    sources_agree: bool | None
    statement: tuple[str, ...]
    audits: tuple[AuditView, ...]
    readings: tuple[Link, ...]
    where: tuple[Link, ...]
    participants: tuple[ParticipantView, ...]
    sources: tuple[SourceLabel, ...]
    origins: OriginsView
    summary: tuple[SentenceView, ...]
    topics: tuple[TopicView, ...]
    questions: tuple[QuestionView, ...]
    side_by_side: str | None
    passages: tuple[PassageWords, ...]
    citations: tuple[tuple[SourceLabel, str], ...]
    dossier_citation: str
    note: str | None


@dataclass(frozen=True)
class VisitListView:
    """What the list of visits shows."""

    visits: tuple[VisitCard, ...]
    meetings: MeetingsView


def visit_list_page(presenter: Presenter) -> Page:
    """The list of visits."""
    words = presenter.words
    cards = tuple(map(presenter.visit_card, presenter.dossier.visits.values()))
    view = VisitListView(cards, meetings(presenter))
    sections = (Section("section_meetings", words("pictures.meetings.heading")),)
    description = words(
        "description.visits",
        title=presenter.dossier.record.title,
        visits=words.count("visits", len(presenter.dossier.visits)),
    )
    return Page(links.VISITS, "visits", words("site.visits"), description, sections, view)


def visit_pages(presenter: Presenter) -> list[Page]:
    """A page for each visit, in the order of their dates."""
    visits = list(presenter.dossier.visits.values())
    found = [presenter.visit(visit.id) for visit in visits]
    around = zip([None, *found[:-1]], visits, [*found[1:], None], strict=True)
    return [_page(presenter, visit, before, after) for before, visit, after in around]


def _page(presenter: Presenter, visit: Visit, before: Link | None, after: Link | None) -> Page:
    words, record = presenter.words, visit.record
    view = _view(presenter, visit)
    sections = [Section("section_summary", words("visit.summary"))]
    if view.questions:
        sections.append(Section("section_comparison", words("visit.comparison")))
    sections.append(Section("section_claims", words("visit.claims")))
    sections += [Section(f"topic_{topic.id}", topic.label) for topic in view.topics]
    return Page(
        path=links.visit(visit),
        template="visit",
        title=record.title,
        description=record.summary[0].text,
        sections=tuple(sections),
        view=view,
        breadcrumbs=(Link(words("site.visits"), links.VISITS),),
        previous=before,
        next=after,
    )


def _view(presenter: Presenter, visit: Visit) -> VisitView:
    record, dossier = visit.record, presenter.dossier

    ordered = presenter.by_topic(visit)
    topics = (
        TopicView(
            topic, label, tuple(presenter.claim(c) for c in ordered if c.record.topic == topic)
        )
        for topic, label in presenter.topics.items()
    )
    cards = visit_cards(visit, dossier)
    sources = dossier.sources_of(visit.claims)
    return VisitView(
        id=visit.id,
        date=presenter.date(visit.when),
        date_note=record.when.note,
        reckonings=tuple(map(presenter.reckoning, cards)),
        sources_agree=sources_agree(cards),
        statement=statement(visit.claims, dossier, presenter.words),
        audits=tuple(
            presenter.audit(audit) for audit in presenter.audits if audit.claim.visit == visit.id
        ),
        readings=tuple(
            Link(readings.record.text, links.readings(readings))
            for readings in dossier.readings
            if visit.id in readings.record.visits
        ),
        where=tuple(map(presenter.actor, record.where)),
        participants=tuple(
            ParticipantView(presenter.actor(item.actor), presenter.claims(visit, item.claims))
            for item in record.participants
        ),
        sources=tuple(map(presenter.source_label, sources)),
        origins=presenter.origins_of(visit.claims),
        summary=presenter.summary(visit),
        topics=tuple(topic for topic in topics if topic.claims),
        questions=tuple(
            presenter.question(c) for c in presenter.comparisons if c.question.visit == visit.id
        ),
        side_by_side=links.side_by_side(visit) if can_be_compared(visit, dossier) else None,
        passages=presenter.passages_of(visit.claims),
        citations=tuple(
            (presenter.source_label(source), presenter.citation(source)) for source in sources
        ),
        dossier_citation=presenter.words(
            "kit.dossier_citation", title=dossier.record.title, version=presenter.version
        ),
        note=record.note,
    )
