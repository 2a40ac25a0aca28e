"""How rows lie in files: small, and back as they were, for Python and for SQL."""

from pathlib import Path

import duckdb
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

import malaparte as mp
from malaparte.kernel.outcome import CHOICES, COLUMNS, MORE, WIDTH
from malaparte.results.block import Block, Layout
from malaparte.results.packing import AFTER, COUNTED, pack, packed_names, select, unpack
from malaparte.results.schema import decode, encode, table

WORLDS = 8_192  # two whole blocks
UNITS = ("unit.guards", "unit.cadets", "unit.horse")
LAYOUT = Layout(("bridge",), (0,), ("council",), (0,), (*COLUMNS, *MORE, *UNITS))
TIMES = [index for index, name in enumerate(LAYOUT.columns) if name.endswith("_at")]


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, mp.Ensemble]:
    folder = tmp_path_factory.mktemp("article")
    found = mp.load("moscow-1927-article").keep(folder, WORLDS)
    assert found is not None
    return folder, found


def bytes_a_row(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.glob("outcomes-*.parquet")) / WORLDS


def test_a_row_takes_little_room(article: tuple[Path, mp.Ensemble], tmp_path: Path) -> None:
    assert bytes_a_row(article[0]) <= 30, "with army and street, whose times and dead vary"
    mp.load("benchmarks/moscow-day.yaml").keep(tmp_path / "day", WORLDS)
    assert bytes_a_row(tmp_path / "day") <= 25


def test_sql_sees_the_rows_that_python_sees(article: tuple[Path, mp.Ensemble]) -> None:
    folder, found = article
    rows = select(found.layout, f"read_parquet('{folder.as_posix()}/outcomes-*.parquet')")
    seen = duckdb.sql(f"select * from ({rows}) order by world").to_arrow_table()
    kept = mp.reopen(folder).ensemble().outcomes
    assert kept.equals(found.outcomes)
    assert seen.to_pylist() == kept.to_pylist()


def rows_of(times: list[int], choices: list[int]) -> Block:
    """Return worlds with these times, -1 for never, and these choices of units, in turn."""
    worlds = len(times) // len(TIMES)
    rows = np.zeros((worlds, len(LAYOUT.columns)), np.int32)
    rows[:, TIMES] = np.reshape(times[: worlds * len(TIMES)], (worlds, -1))
    first = WIDTH + len(MORE)
    rows[:, first:] = np.resize(choices, (worlds, len(UNITS)))
    for code, name in enumerate(COUNTED):
        rows[:, LAYOUT.columns.index(name)] = (rows[:, first:] == code).sum(axis=1)
    one = np.zeros((worlds, 1), np.int16)
    return Block(0, rows, one - 1, one, one)


@given(
    st.lists(st.integers(-1, 700_000) | st.just(-1), min_size=len(TIMES), max_size=60),
    st.lists(st.integers(0, len(CHOICES) - 1), min_size=1, max_size=9),
)
def test_any_rows_come_back(times: list[int], choices: list[int]) -> None:
    full = table(LAYOUT, rows_of(times, choices))
    packed = decode(encode(pack(LAYOUT, full), {}))
    assert packed.column_names == packed_names(LAYOUT)
    assert unpack(LAYOUT, packed).to_pylist() == full.to_pylist()
    seen = duckdb.sql(select(LAYOUT, "packed")).to_arrow_table()
    assert seen.to_pylist() == full.to_pylist()


def test_a_file_says_what_its_columns_are(article: tuple[Path, mp.Ensemble]) -> None:
    folder, found = article
    names = parquet.read_schema(folder / "outcomes-00000000.parquet").names
    assert names == packed_names(found.layout)
    assert not {*names} & {*AFTER, *COUNTED}  # no column under a name that promises another number
