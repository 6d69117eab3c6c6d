"""What pages tell those that link to them, and machines."""

import json
import re
import struct
from collections import Counter
from html.parser import HTMLParser
from urllib.parse import urldefrag

import pytest

from dossier.site.policy import POLICY
from tests.site import builds, pages

pytestmark = pytest.mark.site

BEGINNING = f"""
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="referrer" content="no-referrer">
"""
SCRIPT = re.compile(rb"<script([^>]*)>")


class Head(HTMLParser):
    """The `meta` elements and the JSON-LD of a page."""

    def __init__(self, data):
        super().__init__(convert_charrefs=True)
        self.metas, self.blocks, self.inside = [], [], False
        self.feed(data.decode())
        self.close()
        self.meta = dict(self.metas)
        assert len(self.meta) == len(self.metas), "something is said twice"

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.inside = tag == "script" and values.get("type") == "application/ld+json"
        if tag == "meta" and "content" in values:
            name = values.get("property") or values.get("http-equiv") or values["name"]
            self.metas.append((name, values["content"]))

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.blocks.append(json.loads(data))


@pytest.fixture(scope="module")
def heads(site):
    return {p: Head(d) for p, d in site.files.items() if p.endswith(".html") and p != "404.html"}


def nodes(value):
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, (dict, list)):
            yield from nodes(inner)


def test_every_page_has_a_title_and_a_description_of_its_own(site, heads):
    descriptions = Counter(head.meta["description"] for head in heads.values())
    assert [text for text, times in descriptions.items() if times > 1] == []
    assert min(map(len, descriptions)) > 50
    for path, head in heads.items():
        assert head.meta["og:description"] == head.meta["description"], path
        title = site.pages[path].title
        whole = head.meta["og:site_name"]
        assert title == (whole if path == "index.html" else f"{head.meta['og:title']} - {whole}")


def test_a_link_is_shown_with_the_address_and_the_card(site, heads):
    for path, head in heads.items():
        meta = head.meta
        assert meta["og:url"] == pages.address_of(path, site.url)
        assert meta["og:locale"] == "ar"
        assert meta["twitter:card"] == "summary_large_image"
        assert meta["og:image:alt"] == meta["twitter:image:alt"]
        article = re.match("(visits|sources)/[^/]+/index.html", path)
        assert meta["og:type"] == ("article" if article else "website"), path
        picture = site.files[pages.file_of(meta["og:image"], site.url)]
        size = tuple(int(meta[f"og:image:{name}"]) for name in ("width", "height"))
        assert struct.unpack(">II", picture[16:24]) == size == (1200, 630)
        assert len(picture) < 60_000


def test_titles_and_descriptions_are_those_of_the_seeds(site, heads):
    for source in site.data["sources"]:
        meta = heads[f"{source['page']}index.html"].meta
        assert meta["og:title"] == source["title"]
    for visit in site.data["visits"]:
        meta = heads[f"{visit['page']}index.html"].meta
        assert meta["og:title"] == visit["title"]
        assert meta["og:description"] == visit["summary"][0]["text"]


def test_the_page_for_lost_readers_is_not_for_indexes(site):
    meta = Head(site.files["404.html"]).meta
    assert meta["robots"] == "noindex"
    assert not [name for name in meta if name.startswith(("og:", "twitter:"))]


def test_whatever_the_linked_data_names_is_there(site, heads):
    found = [node for head in heads.values() for node in nodes(head.blocks)]
    for name in {node["@id"] for node in found if "@id" in node}:
        address, anchor = urldefrag(name)
        assert anchor in site.pages[pages.file_of(address, site.url)].ids, name
    for node in found:
        if "contentUrl" in node:
            assert pages.file_of(node["contentUrl"], site.url) in site.files


def test_the_linked_data_hold_every_claim_and_quote_once(site, heads):
    found = [node for head in heads.values() for node in nodes(head.blocks)]
    said = [n["text"] for n in found if n.get("@type") == "Claim" and "text" in n]
    assert sorted(said) == sorted(claim["statement"] for claim in site.data["claims"])
    quoted = [n["text"] for n in found if n.get("@type") == "Quotation"]
    exact = [quote["exact"] for claim in site.data["claims"] for quote in claim["quotes"]]
    assert sorted(quoted) == sorted(exact)
    versions = {n["version"] for n in found if "version" in n}
    assert versions == {site.data["version"]}


def test_without_an_address_nothing_is_said_of_one(root, tmp_path):
    folder = tmp_path / "site"
    assert builds.build(root, folder, SITE_URL="").returncode == 0
    meta = Head((folder / "index.html").read_bytes()).meta
    assert meta["twitter:card"] == "summary"
    assert not {"og:url", "og:image"} & meta.keys()


def test_a_card_that_is_out_of_date_is_told_of_and_left_out(root, tmp_path):
    folder, record = tmp_path / "site", root / "seeds" / "dossier.yml"
    builds.edit(record, "title: '", "title: 'غير ذلك: ")
    done = builds.build(root, folder)
    assert done.returncode == 0
    assert done.stdout.endswith(
        "seeds/card.png:1: out of date, so the site goes without it: run `make card`\n"
    )
    assert not (folder / "assets" / "card.png").exists()
    assert "og:image" not in Head((folder / "index.html").read_bytes()).meta


def test_every_page_begins_with_the_policy_and_has_only_scripts_of_files(site):
    for path in site.pages:
        data = site.files[path]
        inside = data.partition(b"<head>")[2].lstrip(b" \n")
        assert inside.startswith(BEGINNING.lstrip().encode()), path
        for attributes in SCRIPT.findall(data):
            assert b' src="' in attributes or b' type="application/' in attributes, path
