"""What a site consists of: a SHA-256 of every file, of every source's text, and one of all.  Pure.

The digest over all is the SHA-256 of the lines that `sha256sum` prints, ``<sha256>  <path>``, one
for each source's text and each file but the manifest, sorted by the code points of their paths.
A text stands below ``seeds/``, where no file of a site does: the digest says which part of the
manifest a path is of.  It can be had without a line of ours:

    jq -r '.sources + .files | to_entries | sort_by(.key)[] | "\\(.value)  \\(.key)"' \\
        site/manifest.json | sha256sum
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

NAME = "manifest.json"
LARGEST = 1 << 24
"""The most bytes that a manifest may have: enough for 100,000 files."""

_DIGEST = re.compile("[0-9a-f]{64}")
_PARTS = ("digest", "sources", "files")
_SEEDS = "seeds/"
_NEVER = re.compile(r"[\x00-\x1f\x7f\\\ud800-\udfff]")


@dataclass(frozen=True)
class Manifest:
    """The digests of texts, by path below the dossier's root, and of files, by path in the site.

    ``stated`` is the digest over all that it gives itself.
    """

    sources: Mapping[str, str]
    files: Mapping[str, str]
    stated: str = ""

    @property
    def digest(self) -> str:
        """The digest over all, worked out."""
        both = {**self.sources, **self.files}
        return sha256("".join(f"{both[path]}  {path}\n" for path in sorted(both)).encode())

    @property
    def count(self) -> int:
        """How many files there are, the manifest itself among them."""
        return len(self.files) + 1


def sha256(data: bytes) -> str:
    """A digest, as `sha256sum` prints it."""
    return hashlib.sha256(data).hexdigest()


def included(files: Mapping[str, bytes], seeds: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a site, and its manifest."""
    manifest = Manifest(
        {path: sha256(seeds[path]) for path in sorted(seeds) if path.endswith(".txt")},
        {path: sha256(files[path]) for path in sorted(files) if path != NAME},
    )
    content = {"digest": manifest.digest, "sources": manifest.sources, "files": manifest.files}
    return {**files, NAME: f"{json.dumps(content, indent=1)}\n".encode()}


def read(data: bytes) -> Manifest:
    """The manifest that bytes are, wherever they come from.

    Raises:
        ValueError: with what must hold and does not.
    """
    if len(data) > LARGEST:
        raise ValueError(f"must not be larger than {LARGEST:,} bytes")
    try:
        content = json.loads(data.decode(), object_pairs_hook=_unique)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"must be JSON ({error})") from error
    if not isinstance(content, dict) or sorted(content) != sorted(_PARTS):
        raise ValueError(f"must hold {', '.join(_PARTS)}")
    stated = _digests({"digest": content["digest"]})["digest"]
    sources, files = _digests(content["sources"]), _digests(content["files"])
    for part, paths in (("sources", sources), ("files", files)):
        for path in paths:
            if path.startswith(_SEEDS) != (part == "sources"):
                raise ValueError(f"must not hold the path {path} among its {part}")
    return Manifest(sources, files, stated)


def differences(manifest: Manifest, there: Mapping[str, str]) -> list[str]:
    """What a copy lacks, has otherwise and has beside, a line each, sorted by path.

    Args:
        manifest: What should be there.
        there: The digests of the files that are there but the manifest; "" of what is no file.
    """
    stated = {NAME: manifest.stated, **manifest.files}
    found = {NAME: manifest.digest, **there}
    wrong = sorted(p for p in stated.keys() | found.keys() if stated.get(p) != found.get(p))
    return [
        f"{'missing' if p not in found else 'altered' if p in stated else 'extra'}: {p}"
        for p in wrong
    ]


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len(content := dict(pairs)) < len(pairs):
        raise ValueError("must not give a key twice")
    return content


def _digests(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError("must give digests by path")
    for path, digest in value.items():
        if fault := _path_fault(path):
            raise ValueError(f"must not hold the path {path!r:.80}, {fault}")
        if not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
            raise ValueError(f"must give {path} a digest of 64 digits 0-9 a-f")
    return value


def _path_fault(path: str) -> str | None:
    """Why a path of a manifest cannot lead to a file of a copy; None if it can."""
    if _NEVER.search(path):
        return "which no file of a site can have"
    if any(part in ("", ".", "..") for part in path.split("/")):
        return "which leads elsewhere"
    return "which is the manifest's own" if path == NAME else None
