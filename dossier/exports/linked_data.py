"""What each page says to machines, as JSON-LD in the vocabulary of schema.org.  Pure.

Nothing of it says that a thing happened: a visit is an `Event` without a status that is
described as its sources tell of it, a statement is a `Claim` that appears in an article, and
the article's exact words are a `Quotation`, a part of that article. Each has
its words on the page where they can be read (a claim's on its visit's, a quotation's on its
source's), and is named by its permanent address everywhere else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from dossier.model import Claim, Source, Visit
from dossier.pages import links
from dossier.pages.presenter import Presenter
from dossier.text.edtf import Edtf

Node = dict[str, object]

_DATASET = f"{links.DATA}#top"
_DISTRIBUTION = {"data/dossier.json": "application/json", "data/claims.csv": "text/csv"}
# Inside a script element nothing may look like markup, and U+2028 may end a line.
_UNSAFE = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


def linked_data(presenter: Presenter, site_url: str) -> dict[str, str]:
    """The JSON-LD of every page that has any, fit for a script element, by the page's path.

    Args:
        presenter: The dossier.
        site_url: Where the site will stand, ending in a slash. Where it is empty, addresses are
            relative to the page.
    """
    dossier = presenter.dossier
    graphs = {
        links.HOME: _Graph(presenter, site_url or links.root(links.HOME)).dataset(),
        links.DATA: _Graph(presenter, site_url or links.root(links.DATA)).dataset(),
    }
    for visit in dossier.visits.values():
        path = links.visit(visit)
        graphs[path] = _Graph(presenter, site_url or links.root(path)).visit(visit)
    for source in dossier.sources.values():
        path = links.source(source)
        graphs[path] = _Graph(presenter, site_url or links.root(path)).source(source)
    return {path: _script(graph) for path, graph in graphs.items()}


class _Graph:
    """The nodes of one page; ``base`` leads from it to the site's root."""

    def __init__(self, presenter: Presenter, base: str) -> None:
        self._presenter = presenter
        self._base = base

    def dataset(self) -> list[Node]:
        """The dossier as a whole."""
        dossier = self._presenter.dossier
        record = dossier.record
        return [
            {
                "@type": "Dataset",
                "@id": self._at(_DATASET),
                "url": self._at(links.DATA),
                "name": record.title,
                "description": record.description,
                "inLanguage": record.language,
                "license": f"https://spdx.org/licenses/{record.licence.data}",
                "version": dossier.version,
                "isAccessibleForFree": True,
                "keywords": list(self._presenter.topics.values()),
                "about": [self._ref(_event(visit)) for visit in dossier.visits.values()],
                "isBasedOn": [self._ref(_article(source)) for source in dossier.sources.values()],
                "distribution": [
                    {
                        "@type": "DataDownload",
                        "contentUrl": self._at(path),
                        "encodingFormat": encoding,
                    }
                    for path, encoding in _DISTRIBUTION.items()
                ],
            }
        ]

    def visit(self, visit: Visit) -> list[Node]:
        """A visit and the claims about it."""
        presenter, record = self._presenter, visit.record
        sources = presenter.dossier.sources_of(visit.claims)
        event: Node = {
            "@type": "Event",
            "@id": self._at(_event(visit)),
            "name": record.title,
            "description": presenter.words(
                "linked.event",
                summary=record.summary[0].text,
                sources=presenter.words.list(presenter.source_label(s).text for s in sources),
                date=presenter.date(visit.when).text,
            ),
            **_dates(visit.when),
            "location": [
                {
                    "@type": "Place",
                    "@id": self._at(f"{links.actor(place)}#top"),
                    "name": presenter.actor(place).text,
                }
                for place in record.where
            ],
            "subjectOf": [
                *(self._ref(_article(source)) for source in sources),
                *map(self._claim, presenter.by_topic(visit)),
            ],
        }
        return [event]

    def _claim(self, claim: Claim) -> Node:
        return {
            "@type": "Claim",
            "@id": self._at(links.claim(claim)),
            "text": claim.record.statement,
            "appearance": self._ref(_article(claim.source)),
        }

    def source(self, source: Source) -> list[Node]:
        """An article, and the words of it that each claim rests on."""
        presenter, record = self._presenter, source.record
        article: Node = {
            "@type": "NewsArticle",
            "@id": self._at(_article(source)),
            "headline": record.title,
            "inLanguage": presenter.dossier.record.language,
        }
        if record.url:
            article["url"] = record.url
        if record.published.basis == "printed" and source.published.day:
            article["datePublished"] = source.published.day.isoformat()
        if record.outlet:
            article["publisher"] = {
                "@type": "Organization",
                "@id": self._at(f"{links.actor(record.outlet)}#top"),
                "name": presenter.outlet(source),
            }
        article["encoding"] = {
            "@type": "MediaObject",
            **({"contentUrl": self._at(links.text(source))} if source.in_full else {}),
            "encodingFormat": "text/plain",
            "sha256": record.sha256,
        }
        return [article, *map(self._cited, presenter.dossier.claims_of(source))]

    def _cited(self, claim: Claim) -> Node:
        return {
            "@type": "Claim",
            "@id": self._at(links.claim(claim)),
            "citation": [
                {
                    "@type": "Quotation",
                    "@id": self._at(links.quotation(claim, number)),
                    **({} if quote.shown is None else {"text": quote.shown}),
                    "isPartOf": self._ref(_article(claim.source)),
                }
                for number, quote in enumerate(claim.quotes)
            ],
        }

    def _at(self, path: str) -> str:
        return f"{self._base}{path}"

    def _ref(self, path: str) -> Node:
        return {"@id": self._at(path)}


def _event(visit: Visit) -> str:
    return f"{links.visit(visit)}#top"


def _article(source: Source) -> str:
    return f"{links.source(source)}#section_text"


def _dates(when: Edtf) -> Mapping[str, str]:
    """First and last day where both are certain; ISO 8601 has no words for less than that."""
    if when.kind not in ("date", "interval") or when.vague:
        return {}
    (span,) = when.spans
    ends = {"startDate": span.start, "endDate": span.end}
    return {
        name: moment.first.isoformat()
        for name, moment in ends.items()
        if moment and moment.first == moment.last
    }


def _script(graph: list[Node]) -> str:
    data = {"@context": "https://schema.org", "@graph": graph}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_UNSAFE)
