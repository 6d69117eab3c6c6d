"""Whose voice?  Places where a text leaves it in doubt, each to be answered by an editor.

Found are quotation marks that do not pair (in paragraphs that words are taken from), quoted words
of a headline that the body lacks, access that shrinks within one article, and words that may mean
one of several.  A claim with `voice: unclear` or a referent over the place answers it, or a voice
note of the source's record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from dossier.model import Claim, Dossier, Quote, Source
from dossier.problems import Problem
from dossier.seeds.models import Access, Teller
from dossier.text.passages import Span, line_of
from dossier.text.quotation_marks import faults, quoted
from dossier.text.quotes import occurrences

Kind = Literal["unopened", "unclosed", "turned", "headline", "shrinking-access", "referent"]

_NEARNESS: dict[Access, int] = {"present": 2, "briefed": 1, "unstated": 0}
_AROUND = 24  # code points shown on either side of a quotation mark


@dataclass(frozen=True)
class Doubt:
    """A place of a source where it is in doubt whose words they are.

    ``claims`` are those that say so themselves, ``answers`` the editors' words on it; where
    both are empty the doubt is open.  ``around`` is what makes the place out.
    """

    kind: Kind
    source: Source
    span: Span
    around: Span
    claims: tuple[Claim, ...]
    answers: tuple[str, ...]

    @property
    def words(self) -> str | None:
        """What stands there; None where it is withheld."""
        return self.source.shown(self.around)

    @property
    def answered(self) -> bool:
        """Whether an editor has said something of it."""
        return bool(self.claims or self.answers)


def doubts_of(source: Source, dossier: Dossier) -> tuple[Doubt, ...]:
    """Every doubt of a source, in the order of its text."""
    claims = dossier.claims_of(source)
    found = [
        *_marks(source, claims),
        *_headline(source),
        *_access(source, dossier),
        *_referents(source, claims),
    ]
    return tuple(
        _answered(kind, span, source, claims)
        for kind, span in sorted(found, key=lambda item: (item[1], item[0]))
    )


def unanswered(dossier: Dossier) -> list[Problem]:
    """A problem for each doubt that no editor has answered."""
    return [
        _problem(doubt)
        for source in dossier.sources.values()
        for doubt in doubts_of(source, dossier)
        if not doubt.answered
    ]


def _problem(doubt: Doubt) -> Problem:
    text, start = doubt.source.unabridged, doubt.span.start
    words = text[doubt.around.start : doubt.around.end]
    message = (
        f"must be answered ({doubt.kind}: «{words}»): by a claim over it with voice: unclear"
        f" or a referent, or by a voice note in {doubt.source.id}.yml"
    )
    path = f"seeds/sources/{doubt.source.id}.txt"
    column = start - text.rfind("\n", 0, start)
    return Problem(path, line_of(text, start), column, "", message)


def _marks(source: Source, claims: tuple[Claim, ...]) -> Iterator[tuple[Kind, Span]]:
    """Faulty marks where words are taken from; elsewhere nothing hangs on whose words they are."""
    used = _used_passages(source, claims)
    for passage in source.passages:
        if passage.number in used and not source.is_furniture(passage):
            for mark in faults(source.unabridged, passage):
                yield mark.fault, Span(mark.start, mark.end)


def _used_passages(source: Source, claims: tuple[Claim, ...]) -> set[int]:
    record = source.record
    selectors = [
        *([record.outlet_evidence] if record.outlet_evidence else []),
        *record.published.evidence,
        *(selector for teller in record.tellers for selector in teller.quote or ()),
        *(note.quote for note in record.voice_notes),
    ]
    quotes = [*map(source.quote, selectors), *(quote for claim in claims for quote in claim.quotes)]
    return {quote.passage for quote in quotes}


def _headline(source: Source) -> Iterator[tuple[Kind, Span]]:
    """Quoted words of the headlines that occur nowhere else in the article."""
    for headline in (source.record.title, source.record.subtitle):
        place = occurrences(source.unabridged, headline)[0] if headline else None
        if place is None:
            continue
        for span in quoted(source.unabridged[place.start : place.end]):
            inside = Span(place.start + span.start, place.start + span.end)
            words = source.unabridged[inside.start : inside.end]
            if not words.strip():
                continue
            elsewhere = (
                other
                for other in occurrences(source.unabridged, words)
                if not other.overlaps(place) and not source.touches_furniture(other)
            )
            if not any(elsewhere):
                yield "headline", inside


def _access(source: Source, dossier: Dossier) -> Iterator[tuple[Kind, Span]]:
    """A teller who may be one met before, and is now said to have been less near."""
    pairs = dossier.maybe_same_tellers
    met = sorted(
        (
            (source.quote(teller.quote[0]), teller)
            for teller in source.record.tellers
            if teller.quote
        ),
        key=lambda item: item[0],
    )
    for (_, first), (place, second) in combinations(met, 2):
        names = frozenset((f"{source.id}/{first.id}", f"{source.id}/{second.id}"))
        if names in pairs and _shrinks(first, second):
            yield "shrinking-access", Span(place.start, place.end)


def _shrinks(first: Teller, second: Teller) -> bool:
    return _NEARNESS[first.access] > _NEARNESS[second.access]


def _referents(source: Source, claims: tuple[Claim, ...]) -> Iterator[tuple[Kind, Span]]:
    for claim in claims:
        if claim.record.referent:
            place = source.quote(claim.record.referent.words)
            yield "referent", Span(place.start, place.end)


def _answered(kind: Kind, span: Span, source: Source, claims: tuple[Claim, ...]) -> Doubt:
    own = tuple(claim for claim in claims if _answers(claim, span))
    notes: list[str] = [
        note.reason for note in source.record.voice_notes if source.quote(note.quote).overlaps(span)
    ]
    if kind == "shrinking-access":
        notes += [
            teller.note
            for teller in source.record.tellers
            if teller.note and any(source.quote(q).overlaps(span) for q in teller.quote or ())
        ]
    around = span if kind in ("headline", "shrinking-access", "referent") else _around(source, span)
    return Doubt(kind, source, span, around, own, tuple(notes))


def _answers(claim: Claim, span: Span) -> bool:
    if claim.record.referent and _touches(claim.source.quote(claim.record.referent.words), span):
        return True
    return claim.record.voice == "unclear" and any(_touches(quote, span) for quote in claim.quotes)


def _touches(quote: Quote, span: Span) -> bool:
    """Whether the quote reaches the place; a mark just outside its ends belongs to it."""
    return quote.start - 2 <= span.start and span.end <= quote.end + 2


def _around(source: Source, span: Span) -> Span:
    passage = source.passage_at(span)
    return Span(max(passage.start, span.start - _AROUND), min(passage.end, span.end + _AROUND))
