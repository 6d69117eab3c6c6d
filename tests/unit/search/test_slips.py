import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.search.slips import Slips
from tests.unit.search.tables_of_tests import tables

SLIPS = Slips(tables())
# Of these letters no two are alike, or neighbours on the keyboard.
LETTERS = "بدسعكم"

words = st.text(LETTERS, min_size=5, max_size=8)
places = st.integers(1, 4)


@pytest.mark.parametrize(
    ("typed", "word", "cost"),
    [
        ("سفنية", "سفينة", 1),  # changed places
        ("سفيننة", "سفينة", 1),  # doubled
        ("سقينة", "سفينة", 1),  # alike
        ("سفيتة", "سفينة", 1),
        ("سفلنة", "سفينة", None),  # neither alike nor a neighbour
        ("سفبنة", "سفينة", 1),  # beside it
        ("سفنة", "سفينة", 2),  # left out
        ("سفيمنة", "سفينة", 2),  # added
        ("شفينة", "سفينة", 1),  # the first letter, alike
        ("مفينة", "سفينة", None),
        ("فسينة", "سفينة", None),
        ("فينة", "سفينة", None),
        ("مسفينة", "سفينة", None),
        ("سفينة", "سفينة", None),
        ("سفن", "سفينة", None),
        ("مرساتان", "سفينة", None),
        ("سفخحة", "سفينة", None),
        ("سفيخخة", "سفينة", None),
        ("", "سفينة", None),
        ("سفينة", "", None),
    ],
)
def test_a_slip_is_weighed(typed, word, cost):
    assert SLIPS.cost(typed, word) == cost


@pytest.mark.parametrize(
    ("typed", "word", "cost"),
    [
        ("بححر", "بحر", None),
        ("بحمر", "بحر", None),
        ("شفين", "سفين", None),
        ("سفني", "سفين", 1),
        ("سفيم", "سفين", 1),
        ("سفين", "سفينة", 2),
    ],
)
def test_of_a_short_word_no_letter_is_too_many_or_first(typed, word, cost):
    assert SLIPS.cost(typed, word) == cost


@given(words, places)
def test_two_letters_that_changed_places_cost_one(word, at):
    typed = f"{word[:at]}{word[at : at + 2][::-1]}{word[at + 2 :]}"
    assert SLIPS.cost(typed, word) == (1 if typed != word else None)


@given(words, places)
def test_a_doubled_letter_costs_one(word, at):
    assert SLIPS.cost(f"{word[:at]}{word[at - 1]}{word[at:]}", word) == 1


@given(words, places)
def test_a_letter_that_is_left_out_costs_two(word, at):
    assert SLIPS.cost(word[:at] + word[at + 1 :], word) == 2


@given(words, places, st.sampled_from("قحط"))
def test_a_letter_too_many_costs_two(word, at, letter):
    assert SLIPS.cost(word[:at] + letter + word[at:], word) == 2


@given(words, places, st.sampled_from("قحط"))
def test_another_letter_is_no_slip(word, at, letter):
    near = {*"بتثني"} | {*"حجخه"}  # letters that are like or beside those of the test
    if word[at] not in near and word[at] + letter not in ("عح", "كق", "كط", "عق"):
        assert SLIPS.cost(word[:at] + letter + word[at + 1 :], word) is None


def distance(one, other):
    """Letters left out, added, changed, or of two places changed (Damerau)."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


@given(st.text("بتسش", max_size=6), st.text("بتسش", max_size=6))
def test_only_a_word_at_one_step_is_a_slip(typed, word):
    if SLIPS.cost(typed, word) is not None:
        assert distance(typed, word) == 1
