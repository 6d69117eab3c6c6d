"""How many independent origins stand behind claims: an interval, never a count of outlets.

The most: every teller is someone else.  The fewest: unnamed tellers of different articles
may be the same person; tellers that one article sets apart may not; an article that names
no teller may rest on any of them.  The editors' judgements on pairs go before these rules.
A relay adds no origin, because only innermost tellers are counted.

The fewest is the least number of groups into which the tellers fall so that no two of one
group are known to differ: the chromatic number of the graph of known differences.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from dossier.compare.chains import chain_of
from dossier.model import Claim
from dossier.seeds.models import AUTHOR, Teller, TellerPair


@dataclass(frozen=True)
class Origins:
    """From `fewest` to `most` independent origins, told by `outlets` articles."""

    outlets: int
    fewest: int
    most: int


@dataclass(frozen=True)
class _Origin:
    source: str
    teller: Teller | None

    @property
    def id(self) -> str:
        return f"{self.source}/{self.teller.id if self.teller else AUTHOR}"


def origins_of(claims: Iterable[Claim], pairs: Iterable[TellerPair]) -> Origins:
    """Count the origins of the claims, and the articles that make them."""
    claims = tuple(claims)
    found = {chain_of(c).origin: _Origin(c.source.id, c.teller) for c in claims}
    judged = {frozenset(pair.tellers): pair.judgement for pair in pairs}
    groups = _merged(sorted(found), judged)
    differ = {
        frozenset((a, b))
        for a, b in combinations(sorted(set(groups.values())), 2)
        if any(
            _differ(found[x], found[y], judged)
            for x in found
            for y in found
            if groups[x] == a and groups[y] == b
        )
    }
    members = sorted(set(groups.values()))
    return Origins(
        len({c.source.id for c in claims}), chromatic_number(members, differ), len(members)
    )


def _differ(a: _Origin, b: _Origin, judged: Mapping[frozenset[str], str]) -> bool:
    """Whether two tellers are known to be two."""
    judgement = judged.get(frozenset((a.id, b.id)))
    if judgement:
        return judgement == "different"
    if a.teller is None or b.teller is None:
        return False
    if a.teller.named and b.teller.named:
        return a.teller.actor != b.teller.actor
    return a.source == b.source or a.teller.named or b.teller.named


def _merged(names: list[str], judged: Mapping[frozenset[str], str]) -> dict[str, str]:
    """Each name with the first of those that the editors hold to be the same."""
    leader = {name: name for name in names}
    for pair, judgement in judged.items():
        if judgement == "same" and pair <= leader.keys():
            first, second = sorted(leader[name] for name in pair)
            leader = {name: first if led == second else led for name, led in leader.items()}
    return leader


def chromatic_number(nodes: list[str], edges: set[frozenset[str]]) -> int:
    """The fewest colours so that no edge joins two nodes of one colour; exact, by search."""
    order = sorted(nodes, key=lambda node: (-sum(node in edge for edge in edges), node))

    def colour(index: int, colours: dict[str, int], limit: int) -> bool:
        if index == len(order):
            return True
        node = order[index]
        used = max(colours.values(), default=-1) + 1
        taken = {colours[other] for other in colours if frozenset((node, other)) in edges}
        return any(
            colour(index + 1, {**colours, node: candidate}, limit)
            for candidate in range(min(used + 1, limit))
            if candidate not in taken
        )

    return next(limit for limit in range(len(order) + 1) if colour(0, {}, limit))
