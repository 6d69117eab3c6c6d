"""Every way in which a word that is withheld could stand in a file, planted one by one."""

import json
from hashlib import sha256
from urllib.parse import quote

import pytest

from dossier.exports.claims_csv import HEADER, claims_csv
from dossier.exports.dossier_json import dossier_json
from dossier.site.leaks import IN_A_ROW, leaks
from tests.helpers import PROJECT, checked, rendered
from tests.withheld import (
    FULL,
    HEADLINE,
    LINK_ONLY,
    RECORD,
    TEXT_FILE,
    WORDS,
    excerpt,
    files_with,
)

WORD = WORDS[33]
FOREIGN = {"words.yml": (PROJECT / "templates/words.yml").read_bytes()}


@pytest.fixture(scope="module")
def dossier():
    return checked(files_with(LINK_ONLY))


def found(dossier, path, text):
    return list(leaks({path: text.encode()}, dossier, FOREIGN))


@pytest.mark.parametrize("rights", [LINK_ONLY, excerpt(8)])
def test_the_right_pages_and_data_say_nothing(words, rights):
    dossier = checked(files_with(rights))
    files = {f"{p}index.html": s.body.encode() for p, s in rendered(dossier, words).items()}
    files["data/dossier.json"] = dossier_json(dossier)
    tables = {path.name: path.read_bytes() for path in (PROJECT / "language").iterdir()}
    assert list(leaks(files, dossier, {**FOREIGN, **tables})) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.html", f"<p>{WORD}"),
        ("a.html", f"<p>{WORD[:2]}<span lang=ar>{WORD[2:]}</span>"),
        ("a.html", f"<p>{''.join(f'&#{ord(letter)};' for letter in WORD)}"),
        ("a.html", f'<a title="{WORD}">'),
        ("a.html", f'<a href="https://a.example/#:~:text={quote(WORD)}">'),
        ("a.html", f"<!-- {WORD} -->"),
        ("a.html", f'<script type="application/ld+json">{json.dumps(WORD)}</script>'),
        ("a.json", json.dumps({"x": f"\n{WORD}"}, ensure_ascii=False)),
        ("a.json", json.dumps({"x": [WORD]})),
        ("a.js", f"handOver({json.dumps(json.dumps([WORD]))})"),
        ("a.csv", f"1,{WORD},2"),
        ("a.xml", f"<x>{WORD}</x>"),
        ("a.txt", WORD),
        ("a.txt", f"{WORD[0]}\u064e{WORD[1:]}"),
        ("search/0a1b/lexicon-0.txt", f"{WORD}\t\t0n"),
        ("search/0a1b/entries-0.json", json.dumps([[], [["p/", [["", WORD]]]]])),
    ],
)  # fmt: skip
def test_a_word_is_found_wherever_it_stands(dossier, path, text):
    assert found(dossier, path, text) == [
        f"{path} says what the rights of a source withhold: «{WORD}»"
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.html", f"<p>{HEADLINE}</p><p>42</p>"),
        ("a.html", "<p>قول أول</p>"),
        ("search/0a1b/lexicon-0.txt", f"{WORD}\t\t0s"),
        ("a.png", "\x89PNG"),
    ],
)
def test_what_may_be_said_is_nothing(dossier, path, text):
    assert found(dossier, path, text) == []


def test_a_text_that_is_worded_as_our_columns_are_named_is_no_leak():
    files = dict(files_with(LINK_ONLY))
    text = files[TEXT_FILE] + " ".join(HEADER).encode()
    files[RECORD] = files[RECORD].replace(
        sha256(files[TEXT_FILE]).hexdigest().encode(), sha256(text).hexdigest().encode()
    )
    dossier = checked({**files, TEXT_FILE: text})
    assert list(leaks({"data/claims.csv": claims_csv(dossier)}, dossier, FOREIGN)) == []


def test_words_that_everyone_has_are_known_in_a_row_alone(mini):
    path = "seeds/sources/2019-05-22-storm.yml"
    files = {**mini, path: mini[path].replace(FULL.encode(), LINK_ONLY.encode())}
    dossier = checked(files)
    row = ["نقلت", "إذاعة", "الساحل", "عن", "وكالة", "الموج،", "عن", "غواص"]
    assert IN_A_ROW == 5
    known = " ".join(row).encode()
    tables = {**FOREIGN, "words": " ".join(reversed(row)).encode()}
    few, enough = " ".join(row[:4]), " ".join(row[:5])
    assert list(leaks({"a.txt": few.encode()}, dossier, tables)) == []
    assert len(list(leaks({"a.txt": enough.encode()}, dossier, tables))) == 1
    assert list(leaks({"a.txt": enough.encode()}, dossier, {**tables, "too": known})) == []
    apart = f"<p>{' '.join(row[:3])}</p><p>{' '.join(row[3:6])}</p>".encode()
    assert list(leaks({"a.html": apart}, dossier, tables)) == []
    together = f"<p>{' '.join(row[:3])}<a>{' '.join(row[3:6])}</a></p>".encode()
    assert len(list(leaks({"a.html": together}, dossier, tables))) == 1


def test_a_file_of_the_engine_is_not_looked_at(dossier):
    assert list(leaks({"a.js": WORD.encode()}, dossier, {"a.js": WORD.encode()})) == []


def test_what_an_excerpt_shows_may_be_said_and_no_more():
    dossier = checked(files_with(excerpt(8)))
    assert found(dossier, "a.txt", " ".join(WORDS[8:16])) == []
    assert len(found(dossier, "a.txt", WORDS[16])) == 1
