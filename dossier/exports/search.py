"""What the theme's search box looks through: passages, claims, questions, pages.

The box puts titles and texts into the page as HTML, so both are escaped here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from markupsafe import escape

from dossier.pages import links
from dossier.pages.presenter import Presenter
from dossier.pages.views import Page


def search_docs(presenter: Presenter, pages: list[Page]) -> list[dict[str, str]]:
    """The entries of the index: each page, followed by its parts."""
    parts = {
        **{
            links.visit(v): list(_claims(presenter, v.id))
            for v in presenter.dossier.visits.values()
        },
        **{
            links.source(s): list(_passages(presenter, s.id))
            for s in presenter.dossier.sources.values()
        },
        links.COMPARE: list(_questions(presenter)),
    }
    return [
        {"location": location, "title": str(escape(title)), "text": str(escape(text))}
        for page in pages
        for location, title, text in [
            (page.path, page.title, page.description),
            *parts.get(page.path, []),
        ]
    ]


def with_docs(index: bytes, docs: list[dict[str, str]], kept: tuple[str, ...]) -> bytes:
    """The engine's index with our entries; those of the pages in `kept` stay."""
    tree = json.loads(index)
    engine = [doc for doc in tree["docs"] if doc["location"].partition("#")[0] in kept]
    return json.dumps({**tree, "docs": [*docs, *engine]}, ensure_ascii=False).encode()


def _claims(presenter: Presenter, visit: str) -> Iterator[tuple[str, str, str]]:
    for claim in presenter.by_topic(presenter.dossier.visits[visit]):
        words = " … ".join(quote.exact for quote in claim.quotes)
        yield links.claim(claim), claim.record.statement, words


def _passages(presenter: Presenter, source_id: str) -> Iterator[tuple[str, str, str]]:
    source = presenter.dossier.sources[source_id]
    for passage in source.passages:
        if not source.is_furniture(passage):
            title = f"{presenter.words('source.passage')} {passage.number}"
            yield (
                links.passage(source.id, passage.number),
                title,
                source.text[passage.start : passage.end],
            )


def _questions(presenter: Presenter) -> Iterator[tuple[str, str, str]]:
    for comparison in presenter.comparisons:
        question = comparison.question
        answers = " · ".join(answer.text for answer in question.answers)
        yield links.question(question), question.record.text, answers
