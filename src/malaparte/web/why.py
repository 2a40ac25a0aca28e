"""Why the answer is what it is: which assumptions carry it, what the record says of it."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterable
from dataclasses import dataclass, replace
from typing import Any

from malaparte.analysis.evidence import Factor
from malaparte.analysis.explain import Explanation, factors
from malaparte.analysis.given import Given, chosen, given
from malaparte.ensemble.ensemble import Ensemble
from malaparte.ensemble.executors import Item, Result, Task, executor
from malaparte.scenario.read import read
from malaparte.scenario.record import Statement
from malaparte.web.asked import Case, Many
from malaparte.web.desk import Desk
from malaparte.web.library import shelf
from malaparte.web.running import Left, Tell, ensemble, turn

POINTS = 32
"""Points of the design: some 14,000 worlds of Moscow."""
_NUMBERS = 12
"""Numbers that are shown, of hundreds."""
_NEAR = 4
"""Numbers that are shown if the record moved none."""


def explain(desk: Desk, asked: Many, tell: Tell, left: threading.Event) -> None:
    """Say which assumptions carry the answer of a case."""
    lab = desk.laboratory(asked)
    design = POINTS * (len(factors(lab.world)[0]) + 2)
    steps = _Steps(asked.worlds + design, tell, left)
    with turn(desk, left, tell):
        known = ensemble(desk, asked, asked.worlds, steps.run, left)
        steps.past(asked.worlds)
        found = lab.explain(asked.worlds, asked.seed, None, steps.more, points=POINTS, known=known)
    tell("explain", _explained(found))


def _explained(found: Explanation) -> dict[str, Any]:
    """Return what is shown: of numbers and their worth the first, places are another question."""
    sure = sum(one.low > 0.0 for one in found.information)
    worth = found.information[: max(min(sure, _NUMBERS), _NEAR)]
    shown = replace(found, numbers=found.numbers[:_NUMBERS], information=worth, nodes=())
    return {**shown.as_dict(), "sure": sure, "of": len(found.information)}


def weigh(desk: Desk, asked: Many, tell: Tell, left: threading.Event) -> None:
    """Weigh the worlds of a case by the record, and hold other readings of the day against it."""
    lab = desk.laboratory(asked)
    chosen(lab.scenario.record)
    others = [
        Case(scenario=one["id"], seed=asked.seed)
        for one in shelf()
        if one["id"] != lab.scenario.id
        and read(one["id"]).data["day"]["date"] == lab.document.data["day"]["date"]
    ]
    steps = _Steps(asked.worlds * (1 + len(others)), tell, left)
    with turn(desk, left, tell):
        runs: list[Ensemble] = []
        for case in (asked, *others):
            runs.append(ensemble(desk, case, asked.worlds, steps.run, left))
            steps.past(asked.worlds)
        mine, *theirs = runs
        found = given(mine, theirs, _Watched(left))
    tell("given", _given(found, lab.scenario.record))


def _given(found: Given, record: dict[str, Statement]) -> dict[str, Any]:
    told = [
        {
            "name": one.name,
            "says": record[one.name].says.model_dump(mode="json"),
            "absent": record[one.name].absent,
            "grade": record[one.name].grade,
            "fits": None if record[one.name].value is not None else one.fits,
            "chance": one.chance.value,
            "ratios": [_ratio(ratio) for ratio in one.ratios],
        }
        for one in found.told
    ]
    moved = sum(one.moved for one in found.learned)
    shown = replace(found, learned=found.learned[: max(min(moved, _NUMBERS), _NEAR)])
    readings = [{"scenario": one.scenario, **_ratio(one.factor)} for one in found.readings]
    extra = {"told": told, "readings": readings, "moved": moved, "of": len(found.learned)}
    return {**shown.as_dict(), **extra}


def _ratio(one: Factor) -> dict[str, Any]:
    """Return for which reading a statement speaks, and how many times; none beyond all bounds."""
    way = "same" if not one.discriminates else "more" if one.value > 1.0 else "less"
    told = one.turned if way == "less" else one
    sizes = {"value": told.value, "low": told.low, "high": told.high}
    return {"way": way, **{key: _finite(size) for key, size in sizes.items()}}


def _finite(value: float) -> float | None:
    return value if abs(value) < float("inf") else None


class _Steps:
    """Tells the progress of several runs as one."""

    def __init__(self, of: int, tell: Tell, left: threading.Event) -> None:
        self._of, self._tell, self._left = of, tell, left
        self._before = self._done = 0

    def past(self, worlds: int) -> None:
        """Note that a run is over, also if its answer was at hand."""
        self._before += worlds
        self._done = 0

    def run(self, _: str, data: dict[str, Any]) -> None:
        """Take the progress of a run."""
        self._say(int(data["done"]))

    def more(self, worlds: int) -> None:
        """Take worlds that were done beside a run; ends the job if its viewer left."""
        if self._left.is_set():
            raise Left
        self._say(self._done + worlds)

    def _say(self, done: int) -> None:
        self._done = done
        self._tell("progress", {"done": min(self._before + done, self._of), "of": self._of})


@dataclass(frozen=True)
class _Watched:
    """All cores, until the viewer leaves."""

    left: threading.Event

    def map(self, task: Task[Item, Result], items: Iterable[Item]) -> Generator[Result]:
        """Yield the results as they are done."""
        for one in executor().map(task, items):
            if self.left.is_set():
                raise Left
            yield one
