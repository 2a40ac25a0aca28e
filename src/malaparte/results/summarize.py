"""From counts and a sample of worlds to a summary."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from malaparte.kernel.outcome import COLUMNS, LABELS
from malaparte.results.block import Block, Layout
from malaparte.results.public import public_summary
from malaparte.results.share import share
from malaparte.results.summary import Chance, GroupFate, Outcome, PlaceFate, Quantiles, Summary
from malaparte.results.tally import Tally, events, sums_at

SAMPLE = 65_536
"""Quantiles and the typical world are taken from the first so many worlds, shares from all."""

_CLOSE = ("launched_at", "alarm_at", "nodes_taken", "arrested", "loss_plot", "loss_regime")
_HOUR = 3600.0


def summarize(
    layout: Layout,
    tally: Tally,
    sample: Block,
    *,
    scenario: str,
    seed: int,
    worlds: int,
    sets: int,
    do: Mapping[str, str],
    set: Mapping[str, object],  # noqa: A002 - the word of the language
) -> Summary:
    """Return the summary of an ensemble.

    Parameters
    ----------
    layout : Layout
        What the columns stand for.
    tally : Tally
        Summed over all blocks.
    sample : Block
        The first worlds, at most `SAMPLE`.
    scenario, seed, worlds, sets, do, set
        What was run, for the record.
    """
    index = {name: position for position, name in enumerate(events(layout))}
    existed = sums_at(tally, 0, index["plot"]).k

    def chance(name: str) -> Chance:
        event = index[name]
        given = None
        if 0 < existed < worlds and name not in ("plot", "label:no plot"):
            given = share(sums_at(tally, 1, event))
        return Chance(share(sums_at(tally, 0, event)), given)

    ends = [(label, chance(f"label:{label}")) for label in LABELS]
    # An end of worlds without a plot only is none of those with one.
    outcomes = [
        Outcome(label, one if one.given_plot and one.given_plot.count else Chance(one.share, None))
        for label, one in ends
        if one.share.count
    ]
    places = [
        PlaceFate(goal, chance(f"falls:{goal}"), _quantiles(sample.taken[:, column], 60.0))
        for column, goal in enumerate(layout.goals)
    ]
    groups: list[GroupFate] = []
    for leader in layout.leaders:
        fate = chance(f"arrested:{leader}")
        number = fate.share.count / existed if existed else 0.0
        groups.append(GroupFate(leader, fate, number, fate.share.of / worlds))

    def column(name: str) -> NDArray[np.int64]:
        return sample.rows[:, COLUMNS.index(name)].astype(np.int64)

    plot = column("plot_existed") != 0
    label, typical = _typical(sample, plot)
    return Summary(
        scenario=scenario,
        seed=seed,
        worlds=worlds,
        sets=sets,
        do=dict(do),
        set=dict(set),
        plot=chance("plot"),
        launched=chance("launched"),
        alarm=chance("alarm"),
        seized=chance("seized"),
        outcomes=tuple(sorted(outcomes, key=lambda one: -one.chance.share.count)),
        places=tuple(sorted(places, key=lambda one: -one.falls.share.count)),
        groups=tuple(groups),
        launched_hour=_quantiles(column("launched_at"), _HOUR),
        alarm_hour=_quantiles(column("alarm_at"), _HOUR),
        loss_plot=_quantiles(column("loss_plot")[plot]),
        loss_regime=_quantiles(column("loss_regime")[plot]),
        nodes_taken=_quantiles(column("nodes_taken")[plot]),
        arrested=_quantiles(column("arrested")[plot]),
        modal=LABELS[label],
        typical=typical,
        public=public_summary(layout, sample),
    )


def _quantiles(values: NDArray[np.integer], scale: float = 1.0) -> Quantiles:
    known = values[values >= 0]
    if not len(known):
        return Quantiles(0, None, None, None, None, None)
    found = np.quantile(known, (0.05, 0.25, 0.5, 0.75, 0.95)) / scale
    return Quantiles(len(known), *map(float, found))


def _typical(sample: Block, plot: NDArray[np.bool_]) -> tuple[int, int]:
    """Return the commonest label among worlds with a plot, and its most middling world.

    Distance is the sum over columns of how far the rank of a world is from the middle rank; 'never'
    ranks last, equal values share their mean rank.  Of equal worlds the first is taken.
    """
    labels = sample.rows[:, COLUMNS.index("label")]
    among = plot if plot.any() else ~plot
    label = int(np.bincount(labels[among], minlength=len(LABELS)).argmax())
    candidates = np.flatnonzero(among & (labels == label))
    distance = np.zeros(len(candidates))
    for name in _CLOSE:
        values = sample.rows[candidates, COLUMNS.index(name)].astype(np.int64)
        values = np.where(values < 0, np.iinfo(np.int64).max, values)
        order = np.sort(values)
        below = np.searchsorted(order, values, "left") + np.searchsorted(order, values, "right")
        distance += np.abs(below / (2.0 * len(values)) - 0.5)
    return label, sample.first + int(candidates[distance.argmin()])
