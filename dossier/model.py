"""The dossier as facts: every reference resolved, every quote located.  Frozen and pure.

Built only from seeds in which `check` found no problem.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from dossier.check.evidence import as_tuple, furniture_spans
from dossier.check.rights import excerpts
from dossier.seeds.load import Record, Seeds
from dossier.seeds.models import (
    AUTHOR,
    ActorRecord,
    ClaimRecord,
    DossierRecord,
    QuestionRecord,
    QuestionsRecord,
    ReadingsRecord,
    Selector,
    SourceRecord,
    Teller,
    TellerPair,
    VisitRecord,
)
from dossier.text import edtf
from dossier.text.cover import Cover
from dossier.text.excerpt import Excerpt, Piece
from dossier.text.invisible import Sign, signs
from dossier.text.passages import Passage, Span, passages
from dossier.text.quotes import CONTEXT, Lost, locate, occurrences


@dataclass(frozen=True, order=True)
class Quote(Span):
    """Exact words of a source: code points of its text, and the passage they stand in.

    ``shown`` is None where the source's rights withhold the words.
    """

    shown: str | None
    passage: int


@dataclass(frozen=True)
class SetAside:
    """Words that were read and not used, with the reason."""

    quote: Quote
    reason: str
    note: str | None


@dataclass(frozen=True)
class Source:
    """One published article.

    Its words leave through ``shown``, ``pieces`` and located quotes alone, which keep to its
    rights.  ``unabridged`` is for those who check and compare; `tests/project` holds it so.
    """

    id: str
    record: SourceRecord
    excerpt: Excerpt
    passages: tuple[Passage, ...]
    furniture: tuple[Span, ...]
    set_aside: tuple[SetAside, ...]
    tellers: Mapping[str, Teller]
    published: edtf.Edtf

    @property
    def unabridged(self) -> str:
        """The whole text, also what may not be shown of it."""
        return self.excerpt.unabridged

    @property
    def length(self) -> int:
        """The code points of the text."""
        return len(self.unabridged)

    @cached_property
    def signs(self) -> tuple[Sign, ...]:
        """The characters of the whole text that no reader sees."""
        return signs(self.unabridged, self.passages)

    @property
    def in_full(self) -> bool:
        """Whether all of the text may be shown."""
        return self.excerpt.whole

    def shown(self, span: Span) -> str | None:
        """The words of a stretch; None if any of them is withheld."""
        return self.excerpt.shown(span)

    def pieces(self, span: Span) -> tuple[Piece, ...]:
        """A stretch cut into what is shown and what is withheld."""
        return self.excerpt.pieces(span)

    def count(self, span: Span) -> int:
        """How many words a stretch holds, shown or not."""
        return self.excerpt.count(span)

    def before(self, span: Span) -> str:
        """What is shown just before a stretch, up to the length of a prefix."""
        pieces = self.pieces(Span(max(0, span.start - CONTEXT), span.start))
        return (pieces[-1].text or "") if pieces else ""

    def after(self, span: Span) -> str:
        """What is shown just after a stretch, up to the length of a suffix."""
        pieces = self.pieces(Span(span.end, min(len(self.unabridged), span.end + CONTEXT)))
        return (pieces[0].text or "") if pieces else ""

    def quote(self, selector: Selector) -> Quote:
        """Where the words stand."""
        found = locate(self.unabridged, self.id, as_tuple(selector), self.furniture)
        if isinstance(found, Lost):
            raise AssertionError(found.message)
        passage = self.passage_at(found)
        return Quote(found.start, found.end, self.shown(found), passage.number)

    def is_furniture(self, span: Span) -> bool:
        """Whether a stretch lies wholly inside furniture."""
        return any(furniture.holds(span) for furniture in self.furniture)

    def touches_furniture(self, span: Span) -> bool:
        """Whether any of a stretch is furniture."""
        return self._furniture_cover.touches(span)

    @cached_property
    def _furniture_cover(self) -> Cover:
        return Cover.of(self.furniture)

    def passage_at(self, span: Span) -> Passage:
        """The passage in which a stretch of words begins."""
        return self.passages[bisect_right(self.passages, span.start, key=lambda p: p.end)]


@dataclass(frozen=True)
class Claim:
    """One statement of one source.  ``id`` is ``<visit>.<claim>`` and permanent."""

    id: str
    visit: str
    source: Source
    record: ClaimRecord
    quotes: tuple[Quote, ...]

    @property
    def teller(self) -> Teller | None:
        """The innermost teller; None for the article's own voice."""
        return self.source.tellers.get(self.record.told_by)

    @property
    def shown_verb(self) -> str | None:
        """The verb of speech; None where there is none, or none in what is shown of the text."""
        verb, source = self.record.verb, self.source
        if verb is None or source.in_full:
            return verb
        places = occurrences(source.unabridged, verb)
        return verb if any(source.shown(place) is not None for place in places) else None


