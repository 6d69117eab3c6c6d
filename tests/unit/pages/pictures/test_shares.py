"""Bars of words: from right to left, to one scale, without a gap."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.pages.pictures.shares import Bar, Part, tall_shares, wide_shares

USES = ("several", "once", "rest", "furniture")
BARS = st.lists(
    st.tuples(*[st.integers(0, 900)] * 4).map(
        lambda counts: Bar("مقال", "sources/a/", "كلمات", tuple(map(Part, USES, counts)))
    ),
    min_size=1,
    max_size=6,
)


@given(BARS)
def test_parts_follow_each_other_to_scale(bars):
    most = max(bar.words for bar in bars)
    for picture in (wide_shares(bars), tall_shares(bars)):
        for bar, placed in zip(bars, picture.bars, strict=True):
            segments = placed.segments
            assert [s.use for s in segments] == [part.use for part in bar.parts if part.words]
            assert all(
                b.x + b.width == pytest.approx(a.x, abs=0.2) for a, b in pairwise(segments)
            ), "the first stands at the right"
            whole = sum(segment.width for segment in segments)
            assert whole == pytest.approx(bar.words / (most or 1) * (picture.width - 1), abs=0.3)
            assert all(segment.x >= 0 for segment in segments)


@given(BARS)
def test_bars_stand_below_their_words_and_above_the_next(bars):
    picture = tall_shares(bars)
    for placed, after in pairwise(picture.bars):
        assert placed.lines[-1].y < placed.y < after.lines[0].y - 20
    assert picture.bars[-1].y + 26 <= picture.height


def test_a_number_is_written_where_it_has_room():
    bar = Bar("مقال", "sources/a/", "كلمات", (Part("once", 500), Part("rest", 3)))
    assert [segment.number for segment in wide_shares([bar]).bars[0].segments] == ["500", ""]
