"""Timers on Mesa's event list, and the order in which things that happen at once are served."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.twin.city import City

NEVER = math.inf


class Rule(IntEnum):
    """Rules of the day, in the order in which they act at the same instant."""

    STAY = 1
    HALF = 2
    SQUAD = 3
    FIGHT = 4
    POSSESSION = 5
    ALARM = 6
    GUARD_WARNED = 7
    PERSON_WARNED = 8
    CALL = 9
    GROUP = 10
    BACKUP = 11
    NEWS = 12
    POWER = 13
    HORIZON = 14


@dataclass(frozen=True)
class Turn:
    """What Mesa takes for a priority; its own three levels are too few for thirteen rules."""

    value: int


class Timer:
    """Something that will be done at a time that may still change."""

    def __init__(self, city: City, rule: Rule, entity: int, act: Callable[[], None]) -> None:
        self._simulator = city.simulator
        self._turn = Turn(rule * 100_000 + entity)
        self._act = act
        self._event = None

    @property
    def runs(self) -> bool:
        """Whether it is set."""
        return self._event is not None

    def set(self, time: float) -> None:
        """Let it happen at a time, NEVER to stop it."""
        self.stop()
        if time < NEVER:
            self._event = self._simulator.schedule_event_absolute(
                self._fire,
                time,
                priority=self._turn,  # type: ignore[arg-type] - any order
            )

    def stop(self) -> None:
        """Let it not happen."""
        if self._event is not None:
            self._simulator.cancel_event(self._event)
            self._event = None

    def _fire(self) -> None:
        self._event = None
        self._act()
