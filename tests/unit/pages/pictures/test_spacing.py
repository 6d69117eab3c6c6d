from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.pages.pictures.spacing import spread

THINGS = st.lists(st.tuples(st.floats(0, 500), st.floats(1, 60)), min_size=1, max_size=12)


@given(THINGS)
def test_things_stand_apart_in_their_order_and_inside(things):
    wanted, sizes = sorted(place for place, _ in things), [size for _, size in things]
    high = max(500, sum(sizes))
    places = spread(wanted, sizes, 0, high)
    ends = [place + size for place, size in zip(places, sizes, strict=True)]
    assert places[0] >= -1e-6
    assert ends[-1] <= high + 1e-6
    assert all(end <= after + 1e-6 for end, after in zip(ends, places[1:], strict=False))


def test_what_has_room_stays_where_it_belongs():
    assert spread([10, 40, 90], [20, 20, 10], 0, 100) == [10, 40, 90]


def test_who_touches_another_gives_way_as_much_as_the_other():
    assert spread([50, 50], [10, 10], 0, 100) == [45, 55]
    assert spread([0, 0], [10, 10], 0, 100) == [0, 10]
    assert spread([95, 95], [10, 10], 0, 100) == [80, 90]


def test_too_many_keep_their_order_and_leave_at_the_end():
    places = spread([0, 0, 0], [40, 40, 40], 0, 100)
    assert places == [0, 40, 80]
    assert all(b - a == 40 for a, b in pairwise(places))


@pytest.mark.parametrize("things", [[], [5.0]])
def test_few(things):
    assert spread(things, [1.0] * len(things), 0, 100) == things
