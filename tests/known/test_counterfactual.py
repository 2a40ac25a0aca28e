"""Counterfactual inference: published answers, from the analysis that comparisons use."""

import itertools
from collections.abc import Mapping

import numpy as np
import pytest
from numpy.typing import NDArray

from malaparte.analysis.effects import Question
from malaparte.analysis.joint import joint
from malaparte.analysis.shapley import shapley
from malaparte.analysis.target import target
from malaparte.ensemble.design import Design
from malaparte.ensemble.executors import Sequential
from malaparte.ensemble.trials import Change, Trials, together
from tests import small
from tests.known.expected import expected, near
from tests.structural import Told, luck, off, question

Do = Mapping[str, object]
Worlds = NDArray[np.int64]


def test_firing_squad() -> None:
    given = expected("cf.firing_squad", "inputs")

    def squad(do: Do, worlds: Worlds) -> Told:
        order = luck("court", worlds) < given["p"]
        first = order | (luck("nerves", worlds) < given["q"])
        if "first" in do:
            first = np.zeros_like(order)
        return first | order, 0, 2 * first + order

    worlds = 40_000
    asked = question(squad, worlds)
    found = asked.effect(together(off("first")), worlds)
    # Of the worlds in which he died: those that the change turns.  Their luck is kept, not drawn
    # again (0.5), and the rifleman is stopped, not seen to be still (1).
    dead = asked.hit((), worlds) == 1
    alive = asked.hit(together(off("first")), worlds)[dead] == 0
    assert found.gained == 0
    assert found.lost == alive.sum()
    near(alive, expected("cf.firing_squad"))


def test_linear_structural_model() -> None:
    given, said = expected("cf.linear_scm", "inputs"), expected("cf.linear_scm")
    grid = np.arange(0.0, 2.0, 0.25)
    noise = np.array(list(itertools.product(grid, grid)))

    def model(do: Do, worlds: Worlds) -> Told:
        mediator = 0.5 * given["X"] + noise[worlds, 0]
        if "H" in do:
            mediator = np.full(len(worlds), float(str(do["H"])))
        result = 0.7 * given["X"] + 0.4 * mediator + noise[worlds, 1]
        return False, np.rint(1000 * result), np.rint(1000 * mediator)

    asked = question(model, len(noise))
    actual = asked.trials.marks((), len(noise))
    # Abduction: the worlds that agree with the record.
    fits = (actual.history == 1000 * given["H"]) & (actual.places == 1000 * given["Y"])
    assert noise[fits].tolist() == [[said["uH"], said["uY"]]]
    after = asked.places(together(Change("H", given["do_H"])), len(noise))
    assert after[fits] == pytest.approx([1000 * said["Y_cf"]])


# Charig and others 1986: (cured, treated) by size of the stone.
STONES = {"small": {"A": (81, 87), "B": (234, 270)}, "large": {"A": (192, 263), "B": (55, 80)}}


def stones(do: Do, worlds: Worlds) -> Told:
    number = {size: sum(n for _, n in rows.values()) for size, rows in STONES.items()}
    is_small = luck("size", worlds) < number["small"] / sum(number.values())
    by_doctor = luck("doctor", worlds), luck("cure", worlds)
    treated = np.zeros(len(worlds), np.int64)
    cured = np.zeros(len(worlds), bool)
    for size, rows in STONES.items():
        here = is_small == (size == "small")
        a = by_doctor[0] < rows["A"][1] / number[size]
        if "treatment" in do:
            a = np.full(len(worlds), do["treatment"] == "A")
        rate = np.where(a, *(rows[name][0] / rows[name][1] for name in "AB"))
        treated[here], cured[here] = a[here], (by_doctor[1] < rate)[here]
    return cured, treated, 2 * treated + cured


def test_kidney_stones() -> None:
    said, worlds = expected("cf.kidney_simpson"), 60_000
    asked = question(stones, worlds)
    cured, treated = asked.hit((), worlds), asked.places((), worlds)
    adjusted = [asked.hit(together(Change("treatment", name)), worlds) for name in "AB"]
    for a, (raw, mean) in enumerate(zip(said["raw"], said["adjusted"], strict=True)):
        near(cured[treated == 1 - a], raw)
        near(adjusted[a], mean)
    assert cured[treated == 1].mean() < cured[treated == 0].mean(), "seen: B is better"
    assert adjusted[0].mean() > adjusted[1].mean(), "done: A is better"


