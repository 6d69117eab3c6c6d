"""JSON Schemas of the seed files, for completion in editors; generated from the models."""

from __future__ import annotations

import json

from dossier.seeds.models import FILES

# The language server of VS Code reads draft 07 best; what pydantic writes is valid in both.
_DRAFT = "http://json-schema.org/draft-07/schema#"


def seed_schemas() -> dict[str, bytes]:
    """File name (`visit.schema.json`) and content of each schema."""
    return {
        f"{kind}.schema.json": _schema(model.model_json_schema()) for kind, model in FILES.items()
    }


def _schema(schema: dict[str, object]) -> bytes:
    return (json.dumps({"$schema": _DRAFT, **schema}, ensure_ascii=False, indent=2) + "\n").encode()
