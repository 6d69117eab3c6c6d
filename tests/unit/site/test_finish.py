from dataclasses import replace

import pytest

from dossier.pages.render import Slots
from dossier.problems import DossierError
from dossier.site.finish import finish
from dossier.site.stubs import Tokens

TOKENS = Tokens.of({"x": b"y"})
SHARED = {"site": "الموقع", "lost": "<p>ضللت</p>"}
SLOTS = Slots("ت", "د", "ك", "ش", "", "<nav></nav>", "ر", "<ul></ul>", "<section>ن</section>", "{}")


def page(html, slots=SLOTS, path="a/index.html"):
    made = finish({path: html.encode()}, {"a/": slots} if slots else {}, TOKENS, SHARED)
    return made[path].decode()


def test_words_stand_where_the_tokens_stood():
    html = f"<title>{TOKENS.title} - {TOKENS.site}</title><p>{TOKENS.body}</p>"
    assert page(html) == "<title>ت - الموقع</title><section>ن</section>"


def test_a_page_that_people_wrote_has_only_what_all_pages_share():
    html = f"<title>{TOKENS.site}</title>{TOKENS.lost}"
    assert page(html, slots=None) == "<title>الموقع</title><p>ضللت</p>"
    with pytest.raises(DossierError, match="stands for nothing"):
        page(f"<p>{TOKENS.body}</p>", slots=None)


def test_a_token_of_another_site_is_an_error():
    with pytest.raises(DossierError, match="stands for nothing"):
        page(Tokens.of({}).title)


def test_words_that_look_like_a_token_are_not_replaced_again():
    slots = replace(SLOTS, heading=TOKENS.body)
    assert page(f"<h1>{TOKENS.heading}</h1>", slots) == f"<h1>{TOKENS.body}</h1>"


def test_words_are_put_in_as_they_are():
    slots = replace(SLOTS, body=r"\1 \g<0> $1 {x}")
    assert page(TOKENS.body, slots) == slots.body


def test_a_page_that_the_engine_left_out_is_an_error():
    with pytest.raises(DossierError, match="left out a page: a/"):
        finish({}, {"a/": SLOTS}, TOKENS, SHARED)


def test_what_no_one_asks_for_is_left_out():
    kept = {"index.html": b"", "assets/javascripts/bundle.js": b"x", "sitemap.xml": b"<loc/>"}
    extra = {
        "assets/javascripts/bundle.js.map": b"",
        "assets/javascripts/lunr/min/lunr.de.min.js": b"",
        "sitemap.xml.gz": b"",
    }
    assert finish({**kept, **extra}, {}, TOKENS, SHARED) == kept


def test_the_day_of_the_build_leaves_no_trace():
    data = b"<url>\n  <loc>x</loc>\n  <lastmod>2026-01-01</lastmod>\n</url>"
    made = finish({"sitemap.xml": data}, {}, TOKENS, SHARED)
    assert made["sitemap.xml"] == b"<url>\n  <loc>x</loc>\n</url>"


def test_files_that_are_no_pages_keep_their_bytes():
    files = {"assets/a.png": b"\xff\x00", "data/x.json": TOKENS.body.encode()}
    assert finish(files, {}, TOKENS, SHARED) == files


def test_the_scheme_is_not_said_in_the_head_by_a_script():
    path = "assets/javascripts/bundle.0a1b.min.js"
    made = finish({path: b'x("meta",{name:"color-scheme"})'}, {}, TOKENS, SHARED)
    assert made[path] == b'x("meta",{name:"not-color-scheme"})'
