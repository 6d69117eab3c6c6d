import json

import pytest

from dossier.exports.search import search_files
from dossier.pages.presenter import Presenter
from dossier.pages.render import pages
from dossier.search.entries import entries
from tests.helpers import ANCHOR, RETURN, STORM, checked, edited
from tests.unit.search.tables_of_tests import tables


def made(dossier, words, **language):
    presenter = Presenter(dossier, words)
    return search_files(presenter, pages(presenter), tables(**language))


@pytest.fixture(scope="module")
def files(dossier, words):
    return made(dossier, words, synonyms=(("غواص", "diver"),))


def manifest(files):
    return json.loads(files["search/index.json"])


def part(files, name):
    return files[f"search/{manifest(files)['folder']}/{name}"].decode()


def shown(files):
    """Every entry by its page and its anchor; and each page by its path."""
    labels, found = json.loads(part(files, "entries-0.json"))
    return {
        f"{page}#{anchor}": (kind, labels[label], text)
        for page, _, _, of_page in found
        for kind, anchor, label, text in of_page
    }, {page: (title, kind) for page, title, kind, _ in found}


def keys(files):
    return {line.partition("\t")[0] for line in part(files, "lexicon-0.txt").split("\n")}


def test_everything_that_can_be_found_is_in_the_index(files, dossier, words):
    found, _ = shown(files)
    assert found == {
        f"{entry.page}#{entry.anchor}": (entry.kind, entry.label, entry.text)
        for entry in entries(Presenter(dossier, words))
    }


def test_a_page_is_named_by_its_title_and_its_kind(files):
    _, found = shown(files)
    assert found["visits/2019-05/"] == ("النزول الأول، أيار 2019", "visit")
    assert found[f"sources/{STORM}/"][1] == "source"
    assert found["actors/cape-wind/"] == ("رأس الريح", "actor")
    assert found["compare/"][1] == "comparison"


def test_every_kind_has_a_name(files):
    found, of_pages = shown(files)
    used = {kind for kind, _, _ in found.values()} | {kind for _, kind in of_pages.values()}
    assert used == manifest(files)["kinds"].keys()


def test_things_are_found_by_what_actors_and_the_language_call_them(files):
    assert {"north star", "salma darwish", "نجمه شمال", "diver", "غواص"} <= keys(files)


def test_every_value_of_a_filter_leads_to_entries(files):
    filters = {f["name"]: f["values"] for f in json.loads(part(files, "facets.json"))}
    assert {key for key in keys(files) if ":" in key} == {
        f"{name}:{value}" for name, values in filters.items() for value, _ in values
    }


def test_filters_and_their_values_are_named_and_in_order(files):
    filters = {f["name"]: (f["label"], f["values"]) for f in json.loads(part(files, "facets.json"))}
    assert list(filters) == ["kind", "source", "visit", "period"]
    assert filters["period"] == (
        "الزمن",
        [
            ["2019", "2019"],
            ["2019-05", "أيار 2019"],
            ["2019-09", "أيلول 2019"],
            ["2019-10", "تشرين الأول 2019"],
        ],
    )
    assert [value for value, _ in filters["source"][1]] == [ANCHOR, STORM, RETURN]
    assert filters["visit"][1][0] == ["2019-05", "النزول الأول، أيار 2019"]
    assert [label for _, label in filters["kind"][1]] == ["فقرة", "ادعاء", "سؤال", "زيارة", "طرف"]


def test_texts_are_data_and_stay_as_they_are(mini, words):
    bad = '<img src=x> & "x"'
    changed = edited(mini, "seeds/visits/2019-05.yml", "'رفع الفريق مرساتين'", f"'{bad}'")
    found, _ = shown(made(checked(changed), words))
    assert found["visits/2019-05/#raised-two"][2] == bad


def test_the_browser_takes_words_apart_by_the_same_tables(files):
    assert manifest(files)["analysis"] == tables().analysis


def test_the_same_dossier_gives_the_same_bytes(files, dossier, words):
    assert made(dossier, words, synonyms=(("غواص", "diver"),)) == files


def test_another_text_moves_the_index(files, mini, words):
    changed = edited(mini, "seeds/visits/2019-05.yml", "text: 'اثنتان'", "text: 'مرساتان'")
    other = made(checked(changed), words, synonyms=(("غواص", "diver"),))
    assert manifest(other)["folder"] != manifest(files)["folder"]
