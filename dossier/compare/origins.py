"""How many independent origins stand behind claims: an interval, never a count of outlets.

The most: every teller is someone else.  The fewest: unnamed tellers of different articles
may be the same person; tellers that one article sets apart may not; an article that names
no teller may rest on any of them.  The editors' judgements on pairs go before these rules.
A relay adds no origin, because only innermost tellers are counted.

The fewest is the least number of groups into which the tellers fall so that no two of one
group are known to differ: the chromatic number of the graph of known differences (`colours`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from dossier.compare.chains import chain_of
from dossier.compare.colours import fewest_colours
from dossier.model import Claim
from dossier.seeds.models import AUTHOR, Teller, TellerPair

Ground = Literal["unnamed", "own-voice", "editors"]


@dataclass(frozen=True)
class Coincidence:
    """Two origins that may be one, and on what ground.

    ``ground`` is `unnamed` for unnamed tellers of different articles, `own-voice` where an
    article names no teller, `editors` where they hold it to be possible; ``reason`` is theirs.
    """

    first: str
    second: str
    ground: Ground
    reason: str | None


@dataclass(frozen=True)
class Origins:
    """From `fewest` to `most` independent origins, told by `outlets` articles.

    ``names`` are the origins that count towards the most, each ``<source>/<teller>``, the
    first of those that the editors hold to be the same.
    """

    outlets: int
    fewest: int
    most: int
    names: tuple[str, ...]
    coincidences: tuple[Coincidence, ...]


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
    judged = {frozenset(pair.tellers): pair for pair in pairs}
    leaders = _leaders(found, judged)
    members = tuple(sorted(set(leaders.values())))
    grounds = {
        frozenset((a.id, b.id)): _coincidence(a, b, judged.get(frozenset((a.id, b.id))))
        for a, b in combinations((found[name] for name in sorted(found)), 2)
    }
    # Groups differ if any two of their members are known to.
    differ = {
        frozenset((leaders[a], leaders[b]))
        for (a, b) in map(sorted, grounds)
        if grounds[frozenset((a, b))] is None and leaders[a] != leaders[b]
    }
    return Origins(
        outlets=len({c.source.id for c in claims}),
        fewest=fewest_colours(members, differ),
        most=len(members),
        names=members,
        coincidences=tuple(
            ground
            for ground in grounds.values()
            if ground and {ground.first, ground.second} <= {*members}
        ),
    )


def _coincidence(a: _Origin, b: _Origin, judged: TellerPair | None) -> Coincidence | None:
    """Why two tellers may be one; None where they are known to be two."""
    if judged:
        if judged.judgement == "different":
            return None
        return Coincidence(a.id, b.id, "editors", judged.reason)
    if a.teller is None or b.teller is None:
        return Coincidence(a.id, b.id, "own-voice", None)
    if a.teller.named and b.teller.named:
        same = a.teller.actor == b.teller.actor
        return Coincidence(a.id, b.id, "editors", None) if same else None
    if a.source == b.source or a.teller.named or b.teller.named:
        return None
    return Coincidence(a.id, b.id, "unnamed", None)


def _leaders(
    found: Mapping[str, _Origin], judged: Mapping[frozenset[str], TellerPair]
) -> dict[str, str]:
    """Each origin with the first of those that are known to be the same.

    Known are the editors' judgements, and that a named actor is one wherever he speaks.
    """
    leader = {name: name for name in sorted(found)}
    for a, b in combinations(sorted(found), 2):
        pair = judged.get(frozenset((a, b)))
        first, second = found[a].teller, found[b].teller
        one_actor = bool(first and second and first.named and first.actor == second.actor)
        if pair.judgement == "same" if pair else one_actor:
            kept, merged = sorted((leader[a], leader[b]))
            leader = {name: kept if led == merged else led for name, led in leader.items()}
    return leader
