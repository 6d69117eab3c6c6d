"""Where the sources name an actor, and in which spelling."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from dossier.model import Dossier, Source
from dossier.seeds.models import ActorRecord
from dossier.text.passages import Span
from dossier.text.quotes import fold

# Arabic writes and, so, by, for, like in one word with the name that follows.
_PROCLITICS = "(?:[وف]?[بلك]?)"


@dataclass(frozen=True, order=True)
class Mention(Span):
    """One place where a text names an actor."""

    spelling: str
    passage: int


def mentions(actor: ActorRecord, source: Source, dossier: Dossier) -> tuple[Mention, ...]:
    """Every place, outside furniture, where the source names the actor, shown or not.

    Longer spellings win over those inside them.
    """
    spellings = dossier.all_spellings[actor.id]
    if not spellings:
        return ()
    folded = fold(source.unabridged)
    forms = {form: spelling for spelling in spellings for form in _forms(spelling)}
    longest = sorted(forms, key=lambda form: (-len(form), form))
    names = "|".join(map(re.escape, longest))
    found = []
    for match in re.finditer(rf"(?<!\w){_PROCLITICS}({names})(?!\w)", folded.text):
        span = folded.original(*match.span(1))
        if not source.touches_furniture(span):
            passage = source.passage_at(span).number
            found.append(Mention(span.start, span.end, forms[match[1]], passage))
    return tuple(found)


def _forms(spelling: str) -> tuple[str, ...]:
    """The spelling, and how it is written after "for": the article's alef falls away."""
    name = " ".join(spelling.split())
    return (name, f"لل{name[2:]}") if name.startswith("ال") else (name,)


def spellings_by_source(actor: ActorRecord, dossier: Dossier) -> dict[str, Counter[str]]:
    """For each spelling that occurs in what is shown of the sources, how often each has it."""
    table: dict[str, Counter[str]] = {}
    for source in dossier.sources.values():
        for mention in mentions(actor, source, dossier):
            if source.shown(mention) is not None:
                table.setdefault(mention.spelling, Counter())[source.id] += 1
    return table
