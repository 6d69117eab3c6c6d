"""Builds the index of one engine over invented articles, in a process of its own.

    python bench/build_index.py ENGINE COUNT FOLDER

The last line that it prints says what it took: seconds, the peak of memory in megabytes (of
this process or the largest it started), and the compressed bytes of the index.
"""

from __future__ import annotations

import gzip
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from bench.articles import Article, articles
from dossier.search import index, parts
from dossier.search.analyser import Analyser
from dossier.search.entries import Entry
from dossier.search.names import concepts
from dossier.search.parts import PageHead
from dossier.search.tables import Tables

PAGE = """<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>{title}</title>
<body><main data-pagefind-body><h1>{title}</h1>{passages}</main></body></html>"""
CONFIGURATION = """site_name: bench
docs_dir: {docs}
site_dir: {site}
theme: {{name: material, language: ar, font: false}}
plugins: [search]
nav: [index.md]
validation: {{nav: {{omitted_files: ignore}}}}
"""


def ours(found: Iterable[Article], site: Path) -> Iterator[Path]:
    """Our index, with the scripts that read it."""
    tables = Tables.of({p.name: p.read_bytes() for p in (PROJECT / "language").iterdir()})
    entries, heads = [], {}
    for article in found:
        page = f"articles/{article.number}/"
        heads[page] = PageHead(article.title, "source")
        for number, passage in enumerate(article.passages, 1):
            facets = (f"source:{article.number}", f"period:{2000 + article.number % 20}")
            entries.append(
                Entry(page, f"p{number}", "passage", str(number), passage, facets, whole=True)
            )
    analyser = Analyser(tables)
    built = index.build(analyser, entries, concepts(analyser, []))
    kinds = {kind: kind for kind in ("passage", "source")}
    files = parts.parts(built, tables.analysis, kinds, heads, facets=[])
    for path, data in files.items():
        yield _write(site / path, data)
    scripts = PROJECT / "docs/assets/scripts/search"
    for script in scripts.glob("*.js"):
        _write(site / "assets/scripts/search" / script.name, script.read_bytes())
    _write(site / "index.html", PAGE.format(title="", passages="").encode())


def theme(found: Iterable[Article], site: Path) -> Iterator[Path]:
    """The theme's own search, as `theme.language: ar` sets it."""
    docs = site.parent / "docs"
    _write(docs / "index.md", b"# bench\n")
    for article in found:
        text = "\n\n".join((f"# {article.title}", *article.passages))
        _write(docs / "articles" / f"{article.number}.md", text.encode())
    config = site.parent / "mkdocs.yml"
    config.write_text(CONFIGURATION.format(docs=docs, site=site), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config)],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield site / "search/search_index.json"


def pagefind(found: Iterable[Article], site: Path) -> Iterator[Path]:
    """Pagefind over plain pages."""
    for article in found:
        passages = "".join(f"<p>{passage}</p>" for passage in article.passages)
        page = PAGE.format(title=article.title, passages=passages)
        _write(site / "articles" / str(article.number) / "index.html", page.encode())
    _write(site / "index.html", PAGE.format(title="", passages="").encode())
    subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", str(site), "--force-language", "ar"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    yield from (path for path in (site / "pagefind").rglob("*") if path.is_file())


def _write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def main() -> None:
    """Build, and report."""
    engine, count, site = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    builders: dict[str, Callable[[Iterable[Article], Path], Iterator[Path]]] = {
        "ours": ours,
        "theme": theme,
        "pagefind": pagefind,
    }
    found = list(articles(count))
    start = time.monotonic()
    files = list(builders[engine](found, site))
    seconds = time.monotonic() - start
    kilobytes = max(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    workers = list(site.glob("assets/javascripts/workers/*.js"))
    report = {
        "seconds": seconds,
        "megabytes": kilobytes / 1024,
        "bytes": sum(len(gzip.compress(path.read_bytes(), 6)) for path in files),
        "worker": workers[0].relative_to(site).as_posix() if workers else "",
    }
    print(json.dumps(report))


if __name__ == "__main__":
    main()
