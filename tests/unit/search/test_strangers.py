import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.search.analyser import Analyser
from dossier.search.grades import CUT_END, CUT_FRONT, KNOWN, NAMED
from dossier.search.slips import Slips
from dossier.search.strangers import near, strangers
from dossier.search.vocabulary import Vocabulary
from tests.unit.search.tables_of_tests import index_of, tables

ANALYSER = Analyser(tables())
SLIPS = Slips(tables())


def marks_of(text, **words):
    return index_of(text, **words).marks


@pytest.mark.parametrize(
    ("table", "word", "text", "mark"),
    [
        ("whole", "كتائب", "تائب", CUT_FRONT),
        ("ending", "ميدان", "ميد", CUT_END),
        ("others", "يغرق", "غرق", KNOWN),
        ("whole", "كتائب", "كتاب", None),
        ("ending", "ميدان", "ميادين", None),
        ("others", "يغرق", "بحر", None),
        ("others", "كتائب", "تائب", None),
        ("others", "ميدان", "ميد", None),
    ],
)
def test_a_word_that_would_be_misread_is_marked(table, word, text, mark):
    word = ANALYSER.form(word)
    assert marks_of(text, **{table: (word,)}) == ({word: mark} if mark else {})


def test_a_word_may_be_misread_in_several_ways():
    marks = marks_of("كرم رمان", whole=("كرمان",), ending=("كرمان",))
    assert set(marks["كرمان"]) == {CUT_FRONT, CUT_END}


def test_a_word_that_stands_in_a_text_is_marked_too():
    assert marks_of("كتائب تائب", whole=("كتائب",))["كتايب"] == CUT_FRONT


NAMES = (("قرطاج", "Punica"), ("الجزيرة", "Nimrud"), ("أم البحر", "Umm al-Bahr"))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("قرطاجنة", {"قرطاج"}),
        ("القرطاجنة", {"قرطاج"}),
        ("قرطاج", set()),
        ("لقرطاج", set()),
        ("طاج", set()),
        ("أم", set()),
        ("نمرود", {"nimrud"}),
        ("نمروديات", {"nimrud"}),
        ("نمر", set()),
    ],
)
def test_a_name_that_stands_nowhere_is_no_beginning_and_no_sound_of_a_word(text, named):
    marks = marks_of(text, synonyms=NAMES)
    assert {name for name, mark in marks.items() if mark == NAMED} == named


def test_a_short_name_is_not_the_sound_of_longer_words():
    assert marks_of("بحر", synonyms=(("bah", "x"),)) == {}
    assert marks_of("باه", synonyms=(("bah", "x"),)) == {"bah": NAMED}


def test_strangers_are_the_words_that_lead_nowhere_in_order():
    vocabulary = Vocabulary(Analyser(tables(others=("سفينة", "بحر", "المرسى", "أحمر"))))
    assert strangers(vocabulary, {"بحر", "مرسي"}) == ["احمر", "المرسي", "سفينه"]


@pytest.mark.parametrize(
    ("word", "base", "found"),
    [
        ("سقينة", "سفينة", True),
        ("سفينة", "سفينة", False),
        ("سفنية", "سفينة", True),
        ("سفنة", "سفينة", True),
        ("سفيينة", "سفينة", True),
        ("مدينة", "سفينة", False),
        ("بحق", "بحر", False),
        ("سحر", "السحر", False),
        ("سبت", "السبب", True),  # for who types السبت
    ],
)
def test_a_word_a_slip_away_is_near(word, base, found):
    typed, meant = map(ANALYSER.form, (word, base))
    assert near(ANALYSER, [typed], [meant]) == [typed] * found


texts = st.text("بتسشا", min_size=1, max_size=6)


@given(st.lists(texts, max_size=6), st.lists(texts, max_size=6))
def test_near_are_just_those_of_which_a_slip_gives_a_base(typed, bases):
    def slips(word):
        return len(word) >= 4 and any(SLIPS.cost(word, base) is not None for base in bases)

    expected = [word for word in typed if slips(word) or slips(f"ال{word}")]
    assert near(ANALYSER, typed, bases) == expected
