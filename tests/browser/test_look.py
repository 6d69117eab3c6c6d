"""Typefaces, colours, paper, and the page for addresses that lead nowhere."""

import base64

import pytest

from tests.browser.conftest import DESK, PHONE

pytestmark = pytest.mark.browser


# The mean height of the ink in the left and in the right half of a picture.
INK = """async (source) => {
  const picture = new Image();
  picture.src = source;
  await picture.decode();
  const { width, height } = picture;
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const columns = [];
  for (let x = 0; x < width; x++) {
    const rows = [...Array(height).keys()]
      .filter((y) => Math.abs(data[4 * (y * width + x)] - data[0]) > 60);
    if (rows.length) columns.push(rows.at(-1) - rows[0]);
  }
  const half = columns.length / 2;
  const mean = (list) => list.reduce((a, b) => a + b) / list.length;
  return [mean(columns.slice(0, Math.floor(half))), mean(columns.slice(Math.ceil(half)))];
}"""


def faces(page, selector):
    """The typefaces that the words of an element are really set in: {name: is it the site's}."""
    protocol = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        protocol.send(f"{domain}.enable")
    root = protocol.send("DOM.getDocument")["root"]["nodeId"]
    node = protocol.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    assert node, selector
    used = protocol.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {font["familyName"]: font["isCustomFont"] for font in used}


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_words_are_set_in_the_typefaces_of_the_site(visitor, kinds, width):
    page = visitor.open(kinds["one of sources"], width)
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate(
        "[...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.family)"
    )
    assert {name.strip('"') for name in loaded} == {"IBM Plex Sans Arabic", "Noto Naskh Arabic"}
    # Spaces and signs are of the interface's face, wherever they stand.
    assert faces(page, "#p2") == {"Noto Naskh Arabic": True, "IBM Plex Sans Arabic": True}
    for selector in ("h1", "h2", ".lead", ".facts dt", ".md-header__topic", ".md-footer"):
        used = faces(page, selector)
        assert all(used.values()), (selector, used)
        assert {name.split(" SemiBold")[0] for name in used} <= {"IBM Plex Sans Arabic"}, selector


# Every element with words of its own that does not begin at the edge where Arabic begins.
ASTRAY = """() => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  for (const quote of document.querySelectorAll("a[data-in]")) quote.click();
  const aside = "svg, button, .headerlink, .ref, .claim__number, .around__link--next";
  const own = (e) => [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim());
  return [...document.querySelectorAll(".md-content *")]
    .filter((e) => own(e) && !e.closest(aside))
    .filter((e) => !["start", "right"].includes(getComputedStyle(e).textAlign))
    .map((e) => `${e.localName}.${e.className}: ${e.textContent.trim().slice(0, 30)}`);
}"""


def test_running_text_begins_where_arabic_begins(visitor, kinds):
    for kind, path in kinds.items():
        if kind != "not found":
            assert visitor.open(path, PHONE).evaluate(ASTRAY) == [], kind


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_follow_the_system_and_can_be_turned(visitor, kinds, scheme):
    names = {"light": "default", "dark": "slate"}
    page = visitor.open("", scheme=scheme)
    look = "((e) => [e.dataset.mdColorScheme, getComputedStyle(e).backgroundColor])(document.body)"
    name, paper = page.evaluate(look)
    assert name == names.pop(scheme)
    page.locator("label.md-header__button[for^=__palette]:visible").click()
    turned, other_paper = page.evaluate(look)
    assert [turned] == list(names.values())
    assert other_paper != paper
    page.goto(page.url + kinds["one of sources"])
    assert page.evaluate(look) == [turned, other_paper]


@pytest.mark.parametrize("path", ["nothing", "visits/nothing/", "a/b/c/d/e.html"])
def test_an_address_that_leads_nowhere_gets_a_page_that_works(site, visitor, path):
    page = visitor.open(path, status=404)
    sheets = page.evaluate("[...document.styleSheets].map((s) => [s.href, s.cssRules.length])")
    assert len(sheets) >= 3
    assert all(href.startswith(site.url) and rules for href, rules in sheets if href)
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    inside = page.locator(".md-content a")
    assert inside.count() >= 2
    for address in inside.evaluate_all("(all) => all.map((a) => a.href)"):
        assert page.request.get(address).status == 200, address
    inside.first.click()
    page.wait_for_url(site.url + "**")
    assert page.title() == visitor.open("").title()


def test_the_sign_of_the_path_points_to_the_left(site, visitor):
    page = visitor.open(site.data["visits"][0]["page"])
    drawn = base64.b64encode(page.locator(".path__sign").first.screenshot()).decode()
    left, right = page.evaluate(INK, f"data:image/png;base64,{drawn}")
    assert left < right, "the point is the narrow side"
