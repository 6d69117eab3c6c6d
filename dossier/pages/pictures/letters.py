"""How much room words take, without a font at hand: generously, so that none is cut off."""

from __future__ import annotations

import unicodedata

# In sizes of type, as the interface's face has them: letters that join the next one, and letters
# at the end of a word where they are wider there.
_JOINED = {
    **dict.fromkeys("اأإآٱ", 0.27),
    **dict.fromkeys("بتثنيئىل", 0.31),
    **dict.fromkeys("رز", 0.32),
    **dict.fromkeys("ءؤوفقكعغة", 0.48),
    **dict.fromkeys("دذم", 0.53),
    **dict.fromkeys("جحخه", 0.66),
    **dict.fromkeys("طظ", 0.79),
    **dict.fromkeys("سشصض", 0.86),
    **dict.fromkeys("0123456789", 0.6),
    **dict.fromkeys(" ،؛:.,", 0.29),
    **dict.fromkeys("()-/«»", 0.51),
    **dict.fromkeys("MWmw—", 0.9),
}
_ENDING = {
    **dict.fromkeys("عغم", 0.65),
    **dict.fromkeys("قنيئىل", 0.73),
    **dict.fromkeys("فكبتث", 0.96),
    **dict.fromkeys("سشصض", 1.25),
}
_OTHER, _BOLD = 0.72, 1.06


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line in pixels, rather more than less."""
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
    if letter in _ENDING and not after.isalpha():
        return _ENDING[letter]
    return _JOINED.get(letter, _OTHER)
