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
        ({number: String(item.value), href: item.querySelector("a").href}))])),
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

IN_SIGHT = """(element) => {
  const header = document.querySelector(".md-header").getBoundingClientRect();
  const box = element.getClientRects()[0];
  return box.top >= header.bottom - 1 && box.bottom <= innerHeight && box.left >= 0
    && box.right <= innerWidth;
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
        words = page.locator('.evidence[data-depth="1"]').first
        words.click()
        page.wait_for_url(re.compile(r"/visits/.*#"))
        claim = page.locator(".claim:target")
        assert claim.locator(".claim__statement").evaluate(IN_SIGHT)
        quote = claim.locator(".quote a").first
        exact = quote.text_content()
        quote.click()
        page.wait_for_url(re.compile(r"/sources/.*#q-"))
        marked = page.locator(".evidence.is-target")
        # What is marked may be several quotes of the claim; the first stands in sight.
        assert "".join(marked.all_text_contents()).startswith(exact)
        assert marked.first.evaluate(IN_SIGHT)
        plain = page.locator(".evidence:not(.is-target)").first
        look = "(element) => getComputedStyle(element).backgroundColor"
        assert marked.first.evaluate(look) != plain.evaluate(look)


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_where_quotes_overlap_a_reader_is_offered_each_claim(site, visitor, width):
    overlapping = 0
    for source in site.data["sources"]:
        page = visitor.open(source["page"], width)
        words = page.locator('.evidence:not([data-depth="1"])')
        if not words.count():
            continue
        overlapping += 1
        numbers = words.first.get_attribute("data-numbers").split(" ")
        words.first.click()
        page.wait_for_url(re.compile(r"#evidence_"))
        title = page.locator(".evidence-passage:target")
        assert title.evaluate(IN_SIGHT)
        offered = title.locator("xpath=following-sibling::ol[1]/li")
        assert set(numbers) <= {
            str(n) for n in offered.evaluate_all("(all) => all.map(i => i.value)")
        }
        offered.first.locator("a").click()
        page.wait_for_url(re.compile(r"/visits/.*#"))
        assert page.locator(".claim:target").count() == 1
    assert overlapping
