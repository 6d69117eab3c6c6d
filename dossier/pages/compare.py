"""The comparison: a matrix, then every question with its answers side by side."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.compare.spellings import spellings_by_source
from dossier.pages import links
from dossier.pages.presenter import Presenter
from dossier.pages.views import Link, Page, QuestionView, Section, SourceLabel


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
class CompareView:
    """What the comparison shows."""

    sources: tuple[SourceLabel, ...]
    groups: tuple[GroupView, ...]
    legend: tuple[LegendView, ...]
    filters: tuple[FilterView, ...]
    metadata: tuple[RowView, ...]
    spellings: tuple[SpellingsView, ...]


def compare_page(presenter: Presenter) -> Page:
    """The comparison over all sources."""
    words, dossier = presenter.words, presenter.dossier
    sources = tuple(map(presenter.source_label, dossier.sources.values()))
    groups = _groups(presenter)
    view = CompareView(
        sources=sources,
        groups=groups,
        legend=tuple(
            LegendView("agrees" if key == "alone" else key, words(f"state.{key}"), meaning)
            for key, meaning in words.group("state_meaning").items()
        ),
        filters=_filters(presenter),
        metadata=_metadata(presenter),
        spellings=_spellings(presenter),
    )
    sections = (
        Section("section_matrix", words("compare.matrix")),
        *(Section(group.anchor, group.title) for group in groups),
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
            f"group_{visit or 'across'}",
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
            ("across", words("compare.across")),
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
