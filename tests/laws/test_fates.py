"""What becomes of persons: everybody is somewhere, and chances decide as they say."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from malaparte.api import load
from malaparte.ensemble.replaying import replayed
from malaparte.kernel.outcome import FATES, HELD, LABELS, LOST, MORE, PREVENTED
from malaparte.kernel.state import CAUSE_HORIZON
from tests import small
from tests.laws.test_public import POWER, holding, unit

PERSONS = [name for name in MORE if name.startswith("persons_")]
CASES = ("arrested", "failed", "fled", "lost", "ousted")
ARTICLE = "moscow-1927-article"
AGAINST = {"pledged": 0, "officers": 0, "ranks": 0}
"""A unit that would never go over."""


def fates(caught: float = 0, killed: float = 0, flees: float = 0, captives: float = 0) -> Any:
    """Return the same chances in all cases."""
    case = {"caught": caught, "killed": killed, "flees": flees}
    return {**dict.fromkeys(CASES, case), "captives": captives}


def city(support: float = 0.5, **more: Any) -> Any:
    """Return a city where units take the node; a person there is taken, another is far away."""
    units = {
        "mine": unit("club", men=500, officers=1, ranks=1, pledged=1),
        "yours": unit("camp", men=1),
    }
    army = {"strength": 0.5, "common": 0.5, "private": 10, "public": 1, "caution": 0.2}
    army |= {"conviction": 1, "superior": 0, "nodes": 0, "seen": 0, "plot_word": 0}
    army |= {"state_word": 0, "people": 0, "horse": 1, "armour": 1, "walls": 1, "luck": 0}
    army |= {"settle": 60, "state_yields": 0, "plot_yields": 0}
    parts = {
        "army": {"units": units, **army, "breakoff": 0.3, "dead": 0.5},
        "places": {"camp": small.place(4)},
        "power": POWER,
        "holding": holding(support=support),
        "leaders": {"near": small.leader("node"), "far": small.leader("camp")},
        "day": {"hours": 24},
    }
    return small.city(**small.merged(parts, more))


def told(found: small.Worlds) -> NDArray[np.int64]:
    """Return the columns of persons, [worlds, fates]."""
    return np.stack([found.column(name) for name in PERSONS], axis=1)


@pytest.mark.parametrize(
    ("name", "do"),
    [
        (ARTICLE, {"guards": "none", "agent": "none", "shelter": "none"}),
        (ARTICLE, {"arrest": "first"}),
        ("petrograd-1917", {}),
        ("berlin-1920", {}),
        ("warsaw-1926", {}),
    ],
)
def test_persons_by_fate_add_up_in_every_world(name: str, do: dict[str, str]) -> None:
    lab = load(name)
    known = {key: option for key, option in do.items() if option in _options(lab, key)}
    table = lab.change(known, {}).run(512).outcomes
    persons = sum(table.column(one).to_numpy() for one in PERSONS)
    present = [one for one in table.column_names if one.startswith("present.")]
    there = sum(table.column(one).fill_null(0).to_numpy() for one in present)
    assert (persons == there).all()
    words = set(table.column("leader").to_pylist())
    assert words <= {*FATES} - {"not told"}
    if name != ARTICLE:
        assert {"in power", "taken", "free", "killed", "fled"} <= words


def _options(lab: Any, decision: str) -> Any:
    found = lab.scenario.decisions.get(decision)
    return found.options if found else ()


@cache
def ends(case: str, caught: float, killed: float, flees: float) -> tuple[list[str], dict[str, int]]:
    """Return what becomes of the plot's leader where it ended so, and of persons in all."""
    chances = {f"fates.{case}.{name}": value for name, value in _named(caught, killed, flees)}
    if case == "arrested":
        table = load(ARTICLE, {"arrest": "first"}, chances).run(256).outcomes
        hit = np.array(table.column("label").to_pylist()) == LABELS[PREVENTED]
        assert hit.any()
        return list(np.array(table.column("leader").to_pylist())[hit]), {}
    settings: dict[str, Any] = {
        "failed": {"army": {"units": {"mine": AGAINST}}, "command": {"agent": 1}},
        "fled": {
            "army": {"units": {"mine": AGAINST}},
            "squads": {"men": {"targets": ["centre"]}},
            "guards": {"centre": small.guard("centre", size=100)},
            "plan": {"response": "give-up", "fallback": "flee", "reports": 1, "failure": 0.5},
        },
        "lost": {"holding": {"hazard": 100}},
        "ousted": {},
    }
    own = fates()
    own[case] = dict(_named(caught, killed, flees))
    found = small.run(city(**settings[case], fates=own), 64)
    labels = {"lost": LOST, "ousted": HELD}
    if case in labels:
        assert (found.column("label") == labels[case]).all()
    else:
        assert not np.isin(found.column("label"), (LOST, HELD)).any()
        assert (found.column("cause") != CAUSE_HORIZON).all()
    sums = dict(zip(PERSONS, map(int, told(found).sum(axis=0)), strict=True))
    return [FATES[code] for code in found.column("leader")], sums


