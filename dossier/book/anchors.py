"""Puts a page into a document that holds many: its ids, links and headings made to fit.  Pure.

In the book an id is an address from the site's root: `visits/2020-11/` is the chapter,
`visits/2020-11/#asked` a place in it.  So ids of different pages never meet, and an id can be
printed as the address at which the same thing stands on the site.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from html.parser import HTMLParser
from urllib.parse import quote, urljoin, urlsplit

from markupsafe import escape

_REFERENCES = {"aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"}
_DRAWN_WITH = re.compile(r"url\(#([^)]+)\)")
_HEADING = re.compile(r"h[1-6]")


def id_of(path: str, anchor: str) -> str:
    """The id, in the book, of an anchor on a page."""
    return f"{path}#{anchor}" if anchor else path


def href_of(place: str) -> str:
    """What a link to an id of the book says."""
    return f"#{quote(place, safe='/')}"


def embed(html: str, path: str, book: Collection[str], site: str, deeper: int) -> str:
    """The body of a page as it stands in the book; its text stays as it is, to the letter.

    Args:
        html: What the page's template printed.
        path: Where the page stands on the site.
        book: The paths of the pages that the book holds.
        site: The address of the site; empty where it is not known, and then a link to a page
            that the book does not hold is none.
        deeper: By how many levels its headings are lowered.
    """
    page = _Page(path, book, site, deeper)
    page.feed(html)
    page.close()
    return "".join(page.parts)


class _Page(HTMLParser):
    """Copies everything as it is written but the tags that have to change."""

    def __init__(self, path: str, book: Collection[str], site: str, deeper: int) -> None:
        super().__init__(convert_charrefs=False)
        self.path, self.book, self.site, self.deeper = path, book, site, deeper
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._start(tag, attrs, ">")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._start(tag, attrs, "/>")

    def handle_endtag(self, tag: str) -> None:
        self.parts += ("</", self._level(tag), ">")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_entityref(self, name: str) -> None:
        self.parts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.parts.append(f"&#{name};")

    def _start(self, tag: str, attrs: list[tuple[str, str | None]], end: str) -> None:
        written = []
        for name, value in attrs:
            if value is None:
                written.append(f" {name}")
            elif (changed := self._attribute(name, value)) is not None:
                written.append(f' {name}="{escape(changed)}"')
        self.parts += ("<", self._level(tag), *written, end)

    def _level(self, tag: str) -> str:
        return f"h{min(int(tag[1]) + self.deeper, 6)}" if _HEADING.fullmatch(tag) else tag

    def _attribute(self, name: str, value: str) -> str | None:
        if name == "id":
            return id_of(self.path, value)
        if name == "href":
            return self._href(value)
        if name in _REFERENCES:
            return " ".join(id_of(self.path, anchor) for anchor in value.split())
        return _DRAWN_WITH.sub(lambda m: f"url({href_of(id_of(self.path, m[1]))})", value)

    def _href(self, address: str) -> str | None:
        if urlsplit(address).scheme:
            return address
        path, _, anchor = urljoin(f"/{self.path}", address).removeprefix("/").partition("#")
        if path in self.book:
            return href_of(id_of(path, anchor))
        return urljoin(self.site, f"{path}#{anchor}".rstrip("#")) if self.site else None
