"""The inverted index: which word, in whatever form it is looked for, stands where.

Built once for all readers.  A *key* is what a query looks up; it leads to the forms that
stand in the texts, each with a grade that says how far the form is from the key.  Plurals,
synonyms and names are thus resolved here, and the browser needs none of the tables they
come from.  See Zobel and Moffat, "Inverted files for text search engines", ACM Computing
Surveys 38 (2006).
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dossier.search.analyser import Analyser
from dossier.search.entries import TITLED, Entry
from dossier.search.grades import BASE, FORM, LEXEME, NAME, OTHER_NAME, RELATION, closest, rank
from dossier.search.latin import Latin
from dossier.search.names import Concept
from dossier.search.strangers import marks, near, strangers
from dossier.search.vocabulary import Vocabulary

SMALL = 400_000
"""Up to how many bytes of text an index is small: see `parts`."""

GAP = 8
"""Positions between a text and its heading, so that no phrase runs from one into the other."""


@dataclass
class Index:
    """What the parts are written from.

    Args:
        entries: What can be found, in the order of its numbers.
        forms: The words that stand in the entries, then concepts and facets; numbers from 0.
        words: How many of the forms are words.
        postings: For each form: entry, count, positions; entry, count, positions; …
        keys: For each key the forms it leads to, with their best grade.
        marks: For a key that is a word of the language, what is known of it.
        known: Words of the language that lead nowhere, and must not be taken for a slip; in a
            small index only those that would be.
        skeletons: For each base that may be a name its skeleton.
    """

    entries: list[Entry]
    forms: list[str] = field(default_factory=list)
    words: int = 0
    postings: list[array[int]] = field(default_factory=list)
    keys: dict[str, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    marks: dict[str, str] = field(default_factory=dict)
    known: list[str] = field(default_factory=list)
    skeletons: dict[str, str] = field(default_factory=dict)

    @cached_property
    def small(self) -> bool:
        """Whether a browser can work out itself what can be worked out."""
        return sum(size_of(entry) for entry in self.entries) <= SMALL

    @cached_property
    def bases(self) -> list[str]:
        """The keys that a slip may be meant for: forms and bases, and names."""
        return sorted(
            key
            for key, forms in self.keys.items()
            if not {" ", ":"} & set(key)
            and not key[0].isdecimal()
            and any(grade in (FORM, BASE, NAME) for grade in forms.values())
        )

    def lead(self, key: str, form: int, grade: str) -> None:
        """Let a key lead to a form; the closest grade stays."""
        closest(self.keys[key], form, grade)


def size_of(entry: Entry) -> int:
    """The bytes of an entry's words."""
    return len(entry.text.encode()) + len(entry.label.encode())


def build(analyser: Analyser, found: list[Entry], concepts: Iterable[Concept]) -> Index:
    """The index of all entries."""
    index = Index(found)
    vocabulary = Vocabulary(analyser)
    streams = [_stream(analyser, entry) for entry in found]
    numbers = _number_forms(analyser, index, streams)
    attested = vocabulary.attested(numbers)
    readings = {form: vocabulary.readings(form, attested) for form in numbers}
    for form, reading in readings.items():
        for key, grade in reading.items():
            index.lead(key, numbers[form], grade)
    _add_concepts(index, streams, readings, concepts)
    _add_facets(index)
    latin = Latin(analyser.tables)
    index.skeletons = {base: latin.skeleton(base) for base in index.bases}
    index.marks = marks(vocabulary, index.keys, index.bases, index.skeletons)
    absent = strangers(vocabulary, index.keys)
    index.known = near(analyser, absent, index.bases) if index.small else absent
    return index


def _stream(analyser: Analyser, entry: Entry) -> list[str]:
    """The words that an entry can be found by, each at its position; empty where none is."""
    text = [token.form for token in analyser.tokens(entry.text)]
    if entry.kind in TITLED:
        text += [""] * GAP + [token.form for token in analyser.tokens(entry.label)]
    return text


