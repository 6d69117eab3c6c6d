import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.text.arabic import days_back, runs, skeleton, weekday_named


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("في 2020-11-19 مساءً", ["2020-11-19"]),
        ("بين 2003–2005 فقط", ["2003–2005"]),
        ("الساعة 00:12", ["00:12"]),
        ("موقع IQ NEWS قال", ["IQ NEWS"]),
        ("موقع https://a.example/x?y وصل", ["https://a.example/x", "y"]),
        ("عام 2021، و2022.", ["2021", "2022"]),
        ("نسبة 3.5 ثم انتهى", ["3.5"]),
        ("كلام عربي", []),
        ("", []),
    ],
)
def test_latin_words_and_numbers_are_isolated(text, isolated):
    assert [run.text for run in runs(text) if run.ltr] == isolated


@given(st.text(alphabet="اب 12-–:.aZé،\n", max_size=40))
def test_runs_lose_and_add_nothing(text):
    pieces = runs(text)
    assert "".join(run.text for run in pieces) == text
    assert all(run.text for run in pieces)
    assert all(run.text == run.text.strip() for run in pieces if run.ltr)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("إلى", "الي"),
        ("أحمد", "احمد"),
        ("آب", "اب"),
        ("مدرسة", "مدرسه"),
        ("محـــمد", "محمد"),
        ("مُحَمَّدٌ", "محمد"),
        ("کتاب", "كتاب"),
        ("علی", "علي"),
        ("ﻻ", "لا"),
        ("«قال»، ثم", "قال ثم"),
    ],
)
def test_spellings_of_one_word_share_a_skeleton(one, other):
    assert skeleton(one)[0].strip() == skeleton(other)[0].strip()


def test_different_words_do_not():
    assert skeleton("سليماني")[0] != skeleton("سلماني")[0]


@given(st.text(max_size=40))
def test_a_skeleton_knows_where_each_letter_stood(text):
    letters, places = skeleton(text)
    assert len(letters) == len(places)
    assert list(places) == sorted(places)
    assert all(0 <= place < len(text) for place in places)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("الاثنين 20 أيار", 0),
        ("يوم الأربعاء الماضي", 2),
        ("يوم الاربعاء", 2),
        ("أمس الأحد", 6),
        ("الجمعة أو السبت", None),
        ("أمس", None),
    ],
)
def test_names_of_weekdays(words, day):
    assert weekday_named(words) == day


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("أمس السبت", 1),
        ("امس", 1),
        ("مساء أمس الأول الجمعة", 2),
        ("أول أمس", 2),
        ("الأمسية", None),
        ("أمسى البحر هادئاً", None),
        ("منذ ثلاثة أيام", None),
    ],
)
def test_days_counted_back(words, days):
    assert days_back(words) == days
