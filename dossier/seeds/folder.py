"""Reads a `seeds/` folder into memory.  The only module that opens what people curate."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from dossier.problems import DossierError, Problem
from dossier.seeds.card import CARD
from dossier.seeds.strict_yaml import MAX_BYTES

SINGLE = ("dossier.yml", "actors.yml", "questions.yml", Path(CARD).name)
FOLDERS = {"visits": (".yml",), "sources": (".yml", ".txt")}
_BESIDE = (".#", "._")  # what editors and systems put beside a file while it is open
_PASSED_OVER = {"README.md", "schema"}
_OF_GIT = {".gitattributes", ".gitignore"}


def read_folder(root: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """The bytes of every seed file by its path below `root`, and what may not stand there.

    Raises:
        DossierError: if there is no `seeds` folder.
    """
    seeds = root / "seeds"
    if not seeds.is_dir():
        raise DossierError(
            f"there is no folder {seeds}: --root must name the folder that holds seeds/"
        )
    if seeds.is_symlink():
        raise DossierError(f"{seeds} must be a folder, not a link")
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in _entries(seeds, {*SINGLE, *FOLDERS, *_PASSED_OVER}, problems, root):
        if path.name in SINGLE:
            _read(path, root, files, problems)
        elif path.name in FOLDERS and path.is_dir() and not path.is_symlink():
            for inner in sorted(path.iterdir()):
                is_seed = inner.suffix in FOLDERS[path.name]
                if inner.name.startswith(_BESIDE) or (_is_hidden(inner) and not is_seed):
                    continue
                if is_seed:
                    _read(inner, root, files, problems)
                else:
                    wanted = " or ".join(FOLDERS[path.name])
                    problems.append(_problem(inner, root, f"must end in {wanted}"))
        elif path.name in FOLDERS:
            problems.append(_problem(path, root, "must be a folder"))
        else:
            problems.extend(_unwanted(path, root))
    return files, problems


def _unwanted(path: Path, root: Path) -> Iterator[Problem]:
    """What is passed over is written by `build_dossier.py schema`: through no link."""
    if path.is_symlink():
        yield _problem(path, root, "must not be a link")
    elif path.name in _OF_GIT:
        yield _problem(path, root, "must not be there: it changes what git shows")
    elif path.is_dir():
        for inner in sorted(path.iterdir()):
            yield from _unwanted(inner, root)


def _entries(folder: Path, known: set[str], problems: list[Problem], root: Path) -> list[Path]:
    found = []
    for path in sorted(folder.iterdir()):
        if path.name in known:
            found.append(path)
        elif not _is_hidden(path):
            wanted = ", ".join(sorted(known - _PASSED_OVER))
            problems.append(_problem(path, root, f"must be one of {wanted}"))
    return found


def _is_hidden(path: Path) -> bool:
    """Whether systems and editors leave such files; what git obeys would hide changes in review."""
    return path.name.startswith(".") and path.name not in _OF_GIT


def _read(path: Path, root: Path, files: dict[str, bytes], problems: list[Problem]) -> None:
    try:
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode):
            raise ValueError("must be a regular file, not a link, folder or pipe")
        if status.st_size > MAX_BYTES:
            raise ValueError(f"must not be larger than {MAX_BYTES:,} bytes")
        files[_name(path, root)] = path.read_bytes()
    except ValueError as error:
        problems.append(_problem(path, root, str(error)))
    except OSError as error:
        problems.append(_problem(path, root, f"must be readable: {error.strerror}"))


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix().encode("utf-8", "backslashreplace").decode("utf-8")


def _problem(path: Path, root: Path, message: str) -> Problem:
    return Problem(_name(path, root), 1, 1, "", message)
