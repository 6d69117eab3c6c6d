"""Any text in every place where a dossier holds text, and back out of all that is made of it.

The invented dossier is taken as it is, but for its words: each field for words of ours, and each
for words of a source, gets a text of its own, between two marks by which it is found again on
pages, in attributes and in exports, wherever a template or an export puts it.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from hypothesis import strategies as st
from jinja2 import Environment
from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from dossier.check import check
from dossier.exports.claims_csv import claims_csv
from dossier.exports.dossier_json import dossier_json
from dossier.exports.linked_data import linked_data
from dossier.exports.search import search_files
from dossier.model import Dossier, build
from dossier.pages.presenter import Presenter
from dossier.pages.render import environment, pages, render
from dossier.pages.views import Page as View
from dossier.pages.words import Words
from dossier.search.parts import BLOCK
from dossier.seeds import models, strict_yaml
from dossier.seeds.load import load
from dossier.seeds.models import FILES, Model
from dossier.seeds.strict_yaml import Path
from dossier.site.finish import finish
from dossier.site.stubs import Tokens
from tests.helpers import (
    ANCHOR,
    Files,
    as_yaml,
    load_tables,
    load_words,
    mini_files,
    templates,
)
from tests.strategies import address, anything, line, ours

SAFE = "كلام"
# What is cut out of a text on purpose: around a quote, around a doubtful mark, by sentences.
_CUT = {"prefix", "suffix", "doubts", "unused"}
_VOID = {"br", "hr", "img", "input", "link", "meta"}
_MARKED = re.compile(r"⟦a(\d+):(.*?):\1z⟧", re.DOTALL)
_OPENED = re.compile(r"⟦a(\d+):")

# Text that is no words: names of records, dates.
_REFERENCES = {"claims", "speaks_for", "speaks_against", "tellers", "language"}
_DATES = {"_edtf", "_day"}
# Words that must stand in a source, though they are no quote.
_STANDING = {
    (models.SourceRecord, "title"),
    (models.SourceRecord, "subtitle"),
    (models.ActorRecord, "spellings"),
    (models.ClaimRecord, "verb"),
}


def marked(number: int, text: str) -> str:
    """A text that is found again; the marks hold the Latin letter that some names must have."""
    return f"⟦a{number}:{text}:{number}z⟧"


def found(text: str) -> Iterator[tuple[int, str]]:
    """The numbers and texts between marks; fails where a mark has lost its other."""
    rest = _MARKED.sub("", text)
    assert "⟦a" not in rest, f"a text is cut: {rest[rest.index('⟦a') :][:200]!r}"
    return ((int(number), inner) for number, inner in _MARKED.findall(text))


# --- where a dossier holds words ------------------------------------------------------------


@dataclass(frozen=True)
class Place:
    """A field for words: its file, its path there, its name, and whose text must hold them.

    ``source`` is None where they are words of ours.
    """

    file: str
    path: Path
    name: str
    source: str | None


@cache
def _trees() -> dict[str, Any]:
    """The records of the invented dossier, as plain values, and words where it has none."""
    trees: dict[str, Any] = {}
    for path, data in mini_files().items():
        if path.endswith(".yml"):
            node, problems = strict_yaml.read(path, data)
            assert node is not None and not problems
            trees[path] = strict_yaml.plain(node)
    trees[f"seeds/sources/{ANCHOR}.yml"]["subtitle"] = SAFE
    trees["seeds/visits/2019-05.yml"]["note"] = SAFE
    trees["seeds/actors.yml"]["actors"][0]["other_spellings"] = [SAFE]
    return trees


def fields() -> set[str]:
    """Every field for words that the models have, `<model>.<field>`."""
    return {name for model in FILES.values() for name in _fields(model, Model, "")}


def _fields(kind: Any, owner: type[Model], name: str) -> Iterator[str]:
    kind, metadata = _unwrapped(kind)
    if kind is models.Selector or (kind is str and _holds_words(name, metadata)):
        yield f"{owner.__name__}.{name}"
    elif get_origin(kind) in (Union, UnionType, tuple):
        for one in get_args(kind):
            yield from _fields(one, owner, name)
    elif isinstance(kind, type) and issubclass(kind, Model):
        for key, info in kind.model_fields.items():
            yield from _fields(_whole(info), kind, key)


def _unwrapped(kind: Any) -> tuple[Any, list[Any]]:
    """A type and what is annotated to it."""
    if get_origin(kind) is not Annotated:
        return kind, []
    kind, *metadata = get_args(kind)
    return kind, metadata


def _whole(info: FieldInfo) -> Any:
    """The type of a field with what is annotated to it."""
    whole: Any = info.annotation
    for data in info.metadata:
        whole = Annotated[whole, data]
    return whole


def _holds_words(name: str, metadata: list[Any]) -> bool:
    """Whether a text is neither the name of a record, nor a date, nor a code."""
    checks = {getattr(getattr(m, "func", None), "__name__", "") for m in metadata}
    patterned = any(isinstance(m, StringConstraints) for m in metadata)
    return name not in _REFERENCES and not patterned and not checks & _DATES


@cache
def places() -> tuple[Place, ...]:
    """Every field for words that the invented dossier fills, found by the models' types."""
    return tuple(
        Place(file, path, f"{owner.__name__}.{name}", source)
        for file, tree in _trees().items()
        for path, owner, name, exact in _leaves(_model(file), tree, (), Model, "")
        for source in [_source_of(file, tree, path, owner, exact, name)]
    )


