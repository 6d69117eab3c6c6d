"""How far a source is used: every sentence claimed, set aside, furniture, or unused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from dossier.model import Dossier, Source
from dossier.text.arabic import WORD
from dossier.text.passages import Span, sentences

Use = Literal["claimed", "set-aside", "furniture", "unused"]
USES: tuple[Use, ...] = ("claimed", "set-aside", "furniture", "unused")


@dataclass(frozen=True)
class Sentence(Span):
    """A sentence of a source and what became of it."""

    passage: int
    use: Use


@dataclass(frozen=True)
class Usage:
    """The sentences of a source, and its words by use (furniture not counted).

    ``quoted`` are the words that lie inside a claim's quote, of ``words`` in all.
    """

    sentences: tuple[Sentence, ...]
    words: int
    quoted: int

    def count(self, use: Use) -> int:
        """How many sentences were used that way."""
        return sum(sentence.use == use for sentence in self.sentences)


def usage_of(source: Source, dossier: Dossier) -> Usage:
    """What became of every sentence and word of the source."""
    quotes = [quote for claim in dossier.claims_of(source) for quote in claim.quotes]
    aside = [item.quote for item in source.set_aside]
    found = tuple(
        Sentence(span.start, span.end, passage.number, _use(source, span, quotes, aside))
        for passage in source.passages
        for span in sentences(source.text, passage)
    )
    words = [Span(*m.span()) for m in WORD.finditer(source.text)]
    article = [word for word in words if not source.touches_furniture(word)]
    return Usage(found, len(article), sum(_touched(word, quotes) for word in article))


def _use(source: Source, sentence: Span, quotes: Sequence[Span], aside: Sequence[Span]) -> Use:
    if _touched(sentence, quotes):
        return "claimed"
    if _touched(sentence, aside):
        return "set-aside"
    words = (Span(*m.span()) for m in WORD.finditer(source.text, sentence.start, sentence.end))
    return "furniture" if all(source.touches_furniture(word) for word in words) else "unused"


def _touched(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)
