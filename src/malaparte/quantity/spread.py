"""The closed set of spreads that a quantity may have.

Each is given by one key of the quantity (``pert: [4, 15, 40]``).  The quantile functions that turn
a share of (0, 1) into a value are compiled and stand in ``malaparte.kernel.quantile``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from malaparte.said import said

KINDS = (
    "point",
    "uniform",
    "triangular",
    "pert",
    "normal",
    "lognormal",
    "beta",
    "poisson",
    "categorical",
)
"""Kinds of spread, in the order of their codes in the kernel."""


@dataclass(frozen=True)
class Spread:
    """A distribution over one number.

    kind: one of `KINDS`.  args: its parameters,

    point (value), uniform (lo, hi), triangular (lo, mode, hi), pert (lo, mode, hi; the beta form
    of Clark 1962 with weight 4), normal (mean, sd), lognormal (median, geometric sd), beta (a, b),
    poisson (mean), categorical (value, weight, value, weight, ...).
    within: limits of a truncated normal or lognormal, else the whole line.
    """

    kind: str
    args: tuple[float, ...]
    within: tuple[float, float] = (-math.inf, math.inf)

    def support(self) -> tuple[float, float]:
        """Return the smallest and the largest value that can be drawn."""
        args = self.args
        if self.kind == "point":
            return args[0], args[0]
        if self.kind in ("uniform", "triangular", "pert"):
            return args[0], args[-1]
        if self.kind == "normal":
            return self.within
        if self.kind == "lognormal":
            return max(0.0, self.within[0]), self.within[1]
        if self.kind == "beta":
            return 0.0, 1.0
        if self.kind == "poisson":
            return 0.0, math.inf
        return min(args[::2]), max(args[::2])

    def faults(self) -> list[tuple[str, str]]:
        """Return (found, expected) for each parameter that makes no sense."""
        args, lo, hi = self.args, *self.within
        found = f"{self.kind}: {list(args)}"
        if not all(map(math.isfinite, args)):
            return [(found, said("finite numbers"))]
        if self.kind == "uniform" and not args[0] < args[1]:
            return [(found, "lo < hi")]
        if self.kind in ("triangular", "pert") and not args[0] <= args[1] <= args[2] != args[0]:
            return [(found, said("lo <= mode <= hi, with lo < hi"))]
        if self.kind == "normal" and not args[1] > 0:
            return [(found, said("[mean, standard deviation > 0]"))]
        if self.kind == "lognormal" and not (args[0] > 0 and args[1] > 1):
            return [(found, said("[median > 0, geometric standard deviation > 1]"))]
        if self.kind == "beta" and not (args[0] >= 1 and args[1] >= 1):
            expected = said("[a >= 1, b >= 1] (a beta with a pole is not a state of knowledge)")
            return [(found, expected)]
        if self.kind == "poisson" and not 0 < args[0] <= 500:
            return [(found, said("a mean above 0 and at most 500"))]
        if self.kind == "categorical" and not (args and min(args[1::2]) > 0):
            return [(found, said("at least one value, each with a weight above 0"))]
        if not lo < hi:
            return [(f"within: {[lo, hi]}", "lo < hi")]
        if math.isfinite(lo) and math.isfinite(hi) and self.kind not in ("normal", "lognormal"):
            found = said("within on {kind}", kind=self.kind)
            return [(found, said("within only on normal and lognormal"))]
        return []
