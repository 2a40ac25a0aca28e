"""The outcome row of a world, as far as its beginning, its events and the board at the end tell it.

The dead, who are drawn from the losses at the end, the jailed and the crowds are counted by events
of their own when a world ends (``toll``), as districts tell theirs by steps and not by heads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from malaparte.kernel import events as kind
from malaparte.kernel import label, outcome, state
from malaparte.kernel.public import fields as public
from malaparte.kernel.road.fields import PREVENTED
from malaparte.results.block import Layout
from malaparte.results.replay import Board, Ints

_SERVICES = ("services between two reports",)
_PUBLIC = ("men that units lose", "crowds of districts", "support of a new power")

_OPEN = (kind.HALF_BEGINS, kind.DETECTED, kind.ASSAULT, kind.RAID)
_TAKES = (kind.NODE_TAKEN, kind.UNIT_TAKES)


def untold(layout: Layout) -> tuple[str, ...]:
    """Return what belongs to the end of a world, stands in no column, and is not told by events."""
    return (*_SERVICES, *_PUBLIC) if "decided_at" in layout.columns else _SERVICES


@dataclass(frozen=True)
class Telling:
    """What a row is told from.

    layout: names of the columns.  begin: int64 array, state of the kernel before the first event.
    end: the board after the last (`malaparte.results.replay.replay`).  events: int [n, 8].
    """

    layout: Layout
    begin: Ints
    end: Board
    events: Sequence[Sequence[int]]

    def row(self) -> dict[str, int]:
        """Return column -> number as the kernel writes it, of the columns that are told."""
        found = {**self._day(), **self._places(), **self._persons()}
        if "decided_at" in self.layout.columns:
            found |= {**self._ends(), **self._units(), **self._leaders()}
        return found

    def _known(self, field: int) -> int:
        return int(self.begin[self.begin[field]])

    def _times(self, *kinds: int) -> list[int]:
        return [event[1] for event in self.events if event[2] in kinds]

    def _last(self, *kinds: int) -> int:
        return max(self._times(*kinds), default=-1)

    def _value(self, code: int) -> int | None:
        """Return the value of the last event of a kind."""
        return next((event[6] for event in reversed(self.events) if event[2] == code), None)

    @property
    def _called(self) -> bool:
        return bool(self._known(public.STREETS) and self._times(kind.STREET_CALLED))

    @property
    def _launched(self) -> int:
        """The first visible act: of squads, or of a unit that has gone over."""
        choices: dict[int, int] = {}
        for _, t, code, actor, _, _, value, _ in self.events:
            if code == kind.UNIT_CHOOSES:
                choices[actor] = value
            marches = code == kind.UNIT_MARCHES and choices.get(actor) == public.JOIN
            if marches or code in _OPEN:
                return t
        return -1

    @property
    def _label(self) -> int:
        function: Any = label.label_of
        return getattr(function, "py_func", function)(
            self._known(state.EXISTS),
            self._known(PREVENTED),
            self._launched,
            self._last(kind.SEIZED),
            int(self._called),
            int(self._last(kind.RISING_BEGINS) >= 0),
            self._known(public.HOLDINGS),
            self._value(kind.NEW_POWER_ENDS) or 0,
        )

    def _day(self) -> dict[str, int]:
        ends, calls = self._value(kind.ENDS), self._times(kind.STREET_CALLED)
        if ends is None:  # the day never came
            prevented = self._known(state.EXISTS) and self._known(PREVENTED)
            ends = outcome.CAUSE_ARRESTED if prevented else state.CAUSE_NONE
        found = {
            "label": self._label,
            "cause": self._value(kind.NEW_POWER_ENDS) or ends,
            "plot_existed": self._known(state.EXISTS),
            "leaked": int(bool(self._times(kind.LEAKED_OUT))),
            "launched_at": self._launched,
            "alarm_at": self._last(kind.ALARM_RINGS),
            "gave_up_at": self._last(kind.FAILURE),
            # A street that was called stays called; a call that only bears the name is repeated.
            "street_called_at": (min if self._called else max)(calls, default=-1),
            "seized_at": self._last(kind.SEIZED),
            "loss_plot": int(self.end.loss_plot[0]),
            "loss_regime": int(self.end.loss_regime[0]),
        }
        lost = self._last(kind.NEW_POWER_ENDS)
        return {**found, "lost_at": lost if lost >= 0 else self._last(kind.PLOT_SPENT)}

    def _places(self) -> dict[str, int]:
        first = {e[4]: e[1] for e in reversed(self.events) if e[2] in _TAKES}
        held = int((self.end.node_holder == state.PLOT).sum())
        goals = zip(self.layout.goals, self.layout.goal_places, strict=True)
        fell = {f"taken.{goal}": first.get(place, -1) // 60 for goal, place in goals}
        return {"nodes_taken": len(first), "nodes_held": held, **fell}

    def _persons(self) -> dict[str, int]:
        found = {"arrested": int(self.end.arrested[0])}
        group, states = np.asarray(self.layout.person_leader), self.end.person_state
        for index, leader in enumerate(self.layout.leaders):
            mine = states[group == index]
            found[f"arrested.{leader}"] = int((mine == state.TAKEN).sum())
            if states.any():  # a world without a day places nobody
                found[f"present.{leader}"] = int((mine > 0).sum())
        return found

    @property
    def _undecided(self) -> bool:
        out = self._value(kind.ENDS) == state.CAUSE_HORIZON
        return out and self._last(kind.SEIZED) < 0

    def _ends(self) -> dict[str, int]:
        found = {"rising_at": self._last(kind.RISING_BEGINS)}
        happened = self._known(state.EXISTS) or self._called
        seized, ends = self._last(kind.SEIZED), self._last(kind.ENDS)
        if seized >= 0:
            found["decided_at"] = max(seized, self._last(kind.NEW_POWER_ENDS))
        elif ends < 0 or not happened:
            found["decided_at"] = self._known(state.DAY_START) if happened else -1
        else:
            found["decided_at"] = -1 if self._undecided else ends
        tolls = {event[3]: event[6] for event in self.events if event[2] == kind.TOLL}
        return {**found, **{outcome.MORE[toll]: tolls.get(toll, 0) for toll in outcome.TOLLS}}

    def _units(self) -> dict[str, int]:
        choices = self.end.unit_choice
        names = [name for name in self.layout.columns if name.startswith("unit.")]
        counts = np.bincount(choices, minlength=len(outcome.CHOICES))
        names += ["units_obey", "units_wait", "units_over", "units_beaten"]
        return dict(zip(names, map(int, [*choices, *counts]), strict=True))

    def _leaders(self) -> dict[str, int]:
        stands = self._label in (outcome.HELD, outcome.SEIZED_ONLY)
        left = {
            state.FREE: "free",
            state.WARNED: "free",
            state.SHELTERED: "sheltered",
            state.TAKEN: "taken" if stands or self._undecided else "freed",
        }
        made = {event[5]: outcome.FATES[event[6]] for event in self.events if event[2] == kind.FATE}
        fates = [
            made.get(person, left[code])
            for person, code in enumerate(self.end.person_state.tolist())
            if code
        ]
        names = [name for name in outcome.MORE if name.startswith("persons_")]
        counts = {name: fates.count(name.removeprefix("persons_")) for name in names}
        if not fates:  # a world without a day places nobody, and all are free
            del counts["persons_free"]
        return {**counts, "leader": outcome.FATES.index(made.get(-1, "free"))}
