from dataclasses import fields

import pytest

from dossier.pages.presenter import Presenter
from dossier.pages.render import Slots, environment, pages
from dossier.site.stubs import TOKEN, Tokens, stub, stub_path
from tests.helpers import templates

SLOTS = Slots("t", "d", "k", "y", "f", "p", "h", "c", "b", "{}")


def test_tokens_depend_on_every_byte_and_name():
    made = [
        Tokens.of(inputs)
        for inputs in ({"a": b"x"}, {"a": b"y"}, {"b": b"x"}, {"a": b"x", "b": b""}, {"ax": b""})
    ]
    assert len({tokens.body for tokens in made}) == len(made)
    assert Tokens.of({"a": b"1", "b": b"2"}) == Tokens.of({"b": b"2", "a": b"1"})


def test_the_tokens_of_a_site_differ():
    tokens = Tokens.of({})
    shared = {"site": "s", "lost": "l"}
    values = tokens.values(shared, SLOTS)
    assert sorted(values.values()) == ["b", "c", "d", "f", "h", "k", "l", "p", "s", "t", "y", "{}"]
    assert all(TOKEN.fullmatch(token) for token in values)
    assert tokens.values(shared, None) == {tokens.site: "s", tokens.lost: "l"}


def test_a_stub_shows_the_engine_no_word_of_a_page(words):
    data = stub(environment(templates(), words), Tokens.of({})).decode()
    assert data.isascii()
    assert len(TOKEN.findall(data)) == len(fields(Slots))
    for line in TOKEN.sub("", data).splitlines():
        assert not line.strip() or line.split()[0] in (
            "---",
            "title:",
            "description:",
            "kind:",
            "layout:",
            "faces:",
            "contents:",
            "linked_data:",
            "#",
        )


def test_a_stub_stands_where_its_page_will(dossier, words):
    paths = {stub_path(page) for page in pages(Presenter(dossier, words))}
    assert {"index.md", "visits/index.md", "visits/2019-05/index.md"} <= paths


@pytest.mark.parametrize("text", ["zqoqz", "zqo" + "a" * 23 + "qz", "zqo" + "g" * 24 + "qz"])
def test_what_only_looks_like_a_token_is_none(text):
    assert not TOKEN.search(text)
