"""How every date was reckoned: the words, the day they count from, the rule, the result."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from dossier.model import Claim, Dossier, Quote, Source, Visit
from dossier.text import edtf
from dossier.text.arabic import weekday_named
from dossier.text.edtf import Edtf
from dossier.text.relative_dates import Resolution, Rule, resolve

_NAMING: tuple[Rule, ...] = ("printed", "day-month", "month", "year")


@dataclass(frozen=True)
class DateCard:
    """One expression of one source, and what it means.

    ``result`` is None where the words cannot be resolved.  ``fits`` tells whether the result
    allows the date that it is evidence for, None where there is nothing to compare.
    """

    source: Source
    quote: Quote
    counted_from: Edtf | None
    resolution: Resolution | None
    fits: bool | None
    note: str | None

    @property
    def result(self) -> Edtf | None:
        """The resolved date."""
        return edtf.parse(self.resolution.edtf) if self.resolution else None


def visit_cards(visit: Visit, dossier: Dossier) -> tuple[DateCard, ...]:
    """A card for each piece of evidence of a visit's date."""
    return tuple(
        _card(
            dossier.sources[item.source],
            dossier.sources[item.source].quote(item.words),
            item.counted_from,
            visit.when,
            item.note,
        )
        for item in visit.record.when.evidence
    )


def publication_cards(source: Source) -> tuple[DateCard, ...]:
    """A card for each piece of evidence of a source's date, counted from that date itself.

    A printed date fits if it is the same.  Words that count from the date («أمس السبت») bear
    it out if the day reckoned back is the weekday that they name.
    """
    printed = source.record.published.basis == "printed"
    cards = []
    for words in source.record.published.evidence:
        found = resolve(words.exact, source.published.day)
        names_it = found is not None and found.rule in _NAMING
        date = source.published if printed and names_it else None
        cards.append(_card(source, source.quote(words), "published", date, None))
    return tuple(cards)


def claim_card(claim: Claim) -> DateCard | None:
    """The card of a claim that says when; None for others."""
    dated = claim.record.dated
    if dated is None:
        return None
    quote = claim.source.quote(dated.words)
    return _card(claim.source, quote, dated.counted_from, None, None)


def outside_visits(dossier: Dossier) -> tuple[tuple[Claim, Edtf], ...]:
    """Claims behind competing readings that name a date which no visit on file can have."""
    read = (
        claim
        for readings in dossier.readings
        for reading in readings.readings
        for claim in (*reading.speaks_for, *reading.speaks_against)
    )
    cards = ((claim, claim_card(claim)) for claim in {claim.id: claim for claim in read}.values())
    return tuple(
        (claim, card.result)
        for claim, card in cards
        if card and card.result
        if not any(card.result.overlaps(visit.when) for visit in dossier.visits.values())
    )


def sources_agree(cards: Iterable[DateCard]) -> bool | None:
    """Whether the dates that different sources give can be one; None where fewer than two do."""
    dated = [(card.source.id, card.result) for card in cards if card.result]
    pairs = [(a, b) for (s, a), (t, b) in combinations(dated, 2) if s != t]
    return all(a.overlaps(b) for a, b in pairs if a and b) if pairs else None


def _card(
    source: Source, quote: Quote, counted_from: str | None, date: Edtf | None, note: str | None
) -> DateCard:
    counted = source.published if counted_from == "published" else None
    if counted is None and counted_from:
        counted = edtf.parse(counted_from)
    words = source.unabridged[quote.start : quote.end]
    resolution = resolve(words, counted.day if counted else None)
    fits = None
    if resolution and (date or weekday_named(words) is not None):
        fits = resolution.agrees and (date is None or edtf.parse(resolution.edtf).overlaps(date))
    return DateCard(source, quote, counted, resolution, fits, note)
