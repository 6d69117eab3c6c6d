"""The search box: what readers type, where it leads, and what stands in between."""

import json
import re
from collections import Counter
from urllib.parse import quote, unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from dossier.search import index, parts
from dossier.search.analyser import Analyser
from dossier.search.entries import Entry
from tests.browser.conftest import DESK, PHONE, Visitor, until
from tests.browser.typed import KINDS, Texts
from tests.helpers import load_tables, load_words

pytestmark = pytest.mark.browser

WORDS = load_words()
NOWHERE = "قسطنطينيات"
SCRIPTS = "assets/scripts/search/"

INPUT, META, LINKS = ".md-search__input", ".md-search-result__meta", ".md-search-result__link"
SUMMARY, SELECTS, RESET = (f".search-panel {end}" for end in ("summary", "select", "[type=reset]"))
CORRECTED, SUGGESTION, UNFILTERED, FAILED, ACTIVE = (
    f"[data-search={name}]"
    for name in ("corrected", "suggestion", "unfiltered", "failed", "active")
)

FORGET = f"document.querySelector('{META}').textContent = ''"
ANSWERED = f"""() => {{
  const said = document.querySelector("{META}").textContent.trim();
  return said && said !== {json.dumps(WORDS("search.looking"))};
}}"""
HITS = """(links) => links.map((link) => ({
  address: link.pathname + link.hash,
  kind: link.querySelector(".hit-kind")?.textContent,
  marks: Array.from(link.querySelectorAll("mark[data-md-highlight]"), (m) => m.textContent),
}))"""
OPEN = "document.getElementById('__search').checked"
FOCUSED = "(selector) => document.activeElement.closest(selector) !== null"
PRESS = """([selector, key, code, altKey]) => document.querySelector(selector).dispatchEvent(
  new KeyboardEvent("keydown", { key, code, altKey, bubbles: true, cancelable: true })
)"""
IN_VIEW = """(e) => {
  const { top, bottom } = e.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}"""


@pytest.fixture(scope="session")
def texts(site):
    return Texts(site)


@pytest.fixture(scope="session")
def rare(texts):
    """A long word that stands once in all texts."""
    return KINDS["as it stands"](texts)


@pytest.fixture(scope="session")
def frequent(texts):
    """The word that stands in the most passages, of those long enough to mean one thing."""
    words = sorted({word for word, _ in texts.words if len(word) > 5})
    return max(words, key=lambda word: len(texts.at(word)))


@pytest.fixture(scope="module")
def opened(browser, site):
    visitor = Visitor(browser, site)
    yield visitor, visitor.open("")
    visitor.close()


@pytest.fixture
def home(opened):
    """The home page, opened once for all tests that only ask its box for something."""
    visitor, page = opened
    search(page, "…")  # neither the query before this nor the one after
    yield page
    troubles, visitor.troubles = visitor.troubles, []
    assert troubles == []


def open_box(page):
    button = page.locator("label.md-header__button[for=__search]")
    if button.is_visible():  # on a phone
        button.click()
    page.locator(INPUT).click()


def enter(page, query):
    """Type a query; nothing is waited for."""
    if not page.evaluate(OPEN):
        open_box(page)
    page.locator(INPUT).fill(query)
    page.keyboard.press("Shift")  # the theme listens for keys, of which filling sends none


def answered(page, act):
    """Do something that is answered; what is found then, in order."""
    page.evaluate(FORGET)
    act()
    until(page, ANSWERED)
    return page.locator(LINKS).evaluate_all(HITS)


def search(page, query):
    return answered(page, lambda: enter(page, query))


def choose(page, name, value):
    """What is found with a filter set."""
    select = page.locator(f"{SELECTS}[name={name}]")
    return answered(page, lambda: select.select_option(value))


def open_filters(page):
    page.locator(SUMMARY).click()
    page.locator(SELECTS).first.wait_for()


def total(page):
    """How many results there are, as the box says."""
    said = page.locator(META).text_content()
    if number := re.match(r"\d+", said):
        return int(number[0])
    forms = WORDS.group("search.count")
    return next(n for n, form in enumerate(("zero", "one", "two")) if said.startswith(forms[form]))


