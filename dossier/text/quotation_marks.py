"""Quotation marks that do not pair: closing without opening, opening without closing, turned.

Marks are matched within a paragraph.  A straight mark (U+0022) opens or closes by what stands
around it: it opens where space or the text's beginning stands before and none after it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dossier.text.passages import Span

Fault = Literal["unopened", "unclosed", "turned"]

_PAIRS = {"“": "”", "«": "»", "‘": "’"}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_STRAIGHT = '"'
_JOINERS = "ـ"
_PROCLITICS = "وفبلك"  # written in one word with the quotation that follows


@dataclass(frozen=True, order=True)
class Mark(Span):
    """A faulty mark: its place and what is wrong with it."""

    fault: Fault


def faults(text: str, passage: Span) -> tuple[Mark, ...]:
    """The marks of a paragraph that do not pair, in the order of the text."""
    found: list[Mark] = []
    waiting: list[tuple[str, int]] = []
    for position in range(passage.start, passage.end):
        letter = text[position]
        opens = _opens(text, position, passage)
        if letter in _PAIRS and not opens and waiting and waiting[-1][0] == letter:
            found.append(Mark(position, position + 1, "turned"))
            waiting.pop()
        elif letter in _PAIRS or (letter == _STRAIGHT and opens):
            waiting.append((letter, position))
        elif letter in _CLOSING or letter == _STRAIGHT:
            opening = _CLOSING.get(letter, _STRAIGHT)
            if waiting and waiting[-1][0] == opening:
                waiting.pop()
            elif opens:
                found.append(Mark(position, position + 1, "turned"))
                waiting.append((opening, position))
            else:
                found.append(Mark(position, position + 1, "unopened"))
    found.extend(Mark(position, position + 1, "unclosed") for _, position in waiting)
    return tuple(sorted(found))


def quoted(text: str) -> tuple[Span, ...]:
    """What stands between paired marks, without the marks."""
    spans = []
    waiting: list[tuple[str, int]] = []
    whole = Span(0, len(text))
    for position, letter in enumerate(text):
        if letter in _PAIRS or (letter == _STRAIGHT and _opens(text, position, whole)):
            waiting.append((letter, position))
        elif waiting and waiting[-1][0] == _CLOSING.get(letter, letter):
            spans.append(Span(waiting.pop()[1] + 1, position))
    return tuple(sorted(spans))


def _opens(text: str, position: int, within: Span) -> bool:
    before = text[max(within.start, position - 2) : position].rjust(2)
    after = text[position + 1] if position + 1 < within.end else " "
    starts_word = before[1].isspace() or before[1] in f"(:{_JOINERS}“«"
    behind_proclitic = before[0].isspace() and before[1] in _PROCLITICS
    return (starts_word or behind_proclitic) and not after.isspace()
