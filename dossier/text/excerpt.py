"""What of a text may be shown: all of it, or whole quotes up to a number of words.  Pure.

This is the one way by which the words of a source leave the build.  Counted is what any reader
would count: every word, and every sign that stands alone between white space.  White space,
and signs that touch a word, are no words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from dossier.text.arabic import WORD
from dossier.text.passages import Span

_COUNTED = re.compile(rf"{WORD.pattern}|(?<!\S)[^\w\s]+(?!\S)")


@dataclass(frozen=True)
class Piece(Span):
    """A stretch of a text: its words, or None where they are withheld."""

    text: str | None


@dataclass(frozen=True)
class Excerpt:
    """A text of which only some stretches, apart and in their order, may be shown."""

    unabridged: str
    stretches: tuple[Span, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing is withheld."""
        return self.stretches == (Span(0, len(self.unabridged)),)

    @property
    def published(self) -> tuple[str, ...]:
        """The words that are shown, stretch by stretch."""
        return tuple(piece.text for piece in self._everything if piece.text is not None)

    @property
    def withheld(self) -> tuple[str, ...]:
        """The words that are withheld, stretch by stretch."""
        withheld = (piece for piece in self._everything if piece.text is None)
        return tuple(self.unabridged[piece.start : piece.end] for piece in withheld)

    def shown(self, span: Span) -> str | None:
        """The words of a stretch; None if any of them is withheld."""
        if self.whole or not any(piece.text is None for piece in self.pieces(span)):
            return self.unabridged[span.start : span.end]
        return None

    def pieces(self, span: Span) -> tuple[Piece, ...]:
        """A stretch cut into what is shown and what is withheld, which touches no white space."""
        pieces: list[Piece] = []
        for part, free in self._parts(span):
            if free or not self.count(part):
                self._show(pieces, part)
                continue
            words = self.unabridged[part.start : part.end]
            start = part.start + len(words) - len(words.lstrip())
            end = part.end - (len(words) - len(words.rstrip()))
            self._show(pieces, Span(part.start, start))
            pieces.append(Piece(start, end, None))
            self._show(pieces, Span(end, part.end))
        return tuple(pieces)

    def count(self, span: Span) -> int:
        """How many words a stretch holds or cuts."""
        return len(self.words(span))

    def words(self, span: Span) -> range:
        """The numbers, from 0, of the words that a stretch holds or cuts."""
        if span.start >= span.end:
            return range(0)
        first = bisect_right(self._ends, span.start)
        return range(first, max(first, bisect_left(self._starts, span.end)))

    @cached_property
    def _everything(self) -> tuple[Piece, ...]:
        return self.pieces(Span(0, len(self.unabridged)))

    @cached_property
    def _counted(self) -> tuple[tuple[int, int], ...]:
        return tuple(match.span() for match in _COUNTED.finditer(self.unabridged))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(start for start, _ in self._counted)

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(end for _, end in self._counted)

    def _parts(self, span: Span) -> Iterator[tuple[Span, bool]]:
        """The parts of a stretch, and whether each may be shown."""
        at = span.start
        for stretch in self.stretches:
            if stretch.overlaps(span):
                start, end = max(stretch.start, span.start), min(stretch.end, span.end)
                if at < start:
                    yield Span(at, start), False
                yield Span(start, end), True
                at = end
        if at < span.end:
            yield Span(at, span.end), False

    def _show(self, pieces: list[Piece], span: Span) -> None:
        """Put something shown behind the pieces, in one with what is shown before it."""
        if span.start == span.end:
            return
        start = span.start
        if pieces and pieces[-1].text is not None:
            start = pieces.pop().start
        pieces.append(Piece(start, span.end, self.unabridged[start : span.end]))


def in_full(text: str) -> Excerpt:
    """A text of which nothing is withheld."""
    return Excerpt(text, (Span(0, len(text)),))


def excerpt(text: str, quotes: Iterable[Span], most: int) -> Excerpt:
    """What may be shown of a text: as many of the quotes as there is room for.

    A quote is shown whole or not at all; one that is too long leaves its room to those after it.
    Words that several quotes share count once.

    Args:
        text: The whole text.
        quotes: The quotes, those first that are to be shown first.
        most: How many words may be shown.
    """
    nothing = Excerpt(text, ())
    counted: set[int] = set()
    shown: list[Span] = []
    for quote in quotes:
        together = counted.union(nothing.words(quote))
        if len(together) <= most:
            counted = together
            shown.append(quote)
    return Excerpt(text, tuple(_apart(shown)))


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans in their order, those that overlap or touch as one."""
    last: Span | None = None
    for span in sorted(spans):
        if last and span.start <= last.end:
            last = Span(last.start, max(last.end, span.end))
            continue
        if last:
            yield last
        last = Span(span.start, span.end)
    if last:
        yield last