def addresses(site, hits):
    """Where results lead, from the site's address on."""
    root = urlsplit(site.url).path
    return [hit["address"].removeprefix(root) for hit in hits]


def focused(page, selector):
    return page.evaluate(FOCUSED, selector)


def requests_of(page):
    """What a page and its workers ask for from here on."""
    asked = []
    page.on("request", lambda request: asked.append(unquote(request.url)))
    return asked


def is_whole(site, page, address):
    """Whether an article shows its text as it is, whatever is marked in it."""
    source = address.split("/")[1]
    return page.locator("article.original").evaluate("(e) => e.textContent") == site.texts[source]


# What is typed, and where it leads


@pytest.mark.parametrize("kind", KINDS)
def test_a_word_leads_to_its_passage_however_it_is_typed(site, home, texts, kind):
    typed = KINDS[kind](texts)
    hits = search(home, typed.query)
    found = dict(zip(addresses(site, hits), hits, strict=True))
    assert typed.addresses <= found.keys(), typed.query
    for address in typed.addresses:
        marked = " ".join(found[address]["marks"])
        assert all(word in marked for word in typed.word.split()), typed.query


def test_a_name_is_found_as_it_is_typed_key_by_key(site, home, texts):
    typed = KINDS["a person in Latin letters"](texts)
    home.locator(INPUT).fill("")
    hits = answered(home, lambda: home.keyboard.type(typed.query, delay=5))
    assert typed.addresses <= set(addresses(site, hits))


def test_the_last_query_is_answered_however_fast_they_follow(site, home, texts, rare):
    for word, _ in texts.once[:20]:
        enter(home, word)
    hits = search(home, rare.query)
    assert rare.address in addresses(site, hits)
    assert all(rare.word in "".join(hit["marks"]) for hit in hits if hit["marks"])


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("start", ["home", "one of sources", "not found"])
def test_a_result_leads_to_the_passage_with_the_word_marked(
    site, visitor, kinds, rare, width, start
):
    page = visitor.open(kinds[start], width, status=404 if start == "not found" else 200)
    hits = search(page, rare.query)
    page.locator(LINKS).nth(addresses(site, hits).index(rare.address)).click()
    page.wait_for_url(re.compile("#{}$".format(rare.address.partition("#")[2])))
    mark = page.locator("p:target mark[data-found]")
    mark.first.wait_for()
    assert page.url.startswith(site.url + rare.address.partition("#")[0])
    assert mark.all_text_contents() == [rare.word]
    assert mark.evaluate(IN_VIEW)
    assert not page.evaluate(OPEN)
    assert is_whole(site, page, rare.address)


def test_a_claim_that_is_found_is_led_to(visitor, frequent):
    page = visitor.open("")
    search(page, frequent)
    open_filters(page)
    choose(page, "kind", "claim")
    page.locator(f"{LINKS}[href*='#']").first.click()
    page.wait_for_url("**/?h=*#*")
    target = page.locator(":target")
    assert 0 <= target.bounding_box()["y"] < page.viewport_size["height"]
    page.locator("mark[data-found]:visible").first.wait_for()


def test_a_query_in_the_address_is_searched_for(site, visitor, rare):
    page = visitor.open(f"?q={quote(rare.query)}")
    until(page, ANSWERED)
    page.locator(LINKS).first.wait_for()
    assert rare.address in addresses(site, page.locator(LINKS).evaluate_all(HITS))


# What the box shows


def test_results_stand_by_page_and_name_their_kinds(home, frequent):
    hits = search(home, frequent)
    items = home.locator(".md-search-result__item").evaluate_all(
        "(items) => items.map((item) => [...item.querySelectorAll('a')].map((a) => a.pathname))"
    )
    assert len(items) > 2
    assert all(len(set(paths)) == 1 for paths in items)
    assert len({paths[0] for paths in items}) == len(items)
    assert {hit["kind"] for hit in hits} <= {*WORDS.group("search.kinds").values()}
    assert home.locator(".hit-kind").first.is_visible()


def test_the_count_is_told_to_those_who_do_not_see(home, frequent):
    status = home.get_by_role("status")
    search(home, frequent)
    assert total(home) > 10
    assert status.text_content() == home.locator(META).text_content()


