"""The build: from seeds to a site that is proved and then swapped in."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import TemplateError, TemplateSyntaxError
from markupsafe import escape

from dossier import stopping
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
from dossier.seeds.folder import read_folder
from dossier.site import assets, engine, manifest, publish
from dossier.site.archive import archive
from dossier.site.finish import finish
from dossier.site.leaks import leaks
from dossier.site.manifest import Manifest
from dossier.site.offline import offline
from dossier.site.policy import POLICY
from dossier.site.stubs import Tokens, stub, stub_path
from dossier.site.verify import verify, verify_offline

_CARD = "assets/card.png"
_SOURCES = ("templates", "docs", "overrides", "language")
_CONFIGURATION = "mkdocs.yml"
# Where no site may lie: what it is made of, what is not ours, and what builds clear.
_TAKEN = (
    *(*_SOURCES, "offline", "seeds", "dossier", "tests", ".git"),
    *("build/docs", "build/engine", "build/book"),
)
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


def build(places: Places, dossier: Dossier, seeds: dict[str, bytes], site_url: str) -> Manifest:
    """Build, prove and publish the site of a dossier; what it now consists of.

    Raises:
        DossierError: if it cannot be built; the last good site then stands as it was.
    """
    _refuse_dangerous(places)
    refuse_address(site_url)
    with (
        publish.locked(places.work / ".lock"),
        publish.locked(places.site.parent / f".{places.site.name}.lock"),
        publish.recovered(places.site),
    ):
        inputs = _inputs(places.project)
        files = _proved_site(places, dossier, seeds, inputs, site_url)
        publish.write_tree(publish.staging(places.site), files)
        _refuse_changes(places, {**inputs, **seeds})
        with stopping.held():
            publish.swap(places.site)
            stopping.record("the new site is in place")
    return manifest.read(files[manifest.NAME])


def build_offline(
    places: Places, dossier: Dossier, seeds: dict[str, bytes], site_url: str
) -> tuple[int, int]:
    """Build and prove the site for readers without a server, one archive; its files and bytes.

    Raises:
        DossierError: if it cannot be built; the last archive then stands as it was.
    """
    refuse_address(site_url)
    with publish.locked(places.work / ".lock"):
        inputs = _inputs(places.project)
        site = _proved_site(places, dossier, seeds, inputs, site_url)
        own = publish.read_tree(places.project / "offline")
        files = manifest.included(offline(site, own), seeds)
        _refuse_problems(verify_offline(files, dossier))
        data = archive(files, "dossier")
        _refuse_changes(places, {**inputs, **seeds})
        with stopping.held():
            publish.write_file(places.offline, data)
            stopping.record("the new archive is in place")
    return len(files), len(data)


def _inputs(project: Path) -> dict[str, bytes]:
    """All that a site is made of besides the seeds, by its path in the checkout."""
    inputs = {
        f"{folder}/{path}": data
        for folder in _SOURCES
        for path, data in publish.read_tree(project / folder).items()
    }
    return {**inputs, _CONFIGURATION: (project / _CONFIGURATION).read_bytes()}


def _below(folder: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a folder, by their paths in it."""
    start = f"{folder}/"
    return {path.removeprefix(start): d for path, d in files.items() if path.startswith(start)}


def _refuse_changes(places: Places, read: Mapping[str, bytes]) -> None:
    """What was read one after the other must have stood there together, until now."""
    there = {**_inputs(places.project), **read_folder(places.root)[0]}
    changed = sorted(p for p in read.keys() | there.keys() if read.get(p) != there.get(p))
    if changed:
        more = f" and {len(changed) - 1} more" if changed[1:] else ""
        raise DossierError(
            f"{printable(changed[0])}{more} changed during the build; nothing was changed by it"
        )


def _proved_site(
    places: Places,
    dossier: Dossier,
    seeds: dict[str, bytes],
    inputs: dict[str, bytes],
    site_url: str,
) -> dict[str, bytes]:
    try:
        files, foreign = _site(places, dossier, seeds, inputs, site_url)
    except TemplateError as error:
        at = f"{error.name}:{error.lineno}: " if isinstance(error, TemplateSyntaxError) else ""
        raise DossierError(f"a template is not right: {at}{error.message}") from error
    files = manifest.included(files, seeds)
    _refuse_problems([*verify(files, dossier, site_url), *leaks(files, dossier, foreign)])
    return files


def _refuse_problems(problems: list[str]) -> None:
    if problems:
        raise DossierError("the built site is not right:\n" + "\n".join(map(printable, problems)))


def _site(
    places: Places,
    dossier: Dossier,
    seeds: dict[str, bytes],
    inputs: dict[str, bytes],
    site_url: str,
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The files of the site, finished but not yet proved; and those with nothing of the seeds."""
    templates = _below("templates", inputs)
    words = interface.read(templates["words.yml"])
    env = environment({n: d.decode() for n, d in templates.items() if n != "words.yml"}, words)
    presenter = Presenter(dossier, words)
    drawn = card_view(presenter)
    card = {_CARD: seeds[CARD]} if CARD in seeds and note(seeds[CARD]) == drawn.digest else {}
    made = pages(presenter)
    tokens = Tokens.of({**inputs, **seeds})

    shell = stub(env, tokens)
    docs = {**assets.joined(_below("docs", inputs)), **{stub_path(page): shell for page in made}}
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
        **search_files(presenter, made, Tables.of(_below("language", inputs))),
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
    # A folder of its own: the engine of a build that was killed may still be writing its own.
    engines = places.work / "engine"
    shutil.rmtree(engines, ignore_errors=True)
    engines.mkdir(exist_ok=True)
    output = Path(tempfile.mkdtemp(dir=engines))
    config = places.work / _CONFIGURATION
    config.write_bytes(
        engine.configuration(
            places.project,
            folder,
            output,
            tokens.site,
            {
                "policy": POLICY,
                "head": tokens.head,
                "lost": tokens.lost,
                "search": tokens.search,
            },
        )
    )
    engine.run(config, site_url)
    return publish.read_tree(output)


def _refuse_dangerous(places: Places) -> None:
    """A site that would replace something else is a mistake."""
    site = _real(places.site)
    guarded = map(_real, (places.project, places.root, places.root / "seeds"))
    if site == Path(site.anchor) or any(folder.is_relative_to(site) for folder in guarded):
        raise DossierError(f"--site-dir must not be {site}, which holds what the site is made of")
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 -- where nobody has a home, this is "~"
    if _real(home).is_relative_to(site):
        raise DossierError(f"--site-dir must not be {site}, which holds your home folder")
    for name in _TAKEN:
        if any(site.is_relative_to(_real(base / name)) for base in (places.project, places.root)):
            raise DossierError(f"--site-dir must not lie inside {name}/")
    if places.site.is_symlink():
        raise DossierError(f"--site-dir must be a folder, {places.site} is a link")
    if site.exists() and not site.is_dir():
        raise DossierError(f"--site-dir must be a folder, {site} is a file")
    if site.is_dir() and any(site.iterdir()) and not (site / "data" / "dossier.json").exists():
        raise DossierError(f"--site-dir must be empty or hold a site of ours, {site} does not")


def _real(path: Path) -> Path:
    """Where a path leads; links that lead in a circle are left as they are."""
    return Path(os.path.realpath(path))


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
