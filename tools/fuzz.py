"""Throws mutated inputs at whatever reads what others wrote.

`make fuzz` gives each target a minute, `make fuzz SECONDS=600` ten; the same seed gives the same
inputs in the same order.  A target may answer or refuse in its own way and do nothing else: no
other exception, no place outside the file, no answer that is late.  An input that breaks this is
kept below `build/fuzz/`, and `python -m tools.fuzz TARGET FILE` asks about it again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import signal
import sys
import time
import traceback
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, astuple, dataclass
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from types import FrameType
from typing import Any

from pydantic import TypeAdapter, ValidationError

from dossier.check import check
from dossier.pages.citation import live_link
from dossier.pages.render import Slots
from dossier.problems import DossierError, Problem, as_github, as_json, as_text
from dossier.search.analyser import Analyser
from dossier.search.tables import Tables
from dossier.seeds import strict_yaml
from dossier.seeds.load import load
from dossier.seeds.models import SourceRecord
from dossier.site.finish import finish
from dossier.site.stubs import Tokens
from dossier.text import edtf
from dossier.text.passages import Span, passages, sentences
from dossier.text.quotation_marks import faults, quoted
from dossier.text.quotes import Lost, locate, nearest
from dossier.text.relative_dates import MONTHS, resolve

PROJECT = Path(__file__).resolve().parent.parent
FOUND = PROJECT / "build" / "fuzz"
LATE = 5.0
"""Seconds of processor time that one input may take."""

_LONGEST = 60_000
_TOKENS: tuple[bytes, ...] = tuple(
    token.encode()
    for token in (
        *"\0\t\n\r\x1b\x85\u00a0\u061c\u200b\u202e\u2028\u2066\ufeff\ufdd0\uffff\U0010ffff\u0300",
        *"<>&\"'`\\{}[]()#%|*:;,.-_~?!@^+=/0١ءأ”“«»",
        *("\r\n", "\n  ", "\n- ", ": ", " #", "&a ", "*a", "!!str ", "<<: ", "---\n", "%YAML 1.1"),
        *("{}", "[]", "''", '""', "|\n", ">\n", "null", "\\u0000", "\\x1b", "\\ud800"),
        *("</script>", "<!--", "-->", "]]>", "&#0;", "{{", "}}", "{%", "\\1", "\\g<0>", "$&"),
        *("http://", "https://", "//", "@", ":0", ":99999", "[::1]", "%00", "?", "#:~:text="),
        *("2020-02-30", "9999-12-31", "0000", "202X", "XX", "..", "..2020", "[", "?~%", "٠٩", "99"),
        *(
            "الأربعاء",
            "الماضي",
            "المقبل",
            "أمس",
            "منذ",
            "قبل",
            "أيام",
            "شهر",
            "مطلع",
            "تشرين",
            "عام",
        ),
    )
)


class Wrong(Exception):  # noqa: N818 -- what it says of an answer
    """A target answered, and the answer cannot be right."""


@dataclass(frozen=True)
class Target:
    """What is asked: inputs to begin with, and what must hold of any."""

    name: str
    corpus: Callable[[], Sequence[bytes]]
    ask: Callable[[bytes], None]


@dataclass(frozen=True)
class Run:
    """How many inputs a target was asked, in how many seconds; the one that broke it, and how."""

    inputs: int
    seconds: float
    broken_by: bytes | None
    how: str


# --- inputs -------------------------------------------------------------------------------------


def inputs(corpus: Sequence[bytes], seed: int) -> Iterator[bytes]:
    """Mutations of the corpus, without end; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 -- inputs, not secrets
    while True:
        data = chance.choice(corpus)
        for _ in range(chance.choice((1, 1, 2, 3, 8))):
            data = _mutated(data, corpus, chance)
        yield data[:_LONGEST]


def _mutated(data: bytes, corpus: Sequence[bytes], chance: random.Random) -> bytes:
    a, b = sorted((chance.randint(0, len(data)), chance.randint(0, len(data))))
    b = min(b, a + chance.choice((1, 4, 40, len(data))))
    match chance.randrange(7):
        case 0:
            return data[:a] + bytes([chance.randrange(256)]) + data[a + 1 :]
        case 1:
            return data[:a] + data[b:]
        case 2:
            return data[:b] + data[a:b] * chance.choice((1, 2, 30)) + data[b:]
        case 3:
            other = chance.choice(corpus)
            return data[:a] + other[chance.randint(0, len(other)) :]
        case _:
            return data[:a] + chance.choice(_TOKENS) * chance.choice((1, 1, 1, 50)) + data[a:]


def fuzz(target: Target, seed: int, *, seconds: float = 1e9, most: int | None = None) -> Run:
    """Ask a target until time or inputs are used up, or an input breaks it."""
    began = time.monotonic()
    asked = 0
    for data in islice(inputs(target.corpus(), seed), most):
        asked += 1
        how = broken(target, data)
        spent = time.monotonic() - began
        if how or spent > seconds:
            return Run(asked, spent, data if how else None, how)
    return Run(asked, time.monotonic() - began, None, "")


