"""Fights for places, gathered from the events of one world."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from malaparte.kernel import events as kind
from malaparte.kernel.state import PLOT
from malaparte.report.state_at import Row

Result = Literal["taken", "repelled", "retaken", "failed", "open"]


@dataclass
class Episode:
    """One attempt on one place, by the plot or by the state's reserves.

    men: those of the attacker who took part.  relief: men of the reserves who came to help.
    first: 0 both fired at once, 1 the guard was surprised, 2 the squads were ambushed, -1 nobody
    fired.  yields: the side that gave way without a shot, if one did.  lost_plot, lost_state: men.
    left: men of the attacker, or of the new holder, at the end.
    """

    place: int
    begins: int
    by_plot: bool
    units: set[int] = field(default_factory=set[int])
    men: int = 0
    relief: int = 0
    seen: bool = False
    first: int = -1
    yields: Literal["plot", "state", ""] = ""
    ends: int = -1
    result: Result = "open"
    lost_plot: int = 0
    lost_state: int = 0
    left: int = 0
    seqs: list[int] = field(default_factory=list[int])

    @property
    def lost(self) -> int:
        """Men of both sides."""
        return self.lost_plot + self.lost_state


_RESULTS: dict[int, Result] = {
    kind.NODE_TAKEN: "taken",
    kind.REPELLED: "repelled",
    kind.RETAKEN: "retaken",
    kind.COUNTERATTACK_FAILS: "failed",
}
_LOSSES = (kind.PLOT_LOSS, kind.GUARD_LOSS, kind.GROUP_LOSS)


def episodes(rows: Iterable[Row]) -> list[Episode]:
    """Return the attempts of a day, in the order in which they begin."""
    told: list[Episode] = []
    running: dict[int, Episode] = {}
    held: set[int] = set()
    seen: set[int] = set()
    standing: dict[int, dict[int, int]] = {}
    for row in rows:
        place = row.place
        if row.kind == kind.DETECTED:
            seen.add(row.target)
        elif row.kind == kind.GROUP_ARRIVES:
            standing.setdefault(place, {})[row.actor] = row.value
        if row.kind == kind.ASSAULT and (place in running or place not in held):
            now = _running(told, running, row, by_plot=True)
            now.units.add(row.actor)
            now.men += row.value
            now.seen |= row.actor in seen
        elif row.kind == kind.COUNTERATTACK:
            now = _running(told, running, row, by_plot=False)
            now.units.update(standing.get(place, {}))
            now.men = row.value
        elif row.kind == kind.UNIT_TAKES:
            held.add(place)
        elif row.kind == kind.UNIT_RETAKES:
            held.discard(place)
        now = running.get(place)
        if now is None or row.kind == kind.UNIT_CHOOSES:  # a unit that stands there takes no part
            continue
        now.seqs.append(row.seq)
        if row.kind == kind.FIGHT_BEGINS:
            now.first = row.value
        elif row.kind == kind.YIELDS:
            now.yields = "plot" if row.value == PLOT else "state"
        elif row.kind == kind.GROUP_ARRIVES:
            now.relief += row.value
        elif row.kind in _LOSSES:
            now.lost_plot += row.kind == kind.PLOT_LOSS
            now.lost_state += row.kind != kind.PLOT_LOSS
        elif row.kind in _RESULTS:
            now.result, now.ends, now.left = _RESULTS[row.kind], row.t, row.value
            del running[place]
            if row.kind == kind.NODE_TAKEN:
                held.add(place)
            elif row.kind == kind.RETAKEN:
                held.discard(place)
            if row.kind in (kind.NODE_TAKEN, kind.COUNTERATTACK_FAILS):
                standing.pop(place, None)  # beaten groups leave
    return told


def _running(
    told: list[Episode], running: dict[int, Episode], row: Row, *, by_plot: bool
) -> Episode:
    if row.place not in running:
        running[row.place] = Episode(row.place, row.t, by_plot)
        told.append(running[row.place])
    return running[row.place]
