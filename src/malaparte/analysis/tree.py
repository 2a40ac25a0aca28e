"""Conditions under which an answer turns, as a small tree that people can read.

A regression tree (Breiman and others 1984) on the sets of assumptions: at each step the one
question 'is this number at most x' that parts the answers best.  It is grown on half of the sets;
the other half prunes what does not help there (reduced error, Quinlan 1987) and says what the
leaves hold, so no leaf is a fluke of the sets that made it (honest, Athey and Imbens 2016).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_DEPTH = 3
_LEAF = 0.08
"""Smallest part of the sets that a leaf may hold."""


@dataclass(frozen=True)
class Tree:
    """The answer under some conditions.

    value: mean of the answer over the sets here; sets: how many there are (of the half that did not
    grow the tree).  path, limit: the question, None in a leaf; yes, no: where it leads.
    """

    value: float
    sets: int
    path: str | None = None
    limit: float = 0.0
    unit: str = ""
    yes: Tree | None = None
    no: Tree | None = None

    @property
    def leaves(self) -> int:
        """How many ends the tree has."""
        return 1 if self.yes is None or self.no is None else self.yes.leaves + self.no.leaves


def tree(inputs: Floats, answers: Floats, names: list[str], units: list[str]) -> Tree:
    """Return the conditions under which answers differ.

    Parameters
    ----------
    inputs : float64 [sets, numbers]
        Drawn numbers.
    answers : float64 [sets]
        The answer in each set.
    names, units : list of str
        Of the numbers.
    """
    odd = np.arange(len(answers)) % 2 == 1
    least = max(4, int(_LEAF * (~odd).sum()))
    grown, held = _part((inputs, answers), ~odd), _part((inputs, answers), odd)
    return _grow(grown, held, names, units, _DEPTH, least)[0]


Half = tuple[Floats, Floats]


def _grow(
    grown: Half, held: Half, names: list[str], units: list[str], depth: int, least: int
) -> tuple[Tree, float]:
    """Return a tree, and the squared error of what the one half says of the other."""
    answers = held[1] if len(held[1]) else grown[1]
    leaf = Tree(float(answers.mean()), len(held[1]))
    alone = float(np.square(held[1] - grown[1].mean()).sum())
    found = _question(*grown, least) if depth else None
    if found is None:
        return leaf, alone
    column, limit = found
    sides = [half[0][:, column] <= limit for half in (grown, held)]
    if not least // 2 <= sides[1].sum() <= len(sides[1]) - least // 2:
        return leaf, alone
    (yes, of_yes), (no, of_no) = (
        _grow(
            _part(grown, sides[0] == way),
            _part(held, sides[1] == way),
            names,
            units,
            depth - 1,
            least,
        )
        for way in (True, False)
    )
    # A question stays only if all that follows from it tells the other half better than one mean.
    if of_yes + of_no >= alone:
        return leaf, alone
    split = Tree(leaf.value, leaf.sets, names[column], limit, units[column], yes, no)
    return split, of_yes + of_no


def _part(half: Half, here: NDArray[np.bool_]) -> Half:
    return half[0][here], half[1][here]


def _question(inputs: Floats, answers: Floats, least: int) -> tuple[int, float] | None:
    """Return the column and limit that leave the least variance, None if nothing can be parted."""
    sets = len(answers)
    if sets < 2 * least or not np.ptp(answers):
        return None
    order = np.argsort(inputs, axis=0, kind="stable")
    x, y = np.take_along_axis(inputs, order, axis=0), answers[order]
    sums = np.cumsum(y, axis=0)[:-1]
    n = np.arange(1, sets)[:, None]
    # What the two means explain; the rest of the sum of squares is the same for every question.
    gain = sums**2 / n + (sums[-1] + y[-1] - sums) ** 2 / (sets - n)
    gain[x[1:] == x[:-1]] = -np.inf
    gain[: least - 1] = gain[sets - least :] = -np.inf
    place, column = np.unravel_index(int(gain.argmax()), gain.shape)
    if not np.isfinite(gain[place, column]):
        return None
    return int(column), float((x[place, column] + x[place + 1, column]) / 2)
