"""JSON-LD: what it says, in words of schema.org alone, and that nothing breaks out of it."""

import json

import pytest

from dossier.exports.linked_data import linked_data
from dossier.pages.presenter import Presenter
from tests.helpers import ANCHOR, RETURN, STORM, checked, edited, with_text

SITE = "https://example.org/dossier/"
VISIT = "seeds/visits/2019-05.yml"

# From schema.org release 30.0, schemaorg-current-https.jsonld: which property a type may have
# (its own or inherited, `domainIncludes`) and what it may hold (`rangeIncludes`, or a subtype).
VALUES = {
    "Dataset": {
        "url": "URL",
        "name": "Text",
        "description": "Text",
        "inLanguage": "Text",
        "license": "URL",
        "version": "Text",
        "isAccessibleForFree": "Boolean",
        "keywords": "Text",
        "about": "Event",
        "isBasedOn": "NewsArticle",
        "distribution": "DataDownload",
    },
    "DataDownload": {"contentUrl": "URL", "encodingFormat": "Text"},
    "Event": {
        "name": "Text",
        "description": "Text",
        "startDate": "Date",
        "endDate": "Date",
        "location": "Place",
        "subjectOf": ("NewsArticle", "Claim"),
    },
    "Place": {"name": "Text"},
    "Claim": {"text": "Text", "appearance": "NewsArticle", "citation": "Quotation"},
    "Quotation": {"text": "Text", "isPartOf": "NewsArticle"},
    "NewsArticle": {
        "headline": "Text",
        "inLanguage": "Text",
        "url": "URL",
        "datePublished": "Date",
        "publisher": "Organization",
        "encoding": "MediaObject",
    },
    "Organization": {"name": "Text"},
    "MediaObject": {"contentUrl": "URL", "encodingFormat": "Text", "sha256": "Text"},
}


@pytest.fixture(scope="module")
def graphs(dossier, words):
    return graphs_of(dossier, words)


def graphs_of(dossier, words, site_url=SITE):
    """The nodes of each page, read back."""
    found = linked_data(Presenter(dossier, words), site_url)
    pages = {path: json.loads(data) for path, data in found.items()}
    assert all(page["@context"] == "https://schema.org" for page in pages.values())
    return {path: page["@graph"] for path, page in pages.items()}


