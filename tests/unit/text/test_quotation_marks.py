"""Quotation marks of every kind, balanced and not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.text.passages import Span
from dossier.text.quotation_marks import faults, quoted


def _faults(text):
    return [(mark.start, mark.fault) for mark in faults(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "بلا علامات",
        "قال «نعم» ثم «لا»",
        "قال “نعم” ثم ‘لا’",
        'قال "نعم" ثم "لا".',
        'قال: "نعم".',
        "قال «إن “الأمر” صعب»",
        '("نعم")',
        'كتائب حزب الله، و"سيد الشهداء"، رئيس الحكومة',
        "لـ «الجريدة»",
    ],
)
def test_marks_that_pair(text):
    assert _faults(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال نعم».", [(7, "unopened")]),
        ("قال «نعم.", [(4, "unclosed")]),
        ("قال نعم”.", [(7, "unopened")]),
        ('الهجمات"، والزيارة', [(7, "unopened")]),
        ('الهجمات"، مدنيين".', [(7, "unopened"), (16, "unopened")]),
        ('مضيفاً "أنّ فلاناً قال: "هل تريدون؟".', [(7, "unclosed")]),
        # an opening mark that is printed as a closing one, and the pair that it begins
        ("حديث لـ”العالم”، إن", [(7, "turned")]),
        ("مراسل ”مرفأ اليوم“ في", [(6, "turned"), (17, "turned")]),
        # kinds do not pair with one another
        ("قال «نعم”", [(4, "unclosed"), (8, "unopened")]),
    ],
)
def test_marks_that_do_not(text, expected):
    assert _faults(text) == expected


def test_a_paragraph_is_judged_by_itself():
    text = "قال «نعم\nثم لا»"
    assert [mark.fault for mark in faults(text, Span(0, 8))] == ["unclosed"]
    assert [mark.fault for mark in faults(text, Span(9, len(text)))] == ["unopened"]


def test_what_stands_between_marks():
    text = '"عاد غاضبا".. قال «كذا “وكذا”»'
    assert [text[span.start : span.end] for span in quoted(text)] == [
        "عاد غاضبا",
        "كذا “وكذا”",
        "وكذا",
    ]


@given(st.text(alphabet='أب «»“”" .،', max_size=40))
def test_every_fault_stands_on_a_mark(text):
    for mark in faults(text, Span(0, len(text))):
        assert text[mark.start : mark.end] in '«»“”"'


@given(st.lists(st.sampled_from(["نعم", "لا"]), max_size=5), st.sampled_from(["«»", "“”", '""']))
def test_words_in_their_own_marks_are_never_at_fault(words, pair):
    text = " ".join(f"{pair[0]}{word}{pair[1]}" for word in words)
    assert _faults(text) == []
    assert len(quoted(text)) == len(words)
