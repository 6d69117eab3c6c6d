import pytest

from dossier.site.verify import verify
from tests.helpers import ANCHOR, STORM, rendered


@pytest.fixture(scope="module")
def site(dossier, words):
    """A site of the right pages, in the barest shell."""
    pages = {
        f"{path}index.html": f"<!doctype html><title>{s.title}</title>{s.path}{s.body}".encode()
        for path, s in rendered(dossier, words).items()
    }
    names = ("dossier.json", "dossier.schema.json", "claims.csv")
    texts = {f"data/texts/{source}.txt": b"" for source in dossier.sources}
    return {**pages, **texts, **{f"data/{name}": b"" for name in names}}


def changed(site, path, old, new):
    html = site[path].decode()
    assert html.count(old) == 1, f"{old!r} occurs {html.count(old)} times"
    return {**site, path: html.replace(old, new).encode()}


ANCHOR_PAGE, VISIT_PAGE = f"sources/{ANCHOR}/index.html", "visits/2019-05/index.html"


def test_the_right_site_may_be_published(site, dossier):
    assert verify(site, dossier, "") == []
    assert verify(site, dossier, "https://a.example/dossier/") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<span class="gap">\n</span></article>', "</article>"),
        ('class="original"', 'class="originale"'),
        ("ومن المنتظر", "ومن  المنتظر"),
        ("\u00a0", " "),
    ],
    ids=["a line end less", "no text at all", "a space more", "another space"],
)  # fmt: skip
def test_an_altered_text_is_found(site, dossier, old, new):
    html = site[ANCHOR_PAGE].decode()
    start = html.index('<article class="original"')
    altered = html[:start] + html[start:].replace(old, new, 1)
    assert altered != html
    assert verify({**site, ANCHOR_PAGE: altered.encode()}, dossier, "")[0] == (
        f"{ANCHOR_PAGE} does not show the text of {ANCHOR} character for character"
    )


def test_a_missing_page_of_a_source_is_found(site, dossier):
    found = verify({**site, f"sources/{STORM}/index.html": b""}, dossier, "")
    assert f"sources/{STORM}/index.html does not show the text" in found[0]


def test_pages_are_counted(site, dossier):
    found = verify({**site, "sources/stray/index.html": b""}, dossier, "")
    assert found == ["sources/stray/index.html is a page of nothing in the dossier"]
    page = "actors/cape-wind/index.html"
    assert f"{page} is missing" in verify({p: d for p, d in site.items() if p != page}, dossier, "")


def test_a_second_text_on_a_page_is_found(site, dossier):
    second = changed(
        site, ANCHOR_PAGE, "</article>", '</article><article class="original"></article>'
    )
    assert verify(second, dossier, "") == [
        f"{ANCHOR_PAGE} does not show the text of {ANCHOR} character for character"
    ]


def test_a_missing_anchor_of_a_claim_is_found(site, dossier):
    found = verify(changed(site, VISIT_PAGE, 'id="headline"', 'id="head"'), dossier, "")
    assert "visits/2019-05/#headline is missing" in found
    assert any(f"{ANCHOR_PAGE} leads to an anchor that is not there" in text for text in found)


def test_a_missing_anchor_of_a_quote_is_found(site, dossier):
    found = verify(changed(site, ANCHOR_PAGE, 'id="q-2019-05.headline"', ""), dossier, "")
    assert f"sources/{ANCHOR}/#q-2019-05.headline is missing" in found


def test_an_id_that_occurs_twice_is_found(site, dossier):
    twice = {**site, "about/index.html": b"<p id=a><b id=a></b><i id=b>"}
    assert verify(twice, dossier, "") == ["about/index.html has 2 elements with the id a"]


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ("<a href='nowhere/'>", "leads to nothing: nowhere/"),
        ("<a href='../visits/2019-05'>", "leads to nothing: ../visits/2019-05"),
        ("<img src='/x.png'>", "leads to nothing: /x.png"),
        ("<a href='#x'>", "leads to an anchor that is not there: #x"),
        ("<a href='../visits/#x'>", "leads to an anchor that is not there: ../visits/#x"),
    ],
)  # fmt: skip
def test_an_address_that_leads_astray_is_found(site, dossier, html, problem):
    found = verify({**site, "about/index.html": html.encode()}, dossier, "")
    assert found == [f"about/index.html {problem}"]


@pytest.mark.parametrize(
    ("html", "address"),
    [
        ("<script src='{}'>", "https://cdn.example/x.js"),
        ("<img src='{}'>", "//cdn.example/x.png"),
        ("<img srcset='{} 2x'>", "https://cdn.example/x.png"),
        ("<link rel=stylesheet href='{}'>", "http://cdn.example/x.css"),
        ("<img src='{}'>", "data:image/png;base64,AA=="),
        ("<form action='{}'>", "https://a.example/"),
        ("<video poster='{}'>", "https://cdn.example/x.png"),
        ("<object data='{}'>", "https://cdn.example/x.svg"),
    ],
)
def test_what_a_page_loads_from_elsewhere_is_found(site, dossier, html, address):
    page = html.format(address).encode()
    assert verify({**site, "about/index.html": page}, dossier, "") == [
        f"about/index.html loads something from elsewhere: {address}"
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<a href='https://elsewhere.example/'>",
        "<link rel=canonical href='https://a.example/about/'>",
        "<a href='../'>", "<a href='..'>", "<a href='.'>", "<a href=''>", "<a href='#'>",
        "<a href='../visits/2019-05/#headline'>", "<a href='/visits/'>", "<a href='?x=1'>",
        "<a id='ع' href='#%D8%B9'>", "<a href='../data/claims.csv' download>",
    ],
)  # fmt: skip
def test_an_address_that_leads_somewhere_is_fine(site, dossier, html):
    assert verify({**site, "about/index.html": html.encode()}, dossier, "") == []


def test_addresses_from_the_root_count_from_where_the_site_will_stand(site, dossier):
    inside, outside = b"<a href='/dossier/visits/'>", b"<a href='/visits/'>"
    address = "https://a.example/dossier/"
    assert verify({**site, "404.html": inside}, dossier, address) == []
    assert len(verify({**site, "404.html": inside}, dossier, "https://a.example/")) == 1
    assert len(verify({**site, "404.html": outside}, dossier, address)) == 1