@dataclass(frozen=True)
class Answer:
    """One answer to a question, with its claims."""

    id: str
    text: str
    claims: tuple[Claim, ...]

    @cached_property
    def sources(self) -> frozenset[str]:
        """The ids of the sources that give it."""
        return frozenset(claim.source.id for claim in self.claims)


@dataclass(frozen=True)
class Question:
    """What to compare; ``visit`` is None for a question across visits."""

    id: str
    visit: str | None
    record: QuestionRecord
    answers: tuple[Answer, ...]

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all answers."""
        return tuple(claim for answer in self.answers for claim in answer.claims)


@dataclass(frozen=True)
class Reading:
    """One way to read what the sources say together, with what speaks for and against it."""

    id: str
    text: str
    speaks_for: tuple[Claim, ...]
    speaks_against: tuple[Claim, ...]


@dataclass(frozen=True)
class Readings:
    """Competing readings of the same sources."""

    id: str
    record: ReadingsRecord
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class Visit:
    """One visit with its claims (in the order of the seed) and questions."""

    id: str
    record: VisitRecord
    when: edtf.Edtf
    claims: tuple[Claim, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Dossier:
    """The whole; sources by publication, visits by date, all mappings in that order.

    ``version`` is made of every byte of the seeds: the same version, the same texts and claims.
    ``actors`` have the spellings that stand in what is shown of the texts, ``all_spellings`` also
    those that are withheld, for those who look where a text names an actor.
    """

    version: str
    record: DossierRecord
    sources: Mapping[str, Source]
    visits: Mapping[str, Visit]
    claims: Mapping[str, Claim]
    questions: tuple[Question, ...]
    readings: tuple[Readings, ...]
    actors: Mapping[str, ActorRecord]
    all_spellings: Mapping[str, tuple[str, ...]]

    @property
    def teller_pairs(self) -> tuple[TellerPair, ...]:
        """The editors' judgements on pairs of tellers."""
        return self.record.teller_pairs

    @property
    def maybe_same_tellers(self) -> frozenset[frozenset[str]]:
        """The pairs, `<source>/<teller>` each, that the editors hold to be one or possibly one."""
        return frozenset(
            frozenset(pair.tellers) for pair in self.teller_pairs if pair.judgement != "different"
        )

    @property
    def all_questions(self) -> tuple[Question, ...]:
        """The questions across visits, then those of each visit."""
        own = (question for visit in self.visits.values() for question in visit.questions)
        return (*self.questions, *own)

    def sources_of(self, claims: Iterable[Claim]) -> tuple[Source, ...]:
        """The sources that make the claims, in the order of the dossier."""
        told = {claim.source.id for claim in claims}
        return tuple(source for source in self.sources.values() if source.id in told)

    def claims_of(self, source: Source) -> tuple[Claim, ...]:
        """The claims of a source in the order of its text."""
        own = (claim for claim in self.claims.values() if claim.source.id == source.id)
        return tuple(sorted(own, key=lambda claim: (claim.quotes[0], claim.id)))


