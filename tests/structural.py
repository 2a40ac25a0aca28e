"""Structural models (Pearl 2009) as trials: known answers, asked by the machinery of the analysis.

A model is a function of what is changed and of the numbers of worlds.  Its luck stands at an
address (world, name), as in the kernel, so two variants of a world meet the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import numpy as np
from numpy.typing import ArrayLike, NDArray

from malaparte.analysis.effects import Question
from malaparte.analysis.target import Target
from malaparte.ensemble.design import Design
from malaparte.ensemble.executors import Sequential
from malaparte.ensemble.marks import Marks
from malaparte.ensemble.trials import Change, Changes, Trials
from malaparte.kernel.outcome import LABELS
from malaparte.kernel.rng import entity_key
from malaparte.quantity.spread import Spread
from malaparte.world.build import World
from malaparte.world.draw import fill, tabulate
from tests import small

Told = tuple[ArrayLike, ArrayLike, ArrayLike]
"""Of every world: whether it ends as asked for, a number, and its history as one integer."""
Model = Callable[[Mapping[str, object], NDArray[np.int64]], Told]

HIT, MISS = LABELS.index("held"), LABELS.index("repelled")


def luck(name: str, worlds: NDArray[np.int64], seed: int = 1) -> NDArray[np.float64]:
    """Return the uniforms of worlds 0 to n - 1 for a cause that bears a name."""
    kinds, p, table = tabulate([Spread("uniform", (0.0, 1.0))])
    out = np.empty((len(worlds), 1))
    fill(seed, int(worlds[0]), kinds, p, np.array([entity_key(name)]), table, out)
    return out[:, 0]


class Structural(Trials):
    """Trials of a structural model."""

    def __init__(self, model: Model, worlds: int, inner: int = 1) -> None:
        """Take the model; ``worlds`` and ``inner`` as a design has them."""
        super().__init__(small.document(), {}, {}, Design(worlds, inner=inner), Sequential())
        self.model, self.asked = model, dict[Changes, int]()

    def world(self, changes: Changes = ()) -> World:
        """Return a small city: every variant has its goals."""
        return CITY

    def extend(self, variants: Iterable[Changes], worlds: int) -> None:
        """Remember how many worlds were asked of each."""
        for one in variants:
            self.asked[one] = max(worlds, self.asked.get(one, 0))

    def marks(self, changes: Changes, worlds: int) -> Marks:
        """Return what the model makes of the first worlds."""
        self.extend([changes], worlds)
        found = self.model({one.name: one.option for one in changes}, np.arange(worlds))
        hit, number, history = (np.broadcast_to(np.asarray(part), worlds) for part in found)
        return Marks(
            0,
            np.where(hit, HIT, MISS).astype(np.int8),
            number.astype(np.int16),
            np.zeros(worlds, np.int16),
            history.astype(np.uint64),
        )


CITY = small.city()


def question(model: Model, worlds: int, inner: int = 1) -> Question:
    """Return a question about the plot in power."""
    return Question(Structural(model, worlds, inner), Target())


def off(name: str) -> Change:
    """Return the change that takes a thing away."""
    return Change(name, "off")
