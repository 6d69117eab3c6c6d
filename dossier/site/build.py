"""The build: from seeds to a site that is proved and then swapped in."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import escape

from dossier.exports.claims_csv import claims_csv
from dossier.exports.dossier_json import dossier_json, schema_json
from dossier.exports.search import search_files
from dossier.model import Dossier
from dossier.pages import words as interface
from dossier.pages.presenter import Presenter
from dossier.pages.render import environment, lost, pages, render, search_panel
from dossier.problems import DossierError
from dossier.search.tables import Tables
from dossier.site import engine, publish
from dossier.site.finish import finish
from dossier.site.stubs import Tokens, stub, stub_path
from dossier.site.verify import verify

_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~%-]*)*")


@dataclass(frozen=True)
class Places:
    """The folders of a build: the checkout, what holds the seeds, and where the site goes."""

    project: Path
    root: Path
    site: Path

    @property
    def work(self) -> Path:
        """Where what is generated stands until it is finished."""
        return self.root / "build"


def build(places: Places, dossier: Dossier, seeds: dict[str, bytes], site_url: str) -> int:
    """Build, prove and publish the site of a dossier; the count of its files.

    Raises:
        DossierError: if it cannot be built; the last good site then stands as it was.
    """
    _refuse_dangerous(places)
    refuse_address(site_url)
    with (
        publish.locked(places.work / ".lock"),
        publish.locked(places.site.parent / f".{places.site.name}.lock"),
    ):
        publish.recover(places.site)
        files = _site(places, dossier, seeds, site_url)
        problems = verify(files, dossier, site_url)
        if problems:
            raise DossierError("the built site is not right:\n" + "\n".join(problems))
        publish.write_tree(publish.staging(places.site), files)
        publish.swap(places.site)
    return len(files)


def _site(
    places: Places, dossier: Dossier, seeds: dict[str, bytes], site_url: str
) -> dict[str, bytes]:
    """The files of the site, finished but not yet proved."""
    sources = {
        name: publish.read_tree(places.project / name)
        for name in ("templates", "docs", "overrides", "language")
    }
    templates = sources["templates"]
    words = interface.read(templates["words.yml"])
    env = environment({n: d.decode() for n, d in templates.items() if n != "words.yml"}, words)
    presenter = Presenter(dossier, words)
    made = pages(presenter)
    inputs = {f"{folder}/{p}": d for folder, tree in sources.items() for p, d in tree.items()}
    tokens = Tokens.of({**inputs, **seeds})

    shell = stub(env, tokens)
    docs = {**sources["docs"], **{stub_path(page): shell for page in made}}
    engine_files = _through_engine(places, docs, tokens, site_url)

    base = urlsplit(site_url).path or "/"
    shared = {
        "site": str(escape(dossier.record.title)),
        "lost": lost(env, base),
        "search": search_panel(env),
    }
    slots = {page.path: render(page, env) for page in made}
    files = finish(engine_files, slots, tokens, shared)
    return {
        **files,
        **search_files(presenter, made, Tables.of(sources["language"])),
        "data/dossier.json": dossier_json(dossier),
        "data/dossier.schema.json": schema_json(),
        "data/claims.csv": claims_csv(dossier),
        **{f"data/texts/{s}.txt": seeds[f"seeds/sources/{s}.txt"] for s in dossier.sources},
    }


def _through_engine(
    places: Places, docs: dict[str, bytes], tokens: Tokens, site_url: str
) -> dict[str, bytes]:
    """What the engine makes of the Markdown."""
    folder = places.work / "docs"
    publish.write_tree(folder, docs)
    # Named by the inputs: the engine of a build that was killed may still be writing its own.
    for stale in places.work.glob("engine-*"):
        shutil.rmtree(stale, ignore_errors=True)
    output = places.work / f"engine-{tokens.site}"
    config = places.work / "mkdocs.yml"
    config.write_bytes(
        engine.configuration(
            places.project,
            folder,
            output,
            tokens.site,
            {"lost": tokens.lost, "search": tokens.search},
        )
    )
    engine.run(config, site_url)
    return publish.read_tree(output)


def _refuse_dangerous(places: Places) -> None:
    """A site that would replace something else is a mistake."""
    site = places.site.resolve()
    guarded = [places.project.resolve(), places.root.resolve(), (places.root / "seeds").resolve()]
    if site == Path(site.anchor) or any(folder.is_relative_to(site) for folder in guarded):
        raise DossierError(f"--site-dir must not be {site}, which holds what the site is made of")
    for name in ("seeds", "templates", "docs", "overrides", "language", "dossier", "tests", ".git"):
        if any(
            site.is_relative_to((base / name).resolve()) for base in (places.project, places.root)
        ):
            raise DossierError(f"--site-dir must not lie inside {name}/")
    if places.site.is_symlink():
        raise DossierError(f"--site-dir must be a folder, {places.site} is a link")
    if site.exists() and not site.is_dir():
        raise DossierError(f"--site-dir must be a folder, {site} is a file")
    if site.is_dir() and any(site.iterdir()) and not (site / "data" / "dossier.json").exists():
        raise DossierError(f"--site-dir must be empty or hold a site of ours, {site} does not")


def refuse_address(site_url: str) -> None:
    """An address that cannot be one is a mistake.

    Raises:
        DossierError: if it is not empty and not one that pages can have.
    """
    if site_url and not _ADDRESS.fullmatch(site_url):
        raise DossierError(
            f"SITE_URL must be an http or https address without query, it is {site_url!r}"
        )


def site_url() -> str:
    """The address that the site will have, from the variable SITE_URL; empty where unknown."""
    return os.environ.get("SITE_URL", "")
