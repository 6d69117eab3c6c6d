import base64
import json
import re
from bisect import bisect_right
from itertools import accumulate, chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.search import index as search_index
from dossier.search import parts as search_parts
from dossier.search.bloom import places as bloom_places
from dossier.search.grades import FORM
from dossier.search.index import GAP
from dossier.search.names import Concept
from dossier.search.parts import MANIFEST, PageHead, parts
from tests.unit.search.tables_of_tests import entry, index_of, standing

HEADS = {path: PageHead(f"صفحة {path}", "visit") for path in ("a/", "b/", "p/")}
FACETS = [{"name": "kind", "label": "النوع", "values": [["claim", "ادعاء"]]}]
KINDS = {"claim": "ادعاء"}

STAR = Concept(((("نجمه",), ("شمال",)),), ("polaris",), ("star",))
WORDS = {"others": ("كتائب", "سكينة"), "whole": ("كتائب",), "lexemes": (("سفينة", "سفن"),)}
ENTRIES = [
    entry("غرقت السفينة\nقرب الميناء", page="a/", label="الأول", facets=("kind:claim", "visit:x")),
    entry("وعادت سفن\tنجمة الشمال <b>&amp;</b>", page="a/", anchor="p2", label="الأول"),
    entry("تائب \U00020000 \ufa0e 1911", page="b/", kind="passage", label="فقرة", whole=True),
    entry("في الميناء في الميناء", page="b/", kind="passage", label="فقرة", whole=True),
    entry("سفيتة الربان", page="p/", kind="visit", label="السفينة", facets=("kind:visit",)),
]


def made(*entries):
    return index_of(*(entries or ENTRIES), concepts=[STAR], **WORDS)


def files_of(index, **more):
    usual = {"analysis": {}, "kinds": KINDS, "heads": HEADS, "facets": FACETS}
    return parts(index, **{**usual, **more})


