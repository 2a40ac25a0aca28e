"""How a scenario changes the one that it extends."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from malaparte.errors import ScenarioError
from malaparte.scenario.check import check
from malaparte.scenario.merge import is_quantity, lost, merge
from malaparte.scenario.read import digest, library, read
from malaparte.scenario.tree import Tree, parse

FIRST = Path(__file__).parents[2] / "docs" / "first" / "three-nodes.yaml"


def merged(base: str, over: str) -> object:
    return merge(parse(base, "base"), parse(over, "over")).data


def test_mappings_merge_key_by_key() -> None:
    assert merged("a: {x: 1, y: 2}", "a: {y: 3, z: 4}\nb: 5") == {
        "a": {"x": 1, "y": 3, "z": 4},
        "b": 5,
    }


def test_lists_are_replaced_whole() -> None:
    assert merged("a: [1, 2, 3]", "a: [4]") == {"a": [4]}


def test_a_quantity_is_replaced_whole() -> None:
    base = "size: {pert: [1, 2, 3], unit: person, sources: [book]}"
    assert merged(base, "size: {point: 5}") == {"size": {"point": 5}}
    assert merged(base, "size: {same: n}") == {"size": {"same": "n"}}
    assert merged("size: {same: n}", "size: {unit: person}") == {"size": {"unit": "person"}}


def test_an_entity_called_like_a_spread_is_no_quantity() -> None:
    base = "options: {normal: {a: 1}, other: {b: 2}}"
    assert merged(base, "options: {normal: {c: 3}}") == {
        "options": {"normal": {"a": 1, "c": 3}, "other": {"b": 2}}
    }


def test_null_deletes() -> None:
    base, over = parse("a: {x: 1, y: 2}", "base"), parse("a: {x: null}\nb: {c: null}", "over")
    assert merge(base, over).data == {"a": {"y": 2}, "b": {}}
    assert lost(base, over) == ["b.c"]


def test_a_line_is_that_of_the_value_that_won() -> None:
    base = parse("a:\n  x: 1\n  y: [1, 2]\nb: 1", "base")
    tree = merge(base, parse("\n\na:\n  x: 2", "over"))
    assert tree.lines["a.x"] == ("over", 4)
    assert tree.lines["a.y"] == ("base", 3)
    assert tree.lines["a.y.1"] == ("base", 3)
    assert tree.lines["b"] == ("base", 4)


def test_what_a_scenario_says_of_itself_is_not_inherited(tmp_path: Path) -> None:
    base = tmp_path / "base.yaml"
    base.write_text(f"extends: {FIRST}\nid: base\nabstract: true\n", encoding="utf-8")
    (tmp_path / "over.yaml").write_text("extends: base.yaml\nid: over\n", encoding="utf-8")
    document = read(tmp_path / "over.yaml")
    assert document.data["id"] == "over"
    assert "abstract" not in document.data
    assert [Path(name).name for name in document.chain] == [
        "over.yaml",
        "base.yaml",
        "three-nodes.yaml",
    ]
    assert check(document) == []


def test_every_library_scenario_can_be_read() -> None:
    for name in library():
        document = read(name)
        assert document.data["id"] == name
        assert document.file == f"library/{name}/scenario.yaml"


scalars = st.none() | st.integers(0, 9) | st.text("ab", max_size=2)
keys = st.sampled_from(["a", "b", "c", "point", "normal"])
values = st.recursive(
    scalars | st.lists(st.integers(0, 3), max_size=2),
    lambda inner: st.dictionaries(keys, inner, max_size=3),
    max_leaves=12,
)
mappings = st.dictionaries(keys, values, max_size=4).map(lambda data: {"top": data})


def as_tree(data: object) -> Tree:
    return parse(json.dumps(data), "file")


@given(mappings, mappings)
def test_merging_twice_is_merging_once(base: dict, over: dict) -> None:
    once = merge(as_tree(base), as_tree(over))
    assert merge(once, as_tree(over)).data == once.data


@given(mappings, mappings)
def test_every_merged_value_has_a_line(base: dict, over: dict) -> None:
    tree = merge(as_tree(base), as_tree(over))

    def paths(value: object, path: str) -> list[str]:
        items = enumerate(value) if isinstance(value, list) else ()
        items = value.items() if isinstance(value, dict) else items
        return [path, *(deep for key, child in items for deep in paths(child, f"{path}.{key}"))]

    wanted = {path.removeprefix(".") for path in paths(tree.data, "")}
    assert set(tree.lines) == wanted


@given(st.integers())
def test_the_order_of_keys_changes_neither_digest_nor_problems(seed: int) -> None:
    dice = random.Random(seed)

    def shuffled(value: object) -> object:
        if isinstance(value, dict) and not is_quantity(value):
            items = list(value.items())
            dice.shuffle(items)
            return {key: shuffled(child) for key, child in items}
        return value

    document = read(FIRST)
    other = replace(document, data=shuffled(document.data))
    assert digest(other) == digest(document)
    assert check(other) == []


def test_all_lost_deletions_are_told(tmp_path: Path) -> None:
    path = tmp_path / "over.yaml"
    path.write_text(f"extends: {FIRST}\nid: x\nguards: {{a: null, b: null}}\n", encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        read(path)
    assert len(caught.value.problems) == 2


def test_what_only_a_removed_part_used_goes_with_it(tmp_path: Path) -> None:
    file = tmp_path / "calm.yaml"
    text = "extends: moscow-1927-article\nid: calm\nstreet: null\n"
    file.write_text(text + "decisions: {call: null, crowd: null}\n")
    base, calm = read("moscow-1927-article"), read(file)
    gone = base.data["numbers"].keys() - calm.data["numbers"].keys()
    assert "district_police" in gone
    assert check(calm) == []
    file.write_text(text + "numbers: {spare: {point: 1, unit: share, basis: assumed}}\n")
    assert "spare" in read(file).data["numbers"], "what the file says itself is kept, and told"
