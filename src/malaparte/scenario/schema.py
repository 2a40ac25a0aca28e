"""The scenario language as JSON Schema, for editors that complete and check YAML."""

from __future__ import annotations

from typing import Any

from malaparte.quantity.spread import KINDS
from malaparte.scenario.document import Scenario


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a scenario (draft 2020-12).

    It is looser than `malaparte check`: a file with ``extends`` may leave out any key and delete
    one by null, and references, units and bounds are checked by the program alone.
    """
    root = Scenario.model_json_schema()
    models: dict[str, Any] = root["$defs"]
    for model in (root, *models.values()):
        model.pop("required", None)
    spreads = [{"required": [kind]} for kind in (*KINDS, "same")]
    models["Quantity"]["oneOf"] = spreads
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **root}
