"""Finding exact words in a text (W3C Web Annotation, TextQuoteSelector).

A quote is found only word for word: white space is folded, nothing else.  What comes near
feeds error messages and is never accepted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from dossier.text.arabic import skeleton
from dossier.text.passages import Span, line_of

CONTEXT = 32
"""Code points of prefix and suffix that are published with a quote."""

_NEAR = 75  # below this, two passages have little in common but their letters
_LINES_NAMED = 9
# A hint is worth so much work and no more: what comes near is known by its beginning.
_SOUGHT = 200  # letters of the words
_SEARCHED = 100_000  # letters of the text
_BREAK = re.compile(r"[\r\n]")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Folded:
    """A text with every run of white space made one space.

    ``offsets[i]`` is where code point i stands in the original.
    """

    text: str
    offsets: tuple[int, ...]

    def original(self, start: int, end: int) -> Span:
        """The span of the original that a span of the folded text came from."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


@lru_cache(maxsize=64)
def fold(text: str) -> Folded:
    """Make every run of white space (U+00A0 included) one space."""
    letters: list[str] = []
    offsets: list[int] = []
    for position, letter in enumerate(text):
        if not letter.isspace():
            letters.append(letter)
        elif letters and letters[-1] == " ":
            continue
        else:
            letters.append(" ")
        offsets.append(position)
    return Folded("".join(letters), tuple(offsets))


def occurrences(text: str, exact: str, prefix: str = "", suffix: str = "") -> tuple[Span, ...]:
    """Every place where the words stand, after `prefix` and before `suffix` where given."""
    folded = fold(text)
    words, before, after = (_SPACE.sub(" ", part).strip() for part in (exact, prefix, suffix))
    if not words:
        return ()
    found = []
    start = folded.text.find(words)
    while start >= 0:
        end = start + len(words)
        # One folded space at the most stands between the words and their context.
        left = folded.text[max(0, start - len(before) - 1) : start].rstrip()
        right = folded.text[end : end + len(after) + 1].lstrip()
        if left.endswith(before) and right.startswith(after):
            found.append(folded.original(start, end))
        start = folded.text.find(words, start + 1)
    return tuple(found)


def nearest(text: str, exact: str) -> Span | None:
    """The passage that comes nearest to the words, widened to whole words; None if none does.

    Of long words only the beginning is looked for, of a very long text only the beginning is
    looked through.
    """
    haystack, places = _haystack(text[:_SEARCHED])
    needle, _ = skeleton(exact[:_SOUGHT])
    if not needle or not haystack:
        return None
    match = fuzz.partial_ratio_alignment(needle, haystack, score_cutoff=_NEAR)
    if match is None or match.dest_start == match.dest_end:
        return None
    start, end = places[match.dest_start], places[match.dest_end - 1] + 1
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end)


@lru_cache(maxsize=8)
def _haystack(text: str) -> tuple[str, tuple[int, ...]]:
    return skeleton(text)


@dataclass(frozen=True)
class Lost:
    """Why a quote could not be located: a sentence that begins with "must"."""

    message: str


def locate(
    text: str, name: str, quote: tuple[str, str, str], furniture: tuple[Span, ...] = ()
) -> Span | Lost:
    """The one place, outside furniture and within a line, where a quote stands.

    Args:
        text: The source's text.
        name: What the text is called in messages.
        quote: The exact words, what stands before them and after them (empty: anything).
        furniture: Spans that may not be quoted.
    """
    found = occurrences(text, *quote)
    free = [span for span in found if not any(span.overlaps(f) for f in furniture)]
    if not quote[0].strip():
        return Lost("must not be empty")
    if not found:
        return Lost(f"must occur word for word in {name}{_hint(text, quote[0])}")
    if not free:
        return Lost(
            f"must not lie in the furniture of {name} (line {line_of(text, found[0].start)})"
        )
    if len(free) > 1:
        lines = ", ".join(str(line_of(text, span.start)) for span in free[:_LINES_NAMED])
        lines += ", …" if len(free) > _LINES_NAMED else ""
        times = f"occurs {len(free)} times (lines {lines})"
        return Lost(f"must occur once in {name}, {times}; add a prefix or suffix")
    if _BREAK.search(text, free[0].start, free[0].end):
        return Lost(f"must lie within one paragraph of {name}; use a list of quotes")
    return free[0]


def _hint(text: str, exact: str) -> str:
    near = nearest(text, exact)
    if near is None:
        return ""
    return f"; nearest: «{text[near.start : near.end]}» (line {line_of(text, near.start)})"
