"""The site unpacked from its archive, in a folder of any name, with no server behind it."""

import re
from types import SimpleNamespace
from urllib.parse import unquote, urldefrag
from zipfile import ZipFile

import pytest

from tests.browser.conftest import PHONE, Visitor, until
from tests.browser.test_search import (
    ACTIVE,
    IN_VIEW,
    LINKS,
    RESET,
    SUGGESTION,
    answered,
    choose,
    open_filters,
    search,
    total,
)
from tests.browser.typed import KINDS, Texts
from tests.site import builds

pytestmark = pytest.mark.browser

INDEX = "index.html"

# What a page holds, as the browser resolves it; an address in a picture's link is an object.
READ = """() => ({
  title: document.title,
  ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
  links: [...document.querySelectorAll("a")]
    .map((link) => link.getAttribute("href") ?? link.getAttribute("xlink:href"))
    .filter((address) => address !== null)
    .map((address) => new URL(address, document.baseURI).href),
  broken: [...document.images].filter((image) => image.complete && !image.naturalWidth).length,
})"""
FONTS = """() => document.fonts.ready.then(() =>
  [...document.fonts].map((font) => font.status).filter((status) => status !== "unloaded"))"""


@pytest.fixture(scope="module")
def unpacked(site, tmp_path_factory):
    """Where readers put it: spaces and Arabic letters in the path."""
    done = builds.run("offline", "--root", site.root)
    assert done.returncode == 0, done.stdout + done.stderr
    folder = tmp_path_factory.mktemp("offline") / "قرص خارجي" / "ملفات الزيارات (2)"
    with ZipFile(site.root / "build/dossier-offline.zip") as archive:
        archive.extractall(folder)
    (top,) = folder.iterdir()
    return SimpleNamespace(folder=top, url=f"{top.as_uri()}/")


@pytest.fixture
def reader(browser, unpacked):
    """A visitor of the folder; whatever is asked for outside of it is noted."""
    reader = Visitor(browser, unpacked)
    yield reader
    reader.close()
    assert reader.troubles == []


@pytest.fixture(scope="module")
def texts(site):
    return Texts(site)


def open_page(reader, path=INDEX, **options):
    return reader.open(path, status=200, **options)


def without_index(address):
    """As the same place is addressed where a server looks for a folder's index."""
    return re.sub(rf"(^|/){INDEX}(?=[?#]|$)", r"\1", address)


def found(page, base, query):
    """What is found for a query: the addresses from the site's on, kinds and marked words."""
    hits = search(page, query)
    root = re.sub(r"^\w+://[^/]*", "", base)
    return [{**hit, "address": hit["address"].removeprefix(root)} for hit in hits]


def test_every_page_is_reached_by_links_and_every_link_leads_somewhere(reader, unpacked):
    page = open_page(reader)
    waiting, pages, linked = [f"{unpacked.url}{INDEX}"], {}, set()
    while waiting:
        url = waiting.pop()
        if page.url != url:
            page.goto(url)
        pages[url] = page.evaluate(READ)
        assert pages[url]["title"]
        assert pages[url]["broken"] == 0, url
        own = {link for link in pages[url]["links"] if link.startswith("file:")}
        linked |= own
        for link in sorted({urldefrag(link.partition("?")[0]).url for link in own}):
            assert link.startswith(unpacked.url), f"{url} leads out of the folder: {link}"
            file = unpacked.folder / unquote(link.removeprefix(unpacked.url))
            assert file.is_file(), f"{url} leads to nothing: {link}"
            if file.suffix == ".html" and link not in pages and link not in waiting:
                waiting.append(link)
    for link in linked:
        url, anchor = urldefrag(link)
        url = url.partition("?")[0]
        assert not anchor or unquote(anchor) in pages[url]["ids"], link
    there = {
        path.relative_to(unpacked.folder).as_posix() for path in unpacked.folder.rglob("*.html")
    }
    reached = {unquote(url.removeprefix(unpacked.url)) for url in pages}
    assert reached == {path for path in there if not path.startswith("assets/")}


def test_the_typefaces_are_those_of_the_site(reader, kinds):
    page = open_page(reader, f"{kinds['one of sources']}{INDEX}")
    statuses = page.evaluate(FONTS)
    assert statuses
    assert set(statuses) == {"loaded"}


