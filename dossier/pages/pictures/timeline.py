"""Visits and publications in time: two lines, and between them threads that show the delay.

There are two layouts of the same events.  In the wide one time runs from right to left, what is
told of stands above and what was published below; in the tall one time runs downwards, what is
told of stands at the right.  Most is computed along the lines and across them; only `_Frame`
knows which of the two is x.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dossier.pages.pictures.axis import Axis, bounds
from dossier.pages.pictures.letters import width_of, wrapped
from dossier.pages.pictures.spacing import spread
from dossier.pages.pictures.stretches import Stretch, stretches
from dossier.text.edtf import Edtf

Kind = Literal["visit", "stray", "publication"]

TITLE, NOTE, LINE = 14.0, 13.0, 19.0  # sizes of letters, and from line to line
_MARK = 12.0  # how thick a mark is, and the least length of what is told of
_TICK = 3.0  # the least length of a publication's mark
_TAIL = 24.0  # how far an open end fades
_END = _TAIL + _MARK / 2  # room for that at both ends of an axis
_POLES = 11.0  # from one pole to the next, at least
_INSET = 7.0  # from a pole to its words
_GAP = 12.0  # between labels
_FADES = ("right", "left", "down", "up")


@dataclass(frozen=True)
class Event:
    """A visit, a date that no visit on file has (`stray`), or a publication.

    ``tells_of`` are the places of other events among all.
    """

    kind: Kind
    when: Edtf
    href: str
    title: str
    notes: tuple[str, ...]
    tells_of: tuple[int, ...] = ()

    @property
    def published(self) -> bool:
        """On which of the two lines it stands."""
        return self.kind == "publication"


@dataclass(frozen=True)
class Terms:
    """The words of the picture itself: what its two lines are, and the twelve months."""

    told: str
    published: str
    months: tuple[str, ...]


@dataclass(frozen=True)
class Rect:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Mark:
    """A stretch of days, or the side to which one fades: `right`, `left`, `down` or `up`."""

    rect: Rect
    kind: str


@dataclass(frozen=True)
class Text:
    """A line of words: centred at x if it names a date of the axis, running left from it if not."""

    text: str
    x: float
    y: float
    kind: str


@dataclass(frozen=True)
class Thread:
    """From what is told of to the publication.

    ``area`` holds every delay that is possible, ``path`` runs through its middle.
    """

    kind: Kind
    area: str
    path: str


@dataclass(frozen=True)
class Label:
    """The words of an event, the rectangle they stand in, and the pole that leads to them."""

    rect: Rect
    texts: tuple[Text, ...]
    pole: str
    foot: tuple[float, float]


@dataclass(frozen=True)
class Placed:
    """An event with its marks, its threads and its label."""

    kind: Kind
    href: str
    marks: tuple[Mark, ...]
    threads: tuple[Thread, ...]
    label: Label


@dataclass(frozen=True)
class Rule:
    """A thin line: one of the picture's two (`line`), or across them (`month`, `year`)."""

    path: str
    kind: str


@dataclass(frozen=True)
class TimelinePicture:
    """One layout."""

    width: float
    height: float
    rules: tuple[Rule, ...]
    texts: tuple[Text, ...]
    events: tuple[Placed, ...]


def wide_timeline(events: Sequence[Event], terms: Terms) -> TimelinePicture:
    """Time from right to left; labels hang on poles like flags, in as many rows as they need."""
    width, band, stem = 720.0, 124.0, 20.0
    words = [_Words.of(event, 156) for event in events]
    right, left = width, max(90.0, *(each.width + _INSET for each in words))
    axis = Axis(*bounds(event.when for event in events), right - _END, left + _END)
    sides = _sides(events, axis)
    feet = {i: foot for side in sides for i, foot in _feet(side, events, axis, right, left)}
    rows = {i: row for side in sides for i, row in _rows(side, feet, words)}
    depths = [_depths([(rows[i], words[i].height) for i in side]) for side in sides]
    told = 4 + depths[0][-1] + stem
    frame = _Frame(axis, told, told + band, tall=False)
    placed = {}
    for side, depth, sign in zip(sides, depths, (-1, 1), strict=True):
        for index in side:
            event, foot, row = events[index], feet[index], rows[index]
            line = frame.line(event)
            knee = line + sign * stem
            top = knee + depth[row] + _GAP if event.published else knee - depth[row + 1]
            tip = top + words[index].height if event.published else top
            pole = f"M{axis.centre(event.when):.1f} {line:.1f}L{foot:.1f} {knee:.1f}V{tip:.1f}"
            x = foot - _INSET
            label = words[index].label(x, top, words[index].width, pole, (foot, knee))
            placed[index] = _placed(event, events, frame, label)
    captions = (
        Text(terms.told, round(left - 4, 1), round(frame.told + 4, 1), "told"),
        Text(terms.published, round(left - 4, 1), round(frame.published + 4, 1), "published"),
    )
    return TimelinePicture(
        width,
        round(frame.published + stem + depths[1][-1], 1),
        _rules(frame, 84, (right, left)),
        (*captions, *_dates(frame, terms, 84)),
        tuple(placed[index] for index in range(len(events))),
    )


