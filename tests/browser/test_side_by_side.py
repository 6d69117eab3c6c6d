"""Two sources of one visit in parallel columns, and one at a time on a phone."""

import shutil

import pytest

from tests.browser.conftest import DESK, PHONE
from tests.helpers import MINI
from tests.site import builds
from tests.site.serving import served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def visit(site):
    """The visit whose questions two sources answer most often, and those questions."""

    def answered(visit):
        own = [q for q in site.data["questions"] if q["visit"] == visit["id"]]
        return [q for q in own if any(answer["claims"] for answer in q["answers"])]

    visits = [v for v in site.data["visits"] if f"{v['page']}side-by-side/index.html" in site.files]
    assert visits
    most = max(visits, key=lambda visit: len(answered(visit)))
    return f"{most['page']}side-by-side/", answered(most)


def test_every_answered_question_is_there_aligned_with_its_words(site, visitor, visit):
    path, questions = visit
    page = visitor.open(path)
    rows = page.locator(".sides__row")
    assert rows.count() == len(questions)
    columns = page.locator(".sides__head .side").count()
    claims = {claim["id"]: claim for claim in site.data["claims"]}
    for question in questions:
        row = rows.filter(has=page.locator(f"a[href$='#{question['page'].partition('#')[2]}']"))
        sides = row.locator(".side")
        assert sides.count() == columns
        boxes = [sides.nth(number).bounding_box() for number in range(columns)]
        assert len({round(box["y"]) for box in boxes}) == 1, "aligned"
        xs = [box["x"] for box in boxes]
        assert xs == sorted(xs, reverse=True), "the first at the right"
        shown = row.locator(".quote a").evaluate_all("(all) => all.map((a) => a.hash.slice(1))")
        expected = {
            quote["anchor"]
            for answer in question["answers"]
            for name in answer["claims"]
            for quote in claims[name]["quotes"]
        }
        assert set(shown) == expected
    verdicts = {question["verdict"] for question in questions}
    groups = page.locator(".sides__group h2")
    assert {group.get_attribute("id") for group in groups.all()} == {
        f"section_{verdict}" for verdict in verdicts
    }
    assert groups.first.get_attribute("id").startswith("section_contradict")


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_switch_shows_one_source_and_stays(visitor, visit, width):
    page = visitor.open(visit[0], width)
    radios = page.locator("input[name=column]")
    for number in range(1, radios.count()):
        radios.nth(number).check()
        shown = page.locator(".sides__row .side:visible")
        columns = set(shown.evaluate_all("(all) => all.map((e) => e.dataset.column)"))
        assert columns == {str(number)}
        assert page.url.endswith(f"?column={number}")
    page.reload()
    assert page.locator("input[name=column]").last.is_checked()
    assert page.locator(".sides__row .side:visible").count() == page.locator(".sides__row").count()


def test_on_a_phone_the_answers_stand_below_each_other(visitor, visit):
    page = visitor.open(visit[0], PHONE)
    first, second = page.locator(".sides__row").first.locator(".side").all()[:2]
    assert second.bounding_box()["y"] > first.bounding_box()["y"]
    assert first.bounding_box()["width"] > PHONE * 0.8


def test_without_scripts_all_columns_are_shown_and_no_switch(visitor, visit):
    page = visitor.open(visit[0], scripts=False)
    assert page.locator("[data-sides]").is_hidden()
    assert page.locator(".side[hidden]").count() == 0


def test_of_three_sources_any_two_are_chosen(browser, tmp_path):
    """The invented dossier has a visit of three."""
    shutil.copytree(MINI / "seeds", tmp_path / "root" / "seeds")
    with served(tmp_path / "site") as url:
        done = builds.build(tmp_path / "root", tmp_path / "site", SITE_URL=url)
        assert done.returncode == 0, done.stderr
        page = browser.new_page()
        page.goto(f"{url}visits/2019-05/side-by-side/")
        columns = """() => [...new Set([...document.querySelectorAll(".side")]
          .filter((side) => !side.hidden).map((side) => side.dataset.column))].sort().join()"""
        assert page.evaluate(columns) == "1,2"
        page.locator("select[name=second]").select_option("3")
        assert page.evaluate(columns) == "1,3"
        page.reload()
        assert page.evaluate(columns) == "1,3"
        page.locator("input[value='2']").check()
        assert page.evaluate(columns) == "2"
        page.close()
