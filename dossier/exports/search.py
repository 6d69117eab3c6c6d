"""What the search box fetches: the index of everything that can be found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dossier.pages import links
from dossier.pages.dates import date_view
from dossier.pages.presenter import Presenter
from dossier.pages.views import Page
from dossier.search import index, parts
from dossier.search.analyser import Analyser
from dossier.search.entries import Entry, entries
from dossier.search.names import concepts
from dossier.search.parts import PageHead
from dossier.search.tables import Tables
from dossier.text import edtf


def search_files(presenter: Presenter, pages: Iterable[Page], tables: Tables) -> dict[str, bytes]:
    """The files of the index by path."""
    analyser = Analyser(tables)
    found = entries(presenter)
    built = index.build(analyser, found, concepts(analyser, presenter.dossier.actors.values()))
    titles = {page.path: page.title for page in pages}
    return parts.parts(
        built,
        analysis=tables.analysis,
        kinds=presenter.words.group("search.kinds"),
        heads={path: PageHead(title, _kind(path)) for path, title in titles.items()},
        facets=_facets(presenter, found),
    )


def _kind(path: str) -> str:
    kinds = {links.VISITS: "visit", links.SOURCES: "source", links.ACTORS: "actor"}
    return next((kind for start, kind in kinds.items() if path.startswith(start)), "comparison")


def _facets(presenter: Presenter, found: Iterable[Entry]) -> list[dict[str, Any]]:
    """The filters of the panel, each with its values in order and their labels."""
    used = {facet for entry in found for facet in entry.facets}
    dossier, words = presenter.dossier, presenter.words
    periods = sorted(facet.removeprefix("period:") for facet in used if facet.startswith("period:"))
    labels: Mapping[str, Mapping[str, str]] = {
        "kind": words.group("search.kinds"),
        "source": {s.id: presenter.source_label(s).text for s in dossier.sources.values()},
        "visit": {v.id: v.record.title for v in dossier.visits.values()},
        "period": {p: date_view(edtf.parse(p), words).text for p in periods},
    }
    return [
        {
            "name": name,
            "label": label,
            "values": [[v, text] for v, text in labels[name].items() if f"{name}:{v}" in used],
        }
        for name, label in words.group("search.filters").items()
    ]
