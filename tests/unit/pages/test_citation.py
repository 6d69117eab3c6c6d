"""Sentences that name everyone through whom a statement came, and links to living words."""

from dossier.pages.citation import attribution, live_link
from dossier.pages.views import HopView

ARTICLE = "الشراع، 22 أيار 2019"


def told(words, *hops, voice=None):
    views = tuple(HopView(labels, traits) for labels, traits in hops)
    return attribution("رُفعت مرساة", ARTICLE, views, voice, words)


def test_an_article_that_speaks_for_itself(words):
    assert told(words) == f"بحسب {ARTICLE}، بصوته ومن غير إسناد: رُفعت مرساة."


def test_a_chain_is_told_from_the_article_inwards(words):
    inner = (("غواص",), ("بلا اسم", "عن حضور"))
    outer = (("وكالة البحر",), ())
    assert told(words, inner, outer) == (
        f"بحسب {ARTICLE}، نقلاً عن وكالة البحر، عن غواص (بلا اسم، عن حضور): رُفعت مرساة."
    )


def test_what_is_left_open_stays_open(words):
    either = (("غواص", "بحّار"), ())
    assert told(words, either, voice="لا يتضح كلام من هو") == (
        f"بحسب {ARTICLE}، نقلاً عن غواص أو بحّار (لا يتضح كلام من هو): رُفعت مرساة."
    )


def test_a_short_quote_is_sought_whole():
    assert live_link("https://a.example/x#top", "a-b, c") == (
        "https://a.example/x#:~:text=a%2Db%2C%20c"
    )


def test_of_a_long_quote_both_ends_are_sought():
    link = live_link("https://a.example/", " ".join("abcdefghijk"))
    assert link == "https://a.example/#:~:text=a%20b%20c%20d,h%20i%20j%20k"
