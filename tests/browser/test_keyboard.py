"""Without a mouse."""

import pytest

from tests.browser.conftest import DESK, PHONE, TABLET, until

pytestmark = pytest.mark.browser

FOCUSED = """() => {
  const active = document.activeElement;
  // The theme's own switches are not seen: the label after such a switch stands for it.
  const e = active.matches("input.md-option") ? active.nextElementSibling : active;
  const box = e.getBoundingClientRect();
  const look = getComputedStyle(e);
  return {
    tag: e.tagName, name: e.className, href: e.getAttribute("href"), id: e.id,
    ring: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 1,
    inSight: box.width > 0 && box.bottom > 0 && box.top < innerHeight
      && box.right > 0 && box.left < innerWidth,
  };
}"""


def tab(page, found, most=80):
    """Press Tab until something is found; what was passed on the way, and it."""
    passed = []
    for _ in range(most):
        page.keyboard.press("Tab")
        passed.append(page.evaluate(FOCUSED))
        if found(passed[-1]):
            return passed
    raise AssertionError(f"not reached: {[(e['tag'], e['name'], e['href']) for e in passed]}")


def evidence(element):
    return "evidence" in element["name"].split()


@pytest.mark.parametrize("kind", ["home", "one of sources", "one of visits", "compare"])
def test_the_first_key_leads_past_the_navigation(visitor, kinds, kind):
    page = visitor.open(kinds[kind])
    first = tab(page, lambda element: True)[0]
    assert "md-skip" in first["name"].split()
    until(page, "getComputedStyle(document.activeElement).opacity === '1'")
    assert page.evaluate(FOCUSED)["inSight"]
    page.keyboard.press("Enter")
    target = page.evaluate("location.hash")
    assert target
    assert page.locator(target).count() == 1
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.md-content') !== null")


def test_the_search_box_and_the_evidence_are_reached_and_seen(site, visitor, kinds):
    page = visitor.open(kinds["one of sources"])
    passed = tab(page, evidence)
    assert any("md-search__input" in element["name"] for element in passed)
    lost = [e for e in passed if not e["inSight"] and "md-skip" not in e["name"]]
    assert lost == []
    assert passed[-1]["ring"]
    page.keyboard.press("Enter")
    # What rests on the words is shown, and the focus is on the first of it.
    assert page.evaluate("document.activeElement.closest('#resting li') !== null")
    page.keyboard.press("Enter")
    page.wait_for_url(site.url + "visits/**#*")
    assert page.locator(":target").count() == 1


def test_whatever_has_the_focus_shows_it(visitor, kinds):
    """On the content of each kind of page, for the first thirty stops."""
    for kind, path in kinds.items():
        page = visitor.open(path, status=404 if kind == "not found" else 200)
        page.evaluate("document.querySelector('.md-content').tabIndex = -1")
        page.evaluate("document.querySelector('.md-content').focus()")
        for _ in range(30):
            page.keyboard.press("Tab")
            focused = page.evaluate(FOCUSED)
            if not page.evaluate("document.activeElement.closest('.md-content') !== null"):
                break
            assert focused["ring"] and focused["inSight"], (kind, focused)


@pytest.mark.parametrize("width", [PHONE, TABLET])
def test_the_menu_opens_by_keys_and_gives_the_focus_back(visitor, kinds, width):
    page = visitor.open(kinds["one of visits"], width)
    inside = "document.activeElement.closest('.md-sidebar--primary') !== null"
    passed = tab(page, lambda element: "md-header__menu" in element["name"])
    assert passed[-1]["ring"]
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
        assert page.evaluate(inside), key
        until(page, f"({FOCUSED})().inSight")
        page.keyboard.press("Escape")
        assert page.locator(".md-header__menu:focus[aria-expanded=false]").count() == 1
    for _ in range(25):
        page.keyboard.press("Tab")
        assert not page.evaluate(inside), "what is not seen has the focus"


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("kind", ["one of sources", "side by side", "one of visits"])
def test_what_has_the_focus_is_not_covered(visitor, kinds, kind, width):
    """WCAG 2.2, 2.4.11: on the way up, where header and bars stay in place."""
    covered = """() => {
      const e = document.activeElement;
      return ![...e.getClientRects()].some((box) => [0.1, 0.5, 0.9].some((part) => {
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height * part);
        return top && (e.contains(top) || top.contains(e));
      })) && e.outerHTML.slice(0, 200);
    }"""
    page = visitor.open(kinds[kind], width)
    page.locator(".md-content a:visible").nth(-4).focus()
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        if not page.evaluate("document.activeElement.closest('.md-content') !== null"):
            break
        assert not page.evaluate(covered)


def test_the_words_that_were_chosen_are_not_below_the_panel(visitor, kinds):
    page = visitor.open(kinds["one of sources"], PHONE)
    words = page.locator("a.evidence").nth(5)
    words.evaluate("(e) => scrollBy(0, e.getBoundingClientRect().bottom - innerHeight + 10)")
    words.click()
    panel = page.locator("#resting").bounding_box()
    until(
        page,
        "(top) => document.querySelector('.evidence.is-target').getBoundingClientRect().top < top",
        panel["y"],
    )


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_filters_work_by_keys(visitor, kinds, width):
    page = visitor.open(kinds["compare"], width)
    page.locator("#filters summary").focus()
    page.keyboard.press("Enter")
    before = page.locator("[data-shown]").text_content()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["tag"] == "SELECT"
    page.keyboard.press("ArrowDown")
    until(page, f"document.querySelector('[data-shown]').textContent !== '{before}'")


def test_a_wide_table_scrolls_by_keys(visitor, kinds):
    page = visitor.open(kinds["compare"], TABLET)
    table = page.locator(".wide").first
    table.focus()
    page.keyboard.press("ArrowLeft")
    until(page, "document.querySelector('.wide').scrollLeft < 0")
