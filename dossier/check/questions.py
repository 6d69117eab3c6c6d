"""Checks of questions: each answer rests on claims, and no claim on two sides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dossier.problems import Problem
from dossier.seeds.load import Record, Seeds
from dossier.seeds.models import QuestionRecord


def check(seeds: Seeds) -> Iterator[Problem]:
    """Every problem of this kind."""
    records: list[Record[Any]] = [*seeds.visits, *([seeds.questions] if seeds.questions else [])]
    for record in records:
        for index, question in enumerate(record.model.questions):
            yield from _answers(record, index, question)
            yield from _missing(record, index, question)


def _missing(record: Record[Any], index: int, question: QuestionRecord) -> Iterator[Problem]:
    if question.kind == "exclusive" and len(question.answers) > 1 and not question.missing:
        path = ("questions", index, "missing")
        yield record.problem(path, "must say what evidence would settle the contradiction")


def _answers(record: Record[Any], index: int, question: QuestionRecord) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for number, answer in enumerate(question.answers):
        path = ("questions", index, "answers", number, "claims")
        if not answer.claims:
            yield record.problem(path, "must name a claim that the answer rests on")
        for place, claim in enumerate(answer.claims):
            name = claim.removeprefix(f"{record.stem}.")
            if name in first:
                other = "this answer" if first[name] == answer.id else f"the answer {first[name]}"
                yield record.problem(
                    (*path, place), f"must not name {claim}, which {other} names already"
                )
            first[name] = answer.id
