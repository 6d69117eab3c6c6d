import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dossier.search.analyser import Analyser
from tests.unit.search.tables_of_tests import real_tables

ANALYSER = Analyser(real_tables())
ANALYSIS = ANALYSER.tables.analysis
# Of ئو, which is respelt, the letters must stand side by side.
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآؤء"
MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0640\u200c\u200f\u2067"

words = st.text("بتجحدرسشعفقكلمنهوي", min_size=3, max_size=6)
arabic = st.text(LETTERS, min_size=1, max_size=8)


def read(how, word):
    """A reading of a word as it is written; its own spellings folded, too."""
    return getattr(ANALYSER, how)(ANALYSER.form(word))


def forms(*written):
    return [ANALYSER.form(word) for word in written]


@pytest.mark.parametrize(
    "spellings",
    [
        ("أحمر", "احمر", "إحمر", "آحمر", "ٱحمر"),
        ("مرسى", "مرسي", "مرسی"),
        ("سفينة", "سفينه", "سفینۀ", "سفينۃ"),
        ("كتاب", "کتاب", "كِتَابٌ", "كـتـــاب", "كـِتاب", "\u202bكتاب\u202c", "ﻛﺘﺎﺏ"),
        ("ميناء", "مينا", "مينآء"),
        ("مرافئ", "مرافي"),
        ("سؤال", "سوال"),
        ("شؤون", "شئون", "شوون"),
        ("لقاءات", "لقاات", "لقات"),
        ("غواصون", "غوّاصون", "غو\u200cاصون"),
        ("پارس", "بارس"),
        ("گيلان", "كيلان"),
        ("ڤيلا", "فيلا"),
        ("لا", "ﻻ"),
        ("Sa'id", "said", "SA’ID", "Saʿid", "Sa`id", "Saʼid"),
        ("Türkan", "turkan", "TU\u0308RKAN"),
        ("2019", "٢٠١٩", "۲۰۱۹", "02019"),
        ("7", "007", "٠٧", "۰۰۷"),
        ("0", "٠", "000"),
    ],
)
def test_spellings_of_one_word_have_one_form(spellings):
    assert {ANALYSER.form(word) for word in spellings} == {ANALYSER.form(spellings[0])}


@pytest.mark.parametrize(
    ("one", "other"),
    [("سفن", "سفين"), ("قلب", "كلب"), ("10", "1"), ("0", ""), ("خط", "حط"), ("بحر", "بحري")],
)
def test_other_words_have_other_forms(one, other):
    assert ANALYSER.form(one) != ANALYSER.form(other)


@given(arabic, st.lists(st.tuples(st.integers(1, 8), st.sampled_from(MARKS))))
def test_marks_and_joiners_change_no_form(word, marks):
    marked = word
    for at, mark in marks:
        marked = marked[:at] + mark + marked[at:]
    assert ANALYSER.form(marked) == ANALYSER.form(word)
    assert [token.form for token in ANALYSER.tokens(marked)] == [ANALYSER.form(word)] * (
        ANALYSER.form(word) != ""
    )


@given(arabic)
def test_a_form_does_not_depend_on_how_letters_are_composed(word):
    assert ANALYSER.form(unicodedata.normalize("NFD", word)) == ANALYSER.form(word)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("غرقت السفينة.", ["غرقت", "السفينة"]),
        ("«نجمة الشمال»، 1911!", ["نجمة", "الشمال", "1911"]),
        ("10/9/2019", ["10", "9", "2019"]),
        ("بين ١٠ و14", ["بين", "١٠", "و", "14"]),
        ("14أيلول", ["14", "أيلول"]),
        ("al-Bahri's", ["al", "Bahri's"]),
        ("'مرساة'", ["مرساة"]),
        ("snake_case", ["snake", "case"]),
        ("السفينةُ، ﴿غرقت﴾", ["السفينةُ", "غرقت"]),
        ("ء — … * \u200f \u064b", []),
        ("", []),
    ],
)
def test_words_and_numbers_are_told_from_signs(text, found):
    assert [text[token.start : token.end] for token in ANALYSER.tokens(text)] == found


