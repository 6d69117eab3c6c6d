"""Reads built pages with the standard library: their ids, addresses, and original text."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urljoin

_ADDRESSES = {
    *("action", "background", "cite", "data", "formaction", "href", "longdesc", "manifest"),
    *("ping", "poster", "src", "srcset", "usemap", "xlink:href"),
}
_IN_STYLE = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s*["']([^"']+)""")


@dataclass
class Html(HTMLParser):
    """One page.  An address is (tag, attribute, value)."""

    ids: list[str] = field(default_factory=list)
    addresses: list[tuple[str, str, str]] = field(default_factory=list)
    attributes: dict[str, dict[str, str]] = field(default_factory=dict)
    text: str = ""
    original: str | None = None
    title: str = ""
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag, attrs):
        values = {name: value or "" for name, value in attrs}
        self.attributes.setdefault(tag, values)
        if "id" in values:
            self.ids.append(values["id"])
        for name in _ADDRESSES & values.keys():
            parts = values[name].split(",") if name == "srcset" else [values[name]]
            self.addresses += [(tag, name, part.split()[0]) for part in parts if part.strip()]
        self.addresses += [(tag, "style", url) for url in in_style(values.get("style", ""))]
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self.addresses.append((tag, "content", values["content"].partition("=")[2]))
        # A picture has a title, too.
        if tag in ("article", "svg", "title", "script", "style"):
            self._open.append(tag)
            if tag == "article" and "original" in values.get("class", "").split():
                assert self.original is None, "two original texts on one page"
                self.original = ""

    def handle_endtag(self, tag):
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_data(self, data):
        if self._open and self._open[-1] in ("script", "style"):
            self.addresses += [("style", "url", url) for url in in_style(data)]
            return
        self.text += data
        if "title" in self._open and "svg" not in self._open:
            self.title += data
        if "article" in self._open and self.original is not None:
            self.original += data


def parse(data: bytes) -> Html:
    """A page as the parser sees it."""
    page = Html()
    page.feed(data.decode("utf-8"))
    page.close()
    return page


def in_style(css: str) -> list[str]:
    """The addresses in a style sheet."""
    return [first or second for first, second in _IN_STYLE.findall(css)]


def address_of(path: str, base: str) -> str:
    """Where a file of the site is asked for; the 404 page stands in for any deep address."""
    if path == "404.html":
        return urljoin(base, "no/such/page/")
    return urljoin(base, path.removesuffix("index.html"))


def file_of(url: str, base: str) -> str:
    """The file that is served for an address below the site's."""
    path = unquote(urldefrag(url).url.removeprefix(base).partition("?")[0])
    return f"{path}index.html" if path.endswith("/") or not path else path
