"""Of the theme's rules those stay that a page or a script can ask for."""

import pytest

from dossier.site.theme_css import trimmed

PAGES = ['<p class="box box--wide" data-tone="red">', '<table class="plain">']
OTHERS = ['e.classList.add("md-open"), word = "gone"', "a{b:var(--md-three)}"]


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".box{a:b}", ".box{a:b}"),
        (".gone{a:b}", ""),
        (".box .gone{a:b}", ""),
        (".gone,.box>p{a:b}", ".box>p{a:b}"),
        (".box.md-open{a:b}", ".box.md-open{a:b}"),
        (".box:not(.gone){a:b}", ".box:not(.gone){a:b}"),
        (":is(.gone,.box) p{a:b}", ":is(.gone,.box) p{a:b}"),
        ("p,a:hover{a:b}", "p,a:hover{a:b}"),
        ("@media print{.gone{a:b}.box{c:d}}", "@media print{.box{c:d}}"),
        ("@media print{.gone{a:b}}", ""),
        ("@supports (a:b){@media print{.box{c:d}}}", "@supports (a:b){@media print{.box{c:d}}}"),
        ("@keyframes gone{0%{a:b}to{a:c}}", "@keyframes gone{0%{a:b}to{a:c}}"),
        ('@charset "utf-8";.box{a:b}', '@charset "utf-8";.box{a:b}'),
        ('.box:after{content:"}.gone{"}', '.box:after{content:"}.gone{"}'),
        ("[data-tone=red]{a:b}", "[data-tone=red]{a:b}"),
        ('[data-tone="blue"]{a:b}', ""),
        ("[data-md-color-switching] *,.box{a:b}", ".box{a:b}"),
        ("table:not([class]) td{a:b}", "table.plain td{a:b}"),
        ('[href$=".pdf"]{a:b}', '[href$=".pdf"]{a:b}'),
    ],
)
def test_rules(css, kept):
    assert trimmed({"a.css": css}, PAGES, OTHERS) == {"a.css": kept}


def test_a_property_stays_while_a_rule_that_stays_uses_it_in_any_sheet():
    sheets = {
        "a.css": ":root{--one:url('data:x;y');--two:2;--md-three:3}.gone{a:var(--two)}",
        "b.css": ".box{a:var(--one)}",
    }
    made = trimmed(sheets, PAGES, OTHERS)
    assert made == {
        "a.css": ":root{--one:url('data:x;y');--md-three:3}",
        "b.css": ".box{a:var(--one)}",
    }
