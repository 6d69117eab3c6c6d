"""A check that nothing was lost: the dossier says how much it must hold."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.problems import Problem
from dossier.seeds import strict_yaml
from dossier.seeds.load import Seeds


def check(seeds: Seeds) -> Iterator[Problem]:
    """Every count that is below its minimum.

    What is there but wrong counts, too: it is a problem of its own, and not lost.
    """
    if seeds.dossier is None or seeds.dossier.model.minimum is None:
        return
    for what, least in seeds.dossier.model.minimum:
        count = _count(seeds, what)
        if count is not None and count < least:
            message = (
                f"must be met: at least {least} {what}, there are {count}; has something been lost?"
            )
            yield seeds.dossier.problem(("minimum", what), message)


def _count(seeds: Seeds, what: str) -> int | None:
    """How many there are; None where that cannot be known, because a file cannot be read."""
    if what == "claims":
        return _claims(seeds)
    known = {*seeds.nodes, *seeds.broken, *seeds.absent}
    return len({path.rpartition(".")[0] for path in known if path.startswith(f"seeds/{what}/")})


def _claims(seeds: Seeds) -> int | None:
    if any(path.startswith("seeds/visits/") for path in seeds.unread):
        return None
    visits = (node for path, node in seeds.nodes.items() if path.startswith("seeds/visits/"))
    lists = (strict_yaml.child(visit, "claims") for visit in visits)
    return sum(len(claims.items) for claims in lists if isinstance(claims, strict_yaml.Sequence))
