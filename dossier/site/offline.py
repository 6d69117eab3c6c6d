"""The site for readers without a server, who unpack it and open its first page.  Pure.

In a folder nobody looks for a folder's `index.html`, and scripts may neither fetch a file nor
start a worker.  So each address names its file, and what scripts would fetch becomes scripts
that hand it over; the project's folder `offline/` holds the other side of that.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import escape, unescape
from html.parser import HTMLParser
from itertools import accumulate

from dossier.search.parts import BLOCK
from dossier.site import addresses

# What only servers and search engines ask for.
_DROPPED = ("404.html", "sitemap.xml")
# Below it stands all that scripts may fetch.
_FETCHED = "search/"
_FIRST = "assets/scripts/search/offline.js"
_BOX = "assets/scripts/search/box.js"
_HAND_OVER, _OVER = "document.currentScript.handOver(", ");\n"
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")


def offline(site: Mapping[str, bytes], own: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that work from a folder.

    Args:
        site: The finished site, by path.
        own: The files of the project's folder `offline/`, by path.
    """
    files = dict(own)
    for path, data in site.items():
        if path.startswith(_FETCHED):
            text = _block(data.decode()) if BLOCK.fullmatch(path) else data.decode()
            files[f"{path}.js"] = _handing_over(text)
        elif path.endswith((".html", ".svg")):
            files[path] = str(_Markup(data.decode())).encode()
        else:
            files[path] = data
    files[_BOX] = own[_FIRST] + site[_BOX]
    return {path: files[path] for path in sorted(files) if path not in _DROPPED}


def handed_over(files: Mapping[str, bytes], wanted: re.Pattern[str]) -> list[str]:
    """The texts that scripts hand over in the place of some files, in the order of the paths."""
    scripts = (
        files[path].decode() for path in sorted(files) if wanted.fullmatch(path.removesuffix(".js"))
    )
    return [json.loads(s.removeprefix(_HAND_OVER).removesuffix(_OVER)) for s in scripts]


def _handing_over(text: str) -> bytes:
    return f"{_HAND_OVER}{json.dumps(text, ensure_ascii=False)}{_OVER}".encode()


def _block(text: str) -> str:
    """What is shown of some entries, its pages named by their files."""
    labels, groups = json.loads(text)
    named = [[f"{page}index.html", *rest] for page, *rest in groups]
    return json.dumps([labels, named], ensure_ascii=False, separators=(",", ":"))


class _Markup(HTMLParser):
    """A page, character for character but for its addresses and what only serves the web."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self._text = text
        self._lines = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))
        self._pieces: list[str] = []
        self._at = 0
        self.feed(text)
        self.close()

    def __str__(self) -> str:
        return "".join([*self._pieces, self._text[self._at :]])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        written = self.get_starttag_text() or ""
        kept = "" if _only_serves_the_web(tag, dict(attrs)) else _ATTRIBUTE.sub(_named, written)
        self._pieces += [self._text[self._at : start], kept]
        self._at = start + len(written)


def _only_serves_the_web(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Whether browsers refuse it to a page of a folder, or refuse the page its own scripts for it.

    A file has no origin that it shares with another: nothing may be fetched ahead for it
    (`crossorigin`), and `'self'` in a policy need not mean the files beside it.
    """
    if tag == "link":
        return "preload" in (attributes.get("rel") or "").split()
    policy = attributes.get("http-equiv") or ""
    return tag == "meta" and policy.lower() == "content-security-policy"


def _named(match: re.Match[str]) -> str:
    name, value = match.groups()
    if value is None or name.lower() not in addresses.ATTRIBUTES:
        return match[0]
    address = unescape(value.strip("\"'"))
    named = addresses.naming_file(address)
    return match[0] if named == address else f'{name}="{escape(named)}"'
