"""How far a source is used: every sentence claimed, set aside, furniture, or unused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dossier.model import Claim, Dossier, Source
from dossier.text.arabic import WORD
from dossier.text.passages import Span, sentences

Use = Literal["claimed", "set-aside", "furniture", "unused"]
USES: tuple[Use, ...] = ("claimed", "set-aside", "furniture", "unused")

WordUse = Literal["several", "once", "rest", "set-aside", "unused", "furniture"]
WORD_USES: tuple[WordUse, ...] = ("several", "once", "rest", "set-aside", "unused", "furniture")
"""Of a word: in the quotes of several claims, of one; or in the rest of a claimed sentence."""


@dataclass(frozen=True)
class Sentence(Span):
    """A sentence of a source and what became of it."""

    passage: int
    use: Use


@dataclass(frozen=True)
class Usage:
    """The sentences of a source, and how many of its words were used in each way."""

    sentences: tuple[Sentence, ...]
    by_use: Mapping[WordUse, int]

    @property
    def words(self) -> int:
        """The words of the article, furniture not counted."""
        return sum(count for use, count in self.by_use.items() if use != "furniture")

    @property
    def quoted(self) -> int:
        """The words that lie inside a claim's quote."""
        return self.by_use["several"] + self.by_use["once"]

    def count(self, use: Use) -> int:
        """How many sentences were used that way."""
        return sum(sentence.use == use for sentence in self.sentences)


def usage_of(source: Source, dossier: Dossier) -> Usage:
    """What became of every sentence and word of the source."""
    claims = dossier.claims_of(source)
    quotes = [quote for claim in claims for quote in claim.quotes]
    aside = [item.quote for item in source.set_aside]
    found = tuple(
        Sentence(span.start, span.end, passage.number, _use(source, span, quotes, aside))
        for passage in source.passages
        for span in sentences(source.unabridged, passage)
    )
    counts = Counter(
        _word_use(source, Span(*match.span()), sentence, claims)
        for sentence in found
        for match in WORD.finditer(source.unabridged, sentence.start, sentence.end)
    )
    return Usage(found, {use: counts[use] for use in WORD_USES})


def _use(source: Source, sentence: Span, quotes: Sequence[Span], aside: Sequence[Span]) -> Use:
    if _touched(sentence, quotes):
        return "claimed"
    if _touched(sentence, aside):
        return "set-aside"
    words = (
        Span(*m.span()) for m in WORD.finditer(source.unabridged, sentence.start, sentence.end)
    )
    return "furniture" if all(source.touches_furniture(word) for word in words) else "unused"


def _word_use(source: Source, word: Span, sentence: Sentence, claims: Sequence[Claim]) -> WordUse:
    if source.touches_furniture(word):
        return "furniture"
    quoting = sum(_touched(word, claim.quotes) for claim in claims)
    if quoting:
        return "once" if quoting == 1 else "several"
    return "rest" if sentence.use == "claimed" else sentence.use


def _touched(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)
