"""The shape of `data/dossier.json`; its JSON Schema is generated from these models.  Pure."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from dossier.compare.counts import Finding
from dossier.compare.origins import Ground
from dossier.compare.verdicts import State, Verdict
from dossier.compare.voice import Kind as DoubtKind
from dossier.seeds.models import Access, ActorKind, Basis, Interest, Publish, QuestionKind, Voice
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


class RightsExport(Export):
    """How much of a text may be shown; `max_words` of an excerpt."""

    publish: Publish
    max_words: int | None


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
    rights: RightsExport
    text: str | None
    """Where the original text stands, from the site's root; null where not all of it may."""
    passages: tuple[PassageExport, ...]
    furniture: tuple[SpanExport, ...]
    tellers: tuple[TellerExport, ...]


class QuoteExport(Export):
    """Exact words: `text[start:end] == exact`, in code points of the source's text.

    After the TextQuoteSelector and TextPositionSelector of the W3C Web Annotation Data Model.
    Words that the rights of their source withhold are null.
    """

    exact: str | None
    prefix: str | None
    suffix: str | None
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
    """How a date was reckoned from its words, which are null where they are withheld."""

    source: str
    words: str | None
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
    """A place of a source where it is in doubt whose words they are (null where withheld)."""

    source: str
    kind: DoubtKind
    words: str | None
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
    """Words that may mean one of several; null where they are withheld."""

    words: str | None
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

    format: Literal[2]
    """Raised when a reader of this file would have to change."""
    version: str
    """Made of every byte of the seeds: the same version, the same texts and claims."""
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
