import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dossier.text.passages import Span
from dossier.text.quotes import Lost, fold, locate, nearest, occurrences
from tests.strategies import anything

TEXT = "عاد الفريق إلى\u00a0الحطام.\nقال المصدر: عاد الفريق ليلاً.\n"
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآةىءًّـ ،.«»”“\u00a0 1aB"


def find(exact, prefix="", suffix="", furniture=(), text=TEXT):
    found = locate(text, "t.txt", (exact, prefix, suffix), furniture)
    return found.message if isinstance(found, Lost) else text[found.start : found.end]


@pytest.mark.parametrize(
    ("exact", "found"),
    [
        ("عاد الفريق إلى", "عاد الفريق إلى"),
        ("إلى الحطام", "إلى\u00a0الحطام"),
        ("إلى \u00a0\n الحطام", "إلى\u00a0الحطام"),
        (" إلى\u00a0الحطام. ", "إلى\u00a0الحطام."),
    ],
)
def test_only_white_space_is_folded(exact, found):
    assert find(exact) == found


@pytest.mark.parametrize(
    "exact",
    ["إلي الحطام", "الى الحطام", "إلى الحطام!", "إلىالحطام", "عاد الفَريق إلى", "إلى  ـالحطام"],
)
def test_nothing_that_comes_near_is_accepted(exact):
    assert find(exact).startswith("must occur word for word in t.txt")


def test_the_nearest_words_feed_the_message():
    assert find("عاد الفريق الي الحطام") == (
        "must occur word for word in t.txt; nearest: «عاد الفريق إلى\u00a0الحطام.» (line 1)"
    )
    assert find("كلام لا صلة له بالنص أبداً يا قوم") == "must occur word for word in t.txt"


def test_words_that_occur_twice_must_be_told_apart():
    assert find("عاد الفريق") == (
        "must occur once in t.txt, occurs 2 times (lines 1, 2); add a prefix or suffix"
    )
    second = locate(TEXT, "t.txt", ("عاد الفريق", "قال المصدر:", ""))
    assert second == Span(TEXT.rindex("عاد"), TEXT.rindex(" ليلاً"))
    assert locate(TEXT, "t.txt", ("عاد الفريق", "", "إلى الحطام")) == Span(0, 10)
    assert find("عاد الفريق", prefix="لم").startswith("must occur word for word")


def test_furniture_is_not_quoted_and_does_not_make_words_ambiguous():
    line = Span(0, TEXT.index("\n"))
    assert locate(TEXT, "t.txt", ("عاد الفريق", "", ""), (line,)) == Span(35, 45)
    assert find("إلى الحطام", furniture=(line,)) == (
        "must not lie in the furniture of t.txt (line 1)"
    )


def test_a_quote_stays_within_one_paragraph():
    message = "must lie within one paragraph of t.txt; use a list of quotes"
    assert find("الحطام. قال المصدر") == message
    assert find("الحطام. قال المصدر", text=TEXT.replace("\n", "\r\n")) == message
    assert find("الحطام. قال المصدر", text=TEXT.replace("\n", "\r")) == message


def test_an_empty_quote_is_none():
    assert find(" \u00a0") == "must not be empty"


def test_occurrences_may_overlap():
    assert occurrences("لالالا", "لالا") == (Span(0, 4), Span(2, 6))


def test_of_very_long_words_the_beginning_is_looked_for_which_takes_no_minutes():
    text = "".join(f"{n:05} " for n in range(90_000))
    assert nearest(text, f"{text[6000:200_000]}x").start == 6000


def test_the_nearest_words_are_whole_and_exist():
    span = nearest(TEXT, "قال مصدر: عادَ")
    assert span is not None
    assert TEXT[span.start : span.end].startswith("قال المصدر")
    assert nearest("", "قال") is None
    assert nearest(TEXT, "…") is None


@given(st.data())
def test_whatever_stands_once_in_a_line_is_found_exactly_there(data):
    line = data.draw(st.text(alphabet=LETTERS, min_size=1, max_size=60))
    start = data.draw(st.integers(0, len(line) - 1))
    exact = line[start : data.draw(st.integers(start + 1, len(line)))]
    assume(exact.strip())
    before = "سطر قبله\n"
    text = f"{before}{line}\nسطر بعده"
    squeezed, words = " ".join(text.split()), " ".join(exact.split())
    assume(sum(squeezed.startswith(words, place) for place in range(len(squeezed))) == 1)
    first = len(before) + start + len(exact) - len(exact.lstrip())
    assert locate(text, "t.txt", (exact, "", "")) == Span(first, first + len(exact.strip()))


@given(anything, st.integers(0, 200), st.integers(0, 200), st.integers(0, 9))
@settings(max_examples=500)
def test_any_words_of_any_text_are_found_where_they_were_taken_or_it_is_said_why_not(
    text, start, length, context
):
    start = min(start, len(text))
    end = min(start + length, len(text))
    quote = text[start:end], text[max(0, start - context) : start], text[end : end + context]
    found = locate(text, "t.txt", quote)
    if isinstance(found, Span):
        taken = Span(start, end)
        assert text[found.start : found.end].split() == quote[0].split()
        assert found.start == found.end or found.overlaps(taken) or context == 0
    elif quote[0].strip() and not re.search("[\r\n]", quote[0].strip()):
        assert found.message.startswith("must occur once"), "they do stand there"


@given(st.text(alphabet=LETTERS + "\n", max_size=60), st.text(alphabet=LETTERS, max_size=12))
def test_what_is_found_has_the_very_words(text, exact):
    found = locate(text, "t.txt", (exact, "", ""))
    if isinstance(found, Lost):
        assert found.message.startswith("must ")
    else:
        assert text[found.start : found.end].split() == exact.split()


@given(st.text(alphabet=LETTERS + "\n\t", max_size=60))
def test_folding_keeps_where_everything_stood(text):
    folded = fold(text)
    assert folded.text.split(" ") == fold(folded.text).text.split(" ")
    for index, letter in enumerate(folded.text):
        original = text[folded.offsets[index]]
        assert original == letter or (letter == " " and original.isspace())
