"""The source statement: what the dossier, or one visit, rests on, in generated Arabic prose.

After the Source Summary Statement of ICD 206.  Every sentence is chosen and counted from the
data; number and gender follow from `words.yml` (CLDR plurals).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.compare.chains import chain_of
from dossier.compare.origins import origins_of
from dossier.model import Claim, Dossier, Source
from dossier.pages.words import Words
from dossier.seeds.models import Teller


@dataclass(frozen=True)
class _Basis:
    """What a set of claims rests on."""

    sources: tuple[Source, ...]
    tellers: tuple[Teller, ...]
    claims: tuple[Claim, ...]

    @classmethod
    def of(cls, claims: Iterable[Claim], dossier: Dossier) -> _Basis:
        claims = tuple(claims)
        sources = dossier.sources_of(claims)
        tellers = {
            (source.id, teller.id): teller
            for source in sources
            for teller in source.record.tellers
            if any(c.source.id == source.id and c.record.told_by == teller.id for c in claims)
        }
        return cls(sources, tuple(tellers.values()), claims)


def statement(claims: Iterable[Claim], dossier: Dossier, words: Words) -> tuple[str, ...]:
    """The statement, a sentence each; the first says what matters most."""
    basis = _Basis.of(claims, dossier)
    return tuple(
        sentence
        for sentence in (
            _witnesses(basis, words),
            _articles(basis, words),
            _origins(basis, dossier, words),
            _named(basis, dossier, words),
            _parties(basis, words),
            _undated(basis, words),
            _relays(basis, words),
        )
        if sentence
    )


def coverage(dossier: Dossier, words: Words) -> tuple[str, ...]:
    """What only one article covers, and what none does; for the dossier as a whole."""
    single = [
        visit.record.title
        for visit in dossier.visits.values()
        if len(dossier.sources_of(visit.claims)) == 1
    ]
    titles = {visit.id: f" ({visit.record.title})" for visit in dossier.visits.values()}
    unanswered = [
        question.record.text + titles.get(question.visit or "", "")
        for question in dossier.all_questions
        if not question.claims
    ]
    found = []
    if single:
        visits = words.count("only_visits", len(single))
        found.append(words("statement.single", visits=visits, list=words.list(single)))
    if unanswered:
        found.append(words("statement.unanswered", list=words.list(unanswered)))
    return tuple(found)


def _witnesses(basis: _Basis, words: Words) -> str:
    present = [teller for teller in basis.tellers if teller.access == "present"]
    if any(teller.named for teller in present):
        return words("statement.named_witness")
    if present:
        return words("statement.unnamed_witness", n=words.count("witnesses", len(present)))
    return words("statement.no_witness")


def _articles(basis: _Basis, words: Words) -> str:
    outlets = {source.record.outlet for source in basis.sources if source.record.outlet}
    unnamed = sum(source.record.outlet is None for source in basis.sources)
    text = words("statement.articles", n=words.count("of_articles", len(basis.sources)))
    if outlets:
        text += words("statement.outlets", n=words.count("of_outlets", len(outlets)))
    if unnamed == len(basis.sources) == 1:
        text += words("statement.unnamed_outlet")
    elif unnamed:
        text += words("statement.unnamed_outlets", n=words.count("unnamed_outlets", unnamed))
    return f"{text}."


def _origins(basis: _Basis, dossier: Dossier, words: Words) -> str:
    origins = origins_of(basis.claims, dossier.teller_pairs)
    if origins.fewest == origins.most:
        return words("statement.origins_same", n=words.count("origins", origins.most))
    return words("statement.origins_range", fewest=origins.fewest, most=origins.most)


def _named(basis: _Basis, dossier: Dossier, words: Words) -> str:
    people = {
        teller.actor: dossier.actors[teller.actor].name
        for teller in basis.tellers
        if teller.named and teller.actor and dossier.actors[teller.actor].kind == "person"
    }
    if not people:
        return words("statement.no_named")
    names = words.list(people.values())
    return words("statement.named", n=words.count("named_people", len(people)), list=names)


def _parties(basis: _Basis, words: Words) -> str:
    parties = sum(teller.interest == "party" for teller in basis.tellers)
    return words("statement.parties", n=words.count("tellers", parties)) if parties else ""


def _undated(basis: _Basis, words: Words) -> str:
    undated = sum(source.record.published.basis == "inferred" for source in basis.sources)
    return words("statement.undated", n=words.count("undated", undated)) if undated else ""


def _relays(basis: _Basis, words: Words) -> str:
    relayed = {claim.source.id for claim in basis.claims if len(chain_of(claim).hops) > 1}
    return words("statement.relays", n=words.count("relaying", len(relayed))) if relayed else ""
