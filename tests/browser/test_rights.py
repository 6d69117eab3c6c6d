"""A text that is withheld in part: its places can be reached, and nothing looks broken."""

from types import SimpleNamespace

import pytest

from tests.browser.conftest import DESK, PHONE, Visitor
from tests.browser.test_accessibility import findings
from tests.helpers import write
from tests.site import builds
from tests.site.serving import served
from tests.withheld import SOURCE, WORDS, excerpt, files_with

pytestmark = pytest.mark.browser

PAGE, VISIT = f"sources/{SOURCE}/", "visits/2019-05/"


@pytest.fixture(scope="module")
def restricted(tmp_path_factory):
    root = write(tmp_path_factory.mktemp("rights"), files_with(excerpt(8)))
    with served(root / "site") as url:
        done = builds.build(root, root / "site", SITE_URL=url)
        assert done.returncode == 0, done.stdout + done.stderr
        yield SimpleNamespace(url=url)


@pytest.fixture
def visitor(browser, restricted):
    visitor = Visitor(browser, restricted)
    yield visitor
    visitor.close()
    assert visitor.troubles == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [PAGE, VISIT, f"{VISIT}side-by-side/", "compare/", "data/"])
def test_axe_finds_nothing(visitor, path, scheme):
    assert findings(visitor.open(path, PHONE, scheme)) == []


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_no_page_is_wider_than_the_screen(visitor, width):
    for path in (PAGE, VISIT, "compare/"):
        page = visitor.open(path, width)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_a_withheld_quote_has_its_place_its_number_and_its_claim(visitor):
    page = visitor.open(f"{PAGE}#q-2019-05.third")
    places = page.locator(".omitted a.evidence.is-target")
    assert places.count() == 2, "both of its quotes"
    place = places.first
    assert place.inner_text() == "…"
    claim = page.locator(".evidence-list > li", has_text="قول ثالث").first
    number = claim.get_attribute("value")
    assert number in place.get_attribute("aria-label")
    place.click()
    assert page.locator("#resting a").inner_text() == "قول ثالث"


def test_the_keys_lead_through_withheld_quotes_too(visitor):
    page = visitor.open(PAGE)
    for _ in range(4):
        page.keyboard.press("Alt+ArrowDown")
    assert page.evaluate("document.activeElement.closest('.omitted') !== null")


def test_a_withheld_quote_is_no_quote_to_pass_on(visitor):
    page = visitor.open(VISIT)
    parts = []
    for name in ("first", "third"):
        page.locator(f"#{name} [data-kit]").click()
        part = page.locator("[data-kit-part=quote]")
        parts.append(part.inner_text() if part.is_visible() else None)
        page.keyboard.press("Escape")
    assert WORDS[8] in parts[0]
    assert parts[1] is None


def test_a_withheld_quote_leads_to_its_place(visitor):
    page = visitor.open(VISIT)
    page.locator("#third .quote a").first.click()
    page.wait_for_url(f"**/{PAGE}#q-2019-05.third")
    assert page.locator(".omitted .is-target").first.is_visible()
