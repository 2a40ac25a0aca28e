"""How outcome rows lie in a file: what other columns tell is left out, or only what is left of it.

A time that mostly follows another is kept as the seconds after it, under a name that says so:
``lost_at after gave_up_at``.  Null stays null; after one that is null it is after 00:00.  How many
units chose what is counted from the units.  Whoever asks gets the columns as they were: `unpack`
in Python, `select` in SQL; digests are taken of them and not of the file.
"""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import pyarrow as pa
import pyarrow.compute

from malaparte.kernel.outcome import CHOICES
from malaparte.results.block import Layout
from malaparte.results.schema import names

AFTER = {
    "alarm_at": "launched_at",
    "street_called_at": "gave_up_at",
    "lost_at": "gave_up_at",
    "decided_at": "lost_at",
}
"""Time -> the one it is told after, which stands before it in the row."""

COUNTED = dict(
    zip(("units_obey", "units_wait", "units_over", "units_beaten"), CHOICES, strict=True)
)
"""Column -> the last choice of units that it counts."""

_arrow: Any = pyarrow.compute


def packed_names(layout: Layout) -> list[str]:
    """Return the names of the columns of a file, in order."""
    return [_packed(name) for name in names(layout) if name not in COUNTED]


def _packed(name: str) -> str:
    return f"{name} after {AFTER[name]}" if name in AFTER else name


def pack(layout: Layout, data: pa.Table) -> pa.Table:
    """Return the table of a block (`malaparte.results.schema.table`) as it goes into a file."""
    columns: dict[str, Any] = {}
    for name in names(layout):
        if name in AFTER:
            columns[_packed(name)] = _arrow.subtract(data[name], _base(data[AFTER[name]]))
        elif name not in COUNTED:
            columns[name] = data[name]
    return pa.table(columns)


def unpack(layout: Layout, data: pa.Table) -> pa.Table:
    """Return the table that `pack` was given."""
    columns: dict[str, Any] = {}
    for name in names(layout):
        if name in AFTER:
            columns[name] = _arrow.add(data[_packed(name)], _base(columns[AFTER[name]]))
        elif name in COUNTED:
            columns[name] = _count(layout, data, COUNTED[name])
        else:
            columns[name] = data[name]
    return pa.table(columns)


def _base(times: Any) -> Any:
    return _arrow.fill_null(times, 0)


def _count(layout: Layout, data: pa.Table, choice: str) -> Any:
    total = np.zeros(data.num_rows, np.int32)
    for unit in _units(layout):
        total += _arrow.equal(data[unit], choice).to_numpy()
    return cast(Any, pa).array(total)


def _units(layout: Layout) -> list[str]:
    return [name for name in layout.columns if name.startswith("unit.")]


def select(layout: Layout, source: str) -> str:
    """Return the SQL that unpacks the rows of a source; a query computes only what it names."""
    found: list[str] = []
    for name in names(layout):
        if name in AFTER:  # DuckDB lets a column name those before it
            found.append(f'coalesce("{AFTER[name]}", 0) + "{_packed(name)}" as "{name}"')
        elif name in COUNTED:
            hits = [f"(\"{unit}\" = '{COUNTED[name]}')::int" for unit in _units(layout)]
            found.append(f'{" + ".join(hits) or 0} as "{name}"')
        else:
            found.append(f'"{name}"')
    return f"select {', '.join(found)} from {source}"
