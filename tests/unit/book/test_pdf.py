from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from dossier.book import pdf
from dossier.book.chapters import Mark


@pytest.fixture
def printed():
    """Three pages and two places, named as a browser names them."""
    writer = PdfWriter()
    for _ in range(3):
        writer.add_blank_page(200, 300)
    writer.add_named_destination("/visits/1/", page_number=0)
    writer.add_named_destination("/visits/1/%23x", page_number=2)
    writer.add_metadata({"/Title": "عنوان", "/CreationDate": "D:20200101", "/ModDate": "D:2020"})
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def test_places_are_found_by_their_ids(printed):
    assert pdf.page_count(printed) == 3
    assert pdf.numbers(printed) == {"visits/1/": 1, "visits/1/#x": 3}


def test_the_hour_is_gone_and_the_title_is_there(printed):
    reader = PdfReader(BytesIO(pdf.finished(printed, ())))
    assert dict(reader.metadata) == {"/Title": "عنوان", **producer(reader)}
    assert reader.trailer["/Root"]["/ViewerPreferences"] == {
        "/DisplayDocTitle": True,
        "/Direction": "/R2L",
    }


def producer(reader):
    return {"/Producer": reader.metadata.producer} if reader.metadata.producer else {}


def test_bookmarks_lead_where_their_ids_stand(printed):
    marks = (Mark("زيارة آب 2020", "visits/1/", (Mark("الخلاصة", "visits/1/#x"),)),)
    reader = PdfReader(BytesIO(pdf.finished(printed, marks)))
    first, below = reader.outline
    assert (first.title, below[0].title) == ("زيارة آب 2020", "الخلاصة")
    assert reader.get_destination_page_number(first) == 0
    assert reader.get_destination_page_number(below[0]) == 2


def with_cells(printed, first):
    """The same pages with a tagged table whose ids begin at a number."""
    writer = PdfWriter(clone_from=BytesIO(printed))
    ids = [TextStringObject(f"node{number:08}") for number in (first, first + 3)]
    cells = [
        DictionaryObject({NameObject("/Type"): NameObject("/StructElem"), NameObject("/ID"): id_})
        for id_ in ids
    ]
    headers = DictionaryObject(
        {NameObject("/O"): NameObject("/Table"), NameObject("/Headers"): ArrayObject(ids)}
    )
    cells[1][NameObject("/A")] = ArrayObject([headers])
    kept = [writer._add_object(cell) for cell in cells]
    pairs = [item for pair in zip(ids, kept, strict=True) for item in pair]
    names = DictionaryObject(
        {NameObject("/Names"): ArrayObject(pairs), NameObject("/Limits"): ArrayObject(ids)}
    )
    writer.root_object[NameObject("/StructTreeRoot")] = writer._add_object(
        DictionaryObject(
            {NameObject("/K"): ArrayObject(kept), NameObject("/IDTree"): writer._add_object(names)}
        )
    )
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def test_the_ids_of_cells_are_the_same_however_the_browser_counts(printed):
    once, again = (pdf.finished(with_cells(printed, first), ()) for first in (17, 940))
    assert once == again
    tree = PdfReader(BytesIO(once)).trailer["/Root"]["/StructTreeRoot"]
    first, second = (cell.get_object() for cell in tree["/K"])
    assert first["/ID"] != second["/ID"]
    assert second["/A"][0]["/Headers"] == [first["/ID"], second["/ID"]]
    names = tree["/IDTree"]["/Names"]
    assert [names[0], names[2]] == tree["/IDTree"]["/Limits"] == [first["/ID"], second["/ID"]]
    assert names[1].get_object() == first
