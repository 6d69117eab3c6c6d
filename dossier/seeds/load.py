"""From the bytes of the seed files to records with positions.  Pure.

A file that does not parse is left out; of a file with a wrong item, the rest is kept, so
that everything else can still be checked in the same run.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from rapidfuzz import process

from dossier.problems import Problem
from dossier.seeds import strict_yaml
from dossier.seeds.card import CARD, fault
from dossier.seeds.models import (
    FILES,
    ActorsRecord,
    DossierRecord,
    Model,
    QuestionsRecord,
    SourceRecord,
    VisitRecord,
)
from dossier.seeds.strict_yaml import Node, Path, dotted
from dossier.seeds.version import version_of

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_RESERVED = {"index", "con", "prn", "aux", "nul"} | {
    f"{d}{n}" for d in ("com", "lpt") for n in "123456789"
}
_SIMILAR = 70
_LONGEST = 80


M = TypeVar("M", bound=Model, covariant=True)


@dataclass(frozen=True)
class Record(Generic[M]):
    """One seed file: its model, and where each of its values stands."""

    path: str
    node: Node
    model: M

    @property
    def stem(self) -> str:
        """The name of the file without its ending, which is its id."""
        return PurePosixPath(self.path).stem

    def problem(self, path: Path, message: str) -> Problem:
        """A problem with the value at `path` (indices as in the model)."""
        return _problem_at(self.path, self.node, path, message)


@dataclass(frozen=True)
class SourceText:
    """The original text of a source, as it is stored."""

    path: str
    sha256: str
    text: str


@dataclass
class Seeds:
    """All records that could be read.

    ``broken`` names the files without a record, ``absent`` the texts and records that others
    need and that are not there.
    """

    dossier: Record[DossierRecord] | None = None
    actors: Record[ActorsRecord] | None = None
    questions: Record[QuestionsRecord] | None = None
    visits: list[Record[VisitRecord]] = field(default_factory=list)
    sources: list[Record[SourceRecord]] = field(default_factory=list)
    texts: dict[str, SourceText] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    absent: set[str] = field(default_factory=set)
    version: str = ""

    @property
    def unread(self) -> set[str]:
        """The files of which nothing is known, not even a tree or a text."""
        return (self.broken - self.nodes.keys()) | self.absent


def load(
    files: Mapping[str, bytes], unreadable: Collection[str] = ()
) -> tuple[Seeds, list[Problem]]:
    """Read every file; see the module's docstring for what happens to those with problems.

    Args:
        files: The bytes of the seed files by path.
        unreadable: Paths at which something stands that could not be read.
    """
    seeds = Seeds(version=version_of(files))
    needed = ("seeds/dossier.yml", "seeds/actors.yml")
    missing = [path for path in needed if path not in files and path not in unreadable]
    problems = [Problem(path, 1, 1, "", "must be there") for path in missing]
    for folder, what in (("visits", "visit"), ("sources", "source")):
        if not any(path.startswith(f"seeds/{folder}/") for path in (*files, *unreadable)):
            problems.append(Problem(f"seeds/{folder}", 1, 1, "", f"must hold a {what}"))
    for path in sorted(files):
        if path == CARD:
            if wrong := fault(files[path]):
                problems.append(Problem(path, 1, 1, "", wrong))
        elif path.endswith(".txt"):
            _load_text(path, files[path], seeds, problems)
        else:
            _load_record(path, files[path], seeds, problems)
    seeds.broken.update(unreadable)
    seeds.absent = {*missing} | {
        partner
        for path in files
        if path.startswith("seeds/sources/")
        and (partner := partner_of(path)) not in files
        and partner not in unreadable
    }
    return seeds, problems


def partner_of(path: str) -> str:
    """The record of a text, the text of a record."""
    place = PurePosixPath(path)
    return str(place.with_suffix(".yml" if place.suffix == ".txt" else ".txt"))


def closest(name: str, known: Iterable[str]) -> str | None:
    """The known name that comes nearest, or None."""
    best = process.extractOne(name, sorted(known), score_cutoff=_SIMILAR)
    return best[0] if best else None


def text_fault(data: bytes) -> str | None:
    """Why bytes cannot be an article's text; None if they can."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return "must be UTF-8"
    return "must not hold U+0000" if "\0" in text else None


def _load_text(path: str, data: bytes, seeds: Seeds, problems: list[Problem]) -> None:
    problems.extend(_name_problems(path))
    fault = text_fault(data)
    if fault is None:
        text = data.decode("utf-8").removeprefix("\ufeff")
        digest = hashlib.sha256(data).hexdigest()
        seeds.texts[PurePosixPath(path).stem] = SourceText(path, digest, text)
        return
    seeds.broken.add(path)
    sound = data.partition(b"\0")[0].decode("utf-8", "surrogateescape")
    head = re.split("[\udc80-\udcff]", sound, maxsplit=1)[0]
    lines = re.split("\r\n|[\r\n]", head)
    problems.append(Problem(path, len(lines), len(lines[-1]) + 1, "", fault))


def _load_record(path: str, data: bytes, seeds: Seeds, problems: list[Problem]) -> None:
    node, found = strict_yaml.read(path, data)
    problems.extend(found)
    folder = PurePosixPath(path).parent.name
    kind = {"visits": "visit", "sources": "source"}.get(folder, PurePosixPath(path).stem)
    if folder in ("visits", "sources"):
        problems.extend(_name_problems(path))
    if node is None:
        seeds.broken.add(path)
        return
    seeds.nodes[path] = node
    record, found = _validate(path, node, FILES[kind])
    problems.extend(found)
    if record is None:
        seeds.broken.add(path)
        return
    match record.model:
        case DossierRecord():
            seeds.dossier = record  # type: ignore[assignment]
        case ActorsRecord():
            seeds.actors = record  # type: ignore[assignment]
        case QuestionsRecord():
            seeds.questions = record  # type: ignore[assignment]
        case VisitRecord():
            seeds.visits.append(record)  # type: ignore[arg-type]
        case SourceRecord():
            seeds.sources.append(record)  # type: ignore[arg-type]