def _model(file: str) -> type[Model]:
    folder, _, name = file.removesuffix(".yml").removeprefix("seeds/").rpartition("/")
    return FILES[{"visits": "visit", "sources": "source"}.get(folder, name)]


def _source_of(
    file: str, tree: Any, path: Path, owner: type[Model], exact: bool, name: str
) -> str | None:
    if not exact and (owner, name) not in _STANDING:
        return None
    if owner is models.ActorRecord:
        return next(iter(sources()))
    if file.startswith("seeds/sources/"):
        return file.rpartition("/")[2].removesuffix(".yml")
    for part in path:  # a claim or a piece of evidence says of which source its words are
        tree = tree[part]
        if isinstance(tree, dict) and "source" in tree:
            return str(tree["source"])
    raise AssertionError(f"{file}: {path} names no source")


def sources() -> Iterator[str]:
    return (
        path.rpartition("/")[2].removesuffix(".yml")
        for path in _trees()
        if path.startswith("seeds/sources/")
    )


def _leaves(
    kind: Any, value: Any, path: Path, owner: type[Model], name: str
) -> Iterator[tuple[Path, type[Model], str, bool]]:
    """Path, model and field of each value that holds words, and whether they are exact words."""
    kind, metadata = _unwrapped(kind)
    if kind is models.Selector:
        yield path, owner, name, True
    elif kind is str and isinstance(value, str) and _holds_words(name, metadata):
        yield path, owner, name, False
    elif get_origin(kind) in (Union, UnionType) and value is not None:
        for one in get_args(kind):
            yield from _leaves(one, value, path, owner, name)
    elif get_origin(kind) is tuple:
        items = [((*path, n), v) for n, v in enumerate(value)] if isinstance(value, list) else []
        for below, item in items or [(path, value)]:
            yield from _leaves(get_args(kind)[0], item, below, owner, name)
    elif isinstance(kind, type) and issubclass(kind, Model):
        for key, info in kind.model_fields.items():
            if key in value:
                yield from _leaves(_whole(info), value[key], (*path, key), kind, key)


# --- a dossier of any texts -------------------------------------------------------------------


@dataclass(frozen=True)
class Filled:
    """A dossier in which each place holds a text of its own.

    ``texts`` are those of the places, by their numbers; ``articles`` what stands before the
    located words in each source's text; ``refused`` the places whose text was a problem.
    """

    files: Files
    dossier: Dossier
    texts: Mapping[int, str]
    refused: Mapping[Place, str]


def filled(texts: Mapping[Place, str], articles: Mapping[str, str]) -> Filled:
    """The invented dossier with these texts; those that it refuses are put by for others.

    A text is refused by a problem that stands where the text stands, or that cites it, as that of
    a date cites the words with which it does not agree; and by nothing else.
    """
    texts, refused = dict(texts), {}
    while True:
        files, lines = _files(texts, articles)
        seeds, problems = load(files)
        problems = sorted({*problems, *check(seeds)})
        if not problems:
            numbers = {number: texts[place] for number, place in enumerate(places())}
            return Filled(files, build(seeds), numbers, refused)
        # Other problems may follow from these: an actor whose spelling is refused is not named.
        new = {
            place: problem.message
            for problem in problems
            for place in (
                lines.get((problem.path, problem.line)),
                *(places()[int(number)] for number in _OPENED.findall(problem.message)),
            )
            if place is not None
        }
        assert new.keys() - refused.keys(), "\n".join(map(str, problems))
        assert all(message.startswith("must ") for message in new.values())
        refused |= new
        for place in refused:
            texts[place] = _replacement(place)


def _replacement(place: Place) -> str:
    return "https://a.example/" if place.name == "SourceRecord.url" else SAFE


def _files(
    texts: Mapping[Place, str], articles: Mapping[str, str]
) -> tuple[Files, dict[tuple[str, int], Place]]:
    """The files, and which place stands on which line."""
    trees = json.loads(json.dumps(_trees()))
    bodies = {source: [articles[source]] for source in sources()}
    for number, place in enumerate(places()):
        text = texts[place]
        if place.name != "SourceRecord.url":
            text = marked(number, text)
        if place.source:
            bodies[place.source].append(text)
        *above, last = place.path
        node = trees[place.file]
        for part in above:
            node = node[part]
        node[last] = text
    files: dict[str, bytes] = {}
    for source, body in bodies.items():
        data = "\n".join(body).encode()
        files[f"seeds/sources/{source}.txt"] = data
        trees[f"seeds/sources/{source}.yml"]["sha256"] = hashlib.sha256(data).hexdigest()
    lines: dict[tuple[str, int], Place] = {}
    for file, tree in trees.items():
        text, at = as_yaml(tree)
        files[file] = text.encode()
        lines |= {(file, at[p.path]): p for p in places() if p.file == file}
    return files, lines


