"""Quantile functions: from a share of (0, 1) to the value of a number, compiled.

A row of parameters p[row] holds what a kind needs: point (value), uniform (lo, hi), triangular
(lo, mode, hi), normal (mean, sd, -, share below the lower limit, share below the upper),
lognormal (median, log of the geometric sd, -, the same), curve (lo, hi, -, -, -, first of its
table), steps (-, -, number, -, -, first of its table).
"""

from __future__ import annotations

import math

from malaparte.kernel.compile import entry, kernel
from malaparte.kernel.maths import exp, log, normal_quantile
from malaparte.kernel.rng import INPUTS, rule_key, uniform

POINT, UNIFORM, TRIANGULAR, NORMAL, LOGNORMAL, CURVE, STEPS = 0, 1, 2, 3, 4, 5, 6
PANELS = 512
"""Panels of a tabulated distribution function; its quantiles are good to about 1e-5 of the
range."""

QUANTITY_KEY = rule_key("quantity")
"""Key of the draw of an input."""


@kernel
def power_of(x, a):
    """Return x**a for x >= 0, a >= 0."""
    if a == 0.0:
        return 1.0
    return 0.0 if x == 0.0 else exp(a * log(x))


@entry("void(f8, f8, f8[::1], i8)")
def fill_beta(a, b, table, first):
    """Tabulate the distribution function of a beta with a, b >= 1 on a grid (Simpson)."""
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
    if kind in (NORMAL, LOGNORMAL):
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


@entry("void(i8, i8, i8[::1], f8[:, ::1], i8[::1], f8[::1], f8[:, ::1])")
def fill(seed, first_set, kinds, p, keys, table, out):
    """Draw all numbers for out.shape[0] sets of assumptions, from first_set on."""
    for s in range(out.shape[0]):
        for i in range(kinds.size):
            u = uniform(seed, first_set + s, INPUTS, QUANTITY_KEY, keys[i], 0, 0)
            out[s, i] = quantile(kinds[i], p, i, table, u)


@entry("f8(f8)")
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
