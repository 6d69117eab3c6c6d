"""Sends cases through the real command, and what it accepts through Chromium."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Error

from dossier import cli
from dossier.book.chromium import chromium
from dossier.seeds.version import digest
from tests.helpers import write
from tests.hostile.cases import (
    HEADLINE,
    Case,
    Folder,
    Record,
    Text,
    Word,
    base,
    with_source,
    with_words,
)
from tests.site.builds import tree
from tests.site.serving import served

_PLACE = re.compile(r".+:[1-9][0-9]*:[1-9][0-9]*: error: \S.*")
_STANDING = {"index.html": b"the last good site", "data/dossier.json": b"{}"}


@dataclass(frozen=True)
class Outcome:
    """What came of a case; ``fault`` is empty if that is what its verdict asks for."""

    case: Case
    came: str
    fault: str = ""


def run(cases: Sequence[Case], folder: Path) -> Iterator[Outcome]:
    """What comes of every case: refused ones first, then what a browser shows of the others."""
    shown: list[Case] = []
    for number, case in enumerate(cases):
        if isinstance(case, Text) and case.large:
            with chromium() as browser:
                yield from seen([case], folder / f"case-{number}", browser)
            shutil.rmtree(folder / f"case-{number}", ignore_errors=True)
            continue
        if case.verdict == "F" and isinstance(case, Text | Word):
            shown.append(case)
            continue
        root = folder / f"case-{number}"
        outcome = refused(case, root)
        shutil.rmtree(root, ignore_errors=True)
        if outcome.came == "accepted" and isinstance(case, Text | Word):
            shown.append(case)
        else:
            yield outcome
    if shown:
        with chromium() as browser:
            yield from seen(shown, folder / "shown", browser)


def refused(case: Case, root: Path) -> Outcome:
    """Build a root in which only this case is planted, over a site that stands there."""
    site = write(root / "site", _STANDING)
    write(root, _files(case))
    if isinstance(case, Folder):
        case.do(root)
    came, printed = command("build" if case.verdict == "R" else "check", root, site)
    if came == 0:
        fault = "must be refused" if case.verdict == "R" else ""
        return Outcome(case, "accepted", fault)
    lines = printed.splitlines()
    faults = [
        *([] if came == 1 else [f"exit {came}"]),
        *(["must not be refused"] if case.verdict == "F" else []),
        *(
            f"not a problem with its place: {line!r}"
            for line in lines
            if not _PLACE.fullmatch(line)
        ),
        *([] if lines else ["no problem is printed"]),
        *([] if [*map(_order, lines)] == sorted(map(_order, lines)) else ["not sorted"]),
        *([] if digest(tree(site)) == digest(_STANDING) else ["the standing site was changed"]),
        *(["a traceback"] if "Traceback" in printed else []),
    ]
    return Outcome(case, f"refused: {lines[0] if lines else printed}", "; ".join(faults))


def _order(line: str) -> tuple[str, int, int]:
    path, row, column = line.partition(": error: ")[0].rsplit(":", 2)
    return path, int(row), int(column)


def command(name: str, root: Path, site: Path) -> tuple[int, str]:
    """Run the command; its exit code, and what it printed to standard output."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        where = ["--site-dir", str(site)] if name == "build" else []
        code = cli.main([name, "--root", str(root), *where])
    return code, out.getvalue() if code < 2 else err.getvalue()


def _files(case: Case) -> dict[str, bytes]:
    match case:
        case Text():
            return dict(with_source(base(), "hostile", case.data))
        case Word():
            return dict(with_words(base(), [("hostile", case)]))
        case Record():
            return dict(case.change(base()))
        case Folder():
            return dict(base())


