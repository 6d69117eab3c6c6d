"""How far a word of a text is from what was typed, and what must be known of a word."""

from __future__ import annotations

from typing import TypeVar

Thing = TypeVar("Thing")

FORM, BASE, STEM, LEXEME, VERB, NAME, LOOSE, RELATION, OTHER_NAME = GRADES = "nbsfvalro"
"""How far a form is from a key, nearest first: the form itself; what follows its proclitics for
sure; one of its stems; another form of the same noun, of the same verb; a name of the same thing;
what follows letters that may be a proclitic.  Looked for only where nothing is nearer: what a
word is derived from; a name that says less."""

CUT_FRONT, CUT_END, KNOWN, NAMED = MARKS = "<>!="
"""What is known of a word that is looked up: its front, its end is its own; it is a word, and no
form of a verb; it is the name of something that stands nowhere."""


def rank(grade: str) -> int:
    """The place of a grade, 0 for the nearest."""
    return GRADES.index(grade)


def closest(grades: dict[Thing, str], thing: Thing, grade: str) -> None:
    """Note the grade of something, if none that is nearer is noted."""
    if thing not in grades or rank(grade) < rank(grades[thing]):
        grades[thing] = grade
