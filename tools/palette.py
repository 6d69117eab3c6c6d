"""Makes a browser's PNG small: a palette in place of three bytes a pixel.  Pure."""

from __future__ import annotations

import struct
import zlib
from collections import Counter

from dossier.seeds.card import SIGNATURE, chunk, chunks

_BYTES = 3  # a pixel's red, green, blue
_COLOURS = 256


def with_palette(png: bytes) -> bytes:
    """The same picture in its 256 most frequent colours; every other becomes the nearest."""
    found = list(chunks(png))
    width, height = struct.unpack(">II", found[0][1][:8])
    packed = b"".join(body for kind, body in found if kind == b"IDAT")
    rows = _rows(zlib.decompress(packed), width * _BYTES)
    pixels = [[row[i : i + _BYTES] for i in range(0, len(row), _BYTES)] for row in rows]
    counts = Counter(pixel for row in pixels for pixel in row)
    palette = [colour for colour, _ in counts.most_common(_COLOURS)]
    index = {colour: _nearest(colour, palette) for colour in counts}
    lines = b"".join(b"\0" + bytes(index[pixel] for pixel in row) for row in pixels)
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = (
        (b"IHDR", header),
        (b"PLTE", b"".join(palette)),
        (b"IDAT", zlib.compress(lines, 9)),
        (b"IEND", b""),
    )
    return SIGNATURE + b"".join(chunk(kind, body) for kind, body in parts)


def _nearest(colour: bytes, palette: list[bytes]) -> int:
    def distance(number: int) -> int:
        return sum((a - b) ** 2 for a, b in zip(colour, palette[number], strict=True))

    return min(range(len(palette)), key=distance)


def _rows(data: bytes, length: int) -> list[bytes]:
    """The lines of pixels with the filters undone (PNG specification, 9.2)."""
    rows = [bytes(length)]
    for start in range(0, len(data), length + 1):
        kind, row, above = data[start], bytearray(data[start + 1 : start + 1 + length]), rows[-1]
        for i, value in enumerate(row):
            left, corner = (row[i - _BYTES], above[i - _BYTES]) if i >= _BYTES else (0, 0)
            guess = (0, left, above[i], (left + above[i]) // 2, _paeth(left, above[i], corner))
            row[i] = (value + guess[kind]) & 0xFF
        rows.append(bytes(row))
    return rows[1:]


def _paeth(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    return min(left, above, corner, key=lambda value: abs(guess - value))
