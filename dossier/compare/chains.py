"""The chain of a claim: its tellers, from the innermost out to the article."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model import Claim, Source
from dossier.seeds.models import AUTHOR, Teller


@dataclass(frozen=True)
class Hop:
    """The tellers at one distance from the speaker.

    Several where the text leaves open which of them passed it on, or in which order.
    """

    tellers: tuple[Teller, ...]


@dataclass(frozen=True)
class Chain:
    """Hops from the innermost teller outwards; none where the article speaks for itself."""

    source: Source
    hops: tuple[Hop, ...]

    @property
    def origin(self) -> str:
        """``<source>/<teller>`` of the innermost teller, `author` where there is none."""
        inner = self.hops[0].tellers[0].id if self.hops else AUTHOR
        return f"{self.source.id}/{inner}"


def chain_of(claim: Claim) -> Chain:
    """Follow who relays whom, from the claim's teller outwards."""
    hops: list[Hop] = []
    level = [claim.teller] if claim.teller else []
    seen: set[str] = set()
    while level:
        hops.append(Hop(tuple(level)))
        seen.update(teller.id for teller in level)
        level = [
            teller
            for teller in claim.source.tellers.values()
            if teller.id not in seen and any(t.id in teller.relays for t in hops[-1].tellers)
        ]
    return Chain(claim.source, tuple(hops))
