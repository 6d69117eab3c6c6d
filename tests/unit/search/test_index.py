import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.search import index as search_index
from dossier.search.analyser import Analyser
from dossier.search.grades import BASE, FORM, LEXEME, LOOSE, NAME, OTHER_NAME, STEM
from dossier.search.index import GAP, build
from dossier.search.latin import Latin
from dossier.search.names import Concept, concepts
from dossier.seeds.models import ActorRecord
from tests.unit.search.tables_of_tests import (
    entry,
    index_of,
    led,
    places,
    real_tables,
    standing,
    tables,
)

SHIPS = (("سفينة", "سفن"),)
STAR = Concept(
    ((("نجمه",), ("شمال",)), (("قطبيه",),)), ("نجمه شمال", "قطبيه", "polaris"), ("star",)
)
words = st.sampled_from(["غرقت", "السفينة", "سفينة", "7", "٠٧", "في", "Sail", "—", "بحر"])


@pytest.fixture
def large(monkeypatch):
    """Makes every index a large one."""
    monkeypatch.setattr(search_index, "SMALL", 0)


@given(st.lists(st.lists(words, max_size=8), min_size=1, max_size=4))
def test_every_word_stands_where_it_is_written(texts):
    index = index_of(*map(" ".join, texts))
    form = Analyser(tables()).form
    written = {
        (form(word), number, at)
        for number, text in enumerate(texts)
        for at, word in enumerate(word for word in text if word != "—")
    }
    assert index.words == len(index.forms) == len({word for word, _, _ in written})
    assert written == {
        (word, one, at)
        for number, word in enumerate(index.forms)
        for one, found in standing(index, number).items()
        for at in found
    }


def test_where_a_form_stands_is_in_order():
    index = index_of("بحر بحر", "بر", "بحر")
    number = index.forms.index("بحر")
    assert list(index.postings[number]) == [0, 2, 0, 1, 2, 1, 0]
    index = index_of("بر بر بر بر بر بر بر نجمة الشمال", concepts=[STAR])
    (number,) = index.keys["polaris"]
    assert list(index.postings[number]) == [0, 2, 7, 8]


@pytest.mark.parametrize("kind", ["visit", "question", "actor"])
def test_a_heading_is_found_apart_from_its_text(kind):
    index = index_of(entry("غرقت السفينة", kind=kind, label="نجمة الشمال"))
    assert places(index, "نجمه") == {0: [2 + GAP]}
    assert places(index, "شمال") == {0: [3 + GAP]}


@pytest.mark.parametrize("kind", ["passage", "claim"])
def test_the_heading_of_what_stands_in_a_text_is_not_looked_through(kind):
    index = index_of(entry("غرقت السفينة", kind=kind, label="نجمة الشمال"))
    assert led(index, "نجمه") == {}


def test_a_key_leads_to_every_form_with_its_nearest_grade():
    index = index_of("سفينة والسفينة بسفينة سفينتهم السفن كسفيحة", lexemes=SHIPS)
    assert led(index, "سفينه") == {
        "سفينه": FORM,
        "والسفينه": BASE,
        "بسفينه": BASE,
        "سفينتهم": STEM,
        "السفن": LEXEME,
    }
    assert led(index, "سفيحه") == {"كسفيحه": LOOSE}


def test_a_grade_gives_way_only_to_a_nearer_one():
    index = index_of("بحر")
    for grade, stays in [(STEM, STEM), (LOOSE, STEM), (BASE, BASE), (STEM, BASE), (FORM, FORM)]:
        index.lead("key", 0, grade)
        assert led(index, "key") == {"بحر": stays}


def test_a_known_word_is_not_cut():
    assert led(index_of("كتائب تائب", others=("كتائب",)), "تايب") == {"تايب": FORM}
    assert led(index_of("كتائب تائب"), "تايب") == {"تايب": FORM, "كتايب": BASE}


def test_names_of_one_thing_lead_to_all_places_that_name_it():
    texts = ("غرقت نجمة الشمال هنا", "عادت القطبية", "نجمة في الشمال", "الشمال نجمة")
    index = index_of(*texts, concepts=[STAR])
    for key in ("polaris", "نجمه شمال"):
        assert places(index, key) == {0: [1, 2], 1: [1]}
        assert set(led(index, key).values()) == {NAME}


def test_what_a_name_says_less_is_kept_apart():
    index = index_of("عادت القطبية", concepts=[STAR])
    assert led(index, "star") == {"القطبيه": OTHER_NAME}


def test_a_run_of_words_is_found_in_whatever_form_they_stand():
    index = index_of("لنجمة الشمال وبنجمته الشمال", concepts=[STAR], others=("نجمة",))
    assert places(index, "polaris") == {0: [0, 1, 2, 3]}


def test_names_that_overlap_cover_each_word_once():
    twice = Concept(((("بحر",), ("بحر",)),), ("sea",))
    index = index_of("بحر بحر بحر", concepts=[twice])
    assert places(index, "sea") == {0: [0, 1, 2]}
    (number,) = index.keys["sea"]
    assert list(index.postings[number]) == [0, 3, 0, 1, 2]


def test_no_name_runs_from_one_entry_or_heading_into_another():
    split = [entry("نجمة"), entry("الشمال"), entry("نجمة", kind="visit", label="الشمال")]
    assert led(index_of(*split, concepts=[STAR]), "polaris") == {}


def test_what_is_named_nowhere_leads_nowhere():
    index = index_of("بحر", concepts=[STAR])
    assert not {"polaris", "star", "نجمه شمال"} & index.keys.keys()