def seen(cases: Sequence[Case], root: Path, browser: Browser) -> Iterator[Outcome]:
    """Build all cases into one site, and compare what Chromium shows of each."""
    started = time.perf_counter()
    named = [(f"c{number:03}", case) for number, case in enumerate(cases)]
    files = base()
    for name, case in named:
        if isinstance(case, Text):
            files = with_source(files, name, case.data)
    words = [(name, case) for name, case in named if isinstance(case, Word)]
    if words:
        files = with_words(files, words)
    write(root, files)
    code, printed = command("build", root, root / "site")
    came = f"shown ({len(named)} in a build of {time.perf_counter() - started:.0f} s)"
    if code:
        for _, case in named:
            yield Outcome(case, "not built", printed[:2000])
        return
    with served(root / "site") as url:
        page = Watched(browser, url)
        for name, case in sorted(named, key=lambda item: _page_of(*item)):
            try:
                fault = _shown(page, name, case)
            except Error as error:  # it did not open in time, or the browser gave up
                fault = f"the browser: {error.message.splitlines()[0]}"
            yield Outcome(case, came, fault)


_TEXT = """selector => {
    const found = document.querySelector(selector)?.cloneNode(true);
    found?.querySelector(".headerlink")?.remove();
    return found?.textContent ?? null;
}"""


class Watched:
    """A page that notes whatever runs, asks for something, or complains."""

    def __init__(self, browser, url: str) -> None:
        self.url, self.troubles = url, []
        self.page = browser.new_page(locale="ar")
        self.page.set_default_timeout(120_000)
        self.page.on("dialog", self._dialog)
        self.page.on("pageerror", lambda error: self.troubles.append(f"script: {error}"))
        self.page.on("popup", lambda _: self.troubles.append("opened a window"))
        self.page.on("request", self._request)
        self.page.on("console", self._console)

    def open(self, path: str) -> None:
        """Open a page, unless it is the one that is open, and let its scripts do their work."""
        if self.page.url == self.url + path:
            return
        self.troubles.clear()
        self.page.goto(self.url + path)
        if self.page.evaluate("location.href") != self.url + path:
            self.troubles.append("led away")

    def text(self, selector: str) -> str | None:
        """What an element says but for its permanent link; None where it is not there."""
        return self.page.evaluate(_TEXT, selector)

    def _dialog(self, dialog) -> None:
        self.troubles.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request) -> None:
        if not request.url.startswith((self.url, "data:", "blob:")):
            self.troubles.append(f"asked for {request.url}")

    def _console(self, message) -> None:
        if message.type in ("error", "warning"):
            self.troubles.append(f"console: {message.text}")


_SHOWN = {
    "title": "h1",
    "label": ".teller__label",
    "note": ".md-content__inner > .note",
    "statement": ".claim__statement",
    "quote": ".quote .exact",
}
_IN_CLAIMS = ("statement", "quote")


def _page_of(name: str, case: Case) -> str:
    """The page that shows a case."""
    on_visit = isinstance(case, Word) and case.place in _IN_CLAIMS
    return "visits/2030-01/" if on_visit else f"sources/{name}/"


def _shown(watched: Watched, name: str, case: Case) -> str:
    """What is wrong with what the browser shows of a case; empty if nothing is."""
    faults = []
    watched.open(_page_of(name, case))
    if isinstance(case, Text):
        if watched.text("article.original") != case.text:
            faults.append("the text is not what it was")
        if watched.text("h1") != HEADLINE:
            faults.append("the heading is not what it was")
        if watched.page.locator("article").count() != 1:
            faults.append("more than one article")
    elif isinstance(case, Word):
        within = f"[id={name}] " if case.place in _IN_CLAIMS else ""
        found = watched.text(within + _SHOWN[case.place])
        if found is None or not _says(case, found):
            faults.append(f"shows {found!r} for {case.value!r}")
    return "; ".join([*faults, *watched.troubles])


def _says(case: Word, found: str) -> bool:
    if case.place == "label":
        return found.startswith(f"{case.value} ")
    if case.place in ("note", "statement"):
        return found.endswith(f" {case.value}")
    return found == case.value
