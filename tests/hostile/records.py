"""YAML that would be read otherwise than it looks, or that costs more than it is worth."""

from __future__ import annotations

from collections.abc import Callable

from tests.helpers import Files, edited
from tests.hostile.cases import Record, replaced, whole

_VISIT, _DOSSIER, _ACTORS = "seeds/visits/2019-09.yml", "seeds/dossier.yml", "seeds/actors.yml"
_SOURCE = "seeds/sources/2019-10-01-return.yml"
_NOTE = "note: 'ملف مختلق كله، لاختبار البرنامج.'"


def _note(written: str) -> Callable[[Files], Files]:
    return replaced(_DOSSIER, _NOTE, f"note: {written}")


def _before(path: str, lines: str) -> Callable[[Files], Files]:
    return lambda files: {**files, path: lines.encode("utf-8", "surrogatepass") + files[path]}


def _after(path: str, lines: str) -> Callable[[Files], Files]:
    return lambda files: {**files, path: files[path] + lines.encode("utf-8", "surrogatepass")}


def _recoded(path: str, codec: str) -> Callable[[Files], Files]:
    return lambda files: {**files, path: files[path].decode().encode(codec, "replace")}


def _ended(path: str, end: bytes) -> Callable[[Files], Files]:
    return lambda files: {**files, path: files[path].replace(b"\n", end)}


def _laughs() -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    return "\n".join(lines) + "\n"


def _merged() -> str:
    lines = ["k0: &k0 {x: y}"]
    lines += [f"k{n}: &k{n} {{<<: [*k{n - 1}, *k{n - 1}]}}" for n in range(1, 2_000)]
    return "\n".join(lines) + "\n"


def _both(first: Callable[[Files], Files], then: Callable[[Files], Files]) -> Record:
    return Record("mistakes in several files", lambda files: then(first(files)))


