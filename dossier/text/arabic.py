"""What the build knows of Arabic writing.  Tables are of the language, not of a dossier."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

_LETTERS = {
    "\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}": "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}": "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}": "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER ALEF WASLA}": "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER ALEF MAKSURA}": "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER FARSI YEH}": "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER KEHEH}": "\N{ARABIC LETTER KAF}",
    "\N{ARABIC LETTER TEH MARBUTA}": "\N{ARABIC LETTER HEH}",
}

WORD = re.compile(r"\w[\w\u0610-\u061a\u064b-\u065f\u0670]*")
"""A word with the marks that stand over and under its letters."""

WEEKDAYS = {
    "الاثنين": 0,
    "الإثنين": 0,
    "الثلاثاء": 1,
    "الأربعاء": 2,
    "الاربعاء": 2,
    "الخميس": 3,
    "الجمعة": 4,
    "السبت": 5,
    "الأحد": 6,
    "الاحد": 6,
}
"""Names of the days of the week, Monday 0 as in `datetime.date.weekday`."""

# A run that must not be reordered beside Arabic letters: Latin words, and numbers with the
# signs that join them (dates, ranges, times, addresses).  Digits alone stand as they are.
_LTR = re.compile(
    r"[A-Za-z\u00C0-\u024F0-9](?:[\w\-./:@#&+'\u2013]*[A-Za-z\u00C0-\u024F0-9])?"
    r"(?: +[A-Za-z\u00C0-\u024F](?:[\w\-./:@&']*[A-Za-z\u00C0-\u024F0-9])?)*",
    re.ASCII,
)


@dataclass(frozen=True)
class Run:
    """A piece of a text; ``ltr`` where it reads from left to right and must be isolated."""

    text: str
    ltr: bool

    @property
    def latin(self) -> bool:
        """Whether it is of letters: of a language other than the page's."""
        return self.ltr and any(map(str.isalpha, self.text))


def runs(text: str) -> tuple[Run, ...]:
    """Cut a text where its direction changes, so that a template can isolate each piece."""
    pieces: list[Run] = []
    position = 0
    for match in _LTR.finditer(text):
        if match[0].isdigit():
            continue
        if match.start() > position:
            pieces.append(Run(text[position : match.start()], ltr=False))
        pieces.append(Run(match[0], ltr=True))
        position = match.end()
    if position < len(text):
        pieces.append(Run(text[position:], ltr=False))
    return tuple(pieces)


def tongues(text: str) -> tuple[Run, ...]:
    """Cut a text where its language changes; what is no letter between Latin words is theirs."""
    found = runs(text)
    latin = [run.latin for run in found]
    for at in range(1, len(found) - 1):
        between = latin[at - 1] and latin[at + 1]
        latin[at] = latin[at] or (between and not any(map(str.isalpha, found[at].text)))
    grouped = groupby(zip(latin, found, strict=True), key=itemgetter(0))
    return tuple(Run("".join(run.text for _, run in group), ltr=is_) for is_, group in grouped)


def skeleton(text: str) -> tuple[str, tuple[int, ...]]:
    """The letters and digits of a text without what spelling varies, and where each stood.

    Marks, tatweel and format characters fall away, letters that are confused become one
    (UAX 15 compatibility forms included), punctuation and space become single spaces.
    """
    letters: list[str] = []
    places: list[int] = []
    for position, original in enumerate(text):
        for letter in unicodedata.normalize("NFKD", original):
            kind = unicodedata.category(letter)
            if kind in ("Mn", "Cf") or letter == "\N{ARABIC TATWEEL}":
                continue
            folded = _LETTERS.get(letter, letter.casefold()) if kind[0] in "LN" else " "
            if folded == " " and (not letters or letters[-1] == " "):
                continue
            letters.append(folded[0])
            places.append(position)
    return "".join(letters), tuple(places)


def weekday_named(words: str) -> int | None:
    """The weekday that the words name, Monday 0; None where they name none or several."""
    days = {WEEKDAYS[word] for word in re.findall(r"\w+", words) if word in WEEKDAYS}
    return days.pop() if len(days) == 1 else None
