"""Names and kinds of files: what is no regular file with a sound name is refused by its name."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

from tests.hostile.cases import Folder

_VISIT, _SOURCE = "seeds/visits/2019-09.yml", "seeds/sources/2019-10-01-return"


def _copied(path: str, name: str) -> Callable[[Path], None]:
    """The visit once more, under another name."""

    def do(root: Path) -> None:
        target = root / path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((root / _VISIT).read_bytes())

    return do


def _in_place_of(path: str, make: Callable[[Path], object]) -> Callable[[Path], None]:
    def do(root: Path) -> None:
        (root / path).unlink()
        make(root / path)

    return do


def _beside(path: str, make: Callable[[Path], object]) -> Callable[[Path], None]:
    return lambda root: make(root / path) and None


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's address is short
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(path.name)
    finally:
        os.chdir(here)


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


def _elsewhere(path: Path) -> None:
    outside = path.parents[2] / "outside"
    outside.mkdir(exist_ok=True)
    (outside / path.name).write_bytes(b"x: y\n")
    path.symlink_to(outside / path.name)


def _moved(folder: str) -> Callable[[Path], None]:
    """A folder that is a link to where it was moved."""

    def do(root: Path) -> None:
        (root / folder).rename(root / "moved")
        (root / folder).symlink_to(root / "moved")

    return do


def _removed(*paths: str) -> Callable[[Path], None]:
    def do(root: Path) -> None:
        for path in paths:
            (root / path).unlink()

    return do


def _renamed(path: str, name: str) -> Callable[[Path], None]:
    return lambda root: (root / path).rename((root / path).with_name(name)) and None


_NAMES = {
    "index": "index.yml",
    "README": "README.yml",
    "upper case": "Visit.yml",
    "Arabic": "زيارة.yml",
    "decomposed": "e\u0301.yml",
    "composed": "é.yml",
    "space": "a b.yml",
    "space at the end": "2019-08 .yml",
    "dot at the end": "2019-08..yml",
    "two dots": "...yml",
    "underscore": "a_b.yml",
    "hyphen first": "-a.yml",
    "two hyphens": "a--b.yml",
    "120 letters": "a" * 120 + ".yml",
    "250 letters": "a" * 250 + ".yml",
    "con": "con.yml",
    "nul": "nul.yml",
    "com1": "com1.yml",
    "quotation mark": 'a"b.yml',
    "script": "<script>.yml",
    "back slash": "..\\evil.yml",
    "percent": "..%2fevil.yml",
    "end of line": "a\nb.yml",
    "bidi override": "a\u202eb.yml",
    "zero-width space": "a\u200bb.yml",
    "wrong ending": "2019-08.yaml",
    "ending in capitals": "2019-08.YML",
    "two endings": "2019-08.yml.txt",
    "html": "2019-08.html",
    "no ending": "2019-08",
    "mkdocs": "mkdocs.py",
}

FOLDERS = [
    *(Folder(f"name: {name}", _copied("seeds/visits", file)) for name, file in _NAMES.items()),
    Folder("name not in UTF-8", _beside("seeds/visits/" + os.fsdecode(b"\xff.yml"), Path.touch)),
    Folder("case that collides", _copied("seeds/visits", "2019-09.YML")),
    Folder("stray file", _copied("seeds", "notes.yml")),
    Folder("stray folder", _copied("seeds/evil", "x.yml")),
    Folder("folder below", _copied("seeds/visits/below", "x.yml")),
    Folder("visit among the sources", _copied("seeds/sources", "2019-09.yml")),
    Folder("folder for a file", _in_place_of(_VISIT, Path.mkdir)),
    Folder("folder for a text", _in_place_of(f"{_SOURCE}.txt", Path.mkdir)),
    Folder("folder for the dossier", _in_place_of("seeds/dossier.yml", Path.mkdir)),
    Folder("file for a folder", lambda root: _file_for_folder(root / "seeds/visits")),
    Folder("pipe", _in_place_of(_VISIT, os.mkfifo)),
    Folder("pipe for the actors", _in_place_of("seeds/actors.yml", os.mkfifo)),
    Folder("socket", _in_place_of(_VISIT, _socket)),
    Folder("device", _in_place_of(f"{_SOURCE}.txt", lambda path: path.symlink_to("/dev/zero"))),
    Folder("terminal", _in_place_of(f"{_SOURCE}.txt", lambda path: path.symlink_to("/dev/stdin"))),
    Folder("link to a file elsewhere", _in_place_of(_VISIT, _elsewhere)),
    Folder(
        "link to what systems hide",
        _beside("seeds/visits/p.yml", lambda p: p.symlink_to("/etc/passwd")),
    ),
    Folder(
        "link to its neighbour",
        _beside("seeds/visits/p.yml", lambda p: p.symlink_to("2019-09.yml")),
    ),
    Folder("link that dangles", _beside("seeds/visits/p.yml", lambda p: p.symlink_to("nowhere"))),
    Folder("link to itself", _beside("seeds/visits/p.yml", _loop)),
    Folder("link to the folder", _beside("seeds/visits/p", lambda p: p.symlink_to("."))),
    Folder("link for the visits", _moved("seeds/visits")),
    Folder("link for the sources", _moved("seeds/sources")),
    Folder("link for the text", _in_place_of(f"{_SOURCE}.txt", _elsewhere)),
    Folder("dossier missing", _removed("seeds/dossier.yml")),
    Folder("actors missing", _removed("seeds/actors.yml")),
    Folder("text missing", _removed(f"{_SOURCE}.txt")),
    Folder("record missing", _removed(f"{_SOURCE}.yml")),
    Folder("visits missing", _removed("seeds/visits/2019-05.yml", _VISIT)),
    Folder("text under another name", _renamed(f"{_SOURCE}.txt", "other.txt")),
    Folder("card that is no picture", _beside("seeds/card.png", lambda p: p.write_bytes(b"x"))),
    Folder(
        "card that is a script",
        _beside("seeds/card.png", lambda p: p.write_bytes(b"<svg onload=alert(1)>")),
    ),
    Folder("card that is a link", _beside("seeds/card.png", lambda p: p.symlink_to("/etc/passwd"))),
]


def _file_for_folder(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    folder.write_bytes(b"x")
