"""The site of the checkout's own seeds: built once a session, served while it lasts."""

import json
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from tests.site import builds, pages
from tests.site.serving import served


@dataclass(frozen=True)
class Site:
    """A built site, and where it is served."""

    root: Path
    folder: Path
    url: str
    done: subprocess.CompletedProcess

    @cached_property
    def files(self) -> dict[str, bytes]:
        return builds.tree(self.folder)

    @cached_property
    def pages(self) -> dict[str, pages.Html]:
        return {p: pages.parse(d) for p, d in self.files.items() if p.endswith(".html")}

    @cached_property
    def data(self) -> dict:
        return json.loads(self.files["data/dossier.json"])

    @cached_property
    def texts(self) -> dict[str, str]:
        """The sources' texts, from the seeds and not from the site."""
        folder = self.root / "seeds" / "sources"
        return {path.stem: path.read_bytes().decode() for path in sorted(folder.glob("*.txt"))}


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The site of the real seeds, under a sub-path."""
    folder = tmp_path_factory.mktemp("real")
    root = builds.copied_seeds(folder / "root")
    with served(folder / "site") as url:
        done = builds.build(root, folder / "site", SITE_URL=url)
        assert done.returncode == 0, done.stdout + done.stderr
        yield Site(root, folder / "site", url, done)
