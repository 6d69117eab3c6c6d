"""The pieces that several pages print.  Frozen, finished: templates only lay them out."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.pages.dates import DateView
from dossier.pages.pictures.boxes import Picture


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere; ``href`` is a path from the site's root."""

    text: str
    href: str


@dataclass(frozen=True)
class CitedWords:
    """Exact words of a source, leading to their passage; ``text`` is None where withheld."""

    text: str | None
    href: str


@dataclass(frozen=True)
class Legend:
    """A sign of a picture and what it means; ``sign`` ends the names of its classes."""

    sign: str
    text: str


@dataclass(frozen=True)
class Section:
    """A heading of a page: its anchor and its words."""

    id: str
    title: str


@dataclass(frozen=True)
class Page:
    """One page: where it stands, what it is called, and the view that its template prints."""

    path: str
    template: str
    title: str
    description: str
    sections: tuple[Section, ...]
    view: object
    breadcrumbs: tuple[Link, ...] = ()
    previous: Link | None = None
    next: Link | None = None

    def heading(self, anchor: str) -> Section:
        """The section with that anchor; templates ask for it so that none is forgotten."""
        return next(section for section in self.sections if section.id == anchor)


@dataclass(frozen=True)
class TellerView:
    """A teller and what the text says of them."""

    label: str
    traits: tuple[str, ...]
    quotes: tuple[CitedWords, ...]
    relays: tuple[str, ...]
    actor: Link | None
    note: str | None


@dataclass(frozen=True)
class ReckoningView:
    """How a date was reckoned: the words, the day they count from, the rule, the result.

    ``result`` is None where the words cannot be resolved, ``fits`` where there is nothing to
    compare the result with.
    """

    words: CitedWords
    source: SourceLabel
    counted_from: DateView | None
    rule: str | None
    result: DateView | None
    alternatives: tuple[DateView, ...]
    fits: bool | None
    note: str | None


@dataclass(frozen=True)
class AuditView:
    """A number that a claim gives beside the one on file."""

    claim: ClaimView
    claimed: str
    on_file: str | None
    finding: str
    finding_label: str


@dataclass(frozen=True)
class HopView:
    """One hop of a chain; several labels where the text leaves open which."""

    labels: tuple[str, ...]
    traits: tuple[str, ...]


@dataclass(frozen=True)
class SourceLabel:
    """A source in a few words: its outlet and its day."""

    text: str
    href: str


@dataclass(frozen=True)
class ReferentView:
    """Words that may mean one of several; None where they are withheld."""

    words: str | None
    may_be: str


@dataclass(frozen=True)
class QuoteView:
    """The words of a source, and where they stand.

    ``text`` is None where the words are withheld.  ``number`` is that of the passage, from whose
    beginning ``start`` and ``end`` count code points; ``passage`` the way to it where all of it
    may be shown.  ``live`` leads to the words on the page where they were published.
    """

    text: str | None
    href: str
    number: int
    passage: str | None
    start: int
    end: int
    live: str | None


@dataclass(frozen=True)
class PassageWords:
    """A whole passage, to show a quote in; ``label`` says where it is from."""

    href: str
    text: str
    label: str


@dataclass(frozen=True)
class ClaimView:
    """A claim with its words and its chain.

    ``attribution`` names everyone through whom the statement came: words before and after it.
    """

    id: str
    anchor: str
    href: str
    number: int
    statement: str
    attribution: tuple[str, str]
    quotes: tuple[QuoteView, ...]
    source: SourceLabel
    hops: tuple[HopView, ...]
    voice: str
    verb: str | None
    speaker: Link | None
    reckoning: ReckoningView | None
    referent: ReferentView | None
    picture: Picture | None
    note: str | None
    questions: tuple[Link, ...]


@dataclass(frozen=True)
class CoincidenceView:
    """Two origins that may be one, and why."""

    first: str
    second: str
    reason: str


@dataclass(frozen=True)
class OriginsView:
    """The interval of origins in words, whether it is open, and the reasons for it."""

    text: str
    open: bool
    names: tuple[str, ...]
    coincidences: tuple[CoincidenceView, ...]
    more: int


@dataclass(frozen=True)
class AnswerView:
    """An answer with the claims that give it."""

    text: str
    origins: OriginsView
    claims: tuple[ClaimView, ...]
    sources: tuple[SourceLabel, ...]


@dataclass(frozen=True)
class CellView:
    """What one source says to one question."""

    source: SourceLabel
    state: str
    label: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class QuestionView:
    """A question compared."""

    anchor: str
    href: str
    text: str
    visit: Link | None
    visit_id: str
    topic_id: str
    topic: str | None
    source_ids: str
    verdict: str
    verdict_label: str
    open: bool
    reason: str
    kind: str
    origins: OriginsView
    answers: tuple[AnswerView, ...]
    cells: tuple[CellView, ...]
    note: str | None
    missing: tuple[str, ...]


@dataclass(frozen=True)
class SentenceView:
    """A sentence of a summary and the claims it rests on."""

    text: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True)
class VisitCard:
    """A visit in a list."""

    title: str
    href: str
    date: DateView
    summary: SentenceView
    sources: tuple[SourceLabel, ...]
    claims: str
    questions: str
    contradictions: str | None


@dataclass(frozen=True)
class SourceCard:
    """A source in a list."""

    title: str
    href: str
    outlet: str
    date: DateView
    basis: str
    visits: tuple[Link, ...]
    claims: str
    quoted: str
