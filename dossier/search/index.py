"""The inverted index: which word, in whatever form it is looked for, stands where.

Built once for all readers.  A *key* is what a query looks up; it leads to the forms that
stand in the texts, each with a grade that says how far the form is from the key.  Plurals,
synonyms and names are thus resolved here, and the browser needs none of the tables they
come from.  See Zobel and Moffat, "Inverted files for text search engines", ACM Computing
Surveys 38 (2006).
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dossier.search.analyser import Analyser
from dossier.search.entries import TITLED, Entry
from dossier.search.latin import Latin
from dossier.search.names import Concept
from dossier.search.slips import LEAST, Slips, halves
from dossier.search.tables import Tables

FORM, BASE, STEM, LEXEME, VERB, NAME, LOOSE, RELATION, OTHER_NAME = GRADES = "nbsfvalro"
"""How far a form is from a key: the form itself, what follows its proclitics for sure, one of
its stems, another form of the same noun, of the same verb, a name of the same thing, what follows letters that
may be a proclitic; and, looked for only where nothing is closer, what an adjective is made
of, a name that says less."""

CUT_FRONT, CUT_END, KNOWN = "<>!"
"""What is known of a word that is looked up: its front, its end is its own; it is a word."""

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
        skeletons: For each base that may be a name its skeleton.
    """

    entries: list[Entry]
    forms: list[str] = field(default_factory=list)
    words: int = 0
    postings: list[array[int]] = field(default_factory=list)
    keys: dict[str, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    marks: dict[str, str] = field(default_factory=dict)
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
        forms = self.keys[key]
        if form not in forms or _rank(grade) < _rank(forms[form]):
            forms[form] = grade


def size_of(entry: Entry) -> int:
    """The bytes of an entry's words."""
    return len(entry.text.encode()) + len(entry.label.encode())


def build(analyser: Analyser, found: list[Entry], concepts: Iterable[Concept]) -> Index:
    """The index of all entries."""
    index = Index(found)
    words = _Words(analyser)
    streams = [_stream(analyser, entry) for entry in found]
    numbers = _number_forms(analyser, index, streams)
    sure = {base for form in numbers for base in words.sure_bases(form)}
    attested = sure | {stem for base in sure for stem in analyser.stems(base)} | words.known
    readings = {form: words.readings(form, attested) for form in numbers}
    for form, reading in readings.items():
        for key, grade in reading.items():
            index.lead(key, numbers[form], grade)
    _add_concepts(index, streams, readings, concepts)
    _add_facets(index)
    latin = Latin(analyser.tables)
    index.skeletons = {base: latin.skeleton(base) for base in index.bases}
    index.marks.update(words.marks(index))
    return index


def _stream(analyser: Analyser, entry: Entry) -> list[tuple[int, str]]:
    """The words that an entry can be found by, with their positions."""
    text = [token.form for token in analyser.tokens(entry.text)]
    label = analyser.tokens(entry.label) if entry.kind in TITLED else []
    after = len(text) + GAP
    return [*enumerate(text), *enumerate((token.form for token in label), after)]


def _number_forms(
    analyser: Analyser, index: Index, streams: list[list[tuple[int, str]]]
) -> dict[str, int]:
    """The forms of one base beside each other, so that one part holds where they stand."""
    forms = {form for stream in streams for _, form in stream}
    order = {form: "" if index.small else analyser.bases(form)[-1] for form in forms}
    index.forms = sorted(forms, key=lambda form: (order[form], form))
    index.words = len(index.forms)
    numbers = {form: number for number, form in enumerate(index.forms)}
    index.postings = [array("L") for _ in index.forms]
    for entry, stream in enumerate(streams):
        places: dict[int, list[int]] = defaultdict(list)
        for place, form in stream:
            places[numbers[form]].append(place)
        for number, found in places.items():
            index.postings[number].extend((entry, len(found), *found))
    return numbers


def _add_concepts(
    index: Index,
    streams: list[list[tuple[int, str]]],
    readings: Mapping[str, Mapping[str, str]],
    concepts: Iterable[Concept],
) -> None:
    """Let the names of a thing lead to the words and to the runs of words that name it."""
    wanted = list(concepts)
    named = defaultdict(list)
    for form, reading in readings.items():
        for key, grade in reading.items():
            if _rank(grade) <= _rank(LEXEME):
                named[key].append(form)
    numbers = {form: number for number, form in enumerate(index.forms)}
    runs = _runs(streams, readings, wanted)
    for number, concept in enumerate(wanted):
        words = [name for (name, *rest) in concept.names if not rest]
        forms = {numbers[form] for word in words for form in named[word]}
        if number in runs:
            forms.add(_pseudo(index, f"@{number}", runs[number]))
        for keys, grade in ((concept.keys, NAME), (concept.last_keys, OTHER_NAME)):
            for key in keys:
                for form in forms:
                    index.lead(key, form, grade)


def _runs(
    streams: list[list[tuple[int, str]]],
    readings: Mapping[str, Mapping[str, str]],
    concepts: Iterable[Concept],
) -> dict[int, array[int]]:
    """For each concept by number the postings of its names of several words."""
    starting: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for number, concept in enumerate(concepts):
        for name in concept.names:
            if len(name) > 1:
                starting[name[0]].append((number, name))
    begun = {
        form: [run for key in reading.keys() & starting.keys() for run in starting[key]]
        for form, reading in readings.items()
    }
    found: dict[int, array[int]] = defaultdict(lambda: array("L"))
    for entry, stream in enumerate(streams):
        places: dict[int, set[int]] = defaultdict(set)
        for at, (_, form) in enumerate(stream):
            if begun[form]:
                for number, name in begun[form]:
                    tail = stream[at : at + len(name)]
                    if len(tail) == len(name) and all(
                        _named(readings[word], part)
                        for (_, word), part in zip(tail, name, strict=True)
                    ):
                        places[number].update(place for place, _ in tail)
        for number, covered in places.items():
            found[number].extend((entry, len(covered), *sorted(covered)))
    return found


def _named(reading: Mapping[str, str], part: str) -> bool:
    return _rank(reading.get(part, RELATION)) <= _rank(LEXEME)


def _add_facets(index: Index) -> None:
    """A form for each value of each filter: it stands, once, in the entries that have it."""
    found: dict[str, array[int]] = defaultdict(lambda: array("L"))
    for number, entry in enumerate(index.entries):
        for facet in entry.facets:
            found[facet].extend((number, 0))
    for facet in sorted(found):
        index.lead(facet, _pseudo(index, facet, found[facet]), FORM)


def _pseudo(index: Index, name: str, postings: array[int]) -> int:
    index.forms.append(name)
    index.postings.append(postings)
    return len(index.forms) - 1


def _rank(grade: str) -> int:
    return GRADES.index(grade)


class _Words:
    """What the tables of the language say of words."""

    def __init__(self, analyser: Analyser) -> None:
        self.analyser, self.tables = analyser, analyser.tables
        self.whole = self._folded(self.tables.whole)
        # The words of a name of several words stand in it as they are: كانون الثاني.
        names = (name.split() for group in self.tables.synonyms for name in group if " " in name)
        parts = [word for name in names for word in name]
        # Neither is a name with an article inflected: السليمانية.
        named = (name for group in self.tables.synonyms for name in group)
        parts += [name for name in named if name.startswith("ال")]
        own = (word for word in self.tables.ending if not word.endswith("ة"))
        self.ending = self._folded((*own, *parts))
        self.known = self._folded(self.tables.words)
        self.lexemes: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for lexeme in self.tables.lexemes:
            folded = tuple(analyser.form(word) for word in lexeme)
            for word in folded:
                self.lexemes[word].append(folded)

    def _folded(self, words: Iterable[str]) -> frozenset[str]:
        forms = map(self.analyser.form, words)
        return frozenset(base for form in forms for base in self.analyser.bases(form))

    def sure_bases(self, form: str) -> list[str]:
        """The bases of a form but for لل, of which the second ل may be the word's own."""
        bases = self.analyser.bases(form)
        return [base for base in bases if not form.removesuffix(base).endswith("لل")]

    def readings(self, form: str, attested: set[str]) -> dict[str, str]:
        """The keys that lead to a form, with their grades."""
        analyser = self.analyser
        bases = {base: FORM if base == form else BASE for base in self.sure_bases(form)}
        loose = [*analyser.bases(form), *analyser.loose_bases(form)]
        if form in self.known:
            loose = []
        for base in loose:
            if base not in bases:
                if self._follows(form, base) or {base, *analyser.stems(base)} & attested:
                    bases[base] = BASE
                elif len(base) > 2:
                    bases[base] = LOOSE
        keys: dict[str, str] = {}
        for base, grade in bases.items():
            if grade == LOOSE:
                _closest(keys, base, LOOSE)
                continue
            _closest(keys, base, grade)
            stems = [] if base in self.ending else analyser.stems(base)
            if base not in self.known:
                for verb in analyser.verbs(base):
                    _closest(keys, verb, VERB)
            for stem in stems:
                _closest(keys, stem, STEM)
            for word in (base, *stems):
                for lexeme in self.lexemes.get(word, ()):
                    for member in lexeme:
                        _closest(keys, member, LEXEME)
            if base not in self.ending:
                for relation in analyser.relations(base):
                    _closest(keys, relation, RELATION)
        return keys

    def _follows(self, form: str, base: str) -> bool:
        """Whether what stands before a base cannot well be of the word: و, or س of the future."""
        before = form.removesuffix(base)
        future = before.endswith("س") and base[0] in self.tables.analysis["present"]
        return len(base) > 2 and (before == "و" or future)

    def marks(self, index: Index) -> Iterator[tuple[str, str]]:
        """What the browser must know of words of the language, so as not to misread them.

        In a small index, of a word that leads nowhere, only where it would be taken for one
        that does.
        """
        slips = _Neighbours(Slips(self.tables), index.bases if index.small else [])
        sounds = _Sounds(Latin(self.tables), index.skeletons if index.small else {})
        for word in sorted(self.known):
            mark = KNOWN
            if word in self.whole:
                mark += CUT_FRONT
            if word in self.ending:
                mark += CUT_END
            if not index.small or word in index.keys or self._misread(word, mark, index):
                yield word, mark
            elif slips.has(word) or sounds.has(word):
                yield word, mark

    def _misread(self, word: str, mark: str, index: Index) -> bool:
        front = CUT_FRONT in mark and any(
            base in index.keys for base in self.analyser.loose_bases(word)
        )
        end = CUT_END in mark and any(stem in index.keys for stem in self.analyser.stems(word))
        verb = any(past in index.keys for past in self.analyser.verbs(word))
        return front or end or verb


def _closest(keys: dict[str, str], key: str, grade: str) -> None:
    if key not in keys or _rank(grade) < _rank(keys[key]):
        keys[key] = grade


class _Neighbours:
    """Finds the words of a list that are a slip away."""

    def __init__(self, slips: Slips, words: Iterable[str]) -> None:
        self.slips = slips
        self.halves: dict[tuple[str, str, int], list[str]] = defaultdict(list)
        for word in words:
            # A slip may lengthen or shorten a word by a letter.
            for length in {(len(word) + more) // 2 for more in (-2, -1, 0)} - {0}:
                self.halves["^", word[:length], len(word)].append(word)
                self.halves[word[0], word[-length:], len(word)].append(word)

    def has(self, typed: str) -> bool:
        """Whether a slip of the word leads to one of the list."""
        if len(typed) < LEAST - 1:
            return False
        front, back = halves(typed)
        lengths = (len(typed) - 1, len(typed), len(typed) + 1)
        return any(
            self.slips.cost(typed, word) is not None
            for key in (("^", front), (typed[0], back))
            for length in lengths
            for word in self.halves.get((*key, length), ())
        )


class _Sounds:
    """Finds the words of a list that a name in Latin letters may stand for."""

    def __init__(self, latin: Latin, skeletons: Mapping[str, str]) -> None:
        self.latin = latin
        self.lines = sorted((skeleton, base) for base, skeleton in skeletons.items())

    def has(self, name: str) -> bool:
        """Whether a word of the list sounds like the name, or begins so."""
        pattern = self.latin.pattern(name) if name.isascii() and name.isalpha() else None
        if pattern is None:
            return False
        return any(
            pattern.match(base)
            for skeleton in self.latin.skeletons(name)
            for base in self._beginning(skeleton)
        )

    def _beginning(self, skeleton: str) -> Iterator[str]:
        for at in range(bisect_left(self.lines, (skeleton, "")), len(self.lines)):
            found, base = self.lines[at]
            if not found.startswith(skeleton):
                return
            yield base
