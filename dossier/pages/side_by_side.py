"""The sources of one visit in parallel columns, aligned by question."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.compare.verdicts import OPEN, Comparison
from dossier.model import Dossier, Source, Visit
from dossier.pages import links
from dossier.pages.presenter import Presenter
from dossier.pages.views import ClaimView, Link, Page, Section, SourceLabel


@dataclass(frozen=True)
class GivenAnswer:
    """An answer, and the claims of one source that give it."""

    text: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True)
class SideView:
    """What one source says to a question: its state, and its answers if it gives any."""

    column: int
    source: SourceLabel
    state: str
    label: str
    answers: tuple[GivenAnswer, ...]


@dataclass(frozen=True)
class RowView:
    """A question, and what each source says to it."""

    text: str
    href: str
    verdict: str
    verdict_label: str
    sides: tuple[SideView, ...]


@dataclass(frozen=True)
class RowsView:
    """The questions with one verdict."""

    section: Section
    rows: tuple[RowView, ...]


@dataclass(frozen=True)
class ColumnView:
    """A source as the head of its column."""

    number: int
    source: SourceLabel
    title: str


@dataclass(frozen=True)
class SideBySideView:
    """What the parallel columns of a visit show."""

    columns: tuple[ColumnView, ...]
    groups: tuple[RowsView, ...]


def can_be_compared(visit: Visit, dossier: Dossier) -> bool:
    """Whether at least two sources answer questions of the visit."""
    return len(_sources(visit, dossier)) > 1


def side_by_side_pages(presenter: Presenter) -> list[Page]:
    """A page for each visit that several sources tell of."""
    dossier = presenter.dossier
    return [
        _page(presenter, visit)
        for visit in dossier.visits.values()
        if can_be_compared(visit, dossier)
    ]


def _sources(visit: Visit, dossier: Dossier) -> tuple[Source, ...]:
    return dossier.sources_of(claim for question in visit.questions for claim in question.claims)


def _page(presenter: Presenter, visit: Visit) -> Page:
    words = presenter.words
    title = words("side.title", visit=visit.record.title)
    view = _view(presenter, visit)
    return Page(
        path=links.side_by_side(visit),
        template="side_by_side",
        title=title,
        description=words("description.side", visit=visit.record.title),
        sections=tuple(group.section for group in view.groups),
        view=view,
        breadcrumbs=(
            Link(words("site.visits"), links.VISITS),
            Link(visit.record.title, links.visit(visit)),
        ),
    )


def _view(presenter: Presenter, visit: Visit) -> SideBySideView:
    sources = _sources(visit, presenter.dossier)
    own = [c for c in presenter.comparisons if c.question.visit == visit.id and c.question.claims]
    verdicts = sorted(presenter.words.group("verdict"), key=lambda verdict: verdict not in OPEN)
    groups = {verdict: [c for c in own if c.verdict == verdict] for verdict in verdicts}
    return SideBySideView(
        columns=tuple(
            ColumnView(number, presenter.source_label(source), source.record.title)
            for number, source in enumerate(sources, 1)
        ),
        groups=tuple(
            RowsView(
                Section(f"section_{verdict}", presenter.words(f"verdict.{verdict}")),
                tuple(_row(presenter, comparison, sources) for comparison in comparisons),
            )
            for verdict, comparisons in groups.items()
            if comparisons
        ),
    )


def _row(presenter: Presenter, comparison: Comparison, sources: tuple[Source, ...]) -> RowView:
    question = presenter.question(comparison)
    cells = {cell.source.id: cell for cell in comparison.cells}
    shown = {cell.source.href: cell for cell in question.cells}
    sides = []
    for number, source in enumerate(sources, 1):
        label = presenter.source_label(source)
        answers = tuple(
            GivenAnswer(
                answer.text,
                tuple(presenter.claim(c) for c in answer.claims if c.source.id == source.id),
            )
            for answer in cells[source.id].answers
        )
        view = shown[label.href]
        sides.append(SideView(number, label, view.state, view.label, answers))
    return RowView(
        question.text, question.href, question.verdict, question.verdict_label, tuple(sides)
    )
