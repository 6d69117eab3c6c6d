"""What axe finds: nothing, of any weight, on any kind of page, in any state, scheme and width."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import DESK, PHONE, TABLET, lay_out, until

pytestmark = pytest.mark.browser

WIDTHS, SCHEMES = (PHONE, TABLET, DESK), ("light", "dark")
# Rules of WCAG 2.2 AA and of good practice, and those that axe leaves off.
RULES = {
    "runOnly": {
        "type": "tag",
        "values": [
            *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
            *("best-practice", "experimental"),
        ],
    },
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}


def findings(page):
    """Each broken rule with the first places where it is, all of the page being laid out."""
    lay_out(page)
    found = Axe().run(page, options=RULES).response["violations"]
    return [(v["id"], len(v["nodes"]), [n["target"] for n in v["nodes"]][:3]) for v in found]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(visitor, kinds, width, scheme):
    found = {}
    for kind, path in kinds.items():
        page = visitor.open(path, width, scheme, status=404 if kind == "not found" else 200)
        found[kind] = findings(page)
    assert {kind: all_ for kind, all_ in found.items() if all_} == {}


def unfold(page):
    page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")


def quote(page):
    page.locator("a[data-in]").first.click()
    page.locator(".in-passage").wait_for()


def kit(page):
    page.locator("[data-kit]").first.click()
    page.locator("#claim_kit").wait_for()


def panel(page):
    page.locator("a.evidence").first.click()
    page.locator("#resting").wait_for()


def menu(page):
    page.locator(".md-header__menu").click()
    until(
        page,
        "document.querySelector('.md-nav--primary').getBoundingClientRect().right <= innerWidth",
    )


def found(page):
    page.locator(".md-search__input").focus()
    page.keyboard.type("قا")
    page.locator(".md-search-result__link").first.wait_for()
    page.locator(".search-panel__filters > summary").click()
    page.locator(".search-panel__form select").first.wait_for()


def named(page):
    page.evaluate("location.hash = document.querySelector('.claim, .question, .anchor').id")


STATES = {
    "one of visits": (unfold, quote, kit, named),
    "one of sources": (unfold, panel, named),
    "compare": (unfold, named),
    "home": (unfold, found),
}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_finds_nothing_in_what_is_opened(visitor, kinds, width, scheme):
    results = {}
    for kind, states in STATES.items():
        for state in (*states, *([menu] if width == PHONE else [])):
            page = visitor.open(kinds[kind], width, scheme)
            page.emulate_media(reduced_motion="reduce")  # no colour on its way to another
            state(page)
            results[kind, state.__name__] = findings(page)
    assert {state: all_ for state, all_ in results.items() if all_} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("wish", [{"contrast": "more"}, {"forced_colors": "active"}])
def test_axe_finds_nothing_with_more_contrast(visitor, kinds, scheme, wish):
    results = {}
    for kind in ("home", "one of visits", "one of sources", "compare"):
        page = visitor.open(kinds[kind], PHONE, scheme)
        page.emulate_media(**wish)
        results[kind] = findings(page)
    assert {kind: all_ for kind, all_ in results.items() if all_} == {}
