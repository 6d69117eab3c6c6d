"""YAML without surprises: text, lists and maps, each with its line and column.  Pure.

Read from the event stream (YAML 1.1, section 7.1 of PyYAML's model), so that nothing is
built before it is allowed.  Every scalar stays the text that was written: `NO`, `12:30`,
`2020-13-45` and `1_000` are what they look like.  Refused, each with its place: anchors,
aliases, tags, merge keys, directives, second documents, duplicate keys, too much depth or
size, comments that swallow the end of a value, characters that YAML would change silently.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

import yaml

from dossier.problems import Problem

MAX_BYTES = 2_000_000
MAX_DEPTH = 12

Path = tuple[str | int, ...]


class _Mark(Protocol):
    """A place in a text, counted from 0."""

    line: int
    column: int


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SILENT = re.compile("[\u0085\u2028\u2029]")
_BREAK = re.compile("\r\n|[\r\n]")  # what counts as a line in positions, too
_CONTROL = yaml.reader.Reader.NON_PRINTABLE
_SECOND_MARK = re.compile("\ufeff")  # one byte-order mark is none of the text's, two are
_COMMENT = re.compile(r"[ \t]+#")
_MERGE = "<<"


@dataclass(frozen=True)
class Scalar:
    """Text as written; ``plain`` where neither quoted nor a block."""

    text: str
    plain: bool
    line: int
    column: int
    path: Path


@dataclass(frozen=True)
class Sequence:
    """A list.  Each item knows its own path, also after its neighbours were pruned."""

    items: tuple[Node, ...]
    line: int
    column: int
    path: Path


@dataclass(frozen=True)
class Mapping:
    """A map; ``keys`` holds where each key stands."""

    values: dict[str, Node]
    keys: dict[str, Scalar]
    line: int
    column: int
    path: Path


Node = Scalar | Sequence | Mapping
Plain = str | list["Plain"] | dict[str, "Plain"] | None


class RefusedError(Exception):
    """Something that may not stand at a line and column."""

    def __init__(self, line: int, column: int, message: str) -> None:
        super().__init__(message)
        self.line, self.column, self.message = line, column, message


def read(path: str, data: bytes) -> tuple[Node | None, list[Problem]]:
    """The tree of one file, or None, and the problems that were met on the way.

    Duplicate keys leave a tree (the first one counts); any other problem does not.
    """
    try:
        builder = _Builder(_decode(data))
        return builder.document(), [Problem(path, *found) for found in builder.duplicates]
    except RefusedError as refused:
        return None, [Problem(path, refused.line, refused.column, "", refused.message)]


def plain(node: Node) -> Plain:
    """The tree as strings, lists and dicts; a plain `null`, `~` or nothing becomes None."""
    match node:
        case Scalar():
            return None if node.plain and node.text in ("", "~", "null") else node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key: plain(value) for key, value in node.values.items()}


def find(node: Node, path: Path) -> Node:
    """The node at the path, or the nearest one above it."""
    for part in path:
        below = child(node, part)
        if below is None:
            break
        node = below
    return node


def child(node: Node, part: str | int) -> Node | None:
    """One step down; None where there is nothing."""
    match node, part:
        case Mapping(), str():
            return node.values.get(part)
        case Sequence(), int() if part < len(node.items):
            return node.items[part]
    return None


def prune(node: Node, paths: Iterable[Path]) -> Node | None:
    """The tree without the innermost list item on each path; None where one has none."""
    below: dict[str | int, list[Path]] = {}
    for path in paths:
        if not path:
            return None
        below.setdefault(path[0], []).append(path[1:])
    match node:
        case Mapping():
            values = dict(node.values)
            for key in values.keys() & below.keys():
                kept = prune(values[key], below[key])
                if kept is None:
                    return None
                values[key] = kept
            return Mapping(values, node.keys, node.line, node.column, node.path)
        case Sequence():
            pruned = (
                prune(item, below[index]) if index in below else item
                for index, item in enumerate(node.items)
            )
            items = tuple(item for item in pruned if item is not None)
            return Sequence(items, node.line, node.column, node.path)
    return node


def _decode(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise RefusedError(1, 1, f"must not be larger than {MAX_BYTES:,} bytes")
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        head = data[: error.start].decode("utf-8")
        raise RefusedError(*_place(head, len(head)), "must be UTF-8") from None
    if found := _SILENT.search(text) or _CONTROL.search(text) or _SECOND_MARK.match(text):
        message = f"must not hold U+{ord(found[0]):04X}, which YAML changes or refuses"
        raise RefusedError(*_place(text, found.start()), message)
    return text


def _place(text: str, position: int) -> tuple[int, int]:
    lines = _BREAK.split(text[:position])
    return len(lines), len(lines[-1]) + 1


class _Builder:
    """Builds the tree of one text from its events."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = _BREAK.split(text)
        self.duplicates: list[tuple[int, int, str, str]] = []
        self.events = self._events()

    def document(self) -> Node:
        next(self.events)  # the stream's start
        start = next(self.events)
        if isinstance(start, yaml.StreamEndEvent):
            raise RefusedError(1, 1, "must not be empty")
        if isinstance(start, yaml.DocumentStartEvent) and (start.version or start.tags):
            raise _refusal(start, "must not hold a directive")
        node = self._node(next(self.events), (), 1)
        next(self.events)  # the document's end
        if not isinstance(extra := next(self.events), yaml.StreamEndEvent):
            raise _refusal(extra, "must hold one document")
        return node

    def _events(self) -> Iterator[yaml.Event]:
        try:
            loader = _LOADER(self.text)
            while loader.check_event():
                yield loader.get_event()
        except yaml.MarkedYAMLError as error:
            place = min(_at(error.problem_mark or error.context_mark), self._end())
            hint = "; a text with ': ', '#' or quotation marks must stand in quotes"
            raise RefusedError(*place, f"must be YAML: {error.problem}{hint}") from None

    def _end(self) -> tuple[int, int]:
        """The place behind the last character; the parser notices some things after it."""
        return len(self.lines), len(self.lines[-1]) + 1

    def _node(self, event: yaml.Event, path: Path, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise _refusal(event, f"must not be nested deeper than {MAX_DEPTH}")
        if isinstance(event, yaml.AliasEvent):
            raise _refusal(event, "must not use an alias (*)")
        if getattr(event, "anchor", None):
            raise _refusal(event, "must not use an anchor (&); put the text in quotes")
        if getattr(event, "tag", None):
            raise _refusal(event, "must not use a tag (!); put the text in quotes")
        line, column = _at(event.start_mark)
        match event:
            case yaml.ScalarEvent():
                return self._scalar(event, path)
            case yaml.SequenceStartEvent():
                return Sequence(tuple(self._items(path, depth)), line, column, path)
            case _:
                values, keys = self._entries(path, depth)
                return Mapping(values, keys, line, column, path)

    def _items(self, path: Path, depth: int) -> Iterator[Node]:
        index = 0
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self._node(event, (*path, index), depth + 1)
            index += 1

    def _entries(self, path: Path, depth: int) -> tuple[dict[str, Node], dict[str, Scalar]]:
        values: dict[str, Node] = {}
        keys: dict[str, Scalar] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._node(event, path, depth + 1)
            if not isinstance(key, Scalar):
                raise _refusal(event, "must have text as keys")
            if key.text == _MERGE:
                raise _refusal(event, "must not use a merge key (<<)")
            value = self._node(next(self.events), (*path, key.text), depth + 1)
            if key.text in keys:
                first = keys[key.text].line
                message = f"must be given once (first at line {first})"
                self.duplicates.append((key.line, key.column, dotted((*path, key.text)), message))
                continue
            values[key.text], keys[key.text] = value, key
        return values, keys

    def _scalar(self, event: yaml.ScalarEvent, path: Path) -> Scalar:
        is_plain = event.style is None or event.style == ""
        line, column = _at(event.end_mark)
        if is_plain and event.value and _COMMENT.match(self.lines[line - 1], column - 1):
            raise _refusal(event, "must not be followed by ' #': put the text in quotes")
        for letter in event.value:
            if letter not in "\n\t" and unicodedata.category(letter) in ("Cc", "Cs"):
                raise _refusal(event, f"must not hold U+{ord(letter):04X}")
        return Scalar(event.value, is_plain, *_at(event.start_mark), path)


def _refusal(event: yaml.Event, message: str) -> RefusedError:
    return RefusedError(*_at(event.start_mark), message)


def _at(mark: _Mark | None) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def dotted(path: Path) -> str:
    """A path as editors write it: ``claims[1].quote``."""
    return "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in path).removeprefix(".")
