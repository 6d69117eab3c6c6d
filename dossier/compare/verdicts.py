"""What comparing the answers to a question yields: a verdict, and a state for each source."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from dossier.compare.origins import Origins, origins_of
from dossier.model import Answer, Dossier, Question, Source

Verdict = Literal[
    "agreed", "contradicted", "contradicts-itself", "compatible", "single-source", "unanswered"
]
State = Literal["agrees", "contradicts", "compatible", "silent", "could-not-know"]

OPEN: tuple[Verdict, ...] = ("contradicted", "contradicts-itself")
"""The verdicts that leave a contradiction open."""


@dataclass(frozen=True)
class Cell:
    """What one source says to one question.

    ``agrees``: no other source answers otherwise · ``contradicts``: another source, or
    another place of the same one, gives an answer that excludes it · ``compatible``: another
    source answers otherwise, and all may hold · ``silent`` · ``could-not-know``: published
    before the visits in question, or says nothing of the one visit in question.
    """

    source: Source
    state: State
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Comparison:
    """A question with all that is computed of it."""

    question: Question
    verdict: Verdict
    cells: tuple[Cell, ...]
    origins: Origins
    answer_origins: tuple[Origins, ...]


def compare(question: Question, dossier: Dossier) -> Comparison:
    """Compare the answers to a question over all sources of the dossier."""
    verdict = verdict_of(question)
    pairs = dossier.teller_pairs
    return Comparison(
        question=question,
        verdict=verdict,
        cells=tuple(_cell(question, source, dossier) for source in dossier.sources.values()),
        origins=origins_of(question.claims, pairs),
        answer_origins=tuple(origins_of(answer.claims, pairs) for answer in question.answers),
    )


def comparisons(dossier: Dossier) -> tuple[Comparison, ...]:
    """All questions compared: those across visits first, then visit by visit."""
    return tuple(compare(question, dossier) for question in dossier.all_questions)


def verdict_of(question: Question) -> Verdict:
    """The verdict that follows from who gives which answer."""
    answered = [answer for answer in question.answers if answer.claims]
    sources = frozenset[str]().union(*(answer.sources for answer in answered))
    if not answered:
        return "unanswered"
    if found := clash(question):
        (_, first), (_, second) = found
        return "contradicted" if first != second else "contradicts-itself"
    if len(sources) == 1:
        return "single-source"
    return "agreed" if len(answered) == 1 else "compatible"


def clash(question: Question) -> tuple[tuple[Answer, str], tuple[Answer, str]] | None:
    """Two answers that stand against each other, each with a source that gives it.

    None where all may hold, or only one is given.  Two sources are preferred to one.
    """
    if question.record.kind != "exclusive":
        return None
    given = [(answer, source) for answer in question.answers for source in sorted(answer.sources)]
    pairs = [(a, b) for a, b in combinations(given, 2) if a[0] is not b[0]]
    return next((pair for pair in pairs if pair[0][1] != pair[1][1]), next(iter(pairs), None))


def _cell(question: Question, source: Source, dossier: Dossier) -> Cell:
    given = {
        name: tuple(answer for answer in question.answers if name in answer.sources)
        for name in {claim.source.id for claim in question.claims}
    }
    own = given.get(source.id, ())
    if not own:
        knew = _could_know(question, source, dossier)
        return Cell(source, "silent" if knew else "could-not-know", ())
    alike = all(answers == own for answers in given.values())
    if question.record.kind == "exclusive":
        return Cell(source, "agrees" if alike and len(own) == 1 else "contradicts", own)
    return Cell(source, "agrees" if alike else "compatible", own)


def _could_know(question: Question, source: Source, dossier: Dossier) -> bool:
    """Whether the source appeared after a visit in question began.

    A question within one visit is out of reach also for a source that does not tell of it.
    """
    if question.visit:
        told = {c.visit for c in dossier.claims.values() if c.source.id == source.id}
        visits = {question.visit} & told
    else:
        visits = {claim.visit for claim in question.claims} or {*dossier.visits}
    last = source.published.last
    firsts = (dossier.visits[name].when.first for name in visits)
    return any(first is None or last is None or first <= last for first in firsts)
