"""Dates in figures stand in their order, year first, although the page runs from the right."""

import pytest

from tests.browser.conftest import DESK, PHONE

pytestmark = pytest.mark.browser

# Every date in figures that is shown: its words, where its year begins and its day ends, and
# the direction of the element that it stands in.
DATES = r"""() => {
  document.querySelectorAll("details").forEach((d) => (d.open = true));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const match of node.data.matchAll(/\d{4}-\d{2}(-\d{2})?/g)) {
      const edge = (index) => {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        return range.getClientRects()[0];
      };
      const first = edge(match.index);
      const last = edge(match.index + match[0].length - 1);
      if (!first || !last) continue;
      const parent = node.parentElement;
      found.push({
        words: match[0], around: parent.textContent.slice(0, 60), wrapped: first.top !== last.top,
        first: first.left, last: last.left,
        isolated: getComputedStyle(parent).direction === "ltr"
          && getComputedStyle(parent).unicodeBidi.startsWith("isolate"),
      });
    }
  }
  return found;
}"""


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_dates_in_figures_run_from_left_to_right(visitor, kinds, width):
    seen = 0
    for kind, path in kinds.items():
        page = visitor.open(path, width, status=404 if kind == "not found" else 200)
        dates = page.evaluate(DATES)
        reversed_ = [d for d in dates if not d["wrapped"] and d["first"] >= d["last"]]
        assert reversed_ == [], kind
        assert [d for d in dates if not d["isolated"]] == [], kind
        seen += len(dates)
    assert seen > len(kinds)
