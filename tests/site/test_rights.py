"""No more words of an article leave than its rights allow, in no file and in no spelling.

The article is of invented words, each of which stands once (`tests/withheld.py`).
"""

import base64
import csv
import html
import io
import json
import re
import zipfile
from urllib.parse import unquote

import pytest

from dossier.search.bloom import places
from tests.helpers import write
from tests.site import builds, pages
from tests.withheld import (
    BODY,
    FULL,
    HEADLINE,
    LATIN,
    LINK_ONLY,
    SOURCE,
    WORDS,
    excerpt,
    files_with,
    found_in,
)

pytestmark = pytest.mark.site

PAGE = f"sources/{SOURCE}/index.html"
MOST = 14
SHOWN = {*WORDS[8:16], *WORDS[22:27], WORDS[48]}
RIGHTS = {"full": FULL, "excerpt": excerpt(MOST), "link-only": LINK_ONLY}
ALLOWED = {"excerpt": SHOWN, "link-only": set()}


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """The files of the site for each kind of rights, and those of the offline archive."""
    made = {}
    for kind, rights in RIGHTS.items():
        root = write(tmp_path_factory.mktemp(kind), files_with(rights))
        done = builds.build(root, root / "site")
        assert done.returncode == 0, done.stdout + done.stderr
        made[kind] = builds.tree(root / "site")
        if kind != "full":
            done = builds.run("offline", "--root", root)
            assert done.returncode == 0, done.stdout + done.stderr
            with zipfile.ZipFile(root / "build/dossier-offline.zip") as archive:
                made[kind] |= {f"offline/{name}": archive.read(name) for name in archive.namelist()}
    return made


def readings(data):
    """A file in whatever way a program may read it, not by the code under test."""
    text = data.decode("utf-8", "ignore")
    yield text
    yield re.sub(r"<[^>]*>", "", text)
    yield html.unescape(text)
    yield html.unescape(re.sub(r"<[^>]*>", "", text))
    yield unquote(text)
    yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text)
    yield re.sub(r"[\u0640\u064b-\u065f\u200b-\u200f]", "", text)
    yield text[::-1]  # one of the search's orders


def words_in(files):
    """The words of the article's body, with the files that hold them."""
    found = {}
    for path, data in files.items():
        for word in set().union(*map(found_in, readings(data))):
            found.setdefault(word, set()).add(path)
    return found


def test_the_words_are_found_where_nothing_is_withheld(sites):
    found = words_in(sites["full"])
    assert found.keys() == set(BODY)
    assert f"data/texts/{SOURCE}.txt" in found[LATIN]


@pytest.mark.parametrize("kind", ALLOWED)
def test_no_word_leaves_that_may_not(sites, kind):
    found = words_in(sites[kind])
    assert {word: sorted(paths) for word, paths in found.items() if word not in ALLOWED[kind]} == {}


def test_of_an_excerpt_as_many_words_leave_as_may(sites):
    found = words_in(sites["excerpt"])
    assert found.keys() == SHOWN
    assert len(SHOWN) == MOST
    article = pages.parse(sites["excerpt"][PAGE]).original
    assert found_in(article) == SHOWN


@pytest.mark.parametrize("kind", ALLOWED)
def test_the_search_knows_no_word_that_is_withheld(sites, kind):
    """Nor does its filter of words that lead nowhere, which can be asked, and not read."""
    (known,) = (d for p, d in sites[kind].items() if re.fullmatch(r"search/\w+/known\.txt", p))
    field = base64.b64decode(known)
    held = [w for w in WORDS if all(field[n // 8] >> n % 8 & 1 for n in places(w, len(field) * 8))]
    assert len(held) < 3, "one in two hundred by chance"
    passages = [
        text
        for path, data in sites[kind].items()
        if re.fullmatch(r"search/\w+/entries-\d+\.json", path)
        for page, _, _, entries in json.loads(data)[1]
        if page == f"sources/{SOURCE}/"
        for _, _, _, text in entries
    ]
    assert len(passages) == {"excerpt": 3, "link-only": 0}[kind]
    assert set().union(*map(found_in, passages)) == ALLOWED[kind]


@pytest.mark.parametrize("kind", RIGHTS)
def test_every_anchor_and_passage_stays(sites, kind):
    ids = pages.parse(sites[kind][PAGE]).ids
    wanted = ["first", "second", "third", "third_2"]
    assert [f"q-2019-05.{name}" for name in wanted if f"q-2019-05.{name}" not in ids] == []
    assert [f"p{n}" for n in range(1, 10) if f"p{n}" not in ids] == []


@pytest.mark.parametrize("kind", RIGHTS)
def test_the_data_keep_everything_but_the_words(sites, kind):
    files = sites[kind]
    data, full = (json.loads(sites[k]["data/dossier.json"]) for k in (kind, "full"))
    (source,) = (s for s in data["sources"] if s["id"] == SOURCE)
    whole = next(s for s in full["sources"] if s["id"] == SOURCE)
    same = ("id", "title", "original_file", "sha256", "url", "page", "passages", "furniture")
    assert {name: source[name] for name in same} == {name: whole[name] for name in same}
    assert source["rights"]["publish"] == kind
    assert source["title"] == HEADLINE
    text_file = f"data/texts/{SOURCE}.txt"
    assert source["text"] == (text_file if kind == "full" else None)
    assert (text_file in files) == (kind == "full")
    for claim, other in zip(data["claims"], full["claims"], strict=True):
        for quote, before in zip(claim["quotes"], other["quotes"], strict=True):
            for name in ("start", "end", "passage", "anchor"):
                assert quote[name] == before[name]
            if quote["exact"] is None:
                assert claim["source"] == SOURCE
                assert quote["prefix"] is None
                assert quote["suffix"] is None
            else:
                assert quote["exact"] == before["exact"]
    exact = [q["exact"] for c in data["claims"] for q in c["quotes"] if c["source"] == SOURCE]
    assert [words is None for words in exact] == [kind == "link-only"] * 4
    rows = list(csv.DictReader(io.StringIO(files["data/claims.csv"].decode("utf-8-sig"))))
    assert [row["quote"] or None for row in rows if row["source"] == SOURCE] == exact


def test_a_claim_whose_words_are_withheld_leads_to_the_article_and_not_to_its_words(sites):
    visit = pages.parse(sites["link-only"]["visits/2019-05/index.html"])
    live = {a for _, _, a in visit.addresses if a.startswith("https://sail.example/")}
    assert live == {"https://sail.example/article"}
    excerpted = pages.parse(sites["excerpt"]["visits/2019-05/index.html"])
    fragments = {a for _, _, a in excerpted.addresses if a.startswith("https://sail.example/")}
    assert all("#:~:text=" in address for address in fragments)
    assert set().union(*(found_in(unquote(address)) for address in fragments)) == SHOWN


def test_whoever_copies_what_is_withheld_is_told_where(tmp_path):
    files = files_with(LINK_ONLY)
    path = "seeds/visits/2019-05.yml"
    words = " ".join(WORDS[20:31])
    files[path] = files[path].replace("قول ثان".encode(), words.encode())
    root = write(tmp_path, files)
    done = builds.build(root, root / "site")
    assert done.returncode == 1
    assert re.search(rf"{path}:\d+:16: error: claims\[14\].statement must not repeat", done.stdout)
    assert not (root / "site").exists()
