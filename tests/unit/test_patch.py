"""Options of decisions and values set by hand."""

import copy
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from malaparte.errors import Problem, ScenarioError
from malaparte.quantity.text import Text
from malaparte.scenario.check import check, faults
from malaparte.scenario.load import load
from malaparte.scenario.patch import BY_HAND, patched
from malaparte.scenario.read import digest, read
from malaparte.scenario.tree import parse_value
from malaparte.scenario.walk import quantities

FIRST = read(Path(__file__).parents[2] / "docs" / "first" / "three-nodes.yaml")


def problems(**change: object) -> tuple[Problem, ...]:
    with pytest.raises(ScenarioError) as caught:
        load(FIRST, **change)
    return caught.value.problems


def test_the_default_changes_nothing() -> None:
    assert load(FIRST, do={"posture": "hidden"}) == load(FIRST)
    assert digest(patched(FIRST, {"posture": "hidden"})) == digest(FIRST)


def test_an_option_changes_what_its_pattern_matches() -> None:
    guard = load(FIRST, do={"posture": "street"}).guards["exchange"]
    assert (guard.posture, guard.hidden) == ("outside", False)


def test_a_bare_number_becomes_an_assumed_point_in_the_unit_of_the_field() -> None:
    size = load(FIRST, set={"guards.*.size": 5}).guards["exchange"].size
    assert (size.point, size.unit, size.basis) == (5, "person", "assumed")
    assert size.note == Text(en="set by hand", ru="задано вручную")


def test_a_spread_needs_no_unit_when_set_by_hand() -> None:
    gap = load(FIRST, set={"plan.gap": {"uniform": (1, 2)}}).plan.gap
    assert (gap.uniform, gap.unit) == ((1, 2), "minute")


def test_a_shared_number_changes_for_all_and_a_field_for_itself_alone() -> None:
    found = quantities(load(FIRST, set={"numbers.fire": 0.05, "guards.exchange.fire": 0.1}))
    assert found["squads.technicians.fire"].canonical == "numbers.fire"
    assert found["squads.technicians.fire"].quantity.point == 0.05
    assert found["guards.exchange.fire"].canonical == "guards.exchange.fire"
    assert found["guards.exchange.fire"].quantity.point == 0.1


def test_sharing_may_be_broken_everywhere() -> None:
    load(FIRST, set={"*.*.fire": 0.1})


def test_a_field_with_a_default_may_be_set_though_no_file_says_it() -> None:
    assert "vehicle" not in FIRST.data["squads"]["technicians"]
    assert load(FIRST, set={"squads.*.vehicle": "truck"}).squads["arresters"].vehicle == "truck"


def test_lists_and_their_parts_may_be_set() -> None:
    change = {"squads.technicians.targets": ["ministry"], "leaders.*.stays.0.share": 1}
    scenario = load(FIRST, set=change)
    assert scenario.squads["technicians"].targets == ("ministry",)
    assert scenario.leaders["ministers"].stays[0].share.point == 1


def test_values_by_hand_come_after_options() -> None:
    guards = load(FIRST, {"posture": "street"}, {"guards.exchange.hidden": True}).guards
    assert guards["exchange"].hidden is True


def test_the_document_is_left_as_it_is() -> None:
    before = copy.deepcopy(FIRST)
    patched(FIRST, {"posture": "street"}, {"guards.*.size": 3})
    assert before == FIRST


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("guards.exchang.size", 5, "did you mean `guards.exchange.size`?"),
        ("guards.*.sise", 5, "did you mean `guards.*.size`?"),
        ("guards.foo.size", 5, "; `guards.*.size` is all of them"),
        ("guards.size", 5, "`guards.*.size` is all of them"),
        ("gurds.exchange.size", 5, "did you mean `guards.exchange.size`?"),
        ("nonsense", 5, "a path begins with one of"),
        ("guards.exchange", None, "and `guards: {exchange: null}`"),
        ("guards.nowhere", None, "no such value"),
        ("guards", None, "and `guards: null`"),
        ("command", None, "a change removes nothing"),
        ("plan.headquarters", "nowhere", "try       one of"),
        ("guards.exchange.size", None, "a number (person)"),
        ("guards.exchange.size", True, "a number (person)"),
        ("guards.exchange.size", "many", "a number (person)"),
        ("guards.exchange.size", -1, "values from 0 to 100000"),
        ("guards.exchange.size", float("nan"), "finite numbers"),
        ("guards.exchange.size", float("inf"), "finite numbers"),
        ("guards.exchange.size", {"point": 1, "unit": "hour"}, "unit person"),
        ("guards.exchange.size", {"unifrom": [1, 2]}, "did you mean `uniform`?"),
        ("guards.exchange.size", {"same": "fire"}, "unit 1/minute"),
        ("guards.exchange.size.point", 3, "did you mean `guards.exchange.size`?"),
        ("guards.exchange.posture", "outsid", "did you mean `outside`?"),
        ("guards.exchange.posture", {"a": 1}, "a plain value"),
        ("guards.exchange.hidden", "yes", "true or false"),
        ("guards.exchange.place", object(), "plain data"),
        ("plan.headquarters", "clubb", "did you mean `club`?"),
        ("day.hours", 500, "96 or less"),
        ("title.en", "x", "says what the scenario is"),
        ("decisions.posture.default", "x", "says what the scenario is"),
        ("", 1, "no such value"),
        ("*", 1, "no such value"),
    ],
)
def test_what_cannot_be_set(path: str, value: object, words: str) -> None:
    told = problems(set={path: value})
    assert {problem.file for problem in told} == {BY_HAND}
    assert any(words in str(problem) for problem in told)


def test_all_that_cannot_be_set_is_told_at_once() -> None:
    assert len(problems(do={"postur": "street"}, set={"a": 1, "b": 2})) == 3


def test_unknown_decisions_and_options() -> None:
    assert "did you mean `posture`?" in problems(do={"postur": "street"})[0].hint
    assert "did you mean `street`?" in problems(do={"posture": "stret"})[0].hint


def test_two_decisions_may_not_touch_the_same_value() -> None:
    data = copy.deepcopy(FIRST.data)
    data["decisions"]["again"] = copy.deepcopy(data["decisions"]["posture"])
    document = replace(FIRST, data=data)
    with pytest.raises(ScenarioError, match="also set by the decision `again`"):
        patched(document, {"posture": "street", "again": "street"})


def test_values_of_the_command_line() -> None:
    assert parse_value("3") == 3
    assert parse_value("together") == "together"
    assert parse_value("{uniform: [1, 2]}") == {"uniform": [1, 2]}
    assert parse_value("1927-09-15") == "1927-09-15"  # a date, as in a file
    with pytest.raises(ScenarioError):
        parse_value("[")


@given(
    st.integers(0, 2**32),
    st.sampled_from([None, 3, -1.5, True, "club", [], ["club"], {}, {"a": 1}, [{}]]),
)
def test_no_mistake_of_form_is_a_crash(seed: int, value: object) -> None:
    """Put something wrong at any place: the answer is a list of problems, never a traceback."""
    data = copy.deepcopy(FIRST.data)
    here, chosen = data, seed
    while True:
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        key = keys[chosen % len(keys)]
        chosen //= len(keys)
        if not isinstance(here[key], dict | list) or not here[key] or chosen % 8 == 0:
            break
        here = here[key]
    here[key] = copy.deepcopy(value)
    document = replace(FIRST, data=data)
    for problem in check(document):
        assert str(problem)
    assert faults(FIRST) == []