def _number_forms(analyser: Analyser, index: Index, streams: Iterable[list[str]]) -> dict[str, int]:
    """The forms of one base beside each other, so that one part holds where they stand."""
    forms = {form for stream in streams for form in stream} - {""}
    order = {form: "" if index.small else analyser.bases(form)[-1] for form in forms}
    index.forms = sorted(forms, key=lambda form: (order[form], form))
    index.words = len(index.forms)
    numbers = {form: number for number, form in enumerate(index.forms)}
    index.postings = [array("I") for _ in index.forms]
    for entry, stream in enumerate(streams):
        places: dict[int, list[int]] = defaultdict(list)
        for place, form in enumerate(stream):
            if form:
                places[numbers[form]].append(place)
        for number, found in places.items():
            index.postings[number].extend((entry, len(found), *found))
    return numbers


def _add_concepts(
    index: Index,
    streams: list[list[str]],
    readings: Mapping[str, Mapping[str, str]],
    concepts: Iterable[Concept],
) -> None:
    """Let the names of a thing lead to the words and to the runs of words that name it."""
    wanted = list(concepts)
    named: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for at, form in enumerate(index.forms):
        for key, grade in readings[form].items():
            if rank(grade) <= rank(LEXEME):
                named[key, False].append(at)
            if rank(grade) <= rank(BASE):
                named[key, True].append(at)
    runs = _runs(streams, readings, wanted)
    for number, concept in enumerate(wanted):
        words = [base for (bases, *rest) in concept.names if not rest for base in bases]
        led = {form for word in words for form in named[word, concept.proper]}
        if number in runs:
            led.add(_pseudo(index, f"@{number}", runs[number]))
        for keys, grade in ((concept.keys, NAME), (concept.last_keys, OTHER_NAME)):
            for key in keys:
                for number_led in led:
                    index.lead(key, number_led, grade)


def _runs(
    streams: list[list[str]],
    readings: Mapping[str, Mapping[str, str]],
    concepts: Iterable[Concept],
) -> dict[int, array[int]]:
    """For each concept by number the postings of its names of several words."""
    starting: dict[str, list[tuple[int, tuple[tuple[str, ...], ...]]]] = defaultdict(list)
    for number, concept in enumerate(concepts):
        for name in concept.names:
            for base in name[0] if len(name) > 1 else ():
                starting[base].append((number, name))
    begun = {
        form: [run for key in keys for run in starting[key]]
        for form, reading in readings.items()
        if (keys := reading.keys() & starting.keys())
    }

    def named(form: str, bases: tuple[str, ...]) -> bool:
        reading = readings.get(form, {})
        return any(rank(reading.get(base, RELATION)) <= rank(LEXEME) for base in bases)

    found: dict[int, array[int]] = defaultdict(lambda: array("I"))
    for entry, stream in enumerate(streams):
        places: dict[int, set[int]] = defaultdict(set)
        for at, form in enumerate(stream):
            for number, name in begun.get(form, ()):
                tail = stream[at : at + len(name)]
                if len(tail) == len(name) and all(map(named, tail, name)):
                    places[number].update(range(at, at + len(name)))
        for number, covered in places.items():
            found[number].extend((entry, len(covered), *sorted(covered)))
    return found


def _add_facets(index: Index) -> None:
    """A form for each value of each filter: it stands, once, in the entries that have it."""
    found: dict[str, array[int]] = defaultdict(lambda: array("I"))
    for number, entry in enumerate(index.entries):
        for facet in entry.facets:
            found[facet].extend((number, 0))
    for facet in sorted(found):
        index.lead(facet, _pseudo(index, facet, found[facet]), FORM)


def _pseudo(index: Index, name: str, postings: array[int]) -> int:
    index.forms.append(name)
    index.postings.append(postings)
    return len(index.forms) - 1
