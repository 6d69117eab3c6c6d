"""Pictures of who told whom, laid out as boxes and lines for an SVG template.

Coordinates are in pixels of the picture's own size, x from the left.  Reading goes from right
to left, so the innermost teller stands at the right, or at the top of a narrow picture.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

LINE, PADDING, GAP = 20, 8, 26
_LETTER = 7.4  # a generous mean width of an Arabic letter at 13 px
_LINE_LETTERS = 26
_GUTTER, _MARGIN, _ROW_GAP = 56, 30, 10


@dataclass(frozen=True)
class Label:
    """What a box says, and where it leads."""

    text: str
    kind: str
    href: str | None = None


@dataclass(frozen=True)
class TextLine:
    """One line of a box, centred at its place."""

    text: str
    x: float
    y: float


@dataclass(frozen=True)
class Box:
    """A teller or an article."""

    x: float
    y: float
    width: float
    height: float
    kind: str
    href: str | None
    lines: tuple[TextLine, ...]


@dataclass(frozen=True)
class Line:
    """From one box to another: who tells whom; ``kind`` is `told` or `maybe-same`."""

    path: str
    kind: str


@dataclass(frozen=True)
class Picture:
    """A picture with its words for those who cannot see it."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    description: str


@dataclass(frozen=True)
class Group:
    """One article's part of the whole: its label, its tellers, and who passes on whom.

    ``relays`` maps the index of a teller to those of the tellers it passes on.
    """

    article: Label
    tellers: tuple[Label, ...]
    relays: dict[int, tuple[int, ...]]
    maybe_same: tuple[tuple[int, int], ...]


def chain_picture(labels: Sequence[Label], description: str) -> Picture:
    """A chain from top to bottom, the innermost teller first."""
    sizes = [_size(label) for label in labels]
    width = max(w for w, _ in sizes)
    boxes: list[Box] = []
    y = 1.0
    for label, (_, height) in zip(labels, sizes, strict=True):
        boxes.append(_box(label, 1, y, width, height))
        y += height + GAP
    lines = [
        Line(f"M{a.x + width / 2:g} {a.y + a.height:g}V{b.y - 2:g}", "told")
        for a, b in itertools.pairwise(boxes)
    ]
    return Picture(width + 2, y - GAP + 1, tuple(boxes), tuple(lines), description)


def whole_picture(groups: Sequence[Group], description: str) -> Picture:
    """Every article with its tellers: origins at the right, relays between, articles left.

    Tellers that speak to the article itself stand below those that are relayed, so that no
    line runs behind a box.
    """
    labels = [label for group in groups for label in (group.article, *group.tellers)]
    column = max(_size(label)[0] for label in labels)
    left, middle, right = (1 + place * (column + _GUTTER) for place in range(3))
    boxes: list[Box] = []
    lines: list[Line] = []
    y = 1.0
    for group in groups:
        placed, height = _tellers(group, middle, right, column, y)
        article_height = _size(group.article)[1]
        top = y + max(0, (height - article_height) / 2)
        article = _box(group.article, left, top, column, article_height)
        lines += _told(group, placed, article, middle)
        lines += [_loop(placed[a], placed[b]) for a, b in group.maybe_same]
        boxes += [article, *placed.values()]
        y += max(height, article_height) + GAP
    width = right + column + _MARGIN
    return Picture(width, y - GAP + 1, tuple(boxes), tuple(lines), description)


def _tellers(
    group: Group, middle: float, right: float, column: float, top: float
) -> tuple[dict[int, Box], float]:
    """The boxes of an article's tellers and their height: the relayed and relays first."""
    relayed = {inner for passed_on in group.relays.values() for inner in passed_on}
    relays = [index for index, passed_on in group.relays.items() if passed_on]
    direct = [i for i in range(len(group.tellers)) if i not in relayed and i not in relays]
    placed: dict[int, Box] = {}

    def stack(indices: Sequence[int], x: float, start: float) -> float:
        y = start
        for index in indices:
            height = _size(group.tellers[index])[1]
            placed[index] = _box(group.tellers[index], x, y, column, height)
            y += height + _ROW_GAP
        return y

    below = max(stack(sorted(relayed - {*relays}), right, top), stack(relays, middle, top))
    return placed, stack(direct, right, below) - top - _ROW_GAP


def _told(group: Group, placed: dict[int, Box], article: Box, middle: float) -> list[Line]:
    relayed = {inner for passed_on in group.relays.values() for inner in passed_on}
    lines = []
    for index, box in placed.items():
        if index not in relayed:
            lines.append(_between(box, article, min(box.x, middle)))
        lines += [_between(placed[i], box, placed[i].x) for i in group.relays.get(index, ())]
    return lines


def _between(inner: Box, outer: Box, bend_from: float) -> Line:
    """From the left edge of a teller, level to `bend_from`, to the edge of whoever passes it on."""
    x1, y1 = inner.x, inner.y + inner.height / 2
    x2, y2 = outer.x + outer.width + 2, outer.y + outer.height / 2
    bend = (bend_from + x2) / 2
    curve = f"C{bend:g} {y1:g} {bend:g} {y2:g} {x2:g} {y2:g}"
    return Line(f"M{x1:g} {y1:g}H{bend_from:g}{curve}", "told")


def _loop(a: Box, b: Box) -> Line:
    """Between two boxes, around their right edges."""
    x = max(a.x + a.width, b.x + b.width)
    y1, y2 = a.y + a.height / 2, b.y + b.height / 2
    start, end = a.x + a.width, b.x + b.width
    return Line(
        f"M{start:g} {y1:g}C{x + 26:g} {y1:g} {x + 26:g} {y2:g} {end:g} {y2:g}", "maybe-same"
    )


def _wrapped(text: str) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + len(word) < _LINE_LETTERS:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _size(label: Label) -> tuple[float, float]:
    lines = _wrapped(label.text)
    longest = max(map(len, lines))
    return longest * _LETTER + 2 * PADDING, len(lines) * LINE + 2 * PADDING


def _box(label: Label, x: float, y: float, width: float, height: float) -> Box:
    lines = tuple(
        TextLine(text, x + width / 2, y + PADDING + LINE * index + 14)
        for index, text in enumerate(_wrapped(label.text))
    )
    return Box(x, y, width, height, label.kind, label.href, lines)
