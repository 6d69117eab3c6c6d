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
from dossier.search.slips import LEAST, Slips
from dossier.search.tables import Tables

FORM, BASE, STEM, LEXEME, VERB, NAME, LOOSE, RELATION, OTHER_NAME = GRADES = "nbsfvalro"
"""How far a form is from a key: the form itself, what follows its proclitics for sure, one of
its stems, another form of the same noun, of the same verb, a name of the same thing, what follows letters that
may be a proclitic; and, looked for only where nothing is closer, what an adjective is made
of, a name that says less."""

CUT_FRONT, CUT_END, KNOWN, NAMED = "<>!="
"""What is known of a word that is looked up: its front, its end is its own; it is a word; it is
the name of something else."""

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
        known: Words of the language that lead nowhere, and must not be taken for a slip.
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
    index.marks = words.marks(index)
    index.known = words.strangers(index)
    return index


def _stream(analyser: Analyser, entry: Entry) -> list[str]:
    """The words that an entry can be found by, each at its position; empty where none is."""
    text = [token.form for token in analyser.tokens(entry.text)]
    if entry.kind in TITLED:
        text += [""] * GAP + [token.form for token in analyser.tokens(entry.label)]
    return text


def _number_forms(
    analyser: Analyser, index: Index, streams: Iterable[list[str]]
) -> dict[str, int]:
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
    for number, form in enumerate(index.forms):
        for key, grade in readings[form].items():
            if _rank(grade) <= _rank(LEXEME):
                named[key, False].append(number)
            if _rank(grade) <= _rank(BASE):
                named[key, True].append(number)
    runs = _runs(streams, readings, wanted)
    for number, concept in enumerate(wanted):
        words = [name for (name, *rest) in concept.names if not rest]
        forms = {form for word in words for form in named[word, concept.proper]}
        if number in runs:
            forms.add(_pseudo(index, f"@{number}", runs[number]))
        for keys, grade in ((concept.keys, NAME), (concept.last_keys, OTHER_NAME)):
            for key in keys:
                for form in forms:
                    index.lead(key, form, grade)


def _runs(
    streams: list[list[str]],
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
        form: [run for key in keys for run in starting[key]]
        for form, reading in readings.items()
        if (keys := reading.keys() & starting.keys())
    }

    def named(form: str, part: str) -> bool:
        return bool(form) and _rank(readings[form].get(part, RELATION)) <= _rank(LEXEME)

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


def _rank(grade: str) -> int:
    return GRADES.index(grade)


LEAST_BONES = 3
"""The fewest consonants of a name that is still being typed, for what it sounds like."""


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
        self.named = self._folded(
            name for group in self.tables.synonyms for name in group if " " not in name
        )
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

    def marks(self, index: Index) -> dict[str, str]:
        """What the browser must know of words of the language, so as not to misread them."""
        sounds = _Sounds(Latin(self.tables), index.skeletons)
        marks = {word: self._misread(word, index) for word in self.known}
        for name in self.named - index.keys.keys():
            if sounds.has(name) or self._begins(name, index):
                marks[name] = NAMED
        return {word: mark for word, mark in marks.items() if mark}

    def strangers(self, index: Index) -> list[str]:
        """Words that lead nowhere; in a small index those that a slip would lead somewhere."""
        slips = _Neighbours(Slips(self.tables), index.bases if index.small else [])
        absent = sorted(self.known - index.keys.keys())
        return [word for word in absent if not index.small or slips.has(word)]

    def _begins(self, name: str, index: Index) -> bool:
        at = bisect_left(index.bases, name)
        return at < len(index.bases) and index.bases[at].startswith(name)

    def _misread(self, word: str, index: Index) -> str:
        """The marks without which a word would be taken for another."""
        analyser, keys = self.analyser, index.keys
        ways = (
            (KNOWN, True, analyser.verbs),
            (CUT_FRONT, word in self.whole, analyser.loose_bases),
            (CUT_END, word in self.ending, analyser.stems),
        )
        return "".join(
            mark for mark, own, cut in ways if own and any(other in keys for other in cut(word))
        )


def _closest(keys: dict[str, str], key: str, grade: str) -> None:
    if key not in keys or _rank(grade) < _rank(keys[key]):
        keys[key] = grade


class _Neighbours:
    """Finds the words of a list that are a slip away: both, without a letter, are the same.

    After SymSpell (Garbe, 2012).
    """

    def __init__(self, slips: Slips, words: Iterable[str]) -> None:
        self.slips = slips
        self.shortened: dict[str, list[str]] = defaultdict(list)
        for word in words:
            for shorter in _shortened(word):
                self.shortened[shorter].append(word)

    def has(self, typed: str) -> bool:
        """Whether a slip of the word, with its article or without, leads to one of the list."""
        return self._has(typed) or self._has(f"ال{typed}")

    def _has(self, typed: str) -> bool:
        return len(typed) >= LEAST and any(
            self.slips.cost(typed, word) is not None
            for shorter in _shortened(typed)
            for word in self.shortened.get(shorter, ())
        )


def _shortened(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


class _Sounds:
    """Finds the words of a list that a name in Latin letters may stand for."""

    def __init__(self, latin: Latin, skeletons: Mapping[str, str]) -> None:
        self.latin = latin
        self.lines = sorted((skeleton, base) for base, skeleton in skeletons.items())

    def has(self, name: str) -> bool:
        """Whether a word of the list has the sounds of the name, or begins with many of them."""
        pattern = self.latin.pattern(name) if name.isascii() and name.isalpha() else None
        if pattern is None:
            return False
        return any(
            pattern.fullmatch(base) or (len(skeleton) >= LEAST_BONES and pattern.match(base))
            for skeleton in self.latin.skeletons(name)
            for base in self._beginning(skeleton)
        )

    def _beginning(self, skeleton: str) -> Iterator[str]:
        for at in range(bisect_left(self.lines, (skeleton, "")), len(self.lines)):
            found, base = self.lines[at]
            if not found.startswith(skeleton):
                return
            yield base
