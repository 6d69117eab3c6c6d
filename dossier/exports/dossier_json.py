"""`data/dossier.json`: everything, in a shape that its published JSON Schema describes."""

from __future__ import annotations

import json
from typing import Literal

from pydantic import BaseModel, ConfigDict

from dossier.compare.chains import chain_of
from dossier.compare.counts import Audit, Finding, audits
from dossier.compare.dates import (
    DateCard,
    claim_card,
    publication_cards,
    sources_agree,
    visit_cards,
)
from dossier.compare.origins import Ground, Origins, origins_of
from dossier.compare.verdicts import Comparison, State, Verdict, comparisons
from dossier.compare.voice import Doubt, doubts_of
from dossier.compare.voice import Kind as DoubtKind
from dossier.model import Claim, Dossier, Question, Quote, Readings, Source, Visit
from dossier.pages import links
from dossier.seeds.models import Access, ActorKind, Basis, Interest, QuestionKind, Voice
from dossier.text.quotes import CONTEXT
from dossier.text.relative_dates import Rule


class Export(BaseModel):
    """What all parts of the export have in common."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class PassageExport(Export):
    """A paragraph; `text[start:end]` are its words."""

    number: int
    anchor: str
    start: int
    end: int


class SpanExport(Export):
    """Code points `start` to `end` (excluded) of a source's text."""

    start: int
    end: int


class PublishedExport(Export):
    """When a source was published."""

    edtf: str
    basis: Basis
    evidence: tuple[ReckoningExport, ...]
    note: str | None


class TellerExport(Export):
    """Who told it; `id` is `author` where the article speaks for itself."""

    id: str
    label: str
    named: bool
    number: int | None
    access: Access
    interest: Interest
    actor: str | None
    relays: tuple[str, ...]


class SourceExport(Export):
    """A published article."""

    id: str
    title: str
    outlet: str | None
    published: PublishedExport
    original_file: str
    sha256: str
    url: str | None
    page: str
    text: str
    """Where the original text stands, from the site's root."""
    passages: tuple[PassageExport, ...]
    furniture: tuple[SpanExport, ...]
    tellers: tuple[TellerExport, ...]


class QuoteExport(Export):
    """Exact words: `text[start:end] == exact`, in code points of the source's text.

    After the TextQuoteSelector and TextPositionSelector of the W3C Web Annotation Data Model.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    passage: int
    anchor: str


class HopExport(Export):
    """One hop of a chain; several tellers where the text leaves open which."""

    tellers: tuple[str, ...]


class ClaimExport(Export):
    """One statement of one source."""

    id: str
    visit: str
    source: str
    statement: str
    topic: str
    voice: Voice
    verb: str | None
    speaker: str | None
    told_by: str
    quotes: tuple[QuoteExport, ...]
    chain: tuple[HopExport, ...]
    """From the innermost teller outwards; empty where the article speaks for itself."""
    origin: str
    """`<source>/<teller>` of the innermost teller."""
    dated: ReckoningExport | None
    referent: ReferentExport | None
    note: str | None
    page: str


class WhenExport(Export):
    """When a visit took place; `sources_agree` is null where fewer than two date it."""

    edtf: str
    evidence: tuple[ReckoningExport, ...]
    sources_agree: bool | None
    note: str | None


class SentenceExport(Export):
    """A sentence of a summary and the claims it rests on."""

    text: str
    claims: tuple[str, ...]


class ParticipantExport(Export):
    """Who took part, and the claims that say so."""

    actor: str
    claims: tuple[str, ...]


class CoincidenceExport(Export):
    """Two origins that may be one: `unnamed`, `own-voice` or the `editors`' judgement."""

    tellers: tuple[str, str]
    ground: Ground
    reason: str | None


class OriginsExport(Export):
    """The fewest and the most independent origins that are possible, and why."""

    min: int
    max: int
    names: tuple[str, ...]
    may_coincide: tuple[CoincidenceExport, ...]


class ReckoningExport(Export):
    """How a date was reckoned from its words."""

    source: str
    words: str
    start: int
    end: int
    counted_from: str | None
    rule: Rule | None
    edtf: str | None
    alternatives: tuple[str, ...]
    fits: bool | None
    note: str | None


class AuditExport(Export):
    """A number that a claim gives beside the one on file."""

    claim: str
    what: str
    claimed: int
    order: bool
    on_file: int | None
    finding: Finding


class DoubtExport(Export):
    """A place of a source where it is in doubt whose words they are."""

    source: str
    kind: DoubtKind
    words: str
    start: int
    end: int
    claims: tuple[str, ...]
    answers: tuple[str, ...]


class ReadingExport(Export):
    """One way to read what the sources say together."""

    id: str
    text: str
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]


class ReadingsExport(Export):
    """Competing readings."""

    id: str
    text: str
    visits: tuple[str, ...]
    readings: tuple[ReadingExport, ...]
    note: str | None
    missing: tuple[str, ...]


