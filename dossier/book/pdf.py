"""Reads where things stand in a printed book, and makes the file one that can be kept.  Pure."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from urllib.parse import unquote

from pypdf import PdfReader, PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, Fit, IndirectObject, NameObject

from dossier.book.chapters import Mark

_PASSING = ("/CreationDate", "/ModDate")


def page_count(pdf: bytes) -> int:
    """How many pages there are."""
    return len(PdfReader(BytesIO(pdf)).pages)


def numbers(pdf: bytes) -> dict[str, int]:
    """The page, counted from 1, on which each id stands that a link leads to."""
    return {id_: index + 1 for id_, (index, _) in _places(PdfReader(BytesIO(pdf))).items()}


def finished(pdf: bytes, marks: Iterable[Mark]) -> bytes:
    """The same book with bookmarks, opening from the right, without the hour of its printing.

    The browser's own bookmarks will not do: it puts the words of Arabic headings in the order
    in which they stand on the line from left to right.
    """
    writer = PdfWriter(clone_from=BytesIO(pdf))
    information = writer._info
    assert information is not None  # noqa: S101 -- the browser writes it
    for key in _PASSING:
        information.pop(NameObject(key), None)
    writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(
        {
            NameObject("/DisplayDocTitle"): BooleanObject(True),
            NameObject("/Direction"): NameObject("/R2L"),
        }
    )
    _add_marks(writer, _places(writer), marks, None)
    writer.page_mode = "/UseOutlines"
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def _add_marks(
    writer: PdfWriter,
    places: dict[str, tuple[int, float]],
    marks: Iterable[Mark],
    parent: IndirectObject | None,
) -> None:
    for mark in marks:
        index, top = places[mark.id]
        added = writer.add_outline_item(
            title=mark.title,
            page_number=index,
            parent=parent,
            fit=Fit.xyz(top=top),
            is_open=parent is None,
        )
        _add_marks(writer, places, mark.marks, added)


def _places(pdf: PdfReader | PdfWriter) -> dict[str, tuple[int, float]]:
    """By id, the page counted from 0, and the height on it.

    The browser names a destination as the link that leads to it does.
    """
    indices = {page.indirect_reference: index for index, page in enumerate(pdf.pages)}
    return {
        unquote(name.removeprefix("/")): (indices[destination.page], float(destination.top or 0))
        for name, destination in pdf.named_destinations.items()
    }
