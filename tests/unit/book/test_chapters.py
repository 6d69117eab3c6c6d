import re
from collections import Counter
from html import unescape
from urllib.parse import unquote

import pytest

from dossier.book.chapters import book_view, css_string, document, outline
from dossier.pages import links
from dossier.pages.presenter import Presenter
from dossier.pages.render import environment
from tests.helpers import checked, templates
from tests.unit.pages.test_render import Html
from tests.withheld import FULL, LINK_ONLY, SOURCE, excerpt, files_with, found_in

SITE = "https://example.org/dossier/"


@pytest.fixture(scope="module")
def book(dossier, words):
    """Makes the book: its view and its document."""
    env = environment(templates(), words)
    presenter = Presenter(dossier, words)

    def make(site=SITE, numbers=None):
        view = book_view(presenter, env, site, numbers or {})
        return view, document(view, env)

    return make


@pytest.fixture(scope="module")
def html(book):
    return book()[1]


def ids(html):
    return re.findall(r' id="([^"]+)"', html)


def body_of(html, start):
    """The document from an id to the next chapter."""
    return re.split(r'<section class="(?:part|chapter) ', html.partition(f'id="{start}"')[2])[0]


def test_no_id_stands_twice(html):
    assert [name for name, count in Counter(ids(html)).items() if count > 1] == []


def test_every_link_inside_leads_to_something(html):
    places = set(ids(html))
    inside = re.findall(r' href="#([^"]*)"', html)
    assert len(inside) > 100
    assert [href for href in inside if unquote(href) not in places] == []
    assert not re.search(r' href="(?!#|https?://|assets/)', html)


def test_every_claim_stands_under_its_address_with_its_quotes(html, dossier):
    for claim in dossier.claims.values():
        own = html.partition(f'id="{links.claim(claim)}"')[2].partition("</section>")[0]
        assert own, claim.id
        for index, quote in enumerate(claim.quotes):
            place = f"{links.source(claim.source)}#{links.evidence_anchor(claim, index)}"
            assert f'href="#{place.replace("#", "%23")}"' in own
            assert place in ids(html)
            assert quote.shown in own


def test_the_texts_of_the_sources_are_there_character_for_character(html, dossier):
    for source in dossier.sources.values():
        body = body_of(html, links.source(source))
        article = re.search(r'<article class="original".*?</article>', body, re.DOTALL)
        assert Html(article[0].replace("\n", "&#10;")).text == source.unabridged


@pytest.mark.parametrize(("rights", "words_shown"), [(LINK_ONLY, 0), (excerpt(8), 8), (FULL, 47)])
def test_the_book_shows_no_more_of_a_text_than_may_be(words, rights, words_shown):
    view = book_view(
        Presenter(checked(files_with(rights)), words), environment(templates(), words), SITE, {}
    )
    html = document(view, environment(templates(), words))
    assert len(found_in(unescape(re.sub("<[^>]*>", "", html)))) == words_shown
    assert len(found_in(html)) == words_shown
    assert f'id="sources/{SOURCE}/#q-2019-05.third_2"' in html


def test_every_question_actor_and_visit_is_there(html, dossier):
    wanted = {
        *(links.visit(visit) for visit in dossier.visits),
        *(links.actor(actor) for actor in dossier.actors),
        *(links.question(question) for question in dossier.all_questions),
        *(links.COMPARE, links.TIMELINE),
    }
    assert wanted <= set(ids(html))


def test_the_contents_name_the_pages_that_are_known(book):
    view, html = book(numbers={links.visit("2019-05"): 47})
    contents = html.partition('<nav class="contents"')[2].partition("</nav>")[0]
    assert re.search(r'href="#visits/2019-05/">(?:(?!</a>).)*>47<', contents)
    lines = contents.count("contents__number")
    assert contents.count(">000<") == lines - 1
    assert lines == contents.count("<a ")
    assert len(view.parts) == 5


def test_the_outline_names_what_the_contents_name_in_the_order_of_the_book(book):
    view, html = book()

    def walk(marks):
        for mark in marks:
            yield mark
            yield from walk(mark.marks)

    marks = list(walk(outline(view)))
    places = ids(html)
    order = [places.index(mark.id) for mark in marks]
    assert order == sorted(order)
    contents = html.partition('<nav class="contents"')[2].partition("</nav>")[0]
    named = [unquote(href) for href in re.findall(r'href="#([^"]*)"', contents)]
    assert [view.contents.id, *named] == [mark.id for mark in marks]


def test_the_address_of_the_site_is_written_only_where_it_is_known(book, html):
    assert f'<p class="address" dir="ltr">{SITE}visits/2019-05/</p>' in html
    unknown = book(site="")[1]
    assert '<p class="address" dir="ltr">/visits/2019-05/</p>' in unknown
    assert SITE not in unknown


@pytest.mark.parametrize("text", ['"; } a { b: "', "</style>", "\\", "\n", "عنوان «فيه» 2020"])
def test_nothing_ends_a_string_of_a_style_sheet(text):
    written = css_string(text)
    assert not re.search(r'["<>;{}\n]', written)
    back = re.sub(r"\\([0-9a-f]+) ", lambda match: chr(int(match[1], 16)), written)
    assert back == text
