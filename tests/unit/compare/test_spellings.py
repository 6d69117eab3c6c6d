import pytest

from dossier.compare.spellings import mentions, spellings_by_source
from tests.helpers import ANCHOR, RETURN, STORM, checked, edited, with_text


def spelled(dossier, actor, source):
    """Each mention: the spelling, what stands in the text, and in which passage."""
    text = dossier.sources[source].unabridged
    found = mentions(dossier.actors[actor], dossier.sources[source], dossier)
    return [(m.spelling, text[m.start : m.end], m.passage) for m in found]


def test_the_longer_spelling_wins(dossier):
    assert spelled(dossier, "salma-darwish", RETURN) == [
        ("سلمى درويش", "سلمى درويش", 3),
        ("درويش", "درويش", 3),
    ]


def test_furniture_names_nobody(dossier):
    assert spelled(dossier, "north-star", ANCHOR) == [("نجمة الشمال", "نجمة الشمال", 2)]


def test_an_actor_without_spellings_is_named_nowhere(dossier):
    assert spellings_by_source(dossier.actors["divers-leader"], dossier) == {}


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("قال المتحف", "المتحف"),
        ("وقال والمتحف", "المتحف"),
        ("ذهب بالمتحف", "المتحف"),
        ("فبالمتحف", "المتحف"),
        ("قال للمتحف", "للمتحف"),
        ("وللمتحف قال", "للمتحف"),
        ("المتحفان", None),
        ("سالمتحف", None),
        ("«المتحف»", "المتحف"),
        ("المتحف،", "المتحف"),
    ],
)
def test_a_name_is_found_with_what_arabic_writes_in_one_word_with_it(mini, written, found):
    actor = "  - {id: museum, kind: body, name: المتحف, latin: [Museum], spellings: [المتحف]}\n"
    path = "seeds/actors.yml"
    files = {**mini, path: mini[path] + actor.encode()}
    data = mini[f"seeds/sources/{RETURN}.txt"] + f"\n{written}\n".encode()
    dossier = checked(with_text(files, RETURN, data))
    expected = [("المتحف", found, 6)] if found else []
    assert spelled(dossier, "museum", RETURN) == expected


def test_a_name_broken_by_white_space_is_found(mini, dossier):
    files = edited(mini, f"seeds/sources/{STORM}.txt", "وكالة الموج،", "وكالة\u00a0\u00a0الموج،")
    data = files[f"seeds/sources/{STORM}.txt"]
    broken = checked(with_text(mini, STORM, data))
    assert [written for _, written, _ in spelled(broken, "wave-agency", STORM)] == [
        "وكالة\u00a0\u00a0الموج", "وكالة الموج",
    ]  # fmt: skip


def test_spellings_are_counted_source_by_source(dossier):
    table = spellings_by_source(dossier.actors["salma-darwish"], dossier)
    assert {name: dict(counts) for name, counts in table.items()} == {
        "سلمى درويش": {ANCHOR: 1, RETURN: 1},
        "درويش": {RETURN: 1},
    }
