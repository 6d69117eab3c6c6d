"""Dates with honest precision: the subset of EDTF (ISO 8601-2:2019) that a dossier needs.

Read are years, months and days with unspecified digits (``2020-11-XX``, ``202X``), the
qualifiers ``?``, ``~`` and ``%``, intervals (``a/b``, ``a/..``, ``../b``) and sets
(``[a,b]``, ``[a..b]``, ``[..b]``, ``{a,b}``).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import MAXYEAR, date
from typing import Literal

Kind = Literal["date", "interval", "one-of", "all-of"]

_DATE = re.compile(
    r"(?P<y>\d{4}|\d{3}X|\d{2}XX)(-(?P<m>\d{2}|XX)(-(?P<d>\d{2}|XX))?)?(?P<q>[?~%]?)"
)
_QUALIFIERS = {"": (False, False), "?": (True, False), "~": (False, True), "%": (True, True)}


class EdtfError(ValueError):
    """The text is not a date of the subset that is read here."""


@dataclass(frozen=True)
class Moment:
    """A date as precise as it is written; ``month`` and ``day`` are None where left open."""

    year: str
    month: int | None
    day: int | None
    uncertain: bool
    approximate: bool

    @property
    def first(self) -> date:
        """The earliest day that is meant."""
        return date(int(self.year.replace("X", "0")), self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day that is meant."""
        year, month = int(self.year.replace("X", "9")), self.month or 12
        return date(year, month, self.day or calendar.monthrange(year, month)[1])


@dataclass(frozen=True)
class Span:
    """Moments from one to another; None where that end is open."""

    start: Moment | None
    end: Moment | None

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a day."""
        return _reaches(self.end, other.start) and _reaches(other.end, self.start)


@dataclass(frozen=True)
class Edtf:
    """A parsed expression: its own text, its kind and its spans (one, but for sets)."""

    text: str
    kind: Kind
    spans: tuple[Span, ...]

    @property
    def first(self) -> date | None:
        """The earliest day that is possible; None where the start is open."""
        starts = [span.start.first if span.start else None for span in self.spans]
        return None if None in starts else min(day for day in starts if day)

    @property
    def last(self) -> date | None:
        """The latest day that is possible; None where the end is open."""
        ends = [span.end.last if span.end else None for span in self.spans]
        return None if None in ends else max(day for day in ends if day)

    @property
    def day(self) -> date | None:
        """The one day that is meant; None where it is less precise than that."""
        return self.first if self.first == self.last else None

    @property
    def vague(self) -> bool:
        """Whether a moment of it is marked uncertain or approximate."""
        moments = (moment for span in self.spans for moment in (span.start, span.end) if moment)
        return any(moment.uncertain or moment.approximate for moment in moments)

    def overlaps(self, other: Edtf) -> bool:
        """Whether one day may be meant by both."""
        return any(a.overlaps(b) for a in self.spans for b in other.spans)


def parse(text: str) -> Edtf:
    """Read an expression.

    Raises:
        EdtfError: if it is not valid, or ends before it begins.
    """
    if len(text) > 2 and text[0] + text[-1] in ("[]", "{}"):
        kind: Kind = "one-of" if text[0] == "[" else "all-of"
        parsed = Edtf(text, kind, tuple(_member(part.strip(" ")) for part in text[1:-1].split(",")))
    elif "/" in text:
        start, _, end = text.partition("/")
        parsed = Edtf(text, "interval", (Span(_end(start), _end(end)),))
    else:
        moment = _moment(text)
        parsed = Edtf(text, "date", (Span(moment, moment),))
    for span in parsed.spans:
        if span.start is None and span.end is None:
            raise EdtfError("at least one end must be given")
        if span.start and span.end and span.end.last < span.start.first:
            raise EdtfError("must not end before it begins")
    return parsed


def _reaches(end: Moment | None, start: Moment | None) -> bool:
    return end is None or start is None or end.last >= start.first


def _member(text: str) -> Span:
    start, dots, end = text.partition("..")
    if not dots:
        moment = _moment(text)
        return Span(moment, moment)
    return Span(_moment(start) if start else None, _moment(end) if end else None)


def _end(text: str) -> Moment | None:
    return None if text in ("", "..") else _moment(text)


def _moment(text: str) -> Moment:
    match = _DATE.fullmatch(text)
    if not match or not text.isascii():
        raise EdtfError(
            "must be an EDTF date, such as 2020-11-18, 2020-11, [2020-08-01..2020-08-17]"
        )
    month, day = (int(part) if part and part != "XX" else None for part in match.group("m", "d"))
    if 0 in (month, day):
        raise EdtfError(f"must be a day of the calendar ({text} is not)")
    if day and month is None:
        raise EdtfError("must not name a day of an unknown month")
    moment = Moment(match["y"], month, day, *_QUALIFIERS[match["q"]])
    try:
        _ = moment.first, moment.last
    except (ValueError, calendar.IllegalMonthError) as error:
        raise EdtfError(f"must be a day of the calendar ({text} is not)") from error
    if moment.last.year == MAXYEAR:
        raise EdtfError(f"must not reach into {MAXYEAR}, after which no calendar of ours goes on")
    return moment
