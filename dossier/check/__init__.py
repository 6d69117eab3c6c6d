"""Everything that must hold before a word is published.  Pure."""

from __future__ import annotations

from dossier.check import dates, evidence, identity, minimum, questions, references, rights
from dossier.problems import Problem
from dossier.seeds.load import Seeds

_CHECKS = (
    *(identity.check, references.check, evidence.check),
    *(dates.check, questions.check, rights.check, minimum.check),
)


def check(seeds: Seeds) -> list[Problem]:
    """All problems between the records, in no particular order."""
    return [problem for find in _CHECKS for problem in find(seeds)]
