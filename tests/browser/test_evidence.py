"""From every quoted word to its claim, and from every claim to the very words."""

import re

import pytest

from tests.browser.conftest import DESK, PHONE

pytestmark = pytest.mark.browser

# Where each highlighted stretch and each anchor stands in the text, in code points.
READ = """() => {
  const article = document.querySelector("article.original");
  const before = (element) => {
    const range = document.createRange();
    range.setStart(article, 0);
    range.setEndBefore(element);
    return [...range.toString()].length;
  };
  return {
    text: article.textContent,
    stretches: [...article.querySelectorAll(".evidence")].map((link) => ({
      start: before(link), text: link.textContent, href: link.href ?? null,
      numbers: link.dataset.numbers.split(" "),
    })),
    anchors: Object.fromEntries([...article.querySelectorAll(".anchor")].map((anchor) =>
      [anchor.id, {start: before(anchor), number: anchor.dataset.number}])),
    lists: Object.fromEntries([...document.querySelectorAll(".evidence-passage")].map((title) =>
      [title.id, [...title.nextElementSibling.querySelectorAll("li")].map((item) =>
        ({number: item.dataset.number, href: item.querySelector("a").href}))])),
  };
}"""

# Follows every anchor of a source, and tells which code points are then highlighted.
FOLLOW = """async (anchors) => {
  const article = document.querySelector("article.original");
  const found = {};
  for (const anchor of anchors) {
    const moved = new Promise((done) => addEventListener("hashchange", done, {once: true}));
    location.hash = anchor;
    await moved;
    const marked = [...article.querySelectorAll(".evidence.is-target")];
    found[anchor] = marked.map((element) => {
      const range = document.createRange();
      range.setStart(article, 0);
      range.setEndBefore(element);
      const start = [...range.toString()].length;
      return [start, start + [...element.textContent].length];
    });
  }
  return found;
}"""

MARKED = """() => {
  const article = document.querySelector("article.original");
  return [...article.querySelectorAll(".evidence.is-target")].map((element) => {
    const range = document.createRange();
    range.setStart(article, 0);
    range.setEndBefore(element);
    const start = [...range.toString()].length;
    return [start, start + [...element.textContent].length];
  });
}"""

IN_SIGHT = """(element) => {
  const box = element.getClientRects()[0];
  const [x, y] = [box.left + box.width / 2, box.top + 2];
  return box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth
    && element.contains(document.elementFromPoint(x, y));
}"""


def points(spans, text):
    """The code points of spans that are not white space between paragraphs."""
    covered = {point for start, end in spans for point in range(start, end)}
    return {point for point in covered if text[point] not in "\r\n"}


def claims_of(site, source):
    return [claim for claim in site.data["claims"] if claim["source"] == source["id"]]


def test_the_original_is_the_seed_character_for_character(site, visitor):
    for source in site.data["sources"]:
        page = visitor.open(source["page"])
        assert page.evaluate(READ)["text"] == site.texts[source["id"]]


def test_every_stretch_of_evidence_leads_to_the_claims_that_rest_on_it(site, visitor):
    for source in site.data["sources"]:
        read = visitor.open(source["page"]).evaluate(READ)
        claims = claims_of(site, source)
        pages = {claim["id"]: site.url + claim["page"] for claim in claims}
        numbers = {c["id"]: read["anchors"][c["quotes"][0]["anchor"]]["number"] for c in claims}
        assert len(set(numbers.values())) == len(claims)
        for stretch in read["stretches"]:
            span = range(stretch["start"], stretch["start"] + len(stretch["text"]))
            resting = {
                claim["id"]
                for claim in claims
                if any(q["start"] <= span.start and span.stop <= q["end"] for q in claim["quotes"])
            }
            assert sorted(stretch["numbers"]) == sorted(numbers[claim] for claim in resting)
            if stretch["href"] is None:
                assert stretch["text"].isspace(), "only white space is marked without a link"
                continue
            address, _, anchor = stretch["href"].partition("#")
            if len(resting) == 1:
                assert stretch["href"] == pages[resting.pop()]
            else:
                assert address == site.url + source["page"]
                offered = {item["number"]: item["href"] for item in read["lists"][anchor]}
                for claim in resting:
                    assert offered[numbers[claim]] == pages[claim]


def test_all_of_a_quote_is_marked_and_nothing_else(site, visitor):
    for source in site.data["sources"]:
        page = visitor.open(source["page"])
        read, text = page.evaluate(READ), site.texts[source["id"]]
        claims = claims_of(site, source)
        anchors = {quote["anchor"]: claim for claim in claims for quote in claim["quotes"]}
        assert read["anchors"].keys() == anchors.keys()
        for claim in claims:
            for quote in claim["quotes"]:
                assert read["anchors"][quote["anchor"]]["start"] == quote["start"]
        followed = page.evaluate(FOLLOW, list(anchors))
        for anchor, claim in anchors.items():
            words = points([(q["start"], q["end"]) for q in claim["quotes"]], text)
            assert points(followed[anchor], text) == words, anchor