def test_a_word_that_is_nowhere_gives_no_results(home):
    assert search(home, NOWHERE) == []
    assert total(home) == 0
    assert home.locator(CORRECTED).is_hidden()


def test_words_that_share_no_text_lead_to_a_suggestion_that_finds(home, texts):
    assert search(home, texts.in_two_texts()) == []
    note = home.locator(SUGGESTION)
    assert WORDS("search.suggestion") in note.text_content()
    button = note.get_by_role("button")
    suggested = button.text_content()
    assert answered(home, button.click)
    assert total(home) >= 1
    assert home.locator(INPUT).input_value() == suggested
    assert focused(home, INPUT)
    assert note.is_hidden()


@pytest.mark.parametrize("kind", ["letters that changed places", "a letter left out"])
def test_a_slip_is_told(home, texts, kind):
    typed = KINDS[kind](texts)
    search(home, typed.query)
    assert home.locator(CORRECTED).is_visible()
    assert home.locator(f"{CORRECTED} bdi").text_content() == typed.word
    search(home, typed.word)
    assert home.locator(CORRECTED).is_hidden()


# The filters


def test_every_filter_narrows_and_none_loses_the_rest(visitor, frequent):
    page = visitor.open("")
    before = search(page, frequent)
    counted = total(page)
    open_filters(page)
    names = page.locator(SELECTS).evaluate_all("(all) => all.map((select) => select.name)")
    assert names == list(WORDS.group("search.filters"))
    for name in names:
        options = page.locator(f"{SELECTS}[name={name}] option")
        values = options.evaluate_all("(all) => all.map((option) => option.value)")
        found = []
        for value in values[1:]:
            hits = choose(page, name, value)
            found.append(total(page))
            assert (found[-1] == 0) == (hits == []) == page.locator(UNFILTERED).is_visible()
        assert 0 < max(found) <= counted
        assert min(found) < counted
        assert choose(page, name, "") == before


def test_two_filters_both_hold_and_the_reset_gives_all_back(site, visitor, frequent):
    page = visitor.open("", PHONE)
    before = search(page, frequent)
    open_filters(page)
    assert page.locator(ACTIVE).is_hidden()
    source = site.data["sources"][0]
    choose(page, "source", source["id"])
    hits = choose(page, "kind", "passage")
    assert hits
    assert all(path.startswith(source["page"]) for path in addresses(site, hits))
    wanted = {WORDS("search.kinds.passage"), WORDS("search.kinds.source")}
    assert {hit["kind"] for hit in hits} == wanted
    assert page.locator(ACTIVE).is_visible()
    assert answered(page, page.locator(RESET).click) == before
    assert page.locator(ACTIVE).is_hidden()


def test_the_filters_work_by_keys_alone(visitor, frequent):
    page = visitor.open("")
    before = search(page, frequent)
    counted = total(page)
    page.keyboard.press("Tab")
    if not focused(page, SUMMARY):  # the part that scrolls may come first
        page.keyboard.press("Tab")
    assert focused(page, SUMMARY)
    assert page.evaluate(OPEN)
    page.keyboard.press("Enter")
    page.locator(SELECTS).first.wait_for()
    page.keyboard.press("Tab")
    assert focused(page, SELECTS)
    after = answered(page, lambda: page.keyboard.press("ArrowDown"))
    assert after != before
    assert 0 < total(page) < counted
    assert page.evaluate(OPEN)
    while focused(page, SELECTS):
        page.keyboard.press("Tab")
    assert focused(page, RESET)
    assert answered(page, lambda: page.keyboard.press("Enter")) == before
    assert total(page) == counted


def test_the_filters_stand_once_however_often_they_are_opened(visitor):
    page, held = visitor.open(""), []

    def hold(route):
        held.append(route)

    page.route("**/search/index.json", hold)
    open_box(page)
    for _ in range(3):
        page.locator(SUMMARY).click()
        page.wait_for_timeout(100)
    for route in held:
        route.continue_()
    page.locator(SELECTS).first.wait_for()
    page.wait_for_timeout(300)
    assert page.locator(SELECTS).count() == len(WORDS.group("search.filters"))