def test_a_quote_that_the_address_names_is_shown(reader, site):
    claim = site.data["claims"][0]
    quote = claim["quotes"][0]
    page = open_page(reader, f"sources/{claim['source']}/{INDEX}#{quote['anchor']}")
    marked = page.locator("article.original .evidence.is-target").all_text_contents()
    assert "".join(marked) == quote["exact"]


@pytest.mark.parametrize("start", [INDEX, "compare/index.html"])
def test_the_chosen_palette_stays_from_page_to_page(reader, start):
    page = open_page(reader, start)
    scheme = "document.body.dataset.mdColorScheme"
    assert page.evaluate(scheme) == "default"
    page.locator("label[for=__palette_1]").click()
    until(page, f"{scheme} === 'slate'")
    page.locator("nav a[href$='sources/index.html']").first.evaluate("(link) => link.click()")
    page.wait_for_url(f"**/sources/{INDEX}")
    assert page.evaluate(scheme) == "slate"


def test_the_comparison_is_filtered_and_the_choice_stays(reader, site):
    page = open_page(reader, f"compare/{INDEX}")
    shown = page.locator("section.question[data-verdict]:visible")
    assert shown.count() == len(site.data["questions"])
    page.locator("#filters summary").click()
    visit = site.data["visits"][0]["id"]
    page.locator("#filters select[name=visit]").select_option(visit)
    count = shown.count()
    assert 0 < count < len(site.data["questions"])
    assert page.url.endswith(f"/{INDEX}?visit={visit}")
    page.reload()
    assert shown.count() == count
    page.locator("#filters button[type=reset]").click()
    until(page, "!location.search")
    assert shown.count() == len(site.data["questions"])


# The search


def test_the_search_finds_what_it_finds_with_a_server(reader, visitor, unpacked, site, texts):
    offline, online = open_page(reader), visitor.open("")
    for kind, typed in KINDS.items():
        query = typed(texts).query
        expected = found(online, site.url, query)
        hits = found(offline, unpacked.url, query)
        assert all(f"/{INDEX}" in f"/{hit['address']}" for hit in hits)
        assert [{**h, "address": without_index(h["address"])} for h in hits] == expected, kind


@pytest.mark.parametrize("width", [PHONE, 1440])
@pytest.mark.parametrize("start", ["home", "one of visits"])
def test_a_result_leads_to_the_passage_with_the_word_marked(
    reader, site, kinds, texts, width, start
):
    rare = KINDS["as it stands"](texts)
    page = open_page(reader, f"{kinds[start]}{INDEX}", width=width)
    path, _, anchor = rare.address.partition("#")
    hits = found(page, reader.site.url, rare.query)
    at = [hit["address"] for hit in hits].index(f"{path}{INDEX}#{anchor}")
    page.locator(LINKS).nth(at).click()
    page.wait_for_url(f"**/{path}{INDEX}?h=*#{anchor}")
    mark = page.locator("p:target mark[data-found]")
    mark.first.wait_for()
    assert mark.all_text_contents() == [rare.word]
    assert mark.evaluate(IN_VIEW)
    source = path.split("/")[1]
    shown = page.locator("article.original").evaluate("(e) => e.textContent")
    assert shown == site.texts[source]
    # Once more, on a page that has loaded the analyser for itself.
    again = found(page, reader.site.url, rare.query)
    assert again == hits


def test_filters_and_suggestions_work(reader, site, texts):
    page = open_page(reader)
    words = sorted({word for word, _ in texts.words if len(word) > 5})
    before = search(page, max(words, key=lambda word: len(texts.at(word))))
    counted = total(page)
    open_filters(page)
    source = site.data["sources"][0]
    choose(page, "source", source["id"])
    hits = choose(page, "kind", "passage")
    assert 0 < total(page) < counted
    assert hits
    assert all(f"/{source['page']}{INDEX}" in hit["address"] for hit in hits)
    assert page.locator(ACTIVE).is_visible()
    assert answered(page, page.locator(RESET).click) == before
    assert search(page, texts.in_two_texts()) == []
    assert answered(page, page.locator(SUGGESTION).get_by_role("button").click)