def test_every_claim_shows_its_quotes_and_leads_to_them(site, visitor):
    sources = {source["id"]: source["page"] for source in site.data["sources"]}
    for visit in site.data["visits"]:
        page = visitor.open(visit["page"])
        shown = page.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll(".claim")].map((claim) =>
              [claim.id, [...claim.querySelectorAll(".quote a")].map((a) =>
                [a.textContent, a.href])]))"""
        )
        expected = {
            claim["page"].partition("#")[2]: [
                [q["exact"], f"{site.url}{sources[claim['source']]}#{q['anchor']}"]
                for q in claim["quotes"]
            ]
            for claim in site.data["claims"]
            if claim["visit"] == visit["id"]
        }
        assert shown == expected


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_reader_goes_from_words_to_claim_and_back(site, visitor, width):
    for source in site.data["sources"]:
        page = visitor.open(source["page"], width)
        page.locator('.evidence[data-depth="1"]').first.click()
        panel = page.locator("#resting")
        assert panel.is_visible()
        panel.locator("li a").first.click()
        page.wait_for_url(re.compile(r"/visits/.*#"))
        claim = page.locator(".claim:target")
        assert claim.locator(".claim__statement").evaluate(IN_SIGHT)
        quote = claim.locator(".quote a").first
        exact = quote.text_content()
        quote.click()
        claim.locator("a[data-whole]").click()
        page.wait_for_url(re.compile(r"/sources/.*#q-"))
        marked = page.locator(".evidence.is-target")
        # What is marked may be several quotes of the claim; the first stands in sight.
        assert "".join(marked.all_text_contents()).startswith(exact)
        assert marked.first.evaluate(IN_SIGHT)
        plain = page.locator(".evidence:not(.is-target)").first
        look = "(element) => getComputedStyle(element).backgroundColor"
        assert marked.first.evaluate(look) != plain.evaluate(look)


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_where_quotes_overlap_each_claim_is_offered_and_told_apart(site, visitor, width):
    overlapping = 0
    for source in site.data["sources"]:
        page = visitor.open(source["page"], width)
        words = page.locator('a.evidence:not([data-depth="1"])')
        if not words.count():
            continue
        overlapping += 1
        numbers = words.first.get_attribute("data-numbers").split(" ")
        words.first.click()
        offered = page.locator("#resting li")
        values = offered.evaluate_all("(all) => all.map((item) => item.dataset.number)")
        assert values == numbers
        claims = {site.url + claim["page"]: claim for claim in claims_of(site, source)}
        text = site.texts[source["id"]]
        for item in offered.all():
            item.locator("a").focus()
            claim = claims[item.locator("a").evaluate("(a) => a.href")]
            read = page.evaluate(MARKED)
            words_of = points([(q["start"], q["end"]) for q in claim["quotes"]], text)
            assert points(read, text) == words_of
        page.keyboard.press("Escape")
        assert page.locator("#resting").is_hidden()
        assert words.first.evaluate("(e) => e === document.activeElement")
    assert overlapping


def test_without_scripts_words_lead_to_their_claim_or_to_the_list_of_claims(site, visitor):
    source = max(site.data["sources"], key=lambda source: len(claims_of(site, source)))
    page = visitor.open(source["page"], scripts=False)
    assert page.locator("[data-reading]").is_hidden()
    page.locator('a.evidence:not([data-depth="1"])').first.click()
    page.wait_for_url(re.compile(r"#evidence_"))
    assert page.locator(".evidence-passage:target").evaluate(IN_SIGHT)
    page.locator('a.evidence[data-depth="1"]').first.click()
    page.wait_for_url(re.compile(r"/visits/.*#"))


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_text_can_be_read_without_its_highlights(site, visitor, width):
    page = visitor.open(site.data["sources"][0]["page"], width)
    look = "(e) => [getComputedStyle(e).backgroundColor, getComputedStyle(e, '::before').display]"
    marked = page.locator(".evidence[data-starts]").first
    before = marked.evaluate(look)
    assert before[0] != "rgba(0, 0, 0, 0)"
    page.locator("[data-reading] input").uncheck()
    assert marked.evaluate(look) == ["rgba(0, 0, 0, 0)", "none"]
    page.locator("[data-reading] input").check()
    assert marked.evaluate(look) == before


def test_buttons_and_keys_lead_from_evidence_to_evidence(site, visitor):
    page = visitor.open(site.data["sources"][0]["page"])
    here = "[...document.querySelectorAll('[data-step]')].indexOf(document.activeElement)"
    page.locator("[data-step]").first.focus()
    for press, expected in (
        (lambda: page.keyboard.press("Alt+ArrowDown"), 1),
        (lambda: page.keyboard.press("Alt+ArrowDown"), 2),
        (lambda: page.keyboard.press("Alt+ArrowUp"), 1),
    ):
        press()
        assert page.evaluate(here) == expected
        numbers = page.evaluate("document.activeElement.dataset.numbers").split(" ")
        values = page.locator("#resting li").evaluate_all("(a) => a.map((i) => i.dataset.number)")
        assert values == numbers
    page.locator("[data-way='1']").click()
    first = page.evaluate(here)
    page.locator("[data-way='1']").click()
    assert page.evaluate(here) == first + 1 > 1