# Keys


def test_leaving_by_keys_closes_the_box_for_good(visitor, rare):
    page = visitor.open("")
    search(page, rare.query)
    while focused(page, ".md-search"):
        page.keyboard.press("Tab")
    for _ in range(3):
        assert not page.evaluate(OPEN)
        page.keyboard.press("Tab")


def test_the_box_is_closed_for_those_who_only_pass_it_by_keys(visitor):
    page = visitor.open("")
    passed = []
    for _ in range(20):
        page.keyboard.press("Tab")
        passed.append((focused(page, ".md-search"), page.evaluate(OPEN)))
    assert any(inside for inside, _ in passed)
    assert not any(open_ for inside, open_ in passed if not inside)


@pytest.mark.parametrize("key", ["/", "ظ"])
def test_the_shortcut_is_a_place_on_the_keyboard(visitor, key):
    page = visitor.open("")
    page.evaluate(PRESS, ["body", key, "Slash", True])
    assert focused(page, INPUT)
    until(page, OPEN)


def test_no_single_letter_does_anything(visitor):
    """WCAG 2.2, 2.1.4: the theme's would search, and turn pages."""
    page = visitor.open("visits/")
    address = page.url
    for key in ("s", "f", "/", "n", "p", ".", ","):
        page.keyboard.press(key)
    assert page.url == address
    assert not page.evaluate(OPEN)


def test_letters_go_on_the_query_when_a_result_has_the_focus(visitor, frequent):
    """As the theme does it with Latin letters."""
    page = visitor.open("")
    search(page, frequent)
    page.keyboard.press("ArrowDown")
    assert page.evaluate(PRESS, [f"{LINKS}:focus", "س", "KeyS"])
    assert focused(page, INPUT)
    assert page.evaluate("getSelection().toString()") == ""


def test_arrows_go_through_the_results_and_enter_opens_one(visitor, frequent):
    page = visitor.open("")
    search(page, frequent)
    page.keyboard.press("ArrowDown")
    first = page.evaluate("document.activeElement.href")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert focused(page, f"{LINKS}, summary")
    assert page.evaluate("document.activeElement.href") != first
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.locator(LINKS).first.get_attribute("href") == first
    page.keyboard.press("Enter")
    page.wait_for_url(first)


def test_enter_opens_the_best_result(visitor, rare):
    page = visitor.open("")
    search(page, rare.query)
    page.keyboard.press("Enter")
    page.wait_for_url("**/?h=*")
    assert rare.word in page.locator("main").text_content()


@pytest.mark.parametrize("place", ["the input", "a result", "a filter"])
def test_escape_closes_the_box(visitor, frequent, place):
    page = visitor.open("")
    search(page, frequent)
    if place == "a result":
        page.keyboard.press("ArrowDown")
    if place == "a filter":
        open_filters(page)
        page.locator(SELECTS).first.focus()
    assert page.evaluate(OPEN)
    page.keyboard.press("Escape")
    until(page, f"!{OPEN}")


# What is fetched


def test_nothing_is_fetched_before_the_first_key(site, visitor, rare):
    page = visitor.open("")
    asked = requests_of(page)
    page.reload()
    open_box(page)
    page.wait_for_timeout(300)
    ours = sorted(path for path in (a.removeprefix(site.url) for a in asked) if "search" in path)
    assert ours == [f"{SCRIPTS}box.js"]
    assert page.workers == []

    search(page, rare.query)
    assert f"{site.url}search/index.json" in asked
    assert len(page.workers) == 1
    assert [a for a in asked if "search_index" in a or "javascripts/workers" in a] == []


def test_what_was_fetched_is_not_fetched_again(visitor, rare, frequent):
    page = visitor.open("")
    asked = requests_of(page)
    search(page, rare.query)
    search(page, f"{frequent} {rare.query}")
    assert asked
    assert [address for address, count in Counter(asked).items() if count > 1] == []


