"""The style sheets and the scripts of every page, joined: two requests in place of many.  Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

# In the order in which they hold: names first, parts after, paper last.
_STYLES = (
    *("fonts", "design", "theme", "parts", "home", "visit", "source", "compare"),
    *("pictures", "search", "print"),
)
_SCRIPTS = (
    "refs",
    "steps",
    "passages",
    "evidence",
    "kit",
    "later",
    "filters",
    "folds",
    "side_by_side",
    "wide",
    "drawer",
)

# Of the shape that our files have: opened where a line begins.
_COMMENT = re.compile(rb"^ */\*.*?\*/\n*", re.DOTALL | re.MULTILINE)
_INDENT = re.compile(rb"\n\s+")
_JOINED = {
    "assets/styles/dossier.css": [f"assets/styles/{name}.css" for name in _STYLES],
    "assets/scripts/dossier.js": [f"assets/scripts/{name}.js" for name in _SCRIPTS],
}


def patient(css: bytes) -> bytes:
    """A style sheet whose fonts are waited for, as paper and pictures can."""
    return css.replace(b"font-display: optional", b"font-display: block")


def joined(docs: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of `docs/` with one style sheet and one script in place of their parts."""
    parts = {part for names in _JOINED.values() for part in names}
    rest = {path: data for path, data in docs.items() if path not in parts}
    whole = {path: b"\n".join(docs[part] for part in names) for path, names in _JOINED.items()}
    return {**rest, **{path: _lean(path, data) for path, data in whole.items()}}


def _lean(path: str, data: bytes) -> bytes:
    """A style sheet or script without what only its authors read."""
    told = _COMMENT.sub(b"", data)
    return _INDENT.sub(b"\n", told) if path.endswith(".css") else told
