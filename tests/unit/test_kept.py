"""What is asked of a folder of results: what it holds, whether it is sound, a world again."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest

import malaparte as mp
from malaparte.cli.main import call
from malaparte.ensemble import provenance
from malaparte.results.manifest import load_manifest
from malaparte.results.seal import is_whole, sealed, unsealed
from malaparte.results.survey import MOST
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


def test_the_manifest_tells_what_was_run(whole: Path) -> None:
    with pytest.raises(mp.StoreError, match=r"manifest\.json is a file; expected a folder"):
        load_manifest(whole / "manifest.json")
    told = load_manifest(whole)
    assert told.run == told.settings.run
    assert told.settings.seed == 1
    assert told.scenario["id"] == "three-nodes"
    assert told.events == "every:1000"


def test_a_shard_notes_the_command_of_the_whole_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    argv = ["malaparte", "run", THREE, "--out", "a b", "--shard", "1/2", "--worlds", "9"]
    monkeypatch.setattr(sys, "argv", argv)
    mp.load(THREE).keep(tmp_path, 9)
    command = f"malaparte run {THREE} --out 'a b' --worlds 9"
    assert load_manifest(tmp_path).origin.command == command


def test_the_run_id_is_stable_and_leaves_out_where_it_ran(whole: Path, tmp_path: Path) -> None:
    keep(tmp_path, on="procs:1", events="every:1000")
    assert load_manifest(tmp_path).run == load_manifest(whole).run
    assert contents(tmp_path) == contents(whole)


def test_verify_finds_worlds_that_are_not_of_this_run(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(["verify", str(copy), "--blocks", "2"]) == 0
    assert "2 of 3 blocks computed again: the same." in capsys.readouterr().out
    damage_cut(copy / "outcomes-00000001.parquet")
    assert call(["verify", str(copy), "--blocks", "1", "--json"]) == 4
    printed = capsys.readouterr()
    assert json.loads(printed.out)["damaged"] == ["outcomes-00000001.parquet"]
    assert "outcomes-00000001.parquet; the command that filled" in unbroken(printed.err)
    assert "emove" not in printed.err
    (copy / "outcomes-00000001.parquet").unlink()
    assert call(["verify", str(copy)]) == 4
    printed = capsys.readouterr()
    assert "2 of 3 blocks computed again: the same." in printed.out
    assert "missing in" in unbroken(printed.err)
    assert "outcomes-00000001.parquet" in printed.err
    store = mp.reopen(copy).store
    block = store.read(0)
    assert block is not None
    block.rows[1000, 0] += 1
    store.write(0, block, store.events(0))
    store.path(2, "events").unlink()
    assert call(["verify", str(copy)]) == 4
    printed = capsys.readouterr()
    assert "0 of 3 blocks computed again: the same." in printed.out
    assert "block 0: other worlds, the first is 1000" in printed.err.splitlines()
    assert "remove the files of these blocks" in unbroken(printed.err)
    names = "outcomes-00000001.parquet, events-00000002.parquet"
    assert f"missing in {copy}: {names}" in unbroken(printed.err)


def test_a_manifest_whose_scenario_is_another_is_damaged(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = json.loads((copy / "manifest.json").read_text())
    told["scenario"]["clash"]["raid"] = {"point": 9, "unit": "minute", "basis": "assumed"}
    (copy / "manifest.json").write_text(json.dumps(told))
    for words in (["info"], ["verify"], ["query", "select 1"], ["replay"], ["export", "x.csv"]):
        assert call([words[0], str(copy), *words[1:]]) == 4
        assert "its scenario is not that of the settings" in unbroken(capsys.readouterr().err)


def test_a_lost_manifest_is_told_from_a_folder_of_something_else(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy / "manifest.json").unlink()
    assert call(["info", str(copy)]) == 4
    assert "has lost its manifest.json; the same run command" in unbroken(capsys.readouterr().err)


def test_events_that_are_gone_are_told_by_a_query(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy / "events-00000001.parquet").unlink()
    assert call(["query", str(copy), "select count(*) from events", "--json"]) == 0
    assert "missing: events-00000001.parquet; the command" in unbroken(capsys.readouterr().err)


def test_verify_refuses_other_rules(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = load_manifest(copy)
    rules = told.settings.rules.model_copy(update={"sources": "0123456789abcdef"})
    settings = told.settings.model_copy(update={"rules": rules})
    told.model_copy(update={"settings": settings, "run": settings.run}).save(copy, "")
    for command in ("verify", "replay"):
        assert call([command, str(copy)]) == 4
        assert "made by other rules" in unbroken(capsys.readouterr().err)


def test_replay_shows_events_and_proves_them(
    whole: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(["replay", str(whole), "--world", "17", "--events"]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    assert "team departs         arresters/1, club, villas, arrives 02:29:13\n" in out
    assert "fight begins         exchange, ambush\n" in out
    assert call(["replay", str(whole), "--world", "17"]) == 0
    brief = capsys.readouterr().out
    assert out.startswith(brief)
    assert len(brief.splitlines()) == 4
    said = "68 events; places, squads, guards, persons and units at the end, and 20 of 20 columns"
    assert said in unbroken(out)
    same = "the folder's row is the same; its events were not kept. Not told by events: services"
    assert same in unbroken(out)
    assert call(["replay", str(whole), "--world", "10000"]) == 2
    assert "0 to 9999" in unbroken(capsys.readouterr().err)


def test_replay_looks_at_the_events_that_were_kept(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["replay", str(copy), "--world", "1000"]
    assert call(words) == 0
    assert "its events are the same." in unbroken(capsys.readouterr().out)
    store = mp.reopen(copy).store
    kept, block = store.events(0), store.read(0)
    assert kept is not None
    assert block is not None
    other = kept.to_pylist()
    place = next(i for i, event in enumerate(other) if event["world"] == 1000) + 3
    other[place]["t"] += 1
    store.write(0, block, pa.Table.from_pylist(other, schema=kept.schema))
    assert call(words) == 4
    said = unbroken(capsys.readouterr().err)
    assert "events: the folder keeps 60, the rules make 60; the first other is number 3" in said
    store.path(0, "events").unlink()
    assert call(words) == 0
    assert "its events are missing or damaged." in unbroken(capsys.readouterr().out)
    assert call([*words, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["folder_events_compared"] is False


def test_replay_finds_a_row_that_is_another(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = mp.reopen(copy).store
    block = store.read(0)
    assert block is not None
    block.rows[17, store.layout.columns.index("alarm_at")] += 1
    block.arrested[17] += 1
    store.write(0, block, None)
    assert call(["replay", str(copy), "--world", "16"]) == 0
    assert call(["replay", str(copy), "--world", "17"]) == 4
    said = capsys.readouterr().err.splitlines()
    assert [line.partition(":")[0] for line in said[1:]] == ["alarm_at", "arrested.ministers"]


def test_info_tells_what_is_there(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["info", str(copy), "--json"]) == 0
    digest = json.loads(capsys.readouterr().out)["digest"]
    assert digest == mp.load(THREE).run(WORLDS).digest
    assert call(["info", str(copy)]) == 0
    out = capsys.readouterr().out
    assert f"digest    {digest}" in out
    assert max(len(line) for line in out.splitlines() if str(copy) not in line) <= 80
    (copy / "outcomes-00000001.parquet").unlink()
    assert call(["info", str(copy)]) == 0
    assert "2 of 3 blocks" in capsys.readouterr().out
    assert call(["info", str(copy), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert sum(data["labels"].values()) == WORLDS - 4096
    assert data["missing"] == ["outcomes-00000001.parquet"]
    assert data["digest"] is None
    assert call(["info", "docs"]) == 4
    assert "holds no results" in unbroken(capsys.readouterr().err)


@pytest.mark.parametrize("damage", [damage_cut, damage_byte, damage_empty, damage_other])
@pytest.mark.parametrize("kind", ["outcomes", "events"])
def test_damage_is_told_by_whoever_looks(
    damage: Callable[[Path], None], kind: str, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = f"{kind}-00000001.parquet"
    damage(copy / name)
    assert call(["info", str(copy)]) == 0
    out = capsys.readouterr().out
    assert f"damaged   {name}" in out
    assert "given again" in out
    count = f"select count(*) from {kind}"
    for words in (["query", str(copy), count], ["export", str(copy), "x.csv", "--table", kind]):
        assert call(words) == 4
        said = unbroken(capsys.readouterr().err)
        assert f"{name} is damaged" in said
        assert "given again" in said
    if kind == "events":  # a question about something else has its answer
        assert call(["query", str(copy), "select count(*) from outcomes"]) == 0


def test_info_says_how_to_go_on_in_python(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "outcomes-00000001.parquet").unlink()
    assert call(["info", str(copy)]) == 0
    said = unbroken(capsys.readouterr().out)
    keep = f"lab.keep({str(copy)!r}, 10000, 1, events='every:1000')"
    assert f"python lab = malaparte.load(FILE) {keep}" in said
    assert "The call above, given again, computes" in said


def test_a_design_that_has_just_begun_is_counted_and_not_listed(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A hundred million blocks are missing: nobody asks for each, and three are named."""
    told = load_manifest(copy)
    settings = told.settings.model_copy(update={"worlds": 400_000_000_000})
    told.model_copy(update={"settings": settings, "run": settings.run}).save(copy, "")
    assert call(["info", str(copy)]) == 0
    out = unbroken(capsys.readouterr().out)
    # The last of the three blocks was short; as one of many it is damaged.
    assert "2 of 97,656,250 blocks" in out
    assert "outcomes-00000005.parquet and 97,656,244 more files" in out
    assert call(["info", str(copy), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["absent"] == 97_656_250 - 3
    assert len(data["missing"]) == MOST
    assert call(["verify", str(copy), "--blocks", "1"]) == 4
    assert "97,656,244 more files; the command" in unbroken(capsys.readouterr().err)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["info"], "из 3 блоков по"),
        (["verify", "--blocks", "1"], "совпало: 1 из 3 блоков"),
        (["replay", "--world", "17"], "Мир 17: 68 событий"),
        (["query", "select * from outcomes"], "Ещё 9\u00a0995 строк;"),
        (["export", "x.csv"], "10\u00a0000 строк в x.csv"),
    ],
)
def test_folders_are_told_in_russian(
    words: list[str],
    said: str,
    whole: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert call([words[0], str(whole), *words[1:], "--lang", "ru"]) == 0
    printed = capsys.readouterr()
    assert said in " ".join((printed.out + printed.err).split(" "))
    assert max(len(line) for line in printed.out.splitlines() if str(whole) not in line) <= 80


def test_ctrl_c_before_the_first_block_says_what_lies_there(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(provenance, "manifest", stop)
    words = ["run", THREE, "--worlds", str(WORLDS), "--out"]
    assert call([*words, str(copy)]) == 130
    said = unbroken(capsys.readouterr().err)
    assert f"Interrupted. 3 files of blocks lie in {copy}, not looked at; the same" in said
    assert call([*words, str(copy / "empty")]) == 130
    assert "of this call nothing was kept" in capsys.readouterr().err


def test_info_tells_strays(copy: Path, whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    damage_other(copy / "outcomes-00000077.parquet")
    assert call(["info", str(copy)]) == 0
    assert "stray     outcomes-00000077.parquet" in capsys.readouterr().out
    for name in ("notes.parquet", "outcomes-00000077.parquet"):
        (copy / name).write_bytes(b"mine")
    assert mp.reopen(copy).survey().size == mp.reopen(whole).survey().size


def test_every_bit_of_a_file_is_under_its_seal() -> None:
    name = "outcomes-00000000 of 0123456789abcdef"
    data = sealed(b"some bytes, " + unsealed(name).encode() + b" and some more", name)
    assert is_whole(data, name)
    assert not is_whole(data, "outcomes-00000001 of 0123456789abcdef")
    for bit in range(8 * len(data)):
        other = bytearray(data)
        other[bit // 8] ^= 1 << bit % 8
        assert not is_whole(bytes(other), name)


def test_the_manifest_keeps_to_its_schema(
    whole: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(["schema", "manifest"]) == 0
    schema = json.loads(capsys.readouterr().out)
    data = json.loads((whole / "manifest.json").read_text())
    assert set(data) == set(schema["properties"])
    for change in ({"run": "0" * 16}, {"more": 1}, {"block": "many"}):
        (copy / "manifest.json").write_text(json.dumps({**data, **change}))
        with pytest.raises(mp.StoreError, match=r"manifest\.json is damaged"):
            mp.reopen(copy)
    (copy / "manifest.json").write_text(json.dumps({**data, "malaparte_results": 99}))
    with pytest.raises(mp.StoreError, match="another version of malaparte: form 99"):
        mp.reopen(copy)
