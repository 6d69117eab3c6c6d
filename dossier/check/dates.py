"""Checks of dates: words and weekdays that fit them, and nothing told before it happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dossier.problems import Problem
from dossier.seeds.load import Record, Seeds
from dossier.seeds.models import DateEvidence, SourceRecord, VisitRecord
from dossier.text import edtf
from dossier.text.arabic import weekday_named
from dossier.text.relative_dates import resolve

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def check(seeds: Seeds) -> Iterator[Problem]:
    """Every problem of this kind."""
    sources = {source.stem: source.model for source in seeds.sources}
    for source in seeds.sources:
        yield from _published(source)
    for visit in seeds.visits:
        yield from _told_before(visit, sources)
        yield from _evidence(visit, sources)


def _published(source: Record[SourceRecord]) -> Iterator[Problem]:
    """Words that name a weekday must reckon to it from the day of publication."""
    published = source.model.published
    day = edtf.parse(published.edtf).day
    for words in published.evidence:
        found = resolve(words.exact, day)
        if found and not found.agrees:
            yield source.problem(("published", "edtf"), _disagreement(words.exact, found.edtf))
            return


def _evidence(visit: Record[VisitRecord], sources: dict[str, SourceRecord]) -> Iterator[Problem]:
    """The words for a visit's date must allow it; the first that do not are reported."""
    when = edtf.parse(visit.model.when.edtf)
    for evidence in visit.model.when.evidence:
        words = evidence.words.exact
        found = resolve(words, _counted_from(evidence, sources))
        if found and not (found.agrees and edtf.parse(found.edtf).overlaps(when)):
            yield visit.problem(("when", "edtf"), _disagreement(words, found.edtf))
            return
        named = weekday_named(words)
        if not found and named is not None and when.day and when.day.weekday() != named:
            yield visit.problem(("when", "edtf"), _disagreement(words, when.text))
            return


def _counted_from(evidence: DateEvidence, sources: dict[str, SourceRecord]) -> date | None:
    if evidence.counted_from == "published":
        source = sources.get(evidence.source)
        return edtf.parse(source.published.edtf).day if source else None
    return edtf.parse(evidence.counted_from).day if evidence.counted_from else None


def _disagreement(words: str, reckoned: str) -> str:
    day = edtf.parse(reckoned).day
    weekday = f", a {_WEEKDAYS[day.weekday()]}" if day else ""
    return f"must agree with «{words}», which here reckons to {reckoned}{weekday}"


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
