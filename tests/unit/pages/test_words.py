import pytest

from dossier.pages.words import Words, read
from dossier.problems import DossierError

WORDS = Words(
    {
        "site": {"home": "بيت", "of": "بيت {name}"},
        "counts": {
            "days": {
                "zero": "لا يوم",
                "one": "يوم",
                "two": "يومان",
                "few": "{n} أيام",
                "many": "{n} يوماً",
                "other": "{n} يوم",
            }
        },
    }
)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "لا يوم"),
        (1, "يوم"),
        (2, "يومان"),
        (3, "3 أيام"),
        (10, "10 أيام"),
        (11, "11 يوماً"),
        (99, "99 يوماً"),
        (100, "100 يوم"),
        (101, "101 يوم"),
        (102, "102 يوم"),
        (103, "103 أيام"),
        (111, "111 يوماً"),
        (298, "298 يوماً"),
    ],
)
def test_a_noun_follows_its_number(number, text):
    assert WORDS.count("days", number) == text


def test_every_noun_of_the_interface_has_all_six_forms(words):
    for noun in words.tree["counts"]:
        assert len({words.count(noun, number) for number in (0, 1, 2, 3, 11, 100)}) == 6, noun


def test_words_are_filled_in():
    assert WORDS("site.of", name="{x}") == "بيت {x}"


@pytest.mark.parametrize("key", ["site.door", "site", "door.x", "site.home.x", ""])
def test_a_word_that_is_missing_is_an_error(key):
    with pytest.raises(KeyError):
        WORDS(key)


@pytest.mark.parametrize("key", ["site.home", "door"])
def test_so_is_a_group(key):
    with pytest.raises(KeyError):
        WORDS.group(key)


def test_a_value_that_is_missing_is_an_error():
    with pytest.raises(KeyError):
        WORDS("site.of", nam="x")


@pytest.mark.parametrize("text", ["", "- a", "a: b\na: c", "a: [", "a: &b c"])
def test_a_file_of_words_is_a_map(text):
    with pytest.raises(DossierError):
        read(text.encode())
