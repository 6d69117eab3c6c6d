"""The list of sources, and the page of each: its record, and what is said of its text."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.compare.dates import publication_cards
from dossier.compare.usage import USES
from dossier.compare.voice import Doubt, doubts_of
from dossier.model import Source
from dossier.pages import links
from dossier.pages.dates import DateView
from dossier.pages.original import OriginalView, original
from dossier.pages.presenter import LISTED, Presenter, percent
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
from dossier.text.invisible import Sign
from dossier.text.passages import Span

_PLACES = 9
_LONGEST = 1_000


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
    original: OriginalView
    signs: tuple[SignView, ...]
    more_signs: int
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
        original=original(presenter, source),
        signs=tuple(_sign(presenter, source, sign) for sign in source.signs[:LISTED]),
        more_signs=len(source.signs[LISTED:]),
        unused=tuple(
            LooseSentence(
                CitedWords(_beginning(source, s), links.passage(source.id, s.passage)), None, None
            )
            for s in unused[:LISTED]
        ),
        more_unused=len(unused[LISTED:]),
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
