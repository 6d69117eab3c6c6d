"""Checks of words: every quote stands in its source, once, outside furniture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dossier.problems import Problem
from dossier.seeds import strict_yaml
from dossier.seeds.load import Record, Seeds, SourceText
from dossier.seeds.models import Selector
from dossier.seeds.strict_yaml import Path
from dossier.text.passages import Span
from dossier.text.quotes import Lost, locate, occurrences


@dataclass(frozen=True)
class Cited:
    """Words of a source that a record cites, and where the record does so."""

    record: Record[Any]
    path: Path
    source: str
    selector: Selector

    @property
    def rank(self) -> int | None:
        """What claims rest on comes before all else that is evidence; None for what is none."""
        kind, *below = self.path
        if kind in ("set_aside", "voice_notes"):
            return None
        return 0 if kind == "claims" and below[1] == "quote" else 1


def check(seeds: Seeds) -> Iterator[Problem]:
    """Every problem of this kind."""
    furniture = {}
    for source in seeds.sources:
        text = seeds.texts.get(source.stem)
        if text:
            furniture[source.stem] = furniture_spans(text.text, source.model.furniture)
            yield from _source_words(source, text)
    yield from _verbs(seeds)
    for quote in cited(seeds):
        if quote.source not in furniture:
            continue  # without its text or its record, nothing can be said
        text = seeds.texts[quote.source]
        found = locate(text.text, text.path, as_tuple(quote.selector), furniture[quote.source])
        if isinstance(found, Lost):
            yield quote.record.problem(quote.path, found.message)
        elif _is_plain(quote):
            yield quote.record.problem(quote.path, "must stand in quotes or a | block")


def furniture_spans(text: str, furniture: tuple[Selector, ...]) -> tuple[Span, ...]:
    """Every place where the words that are not the article stand."""
    return tuple(sorted(span for item in furniture for span in occurrences(text, *as_tuple(item))))


def as_tuple(selector: Selector) -> tuple[str, str, str]:
    """The exact words, their prefix and their suffix."""
    return selector.exact, selector.prefix, selector.suffix


def _source_words(source: Record[Any], text: SourceText) -> Iterator[Problem]:
    model = source.model
    for key, headline in (("title", model.title), ("subtitle", model.subtitle)):
        if headline is not None and not occurrences(text.text, headline):
            yield source.problem((key,), f"must occur word for word in {text.path}")
    for index, item in enumerate(model.furniture):
        if not occurrences(text.text, *as_tuple(item)):
            yield source.problem(("furniture", index), f"must occur word for word in {text.path}")
    if (model.outlet is None) != (model.outlet_evidence is None):
        yield source.problem(
            ("outlet",), "must be given together with outlet_evidence, or be null without it"
        )
    for index, teller in enumerate(model.tellers):
        if teller.named and teller.actor is None:
            yield source.problem(("tellers", index, "actor"), "must be given for a named teller")


def _verbs(seeds: Seeds) -> Iterator[Problem]:
    for visit in seeds.visits:
        for index, claim in enumerate(visit.model.claims):
            text = seeds.texts.get(claim.source)
            if claim.verb is not None and text and not occurrences(text.text, claim.verb):
                yield visit.problem(
                    ("claims", index, "verb"), f"must occur word for word in {text.path}"
                )


def cited(seeds: Seeds) -> Iterator[Cited]:
    """Everything that records cite of the sources, furniture and verbs not counted."""
    for source in seeds.sources:
        model, stem = source.model, source.stem
        if model.outlet_evidence:
            yield Cited(source, ("outlet_evidence",), stem, model.outlet_evidence)
        for index, words in enumerate(model.published.evidence):
            yield Cited(source, ("published", "evidence", index), stem, words)
        for index, item in enumerate(model.set_aside):
            yield Cited(source, ("set_aside", index, "quote"), stem, item.quote)
        for index, note in enumerate(model.voice_notes):
            yield Cited(source, ("voice_notes", index, "quote"), stem, note.quote)
        for index, teller in enumerate(model.tellers):
            for path, selector in _numbered(
                source, ("tellers", index, "quote"), teller.quote or ()
            ):
                yield Cited(source, path, stem, selector)
    for visit in seeds.visits:
        for index, evidence in enumerate(visit.model.when.evidence):
            yield Cited(
                visit, ("when", "evidence", index, "words"), evidence.source, evidence.words
            )
        for index, claim in enumerate(visit.model.claims):
            for path, selector in _numbered(visit, ("claims", index, "quote"), claim.quote):
                yield Cited(visit, path, claim.source, selector)
            if claim.dated:
                path = ("claims", index, "dated", "words")
                yield Cited(visit, path, claim.source, claim.dated.words)
            if claim.referent:
                path = ("claims", index, "referent", "words")
                yield Cited(visit, path, claim.source, claim.referent.words)


def _numbered(
    record: Record[Any], path: Path, selectors: tuple[Selector, ...]
) -> Iterator[tuple[Path, Selector]]:
    """Each selector with its path: an index only where the seed has a list."""
    is_list = isinstance(strict_yaml.find(record.node, path), strict_yaml.Sequence)
    for index, selector in enumerate(selectors):
        yield ((*path, index) if is_list else path), selector


def _is_plain(quote: Cited) -> bool:
    node = strict_yaml.find(quote.record.node, quote.path)
    exact = strict_yaml.child(node, "exact") if isinstance(node, strict_yaml.Mapping) else node
    return isinstance(exact, strict_yaml.Scalar) and exact.plain
