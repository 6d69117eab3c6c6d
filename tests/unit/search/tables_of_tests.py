"""Small indexes over invented words; only how words are taken apart is the project's own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from dossier.search.analyser import Analyser
from dossier.search.entries import Entry
from dossier.search.index import Index, build
from dossier.search.names import Concept
from dossier.search.tables import Tables
from tests.helpers import load_tables

NO_WORDS = dict.fromkeys(("lexemes", "synonyms", "whole", "ending", "others"), ())


@cache
def real_tables() -> Tables:
    """The tables in `language/`."""
    return load_tables()


def tables(**words: tuple) -> Tables:
    """Tables that hold only these words."""
    return Tables(**{"analysis": real_tables().analysis, **NO_WORDS, **words})


def entry(text: str, **more: object) -> Entry:
    """An entry of which only the text matters."""
    return Entry(**{"page": "p/", "anchor": "", "kind": "claim", "label": "", "text": text, **more})


def index_of(*found: str | Entry, concepts: Iterable[Concept] = (), **words: tuple) -> Index:
    """An index of texts in a language that has only these words."""
    entries = [one if isinstance(one, Entry) else entry(one) for one in found]
    return build(Analyser(tables(**words)), entries, concepts)


def led(index: Index, key: str) -> dict[str, str]:
    """The forms that a key leads to, with their grades."""
    return {index.forms[number]: grade for number, grade in index.keys.get(key, {}).items()}


def standing(index: Index, number: int) -> dict[int, list[int]]:
    """Where a form stands: its positions, entry by entry."""
    rest, found = list(index.postings[number]), {}
    while rest:
        (one, count), rest = rest[:2], rest[2:]
        found[one], rest = rest[:count], rest[count:]
    return found


def places(index: Index, key: str) -> dict[int, list[int]]:
    """Where the forms that a key leads to stand."""
    found: dict[int, list[int]] = {}
    for number in index.keys.get(key, {}):
        for one, at in standing(index, number).items():
            found[one] = sorted({*found.get(one, ()), *at})
    return found
