"""The text of a source on its page: its passages, with the quotes that lie over them.  Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import ClassVar, Literal

from dossier.model import Claim, Source
from dossier.pages import links
from dossier.pages.presenter import Presenter
from dossier.pages.views import ClaimView, Link
from dossier.text.invisible import direction
from dossier.text.passages import Passage, Span

_UNBROKEN = 1_000  # characters without a space
_VAST = 100_000  # characters of one passage


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
class OriginalView:
    """A text: its passages, the white space after them, and which claims rest on which passage."""

    passages: tuple[PassageView, ...]
    after: str
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True)
class _Mark:
    """One quote of one claim, laid over the text."""

    span: Span
    anchor: str
    claim: Claim
    number: int
    shown: int


def original(presenter: Presenter, source: Source) -> OriginalView:
    """The text of a source, so far as its rights let it be shown."""
    claims = list(enumerate(presenter.dossier.claims_of(source), 1))
    return OriginalView(
        passages=_passages(presenter, source, claims),
        after=_gap(source, source.passages[-1].end if source.passages else 0, source.length),
        evidence=_evidence(presenter, claims),
    )


def _passages(
    presenter: Presenter, source: Source, claims: list[tuple[int, Claim]]
) -> tuple[PassageView, ...]:
    marks: dict[int, list[_Mark]] = defaultdict(list)
    for number, claim in claims:
        shown = presenter.claim(claim).number
        for index, quote in enumerate(claim.quotes):
            mark = _Mark(quote, links.evidence_anchor(claim, index), claim, number, shown)
            marks[quote.passage].append(mark)
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
            segments=_segments(source, passage, marks[passage.number]),
        )
        for end, passage, text in zip(ends, source.passages, texts, strict=False)
    )


def _bulk(text: str) -> Literal["vast", "unbroken"] | None:
    """Whether far too much stands without a space, or in one paragraph at all."""
    if max(map(len, text.split()), default=0) > _UNBROKEN:
        return "unbroken"
    return "vast" if len(text) > _VAST else None


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


def _evidence(presenter: Presenter, claims: list[tuple[int, Claim]]) -> tuple[EvidenceView, ...]:
    several = len({claim.visit for _, claim in claims}) > 1
    found: dict[int, list[NumberedClaim]] = defaultdict(list)
    for number, claim in claims:
        visit = presenter.visit(claim.visit) if several else None
        for passage in sorted({quote.passage for quote in claim.quotes}):
            found[passage].append(NumberedClaim(number, presenter.claim(claim), visit))
    return tuple(
        EvidenceView(passage, f"evidence_{passage}", tuple(found[passage]))
        for passage in sorted(found)
    )
