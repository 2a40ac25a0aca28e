"""Inputs at shares that somebody chose, instead of addressed draws."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from malaparte.kernel.compile import entry
from malaparte.kernel.quantile import quantile
from malaparte.world.build import Column, World
from malaparte.world.draw import tabulate

_EDGE = 2.0**-40
"""The quantile functions take shares of (0, 1); a net of points may contain its edges."""


@entry("void(f8[:, ::1], i8[::1], f8[:, ::1], f8[::1], f8[:, ::1])")
def _fill_at(shares: Any, kinds: Any, p: Any, table: Any, out: Any) -> None:
    for s in range(out.shape[0]):
        for i in range(kinds.size):
            out[s, i] = quantile(kinds[i], p, i, table, shares[s, i])


def columns_at(world: World, shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the values of all numbers at shares of (0, 1), both float64 [sets, columns]."""
    out = np.empty(shares.shape)
    _fill_at(np.clip(shares, _EDGE, 1.0 - _EDGE), *_tables(world.columns), out)
    return out


@lru_cache(maxsize=4)
def _tables(columns: tuple[Column, ...]) -> tuple[NDArray[Any], ...]:
    return tabulate([column.spread for column in columns])


def uncertain(world: World) -> list[int]:
    """Return the columns that are not known for certain."""
    return [i for i, column in enumerate(world.columns) if column.spread.kind != "point"]
