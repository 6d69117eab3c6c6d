"""The theme's style sheets without the rules that no page of ours can ask for.  Pure.

The theme brings rules and pictures for many parts that are not on our pages, and every first
visit would load them.  A rule stays if each of its classes occurs as a word in any page or
script of the site: those that only a script sets are written there, and are the theme's own.
The same holds of the values of attributes.

Two kinds of rule would have the browser work out the style of a whole page anew whenever it
opens: one for every element, which the theme sets for a moment, and one for what stands in
elements without a class, for which every change of a class asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

# The theme sets it on every start and takes it away; it only keeps colours from fading over.
_DROPPED = "[data-md-color-switching]"
# The theme's word for tables that Markdown makes, and ours.
_TABLE, _PLAIN_TABLE = "table:not([class])", "table.plain"
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_VALUE = re.compile(r"\[[\w-]+=[\"']?([\w-]+)[\"']?\]")
_ATTRIBUTE = re.compile(r"\[[^\]]*\]")
# From what stands in these nothing follows: some of it may hold or not.
_EITHER = re.compile(r":(?:not|is|where|has)\([^()]*\)")
_OUTSIDE_BRACKETS = re.compile(r",(?![^()]*\))")
_WORD = re.compile(r"[\w-]+")
_THEME_WORD = re.compile(r"(?<![\w-])(?:md|js|focus)[\w-]*")
_PROPERTY = re.compile(r"(?<=[{;])(--[\w-]+):(?:[^;{}\"]|\"[^\"]*\")*;?")
_USED_PROPERTY = re.compile(r"var\((--[\w-]+)")


def trimmed(
    sheets: Mapping[str, str], pages: Iterable[str], others: Sequence[str]
) -> dict[str, str]:
    """The rules that can be asked for, and the custom properties that these use.

    Args:
        sheets: The theme's style sheets, by path.
        pages: The pages of the site.
        others: Its scripts, and the style sheets of ours.
    """
    words = frozenset([*_found(_WORD, pages), *_found(_THEME_WORD, others)])
    kept = {
        path: "".join(_kept(css.replace(_TABLE, _PLAIN_TABLE), words))
        for path, css in sheets.items()
    }
    # One sheet sets what another uses.
    used = frozenset(_found(_USED_PROPERTY, [*kept.values(), *others]))
    return {
        path: _PROPERTY.sub(lambda match: match[0] if match[1] in used else "", css)
        for path, css in kept.items()
    }


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
    if _DROPPED in selector:
        return False
    certain = _EITHER.sub("", selector)
    names = _CLASS.findall(_ATTRIBUTE.sub("", certain))
    return all(name in words for name in (*names, *_VALUE.findall(certain)))


def _found(pattern: re.Pattern[str], texts: Iterable[str]) -> Iterator[str]:
    return (word for text in texts for word in pattern.findall(text))


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
