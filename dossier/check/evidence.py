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
class _Quote:
    record: Record[Any]
    path: Path
    source: str
    selector: Selector


def check(seeds: Seeds) -> Iterator[Problem]:
    """Every problem of this kind."""
    furniture = {}
    for source in seeds.sources:
        text = seeds.texts.get(source.stem)
        if text:
            furniture[source.stem] = furniture_spans(text.text, source.model.furniture)
            yield from _source_words(source, text)
    yield from _verbs(seeds)
    for quote in _quotes(seeds):
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
    if model.rights.publish != "full":
        message = "must be full: withholding a text is not built yet, and it would be shown"
        yield source.problem(("rights", "publish"), message)
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


def _quotes(seeds: Seeds) -> Iterator[_Quote]:
    for source in seeds.sources:
        model, stem = source.model, source.stem
        if model.outlet_evidence:
            yield _Quote(source, ("outlet_evidence",), stem, model.outlet_evidence)
        for index, words in enumerate(model.published.evidence):
            yield _Quote(source, ("published", "evidence", index), stem, words)
        for index, item in enumerate(model.set_aside):
            yield _Quote(source, ("set_aside", index, "quote"), stem, item.quote)
        for index, note in enumerate(model.voice_notes):
            yield _Quote(source, ("voice_notes", index, "quote"), stem, note.quote)
        for index, teller in enumerate(model.tellers):
            for path, selector in _numbered(
                source, ("tellers", index, "quote"), teller.quote or ()
            ):
                yield _Quote(source, path, stem, selector)
    for visit in seeds.visits:
        for index, evidence in enumerate(visit.model.when.evidence):
            yield _Quote(
                visit, ("when", "evidence", index, "words"), evidence.source, evidence.words
            )
        for index, claim in enumerate(visit.model.claims):
            for path, selector in _numbered(visit, ("claims", index, "quote"), claim.quote):
                yield _Quote(visit, path, claim.source, selector)
            if claim.dated:
                path = ("claims", index, "dated", "words")
                yield _Quote(visit, path, claim.source, claim.dated.words)
            if claim.referent:
                path = ("claims", index, "referent", "words")
                yield _Quote(visit, path, claim.source, claim.referent.words)


def _numbered(
    record: Record[Any], path: Path, selectors: tuple[Selector, ...]
) -> Iterator[tuple[Path, Selector]]:
    """Each selector with its path: an index only where the seed has a list."""
    is_list = isinstance(strict_yaml.find(record.node, path), strict_yaml.Sequence)
    for index, selector in enumerate(selectors):
        yield ((*path, index) if is_list else path), selector


def _is_plain(quote: _Quote) -> bool:
    node = strict_yaml.find(quote.record.node, quote.path)
    exact = strict_yaml.child(node, "exact") if isinstance(node, strict_yaml.Mapping) else node
    return isinstance(exact, strict_yaml.Scalar) and exact.plain
