"""What pages may load and run, and what must therefore not stand in them.  Pure.

The policy is the second net; that every word is escaped is the first.  It is the same on every
page, because no script stands in a page: what the theme had there is `start.js` now.  So it needs
no digests, which would have to be kept for each depth and each release of the theme, and nothing
that was smuggled into a page can be taken for one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",  # of the search's worker, too
        "style-src 'self'",
        "img-src 'self' data:",  # the signs in the style sheets
        "font-src 'self'",
        "connect-src 'self'",  # the search's index
        "base-uri 'none'",
        "form-action 'none'",  # forms here choose; none is sent
    )
)
"""What a browser may load for a page, and run in it."""

_NAME = "content-security-policy"
_DATA = frozenset(("application/json", "application/ld+json"))
# Each would load a page in the page, change where addresses lead, or look without a class.
_ELEMENTS = frozenset(
    ("animate", "applet", "base", "embed", "frame", "iframe", "object", "set", "style")
)
_SCHEMES = frozenset(("", "http", "https", "mailto"))
_APART = frozenset(("noopener", "noreferrer"))

Tag = tuple[str, Mapping[str, str]]
"""A start tag: its name and attributes, in small letters; what has no value has an empty one."""


def is_guarded(opening: Sequence[Tag]) -> bool:
    """Whether a page that opens with these tags has the policy before anything could be loaded."""
    names = [name for name, _ in opening[:4]]
    if names != ["html", "head", "meta", "meta"]:
        return False
    (_, charset), (_, policy) = opening[2:4]
    return (
        "charset" in charset
        and policy.get("http-equiv", "").lower() == _NAME
        and policy.get("content") == POLICY
    )


def breaches(name: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """What of a start tag the policy blocks, or must not be left to it alone; in words."""
    if name in _ELEMENTS:
        yield f"an element that no page may have: {name}"
    if name == "script" and "src" not in attributes:
        if attributes.get("type", "").lower() not in _DATA:
            yield "a script that is no file of its own"
    if name == "meta" and attributes.get("http-equiv", _NAME).lower() != _NAME:
        yield f"an order to the browser: {attributes['http-equiv']}"
    for attribute in sorted(attributes):
        if attribute.startswith("on"):
            yield f"a script in an attribute: {attribute}"
        elif attribute == "style":
            yield "a style in an attribute"
    if name == "a":
        yield from _leading_astray(attributes)


def _leading_astray(attributes: Mapping[str, str]) -> Iterator[str]:
    for attribute in sorted({"href", "xlink:href"} & attributes.keys()):
        address = attributes[attribute]
        parts = urlsplit(address)
        if parts.scheme not in _SCHEMES:
            yield f"a link that a browser might run: {address}"
        elif parts.netloc and not _APART <= set(attributes.get("rel", "").lower().split()):
            yield f"a link elsewhere without rel=\"noopener noreferrer\": {address}"
