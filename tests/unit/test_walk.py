"""The walk through a scenario, and what is written from it."""

import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from malaparte.errors import ScenarioError
from malaparte.quantity.quantity import Measure, Quantity
from malaparte.scenario.document import Scenario
from malaparte.scenario.load import load, readings, ready
from malaparte.scenario.read import library, read
from malaparte.scenario.reference import reference
from malaparte.scenario.schema import schema
from malaparte.scenario.walk import bare, fields, is_model, nodes, quantities

ROOT = Path(__file__).parents[2]
FIRST = ROOT / "docs" / "first" / "three-nodes.yaml"


def test_every_quantity_is_found_once_with_its_measure() -> None:
    found = quantities(load(FIRST))
    text = re.sub(r"#.*", "", FIRST.read_text(encoding="utf-8"))
    assert len(found) == len(re.findall(r"\bbasis:|\bsame:", text))
    assert found["leaders.ministers.stays.1.share"].measure == Measure("share", 0, 1)
    assert found["power.nodes.ministry"].measure.unit == "weight"
    assert found["guards.exchange.size"].canonical == "guards.exchange.size"


def test_shared_numbers_are_resolved() -> None:
    found = quantities(load(FIRST))
    shared = found["reserves.barracks.fire"]
    assert shared.canonical == "numbers.fire"
    assert shared.quantity == found["numbers.fire"].quantity
    assert all(located.quantity.same is None for located in found.values())


def test_the_order_of_entities_in_the_file_is_not_the_order_of_the_walk() -> None:
    document = read(FIRST)
    turned = {
        key: dict(reversed(value.items())) if isinstance(value, dict) and key != "day" else value
        for key, value in document.data.items()
    }
    other = replace(document, data=turned)
    assert list(quantities(load(other))) == list(quantities(load(FIRST)))


def test_models_and_plain_data_are_walked_alike() -> None:
    scenario, document = ready(FIRST)

    def paths(value: object) -> list[str]:
        return [node.path for node in nodes(value) if node.kind is Quantity and not node.key]

    given = {located.path for located in quantities(scenario).values()}
    assert [path for path in paths(scenario) if path in given] == paths(document.data)


def test_every_quantity_of_the_models_has_a_measure() -> None:
    def unmeasured(hint: object, path: str) -> list[str]:
        kind, marks = bare(hint)
        if kind is Quantity:
            return [] if any(isinstance(mark, Measure) for mark in marks) else [path]
        if is_model(kind):
            items = fields(kind).items()
            return [deep for key, child in items for deep in unmeasured(child, f"{path}.{key}")]
        return [deep for child in get_args(kind) for deep in unmeasured(child, path)]

    assert unmeasured(Scenario, "") == [".numbers"]


def test_the_reference_is_that_of_the_models() -> None:
    page = (ROOT / "docs" / "reference" / "scenario.md").read_text(encoding="utf-8")
    hint = "python -m malaparte.scenario.reference > docs/reference/scenario.md"
    assert page == reference(), hint


def test_the_reference_explains_every_key() -> None:
    rows = [line for line in reference().splitlines() if re.match(r"\| [*`]", line)]
    assert len(rows) > 100
    for row in rows:
        _, kind, _, meaning = row.strip("| ").split(" | ")
        assert kind != "value", row
        assert len(meaning) > 3, row


def test_the_schema_knows_every_key_and_asks_for_none() -> None:
    page = schema()
    assert page["$schema"].endswith("2020-12/schema")
    assert set(page["properties"]) == set(Scenario.model_fields)
    for model in (page, *page["$defs"].values()):
        assert "required" not in model
        assert model["additionalProperties"] is False
    assert {"required": ["pert"]} in page["$defs"]["Quantity"]["oneOf"]


def test_the_library_offers_what_can_run() -> None:
    assert set(readings()) <= set(library())
    for name in set(library()) - set(readings()):
        with pytest.raises(ScenarioError, match="only a base for others"):
            load(name)


def test_an_unsound_document_is_not_loaded() -> None:
    document = read(FIRST)
    document.data["plan"]["order"] = "togethr"
    with pytest.raises(ScenarioError, match="did you mean `together`"):
        load(document)
