"""Queries made from the words of the site's own texts, typed otherwise than they stand there."""

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import pytest

from tests.helpers import load_tables

ALEFS = str.maketrans("أإآ", "ااا")
FOLDED = str.maketrans("أإآؤئةى", "اااويهي")
PERSIAN = str.maketrans("كيى", "کیی")
INDIC, EXTENDED = (str.maketrans("0123456789", digits) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"))

LETTERS = "[ء-ي]"
FRONT = "وفبلكستنيا"
"""Letters that may stand before a word."""
NOUN = "(?!ال|[وفبلكستني])"
"""Before a pattern: a word that begins with none of them."""


@dataclass(frozen=True)
class Typed:
    """A query, and what it is to lead to: passages by their addresses, and a word marked there."""

    query: str
    word: str
    addresses: frozenset[str]

    @property
    def address(self):
        """The one passage."""
        (address,) = self.addresses
        return address


def folded(text):
    """A text in which spellings of one word are alike, more roughly than the search does it."""
    return text.translate(FOLDED)


class Texts:
    """The passages of a site, and the words in them."""

    def __init__(self, site):
        self.actors = site.data["actors"]
        self.passages = dict(self._passages(site))
        self.everything = folded("\n".join(site.texts[s["id"]] for s in site.data["sources"]))

    def _passages(self, site):
        """The text of each passage by its address, but for what belongs to no article."""
        for source in site.data["sources"]:
            for passage in source["passages"]:
                start, end = passage["start"], passage["end"]
                if not any(f["start"] <= start and end <= f["end"] for f in source["furniture"]):
                    address = f"{source['page']}#{passage['anchor']}"
                    yield address, site.texts[source["id"]][start:end]

    @cached_property
    def words(self):
        """Every word in letters of usual print, with the passage where it stands."""
        word = re.compile(rf"(?<![\w\u064b-\u0652]){LETTERS}{{2,}}(?![\w\u064b-\u0652])")
        return [(w, at) for at, text in self.passages.items() for w in word.findall(text)]

    @cached_property
    def once(self):
        """Words that no other word of any text holds, or is alike; with their passages."""
        return [(w, at) for w, at in self.words if self.everything.count(folded(_bare(w))) == 1]

    def at(self, word):
        """Where a word or a name stands as such."""
        whole = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
        found = ((at, text) for at, text in self.passages.items() if word in text)
        return frozenset(at for at, text in found if whole.search(text))

    def changed(self, pattern, change):
        """A word that stands once, changed."""
        for word, at in self.once:
            if re.fullmatch(pattern, word) and (change is str or change(word) != word):
                return Typed(change(word), word, frozenset([at]))
        return pytest.skip(f"no word is {pattern}")

    def of_groups(self, groups, fits=lambda typed: True):
        """Of a group of words that mean the same, one that stands in few passages, as another."""
        places = [[(word, self.at(word)) for word in group] for group in groups]
        found = [
            Typed(other, word, at)
            for group in places
            for word, at in group
            for other, elsewhere in group
            if at and not elsewhere and fits(other) and folded(other) not in self.everything
        ]
        return _fewest(found)

    def latin_name(self, kind, change=str):
        """The Latin name of what few passages name."""
        named = [
            Typed(change(actor["latin"][0]), spelling.split()[-1], self.at(spelling))
            for actor in self.actors
            for spelling in actor["spellings"]
            if actor["kind"] == kind and re.fullmatch(rf"{LETTERS}+( {LETTERS}+)*", spelling)
        ]
        return _fewest(typed for typed in named if typed.addresses and typed.query.isascii())

    def number(self, digits):
        """A number that stands in one passage only, in other digits."""
        number = re.compile(r"(?<![\d:-])[1-9]\d{1,3}(?![\d:-])")
        places = defaultdict(set)
        for at, text in self.passages.items():
            for found in number.findall(text):
                places[found].add(at)
        return _fewest(
            Typed(found.translate(digits), found, frozenset(at)) for found, at in places.items()
        )

    def date(self, write):
        """A date that stands in digits, written otherwise."""
        written = re.compile(r"(\d\d?)-(\d\d?)-(\d{4})")
        for at, text in self.passages.items():
            if found := written.search(text):
                return Typed(write(*map(int, found.groups())), found[3], frozenset([at]))
        return pytest.skip("no date stands in digits")

    def side_by_side(self, quoted):
        """Two words that stand beside each other in one passage only."""
        pairs = Counter(pairwise(self.everything.split()))
        words = re.compile(rf"(?<!\S)(?=({LETTERS}{{4,}}) ({LETTERS}{{4,}})(?!\S))")
        for at, text in self.passages.items():
            for one, other in words.findall(text):
                several = all(self.everything.count(folded(word)) > 2 for word in (one, other))
                if several and pairs[folded(one), folded(other)] == 1:
                    return Typed(quoted.format(f"{one} {other}"), one, frozenset([at]))
        return pytest.skip("no two words")

    def apart(self):
        """Two words that stand in one passage, far from each other."""
        found = defaultdict(list)
        for word, at in self.once:
            found[at].append(word)
        at, words = max(found.items(), key=lambda item: len(item[1]))
        return Typed(f"{words[-1]} {words[0]}", words[0], frozenset([at]))

    def in_two_texts(self):
        """Two words of which no text holds both."""
        one, at = self.once[0]
        page = at.partition("#")[0]
        other = next(w for w, there in self.once if not there.startswith(page) and len(w) > 6)
        return f"{one} {other}"

    def begun(self):
        """The first letters of a word, which begin no other."""
        for word, at in self.once:
            letters = word[:-2]
            bare = _bare(letters)
            if len(bare) >= 5 and bare[0] not in FRONT and self.everything.count(folded(bare)) == 1:
                return Typed(letters, word, frozenset([at]))
        return pytest.skip("no word is long enough")


def _fewest(found):
    """What leads to the fewest passages."""
    return min(found, key=lambda typed: len(typed.addresses), default=None) or pytest.skip("none")


def _bare(word):
    """A word without what may be its article."""
    return re.sub("^(و?ال|و|لل)", "", word)


def slip(word, at, letters=""):
    """A word with other letters in the place of one."""
    return word[:at] + letters + word[at + 1 :]


def swapped(word):
    """A word of which two letters in the middle changed places."""
    at = len(word) // 2
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def neighbour(word):
    """A word with a letter for which its neighbour on the keyboard was hit."""
    keys = dict(load_tables().analysis["neighbours"])
    at = next((n for n, letter in enumerate(word) if n > 2 and letter in keys), None)
    return word if at is None else slip(word, at, keys[word[at]])


def decomposed(word):
    """A word whose hamzas and maddas are signs of their own."""
    return unicodedata.normalize("NFD", word)


def _months():
    """The Arabic names of each month."""
    return [[n for n in names if n[0] > "z"] for names in load_tables().analysis["months"]]


def _synonyms(latin):
    def find(texts):
        months = set(map(tuple, load_tables().analysis["months"]))
        groups = [group for group in load_tables().synonyms if group not in months]
        return texts.of_groups(groups, lambda name: name.isascii() == latin and "=" not in name)

    return find


def _date(form):
    def write(day, month, year):
        return form.format(d=day, m=month, y=year, name=_months()[month - 1][0])

    return lambda texts: texts.date(write)


def _changed(pattern, change):
    return lambda texts: texts.changed(pattern, change)


L = LETTERS
KINDS = {
    "as it stands": _changed(f"{L}{{7,}}", str),
    "without hamzas": _changed(f"{L}+[أإآ]{L}*", lambda word: word.translate(ALEFS)),
    "without a hamza at its front": _changed(f"[أإآ]{L}{{4,}}", lambda w: w.translate(ALEFS)),
    "without the hamza of ؤ": _changed(f"{L}+ؤ{L}+", lambda word: word.replace("ؤ", "و")),
    "without the hamza of ئ": _changed(f"{L}+ئ{L}+", lambda word: word.replace("ئ", "ي")),
    "with hamzas as signs": _changed(f"{L}*[أإؤئ]{L}+", decomposed),
    "with ه for ة": _changed(f"{L}{{4,}}ة", lambda word: f"{word[:-1]}ه"),
    "with ى for ي": _changed(f"{L}{{4,}}ي", lambda word: f"{word[:-1]}ى"),
    "with ي for ى": _changed(f"{L}{{3,}}ى", lambda word: f"{word[:-1]}ي"),
    "without its article": _changed(f"ال{L}{{5,}}", lambda word: word[2:]),
    "with an article": _changed(f"{NOUN}{L}{{5,}}ة", lambda word: f"ال{word}"),
    "with و": _changed(f"{NOUN}{L}{{5,}}ة", lambda word: f"و{word}"),
    "with ب": _changed(f"{NOUN}{L}{{5,}}ة", lambda word: f"ب{word}"),
    "with وال": _changed(f"ال{L}{{5,}}", lambda word: f"و{word}"),
    "with لل": _changed(f"ال{L}{{5,}}", lambda word: f"لل{word[2:]}"),
    "with وبال": _changed(f"ال{L}{{5,}}", lambda word: f"وب{word}"),
    "without وال": _changed(f"وال{L}{{4,}}", lambda word: word[3:]),
    "with ها": _changed(f"{NOUN}{L}{{4,}}ة", lambda word: f"{word[:-1]}تها"),
    "with ات": _changed(f"{NOUN}{L}{{4,}}ة", lambda word: f"{word[:-1]}ات"),
    "with ة for ات": _changed(f"ال{L}{{4,}}ات", lambda word: f"{word[:-2]}ة"),
    "with tatweel": _changed(f"{L}{{6,}}", lambda word: f"{word[:3]}ــ{word[3:]}"),
    "with tashkeel": _changed(f"{L}{{6,}}", "\u064e".join),
    "in Persian letters": _changed(f"{L}+[كي]{L}*", lambda word: word.translate(PERSIAN)),
    "with joiners": _changed(f"{L}{{6,}}", lambda word: f"\u200f{word[:3]}\u200c{word[3:]}\u200f"),
    "between signs": _changed(f"{L}{{6,}}", lambda word: f"({word})، ؟"),
    "letters that changed places": _changed(f"{NOUN}{L}{{7,}}", swapped),
    "a letter left out": _changed(f"{NOUN}{L}{{7,}}", lambda word: slip(word, 4)),
    "a letter twice": _changed(f"{NOUN}{L}{{7,}}", lambda w: slip(w, 3, w[3] * 2)),
    "the key beside": _changed(f"{NOUN}{L}{{7,}}", neighbour),
    "its first letters": lambda texts: texts.begun(),
    "quoted": lambda texts: texts.side_by_side('"{}"'),
    "quoted in guillemets": lambda texts: texts.side_by_side("«{}»"),
    "quoted in curly quotes, not closed": lambda texts: texts.side_by_side("“{}"),
    "two words apart": lambda texts: texts.apart(),
    "a person in Latin letters": lambda texts: texts.latin_name("person"),
    "a body in Latin letters": lambda texts: texts.latin_name("body"),
    "a place in capitals": lambda texts: texts.latin_name("place", str.upper),
    "a number in Arabic digits": lambda texts: texts.number(INDIC),
    "a number in Persian digits": lambda texts: texts.number(EXTENDED),
    "a month of another vocabulary": lambda texts: texts.of_groups(_months()),
    "a date with another month": _date("{d} {name} {y}"),
    "a date with strokes": _date("{d}/{m}/{y}"),
    "a date from its year": _date("{y}-{m:02}-{d:02}"),
    "another number of the noun": lambda texts: texts.of_groups(load_tables().lexemes),
    "a synonym": _synonyms(latin=False),
    "a synonym in Latin letters": _synonyms(latin=True),
}
