"""The files of an index: small enough that a query fetches only those it needs.

`search/index.json` says what stands where.  Everything else lies below a folder named by a
digest, so that no browser mixes the parts of two builds:

* `lexicon-N.txt`: a line for each key, sorted: `key⇥marks⇥form+grade form+grade …`, the
  forms' numbers as differences, the first to the number of words whose own lines stand before.
* `postings-N.txt`: a line for each form: `entry:position,position entry:…`, as differences.
* `often-FORM.txt`, `places-FORM.txt`: of a very frequent form `form⇥entry entry …`, and its
  line with the positions, which only phrases need; its line among the others is empty.
* `sounds-N.txt`, `mirror-N.txt`: the bases that a name in Latin letters, or a slip, may be
  meant for, sorted by skeleton (`skeleton⇥base`) and from their ends (reversed).
* `known.txt`: words that are no slips, as `bloom` writes them.
* `entries-N.json`: what is shown of the entries, page by page.
* `facets.json`: the filters and their values.

What a browser can work out itself from a small index is left out of it: where words stand,
from the entries, and the two other orders, from the lexicon.  Text, because servers compress
text and not what they do not know.
"""

from __future__ import annotations

import hashlib
import json
import re
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import Any

from dossier.search.bloom import bloom
from dossier.search.entries import TITLED, Entry
from dossier.search.grades import FORM
from dossier.search.index import GAP, SMALL, Index, size_of

MANIFEST = "search/index.json"
LEXICON, POSTINGS, ENTRIES = 24_000, 16_000, 12_000
"""About how many bytes a part has before it is compressed."""
FREQUENT = 8_000
"""The bytes from which the places of a form are kept apart."""
BLOCK = re.compile(r"search/[0-9a-f]+/entries-[0-9]+\.json")
"""Where what is shown of the entries stands."""
KEYED = ("lexicon", "sounds", "mirror")
"""Families of which a part is known by its first key."""


@dataclass(frozen=True)
class PageHead:
    """How a page is named among the results."""

    title: str
    kind: str


def parts(
    index: Index,
    analysis: Mapping[str, Any],
    kinds: Mapping[str, str],
    heads: Mapping[str, PageHead],
    facets: list[dict[str, Any]],
) -> dict[str, bytes]:
    """The files of an index by path.

    Args:
        index: The index.
        analysis: The tables that the browser needs to take a query apart.
        kinds: What each kind of entry and of page is called.
        heads: The name of each page by its path.
        facets: What can be filtered by: for each filter its values with their labels.
    """
    small = index.small
    left_out = index.words if small else 0
    whole = {n: _posting(index.postings[n]) for n in range(left_out, len(index.postings))}
    frequent = {n: line for n, line in whole.items() if n < index.words and len(line) > FREQUENT}
    postings = whole | dict.fromkeys(frequent, "")
    families = {
        "lexicon": _cut(_lexicon(index), SMALL if small else LEXICON),
        "postings": _cut(postings.values(), POSTINGS),
        "sounds": [] if small else _cut(sorted(_sounds(index), key=_browser_order), LEXICON),
        "mirror": [] if small else _cut(sorted(_mirror(index), key=_browser_order), LEXICON),
    }
    files = {
        f"{family}-{number}.txt": "\n".join(lines).encode()
        for family, cut in families.items()
        for number, lines in enumerate(cut)
    }
    for number, line in frequent.items():
        files[f"places-{number}.txt"] = line.encode()
        files[f"often-{number}.txt"] = _entries_only(index.forms[number], line).encode()
    blocks = list(_blocks(index.entries, heads, SMALL if small else ENTRIES))
    files |= {f"entries-{n}.json": _json(block) for n, (_, block) in enumerate(blocks)}
    files["facets.json"] = _json(facets)
    files["known.txt"] = bloom(index.known).encode()
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + files[name] + b"\0")
    folder = digest.hexdigest()[:12]
    firsts = accumulate((len(lines) for lines in families["postings"]), initial=left_out)
    manifest = {
        "folder": folder,
        "small": small,
        **{family: [lines[0].partition("\t")[0] for lines in families[family]] for family in KEYED},
        "own": list(accumulate(map(_own_lines, families["lexicon"]), initial=0))[:-1],
        "postings": list(firsts)[:-1],
        "frequent": list(frequent),
        "blocks": [first for first, _ in blocks],
        "pages": _pages(index.entries),
        "titled": TITLED,
        "gap": GAP,
        "kinds": kinds,
        "analysis": analysis,
    }
    return {
        MANIFEST: _json(manifest),
        **{f"search/{folder}/{name}": data for name, data in files.items()},
    }