@pytest.mark.parametrize("missing", ["search/index.json", "search/worker.js"])
def test_what_cannot_be_fetched_is_told_and_tried_again(browser, site, rare, missing):
    """With no visitor, who would take the failure for one of ours."""
    page = browser.new_page(locale="ar")
    page.set_default_timeout(5_000)
    page.goto(site.url)
    page.context.route(f"**/{missing}", lambda route: route.abort())
    enter(page, rare.query)
    page.locator(FAILED).wait_for()
    page.context.unroute(f"**/{missing}")
    assert rare.address in addresses(site, search(page, f"{rare.query} "))
    assert page.locator(FAILED).is_hidden()
    page.close()


# What is meant to do harm

HOSTILE = {
    "an image": "<img src=x onerror=window.harmed=1>",
    "a script": '"><script>window.harmed=1</script>',
    "an address": "javascript:window.harmed=1",
    "entities": "&lt;img src=x onerror=window.harmed=1&gt; &amp; &#60;b&#62;",
    "a template": "${window.harmed=1} {{ 7*7 }} {% raw %}",
    "an encoded nothing": "%00",
    "a nothing": "كتاب\0قلم",
    "ten thousand letters": "ا" * 10_000,
    "ten thousand different letters": "سنفتلبيحكممن" * 900,
    "a thousand words": "سلام كتاب " * 500,
    "halves of a sign": "\ud800كتاب\udc00",
    "quotes": '"“”«»"\'`',
    "an open quote": '"',
    "tashkeel": "\u064e\u0650\u0651\u0652",
    "signs of direction": "\u202e\u2066\u200f",
    "a pattern": "(.*+?^$[\\",
    "a key of the index": "kind:passage",
    "names of properties": "__proto__ constructor toString hasOwnProperty",
    "a tab and a line": "\tكتاب\nقلم",
}
KNOWN_TAGS = (
    *("a", "article", "b", "bdi", "button", "details", "div", "form", "h1", "h2", "li", "mark"),
    *("ol", "p", "script", "span", "summary"),
)
OTHER_TAGS = f"""() => Array.from(document.querySelectorAll(".md-search__output *"))
  .map((e) => e.localName).filter((name) => !{json.dumps(KNOWN_TAGS)}.includes(name))"""
RUNNING = "document.querySelectorAll('.md-search script:not([type=\"application/json\"])').length"
SET = """([selector, value]) => {
  const input = document.querySelector(selector);
  input.focus();
  input.value = JSON.parse(value);
  input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
}"""


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_query_is_a_query(site, home, rare, kind):
    # By script, because no keyboard has all of it.
    answered(home, lambda: home.evaluate(SET, [INPUT, json.dumps(HOSTILE[kind])]))
    assert home.evaluate(OTHER_TAGS) == []
    assert home.evaluate(RUNNING) == 0
    assert home.evaluate("window.harmed") is None
    assert home.locator(FAILED).is_hidden()
    assert rare.address in addresses(site, search(home, rare.query))


@pytest.mark.parametrize("name", ["q", "h"])
def test_a_hostile_address_does_no_harm(site, visitor, rare, name):
    path, _, anchor = rare.address.partition("#")
    page = visitor.open(f"{path}?{name}={quote(HOSTILE['an image'])}#{anchor}")
    page.wait_for_timeout(300)
    assert page.locator("img[src=x]").count() == 0
    assert page.evaluate("window.harmed") is None
    assert is_whole(site, page, rare.address)


BAD = "<img src=x onerror=harmed=1> </script><script>harmed=1</script> &amp; \"' <b>كتاب</b>"
ASK = """async ([files, queries]) => {
  const index = await openIndex(async (path) => files[path]);
  const answer = makeAnswer(index, makeSearch(index));
  const made = (html) => {
    const template = document.createElement("template");
    template.innerHTML = html;
    return template.content;
  };
  const tags = (part) => Array.from(part.querySelectorAll("*"), (e) =>
    [e.localName, ...e.getAttributeNames()].join(" "));
  const shown = [];
  for (const query of queries) {
    for (const { title, text, location } of (await answer(query)).items.flat()) {
      const [head, body] = [made(title), made(text)];
      shown.push({
        query, location,
        title: head.textContent, text: body.textContent, tags: [...tags(head), ...tags(body)],
      });
    }
  }
  return shown;
}"""


