import pytest

from dossier.search.analyser import Analyser
from dossier.search.grades import BASE, FORM, LEXEME, LOOSE, RELATION, STEM, VERB
from dossier.search.vocabulary import Vocabulary
from tests.unit.search.tables_of_tests import tables


def invented(**words):
    return Vocabulary(Analyser(tables(**words)))


def keys_of(vocabulary, word, *texts):
    """The keys of a word that stands in a text beside other words."""
    form = vocabulary.analyser.form
    attested = vocabulary.attested(map(form, (word, *texts)))
    return vocabulary.readings(form(word), attested)


def grade(vocabulary, key, word, *texts):
    return keys_of(vocabulary, word, *texts).get(vocabulary.analyser.form(key))


def test_a_word_leads_to_itself_and_from_its_base():
    assert keys_of(invented(), "السفن") == {"السفن": FORM, "سفن": BASE}


@pytest.mark.parametrize("word", ["كتائب", "بحار", "ساحل", "لجنة", "فريق", "وكالة"])
def test_a_known_word_is_not_cut(vocabulary, word):
    keys = keys_of(vocabulary, word, word[1:])
    assert vocabulary.analyser.form(word[1:]) not in keys


def test_an_unknown_word_is_cut_where_the_rest_is_a_word():
    assert grade(invented(), "تائب", "كتائب") == LOOSE
    assert grade(invented(), "تائب", "كتائب", "التائب") == BASE
    assert grade(invented(others=("كتائب",)), "تائب", "كتائب", "التائب") is None


@pytest.mark.parametrize(
    ("attesting", "found"),
    [
        ((), LOOSE),
        (("مرساة",), BASE),
        (("المرساة",), BASE),
        (("مرساتهم",), BASE),
        (("بمرساة",), LOOSE),
        (("مراس",), LOOSE),
    ],
)
def test_a_loose_proclitic_is_one_only_before_an_attested_word(attesting, found):
    assert grade(invented(), "مرساة", "كمرساة", *attesting) == found


def test_a_word_of_the_language_is_attested():
    assert grade(invented(others=("مرساة",)), "مرساة", "كمرساة") == BASE


def test_a_rest_of_two_letters_is_a_word_only_if_attested():
    assert grade(invented(), "ير", "كير") is None
    assert grade(invented(), "ير", "كير", "ير") == BASE


@pytest.mark.parametrize(
    ("word", "key"),
    [("ومرساة", "مرساة"), ("سيرسو", "يرسو"), ("وسترسو", "ترسو"), ("فسنرسو", "نرسو")],
)
def test_a_conjunction_and_the_future_need_no_proof(word, key):
    assert grade(invented(), key, word) == BASE


def test_what_only_looks_like_the_future_needs_proof():
    assert grade(invented(), "مرساة", "سمرساة") == LOOSE


@pytest.mark.parametrize(
    ("word", "texts", "base", "other"),
    [
        ("للمرفأ", ["المرفأ"], "مرفأ", "لمرفأ"),
        ("للجزر", ["لجزر"], "لجزر", "جزر"),
        ("وللمرفأ", ["مرفأ"], "مرفأ", "لمرفأ"),
    ],
)
def test_the_second_letter_of_lil_may_be_the_words_own(word, texts, base, other):
    keys = keys_of(invented(), word, *texts)
    form = Analyser(tables()).form
    assert (keys[form(base)], keys[form(other)]) == (BASE, LOOSE)


def test_what_stands_before_a_loose_base_leads_to_none_of_its_stems():
    assert grade(invented(), "قارب", "كقاربهم") is None
    assert grade(invented(), "قارب", "كقاربهم", "قاربهم") == STEM


SHIPS = (("سفينة", "سفن", "سفائن"),)


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("سفن", "سفينة"),
        ("سفينة", "سفن"),
        ("سفائن", "سفن"),
        ("السفن", "سفينة"),
        ("سفنهم", "سفينة"),
        ("بسفنها", "سفائن"),
        ("والسفن", "سفينة"),
        ("سفينتها", "سفن"),
    ],
)
def test_plurals_lead_to_singulars_and_back(word, key):
    assert grade(invented(lexemes=SHIPS), key, word) == LEXEME
    assert grade(invented(), key, word) is None


