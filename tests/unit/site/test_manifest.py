import hashlib
import json

import pytest

from dossier.site import manifest

A, B, C = (hashlib.sha256(data).hexdigest() for data in (b"a", b"b", b"c"))
SEEDS = {"seeds/sources/x.txt": b"c", "seeds/sources/x.yml": b"title: x"}
FILES = {"b.css": b"b", "a/index.html": b"a"}


def written(**changes):
    content = {"digest": A, "sources": {}, "files": {"index.html": A}}
    return json.dumps({**content, **changes}).encode()


def test_every_text_and_every_file_is_in_it_and_a_digest_over_all():
    files = manifest.included(FILES, SEEDS)
    assert files.keys() - FILES.keys() == {"manifest.json"}
    lines = f"{A}  a/index.html\n{B}  b.css\n{C}  seeds/sources/x.txt\n"
    assert json.loads(files["manifest.json"]) == {
        "digest": hashlib.sha256(lines.encode()).hexdigest(),
        "sources": {"seeds/sources/x.txt": C},
        "files": {"a/index.html": A, "b.css": B},
    }


def test_the_order_of_files_is_nothing_to_it_and_neither_is_an_older_manifest():
    reversed_files = {"manifest.json": b"old", **dict(reversed(FILES.items()))}
    assert manifest.included(reversed_files, SEEDS) == manifest.included(FILES, SEEDS)


def test_it_is_read_as_it_was_written():
    said = manifest.read(manifest.included(FILES, SEEDS)["manifest.json"])
    assert (said.count, said.stated) == (3, said.digest)
    assert manifest.differences(said, {"a/index.html": A, "b.css": B}) == []


def test_what_differs_is_told_by_path():
    said = manifest.Manifest({}, {"a": A, "b": B, "c": C}, A)
    assert manifest.differences(said, {"b": B, "c": "", "d": A, "0": A}) == [
        "extra: 0",
        "missing: a",
        "altered: c",
        "extra: d",
        "altered: manifest.json",
    ]


@pytest.mark.parametrize(
    "path",
    ["/etc/passwd", "../x", "a/../../x", "a/..", "./x", "", "a//b", "a/", ".", "a\\..\\x", "C:\\x",
     "a\0b", "a\nb", "a\x7f", "\ud800", "manifest.json"],
    ids=repr,
)  # fmt: skip
@pytest.mark.parametrize("part", ["files", "sources"])
def test_a_path_that_may_lead_elsewhere_is_refused(part, path):
    with pytest.raises(ValueError, match="must not hold the path"):
        manifest.read(written(**{part: {path: A}}))


@pytest.mark.parametrize("moved", [("files", "sources"), ("sources", "files")], ids=str)
def test_what_it_says_of_a_file_it_cannot_say_of_a_text(moved):
    """The digest over all would be the same, and nobody would look at the file."""
    content = json.loads(manifest.included(FILES, SEEDS)["manifest.json"])
    content[moved[1]] |= content.pop(moved[0])
    with pytest.raises(ValueError, match=f"must not hold the path .* among its {moved[1]}"):
        manifest.read(json.dumps({moved[0]: {}, **content}).encode())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "must be JSON"),
        (b"\xff", "must be JSON"),
        (b"{" * 9, "must be JSON"),
        (b"[" * 200_000, "must be JSON"),
        (b"1" * 9999, "must be JSON"),
        (b'{"digest": 1, "digest": 2}', "key twice"),
        (b"[]", "must hold digest, sources, files"),
        (b"{}", "must hold digest, sources, files"),
        (written(more=1), "must hold digest, sources, files"),
        (written(files=[]), "must give digests by path"),
        (written(files={"a": 1}), "must give a a digest of 64 digits"),
        (written(files={"a": A.upper()}), "must give a a digest of 64 digits"),
        (written(digest=None), "must give digest a digest of 64 digits"),
        (b" " * (manifest.LARGEST + 1), "must not be larger than"),
    ],
    ids=lambda value: repr(value[:12]),
)
def test_what_is_no_manifest_is_refused(data, message):
    with pytest.raises(ValueError, match=message):
        manifest.read(data)
