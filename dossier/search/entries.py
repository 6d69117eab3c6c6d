"""What is looked through: passages, claims, visits, questions, actors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dossier.model import Claim, Source, Visit
from dossier.pages import links
from dossier.pages.presenter import Presenter
from dossier.text.edtf import Edtf

TITLED = ("visit", "question", "actor")
"""Kinds of which the heading is looked through, too."""


@dataclass(frozen=True)
class Entry:
    """One thing that can be found.

    Args:
        page: The path of its page.
        anchor: Its anchor there; empty for the page itself.
        kind: `passage`, `claim`, `visit`, `question` or `actor`.
        label: Its heading among the results.
        text: What is looked through and shown.
        facets: What it can be filtered by, `<filter>:<value>` each.
        whole: Whether it may be found with its neighbours on the page: an article's passages
            are one text, in which the words of a query may stand apart.
    """

    page: str
    anchor: str
    kind: str
    label: str
    text: str
    facets: tuple[str, ...] = ()
    whole: bool = False


def entries(presenter: Presenter) -> list[Entry]:
    """Everything that can be found, page by page."""
    dossier = presenter.dossier
    found = [
        *(entry for visit in dossier.visits.values() for entry in _visit(presenter, visit)),
        *(entry for source in dossier.sources.values() for entry in _source(presenter, source)),
        *_questions(presenter),
        *_actors(presenter),
    ]
    return [replace(e, facets=(f"kind:{e.kind}", *e.facets)) for e in found]


def _visit(presenter: Presenter, visit: Visit) -> Iterator[Entry]:
    period = _period(visit.when)
    yield Entry(
        page=links.visit(visit),
        anchor="",
        kind="visit",
        label=visit.record.title,
        text=" ".join(sentence.text for sentence in visit.record.summary),
        facets=(f"visit:{visit.id}", *period),
    )
    for claim in presenter.by_topic(visit):
        yield Entry(
            page=links.visit(visit),
            anchor=claim.record.id,
            kind="claim",
            label=presenter.source_label(claim.source).text,
            text=claim.record.statement,
            facets=(f"source:{claim.source.id}", f"visit:{visit.id}", *period),
        )


def _source(presenter: Presenter, source: Source) -> Iterator[Entry]:
    claims = presenter.dossier.claims_of(source)
    for passage in source.passages:
        text = presenter.abridged(source, passage)
        if text and not source.is_furniture(passage):
            told = sorted({c.visit for c in claims if _stands_in(c, passage.number)})
            yield Entry(
                page=links.source(source),
                anchor=f"p{passage.number}",
                kind="passage",
                label=f"{presenter.words('source.passage')} {passage.number}",
                text=text,
                facets=(
                    f"source:{source.id}",
                    *(f"visit:{visit}" for visit in told),
                    *_period(source.published),
                ),
                whole=True,
            )


def _stands_in(claim: Claim, passage: int) -> bool:
    return any(quote.passage == passage for quote in claim.quotes)


def _questions(presenter: Presenter) -> Iterator[Entry]:
    for comparison in presenter.comparisons:
        question = comparison.question
        sources = sorted({claim.source.id for claim in question.claims})
        visits = sorted({claim.visit for claim in question.claims} | {question.visit or ""} - {""})
        periods = {p: None for v in visits for p in _period(presenter.dossier.visits[v].when)}
        yield Entry(
            page=links.COMPARE,
            anchor=links.question_anchor(question),
            kind="question",
            label=question.record.text,
            text=" · ".join(answer.text for answer in question.answers),
            facets=(
                *(f"source:{source}" for source in sources),
                *(f"visit:{visit}" for visit in visits),
                *periods,
            ),
        )


def _actors(presenter: Presenter) -> Iterator[Entry]:
    for actor in presenter.dossier.actors.values():
        yield Entry(
            page=links.actor(actor.id),
            anchor="",
            kind="actor",
            label=actor.name,
            text=actor.description or presenter.words.list(actor.spellings),
        )


def _period(date: Edtf) -> tuple[str, ...]:
    """The year and the month in which a date begins, as far as it says."""
    start = date.spans[0].start
    if start is None or not start.year.isdigit():
        return ()
    month = (f"period:{start.year}-{start.month:02}",) if start.month else ()
    return (f"period:{start.year}", *month)