def nodes(value):
    """Every node within, at any depth."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, (dict, list)):
            yield from nodes(inner)


def of_type(graphs, kind):
    return [n for graph in graphs.values() for n in nodes(graph) if n.get("@type") == kind]


def test_every_value_is_one_that_schema_org_allows_there(graphs):
    types = {
        n["@id"]: n["@type"]
        for g in graphs.values()
        for n in nodes(g)
        if {"@id", "@type"} <= n.keys()
    }

    def kind(value):
        if isinstance(value, dict):
            return value.get("@type") or types[value["@id"]]
        return "Boolean" if isinstance(value, bool) else "Text"

    plain = {"URL": "Text", "Date": "Text"}
    used = set()
    for node in (n for graph in graphs.values() for n in nodes(graph) if "@type" in n):
        for name, value in node.items():
            if not name.startswith("@"):
                allowed = VALUES[node["@type"]][name]
                allowed = {allowed} if isinstance(allowed, str) else set(allowed)
                for item in value if isinstance(value, list) else [value]:
                    assert kind(item) in {plain.get(a, a) for a in allowed}, (node["@type"], name)
                used.add((node["@type"], name))
    assert used == {(kind, name) for kind, names in VALUES.items() for name in names}


def test_every_claim_stands_once_on_its_visits_page_in_our_words(graphs, dossier):
    found = {}
    for path, graph in graphs.items():
        for node in nodes(graph):
            if node.get("@type") == "Claim" and "text" in node:
                assert node["@id"].startswith(f"{SITE}{path}#")
                assert node["@id"] not in found
                found[node["@id"]] = (node["text"], node["appearance"]["@id"])
    assert found == {
        f"{SITE}visits/{claim.visit}/#{claim.record.id}": (
            claim.record.statement,
            f"{SITE}sources/{claim.source.id}/#section_text",
        )
        for claim in dossier.claims.values()
    }


def test_every_quotation_stands_once_on_its_sources_page_in_the_sources_words(graphs, dossier):
    found = []
    for path, graph in graphs.items():
        for node in nodes(graph):
            for quotation in node.get("citation", ()):
                assert quotation["@id"].startswith(f"{SITE}{path}#q-")
                assert quotation["isPartOf"] == {"@id": f"{SITE}{path}#section_text"}
                found.append((node["@id"], quotation["text"]))
    assert sorted(found) == sorted(
        (f"{SITE}visits/{claim.visit}/#{claim.record.id}", quote.shown)
        for claim in dossier.claims.values()
        for quote in claim.quotes
    )
    ids = [quotation["@id"] for quotation in of_type(graphs, "Quotation")]
    assert len(ids) == len(set(ids)) == len(found)


def test_an_article_says_no_more_than_its_record(graphs):
    anchor, storm, back = (graphs[f"sources/{s}/"][0] for s in (ANCHOR, STORM, RETURN))
    assert anchor["url"] == "https://harbour.example/anchor?a=1&b=2"
    assert anchor["datePublished"] == "2019-05-20"
    assert anchor["publisher"]["@id"] == f"{SITE}actors/harbour-today/#top"
    assert "datePublished" not in storm, "its date is inferred, not printed"
    assert "url" not in storm
    assert "publisher" not in back, "its text names no outlet"
    assert back["datePublished"] == "2019-10-01"


@pytest.mark.parametrize(
    ("when", "dates"),
    [
        ("2019-05-18", ("2019-05-18", "2019-05-18")),
        ("2019-05-18/2019-05-19", ("2019-05-18", "2019-05-19")),
        ("2019-05-18/..", ("2019-05-18", None)),
        ("2019-05", (None, None)),
        ("2019-05-18~/2019-05-19", (None, None)),
        ("2019-05-18?", (None, None)),
        ("[2019-05-18,2019-05-19]", (None, None)),
        ("[2019-05-10..2019-05-19]", (None, None)),
    ],
)
def test_an_event_is_dated_only_where_its_days_are_certain(mini, words, when, dates):
    old = "when:\n  edtf: '2019-05-18'"
    files = edited(mini, VISIT, old, old.replace("2019-05-18", when))
    (event,) = graphs_of(checked(files), words)["visits/2019-05/"]
    assert (event.get("startDate"), event.get("endDate")) == dates


def test_an_event_is_told_of_and_not_said_to_have_happened(graphs):
    (event,) = graphs["visits/2019-05/"]
    assert "eventStatus" not in event
    assert "مرفأ اليوم" in event["description"]
    assert event["description"].endswith("لا يقرر هذا الملف أنها وقعت.")
    articles = [node["@id"] for node in event["subjectOf"] if "@type" not in node]
    assert articles == [f"{SITE}sources/{s}/#section_text" for s in (ANCHOR, STORM, RETURN)]


def test_the_dataset_is_told_of_on_the_first_page_and_with_the_downloads(graphs, dossier):
    assert graphs[""] == graphs["data/"]
    (data,) = graphs["data/"]
    assert data["version"] == dossier.version
    assert data["license"] == "https://spdx.org/licenses/CC0-1.0"
    assert [d["contentUrl"] for d in data["distribution"]] == [
        f"{SITE}data/dossier.json",
        f"{SITE}data/claims.csv",
    ]


def test_without_an_address_everything_is_named_from_the_page(dossier, words):
    graphs = graphs_of(dossier, words, "")
    for path, graph in graphs.items():
        root = "../" * path.count("/") or "./"
        ids = [node["@id"] for node in nodes(graph) if "@id" in node]
        assert ids and all(name.startswith(root) for name in ids)


@pytest.mark.parametrize("bad", ["</script><script>alert(1)</script>", "<!--<script>", "a&b"])
def test_no_words_whatever_break_out_of_the_script(mini, words, bad):
    files = edited(mini, VISIT, "statement: 'رفع الفريق مرساتين'", f"statement: '{bad}'")
    files = edited(files, VISIT, "title: 'النزول الأول، أيار 2019'", f"title: '{bad}'")
    quote = f"مرساتين {bad} لا مرساة"
    files = edited(
        files, VISIT, "quote: 'الفريق رفع مرساتين لا مرساة", f"quote: 'الفريق رفع {quote}"
    )
    text = files[f"seeds/sources/{STORM}.txt"].decode().replace("مرساتين لا مرساة", quote)
    dossier = checked(with_text(files, STORM, text.encode()))
    data = linked_data(Presenter(dossier, words), SITE)
    assert not set("<>&") & set("".join(data.values()))
    (event,) = json.loads(data["visits/2019-05/"])["@graph"]
    assert event["name"] == bad
    assert bad in [node.get("text") for node in event["subjectOf"]]
    quotations = of_type({"": json.loads(data[f"sources/{STORM}/"])["@graph"]}, "Quotation")
    assert f"الفريق رفع {quote} واحدة" in [node["text"] for node in quotations]


def test_separators_that_end_a_line_of_a_script_are_written_out(mini, words):
    source = mini[f"seeds/sources/{STORM}.txt"].decode()
    text = source.replace("رأى صندوقاً", "رأى\u2029صندوقاً")
    dossier = checked(with_text(mini, STORM, text.encode()))
    data = linked_data(Presenter(dossier, words), SITE)[f"sources/{STORM}/"]
    assert "\u2029" not in data
    quotations = of_type({"": json.loads(data)["@graph"]}, "Quotation")
    assert "رأى\u2029صندوقاً مغلقاً" in [node["text"] for node in quotations]
