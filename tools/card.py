"""Draws the card of a dossier into its seeds: `make card`.

A browser draws it, with the site's own fonts and colours, because shaping Arabic is a browser's
work; it is drawn here and not by the build, so that a build needs no browser.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from playwright.sync_api import Route

from bench.browsing import browser_page
from dossier.check import check
from dossier.model import build
from dossier.pages import words as interface
from dossier.pages.card import card_view
from dossier.pages.presenter import Presenter
from dossier.pages.render import card, environment
from dossier.seeds.card import CARD, HEIGHT, WIDTH, fault, noted
from dossier.seeds.folder import read_folder
from dossier.seeds.load import load
from dossier.site import publish
from dossier.site.assets import patient
from tools.palette import with_palette

PROJECT = Path(__file__).resolve().parent.parent
_ORIGIN = "http://card.invalid/"
_FONTS = "assets/styles/fonts.css"


def main() -> None:
    """Draw the card of the seeds below `--root`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=PROJECT, help="the folder that holds seeds/")
    root = parser.parse_args().root
    files, _ = read_folder(root)
    seeds, problems = load({path: data for path, data in files.items() if path != CARD})
    if problems or check(seeds):
        sys.exit("error: there are problems in the seeds; `make check` tells which")

    templates = publish.read_tree(PROJECT / "templates")
    words = interface.read(templates.pop("words.yml"))
    view = card_view(Presenter(build(seeds), words))
    html = card(view, environment({n: d.decode() for n, d in templates.items()}, words))
    picture = noted(with_palette(_drawn(html)), view.digest)
    if wrong := fault(picture):
        sys.exit(f"error: the card {wrong}")
    publish.write_file(root / CARD, picture)
    print(f"{root / CARD} ({len(picture):,} bytes)")


def _drawn(html: str) -> bytes:
    """The page as a picture; its styles and fonts are those of the site."""

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(_ORIGIN)
        if path == _FONTS:
            sheet = patient((PROJECT / "docs" / path).read_bytes())
            route.fulfill(body=sheet, content_type="text/css; charset=utf-8")
        elif path:
            route.fulfill(path=PROJECT / "docs" / path)
        else:
            route.fulfill(body=html, content_type="text/html; charset=utf-8")

    with browser_page() as page:
        page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
        page.route(f"{_ORIGIN}**", answer)
        page.goto(_ORIGIN)
        page.evaluate("document.fonts.ready")
        if page.evaluate("document.body.scrollHeight > innerHeight"):
            sys.exit("error: the title and the description are too long for a card")
        return page.screenshot()


if __name__ == "__main__":
    main()
