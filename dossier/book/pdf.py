"""Reads where things stand in a printed book, and makes the file one that can be kept.  Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from urllib.parse import unquote

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    Fit,
    IndirectObject,
    NameObject,
    PdfObject,
    TextStringObject,
)

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
    _renumber(writer)
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


def _renumber(writer: PdfWriter) -> None:
    """Give the tags of table cells ids of their own: the browser's differ from run to run."""
    tree = writer.root_object.get("/StructTreeRoot", DictionaryObject()).get_object()
    names = [node for node in _walk(tree.get("/IDTree"), "/Kids") if "/Names" in node]
    elements = [element for element in _walk(tree.get("/K"), "/K") if "/Type" in element]
    old = sorted(str(element["/ID"]) for element in elements if "/ID" in element)
    new = {name: TextStringObject(f"cell{number:08}") for number, name in enumerate(old, 1)}

    def rename(holder: DictionaryObject, key: str) -> None:
        items = holder.get(key)
        if isinstance(items, ArrayObject):
            renamed = (new[item] if isinstance(item, TextStringObject) else item for item in items)
            holder[NameObject(key)] = ArrayObject(renamed)

    for element in elements:
        if "/ID" in element:
            element[NameObject("/ID")] = new[str(element["/ID"])]
        for attributes in _walk(element.get("/A"), "/A"):
            rename(attributes, "/Headers")
    for node in names:
        rename(node, "/Names")
        rename(node, "/Limits")


def _walk(start: PdfObject | None, below: str) -> Iterator[DictionaryObject]:
    """A dictionary, or each of a list, and those below it."""
    waiting = [start]
    while waiting:
        found = waiting.pop()
        found = found.get_object() if found is not None else None
        if isinstance(found, ArrayObject):
            waiting += reversed(found)
        elif isinstance(found, DictionaryObject):
            yield found
            waiting.append(found.get(below))


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
