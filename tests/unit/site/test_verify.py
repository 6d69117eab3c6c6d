import pytest

from dossier.site.policy import POLICY
from dossier.site.verify import verify
from tests.helpers import ANCHOR, STORM, checked, rendered
from tests.withheld import LINK_ONLY, SOURCE, WORDS, excerpt, files_with

SHELL = (
    '<!doctype html><html><head><meta charset="utf-8">'
    f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
)


def page(html):
    """A page in the barest shell."""
    return f"{SHELL}{html}".encode()


@pytest.fixture(scope="module")
def site(dossier, words):
    """A site of the right pages."""
    pages = {
        f"{path}index.html": page(f"<title>{s.title}</title>{s.path}{s.body}")
        for path, s in rendered(dossier, words).items()
    }
    names = ("data/dossier.json", "data/dossier.schema.json", "data/claims.csv", "manifest.json")
    texts = {f"data/texts/{source}.txt": b"" for source in dossier.sources}
    return {**pages, **texts, **dict.fromkeys(names, b"")}


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


@pytest.mark.parametrize("rights", [LINK_ONLY, excerpt(8)])
def test_of_a_text_that_is_withheld_only_what_may_be_shown_is_right(words, rights):
    dossier = checked(files_with(rights))
    page = f"sources/{SOURCE}/index.html"
    pages = {f"{p}index.html": s.body for p, s in rendered(dossier, words).items()}

    def wrong(html):
        files = {path: text.encode() for path, text in {**pages, page: html}.items()}
        return any("character for character" in text for text in verify(files, dossier, ""))

    assert not wrong(pages[page])
    start, article = pages[page].partition("<article")[::2]
    for old, new in (
        ('<span class="omitted">', "<span>"),
        ('<span class="omitted">', '<span class="omitted"></span><span class="omitted">'),
        ("</p>", f" {WORDS[33]}</p>"),
        ("</article>", "."),
    ):
        assert old in article
        assert wrong(f"{start}<article{article.replace(old, new, 1)}"), new


def test_a_missing_page_of_a_source_is_found(site, dossier):
    found = verify({**site, f"sources/{STORM}/index.html": page("")}, dossier, "")
    assert f"sources/{STORM}/index.html does not show the text" in found[0]


def test_a_missing_page_of_a_visit_is_found(site, dossier):
    found = verify({p: d for p, d in site.items() if p != VISIT_PAGE}, dossier, "")
    assert "visits/2019-05/#headline is missing" in found


def test_pages_are_counted(site, dossier):
    found = verify({**site, "sources/stray/index.html": page("")}, dossier, "")
    assert found == ["sources/stray/index.html is a page of nothing in the dossier"]
    gone = "actors/cape-wind/index.html"
    assert f"{gone} is missing" in verify({p: d for p, d in site.items() if p != gone}, dossier, "")


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
    twice = {**site, "about/index.html": page("<p id=a><b id=a></b><i id=b>")}
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
    found = verify({**site, "about/index.html": page(html)}, dossier, "")
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
        ("<script rel=canonical src='{}'>", "https://cdn.example/x.js"),
    ],
)
def test_what_a_page_loads_from_elsewhere_is_found(site, dossier, html, address):
    loading = page(html.format(address))
    assert verify({**site, "about/index.html": loading}, dossier, "") == [
        f"about/index.html loads something from elsewhere: {address}"
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<a href='https://elsewhere.example/' rel='noopener noreferrer'>",
        "<link rel=canonical href='https://a.example/about/'>",
        "<a href='../'>", "<a href='..'>", "<a href='.'>", "<a href=''>", "<a href='#'>",
        "<a href='../visits/2019-05/#headline'>", "<a href='/visits/'>", "<a href='?x=1'>",
        "<a id='ع' href='#%D8%B9'>", "<a href='../data/claims.csv' download>",
    ],
)  # fmt: skip
def test_an_address_that_leads_somewhere_is_fine(site, dossier, html):
    assert verify({**site, "about/index.html": page(html)}, dossier, "") == []


def test_addresses_from_the_root_count_from_where_the_site_will_stand(site, dossier):
    inside, outside = page("<a href='/dossier/visits/'>"), page("<a href='/visits/'>")
    address = "https://a.example/dossier/"
    assert verify({**site, "404.html": inside}, dossier, address) == []
    assert len(verify({**site, "404.html": inside}, dossier, "https://a.example/")) == 1
    assert len(verify({**site, "404.html": outside}, dossier, address)) == 1


def test_a_page_without_the_policy_is_found(site, dossier):
    wanted = f' content="{POLICY}"'
    for path in ("404.html", "about/index.html"):
        for altered in ("", wanted.replace("'none'", "*", 1)):
            html = page("<h1>x</h1>").decode().replace(wanted, altered)
            assert verify({**site, path: html.encode()}, dossier, "") == [
                f"{path} does not begin with the policy"
            ]


def test_what_the_policy_would_block_is_found_on_any_page(site, dossier):
    html = page("<p onclick='x()'>")
    for path in ("404.html", "about/index.html"):
        assert verify({**site, path: html}, dossier, "") == [
            f"{path} holds a script in an attribute: onclick"
        ]


def test_of_an_attribute_that_is_given_twice_the_first_is_looked_at(site, dossier):
    html = page("<a href='javascript:x()' href='../'>")
    assert verify({**site, "about/index.html": html}, dossier, "") == [
        "about/index.html holds a link that a browser might run: javascript:x()"
    ]
