"""Comparisons against another set of decisions, of folders, and two tellings of one world."""

import json
from pathlib import Path

import pytest

import malaparte as mp
from malaparte.analysis.target import POWER, target
from malaparte.api import compare_kept
from malaparte.cli.main import call
from malaparte.kernel.outcome import LABELS

THREE = "docs/first/three-nodes.yaml"


def test_against_another_set_is_the_difference_of_the_two() -> None:
    lab = mp.load(THREE)
    street, hidden = {"posture": "street"}, {"posture": "hidden"}
    there = lab.compare(street, worlds=640)
    back = lab.compare(hidden, worlds=640, against=street)
    assert there.target.gained == back.target.lost
    assert there.target.value == -back.target.value != 0.0
    assert back.do_before == street


def test_the_null_action_is_zero_to_the_bit() -> None:
    lab = mp.load(THREE)
    assert lab.change({"posture": "hidden"}).run(640).digest == lab.run(640).digest
    same = lab.compare({"posture": "street"}, worlds=640, against={"posture": "street"})
    assert same.same == 640
    assert {one.value for one in (*same.outcomes, *same.places, *same.numbers)} == {0.0}


def test_any_outcome_may_be_asked_for() -> None:
    lab = mp.load(THREE)
    power = lab.compare({"posture": "street"}, worlds=640)
    fails = lab.compare({"posture": "street"}, worlds=640, label="repelled")
    assert power.label is None
    assert set(POWER) <= set(LABELS)
    assert fails.target.gained == power.target.lost
    with pytest.raises(mp.UsageError, match="did you mean `repelled`"):
        target("repeled")


def test_folders_are_compared_like_what_they_hold(tmp_path: Path) -> None:
    lab = mp.load(THREE)
    lab.keep(tmp_path / "a", worlds=320)
    lab.change({"posture": "street"}).keep(tmp_path / "b", worlds=320)
    a, b = (mp.reopen(tmp_path / name) for name in "ab")
    assert compare_kept(a, b) == lab.compare({"posture": "street"}, worlds=320)
    lab.keep(tmp_path / "c", worlds=320, seed=2)
    with pytest.raises(mp.UsageError, match="seed 2"):
        compare_kept(a, mp.reopen(tmp_path / "c"))
    lab.keep(tmp_path / "d", worlds=5000, shard="1/2")
    with pytest.raises(mp.StoreError, match="missing"):
        compare_kept(a, mp.reopen(tmp_path / "d"))


def test_scenarios_share_no_luck() -> None:
    lab, other = mp.load("moscow-1927-article"), mp.load("moscow-1927-malaparte")
    with pytest.raises(mp.UsageError, match="two scenarios"):
        lab.parting(other, 0)


def test_two_tellings_part_where_their_events_do() -> None:
    lab = mp.load(THREE)
    other = lab.change({"posture": "street"})
    for world in range(4):
        found = lab.parting(other, world)
        assert found.t is not None
        logs = [one.trace(world).events[:, 1:-1].tolist() for one in (lab, other)]
        assert logs[0][: found.same] == logs[1][: found.same]
        assert logs[0][found.same] != logs[1][found.same]
    assert lab.parting(lab.change(), 3).t is None


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_chronicle_can_be_told_twice(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["chronicle", THREE, "--world", "3", "--do", "posture=street", "--against", "told"]
    assert call([*words, "--lang", lang]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    assert out.count("three-nodes") >= 4
    assert call([*words, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["before"]["events"] != data["after"]["events"]


def test_the_road_parts_on_its_first_other_day() -> None:
    lab = mp.load("moscow-1927-article")
    found = lab.parting(lab.change({"denial": "press"}), 17)
    assert found.day is not None
    assert "rumour" in found.series
    assert str(found.day) >= "1927-03-01"
