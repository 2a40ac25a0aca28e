"""Which assumptions carry an answer: what must hold whatever the scenario."""

import json
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

import malaparte as mp
from malaparte.analysis.explain import factors
from malaparte.analysis.information import by_set, information
from malaparte.analysis.mechanism import mechanisms
from malaparte.analysis.nodes import HOURS, nodes
from malaparte.analysis.tree import Tree, tree
from malaparte.cli.main import call
from malaparte.ensemble.saltelli import LUCK, points
from malaparte.kernel import state
from malaparte.report.explained import explained_text
from malaparte.world.draw import columns
from malaparte.world.shares import columns_at, uncertain
from malaparte.world.trace import run_traced
from tests import small
from tests.lines import unbroken

THREE = "docs/first/three-nodes.yaml"


@pytest.fixture(scope="module")
def lab() -> mp.Laboratory:
    return mp.load(THREE)


@pytest.fixture(scope="module")
def found(lab: mp.Laboratory):
    return lab.explain(320, points=16)


def test_shares_give_the_values_that_draws_give(lab: mp.Laboratory) -> None:
    # The same quantile functions: values of many shares are spread as draws are.
    world = lab.world
    shares = (np.arange(4000)[:, None] + 0.5) / 4000 * np.ones(len(world.columns))
    ours, drawn = columns_at(world, shares), columns(world, 1, 0, 4000)
    for i in uncertain(world):
        assert ours[:, i].mean() == pytest.approx(drawn[:, i].mean(), rel=0.1, abs=0.02)
    assert (np.diff(ours, axis=0) >= 0).all()
    edges = columns_at(world, np.array([np.zeros(len(world.columns)), np.ones(len(world.columns))]))
    assert np.isfinite(edges).all()


def test_every_uncertain_number_is_a_factor_and_belongs_somewhere(lab: mp.Laboratory) -> None:
    chosen, of = factors(lab.world)
    varied = {lab.world.columns[i].path for i in uncertain(lab.world)}
    assert varied <= {factor.name for factor in chosen}
    assert chosen[0].name == LUCK
    assert set(mechanisms(lab.scenario).values()) == set(of.values())
    assert of["numbers.fire"] in ("guards", "squads", "reserves")


def test_moscows_road_has_mechanisms_of_its_own() -> None:
    of = set(mechanisms(mp.load("moscow-1927-article").scenario).values())
    assert {"guards", "road.grain", "road.rumour"} <= of


def test_workers_change_nothing(lab: mp.Laboratory, found) -> None:
    assert lab.explain(320, points=16, on="sequential") == found
    assert lab.explain(320, points=16, on="threads:3") == found


def test_what_is_idle_changes_no_history(lab: mp.Laboratory, found) -> None:
    assert found.idle
    assert not set(found.idle) & {one.name for one in found.numbers}
    changed = lab.change(set={path: _other(lab, path) for path in found.idle[:1]})
    one = lab.compare(set=dict(changed.set), worlds=64)
    assert one.same == 64


def _other(lab: mp.Laboratory, path: str) -> float:
    column = next(each for each in lab.world.columns if each.path == path)
    lo, hi = column.spread.support()
    return lo + 0.25 * (hi - lo)


def test_inputs_are_kept_and_make_the_outcomes(lab: mp.Laboratory, tmp_path: Path) -> None:
    found = lab.explain(160, points=16, out=tmp_path / "design")
    inputs = pq.read_table(tmp_path / "design/inputs.parquet").to_pylist()
    outcomes = pq.read_table(tmp_path / "design/outcomes.parquet").to_pylist()
    assert len(inputs) == 32
    width = len(outcomes) // 16
    assert width == 2 + len(found.groups) + len(found.numbers) + len(found.idle)
    # A stored row, run again from what is stored, is the stored outcome.
    world, row = lab.world, next(one for one in inputs if (one["point"], one["side"]) == (3, "b"))
    drawn = np.array([row[column.path] for column in world.columns])
    theta = np.append(drawn, 0.0)[world.cells]
    told = run_traced(world, 1, row["world"], theta)
    kept = next(one for one in outcomes if (one["point"], one["factor"]) == (3, "b"))
    assert kept["world"] == row["world"] == 16 + 3
    assert kept["places"] == told.row[10]
    with pytest.raises(mp.StoreError, match="points already"):
        lab.explain(160, points=16, out=tmp_path / "design")
    assert {path.name for path in (tmp_path / "design").iterdir()} == {
        "inputs.parquet",
        "outcomes.parquet",
    }


def test_information_of_a_linear_answer() -> None:
    # y = 3 x0 + x1 + luck: knowing x0 takes away 9 of 10 parts of what ignorance does.
    chance = np.random.default_rng(1927)
    x = chance.random((4000, 5))
    answer = 3 * x[:, 0] + x[:, 1]
    luck = chance.normal(0, 1, (4000, 4))
    means = (answer[:, None] + luck).mean(axis=1)
    variance = 10 / 12
    found = information(x, means, variance, [f"x{i}" for i in range(5)])
    assert [one.path for one in found[:2]] == ["x0", "x1"]
    truth = {"x0": 0.9, "x1": 0.1, "x2": 0.0, "x3": 0.0, "x4": 0.0}
    for one in found:
        assert one.share == pytest.approx(truth[one.path], abs=0.04)
        assert one.low <= truth[one.path] + 0.015
    assert found[0].spread == pytest.approx(np.sqrt(variance * (1 - found[0].share)))


def test_luck_is_no_ignorance() -> None:
    chance = np.random.default_rng(1)
    values = (chance.random(16 * 2000) < 0.3).astype(np.int64)
    _, variance = by_set(values, 16)
    assert variance < 0.001
    assert information(np.ones((4, 1)), np.ones(4), 0.0, ["x"]) == ()


