"""Invented articles for measuring: as many as wanted, of as many words as a language has.

Words are roots in patterns, with and without article and proclitics; how often each occurs
follows Zipf's law (1949), as in any language, so that a thousand articles have about as many
different words as a thousand real ones.  The same number gives the same articles.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهوي"
PATTERNS = [
    "123",
    "1ا23",
    "12ا3",
    "123ة",
    "12ي3",
    "12و3",
    "م12و3",
    "1ا23ة",
    "12ا3ة",
    "ت12ي3",
    "م123",
    "م123ة",
    "ا12ا3",
    "ان12ا3",
    "ا1ت2ا3",
    "است12ا3",
    "م1ا2ي3",
    "1وا23",
    "م1ا23",
    "123ي",
    "123ية",
    "1ا23ون",
    "1ا23ين",
    "123ات",
    "م1ت23",
    "تم12ي3",
    "1ي2ا3",
    "123ان",
    "12ي3ة",
    "ا123",
]
BEFORE = ("", "", "", "ال", "ال", "ال", "و", "وال", "ب", "بال", "لل", "ل", "ف")
PARTICLES = [
    "في",
    "من",
    "على",
    "إلى",
    "عن",
    "أن",
    "ما",
    "لا",
    "هذا",
    "التي",
    "الذي",
    "مع",
    "أو",
    "بين",
    "بعد",
    "قبل",
]
SHARE = 0.25
"""How many of the words are particles, as in newspapers."""
ROOTS = 1200
PASSAGES, WORDS = 8, 50


@dataclass(frozen=True)
class Article:
    """A heading and passages."""

    number: int
    title: str
    passages: tuple[str, ...]


def articles(count: int) -> Iterator[Article]:
    """Articles of about 400 words each, the same in every run."""
    chance = random.Random(2020)  # noqa: S311 -- no secret, and the same articles each time
    stems = _stems(chance)
    weights = list(accumulate(1 / (rank + 20) ** 1.05 for rank in range(len(stems))))

    def word() -> str:
        if chance.random() < SHARE:
            return PARTICLES[int(len(PARTICLES) * chance.random() ** 2)]
        return chance.choice(BEFORE) + stems[bisect(weights, chance.random() * weights[-1])]

    for number in range(count):
        passages = tuple(" ".join(word() for _ in range(WORDS)) + "." for _ in range(PASSAGES))
        yield Article(number, " ".join(word() for _ in range(6)), passages)


def queries(count: int, size: int) -> list[str]:
    """What somebody may look for among `size` articles: words, two words, phrases, beginnings."""
    chance = random.Random(2021)  # noqa: S311 -- as above
    # Of articles from the beginning, the middle and the end.
    some = [a for a in articles(size) if a.number % max(1, size // 40) == 0]
    found = []
    for number in range(count):
        words = chance.choice(chance.choice(some).passages).rstrip(".").split()
        at = chance.randrange(len(words) - 1)
        kind = number % 4
        if kind == 0:
            found.append(words[at])
        elif kind == 1:
            found.append(f"{words[at]} {chance.choice(words)}")
        elif kind == 2:
            found.append(f'"{words[at]} {words[at + 1]}"')
        else:
            found.append(words[at][: max(4, len(words[at]) - 2)])
    return found


def _stems(chance: random.Random) -> list[str]:
    roots = {"".join(chance.sample(LETTERS, 3)) for _ in range(ROOTS)}
    stems = [
        pattern.replace("1", root[0]).replace("2", root[1]).replace("3", root[2])
        for root in sorted(roots)
        for pattern in PATTERNS
    ]
    chance.shuffle(stems)
    return stems
