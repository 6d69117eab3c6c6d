import json

import pytest

from dossier.exports.search import search_docs, with_docs
from dossier.pages.presenter import Presenter
from dossier.pages.render import pages
from tests.helpers import ANCHOR, checked, edited


def docs_of(dossier, words):
    presenter = Presenter(dossier, words)
    return {doc["location"]: doc for doc in search_docs(presenter, pages(presenter))}


@pytest.fixture(scope="module")
def docs(dossier, words):
    return docs_of(dossier, words)


def test_every_page_claim_and_question_is_found(docs, dossier):
    assert {"", "visits/2019-05/", f"sources/{ANCHOR}/", "actors/cape-wind/"} <= docs.keys()
    for claim in dossier.claims.values():
        entry = docs[f"visits/{claim.visit}/#{claim.record.id}"]
        assert all(quote.exact in entry["text"] for quote in claim.quotes)
    assert docs["compare/#question_2019-05.anchors"]["text"] == "واحدة · اثنتان"


def test_every_passage_is_found_but_furniture(docs):
    found = {place for place in docs if place.startswith(f"sources/{ANCHOR}/#p")}
    # Passage 1 repeats the title, 5 and 8 lead to another article.
    assert found == {f"sources/{ANCHOR}/#p{number}" for number in (2, 3, 4, 6, 7)}


def test_what_the_box_puts_into_the_page_is_escaped(mini, words):
    path = "seeds/visits/2019-05.yml"
    bad = "<img src=x>"
    files = edited(mini, path, "'رفع الفريق مرساتين'", f"'{bad}'")
    files = edited(files, path, "text: 'اثنتان'", f"text: '{bad}'")
    found = docs_of(checked(files), words)
    assert found["visits/2019-05/#raised-two"]["title"] == "&lt;img src=x&gt;"
    assert "&lt;img" in found["compare/#question_2019-05.anchors"]["text"]


def test_our_entries_replace_the_engines_but_for_pages_written_by_hand():
    entries = [{"location": place} for place in ("", "compare/#x", "about/", "about/#y")]
    index = json.dumps({"config": {"lang": ["en"]}, "docs": entries}).encode()
    made = json.loads(
        with_docs(index, [{"location": "new", "title": "ع", "text": ""}], ("about/",))
    )
    assert made["config"] == {"lang": ["en"]}
    assert [doc["location"] for doc in made["docs"]] == ["new", "about/", "about/#y"]