class ReferentExport(Export):
    """Words that may mean one of several."""

    words: str
    may_be: tuple[str, ...]


class VisitExport(Export):
    """One visit."""

    id: str
    title: str
    when: WhenExport
    where: tuple[str, ...]
    participants: tuple[ParticipantExport, ...]
    summary: tuple[SentenceExport, ...]
    claims: tuple[str, ...]
    outlets: int
    origins: OriginsExport
    page: str


class AnswerExport(Export):
    """An answer with its claims."""

    id: str
    text: str
    claims: tuple[str, ...]
    outlets: int
    origins: OriginsExport


class StateExport(Export):
    """What one source says to one question."""

    source: str
    state: State
    answers: tuple[str, ...]


class QuestionExport(Export):
    """A question compared; `visit` is null across visits."""

    id: str
    visit: str | None
    text: str
    kind: QuestionKind
    topic: str | None
    verdict: Verdict
    outlets: int
    origins: OriginsExport
    answers: tuple[AnswerExport, ...]
    states: tuple[StateExport, ...]
    note: str | None
    missing: tuple[str, ...]
    page: str


class ActorExport(Export):
    """A person, body, group, outlet or place."""

    id: str
    kind: ActorKind
    name: str
    latin: tuple[str, ...]
    spellings: tuple[str, ...]
    page: str


class TopicExport(Export):
    """What a claim can be about."""

    id: str
    label: str


class LicenceExport(Export):
    """Under which terms this is published."""

    data: str
    texts: str


class DossierExport(Export):
    """The whole dossier."""

    format: Literal[1]
    """Raised when a reader of this file would have to change."""
    title: str
    subject: str
    language: str
    description: str
    note: str | None
    licence: LicenceExport
    topics: tuple[TopicExport, ...]
    sources: tuple[SourceExport, ...]
    visits: tuple[VisitExport, ...]
    claims: tuple[ClaimExport, ...]
    questions: tuple[QuestionExport, ...]
    audits: tuple[AuditExport, ...]
    doubts: tuple[DoubtExport, ...]
    readings: tuple[ReadingsExport, ...]
    actors: tuple[ActorExport, ...]


def dossier_json(dossier: Dossier) -> bytes:
    """The export as UTF-8 JSON."""
    return _json(export(dossier).model_dump(mode="json"))


def schema_json() -> bytes:
    """The JSON Schema (2020-12) of the export."""
    schema = DossierExport.model_json_schema(mode="serialization")
    return _json({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema})


def export(dossier: Dossier) -> DossierExport:
    """Everything that the dossier holds and computes."""
    record = dossier.record
    return DossierExport(
        format=1,
        title=record.title,
        subject=record.subject,
        language=record.language,
        description=record.description,
        note=record.note,
        licence=LicenceExport(data=record.licence.data, texts=record.licence.texts),
        topics=tuple(TopicExport(id=topic.id, label=topic.label) for topic in record.topics),
        sources=tuple(map(_source, dossier.sources.values())),
        visits=tuple(_visit(visit, dossier) for visit in dossier.visits.values()),
        claims=tuple(map(_claim, dossier.claims.values())),
        questions=tuple(map(_question, comparisons(dossier))),
        audits=tuple(map(_audit, audits(dossier))),
        doubts=tuple(
            _doubt(doubt)
            for source in dossier.sources.values()
            for doubt in doubts_of(source, dossier)
        ),
        readings=tuple(map(_readings, dossier.readings)),
        actors=tuple(
            ActorExport(
                id=actor.id,
                kind=actor.kind,
                name=actor.name,
                latin=actor.latin,
                spellings=actor.spellings,
                page=links.actor(actor.id),
            )
            for actor in dossier.actors.values()
        ),
    )


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _source(source: Source) -> SourceExport:
    record = source.record
    return SourceExport(
        id=source.id,
        title=record.title,
        outlet=record.outlet,
        published=PublishedExport(
            edtf=record.published.edtf,
            basis=record.published.basis,
            evidence=tuple(map(_reckoning, publication_cards(source))),
            note=record.published.note,
        ),
        original_file=record.original_file,
        sha256=record.sha256,
        url=record.url,
        page=links.source(source),
        text=f"data/texts/{source.id}.txt",
        passages=tuple(
            PassageExport(number=p.number, anchor=f"p{p.number}", start=p.start, end=p.end)
            for p in source.passages
        ),
        furniture=tuple(SpanExport(start=span.start, end=span.end) for span in source.furniture),
        tellers=tuple(
            TellerExport(
                id=teller.id,
                label=teller.label,
                named=teller.named,
                number=teller.number,
                access=teller.access,
                interest=teller.interest,
                actor=teller.actor,
                relays=teller.relays,
            )
            for teller in record.tellers
        ),
    )