def id_fault(name: str) -> str | None:
    """Why a name cannot be an id; None if it can."""
    if not _SLUG.fullmatch(name) or len(name) > _LONGEST:
        return f"must be named with a-z, 0-9 and single hyphens, {_LONGEST} characters at the most"
    return f"must not be named {name}, which systems reserve" if name in _RESERVED else None


def _name_problems(path: str) -> list[Problem]:
    fault = id_fault(PurePosixPath(path).stem)
    return [Problem(path, 1, 1, "", fault)] if fault else []


def _validate(
    path: str, node: Node, model: type[Model]
) -> tuple[Record[Model] | None, list[Problem]]:
    """The record, without the items that are wrong, and what is wrong with them."""
    problems: list[Problem] = []
    current: Node | None = node
    while current is not None:
        try:
            return Record(path, current, model.model_validate(strict_yaml.plain(current))), problems
        except ValidationError as error:
            details = error.errors(include_url=False)
        follows = _follower(details, model, pruned=current is not node)
        told = [detail for detail in details if not follows(detail)]
        problems.extend(_shape_problem(path, current, model, detail) for detail in told)
        current = strict_yaml.prune(current, {_innermost_item(current, d["loc"]) for d in details})
    return None, problems


def _follower(
    details: Sequence[Mapping[str, Any]], model: type[Model], *, pruned: bool
) -> Callable[[Mapping[str, Any]], bool]:
    """Tells whether a fault only follows from another: a list that was emptied, a key misspelt."""
    above = {d["loc"][:length] for d in details for length in range(len(d["loc"]))}
    unknown: dict[Path, list[str]] = {}
    for detail in details:
        if detail["type"] == "extra_forbidden":
            *parent, key = detail["loc"]
            unknown.setdefault(tuple(parent), []).append(str(key))

    def follows(detail: Mapping[str, Any]) -> bool:
        if detail["type"] == "too_short":
            return pruned or detail["loc"] in above
        if detail["type"] != "missing":
            return False
        *parent, key = detail["loc"]
        known = _known_keys(model, tuple(parent))
        return any(closest(name, known) == key for name in unknown.get(tuple(parent), ()))

    return follows


def _innermost_item(node: Node, path: Path) -> Path:
    """The part of the path that leads to the innermost list item; () where there is none."""
    best: Path = ()
    for length, part in enumerate(path, 1):
        below = strict_yaml.child(node, part)
        if below is None:
            break
        if isinstance(node, strict_yaml.Sequence):
            best = path[:length]
        node = below
    return best


def _shape_problem(
    path: str, node: Node, model: type[Model], detail: Mapping[str, object]
) -> Problem:
    loc: Path = detail["loc"]  # type: ignore[assignment]
    context = detail.get("ctx") or {}
    kind = str(detail["type"])
    message = str(detail["msg"])
    match kind:
        case "missing":
            message = "must be given"
        case "extra_forbidden":
            parent = strict_yaml.find(node, loc[:-1])
            meant = closest(str(loc[-1]), _known_keys(model, loc[:-1]))
            message = "must be a known key" + (f"; did you mean '{meant}'?" if meant else "")
            if isinstance(parent, strict_yaml.Mapping) and loc[-1] in parent.keys:
                key = parent.keys[str(loc[-1])]
                return Problem(path, key.line, key.column, dotted(key.path + loc[-1:]), message)
        case "literal_error":
            message = f"must be {context['expected']}"  # type: ignore[index]
        case "string_type":
            message = "must be text"
        case "string_pattern_mismatch":
            message = "must consist of a-z, 0-9 and single hyphens"
            if loc[-1] == "sha256":
                message = "must be 64 digits 0-9 a-f"
        case "value_error":
            message = message.removeprefix("Value error, ")
        case "too_short" | "string_too_short":
            message = "must not be empty"
        case "string_too_long":
            message = f"must not be longer than {context['max_length']} characters"  # type: ignore[index]
        case "too_long":
            message = f"must hold {context['max_length']} items"  # type: ignore[index]
        case "tuple_type" | "list_type":
            message = "must be a list"
        case "model_type" | "model_attributes_type" | "dict_type":
            message = "must be a map of keys and values"
    return _problem_at(path, node, loc, message)


def _known_keys(model: type[Model], path: Path) -> set[str]:
    """The keys that a map at the path may hold."""
    for part in path:
        if isinstance(part, str) and part in model.model_fields:
            inner = _model_in(model.model_fields[part].annotation)
            if inner is None:
                return set()
            model = inner
    return set(model.model_fields)


def _model_in(annotation: object) -> type[Model] | None:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        if found := _model_in(inner):
            return found
    return None


def _problem_at(file: str, node: Node, path: Path, message: str) -> Problem:
    """A problem at the nearest node; the field keeps the part of the path below it."""
    depth = 0
    for part in path:
        below = strict_yaml.child(node, part)
        if below is None:
            break
        node, depth = below, depth + 1
    rest = tuple(part for part in path[depth:] if isinstance(part, str) and part != "exact")
    return Problem(file, node.line, node.column, dotted(node.path + rest), message)
