"""Pages of the site on paper, and the whole of a small dossier as one PDF.

Arabic text cannot be taken out of a PDF as it was put in (its letters are joined, its lines turned
round), so what stands where is told from links, addresses and numbers.
"""

import re
import shutil
from io import BytesIO
from urllib.parse import unquote

import pytest
from pypdf import PdfReader

from dossier.book.chapters import book_view, outline
from dossier.pages import links
from dossier.pages.presenter import Presenter
from dossier.pages.render import environment
from tests.browser.conftest import PHONE
from tests.helpers import MINI, templates
from tests.site import builds

pytestmark = pytest.mark.browser

A4 = (595, 842)


def printed(root):
    done = builds.run("pdf", "--root", root)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return done, (root / "build" / "dossier.pdf").read_bytes()


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    root = tmp_path_factory.mktemp("book")
    shutil.copytree(MINI / "seeds", root / "seeds")
    return root


@pytest.fixture(scope="module")
def made(root):
    return printed(root)


@pytest.fixture(scope="module")
def pdf(made):
    return PdfReader(BytesIO(made[1]))


@pytest.fixture(scope="module")
def places(pdf):
    """The page, counted from 1, of each id that a link leads to."""
    return {
        unquote(name.removeprefix("/")): pdf.get_destination_page_number(destination) + 1
        for name, destination in pdf.named_destinations.items()
    }


@pytest.fixture(scope="module")
def marks(dossier, words):
    env = environment(templates(), words)
    return outline(book_view(Presenter(dossier, words), env, builds.SITE_URL, {}))


def annotations(page):
    return [item.get_object() for item in page.get("/Annots", ())]


def destination(annotation):
    """The id that a link leads to; None for one that leads out of the book."""
    found = annotation.get("/Dest")
    return None if found is None else unquote(str(found).removeprefix("/"))


def squeezed(page):
    """The text of a page without white space: a long address may be broken anywhere."""
    return re.sub(r"\s", "", page.extract_text())


def fragments(page):
    """The pieces of text of a page, each with the point where it begins."""
    found = []

    def visit(text, cm, tm, font, size):
        if text.strip():
            x, y = tm[4], tm[5]
            found.append(
                (text.strip(), cm[0] * x + cm[2] * y + cm[4], cm[1] * x + cm[3] * y + cm[5])
            )

    page.extract_text(visitor_text=visit)
    return found


def test_the_command_says_what_it_made(made, root):
    done, data = made
    size = f"{len(data) / 1e6:.1f}"
    assert re.fullmatch(
        rf"{re.escape(str(root))}/build/dossier\.pdf: \d+ pages, {size} MB \(\d+\.\d s\)\n",
        done.stdout,
    )


def test_it_is_tagged_and_says_its_language_and_title(pdf, dossier):
    catalogue = pdf.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/StructTreeRoot"]["/K"]
    assert catalogue["/Lang"] == "ar"
    assert pdf.metadata.title == dossier.record.title
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    kinds = {str(o["/S"]) for o in objects(pdf) if o.get("/Type") == "/StructElem"}
    assert {"/H1", "/H2", "/H3", "/P", "/Link", "/Table", "/TH", "/L", "/LI"} <= kinds


def objects(pdf):
    for number in range(1, pdf.trailer["/Size"]):
        found = pdf.get_object(number)
        if hasattr(found, "get"):
            yield found


def test_it_is_a4_and_no_page_is_empty(pdf):
    for number, page in enumerate(pdf.pages, 1):
        assert (round(page.mediabox.width), round(page.mediabox.height)) == A4
        assert len(squeezed(page)) > 40, number


def test_its_fonts_are_in_it(pdf):
    # A font of type 3 holds its letters itself (ISO 32000-1, 9.6.5).
    fonts = [o for o in objects(pdf) if o.get("/Type") == "/Font" and "/FontDescriptor" in o]
    outlined = [font for font in fonts if font["/Subtype"] != "/Type3"]
    assert outlined
    descriptors = [font["/FontDescriptor"].get_object() for font in outlined]
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & d.keys() for d in descriptors)
    assert all("/CharProcs" in font for font in fonts if font not in outlined)
    names = " ".join(str(descriptor["/FontName"]) for descriptor in descriptors)
    assert "IBMPlexSansArabic" in names
    assert "NotoNaskhArabic" in names


def test_the_bookmarks_lead_to_the_headings(pdf, marks, places):
    def check(items, marks):
        items = list(items)
        for mark in marks:
            item = items.pop(0)
            assert item.title == mark.title
            assert pdf.get_destination_page_number(item) + 1 == places[mark.id]
            if mark.marks:
                check(items.pop(0), mark.marks)
        assert items == []

    check(pdf.outline, marks)


def test_the_contents_name_the_pages_on_which_the_headings_stand(pdf, places, dossier):
    named = {}
    for page in pdf.pages[places["contents"] - 1 : places[links.VISITS] - 1]:
        pieces = fragments(page)
        for annotation in annotations(page):
            left, bottom, right, top = map(float, annotation["/Rect"])
            inside = [
                (x, text) for text, x, y in pieces if left - 1 <= x <= right and bottom <= y <= top
            ]
            named[destination(annotation)] = min(inside)[1]
    assert len(named) > 30
    assert named == {place: str(places[place]) for place in named}
    for path in (*map(links.visit, dossier.visits), *map(links.source, dossier.sources)):
        assert f"{builds.SITE_URL}{path}" in squeezed(pdf.pages[int(named[path]) - 1])


