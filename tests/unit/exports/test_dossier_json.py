import json

import pytest
from pydantic import ValidationError

from dossier.exports.dossier_json import DossierExport, dossier_json, schema_json
from tests.helpers import ANCHOR, RETURN, STORM


@pytest.fixture(scope="module")
def data(dossier):
    return json.loads(dossier_json(dossier))


def by_id(items):
    return {item["id"]: item for item in items}


def test_every_span_leads_to_its_words_in_the_published_file(data, mini):
    texts = {s["id"]: mini[f"seeds/sources/{s['id']}.txt"].decode() for s in data["sources"]}
    for claim in data["claims"]:
        for quote in claim["quotes"]:
            text, start, end = texts[claim["source"]], quote["start"], quote["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])
            assert quote["anchor"].startswith(f"q-{claim['id']}")
    for source in data["sources"]:
        passages = [texts[source["id"]][p["start"] : p["end"]] for p in source["passages"]]
        lines = texts[source["id"]].splitlines()
        assert passages == [line.strip() for line in lines if line.strip()]


def test_everything_that_is_referred_to_is_there(data):
    sources, claims = by_id(data["sources"]), by_id(data["claims"])
    visits, actors = by_id(data["visits"]), by_id(data["actors"])
    for claim in claims.values():
        assert claim["id"] == f"{claim['visit']}.{claim['id'].partition('.')[2]}"
        assert claim["id"] in visits[claim["visit"]]["claims"]
        tellers = by_id(sources[claim["source"]]["tellers"])
        assert {t for hop in claim["chain"] for t in hop["tellers"]} <= tellers.keys()
        assert claim["speaker"] is None or claim["speaker"] in actors
    for question in data["questions"]:
        assert [state["source"] for state in question["states"]] == list(sources)
        assert all(set(answer["claims"]) <= claims.keys() for answer in question["answers"])


def test_says_what_comparing_yields(data):
    anchors = next(q for q in data["questions"] if q["id"] == "anchors")
    assert (anchors["visit"], anchors["verdict"], anchors["outlets"]) == (
        "2019-05", "contradicted", 3,
    )  # fmt: skip
    assert anchors["states"] == [
        {"source": ANCHOR, "state": "contradicts", "answers": ["one"]},
        {"source": STORM, "state": "contradicts", "answers": ["two"]},
        {"source": RETURN, "state": "contradicts", "answers": ["one"]},
    ]
    box = by_id(data["claims"])["2019-05.box-opened"]
    assert box["chain"] == [
        {"tellers": ["museum-staff"]},
        {"tellers": ["wave-agency", "coast-radio"]},
    ]
    assert box["origin"] == f"{STORM}/museum-staff"
    assert [quote["anchor"] for quote in box["quotes"]] == [
        "q-2019-05.box-opened",
        "q-2019-05.box-opened_2",
    ]


def test_is_utf_8_that_people_can_read_and_ends_its_last_line(dossier):
    data = dossier_json(dossier)
    assert "نجمة الشمال".encode() in data
    assert data.endswith(b"}\n")


def test_the_schema_names_every_part_of_the_file(data):
    schema = json.loads(schema_json())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert set(schema["properties"]) == set(data)
    for name in ("sources", "visits", "claims", "questions", "actors"):
        part = schema["$defs"][schema["properties"][name]["items"]["$ref"].rpartition("/")[2]]
        assert all(set(part["properties"]) == set(item) for item in data[name])
    assert DossierExport.model_validate(data).model_dump(mode="json") == data


def test_what_the_schema_was_made_of_refuses_what_is_wrong(data):
    broken = json.loads(json.dumps(data))
    broken["questions"][0]["verdict"] = "true"
    broken["claims"][0]["quotes"][0]["start"] = "seven"
    del broken["sources"][0]["sha256"]
    with pytest.raises(ValidationError) as refused:
        DossierExport.model_validate(broken)
    assert [error["loc"] for error in refused.value.errors()] == [
        ("sources", 0, "sha256"), ("claims", 0, "quotes", 0, "start"), ("questions", 0, "verdict"),
    ]  # fmt: skip
