import sys
import unicodedata

import pytest

from dossier.text.invisible import Sign, direction, hidden, is_blank, signs, turns
from dossier.text.passages import passages


def found(text):
    return signs(text, passages(text))


def test_signs_are_counted_and_placed():
    text = "أ\u202eب\n\u200bج\u202e\u202e\n\u2028\nد"
    assert found(text) == (
        Sign("\u200b", "width", 1, (2,)),
        Sign("\u2028", "separator", 1, ()),
        Sign("\u202e", "direction", 3, (1, 2)),
    )
    last = found(text)[-1]
    assert (last.code, last.name) == ("U+202E", "RIGHT-TO-LEFT OVERRIDE")


@pytest.mark.parametrize(
    ("letter", "kind"),
    [
        ("\u061c", "direction"), ("\u2069", "direction"), ("\x01", "control"), ("\x85", "control"),
        ("\x7f", "control"), ("\u2029", "separator"), ("\U000e0041", "tag"),
        ("\ufe0f", "variation"),
        ("\U000e0100", "variation"), ("\ue000", "private"), ("\U0010fffd", "private"),
        ("\ufdd0", "noncharacter"), ("\ufffe", "noncharacter"), ("\U0010ffff", "noncharacter"),
        ("\xad", "width"), ("\u200c", "width"), ("\ufeff", "width"), ("\u3164", "width"),
        ("\U000e0080", "width"), ("\u2800", "width"), ("\U00013430", "width"),
        ("\U0001d159", "width"),
    ],
)  # fmt: skip
def test_each_has_its_kind(letter, kind):
    (sign,) = found(f"أ{letter}ب")
    assert sign.kind == kind
    assert is_blank(letter)
    assert turns(letter) == (kind == "direction")


@pytest.mark.parametrize(
    "text", ["", "نص\tثم\r\nآخر\r", "نص\u00a0ثم\u3000", "é ﷲ 👍🏽", "\u0600\u06dd"]
)
def test_what_is_seen_is_not_listed(text):
    assert found(text) == ()
    assert hidden(text.replace("\t", "").replace("\r", "")) is None


def test_no_format_control_or_unprintable_character_is_forgotten():
    seen = {
        letter
        for letter in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(letter) in ("Cf", "Cc", "Co", "Zl", "Zp")
        and not found(f"ا{letter}ا")
    }
    # Signs that are drawn around or under digits, musical and hieroglyphic ones that join.
    assert {f"{ord(letter):X}" for letter in seen if ord(letter) < 0x10000} == {
        *(
            "9",
            "A",
            "D",
            "600",
            "601",
            "602",
            "603",
            "604",
            "605",
            "6DD",
            "70F",
            "890",
            "891",
            "8E2",
        ),
    }


def test_our_words_may_hold_what_is_needed_to_write():
    assert hidden("می\u200cخواهم 👨\u200d👩 ❤\ufe0f") is None
    assert hidden("قول\u202e\u200b") == "\u202e"
    assert hidden("قول\tقول") == "\t"
    assert hidden("قول\ufe01") == "\ufe01"


def test_blank_is_what_shows_nothing():
    assert is_blank(" \u200c\u200d\u00a0")
    assert not is_blank("\u200cا")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "rtl"), ("23/11/2020", "rtl"), ("قال X", "rtl"), ("X قال", "ltr"), ("(1) X", "ltr"),
        ("\u2066X\u2069 قال", "rtl"), ("\u2066X قال", "rtl"), ("\u2069X", "ltr"), ("שלום", "rtl"),
        ("\u200f123", "rtl"), ("\u200e123", "ltr"),
    ],
)  # fmt: skip
def test_direction_is_that_of_the_first_strong_letter(text, expected):
    assert direction(text) == expected
