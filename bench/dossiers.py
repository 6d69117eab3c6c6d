"""Builds of a dossier in two states, as people run them: in processes of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
COMMAND = (sys.executable, str(PROJECT / "build_dossier.py"))
MINI = PROJECT / "tests" / "mini"

Tree = dict[str, bytes]


class Copy:
    """A copy of a dossier that can be in either of two states, and a site of it."""

    def __init__(self, folder: Path, original: Path) -> None:
        self.root = folder / "root"
        self.site = folder / "out" / "site"
        shutil.copytree(original / "seeds", self.root / "seeds")
        self._record = self.root / "seeds" / "dossier.yml"
        title = self._record.read_bytes()
        self._states = (title, title.replace(b"title: '", b"title: '2. ", 1))
        self.sites = (self._built(0), self._built(1))

    def turn(self, state: int) -> None:
        """Put the seeds into one of the states."""
        self._record.write_bytes(self._states[state])

    def start(self) -> subprocess.Popen[str]:
        """Begin a build."""
        return started(["build", "--root", str(self.root), "--site-dir", str(self.site)])

    def left(self) -> set[str]:
        """What stands beside the site and should not."""
        return {path.name for path in self.site.parent.iterdir()} - {"site", ".site.lock"}

    def _built(self, state: int) -> Tree:
        self.turn(state)
        finish(self.start())
        return tree(self.site)


def started(
    arguments: Sequence[str],
    command: Sequence[str] = COMMAND,
    variables: Mapping[str, str] | None = None,
    umask: int = -1,
    cwd: Path | None = None,
) -> subprocess.Popen[str]:
    """Begin a command, with what it says at hand."""
    kept = {name: value for name, value in os.environ.items() if name != "SITE_URL"}
    return subprocess.Popen(
        [*command, *arguments],
        env={**kept, **(variables or {})},
        umask=umask,
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def finish(process: subprocess.Popen[str]) -> float:
    """Wait for a build that must succeed; the seconds that it took from here."""
    since = time.monotonic()
    out, err = process.communicate()
    if process.returncode:
        raise SystemExit(f"a build failed: {out}{err}")
    return time.monotonic() - since


def tree(folder: Path) -> Tree:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def print_table(rows: Iterable[tuple[str, object]]) -> None:
    """Two columns: what, and how much."""
    for what, value in rows:
        print(f"{what:<50} {value:>16}")
