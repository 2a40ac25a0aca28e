import dataclasses
import subprocess
import sys
from typing import Any

import numpy as np
import pytest

import malaparte as mp
from malaparte.ensemble.design import Design
from malaparte.kernel.outcome import COLUMNS
from malaparte.results.schema import table, untable
from malaparte.results.tally import tally

THREE = "docs/first/three-nodes.yaml"


def test_public_names_are_few_sorted_and_there() -> None:
    names = [name for name in mp.__all__ if not name.startswith("_")]
    assert len(mp.__all__) <= 25
    assert names == sorted(names)
    for name in mp.__all__:
        assert getattr(mp, name) is not None
    assert set(dir(mp)) >= set(mp.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = mp.nonsense  # type: ignore[attr-defined] - the test


def test_reading_a_scenario_does_not_import_numba() -> None:
    code = (
        "import sys, malaparte as mp; lab = mp.load('docs/first/three-nodes.yaml'); "
        "from malaparte.cli import main; sys.exit('numba' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_ensemble_shows_itself() -> None:
    ensemble = mp.load(THREE).run(worlds=100)
    assert ensemble.outcomes.num_rows == 100
    frame = ensemble.to_pandas()
    assert list(frame.columns[:3]) == ["world", "label", "cause"]
    assert "100 worlds of three-nodes, seed 1" in repr(ensemble)
    assert "repelled" in ensemble._repr_html_()
    assert ensemble.row(17) == [int(value) for value in ensemble.block.rows[17]]


def test_a_laboratory_shows_its_call() -> None:
    lab = mp.load(THREE, do={"posture": "street"}).change(set={"guards.*.size": 3})
    assert repr(lab) == f"load('{THREE}', do={{'posture': 'street'}}, set={{'guards.*.size': 3}})"


def test_a_world_is_the_same_alone() -> None:
    lab = mp.load(THREE)
    assert lab.trace(17).row.tolist() == lab.run(32).row(17)


def test_a_table_holds_all_of_a_block() -> None:
    ensemble = mp.load(THREE).run(worlds=300)
    again = untable(ensemble.layout, table(ensemble.layout, ensemble.block))
    for name in ("rows", "taken", "arrested", "present"):
        assert np.array_equal(getattr(again, name), getattr(ensemble.block, name))


def test_tallies_of_parts_add_up() -> None:
    block = mp.load(THREE).run(worlds=300).block
    whole = tally(block, 16)
    parts = tally(block.part(0, 160), 16) + tally(block.part(160, 300), 16)
    assert np.array_equal(whole, parts)


def test_persons_are_there_whether_or_not_there_is_a_plot() -> None:
    lab = mp.load(THREE, set={"plan.exists": 0.5})
    ensemble = lab.run(worlds=400)
    summary = ensemble.summary
    assert summary.stratified
    assert (ensemble.block.present == 3).all()
    fate = summary.groups[0].arrested
    assert fate.given_plot is not None
    assert fate.share.count == fate.given_plot.count
    assert fate.share.of == 1200 > fate.given_plot.of


def test_the_typical_world_has_the_commonest_label() -> None:
    ensemble = mp.load(THREE).run(worlds=400)
    summary = ensemble.summary
    assert summary.outcomes[0].label == summary.modal
    assert ensemble.outcomes["label"][summary.typical].as_py() == summary.modal
    taken = ensemble.row(summary.typical)[COLUMNS.index("nodes_taken")]
    assert summary.nodes_taken.q25 <= taken <= summary.nodes_taken.q75


@pytest.mark.parametrize(
    ("design", "words"),
    [((0,), "0 worlds"), ((10, -1), "seed -1"), ((10, 2**63), "seed"), ((10, 1, 0), "a set")],
)
def test_numbers_that_name_no_worlds_are_refused(design: tuple[int, ...], words: str) -> None:
    with pytest.raises(mp.UsageError, match=words):
        Design(*design)


def test_what_an_attempt_lacked_is_counted() -> None:
    found = mp.load(THREE).run(2000)
    missed = found.missed
    at = COLUMNS.index("seized_at")
    seized = found.sample.rows[:, at] >= 0
    assert seized.sum() > 20
    assert (
        missed.of == (found.sample.rows[:, COLUMNS.index("launched_at")] >= 0).sum() - seized.sum()
    )
    assert missed.nodes + missed.leaders + missed.length >= missed.of
    # Whoever came to power had both; take the power away, and only its length is missing.
    rows = found.sample.rows.copy()
    rows[seized, at] = -1
    other = dataclasses.replace(found, sample=dataclasses.replace(found.sample, rows=rows)).missed
    assert (other.nodes, other.leaders) == (missed.nodes, missed.leaders)
    assert other.length == missed.length + seized.sum()


@pytest.mark.parametrize("name", ["nodes", "leaders"])
def test_nobody_lacks_what_is_not_asked_for(name: str) -> None:
    found = mp.load(THREE, set={f"power.share_{name}": 0}).run(500).missed
    assert getattr(found, name) == 0
    assert found.of > 0


def test_what_is_no_number_is_refused_in_words() -> None:
    lab = mp.load("docs/first/three-nodes.yaml")
    wrong: list[Any] = ["x", 10.5, None]
    for one in wrong:
        with pytest.raises(mp.UsageError, match="expected a whole number"):
            lab.run(worlds=one)
        with pytest.raises(mp.UsageError, match="expected a whole number"):
            lab.trace(one)
    assert lab.run(worlds=np.int64(16), on="sequential").design.worlds == 16


def test_public_names_and_short_words_for_what_is_large() -> None:
    names = [name for name in dir(mp) if not name.startswith("__")]
    assert set(names) == {name for name in mp.__all__ if not name.startswith("__")}
    ensemble = mp.load("docs/first/three-nodes.yaml").run(worlds=64, on="sequential")
    for one in (ensemble.summary, ensemble.world):
        assert len(repr(one)) < 300
        assert "three-nodes" in repr(one)


def test_an_unknown_scenario_is_answered_with_those_that_can_run() -> None:
    with pytest.raises(mp.ScenarioError) as caught:
        mp.load("nope")
    assert "moscow-1927-article" in caught.value.problems[0].hint
    assert "general" not in caught.value.problems[0].hint
