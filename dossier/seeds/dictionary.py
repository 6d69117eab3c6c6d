"""The data dictionary: a table for each kind of record, from the models' own texts.  Pure.

`seeds/README.md` holds the tables between markers; everything around them is written by hand.
"""

from __future__ import annotations

import re
from typing import Any

from dossier.seeds.models import FILES

_MARKED = re.compile(r"(<!-- fields: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def with_tables(readme: str) -> str:
    """The data dictionary with every table made anew.

    Raises:
        ValueError: if a marker names a record that does not exist.
    """
    tables = _tables()

    def table(match: re.Match[str]) -> str:
        if match[2] not in tables:
            raise ValueError(f"must name a record after `fields:`, {match[2]} is none")
        return f"{match[1]}{tables[match[2]]}{match[3]}"

    return _MARKED.sub(table, readme)


def records() -> list[str]:
    """The names of all records, each of which the dictionary must hold."""
    return list(_tables())


def _tables() -> dict[str, str]:
    tables = {}
    for model in FILES.values():
        schema = model.model_json_schema()
        for name, part in {model.__name__: schema, **schema.get("$defs", {})}.items():
            tables[name] = _table(part)
    return tables


def _table(schema: dict[str, Any]) -> str:
    needed = schema.get("required", [])
    rows = (
        f"| `{name}` | {_type(field)} | {'yes' if name in needed else 'no'} | {_meaning(field)} |\n"
        for name, field in schema["properties"].items()
    )
    return f"| field | type | needed | meaning |\n|---|---|---|---|\n{''.join(rows)}"


def _meaning(field: dict[str, Any]) -> str:
    return " ".join(str(field.get("description", "")).split())


def _type(field: dict[str, Any]) -> str:
    """A JSON Schema type in words: `text`, `list of Claim`, `` `a` or `b` ``."""
    if "$ref" in field:
        return f"[{(name := field['$ref'].rpartition('/')[2])}](#{name.lower()})"
    if "anyOf" in field:
        return " or ".join(dict.fromkeys(map(_type, field["anyOf"])))
    if "const" in field:
        return f"`{field['const']}`"
    if "enum" in field:
        return " or ".join(f"`{value}`" for value in field["enum"])
    if field.get("type") == "array":
        items = field.get("items") or (field.get("prefixItems") or [{}])[0]
        return f"list of {_type(items)}"
    names = {"string": "text", "integer": "number", "boolean": "`true` or `false`"}
    return names.get(field.get("type", ""), str(field.get("type")))
