"""Points of a Sobol design, and the worlds at them.

Point i has two sets of assumptions, A and B, and two worlds' luck; for every factor there is a
world that has A but for that factor, which it has from B (radial design: Saltelli 2002, Saltelli
and others 2010; the same points as SALib's sampler, made a few at a time).  All luck together is
one factor: the number of the world.

These inputs are no prior draws, so who keeps the outcomes keeps the inputs (`results.points`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from malaparte.ensemble.executors import Stopped
from malaparte.ensemble.marks import Marks, mark
from malaparte.ensemble.simulation import layout
from malaparte.errors import KernelError, UsageError
from malaparte.kernel import cpu
from malaparte.kernel.outcome import WIDTH
from malaparte.results.block import block
from malaparte.said import said
from malaparte.world.build import World
from malaparte.world.draw import theta
from malaparte.world.shares import columns_at

Floats = NDArray[np.float64]

LUCK = "luck"
"""The factor that is no number: which world it is."""
MOST = 2**20
"""Points of a design."""
_STEP, _SPAN = 4, 1_024
"""Points that a worker takes at once, and worlds: of a large scenario one point has that many."""


@dataclass(frozen=True)
class Factor:
    """Numbers that are changed together; luck: so is the world's luck."""

    name: str
    columns: tuple[int, ...] = ()
    luck: bool = False


@dataclass(frozen=True)
class Points:
    """Some points of a design: shares of A and B, float64 [n, columns], from point ``first`` on."""

    first: int
    a: Floats
    b: Floats


@dataclass(frozen=True)
class Worlds:
    """What the worlds of some points left behind.

    marks: n * (factors + 2) worlds; of each point first A, then one a factor, then B.
    """

    points: Points
    marks: Marks


def checked(points: int) -> int:
    """Return a number of points; UsageError unless it is a power of two."""
    if not 2 <= points <= MOST or points & (points - 1):
        raise UsageError(
            said("{n} points; expected a power of two from 2 to {most:,}", n=points, most=MOST)
        )
    return points


def at_once(factors: int) -> int:
    """Return how many points a worker takes at once, a power of two."""
    return min(_STEP, 1 << max(0, (_SPAN // (factors + 2)).bit_length() - 1))


def points(dimensions: int, number: int, seed: int, step: int = _STEP) -> Iterator[Points]:
    """Yield the points of a design, ``step`` at a time.

    Parameters
    ----------
    dimensions : int
        Uncertain numbers.
    number : int
        Points, a power of two.
    seed : int
        Of the scrambling.
    """
    # Half a second, only for those who explain.
    from scipy.stats import qmc  # pyright: ignore[reportMissingTypeStubs]

    # `seed`, not the newer `rng`: the points are then those of SALib, to the bit.
    options: Any = {"scramble": True, "seed": seed}
    sequence = qmc.Sobol(2 * dimensions, **options)
    step = min(step, checked(number))
    for first in range(0, number, step):
        shares: Floats = sequence.random(step)
        yield Points(first, shares[:, :dimensions], shares[:, dimensions:])


@dataclass(frozen=True)
class Radial:
    """A task: computes the worlds of some points.

    varied: columns of the world that the dimensions of the points stand for; the others are known.
    number: points of the whole design.
    """

    world: World
    varied: tuple[int, ...]
    factors: tuple[Factor, ...]
    seed: int
    number: int

    def __call__(self, points: Points, stopped: Callable[[], bool]) -> Worlds:
        """Return the worlds of some points."""
        many = len(points.a)
        ends = np.full((2, many, len(self.world.columns)), 0.5)
        ends[0][:, self.varied], ends[1][:, self.varied] = points.a, points.b
        a, b = (columns_at(self.world, shares) for shares in ends)
        width, world = len(self.factors) + 2, self.world
        rows = np.empty((many * width, WIDTH), np.int64)
        taken = np.empty((many * width, len(world.names["place"])), np.int32)
        persons = np.empty((many * width, len(world.names["person"])), np.int8)
        ints, floats = world.ints.copy(), world.floats.copy()
        for i in range(many):
            if stopped():
                raise Stopped
            thetas = theta(world, self._mixed(a[i], b[i]))
            numbers = self._numbers(points.first + i)
            for j in range(width):
                at = slice(i * width + j, i * width + j + 1)
                where = self.seed, int(numbers[j]), 1, 1
                told = rows[at], taken[at], persons[at]
                if cpu.run(thetas[j : j + 1], ints, floats, *where, *told):
                    point = points.first + i
                    raise KernelError(said("point {point} could not be computed", point=point))
        nobody = np.zeros((many * width, len(world.names["leader"])), np.int16)
        return Worlds(points, mark(block(layout(world), 0, rows, taken, persons, nobody)))

    def _mixed(self, a: Floats, b: Floats) -> Floats:
        """Return the inputs of A, of one mixture a factor, and of B: float64 [factors + 2, n]."""
        mixed = np.repeat(a[None, :], len(self.factors) + 2, axis=0)
        for j, factor in enumerate(self.factors):
            mixed[j + 1, list(factor.columns)] = b[list(factor.columns)]
        mixed[-1] = b
        return mixed

    def _numbers(self, point: int) -> Sequence[int]:
        """Return the world of each: those of B come after all of A."""
        luck = [False, *(factor.luck for factor in self.factors), True]
        return [point + self.number * other for other in luck]
