import errno
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pyarrow.ipc
import pyarrow.parquet
import pytest

import malaparte as mp
from malaparte.cli.main import call
from malaparte.results.query import VIEWS
from malaparte.world.draw import columns
from tests.lines import unbroken

THREE = "docs/first/three-nodes.yaml"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("it's a run")
    mp.load(THREE).keep(found, 5000, events="worlds:17,4500")
    return found


def ask(folder: Path, sql: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    assert call(["query", str(folder), sql, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_tables_say_what_the_summary_says(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    summary = mp.reopen(folder).ensemble().summary
    rows = ask(folder, "select label, count(*) n from outcomes group by 1", capsys)
    assert {row["label"]: row["n"] for row in rows} == {
        one.label: one.chance.share.count for one in summary.outcomes
    }
    sql = "select place, count(taken_minute) n, count(*) of from nodes group by 1"
    rows = ask(folder, sql, capsys)
    assert {row["place"]: (row["n"], row["of"]) for row in rows} == {
        one.place: (one.falls.share.count, 5000) for one in summary.places
    }
    rows = ask(folder, "select sum(arrested) k, sum(present) m from persons", capsys)
    share = summary.groups[0].arrested.share
    assert rows == [{"k": share.count, "m": share.of}]


def test_events_are_those_of_the_world(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = mp.load(THREE).trace(4500).events
    rows = ask(folder, "select seq, t, kind from events where world = 4500 order by seq", capsys)
    assert [(row["seq"], row["t"]) for row in rows] == [(int(e[0]), int(e[1])) for e in told]
    assert rows[-1]["kind"] == "ends"
    rows = ask(folder, "select distinct world from events order by 1", capsys)
    assert rows == [{"world": 17}, {"world": 4500}]


def test_inputs_are_drawn_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world = mp.load(THREE).world
    path = "guards.exchange.size"
    column = [one.path for one in world.columns].index(path)
    drawn = columns(world, 1, 0, 313)[:, column]
    rows = ask(folder, f'select set_id, "{path}" as x from inputs order by 1', capsys)
    assert [row["x"] for row in rows] == pytest.approx(list(drawn))
    sql = f'select avg("{path}") a from outcomes join inputs using (set_id)'
    assert ask(folder, sql, capsys)[0]["a"] == pytest.approx(drawn.mean(), rel=0.01)


def test_all_tables_are_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = [row["name"] for row in ask(folder, "show tables", capsys)]
    assert shown == sorted(VIEWS)
    words = "select distinct table_name from information_schema.columns order by 1"
    assert [row["table_name"] for row in ask(folder, words, capsys)] == shown
    columns = [row["column_name"] for row in ask(folder, "describe inputs", capsys)]
    assert "guards.exchange.size" in columns


def test_text_is_aligned(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["query", str(folder), "select 1.5 as a, null as b, 'x' as c"]) == 0
    assert capsys.readouterr().out == "a    b  c\n1.5     x\n"


def test_what_is_too_wide_for_a_table_is_told_row_by_row(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(["query", str(folder), "select * from outcomes where world in (7, 8)"]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    one, two = out.split("\nrow 2\n")
    assert [text.count("\n  label ") for text in (one, f"\n{two}")] == [1, 1]


@pytest.mark.parametrize(("what", "shown"), [("world", 40), ("*", 5)])
def test_text_shows_some_rows_and_json_all(
    what: str, shown: int, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sql = f"select {what} from outcomes"
    assert call(["query", str(folder), sql]) == 0
    printed = capsys.readouterr()
    assert printed.out.count("row ") == (5 if what == "*" else 0)
    assert len(printed.out.splitlines()) == 41 or what == "*"
    assert f"{5000 - shown:,} more rows; --json" in unbroken(printed.err)
    assert len(ask(folder, sql, capsys)) == 5000


@pytest.mark.parametrize(
    "sql", ["explain select 1", "explain analyze select 1", "pragma table_info('outcomes')"]
)
def test_whatever_gives_rows_is_answered(
    sql: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(folder, sql, capsys)


@pytest.mark.parametrize("words", ["explain analyze", "explain (analyze)", "explain /* */ analyze"])
def test_what_would_write_is_refused(words: str, folder: Path, tmp_path: Path) -> None:
    copy = f"copy (select 1) to '{tmp_path / 'x.csv'}'"
    for sql in (copy, f"{words} {copy}", f"/* */ {words} {copy}"):
        assert call(["query", str(folder), sql]) == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("sql", ["selec", "select * from nowhere", "create table x(i int)", ""])
def test_what_cannot_be_asked_is_told(
    sql: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(["query", str(folder), sql]) == 2
    assert capsys.readouterr().err


def test_export_writes_all_rows(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    readers = {
        "csv": pyarrow.csv.read_csv,
        "parquet": pyarrow.parquet.read_table,
        "arrow": lambda path: pa.ipc.open_file(str(path)).read_all(),
    }
    for suffix, read in readers.items():
        path = tmp_path / f"outcomes.{suffix}"
        assert call(["export", str(folder), str(path)]) == 0
        assert read(path).num_rows == 5000
    path = tmp_path / "events.csv"
    assert call(["export", str(folder), str(path), "--table", "events", "--json"]) == 0
    assert call(["export", str(folder), "x.xlsx"]) == 2
    assert call(["export", str(folder), str(folder / "outcomes-00000000.parquet")]) == 2
    assert call(["export", str(folder), "x.csv", "--table", "xs"]) == 2
    assert list(tmp_path.glob(".part-*")) == []


def test_an_export_that_cannot_be_written_is_told(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def read_only(path: Path, missing_ok: bool = False) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    path = tmp_path / "no" / "x.csv"
    for _ in range(2):
        assert call(["export", str(folder), str(path)]) == 4
        said = unbroken(capsys.readouterr().err)
        assert said == f"cannot write {path}: No such file or directory"
        monkeypatch.setattr(Path, "unlink", read_only)


def test_a_run_without_events_has_an_empty_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mp.load(THREE).keep(tmp_path, 100)
    assert call(["query", str(tmp_path), "select count(*) from events"]) == 0
    assert "No events are kept" in capsys.readouterr().err
    assert (
        call(["export", str(tmp_path / "."), str(tmp_path.parent / "e.csv"), "--table", "events"])
        == 0
    )
    assert "No events are kept" in capsys.readouterr().err
    assert ask(tmp_path, "select count(*) n from events", capsys) == [{"n": 0}]
