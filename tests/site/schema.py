"""Checks JSON against the part of JSON Schema (2020-12) that our schema is written in."""

from collections.abc import Iterator

_TYPES = {
    "array": list,
    "boolean": bool,
    "integer": int,
    "null": type(None),
    "number": (int, float),
    "object": dict,
    "string": str,
}
_SAY_NOTHING = {"$schema", "$id", "$defs", "title", "description", "default", "examples"}
_KNOWN = {
    *("type", "enum", "const", "$ref", "anyOf", "required", "properties"),
    *("items", "prefixItems", "minItems", "maxItems"),
}


def violations(value, schema, root, place="$") -> Iterator[str]:
    """Where a value is not as its schema says; a keyword that is not known here is an error."""
    unknown = schema.keys() - _SAY_NOTHING - _KNOWN
    assert not unknown, f"the schema uses {sorted(unknown)}, teach them to tests/site/schema.py"
    if "$ref" in schema:
        yield from violations(value, _resolved(schema["$ref"], root), root, place)
    if "anyOf" in schema and all([*violations(value, s, root)] for s in schema["anyOf"]):
        yield f"{place} is none of the things it may be"
    if "const" in schema and value != schema["const"]:
        yield f"{place} is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place} is {value!r}, not one of {schema['enum']}"
    if "type" in schema and not _is(value, schema["type"]):
        yield f"{place} is no {schema['type']}"
    elif isinstance(value, dict):
        yield from _members(value, schema, root, place)
    elif isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            yield f"{place} holds {len(value)} things"
        first = schema.get("prefixItems", [])
        for index, item in enumerate(value):
            rule = first[index] if index < len(first) else schema.get("items", {})
            yield from violations(item, rule, root, f"{place}[{index}]")


def _members(value, schema, root, place):
    known = schema.get("properties", {})
    yield from (f"{place}.{k} is missing" for k in schema.get("required", ()) if k not in value)
    for key, item in value.items():
        yield from violations(item, known.get(key, {}), root, f"{place}.{key}")


def _is(value, name):
    number = name in ("integer", "number")
    return isinstance(value, _TYPES[name]) and not (number and isinstance(value, bool))


def _resolved(reference, root):
    found = root
    for part in reference.removeprefix("#/").split("/"):
        found = found[part]
    return found
