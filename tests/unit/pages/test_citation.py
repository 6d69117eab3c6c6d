"""Sentences that name everyone through whom a statement came, and links to living words."""

from dossier.pages.citation import attribution, live_link
from dossier.pages.views import HopView

ARTICLE = "بحسب «الشراع» (22 أيار 2019)"


def told(words, *hops, remark=None):
    views = tuple(HopView(labels, traits) for labels, traits in hops)
    return "رُفعت مرساة".join(attribution(ARTICLE, views, remark, words))


def test_an_article_that_speaks_for_itself(words):
    assert told(words, remark="كلام المقال نفسه") == f"{ARTICLE}: رُفعت مرساة. كلام المقال نفسه."


def test_one_teller(words):
    assert told(words, (("غواص",), ("بلا اسم",))) == (
        f"{ARTICLE}: رُفعت مرساة. الناقل: غواص (بلا اسم)."
    )


def test_a_chain_is_told_from_the_first_teller_on(words):
    inner = (("مسؤولان",), ("بلا اسم", "عن حضور"))
    outer = (("وكالة البحر",), ())
    assert told(words, inner, outer) == (
        f"{ARTICLE}: رُفعت مرساة. "
        "الناقلون، من الأصل إلى المقال: مسؤولان (بلا اسم، عن حضور)، ثم وكالة البحر."
    )


def test_what_is_left_open_stays_open(words):
    either = (("غواص", "بحّار"), ())
    assert told(words, either, remark="لا يتضح كلام من هو") == (
        f"{ARTICLE}: رُفعت مرساة. الناقل: غواص أو بحّار. لا يتضح كلام من هو."
    )


def test_a_short_quote_is_sought_whole():
    assert live_link("https://a.example/x#top", "a-b, c") == (
        "https://a.example/x#:~:text=a%2Db%2C%20c"
    )


def test_of_a_long_quote_both_ends_are_sought():
    link = live_link("https://a.example/", " ".join("abcdefghijk"))
    assert link == "https://a.example/#:~:text=a%20b%20c%20d,h%20i%20j%20k"
