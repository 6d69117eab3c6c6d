import os
import struct
import zlib

import pytest

from dossier.seeds.card import CARD, fault, note, noted
from dossier.seeds.version import version_of
from tests.helpers import messages


def png(width=1200, height=630, more=b""):
    """A picture of one colour."""

    def chunk(kind, body):
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    lines = zlib.compress((b"\0" + bytes(width)) * height)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", lines + more)
        + chunk(b"IEND", b"")
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
        png()[:20],
        b"x" + png(),
    ],
    ids=["empty", "nothing in it", "other kind", "low", "turned", "cut", "something before"],
)
def test_anything_else_is_none(data):
    assert fault(data) == "must be a PNG of 1200 by 630 pixels"


def test_a_picture_that_is_too_large_is_refused():
    assert fault(png(more=os.urandom(300_000))) == "must not be larger than 300,000 bytes"


def test_a_fault_is_a_problem_of_the_seeds(mini):
    assert messages({**mini, CARD: png()}) == []
    assert messages({**mini, CARD: b""}) == [
        "seeds/card.png:1:1: error: must be a PNG of 1200 by 630 pixels"
    ]


def test_it_carries_a_note_and_is_the_same_picture():
    assert note(png()) is None
    marked = noted(png(), "abc")
    assert note(marked) == "abc"
    assert fault(marked) is None
    assert len(marked) == len(png()) + 12 + len("dossier\0abc")


@pytest.mark.parametrize("end", range(0, 80, 3))
def test_a_picture_that_is_cut_off_is_read_without_fault(end):
    assert note(noted(png(), "abc")[:end]) in (None, "abc")


def test_it_is_no_part_of_the_version(mini):
    assert version_of({**mini, CARD: png()}) == version_of(mini)
