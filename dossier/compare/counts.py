"""Audits the articles' own counts: what they say against what is on file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dossier.model import Claim, Dossier

VISITS = "visits"
"""What is counted in claims about the visits themselves."""

Finding = Literal["agrees", "differs", "unaccounted"]


@dataclass(frozen=True)
class Audit:
    """A claimed number beside the one on file.

    For an order of visits ``on_file`` is the place of the visit among those on file, which
    is the least it can be.  For other things it is the sum of the parts that the same source
    accounts for, ``others`` are the numbers that other claims give for the whole.
    """

    claim: Claim
    claimed: int
    on_file: int | None
    finding: Finding
    others: tuple[Claim, ...]


def audits(dossier: Dossier) -> tuple[Audit, ...]:
    """An audit for every claim that counts a whole or a place in an order of visits."""
    counting = [c for c in dossier.claims.values() if c.record.counts and not c.record.counts.part]
    found = (_audit(claim, counting, dossier) for claim in counting)
    return tuple(audit for audit in found if audit)


def _audit(claim: Claim, counting: list[Claim], dossier: Dossier) -> Audit | None:
    counts = claim.record.counts
    if counts is None:
        return None
    others = tuple(
        other
        for other in counting
        if other is not claim
        and other.record.counts
        and other.record.counts.what == counts.what
        and not counts.order
    )
    if counts.order and counts.what == VISITS:
        place = list(dossier.visits).index(counts.visit or claim.visit) + 1
        finding: Finding = "agrees" if place == counts.n else "differs"
        return Audit(claim, counts.n, place, finding, others)
    parts = [
        part.record.counts.n
        for part in dossier.claims.values()
        if part.source.id == claim.source.id
        and part.record.counts
        and part.record.counts.part
        and part.record.counts.what == counts.what
    ]
    if not parts:
        differ = any(o.record.counts and o.record.counts.n != counts.n for o in others)
        return Audit(claim, counts.n, None, "differs" if differ else "agrees", others)
    accounted = sum(parts)
    finding = "agrees" if accounted == counts.n else "unaccounted"
    return Audit(claim, counts.n, accounted, finding, others)
