"""From the engine's files to the site's: words for tokens, data beside pages.  Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dossier.pages.render import Slots
from dossier.problems import DossierError
from dossier.site.stubs import TOKEN, Tokens
from dossier.site.theme_css import trimmed

# Never asked for: maps of the theme's scripts, and its search, in whose place ours stands.
_DROPPED = re.compile(
    r".*\.map|assets/javascripts/(lunr|workers)/.*|search/search_index\.json|sitemap\.xml\.gz"
)
_THEME_SHEET = re.compile(r"assets/stylesheets/.*\.css")
# The engine dates every page with the day of the build; the same input must give the same bytes.
_LAST_MODIFIED = re.compile(rb"\s*<lastmod>[^<]*</lastmod>")
# Defects of the theme that no override block reaches: (where, what stands there, what should).
_MENDED = (
    ('data-md-component="search" role="dialog"', 'data-md-component="search"'),
    (' tabindex=""', ""),
    ('type="checkbox" id="__drawer" autocomplete="off"', 'type="checkbox" id="__drawer"'),
    ('type="checkbox" id="__search" autocomplete="off"', 'type="checkbox" id="__search"'),
    ('class="md-search__scrollwrap" tabindex="0"', 'class="md-search__scrollwrap"'),
    ('<html lang="ar"', '<html lang="ar" dir="rtl"'),
    ("<table>", '<table class="plain">'),  # of Markdown; as `theme_css` calls it
)
# The theme's script says the scheme in the head, twice on every start, and each time the browser
# works out the style of the whole page anew.  Here `design.css` says it.
_THEME_SCRIPT = re.compile(r"assets/javascripts/bundle\..*\.js")
_SCHEME_IN_HEAD = (b'{name:"color-scheme"}', b'{name:"not-color-scheme"}')


def finish(
    files: Mapping[str, bytes],
    slots: Mapping[str, Slots],
    tokens: Tokens,
    shared: Mapping[str, str],
) -> dict[str, bytes]:
    """Every file of the site by its path.

    Args:
        files: What the engine wrote.
        slots: The words of each generated page, by the page's path.
        tokens: What stands in their place.
        shared: What `site` (the title, escaped), `head`, `lost` and `search` stand for on any page.

    Raises:
        DossierError: if a token remains, or a page is missing.
    """
    missing = sorted(path for path in slots if f"{path}index.html" not in files)
    if missing:
        raise DossierError(f"the engine left out a page: {missing[0]}")

    def finished(path: str, data: bytes) -> bytes:
        if path.endswith(".html"):
            words = tokens.values(shared, slots.get(path.removesuffix("index.html")))
            return _page(path, data.decode(), words).encode()
        if _THEME_SCRIPT.fullmatch(path):
            return data.replace(*_SCHEME_IN_HEAD)
        return _LAST_MODIFIED.sub(b"", data) if path == "sitemap.xml" else data

    site = {
        path: finished(path, data) for path, data in files.items() if not _DROPPED.fullmatch(path)
    }
    return {**site, **_theme_css(site)}


def _theme_css(site: Mapping[str, bytes]) -> dict[str, bytes]:
    """The theme's style sheets, trimmed to what the finished pages and scripts can ask for."""
    sheets = {path: data.decode() for path, data in site.items() if _THEME_SHEET.fullmatch(path)}
    pages = (data.decode() for path, data in site.items() if path.endswith(".html"))
    others = [
        data.decode()
        for path, data in site.items()
        if path.endswith((".js", ".css")) and path not in sheets
    ]
    return {path: css.encode() for path, css in trimmed(sheets, pages, others).items()}


def _page(path: str, html: str, words: Mapping[str, str]) -> str:
    for before, after in _MENDED:
        html = html.replace(before, after)

    def fill(match: re.Match[str]) -> str:
        token = match[1] or match[2]
        if token not in words:
            raise DossierError(f"{path} holds a token that stands for nothing on this page")
        return words[token]

    return TOKEN.sub(fill, html)
