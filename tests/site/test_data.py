"""The downloads, as a program reads them."""

import copy
import csv
import io
import json
from urllib.parse import urldefrag

import pytest

from tests.site.schema import violations

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def schema(site):
    return json.loads(site.files["data/dossier.schema.json"])


def test_the_data_are_as_their_schema_says(site, schema):
    assert list(violations(site.data, schema, schema)) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data["claims"][0].pop("quotes"),
        lambda data: data["claims"][0].update(voice="shouted"),
        lambda data: data["claims"][0]["quotes"][0].update(start="0"),
        lambda data: data.update(format=99),
    ],
    ids=["key missing", "word unknown", "text for a number", "other format"],
)
def test_the_schema_refuses_what_is_not_so(site, schema, spoil):
    data = copy.deepcopy(site.data)
    spoil(data)
    assert list(violations(data, schema, schema)) != []


def test_every_reference_in_the_data_leads_to_something(site):
    data = site.data
    ids = {kind: {x["id"] for x in data[kind]} for kind in ("sources", "visits", "claims")}
    assert {claim["source"] for claim in data["claims"]} <= ids["sources"]
    assert {claim["visit"] for claim in data["claims"]} <= ids["visits"]
    for question in data["questions"]:
        assert question["visit"] in {None, *ids["visits"]}
        assert {state["source"] for state in question["states"]} == ids["sources"]
        for answer in question["answers"]:
            assert answer["claims"], question["id"]
            assert set(answer["claims"]) <= ids["claims"]
        low, high = question["origins"]["min"], question["origins"]["max"]
        assert 0 <= low <= high


def test_every_address_in_the_data_leads_to_a_place_of_the_site(site):
    kinds = ("sources", "visits", "claims", "questions", "actors")
    for item in (item for kind in kinds for item in site.data[kind]):
        path, anchor = urldefrag(item["page"])
        page = site.pages[f"{path}index.html"]
        assert not anchor or anchor in page.ids, item["page"]
    sources = {source["id"]: source for source in site.data["sources"]}
    for claim in site.data["claims"]:
        ids = site.pages[f"{sources[claim['source']]['page']}index.html"].ids
        for quote in claim["quotes"]:
            assert quote["anchor"] in ids, claim["id"]


def test_the_table_has_a_row_for_every_quote(site):
    raw = site.files["data/claims.csv"]
    assert raw.startswith(b"\xef\xbb\xbf"), "without its mark a spreadsheet shows no Arabic"
    text = raw.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    quotes = [(c["id"], q["exact"]) for c in site.data["claims"] for q in c["quotes"]]
    assert len(rows) == len(quotes)
    cells = [set(row.values()) for row in rows]
    assert all({claim, exact} <= row for (claim, exact), row in zip(quotes, cells, strict=True))