def _named(*values: float) -> Any:
    return zip(("caught", "killed", "flees"), values, strict=True)


@pytest.mark.parametrize("case", ["arrested", "failed", "fled", "lost"])
def test_chances_decide_what_becomes_of_the_plots_leader(case: str) -> None:
    assert set(ends(case, 1, 1, 0)[0]) == {"killed"}
    assert set(ends(case, 1, 0, 1)[0]) == {"taken"}
    assert set(ends(case, 0, 1, 1)[0]) == {"fled"}
    assert set(ends(case, 0, 1, 0)[0]) == {"free"}


def test_a_power_that_stands_decides_what_becomes_of_those_it_ousted() -> None:
    """Of two persons one is taken on the day; nobody caught afterwards stays free."""
    assert set(ends("ousted", 0, 0, 0)[0]) == {"in power"}
    none = dict.fromkeys(PERSONS, 0)
    assert ends("ousted", 0, 0, 0)[1] == {**none, "persons_taken": 64, "persons_free": 64}
    assert ends("ousted", 1, 0, 1)[1] == {**none, "persons_taken": 128}
    assert ends("ousted", 1, 1, 1)[1] == {**none, "persons_killed": 128}
    assert ends("ousted", 0, 1, 1)[1] == {**none, "persons_killed": 64, "persons_fled": 64}


@pytest.mark.parametrize("captives", [0, 1])
def test_who_was_taken_comes_free_or_not_when_a_power_is_lost(captives: int) -> None:
    found = small.run(city(holding={"hazard": 100}, fates=fates(1, 1, 1, captives)), 16)
    assert (found.column("label") == LOST).all()
    assert (found.column("persons_killed") == captives).all()
    assert (found.column("persons_freed") == 1 - captives).all()
    assert (found.column("persons_free") == 1).all()


def test_captives_of_an_attempt_that_nothing_decided_stay_where_the_day_left_them() -> None:
    """All is taken, but not for as long as power asks when the hours run out."""
    undecided: Any = {"power": {"hours": 20}, "day": {"hours": 4}}
    for own in ({}, {"fates": fates(1, 1, 1, 1)}, {"fates": fates(1, 1, 1, 0)}):
        world = city(**undecided, **own)
        found = small.run(world, 16)
        assert (found.column("seized_at") < 0).all()
        assert (found.column("cause") == CAUSE_HORIZON).all()
        assert (found.column("persons_taken") == 1).all()
        assert (found.column("persons_freed") + found.column("persons_killed") == 0).all()
        assert replayed(world, 1, 0).differences == []


def test_a_higher_chance_never_brings_fewer_of_it() -> None:
    """World by world, on the same luck."""
    few, many = (
        small.run(city(fates=fates(0.5, killed, 0.5)), 200).column("persons_killed")
        for killed in (0.2, 0.6)
    )
    assert (few <= many).all()
    assert few.sum() < many.sum()
    share = many.mean() / 2
    assert share == pytest.approx(0.6 * (1 + 0.5) / 2, abs=0.08)  # one of two is caught already


def test_fates_change_nothing_else_and_without_them_guesses_are_not_told() -> None:
    for more in ({}, {"holding": {"hazard": 100}}):
        plain = small.run(city(**more), 16)
        with_ = small.run(city(**more, fates=fates(0.5, 0.5, 0.5, 0.5)), 16)
        other = [
            index
            for index, name in enumerate(plain.world.columns_of_rows)
            if name not in {*PERSONS, "leader"}
        ]
        assert (plain.rows[:, other] == with_.rows[:, other]).all()
        assert (told(plain).sum(axis=1) == told(with_).sum(axis=1)).all()
        expected = "not told" if more else "in power"
        assert {FATES[code] for code in plain.column("leader")} == {expected}


def test_events_tell_fates() -> None:
    for support in (0.5, 0.0):
        world = city(support, fates=fates(0.5, 0.5, 0.5, 0.5))
        for number in range(16):
            again = replayed(world, 1, number)
            assert again.differences == []
            assert {"leader", *PERSONS} <= set(again.told)
