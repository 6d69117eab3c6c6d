"""A line of time: where a day stands on it, and which months are named beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from dossier.text.edtf import Edtf

_STEPS = (1, 3, 6, 12, 24, 60, 120, 300, 600, 1200)  # months from one label to the next


@dataclass(frozen=True)
class Axis:
    """Whole months from ``first`` up to ``last``, drawn from ``start`` to ``end``."""

    first: date
    last: date
    start: float
    end: float

    def at(self, day: date, part: float = 0.5) -> float:
        """Where a part of a day stands: 0 is its beginning, 1 its end."""
        passed = (day - self.first).days + part
        return self.start + (self.end - self.start) * passed / (self.last - self.first).days

    def ends(self, when: Edtf) -> tuple[float, float]:
        """Where the earliest and the latest day of a date stand; what is open ends there."""
        days = _days(when)
        return self.at(min(days)), self.at(max(days))

    def centre(self, when: Edtf) -> float:
        """The middle of a date."""
        return sum(self.ends(when)) / 2

    def named_months(self, room: float) -> tuple[date, ...]:
        """The first days of the months to be named, so that each name has the room it needs."""
        months = range(_month(self.first), _month(self.last) + 1)
        month = abs(self.end - self.start) / len(months)
        step = next((step for step in _STEPS if step * month >= room), _STEPS[-1])
        return tuple(date(m // 12, m % 12 + 1, 1) for m in months if m % step == 0)


def bounds(dates: Iterable[Edtf]) -> tuple[date, date]:
    """The whole months in which all dates lie: the first day of one, and of the one after."""
    days = list(chain.from_iterable(map(_days, dates)))
    after = _month(max(days)) + 1
    return min(days).replace(day=1), date(after // 12, after % 12 + 1, 1)


def _days(when: Edtf) -> list[date]:
    moments = chain.from_iterable((span.start, span.end) for span in when.spans)
    return [day for moment in moments if moment for day in (moment.first, moment.last)]


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
