"""How far a source is used: every sentence claimed, set aside, furniture, or unused."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dossier.model import Claim, Dossier, Source
from dossier.text.arabic import WORD
from dossier.text.cover import Cover
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
    claimed = Cover.of(quote for claim in claims for quote in claim.quotes)
    aside = Cover.of(item.quote for item in source.set_aside)

    def words_of(sentence: Span) -> list[Span]:
        found = WORD.finditer(source.unabridged, sentence.start, sentence.end)
        return [Span(*match.span()) for match in found]

    def use_of(sentence: Span) -> Use:
        if claimed.touches(sentence):
            return "claimed"
        if aside.touches(sentence):
            return "set-aside"
        return "furniture" if all(map(source.touches_furniture, words_of(sentence))) else "unused"

    found = tuple(
        Sentence(span.start, span.end, passage.number, use_of(span))
        for passage in source.passages
        for span in sentences(source.unabridged, passage)
    )
    words = [(word, sentence.use) for sentence in found for word in words_of(sentence)]
    quoting = _quoting([word for word, _ in words], claims)
    counts = Counter(
        "furniture" if source.touches_furniture(word) else _word_use(use, quoting[index])
        for index, (word, use) in enumerate(words)
    )
    return Usage(found, {use: counts[use] for use in WORD_USES})


def _quoting(words: Sequence[Span], claims: Iterable[Claim]) -> Counter[int]:
    """How many claims quote a word, by its index among the words of a text."""
    starts, ends = [word.start for word in words], [word.end for word in words]
    counts: Counter[int] = Counter()
    for claim in claims:
        counts.update(
            {
                index
                for quote in claim.quotes
                for index in range(bisect_right(ends, quote.start), bisect_left(starts, quote.end))
            }
        )
    return counts


def _word_use(use: Use, quoting: int) -> WordUse:
    """What became of a word that so many claims quote, in a sentence of that use."""
    if quoting:
        return "once" if quoting == 1 else "several"
    return "rest" if use == "claimed" else use
