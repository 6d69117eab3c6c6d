"""The comparison: a matrix, then every question with its answers side by side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from dossier.compare.spellings import spellings_by_source
from dossier.model import Readings
from dossier.pages import links
from dossier.pages.pictures.boxes import Group, Label, Picture, whole_picture
from dossier.pages.presenter import Presenter
from dossier.pages.views import (
    AuditView,
    ClaimView,
    Link,
    Page,
    QuestionView,
    Section,
    SourceLabel,
)
from dossier.seeds.models import TellerPair


@dataclass(frozen=True)
class GroupView:
    """The questions of one visit, or those across visits."""

    anchor: str
    title: str
    href: str | None
    questions: tuple[QuestionView, ...]


@dataclass(frozen=True)
class RowView:
    """One trait of the sources, a cell each."""

    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class SpellingsView:
    """How one actor is spelled, source by source."""

    actor: Link
    rows: tuple[RowView, ...]


@dataclass(frozen=True)
class LegendView:
    """A state and what it means."""

    state: str
    label: str
    meaning: str


@dataclass(frozen=True)
class OptionView:
    """A value to filter by."""

    value: str
    label: str


@dataclass(frozen=True)
class FilterView:
    """Something to filter by, with its values."""

    name: str
    label: str
    options: tuple[OptionView, ...]


@dataclass(frozen=True)
class ReadingView:
    """One way to read what the sources say together."""

    text: str
    speaks_for: tuple[ClaimView, ...]
    speaks_against: tuple[ClaimView, ...]


@dataclass(frozen=True)
class ReadingsView:
    """Competing readings."""

    anchor: str
    text: str
    readings: tuple[ReadingView, ...]
    note: str | None
    missing: tuple[str, ...]


@dataclass(frozen=True)
class TellerRow:
    """A teller in the table beside the picture of all chains."""

    source: SourceLabel
    label: str
    traits: tuple[str, ...]
    relayed_by: str
    claims: str


@dataclass(frozen=True)
class PairView:
    """Two tellers and what the editors hold of them."""

    first: str
    second: str
    source: SourceLabel
    judgement: str
    reason: str


@dataclass(frozen=True)
class CompareView:
    """What the comparison shows."""

    sources: tuple[SourceLabel, ...]
    columns: int
    groups: tuple[GroupView, ...]
    legend: tuple[LegendView, ...]
    filters: tuple[FilterView, ...]
    audits: tuple[AuditView, ...]
    readings: tuple[ReadingsView, ...]
    picture: Picture
    tellers: tuple[TellerRow, ...]
    pairs: tuple[PairView, ...]
    metadata: tuple[RowView, ...]
    spellings: tuple[SpellingsView, ...]


def compare_page(presenter: Presenter) -> Page:
    """The comparison over all sources."""
    words, dossier = presenter.words, presenter.dossier
    sources = tuple(map(presenter.source_label, dossier.sources.values()))
    groups = _groups(presenter)
    view = CompareView(
        sources=sources,
        columns=len(sources) + 1,
        groups=groups,
        legend=tuple(
            LegendView(key, words(f"state.{key}"), meaning)
            for key, meaning in words.group("state_meaning").items()
        ),
        filters=_filters(presenter),
        audits=tuple(map(presenter.audit, presenter.audits)),
        readings=tuple(_readings(presenter, readings) for readings in dossier.readings),
        picture=_picture(presenter),
        tellers=_tellers(presenter),
        pairs=tuple(_pair(presenter, pair) for pair in dossier.teller_pairs),
        metadata=_metadata(presenter),
        spellings=_spellings(presenter),
    )
    sections = (
        Section("section_matrix", words("compare.matrix")),
        *(Section(group.anchor, group.title) for group in groups),
        *([Section("section_readings", words("readings.title"))] if view.readings else []),
        *([Section("section_audit", words("audit.title"))] if view.audits else []),
        Section("section_chains", words("chains.title")),
        Section("section_metadata", words("compare.metadata")),
        Section("section_spellings", words("compare.spellings")),
    )
    return Page(
        links.COMPARE, "compare", words("site.compare"), words("compare.lead"), sections, view
    )


def _groups(presenter: Presenter) -> tuple[GroupView, ...]:
    words = presenter.words
    titles: dict[str | None, tuple[str, str | None]] = {None: (words("compare.across"), None)}
    for visit in presenter.dossier.visits.values():
        titles[visit.id] = (visit.record.title, links.visit(visit))
    groups = (
        GroupView(
            f"group_{visit or 'across_visits'}",
            title,
            href,
            tuple(
                presenter.question(c) for c in presenter.comparisons if c.question.visit == visit
            ),
        )
        for visit, (title, href) in titles.items()
    )
    return tuple(group for group in groups if group.questions)


def _filters(presenter: Presenter) -> tuple[FilterView, ...]:
    words, dossier = presenter.words, presenter.dossier
    verdicts = {c.verdict for c in presenter.comparisons}
    topics = {c.question.record.topic for c in presenter.comparisons}
    options: dict[str, list[tuple[str, str]]] = {
        "visit": [
            ("across_visits", words("compare.across")),
            *((visit.id, visit.record.title) for visit in dossier.visits.values()),
        ],
        "topic": [(topic, label) for topic, label in presenter.topics.items() if topic in topics],
        "verdict": [(v, label) for v, label in words.group("verdict").items() if v in verdicts],
        "source": [(s.id, presenter.source_label(s).text) for s in dossier.sources.values()],
    }
    return tuple(
        FilterView(
            name, words(f"compare.filter_{name}"), tuple(OptionView(*pair) for pair in pairs)
        )
        for name, pairs in options.items()
    )


def _readings(presenter: Presenter, readings: Readings) -> ReadingsView:
    return ReadingsView(
        anchor=links.readings_anchor(readings),
        text=readings.record.text,
        readings=tuple(
            ReadingView(
                reading.text,
                tuple(map(presenter.claim, reading.speaks_for)),
                tuple(map(presenter.claim, reading.speaks_against)),
            )
            for reading in readings.readings
        ),
        note=readings.record.note,
        missing=readings.record.missing,
    )


def _picture(presenter: Presenter) -> Picture:
    """Who relays whom, article by article."""
    pairs = presenter.dossier.maybe_same_tellers
    groups = []
    for source in presenter.dossier.sources.values():
        tellers = source.record.tellers
        index = {teller.id: place for place, teller in enumerate(tellers)}
        article = presenter.source_label(source)
        groups.append(
            Group(
                article=Label(article.text, "article", article.href),
                tellers=tuple(
                    Label(t.label, "named" if t.named else "unnamed", links.tellers(source))
                    for t in tellers
                ),
                relays={index[t.id]: tuple(index[name] for name in t.relays) for t in tellers},
                maybe_same=tuple(
                    (index[a.id], index[b.id])
                    for a, b in combinations(tellers, 2)
                    if frozenset((f"{source.id}/{a.id}", f"{source.id}/{b.id}")) in pairs
                ),
            )
        )
    return whole_picture(groups, presenter.words("chains.picture"))


def _tellers(presenter: Presenter) -> tuple[TellerRow, ...]:
    rows = []
    for source in presenter.dossier.sources.values():
        claims = presenter.dossier.claims_of(source)
        for teller in source.record.tellers:
            relaying = [t.label for t in source.record.tellers if teller.id in t.relays]
            told = sum(claim.record.told_by == teller.id for claim in claims)
            if not told and teller.relays:
                continue  # who only passes on is no origin; the next column names them
            rows.append(
                TellerRow(
                    presenter.source_label(source),
                    teller.label,
                    presenter.traits(teller, in_full=False),
                    presenter.words.list(relaying),
                    presenter.words.count("claims", told),
                )
            )
    return tuple(rows)


def _pair(presenter: Presenter, pair: TellerPair) -> PairView:
    named = [name.split("/") for name in pair.tellers]
    sources = [presenter.dossier.sources[source] for source, _ in named]
    own_voice = presenter.words("chains.own_voice")
    labels = [
        source.tellers[teller].label if teller in source.tellers else own_voice
        for source, (_, teller) in zip(sources, named, strict=True)
    ]
    judgement = presenter.words(f"chains.judgement.{pair.judgement}")
    return PairView(
        labels[0], labels[1], presenter.source_label(sources[0]), judgement, pair.reason
    )


def _metadata(presenter: Presenter) -> tuple[RowView, ...]:
    words = presenter.words
    sources = presenter.dossier.sources.values()

    def tellers(**wanted: object) -> tuple[str, ...]:
        return tuple(
            str(sum(all(getattr(t, k) == v for k, v in wanted.items()) for t in s.record.tellers))
            for s in sources
        )

    cards = [presenter.source_card(source) for source in sources]
    return (
        RowView(words("source.outlet"), tuple(card.outlet for card in cards)),
        RowView(words("source.published"), tuple(card.date.text for card in cards)),
        RowView(words("source.basis"), tuple(card.basis for card in cards)),
        RowView(words("compare.words"), tuple(str(presenter.usages[s.id].words) for s in sources)),
        RowView(
            words("compare.claims"),
            tuple(str(len(presenter.dossier.claims_of(s))) for s in sources),
        ),
        RowView(words("compare.named_tellers"), tellers(named=True)),
        RowView(words("compare.unnamed_tellers"), tellers(named=False)),
        RowView(words("compare.present_tellers"), tellers(access="present")),
        RowView(words("compare.party_tellers"), tellers(interest="party")),
    )


def _spellings(presenter: Presenter) -> tuple[SpellingsView, ...]:
    dossier = presenter.dossier
    views = []
    for actor in dossier.actors.values():
        table = spellings_by_source(actor, dossier)
        if len(table) > 1:
            rows = tuple(
                RowView(
                    spelling, tuple(str(counts[s]) if counts[s] else "" for s in dossier.sources)
                )
                for spelling, counts in table.items()
            )
            views.append(SpellingsView(presenter.actor(actor.id), rows))
    return tuple(views)
