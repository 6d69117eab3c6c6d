"""Checks of names: ids against files, ids that repeat, records and texts that belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dossier.problems import Problem
from dossier.seeds.load import Record, Seeds, partner_of
from dossier.seeds.models import AUTHOR, QuestionRecord, SourceRecord, VisitRecord
from dossier.seeds.strict_yaml import Path

RESERVED_ANCHORS = ("top",)
"""Anchors that every page has; a claim's id is an anchor of its visit's page, too."""


def check(seeds: Seeds) -> Iterator[Problem]:
    """Every problem of this kind."""
    records: list[Record[VisitRecord] | Record[SourceRecord]] = [*seeds.visits, *seeds.sources]
    for record in records:
        if record.model.id not in (None, record.stem):
            yield record.problem(("id",), f"must be {record.stem}, as the file is named")
    yield from _repeated(seeds)
    yield from _pairs(seeds)
    for visit in seeds.visits:
        for index, claim in enumerate(visit.model.claims):
            if claim.id in RESERVED_ANCHORS:
                message = f"must not be {claim.id}, which stands for the page's own heading"
                yield visit.problem(("claims", index, "id"), message)
    for source in seeds.sources:
        yield from _hash(seeds, source)
        for index, teller in enumerate(source.model.tellers):
            if teller.id == AUTHOR:
                message = f"must not be {AUTHOR}, which stands for the article's own voice"
                yield source.problem(("tellers", index, "id"), message)


def _repeated(seeds: Seeds) -> Iterator[Problem]:
    if seeds.dossier:
        yield from _unique(seeds.dossier, ("topics",), seeds.dossier.model.topics)
    if seeds.actors:
        yield from _unique(seeds.actors, ("actors",), seeds.actors.model.actors)
    if seeds.questions:
        yield from _questions(seeds.questions, seeds.questions.model.questions)
        yield from _unique(seeds.questions, ("readings",), seeds.questions.model.readings)
    for source in seeds.sources:
        yield from _unique(source, ("tellers",), source.model.tellers)
    for visit in seeds.visits:
        yield from _unique(visit, ("claims",), visit.model.claims)
        yield from _questions(visit, visit.model.questions)


def _questions(record: Record[Any], questions: Sequence[QuestionRecord]) -> Iterator[Problem]:
    yield from _unique(record, ("questions",), questions)
    for index, question in enumerate(questions):
        yield from _unique(record, ("questions", index, "answers"), question.answers)


def _unique(record: Record[Any], path: Path, items: Sequence[Any]) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, item in enumerate(items):
        if item.id in seen:
            yield record.problem((*path, index, "id"), f"must be unique, {item.id} is used before")
        seen.add(item.id)


def _pairs(seeds: Seeds) -> Iterator[Problem]:
    for path in sorted(path for path in seeds.absent if path.startswith("seeds/sources/")):
        partner = partner_of(path)
        what = "a record" if path.endswith(".yml") else "its original text"
        name = path.rpartition("/")[2]
        yield Problem(partner, 1, 1, "", f"must have {what}, {name} beside it")


def _hash(seeds: Seeds, source: Record[Any]) -> Iterator[Problem]:
    text = seeds.texts.get(source.stem)
    if text and text.sha256 != source.model.sha256:
        message = f"must be the SHA-256 of {text.path}, {text.sha256}: has the text been altered?"
        yield source.problem(("sha256",), message)
