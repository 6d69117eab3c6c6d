"""How much room words take, without a font at hand: generously, so that none is cut off."""

from __future__ import annotations

import unicodedata

_SPACE, _NARROW, _MIDDLE, _OTHER, _WIDE = 0.27, 0.34, 0.54, 0.64, 0.92
_NARROW_LETTERS = frozenset("اأإآٱلدذرزوؤءبتثنيئجحخ،؛:.,()«»'|-/")
_MIDDLE_LETTERS = frozenset("مفقعغكهة")
_WIDE_LETTERS = frozenset("سشصضMWmw—")
_FINAL_LETTERS = frozenset("بتثنيئجحخفقعغكمه")
_BOLD = 1.05


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line in pixels, at least what the interface's face takes."""
    letters = [letter for letter in text if unicodedata.category(letter) not in ("Mn", "Cf")]
    widths = map(_width, letters, [*letters[1:], " "])
    return sum(widths) * size * (_BOLD if bold else 1)


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """As few lines as the room allows, and then as even as can be; a word too wide is cut."""
    lines = _filled(text, room, size, bold=bold)
    while room > size:
        room -= size / 2
        narrower = _filled(text, room, size, bold=bold)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def _filled(text: str, room: float, size: float, *, bold: bool) -> tuple[str, ...]:
    lines: list[str] = []
    for word in text.split():
        for piece in _pieces(word, room, size, bold=bold):
            longer = f"{lines[-1]} {piece}" if lines else piece
            if lines and width_of(longer, size, bold=bold) <= room:
                lines[-1] = longer
            else:
                lines.append(piece)
    return tuple(lines)


def _pieces(word: str, room: float, size: float, *, bold: bool) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width_of(pieces[-1] + letter, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _width(letter: str, after: str) -> float:
    """The width of a letter in sizes of type; at the end of a word many are drawn out."""
    if letter == " ":
        return _SPACE
    if letter in _WIDE_LETTERS:
        return _WIDE
    if letter in _FINAL_LETTERS and not after.isalpha():
        return _OTHER
    if letter in _NARROW_LETTERS:
        return _NARROW
    return _MIDDLE if letter in _MIDDLE_LETTERS else _OTHER
