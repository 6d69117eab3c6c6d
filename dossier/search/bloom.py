"""A set in few bytes, which may rarely hold what was not put in (Bloom, CACM 13, 1970)."""

from __future__ import annotations

import base64
from collections.abc import Collection, Iterator

BITS, HASHES = 11, 8
"""Bits for each member, and places that each sets: one other word in two hundred is held."""


def bloom(words: Collection[str]) -> str:
    """The set of the words, in Base64 (RFC 4648, section 4)."""
    size = max(1, -(-len(words) * BITS // 8))
    field = bytearray(size)
    for word in words:
        for place in places(word, size * 8):
            field[place // 8] |= 1 << place % 8
    return base64.b64encode(field).decode()


def places(word: str, size: int) -> Iterator[int]:
    """The bits, of as many as `size`, that a word sets."""
    one, other = _hash(word, 0x811C9DC5), _hash(word, 0x01000193) | 1
    return ((one + step * other) % 2**32 % size for step in range(HASHES))


def _hash(word: str, start: int) -> int:
    """FNV-1a over the bytes of UTF-16LE (Fowler, Noll, Vo, 1991)."""
    value = start
    for at in word.encode("utf-16-le"):
        value = (value ^ at) * 0x01000193 % 2**32
    return value
