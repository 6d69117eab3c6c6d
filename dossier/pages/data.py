"""The page of downloads."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.pages import links
from dossier.pages.presenter import Presenter
from dossier.pages.views import Link, Page, Section, SourceLabel


@dataclass(frozen=True)
class DataView:
    """What the page of downloads shows."""

    files: tuple[tuple[Link, str], ...]
    texts: tuple[Link, ...]
    withheld: tuple[SourceLabel, ...]
    licence: str
    rights: str
    version: str


def data_page(presenter: Presenter) -> Page:
    """The page of downloads."""
    words, dossier = presenter.words, presenter.dossier
    files = {
        "data/dossier.json": "data.json",
        "data/dossier.schema.json": "data.schema",
        "data/claims.csv": "data.csv",
        "manifest.json": "data.manifest",
    }
    view = DataView(
        files=tuple(
            (Link(href.rpartition("/")[2], href), words(key)) for href, key in files.items()
        ),
        texts=tuple(
            Link(f"{source.id}.txt", links.text(source))
            for source in dossier.sources.values()
            if source.in_full
        ),
        withheld=tuple(
            presenter.source_label(source)
            for source in dossier.sources.values()
            if not source.in_full
        ),
        licence=dossier.record.licence.data,
        rights=dossier.record.licence.texts,
        version=presenter.version,
    )
    sections = (
        Section("section_files", words("data.files")),
        Section("section_texts", words("data.texts")),
        Section("section_licence", words("data.licence")),
        Section("section_version", words("version.name")),
    )
    description = words("description.data", title=dossier.record.title)
    return Page(links.DATA, "data", words("site.data"), description, sections, view)
