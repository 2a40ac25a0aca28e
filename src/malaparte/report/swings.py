"""Changes that undo one another again and again, drawn together for whoever reads.

Two units that take a place from each other all night are fifty events and one thing to know.  The
first changes are told one by one, the others in one sentence that says how many they are; the
events themselves stay as they are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from malaparte.kernel import events as kind
from malaparte.report.names import amid, short

if TYPE_CHECKING:
    from malaparte.report.passage import Day, Passage
    from malaparte.report.state_at import Row

ONE_BY_ONE = 2
"""Changes of one thing that are told in full before the others are drawn together."""
LEAST = 3
"""Fewer than these are told in full, too."""
_HANDS = (kind.UNIT_TAKES, kind.UNIT_RETAKES)
_ARMY = (kind.ARMY_OVER, kind.ARMY_BACK)
_POWER = (kind.POWER_BEGINS, kind.POWER_ENDS)
_CHOICES = ("obeys", "waits", "joins")


def swings(rows: Iterable[Row]) -> tuple[tuple[Row, ...], ...]:
    """Return the changes that are told together, each of one thing, in their order.

    A thing is who holds a place (squads that fight for it begin another run: they are told
    elsewhere), what a unit chooses, whether the army is with the plot, whether the plot is in
    power.  Where power is seized, what happens later is told elsewhere, and the hour at which the
    plot came to power for the last time is told in full.
    """
    runs: defaultdict[tuple[str, int, int], list[Row]] = defaultdict(list)
    fights = Counter[int]()
    for row in rows:
        if row.kind in (kind.NODE_TAKEN, kind.RETAKEN):
            fights[row.place] += 1
        elif row.kind in _HANDS:
            runs["hands", row.place, fights[row.place]].append(row)
        elif row.kind == kind.UNIT_CHOOSES:
            runs["choice", row.actor, 0].append(row)
        elif row.kind in _ARMY:
            runs["army", 0, 0].append(row)
        elif row.kind in _POWER:
            runs["power", 0, 0].append(row)
        elif row.kind == kind.SEIZED:
            runs["power", 0, 0].pop()
            break
    return tuple(tuple(run[ONE_BY_ONE:]) for run in runs.values() if len(run) >= ONE_BY_ONE + LEAST)


def swing_passages(day: Day) -> list[Passage]:
    """Return one sentence for each run of changes, at the hour of its first."""
    return [day.passage(run[0].t, [_sentence(day, run)], run) for run in day.swings]


def _sentence(day: Day, run: tuple[Row, ...]) -> str:
    words, first, last = day.words, run[0], run[-1]
    when = words.when(first.t, last.t)
    if last.kind in _HANDS:
        return words.sentence(
            "swing-hands",
            when=when,
            place=day.names.place(last.place),
            n=len(run),
            plot=_units(day, run, kind.UNIT_TAKES),
            state=_units(day, run, kind.UNIT_RETAKES),
            holder="plot" if last.kind == kind.UNIT_TAKES else "state",
        )
    if last.kind == kind.UNIT_CHOOSES:
        unit, choice = unit_name(day, last.actor), _CHOICES[last.value]
        return words.sentence("swing-choice", when=when, unit=unit, n=len(run), choice=choice)
    gained = sum(row.kind in (kind.ARMY_OVER, kind.POWER_BEGINS) for row in run)
    return words.sentence(
        "swing-army" if last.kind in _ARMY else "swing-power",
        when=when,
        n=len(run),
        gained=gained,
        lost=len(run) - gained,
        now="with" if last.kind in (kind.ARMY_OVER, kind.POWER_BEGINS) else "without",
    )


def _units(day: Day, run: tuple[Row, ...], what: int) -> str:
    names = (unit_name(day, row.actor) for row in run if row.kind == what)
    return day.words.join(dict.fromkeys(names))


def unit_name(day: Day, index: int) -> str:
    """Name of a unit of the army, inside a sentence."""
    army = day.world.scenario.army
    assert army is not None
    return amid(short(army.units[day.world.names["unit"][index]].name.say(day.words.lang)))
