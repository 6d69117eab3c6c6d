"""The file of the card, `seeds/card.png`: whether it is sound, and the note that it carries.  Pure.

The note is a text chunk of the PNG (PNG specification, 11.3.3.2 tEXt).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

CARD = "seeds/card.png"
WIDTH, HEIGHT = 1200, 630

SIGNATURE = b"\x89PNG\r\n\x1a\n"

_MOST = 300_000
_KEYWORD = b"dossier\0"


def fault(data: bytes) -> str | None:
    """Why bytes cannot be the card; None if they can."""
    kind, size = next(chunks(data), (b"", b""))
    if kind != b"IHDR" or size[:8] != struct.pack(">II", WIDTH, HEIGHT):
        return f"must be a PNG of {WIDTH} by {HEIGHT} pixels"
    return f"must not be larger than {_MOST:,} bytes" if len(data) > _MOST else None


def note(data: bytes) -> str | None:
    """The note that a card carries."""
    notes = (body for kind, body in chunks(data) if kind == b"tEXt" and body.startswith(_KEYWORD))
    found = next(notes, None)
    return found.removeprefix(_KEYWORD).decode("latin-1") if found else None


def noted(data: bytes, text: str) -> bytes:
    """A PNG with a note put behind its header."""
    kind, header = next(chunks(data))
    start = len(SIGNATURE) + len(chunk(kind, header))
    return data[:start] + chunk(b"tEXt", _KEYWORD + text.encode("latin-1")) + data[start:]


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG until the first that is not whole."""
    at = len(SIGNATURE) if data.startswith(SIGNATURE) else len(data)
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        if data[at : at + 12 + length] != chunk(kind, body):
            return
        yield kind, body
        at += 12 + length


def chunk(kind: bytes, body: bytes) -> bytes:
    """A chunk with its length and its check."""
    check = struct.pack(">I", zlib.crc32(kind + body))
    return struct.pack(">I", len(body)) + kind + body + check