def test_a_number_of_few_values_is_not_cut_inside_them() -> None:
    x = np.repeat([[0.0], [1.0]], 100, axis=0)
    (one,) = information(x, x[:, 0], 0.25, ["x"])
    assert one.share == pytest.approx(1.0, abs=0.01)


def test_a_tree_finds_the_conditions() -> None:
    chance = np.random.default_rng(1927)
    x = chance.random((800, 20))
    answer = 0.1 + 0.6 * ((x[:, 3] > 0.5) & (x[:, 7] <= 0.4)) + chance.normal(0, 0.1, 800)
    found = tree(x, answer, [f"x{i}" for i in range(20)], ["share"] * 20)
    assert {found.path, *(side.path for side in (found.yes, found.no) if side)} >= {"x3", "x7"}
    values = sorted(leaf.value for leaf in leaves(found))
    assert values[0] == pytest.approx(0.1, abs=0.05)
    assert values[-1] == pytest.approx(0.7, abs=0.05)


def leaves(here: Tree) -> list[Tree]:
    if here.yes is None or here.no is None:
        return [here]
    return [*leaves(here.yes), *leaves(here.no)]


def test_a_tree_does_not_grow_on_chance() -> None:
    chance = np.random.default_rng(7)
    grown = sum(
        tree(chance.random((200, 60)), chance.random(200), ["x"] * 60, [""] * 60).leaves > 1
        for _ in range(20)
    )
    assert grown <= 6, "sixty numbers, none of which matters"


def service(supplier: str, consumer: str, loss: float, **more: object) -> small.Data:
    told = {"supplier": supplier, "consumer": consumer, "kind": "power", "loss": loss}
    return {**told, "backup": 0, **more}


def test_a_loss_spreads_as_the_day_says() -> None:
    # The node is fought over for ever and has lost everything: the rule of the day beside ours.
    lines = {
        "a": service("node", "other", 0.5),
        "b": service("other", "third", 0.8),
        "c": service("third", "other", 0.4),
    }
    city = small.city(
        places={"other": small.place(3), "third": small.place(4)},
        guards={"node": small.guard("node", fire=0)},
        squads={"men": {"fire": 0}},
        clash={"disruption": 1},
        dependencies=lines,
    )
    day = small.run(city)
    lost = dict(zip(city.names["place"], day.end(state.SERVICE_LOSS), strict=True))
    worst = next(one for one in nodes(city, 1, 4) if one.place == "node")
    assert worst.loss == pytest.approx(lost["other"] + lost["third"], abs=1e-6)


def test_backups_delay_a_loss_and_ranks_are_probabilities() -> None:
    lines = {
        "a": service("node", "other", 0.5, backup=10),
        "b": service("centre", "third", {"uniform": [0, 1], "unit": "share", "basis": "assumed"}),
    }
    city = small.city(places={"other": small.place(3), "third": small.place(4)}, dependencies=lines)
    found = {one.place: one for one in nodes(city, 1, 512)}
    curve = dict(zip(HOURS, found["node"].curve, strict=True))
    assert curve[6][0] == 0.0 < curve[12][0] == found["node"].loss == 0.5
    assert curve[25][0] == 0.0, "no sector repairs it"
    assert found["node"].ranks[0] == pytest.approx(0.5, abs=0.1)
    assert sum(found["centre"].ranks) == pytest.approx(1.0)
    assert nodes(small.city(), 1, 4) == ()


def test_moscows_repair_follows_its_sector() -> None:
    world = mp.load("moscow-1927-article").world
    found = {one.place: one for one in nodes(world, 1, 64)}
    hours = dict(zip(HOURS, found["moges1"].curve, strict=True))
    assert hours[25][0] > hours[36][0] > hours[72][0] > 0.0


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_an_explanation_fits_a_terminal(lang: str, lab: mp.Laboratory, found) -> None:
    text = explained_text(found, lab.scenario, lang)
    assert max(map(len, text.splitlines())) <= 80
    assert found.numbers[0].name in text


MISTAKES = [
    (["explain", THREE, "--points", "100"], 2, "expected a power of two"),
    (["explain", THREE, "--of", "losses"], 2, "expected outcome, places, arrested"),
    (["explain", THREE, "--label", "kept"], 2, "no outcome 'kept'"),
]


@pytest.mark.parametrize(("words", "code", "said"), MISTAKES)
def test_mistakes_are_told(
    words: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(words) == code
    printed = capsys.readouterr()
    assert said in unbroken(printed.err)
    assert printed.out == ""


def test_without_an_uncertain_number_nothing_can_be_explained() -> None:
    with pytest.raises(mp.UsageError, match="no number is uncertain"):
        factors(small.city())


def test_explain_prints_data(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["explain", THREE, "--worlds", "160", "--points", "8", "--of", "outcome", "--json"]
    assert call(words) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["by"] == "outcome"
    assert data["groups"][0]["index"]["total"] >= 0.0


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_an_explanation_names_what_was_decided(lang: str) -> None:
    changed = mp.load(THREE, do={"posture": "street"}, set={"plan.suspicion": 1})
    found = changed.explain(160, points=4)
    assert (found.do, found.set) == ({"posture": "street"}, {"plan.suspicion": 1})
    text = unbroken(explained_text(found, changed.scenario, lang))
    option = changed.scenario.decisions["posture"].options["street"].title.say(lang)
    assert option in text
    assert "plan.suspicion = 1" in text
    told = {"en": "As told", "ru": "Как рассказано"}[lang]
    assert told not in text
    assert told in explained_text(mp.load(THREE).explain(160, points=4), changed.scenario, lang)


def test_points_are_powers_of_two() -> None:
    with pytest.raises(mp.UsageError, match="3 points"):
        next(points(2, 3, 1))
