"""What the Arabic of the press means by أمس, الأربعاء الماضي, مطلع العام الماضي.  Pure.

`resolve` gives a date as precise as the words and no more: a month is a month, a week is a
span, «قبل أيام» has no beginning.  Words that it does not know stay unresolved.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dossier.text import edtf
from dossier.text.arabic import WEEKDAYS, skeleton

Rule = Literal[
    "printed", "day-month", "month", "year", "this-day", "days-back", "days-on", "weekday-back",
    "weekday-on", "ago-days", "ago-weeks", "ago-months", "ago-years", "some-days", "hours",
    "last-week", "this-month", "last-month", "next-month", "this-year", "last-year", "next-year",
]  # fmt: skip
Part = Literal["early", "middle", "late"]

MONTHS: tuple[tuple[str, ...], ...] = (
    ("كانون الثاني", "يناير", "جانفي"),
    ("شباط", "فبراير", "فيفري"),
    ("آذار", "مارس"),
    ("نيسان", "أبريل", "إبريل", "أفريل"),
    ("أيار", "مايو", "ماي"),
    ("حزيران", "يونيو", "يونيه", "جوان"),
    ("تموز", "يوليو", "يوليه", "جويلية"),
    ("آب", "أغسطس", "أوت"),
    ("أيلول", "سبتمبر"),
    ("تشرين الأول", "أكتوبر"),
    ("تشرين الثاني", "نوفمبر"),
    ("كانون الأول", "ديسمبر"),
)
"""The months in their Levantine, Egyptian and Maghrebi names."""

_NUMBERS = {
    "واحد": 1, "واحدة": 1, "اثنين": 2, "اثنتين": 2, "ثلاثة": 3, "ثلاث": 3, "أربعة": 4, "أربع": 4,
    "خمسة": 5, "خمس": 5, "ستة": 6, "ست": 6, "سبعة": 7, "سبع": 7, "ثمانية": 8, "ثماني": 8,
    "ثمان": 8, "تسعة": 9, "تسع": 9, "عشرة": 10, "عشر": 10,
}  # fmt: skip
_UNITS = {
    "days": (("يوم",), ("يومين", "يومان"), ("أيام", "يوما", "يوم")),
    "weeks": (("أسبوع",), ("أسبوعين", "أسبوعان"), ("أسابيع", "أسبوعا", "أسبوع")),
    "months": (("شهر",), ("شهرين", "شهران"), ("أشهر", "شهور", "شهرا", "شهر")),
    "years": (
        ("سنة", "عام"),
        ("سنتين", "سنتان", "عامين", "عامان"),
        ("سنوات", "سنين", "أعوام", "سنة", "عاما", "عام"),
    ),
}
_LAST = ("الماضي", "الماضية", "المنصرم", "المنصرمة", "الفائت", "الفائتة", "السابق", "السابقة")
_NEXT = ("المقبل", "المقبلة", "القادم", "القادمة", "التالي", "التالية")
_THIS = ("الحالي", "الحالية", "الجاري", "الجارية")
_PARTS: dict[Part, tuple[str, ...]] = {
    "early": ("مطلع", "بداية", "أوائل", "مستهل"),
    "middle": ("منتصف", "أواسط", "وسط"),
    "late": ("أواخر", "نهاية", "آخر", "ختام"),
}
_PREFIXES = ("و", "ف", "ب", "ل", "وب", "ول", "فب", "من", "في")


@dataclass(frozen=True)
class Resolution:
    """What the words mean: an EDTF date, the rule that gave it, and other readings.

    ``agrees`` is False where the words name a weekday and mean another day.
    """

    edtf: str
    rule: Rule
    alternatives: tuple[str, ...] = ()
    agrees: bool = True


def resolve(words: str, anchor: date | None) -> Resolution | None:
    """What the words mean when they are counted from the anchor.

    Args:
        words: An expression of time; words around it do no harm.
        anchor: The day of speaking or publication; None where it is not known, so that only
            words that need none can be resolved.
    """
    if printed := _printed(words):
        return printed
    text = f" {skeleton(words)[0].strip()} "
    for pattern, read in _GRAMMAR:
        match = pattern.search(text)
        if match and (found := _within_calendar(read, match.groupdict(), anchor)):
            return _weekday_checked(found, text)
    return None


def _within_calendar(read: Reader, groups: Groups, anchor: date | None) -> Resolution | None:
    """What a rule reads; None where it leads out of the years that `edtf` knows."""
    try:
        found = read(groups, anchor)
        for text in (found.edtf, *found.alternatives) if found else ():
            edtf.parse(text)
    except (OverflowError, ValueError):
        return None
    return found


# --- printed dates -------------------------------------------------------------------------

_DIGITS = {ord(d): str(n % 10) for n, d in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")


def _printed(words: str) -> Resolution | None:
    text = words.translate(_DIGITS)
    if match := _YEAR_FIRST.search(text):
        found = _day(int(match[1]), int(match[3]), int(match[4]))
        return Resolution(found, "printed") if found else None
    if match := _DAY_FIRST.search(text):
        day, month, year = int(match[1]), int(match[3]), int(match[4])
        readings = [_day(year, month, day), _day(year, day, month)]
        first, *others = dict.fromkeys(reading for reading in readings if reading) or [None]
        return Resolution(first, "printed", tuple(o for o in others if o)) if first else None
    return None


def _day(year: int, month: int, day: int) -> str | None:
    text = f"{year:04}-{month:02}-{day:02}"
    try:
        edtf.parse(text)
    except edtf.EdtfError:
        return None
    return text


# --- the grammar: patterns over the skeleton of the words ------------------------------------

Groups = Mapping[str, str | None]
Reader = Callable[[Groups, date | None], Resolution | None]


def _fold(word: str) -> str:
    return skeleton(word)[0].strip()


def _any(*words: str) -> str:
    folded = sorted({_fold(word) for word in words}, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(map(re.escape, folded)) + ")"


def _table(entries: Mapping[str, int]) -> dict[str, int]:
    return {_fold(word): value for word, value in entries.items()}


_MONTH_OF = _table({name: number for number, names in enumerate(MONTHS, 1) for name in names})
_NUMBER_OF = _table(_NUMBERS)
_WEEKDAY_OF = _table(WEEKDAYS)
_MONTH = _any(*(name for names in MONTHS for name in names))
_DAYS = _any(*WEEKDAYS)
_PART = "(?:(?P<part>" + _any(*(word for words in _PARTS.values() for word in words)) + ") )?"
_WHICH = f"(?P<which>{_any(*_LAST, *_NEXT, *_THIS)})"
_COUNT = rf"(?P<count>\d{{1,3}}|{_any(*_NUMBERS)})"
_SINCE = _any("منذ", "قبل", "من", "مذ")
_BEFORE = " (?:" + _any(*_PREFIXES) + ")?"


def _which(groups: Groups) -> int:
    """-1 for the last, 0 for this, +1 for the next."""
    word = groups["which"] or ""
    if re.fullmatch(_any(*_LAST), word):
        return -1
    return 1 if re.fullmatch(_any(*_NEXT), word) else 0


def _part(groups: Groups) -> Part | None:
    word = groups.get("part")
    return next(
        (p for p, names in _PARTS.items() if word and re.fullmatch(_any(*names), word)), None
    )


def _month_span(year: int, month: int, part: Part | None) -> str:
    """A month, or a third of it: days 1 to 10, 11 to 20, 21 to the end."""
    name = f"{year:04}-{month:02}"
    if part is None:
        return name
    last = calendar.monthrange(year, month)[1]
    first, end = {"early": (1, 10), "middle": (11, 20), "late": (21, last)}[part]
    return f"[{name}-{first:02}..{name}-{end:02}]"


def _year_span(year: int, part: Part | None) -> str:
    """A year, or a third of it: four months each."""
    if part is None:
        return f"{year:04}"
    first, end = {"early": (1, 4), "middle": (5, 8), "late": (9, 12)}[part]
    return f"[{year:04}-{first:02}..{year:04}-{end:02}]"


def _shifted(anchor: date, months: int) -> tuple[int, int]:
    index = anchor.year * 12 + anchor.month - 1 + months
    return index // 12, index % 12 + 1


def _year_of(month: int, which: int, anchor: date) -> int:
    """The year of a month that is the last, this year's or the next one."""
    if which < 0:
        return anchor.year if month < anchor.month else anchor.year - 1
    if which > 0:
        return anchor.year if month > anchor.month else anchor.year + 1
    return anchor.year


