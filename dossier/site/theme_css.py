"""The theme's style sheet without the rules that no page of ours can ask for.  Pure.

The theme brings rules and pictures for many parts that are not on our pages, and every first
visit would load them.  A rule stays if each of its classes occurs as a word in any page or
script of the site: those that only a script sets are written there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
# From what stands in these nothing follows: some of it may hold or not, some is no class.
_EITHER = re.compile(r":(?:not|is|where|has)\([^()]*\)|\[[^\]]*\]")
_OUTSIDE_BRACKETS = re.compile(r",(?![^()]*\))")
_WORD = re.compile(r"[\w-]+")
_PROPERTY = re.compile(r"(?<=[{;])(--[\w-]+):(?:[^;{}\"]|\"[^\"]*\")*;?")
_USED_PROPERTY = re.compile(r"var\((--[\w-]+)")


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Every word of pages and scripts, a class or an id among them."""
    return frozenset(word for text in texts for word in _WORD.findall(text))


def trimmed(css: str, words: frozenset[str]) -> str:
    """The rules that `words` can ask for, and the custom properties that these use."""
    kept = "".join(_kept(css, words))
    used = {*_USED_PROPERTY.findall(kept), *words}
    return _PROPERTY.sub(lambda match: match[0] if match[1] in used else "", kept)


def _kept(css: str, words: frozenset[str]) -> Iterator[str]:
    for head, body in _rules(css):
        if head.startswith(("@media", "@supports")):
            inner = "".join(_kept(body, words))
            if inner:
                yield f"{head}{{{inner}}}"
        elif head.startswith("@") or not body:
            yield f"{head}{{{body}}}" if body else head
        else:
            asked = [s for s in _OUTSIDE_BRACKETS.split(head) if _can_match(s, words)]
            if asked:
                yield f"{','.join(asked)}{{{body}}}"


def _can_match(selector: str, words: frozenset[str]) -> bool:
    return all(name in words for name in _CLASS.findall(_EITHER.sub("", selector)))


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Each rule's head and body; a statement without braces as a head alone."""
    start = head_end = depth = 0
    quoted = ""
    for place, sign in enumerate(css):
        if quoted:
            quoted = "" if sign == quoted and css[place - 1] != "\\" else quoted
        elif sign in "\"'":
            quoted = sign
        elif sign == "{":
            head_end = place if depth == 0 else head_end
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield css[start:head_end].strip(), css[head_end + 1 : place]
                start = place + 1
        elif sign == ";" and depth == 0:
            yield css[start : place + 1].strip(), ""
            start = place + 1