def plain_texts() -> dict[Place, str]:
    """Words that mean nothing to anyone; Latin ones, too, and a mark that is in doubt."""
    return {
        place: "https://a.example/"
        if place.name == "SourceRecord.url"
        else f'{SAFE} "{SAFE} a 1-2 b'
        for place in places()
    }


class Drawn:
    """Texts by place, articles by source; a failure names what matters of them."""

    def __init__(self, texts: Mapping[Place, str], articles: Mapping[str, str]) -> None:
        self.texts, self.articles = texts, articles

    def __repr__(self) -> str:
        return f"{len(self.texts)} texts"


@st.composite
def dossiers(draw):
    """A text for each place; for one of them any text, which the place may refuse."""
    texts = {
        place: draw(address if place.name == "SourceRecord.url" else line if place.source else ours)
        for place in places()
    }
    texts[draw(st.sampled_from(places()))] = draw(anything)
    return Drawn(texts, {source: draw(anything) for source in sources()})


# --- all that is made of it -------------------------------------------------------------------

_SHELL = """<!doctype html>
<html lang="ar"><head><meta charset="utf-8"><title>{title} - {site}</title>
<meta name="description" content="{description}"><meta property="og:type" content="{kind}">
{faces}</head><body><p>{path}</p><h1>{heading}</h1><p>{contents}</p><p>{body}</p>
{linked_data}</body></html>
"""


@cache
def _environment() -> tuple[Environment, Words]:
    words = load_words()
    return environment(templates(), words), words


def exports_of(of: Filled) -> dict[str, bytes]:
    """What machines get."""
    return {
        "data/dossier.json": dossier_json(of.dossier),
        "data/claims.csv": claims_csv(of.dossier),
    }


def site_of(of: Filled, wanted: Callable[[Presenter], Iterable[View]] = pages) -> dict[str, bytes]:
    """Pages, by the paths of their files, finished in the barest shell."""
    env, words = _environment()
    presenter = Presenter(of.dossier, words)
    data = linked_data(presenter, "")
    made = wanted(presenter)
    slots = {page.path: render(page, env, data.get(page.path, "")) for page in made}
    tokens = Tokens.of(of.files)
    shell = _SHELL.format_map(vars(tokens)).encode()
    shared = {"site": "ملف", "head": "", "lost": "", "search": ""}
    return finish({f"{path}index.html": shell for path in slots}, slots, tokens, shared)


def search_of(of: Filled) -> dict[str, bytes]:
    """What the search fetches of the entries."""
    _, words = _environment()
    presenter = Presenter(of.dossier, words)
    files = search_files(presenter, pages(presenter), _tables())
    return {path: data for path, data in files.items() if BLOCK.fullmatch(path)}


_tables = cache(load_tables)


# --- and what a reader makes of that ------------------------------------------------------------


class Page(HTMLParser):
    """What a page says: its words, its attributes, what it tells machines, its article.

    ``pieces`` are texts and values in which marks are whole; words in pictures are cut into
    lines, words in doubt are cut out of theirs, and both left out.  ``shapes`` are the tags with
    the names of their attributes, ``evidence`` the words of the article by a claim's number.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.shapes: set[tuple[str, ...]] = set()
        self.article: str | None = None
        self.evidence: dict[int, str] = defaultdict(str)
        self._texts: list[str] = []
        self._open: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()
        self.pieces.append("".join(self._texts))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.pieces += values.values()
        self.shapes.add((tag, *sorted(values)))
        if tag not in _VOID:
            self._open.append((tag, values))
        if "original" in values.get("class", "").split():
            self.article = ""

    def handle_endtag(self, tag: str) -> None:
        opened, _ = self._open.pop()
        assert opened == tag, f"</{tag}> ends <{opened}>"

    def handle_data(self, data: str) -> None:
        inside = {tag for tag, _ in self._open}
        if "script" in inside:
            self.pieces += strings(json.loads(data))
        elif "text" not in inside and not any(v.get("class") in _CUT for _, v in self._open):
            self._texts.append(data)
        if "article" in inside:
            self.article = (self.article or "") + data
            under = (values.get("data-numbers", "").split() for _, values in self._open)
            for number in {int(n) for numbers in under for n in numbers}:
                self.evidence[number] += data


def strings(tree: Any) -> Iterator[str]:
    """Every text of a JSON value."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for key, value in tree.items():
            if key not in _CUT:
                yield from strings(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from strings(value)


def strings_of(path: str, data: bytes) -> Iterator[str]:
    """Every text of an export."""
    text = data.decode("utf-8-sig")
    if path.endswith(".csv"):
        for row in csv.reader(io.StringIO(text, newline="")):
            yield from row
    else:
        yield from strings(json.loads(text))


def as_written(made: Filled, path: str, pieces: Iterable[str]) -> set[int]:
    """The numbers of the texts that stand there; fails if one is not as it was put in."""
    seen = set()
    for number, text in (pair for piece in pieces for pair in found(piece)):
        assert text == made.texts[number], f"{path}: {places()[number]}"
        seen.add(number)
    return seen
