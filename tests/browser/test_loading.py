"""A first visit, with nothing kept from an earlier one: what it weighs, and that nothing moves."""

import gzip

import pytest

from tests.browser.conftest import DESK, PHONE

pytestmark = pytest.mark.browser

MOST_BYTES, MOST_REQUESTS = 150_000, 20
PACKED = (".woff2", ".png")  # by themselves; a server compresses the rest

SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const moved = entry.sources.map(({ node }) => `${node?.nodeName}.${node?.className ?? ""}`);
    shifts.push([entry.value, ...moved]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""


def first_visit(visitor, path, width):
    """A page in a context of its own, which has no cache yet; and what it asked for."""
    context = visitor.browser.new_context(viewport={"width": width, "height": 844}, locale="ar")
    page = context.new_page()
    page.add_init_script(SHIFTS)
    answers = []
    page.on("requestfinished", lambda request: answers.append(request.response()))
    page.goto(visitor.site.url + path, wait_until="networkidle")
    return page, answers


def test_the_heaviest_page_is_light(site, visitor, kinds):
    page, answers = first_visit(visitor, kinds["one of visits"], PHONE)
    weights = {
        answer.url.removeprefix(site.url): len(
            answer.body()
            if answer.url.endswith(PACKED)
            else gzip.compress(answer.body(), 9, mtime=0)
        )
        for answer in answers
    }
    page.context.close()
    assert sum(weights.values()) <= MOST_BYTES, weights
    assert len(answers) <= MOST_REQUESTS, sorted(weights)


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_nothing_moves_while_a_page_loads(visitor, kinds, width):
    moved = {}
    for kind, path in kinds.items():
        page, _ = first_visit(visitor, path, width)
        shifts = page.evaluate("shifts")
        page.context.close()
        if sum(shift[0] for shift in shifts) > 0.001:  # less than a pixel of a line
            moved[kind] = shifts
    assert moved == {}
