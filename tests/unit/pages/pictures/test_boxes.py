"""Pictures: every label whole, nothing outside the frame, nothing over anything else."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from dossier.pages.pictures.boxes import Group, Label, chain_picture, whole_picture

LABELS = (
    st.text(alphabet="أبجد ", min_size=1, max_size=60)
    .filter(str.strip)
    .map(lambda text: Label(text, "unnamed"))
)


def inside(picture):
    return all(
        box.x >= 0
        and box.y >= 0
        and box.x + box.width <= picture.width
        and box.y + box.height <= picture.height
        for box in picture.boxes
    )


def apart(a, b):
    return (
        a.x + a.width <= b.x
        or b.x + b.width <= a.x
        or a.y + a.height <= b.y
        or b.y + b.height <= a.y
    )


def words_of(box):
    return " ".join(line.text for line in box.lines)


@given(st.lists(LABELS, min_size=2, max_size=6))
def test_a_chain_stands_in_its_order(labels):
    picture = chain_picture(labels, "وصف")
    assert [words_of(box) for box in picture.boxes] == [" ".join(x.text.split()) for x in labels]
    assert [box.y for box in picture.boxes] == sorted(box.y for box in picture.boxes)
    assert len(picture.lines) == len(labels) - 1
    assert inside(picture)
    assert all(apart(a, b) for a, b in combinations(picture.boxes, 2))


@st.composite
def groups(draw):
    tellers = draw(st.lists(LABELS, max_size=6))
    later = {
        index: tuple(draw(st.sets(st.integers(0, index - 1), max_size=2))) if index else ()
        for index in range(len(tellers))
    }
    return Group(draw(LABELS), tuple(tellers), later, ())


@given(st.lists(groups(), min_size=1, max_size=4))
def test_the_whole_shows_everyone_once(made):
    picture = whole_picture(made, "وصف")
    expected = [label for group in made for label in (group.article, *group.tellers)]
    assert sorted(words_of(box) for box in picture.boxes) == sorted(
        " ".join(label.text.split()) for label in expected
    )
    assert inside(picture)
    assert all(apart(a, b) for a, b in combinations(picture.boxes, 2))


def test_who_is_relayed_does_not_speak_to_the_article_itself():
    inner, relay, other = (Label(text, "unnamed") for text in ("مصدر", "وكالة", "شاهد"))
    group = Group(Label("مقال", "article"), (inner, relay, other), {1: (0,)}, ((0, 2),))
    picture = whole_picture([group], "وصف")
    assert sorted(line.kind for line in picture.lines) == ["maybe-same", "told", "told", "told"]
    box = {words_of(box): box for box in picture.boxes}
    assert box["مقال"].x < box["وكالة"].x < box["مصدر"].x == box["شاهد"].x
