"""From addresses to inputs: the quantile function of each spread, compiled.

World k has the assumptions of set k // INNER: sixteen worlds with the same assumptions and different luck, so that
what luck does and what ignorance does can be told apart.  The value of a number depends on the seed, the set
and the number's canonical path, on nothing else.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from malaparte.kernel.compile import entry, kernel
from malaparte.kernel.maths import exp, log, normal_quantile
from malaparte.kernel.rng import INPUTS, entity_key, rule_key, uniform
from malaparte.quantity.spread import Spread
from malaparte.world.build import Column, World

INNER = 16
"""Worlds that share one set of assumptions."""

POINT, UNIFORM, TRIANGULAR, NORMAL, LOGNORMAL, CURVE, STEPS = 0, 1, 2, 3, 4, 5, 6
PANELS = 512
"""Panels of a tabulated distribution function; its quantiles are good to about 1e-5 of the range."""

QUANTITY_KEY = rule_key("quantity")


@kernel
def power_of(x, a):
    """Return x**a for x >= 0, a >= 0."""
    if a == 0.0:
        return 1.0
    return 0.0 if x == 0.0 else exp(a * log(x))


@entry
def fill_beta(a, b, table, first):
    """Tabulate the distribution function of a beta with a, b >= 1 on PANELS + 1 points (Simpson)."""
    total = 0.0
    table[first] = 0.0
    width = 1.0 / PANELS
    for i in range(PANELS):
        left = i * width
        middle = left + 0.5 * width
        right = left + width
        area = power_of(left, a - 1.0) * power_of(1.0 - left, b - 1.0)
        area += 4.0 * power_of(middle, a - 1.0) * power_of(1.0 - middle, b - 1.0)
        area += power_of(right, a - 1.0) * power_of(max(0.0, 1.0 - right), b - 1.0)
        total += area
        table[first + i + 1] = total
    for i in range(PANELS + 1):
        table[first + i] /= total


@kernel
def first_above(table, first, number, u):
    """Return the first i with table[first + i] >= u."""
    lo = 0
    hi = number - 1
    while lo < hi:
        middle = (lo + hi) // 2
        if table[first + middle] >= u:
            hi = middle
        else:
            lo = middle + 1
    return lo


@kernel
def quantile(kind, p, row, table, u):
    """Return the value of one number at share u of (0, 1); p [n, 6] holds the parameters."""
    a = p[row, 0]
    b = p[row, 1]
    c = p[row, 2]
    if kind == POINT:
        return a
    if kind == UNIFORM:
        return a + u * (b - a)
    if kind == TRIANGULAR:
        split = (b - a) / (c - a)
        if u < split:
            return a + math.sqrt(u * (c - a) * (b - a))
        return c - math.sqrt((1.0 - u) * (c - a) * (c - b))
    if kind == NORMAL or kind == LOGNORMAL:
        z = normal_quantile(p[row, 3] + u * (p[row, 4] - p[row, 3]))
        return a + b * z if kind == NORMAL else a * exp(b * z)
    first = int(p[row, 5])
    if kind == CURVE:
        i = first_above(table, first, PANELS + 1, u)
        below = table[first + i - 1]
        x = (i - 1 + (u - below) / (table[first + i] - below)) / PANELS
        return a + x * (b - a)
    i = first_above(table, first, int(c), u)
    return table[first + int(c) + i]


@entry
def fill(seed, first_set, kinds, p, keys, table, out):
    """Draw all numbers for out.shape[0] sets of assumptions, from first_set on."""
    for s in range(out.shape[0]):
        for i in range(kinds.size):
            u = uniform(seed, first_set + s, INPUTS, QUANTITY_KEY, keys[i], 0, 0)
            out[s, i] = quantile(kinds[i], p, i, table, u)


@entry
def share_below(z):
    """Return P(Z <= z) by bisection of the quantile function; only used while loading."""
    lo = 1e-16
    hi = 1.0 - 1e-16
    if z <= normal_quantile(lo):
        return 0.0
    if z >= normal_quantile(hi):
        return 1.0
    for _ in range(80):
        middle = 0.5 * (lo + hi)
        if normal_quantile(middle) < z:
            lo = middle
        else:
            hi = middle
    return 0.5 * (lo + hi)


def columns(world: World, seed: int, first_set: int, sets: int) -> NDArray[np.float64]:
    """Return the drawn numbers, float64 [sets, columns], in the units of the scenario."""
    out = np.empty((sets, len(world.columns)), dtype=np.float64)
    fill(seed, first_set, *_prior(world.columns), out)
    return out


@lru_cache(maxsize=4)
def _prior(columns: tuple[Column, ...]) -> tuple[NDArray[Any], ...]:
    """Return (kinds, parameters, keys, table) as `fill` reads them; a block asks for the same again."""
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
    args = [float(x) for x in numbers]  # pyright: ignore[reportArgumentType]
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
