"""How pages are read aloud and by other means: headings, landmarks, languages, targets."""

from itertools import pairwise

import pytest

from tests.browser.conftest import PHONE, lay_out

pytestmark = pytest.mark.browser

# A style sheet that the policy lets be, because no markup brings it.
ADOPT = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}"""

HEADINGS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .filter((e) => !e.closest("dialog, [hidden]")).map((e) => Number(e.tagName[1]))"""

LANDMARKS = """() => {
  const name = (e) => (e.ariaLabel
    ?? document.getElementById(e.getAttribute("aria-labelledby"))?.textContent ?? "").trim();
  const seen = (selector) => [...document.querySelectorAll(selector)]
    .filter((e) => e.checkVisibility({ visibilityProperty: true }));
  return {
    mains: seen("main").length,
    empty: seen("nav, aside, [role=region]")
      .filter((e) => !e.querySelector("a, button, svg, table")).map(name),
    names: seen("nav").map(name),
  };
}"""

# Latin words that are not said to be of a language. Codes, names of files and digests are of none:
# they stand in <code>, or in a <bdi dir="ltr"> without `lang`. The theme's header repeats the title
# as bare text, and an <option> cannot hold an element.
UNSAID = """() => {
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement: e } = texts.currentNode;
    if (e.closest("script, style, code, option, bdi[dir=ltr]:not([lang]), .md-header__topic")) {
      continue;
    }
    if (/[A-Za-z]{2,}/.test(data) && e.closest("[lang]").lang === "ar") found.push(data.trim());
  }
  return found;
}"""

# Targets below 24 by 24 whose circle of 24 meets another (WCAG 2.2, 2.5.8), but in sentences.
TIGHT = r"""() => {
  document.querySelectorAll("details").forEach((d) => (d.open = true));
  const selector = ".md-content :is(a[href], button, input, select, summary)";
  const targets = [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility());
  const boxes = targets.map((e) => [e, e.getBoundingClientRect()]).filter(([, box]) => box.width);
  const inSentence = (e) => {
    if (getComputedStyle(e).display !== "inline") return false;
    let block = e;
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    const rest = block.cloneNode(true);
    rest.querySelectorAll("a, button, details").forEach((x) => x.remove());
    return /\p{L}{2,}/u.test(rest.textContent);
  };
  const small = (box) => box.width < 24 || box.height < 24;
  const middle = (box) => [box.x + box.width / 2, box.y + box.height / 2];
  const near = (box, other) => {
    const [x, y] = middle(box);
    const [otherX, otherY] = middle(other);
    return Math.hypot(
      Math.max(other.x - x, 0, x - other.right), Math.max(other.y - y, 0, y - other.bottom),
    ) < 12 || (small(other) && Math.hypot(otherX - x, otherY - y) < 24);
  };
  return boxes
    .filter(([e, box]) => small(box) && !inSentence(e) && boxes.some(([other, place]) =>
      !other.contains(e) && !e.contains(other) && near(box, place)))
    .map(([e, box]) => `${e.className} "${e.textContent.trim().slice(0, 30)}" ${box.height}`);
}"""


def test_headings_landmarks_and_languages(visitor, kinds):
    for kind, path in kinds.items():
        page = visitor.open(path, status=404 if kind == "not found" else 200)
        levels = page.evaluate(HEADINGS)
        assert levels[0] == 1, kind
        assert levels.count(1) == 1, kind
        assert all(after <= before + 1 for before, after in pairwise(levels)), (kind, levels)
        marks = page.evaluate(LANDMARKS)
        assert marks["mains"] == 1, kind
        assert marks["empty"] == [], kind
        assert all(marks["names"]), kind
        assert len(set(marks["names"])) == len(marks["names"]), (kind, marks["names"])
        assert page.evaluate(UNSAID) == [], kind


def test_what_is_tapped_is_a_finger_apart(visitor, kinds):
    for kind, path in kinds.items():
        page = visitor.open(path, PHONE, status=404 if kind == "not found" else 200)
        lay_out(page)
        assert page.evaluate(TIGHT) == [], kind


def test_nothing_moves_for_those_who_want_no_motion(visitor, kinds):
    page = visitor.open(kinds["one of visits"], PHONE)
    page.emulate_media(reduced_motion="reduce")
    moving = """() => [...document.querySelectorAll("*")].filter((e) => {
      const look = getComputedStyle(e);
      return [look.transitionDuration, look.animationDuration].join().match(/[1-9]/)
        || look.scrollBehavior === "smooth";
    }).map((e) => e.className)"""
    assert page.evaluate(moving) == []


def test_words_set_apart_and_twice_as_large_stay_on_the_page(visitor, kinds):
    """WCAG 1.4.12 and 1.4.4."""
    spaced = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important } p { margin-block-end: 2em !important }"""
    larger = "html { font-size: 250% !important }"
    cut = """() => [...document.querySelectorAll(".md-content *")].filter((e) => {
      const look = getComputedStyle(e);
      return !e.closest("svg") && look.overflow === "hidden" && e.clientHeight > 2
        && (e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2)
        && e.checkVisibility();
    }).map((e) => e.className)"""
    for kind in ("home", "one of visits", "one of sources", "compare", "side by side"):
        for style, width in ((spaced, PHONE), (larger, 780)):
            page = visitor.open(kinds[kind], width)
            page.evaluate(ADOPT, style)
            root = "document.documentElement"
            assert page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth"), (kind, style)
            assert page.evaluate(cut) == [], (kind, style)
