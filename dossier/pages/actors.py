"""The list of actors, and the page of each: names, roles, and where the texts name them."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.compare.spellings import mentions, spellings_by_source
from dossier.pages import links
from dossier.pages.presenter import Presenter
from dossier.pages.views import ClaimView, Link, Page, Section, SourceLabel
from dossier.seeds.models import ActorRecord


@dataclass(frozen=True)
class SpellingView:
    """A spelling and how often it occurs."""

    text: str
    count: str


@dataclass(frozen=True)
class MentionsView:
    """The passages of one source that name the actor."""

    source: SourceLabel
    count: str
    passages: tuple[Link, ...]


@dataclass(frozen=True)
class ActorView:
    """What the page of an actor shows."""

    name: str
    kind: str
    latin: tuple[str, ...]
    description: str | None
    note: str | None
    spellings: tuple[SpellingView, ...]
    visits: tuple[Link, ...]
    tellings: tuple[SourceLabel, ...]
    published: tuple[SourceLabel, ...]
    spoken: tuple[ClaimView, ...]
    mentions: tuple[MentionsView, ...]


@dataclass(frozen=True)
class ActorCard:
    """An actor in the list."""

    name: str
    href: str
    latin: str
    spellings: tuple[str, ...]
    count: str


@dataclass(frozen=True)
class ActorGroup:
    """The actors of one kind."""

    section: Section
    actors: tuple[ActorCard, ...]


@dataclass(frozen=True)
class ActorListView:
    """What the list of actors shows."""

    groups: tuple[ActorGroup, ...]


def actor_list_page(presenter: Presenter) -> Page:
    """The list of actors by kind."""
    words = presenter.words
    groups = []
    for kind, label in words.group("actor_kind").items():
        own = [actor for actor in presenter.dossier.actors.values() if actor.kind == kind]
        if own:
            cards = tuple(_card(presenter, actor) for actor in own)
            groups.append(ActorGroup(Section(f"section_{kind}", label), cards))
    sections = tuple(group.section for group in groups)
    view = ActorListView(tuple(groups))
    description = words("description.actors", title=presenter.dossier.record.title)
    return Page(links.ACTORS, "actors", words("site.actors"), description, sections, view)


def actor_pages(presenter: Presenter) -> list[Page]:
    """A page for each actor."""
    return [_page(presenter, actor) for actor in presenter.dossier.actors.values()]


def _page(presenter: Presenter, actor: ActorRecord) -> Page:
    words = presenter.words
    view = _view(presenter, actor)
    sections = [Section("section_mentions", words("actors.mentions"))]
    if view.spoken:
        sections.append(Section("section_spoken", words("actors.speaker")))
    return Page(
        path=links.actor(actor.id),
        template="actor",
        title=actor.name,
        description=" ".join(
            filter(None, (actor.description, words("description.actor", name=actor.name)))
        ),
        sections=tuple(sections),
        view=view,
        breadcrumbs=(Link(words("site.actors"), links.ACTORS),),
    )


def _card(presenter: Presenter, actor: ActorRecord) -> ActorCard:
    dossier = presenter.dossier
    total = sum(len(mentions(actor, source, dossier)) for source in dossier.sources.values())
    return ActorCard(
        actor.name,
        links.actor(actor.id),
        actor.latin[0],
        tuple(spellings_by_source(actor, dossier)),
        presenter.words.count("times", total),
    )


def _view(presenter: Presenter, actor: ActorRecord) -> ActorView:
    dossier, words = presenter.dossier, presenter.words
    table = spellings_by_source(actor, dossier)
    visits = [
        visit
        for visit in dossier.visits.values()
        if actor.id in visit.record.where
        or any(participant.actor == actor.id for participant in visit.record.participants)
    ]
    tellings = [
        s for s in dossier.sources.values() if any(t.actor == actor.id for t in s.record.tellers)
    ]
    published = [s for s in dossier.sources.values() if s.record.outlet == actor.id]
    return ActorView(
        name=actor.name,
        kind=words(f"actor_kind.{actor.kind}"),
        latin=actor.latin,
        description=actor.description,
        note=actor.note,
        spellings=tuple(
            SpellingView(text, words.count("times", count.total())) for text, count in table.items()
        ),
        visits=tuple(presenter.visit(visit.id) for visit in visits),
        tellings=tuple(map(presenter.source_label, tellings)),
        published=tuple(map(presenter.source_label, published)),
        spoken=tuple(
            presenter.claim(claim)
            for claim in dossier.claims.values()
            if claim.record.speaker == actor.id
        ),
        mentions=_mentions(presenter, actor),
    )


def _mentions(presenter: Presenter, actor: ActorRecord) -> tuple[MentionsView, ...]:
    views, dossier = [], presenter.dossier
    for source in dossier.sources.values():
        found = mentions(actor, source, dossier)
        if found:
            numbers = sorted({mention.passage for mention in found})
            passages = tuple(
                Link(str(number), links.passage(source.id, number)) for number in numbers
            )
            count = presenter.words.count("times", len(found))
            views.append(MentionsView(presenter.source_label(source), count, passages))
    return tuple(views)
