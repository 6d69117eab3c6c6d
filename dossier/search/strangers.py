"""Words of the language that a search would take for others, which stand in the texts."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from dossier.search.analyser import Analyser
from dossier.search.grades import CUT_END, CUT_FRONT, KNOWN, NAMED
from dossier.search.latin import Latin
from dossier.search.slips import LEAST, Slips
from dossier.search.vocabulary import Vocabulary

LEAST_BONES = 3
"""The fewest consonants of a name that is still being typed, for what it sounds like."""


def marks(
    vocabulary: Vocabulary,
    keys: Collection[str],
    bases: Sequence[str],
    skeletons: Mapping[str, str],
) -> dict[str, str]:
    """What the browser must know of words so as not to misread them.

    Args:
        vocabulary: The words of the language.
        keys: What leads to words of the texts.
        bases: The keys that are words, sorted.
        skeletons: The skeleton of each base.
    """
    sounds = _Sounds(Latin(vocabulary.analyser.tables), skeletons)
    found = {word: _misread(vocabulary, word, keys) for word in vocabulary.known}
    for name in vocabulary.named:
        if name not in keys and (sounds.has(name) or _begins(name, bases)):
            found[name] = found.get(name, "") + NAMED
    return {word: mark for word, mark in found.items() if mark}


def strangers(vocabulary: Vocabulary, keys: Collection[str]) -> list[str]:
    """The words of the language that lead nowhere."""
    return sorted(word for word in vocabulary.known if word not in keys)


def near(analyser: Analyser, words: Iterable[str], bases: Iterable[str]) -> list[str]:
    """Those of some words that a slip would turn into one of the bases."""
    neighbours = _Neighbours(Slips(analyser.tables), bases)
    return [word for word in words if neighbours.has(word)]


def _misread(vocabulary: Vocabulary, word: str, keys: Collection[str]) -> str:
    analyser = vocabulary.analyser
    ways = (
        (KNOWN, True, analyser.verbs),
        (CUT_FRONT, word in vocabulary.whole, analyser.shortened),
        (CUT_END, word in vocabulary.ending, analyser.stems),
    )
    return "".join(
        mark for mark, own, cut in ways if own and any(other in keys for other in cut(word))
    )


def _begins(name: str, bases: Sequence[str]) -> bool:
    at = bisect_left(bases, name)
    return at < len(bases) and bases[at].startswith(name)


class _Neighbours:
    """Finds the words of a list that are a slip away: both, without a letter, are the same.

    After SymSpell (Garbe, 2012).
    """

    def __init__(self, slips: Slips, words: Iterable[str]) -> None:
        self._slips = slips
        self._by_shorter: dict[str, list[str]] = defaultdict(list)
        for word in words:
            for shorter in _shortened(word):
                self._by_shorter[shorter].append(word)

    def has(self, typed: str) -> bool:
        """Whether a slip of the word, with its article or without, leads to one of the list."""
        return self._has(typed) or self._has(f"ال{typed}")

    def _has(self, typed: str) -> bool:
        return len(typed) >= LEAST and any(
            self._slips.cost(typed, word) is not None
            for shorter in _shortened(typed)
            for word in self._by_shorter.get(shorter, ())
        )


def _shortened(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


class _Sounds:
    """Finds the words of a list that a name in Latin letters may stand for."""

    def __init__(self, latin: Latin, skeletons: Mapping[str, str]) -> None:
        self._latin = latin
        self._lines = sorted((skeleton, base) for base, skeleton in skeletons.items())

    def has(self, name: str) -> bool:
        """Whether a word of the list has the sounds of the name, or begins with many of them."""
        pattern = self._latin.pattern(name) if name.isascii() and name.isalpha() else None
        return pattern is not None and any(
            pattern.fullmatch(base) or (len(skeleton) >= LEAST_BONES and pattern.match(base))
            for skeleton in self._latin.skeletons(name)
            for base in self._beginning(skeleton)
        )

    def _beginning(self, skeleton: str) -> Iterator[str]:
        for at in range(bisect_left(self._lines, (skeleton, "")), len(self._lines)):
            found, base = self._lines[at]
            if not found.startswith(skeleton):
                return
            yield base
