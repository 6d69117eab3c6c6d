"""What a case is: something planted in the invented dossier, and what must come of it.

R: the command refuses, with file, line and column, and the standing site is untouched.
F: what was given is shown, character for character, and nothing of it runs.
E: either of the two; but never is anything changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from tests.helpers import Files, edited, mini_files

Verdict = Literal["R", "F", "E"]

HEADLINE = "عنوان يقف في النص"
WRITTEN = "كلام بين علامتين"  # what the seeds hold where a word of a case is put
VISIT = "seeds/visits/2030-01.yml"


@dataclass(frozen=True)
class Text:
    """The bytes of an article's text; a large one is built alone."""

    name: str
    data: bytes
    verdict: Verdict = "F"
    large: bool = False
    place: str = field(default="text", init=False)

    @property
    def text(self) -> str:
        """What a reader must get."""
        return self.data.decode().removeprefix("\ufeff")


@dataclass(frozen=True)
class Word:
    """A value of a record, as it is written there in YAML, and what a reader must get."""

    name: str
    place: str
    written: str
    value: str
    verdict: Verdict = "F"


@dataclass(frozen=True)
class Record:
    """Seed files that were changed."""

    name: str
    change: Callable[[Files], Files]
    verdict: Verdict = "R"
    place: str = field(default="record", init=False)


@dataclass(frozen=True)
class Folder:
    """Something done to the folder itself, below which `seeds/` lies."""

    name: str
    do: Callable[[Path], None]
    verdict: Verdict = "R"
    place: str = field(default="folder", init=False)


Case = Text | Word | Record | Folder


def quoted(value: str) -> str:
    """A value as YAML that says exactly it, whatever it holds."""
    plain = set(" !#$%&'()*+,-./:;<=>?@[]^_`{|}~")
    letters = (c if c.isalnum() or c in plain else f"\\U{ord(c):08x}" for c in value)
    return f'"{"".join(letters)}"'


def word(name: str, place: str, value: str, verdict: Verdict = "F") -> Word:
    """A value given as it is to be read."""
    return Word(name, place, quoted(value), value, verdict)


def text(name: str, words: str, verdict: Verdict = "F") -> Text:
    """A text with the words at its beginning and in its middle, then a headline."""
    whole = f"{words}\nقبل {words} بعد\n{HEADLINE}\n"
    return Text(name, whole.encode("utf-8", "surrogatepass"), verdict)


def _record(title: str, data: bytes, rest: str = "") -> bytes:
    return (
        f"title: {title}\noutlet: null\npublished: {{edtf: '2030-01-02', basis: inferred}}\n"
        f"original_file: a.txt\nsha256: {hashlib.sha256(data).hexdigest()}\nurl: null\n"
        f"rights: {{publish: full}}\n{rest}"
    ).encode()


def with_source(files: Files, source: str, data: bytes) -> Files:
    """The files with one more article, of which no claim is made."""
    record = _record(quoted(HEADLINE), data)
    place = f"seeds/sources/{source}"
    return {**files, f"{place}.txt": data, f"{place}.yml": record}


def with_words(files: Files, cases: Iterable[tuple[str, Word]]) -> Files:
    """The files with one more article and one claim for each word, by the name of the case."""
    claims = []
    for name, case in cases:
        source = f"seeds/sources/{name}"
        said = {place: quoted(default) for place, default in _DEFAULTS.items()}
        said[case.place] = case.written
        title = case.value if case.place == "title" else HEADLINE
        quote = case.value if case.place == "quote" else WRITTEN
        data = f"{title}\nقبل {quote} بعد\n".encode("utf-8", "surrogatepass")
        teller = (
            f"tellers:\n  - id: teller\n    label: {said['label']}\n"
            "    named: false\n    access: unstated\n"
        )
        rest = f"{teller}note: {said['note']}\n"
        files = {
            **files,
            f"{source}.txt": data,
            f"{source}.yml": _record(said["title"], data, rest),
        }
        claims.append(
            f"  - id: {name}\n    source: {name}\n    statement: {said['statement']}\n"
            f"    quote: {said['quote']}\n    topic: dive\n    told_by: teller\n    voice: source\n"
        )
    visit = (
        "title: 'زيارة'\nwhen:\n  edtf: '2030-01'\n  evidence:\n"
        "    - {source: 2019-05-20-anchor, words: 'يوم السبت الماضي'}\n"
        "summary:\n  - {text: 'جملة.', claims: [{first}]}\nclaims:\n"
    )
    first = next(iter(claims)).split()[2]
    return {**files, VISIT: (visit.replace("{first}", first) + "".join(claims)).encode()}


_DEFAULTS = {
    "title": HEADLINE,
    "label": "ناقل",
    "note": "ملاحظة",
    "statement": "قول",
    "quote": WRITTEN,
}


def replaced(path: str, old: str, new: str) -> Callable[[Files], Files]:
    """One place of one seed file changed."""
    return lambda files: edited(files, path, old, new)


def whole(path: str, data: bytes | str) -> Callable[[Files], Files]:
    """One seed file in the place of another."""
    content = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return lambda files: {**files, path: content}


def base() -> Files:
    """The invented dossier."""
    return mini_files()
