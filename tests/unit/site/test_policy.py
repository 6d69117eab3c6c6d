import base64
import hashlib
import re

import pytest

from dossier.site.policy import OPENING, POLICY, allowing, breaches, is_guarded

GUARD = {"http-equiv": "Content-Security-Policy", "content": POLICY}
PAGE = [("html", {"lang": "ar"}), ("head", {}), ("meta", {"charset": "utf-8"}), ("meta", GUARD)]


def directives():
    return {name: values for name, *values in (part.split() for part in POLICY.split("; "))}


def test_the_policy_allows_the_site_itself_and_nothing_else():
    allowed = {value for values in directives().values() for value in values}
    assert allowed == {"'none'", "'self'", "data:"}
    assert [name for name, values in directives().items() if "data:" in values] == ["img-src"]


def test_what_is_not_named_is_refused():
    assert directives()["default-src"] == ["'none'"]
    # These two have no default: what is not said of them is allowed.
    assert directives()["base-uri"] == directives()["form-action"] == ["'none'"]


def test_the_policy_can_stand_in_an_attribute():
    assert re.fullmatch(r"[a-z':; -]+", POLICY)


def test_a_page_begins_with_its_encoding_and_the_policy():
    assert is_guarded(PAGE)
    assert len(PAGE) == len(OPENING)


@pytest.mark.parametrize(
    "opening",
    [
        PAGE[:3],
        [PAGE[0], PAGE[1], PAGE[3], PAGE[2]],
        [*PAGE[:2], ("script", {"src": "x.js"}), PAGE[3]],
        [*PAGE[:3], ("meta", {"name": "viewport", "content": POLICY})],
        [*PAGE[:3], ("meta", {**GUARD, "content": POLICY.replace("'none'", "'self'", 1)})],
        [*PAGE[:3], ("meta", {**GUARD, "http-equiv": "Content-Security-Policy-Report-Only"})],
        [PAGE[0], ("body", {}), *PAGE[2:]],
        [],
    ],
)
def test_a_page_that_begins_otherwise_is_not_guarded(opening):
    assert not is_guarded(opening)


def test_one_script_may_be_let_run():
    script = b"\nreload('\xd8\xb9');\n"
    digest = base64.b64encode(hashlib.sha256(script).digest()).decode()
    page = f'<meta content="{POLICY}"><p>{POLICY}'
    allowed = POLICY.replace("script-src 'self'", f"script-src 'self' 'sha256-{digest}'")
    assert allowing(page.encode(), script) == f'<meta content="{allowed}"><p>{POLICY}'.encode()


@pytest.mark.parametrize(
    ("name", "attributes", "breach"),
    [
        ("script", {}, "a script that is no file"),
        ("script", {"type": "module"}, "a script that is no file"),
        ("script", {"type": "text/javascript"}, "a script that is no file"),
        ("script", {"type": "importmap"}, "a script that is no file"),
        ("script", {"href": "a.js"}, "a script that is no file"),
        ("style", {}, "an element that no page may have: style"),
        ("base", {"href": "/"}, "an element that no page may have: base"),
        ("iframe", {"srcdoc": "x"}, "an element that no page may have: iframe"),
        ("object", {"data": "a.svg"}, "an element that no page may have: object"),
        ("embed", {"src": "a.svg"}, "an element that no page may have: embed"),
        ("set", {"attributename": "href"}, "an element that no page may have: set"),
        ("meta", {"http-equiv": "refresh", "content": "0"}, "an order to the browser: refresh"),
        ("meta", {"http-equiv": "Set-Cookie"}, "an order to the browser: Set-Cookie"),
        ("p", {"style": ""}, "a style in an attribute"),
        ("svg", {"onload": "x()"}, "a script in an attribute: onload"),
        ("img", {"src": "x", "onerror": ""}, "a script in an attribute: onerror"),
        ("a", {"href": "javascript:x()"}, "a link that a browser might run: javascript:x()"),
        ("a", {"href": " JaVa\tscript:x()"}, "a link that a browser might run:  JaVa\tscript:x()"),
        ("a", {"xlink:href": "data:,x"}, "a link that a browser might run: data:,x"),
    ],
)  # fmt: skip
def test_what_could_run_or_change_a_page_is_named(name, attributes, breach):
    assert list(breaches(name, attributes)) == [breach]


@pytest.mark.parametrize(
    ("name", "attributes"),
    [
        ("script", {"src": "assets/scripts/dossier.js"}),
        ("script", {"src": "a.js", "type": "module"}),
        ("script", {"type": "application/ld+json"}),
        ("script", {"type": "application/json", "id": "x"}),
        ("meta", GUARD),
        ("meta", {"charset": "utf-8"}),
        ("meta", {"name": "referrer", "content": "no-referrer"}),
        ("link", {"rel": "stylesheet", "href": "a.css"}),
        ("a", {"href": "../visits/#claim"}),
        ("a", {"id": "x"}),
        ("a", {"href": "mailto:a@b.example"}),
        ("p", {"class": "one", "title": "style onclick=javascript:"}),
    ],
)
def test_what_a_page_is_made_of_is_fine(name, attributes):
    assert list(breaches(name, attributes)) == []


@pytest.mark.parametrize("address", ["https://a.example/", "//a.example/", "http:a.example"])
def test_a_link_elsewhere_lets_go_of_the_page(address):
    for apart in ({"rel": "noopener noreferrer"}, {"rel": "external NoReferrer noopener"}):
        assert list(breaches("a", {"href": address, **apart})) == []
    for close in ({}, {"rel": "noopener"}, {"rel": "noreferrer"}, {"rel": "noopenernoreferrer"}):
        assert list(breaches("a", {"href": address, **close})) == [
            f"a link elsewhere that is not noopener noreferrer: {address}"
        ]
