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
from dossier.exports.linked_data import linked_data
from dossier.exports.search import search_files
from dossier.model import Dossier
from dossier.pages import links
from dossier.pages import words as interface
from dossier.pages.card import Card, card_view
from dossier.pages.presenter import Presenter
from dossier.pages.render import environment, lost, pages, render, search_panel, shared_head
from dossier.problems import DossierError, printable
from dossier.search.tables import Tables
from dossier.seeds.card import CARD, note
from dossier.site import assets, engine, publish
from dossier.site.archive import archive
from dossier.site.finish import finish
from dossier.site.leaks import leaks
from dossier.site.offline import offline
from dossier.site.stubs import Tokens, stub, stub_path
from dossier.site.verify import verify, verify_offline

_CARD = "assets/card.png"
_SOURCES = ("templates", "docs", "overrides", "language")
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

    @property
    def offline(self) -> Path:
        """The archive for readers without a server."""
        return self.work / "dossier-offline.zip"


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
        files = _proved_site(places, dossier, seeds, site_url)
        publish.write_tree(publish.staging(places.site), files)
        publish.swap(places.site)
    return len(files)


def build_offline(
    places: Places, dossier: Dossier, seeds: dict[str, bytes], site_url: str
) -> tuple[int, int]:
    """Build and prove the site for readers without a server, one archive; its files and bytes.

    Raises:
        DossierError: if it cannot be built; the last archive then stands as it was.
    """
    refuse_address(site_url)
    with publish.locked(places.work / ".lock"):
        site = _proved_site(places, dossier, seeds, site_url)
        files = offline(site, publish.read_tree(places.project / "offline"))
        _refuse_problems(verify_offline(files, dossier))
        data = archive(files, "dossier")
        publish.write_file(places.offline, data)
    return len(files), len(data)


def _proved_site(
    places: Places, dossier: Dossier, seeds: dict[str, bytes], site_url: str
) -> dict[str, bytes]:
    files, foreign = _site(places, dossier, seeds, site_url)
    _refuse_problems([*verify(files, dossier, site_url), *leaks(files, dossier, foreign)])
    return files


def _refuse_problems(problems: list[str]) -> None:
    if problems:
        raise DossierError("the built site is not right:\n" + "\n".join(map(printable, problems)))


def _site(
    places: Places, dossier: Dossier, seeds: dict[str, bytes], site_url: str
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The files of the site, finished but not yet proved; and those with nothing of the seeds."""
    sources = {name: publish.read_tree(places.project / name) for name in _SOURCES}
    templates = sources["templates"]
    words = interface.read(templates["words.yml"])
    env = environment({n: d.decode() for n, d in templates.items() if n != "words.yml"}, words)
    presenter = Presenter(dossier, words)
    drawn = card_view(presenter)
    card = {_CARD: seeds[CARD]} if CARD in seeds and note(seeds[CARD]) == drawn.digest else {}
    made = pages(presenter)
    inputs = {f"{folder}/{p}": d for folder, tree in sources.items() for p, d in tree.items()}
    tokens = Tokens.of({**inputs, **seeds})

    shell = stub(env, tokens)
    docs = {**assets.joined(sources["docs"]), **{stub_path(page): shell for page in made}}
    engine_files = _through_engine(places, docs, tokens, site_url)

    base = urlsplit(site_url).path or "/"
    shown = Card(f"{site_url}{_CARD}", drawn.alt) if card and site_url else None
    shared = {
        "site": str(escape(dossier.record.title)),
        "head": shared_head(env, dossier.record, shown),
        "lost": lost(env, base),
        "search": search_panel(env),
    }
    data = linked_data(presenter, site_url)
    slots = {page.path: render(page, env, data.get(page.path, "")) for page in made}
    files = finish(engine_files, slots, tokens, shared)
    made_here = {
        **files,
        **search_files(presenter, made, Tables.of(sources["language"])),
        "data/dossier.json": dossier_json(dossier),
        "data/dossier.schema.json": schema_json(),
        "data/claims.csv": claims_csv(dossier),
        **card,
        **{
            links.text(source): seeds[f"seeds/sources/{source.id}.txt"]
            for source in dossier.sources.values()
            if source.in_full
        },
    }
    return made_here, {**inputs, **engine_files}


def stale_card(project: Path, dossier: Dossier, seeds: dict[str, bytes]) -> bool:
    """Whether there is a card that shows something else than the dossier says now."""
    words = interface.read((project / "templates" / "words.yml").read_bytes())
    drawn = card_view(Presenter(dossier, words))
    return CARD in seeds and note(seeds[CARD]) != drawn.digest


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
            {"head": tokens.head, "lost": tokens.lost, "search": tokens.search},
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
    for name in (*_SOURCES, "offline", "seeds", "dossier", "tests", ".git"):
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
    url = os.environ.get("SITE_URL", "")
    return f"{url}/" if url and not url.endswith("/") else url
