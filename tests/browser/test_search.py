"""The search box, in Arabic."""

import re
from collections import Counter

import pytest

from tests.browser.conftest import DESK, PHONE

pytestmark = pytest.mark.browser

# The box says how much it found, in the theme's words, and no longer "type to search".
ANSWERED = """() => {
  const words = JSON.parse(document.getElementById("__config").textContent).translations;
  const said = document.querySelector(".md-search-result__meta").textContent.trim();
  const answers = ["none", "one", "other"].map((n) => words[`search.result.${n}`]);
  return answers.some((answer) => said === answer.replace("#", said.match(/\\d+/)));
}"""


@pytest.fixture(scope="session")
def rare(site):
    """A word that stands once in all texts: (word, the address of its passage)."""
    words = re.compile(r"(?<!\S)[ء-ي]{7,}(?!\S)")
    texts = {s["id"]: site.texts[s["id"]] for s in site.data["sources"]}
    counts = Counter(word for text in texts.values() for word in words.findall(text))
    everything = " ".join(texts.values())
    for source in site.data["sources"]:
        for passage in source["passages"]:
            inside = texts[source["id"]][passage["start"] : passage["end"]]
            for word in words.findall(inside):
                if counts[word] == 1 and everything.count(word) == 1 and len(inside) > 200:
                    return word, f"{source['page']}#{passage['anchor']}"
    raise AssertionError("every long word stands more than once")


def search(page, words):
    button = page.locator("label.md-header__button[for=__search]")
    if button.is_visible():  # on a phone
        button.click()
    box = page.locator(".md-search__input")
    box.click()
    box.fill(words)
    box.press("Shift")  # the theme listens for keys, of which filling sends none
    page.wait_for_function(ANSWERED)
    return page.locator(".md-search-result__link")


def address_of(link):
    """Where a result leads, without the words to mark there."""
    return re.sub(r"\?h=[^#]*", "", link.evaluate("(a) => a.href"))


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("start", ["home", "one of sources", "not found"])
def test_a_word_of_a_text_leads_to_its_passage(site, visitor, kinds, rare, width, start):
    word, address = rare
    page = visitor.open(kinds[start], width, status=404 if start == "not found" else 200)
    results = search(page, word)
    results.first.wait_for()
    for more in page.locator(".md-search-result__more > summary").all():
        more.click()
    wanted = [link for link in results.all() if address_of(link) == site.url + address]
    assert len(wanted) == 1
    wanted[0].click()
    page.wait_for_url(re.compile(re.escape(address.partition("#")[2]) + "$"))
    passage = page.locator("p:target")
    assert word in passage.text_content()
    assert passage.evaluate("(e) => e.getBoundingClientRect().top") < page.viewport_size["height"]


def test_enter_opens_the_first_result(site, visitor, rare):
    page = visitor.open("")
    search(page, rare[0]).first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/dossier/.+"))
    assert rare[0] in page.locator("main").text_content()


def test_a_word_that_is_nowhere_is_not_found(visitor):
    page = visitor.open("")
    results = search(page, "قسطنطينيات")
    assert results.count() == 0


def test_the_marks_of_the_search_leave_the_text_as_it_is(site, visitor, rare):
    """The theme marks the words looked for; the article keeps its characters."""
    word, address = rare
    path, _, anchor = address.partition("#")
    page = visitor.open(f"{path}?h={word}#{anchor}")
    page.locator("article.original mark").first.wait_for()
    source = path.strip("/").split("/")[-1]
    assert page.locator("article.original").evaluate("(e) => e.textContent") == site.texts[source]
