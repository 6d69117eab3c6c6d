"""Proof, before anything is published, that the built site is what the dossier says.  Pure."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from dossier.model import Dossier, Source
from dossier.pages import links
from dossier.search.parts import BLOCK
from dossier.site.addresses import ATTRIBUTES, file_in_folder, served_file
from dossier.site.offline import handed_over
from dossier.site.policy import OPENING, Tag, breaches, is_guarded
from dossier.text.passages import Span

_OMITTED = "\0"  # which no text holds
_Leads = Callable[[str, str], str | None]
"""The file that an address (without query, fragment and escapes) on a page leads to."""


@dataclass
class _Html(HTMLParser):
    """What is looked at of one page."""

    ids: list[str] = field(default_factory=list)
    addresses: list[tuple[str, str]] = field(default_factory=list)
    opening: list[Tag] = field(default_factory=list)
    breaches: list[str] = field(default_factory=list)
    originals: list[list[str]] = field(default_factory=list)
    _inside: bool = False
    _omitted: int = 0

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # Of an attribute that is given twice, browsers keep the first.
        values = {name: value or "" for name, value in reversed(attrs)}
        if len(self.opening) < len(OPENING):
            self.opening.append((tag, values))
        self.breaches += breaches(tag, values)
        if "id" in values:
            self.ids.append(values["id"])
        kind = "canonical" if tag == "link" and values.get("rel") == "canonical" else tag
        self.addresses += [(kind, values[name]) for name in sorted(ATTRIBUTES & values.keys())]
        for candidate in values.get("srcset", "").split(","):
            if candidate.strip():
                self.addresses.append((kind, candidate.split()[0]))
        classes = values.get("class", "").split()
        if tag == "article" and "original" in classes:
            self.originals.append([])
            self._inside = True
        if self._omitted:
            self._omitted += 1
        elif self._inside and "omitted" in classes:
            self.originals[-1].append(_OMITTED)
            self._omitted = 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._inside, self._omitted = False, 0
        self._omitted = max(0, self._omitted - 1)

    def handle_data(self, data: str) -> None:
        if self._inside and not self._omitted:
            self.originals[-1].append(data)


def verify(files: Mapping[str, bytes], dossier: Dossier, site_url: str) -> list[str]:
    """What is wrong with the site, a sentence each; nothing if it may be published."""
    base = urlsplit(site_url).path or "/"
    blocks = [files[path].decode() for path in sorted(files) if BLOCK.fullmatch(path)]
    pages = _parsed(files)
    return [
        *_problems(pages, files, dossier, blocks, lambda p, a: served_file(p, a, base)),
        *_unguarded(pages),
    ]


def verify_offline(files: Mapping[str, bytes], dossier: Dossier) -> list[str]:
    """The same of the site for readers without a server, where an address must name a file.

    Its pages have no policy: see `offline`.
    """
    blocks = handed_over(files, BLOCK)
    return _problems(_parsed(files), files, dossier, blocks, file_in_folder)


def _problems(
    pages: Mapping[str, _Html],
    files: Mapping[str, bytes],
    dossier: Dossier,
    blocks: Iterable[str],
    leads: _Leads,
) -> list[str]:
    return [
        *_counted(pages, dossier),
        *_texts(pages, dossier),
        *_anchors(pages, dossier),
        *(problem for path, page in pages.items() for problem in _ids(path, page.ids)),
        *(f"{path} holds {breach}" for path, page in pages.items() for breach in page.breaches),
        *_addresses(pages, files, leads),
        *_found(pages, blocks, leads),
    ]


def _parsed(files: Mapping[str, bytes]) -> dict[str, _Html]:
    return {path: _parse(files[path].decode()) for path in sorted(files) if path.endswith(".html")}


def _parse(html: str) -> _Html:
    page = _Html()
    page.feed(html)
    page.close()
    return page


def _counted(pages: Mapping[str, _Html], dossier: Dossier) -> Iterator[str]:
    """As many pages as there are visits, sources and actors: none too few, none too many."""
    for folder, known in (
        (links.VISITS, dossier.visits),
        (links.SOURCES, dossier.sources),
        (links.ACTORS, dossier.actors),
    ):
        wanted = {f"{folder}{name}/index.html" for name in known}
        found = {p for p in pages if p.startswith(folder) and p.count("/") == folder.count("/") + 1}
        yield from (f"{path} is missing" for path in sorted(wanted - found))
        yield from (
            f"{path} is a page of nothing in the dossier" for path in sorted(found - wanted)
        )


def _texts(pages: Mapping[str, _Html], dossier: Dossier) -> Iterator[str]:
    for source in dossier.sources.values():
        path = f"{links.source(source)}index.html"
        shown = ["".join(pieces) for pieces in pages[path].originals] if path in pages else []
        if shown != [_published(source)]:
            yield f"{path} does not show the text of {source.id} character for character"


def _published(source: Source) -> str:
    """What may be shown of a text, with a sign for each stretch that is withheld."""
    ends = [0, *(passage.end for passage in source.passages)]
    starts = [*(passage.start for passage in source.passages), source.length]
    gaps = [Span(end, start) for end, start in zip(ends, starts, strict=True)]
    spans = sorted([*gaps, *source.passages], key=lambda span: (span.start, span.end))
    pieces = (piece for span in spans for piece in source.pieces(span))
    return "".join(_OMITTED if piece.text is None else piece.text for piece in pieces)


def _anchors(pages: Mapping[str, _Html], dossier: Dossier) -> Iterator[str]:
    for claim in dossier.claims.values():
        for target in (links.claim(claim), links.evidence(claim)):
            path, _, anchor = target.partition("#")
            page = pages.get(f"{path}index.html")
            if page is None or anchor not in page.ids:
                yield f"{target} is missing"


def _found(pages: Mapping[str, _Html], blocks: Iterable[str], leads: _Leads) -> Iterator[str]:
    """Whatever the search finds must stand where it says."""
    ids = {path: set(page.ids) for path, page in pages.items()}
    for block in blocks:
        _, groups = json.loads(block)
        for page, _, _, entries in groups:
            path = leads("index.html", page)
            for _, anchor, _, _ in entries:
                if path not in ids or (anchor and anchor not in ids[path]):
                    yield f"the search leads to {page}#{anchor}, which is not there"


def _ids(path: str, ids: Iterable[str]) -> Iterator[str]:
    for name, count in sorted(Counter(ids).items()):
        if count > 1:
            yield f"{path} has {count} elements with the id {name}"


def _unguarded(pages: Mapping[str, _Html]) -> Iterator[str]:
    for path, page in pages.items():
        if not is_guarded(page.opening):
            yield f"{path} does not begin with the policy"


def _addresses(
    pages: Mapping[str, _Html], files: Mapping[str, bytes], leads: _Leads
) -> Iterator[str]:
    ids = {path: set(page.ids) for path, page in pages.items()}
    for path, page in pages.items():
        for kind, address in page.addresses:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                if kind not in ("a", "canonical"):
                    yield f"{path} loads something from elsewhere: {address}"
                continue
            file = leads(path, unquote(parts.path))
            if file is None:
                yield f"{path} leads out of the site: {address}"
            elif file not in files:
                yield f"{path} leads to nothing: {address}"
            elif parts.fragment and unquote(parts.fragment) not in ids.get(file, set()):
                yield f"{path} leads to an anchor that is not there: {address}"
