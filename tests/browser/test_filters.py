"""The filters of the comparison."""

import pytest

from tests.browser.conftest import DESK, PHONE, until

pytestmark = pytest.mark.browser

SHOWN = "section.question[data-verdict]:visible"
ROWS = ".matrix tr[data-verdict]:visible"


def choose(page, name, value):
    page.locator("#filters summary").click()
    page.locator(f"#filters select[name={name}]").select_option(value)


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("name", ["visit", "verdict", "source", "topic"])
def test_a_choice_narrows_the_questions_and_stays(site, visitor, kinds, width, name):
    page = visitor.open(kinds["compare"], width)
    total = len(site.data["questions"])
    count = page.locator("[data-shown]")
    assert page.locator(SHOWN).count() == page.locator(ROWS).count() == total
    assert count.text_content() == str(total)

    options = page.locator(f"#filters select[name={name}] option")
    value = options.evaluate_all("(all) => all.map((o) => o.value)")[-1]
    choose(page, name, value)
    expected = {
        question["page"].partition("#")[2]
        for question in site.data["questions"]
        if value in belongs(question, name)
    }
    assert 0 < len(expected) < total
    shown = page.locator(SHOWN).evaluate_all("(all) => all.map((s) => s.id)")
    assert set(shown) == expected
    assert len(shown) == page.locator(ROWS).count() == int(count.text_content())
    assert page.locator("[data-none]").is_visible() == (not expected)
    assert page.url.endswith(f"?{name}={value}")

    page.reload()
    assert set(page.locator(SHOWN).evaluate_all("(all) => all.map((s) => s.id)")) == expected
    assert page.locator(f"#filters select[name={name}]").input_value() == value

    page.locator("#filters button[type=reset]").click()
    until(page, f"document.querySelector('[data-shown]').textContent === '{total}'")
    assert page.locator(SHOWN).count() == total
    assert "?" not in page.url


def belongs(question, name):
    """The values of one filter that a question is to be found under, from the data."""
    if name == "source":
        return {state["source"] for state in question["states"] if state["answers"]}
    # A question that is asked across visits is filed under none of them.
    return {question[name] if question[name] is not None else "across"}


def test_two_choices_both_hold(site, visitor, kinds):
    questions = [q for q in site.data["questions"] if q["visit"]]
    one = questions[0]
    page = visitor.open(f"{kinds['compare']}?visit={one['visit']}&verdict={one['verdict']}")
    expected = {
        q["page"].partition("#")[2]
        for q in questions
        if (q["visit"], q["verdict"]) == (one["visit"], one["verdict"])
    }
    assert set(page.locator(SHOWN).evaluate_all("(all) => all.map((s) => s.id)")) == expected


def test_a_choice_that_does_not_exist_hides_nothing(site, visitor, kinds):
    page = visitor.open(f"{kinds['compare']}?visit=no-such-visit&colour=red")
    assert page.locator(SHOWN).count() == len(site.data["questions"])


def test_a_link_to_a_question_keeps_its_place(site, visitor):
    question = site.data["questions"][-1]
    page = visitor.open(question["page"])
    target = page.locator("section.question:target")
    box = target.bounding_box()
    assert 0 <= box["y"] < page.viewport_size["height"]


def test_without_scripts_everything_is_there_and_no_filter(site, visitor, kinds):
    page = visitor.open(kinds["compare"], scripts=False)
    assert page.locator("#filters").is_hidden()
    assert page.locator(SHOWN).count() == page.locator(ROWS).count() == len(site.data["questions"])
