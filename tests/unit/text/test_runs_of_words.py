import pytest

from dossier.text.runs_of_words import bare_words, runs_of

TEXT = "قال المصدر إن الفريق عاد إلى الحطام"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("كتب أمس الفريق عاد إلى الحطام اليوم", "الفريق عاد إلى الحطام"),
        ("الفريق: عاد، الى \u00a0 الحطام!", "الفريق: عاد، الى \u00a0 الحطام"),
        ("الفَريقُ عــاد إلى الحُطام", "الفَريقُ عــاد إلى الحُطام"),
        ("الفريق عاد إلى", None),
        ("الحطام إلى عاد الفريق", None),
        ("", None),
    ],
    ids=["in the midst", "signs", "marks and letters", "too short", "another order", "nothing"],
)
def test_a_run_is_known_again_as_it_is_written(text, found):
    assert runs_of([TEXT], 4).first_in(text) == found


def test_no_run_goes_from_one_text_into_another():
    assert not runs_of(["أ ب ج", "د ه"], 4)
    assert runs_of(["أ ب ج د"], 4)


def test_runs_can_be_taken_away():
    runs = runs_of(["أ ب ج د"], 2) - runs_of(["ب ج"], 2)
    assert runs.first_in("أ ب ج د") == "أ ب"
    assert runs.first_in("ب ج") is None
    assert runs.without(lambda word: word == "ا").first_in("أ ب ج د") == "ج د"


def test_words_are_compared_without_what_spelling_varies():
    assert bare_words("مدرسةٌ، إلى أحمد") == ["مدرسه", "الي", "احمد"]
