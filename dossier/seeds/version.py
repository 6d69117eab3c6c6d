"""Which state of a dossier this is: the same version means the same texts and claims.  Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from dossier.seeds.card import CARD

_LENGTH = 12


def digest(files: Mapping[str, bytes]) -> str:
    """A SHA-256 over every path and every byte, whatever the order of the files."""
    whole = hashlib.sha256()
    for path in sorted(files):
        whole.update(path.encode() + b"\0" + hashlib.sha256(files[path]).digest())
    return whole.hexdigest()


def version_of(files: Mapping[str, bytes]) -> str:
    """The version of the dossier that the seed files make; its card is no part of it."""
    return digest({path: data for path, data in files.items() if path != CARD})[:_LENGTH]
