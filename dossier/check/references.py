"""Checks of references: whatever a record names must be there, and every actor be named."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dossier.problems import Problem
from dossier.seeds import strict_yaml
from dossier.seeds.load import Record, Seeds, closest
from dossier.seeds.models import AUTHOR, QuestionRecord, QuestionsRecord
from dossier.seeds.strict_yaml import Path
from dossier.text.quotes import occurrences


@dataclass(frozen=True)
class Names:
    """What there is to refer to.  None: its file is broken, so nothing can be said.

    Read from the trees rather than from the models: an item with a mistake in it still
    exists, and must not make those that refer to it wrong, too.
    """

    sources: frozenset[str]
    tellers: dict[str, frozenset[str] | None]
    actors: frozenset[str] | None
    topics: frozenset[str] | None
    claims: dict[str, frozenset[str] | None]

    @classmethod
    def of(cls, seeds: Seeds) -> Names:
        """The names that the seeds declare."""
        tellers: dict[str, frozenset[str] | None] = {}
        claims: dict[str, frozenset[str] | None] = {}
        for path in sorted({*seeds.nodes, *seeds.broken, *seeds.absent}):
            stem = path.rpartition("/")[2].removesuffix(".yml")
            node = seeds.nodes.get(path)
            if path.startswith("seeds/sources/") and path.endswith(".yml"):
                tellers[stem] = _ids(node, "tellers")
            elif path.startswith("seeds/visits/"):
                claims[stem] = _ids(node, "claims")
        return cls(
            sources=frozenset({*tellers, *seeds.texts}),
            tellers=tellers,
            actors=_ids(seeds.nodes.get("seeds/actors.yml"), "actors"),
            topics=_ids(seeds.nodes.get("seeds/dossier.yml"), "topics"),
            claims=claims,
        )


def check(seeds: Seeds) -> Iterator[Problem]:
    """Every problem of this kind."""
    names = Names.of(seeds)
    actors_meant: set[str] = set()
    for found in _references(seeds, names):
        if found.known is None or found.name in found.known:
            continue
        meant = closest(found.name, found.known)
        hint = f"; did you mean '{meant}'?" if meant else ""
        yield found.record.problem(
            found.path, f"must name {found.what}, {found.name} is none{hint}"
        )
        if found.known is names.actors and meant:
            actors_meant.add(meant)
    yield from _unnamed_actors(seeds, actors_meant)
    yield from _relay_cycles(seeds)


@dataclass(frozen=True)
class _Reference:
    record: Record[Any]
    path: Path
    name: str
    known: Collection[str] | None
    what: str


def _references(seeds: Seeds, names: Names) -> Iterator[_Reference]:
    def actors(record: Record[Any], path: Path, *found: str | None) -> Iterator[_Reference]:
        for name in found:
            if name is not None:
                yield _Reference(record, path, name, names.actors, "an actor")

    if seeds.dossier:
        yield from actors(seeds.dossier, ("subject",), seeds.dossier.model.subject)
        known = {
            f"{source}/{teller}"
            for source, tellers in names.tellers.items()
            for teller in (*(tellers or ()), AUTHOR)
        }
        for index, pair in enumerate(seeds.dossier.model.teller_pairs):
            for side, name in enumerate(pair.tellers):
                if names.tellers.get(name.partition("/")[0], ()) is not None:
                    path: Path = ("teller_pairs", index, "tellers", side)
                    what = "a teller (<source>/<teller>)"
                    yield _Reference(seeds.dossier, path, name, known, what)
    for source in seeds.sources:
        yield from actors(source, ("outlet",), source.model.outlet)
        for index, teller in enumerate(source.model.tellers):
            yield from actors(source, ("tellers", index, "actor"), teller.actor)
            for place, name in enumerate(teller.relays):
                path = ("tellers", index, "relays", place)
                yield _Reference(
                    source, path, name, names.tellers[source.stem], "a teller of this source"
                )
    for visit in seeds.visits:
        yield from _visit_references(visit, names)
        for index, place_name in enumerate(visit.model.where):
            yield from actors(visit, ("where", index), place_name)
        for index, participant in enumerate(visit.model.participants):
            yield from actors(visit, ("participants", index, "actor"), participant.actor)
        for index, claim in enumerate(visit.model.claims):
            yield from actors(visit, ("claims", index, "speaker"), claim.speaker)
    if seeds.questions:
        known_claims = _across(names)
        for index, question in enumerate(seeds.questions.model.questions):
            yield from _question_references(seeds.questions, index, question, known_claims, names)
        yield from _reading_references(seeds.questions, known_claims, names)


def _visit_references(visit: Record[Any], names: Names) -> Iterator[_Reference]:
    claims = names.claims[visit.stem]
    for index, evidence in enumerate(visit.model.when.evidence):
        yield _Reference(
            visit, ("when", "evidence", index, "source"), evidence.source, names.sources, "a source"
        )
    for key in ("participants", "summary"):
        for index, item in enumerate(getattr(visit.model, key)):
            for place, name in enumerate(item.claims):
                yield _Reference(
                    visit, (key, index, "claims", place), name, claims, "a claim of this visit"
                )
    for index, claim in enumerate(visit.model.claims):
        yield _Reference(
            visit, ("claims", index, "source"), claim.source, names.sources, "a source"
        )
        yield _Reference(
            visit,
            ("claims", index, "topic"),
            claim.topic,
            names.topics,
            "a topic of seeds/dossier.yml",
        )
        if claim.counts and claim.counts.visit:
            path: Path = ("claims", index, "counts", "visit")
            yield _Reference(visit, path, claim.counts.visit, names.claims.keys(), "a visit")
        tellers = names.tellers.get(claim.source)
        if tellers is not None:
            tellers |= {AUTHOR}
            what = f"a teller of {claim.source}"
            yield _Reference(visit, ("claims", index, "told_by"), claim.told_by, tellers, what)
    local = None if claims is None else claims | _across(names)
    for index, question in enumerate(visit.model.questions):
        yield from _question_references(visit, index, question, local, names)


def _question_references(
    record: Record[Any],
    index: int,
    question: QuestionRecord,
    claims: Collection[str] | None,
    names: Names,
) -> Iterator[_Reference]:
    if question.topic is not None:
        path: Path = ("questions", index, "topic")
        yield _Reference(record, path, question.topic, names.topics, "a topic of seeds/dossier.yml")
    for number, answer in enumerate(question.answers):
        for place, name in enumerate(answer.claims):
            path = ("questions", index, "answers", number, "claims", place)
            visit, dot, _ = name.partition(".")
            if dot and names.claims.get(visit, ()) is None:
                continue
            yield _Reference(record, path, name, claims, "a claim")


def _reading_references(
    record: Record[QuestionsRecord], claims: Collection[str], names: Names
) -> Iterator[_Reference]:
    for index, doubt in enumerate(record.model.readings):
        for place, name in enumerate(doubt.visits):
            path: Path = ("readings", index, "visits", place)
            yield _Reference(record, path, name, names.claims.keys(), "a visit")
        for number, reading in enumerate(doubt.readings):
            for key in ("speaks_for", "speaks_against"):
                for place, name in enumerate(getattr(reading, key)):
                    path = ("readings", index, "readings", number, key, place)
                    yield _Reference(record, path, name, claims, "a claim (<visit>.<claim>)")


def _across(names: Names) -> frozenset[str]:
    return frozenset(
        f"{visit}.{claim}" for visit, ids in names.claims.items() for claim in ids or ()
    )


def _ids(node: strict_yaml.Node | None, key: str) -> frozenset[str] | None:
    """The ids under a key of a tree, whatever else is wrong with the items."""
    if node is None:
        return None
    items = strict_yaml.find(node, (key,))
    if not isinstance(items, strict_yaml.Sequence):
        return frozenset()
    ids = (strict_yaml.child(item, "id") for item in items.items)
    return frozenset(item.text for item in ids if isinstance(item, strict_yaml.Scalar))


def _unnamed_actors(seeds: Seeds, meant: set[str]) -> Iterator[Problem]:
    """Actors that nothing names, and spellings that occur nowhere.

    Nothing can be said where a file is not there to be read.
    """
    if not seeds.actors or seeds.unread:
        return
    others = (node for path, node in seeds.nodes.items() if path != seeds.actors.path)
    named = meant.union(*map(_scalars, others))
    for index, actor in enumerate(seeds.actors.model.actors):
        occurring = {spelling for spelling in actor.spellings if _occurs(spelling, seeds)}
        if actor.id not in named and not occurring:
            message = f"must be named by a record or occur in a source, {actor.id} is not"
            yield seeds.actors.problem(("actors", index, "id"), message)
            continue
        for place, spelling in enumerate(actor.spellings):
            if spelling not in occurring:
                path = ("actors", index, "spellings", place)
                message = f"must occur in a source, «{spelling}» does not"
                yield seeds.actors.problem(path, message)


def _scalars(node: strict_yaml.Node) -> set[str]:
    """Every text of a tree."""
    match node:
        case strict_yaml.Scalar():
            return {node.text}
        case strict_yaml.Sequence():
            return set[str]().union(*map(_scalars, node.items))
        case strict_yaml.Mapping():
            return set[str]().union(*map(_scalars, node.values.values()))


def _occurs(spelling: str, seeds: Seeds) -> bool:
    return any(occurrences(text.text, spelling) for text in seeds.texts.values())


def _relay_cycles(seeds: Seeds) -> Iterator[Problem]:
    for source in seeds.sources:
        relays = {teller.id: teller.relays for teller in source.model.tellers}
        for index, teller in enumerate(source.model.tellers):
            if teller.id in _reached(relays, teller.relays):
                message = "must not lead back to the teller itself"
                yield source.problem(("tellers", index, "relays"), message)
                break


def _reached(relays: dict[str, tuple[str, ...]], start: Iterable[str]) -> set[str]:
    reached: set[str] = set()
    waiting = list(start)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting.extend(relays.get(name, ()))
    return reached