RECORDS = [
    Record("anchor", _note("&x 'كلام'")),
    Record("alias", _both(_note("&x 'كلام'"), _after(_DOSSIER, "x: *x\n")).change),
    Record("tag", _note("!!str كلام")),
    Record("tag that runs", _note("!!python/object/apply:os.system ['id']")),
    Record("tag of binary", _note("!!binary aGVsbG8=")),
    Record("tag of one's own", _note("!x كلام")),
    Record("merge key", _after(_DOSSIER, "<<: {note: x}\n")),
    Record("directive of a version", _before(_DOSSIER, "%YAML 1.1\n---\n")),
    Record("directive of a tag", _before(_DOSSIER, "%TAG ! tag:x,2000:\n---\n")),
    Record("directive of nothing", _before(_DOSSIER, "%FOO bar\n---\n"), "E"),
    Record("second document", _after(_DOSSIER, "---\nx: y\n")),
    Record("second document, empty", _after(_DOSSIER, "---\n")),
    Record("end of a document", _after(_DOSSIER, "...\n"), "E"),
    Record("duplicate key", _after(_DOSSIER, "title: 'غيره'\n")),
    Record(
        "duplicate key deep down",
        replaced(_SOURCE, "basis: printed", "basis: printed, basis: inferred"),
    ),
    Record("unknown key", _after(_DOSSIER, "titel: x\n")),
    Record("key in other letters", replaced(_DOSSIER, "subject:", "Subject:")),
    Record("key that is a list", _after(_DOSSIER, "? [a, b]\n: c\n")),
    Record("key that is a map", _after(_DOSSIER, "? {a: b}\n: c\n")),
    Record("key that is null", _after(_DOSSIER, "~: c\n")),
    Record("key that is empty", _after(_DOSSIER, ": c\n")),
    Record("key in question form", _after(_DOSSIER, "? a\n: c\n")),
    Record("key of a thousand letters", _after(_DOSSIER, f"{'k' * 1_200}: c\n")),
    Record("key that clobbers", _after(_DOSSIER, "__class__: c\n")),
    Record("key turned around", _after(_DOSSIER, '"\\u202ekey": c\n')),
    Record("depth", _note("[" * 20_000)),
    Record("depth of maps", _note("{a: " * 5_000)),
    Record(
        "depth of a block", _after(_DOSSIER, "x:\n" + "".join(f"{' ' * n}- \n" for n in range(40)))
    ),
    Record("20,000 brackets in pairs", _note("[" * 20_000 + "]" * 20_000)),
    Record("size bomb by aliases", _before(_DOSSIER, _laughs())),
    Record("size bomb by merges", _before(_DOSSIER, _merged())),
    Record("100,000 keys", _after(_DOSSIER, "".join(f"k{n}: v\n" for n in range(100_000)))),
    Record("100,000 items", _after(_DOSSIER, "x:\n" + "- a\n" * 100_000)),
    Record("2 MB and a byte", _after(_DOSSIER, "#" * 2_000_000)),
    Record("10 MB", _after(_DOSSIER, "#" * 10_000_000)),
    Record(
        "a scalar of 1 MB where a choice stands",
        replaced(_DOSSIER, "language: ar", f"language: {'x' * 1_000_000}"),
    ),
    Record("empty", whole(_DOSSIER, b"")),
    Record("comments alone", whole(_DOSSIER, "# x\n")),
    Record("null", whole(_DOSSIER, "null\n")),
    Record("a list", whole(_DOSSIER, "- a\n")),
    Record("a text", whole(_DOSSIER, "x\n")),
    Record("a number", whole(_VISIT, "5\n")),
    Record("not YAML", whole(_VISIT, "{]}:\n\t- x\n")),
    Record("quotation not closed", whole(_VISIT, "title: 'x\n")),
    Record("tab as indent", _after(_DOSSIER, "x:\n\t- a\n")),
    Record("indent wrong", _after(_DOSSIER, "   x: a\n")),
    Record("lone surrogate escaped", _note('"\\ud800"')),
    Record("surrogates escaped as a pair", _note('"\\ud83d\\ude00"')),
    Record("NUL escaped", _note('"\\0"')),
    Record("U+0085 escaped", _note('"a\\Nb"')),
    Record("U+2028 escaped", _note('"a\\Lb"')),
    Record("U+0085 raw", _note("'a\u0085b'")),
    Record("U+2028 raw", _note("'a\u2028b'")),
    Record("bell raw", _note("'a\x07b'")),
    Record("delete raw", _note("'a\x7fb'")),
    Record("control of C1 raw", _note("'a\x9bb'")),
    Record("NUL raw", _note("'a\0b'")),
    Record("BOM within", _note("'a\ufeffb'")),
    Record("noncharacter raw", _note("'a\ufffeb'")),
    Record("escape of nothing", _note('"\\q"')),
    Record("surrogate in UTF-8", lambda f: {**f, _DOSSIER: f[_DOSSIER] + b"# \xed\xa0\x80\n"}),
    Record("overlong", lambda f: {**f, _DOSSIER: f[_DOSSIER] + b"# \xc0\xaf\n"}),
    Record("cut in a letter", lambda f: {**f, _DOSSIER: f[_DOSSIER] + "# ق".encode()[:-1]}),
    Record("CP1256", _recoded(_DOSSIER, "cp1256")),
    Record("ISO 8859-6", _recoded(_DOSSIER, "iso8859_6")),
    Record("UTF-16 with BOM", _recoded(_DOSSIER, "utf-16")),
    Record("UTF-16 without BOM", _recoded(_DOSSIER, "utf-16-be")),
    Record("UTF-32", _recoded(_DOSSIER, "utf-32")),
    Record("BOM at the beginning", _before(_DOSSIER, "\ufeff"), "F"),
    Record("two BOMs", _before(_DOSSIER, "\ufeff\ufeff"), "R"),
    Record("CRLF", _ended(_DOSSIER, b"\r\n"), "F"),
    Record("CR alone", _ended(_DOSSIER, b"\r"), "E"),
    Record("no end of line", lambda f: {**f, _DOSSIER: f[_DOSSIER].rstrip(b"\n")}, "F"),
    Record("beginning of a document", _before(_DOSSIER, "---\n"), "F"),
    Record("comment before", _before(_DOSSIER, "# كلام: [\n"), "F"),
    Record("list for a text", replaced(_SOURCE, "title: ", "title:\n  - ")),
    Record(
        "map for a list", replaced(_SOURCE, "furniture: ['الصفحة التالية']", "furniture: {a: b}")
    ),
    Record("text for a list", replaced(_SOURCE, "furniture: ['الصفحة التالية']", "furniture: x")),
    Record("text for a map", replaced(_SOURCE, "rights: {publish: full}", "rights: full")),
    Record("list for a map", replaced(_SOURCE, "rights: {publish: full}", "rights: [full]")),
    Record("null for a map", replaced(_SOURCE, "rights: {publish: full}", "rights: null")),
    Record("unknown choice", replaced(_SOURCE, "publish: full", "publish: FULL")),
    Record(
        "yes for true",
        replaced(_SOURCE, "label: 'سلمى درويش', named: true", "label: 'سلمى درويش', named: yes"),
    ),
    Record(
        "huge number",
        replaced(_SOURCE, "named: true, number: 1", f"named: true, number: {'9' * 5_000}"),
    ),
    Record(
        "number below one", replaced(_SOURCE, "named: true, number: 1", "named: true, number: -1")
    ),
    Record(
        "number in Arabic digits",
        replaced(_SOURCE, "named: true, number: 1", "named: true, number: ١"),
    ),
    Record(
        "number with a point",
        replaced(_SOURCE, "named: true, number: 1", "named: true, number: 1.5"),
    ),
    Record(
        "number written 0x1",
        replaced(_SOURCE, "named: true, number: 1", "named: true, number: 0x1"),
    ),
    Record("date that is none", replaced(_SOURCE, "edtf: '2019-10-01'", "edtf: '2019-02-30'")),
    Record("date far off", replaced(_SOURCE, "edtf: '2019-10-01'", f"edtf: 'Y{'9' * 400}'")),
    Record("date as words", replaced(_SOURCE, "edtf: '2019-10-01'", "edtf: '<script>'")),
    Record("id that leads up", replaced(_VISIT, "id: returned", "id: ../../evil")),
    Record("id with a space", replaced(_VISIT, "id: returned", "id: 'a b'")),
    Record("id in capitals", replaced(_VISIT, "id: returned", "id: Returned")),
    Record("id in Arabic", replaced(_VISIT, "id: returned", "id: عاد")),
    Record("id with an end of line", replaced(_VISIT, "id: returned", 'id: "returned\\n"')),
    Record("id that is an anchor of ours", replaced(_VISIT, "id: returned", "id: top")),
    Record("id of 300 letters", replaced(_VISIT, "id: returned", f"id: {'a' * 300}")),
    Record("id of an actor that leads up", replaced(_ACTORS, "id: cape-wind", "id: ../cape")),
    Record("id of an actor that is a page", replaced(_ACTORS, "id: cape-wind", "id: index")),
    Record(
        "id of another file", replaced("seeds/visits/2019-05.yml", "id: 2019-05\n", "id: 2019-06\n")
    ),
    Record("digest of another text", replaced(_SOURCE, "sha256: 'be9", "sha256: 'ce9")),
    Record("digest in capitals", replaced(_SOURCE, "sha256: 'be9", "sha256: 'BE9")),
    Record("digest with an end of line", lambda f: edited(f, _SOURCE, "1132'\n", "1132\n\n  '\n")),
    _both(_note("!!str x"), replaced(_SOURCE, "publish: full", "publish: x")),
]
