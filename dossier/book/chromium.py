"""Finds a Chromium, and lets it print."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

from dossier.problems import DossierError

CANDIDATES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
_ARGUMENTS = (
    *("--disable-gpu", "--disable-background-networking", "--no-first-run"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # nothing beyond this machine
)


def executable() -> str | None:
    """The browser that is named by DOSSIER_CHROMIUM or installed; None for Playwright's own."""
    named = os.environ.get("DOSSIER_CHROMIUM")
    return named or next(filter(None, map(shutil.which, CANDIDATES)), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser without a window that reaches nothing but this machine.

    Raises:
        DossierError: if there is none that runs.
    """
    # Chromium's sandbox does not work for root, who runs this in containers.
    sandbox = ("--no-sandbox",) if hasattr(os, "getuid") and os.getuid() == 0 else ()
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(
                executable_path=executable(), args=[*_ARGUMENTS, *sandbox]
            )
        except Error as error:
            raise DossierError(
                "no Chromium could be started; `make pdf` finds or installs one, or name yours "
                f"in DOSSIER_CHROMIUM\n{error.message}"
            ) from error
        yield browser
        browser.close()


def print_pdf(browser: Browser, page: Path) -> bytes:
    """An HTML file on paper, tagged, as its style sheets say."""
    tab = browser.new_page()
    tab.emulate_media(media="print")
    tab.goto(page.as_uri())
    # Whichever is not there in time would be another font's work, and other bytes.
    tab.evaluate("Promise.all([...document.fonts].map((font) => font.load())).then(() => true)")
    pdf = tab.pdf(prefer_css_page_size=True, print_background=True, tagged=True)
    tab.close()
    return pdf