def build(seeds: Seeds) -> Dossier:
    """Resolve seeds in which there is no problem."""
    if not seeds.dossier or not seeds.actors:
        raise AssertionError("seeds must be complete")
    shown = excerpts(seeds)
    loaded = (_source(record, shown[record.stem]) for record in seeds.sources)
    sources = {s.id: s for s in sorted(loaded, key=lambda s: (_order(s.published), s.id))}
    claims: dict[str, Claim] = {}
    dated = sorted(seeds.visits, key=lambda v: (_order(edtf.parse(v.model.when.edtf)), v.stem))
    for record in dated:
        for item in record.model.claims:
            claim = _claim(record.stem, item, sources[item.source])
            claims[claim.id] = claim
    visits = {record.stem: _visit(record, claims) for record in dated}
    across = seeds.questions.model if seeds.questions else QuestionsRecord()
    return Dossier(
        version=seeds.version,
        record=seeds.dossier.model,
        sources=sources,
        visits=visits,
        claims=claims,
        questions=tuple(_question(None, question, claims) for question in across.questions),
        readings=tuple(_readings(record, claims) for record in across.readings),
        actors={actor.id: _actor(actor, sources) for actor in seeds.actors.model.actors},
        all_spellings={actor.id: actor.spellings for actor in seeds.actors.model.actors},
    )


def _order(date: edtf.Edtf) -> tuple[str, str]:
    first, last = date.first, date.last
    return (first.isoformat() if first else "", last.isoformat() if last else "9999")


def _source(record: Record[SourceRecord], excerpt: Excerpt) -> Source:
    model, text = record.model, excerpt.unabridged
    source = Source(
        id=record.stem,
        record=model,
        excerpt=excerpt,
        passages=passages(text),
        furniture=furniture_spans(text, model.furniture),
        set_aside=(),
        tellers={teller.id: teller for teller in model.tellers},
        published=edtf.parse(model.published.edtf),
    )
    aside = tuple(SetAside(source.quote(i.quote), i.reason, i.note) for i in model.set_aside)
    return Source(**{**source.__dict__, "set_aside": aside})


def _actor(record: ActorRecord, sources: Mapping[str, Source]) -> ActorRecord:
    """The actor without the spellings that stand only in what is withheld."""
    if all(source.in_full for source in sources.values()):
        return record

    def is_shown(spelling: str) -> bool:
        return any(
            source.shown(place) is not None
            for source in sources.values()
            for place in occurrences(source.unabridged, spelling)
        )

    return record.model_copy(update={"spellings": tuple(filter(is_shown, record.spellings))})


def _claim(visit: str, record: ClaimRecord, source: Source) -> Claim:
    quotes = tuple(sorted(source.quote(selector) for selector in record.quote))
    return Claim(f"{visit}.{record.id}", visit, source, record, quotes)


def _visit(record: Record[VisitRecord], claims: Mapping[str, Claim]) -> Visit:
    own = tuple(claims[f"{record.stem}.{item.id}"] for item in record.model.claims)
    questions = tuple(_question(record.stem, q, claims) for q in record.model.questions)
    return Visit(record.stem, record.model, edtf.parse(record.model.when.edtf), own, questions)


def _readings(record: ReadingsRecord, claims: Mapping[str, Claim]) -> Readings:
    readings = (
        Reading(
            reading.id,
            reading.text,
            tuple(claims[name] for name in reading.speaks_for),
            tuple(claims[name] for name in reading.speaks_against),
        )
        for reading in record.readings
    )
    return Readings(record.id, record, tuple(readings))


def _question(visit: str | None, record: QuestionRecord, claims: Mapping[str, Claim]) -> Question:
    def resolve(name: str) -> Claim:
        return claims[name] if name in claims else claims[f"{visit}.{name}"]

    answers = tuple(
        Answer(answer.id, answer.text, tuple(resolve(name) for name in answer.claims))
        for answer in record.answers
    )
    return Question(record.id, visit, record, answers)


__all__ = [
    "AUTHOR",
    "Answer",
    "Claim",
    "Dossier",
    "Question",
    "Quote",
    "Reading",
    "Readings",
    "Source",
    "Visit",
    "build",
]
