from hypothesis import given
from hypothesis import strategies as st

from dossier.pages.pictures.letters import width_of, wrapped

TEXTS = st.text(alphabet="ابسمَ 20", min_size=1, max_size=80).filter(str.strip)


@given(TEXTS, st.floats(40, 200))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text, room):
    lines = wrapped(text, room, 14)
    assert all(width_of(line, 14) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_words_are_cut_only_where_one_is_wider_than_the_room():
    assert wrapped("باب كبير", 200, 14) == ("باب كبير",)
    assert wrapped("باب كبير", 30, 14) == ("باب", "كبير")
    assert len(wrapped("م" * 30, 60, 14)) > 1


def test_lines_are_even():
    lines = wrapped("ابابا " * 5, 5 * width_of("ابابا ", 14) - 20, 14)
    assert [len(line.split()) for line in lines] == [3, 2]


def test_marks_take_no_room_and_bold_takes_more():
    assert width_of("غَيَّرَ", 14) == width_of("غير", 14)
    assert width_of("غير", 14, bold=True) > width_of("غير", 14)


def test_a_letter_at_the_end_of_a_word_is_drawn_out():
    assert width_of("بت", 14) > width_of("تا", 14)
    assert width_of("نَصٌّ", 14) == width_of("نص", 14)
