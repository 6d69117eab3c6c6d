"""Nothing sticks out of a phone, and what is wide scrolls by itself."""

import pytest

from tests.browser.conftest import DESK, PHONE

pytestmark = pytest.mark.browser

NARROW = 320  # WCAG 1.4.10: a page at 400 % on a desk

STICKING_OUT = """() => {
  const clipped = (element) => {
    for (let e = element.parentElement; e; e = e.parentElement) {
      if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(e).overflowX)
          && e !== document.body && e !== document.documentElement) return true;
    }
    return false;
  };
  return [...document.querySelectorAll(".md-content *")]
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width && box.height && (box.left < -1 || box.right > innerWidth + 1)
        && !clipped(element);
    })
    .map((e) => `${e.tagName} ${e.className} ${e.textContent.trim().slice(0, 40)}`);
}"""


@pytest.mark.parametrize("width", [NARROW, PHONE, DESK])
def test_no_page_scrolls_sideways(site, visitor, kinds, width):
    visits = {visit["id"]: visit["page"] for visit in site.data["visits"]}
    for kind, path in {**kinds, **visits}.items():
        page = visitor.open(path, width, status=404 if kind == "not found" else 200)
        page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
        root = "document.documentElement"
        assert page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth"), kind
        assert page.evaluate(STICKING_OUT) == [], kind
        for way in (-300, 300):
            assert page.evaluate(f"scrollTo({way}, 0), scrollX") == 0, kind


def test_what_is_wide_scrolls_inside_itself_and_keeps_its_first_column(visitor, kinds):
    page = visitor.open(kinds["compare"], PHONE)
    scrolled = 0
    for box in page.locator(".wide").all():
        assert box.evaluate("(e) => e.getBoundingClientRect().width") <= PHONE
        width, room = box.evaluate("(e) => [e.scrollWidth, e.clientWidth]")
        row = box.locator("tbody tr:has(td)").first
        if width <= room or not row.count():
            continue
        scrolled += 1
        first, last = row.locator("th").first, row.locator("td").last
        assert last.evaluate("(e) => e.getBoundingClientRect().left") < 0
        box.evaluate("(e) => e.scrollTo({left: -e.scrollWidth, behavior: 'instant'})")
        cell = last.evaluate("(e) => e.getBoundingClientRect().toJSON()")
        assert cell["left"] >= 0
        head = first.evaluate("(e) => e.getBoundingClientRect().toJSON()")
        assert head["left"] >= cell["right"] - 1, "the first column covers the last"
        assert head["right"] <= PHONE, "the first column has left the screen"
    assert scrolled >= 3
    root = "document.documentElement"
    assert page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth")
