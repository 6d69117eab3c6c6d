"""Words in a row, by which a text is known again however they are spelt and set apart.  Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from dossier.text.arabic import WORD, skeleton


@dataclass(frozen=True)
class Runs:
    """Runs of `length` words each."""

    length: int
    runs: frozenset[tuple[str, ...]]

    def __sub__(self, other: Runs) -> Runs:
        return Runs(self.length, self.runs - other.runs)

    def __bool__(self) -> bool:
        return bool(self.runs)

    def without(self, is_left_out: Callable[[str], bool]) -> Runs:
        """The runs in which there is no such word."""
        return Runs(self.length, frozenset(r for r in self.runs if not any(map(is_left_out, r))))

    def first_in(self, text: str) -> str | None:
        """The first of the runs that a text holds, as it is written there."""
        runs = list(_cut(bare_words(text), self.length))
        if self.runs.isdisjoint(runs):
            return None
        at = next(number for number, run in enumerate(runs) if run in self.runs)
        places = [match.span() for match in WORD.finditer(text)]
        return text[places[at][0] : places[at + self.length - 1][1]]


def runs_of(texts: Iterable[str], length: int) -> Runs:
    """The runs that some texts hold; none goes from one text into another."""
    found = (run for text in texts for run in _cut(bare_words(text), length))
    return Runs(length, frozenset(found))


def bare_words(text: str) -> list[str]:
    """The words of a text without what spelling varies."""
    return [bare(word) for word in WORD.findall(text)]


@lru_cache(maxsize=100_000)
def bare(word: str) -> str:
    """A word without what spelling varies."""
    return skeleton(word)[0]


def _cut(words: list[str], length: int) -> Iterable[tuple[str, ...]]:
    return zip(*(words[at:] for at in range(length)), strict=False)
