"""The browser's analyser answers as the build's does, to known words and to any others."""

import json

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.helpers import load_tables
from tests.vectors.answers import FOLDER, SIZE, Answers, asked, differences, golden

pytestmark = pytest.mark.browser

SCRIPTS = ("analyser.js", "index.js")
ASK = f"""({{ tables, questions }}) => {{
  const ask = {(FOLDER / "answers.js").read_text(encoding="utf-8")};
  return ask(makeAnalyser(tables), questions, {SIZE});
}}"""

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
VARYING = "ءأإآؤئىةٱکگپچژڤیہـ"
MARKS = "\u064b\u064e\u0650\u0651\u0652\u0654\u0670\u0300\u0308\u200c\u200d\u200f\u00ad\u2067"
DIGITS = "0129٠١٢٩۰۱۲۹"
LATIN = "abcdefghijklmnopqrstuvwxyzAEIQÄéşßİ"
OTHER = " '’ʿ`-_.,،؛«»/½²ⅷ"


@pytest.fixture(scope="module")
def answered(browser, site):
    """What the scripts of the site answer, with the tables that the site sends along."""
    page = browser.new_page()
    page.goto(site.url)
    for script in SCRIPTS:
        page.add_script_tag(url=f"{site.url}assets/scripts/search/{script}")
    tables = json.loads(site.files["search/index.json"])["analysis"]
    yield lambda questions: page.evaluate(ASK, {"tables": tables, "questions": questions})
    page.close()


def drawn(strategy, count):
    """The same examples each time, all at once."""
    found = []

    @settings(max_examples=count, phases=[Phase.generate])
    @given(strategy)
    def note(example):
        found.append(example)

    note()
    return found


def words(*letters, least=1, most=9):
    return st.text(st.sampled_from("".join(letters)), min_size=least, max_size=most)


def inflected():
    """Letters behind what may stand before a word, and before what may stand after it."""
    analysis = load_tables().analysis
    before = ["", *analysis["articles"], *analysis["proclitics"], *analysis["present"]]
    after = ["", *analysis["pronouns"], *analysis["endings"], *analysis["persons"], "ة", "ت", "ات"]
    parts = (st.sampled_from(before), words(ARABIC, most=4), *[st.sampled_from(after)] * 2)
    return st.tuples(*parts).map("".join)


def slipped():
    """A word, and another that is a few letters from it."""
    letters = [*ARABIC, "ab"]

    def changed(word, at, out, letter):
        at = min(at, len(word))
        return word[:at] + letter + word[at + out :]

    places, letter = st.integers(0, 7), st.sampled_from(["", *letters])
    word = words(ARABIC, least=2, most=7)
    once = st.tuples(word, places, st.integers(0, 2), letter)
    return st.tuples(word, once).map(lambda pair: [pair[0], changed(pair[0], *pair[1][1:])])


def test_known_words_are_taken_apart_as_by_the_build(answered):
    expected, found = golden(), answered(asked())
    assert differences(expected["words"], found["words"]) == []
    assert differences(expected["names"], found["names"]) == []
    assert differences(expected["slips"], found["slips"]) == []


def test_any_text_is_taken_apart_as_by_the_build(answered):
    texts = drawn(words(ARABIC, VARYING, MARKS, DIGITS, LATIN, OTHER, most=14), 300)
    arabic = drawn(words(ARABIC, VARYING, MARKS), 200)
    texts = list(dict.fromkeys([*texts, *arabic, *drawn(inflected(), 300)]))
    assert len(texts) > 600
    questions = {"words": texts, "names": {}, "slips": []}
    expected, found = Answers(load_tables()).of(questions), answered(questions)
    assert differences(expected["words"], found["words"]) == []


def test_any_name_has_the_sounds_that_the_build_hears(answered):
    bases = ["", "ا", *drawn(words(ARABIC, most=4), 20)]
    names = dict.fromkeys(drawn(words(LATIN[:26], "aeiouy'", most=8), 200), bases)
    questions = {"words": [], "names": names, "slips": []}
    expected, found = Answers(load_tables()).of(questions), answered(questions)
    assert differences(expected["names"], found["names"]) == []


def test_any_slip_costs_what_the_build_counts(answered):
    pairs = drawn(slipped(), 400)
    questions = {"words": [], "names": {}, "slips": pairs}
    expected, found = Answers(load_tables()).of(questions)["slips"], answered(questions)["slips"]
    assert differences(expected, found) == []
    assert {pair[2] for pair in expected} == {None, 1, 2}
