"""Who is said to have taken part in which visit: a column for each visit, a row for each actor.

The oldest visit stands at the right.  The dossier's subject has the first row to himself, and
a line runs through his dots from visit to visit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.pages.pictures.letters import wrapped

TITLE, NOTE, LINE = 14.0, 13.0, 18.0
RADIUS = 12.0


@dataclass(frozen=True)
class Head:
    """A visit at the head of its column: its name, and its month where there is less room."""

    title: str
    date: str
    month: str
    href: str


@dataclass(frozen=True)
class Cell:
    """That sources say that an actor took part: how often, how many of them, and where first."""

    claims: int
    sources: int
    text: str
    href: str


@dataclass(frozen=True)
class Row:
    """An actor, with a cell or None for each visit."""

    name: str
    href: str
    subject: bool
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True)
class Line:
    """A line of words, centred at x at the head of a column, running left from it in a row."""

    text: str
    y: float
    kind: str


@dataclass(frozen=True)
class PlacedHead:
    """The words at the head of a column, and the thread that joins its dots."""

    href: str
    x: float
    lines: tuple[Line, ...]
    thread: str


@dataclass(frozen=True)
class Dot:
    """A cell in its place."""

    x: float
    cell: Cell


@dataclass(frozen=True)
class PlacedRow:
    """A row in its place, from ``top`` down by ``height``."""

    name: str
    href: str
    subject: bool
    y: float
    top: float
    height: float
    lines: tuple[Line, ...]
    dots: tuple[Dot, ...]


@dataclass(frozen=True)
class MeetingsPicture:
    """One layout.

    ``names``, ``column`` and ``head`` are how wide the names and a visit are, and how high the
    words of a visit; ``scrolls`` tells that all visits together are wider than the page;
    ``journey`` joins the dots of the subject.
    """

    width: float
    height: float
    names: float
    column: float
    head: float
    scrolls: bool
    heads: tuple[PlacedHead, ...]
    rows: tuple[PlacedRow, ...]
    journey: str


def wide_meetings(heads: Sequence[Head], rows: Sequence[Row]) -> MeetingsPicture:
    """For a desk: visits by name and date."""
    return _drawn(heads, rows, width=720, names=176, least=104, by_month=False)


def tall_meetings(heads: Sequence[Head], rows: Sequence[Row]) -> MeetingsPicture:
    """For a phone: visits by their month."""
    return _drawn(heads, rows, width=360, names=120, least=54, by_month=True)


def _drawn(
    heads: Sequence[Head],
    rows: Sequence[Row],
    *,
    width: float,
    names: float,
    least: float,
    by_month: bool,
) -> MeetingsPicture:
    page = width
    column = max(least, (page - names) / max(1, len(heads)))
    width = round(names + column * len(heads), 1)
    centres = [round(width - names - column * (place + 0.5), 1) for place in range(len(heads))]
    words = [_words(head, column - 8, by_month=by_month) for head in heads]
    bottom = max(map(len, words), default=0) * LINE + 14
    placed: list[PlacedRow] = []
    top = bottom
    for row in rows:
        found = _row(row, centres, top, names)
        placed.append(found)
        top += found.height + (10 if row.subject else 0)
    columns = tuple(
        PlacedHead(
            head.href,
            x,
            tuple(
                Line(text, bottom - 14 - LINE * (len(lines) - number) + 13, kind)
                for number, (kind, text) in enumerate(lines)
            ),
            _thread(x, [row.y for row in placed for dot in row.dots if dot.x == x]),
        )
        for head, x, lines in zip(heads, centres, words, strict=True)
    )
    journey = "".join(_journey(row) for row in placed if row.subject)
    return MeetingsPicture(
        width=width,
        height=round(top, 1),
        names=names,
        column=round(column, 1),
        head=bottom - 14,
        scrolls=width > page,
        heads=columns,
        rows=tuple(placed),
        journey=journey,
    )


def _words(head: Head, room: float, *, by_month: bool) -> list[tuple[str, str]]:
    if by_month:
        return [("title", line) for line in wrapped(head.month, room, NOTE, bold=True)]
    titles = wrapped(head.title, room, TITLE, bold=True)
    dates = wrapped(head.date, room, NOTE)
    return [*(("title", line) for line in titles), *(("note", line) for line in dates)]


def _row(row: Row, centres: Sequence[float], top: float, names: float) -> PlacedRow:
    lines = wrapped(row.name, names - 14, TITLE, bold=row.subject)
    height = max(len(lines) * LINE + 16, 2 * RADIUS + 14)
    middle = round(top + height / 2, 1)
    first = middle - len(lines) * LINE / 2 + 13
    kind = "title" if row.subject else "name"
    return PlacedRow(
        name=row.name,
        href=row.href,
        subject=row.subject,
        y=middle,
        top=round(top, 1),
        height=round(height, 1),
        lines=tuple(Line(text, first + LINE * n, kind) for n, text in enumerate(lines)),
        dots=tuple(Dot(x, cell) for x, cell in zip(centres, row.cells, strict=True) if cell),
    )


def _thread(x: float, ys: Sequence[float]) -> str:
    return f"M{x:g} {ys[0]:g}V{ys[-1]:g}" if len(ys) > 1 else ""


def _journey(row: PlacedRow) -> str:
    return f"M{row.dots[0].x:g} {row.y:g}H{row.dots[-1].x:g}" if len(row.dots) > 1 else ""
