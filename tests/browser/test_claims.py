"""What a reader does with a claim: sees its words in their passage, goes from one to the next,
and passes it on."""

import pytest

from tests.browser.conftest import DESK, PHONE, until

pytestmark = pytest.mark.browser

COPIED = "navigator.clipboard.readText()"


@pytest.fixture(scope="module")
def visit(site):
    """The visit with the most claims, and its claims."""
    claims = site.data["claims"]
    most = max(site.data["visits"], key=lambda v: sum(c["visit"] == v["id"] for c in claims))
    return most, [claim for claim in claims if claim["visit"] == most["id"]]


def name_of(claim):
    return claim["page"].partition("#")[2]


def passage_of(site, claim, quote):
    source = next(s for s in site.data["sources"] if s["id"] == claim["source"])
    passage = source["passages"][quote["passage"] - 1]
    text = site.files[source["text"]].decode()
    return text[passage["start"] : passage["end"]]


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_every_quote_opens_in_its_passage_and_is_marked_there(site, visitor, visit, width):
    page = visitor.open(visit[0]["page"], width)
    address = page.url
    for claim in visit[1]:
        section = page.locator(f"[id='{name_of(claim)}']")
        links = section.locator(".quote a")
        assert links.count() == len(claim["quotes"])
        # The last first: what is opened stands after its own quote.
        for number in reversed(range(links.count())):
            quote = claim["quotes"][number]
            link = links.nth(number)
            assert link.text_content() == quote["exact"]
            assert link.get_attribute("aria-expanded") == "false"
            link.evaluate("(e) => e.click()")
            assert link.get_attribute("aria-expanded") == "true"
            figure = link.locator("xpath=ancestor::blockquote/following-sibling::figure[1]")
            shown = figure.locator(".in-passage__text")
            assert shown.text_content() == passage_of(site, claim, quote)
            marked = shown.locator("mark").evaluate_all("(m) => m.map((e) => e.textContent)")
            assert "".join(marked) == quote["exact"]
            whole = figure.locator("a[data-whole]").get_attribute("href")
            assert whole.endswith(f"#{quote['anchor']}")
    assert page.url == address


def test_an_opened_passage_is_closed_by_its_button_by_escape_and_by_its_quote(visitor, visit):
    page = visitor.open(visit[0]["page"])
    link = page.locator(".quote a").first
    figure = page.locator(".in-passage")
    for close in (
        lambda: figure.locator("button").click(),
        lambda: page.keyboard.press("Escape"),
        lambda: page.keyboard.press("Enter"),
    ):
        link.focus()
        page.keyboard.press("Enter")
        assert figure.count() == 1
        close()
        assert figure.count() == 0
        assert link.evaluate("(e) => e === document.activeElement")


def test_without_scripts_a_quote_leads_to_its_words(site, visitor, visit):
    page = visitor.open(visit[0]["page"], scripts=False)
    assert page.locator("[data-kit]:visible").count() == 0
    quote = visit[1][0]["quotes"][0]
    page.locator(f"[id='{name_of(visit[1][0])}'] .quote a").first.click()
    assert page.url.endswith(f"#{quote['anchor']}")


def test_alt_and_an_arrow_lead_from_claim_to_claim_and_back(visitor, visit):
    page = visitor.open(visit[0]["page"])
    links = page.locator("[data-step]")
    here = "[...document.querySelectorAll('[data-step]')].indexOf(document.activeElement)"
    links.nth(3).focus()
    for key, expected in (("ArrowDown", 4), ("ArrowDown", 5), ("ArrowUp", 4)):
        page.keyboard.press(f"Alt+{key}")
        assert page.evaluate(here) == expected
        box = links.nth(expected).bounding_box()
        assert 0 < box["y"] < 900
    links.first.focus()
    page.keyboard.press("Alt+ArrowUp")
    assert page.evaluate(here) == 0
    links.last.focus()
    page.keyboard.press("Alt+ArrowDown")
    assert page.evaluate(here) == links.count() - 1
    # Alone an arrow scrolls, as everywhere.
    page.keyboard.press("ArrowUp")
    assert page.evaluate(here) == links.count() - 1


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_claim_is_copied_with_its_whole_attribution(site, visitor, visit, width):
    page = visitor.open(f"{visit[0]['page']}?h=x", width)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    labels = {
        (source["id"], teller["id"]): teller["label"]
        for source in site.data["sources"]
        for teller in source["tellers"]
    }
    titles = {source["id"]: source["title"] for source in site.data["sources"]}
    relayed = next(c for c in visit[1] if len(c["chain"]) > 1)
    for claim in (visit[1][0], relayed):
        button = page.locator(f"[id='{name_of(claim)}'] [data-kit]")
        button.click()
        kit = page.locator("dialog[open]")
        status = kit.locator("[role=status]")
        copied = {}
        for part in ("attribution", "quote", "article", "dossier", "link"):
            kit.locator(f"[data-copy={part}]").click()
            until(page, "document.querySelector('dialog [role=status]').textContent")
            copied[part] = page.evaluate(COPIED)
            assert kit.locator(f"#kit_{part}").text_content() in status.text_content()
        told = [labels[claim["source"], t] for hop in claim["chain"] for t in hop["tellers"]]
        # What is claimed, then who told it, the first one first.
        assert f": {claim['statement']}. " in copied["attribution"]
        places = [copied["attribution"].index(words) for words in (claim["statement"], *told)]
        assert places == sorted(places)
        assert all(quote["exact"] in copied["quote"] for quote in claim["quotes"])
        assert titles[claim["source"]] in copied["article"]
        assert site.data["version"] in copied["dossier"]
        assert copied["link"] == site.url + claim["page"]
        assert copied["dossier"].endswith(copied["link"])
        page.keyboard.press("Escape")
        assert page.locator("dialog[open]").count() == 0
        assert button.evaluate("(e) => e === document.activeElement")


def test_where_nothing_can_be_copied_the_words_are_selected_and_it_is_said(visitor, visit):
    page = visitor.open(visit[0]["page"])
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()) }")
    page.locator("[data-kit]").first.click()
    page.locator("[data-copy=link]").click()
    status = page.locator("dialog [role=status]")
    until(page, "document.querySelector('dialog [role=status]').textContent")
    assert status.text_content() == status.get_attribute("data-failed")
    assert page.evaluate("getSelection().toString()").strip().startswith("http")
