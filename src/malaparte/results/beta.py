"""The beta distribution, for ranges and bounds; scipy is too large a guest for two functions."""

from __future__ import annotations

import math

_TINY = 1e-300


def beta_cdf(x: float, a: float, b: float) -> float:
    """Return the share of a beta distribution (a, b) that lies below x.

    The continued fraction of the incomplete beta function (DLMF 8.17.22) by Lentz's method.
    """
    if x <= 0.0 or x >= 1.0:
        return float(x >= 1.0)
    if x > (a + 1.0) / (a + b + 2.0):
        return 1.0 - beta_cdf(1.0 - x, b, a)
    front = a * math.log(x) + b * math.log1p(-x)
    front += math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    c, d = 1.0, 1.0 / _away(1.0 - (a + b) * x / (a + 1.0))
    value = d
    for m in range(1, 1000):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        step = 1.0
        for term in (even, odd):
            d = 1.0 / _away(1.0 + term * d)
            c = _away(1.0 + term / c)
            step = c * d
            value *= step
        if abs(step - 1.0) < 1e-12:
            break
    return math.exp(front) * value / a


def beta_quantile(q: float, a: float, b: float) -> float:
    """Return the value below which the share q of a beta distribution (a, b) lies, within 1e-9."""
    lo, hi = 0.0, 1.0
    for _ in range(30):
        middle = (lo + hi) / 2
        if beta_cdf(middle, a, b) < q:
            lo = middle
        else:
            hi = middle
    return (lo + hi) / 2


def _away(x: float) -> float:
    return x if abs(x) > _TINY else _TINY
