from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.compare.colours import fewest_colours


def edges(pairs):
    return {frozenset((str(a), str(b))) for a, b in pairs}


def mycielski(rounds):
    """Graphs without a triangle that need ever more colours (J. Mycielski, 1955)."""
    size, pairs = 2, [(0, 1)]
    for _ in range(rounds):
        pairs += [(a, size + b) for a, b in pairs] + [(b, size + a) for a, b in pairs]
        pairs += [(size + n, 2 * size) for n in range(size)]
        size = 2 * size + 1
    return [str(n) for n in range(size)], edges(pairs)


@given(st.integers(0, 6).flatmap(
    lambda size: st.tuples(
        st.just([str(n) for n in range(size)]),
        st.sets(st.sampled_from([*combinations(range(size), 2)])) if size > 1 else st.just(set()),
    )
))  # fmt: skip
def test_as_many_as_are_found_by_trying_all(drawn):
    nodes, pairs = drawn
    joined = [(str(a), str(b)) for a, b in pairs]
    fewest = next(
        limit
        for limit in range(len(nodes) + 1)
        for colours in product(range(limit), repeat=len(nodes))
        if all(colours[int(a)] != colours[int(b)] for a, b in joined)
    )
    assert fewest_colours(nodes, edges(pairs)) == fewest


@pytest.mark.parametrize(("rounds", "fewest"), [(1, 3), (2, 4)])
def test_what_no_clique_tells_is_searched_for(rounds, fewest):
    assert fewest_colours(*mycielski(rounds)) == fewest


def test_a_graph_that_would_be_searched_for_ever_has_a_number_that_it_is_not_below():
    assert 4 <= fewest_colours(*mycielski(6)) <= 8


def test_there_may_be_thousands():
    nodes = [str(n) for n in range(2000)]
    assert fewest_colours(nodes, set()) == 1
    assert fewest_colours(nodes[:600], edges(combinations(range(600), 2))) == 600
