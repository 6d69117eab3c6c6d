import json

from dossier.exports.seed_schemas import seed_schemas


def test_there_is_a_schema_for_each_kind_of_seed_file():
    schemas = {name: json.loads(data) for name, data in seed_schemas().items()}
    assert sorted(schemas) == [
        f"{kind}.schema.json" for kind in ("actors", "dossier", "questions", "source", "visit")
    ]
    for schema in schemas.values():
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
        assert schema["additionalProperties"] is False


def test_editors_are_told_what_each_field_is():
    claim = json.loads(seed_schemas()["visit.schema.json"])["$defs"]["ClaimRecord"]
    assert all(part.get("description") for part in claim["properties"].values())
    assert claim["properties"]["voice"]["enum"]
    types = {part.get("type") for part in claim["properties"]["quote"]["anyOf"]}
    assert {"string", "array"} <= types, "one quote may be written as text"


def test_numbers_and_truths_are_completed_as_yaml_has_them():
    teller = json.loads(seed_schemas()["source.schema.json"])["$defs"]["Teller"]["properties"]
    assert teller["named"]["type"] == "boolean"
    assert {part["type"] for part in teller["number"]["anyOf"]} == {"integer", "null"}
