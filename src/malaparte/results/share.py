"""A share of worlds, with the two reasons why it is not known exactly.

Luck: another ensemble would give another count (``error``).  Ignorance: other numbers of the
scenario would give another share (``low`` to ``high``).  They are never added up into one figure.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, cast

from malaparte.results.beta import beta_quantile

TAIL = 0.05
"""What is left out on each side of a range across assumptions."""


@dataclass(frozen=True)
class Share:
    """How often something happened.

    count, of: in how many of how many worlds (or persons).  sets: how many sets of assumptions had
    any of these.  value: count / of.  error: standard error by sets, NaN of a single set.
    low, high: the middle 90 % of the share across assumptions.
    """

    count: int
    of: int
    sets: int
    value: float
    error: float
    low: float
    high: float


@dataclass(frozen=True)
class Said:
    """A share in words: between ``low`` and ``high`` in ``of``."""

    low: int
    high: int
    of: int

    def __str__(self) -> str:
        """Return the words in English; `malaparte.report` has the other languages."""
        if self.low == self.high:
            return f"about {self.low:,} in {self.of:,}"
        return f"between {self.low:,} and {self.high:,} in {self.of:,}"


@dataclass(frozen=True)
class Sums:
    """Integer sums over sets s and worlds w, from which a share is computed; they add exactly.

    k counts cases, m chances (worlds, or persons who are there).
    sets: sets with m > 0.  k, m: totals.  kk, mm, km: sums over sets of K_s^2, M_s^2, K_s M_s.
    k2, m2: sums over worlds of k_w^2, m_w^2.
    """

    sets: int
    k: int
    m: int
    kk: int
    mm: int
    km: int
    k2: int
    m2: int

    def error(self) -> float:
        """Return the standard error of k / m as a ratio of sums over sets (Cochran 1977, 6.4)."""
        # Exact in integers up to the last division, so the order of blocks cannot matter.
        squares = self.m**2 * self.kk - 2 * self.k * self.m * self.km + self.k**2 * self.mm
        return math.sqrt(self.sets / (self.sets - 1) * squares / self.m**4)

    def between(self) -> float:
        """Return the variance of k / m across sets, the luck inside each set taken out.

        The mean product over pairs of different worlds of one set, less that over pairs from
        different sets; both are unbiased.  Infinite if no set has two worlds.
        """
        inside, across = self.mm - self.m2, self.m**2 - self.mm
        if inside <= 0 or across <= 0:
            return math.inf
        return (self.kk - self.k2) / inside - (self.k**2 - self.kk) / across


def nothing_seen(sets: int) -> float:
    """Return the largest share that so many sets without a case leave open (95 %, one-sided).

    The exact bound of Clopper and Pearson (1934); about 3 / sets, the rule of three.
    """
    return 1.0 - TAIL ** (1.0 / sets)


def share(sums: Sums) -> Share:
    """Return the share that integer sums amount to.

    The range across assumptions is that of a beta distribution with the mean k / m and the variance
    across sets.  If nothing, or everything, happened, it is the exact bound of Clopper and Pearson
    (1934) with sets as cases; no range ends closer to 0 or 1 than that bound, which is as far as
    so many sets can see.
    """
    s, k, m = sums.sets, sums.k, sums.m
    if m == 0:
        return Share(0, 0, 0, math.nan, math.nan, 0.0, 1.0)
    value, bound = k / m, nothing_seen(s)
    if k in (0, m):
        low, high = (0.0, bound) if k == 0 else (1.0 - bound, 1.0)
        return Share(k, m, s, value, 0.0 if s > 1 else math.nan, low, high)
    if s < 2:
        return Share(k, m, s, value, math.nan, 0.0, 1.0)
    error = sums.error()
    low, high = _range(value, sums.between(), error)
    return Share(k, m, s, value, error, min(low, 1.0 - bound), max(high, bound))


def _range(mean: float, variance: float, error: float) -> tuple[float, float]:
    if variance <= 0.0:  # luck hides whatever the assumptions do
        return max(0.0, mean - 2.0 * error), min(1.0, mean + 2.0 * error)
    most = mean * (1.0 - mean)
    size = max(most / variance - 1.0, 1e-3)
    a, b = mean * size, (1.0 - mean) * size
    return beta_quantile(TAIL, a, b), beta_quantile(1.0 - TAIL, a, b)


def luck(share: Share) -> tuple[float, float]:
    """Return the 95 % interval of a share if only luck is in doubt; it never leaves 0 to 1.

    The exact interval of Clopper and Pearson (1934) for as many independent worlds as would have
    the same standard error (Korn and Graubard 1998, Survey Methodology 24, 193-201).
    """
    p = share.value
    if math.isnan(share.error):
        return 0.0, 1.0
    n = p * (1.0 - p) / share.error**2 if share.error > 0.0 else float(share.sets)
    k = p * n
    low = beta_quantile(0.025, k, n - k + 1.0) if k > 0.0 else 0.0
    high = beta_quantile(0.975, k + 1.0, n - k) if k < n else 1.0
    return low, high


def say_share(share: Share) -> Said:
    """Return a share with no digit that its range does not support.

    The range across assumptions is widened by two standard errors and rounded outwards, in 100; a
    share so near to 0 or 1 that only one step would be left, in 1,000, 10,000 and so on.
    """
    error = 0.0 if math.isnan(share.error) else 2.0 * share.error
    low, high = share.low, share.high
    if share.of and share.value not in (0.0, 1.0):
        low, high = min(low, share.value - error), max(high, share.value + error)
    low, high = max(0.0, low), min(1.0, high)
    of = 100
    while min(high, 1.0 - low) * of < 2.0 and of < 1_000_000:
        of *= 10
    return Said(math.floor(low * of + 1e-6), math.ceil(high * of - 1e-6), of)


def plain(value: Any) -> Any:
    """Return dataclasses as plain data for ``--json``: shares also in words.

    Numbers that are none, or infinite, are None: JSON has no word for them.  Fields that are not
    compared tell how a result is shown, and are left out.
    """
    if is_dataclass(value):
        told = [field.name for field in fields(value) if field.compare]
        data = {name: plain(getattr(value, name)) for name in told}
        return {**data, "said": str(say_share(value))} if isinstance(value, Share) else data
    if isinstance(value, tuple | list):
        return [plain(item) for item in cast("list[Any]", value)]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in cast("dict[str, Any]", value).items()}
    return None if isinstance(value, float) and not math.isfinite(value) else value