def broken(target: Target, data: bytes) -> str:
    """How an input breaks a target; empty if it does not."""
    try:
        with _in_time():
            target.ask(data)
    except Exception:
        return traceback.format_exc()
    return ""


@contextmanager
def _in_time() -> Iterator[None]:
    def late(_number: int, _frame: FrameType | None) -> None:
        raise Wrong(f"no answer after {LATE} s")

    signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, LATE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


# --- what must hold -----------------------------------------------------------------------------


def _that(holds: bool, what: object) -> None:
    if not holds:
        raise Wrong(repr(what))


def _inside(problem: Problem, data: bytes) -> None:
    """A problem stands at a place of its file, the place behind its end included."""
    lines = re.split("\r\n|[\r\n]", data.decode("utf-8", "replace"))
    _that(1 <= problem.line <= len(lines), problem)
    _that(1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem)
    _one_line(str(problem))
    _that(problem.message.startswith("must "), problem)


def _one_line(text: str) -> None:
    """Nothing that a terminal obeys, reorders by, or takes for the end of a line."""
    _that(len(text.splitlines()) == 1, text)
    _that(not any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in text), text)


def _spans(text: str, spans: Sequence[Span]) -> None:
    _that(all(0 <= span.start < span.end <= len(text) for span in spans), spans)


def _ask_yaml(data: bytes) -> None:
    node, problems = strict_yaml.read("f.yml", data)
    for problem in problems:
        _inside(problem, data)
    _that(node is not None or len(problems) == 1, problems)
    if node is not None:
        strict_yaml.plain(node)


def _ask_text(data: bytes) -> None:
    path = "seeds/sources/a.txt"
    seeds, problems = load({path: data})
    own = [problem for problem in problems if problem.path == path]
    for problem in own:
        _inside(problem, data)
    _that((path in seeds.broken) == bool(own) == ("a" not in seeds.texts), own)
    if not own:
        text = seeds.texts["a"].text
        _that(text.encode() == data.removeprefix("\ufeff".encode()), text)
        found = passages(text)
        _spans(text, found)
        _that("\n".join(text[p.start : p.end] for p in found).split() == text.split(), found)
        for passage in found:
            _spans(text, sentences(text, passage))
            _spans(text, faults(text, passage))
        _spans(text, [span for span in quoted(text) if span.start != span.end])


@cache
def _seeds() -> Mapping[str, bytes]:
    root = PROJECT / "tests" / "mini"
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


@cache
def _words(path: str) -> frozenset[bytes]:
    return frozenset(_seeds()[path].split())


def _ask_seeds(data: bytes) -> None:
    """A whole dossier of which one file is the input: the one that it has most words of."""
    words = frozenset(data.split())
    path = max(_seeds(), key=lambda path: len(words & _words(path)))
    files = {**_seeds(), path: data}
    seeds, problems = load(files)
    for problem in sorted({*problems, *check(seeds)}):
        _inside(problem, files.get(problem.path, b""))


_TOKENS_OF_PAGE = Tokens.of({"x": b""})
_SHARED = {"site": "s", "head": "h", "lost": "l", "search": "q"}


def _ask_substitution(data: bytes) -> None:
    words = data.decode("utf-8", "replace")
    slots = Slots(*(words for _ in astuple(_TOKENS_OF_PAGE)[4:]))
    for token in (_TOKENS_OF_PAGE.body, f"<p>{_TOKENS_OF_PAGE.title}</p>"):
        page = f"<b>{token}</b>".encode()
        made = finish({"index.html": page}, {"": slots}, _TOKENS_OF_PAGE, _SHARED)
        _that(made["index.html"].decode() == f"<b>{words}</b>", words)
    try:
        finish({"index.html": words.encode()}, {"": slots}, _TOKENS_OF_PAGE, _SHARED)
    except DossierError as error:
        _that("stands for nothing" in str(error), error)