def _read_month(groups: Groups, anchor: date | None) -> Resolution | None:
    month = _MONTH_OF[groups["month"] or ""]
    if groups["year"]:
        year = int(groups["year"])
    elif anchor is None or not groups["which"]:
        return None
    else:
        year = _year_of(month, _which(groups), anchor)
    if not groups["day"]:
        return Resolution(_month_span(year, month, _part(groups)), "month")
    found = _day(year, month, int(groups["day"]))
    return Resolution(found, "day-month") if found else None


def _read_back(days: int, rule: Rule) -> Reader:
    def read(_groups: Groups, anchor: date | None) -> Resolution | None:
        if anchor is None:
            return None
        return Resolution((anchor - timedelta(days=days)).isoformat(), rule)

    return read


def _read_weekday(groups: Groups, anchor: date | None) -> Resolution | None:
    if anchor is None:
        return None
    weekday = _WEEKDAY_OF[groups["weekday"] or ""]
    which = _which(groups)
    if which < 0:
        day = anchor - timedelta(days=(anchor.weekday() - weekday) % 7 or 7)
        # The night of a day may be the one that leads to it, as days once began at sunset.
        others = ((day - timedelta(days=1)).isoformat(),) if groups["night"] else ()
        return Resolution(day.isoformat(), "weekday-back", others)
    on = (weekday - anchor.weekday()) % 7 or (7 if which > 0 else 0)
    return Resolution((anchor + timedelta(days=on)).isoformat(), "weekday-on")