@pytest.mark.parametrize(("proper", "found"), [(True, {"قطبيه"}), (False, {"قطبيه", "قطبيات"})])
def test_the_name_of_one_thing_is_not_inflected(proper, found):
    star = Concept(((("قطبيه",),),), ("polaris",), proper=proper)
    lexemes = (("قطبية", "قطبيات"),)
    assert set(led(index_of("قطبية قطبيات", concepts=[star], lexemes=lexemes), "polaris")) == found


def actor(**fields):
    return ActorRecord.model_validate({"id": "x", "latin": ("x",), **fields})


def test_the_names_of_a_group_are_not_spellings_of_one_another():
    text = "غاص الفريق ورسا الأسطول"
    names = {"name": "الفريق", "spellings": ("الأسطول",), "latin": ("Fleet",)}
    found = {
        kind: index_of(text, concepts=concepts(Analyser(tables()), [actor(kind=kind, **names)]))
        for kind in ("group", "body")
    }
    assert set(led(found["group"], "فريق")) == {"الفريق"}
    assert set(led(found["body"], "فريق")) == {"الفريق", "الاسطول"}
    for index in found.values():
        assert set(led(index, "fleet")) == {"الفريق", "الاسطول"}


def test_a_longer_name_finds_a_shorter_one_only_at_last():
    person = actor(kind="person", name="سلمى درويش", spellings=("درويش",))
    index = index_of("قالت درويش", concepts=concepts(Analyser(tables()), [person]))
    assert led(index, "سلمي درويش") == {"درويش": OTHER_NAME}
    assert led(index, "درويش") == {"درويش": FORM}
    assert led(index, "x") == {"درويش": NAME}


def test_a_facet_leads_to_its_entries():
    index = index_of(
        entry("بحر", facets=("kind:claim", "period:2019")),
        entry("بر", facets=("kind:visit",)),
        entry("جو", facets=("kind:claim",)),
    )
    assert list(led(index, "kind:claim").values()) == [FORM]
    assert places(index, "kind:claim") == {0: [], 2: []}
    assert places(index, "kind:visit") == {1: []}
    assert places(index, "period:2019") == {0: []}


def test_a_word_that_reads_as_a_facet_is_none():
    index = index_of(entry("kind:claim", facets=("kind:visit",)))
    assert led(index, "kind:claim") == {}


def test_names_and_facets_stand_behind_the_words():
    index = index_of(entry("نجمة الشمال", facets=("kind:claim",)), concepts=[STAR])
    assert index.words == 2
    assert set(index.forms[:2]) == {"نجمه", "الشمال"}
    assert len(index.forms) == len(index.postings) == 4


def test_a_slip_may_be_meant_for_words_and_names_of_one_word():
    index = index_of(
        entry("السفن سفينتهم 1911 نجمة الشمال", facets=("kind:claim",)),
        concepts=[STAR, Concept(((("سفن",),),), ("ships",))],
        lexemes=SHIPS,
    )
    assert index.bases == sorted(
        ["السفن", "سفن", "سفينتهم", "نجمه", "الشمال", "شمال", "قطبيه", "polaris", "ships"]
    )


def test_every_base_has_its_skeleton():
    index = index_of("غرقت السفينة")
    latin = Latin(tables())
    assert index.skeletons == {base: latin.skeleton(base) for base in index.bases}


def test_an_index_is_small_up_to_a_size_in_bytes(monkeypatch):
    index = [entry("بحر", label="بر")]
    size = len("بحربر".encode())
    for most, small in [(size, True), (size - 1, False)]:
        monkeypatch.setattr(search_index, "SMALL", most)
        assert index_of(*index).small is small


def test_forms_of_one_base_stand_beside_each_other_in_a_large_index(large):
    index = index_of("سفينة شراع والسفينة بحر السفينة وبالبحر")
    assert not index.small
    assert index.forms == ["بحر", "وبالبحر", "السفينه", "سفينه", "والسفينه", "شراع"]


def test_what_is_found_does_not_depend_on_the_size(monkeypatch):
    texts = ("غرقت نجمة الشمال", "وسفينة للبحر", "سفن الشمال")
    small = index_of(*texts, concepts=[STAR], lexemes=SHIPS)
    monkeypatch.setattr(search_index, "SMALL", 0)
    large = index_of(*texts, concepts=[STAR], lexemes=SHIPS)
    assert (small.small, large.small) == (True, False)
    assert {key: places(small, key) for key in small.keys} == {
        key: places(large, key) for key in large.keys
    }


KNOWN = ("سفينة", "سكينة", "مطر")


def test_a_small_index_knows_the_words_that_would_be_taken_for_a_slip():
    # سقينه would be one, and is no word.
    assert index_of("سفيتة", others=KNOWN).known == ["سفينه"]


def test_a_large_index_knows_every_word_that_leads_nowhere(large):
    assert index_of("سفيتة مطر", others=KNOWN).known == ["سفينه", "سكينه"]


def test_the_language_is_found_in_its_texts():
    texts = ["زارت وفود الحلفاء السفارة", "واجتمعوا بسفيرها", "وصلت كتائب للمدينة"]
    index = build(Analyser(real_tables()), list(map(entry, texts)), [])
    found = {key: set(places(index, key)) for key in ("حليف", "سفاره", "سفرا", "اجتمع", "مدينه")}
    assert found == {"حليف": {0}, "سفاره": {0}, "سفرا": {1}, "اجتمع": {1}, "مدينه": {2}}
    assert led(index, "تايب") == {}


def test_the_same_texts_give_the_same_index():
    one, other = (index_of("غرقت نجمة الشمال", concepts=[STAR], others=KNOWN) for _ in range(2))
    assert vars(one) == vars(other)
    assert list(one.keys) == list(other.keys)


def test_nothing_gives_an_empty_index():
    index = index_of()
    assert (index.forms, index.keys, index.known) == ([], {}, [])
