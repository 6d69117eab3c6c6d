"""The real dossier: nothing is wrong with it, and every word of it is tied to its source."""

import hashlib
import json

import pytest

from dossier.compare.usage import usage_of
from dossier.exports.dossier_json import dossier_json
from dossier.exports.seed_schemas import seed_schemas
from dossier.pages.card import card_view
from dossier.pages.presenter import Presenter
from dossier.seeds.card import CARD, note
from tests.helpers import PROJECT, checked, files_of, load_words


@pytest.fixture(scope="module")
def files():
    return files_of(PROJECT)


@pytest.fixture(scope="module")
def real(files):
    return checked(files)


def test_every_sentence_is_used_or_set_aside_with_a_reason(real):
    for source in real.sources.values():
        unused = [s for s in usage_of(source, real).sentences if s.use == "unused"]
        assert [source.text[s.start : s.end] for s in unused] == []


def test_every_quote_that_is_published_stands_in_the_published_file(real, files):
    data = json.loads(dossier_json(real))
    assert len(data["sources"]) == 5
    for claim in data["claims"]:
        text = files[f"seeds/sources/{claim['source']}.txt"].decode()
        for quote in claim["quotes"]:
            assert text[quote["start"] : quote["end"]] == quote["exact"]


def test_the_originals_are_byte_for_byte_those_that_were_given(real, files):
    digests = {
        "000_946851c052bd7d5d.txt": "2020-11-22-breakfast",
        "001_3e1b07f96af40a9e.txt": "2020-11-23-aims",
        "002_e2422e05168bdeb4.txt": "2021-04-08-angry",
        "003_3651b6f31e73abc7.txt": "2021-12-23-militias",
        "004_e78b460b308c2ca4.txt": "2020-08-18-red-lines",
    }
    assert {s.record.original_file: s.id for s in real.sources.values()} == digests
    for source in real.sources.values():
        data = files[f"seeds/sources/{source.id}.txt"]
        assert hashlib.sha256(data).hexdigest() == source.record.sha256


@pytest.mark.parametrize("name", sorted(seed_schemas()))
def test_the_schemas_for_editors_are_current(name):
    """After a change of the models: `build_dossier.py schema`."""
    assert (PROJECT / "seeds/schema" / name).read_bytes() == seed_schemas()[name]


def test_the_card_shows_what_the_dossier_says(real):
    """After a change of what it shows: `make card`."""
    picture = (PROJECT / CARD).read_bytes()
    assert note(picture) == card_view(Presenter(real, load_words())).digest
    assert len(picture) < 60_000
