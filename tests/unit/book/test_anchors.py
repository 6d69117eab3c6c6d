from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.book.anchors import embed, href_of, id_of

BOOK = {"visits/1/", "sources/a/", "compare/"}
SITE = "https://example.org/dossier/"


def embedded(html, path="visits/1/", site="", deeper=0):
    return embed(html, path, BOOK, site, deeper)


def link(href, site=""):
    return embedded(f'<a href="{href}">x</a>', site=site)


class Text(HTMLParser):
    """What a reader of HTML sees of it."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.feed(html)
        self.close()

    def handle_data(self, data):
        self.text += data


@given(st.text())
def test_text_stays_as_it_is_to_the_letter(text):
    html = f'<p id="p1">{escape(text)}</p>'
    assert embedded(html) == f'<p id="visits/1/#p1">{escape(text)}</p>'


@given(st.text(st.characters(blacklist_characters="\r\n\0", blacklist_categories=["Cs"])))
def test_so_do_the_words_of_attributes(text):
    class Title(HTMLParser):
        def handle_starttag(self, tag, attrs):
            self.title = dict(attrs)["title"]

    reader = Title()
    reader.feed(embedded(f'<p title="{escape(text)}">x</p>'))
    assert reader.title == text


def test_references_to_characters_stay():
    assert embedded("<p>a&#13;&amp;&lt;b&gt;</p>") == "<p>a&#13;&amp;&lt;b&gt;</p>"


def test_the_same_anchor_on_two_pages_is_two_ids():
    assert embedded('<p id="x">', "visits/1/") != embedded('<p id="x">', "sources/a/")
    assert id_of("visits/1/", "x") == "visits/1/#x"
    assert id_of("visits/1/", "") == "visits/1/"


@pytest.mark.parametrize(
    ("href", "place"),
    [
        ("#x", "visits/1/#x"),
        ("../../sources/a/", "sources/a/"),
        ("../../sources/a/#q-1.x_2", "sources/a/#q-1.x_2"),
        ("../../compare/#question_1.y", "compare/#question_1.y"),
    ],
)
def test_a_link_to_a_page_of_the_book_stays_in_the_book(href, place):
    assert link(href) == link(href, SITE) == f'<a href="{href_of(place)}">x</a>'


def test_a_link_to_another_page_leads_to_the_site_where_its_address_is_known():
    assert link("../../data/texts/a.txt") == "<a>x</a>"
    assert link("../../data/texts/a.txt", SITE) == f'<a href="{SITE}data/texts/a.txt">x</a>'
    assert link("../../method/#y", SITE) == f'<a href="{SITE}method/#y">x</a>'


@pytest.mark.parametrize("href", ["https://example.com/a?b=1#c", "mailto:a@example.com"])
def test_a_link_beyond_the_site_stays(href):
    assert link(href) == f'<a href="{href}">x</a>'


def test_what_refers_to_an_id_refers_to_it_still():
    html = embedded('<svg aria-labelledby="a b"><path marker-end="url(#arrow)"/></svg>')
    assert 'aria-labelledby="visits/1/#a visits/1/#b"' in html
    assert 'marker-end="url(#visits/1/%23arrow)"/>' in html


def test_headings_are_lowered_and_no_further_than_there_are_levels():
    assert embedded("<h2>a</h2><h6>b</h6>", deeper=1) == "<h3>a</h3><h6>b</h6>"
    assert embedded("<header>a</header><hr>", deeper=1) == "<header>a</header><hr>"


def test_attributes_without_a_value_stay():
    assert embedded('<form hidden><input value="">') == '<form hidden><input value="">'
