"""Which assumptions carry an answer: indices, value of information, conditions, nodes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from malaparte.analysis.effects import Question
from malaparte.analysis.information import Information, by_set, information
from malaparte.analysis.mechanism import mechanisms
from malaparte.analysis.nodes import Node, nodes
from malaparte.analysis.sobol import Index, Sums
from malaparte.analysis.table import rows
from malaparte.analysis.tree import Tree, tree
from malaparte.ensemble.saltelli import LUCK, Factor, Radial, Worlds, at_once, checked, points
from malaparte.errors import UsageError
from malaparte.results.points import PointsWriter, writing
from malaparte.results.share import Share, nothing_seen, plain
from malaparte.said import said, strung
from malaparte.world.build import World
from malaparte.world.draw import columns
from malaparte.world.shares import columns_at, uncertain

OUTPUTS = ("outcome", "places", "arrested")
"""What is explained: the share that ends as asked for, places taken, persons arrested."""

RARE = 0.05
"""Share of worlds below which, or above the rest of which, an outcome says too little of factors:
of 256 points it would vary at a dozen."""
NODE_SETS = 256
"""Sets of assumptions by which places are ranked."""


@dataclass(frozen=True)
class Carried:
    """What one factor carries of an output: a number, a mechanism, or luck.

    mechanism: of a number; None for a mechanism itself and for luck.  numbers: how many numbers the
    factor stands for.  moved: share of points at which changing it changed the history, to the bit.
    """

    name: str
    mechanism: str | None
    numbers: int
    index: Index
    moved: float


@dataclass(frozen=True, repr=False)
class Explanation:
    """Which assumptions carry an answer.

    design: worlds of the Sobol design.  do, set: decisions taken and values set.
    home: mechanism of every uncertain number.
    label: the outcome asked for, None for the plot in power.  share: of worlds that end so.
    by: what is explained (`OUTPUTS`); seen: share of points that end as asked for.  groups:
    mechanisms and luck, the largest total index first; numbers: the same, each by itself.
    idle: numbers that changed no history at any point.  unseen: share of points at which they
    still might (95 %).  information: the most worth knowing first.
    tree: conditions under which the answer differs.  nodes: places whose loss does most.
    """

    scenario: str
    seed: int
    points: int
    design: int
    worlds: int
    sets: int
    do: dict[str, str]
    set: dict[str, object]
    home: dict[str, str]
    label: str | None
    share: Share
    by: str
    seen: float
    groups: tuple[Carried, ...]
    numbers: tuple[Carried, ...]
    idle: tuple[str, ...]
    unseen: float
    information: tuple[Information, ...]
    tree: Tree
    nodes: tuple[Node, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return plain data for ``--json``."""
        return plain(self)

    @property
    def table(self) -> pa.Table:
        """Luck, mechanisms and numbers as an Arrow table."""
        return rows([*self.groups, *self.numbers])

    def __repr__(self) -> str:
        """Return what a line can hold."""
        lines = [
            f"{self.scenario}: {self.by}, {self.points:,} points, {len(self.idle)} idle numbers"
        ]
        for one in self.groups:
            lines.append(f"  {one.name:32} {one.index.first:6.2f} {one.index.total:6.2f}")
        return "\n".join(lines)


def factors(world: World) -> tuple[tuple[Factor, ...], dict[str, str]]:
    """Return all factors of a scenario, and the mechanism of each number.

    Luck first, then mechanisms, then single numbers; a mechanism of one number stands there once.

    Raises
    ------
    UsageError
        If no number is uncertain.
    """
    varied = uncertain(world)
    if not varied:
        none = said("no number is uncertain, so none can carry anything")
        raise UsageError(strung([world.scenario.id, none], ": "))
    of = mechanisms(world.scenario)
    groups: dict[str, list[int]] = {}
    for column in varied:
        groups.setdefault(_mechanism(of, world.columns[column].path), []).append(column)
    found = [Factor(LUCK, luck=True)]
    found += [Factor(name, tuple(group)) for name, group in sorted(groups.items())]
    found += [Factor(world.columns[column].path, (column,)) for column in varied]
    return tuple(found), of


def _mechanism(of: dict[str, str], path: str) -> str:
    return of.get(path, path.partition(".")[0])


