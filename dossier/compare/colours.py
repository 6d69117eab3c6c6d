"""The fewest colours of a graph in which no edge joins two nodes of one colour.

What a clique needs at the least and a greedy colouring at the most is often the same number.
Between the two, one number after the other is tried, by depth-first search (D. Brélaz, New methods
to color the vertices of a graph, 1979: next comes the node that has the fewest colours left).  The
question is NP-hard, and the graph is whatever an editor writes: the search does a limited amount
of work.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

_WORK = 3_000_000  # looks at an edge or a node: a second or two

Graph = Mapping[str, set[str]]


def fewest_colours(nodes: Sequence[str], edges: Iterable[frozenset[str]]) -> int:
    """The chromatic number, or where it would take too long to find, a number it is not below."""
    graph: dict[str, set[str]] = {node: set() for node in nodes}
    for first, second in map(tuple, edges):
        graph[first].add(second)
        graph[second].add(first)
    order = sorted(graph, key=lambda node: (-len(graph[node]), node))
    fewest, most = _clique(order, graph), _greedy(order, graph)
    steps = _WORK // (len(graph) + sum(map(len, graph.values())) + 1)
    while fewest < most:
        possible, steps = _possible(graph, fewest, steps)
        if possible or not steps:
            break
        fewest += 1
    return fewest


def _clique(order: Sequence[str], graph: Graph) -> int:
    """How many nodes there are of which each is joined to each other: a set that is large."""
    clique: set[str] = set()
    for node in order:
        if clique <= graph[node]:
            clique.add(node)
    return len(clique)


def _greedy(order: Sequence[str], graph: Graph) -> int:
    """How many colours are enough if each node takes the first that is free."""
    colours: dict[str, int] = {}
    for node in order:
        colours[node] = _free({colours[other] for other in graph[node] if other in colours})
    return max(colours.values(), default=-1) + 1


def _free(taken: set[int]) -> int:
    return next(colour for colour in range(len(taken) + 1) if colour not in taken)


def _possible(graph: Graph, limit: int, steps: int) -> tuple[bool, int]:
    """Whether so many colours are enough, and how many steps are left; none if it is not known."""
    colours: dict[str, int] = {}
    tried: list[tuple[str, list[int]]] = []
    while len(colours) < len(graph):
        if not steps:
            return False, 0
        steps -= 1
        node = min(graph.keys() - colours.keys(), key=lambda n: _urgency(n, graph, colours))
        used = max(colours.values(), default=-1) + 1
        taken = {colours[other] for other in graph[node] if other in colours}
        left = [colour for colour in range(min(used + 1, limit)) if colour not in taken]
        tried.append((node, left))
        while tried and not tried[-1][1]:
            colours.pop(tried.pop()[0], None)
        if not tried:
            return False, steps
        node, left = tried[-1]
        colours[node] = left.pop(0)
    return True, steps


def _urgency(node: str, graph: Graph, colours: Mapping[str, int]) -> tuple[int, int, str]:
    taken = {colours[other] for other in graph[node] if other in colours}
    return -len(taken), -len(graph[node]), node
