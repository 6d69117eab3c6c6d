"""What the editors wrote themselves in a record: all but the words of sources.  Pure."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.seeds.models import ActorRecord, ClaimRecord, Model, Selector
from dossier.seeds.strict_yaml import Path

_OF_SOURCES = {(ClaimRecord, "verb"), (ActorRecord, "spellings")}


def own_words(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text of a record that is not a source's, with its path."""
    match value:
        case str():
            yield path, value
        case tuple():
            for index, item in enumerate(value):
                yield from own_words(item, (*path, index))
        case Selector():
            return
        case Model():
            for name in type(value).model_fields:
                if (type(value), name) not in _OF_SOURCES:
                    yield from own_words(getattr(value, name), (*path, name))