def _ask_dates(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for anchor in (None, date.min, date(2020, 2, 29), date.max):
        found = resolve(text, anchor)
        for result in (found.edtf, *found.alternatives) if found else ():
            edtf.parse(result)
    for part in (text, *text.split()):
        try:
            parsed = edtf.parse(part)
        except edtf.EdtfError as error:
            _that(str(error).startswith("must ") or "must be given" in str(error), error)
            continue
        first, last = parsed.first, parsed.last
        _that(first is None or last is None or first <= last, parsed)
        _that(parsed.overlaps(parsed), parsed)


def _ask_quotes(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    a, b = sorted(int.from_bytes(hashlib.sha256(data).digest()[:8], "big") >> n for n in (3, 9))
    start, end = sorted((a % (len(text) + 1), b % (len(text) + 1)))
    for exact in (text[start:end], text[start : start + 20], text[end:] + "x"):
        found = locate(text, "t.txt", (exact, text[max(0, start - 9) : start], ""))
        if isinstance(found, Lost):
            _that(found.message.startswith("must "), found)
        else:
            _that(text[found.start : found.end].split() == exact.split(), found)
        near = nearest(text, exact)
        _spans(text, [near] if near else [])


_REORDERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ADDRESS: Any = SourceRecord.model_fields["url"].annotation
_URL = TypeAdapter[Any](_ADDRESS)


def _ask_url(data: bytes) -> None:
    try:
        url = _URL.validate_python(data.decode("utf-8", "replace"))
    except ValidationError:
        return
    _that(bool(url and re.match(r"https?://[^/?#\s<>\"'\\]", url, re.IGNORECASE)), url)
    _that(not re.search(r"[\s<>\"'\\]", url or ""), url)
    _that(not any(letter in _REORDERING for letter in url or ""), url)
    live_link(url or "", "كلام - كلام")


def _ask_problems(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    problem = Problem(text, 1, 1, text[:40], text)
    _one_line(as_text([problem]).removesuffix("\n"))
    _that(json.loads(as_json([problem])) == [asdict(problem)], problem)
    _that(as_github([problem]).count("\n") == 1 and "\r" not in as_github([problem]), problem)


@cache
def _analyser() -> Analyser:
    folder = PROJECT / "language"
    return Analyser(Tables.of({path.name: path.read_bytes() for path in folder.iterdir()}))


def _ask_search(data: bytes) -> None:
    text, analyser = data.decode("utf-8", "replace"), _analyser()
    end = 0
    for token in analyser.tokens(text):
        _that(end <= token.start < token.end <= len(text), token)
        end = token.end
        for read in (analyser.bases, analyser.loose_bases, analyser.stems, analyser.verbs):
            read(token.form)
        analyser.relations(token.form)


# --- what they begin with -------------------------------------------------------------------------


def _files(*patterns: str) -> Callable[[], Sequence[bytes]]:
    return lambda: [
        path.read_bytes() for pattern in patterns for path in sorted(PROJECT.glob(pattern))
    ]


def _lines(*patterns: str) -> Callable[[], Sequence[bytes]]:
    """Each line of files, so that what is small is mutated as something small."""
    return lambda: list(
        dict.fromkeys(
            line.strip()
            for data in _files(*patterns)()
            for line in data.splitlines()
            if line.strip()
        )
    )


def _dates() -> Sequence[bytes]:
    return [
        *(f"في {day} {name} {year}".encode() for names in MONTHS for name in names
          for day, year in ((1, 2020), (31, 9999))),
        *_lines("tests/unit/text/test_relative_dates.py", "tests/unit/text/test_edtf.py")(),
    ]  # fmt: skip


_YAML = ("seeds/*.yml", "seeds/*/*.yml", "tests/mini/seeds/**/*.yml", "tests/cases/*.yml")
_TEXTS = ("seeds/sources/*.txt", "tests/mini/seeds/sources/*.txt", "README.md", "docs/*.md")

TARGETS = {
    target.name: target
    for target in (
        Target("yaml", _files(*_YAML), _ask_yaml),
        Target("text", _files(*_TEXTS), _ask_text),
        Target("seeds", lambda: [*_seeds().values()], _ask_seeds),
        Target(
            "substitution", _files("templates/*.html", "overrides/**/*.html"), _ask_substitution
        ),
        Target("dates", _dates, _ask_dates),
        Target("quotes", _lines(*_TEXTS), _ask_quotes),
        Target("url", lambda: [b"https://a.example/x?a=1&b=2#c", b"http://[::1]:80/"], _ask_url),
        Target("problems", _lines("tests/cases/*.yml"), _ask_problems),
        Target("search", _lines(*_TEXTS, "tests/vectors/words.yml"), _ask_search),
    )
}


def main(arguments: Sequence[str]) -> int:
    """Fuzz all targets, or some, or ask one about a file; 0 if nothing broke."""
    parser = argparse.ArgumentParser(prog="python -m tools.fuzz", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="TARGET|FILE", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=float, default=60, help="for each target (default: 60)")
    parser.add_argument("--seed", type=int, default=0, help="of the inputs (default: 0)")
    options = parser.parse_args(arguments)
    names = [name for name in options.names if name in TARGETS] or [*TARGETS]
    files = [Path(name) for name in options.names if name not in TARGETS]
    if files:
        told = [broken(TARGETS[name], path.read_bytes()) for name in names for path in files]
        print(*told, sep="\n")
        return 1 if any(told) else 0
    return 1 if [name for name in names if _broke(name, options.seed, options.seconds)] else 0


def _broke(name: str, seed: int, seconds: float) -> bool:
    """Whether an input breaks a target, which is then told and kept."""
    run = fuzz(TARGETS[name], seed, seconds=seconds)
    rate = run.inputs / run.seconds
    print(
        f"{name:12} {run.inputs:9,} inputs in {run.seconds:4.0f} s, {rate:8,.0f} a second",
        flush=True,
    )
    if run.broken_by is None:
        return False
    path = FOUND / f"{name}-{hashlib.sha256(run.broken_by).hexdigest()[:12]}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(run.broken_by)
    print(f"{run.how}broken by {path}: python -m tools.fuzz {name} {path}")
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
