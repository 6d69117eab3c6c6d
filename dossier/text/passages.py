"""A text cut into passages (paragraphs) and sentences, as spans of code points."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

MOST = 5_000
"""Passages of a text; what follows stands in the last of them, whatever its lines."""

_BREAK = re.compile("\r\n|[\r\n]")
_LINE = re.compile(r"[^\r\n]+")
# A full stop, question or exclamation mark, not part of an ellipsis, with what closes after it.
_SENTENCE_END = re.compile(r"""(?:(?<!\.)\.(?!\.)|[؟?!])["'”’»)\]]*(?=\s|$)""")


@dataclass(frozen=True, order=True)
class Span:
    """Code points ``start`` (included) to ``end`` (excluded) of a text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, order=True)
class Passage(Span):
    """A paragraph; ``number`` counts from 1 over the lines that are not blank."""

    number: int


def passages(text: str) -> tuple[Passage, ...]:
    """The lines that hold anything but white space (U+00A0 included), without their margins."""
    trimmed = (_trim(text, match.start(), match.end()) for match in _LINE.finditer(text))
    spans = list(islice((span for span in trimmed if span.start < span.end), MOST))
    if len(spans) == MOST:
        spans[-1] = _trim(text, spans[-1].start, len(text))
    return tuple(Passage(span.start, span.end, number) for number, span in enumerate(spans, 1))


def sentences(text: str, passage: Span) -> tuple[Span, ...]:
    """The sentences of a passage, end marks and closing quotation marks included."""
    ends = [m.end() for m in _SENTENCE_END.finditer(text, passage.start, passage.end)]
    starts = [passage.start, *ends]
    cut = (_trim(text, a, b) for a, b in zip(starts, [*ends, passage.end], strict=True))
    return tuple(span for span in cut if span.start < span.end)


def line_of(text: str, position: int) -> int:
    """The number, from 1, of the line that a code point stands on."""
    return len(_BREAK.findall(text, 0, position)) + 1


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
