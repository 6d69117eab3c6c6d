"""The file of the card, `seeds/card.png`: whether it is sound, and the note that it carries.  Pure.

The note is a text chunk of the PNG (PNG specification, 11.3.3.2 tEXt).
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

CARD = "seeds/card.png"
WIDTH, HEIGHT = 1200, 630

SIGNATURE = b"\x89PNG\r\n\x1a\n"

_MOST = 300_000
_KEYWORD = b"dossier\0"
_NOTE = re.compile(re.escape(_KEYWORD) + rb"[0-9a-f]{64}")
_AROUND = 12  # a chunk's length, kind and check
_HEADER = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
_PIXELS = HEIGHT * (1 + WIDTH)  # each line begins with its filter


def fault(data: bytes) -> str | None:
    """Why bytes cannot be the card; None if they can.

    What `make card` writes, and nothing besides, so that nothing can be hidden in it: no other
    chunk, nothing behind the end, and as many bytes of pixels as its size says (a few kB can be
    unpacked to gigabytes).
    """
    if len(data) > _MOST:
        return f"must not be larger than {_MOST:,} bytes"
    found = list(chunks(data))
    if not found or found[0] != (b"IHDR", _HEADER):
        return f"must be a PNG of {WIDTH} by {HEIGHT} pixels in 256 colours"
    kinds = b" ".join(kind for kind, _ in found[1:])
    texts = [body for kind, body in found if kind == b"tEXt"]
    size = len(SIGNATURE) + sum(_AROUND + len(body) for _, body in found)
    if (
        not re.fullmatch(rb"(tEXt )?PLTE (IDAT )+IEND", kinds)
        or found[-1][1]
        or size != len(data)
        or not all(_NOTE.fullmatch(text) for text in texts)
    ):
        return "must hold a picture and its note, and nothing else: `make card` draws it"
    packed = b"".join(body for kind, body in found if kind == b"IDAT")
    return None if _unpacks(packed) else "must hold a picture that is whole"


def _unpacks(packed: bytes) -> bool:
    """Whether bytes unpack to the pixels of the card, and are no more than that."""
    unpacker = zlib.decompressobj()
    try:
        pixels = unpacker.decompress(packed, _PIXELS + 1)
    except zlib.error:
        return False
    return len(pixels) == _PIXELS and unpacker.eof and not unpacker.unused_data


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
