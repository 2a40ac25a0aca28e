"""Which worlds are computed."""

from __future__ import annotations

import operator
from dataclasses import dataclass, field
from typing import Any, cast

from malaparte.errors import UsageError
from malaparte.said import said
from malaparte.world.draw import INNER

MOST = 2**40
"""World numbers are 40 bits of a draw's address (`kernel.rng`)."""


def whole(number: object, name: str) -> int:
    """Return a whole number, NumPy's too, as an int; UsageError for anything else."""
    try:
        return operator.index(cast(Any, number))
    except TypeError:
        found = f"{name} {number!r}"
        raise UsageError(said("{found}; expected a whole number", found=found)) from None


@dataclass(frozen=True)
class Design:
    """Worlds 0 to worlds - 1 of a seed; world k is computed on set of assumptions k // inner.

    do, set: the options chosen and values set, for the record; the scenario holds them already.
    """

    worlds: int
    seed: int = 1
    inner: int = INNER
    do: dict[str, str] = field(default_factory=dict[str, str])
    set: dict[str, object] = field(default_factory=dict[str, object])

    def __post_init__(self) -> None:
        """Refuse numbers that name no worlds."""
        for name in ("worlds", "seed", "inner"):
            object.__setattr__(self, name, whole(getattr(self, name), name))
        if not 1 <= self.worlds <= MOST:
            numbers = {"n": self.worlds, "most": MOST}
            raise UsageError(said("{n} worlds; expected 1 to {most:,}", **numbers))
        if not 0 <= self.seed < 2**63:
            raise UsageError(said("seed {seed}; expected 0 to 2^63 - 1", seed=self.seed))
        if self.inner < 1:
            raise UsageError(
                said("{n} worlds a set of assumptions; expected at least 1", n=self.inner)
            )

    @property
    def sets(self) -> int:
        """Sets of assumptions, the last one perhaps with fewer worlds."""
        return -(-self.worlds // self.inner)

    def span(self, number: int, size: int) -> tuple[int, int]:
        """Return (first world, worlds) of a stretch of a given size."""
        first = number * size
        return first, min(size, self.worlds - first)

    def spans(self, size: int) -> range:
        """Return the numbers of the stretches of a given size, a multiple of ``inner``."""
        return range(-(-self.worlds // size))