def test_every_link_inside_leads_somewhere(pdf, places):
    found = [item for page in pdf.pages for item in annotations(page)]
    assert {str(item["/Subtype"]) for item in found} == {"/Link"}
    inside = {destination(item) for item in found} - {None}
    assert len(inside) > 100
    assert inside <= places.keys()
    for item in found:
        if destination(item) is None:
            assert str(item["/A"]["/URI"]).startswith("https://"), item


def test_every_claim_stands_with_its_address_and_leads_to_its_evidence(pdf, places, dossier):
    texts = [squeezed(page) for page in pdf.pages]
    for claim in dossier.claims.values():
        number = places[links.claim(claim)]
        assert f"{builds.SITE_URL}{links.claim(claim)}" in texts[number - 1], claim.id
        leads_to = {destination(item) for item in annotations(pdf.pages[number - 1])}
        assert links.evidence(claim) in leads_to
    for question in dossier.all_questions:
        assert f"{builds.SITE_URL}{links.question(question)}" in "".join(texts)


def test_a_second_printing_differs_in_nothing_but_the_browser_s_choice_of_glyphs(pdf, root):
    """Two digits may come out in another form of the same figure; nothing else may differ."""

    def told(pdf):
        links = [[(str(a["/Rect"]), destination(a)) for a in annotations(p)] for p in pdf.pages]
        tags = [(str(o["/S"]), str(o.get("/ID"))) for o in objects(pdf) if "/S" in o]
        return dict(pdf.metadata), links, tags

    assert told(PdfReader(BytesIO(printed(root)[1]))) == told(pdf)
    assert not {"/CreationDate", "/ModDate"} & pdf.metadata.keys()


def test_without_a_browser_it_says_what_to_do(root):
    done = builds.run("pdf", "--root", root, DOSSIER_CHROMIUM="/no/such/browser")
    assert done.returncode == 2
    assert done.stderr.startswith("error: no Chromium could be started; `make pdf`")
    assert "Traceback" not in done.stderr


# Pages of the site.

INTERFACE = (
    *(".md-header", ".md-sidebar--primary", ".md-sidebar--secondary", ".md-search", ".md-footer"),
    *(".md-top", ".md-skip", ".headerlink", ".path", ".around", "#filters", ".scroll-hint"),
    *("button", "select", "input", "output", ".on-screen"),
)


@pytest.fixture
def paper(visitor, kinds):
    """Opens a page as it is printed."""

    def paper(kind, width=PHONE, scheme="dark"):
        page = visitor.open(kinds[kind], width, scheme)
        page.emulate_media(media="print")
        return page

    return paper


KINDS = ("home", "visits", "one of visits", "one of sources", "compare", "timeline", "actors")


@pytest.mark.parametrize("kind", [*KINDS, "one of actors", "method", "data", "about"])
def test_on_paper_stand_the_words_and_not_the_interface(paper, kind):
    page = paper(kind)
    for selector in INTERFACE:
        shown = page.locator(selector).evaluate_all(
            """(all) => all.filter((e) => e.checkVisibility({visibilityProperty: true})
              && e.getClientRects().length).length"""
        )
        assert shown == 0, (kind, selector)
    assert page.locator("h1").is_visible()
    assert page.locator("p.address").inner_text() == page.url.partition("#")[0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_and_ink_black_whatever_the_reader_chose(paper, scheme):
    page = paper("one of visits", scheme=scheme)
    look = "(e) => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
    assert page.locator("body").evaluate(look) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    for selector in (".claim__statement", ".quote a", "h1", "h2"):
        assert page.locator(selector).first.evaluate(look)[0] == "rgb(0, 0, 0)", selector


@pytest.mark.parametrize("kind", ["one of visits", "compare"])
def test_what_is_folded_away_is_open(paper, kind):
    page = paper(kind)
    heights = page.locator(".md-content details:not([open])").evaluate_all(
        """(all) => all.filter((e) => e.checkVisibility())
          .map((e) => e.getBoundingClientRect().height
            - e.querySelector("summary").getBoundingClientRect().height)"""
    )
    assert len(heights) > 5
    assert min(heights) > 5


def test_a_claim_and_a_question_have_their_addresses_after_them(paper, site):
    after = "(e) => getComputedStyle(e, '::after').content"
    for kind, selector in (("one of visits", ".claim[id]"), ("compare", ".question[id]")):
        page = paper(kind)
        first = page.locator(selector).first
        wanted = f"{page.url.partition('#')[0]}#{first.get_attribute('id')}"
        assert first.evaluate(after).replace('" "', "").strip('"') == wanted


def test_wide_tables_fit_on_the_paper(paper):
    page = paper("compare", width=650)  # about as wide as the paper between its margins
    for table in page.locator(".wide").all():
        overflow, inner, outer = table.evaluate(
            "(e) => [getComputedStyle(e).overflow, e.scrollWidth, e.clientWidth]"
        )
        assert overflow == "visible"
        assert inner <= outer + 1


@pytest.mark.parametrize("kind", ["one of visits", "one of sources", "timeline"])
def test_a_page_is_printed_on_a4_with_its_numbers(paper, kind):
    page = paper(kind)
    pdf = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    for number, sheet in enumerate(pdf.pages, 1):
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == A4
        foot = [text for text, _, y in fragments(sheet) if y < 55]
        assert foot == [str(number)]
    assert page.url.partition("#")[0] in squeezed(pdf.pages[0])