def _read_ago(unit: str, number: int | None) -> Reader:
    def read(groups: Groups, anchor: date | None) -> Resolution | None:
        if anchor is None:
            return None
        count = number or _count(groups["count"] or "")
        match unit:
            case "days":
                return Resolution((anchor - timedelta(days=count)).isoformat(), "ago-days")
            case "weeks":
                day = (anchor - timedelta(weeks=count)).isoformat()
                return Resolution(f"{day}~", "ago-weeks")
            case "months":
                year, month = _shifted(anchor, -count)
                return Resolution(f"{year:04}-{month:02}~", "ago-months")
        return Resolution(f"{anchor.year - count:04}~", "ago-years")

    return read


def _count(text: str) -> int:
    return int(text) if text.isdecimal() else _NUMBER_OF[text]


def _read_some_days(_groups: Groups, anchor: date | None) -> Resolution | None:
    if anchor is None:
        return None
    return Resolution(f"[..{(anchor - timedelta(days=1)).isoformat()}]", "some-days")


def _read_hours(groups: Groups, anchor: date | None) -> Resolution | None:
    if anchor is None:
        return None
    other = anchor + timedelta(days=1 if groups["after"] else -1)
    first, last = sorted((anchor, other))
    return Resolution(f"[{first.isoformat()},{last.isoformat()}]", "hours")


def _read_last_week(_groups: Groups, anchor: date | None) -> Resolution | None:
    """The week before, whether weeks begin on Saturday, Sunday or Monday."""
    if anchor is None:
        return None
    readings = []
    for first_day in (5, 6, 0):
        start = anchor - timedelta(days=(anchor.weekday() - first_day) % 7 + 7)
        readings.append((start, start + timedelta(days=6)))
    first = min(start for start, _ in readings)
    last = min(max(end for _, end in readings), anchor - timedelta(days=1))
    others = tuple(f"{start.isoformat()}/{end.isoformat()}" for start, end in readings)
    return Resolution(f"[{first.isoformat()}..{last.isoformat()}]", "last-week", others)


