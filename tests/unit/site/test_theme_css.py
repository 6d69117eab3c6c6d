"""Of the theme's rules those stay that a page or a script can ask for."""

import pytest

from dossier.site.theme_css import trimmed, words_of

WORDS = words_of(['<p class="box box--wide" id="top">', 'e.classList.add("is-open")'])


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".box{a:b}", ".box{a:b}"),
        (".gone{a:b}", ""),
        (".box .gone{a:b}", ""),
        (".gone,.box>p{a:b}", ".box>p{a:b}"),
        (".box.is-open{a:b}", ".box.is-open{a:b}"),
        (".box:not(.gone){a:b}", ".box:not(.gone){a:b}"),
        (":is(.gone,.box) p{a:b}", ":is(.gone,.box) p{a:b}"),
        ("p,a:hover{a:b}", "p,a:hover{a:b}"),
        ("@media print{.gone{a:b}.box{c:d}}", "@media print{.box{c:d}}"),
        ("@media print{.gone{a:b}}", ""),
        ("@supports (a:b){@media print{.box{c:d}}}", "@supports (a:b){@media print{.box{c:d}}}"),
        ("@keyframes gone{0%{a:b}to{a:c}}", "@keyframes gone{0%{a:b}to{a:c}}"),
        ('@charset "utf-8";.box{a:b}', '@charset "utf-8";.box{a:b}'),
        ('.box:after{content:"}.gone{"}', '.box:after{content:"}.gone{"}'),
        ('[href$=".pdf"]{a:b}', '[href$=".pdf"]{a:b}'),
    ],
)
def test_rules(css, kept):
    assert trimmed(css, WORDS) == kept


def test_a_property_stays_while_a_rule_that_stays_uses_it():
    css = ":root{--one:url('data:x;y');--two:2}.box{a:var(--one)}.gone{a:var(--two)}"
    assert trimmed(css, WORDS) == ":root{--one:url('data:x;y');}.box{a:var(--one)}"
