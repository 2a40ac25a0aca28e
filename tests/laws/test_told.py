"""Events tell the end of a world and its outcome row, but for what is named."""

import itertools
from functools import cache

import pytest

from malaparte.api import load
from malaparte.ensemble.replaying import Replayed, other_numbers, replayed
from malaparte.ensemble.simulation import layout
from malaparte.kernel import events as kind
from malaparte.kernel.outcome import LABELS
from malaparte.results.events import as_dicts
from malaparte.results.replay import board, differences, replay
from malaparte.results.schema import names
from malaparte.results.told import Telling
from malaparte.world.build import World

THREE = "docs/first/three-nodes.yaml"
ARTICLE = "moscow-1927-article"
CASES: list[tuple[str, dict[str, str], dict[str, object]]] = [
    (THREE, {}, {}),
    (THREE, {}, {"plan.exists": 0.3}),
    (ARTICLE, {}, {}),
    (ARTICLE, {"arrest": "first"}, {}),
    (ARTICLE, {"doctrine": "agitation", "crowd": "tolerate"}, {}),
    (ARTICLE, {}, {"plan.response": "give-up", "plan.fallback": "flee", "plan.reports": 1}),
    ("moscow-1927-record", {}, {}),
    ("petrograd-1917", {}, {"plan.doctrine": "both"}),
    ("berlin-1920", {}, {}),
    ("warsaw-1926", {}, {}),
    (THREE, {}, {"plan.doctrine": "agitation"}),
]

WORLDS = (*range(4), *range(30, 32), *range(48, 54))
"""Of three sets of assumptions; among them are worlds that came to power."""
CITY, ARMY = 2, 7
"""Cases in which much happens: to squads and people, and to units."""


@cache
def world_of(case: int) -> World:
    name, do, values = CASES[case]
    return load(name, do, values).world


@cache
def found(case: int, number: int) -> Replayed:
    return replayed(world_of(case), 1, number)


@pytest.mark.parametrize("case", range(len(CASES)), ids=[str(case) for case in CASES])
def test_events_tell_the_row(case: int) -> None:
    for number in WORLDS:
        again = found(case, number)
        assert again.differences == []
        assert list(again.row) == sorted(again.row, key=names(layout(world_of(case))).index)
        assert {*again.untold} == unplaced(again)


def unplaced(again: Replayed) -> set[str]:
    """Return columns of persons whom a world without a day places nowhere."""
    if any(event[2] != kind.FATE for event in again.trace.events):
        return set()
    return {name for name in again.row if name.startswith("present.") or name == "persons_free"}


def test_worlds_of_all_kinds_are_among_them() -> None:
    pairs = itertools.product(range(len(CASES)), WORLDS)
    labels = {LABELS[found(case, number).row["label"]] for case, number in pairs}
    assert labels == {*LABELS}


KINDS = {
    "alarm": "alarm_at",
    "failure": "gave_up_at",
    "street_called": "street_called_at",
    "plot_loss": "loss_plot",
    "guard_loss": "loss_regime",
    "taken": "nodes_taken",
    "unit_chooses": "units_obey",
    "ends": "cause",
    "spent": "lost_at",
    "toll": "dead_plot",
    "fate": "leader",
}


@pytest.mark.parametrize("name", KINDS)
def test_what_is_not_told_is_missed(name: str) -> None:
    missed: set[str] = set()
    for case, number in itertools.product((ARMY, CITY), WORLDS):
        again, world = found(case, number), world_of(case)
        events = again.trace.events.tolist()
        told = as_dicts(events, world.names)
        kept = [row for row, event in zip(events, told, strict=True) if event["kind"] != name]
        end = replay(board(again.begin), kept)
        row = Telling(layout(world), again.begin, end, kept).row()
        missed |= {words.partition(":")[0] for words in other_numbers("-", row, again.row)}
        missed |= {name for name in again.told if name not in row}
    assert KINDS[name] in missed


def test_an_end_that_is_another_is_named() -> None:
    again = found(CITY, 0)
    end = board(again.trace.ints)
    end.node_holder[0] = 1 - end.node_holder[0]
    end.unit_choice[0] += 1
    words = differences(board(again.trace.ints), end)
    assert [line.partition(":")[0] for line in words] == ["node_holder[0]", "unit_choice[0]"]
