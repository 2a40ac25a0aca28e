"""From addresses to inputs: the drawn numbers of each set of assumptions.

World k has the assumptions of set k // INNER: sixteen worlds with the same assumptions and
different luck, so that what luck does and what ignorance does can be told apart.  The value of a
number depends on the seed, the set and the number's canonical path, on nothing else.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from malaparte.kernel.maths import exp, log
from malaparte.kernel.quantile import (
    CURVE,
    LOGNORMAL,
    NORMAL,
    PANELS,
    POINT,
    STEPS,
    TRIANGULAR,
    UNIFORM,
    fill,
    fill_beta,
    share_below,
)
from malaparte.kernel.rng import entity_key
from malaparte.quantity.spread import Spread
from malaparte.world.build import Column, World

INNER = 16
"""Worlds that share one set of assumptions."""


def columns(world: World, seed: int, first_set: int, sets: int) -> NDArray[np.float64]:
    """Return the drawn numbers, float64 [sets, columns], in the units of the scenario."""
    out = np.empty((sets, len(world.columns)), dtype=np.float64)
    fill(seed, first_set, *_prior(world.columns), out)
    return out


@lru_cache(maxsize=4)
def _prior(columns: tuple[Column, ...]) -> tuple[NDArray[Any], ...]:
    """Return (kinds, parameters [n, 6], table) of spreads, as ``quantile`` reads them."""
    kinds, p, table = tabulate([column.spread for column in columns])
    keys = np.array([entity_key(column.path) for column in columns], dtype=np.int64)
    return kinds, p, keys, table


def theta(world: World, drawn: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the kernel's inputs, float64 [sets, cells], from drawn numbers [sets, columns]."""
    padded = np.concatenate([drawn, np.zeros((len(drawn), 1))], axis=1)
    return np.ascontiguousarray(padded[:, world.cells])


def tabulate(
    spreads: list[Spread],
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """Return (kinds, parameters [n, 6], table) of spreads, as `quantile` reads them."""
    kinds = np.zeros(len(spreads), dtype=np.int64)
    p = np.zeros((len(spreads), 6), dtype=np.float64)
    tables: list[NDArray[np.float64]] = []
    known: dict[tuple[object, ...], int] = {}
    used = 0
    for i, spread in enumerate(spreads):
        kinds[i], p[i, :5], shape = _parameters(spread)
        if shape:
            if shape not in known:
                tables.append(_table(shape))
                known[shape] = used
                used += tables[-1].size
            p[i, 5] = known[shape]
    return kinds, p, np.concatenate(tables) if tables else np.zeros(1)


def _parameters(spread: Spread) -> tuple[int, tuple[float, ...], tuple[object, ...]]:
    """Return kind, five parameters and the shape of the table, if one is needed."""
    args = spread.args
    if spread.kind == "point":
        return POINT, (args[0], 0, 0, 0, 0), ()
    if spread.kind == "uniform":
        return UNIFORM, (*args, 0, 0, 0), ()
    if spread.kind == "triangular":
        return TRIANGULAR, (*args, 0, 0), ()
    if spread.kind == "pert":
        lo, mode, hi = args
        a = 1.0 + 4.0 * (mode - lo) / (hi - lo)
        return CURVE, (lo, hi, 0, 0, 0), ("beta", a, 6.0 - a)
    if spread.kind == "beta":
        return CURVE, (0.0, 1.0, 0, 0, 0), ("beta", *args)
    if spread.kind == "normal":
        lo, hi = ((limit - args[0]) / args[1] for limit in spread.within)
        return NORMAL, (*args, 0, share_below(lo), share_below(hi)), ()
    if spread.kind == "lognormal":
        sd = log(args[1])
        logs = (log(max(limit, 0.0) / args[0]) for limit in spread.within)
        lo, hi = (share_below(limit / sd) for limit in logs)
        return LOGNORMAL, (args[0], sd, 0, lo, hi), ()
    if spread.kind == "poisson":
        number = int(args[0] + 12.0 * math.sqrt(args[0]) + 16.0)
        return STEPS, (0, 0, number, 0, 0), ("poisson", args[0], number)
    return STEPS, (0, 0, len(args) // 2, 0, 0), ("categorical", *args)


def _table(shape: tuple[object, ...]) -> NDArray[np.float64]:
    """Return a distribution function on a grid, or cumulative weights followed by values."""
    name, *numbers = shape
    args = [float(x) for x in numbers]  # pyright: ignore[reportArgumentType] - all numbers
    if name == "beta":
        table = np.empty(PANELS + 1, dtype=np.float64)
        fill_beta(args[0], args[1], table, 0)
        return table
    if name == "poisson":
        values = np.arange(args[1])
        weights = np.empty_like(values)
        weight = exp(-args[0])
        for i in range(len(values)):
            weights[i] = weight
            weight *= args[0] / (i + 1)
    else:
        values, weights = np.array(args[::2]), np.array(args[1::2])
    total = np.cumsum(weights)
    total /= total[-1]
    total[-1] = 1.0
    return np.concatenate([total, values])
