"""`data/dossier.json`: everything, filled into the shapes that its published schema describes."""

from __future__ import annotations

import json

from dossier.compare.chains import chain_of
from dossier.compare.counts import Audit, audits
from dossier.compare.dates import (
    DateCard,
    claim_card,
    publication_cards,
    sources_agree,
    visit_cards,
)
from dossier.compare.origins import Origins, origins_of
from dossier.compare.verdicts import Comparison, comparisons
from dossier.compare.voice import Doubt, doubts_of
from dossier.exports.shapes import (
    ActorExport,
    AnswerExport,
    AuditExport,
    ClaimExport,
    CoincidenceExport,
    DossierExport,
    DoubtExport,
    HopExport,
    LicenceExport,
    OriginsExport,
    ParticipantExport,
    PassageExport,
    PublishedExport,
    QuestionExport,
    QuoteExport,
    ReadingExport,
    ReadingsExport,
    ReckoningExport,
    ReferentExport,
    RightsExport,
    SentenceExport,
    SourceExport,
    SpanExport,
    StateExport,
    TellerExport,
    TopicExport,
    VisitExport,
    WhenExport,
)
from dossier.model import Claim, Dossier, Question, Quote, Readings, Source, Visit
from dossier.pages import links


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
        format=2,
        version=dossier.version,
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
        rights=RightsExport(publish=record.rights.publish, max_words=record.rights.max_words),
        text=links.text(source) if source.in_full else None,
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
        verb=claim.shown_verb,
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
                words=claim.source.quote(record.referent.words).shown,
                may_be=record.referent.may_be,
            )
            if record.referent
            else None
        ),
        note=record.note,
        page=links.claim(claim),
    )


def _quote(source: Source, quote: Quote, anchor: str) -> QuoteExport:
    withheld = quote.shown is None
    return QuoteExport(
        exact=quote.shown,
        prefix=None if withheld else source.before(quote),
        suffix=None if withheld else source.after(quote),
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
        words=card.quote.shown,
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
