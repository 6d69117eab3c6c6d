"""Pictures: read at every width, led by their links, told again in words, seen in both schemes."""

from itertools import combinations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import DESK, PHONE

pytestmark = pytest.mark.browser

TABLET = 820
WIDTHS = [PHONE, TABLET, DESK]
PLACES = {"home": "", "timeline": "timeline/", "visits": "visits/", "sources": "sources/"}

# The words of the layout that is seen: their boxes on the screen and the size of their letters.
TEXTS = """(svg) => [...svg.querySelectorAll("text")].map((text) => {
  const { x, y, width, height } = text.getBoundingClientRect();
  const { height: high } = text.getBBox();
  const size = parseFloat(getComputedStyle(text).fontSize) * height / high;
  return { words: text.textContent, x, y, width, height, size };
})"""

# Each colour that is drawn, held against the ground: {what it is of: contrast}.
CONTRASTS = """(svg) => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const luminance = (color) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].slice(0, 3)
      .map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const against = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const ground = luminance(getComputedStyle(document.body).backgroundColor);
  const found = {};
  for (const element of svg.querySelectorAll("text, path, rect, circle")) {
    const name = element.getAttribute("class");
    const style = getComputedStyle(element);
    const drawn = element.tagName === "text" ? [style.fill] : [style.stroke, style.fill];
    const colours = drawn.filter((c) => c.startsWith("rgb") && !c.startsWith("rgba"));
    found[name] = Math.max(...colours.map((c) => against(luminance(c), ground)), 0);
  }
  return found;
}"""

BACKGROUND = ("picture__rule", "picture__hit", "picture__journey", "picture__area")


def seen(page):
    """The pictures that a reader sees; of two layouts one is shown."""
    pictures = page.locator("svg.picture:visible")
    assert pictures.count()
    return pictures.all()