def tall_timeline(events: Sequence[Event], terms: Terms) -> TimelinePicture:
    """Time downwards; labels in a column on either side, kept apart."""
    width, top = 360.0, 24.0
    rooms = {True: 121.0, False: 132.0}  # of publications, at the left, and of what is told of
    words = [_Words.of(event, rooms[event.published]) for event in events]
    first, last = bounds(event.when for event in events)
    needed = [
        sum(
            each.height + _GAP for each, e in zip(words, events, strict=True) if e.published == side
        )
        for side in (False, True)
    ]
    length = max(*needed, min((last - first).days, 1100), 160)
    bottom = top + length + 2 * _END
    axis = Axis(first, last, top + _END, bottom - _END)
    frame = _Frame(axis, told=213, published=147, tall=True)
    placed = {}
    for side in _sides(events, axis):
        wanted = [axis.centre(events[i].when) - LINE / 2 for i in side]
        sizes = [words[i].height + _GAP for i in side]
        for index, y in zip(side, spread(wanted, sizes, top, bottom), strict=True):
            event, line, middle = events[index], frame.line(events[index]), y + LINE / 2
            room = rooms[event.published]
            right, knee = (room, room + 10) if event.published else (width, width - room - 4)
            pole = f"M{line:.1f} {axis.centre(event.when):.1f}L{knee:.1f} {middle:.1f}"
            label = words[index].label(right, y, room, pole, (knee, middle))
            placed[index] = _placed(event, events, frame, label)
    return TimelinePicture(
        width,
        round(bottom, 1),
        _rules(frame, 46, (top, bottom)),
        (
            Text(terms.told, width, 14, "told"),
            Text(terms.published, rooms[True], 14, "published"),
            *_dates(frame, terms, 46),
        ),
        tuple(placed[index] for index in range(len(events))),
    )


def signs(picture: TimelinePicture) -> frozenset[str]:
    """The signs that a picture is made of, for its legend."""
    found: set[str] = {event.kind for event in picture.events}
    for event in picture.events:
        if event.kind == "visit":
            found |= {"fade" if mark.kind in _FADES else mark.kind for mark in event.marks}
        found |= {"thread" for _ in event.threads}
        found |= {"area" for thread in event.threads if thread.area}
    return frozenset(found)


@dataclass(frozen=True)
class _Frame:
    """Which way time runs, and where its two lines stand across it."""

    axis: Axis
    told: float
    published: float
    tall: bool

    def line(self, event: Event) -> float:
        return self.published if event.published else self.told

    @property
    def middle(self) -> float:
        return (self.told + self.published) / 2

    def point(self, along: float, across: float) -> str:
        x, y = (across, along) if self.tall else (along, across)
        return f"{x:.1f} {y:.1f}"

    def rect(self, a: float, b: float, across: float) -> Rect:
        low, size, edge = round(min(a, b), 1), round(abs(b - a), 1), round(across - _MARK / 2, 1)
        return Rect(edge, low, _MARK, size) if self.tall else Rect(low, edge, size, _MARK)


@dataclass(frozen=True)
class _Words:
    """The lines of a label before it has a place."""

    lines: tuple[tuple[str, str], ...]
    width: float

    @classmethod
    def of(cls, event: Event, room: float) -> _Words:
        titles = wrapped(event.title, room, TITLE, bold=True)
        notes = [line for note in event.notes for line in wrapped(note, room, NOTE)]
        widths = [width_of(line, TITLE, bold=True) for line in titles]
        widths += [width_of(line, NOTE) for line in notes]
        lines = (*(("title", line) for line in titles), *(("note", line) for line in notes))
        return cls(lines, max(widths))

    @property
    def height(self) -> float:
        return len(self.lines) * LINE

    def label(
        self, right: float, top: float, width: float, pole: str, foot: tuple[float, float]
    ) -> Label:
        rect = Rect(round(right - width, 1), round(top, 1), round(width, 1), self.height)
        texts = (
            Text(text, round(right, 1), round(top + LINE * number + 14, 1), kind)
            for number, (kind, text) in enumerate(self.lines)
        )
        return Label(rect, tuple(texts), pole, (round(foot[0], 1), round(foot[1], 1)))


def _sides(events: Sequence[Event], axis: Axis) -> tuple[list[int], list[int]]:
    """The places of what is told of and of the publications, each in the order of time."""
    ordered = sorted(
        range(len(events)), key=lambda i: abs(axis.centre(events[i].when) - axis.start)
    )
    return (
        [i for i in ordered if not events[i].published],
        [i for i in ordered if events[i].published],
    )


