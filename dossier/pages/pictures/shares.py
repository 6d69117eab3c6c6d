"""How much of each source's words is used: a bar for each, from right to left.

All bars have one scale, so that a longer article has a longer bar.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.pages.pictures.letters import width_of, wrapped

TITLE, NOTE, LINE = 14.0, 13.0, 19.0
THICK = 26.0
_BETWEEN = 20.0  # bars


@dataclass(frozen=True)
class Part:
    """Words that were used in one way, with the number as it is written."""

    use: str
    words: int


@dataclass(frozen=True)
class Bar:
    """A source: what it is called, where that leads, what is said of the whole, and its parts."""

    title: str
    href: str
    note: str
    parts: tuple[Part, ...]

    @property
    def words(self) -> int:
        """All of them."""
        return sum(part.words for part in self.parts)


@dataclass(frozen=True)
class Line:
    """A line of words that begins at the right edge."""

    text: str
    y: float
    kind: str


@dataclass(frozen=True)
class Segment:
    """A part in its place; its number is written in it where there is room."""

    use: str
    x: float
    width: float
    number: str


@dataclass(frozen=True)
class PlacedBar:
    """A bar in its place."""

    href: str
    lines: tuple[Line, ...]
    y: float
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class SharesPicture:
    """One layout."""

    width: float
    height: float
    bars: tuple[PlacedBar, ...]


def wide_shares(bars: Sequence[Bar]) -> SharesPicture:
    """For a desk."""
    return _drawn(bars, 720)


def tall_shares(bars: Sequence[Bar]) -> SharesPicture:
    """For a phone."""
    return _drawn(bars, 360)


def _drawn(bars: Sequence[Bar], width: float) -> SharesPicture:
    most = max((bar.words for bar in bars), default=0) or 1
    placed, y = [], 0.0
    for bar in bars:
        lines = [("title", line) for line in wrapped(bar.title, width, TITLE, bold=True)]
        lines += [("note", line) for line in wrapped(bar.note, width, NOTE)]
        top = y + len(lines) * LINE + 4
        placed.append(
            PlacedBar(
                bar.href,
                tuple(Line(text, y + LINE * n + 14, kind) for n, (kind, text) in enumerate(lines)),
                top,
                _segments(bar, width, (width - 1) / most),
            )
        )
        y = top + THICK + _BETWEEN
    return SharesPicture(width, max(y - _BETWEEN + 2, 1), tuple(placed))


def _segments(bar: Bar, right: float, scale: float) -> tuple[Segment, ...]:
    segments, passed = [], 0
    for part in bar.parts:
        if part.words:
            size, edge = part.words * scale, right - (passed + part.words) * scale
            number = str(part.words)
            fits = width_of(number, NOTE, bold=True) + 10 <= size
            segments.append(
                Segment(part.use, round(edge, 1), round(size, 1), number if fits else "")
            )
        passed += part.words
    return tuple(segments)