def apart(a, b):
    """Whether two lines of words leave each other be; letters may reach over line spacing."""
    slack = 0.2 * min(a["height"], b["height"])
    return (
        a["x"] + a["width"] <= b["x"] + 1
        or b["x"] + b["width"] <= a["x"] + 1
        or a["y"] + a["height"] <= b["y"] + slack
        or b["y"] + b["height"] <= a["y"] + slack
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("place", PLACES)
def test_words_lie_apart_inside_and_can_be_read(visitor, place, width):
    page = visitor.open(PLACES[place], width)
    page.evaluate("document.fonts.ready")
    for picture in seen(page):
        frame = picture.bounding_box()
        assert frame["width"] <= width
        texts = picture.evaluate(TEXTS)
        assert texts
        for a, b in combinations(texts, 2):
            assert apart(a, b), (a["words"], b["words"])
        for text in texts:
            assert text["size"] >= 12, text
            # Some letters reach a little beyond the place where they begin.
            assert text["x"] >= frame["x"] - 3, text
            assert text["x"] + text["width"] <= frame["x"] + frame["width"] + 3, text
        if width == PHONE:
            assert min(text["size"] for text in texts) >= 12.5


@pytest.mark.parametrize("width", WIDTHS)
def test_labels_hold_their_words(visitor, width):
    """The room that the layout gives to words is what they really take."""
    page = visitor.open("timeline/", width)
    page.evaluate("document.fonts.ready")
    page.reload()  # a face that came too late is used now
    checked = page.locator("svg.picture:visible .picture__event").evaluate_all(
        """(all) => all.flatMap((event) => {
          const room = event.querySelector(".picture__hit").getBBox();
          return [...event.querySelectorAll("text")].map((text) => {
            const words = text.getBBox();
            const fits = words.x >= room.x && words.x + words.width <= room.x + room.width;
            return [text.textContent, fits];
          });
        })"""
    )
    assert len(checked) > 20
    assert [words for words, fits in checked if not fits] == []


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_one_layout_is_shown_and_the_other_is_for_nobody(visitor, width):
    page = visitor.open("timeline/", width)
    wide, tall = page.locator(".picture--wide"), page.locator(".picture--tall")
    assert wide.count() == tall.count() == 1
    assert wide.is_visible() == (width == DESK)
    assert tall.is_visible() == (width == PHONE)
    assert (
        page.get_by_role("group", name=page.locator("svg title").first.text_content()).count() == 1
    )


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_time_runs_from_right_to_left_or_downwards(site, visitor, width):
    page = visitor.open("timeline/", width)
    axis = []
    for visit in sorted(site.data["visits"], key=lambda visit: visit["id"]):
        mark = page.locator(f'svg.picture:visible a[href$="{visit["page"]}"] .picture__mark')
        box = mark.first.bounding_box()
        axis.append(box["y"] if width == PHONE else -box["x"])
    assert axis == sorted(axis)
    assert axis[-1] - axis[0] > 300


@pytest.mark.parametrize("place", PLACES)
def test_links_lead_where_they_say(site, visitor, place):
    page = visitor.open(PLACES[place])
    hrefs = page.locator("svg.picture:visible a").evaluate_all(
        "(all) => all.map((a) => new URL(a.getAttribute('href'), location).href)"
    )
    assert hrefs
    for href in hrefs:
        path, _, anchor = href.removeprefix(site.url).partition("#")
        target = site.pages[f"{path}index.html"]
        assert not anchor or anchor in target.ids, href


def test_a_dot_leads_to_the_first_claim_that_says_so(site, visitor):
    page = visitor.open("visits/")
    dots = page.locator("svg.picture:visible .picture__dot")
    for dot in dots.all():
        path, _, anchor = dot.get_attribute("href").partition("#")
        claims = [claim["page"] for claim in site.data["claims"]]
        assert f"{path.removeprefix('../')}#{anchor}" in claims
    dots.first.click()
    page.wait_for_url("**/visits/*/#*")
    assert page.locator(":target").is_visible()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_every_link_is_reached_by_the_keyboard_and_seen(visitor, place, width):
    page = visitor.open(PLACES[place], width)
    picture = seen(page)[0]
    links = picture.locator("a")
    links.first.focus()
    page.keyboard.press("Shift+Tab")
    for index in range(links.count()):
        page.keyboard.press("Tab")
        link = links.nth(index)
        assert link.evaluate("(a) => a === document.activeElement"), index
        ring = link.locator(".picture__hit").first
        style = ring.evaluate(
            "(e) => [getComputedStyle(e).stroke, getComputedStyle(e).strokeWidth]"
        )
        assert style[0] != "none"
        assert style[1] == "3px"


def test_the_table_holds_the_numbers_of_the_meetings(site, visitor):
    page = visitor.open("visits/")
    drawn = page.locator("svg.picture:visible .picture__dot").evaluate_all(
        """(all) => all.map((a) => ["href", "aria-label"].map((name) => a.getAttribute(name)))"""
    )
    page.locator("#meetings_table > summary").click()
    cells = page.locator("#meetings_table td a").evaluate_all(
        "(all) => all.map((a) => [a.getAttribute('href'), a.textContent])"
    )
    assert [href for href, *_ in drawn] == [href for href, _ in cells]
    for (_, label), (_, words) in zip(drawn, cells, strict=True):
        assert label.endswith(words)


def test_the_table_holds_the_numbers_of_the_bars(visitor, site):
    page = visitor.open("sources/")
    page.locator("#shares_table > summary").click()
    rows = page.locator("#shares_table tbody tr").evaluate_all(
        """(all) => all.map((tr) => [...tr.querySelectorAll("td")]
          .map((td) => Number(td.textContent)))"""
    )
    assert len(rows) == len(site.data["sources"])
    assert all(sum(parts) == total for *parts, total in rows)
    bars = page.locator("svg.picture:visible > a").evaluate_all(
        """(all) => all.map((a) => [...a.querySelectorAll(".picture__share")]
          .map((part) => part.getBBox().width))"""
    )
    longest = max(total for *_, total in rows)
    unit = max(map(sum, bars)) / longest
    for (*parts, _), widths in zip(rows, bars, strict=True):
        assert widths == pytest.approx([part * unit for part in parts if part], abs=0.2)


def test_the_list_tells_what_the_picture_of_time_tells(visitor):
    page = visitor.open("timeline/")
    link = "(all) => all.map((a) => a.getAttribute('href'))"
    drawn = page.locator("svg.picture:visible .picture__event").evaluate_all(link)
    listed = page.locator("#timeline_list .entry__title a").evaluate_all(link)
    assert drawn == listed
    delays = page.locator("#timeline_list .entry__delay").all_text_contents()
    words = page.locator("svg.picture:visible").text_content()
    assert delays
    for delay in delays:
        number = "".join(c if c.isdigit() else " " for c in delay.rpartition(":")[2]).split()
        assert all(part in words for part in number)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", PLACES)
def test_what_is_drawn_stands_out_from_the_ground(visitor, place, scheme):
    page = visitor.open(PLACES[place], DESK, scheme)
    for picture in seen(page):
        for name, contrast in picture.evaluate(CONTRASTS).items():
            if name.split()[0] in BACKGROUND or "fade" in name:
                continue
            inside = name in ("picture__number", "picture__number picture__number--several")
            least = 4.5 if "text" in name else 0 if inside else 3
            assert contrast >= least, (name, contrast)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_finds_nothing_in_a_picture(visitor, width, scheme):
    for path in PLACES.values():
        page = visitor.open(path, width, scheme)
        page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
        found = Axe().run(page, context={"include": [[".pictures"]]}).response["violations"]
        assert [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found] == [], path


def test_on_paper_stands_the_wide_layout(visitor):
    for path in PLACES.values():
        page = visitor.open(path, PHONE)
        page.emulate_media(media="print")
        assert page.locator(".picture--wide").first.is_visible()
        assert not page.locator(".picture--tall").first.is_visible()
