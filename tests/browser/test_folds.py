"""Folds open for an address and for paper; what is laid out later stands where it is looked for."""

import pytest

from tests.browser.conftest import DESK, PHONE, until

pytestmark = pytest.mark.browser

IN_SIGHT = """(id) => {
  const { top, bottom } = document.getElementById(id).getBoundingClientRect();
  return top >= 0 && top < innerHeight && bottom > 0;
}"""
LEFT = "document.querySelectorAll('.later').length"


def test_an_address_opens_the_question_that_it_names(visitor, kinds):
    page = visitor.open(kinds["compare"], PHONE)
    closed = "section.question[data-verdict]:has(> details:not([open]))"
    first, last = page.locator(closed).evaluate_all("(all) => [all[0].id, all.at(-1).id]")
    for question in (last, first):
        page.evaluate("(id) => { location.hash = id; }", question)
        until(page, "(id) => document.getElementById(id).firstElementChild.open", question)
        until(page, IN_SIGHT, question)
    page = visitor.open(f"{kinds['compare']}#{last}", PHONE)
    until(page, "(id) => document.getElementById(id).firstElementChild.open", last)
    until(page, IN_SIGHT, last)


@pytest.mark.parametrize("kind", ["home", "compare", "one of visits", "one of sources"])
def test_an_address_that_cannot_be_decoded_stops_no_script(visitor, kinds, kind):
    page = visitor.open(f"{kinds[kind]}#%E0%A4", PHONE)
    page.locator(".md-header__menu").wait_for()  # of the last script; a trouble is told at the end


def test_an_address_opens_the_table_that_it_names(visitor):
    page = visitor.open("#timeline_table", DESK)
    until(page, "document.getElementById('timeline_table').open")


def test_a_filtered_question_is_shown_when_its_address_is_followed(visitor, kinds):
    page = visitor.open(kinds["compare"], DESK)
    hidden = page.locator("section.question[data-verdict]").evaluate_all(
        """(all) => {
          const select = document.querySelector("#filters select[name=verdict]");
          select.value = all.at(-1).dataset.verdict;
          select.dispatchEvent(new Event("change", { bubbles: true }));
          return all.find((section) => section.hidden).id;
        }"""
    )
    page.evaluate("(id) => { location.hash = id; }", hidden)
    until(page, IN_SIGHT, hidden)
    assert "?" not in page.url


def test_folds_are_open_on_paper_and_as_they_were_after_it(visitor, kinds):
    page = visitor.open(kinds["compare"], DESK)
    states = "[...document.querySelectorAll('.md-content details')].map((d) => d.open)"
    before = page.evaluate(states)
    assert {*before} == {True, False}
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert {*page.evaluate(states)} == {True}
    assert page.locator(".search-panel details[open]").count() == 0  # it would fetch its filters
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(states) == before


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_claim_that_is_far_away_is_found_by_its_address(visitor, kinds, width):
    claims = visitor.open(kinds["one of visits"], width).locator(".claim[id]")
    ids = claims.evaluate_all("(all) => all.map((claim) => claim.id)")
    for claim in (ids[-1], ids[len(ids) // 2]):
        page = visitor.open(f"{kinds['one of visits']}#{claim}", width)
        until(page, IN_SIGHT, claim)
        until(page, f"{LEFT} === 0")  # nor does what is laid out above it push it away
        assert page.evaluate(IN_SIGHT, claim)


@pytest.mark.parametrize("kind", ["one of visits", "compare"])
def test_what_is_laid_out_later_is_laid_out_soon(visitor, kinds, kind):
    page = visitor.open(kinds[kind], PHONE)
    until(page, f"{LEFT} === 0")
    lower = page.locator(":is(.claim, .question)[id]").last
    assert lower.evaluate(
        "(e) => e.firstElementChild.checkVisibility({ contentVisibilityAuto: true })"
    )


def test_without_scripts_everything_is_laid_out_at_once(visitor, kinds):
    page = visitor.open(kinds["one of visits"], PHONE, scripts=False)
    assert (
        page.locator(".claim.later").last.evaluate("(e) => getComputedStyle(e).contentVisibility")
        == "visible"
    )