@given(st.text(st.sampled_from(f"{LETTERS}{MARKS}aZé'’09٣۳ .،«\n\t-_@<&"), max_size=40))
def test_tokens_stand_in_order_and_fold_to_their_form(text):
    end = 0
    for token in ANALYSER.tokens(text):
        assert end <= token.start < token.end <= len(text)
        assert token.form == ANALYSER.form(text[token.start : token.end]) != ""
        assert not any(letter.isspace() for letter in token.form)
        end = token.end


@given(st.lists(arabic))
def test_a_text_has_the_forms_of_its_words(written):
    found = [token.form for token in ANALYSER.tokens(" ".join(written))]
    assert found == [form for form in forms(*written) if form]


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("السفينة", "سفينة"),
        ("والسفينة", "سفينة"),
        ("بالسفينة", "سفينة"),
        ("وبالسفينة", "سفينة"),
        ("فالسفينة", "سفينة"),
        ("كالسفينة", "سفينة"),
        ("للسفينة", "سفينة"),
        ("وللسفينة", "سفينة"),
        ("سفينة", None),
        ("بسفينة", None),
        ("للمس", None),
        ("ألم", None),
    ],
)
def test_what_follows_an_article_is_a_base(word, base):
    assert read("bases", word) == forms(word, *([base] if base else []))


@given(st.sampled_from(ANALYSIS["articles"]), words)
def test_an_article_is_cut_off_with_what_stands_before_it(article, word):
    assert ANALYSER.bases(article + word) == [article + word, word]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("ومرساة", ["مرساة"]),
        ("بمرساة", ["مرساة"]),
        ("وبمرساة", ["مرساة", "بمرساة"]),
        ("وسفينة", ["فينة", "سفينة"]),
        ("فليغرق", ["يغرق", "ليغرق"]),
        ("وسيغرق", ["يغرق", "سيغرق"]),
        ("السفينة", []),
        ("نجمة", []),
        ("بي", []),
    ],
)
def test_letters_that_may_stand_before_a_word_are_cut_off(word, found):
    assert read("loose_bases", word) == forms(*found)


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("سفارتها", "سفارة"),
        ("سفارتهم", "سفارة"),
        ("سفارتي", "سفارة"),
        ("سفارتنا", "سفارة"),
        ("سفارته", "سفارة"),
        ("حلفائه", "حلفاء"),
        ("حلفاؤها", "حلفاء"),
        ("أداؤها", "أداء"),
        ("زيارات", "زيارة"),
        ("زياراتهم", "زيارة"),
        ("لقاءات", "لقاء"),
        ("لقاءاتنا", "لقاء"),
        ("غواصون", "غواص"),
        ("غواصين", "غواص"),
        ("غواصة", "غواص"),
        ("مرساتين", "مرسا"),
        ("سفينتان", "سفين"),
        ("قاربهما", "قارب"),
        ("بحريات", "بحر"),
        ("صندوقاً", "صندوق"),
        ("شددوا", "شدد"),
    ],
)
def test_endings_are_taken_off(word, stem):
    assert ANALYSER.form(stem) in read("stems", word)


@pytest.mark.parametrize("word", ["بحر", "سفن", "ربان", "قارب"])
def test_too_little_is_never_left_of_a_word(word):
    assert read("stems", word) == []


def test_the_last_letter_of_a_relation_is_no_ending():
    assert read("stems", "ساحلي") == []
    assert read("relations", "ساحلي") == ["ساحل"]


@given(words, st.sampled_from(ANALYSIS["pronouns"]))
def test_a_pronoun_comes_off_any_word(word, pronoun):
    assert word in ANALYSER.stems(word + pronoun)


