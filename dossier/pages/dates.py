"""EDTF in Arabic words, no more precise than the date itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from dossier.pages.words import LOCALE, Words
from dossier.text.edtf import Edtf, Moment, Span


@dataclass(frozen=True)
class DateView:
    """A date to print.

    ``machine`` is what HTML's `time` element takes, None where it takes no such thing;
    ``precision`` is a key of the words under `precision`.
    """

    text: str
    edtf: str
    machine: str | None
    precision: str


def date_view(value: Edtf, words: Words) -> DateView:
    """Write a date out in Arabic."""
    simple = value.kind == "date" and value.text.replace("-", "").isdigit()
    return DateView(
        _text(value, words), value.text, value.text if simple else None, _precision(value)
    )


def _text(value: Edtf, words: Words) -> str:
    joined = words("date.and" if value.kind == "all-of" else "date.or")
    texts = [_span(span, value, words) for span in value.spans]
    days = [span.start for span in value.spans if span.start == span.end and span.start]
    if len(days) == len(value.spans) and all(_same_month(day, days[-1]) for day in days):
        texts[:-1] = [str(day.day) for day in days[:-1]]
    return joined.join(texts)


def _span(span: Span, value: Edtf, words: Words) -> str:
    if span.start == span.end and span.start:
        return _moment(span.start, words)
    ends = {"start": span.start, "end": span.end}
    given = {name: _moment(moment, words) for name, moment in ends.items() if moment}
    if value.kind == "interval":
        key = {("start", "end"): "interval", ("start",): "since", ("end",): "until"}[tuple(given)]
    else:
        key = {("start", "end"): "between", ("start",): "not_before", ("end",): "not_after"}[
            tuple(given)
        ]
    if span.start and span.end and _same_month(span.start, span.end):
        given["start"] = str(span.start.day)
    return words(f"date.{key}", **given)


def _same_month(start: Moment, end: Moment) -> bool:
    exact = not (start.approximate or start.uncertain)
    return (
        exact and bool(start.day and end.day) and (start.year, start.month) == (end.year, end.month)
    )


def _moment(moment: Moment, words: Words) -> str:
    text = _calendar(moment)
    match moment.approximate, moment.uncertain:
        case True, True:
            return words("date.both", date=text)
        case True, False:
            return words("date.approximate", date=text)
        case False, True:
            return words("date.uncertain", date=text)
    return text


def _calendar(moment: Moment) -> str:
    if "X" in moment.year:
        return moment.year.replace("X", "–")
    pattern = "d MMMM y" if moment.day else "MMMM y" if moment.month else "y"
    day = date(int(moment.year), moment.month or 1, moment.day or 1)
    return format_date(day, pattern, locale=LOCALE)


def _precision(value: Edtf) -> str:
    if value.first is None or value.last is None:
        return "open"
    if value.vague:
        return "about"
    if value.kind == "all-of":
        return "several"
    if value.day:
        return "day"
    moment = value.spans[0].start
    if value.kind == "date" and moment:
        return "month" if moment.month else "year"
    return "some-day" if value.kind == "one-of" else "days"