def _json(tree: object) -> bytes:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode()


def _browser_order(text: str) -> bytes:
    """Browsers compare UTF-16 code units (ECMA-262, 7.2.12)."""
    return text.encode("utf-16-be")


def _lexicon(index: Index) -> Iterator[str]:
    own = 0
    for key in sorted(index.keys.keys() | index.marks.keys(), key=_browser_order):
        forms = index.keys.get(key, {})
        led = _differences(sorted(forms), own)
        ends = (f"{more}{forms[n]}" for more, n in zip(led, sorted(forms), strict=True))
        yield f"{key}\t{index.marks.get(key, '')}\t{' '.join(ends)}"
        own += FORM in forms.values()


def _own_lines(lines: list[str]) -> int:
    """How many of the lines are of a word that stands in an entry."""
    return sum(FORM in line.rpartition("\t")[2] for line in lines)


def _sounds(index: Index) -> Iterator[str]:
    return (f"{skeleton}\t{base}" for base, skeleton in index.skeletons.items())


def _mirror(index: Index) -> Iterator[str]:
    return (base[::-1] for base in index.bases)


def _posting(posting: array[int]) -> str:
    pieces, at, before = [], 0, 0
    while at < len(posting):
        entry, count = posting[at], posting[at + 1]
        places = _differences(posting[at + 2 : at + 2 + count])
        pieces.append(f"{entry - before}:{','.join(map(str, places))}".rstrip(":"))
        at, before = at + 2 + count, entry
    return " ".join(pieces)


def _entries_only(form: str, line: str) -> str:
    return f"{form}\t{re.sub(':[0-9,]*', '', line)}"


def _differences(numbers: Iterable[int], before: int = 0) -> list[int]:
    found = []
    for number in numbers:
        found.append(number - before)
        before = number
    return found


def _cut(lines: Iterable[str], size: int) -> list[list[str]]:
    """The lines in groups of about a size in bytes."""
    groups: list[list[str]] = []
    room = 0
    for line in lines:
        if room <= 0:
            groups.append([])
            room = size
        groups[-1].append(line)
        room -= len(line.encode())
    return groups


def _blocks(
    entries: list[Entry], heads: Mapping[str, PageHead], most: int
) -> Iterator[tuple[int, list[Any]]]:
    """The number of the first entry of each block, its labels, and its entries by page."""
    first, room = 0, most
    pages: list[Any] = []
    labels: dict[str, int] = {}
    for number, entry in enumerate(entries):
        if room <= 0:
            yield first, [list(labels), pages]
            first, room, pages, labels = number, most, [], {}
        if not pages or pages[-1][0] != entry.page:
            head = heads[entry.page]
            pages.append([entry.page, head.title, head.kind, []])
        label = labels.setdefault(entry.label, len(labels))
        pages[-1][3].append([entry.kind, entry.anchor, label, entry.text])
        room -= size_of(entry)
    if pages:
        yield first, [list(labels), pages]


def _pages(entries: list[Entry]) -> list[int]:
    """How many entries each page has; below 0 where each of them is a text of its own."""
    runs: list[int] = []
    for _, group in groupby(entries, key=lambda entry: entry.page):
        found = list(group)
        runs.append(len(found) if found[0].whole else -len(found))
    return runs