@pytest.mark.parametrize(
    ("one", "several"),
    [("وزير", "وزراء"), ("سفينة", "سفن"), ("ميناء", "موانئ"), ("قارب", "قوارب"), ("بحر", "بحار")],
)
def test_plurals_of_the_language_lead_to_singulars_and_back(vocabulary, one, several):
    assert grade(vocabulary, one, several) == LEXEME
    assert grade(vocabulary, several, one) == LEXEME


def test_a_word_of_two_nouns_leads_to_both():
    keys = keys_of(invented(lexemes=(("عين", "عيون"), ("عين", "أعيان"))), "عين")
    assert {key for key, found in keys.items() if found == LEXEME} == {"عيون", "اعيان"}


def test_the_nearest_grade_stays():
    # A plural that is also what remains without an ending.
    vocabulary = invented(lexemes=(("غواصة", "غواص"),), others=("غواصة",))
    assert grade(vocabulary, "غواص", "غواصة") == STEM


def test_an_ending_that_belongs_to_the_word_stays():
    assert grade(invented(), "ميد", "ميدان") == STEM
    assert grade(invented(ending=("ميدان",)), "ميد", "ميدان") is None
    assert grade(invented(ending=("ميدان",)), "ميد", "الميدان") is None


def test_a_word_with_ta_marbuta_keeps_no_ending():
    # سفينة gives سفينتها; what may end so must be found without it.
    assert grade(invented(ending=("سفينة",)), "سفين", "سفينة") == STEM


@pytest.mark.parametrize("name", ["كانون الثاني", "السليمانية"])
def test_names_are_not_inflected(name):
    vocabulary = invented(synonyms=((name, "x"),))
    for word in name.split():
        form = vocabulary.analyser.form(word)
        assert {form, vocabulary.analyser.bases(form)[-1]} <= vocabulary.ending
        assert {STEM, RELATION}.isdisjoint(keys_of(vocabulary, word).values())


def test_a_name_of_one_word_without_its_article_is_inflected():
    vocabulary = invented(synonyms=(("ساحلي", "x"),))
    assert grade(vocabulary, "ساحلي", "ساحليين") == STEM
    assert grade(vocabulary, "ساحل", "ساحلي") == RELATION


def test_only_what_is_no_known_word_is_a_form_of_a_verb():
    assert grade(invented(), "غرق", "يغرق") == VERB
    assert grade(invented(others=("يغرق",)), "غرق", "يغرق") is None


def test_a_relation_leads_to_its_source():
    assert grade(invented(), "ساحل", "الساحلي") == RELATION


@pytest.mark.parametrize(
    ("word", "key", "found"),
    [
        ("سفارتها", "سفارة", STEM),
        ("حلفائه", "حلفاء", STEM),
        ("حلفائه", "حليف", LEXEME),
        ("زيارات", "زيارة", STEM),
        ("بزياراتهم", "زيارة", STEM),
        ("للسفارة", "سفارة", BASE),
        ("للجنة", "لجنة", BASE),
        ("وسيجتمعون", "اجتمع", VERB),
        ("وشددت", "شدد", VERB),
        ("ستفوز", "فاز", VERB),
        ("الصاروخية", "صاروخ", RELATION),
        ("بالانتقاد", "انتقد", RELATION),
    ],
)
def test_words_of_the_language_are_found_by_their_parts(vocabulary, word, key, found):
    assert grade(vocabulary, key, word) == found


def test_the_table_of_names_says_what_is_a_name_of_one_word():
    vocabulary = invented(synonyms=(("الشراع", "Sail"), ("نجمة الشمال", "North Star")))
    assert vocabulary.named == {"الشراع", "شراع", "sail"}


def test_what_is_known_is_folded_with_its_article_and_without():
    vocabulary = invented(others=("المَرسى",), whole=("بحّار",))
    assert vocabulary.known == {"المرسي", "مرسي", "بحار"}
    assert vocabulary.whole == {"بحار"}
