import struct
import zlib

import pytest

from dossier.seeds.card import CARD, fault, note, noted
from dossier.seeds.version import version_of
from tests.helpers import messages

DIGEST = "0a" * 32
PIXELS = (b"\0" + bytes(1200)) * 630


def part(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width=1200, height=630, depth=8, packed=None, before=b"", behind=b"", end=b""):
    """A picture of one colour."""
    header = struct.pack(">IIBBBBB", width, height, depth, 3, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + part(b"IHDR", header) + before + part(b"PLTE", bytes(3))
        + part(b"IDAT", zlib.compress(PIXELS) if packed is None else packed)
        + behind + part(b"IEND", end)
    )  # fmt: skip


def test_a_picture_of_its_size_is_sound():
    assert fault(png()) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a",
        png(1200, 600),
        png(630, 1200),
        png(depth=16),
        png()[:20],
        b"x" + png(),
    ],
    ids=["empty", "nothing", "other kind", "low", "turned", "deep", "cut", "something before"],
)
def test_anything_else_is_none(data):
    assert fault(data) == "must be a PNG of 1200 by 630 pixels in 256 colours"


def test_a_picture_that_is_too_large_is_refused():
    assert fault(png(packed=bytes(300_000))) == "must not be larger than 300,000 bytes"


@pytest.mark.parametrize(
    "data",
    [
        png() + b"PK",
        png(end=b"x"),
        png()[:-1],
        png(before=part(b"iTXt", b"x")),
        png(before=part(b"acTL", bytes(8))),
        png(before=part(b"tEXt", b"Comment\0home address")),
        png(before=part(b"tEXt", b"dossier\0" + b"A" * 64)),
        png(before=2 * part(b"tEXt", b"dossier\0" + DIGEST.encode())),
        png(behind=part(b"eXIf", b"x")),
        png(behind=part(b"IDAT", b"").replace(b"IDAT", b"IDAX")),
    ],
    ids=[
        "an archive behind it", "a body in its end", "no end", "a long text", "a film", "a text",
        "a note that is no digest", "two notes", "data of a camera", "a wrong check",
    ],
)  # fmt: skip
def test_nothing_is_hidden_in_it(data):
    assert fault(data) == "must hold a picture and its note, and nothing else: `make card` draws it"


@pytest.mark.parametrize(
    "packed",
    [
        b"",
        b"x",
        zlib.compress(PIXELS)[:-1],
        zlib.compress(PIXELS[:-1]),
        zlib.compress(PIXELS + b"\0"),
        zlib.compress(PIXELS) + b"x",
        zlib.compress(bytes(50_000_000), 9),
    ],
    ids=["none", "not packed", "cut", "too few", "too many", "more behind", "a bomb"],
)
def test_its_pixels_are_all_that_it_unpacks_to(packed):
    assert fault(png(packed=packed)) == "must hold a picture that is whole"


def test_its_pixels_may_stand_in_several_chunks():
    packed = zlib.compress(PIXELS)
    assert fault(png(packed=packed[:9], behind=part(b"IDAT", packed[9:]))) is None


def test_a_fault_is_a_problem_of_the_seeds(mini):
    assert messages({**mini, CARD: png()}) == []
    assert messages({**mini, CARD: b""}) == [
        "seeds/card.png:1:1: error: must be a PNG of 1200 by 630 pixels in 256 colours"
    ]


def test_it_carries_a_note_and_is_the_same_picture():
    assert note(png()) is None
    marked = noted(png(), DIGEST)
    assert note(marked) == DIGEST
    assert fault(marked) is None
    assert len(marked) == len(png()) + 12 + len("dossier\0") + 64


@pytest.mark.parametrize("end", range(0, 130, 5))
def test_a_picture_that_is_cut_off_is_read_without_fault(end):
    assert note(noted(png(), DIGEST)[:end]) in (None, DIGEST)


def test_it_is_no_part_of_the_version(mini):
    assert version_of({**mini, CARD: png()}) == version_of(mini)
