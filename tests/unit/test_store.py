"""A folder of results: whole, mended, refused."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import malaparte as mp
from malaparte.cli.main import call
from malaparte.ensemble.runner import Shard, shard_of
from malaparte.ensemble.selection import Selection, selection
from malaparte.results.files import write_whole
from malaparte.results.lock import locked
from malaparte.results.manifest import load_manifest
from malaparte.scenario.read import digest, read
from tests.folders import (
    THREE,
    WORLDS,
    contents,
    damage_byte,
    damage_cut,
    damage_empty,
    damage_other,
    keep,
)
from tests.lines import unbroken


def test_kept_worlds_are_those_in_memory(whole: Path) -> None:
    kept = mp.reopen(whole).ensemble()
    memory = mp.load(THREE).run(WORLDS)
    assert kept.digest == memory.digest
    assert kept.summary == memory.summary
    assert kept.outcomes.equals(memory.outcomes)


@pytest.mark.parametrize(
    "damage", [Path.unlink, damage_cut, damage_byte, damage_empty, damage_other]
)
@pytest.mark.parametrize("name", ["outcomes-00000001.parquet", "events-00000001.parquet"])
def test_damage_is_found_and_mended(
    damage: Callable[[Path], None], name: str, copy: Path, whole: Path
) -> None:
    damage(copy / name)
    keep(copy, events="every:1000")
    assert contents(copy) == contents(whole)


def test_only_what_is_missing_is_computed(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []

    def noted(path: Path, data: bytes, tag: str = "") -> None:
        written.append(path.name)
        write_whole(path, data, tag)

    monkeypatch.setattr("malaparte.results.store.write_whole", noted)
    (copy / "outcomes-00000002.parquet").unlink()
    keep(copy, events="every:1000", on="sequential")
    assert written == ["events-00000002.parquet", "outcomes-00000002.parquet"]


@pytest.mark.parametrize("text", [None, "", "{", "{}", '{"run": 3}'])
def test_a_damaged_manifest_is_written_anew(text: str | None, copy: Path, whole: Path) -> None:
    if text is None:
        (copy / "manifest.json").unlink()
    else:
        (copy / "manifest.json").write_text(text)
    with pytest.raises(mp.StoreError, match=r"manifest\.json"):
        mp.reopen(copy)
    keep(copy, events="every:1000")
    assert load_manifest(copy).run == load_manifest(whole).run


def test_what_does_not_belong_is_moved_aside(copy: Path, whole: Path) -> None:
    stray = copy / "outcomes-00000077.parquet"
    stray.write_bytes((copy / "outcomes-00000000.parquet").read_bytes())
    half = copy / ".part-1-of-1-elsewhere-1-outcomes-00000000.parquet"
    half.write_bytes(b"half")
    (copy / "notes.txt").write_text("mine")
    (copy / "stray").mkdir()
    (copy / "stray" / stray.name).write_text("an earlier one")
    keep(copy, events="every:1000")
    assert contents(copy) == contents(whole)
    assert not half.exists()
    assert (copy / "stray" / stray.name).read_text() == "an earlier one"
    assert (copy / "stray" / f"{stray.name}.2").exists()
    assert (copy / "notes.txt").read_text() == "mine"


def test_a_folder_in_the_place_of_a_block_is_moved_aside(copy: Path, whole: Path) -> None:
    path = copy / "outcomes-00000001.parquet"
    path.unlink()
    path.mkdir()
    assert mp.reopen(copy).survey().missing == [path.name]
    keep(copy, events="every:1000")
    assert contents(copy) == contents(whole)
    assert (copy / "stray" / path.name).is_dir()


def test_notes_beside_blocks_of_this_run_do_no_harm(copy: Path, whole: Path) -> None:
    (copy / "notes.txt").write_text("mine")
    (copy / "manifest.json").write_text("{")
    with pytest.raises(mp.StoreError, match="is damaged: it is cut off, or no JSON; the same run"):
        mp.reopen(copy)
    with pytest.raises(mp.StoreError, match="of this run; move it away, or choose another"):
        mp.load(THREE).keep(copy, WORLDS, seed=2, events="every:1000")
    keep(copy, events="every:1000")
    assert load_manifest(copy).run == load_manifest(whole).run
    assert contents(copy) == contents(whole)


def test_more_worlds_than_names_are_refused(tmp_path: Path) -> None:
    most = 4096 * 10**8
    with pytest.raises(mp.UsageError, match="a folder holds at most 409,600,000,000"):
        mp.load(THREE).keep(tmp_path / "run", most + 1)
    assert not (tmp_path / "run").exists()


def test_a_cluster_that_is_not_there_leaves_no_folder(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    with pytest.raises(mp.MalaparteError, match="no Dask scheduler"):
        mp.load(THREE).keep(tmp_path / "run", 100, on="dask://127.0.0.1:1")
    assert not (tmp_path / "run").exists()


OTHER: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({"seed": 2}, {}, "seed: 1 in the folder, 2 asked"),
    ({"worlds": 5_000}, {}, "worlds: 10,000 in the folder, only 5,000 asked"),
    ({"events": "none"}, {}, "events: every:1000 in the folder, none asked"),
    ({}, {"posture": "street"}, "do: nothing in the folder, posture=street asked"),
]


@pytest.mark.parametrize(("run", "do", "said"), OTHER)
def test_another_run_is_refused(
    run: dict[str, Any], do: dict[str, str], said: str, whole: Path
) -> None:
    before = contents(whole)
    settings = {"worlds": WORLDS, "events": "every:1000", **run}
    with pytest.raises(mp.StoreError, match="another run") as caught:
        mp.load(THREE, do=do).keep(whole, **settings)
    first, second, *_ = str(caught.value).splitlines()
    assert first.endswith("holds the results of another run:")
    assert second == f"  {said}"
    assert contents(whole) == before


def test_a_scenario_that_was_changed_since_is_told_by_its_values(
    whole: Path, tmp_path: Path
) -> None:
    text = Path(THREE).read_text(encoding="utf-8")
    other = tmp_path / "three-nodes.yaml"
    other.write_text(text.replace("hours: 24", "hours: 23"), encoding="utf-8")
    assert other.read_text(encoding="utf-8") != text
    with pytest.raises(mp.StoreError, match=r"day\.hours: 24 in the folder, 23 asked"):
        mp.load(other).keep(whole, WORLDS, events="every:1000")


def test_what_was_put_in_is_recorded_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["run", "moscow-1927-article", "--worlds", "16", "--out", str(tmp_path)]
    assert call([*words, "--with", "army=petrograd-1917"]) == 0
    donor = read("petrograd-1917")
    told = load_manifest(tmp_path).transplants["army"]
    assert (told.scenario, told.digest) == ("petrograd-1917", digest(donor))
    capsys.readouterr()
    there = f"army=petrograd-1917 ({told.digest[:16]})"
    assert call(["info", str(tmp_path)]) == 0
    assert f"with      {there}" in capsys.readouterr().out
    assert call(words) == 4
    lines = capsys.readouterr().err.splitlines()
    assert lines[-2] == f"  with: {there} in the folder, nothing asked"
    assert lines[-1].startswith("Choose another folder")
    assert "title" not in " ".join(lines)
    assert call([*words, "--with", "army=berlin-1920"]) == 4
    said = unbroken(capsys.readouterr().err)
    assert f"with: {there} in the folder, army=berlin-1920 (" in said
    assert "title" not in said
    assert call([*words, "--with", "army=petrograd-1917"]) == 0


def test_a_run_grows(copy: Path, tmp_path: Path) -> None:
    """Ten thousand worlds end in a short block; more of the same fill it up and go on."""
    written = {path.name: path.stat().st_mtime_ns for path in copy.glob("*.parquet")}
    grown = mp.load(THREE).keep(copy, 13_000, events="every:1000")
    fresh = mp.load(THREE).keep(tmp_path / "fresh", 13_000, events="every:1000")
    assert contents(copy) == contents(tmp_path / "fresh")
    assert grown is not None
    assert fresh is not None
    assert grown.digest == fresh.digest
    assert load_manifest(copy).run == load_manifest(tmp_path / "fresh").run
    for number in (0, 1):  # whole blocks are not computed again
        name = f"outcomes-{number:08}.parquet"
        assert (copy / name).stat().st_mtime_ns == written[name]


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("ten years")
    with pytest.raises(mp.StoreError, match=r"thesis\.txt is not of this run"):
        keep(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
    (tmp_path / "manifest.json").write_text('{"name": "of another program"}')
    with pytest.raises(mp.StoreError, match=r"thesis\.txt is not of this run"):
        keep(tmp_path)
    assert len(list(tmp_path.iterdir())) == 2


def test_blocks_of_another_run_without_manifest_are_refused(copy: Path) -> None:
    (copy / "manifest.json").unlink()
    before = contents(copy)
    with pytest.raises(mp.StoreError, match="not of this run"):
        mp.load(THREE).keep(copy, WORLDS, seed=2)
    assert contents(copy) == before


def test_the_second_of_two_runs_is_told(tmp_path: Path) -> None:
    with locked(tmp_path, "1-of-1"), pytest.raises(mp.StoreError, match=f"process {os.getpid()}"):
        keep(tmp_path)


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("1/2", "2/2", True),
        ("1/2", "1/3", True),  # they may do a block twice, to the same bytes
        ("1/2", "1/2", False),
        ("1/2", None, False),
        (None, "1/2", False),
    ],
)
def test_shards_share_a_folder_and_a_whole_run_has_it_alone(
    first: str | None, second: str | None, together: bool, tmp_path: Path
) -> None:
    part = shard_of(first)
    with locked(tmp_path, part.tag, shard=part.of > 1):
        if together:
            assert mp.load(THREE).keep(tmp_path, WORLDS, shard=second) is None
        else:
            advice = "take another part" if first == second else r"shards of one run .* share it"
            with pytest.raises(mp.StoreError, match=f"another run .* wait for it, or {advice}"):
                mp.load(THREE).keep(tmp_path, WORLDS, shard=second)


def test_shards_of_different_runs_do_not_mix_though_they_begin_together(tmp_path: Path) -> None:
    """Both look at an empty folder; only one may take it."""
    code = (
        "import sys, malaparte as mp; "
        f"mp.load({THREE!r}).keep(sys.argv[1], {WORLDS}, seed=int(sys.argv[2]), shard=sys.argv[3])"
    )
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path), seed, shard], stderr=subprocess.PIPE
        )
        for seed, shard in (("1", "1/2"), ("2", "2/2"))
    ]
    said = [run.communicate()[1].decode() for run in runs]
    assert sorted(run.returncode for run in runs) == [0, 1]
    assert any("another run" in words for words in said)
    assert mp.reopen(tmp_path).survey().stray == []


def test_shards_together_are_the_whole(tmp_path: Path, whole: Path) -> None:
    lab = mp.load(THREE)
    settings: dict[str, Any] = {"worlds": WORLDS, "events": "every:1000"}
    assert lab.keep(tmp_path, **settings, shard="2/2") is None
    assert [path.name for path in tmp_path.glob("outcomes-*")] == ["outcomes-00000001.parquet"]
    last = lab.keep(tmp_path, **settings, shard="1/2")
    assert contents(tmp_path) == contents(whole)
    assert last is not None
    assert last.digest == mp.reopen(whole).ensemble().digest


@pytest.mark.parametrize("words", ["0/2", "3/2", "1", "a/b", "1/0"])
def test_shards_that_are_none_are_refused(words: str) -> None:
    with pytest.raises(mp.UsageError, match="expected i/k"):
        shard_of(words)
    assert shard_of("2/8") == Shard(2, 8)


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ("all", [8, 9, 10, 11]),
        ("none", []),
        ("every:5", [10]),
        ("every:1", [8, 9, 10, 11]),
        ("worlds:11,3,9", [9, 11]),
    ],
)
def test_events_are_chosen(words: str, chosen: list[int]) -> None:
    assert selection(words, 100).among(8, 4) == chosen


def test_every_hundredth_of_all_blocks_is_every_hundredth() -> None:
    chosen = [world for block in range(10) for world in Selection(7).among(block * 16, 16)]
    assert chosen == list(range(0, 160, 7))


@pytest.mark.parametrize("words", ["every:0", "every:", "worlds:", "worlds:1;2", "worlds:100", "x"])
def test_events_that_make_no_sense_are_refused(words: str) -> None:
    with pytest.raises(mp.UsageError, match="--events"):
        selection(words, 100)


def test_run_says_how_to_use_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["run", THREE, "--events", "all"]) == 2
    assert "need --out" in unbroken(capsys.readouterr().err)
    words = ["run", THREE, "--worlds", "5000", "--out", str(tmp_path / "runs" / "a")]
    assert call([*words, "--shard", "2/2"]) == 0
    assert "blocks of others are missing" in unbroken(capsys.readouterr().err)
    assert call([*words, "--shard", "1/2", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["worlds"] == 5000


def test_two_runs_racing_for_a_folder_do_no_harm(whole: Path, tmp_path: Path) -> None:
    code = "import sys, malaparte as mp; " + (
        f"mp.load({THREE!r}).keep(sys.argv[1], {WORLDS}, events='every:1000', on='threads:1')"
    )
    runs = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    said = [run.communicate()[1].decode() for run in runs]
    assert 0 in [run.returncode for run in runs]
    for run, words in zip(runs, said, strict=True):
        assert run.returncode == 0 or "another run" in words
    assert contents(tmp_path) == contents(whole)


def test_other_events_are_refused_though_the_manifest_is_lost(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert call(["run", THREE, "--worlds", "64", "--events", "all", "--out", str(out)]) == 0
    (out / "manifest.json").unlink()
    assert call(["run", THREE, "--worlds", "64", "--events", "worlds:17", "--out", str(out)]) == 4
    assert call(["run", THREE, "--worlds", "64", "--events", "all", "--out", str(out)]) == 0