class Reader:
    """Reads the files of an index as their description says."""

    def __init__(self, files):
        self.manifest = json.loads(files[MANIFEST])
        start = f"search/{self.manifest['folder']}/"
        self.files = {path.removeprefix(start): data.decode() for path, data in files.items()}
        assert all(path == MANIFEST or path.startswith(start) for path in files)

    def family(self, name):
        """The lines of the parts of a family, part by part."""
        count = sum(re.fullmatch(rf"{name}-\d+\.txt", path) is not None for path in self.files)
        return [self.files[f"{name}-{number}.txt"].split("\n") for number in range(count)]

    def lexicon(self):
        """For each key its marks, and the forms it leads to with their grades."""
        found = {}
        for number, lines in enumerate(self.family("lexicon")):
            own = self.manifest["own"][number]
            for line in lines:
                key, marks, led = line.split("\t")
                steps = [(int(piece[:-1]), piece[-1]) for piece in led.split()]
                numbers = list(accumulate((step for step, _ in steps), initial=own))[1:]
                grades = [grade for _, grade in steps]
                found[key] = (marks, dict(zip(numbers, grades, strict=True)))
                own += FORM in grades
        return found

    def postings(self):
        """For each form that has a line where it stands."""
        found = {}
        for first, lines in zip(self.manifest["postings"], self.family("postings"), strict=True):
            for number, line in enumerate(lines, first):
                frequent = number in self.manifest["frequent"]
                assert frequent == (line == "")
                found[number] = self.posting(
                    self.files[f"places-{number}.txt"] if frequent else line
                )
        return found

    @staticmethod
    def posting(line):
        found, one = {}, 0
        for piece in line.split(" "):
            step, _, places = piece.partition(":")
            one += int(step)
            found[one] = list(accumulate(map(int, places.split(",")))) if places else []
        return found

    def entries(self):
        """Everything that is shown, in the order of its numbers."""
        found = []
        for number, first in enumerate(self.manifest["blocks"]):
            assert len(found) == first
            labels, pages = json.loads(self.files[f"entries-{number}.json"])
            assert {at for page in pages for _, _, at, _ in page[3]} == set(range(len(labels)))
            for page, title, kind, shown in pages:
                assert PageHead(title, kind) == HEADS[page]
                found += [
                    (page, kind, anchor, labels[at], text) for kind, anchor, at, text in shown
                ]
        return found

    def knows(self, word):
        field = base64.b64decode(self.files["known.txt"])
        return all(field[at // 8] & 1 << at % 8 for at in bloom_places(word, len(field) * 8))


@pytest.fixture
def tiny(monkeypatch):
    """Makes every index a large one, of many small parts."""
    monkeypatch.setattr(search_index, "SMALL", 0)
    for size in ("LEXICON", "POSTINGS", "ENTRIES", "FREQUENT"):
        monkeypatch.setattr(search_parts, size, {"ENTRIES": 60, "FREQUENT": 8}.get(size, 24))


def assert_same(reader, index):
    """All that the index knows is read back."""
    keys = index.keys.keys() | index.marks.keys()
    assert reader.lexicon() == {
        key: (index.marks.get(key, ""), dict(index.keys.get(key, {}))) for key in keys
    }
    for number, found in reader.postings().items():
        assert found == standing(index, number)
    assert reader.entries() == [(e.page, e.kind, e.anchor, e.label, e.text) for e in index.entries]
    assert all(reader.knows(word) for word in index.known)


def test_a_small_index_is_read_back():
    index = made()
    reader = Reader(files_of(index))
    assert_same(reader, index)
    assert reader.manifest["small"] is True


def test_a_large_index_is_read_back(tiny):
    index = made()
    reader = Reader(files_of(index))
    assert_same(reader, index)
    assert reader.manifest["small"] is False
    assert reader.postings().keys() == set(range(len(index.forms)))
    assert all(len(reader.family(name)) > 2 for name in ("lexicon", "postings", "sounds", "mirror"))
    assert len(reader.manifest["blocks"]) > 2
    assert reader.manifest["frequent"]


words = st.sampled_from(
    ["السفينة", "سفن", "كتائب", "تائب", "نجمة", "الشمال", "7", "Sail", "\n", "«"]
)
texts = st.lists(st.lists(words, max_size=6).map(" ".join), min_size=1, max_size=5)


@given(texts, st.booleans(), st.integers(1, 60))
def test_any_index_is_read_back(written, small, size):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_index, "SMALL", 10**6 if small else 0)
        for name in ("LEXICON", "POSTINGS", "ENTRIES", "FREQUENT"):
            patch.setattr(search_parts, name, size)
        index = made(*(entry(text, facets=("kind:claim",)) for text in written))
        assert_same(Reader(files_of(index)), index)


def test_a_small_index_leaves_out_what_a_browser_works_out():
    index = made()
    reader = Reader(files_of(index))
    assert reader.postings().keys() == set(range(index.words, len(index.forms)))
    assert reader.family("sounds") == reader.family("mirror") == []
    assert reader.manifest["sounds"] == reader.manifest["mirror"] == []
    assert len(reader.family("lexicon")) == len(reader.manifest["blocks"]) == 1
    assert reader.manifest["frequent"] == []


def test_bases_are_found_by_their_sounds_and_from_their_ends(tiny):
    index = made()
    reader = Reader(files_of(index))
    sounds, mirror = (chain(*reader.family(name)) for name in ("sounds", "mirror"))
    assert {tuple(line.split("\t")) for line in sounds} == {
        (skeleton, base) for base, skeleton in index.skeletons.items()
    }
    assert sorted(line[::-1] for line in mirror) == index.bases


@pytest.mark.parametrize("family", ["lexicon", "sounds", "mirror"])
def test_a_key_is_found_in_its_part_as_browsers_compare(tiny, family):
    reader = Reader(files_of(made()))
    found = [[line.partition("\t")[0] for line in lines] for lines in reader.family(family)]
    units = [[key.encode("utf-16-be") for key in keys] for keys in found]
    assert reader.manifest[family] == [keys[0] for keys in found]
    assert list(chain(*units)) == sorted(chain(*units))
    firsts = [keys[0] for keys in units]
    if family == "lexicon":
        for number, keys in enumerate(units):
            assert all(bisect_right(firsts, key) - 1 == number for key in keys)


def test_browsers_do_not_compare_code_points():
    keys = list(Reader(files_of(made())).lexicon())
    assert keys.index("\U00020000") < keys.index("\ufa0e")


def test_a_part_is_about_as_large_as_it_may_be(tiny):
    reader = Reader(files_of(made()))
    for lines in (part for name in ("lexicon", "postings") for part in reader.family(name)):
        assert sum(len(line.encode()) for line in lines[:-1]) < 24


def test_a_frequent_word_has_its_places_apart(tiny):
    index = made(entry("بحر بحر بر بحر"), entry("جو"), entry("بحر"))
    reader = Reader(files_of(index))
    number = index.forms.index("بحر")
    assert reader.manifest["frequent"] == [number]
    assert reader.files[f"often-{number}.txt"] == "بحر\t0 2"
    assert reader.files[f"places-{number}.txt"] == "0:0,1,2 2:0"


def test_facets_and_names_are_never_kept_apart(tiny):
    index = made(*[entry("نجمة الشمال", facets=("kind:claim",))] * 9)
    frequent = Reader(files_of(index)).manifest["frequent"]
    assert frequent
    assert max(frequent) < index.words


@pytest.mark.parametrize(
    "text",
    [
        "سطر\nآخر",
        "عمود\tآخر",
        "<script>alert('x')</script> &amp; &lt;",
        '"«علامات»" \\ \\n / {x}',
        "\u200f\u202bيمين\u202c \u00a0\u2028 \x1f",
        "\U0001f6a2 سفينة",
        "كِتَابٌ",
        "",
    ],
)
def test_texts_are_kept_as_they_are(text):
    reader = Reader(files_of(made(entry(text, anchor=text, label=text))))
    assert reader.entries() == [("p/", "claim", text, text, text)]


def test_a_page_that_is_cut_is_named_in_each_block(tiny):
    reader = Reader(files_of(made(*[entry("نص طويل لا يتسع له إلا جزء من الأجزاء كلها")] * 3)))
    assert reader.manifest["blocks"] == [0, 1, 2]
    assert len(reader.entries()) == 3


def test_the_passages_of_an_article_are_one_text():
    manifest = Reader(files_of(made())).manifest
    assert manifest["pages"] == [-2, 2, -1]


def test_the_manifest_says_what_a_browser_must_know():
    manifest = Reader(files_of(made(), analysis={"letters": {"ى": "ي"}})).manifest
    assert manifest["analysis"] == {"letters": {"ى": "ي"}}
    assert manifest["kinds"] == KINDS
    assert manifest["gap"] == GAP
    assert manifest["titled"] == ["visit", "question", "actor"]


def test_the_filters_are_written_as_they_are():
    assert json.loads(Reader(files_of(made())).files["facets.json"]) == FACETS


def test_the_same_index_gives_the_same_files():
    assert files_of(made()) == files_of(made())


@pytest.mark.parametrize(
    "other",
    [
        {"text": "غرقت السفينة"},
        {"text": "غرقت  سفينة"},
        {"label": "آخر"},
        {"anchor": "p9"},
        {"page": "b/"},
        {"kind": "passage"},
        {"facets": ("kind:claim",)},
    ],
)
def test_another_content_stands_in_another_folder(other):
    usual = {"text": "غرقت سفينة"}
    one, two = (Reader(files_of(made(entry(**{**usual, **more})))) for more in ({}, other))
    assert one.manifest["folder"] != two.manifest["folder"]


def test_other_titles_and_filters_stand_in_another_folder():
    heads = {**HEADS, "a/": PageHead("آخر", "visit")}
    changes = [{}, {"heads": heads}, {"facets": []}]
    folders = {Reader(files_of(made(), **more)).manifest["folder"] for more in changes}
    assert len(folders) == 3


def test_the_folder_has_a_name_for_any_server():
    assert re.fullmatch("[0-9a-f]{12}", Reader(files_of(made())).manifest["folder"])
