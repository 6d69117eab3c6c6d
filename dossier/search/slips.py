"""Slips of one letter (Damerau, CACM 7, 1964), weighed by the Arabic script and keyboard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from dossier.search.tables import Tables

LEAST = 4
"""The fewest letters of a word of which a slip is thought."""


@dataclass(frozen=True)
class Slips:
    """Tells whether one word is another with a slip."""

    tables: Tables

    @cached_property
    def _alike(self) -> frozenset[str]:
        return _pairs(self.tables.analysis["alike"])

    @cached_property
    def _near(self) -> frozenset[str]:
        return self._alike | _pairs(self.tables.analysis["neighbours"])

    def cost(self, typed: str, word: str) -> int | None:
        """How unlikely it is that who typed the one meant the other; None where it is out.

        The first letter stands, or is one like it.  1: two letters changed places, one was
        doubled, or taken for one like or beside it; 2: one was left out, or added.
        """
        start = _common(typed, word)
        if typed == word or (start == 0 and typed[:1] + word[:1] not in self._alike):
            return None
        rest = _common(typed[start:][::-1], word[start:][::-1])
        ours, theirs = len(typed) - start - rest, len(word) - start - rest
        if start == 0 and ((ours, theirs) != (1, 1) or len(typed) <= LEAST):
            return None
        if (ours, theirs) == (1, 1):
            if typed[start] + word[start] in self._near:
                return 1
            return None
        if (ours, theirs) == (2, 2):
            swapped = typed[start : start + 2] == word[start : start + 2][::-1]
            return 1 if swapped else None
        if (ours, theirs) == (0, 1):
            return 2
        if (ours, theirs) == (1, 0):
            doubled = typed[start] == typed[start - 1]
            return (1 if doubled else 2) if len(typed) > LEAST else None
        return None


def _pairs(groups: Iterable[str]) -> frozenset[str]:
    return frozenset(a + b for group in groups for a in group for b in group if a != b)


def _common(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
