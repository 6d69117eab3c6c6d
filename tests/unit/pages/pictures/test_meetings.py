"""Who took part: columns from right to left, one row for each, every dot where both meet."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dossier.pages.pictures.meetings import Cell, Head, Row, tall_meetings, wide_meetings

NAMES = st.text(alphabet="أبجسم ", min_size=1, max_size=50).filter(str.strip)


def heads(number):
    return [Head(f"زيارة {n}", f"{n} آب 2020", "آب 2020", f"visits/{n}/") for n in range(number)]


@st.composite
def tables(draw):
    columns = draw(st.integers(1, 9))
    cell = st.none() | st.builds(
        Cell, st.integers(1, 9), st.integers(1, 3), st.just("قول"), st.just("visits/1/#a")
    )
    cells = st.lists(cell, min_size=columns, max_size=columns).map(tuple)
    names = draw(st.lists(NAMES, min_size=1, max_size=8))
    rows = [Row(name, "actors/a/", place == 0, draw(cells)) for place, name in enumerate(names)]
    return heads(columns), rows


@given(tables())
def test_every_dot_stands_where_its_row_and_column_meet(table):
    columns, rows = table
    for layout in (wide_meetings, tall_meetings):
        picture = layout(columns, rows)
        xs = [head.x for head in picture.heads]
        assert all(a - b > 50 for a, b in pairwise(xs)), "from right to left, with room for a dot"
        for row, placed in zip(rows, picture.rows, strict=True):
            assert [dot.x for dot in placed.dots] == [
                x for x, cell in zip(xs, row.cells, strict=True) if cell
            ]
        assert 0 < xs[-1] <= xs[0] < picture.width - picture.names


@given(tables())
def test_rows_are_apart_and_hold_their_names(table):
    columns, rows = table
    for layout in (wide_meetings, tall_meetings):
        picture = layout(columns, rows)
        assert all(a.top + a.height <= b.top + 0.1 for a, b in pairwise(picture.rows))
        assert picture.rows[-1].top + picture.rows[-1].height <= picture.height + 0.1
        for row, placed in zip(rows, picture.rows, strict=True):
            assert "".join("".join(line.text for line in placed.lines).split()) == "".join(
                row.name.split()
            )
            assert all(placed.top < line.y <= placed.top + placed.height for line in placed.lines)


def test_four_visits_fit_a_phone_and_many_scroll():
    row = Row("طرف", "actors/a/", False, (None,) * 4)
    assert (tall_meetings(heads(4), [row]).width, tall_meetings(heads(4), [row]).scrolls) == (
        360,
        False,
    )
    many = Row("طرف", "actors/a/", False, (None,) * 12)
    for layout in (wide_meetings, tall_meetings):
        picture = layout(heads(12), [many])
        assert picture.scrolls
        assert picture.width > 720 or layout is tall_meetings


def test_a_thread_joins_who_is_said_to_have_met_and_the_journey_is_the_subjects():
    cell = Cell(1, 1, "قول", "visits/1/#a")
    rows = [
        Row("الموضوع", "actors/s/", True, (cell, None, cell)),
        Row("أول", "actors/a/", False, (cell, cell, None)),
        Row("ثان", "actors/b/", False, (None, None, None)),
    ]
    picture = wide_meetings(heads(3), rows)
    subject, first, _ = picture.rows
    x = picture.heads[0].x
    assert picture.heads[0].thread == f"M{x:g} {subject.y:g}V{first.y:g}"
    assert [head.thread for head in picture.heads[1:]] == ["", ""]
    assert picture.journey == f"M{x:g} {subject.y:g}H{picture.heads[2].x:g}"
