import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.text.passages import MOST, Span, line_of, passages, sentences


def words(text, spans):
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n", []),
        ("سطر", ["سطر"]),
        ("أول\n\nثان\n", ["أول", "ثان"]),
        ("أول\r\nثان\rثالث", ["أول", "ثان", "ثالث"]),
        ("  هامش \u00a0\n\u00a0\n", ["هامش"]),
        ("كلمة\u00a0كلمة", ["كلمة\u00a0كلمة"]),
    ],
)
def test_passages_are_the_lines_that_hold_something(text, expected):
    found = passages(text)
    assert words(text, found) == expected
    assert [passage.number for passage in found] == list(range(1, len(expected) + 1))


def test_the_last_of_very_many_lines_share_a_passage():
    text = "ا\n" * (MOST + 3)
    found = passages(text)
    assert len(found) == MOST
    assert words(text, found)[-2:] == ["ا", "ا\nا\nا\nا"]
    assert len(passages("ا\n" * MOST)) == MOST


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("جملة واحدة", ["جملة واحدة"]),
        ("جملة. وأخرى.", ["جملة.", "وأخرى."]),
        ("من؟ أنا! نعم.", ["من؟", "أنا!", "نعم."]),
        ("قال… ثم سكت.. ومضى.", ["قال… ثم سكت.. ومضى."]),
        ("قال: «انتهى.» ومضى.", ["قال: «انتهى.»", "ومضى."]),
        ("قال ”انتهى.“ ومضى.", ["قال ”انتهى.“ ومضى."]),
        ("بلغ 3.5 في المئة. ثم هبط.", ["بلغ 3.5 في المئة.", "ثم هبط."]),
        ("نهاية.  \u00a0 بداية.", ["نهاية.", "بداية."]),
    ],
)
def test_sentences_end_with_their_mark_and_what_closes_after_it(text, expected):
    assert words(text, sentences(text, Span(0, len(text)))) == expected


def test_sentences_stay_within_their_passage():
    text = "واحدة. اثنتان.\nثلاث."
    first, second = passages(text)
    assert words(text, sentences(text, first)) == ["واحدة.", "اثنتان."]
    assert words(text, sentences(text, second)) == ["ثلاث."]


@given(st.text(alphabet="اب .؟!«»\u00a0\n\r", max_size=60))
def test_nothing_but_white_space_is_lost_between_passages_and_sentences(text):
    found = [span for passage in passages(text) for span in sentences(text, passage)]
    kept = {index for span in found for index in range(span.start, span.end)}
    assert all(letter.isspace() for index, letter in enumerate(text) if index not in kept)
    assert sum(span.end - span.start for span in found) == len(kept), "spans overlap"


@pytest.mark.parametrize(
    ("a", "b", "overlaps", "holds"),
    [
        (Span(0, 5), Span(5, 8), False, False),
        (Span(0, 5), Span(4, 8), True, False),
        (Span(0, 5), Span(1, 5), True, True),
        (Span(1, 2), Span(0, 5), True, False),
    ],
)
def test_spans_end_before_their_end(a, b, overlaps, holds):
    assert a.overlaps(b) is b.overlaps(a) is overlaps
    assert a.holds(b) is holds


def test_lines_are_counted_from_one():
    assert [line_of("أ\nب\n", position) for position in (0, 1, 2)] == [1, 1, 2]