@given(words, st.sampled_from(ANALYSIS["pronouns"]))
def test_a_pronoun_opens_the_last_letter_of_a_feminine(word, pronoun):
    assert f"{word}ه" in ANALYSER.stems(f"{word}ت{pronoun}")


@given(words, st.sampled_from([ending for ending in ANALYSIS["endings"] if ending != "ي"]))
def test_an_ending_comes_off_any_word_and_before_a_pronoun_too(word, ending):
    assert word in ANALYSER.stems(word + ending)
    if ending != "ه":
        assert word in ANALYSER.stems(f"{word}{ending}ها")


@pytest.mark.parametrize(
    ("word", "past"),
    [
        ("شددت", "شدد"),
        ("غرقت", "غرق"),
        ("يغرق", "غرق"),
        ("تغرق", "غرق"),
        ("نغرق", "غرق"),
        ("يغرقون", "غرق"),
        ("يجتمعون", "اجتمع"),
        ("تجتمعان", "اجتمع"),
        ("ينسحب", "انسحب"),
        ("يستهدف", "استهدف"),
        ("يعلن", "أعلن"),
        ("يفوز", "فاز"),
        ("يفيد", "أفاد"),
        ("جرت", "جرى"),
        ("رفعته", "رفع"),
        ("يرفعونها", "رفع"),
    ],
)
def test_forms_of_a_verb_lead_to_its_past(word, past):
    assert ANALYSER.form(past) in read("verbs", word)


@pytest.mark.parametrize("word", ["ميناء", "بحر", "سفينة"])
def test_a_noun_is_no_form_of_a_verb(word):
    assert read("verbs", word) == []


def test_a_particle_is_no_verb():
    particle = "بعد"
    assert particle in ANALYSER.particles
    assert "سعد" in read("verbs", "يسعد")
    assert particle not in read("verbs", f"ي{particle}")


@pytest.mark.parametrize(
    ("word", "source"),
    [
        ("ساحلي", "ساحل"),
        ("ساحلية", "ساحل"),
        ("ساحليون", "ساحل"),
        ("ساحليات", "ساحل"),
        ("انتقاد", "انتقد"),
        ("إعلان", "أعلن"),
        ("انسحاب", "انسحب"),
        ("استهداف", "استهدف"),
        ("تهديد", "هدد"),
    ],
)
def test_a_word_leads_to_what_it_is_derived_from(word, source):
    assert ANALYSER.form(source) in read("relations", word)


@given(st.sampled_from(["bases", "loose_bases", "stems", "verbs", "relations"]), arabic)
def test_readings_are_words_and_each_is_given_once(how, word):
    form = ANALYSER.form(word)
    assume(form)
    found = getattr(ANALYSER, how)(form)
    assert len(found) == len(set(found))
    assert all(found)
    assert found[:1] == [form] if how == "bases" else form not in found


def test_the_answer_for_a_word_is_the_same_when_it_is_asked_again():
    analyser = Analyser(real_tables())
    assert analyser.stems("سفارتها") == analyser.stems("سفارتها")
    assert analyser.tokens("سفن سفن")[0].form == analyser.tokens("سفن")[0].form


@pytest.mark.parametrize(
    "word", ["مسئول", "مَسْئُول", "مسئـول", unicodedata.normalize("NFD", "مسئول")]
)
def test_a_hamza_on_ya_before_waw_is_one_on_waw(analyser, word):
    assert analyser.form(word) == analyser.form("مسؤول")


@pytest.mark.parametrize("word", ["راااائع", "ااا", "آآ", "كتاب\ufe70", "ﷺ"])
def test_the_form_of_a_form_is_itself(analyser, word):
    form = analyser.form(word)
    assert analyser.form(form) == form
    assert " " not in form


@pytest.mark.parametrize("word", ["بات", "آت", "ستي"])
def test_a_stem_is_never_of_one_or_two_letters(analyser, word):
    assert all(len(stem) >= 3 for stem in analyser.stems(analyser.form(word)))
