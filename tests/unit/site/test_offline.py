import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.site.offline import offline
from dossier.site.policy import POLICY
from dossier.site.verify import verify_offline
from tests.helpers import ANCHOR, rendered

OWN = {"assets/scripts/search/offline.js": b"first;\n"}
BOX = "assets/scripts/search/box.js"


def of(files):
    return offline({BOX: b"box;\n", **files}, OWN)


def page(html, path="a/index.html"):
    return of({path: html.encode()})[path].decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="../b/">', '<a href="../b/index.html">'),
        ("<a href='../b/#x'>", '<a href="../b/index.html#x">'),
        ("<a href=../b/>", '<a href="../b/index.html">'),
        ("<A\n  HREF = '..' class=x>", '<A\n  HREF="../index.html" class=x>'),
        ('<a title="a > b/" href="./">', '<a title="a > b/" href="./index.html">'),
        ('<a href="b/?x=1&amp;y=2">', '<a href="b/index.html?x=1&amp;y=2">'),
        ('<a href="b/?x=%22&quot;">', '<a href="b/index.html?x=%22&quot;">'),
        ('<form action="../b/">', '<form action="../b/index.html">'),
        ('<link rel="next" href="../b/">', '<link rel="next" href="../b/index.html">'),
        ('<svg><a xlink:href="b/"/></svg>', '<svg><a xlink:href="b/index.html"/></svg>'),
        ('<svg><a href="b/#p1"><g/></a></svg>', '<svg><a href="b/index.html#p1"><g/></a></svg>'),
        ('<template><a href="b/"></template>', '<template><a href="b/index.html"></template>'),
        ('سطر\n<p>سطر\r\n</p><a href="b/">', 'سطر\n<p>سطر\r\n</p><a href="b/index.html">'),
    ],
)  # fmt: skip
def test_an_address_names_its_file(before, after):
    assert page(before) == after


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://a.example/" title="../b/">../b/</a>',
        '<p data-href="../b/" id="b/" class="b/">href="../b/" &lt;a href="../b/"&gt;</p>',
        '<!-- <a href="../b/"> --><!doctype html>',
        "<script>var a = '<a href=\"../b/\">';</script>",
        '<script type="application/ld+json">{"url": "<a href=\\"../b/\\">"}</script>',
        '<style>a::after{content:"<a href=../b/>"}</style>',
        '<meta name="referrer" content="no-referrer"><meta charset="utf-8">',
        '<link rel="canonical" href="https://a.example/b/"><img src="a.png" srcset="b.png 2x">',
        "<p>5 < 6 & 7 > 3\u00a0\u200f\u2028 &#13;&nbsp;</p><br/><input disabled>",
        '<a href="#x"></a><a href="?y"></a><a href=""></a><a href></a>',
    ],
)
def test_whatever_is_no_address_of_a_page_stays_as_it_is(html):
    assert page(html) == html


@given(st.text(st.sampled_from("<>&\"'=/ \n\r\u00a0\u2028#?.aسhref!-")))
def test_words_stay_character_for_character(words):
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    escaped = escaped.replace("\r", "&#13;")
    html = '<article class="original">{}</article>\n<a title="{}" href="{}">x</a>'
    quoted = escaped.replace('"', "&quot;")
    assert page(html.format(escaped, quoted, "b/")) == html.format(escaped, quoted, "b/index.html")


def test_a_picture_of_its_own_is_a_page_too():
    svg = '<?xml version="1.0"?><svg xmlns:xlink="x/"><a xlink:href="../visits/"><g/></a></svg>'
    named = svg.replace("../visits/", "../visits/index.html")
    assert page(svg, "pictures/a.svg") == named


@pytest.mark.parametrize(
    "tag",
    [
        '<link rel="preload" href="a.woff2" as="font" crossorigin>',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
    ],
)
def test_what_only_serves_the_web_is_left_out(tag):
    assert page(f'<head>{tag}<meta charset="utf-8">') == '<head><meta charset="utf-8">'


def test_files_of_servers_are_left_out_and_all_else_stays():
    others = {"data/a.json": b'{"href": "../"}', "a.css": b"\xff"}
    files = of({"404.html": b"x", "sitemap.xml": b"x", **others})
    assert files == {**OWN, BOX: b"first;\nbox;\n", **others}


def handed(script):
    """What a browser would be given: the one argument, which JSON and JavaScript write alike."""
    start, end = "document.currentScript.handOver(", ");\n"
    assert script.startswith(start)
    assert script.endswith(end)
    return json.loads(script[len(start) : -len(end)])


@pytest.mark.parametrize("text", ['{"a": "\\"\\n"}', "سطر\tسطر\nسطر", "</script>\u2028\\"])
def test_what_the_search_fetches_is_handed_over_by_a_script(text):
    files = of({"search/abc/known.txt": text.encode()})
    assert "search/abc/known.txt" not in files
    assert handed(files["search/abc/known.txt.js"].decode()) == text


def test_results_name_their_files():
    entry = ["passage", "p1", 0, "نص/"]
    groups = [["visits/1/", "عنوان", "visit", [entry]], ["", "أول", "source", []]]
    block = json.dumps([["فقرة"], groups]).encode()
    files = of({"search/abc/entries-0.json": block})
    labels, named = json.loads(handed(files["search/abc/entries-0.json.js"].decode()))
    assert labels == ["فقرة"]
    assert [group[0] for group in named] == ["visits/1/index.html", "index.html"]
    assert [group[1:] for group in named] == [group[1:] for group in groups]


# Proved like the site


@pytest.fixture(scope="module")
def files(dossier, words):
    """The invented dossier's pages in the barest shell, for readers without a server."""
    pages = {
        f"{path}index.html": f"<!doctype html><title>{s.title}</title>{s.path}{s.body}".encode()
        for path, s in rendered(dossier, words).items()
    }
    names = ("data/dossier.json", "data/dossier.schema.json", "data/claims.csv", "manifest.json")
    texts = {f"data/texts/{source}.txt": b"" for source in dossier.sources}
    return of({**pages, **texts, **dict.fromkeys(names, b"")})


def test_the_right_files_may_be_packed(files, dossier):
    assert verify_offline(files, dossier) == []


@pytest.mark.parametrize(
    ("link", "problem"),
    [
        ("../visits/", "leads to nothing: ../visits/"),
        ("..", "leads to nothing: .."),
        ("/visits/index.html", "leads out of the site"),
        ("../../index.html", "leads to nothing"),
        ("../visits/index.html#none", "leads to an anchor that is not there"),
    ],
)
def test_an_address_that_only_a_server_answers_is_found(files, dossier, link, problem):
    path = "actors/index.html"
    html = files[path] + f'<a href="{link}">x</a>'.encode()
    (found,) = verify_offline({**files, path: html}, dossier)
    assert found.startswith(f"{path} {problem}")


def test_an_altered_text_is_found(files, dossier):
    path = f"sources/{ANCHOR}/index.html"
    altered = files[path].replace("\u00a0".encode(), b" ")
    assert verify_offline({**files, path: altered}, dossier) == [
        f"{path} does not show the text of {ANCHOR} character for character"
    ]


def test_a_result_that_leads_nowhere_is_found(files, dossier):
    group = ["sources/none/", "عنوان", "source", [["passage", "p1", 0, "نص"]]]
    block = json.dumps([["فقرة"], [group]]).encode()
    script = of({"search/abc/entries-0.json": block})
    assert verify_offline({**script, **files}, dossier) == [
        "the search leads to sources/none/index.html#p1, which is not there"
    ]
