"""Every word that is shown as a source's stands in the source."""

import hashlib
import json
import re
from html import unescape

import pytest
import yaml

pytestmark = pytest.mark.site


def folded(text):
    return " ".join(text.split())


def test_the_text_of_each_source_is_shown_character_for_character(site):
    assert site.texts
    for source, text in site.texts.items():
        assert site.pages[f"sources/{source}/index.html"].original == text


def test_the_texts_are_published_byte_for_byte(site):
    for source in site.data["sources"]:
        seed = (site.root / "seeds" / "sources" / f"{source['id']}.txt").read_bytes()
        assert site.files[source["text"]] == seed
        assert source["sha256"] == hashlib.sha256(seed).hexdigest()


def test_every_quote_is_the_words_at_its_place(site):
    for claim in site.data["claims"]:
        text = site.texts[claim["source"]]
        assert claim["quotes"], claim["id"]
        for quote in claim["quotes"]:
            start, end = quote["start"], quote["end"]
            assert text[start:end] == quote["exact"], claim["id"]
            assert text[:start].endswith(quote["prefix"]), claim["id"]
            assert text[end:].startswith(quote["suffix"]), claim["id"]


def test_the_quotes_are_those_of_the_seeds(site):
    """Read here by another reader of YAML; only white space may differ."""
    seeds = {}
    for path in sorted((site.root / "seeds" / "visits").glob("*.yml")):
        for claim in yaml.safe_load(path.read_text(encoding="utf-8"))["claims"]:
            quotes = claim["quote"] if isinstance(claim["quote"], list) else [claim["quote"]]
            words = [q if isinstance(q, str) else q["exact"] for q in quotes]
            seeds[f"{path.stem}.{claim['id']}"] = [folded(w) for w in words]
    published = {
        claim["id"]: [folded(quote["exact"]) for quote in claim["quotes"]]
        for claim in site.data["claims"]
    }
    assert published == seeds


def test_passages_are_the_lines_of_the_texts(site):
    for source in site.data["sources"]:
        text = site.texts[source["id"]]
        shown = [text[p["start"] : p["end"]] for p in source["passages"]]
        assert shown == [line.strip() for line in text.splitlines() if line.strip()]


def test_search_knows_every_page_passage_claim_and_question(site):
    raw = site.files["search/search_index.json"].decode("utf-8")
    assert not re.search(r"(?<!\\)\\u0[0-9a-f]{3}", raw), (
        "Arabic is written as escapes, six bytes a letter"
    )
    docs = {doc["location"]: doc for doc in json.loads(raw)["docs"]}
    for location in docs:
        path, _, anchor = location.partition("#")
        page = site.pages[f"{path}index.html"]
        assert not anchor or anchor in page.ids, location
    for item in (*site.data["claims"], *site.data["questions"]):
        words = item.get("statement", item.get("text"))
        assert unescape(docs[item["page"]]["title"]) == words
    for path in site.pages.keys() - {"404.html"}:
        assert path.removesuffix("index.html") in docs
    for source in site.data["sources"]:
        for passage in source["passages"]:
            location = f"{source['page']}#{passage['anchor']}"
            inside = any(
                span["start"] <= passage["start"] and passage["end"] <= span["end"]
                for span in source["furniture"]
            )
            assert (location in docs) != inside, location
            if not inside:
                words = site.texts[source["id"]][passage["start"] : passage["end"]]
                assert unescape(docs[location]["text"]) == words
