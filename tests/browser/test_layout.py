"""Nothing sticks out of a phone, and what is wide scrolls by itself."""

import pytest

from tests.browser.conftest import DESK, PHONE, TABLET, lay_out, until

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


def test_the_contents_mark_the_section_that_is_gone_to(visitor, kinds):
    page = visitor.open(kinds["one of visits"], DESK)
    entries = page.locator(".md-sidebar--secondary .md-nav__link")
    for entry in entries.all()[:6]:
        entry.click()
        address = entry.get_attribute("href")
        until(
            page,
            """(address) => [...document.querySelectorAll(".md-nav__link--active")].pop()
                ?.getAttribute("href") === address""",
            address,
        )


def test_what_is_wide_scrolls_inside_itself_keeps_its_first_column_and_says_so(visitor, kinds):
    page = visitor.open(kinds["compare"], TABLET)
    lay_out(page)
    scrolled = 0
    hint = "(e) => getComputedStyle(e, '::after').content"
    for box in page.locator(".wide").all():
        assert box.evaluate("(e) => e.getBoundingClientRect().width") <= TABLET
        assert (box.evaluate("(e) => e.scrollWidth > e.clientWidth")) == (
            box.get_attribute("data-scroll-hint") in box.evaluate(hint)
        )
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
        assert head["right"] <= TABLET, "the first column has left the screen"
    assert scrolled >= 3
    root = "document.documentElement"
    assert page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth")


def test_on_a_phone_a_table_is_cards_and_each_cell_says_what_it_is(visitor, kinds):
    page = visitor.open(kinds["compare"], PHONE)
    heads = page.locator(".matrix thead th").all_text_contents()[1:]
    for row in page.locator(".matrix tr[data-verdict]").all()[:5]:
        cells = row.locator("td")
        names = "(all) => all.map((e) => getComputedStyle(e, '::before').content.slice(1, -1))"
        assert cells.evaluate_all(names) == [head.strip() for head in heads]
        seen = row.locator("td:visible")
        assert seen.count() == cells.count() - row.locator(".state--could-not-know").count()
        tops = [cell.bounding_box()["y"] for cell in seen.all()]
        assert tops == sorted(set(tops)), "one below the other"
    assert page.locator(".matrix").evaluate("(e) => e.scrollWidth <= e.parentElement.clientWidth")
