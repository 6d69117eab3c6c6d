"""The second net under the rights of texts: no file of a site says what they withhold.  Pure.

Pages, data and index are made of what may be shown (`text/excerpt.py`).  Here every finished
file is read once more, as any program could read it: as it stands, without tags, with references,
escapes of JSON and of addresses resolved.  Neither may

* so many words in a row occur that only withheld words make, nor
* a word that stands in nothing but withheld words.

What the editors wrote is theirs, within the bounds of `check/rights.py`; so are words of other
sources, of the interface, of the language's tables and of the theme.  Numbers are left out, because
dates and counts of ours are worded alike; words in Latin letters count in rows only, because markup
and data have such names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from urllib.parse import unquote

from dossier.exports.claims_csv import HEADER
from dossier.model import Dossier
from dossier.search.grades import FORM
from dossier.seeds.own_words import own_words
from dossier.text.runs_of_words import bare_words, runs_of

IN_A_ROW = 5
"""Four words in a row may meet by chance: names with a title, and what stands side by side."""

_TAG = re.compile(r"<[^<>]*>")
# Tags that part nothing; what stands on either side of any other does not belong together.
_INLINE = re.compile(r"</?(?:a|bdi|code|mark|small|span|time|tspan)\b[^<>]*>")
_BETWEEN_STRINGS = re.compile(r'(?<!\\)"')
_ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_OF_ADDRESSES = re.compile(r"(?:%[0-9a-fA-F]{2})+")
_LEXICON = re.compile(r"search/[0-9a-f]+/(lexicon|sounds|mirror)-[0-9]+\.txt")


def leaks(
    files: Mapping[str, bytes], dossier: Dossier, foreign: Mapping[str, bytes]
) -> Iterator[str]:
    """Each file that says what the rights of a source withhold, a sentence each.

    Args:
        files: The finished site, by path.
        dossier: The dossier.
        foreign: Files in which nothing of the seeds stands: the engine's, the templates, the
            tables of the language.
    """
    withheld = [t for source in dossier.sources.values() for t in source.excerpt.withheld]
    if not withheld:
        return
    free = [*_ours(dossier), *filter(None, map(_decoded, foreign.values()))]
    runs = (runs_of(withheld, IN_A_ROW) - runs_of(free, IN_A_ROW)).without(_is_number)
    words = _words_only_in(withheld, free)
    clean: set[str] = set()
    for path, data in sorted(files.items()):
        if foreign.get(path) == data:
            continue
        readings = set(_readings(path, data.decode("utf-8", "ignore"))) - clean
        found = {run for reading in readings if (run := runs.first_in(reading))}
        found |= {w for reading in readings for w in words.intersection(bare_words(reading))}
        if found:
            yield f"{path} says what the rights of a source withhold: «{min(found)}»"
        else:
            clean |= readings


def _words_only_in(withheld: Iterable[str], free: Iterable[str]) -> frozenset[str]:
    """The words that are withheld wherever they stand.

    The interface writes its "and" in one word with what follows.
    """
    known = {word for text in free for word in bare_words(text)}
    return frozenset(
        word
        for text in withheld
        for word in bare_words(text)
        if not word.isascii() and not _is_number(word)
        if not known & {word, word.removeprefix("و")}
    )


def _decoded(data: bytes) -> str | None:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None  # a font, a picture


def _ours(dossier: Dossier) -> Iterator[str]:
    """What may be said: what is shown of the sources, what the editors wrote, names of columns."""
    yield " ".join(HEADER)
    sources, visits = dossier.sources.values(), dossier.visits.values()
    for source in sources:
        yield from source.excerpt.published
    records = [
        dossier.record,
        *dossier.actors.values(),
        *(source.record for source in sources),
        *(visit.record for visit in visits),
        *(question.record for question in dossier.questions),
        *(readings.record for readings in dossier.readings),
    ]
    yield from (text for record in records for _, text in own_words(record))


def _is_number(word: str) -> bool:
    return any(map(str.isdigit, word))


def _readings(path: str, text: str) -> Iterator[str]:
    """A file in every way in which its words can be read, each once."""
    if _LEXICON.fullmatch(path):
        yield _forms(text)
        return
    plain = _BETWEEN_STRINGS.split(text)
    if path.endswith((".html", ".svg", ".xml")):
        # A tag may part two words, or stand in the middle of one.
        for joined in (_INLINE.sub(" ", text), _INLINE.sub("", text)):
            plain += _TAG.split(joined)
    for reading in dict.fromkeys(plain):
        resolved = _resolved(_resolved(unescape(reading)))
        yield resolved
        if _OF_ADDRESSES.search(resolved):
            yield _OF_ADDRESSES.sub(lambda match: unquote(match[0]), resolved)


def _resolved(text: str) -> str:
    """A text without the escapes of JSON and scripts: a control is white space."""

    def letter(match: re.Match[str]) -> str:
        if match[1]:
            return chr(int(match[1], 16))
        return " " if match[2] in "bfnrt" else match[2]

    return _ESCAPED.sub(letter, text)


def _forms(lexicon: str) -> str:
    """The words of a lexicon that stand in an entry; all others are derived from them."""
    lines = (line.split("\t") for line in lexicon.splitlines())
    return "\n".join(key for key, *_, forms in lines if FORM in forms)