def _read_month_by_count(groups: Groups, anchor: date | None) -> Resolution | None:
    if anchor is None:
        return None
    which = _which(groups)
    rule: Rule = ("last-month", "this-month", "next-month")[which + 1]
    return Resolution(_month_span(*_shifted(anchor, which), _part(groups)), rule)


def _read_year(groups: Groups, anchor: date | None) -> Resolution | None:
    if groups.get("year"):
        return Resolution(_year_span(int(groups["year"] or ""), _part(groups)), "year")
    if anchor is None:
        return None
    which = _which(groups)
    rule: Rule = ("last-year", "this-year", "next-year")[which + 1]
    return Resolution(_year_span(anchor.year + which, _part(groups)), rule)


def _weekday_checked(found: Resolution, text: str) -> Resolution:
    """Whether a weekday that stands beside the expression is the day that is meant."""
    named = {_WEEKDAY_OF[name] for name in re.findall(rf"(?<= ){_DAYS}(?= )", text)}
    if len(named) != 1 or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", found.edtf):
        return found
    agrees = date.fromisoformat(found.edtf).weekday() in named
    return Resolution(found.edtf, found.rule, found.alternatives, agrees)


def _grammar() -> list[tuple[re.Pattern[str], Reader]]:
    year = r"(?: (?:" + _any("عام", "سنة", "من عام") + r" )?(?P<year>\d{4}))?"
    month = rf"{_PART}(?:(?P<day>\d{{1,2}}) )?(?:{_any('شهر')} )?(?P<month>{_MONTH})(?: {_MONTH})?"
    # The order matters: what is longer or more exact comes first.
    rules: list[tuple[str, Reader]] = [
        (rf"{_BEFORE}{month}{year}(?: {_WHICH})? ", _read_month),
        (f"{_BEFORE}{_any('أول أمس', 'أمس الأول', 'أول من أمس')} ", _read_back(2, "days-back")),
        (f"{_BEFORE}{_any('بعد غد')} ", _read_back(-2, "days-on")),
        (f"{_BEFORE}{_any('أمس', 'البارحة', 'الأمس')} ", _read_back(1, "days-back")),
        (f"{_BEFORE}{_any('غدا', 'الغد')} ", _read_back(-1, "days-on")),
        (f"{_BEFORE}(?P<night>{_any('ليلة')} )?(?P<weekday>{_DAYS}) {_WHICH} ", _read_weekday),
        (
            f" (?P<after>{_any('بعد')} )?(?:{_SINCE} )?{_any('ساعات', 'ساعة', 'ساعتين')} ",
            _read_hours,
        ),
    ]
    for unit, (one, two, many) in _UNITS.items():
        rules += [
            (f"{_BEFORE}{_SINCE} {_COUNT} {_any(*many)} ", _read_ago(unit, None)),
            (f"{_BEFORE}{_SINCE} {_any(*two)} ", _read_ago(unit, 2)),
            (f"{_BEFORE}{_SINCE} {_any(*one)} ", _read_ago(unit, 1)),
        ]
    few = f"(?:{_any('بضعة', 'عدة')} )?{_any('أيام')}"
    rules += [
        (f"{_BEFORE}{_SINCE} {few} ", _read_some_days),
        (f"{_BEFORE}{_any('الأسبوع')} {_any(*_LAST)} ", _read_last_week),
        (f"{_BEFORE}{_PART}{_any('الشهر')} {_WHICH} ", _read_month_by_count),
        (f"{_BEFORE}{_PART}{_any('العام', 'السنة')} {_WHICH} ", _read_year),
        (rf"{_BEFORE}{_PART}{_any('عام', 'سنة', 'العام')} (?P<year>\d{{4}}) ", _read_year),
        (f"{_BEFORE}{_any('اليوم', 'الليلة')} (?!{_DAYS} {_WHICH})", _read_back(0, "this-day")),
    ]
    return [(re.compile(pattern), reader) for pattern, reader in rules]


_GRAMMAR = _grammar()
