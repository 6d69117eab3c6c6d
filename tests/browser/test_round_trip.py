"""Any text in any place, as a browser reads it: the same, and nothing else.

As in `tests/unit/pages/test_round_trip.py`, whose parser is no browser: it keeps what a browser
would move, close or run.  The pages stand in the barest shell, without a policy: that nothing
runs is owed to escaping alone.
"""

from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dossier.pages.source import source_pages
from tests.everywhere import as_written, dossiers, filled, plain_texts, site_of, sources
from tests.strategies import anything

pytestmark = pytest.mark.browser

ARTICLES, DOSSIERS = 300, 8
QUICK = settings(phases=[Phase.generate], suppress_health_check=[*HealthCheck])
HARMFUL = {"img", "iframe", "base", "object", "style", "plaintext", "textarea"}

READ = """() => {
  const left = "script, style, svg text, .doubts, .unused";  // cut on purpose: see everywhere.py
  const pieces = [];
  const shapes = new Set();
  const read = (root) => {
    let words = "";
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === Node.TEXT_NODE) {
        if (!node.parentElement?.closest(left)) words += node.data;
        continue;
      }
      for (const { value } of node.attributes) pieces.push(value);
      shapes.add(node.localName);
      if (node.localName === "template") read(node.content);
    }
    pieces.push(words);
  };
  read(document);
  return {
    pieces, shapes: Array.from(shapes), ran: window.ran ?? null,
    article: document.querySelector("article.original")?.textContent ?? null,
    quotes: Array.from(document.querySelectorAll(".claim"), (claim) =>
      [claim.id, Array.from(claim.querySelectorAll(".quote"), (quote) => quote.textContent)]),
  };
}"""


@pytest.fixture
def opened(browser):
    """What a browser makes of a page, which is served once and under a name of its own."""
    page = browser.new_page()
    names = count()

    def read(data):
        address = f"http://round.trip/{next(names)}/"
        page.unroute_all()
        page.route("**/*", lambda route: route.abort())
        page.route(
            address, lambda route: route.fulfill(body=data, content_type="text/html; charset=utf-8")
        )
        page.goto(address)
        return page.evaluate(READ)

    troubles = []
    page.on("dialog", lambda dialog: troubles.append(dialog.message))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    yield read
    page.close()
    assert troubles == []


def test_any_article_is_read_by_a_browser_code_point_for_code_point(opened):
    checked = 0

    @settings(QUICK, max_examples=ARTICLES // len([*sources()]))
    @given(st.fixed_dictionaries(dict.fromkeys(sources(), anything)))
    def holds(articles):
        nonlocal checked
        made = filled(plain_texts(), articles)
        for path, data in site_of(made, source_pages).items():
            read = opened(data)
            text = made.dossier.sources[path.split("/")[1]].unabridged
            assert text.startswith(articles[path.split("/")[1]].removeprefix("\ufeff"))
            assert read["article"] == text, path
            assert read["ran"] is None, path
            assert HARMFUL.isdisjoint(read["shapes"])
            checked += 1

    holds()
    assert checked >= ARTICLES


def test_any_text_in_any_place_is_read_by_a_browser_as_it_is_written(opened):
    seen = set()
    checked = 0

    @settings(QUICK, max_examples=DOSSIERS)
    @given(dossiers())
    def holds(drawn):
        nonlocal checked
        made = filled(drawn.texts, drawn.articles)
        found = set()
        for path, data in site_of(made).items():
            read = opened(data)
            found |= as_written(made, path, read["pieces"])
            assert read["ran"] is None, path
            assert HARMFUL.isdisjoint(read["shapes"])
            for name, quotes in read["quotes"]:
                claim = made.dossier.claims[f"{path.split('/')[1]}.{name}"]
                assert quotes == [quote.shown for quote in claim.quotes]
                seen.add(claim.id)
        checked += len(found)

    holds()
    assert checked >= 140 * DOSSIERS
    assert len(seen) == 17
