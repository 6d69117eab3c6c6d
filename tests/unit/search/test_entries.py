import re
from itertools import groupby

import pytest

from dossier.pages.presenter import Presenter
from dossier.search.entries import entries
from tests.helpers import ANCHOR, RETURN, STORM, checked, edited, rendered

VISIT = "seeds/visits/2019-05.yml"


@pytest.fixture(scope="module")
def found(dossier, words):
    return entries(Presenter(dossier, words))


def by_place(found):
    return {f"{entry.page}#{entry.anchor}": entry for entry in found}


def of_kind(found, kind):
    return [entry for entry in found if entry.kind == kind]


def test_each_entry_has_a_place_of_its_own(found):
    assert len(by_place(found)) == len(found)


def test_each_entry_leads_to_a_page_and_an_anchor(found, dossier, words):
    bodies = {path: slots.body for path, slots in rendered(dossier, words).items()}
    ids = {path: set(re.findall(r'\bid="([^"]+)"', body)) for path, body in bodies.items()}
    for entry in found:
        assert entry.anchor in {"", *ids[entry.page]}, entry


def test_the_entries_of_a_page_stand_together(found):
    pages = [page for page, _ in groupby(found, key=lambda entry: entry.page)]
    assert len(pages) == len(set(pages))


def test_every_claim_is_found_on_its_visits_page(found, dossier):
    assert {(entry.page, entry.anchor, entry.text) for entry in of_kind(found, "claim")} == {
        (f"visits/{claim.visit}/", claim.record.id, claim.record.statement)
        for claim in dossier.claims.values()
    }


def test_a_claim_says_whose_it_is(found):
    entry = by_place(found)["visits/2019-05/#raised-two"]
    assert "الشراع" in entry.label
    assert entry.facets == (
        *("kind:claim", f"source:{STORM}", "visit:2019-05"),
        *("period:2019", "period:2019-05"),
    )


def test_passages_are_found_as_they_are_written_but_for_furniture(found, mini):
    passages = [entry for entry in of_kind(found, "passage") if ANCHOR in entry.page]
    # Passage 1 repeats the title, 5 and 8 lead to another article.
    assert [entry.anchor for entry in passages] == ["p2", "p3", "p4", "p6", "p7"]
    text = mini[f"seeds/sources/{ANCHOR}.txt"].decode()
    assert all(entry.text in text for entry in passages)
    assert (
        passages[3].text
        == "وقال بحّار حضر النزول إن المرساة لا تحمل أي كتابة. وأضاف أن الفريق عاد عند الغروب."
    )
    assert passages[3].label == "الفقرة 6"


def test_the_passages_of_an_article_are_one_text(found):
    assert all(entry.whole == (entry.kind == "passage") for entry in found)


def test_a_passage_is_of_the_visits_that_its_claims_tell_of(found):
    places = by_place(found)
    assert places[f"sources/{RETURN}/#p3"].facets == (
        *("kind:passage", f"source:{RETURN}", "visit:2019-05", "visit:2019-09"),
        *("period:2019", "period:2019-10"),
    )
    assert places[f"sources/{ANCHOR}/#p2"].facets[:3] == (
        *("kind:passage", f"source:{ANCHOR}", "visit:2019-05"),
    )
    assert not any("visit:" in facet for facet in places[f"sources/{ANCHOR}/#p7"].facets)


def test_a_visit_is_found_by_its_title_and_its_summary(found):
    (entry,) = [entry for entry in of_kind(found, "visit") if entry.page == "visits/2019-05/"]
    assert (entry.anchor, entry.label) == ("", "النزول الأول، أيار 2019")
    assert entry.text == (
        "كتبت «مرفأ اليوم» أن فريق سلمى درويش نزل إلى الحطام يوم السبت. "
        "وتختلف المصادر في عدد المراسي."
    )
    assert entry.facets == ("kind:visit", "visit:2019-05", "period:2019", "period:2019-05")


def test_a_question_is_found_with_its_answers_its_sources_and_its_visits(found):
    entry = by_place(found)["compare/#question_2019-05.anchors"]
    assert (entry.label, entry.text) == ("كم مرساة رُفعت؟", "واحدة · اثنتان")
    assert entry.facets == (
        *("kind:question", f"source:{ANCHOR}", f"source:{STORM}", f"source:{RETURN}"),
        *("visit:2019-05", "period:2019", "period:2019-05"),
    )


def test_a_question_of_several_visits_has_each_period_once(found):
    facets = by_place(found)["compare/#question_dives"].facets
    assert [facet for facet in facets if facet.startswith(("visit:", "period:"))] == [
        *("visit:2019-05", "visit:2019-09", "period:2019", "period:2019-05", "period:2019-09"),
    ]


def test_a_question_that_nothing_answers_is_found_with_its_visit(found):
    entry = by_place(found)["compare/#question_2019-05.company"]
    assert entry.text == ""
    assert entry.facets[:2] == ("kind:question", "visit:2019-05")


@pytest.mark.parametrize(
    ("actor", "text"),
    [
        ("north-star", "سفينة غارقة."),
        ("salma-darwish", "سلمى درويش؛ درويش"),
        ("divers-leader", ""),
    ],
)
def test_an_actor_is_found_by_name_and_by_what_is_said_of_it(found, dossier, actor, text):
    entry = by_place(found)[f"actors/{actor}/#"]
    assert (entry.label, entry.text) == (dossier.actors[actor].name, text)
    assert entry.facets == ("kind:actor",)


@pytest.mark.parametrize(
    ("edtf", "periods"),
    [
        ("2019-05-18", ["2019", "2019-05"]),
        ("2019-05-18?", ["2019", "2019-05"]),
        ("2019-05-XX", ["2019", "2019-05"]),
        ("2019-XX-XX", ["2019"]),
        ("2019", ["2019"]),
        ("201X", []),
        ("2019-05-18/2019-06-02", ["2019", "2019-05"]),
        ("../2019-05-18", []),
        ("[..2019-05-18]", []),
    ],
)
def test_a_date_gives_the_year_and_the_month_as_far_as_it_says(mini, words, edtf, periods):
    files = edited(mini, VISIT, "edtf: '2019-05-18'", f"edtf: '{edtf}'")
    found = by_place(entries(Presenter(checked(files), words)))["visits/2019-05/#"]
    given = [f.partition(":")[2] for f in found.facets if f.startswith("period:")]
    assert given == periods