def bottle(do: Do, worlds: Worlds) -> Told:
    first = np.full(len(worlds), "suzy" not in do)
    second = np.full(len(worlds), "billy" not in do) & ~first
    return first | second, 0, 2 * first + second


def test_preemption() -> None:
    found = joint(question(bottle, 64), off("suzy"), off("billy"), 64)
    butfor, causes = expected("cf.preemption")["butfor"], expected("cf.preemption")["actual_cause"]
    assert (found.redundant, butfor) == (64, [False, False])
    (one,) = found.preemptions
    assert (one.acts, one.idle, one.worlds) == ("suzy=off", "billy=off", 64)
    assert causes == [True, False]


def test_who_only_stands_by_is_not_named_where_both_act() -> None:
    def both_throw(do: Do, worlds: Worlds) -> Told:
        hits = [np.full(len(worlds), name not in do) for name in ("suzy", "billy")]
        return hits[0] | hits[1], 0, 2 * hits[0] + hits[1]

    found = joint(question(both_throw, 64), off("suzy"), off("billy"), 64)
    assert (found.redundant, found.both, found.preemptions) == (64, 64, ())


def three_places(weights: Mapping[str, float], share: float) -> Question:
    """Return a city in which guards hold three places, and power needs some of them."""
    document = small.document(
        places={name: small.place(i + 2) for i, name in enumerate("abc")},
        squads={name: small.squad(name) for name in "abc"},
        guards={name: small.guard(name, size=100, posture="inside") for name in "abc"},
        power={
            "nodes": {"centre": 0, **weights},
            "share_nodes": share,
            "share_leaders": 0,
            "hours": 1,
        },
    )
    del document.data["squads"]["men"]
    return Question(Trials(document, {}, {}, Design(64), Sequential()), target())


UNGUARDED = [Change(f"guards.{name}.posture", "none", "set") for name in "abc"]


@pytest.mark.parametrize(
    ("weights", "share", "worth"),
    [
        ({"a": 2, "b": 1, "c": 1}, 0.75, None),  # one left glove, two right ones
        ({"a": 1, "b": 1}, 1, [1 / 2, 1 / 2, 0]),  # a lock with two keys
        ({"a": 1, "b": 1}, 0.5, [1 / 2, 1 / 2, 0]),  # a door with two handles
    ],
)
def test_glove_game(weights: Mapping[str, float], share: float, worth: list[float] | None) -> None:
    found = shapley(three_places(weights, share), UNGUARDED, 64)
    values = [one.value.value for one in found.worths]
    assert values == pytest.approx(worth or expected("cf.shapley_glove"), abs=1e-6)
    assert sum(values) == pytest.approx(found.effect.value.value)
    assert sum(one.places.value for one in found.worths) == pytest.approx(3)


def test_preemption_in_a_city() -> None:
    # A strong guard and a reserve: each alone is enough, and while the guard holds, nobody calls.
    document = small.document(
        guards={"node": small.guard("node", size=200, posture="inside")},
        reserves={
            "centre": {
                "place": "centre",
                "groups": 1,
                "size": 200,
                "readiness": 1,
                "fire": 1,
                "breakoff": 1,
            }
        },
        command={"alarm_open": 0.001, "alarm_node": 0.2, "telephone_delay": 1, "recall": 10},
        power={"nodes": {"centre": 0, "node": 1}, "share_nodes": 1, "share_leaders": 0, "hours": 6},
    )
    asked = Question(Trials(document, {}, {}, Design(64), Sequential()), target())
    guard = Change("guards.node.posture", "none", "set")
    reserve = Change("reserves.centre.groups", 0, "set")
    found = joint(asked, guard, reserve, 64)
    assert found.redundant > 0
    (one,) = found.preemptions
    assert (one.acts, one.idle) == (str(guard), str(reserve))
    assert one.worlds + found.both == found.redundant
