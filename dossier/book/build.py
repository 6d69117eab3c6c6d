"""Makes the PDF: the document is printed until its contents name the pages that there are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dossier.book import pdf
from dossier.book.chapters import book_view, document, outline
from dossier.book.chromium import chromium, print_pdf
from dossier.model import Dossier
from dossier.pages import words as interface
from dossier.pages.presenter import Presenter
from dossier.pages.render import environment
from dossier.problems import DossierError
from dossier.site import assets, publish
from dossier.site.build import refuse_address
from dossier.site.leaks import leaks

_ATTEMPTS = 5


@dataclass(frozen=True)
class Book:
    """A printed book: the file, its pages, and its bytes."""

    path: Path
    pages: int
    size: int


def build_book(project: Path, root: Path, dossier: Dossier, site_url: str) -> Book:
    """Print a dossier into `build/dossier.pdf` below the root.

    Raises:
        DossierError: if there is no browser, or the numbers of the contents do not settle.
    """
    refuse_address(site_url)
    site = f"{site_url.rstrip('/')}/" if site_url else ""
    work = root / "build"
    with publish.locked(work / ".lock"):
        printed = _printed(project, work / "book", dossier, site)
        path = work / "dossier.pdf"
        publish.write_file(path, printed)
    return Book(path, pdf.page_count(printed), len(printed))


def _printed(project: Path, folder: Path, dossier: Dossier, site: str) -> bytes:
    templates = publish.read_tree(project / "templates")
    words = interface.read(templates["words.yml"])
    env = environment({n: d.decode() for n, d in templates.items() if n != "words.yml"}, words)
    presenter = Presenter(dossier, words)
    docs = assets.joined(publish.read_tree(project / "docs"))
    beside = {
        path: assets.patient(data) if path.endswith(".css") else data
        for path, data in docs.items()
        if path.startswith(("assets/styles/", "assets/fonts/"))
    }
    foreign = {**templates, **docs, **publish.read_tree(project / "language")}
    numbers: dict[str, int] = {}
    with chromium() as browser:
        for _ in range(_ATTEMPTS):
            view = book_view(presenter, env, site, numbers)
            html = document(view, env).encode()
            if found := next(leaks({"index.html": html}, dossier, foreign), None):
                raise DossierError(f"the book is not right: its {found}")
            publish.write_tree(folder, {"index.html": html, **beside})
            printed = print_pdf(browser, folder / "index.html")
            before, numbers = numbers, pdf.numbers(printed)
            if numbers == before:
                return pdf.finished(printed, outline(view))
    raise DossierError(f"after {_ATTEMPTS} printings the contents still name other pages")
