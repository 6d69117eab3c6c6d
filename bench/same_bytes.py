"""Builds the same seeds in many surroundings, and compares the sites byte for byte.

    python bench/same_bytes.py              # the invented dossier
    python bench/same_bytes.py --root .     # the real one

Each row gives the digest of the site's manifest, and how many files differ from the first row's,
modes included.  A clock that is a year on is made by libfaketime for the build and its engine
alike; where it is not installed (Debian: the package `faketime`) that row says so.  The exit code
is 1 if any file differs.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.dossiers import COMMAND, MINI, finish, started

_CI = {"CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_REF": "refs/heads/main", "TERM": "dumb"}
_LIBRARIES = ("/usr/lib", "/usr/lib64", "/usr/local/lib", "/opt/homebrew/lib")


@dataclass(frozen=True)
class Surroundings:
    """What is different about a build, apart from its seeds."""

    name: str
    variables: Mapping[str, str] = field(default_factory=dict)
    umask: int = 0o022
    folder: str = "usual"
    backwards: bool = False
    command: Sequence[str] = COMMAND


ROWS = (
    Surroundings("as usual", {"PYTHONHASHSEED": "1"}),
    Surroundings("another hash seed", {"PYTHONHASHSEED": "77"}),
    Surroundings("another time zone", {"TZ": "Pacific/Kiritimati"}),
    Surroundings("the plain C locale", {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"}),
    Surroundings("a locale that is not installed", {"LC_ALL": "ar_IQ.UTF-8", "LANGUAGE": "ar"}),
    Surroundings("umask 077", umask=0o077),
    Surroundings("a path with spaces and Arabic", folder="بيت آخر my documents"),
    Surroundings("files made in the opposite order", folder="backwards", backwards=True),
    Surroundings("variables of a CI", _CI),
    Surroundings("over the site before"),
)


def main() -> int:
    """Build in every surroundings."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--root", type=Path, default=MINI, metavar="DIR", help="(default: the dossier of the tests)"
    )
    original = parser.parse_args().root
    with tempfile.TemporaryDirectory() as folder:
        first: dict[str, tuple[int, bytes]] = {}
        differing = 0
        for row in (*ROWS, *_one_core(), *_a_year_on(Path(folder))):
            files = _built(row, original, Path(folder))
            first = first or files
            differ = sum(files.get(path) != first.get(path) for path in files.keys() | first.keys())
            digest = json.loads(files["manifest.json"][1])["digest"]
            print(f"{row.name:<36} {digest[:16]} {differ:>6} files differ", flush=True)
            differing += differ
    return 1 if differing else 0


def _built(row: Surroundings, original: Path, folder: Path) -> dict[str, tuple[int, bytes]]:
    """The modes and bytes of a site."""
    root = folder / row.folder
    if not root.exists():
        _copy(original / "seeds", root / "seeds", backwards=row.backwards)
    finish(started(["--root", str(root)], row.command, row.variables, row.umask, root))
    site = root / "site"
    return {
        path.relative_to(site).as_posix(): (path.stat().st_mode, path.read_bytes())
        for path in site.rglob("*")
        if path.is_file()
    }


def _copy(seeds: Path, to: Path, *, backwards: bool) -> None:
    """Some file systems list the newest file first."""
    for path in sorted(seeds.rglob("*"), reverse=backwards):
        if path.is_file():
            target = to / path.relative_to(seeds)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())


def _one_core() -> list[Surroundings]:
    taskset = shutil.which("taskset")
    if not taskset:
        print(f"{'one core':<36} not tried: there is no taskset")
        return []
    return [Surroundings("one core", command=[taskset, "-c", "0", *COMMAND])]


def _a_year_on(folder: Path) -> list[Surroundings]:
    found = [path for name in _LIBRARIES for path in Path(name).glob("**/libfaketime*.1*")]
    library = os.environ.get("FAKETIME_LIBRARY") or (str(found[0]) if found else None)
    if library is None:
        print(f"{'a clock that is a year on':<36} not tried: libfaketime is not installed")
        return []
    # An interpreter of its own, because the engine gets none of these variables.
    python = folder / "python"
    preload = "DYLD_INSERT_LIBRARIES" if sys.platform == "darwin" else "LD_PRELOAD"
    python.write_text(
        f"#!/bin/sh\nFAKETIME=+366d {preload}='{library}' exec '{sys.executable}' \"$@\"\n", "utf-8"
    )
    python.chmod(0o755)
    year = subprocess.check_output([str(python), "-c", "import time; print(time.gmtime()[0])"])
    program = (
        f"import runpy, sys; sys.executable = {str(python)!r}; sys.argv = sys.argv[1:]; "
        "sys.path[0] = sys.argv[0].rpartition('/')[0]; "
        "runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    name = f"a clock that is a year on ({int(year)})"
    return [Surroundings(name, command=[str(python), "-c", program, COMMAND[1]])]


if __name__ == "__main__":
    sys.exit(main())
