"""Audits the articles' own counts: what they say against what is on file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dossier.model import Claim, Dossier
from dossier.seeds.models import Counted

VISITS = "visits"
"""What is counted in claims about the visits themselves."""

Finding = Literal["agrees", "differs", "unaccounted"]


@dataclass(frozen=True)
class Audit:
    """A claimed number beside the one on file.

    For an order of visits ``on_file`` is the place of the visit among those on file, which
    is the least it can be; for other things it is the sum of the parts that the same source
    accounts for, None where it accounts for none.
    """

    claim: Claim
    counts: Counted
    on_file: int | None
    finding: Finding


def audits(dossier: Dossier) -> tuple[Audit, ...]:
    """An audit of every claim that counts a whole, or a place in the order of visits."""
    return tuple(
        _audit(claim, claim.record.counts, dossier)
        for claim in dossier.claims.values()
        if claim.record.counts and not claim.record.counts.part
    )


def _audit(claim: Claim, counts: Counted, dossier: Dossier) -> Audit:
    if counts.order and counts.what == VISITS:
        place = list(dossier.visits).index(counts.visit or claim.visit) + 1
        return Audit(claim, counts, place, "agrees" if place == counts.n else "differs")
    others = [
        (other.source.id, other.record.counts)
        for other in dossier.claims.values()
        if other is not claim and other.record.counts and other.record.counts.what == counts.what
    ]
    parts = [other.n for source, other in others if other.part and source == claim.source.id]
    if parts:
        accounted = sum(parts)
        return Audit(claim, counts, accounted, "agrees" if accounted == counts.n else "unaccounted")
    wholes = {other.n for _, other in others if not other.part and other.order == counts.order}
    return Audit(claim, counts, None, "differs" if wholes - {counts.n} else "agrees")
