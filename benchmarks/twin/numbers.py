"""The drawn numbers of one world, by the path at which the scenario names them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from malaparte.scenario.walk import quantities
from malaparte.world import draw
from malaparte.world.build import World


class Numbers:
    """Numbers by path; a field that the scenario leaves out is 0."""

    def __init__(self, canonical: dict[str, str], drawn: dict[str, float]) -> None:
        self._canonical = canonical
        self._drawn = drawn

    def __call__(self, path: str) -> float:
        """Return the number at a path, in the unit of the scenario."""
        canonical = self._canonical.get(path)
        return 0.0 if canonical is None else self._drawn[canonical]

    def whole(self, path: str) -> int:
        """Return the number at a path as a whole number, halves up."""
        return math.floor(self(path) + 0.5)


def sets(world: World, seed: int, which: Sequence[int]) -> Iterator[Numbers]:
    """Yield the same sets of assumptions as the ensemble has, so that only luck differs.

    Only the columns as drawn are shared; what they mean is read from the scenario.
    """
    canonical = {path: found.canonical for path, found in quantities(world.scenario).items()}
    names = [column.path for column in world.columns]
    for one in which:
        values = draw.columns(world, seed, one, 1)[0]
        yield Numbers(canonical, dict(zip(names, values.tolist(), strict=True)))
