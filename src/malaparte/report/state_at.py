"""The state of one world at a moment, from its events alone."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from malaparte.kernel import events as kind

if TYPE_CHECKING:
    from malaparte.world.build import World

Side = Literal["plot", "regime"]
Doing = Literal["waiting", "moving", "there"]
Fate = Literal["warned", "sheltered", "arrested"]
Choice = Literal["obeys", "waits", "joins", "beaten"]
_CHOICES: tuple[Choice, ...] = ("obeys", "waits", "joins", "beaten")


class Row(NamedTuple):
    """One event; see `malaparte.kernel.events`."""

    seq: int
    t: int
    kind: int
    actor: int
    place: int
    target: int
    value: int
    cause: int


@dataclass(frozen=True)
class Unit:
    """A squad of the plot or a group of the reserve.

    at: latitude and longitude.  place: index of where it is or where it goes.  heading: degrees
    clockwise from north while it moves, else None.  men: -1 while nobody has counted them.
    """

    side: Side
    index: int
    at: tuple[float, float]
    place: int
    doing: Doing
    heading: float | None
    men: int


@dataclass(frozen=True)
class Regiment:
    """A unit of the army.

    at: latitude and longitude.  place: index of where it is or where it goes.  men: -1 while nobody
    has counted them.  choice: what it does; one that is beaten chooses no more.  One from outside
    chooses too, but stands nowhere in the city: place is where its railway would bring it.
    """

    index: int
    at: tuple[float, float]
    place: int
    doing: Literal["moving", "there", "outside"]
    choice: Choice
    men: int


@dataclass
class Snapshot:
    """What a moment looks like; places, guards, persons and districts by index.

    holders and services name only what is no longer as it was at the start: a place that is not in
    holders was never taken, one that is not in services has lost nothing.  crowds: people in the
    street of a district when they were last told (`malaparte.kernel.public.crowd.tell_crowd`).
    """

    t: int
    alarm: bool = False
    failed: bool = False
    street: bool = False
    ended: bool = False
    holders: dict[int, Side] = field(default_factory=dict[int, Side])
    contested: set[int] = field(default_factory=set[int])
    guards: dict[int, int] = field(default_factory=dict[int, int])
    persons: dict[int, Fate] = field(default_factory=dict[int, Fate])
    services: dict[int, float] = field(default_factory=dict[int, float])
    crowds: dict[int, int] = field(default_factory=dict[int, int])
    units: tuple[Unit, ...] = ()
    army: tuple[Regiment, ...] = ()


@dataclass
class _Leg:
    """The way a unit goes, or went last."""

    leaves: int
    start: int
    end: int
    arrives: int
    men: int = -1
    fell_in: bool = False


@dataclass
class _March(_Leg):
    """The way a unit of the army goes, or went last, and what it does."""

    choice: Choice = "obeys"
    outside: bool = False


_Legs = dict[tuple[Side, int], _Leg]


def rows(events: Sequence[Sequence[int]]) -> list[Row]:
    """Return event rows with their columns named."""
    return [Row(*map(int, event)) for event in events]


def state_at(world: World, events: Sequence[Sequence[int]], t: int) -> Snapshot:
    """Return the state of a world after every event up to a moment.

    Parameters
    ----------
    world : World
        Names and positions.
    events : rows of eight int
        All events of the world, sorted by time: a squad that has not set out yet is shown where it
        will set out from.
    t : int
        Seconds after 00:00 of the day.
    """
    shot, legs, seen = Snapshot(t), _Legs(), set[int]()
    army = _homes(world)
    for event in rows(events):
        if event.t > t:
            if event.kind == kind.TEAM_DEPARTS and event.actor not in seen:
                seen.add(event.actor)
                legs["plot", event.actor] = _departure(event)
            continue
        if event.kind == kind.TEAM_DEPARTS:
            seen.add(event.actor)
        _apply(shot, legs, event)
        _apply_army(army, event)
    shot.units = tuple(_unit(world, side, index, leg, t) for (side, index), leg in legs.items())
    shot.army = tuple(_regiment(world, index, march, t) for index, march in enumerate(army))
    return shot


def _apply(shot: Snapshot, legs: _Legs, event: Row) -> None:
    _apply_units(legs, event)
    place = event.place
    match event.kind:
        case kind.FIGHT_BEGINS | kind.COUNTERATTACK:
            shot.contested.add(place)
        case kind.NODE_TAKEN | kind.UNIT_TAKES:
            shot.contested.discard(place)
            shot.holders[place] = "plot"
        case kind.RETAKEN | kind.UNIT_RETAKES:
            shot.contested.discard(place)
            shot.holders[place] = "regime"
        case kind.REPELLED | kind.COUNTERATTACK_FAILS:
            shot.contested.discard(place)
        case kind.GUARD_LOSS:
            shot.guards[event.target] = event.value
        case kind.PERSON_WARNED:
            shot.persons[event.target] = "warned"
        case kind.PERSON_MOVES if shot.persons.get(event.target) == "warned":
            shot.persons[event.target] = "sheltered"
        case kind.PERSON_ARRESTED:
            shot.persons[event.target] = "arrested"
        case kind.SERVICE:
            shot.services[place] = event.value / 1000
        case kind.CROWD_CHANGES:
            shot.crowds[event.actor] = event.value
        case kind.ALARM_RINGS:
            shot.alarm = True
        case kind.FAILURE:
            shot.failed = True
        case kind.STREET_CALLED:
            shot.street = True
        case kind.ENDS:
            shot.ended = True
        case _:
            pass


def _apply_units(legs: _Legs, event: Row) -> None:
    """Move the units; those that are beaten, captured, recalled or done leave the picture."""
    match event.kind:
        case kind.TEAM_DEPARTS | kind.SHIFTED:
            legs["plot", event.actor] = _departure(event)
        case kind.GROUP_SENT:
            legs["regime", event.actor] = _departure(event)
        case kind.TEAM_ARRIVES:
            _count(legs, "plot", event.actor, event.value)
        case kind.GROUP_ARRIVES:
            _count(legs, "regime", event.actor, event.value, fell_in=True)
        case kind.ASSAULT:
            _count(legs, "plot", event.actor, event.value, fell_in=True)
        case kind.PLOT_LOSS:
            _count(legs, "plot", event.target, event.value)
        case kind.GROUP_LOSS:
            _count(legs, "regime", event.target, event.value)
        case kind.REPELLED | kind.RETAKEN | kind.UNIT_RETAKES:
            _leave(legs, "plot", event.place)
        case kind.NODE_TAKEN | kind.COUNTERATTACK_FAILS | kind.UNIT_TAKES:
            _leave(legs, "regime", event.place)
        case kind.PERSON_ARRESTED | kind.PERSON_MISSED:
            _hunted(legs, event.actor)
        case kind.TEAM_RECALLED:
            legs.pop(("plot", event.actor), None)
        case _:
            pass


def _homes(world: World) -> list[_March]:
    """Return each unit of the army as it stands at the start."""
    army, index = world.scenario.army, world.names["place"].index
    units = [] if army is None else [army.units[name] for name in world.names["unit"]]
    places = [index(unit.place) for unit in units]
    return [
        _March(0, place, place, 0, outside=unit.outside)
        for unit, place in zip(units, places, strict=True)
    ]


def _apply_army(army: list[_March], event: Row) -> None:
    """Let the units of the army choose, march and fight."""
    match event.kind:
        case kind.UNIT_CHOOSES | kind.UNIT_YIELDS:
            army[event.actor].choice = _CHOICES[event.value]
        case kind.UNIT_MARCHES:
            march = army[event.actor]
            march.leaves, march.arrives = event.t, event.value
            march.start, march.end = event.place, event.target
        case kind.UNIT_TAKES | kind.UNIT_RETAKES:
            army[event.actor].men = event.value
        case kind.UNIT_BEATEN:
            army[event.actor].choice = "beaten"
        case kind.UNIT_REFUSES:
            army[event.actor].choice = "waits"
        case _:
            pass


def _regiment(world: World, index: int, march: _March, t: int) -> Regiment:
    shown = _unit(world, "regime", index, march, t)
    doing = "outside" if march.outside else "moving" if shown.doing == "moving" else "there"
    return Regiment(index, shown.at, shown.place, doing, march.choice, march.men)


def _departure(event: Row) -> _Leg:
    return _Leg(event.t, event.place, event.target, event.value)


def _count(legs: _Legs, side: Side, index: int, men: int, *, fell_in: bool = False) -> None:
    leg = legs.get((side, index))
    if leg is None:
        return
    leg.men = men
    leg.fell_in |= fell_in
    if men == 0:
        del legs[side, index]


def _leave(legs: _Legs, side: Side, place: int) -> None:
    """Take away the units of a side that stood at a place; squads that lie near by stay."""
    for key in [key for key, leg in legs.items() if key[0] == side and leg.fell_in]:
        if legs[key].end == place:
            del legs[key]


def _hunted(legs: _Legs, team: int) -> None:
    """A squad that hunts is done with a person: it leaves, unless it sets out for the next."""
    leg = legs.get(("plot", team))
    if leg is not None and not leg.fell_in:  # one that took a place holds it, whoever was there
        del legs["plot", team]


def _unit(world: World, side: Side, index: int, leg: _Leg, t: int) -> Unit:
    start, end = _position(world, leg.start), _position(world, leg.end)
    if t < leg.leaves:
        return Unit(side, index, start, leg.start, "waiting", None, leg.men)
    if t >= leg.arrives or leg.start == leg.end:
        return Unit(side, index, end, leg.end, "there", None, leg.men)
    part = (t - leg.leaves) / (leg.arrives - leg.leaves)
    at = (start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1]))
    return Unit(side, index, at, leg.end, "moving", heading(start, end), leg.men)


def heading(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Return the direction from one position to another, degrees clockwise from north."""
    north = end[0] - start[0]
    east = (end[1] - start[1]) * math.cos(math.radians((start[0] + end[0]) / 2))
    return math.degrees(math.atan2(east, north)) % 360


def _position(world: World, place: int) -> tuple[float, float]:
    return world.scenario.places[world.names["place"][place]].at