def explain(
    asked: Question,
    number: int,
    told: Callable[[int], None],
    folder: Path | None = None,
    of: str | None = None,
) -> Explanation:
    """Say which assumptions carry an answer.

    Parameters
    ----------
    asked : Question
        Scenario, worlds of prior draws, and the outcome asked for.
    number : int
        Points of the Sobol design, a power of two.
    told : function of int
        Is told how many worlds were done.
    folder : Path, optional
        Where inputs and outcomes of the design are kept.
    of : str, optional
        One of `OUTPUTS`; left out, the outcome, or places taken where the outcome is too rare.

    Raises
    ------
    UsageError
        If no number is uncertain, or the number of points is no power of two.
    """
    if of is not None and of not in OUTPUTS:
        names = {"name": of, "names": ", ".join(OUTPUTS)}
        raise UsageError(said("nothing to explain called '{name}'; expected {names}", **names))
    trials, world = asked.trials, asked.trials.world()
    chosen, homes = factors(world)
    design = trials.design
    sums, moved = _design(asked, chosen, checked(number), told, folder)
    seen = float(sums.means()[0])
    rare = not RARE <= seen <= 1.0 - RARE
    by = int(rare) if of is None else OUTPUTS.index(of)
    indices = sums.indices()[by]
    groups: list[Carried] = []
    single: list[Carried] = []
    for factor, index, share in zip(chosen, indices, moved, strict=True):
        alone = len(factor.columns) == 1 and factor.name == world.columns[factor.columns[0]].path
        mechanism = _mechanism(homes, factor.name) if alone else None
        one = Carried(factor.name, mechanism, len(factor.columns), index, float(share))
        (single if alone else groups).append(one)
    trials.extend([()], design.worlds)
    values = asked.output(OUTPUTS[by], (), design.worlds)
    means, variance = by_set(values, design.inner)
    drawn = columns(world, design.seed, 0, len(means))
    # What changed no history in the design is not asked for, whatever few sets seem to say of it.
    idle = tuple(one.name for one in single if not one.moved)
    paths = [world.columns[each].path for each in uncertain(world)]
    varied = [each for each in uncertain(world) if world.columns[each].path not in idle]
    names = [world.columns[column].path for column in varied]
    units = [world.columns[column].unit for column in varied]
    return Explanation(
        world.scenario.id,
        design.seed,
        number,
        number * (len(chosen) + 2),
        design.worlds,
        design.sets,
        dict(trials.do),
        dict(trials.set),
        {path: _mechanism(homes, path) for path in paths},
        asked.target.label,
        asked.share((), design.worlds),
        OUTPUTS[by],
        seen,
        _largest(groups),
        _largest([one for one in single if one.moved]),
        idle,
        nothing_seen(number),
        information(drawn[:, varied], means, variance, names),
        tree(drawn[:, varied], means, names, units),
        nodes(world, design.seed, NODE_SETS),
    )


def _largest(found: list[Carried]) -> tuple[Carried, ...]:
    return tuple(sorted(found, key=lambda one: -one.index.total))


def _design(
    asked: Question,
    chosen: tuple[Factor, ...],
    number: int,
    told: Callable[[int], None],
    folder: Path | None,
) -> tuple[Sums, NDArray[np.float64]]:
    """Run the design and return its sums, and how often each factor moved a history."""
    trials, world = asked.trials, asked.trials.world()
    varied, seed = tuple(uncertain(world)), trials.design.seed
    sums = Sums(number, len(chosen), len(OUTPUTS))
    moved = np.zeros(len(chosen))
    task = Radial(world, varied, chosen, seed, number)
    names = [column.path for column in world.columns]
    with nullcontext() if folder is None else writing(folder, names) as writer:
        made = points(len(varied), number, seed, at_once(len(chosen)))
        waiting: dict[int, Worlds] = {}
        following = 0
        for one in trials.executor.map(task, made):
            # Sums of floats depend on their order, answers must not: points are added in theirs.
            waiting[one.points.first] = one
            while following in waiting:
                found = waiting.pop(following)
                following += len(found.points.a)
                outputs, history = _outputs(asked, found, len(chosen) + 2)
                sums.add(found.points.first, outputs)
                moved += (history[:, 1:-1] != history[:, :1]).sum(axis=0)
                if writer is not None:
                    _keep(writer, task, found)
            told(len(one.marks.label))
    return sums, moved / number


def _outputs(
    asked: Question, found: Worlds, width: int
) -> tuple[NDArray[np.float64], NDArray[np.uint64]]:
    marks = found.marks
    hit = asked.target.hit(marks.label)
    outputs = np.stack([hit, marks.places, marks.arrested], axis=1).astype(np.float64)
    return outputs.reshape(-1, width, len(OUTPUTS)), marks.history.reshape(-1, width)


def _keep(writer: PointsWriter, task: Radial, found: Worlds) -> None:
    many, first = len(found.points.a), found.points.first
    ends = np.full((2, many, len(task.world.columns)), 0.5)
    ends[0][:, task.varied], ends[1][:, task.varied] = found.points.a, found.points.b
    a, b = (columns_at(task.world, shares) for shares in ends)
    writer.add_inputs(first, task.number, a, b)
    names = ["a", *(factor.name for factor in task.factors), "b"]
    luck = np.array([False, *(factor.luck for factor in task.factors), True])
    point = np.repeat(np.arange(first, first + many), len(names))
    world = point + task.number * np.tile(luck, many)
    marks = found.marks
    rest = marks.places, marks.arrested
    writer.add_outcomes(point, world, names * many, marks.label, rest)
