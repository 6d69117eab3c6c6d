"""Checks of rights: how much of each text may be shown, and that no record says the rest."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.evidence import Cited, as_tuple, cited, furniture_spans
from dossier.problems import Problem
from dossier.seeds.load import Seeds, SourceText
from dossier.seeds.models import Rights, SourceRecord
from dossier.seeds.own_words import own_words
from dossier.text.excerpt import Excerpt, excerpt, in_full
from dossier.text.quotes import Lost, locate
from dossier.text.runs_of_words import Runs, runs_of

COPIED = 8
"""So many withheld words in a row are copied: titles of offices with a name have up to seven."""


def check(seeds: Seeds) -> Iterator[Problem]:
    """Every problem of this kind."""
    for source in seeds.sources:
        rights = source.model.rights
        if rights.publish == "excerpt" and rights.max_words is None:
            yield source.problem(("rights", "max_words"), "must be given with publish: excerpt")
        if rights.publish != "excerpt" and rights.max_words is not None:
            message = f"must be left out with publish: {rights.publish}"
            yield source.problem(("rights", "max_words"), message)
    yield from _copies(seeds)


def excerpts(seeds: Seeds) -> dict[str, Excerpt]:
    """What may be shown of each text that has a record, by source."""
    restricted = {s.stem for s in seeds.sources if s.model.rights.publish != "full"}
    quotes: dict[str, list[Cited]] = {source: [] for source in restricted}
    for quote in cited(seeds) if restricted else ():
        if quote.source in restricted:
            quotes[quote.source].append(quote)
    return {
        source.stem: (
            _excerpt(source.model, text, quotes[source.stem])
            if source.stem in restricted
            else in_full(text.text)
        )
        for source in seeds.sources
        if (text := seeds.texts.get(source.stem))
    }


def _excerpt(record: SourceRecord, text: SourceText, quotes: list[Cited]) -> Excerpt:
    furniture = furniture_spans(text.text, record.furniture)
    located = []
    for quote in quotes:
        span = locate(text.text, text.path, as_tuple(quote.selector), furniture)
        if not isinstance(span, Lost) and quote.rank is not None:
            located.append((quote.rank, span))
    return excerpt(text.text, (span for _, span in sorted(located)), _most(record.rights))


def _most(rights: Rights) -> int:
    return (rights.max_words or 0) if rights.publish == "excerpt" else 0


def _copies(seeds: Seeds) -> Iterator[Problem]:
    """Values that the editors wrote, and that say what the rights of a source withhold."""
    withheld = _withheld(seeds)
    records = (seeds.dossier, seeds.actors, seeds.questions, *seeds.visits, *seeds.sources)
    for record in filter(None, records if withheld else ()):
        for path, text in own_words(record.model):
            for source, runs in withheld.items():
                if found := runs.first_in(text):
                    message = (
                        f"must not repeat what the rights of {source} withhold: «{found}»; "
                        "it must be told in words of ours"
                    )
                    yield record.problem(path, message)


def _withheld(seeds: Seeds) -> dict[str, Runs]:
    """What is withheld of each text and stands nowhere else, by the text's path.

    Headlines name the articles wherever they are cited.
    """
    shown = excerpts(seeds)
    if all(text.whole for text in shown.values()):
        return {}
    headlines = (t for s in seeds.sources for t in (s.model.title, s.model.subtitle) if t)
    free = runs_of((*headlines, *(t for text in shown.values() for t in text.published)), COPIED)
    found = {s: runs_of(text.withheld, COPIED) - free for s, text in shown.items()}
    return {seeds.texts[source].path: runs for source, runs in found.items() if runs}
