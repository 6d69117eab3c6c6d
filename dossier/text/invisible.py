"""Characters that no reader sees, though they may turn or hide what they stand beside.

Control characters, private use and noncharacters by the Unicode Standard, chapter 23; what has no
width and is ignored where a font does not know it, by `DerivedCoreProperties.txt`
(Default_Ignorable_Code_Point); besides, what is drawn empty or lays out other signs (the blank
Braille pattern, the null notehead, a filler and format controls of scripts); direction by UAX 9.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dossier.text.passages import Passage

Kind = Literal[
    "direction", "control", "separator", "tag", "variation", "private", "noncharacter", "width"
]

_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_VARIATION = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17)
)
_CLASSES: dict[Kind, str] = {
    "direction": _DIRECTION,
    "control": "\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f",
    "separator": "\u2028\u2029",
    "tag": "\U000e0001\U000e0020-\U000e007f",
    "variation": _VARIATION,
    "private": "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd",
    "noncharacter": _NONCHARACTERS,
    "width": (
        "\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164"
        "\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
        "\u2800\U00013430-\U0001343f\U00016fe4\U0001d159"
    ),
}
_KINDS = {kind: re.compile(f"[{letters}]") for kind, letters in _CLASSES.items()}
_ANY = re.compile(f"[{''.join(_CLASSES.values())}]")
_NOT_OURS = re.compile(f"[\t\r{''.join(_CLASSES.values())}]")
_TURNING = re.compile(f"[{_DIRECTION}]")

# Needed to write: Persian, and the signs that join or colour an emoji.
_WRITTEN = "\u200c\u200d\ufe0e\ufe0f"


@dataclass(frozen=True)
class Sign:
    """An invisible character of a text: how often, and in which passages it stands."""

    letter: str
    kind: Kind
    count: int
    passages: tuple[int, ...]

    @property
    def code(self) -> str:
        """Its number as Unicode writes it."""
        return f"U+{ord(self.letter):04X}"

    @property
    def name(self) -> str:
        """Its name in the Unicode Standard; empty for one that has none."""
        return unicodedata.name(self.letter, "")


def signs(text: str, passages: Sequence[Passage]) -> tuple[Sign, ...]:
    """The invisible characters of a text (tabs and ends of lines are none), by code point."""
    starts = [passage.start for passage in passages]
    counts: dict[str, int] = defaultdict(int)
    places: dict[str, dict[int, None]] = defaultdict(dict)
    for match in _ANY.finditer(text):
        counts[match[0]] += 1
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and match.start() < passages[at].end:
            places[match[0]][passages[at].number] = None
    return tuple(
        Sign(letter, _kind(letter), counts[letter], tuple(places[letter]))
        for letter in sorted(counts)
    )


def hidden(text: str) -> str | None:
    """The first character that a text of ours may not hold; None where there is none."""
    return next((m[0] for m in _NOT_OURS.finditer(text) if m[0] not in _WRITTEN), None)


def is_blank(text: str) -> bool:
    """Whether a reader sees nothing of a text."""
    return not _ANY.sub("", text).strip()


def turns(text: str) -> bool:
    """Whether a text holds a character that sets direction, so that it must be contained."""
    return _TURNING.search(text) is not None


def direction(text: str) -> Literal["rtl", "ltr"]:
    """The direction of the first strong letter outside isolates; rtl where there is none (P2)."""
    depth = 0
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("LRI", "RLI", "FSI"):
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return "rtl"


def _kind(letter: str) -> Kind:
    return next(kind for kind, pattern in _KINDS.items() if pattern.match(letter))
