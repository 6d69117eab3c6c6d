"""Every word that is shown as a source's stands in the source."""

import hashlib
import json
import re

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


def found_by_search(site):
    """What the search can find: the text of each address."""
    blocks = [d for p, d in site.files.items() if re.fullmatch(r"search/\w+/entries-\d+\.json", p)]
    return {
        f"{page}#{anchor}" if anchor else page: (kind, text)
        for block in blocks
        for page, _, _, entries in json.loads(block)[1]
        for kind, anchor, _, text in entries
    }


def test_search_finds_every_passage_claim_question_visit_and_actor(site):
    found = found_by_search(site)
    for claim in site.data["claims"]:
        assert found[claim["page"]] == ("claim", claim["statement"])
    for question in site.data["questions"]:
        assert found[question["page"]][0] == "question"
    for visit in site.data["visits"]:
        assert found[visit["page"]][0] == "visit"
    for actor in site.data["actors"]:
        assert found[f"actors/{actor['id']}/"][0] == "actor"
    for source in site.data["sources"]:
        for passage in source["passages"]:
            address = f"{source['page']}#{passage['anchor']}"
            inside = any(
                span["start"] <= passage["start"] and passage["end"] <= span["end"]
                for span in source["furniture"]
            )
            assert (address in found) != inside, address
            if not inside:
                words = site.texts[source["id"]][passage["start"] : passage["end"]]
                assert found[address] == ("passage", words)


def test_whatever_the_search_finds_is_there(site):
    for address in found_by_search(site):
        path, _, anchor = address.partition("#")
        assert not anchor or anchor in site.pages[f"{path}index.html"].ids, address


def test_nothing_of_the_theme_s_search_is_published(site):
    assert not [p for p in site.files if "lunr" in p or "/workers/" in p or "search_index" in p]