def files_of(found, kinds):
    """The files of an index, by the paths under which the scripts load them."""
    tables = load_tables()
    built = index.build(Analyser(tables), found, [])
    heads = {entry.page: parts.PageHead(BAD, "source") for entry in found}
    files = parts.parts(built, tables.analysis, kinds, heads, [])
    return {path.removeprefix("search/"): data.decode() for path, data in files.items()}


@pytest.mark.parametrize("most", [index.SMALL, 0], ids=["small index", "large index"])
def test_hostile_titles_and_texts_are_shown_as_they_are(site, visitor, monkeypatch, most):
    monkeypatch.setattr(index, "SMALL", most)
    kinds = {"passage": f"فقرة {BAD}", "question": "سؤال", "source": f"مقال {BAD}"}
    found = [
        Entry("sources/one/", "p1", "passage", BAD, f"سفينة {BAD}", (), True),
        Entry("compare/", "q1", "question", f"ميناء {BAD}", BAD, ()),
    ]
    page = visitor.open("")
    for script in re.findall(r'"(\w+\.js)"', site.files[f"{SCRIPTS}worker.js"].decode()):
        page.add_script_tag(url=site.url + SCRIPTS + script)
    queries = ["سفينة", "ميناء", "img onerror", "كتاب", '"src x"', "سفيينة", BAD]
    shown = page.evaluate(ASK, [files_of(found, kinds), queries])
    assert {one["query"] for one in shown} == {*queries}
    tags = {tag for one in shown for tag in one["tags"]}
    assert tags == {"span class", "mark data-md-highlight"}
    assert all(BAD in one["title"] for one in shown)
    assert {one["text"] for one in shown} == {"", BAD, f"سفينة {BAD}"}
    assert {one["location"].partition("?")[0] for one in shown} == {"sources/one/", "compare/"}


# Without scripts, and for those who do not see


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_without_scripts_there_is_no_box(visitor, width):
    page = visitor.open("", width, scripts=False)
    assert page.locator(".md-search").is_hidden()
    assert page.locator("label.md-header__button[for=__search]").is_hidden()


@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "light"), (DESK, "dark")])
@pytest.mark.parametrize("shown", ["results", "a suggestion", "a slip"])
def test_axe_finds_nothing_in_the_open_box(visitor, texts, frequent, width, scheme, shown):
    page = visitor.open("", width, scheme)
    slip = KINDS["a letter left out"](texts).query
    queries = {"results": frequent, "a suggestion": texts.in_two_texts(), "a slip": slip}
    search(page, queries[shown])
    open_filters(page)
    for more in page.locator(".md-search-result__more > summary").all():
        more.click()
    assert page.evaluate(OPEN)
    violations = Axe().run(page).response["violations"]
    assert [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in violations] == []


# Texts with too little contrast (WCAG 2.2, 1.4.3); axe passes over those in the box.
FAINT = """(elements) => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const over = ([r, g, b, a = 1], below) =>
    [r, g, b].map((value, at) => value * a + below[at] * (1 - a));
  const paper = (e) => e
    ? over(channels(getComputedStyle(e).backgroundColor), paper(e.parentElement))
    : [255, 255, 255];
  const linear = (value) => value > 0.04045 ? ((value + 0.055) / 1.055) ** 2.4 : value / 12.92;
  const light = ([r, g, b]) =>
    0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
  const contrast = (e) => {
    const behind = paper(e);
    const pair = [behind, over(channels(getComputedStyle(e).color), behind)].map(light);
    return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
  };
  const isText = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim();
  return elements
    .filter((e) => e.checkVisibility() && Array.from(e.childNodes).some(isText))
    .map((e) => [e.outerHTML, contrast(e)])
    .filter(([, found]) => found < 4.5);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_text_of_the_box_is_faint(visitor, frequent, scheme):
    page = visitor.open("", DESK, scheme)
    search(page, frequent)
    open_filters(page)
    assert page.locator(".md-search__output *").evaluate_all(FAINT) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_marked_word_is_faint(visitor, rare, scheme):
    page = visitor.open("", DESK, scheme)
    search(page, rare.query)
    page.keyboard.press("Enter")
    page.locator("mark[data-found]").first.wait_for()
    assert page.locator("mark[data-found]").evaluate_all(FAINT) == []