def _feet(
    side: Sequence[int], events: Sequence[Event], axis: Axis, right: float, left: float
) -> list[tuple[int, float]]:
    """Where each pole stands: at its event, but apart from the others."""
    apart = min(_POLES, (right - left) / max(1, len(side) - 1))
    wanted = [right - axis.centre(events[i].when) for i in side]
    places = spread(wanted, [apart] * len(side), 0, right - left + apart)
    return [(index, right - place) for index, place in zip(side, places, strict=True)]


def _rows(
    side: Sequence[int], feet: Mapping[int, float], words: Sequence[_Words]
) -> list[tuple[int, int]]:
    """The row of each label, 0 next to the line: beyond all later labels that it would touch.

    A pole passes the rows below its label; they hold only labels of later events, which lie to
    the left of it.
    """
    rows: dict[int, int] = {}
    for place in reversed(range(len(side))):
        index = side[place]
        reach = feet[index] - _INSET - words[index].width - _GAP
        later = (rows[other] for other in side[place + 1 :] if feet[other] > reach)
        rows[index] = max(later, default=-1) + 1
    return list(rows.items())


def _depths(found: Sequence[tuple[int, float]]) -> list[float]:
    """How far from the line each row begins, and at last where all rows end."""
    depths = [0.0]
    for row in range(max((row for row, _ in found), default=-1) + 1):
        depths.append(depths[-1] + _GAP + max(height for at, height in found if at == row))
    return depths


def _placed(event: Event, events: Sequence[Event], frame: _Frame, label: Label) -> Placed:
    marks = [mark for stretch in stretches(event.when) for mark in _marks(stretch, event, frame)]
    threads = tuple(_thread(events[index], event, frame) for index in event.tells_of)
    return Placed(event.kind, event.href, tuple(marks), threads, label)


def _marks(stretch: Stretch, event: Event, frame: _Frame) -> list[Mark]:
    """A stretch on its line, no shorter than can be seen, and the ends to which it fades."""
    least = _TICK if event.published else _MARK
    low, high = sorted((frame.axis.at(stretch.first, 0), frame.axis.at(stretch.last, 1)))
    if stretch.kind == "day" or high - low < least:
        middle = (low + high) / 2
        low, high = middle - least / 2, middle + least / 2
    across = frame.line(event)
    marks = [Mark(frame.rect(low, high, across), stretch.kind)]
    before, after = (low, high) if frame.tall else (high, low)
    sign = 1 if frame.tall else -1
    if stretch.fades_before:
        side = "up" if frame.tall else "right"
        marks.append(Mark(frame.rect(before - sign * _TAIL, before, across), side))
    if stretch.fades_after:
        side = "down" if frame.tall else "left"
        marks.append(Mark(frame.rect(after, after + sign * _TAIL, across), side))
    return marks


def _thread(told: Event, publication: Event, frame: _Frame) -> Thread:
    near, far = frame.told, frame.published
    bend = (far - near) * 0.4
    leaving = near + (_MARK / 2 if far > near else -_MARK / 2)

    def curve(start: float, end: float) -> tuple[str, str]:
        there = (frame.point(start, near + bend), frame.point(end, far - bend))
        back = f"C{there[1]} {there[0]} {frame.point(start, leaving)}"
        return f"C{there[0]} {there[1]} {frame.point(end, far)}", back

    (a, b), (c, d) = frame.axis.ends(told.when), frame.axis.ends(publication.when)
    middle, end = (a + b) / 2, (c + d) / 2
    path = f"M{frame.point(middle, leaving)}{curve(middle, end)[0]}"
    area = (
        f"M{frame.point(a, leaving)}{curve(a, c)[0]}L{frame.point(d, far)}{curve(b, d)[1]}Z"
        if (a, c) != (b, d)
        else ""
    )
    return Thread(told.kind, area, path)


def _rules(frame: _Frame, room: float, ends: tuple[float, float]) -> tuple[Rule, ...]:
    rules = [
        Rule(f"M{frame.point(ends[0], across)}L{frame.point(ends[1], across)}", "line")
        for across in (frame.told, frame.published)
    ]
    for day in frame.axis.named_months(room):
        along = frame.axis.at(day, 0)
        path = f"M{frame.point(along, frame.told)}L{frame.point(along, frame.published)}"
        rules.append(Rule(path, "year" if day.month == 1 else "month"))
    return tuple(rules)


def _dates(frame: _Frame, terms: Terms, room: float) -> list[Text]:
    """The names of months, with the year under the first and under each January."""
    texts: list[Text] = []
    days = frame.axis.named_months(room)
    years_only = len(days) > 1 and all(day.month == 1 for day in days)
    for day in days:
        along, across = frame.axis.at(day, 0), frame.middle
        x, y = (across, along) if frame.tall else (along, across)
        x, y = round(x, 1), round(y + 4, 1)
        if years_only:
            texts.append(Text(str(day.year), x, y, "year"))
            continue
        if day.month == 1 or not texts:
            texts.append(Text(str(day.year), x, y + LINE - 2, "year"))
        texts.append(Text(terms.months[day.month - 1], x, y, "month"))
    return texts
