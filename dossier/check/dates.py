"""Checks of dates: weekdays that fit, and nothing told before it happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dossier.problems import Problem
from dossier.seeds.load import Record, Seeds
from dossier.seeds.models import DateEvidence, SourceRecord, VisitRecord
from dossier.text import edtf
from dossier.text.arabic import days_back, weekday_named

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def check(seeds: Seeds) -> Iterator[Problem]:
    """Every problem of this kind."""
    sources = {source.stem: source.model for source in seeds.sources}
    for source in seeds.sources:
        yield from _published(source)
    for visit in seeds.visits:
        yield from _told_before(visit, sources)
        for evidence in visit.model.when.evidence:
            yield from _weekday(visit, evidence)


def _published(source: Record[SourceRecord]) -> Iterator[Problem]:
    day = edtf.parse(source.model.published.edtf).day
    for words in source.model.published.evidence:
        named, back = weekday_named(words.exact), days_back(words.exact)
        if day is None or named is None or back is None:
            continue
        meant = day - timedelta(days=back)
        if meant.weekday() != named:
            yield _disagrees(source, ("published", "edtf"), meant, words.exact)


def _weekday(visit: Record[VisitRecord], evidence: DateEvidence) -> Iterator[Problem]:
    """The weekday that the words name must be among the days of the visit."""
    named = weekday_named(evidence.words.exact)
    when = edtf.parse(visit.model.when.edtf)
    if named is None or when.first is None or when.last is None:
        return
    days = (when.first + timedelta(days=n) for n in range((when.last - when.first).days + 1))
    if not any(when.may_include(day) and day.weekday() == named for day in days):
        yield _disagrees(visit, ("when", "edtf"), when.first, evidence.words.exact)


def _disagrees(
    record: Record[SourceRecord] | Record[VisitRecord], path: tuple[str, ...], day: date, words: str
) -> Problem:
    message = f"must agree with «{words}», but {day} is a {_WEEKDAYS[day.weekday()]}"
    return record.problem(path, message)


def _told_before(visit: Record[VisitRecord], sources: dict[str, SourceRecord]) -> Iterator[Problem]:
    first = edtf.parse(visit.model.when.edtf).first
    for name in sorted({claim.source for claim in visit.model.claims}):
        source = sources.get(name)
        last = edtf.parse(source.published.edtf).last if source else None
        if first and last and last < first:
            message = (
                f"must not be later than {last}, when {name}, which tells of it, was published"
            )
            yield visit.problem(("when", "edtf"), message)