def _visit(visit: Visit, dossier: Dossier) -> VisitExport:
    record = visit.record
    origins = origins_of(visit.claims, dossier.teller_pairs)
    cards = visit_cards(visit, dossier)
    return VisitExport(
        id=visit.id,
        title=record.title,
        when=WhenExport(
            edtf=record.when.edtf,
            evidence=tuple(map(_reckoning, cards)),
            sources_agree=sources_agree(cards),
            note=record.when.note,
        ),
        where=record.where,
        participants=tuple(
            ParticipantExport(actor=p.actor, claims=tuple(f"{visit.id}.{c}" for c in p.claims))
            for p in record.participants
        ),
        summary=tuple(
            SentenceExport(text=s.text, claims=tuple(f"{visit.id}.{c}" for c in s.claims))
            for s in record.summary
        ),
        claims=tuple(claim.id for claim in visit.claims),
        outlets=origins.outlets,
        origins=_origins(origins),
        page=links.visit(visit),
    )


def _claim(claim: Claim) -> ClaimExport:
    record, chain = claim.record, chain_of(claim)
    return ClaimExport(
        id=claim.id,
        visit=claim.visit,
        source=claim.source.id,
        statement=record.statement,
        topic=record.topic,
        voice=record.voice,
        verb=record.verb,
        speaker=record.speaker,
        told_by=record.told_by,
        quotes=tuple(
            _quote(claim.source, quote, links.evidence_anchor(claim, index))
            for index, quote in enumerate(claim.quotes)
        ),
        chain=tuple(HopExport(tellers=tuple(t.id for t in hop.tellers)) for hop in chain.hops),
        origin=chain.origin,
        dated=_reckoning(card) if (card := claim_card(claim)) else None,
        referent=(
            ReferentExport(
                words=claim.source.quote(record.referent.words).exact,
                may_be=record.referent.may_be,
            )
            if record.referent
            else None
        ),
        note=record.note,
        page=links.claim(claim),
    )


def _quote(source: Source, quote: Quote, anchor: str) -> QuoteExport:
    return QuoteExport(
        exact=quote.exact,
        prefix=source.text[max(0, quote.start - CONTEXT) : quote.start],
        suffix=source.text[quote.end : quote.end + CONTEXT],
        start=quote.start,
        end=quote.end,
        passage=quote.passage,
        anchor=anchor,
    )


def _question(comparison: Comparison) -> QuestionExport:
    question: Question = comparison.question
    return QuestionExport(
        id=question.id,
        visit=question.visit,
        text=question.record.text,
        kind=question.record.kind,
        topic=question.record.topic,
        verdict=comparison.verdict,
        outlets=comparison.origins.outlets,
        origins=_origins(comparison.origins),
        answers=tuple(
            AnswerExport(
                id=answer.id,
                text=answer.text,
                claims=tuple(claim.id for claim in answer.claims),
                outlets=origins.outlets,
                origins=_origins(origins),
            )
            for answer, origins in zip(question.answers, comparison.answer_origins, strict=True)
        ),
        states=tuple(
            StateExport(
                source=cell.source.id,
                state=cell.state,
                answers=tuple(answer.id for answer in cell.answers),
            )
            for cell in comparison.cells
        ),
        note=question.record.note,
        missing=question.record.missing,
        page=links.question(question),
    )


def _origins(origins: Origins) -> OriginsExport:
    return OriginsExport(
        min=origins.fewest,
        max=origins.most,
        names=origins.names,
        may_coincide=tuple(
            CoincidenceExport(
                tellers=(item.first, item.second), ground=item.ground, reason=item.reason
            )
            for item in origins.coincidences
        ),
    )


def _reckoning(card: DateCard) -> ReckoningExport:
    resolution = card.resolution
    return ReckoningExport(
        source=card.source.id,
        words=card.quote.exact,
        start=card.quote.start,
        end=card.quote.end,
        counted_from=card.counted_from.text if card.counted_from else None,
        rule=resolution.rule if resolution else None,
        edtf=resolution.edtf if resolution else None,
        alternatives=resolution.alternatives if resolution else (),
        fits=card.fits,
        note=card.note,
    )


def _audit(audit: Audit) -> AuditExport:
    return AuditExport(
        claim=audit.claim.id,
        what=audit.counts.what,
        claimed=audit.counts.n,
        order=audit.counts.order,
        on_file=audit.on_file,
        finding=audit.finding,
    )


def _doubt(doubt: Doubt) -> DoubtExport:
    return DoubtExport(
        source=doubt.source.id,
        kind=doubt.kind,
        words=doubt.words,
        start=doubt.span.start,
        end=doubt.span.end,
        claims=tuple(claim.id for claim in doubt.claims),
        answers=doubt.answers,
    )


def _readings(readings: Readings) -> ReadingsExport:
    return ReadingsExport(
        id=readings.id,
        text=readings.record.text,
        visits=readings.record.visits,
        readings=tuple(
            ReadingExport(
                id=reading.id,
                text=reading.text,
                speaks_for=tuple(claim.id for claim in reading.speaks_for),
                speaks_against=tuple(claim.id for claim in reading.speaks_against),
            )
            for reading in readings.readings
        ),
        note=readings.record.note,
        missing=readings.record.missing,
    )
