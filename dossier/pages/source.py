"""The list of sources, and the page of each: its record, and its text with the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import ClassVar, Literal

from dossier.compare.dates import publication_cards
from dossier.compare.usage import USES
from dossier.compare.voice import Doubt, doubts_of
from dossier.model import Claim, Source
from dossier.pages import links
from dossier.pages.dates import DateView
from dossier.pages.presenter import Presenter, percent
from dossier.pages.shares import SharesView, shares
from dossier.pages.views import (
    CitedWords,
    ClaimView,
    Link,
    Page,
    ReckoningView,
    Section,
    SourceCard,
    TellerView,
)
from dossier.text.invisible import Sign, direction
from dossier.text.passages import Passage, Span

_LISTED = 100  # of what may be there by the thousand
_PLACES = 9
_LONGEST = 1_000
_VAST = 100_000


@dataclass(frozen=True)
class AnchorView:
    """Where a quote begins, with the number of its claim in this source."""

    id: str
    number: int


@dataclass(frozen=True)
class SegmentView:
    """A stretch of text over which the same quotes lie.

    ``href`` is None for plain text and for white space, which cannot be aimed at; the claim for
    one quote; the list of this passage's evidence where quotes overlap.  ``numbers`` are those
    of the claims that lie over the stretch, in this source; ``starts`` those under which the
    claims that begin with it stand on their visits' pages.  Both set apart by spaces.
    """

    omitted: ClassVar = False
    text: str
    anchors: tuple[AnchorView, ...]
    href: str | None
    numbers: str
    starts: str
    count: int


@dataclass(frozen=True)
class BegunView:
    """The quotes that begin at one place of a stretch that is withheld."""

    anchors: tuple[AnchorView, ...]
    href: str
    numbers: str
    starts: str
    count: int


@dataclass(frozen=True)
class OmittedView:
    """A stretch of text that is withheld, and the quotes that begin in it."""

    omitted: ClassVar = True
    quotes: tuple[BegunView, ...]


@dataclass(frozen=True)
class PassageView:
    """A paragraph, its direction, and the white space that stands before it in the text.

    ``bulk`` says why a browser would take minutes to lay it out.  ``withheld`` counts the words
    where none of them may be shown.
    """

    before: str
    anchor: str
    direction: str
    furniture: bool
    bulk: Literal["vast", "unbroken"] | None
    withheld: str | None
    segments: tuple[SegmentView | OmittedView, ...]


@dataclass(frozen=True)
class EvidenceView:
    """The claims that rest on one passage."""

    number: int
    anchor: str
    claims: tuple[NumberedClaim, ...]


@dataclass(frozen=True)
class NumberedClaim:
    """A claim with its number in this source; its visit where the source tells of several."""

    number: int
    claim: ClaimView
    visit: Link | None


@dataclass(frozen=True)
class ShareView:
    """How many sentences were used one way."""

    use: str
    label: str
    count: str
    percent: int


@dataclass(frozen=True)
class LooseSentence:
    """A sentence that no claim uses, leading to its passage."""

    words: CitedWords
    reason: str | None
    note: str | None


@dataclass(frozen=True)
class DoubtView:
    """A place where it is in doubt whose words they are, and what the editors say of it."""

    kind: str
    words: CitedWords
    claims: tuple[ClaimView, ...]
    answers: tuple[str, ...]


@dataclass(frozen=True)
class SignView:
    """A character of the text that no reader sees, with the passages in which it stands."""

    code: str
    name: str
    kind: str
    count: int
    passages: tuple[Link, ...]
    more: bool


@dataclass(frozen=True)
class SourceView:
    """What the page of a source shows.

    ``rights`` is None, and ``text_href`` leads to the text, where nothing is withheld.
    """

    id: str
    title: str
    outlet: str
    outlet_href: str | None
    outlet_words: CitedWords | None
    date: DateView
    basis: str
    reckonings: tuple[ReckoningView, ...]
    doubts: tuple[DoubtView, ...]
    date_note: str | None
    original_file: str
    sha256: str
    text_href: str | None
    text_lead: str
    rights: str | None
    url: str | None
    visits: tuple[Link, ...]
    tellers: tuple[TellerView, ...]
    shares: tuple[ShareView, ...]
    word_shares: SharesView
    quoted: str
    word_count: str
    passages: tuple[PassageView, ...]
    after: str
    signs: tuple[SignView, ...]
    more_signs: int
    evidence: tuple[EvidenceView, ...]
    unused: tuple[LooseSentence, ...]
    more_unused: int
    set_aside: tuple[LooseSentence, ...]
    note: str | None


@dataclass(frozen=True)
class SourceListView:
    """What the list of sources shows."""

    sources: tuple[SourceCard, ...]
    shares: SharesView


def source_list_page(presenter: Presenter) -> Page:
    """The list of sources."""
    words = presenter.words
    sources = presenter.dossier.sources.values()
    description = words(
        "description.sources"
        if all(s.in_full for s in sources)
        else "description.sources_withheld",
        title=presenter.dossier.record.title,
        sources=words.count("sources", len(sources)),
    )
    view = SourceListView(tuple(map(presenter.source_card, sources)), shares(presenter, sources))
    sections = (Section("section_shares", words("pictures.shares.heading")),)
    return Page(links.SOURCES, "sources", words("site.sources"), description, sections, view)


def source_pages(presenter: Presenter) -> list[Page]:
    """A page for each source, in the order of their publication."""
    sources = list(presenter.dossier.sources.values())
    found = [Link(presenter.source_label(s).text, links.source(s)) for s in sources]
    around = zip([None, *found[:-1]], sources, [*found[1:], None], strict=True)
    return [_page(presenter, source, before, after) for before, source, after in around]


def _page(presenter: Presenter, source: Source, before: Link | None, after: Link | None) -> Page:
    words = presenter.words
    view = _view(presenter, source)
    names = {
        "text": "source.text",
        "tellers": "teller.list",
        "doubts": "doubt.title",
        "date": "source.date_card",
        "evidence": "source.evidence",
        "usage": "source.usage",
    }
    if not view.doubts:
        del names["doubts"]
    sections = [Section(f"section_{name}", words(key)) for name, key in names.items()]
    return Page(
        path=links.source(source),
        template="source",
        title=source.record.title,
        description=words(
            "description.source" if source.in_full else "description.source_withheld",
            label=presenter.source_label(source).text,
            claims=words.count("claims", len(presenter.dossier.claims_of(source))),
        ),
        sections=tuple(sections),
        view=view,
        breadcrumbs=(Link(words("site.sources"), links.SOURCES),),
        previous=before,
        next=after,
    )


def _view(presenter: Presenter, source: Source) -> SourceView:
    record, usage = source.record, presenter.usages[source.id]
    card = presenter.source_card(source)
    claims = presenter.dossier.claims_of(source)
    numbers = {claim.id: number for number, claim in enumerate(claims, 1)}
    total = len(usage.sentences)
    unused = [sentence for sentence in usage.sentences if sentence.use == "unused"]
    return SourceView(
        id=source.id,
        title=record.title,
        outlet=card.outlet,
        outlet_href=links.actor(record.outlet) if record.outlet else None,
        outlet_words=(
            presenter.words_of(source, source.quote(record.outlet_evidence))
            if record.outlet_evidence
            else None
        ),
        date=card.date,
        basis=card.basis,
        reckonings=tuple(map(presenter.reckoning, publication_cards(source))),
        doubts=tuple(_doubt(presenter, doubt) for doubt in doubts_of(source, presenter.dossier)),
        date_note=record.published.note,
        original_file=record.original_file,
        sha256=record.sha256,
        text_href=links.text(source) if source.in_full else None,
        text_lead=_text_lead(presenter, source),
        rights=None if source.in_full else _terms(presenter, source),
        url=record.url,
        visits=card.visits,
        tellers=tuple(presenter.teller(source, teller) for teller in record.tellers),
        shares=tuple(
            ShareView(
                use,
                presenter.words(f"use.{use}"),
                presenter.words.count("sentences", usage.count(use)),
                percent(usage.count(use), total),
            )
            for use in USES
        ),
        word_shares=shares(presenter, [source]),
        quoted=card.quoted,
        word_count=presenter.words.count("words", usage.words),
        passages=_passages(presenter, source, claims, numbers),
        after=_gap(source, source.passages[-1].end if source.passages else 0, source.length),
        signs=tuple(_sign(presenter, source, sign) for sign in source.signs[:_LISTED]),
        more_signs=len(source.signs[_LISTED:]),
        evidence=_evidence(presenter, source, claims, numbers),
        unused=tuple(
            LooseSentence(
                CitedWords(_beginning(source, s), links.passage(source.id, s.passage)), None, None
            )
            for s in unused[:_LISTED]
        ),
        more_unused=len(unused[_LISTED:]),
        set_aside=tuple(
            LooseSentence(
                presenter.words_of(source, item.quote),
                presenter.words(f"reason.{item.reason}"),
                item.note,
            )
            for item in source.set_aside
        ),
        note=record.note,
    )


def _beginning(source: Source, span: Span) -> str | None:
    """The words of a span, only their beginning where they are very many; None if withheld."""
    words = source.shown(span)
    return words if words is None or len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _sign(presenter: Presenter, source: Source, sign: Sign) -> SignView:
    places = [Link(str(n), links.passage(source.id, n)) for n in sign.passages[:_PLACES]]
    kind = presenter.words(f"sign.{sign.kind}")
    more = len(sign.passages) > _PLACES
    return SignView(sign.code, sign.name, kind, sign.count, tuple(places), more)


def _doubt(presenter: Presenter, doubt: Doubt) -> DoubtView:
    passage = doubt.source.passage_at(doubt.span).number
    return DoubtView(
        kind=presenter.words(f"doubt.{doubt.kind}"),
        words=CitedWords(doubt.words, links.passage(doubt.source.id, passage)),
        claims=tuple(map(presenter.claim, doubt.claims)),
        answers=doubt.answers,
    )


@dataclass(frozen=True)
class _Mark:
    """One quote of one claim, laid over the text."""

    span: Span
    anchor: str
    claim: Claim
    number: int
    shown: int


def _passages(
    presenter: Presenter, source: Source, claims: tuple[Claim, ...], numbers: dict[str, int]
) -> tuple[PassageView, ...]:
    marks = [
        _Mark(
            quote,
            links.evidence_anchor(claim, index),
            claim,
            numbers[claim.id],
            presenter.claim(claim).number,
        )
        for claim in claims
        for index, quote in enumerate(claim.quotes)
    ]
    ends = [0, *(passage.end for passage in source.passages)]
    texts = [presenter.abridged(source, passage) for passage in source.passages]
    return tuple(
        PassageView(
            before=_gap(source, end, passage.start),
            anchor=f"p{passage.number}",
            direction=direction(text),
            furniture=source.is_furniture(passage),
            bulk=_bulk(text),
            withheld=_withheld(presenter, source, passage),
            segments=_segments(source, passage, [m for m in marks if m.span.overlaps(passage)]),
        )
        for end, passage, text in zip(ends, source.passages, texts, strict=False)
    )


def _bulk(text: str) -> Literal["vast", "unbroken"] | None:
    """Whether far too much stands without a space, or in one paragraph at all."""
    if max(map(len, text.split()), default=0) > _LONGEST:
        return "unbroken"
    return "vast" if len(text) > _VAST else None


def _text_lead(presenter: Presenter, source: Source) -> str:
    """What is shown as the text."""
    if source.in_full:
        return presenter.words("source.text_lead")
    return f"{_terms(presenter, source)} {presenter.words('rights.lead')}"


def _terms(presenter: Presenter, source: Source) -> str:
    """How much of the text its rights let us show."""
    rights = source.record.rights
    if rights.max_words is None:
        return presenter.words("rights.link-only")
    words = presenter.words.count("of_words", rights.max_words)
    return presenter.words("rights.excerpt", words=words)


def _gap(source: Source, start: int, end: int) -> str:
    """White space around passages, which no rights withhold."""
    return source.shown(Span(start, end)) or ""


def _withheld(presenter: Presenter, source: Source, passage: Passage) -> str | None:
    """How many words a passage has of which none is shown; None for others."""
    if any(piece.text is not None for piece in source.pieces(passage)):
        return None
    words = presenter.words.count("words", source.count(passage))
    return presenter.words("rights.passage", words=words)


def _segments(
    source: Source, passage: Passage, marks: list[_Mark]
) -> tuple[SegmentView | OmittedView, ...]:
    """Cut a passage wherever a quote begins or ends, and where its words are withheld."""
    cuts = {point for mark in marks for point in (mark.span.start, mark.span.end)}
    views: list[SegmentView | OmittedView] = []
    for piece in source.pieces(passage):
        if piece.text is None:
            views.append(OmittedView(tuple(_begun(passage, piece, marks))))
            continue
        own = {piece.start, piece.end, *(cut for cut in cuts if piece.start < cut < piece.end)}
        views += (
            _segment(
                piece.text[start - piece.start : end - piece.start],
                Span(start, end),
                passage,
                [m for m in marks if m.span.start <= start < m.span.end],
            )
            for start, end in pairwise(sorted(own))
        )
    return tuple(views)


def _begun(passage: Passage, piece: Span, marks: list[_Mark]) -> Iterator[BegunView]:
    """The quotes that begin in a stretch that is withheld, place by place."""
    inside = (mark for mark in marks if piece.start <= mark.span.start < piece.end)
    for _, group in groupby(sorted(inside, key=_place), key=lambda mark: mark.span.start):
        found = list(group)
        yield BegunView(
            anchors=tuple(AnchorView(mark.anchor, mark.number) for mark in found),
            href=_leading(found, passage),
            numbers=_in_row(mark.number for mark in found),
            starts=_in_row(mark.shown for mark in found),
            count=len(found),
        )


def _place(mark: _Mark) -> tuple[int, int]:
    return mark.span.start, mark.number


def _leading(marks: list[_Mark], passage: Passage) -> str:
    """Where a stretch leads over which quotes lie."""
    if len(marks) == 1:
        return links.claim(marks[0].claim)
    return f"{links.source(marks[0].claim.source)}#evidence_{passage.number}"


def _segment(words: str, span: Span, passage: Passage, marks: list[_Mark]) -> SegmentView:
    starting = sorted((m for m in marks if m.span.start == span.start), key=_place)
    return SegmentView(
        text=words,
        anchors=tuple(AnchorView(mark.anchor, mark.number) for mark in starting),
        href=None if not marks or words.isspace() else _leading(marks, passage),
        numbers=_in_row(mark.number for mark in marks),
        starts=_in_row(mark.shown for mark in starting),
        count=len(marks),
    )


def _in_row(numbers: Iterable[int]) -> str:
    return " ".join(str(number) for number in sorted(set(numbers)))


def _evidence(
    presenter: Presenter, source: Source, claims: tuple[Claim, ...], numbers: dict[str, int]
) -> tuple[EvidenceView, ...]:
    several = len({claim.visit for claim in claims}) > 1
    views = []
    for passage in source.passages:
        own = [claim for claim in claims if any(q.passage == passage.number for q in claim.quotes)]
        if own:
            numbered = tuple(
                NumberedClaim(
                    numbers[claim.id],
                    presenter.claim(claim),
                    presenter.visit(claim.visit) if several else None,
                )
                for claim in own
            )
            views.append(EvidenceView(passage.number, f"evidence_{passage.number}", numbered))
    return tuple(views)
