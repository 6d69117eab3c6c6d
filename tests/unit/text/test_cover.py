from hypothesis import given
from hypothesis import strategies as st

from dossier.text.cover import Cover
from dossier.text.passages import Span

SPANS = st.tuples(st.integers(0, 20), st.integers(1, 5)).map(lambda s: Span(s[0], s[0] + s[1]))


@given(st.lists(SPANS, max_size=8), SPANS)
def test_a_stretch_is_touched_if_it_overlaps_one_of_them(spans, span):
    assert Cover.of(spans).touches(span) == any(span.overlaps(other) for other in spans)


def test_stretches_that_overlap_or_meet_become_one():
    assert Cover.of([Span(5, 7), Span(0, 2), Span(2, 4), Span(1, 3)]) == Cover((0, 5), (4, 7))
