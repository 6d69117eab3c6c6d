"""What pages may load and run, and what must therefore not stand in them.  Pure.

The policy is the second net; that every word is escaped is the first.  It is the same on every
page, because no script stands in a page: what the theme had there is `start.js` now.  So it needs
no digests, which would have to be kept for each depth and each release of the theme, and nothing
that was smuggled into a page can be taken for one of them.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

_SCRIPTS = "script-src 'self'"
POLICY = "; ".join(
    (
        "default-src 'none'",
        _SCRIPTS,  # of the search's worker, too
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
_WEB, _MAIL = ("http", "https"), "mailto"
_LEADING = ("href", "xlink:href")
_APART = frozenset(("noopener", "noreferrer"))

Tag = tuple[str, Mapping[str, str]]
"""A start tag: its name and attributes, in small letters; what has no value has an empty one."""

OPENING = ("html", "head", "meta", "meta")
"""The first tags of a page: after its encoding, the policy, before anything could be loaded."""


def is_guarded(opening: Sequence[Tag]) -> bool:
    """Whether a page that begins with these tags has the policy from its beginning on."""
    if tuple(name for name, _ in opening) != OPENING:
        return False
    (_, encoding), (_, policy) = opening[2:]
    return (
        "charset" in encoding
        and policy.get("http-equiv", "").lower() == _NAME
        and policy.get("content") == POLICY
    )


def breaches(name: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """What of a start tag must not be left to the policy alone, in words."""
    if name in _ELEMENTS:
        yield f"an element that no page may have: {name}"
    elif name == "script":
        if "src" not in attributes and attributes.get("type", "").lower() not in _DATA:
            yield "a script that is no file"
    elif name == "meta":
        if attributes.get("http-equiv", _NAME).lower() != _NAME:
            yield f"an order to the browser: {attributes['http-equiv']}"
    elif name == "a":
        yield from _leading_astray(attributes)
    for attribute in attributes:
        if attribute.startswith("on"):
            yield f"a script in an attribute: {attribute}"
        elif attribute == "style":
            yield "a style in an attribute"


def _leading_astray(attributes: Mapping[str, str]) -> Iterator[str]:
    kept_apart = _APART.issubset(attributes.get("rel", "").lower().split())
    for address in (attributes[name] for name in _LEADING if name in attributes):
        scheme, place, *_ = urlsplit(address)
        if scheme not in ("", *_WEB, _MAIL):
            yield f"a link that a browser might run: {address}"
        elif (scheme in _WEB or place) and not kept_apart:
            yield f"a link elsewhere that is not {' '.join(sorted(_APART))}: {address}"


def allowing(page: bytes, script: bytes) -> bytes:
    """A page whose policy lets one script run although it stands in the page."""
    digest = b64encode(hashlib.sha256(script).digest()).decode()
    return page.replace(_SCRIPTS.encode(), f"{_SCRIPTS} 'sha256-{digest}'".encode(), 1)
