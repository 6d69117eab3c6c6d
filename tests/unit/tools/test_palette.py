import struct
import zlib

import pytest

from dossier.seeds.card import SIGNATURE, chunk, chunks
from tools.palette import with_palette

WIDTH, HEIGHT = 7, 5


def png(pixels, kind):
    """The pixels as bytes of red, green and blue, filtered one way (PNG specification, 9.2)."""
    lines, above = b"", bytes(WIDTH * 3)
    for y in range(HEIGHT):
        row = bytes(part for pixel in pixels[y * WIDTH : (y + 1) * WIDTH] for part in pixel)
        left, corner = bytes(3) + row[:-3], bytes(3) + above[:-3]
        lines += bytes([kind])
        for value, a, b, c in zip(row, left, above, corner, strict=True):
            p = a + b - c
            near = sorted([(abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c)])[0][2]
            lines += bytes([(value - (0, a, b, (a + b) // 2, near)[kind]) % 256])
        above = row
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
    return SIGNATURE + b"".join(chunk(*part) for part in parts)


def pixels_of(data):
    """The pixels of a picture with a palette and no filter."""
    found = dict(chunks(data))
    assert struct.unpack(">IIBB", found[b"IHDR"][:10]) == (WIDTH, HEIGHT, 8, 3)
    lines = zlib.decompress(found[b"IDAT"])
    rows = [lines[y * (WIDTH + 1) : (y + 1) * (WIDTH + 1)] for y in range(HEIGHT)]
    assert all(row[0] == 0 for row in rows)
    colours = found[b"PLTE"]
    return [tuple(colours[3 * n : 3 * n + 3]) for row in rows for n in row[1:]]


@pytest.mark.parametrize("kind", range(5), ids=["none", "sub", "up", "average", "paeth"])
def test_the_picture_stays_the_same_whatever_its_filter(kind):
    pixels = [((37 * n) % 256, (91 * n) % 256, n * n % 256) for n in range(WIDTH * HEIGHT)]
    assert pixels_of(with_palette(png(pixels, kind))) == pixels


def test_rare_colours_become_the_nearest(monkeypatch):
    monkeypatch.setattr("tools.palette._COLOURS", 2)
    pixels = [(0, 0, 0)] * 20 + [(250, 250, 250)] * 13 + [(9, 0, 0), (255, 240, 250)]
    made = pixels_of(with_palette(png(pixels, 4)))
    assert made == [(0, 0, 0)] * 20 + [(250, 250, 250)] * 13 + [(0, 0, 0), (250, 250, 250)]
