"""What tests do with the invented dossier in `tests/mini`: read it, change it, check it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath

from dossier.check import check
from dossier.model import Dossier, build
from dossier.pages import words as interface
from dossier.pages.presenter import Presenter
from dossier.pages.render import Slots, environment, pages, render
from dossier.pages.words import Words
from dossier.problems import Problem
from dossier.search.tables import Tables
from dossier.seeds.load import Seeds, load
from dossier.seeds.strict_yaml import Path

PROJECT = FilePath(__file__).resolve().parent.parent
TESTS = PROJECT / "tests"
MINI = TESTS / "mini"

Files = Mapping[str, bytes]

ANCHOR, STORM, RETURN = "2019-05-20-anchor", "2019-05-22-storm", "2019-10-01-return"
"""The sources of the invented dossier, as they were published."""


def files_of(root: FilePath) -> dict[str, bytes]:
    """The seed files below a root, by path."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / "seeds").rglob("*"))
        if path.suffix in (".yml", ".txt")
    }


def mini_files() -> dict[str, bytes]:
    """The files of the invented dossier, by path."""
    return files_of(MINI)


def write(root: FilePath, files: Files) -> FilePath:
    """Put files below a folder, which is returned."""
    for path, data in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return root


def edited(files: Files, path: str, old: str, new: str) -> dict[str, bytes]:
    """The files with one value changed; what is replaced must occur once."""
    text = files[path].decode()
    assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times in {path}"
    return {**files, path: text.replace(old, new).encode()}


def as_yaml(tree: object) -> tuple[str, dict[Path, int]]:
    """Plain values as careful YAML, and the line of each: all texts quoted, a value a line."""
    lines = list(_yaml_lines(tree, (), "", ""))
    return "".join(f"{line}\n" for _, line in lines), {
        path: number for number, (path, _) in reversed([*enumerate(lines, 1)])
    }


def _yaml_lines(value: object, path: Path, head: str, tail: str) -> Iterator[tuple[Path, str]]:
    if isinstance(value, dict):
        yield path, f"{head}{{"
        for key, below in value.items():
            yield from _yaml_lines(below, (*path, key), f"{_yaml_text(key)}: ", ",")
        yield path, f"}}{tail}"
    elif isinstance(value, list):
        yield path, f"{head}["
        for index, below in enumerate(value):
            yield from _yaml_lines(below, (*path, index), "", ",")
        yield path, f"]{tail}"
    else:
        yield path, f"{head}{'null' if value is None else _yaml_text(value)}{tail}"


def _yaml_text(text: str) -> str:
    """In single quotes, which change nothing; with escapes where something cannot be seen."""
    if text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    escaped = (c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08X}" for c in text)
    return '"' + "".join(escaped) + '"'


def with_text(files: Files, source: str, data: bytes) -> dict[str, bytes]:
    """The files with another original text, and its digest in the record."""
    path = f"seeds/sources/{source}.txt"
    old, new = (hashlib.sha256(d).hexdigest() for d in (files[path], data))
    return edited({**files, path: data}, f"seeds/sources/{source}.yml", old, new)


def problems_of(files: Files) -> list[Problem]:
    """All problems of the files, sorted as the command prints them."""
    seeds, problems = load(files)
    return sorted({*problems, *check(seeds)})


def messages(files: Files) -> list[str]:
    """All problems of the files as they are printed."""
    return [str(problem) for problem in problems_of(files)]


def loaded(files: Files) -> Seeds:
    """The records of files of which every one has the right shape."""
    seeds, problems = load(files)
    assert not problems, "\n".join(map(str, problems))
    return seeds


def checked(files: Files) -> Dossier:
    """The dossier of files in which nothing is wrong."""
    found = messages(files)
    assert not found, "\n".join(found)
    return build(loaded(files))


def load_words() -> Words:
    """The interface's words."""
    return interface.read((PROJECT / "templates/words.yml").read_bytes())


def load_tables() -> Tables:
    """The tables of the language."""
    return Tables.of({path.name: path.read_bytes() for path in (PROJECT / "language").iterdir()})


def templates() -> dict[str, str]:
    """The templates, by name."""
    return {
        path.name: path.read_text(encoding="utf-8")
        for path in sorted((PROJECT / "templates").iterdir())
        if path.suffix != ".yml"
    }


def rendered(dossier: Dossier, words: Words) -> dict[str, Slots]:
    """Every page of a dossier, printed, by its path."""
    env = environment(templates(), words)
    return {page.path: render(page, env) for page in pages(Presenter(dossier, words))}
