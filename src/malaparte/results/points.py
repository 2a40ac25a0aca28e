"""Worlds at inputs that are no prior draws: the inputs are stored beside the outcomes.

inputs.parquet    point, side (a or b), world, one column a number, in the units of the scenario
outcomes.parquet  point, factor ('a', 'b', or the factor that comes from b), world, label, places,
                  arrested
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyarrow import parquet

from malaparte.errors import StoreError, unwritten
from malaparte.kernel.outcome import LABELS
from malaparte.said import said

INPUTS, OUTCOMES = "inputs.parquet", "outcomes.parquet"


class PointsWriter:
    """Writes points as they come, in any order."""

    def __init__(self, paths: Sequence[Path], names: Sequence[str]) -> None:
        numbers: list[Any] = [(name, pa.float64()) for name in names]
        whole: list[Any] = [("point", pa.int64()), ("world", pa.int64())]
        kinds = (
            pa.schema([*whole, ("side", pa.string()), *numbers]),
            pa.schema(
                [
                    *whole,
                    ("factor", pa.string()),
                    ("label", pa.string()),
                    ("places", pa.int16()),
                    ("arrested", pa.int16()),
                ]
            ),
        )
        self._writers: list[Any] = [
            cast(Any, parquet.ParquetWriter)(path, kind, compression="zstd")
            for path, kind in zip(paths, kinds, strict=True)
        ]

    def add_inputs(self, first: int, worlds: int, a: Any, b: Any) -> None:
        """Add the inputs of points from ``first`` on, float64 [n, numbers]; world i has A."""
        for side, values, offset in (("a", a, 0), ("b", b, worlds)):
            point = np.arange(first, first + len(values))
            self._write(0, [point, point + offset, [side] * len(values), *values.T])

    def add_outcomes(
        self,
        point: NDArray[np.int64],
        world: NDArray[np.int64],
        factor: list[str],
        label: NDArray[np.int8],
        rest: Sequence[NDArray[np.int16]],
    ) -> None:
        """Add what became of some worlds."""
        self._write(1, [point, world, factor, [LABELS[code] for code in label], *rest])

    def _write(self, which: int, columns: list[Any]) -> None:
        writer = self._writers[which]
        arrays: list[Any] = [pa.array(column) for column in columns]
        writer.write_table(pa.Table.from_arrays(arrays, schema=writer.schema))

    def close(self) -> None:
        """Write what ends the files."""
        for writer in self._writers:
            writer.close()


@contextmanager
def writing(folder: Path, names: Sequence[str]) -> Generator[PointsWriter]:
    """Give a writer of points; the files appear when all is written.

    Raises
    ------
    StoreError
        If the folder holds points already, or cannot be written.
    """
    paths = [folder / name for name in (INPUTS, OUTCOMES)]
    parts = [path.with_name(f".part-{path.name}") for path in paths]
    if any(path.exists() for path in paths):
        raise StoreError(
            said("{folder} holds points already; choose another folder", folder=folder)
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        writer = PointsWriter(parts, names)
        try:
            yield writer
        finally:
            writer.close()
        for part, path in zip(parts, paths, strict=True):
            part.replace(path)
    except OSError as error:
        raise StoreError(unwritten(folder, error)) from None
    finally:
        for part in parts:
            part.unlink(missing_ok=True)
