"""The army: units that obey, wait or go over, and the channels by which they hear."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from malaparte.quantity.quantity import (
    Delay,
    Factor,
    LogSpread,
    Minutes,
    People,
    Precision,
    Probability,
    Ratio,
    Share,
)
from malaparte.quantity.text import Text
from malaparte.scenario.base import Base, ClockTime, Id, PlaceRef, UnitRef
from malaparte.scenario.force import Vehicle


class Unit(Base):
    """A unit of army, security service or militia that decides as a whole."""

    name: Text
    """What it is called."""
    place: PlaceRef
    """Where it stands when the day begins."""
    arm: Literal["foot", "horse", "armour"]
    """What its men fight with."""
    men: People
    """Men under arms."""
    commander: Text
    """Who commands it."""
    under: UnitRef | None = None
    """The unit whose choice weighs with it, if its orders come by way of one."""
    prestige: Share
    """Weight of commander and officers in what the unit does; the rest is the men's."""
    officers: Share
    """Sympathy of commander and officers for the plot, 0 to 1; a half is neither side's."""
    ranks: Share
    """Sympathy of the men."""
    pledged: Probability
    """Chance that it moves with the plot at the hour, before it knows how others choose."""
    fires: Probability
    """Chance that it fires at people when it is told to."""
    readiness: Minutes
    """From the order to the departure."""
    vehicle: Vehicle = "foot"
    """How it moves."""
    outside: bool = False
    """True when it lies outside the city: it can only come by rail, after a seizure."""


class Parade(Base):
    """A parade: units at its place stand under the eyes of whoever receives it."""

    place: PlaceRef
    """Where it is held."""
    since: ClockTime
    """When it begins."""
    until: ClockTime
    """When it is over."""
    receives: Text
    """Who receives it."""
    sympathy: Share
    """That person's sympathy for the plot."""
    prestige: Share
    """Weight of that person with the units at the place."""


class Army(Base):
    """How units choose: a global game of regime change, played anew as news comes.

    The state falls when units of more than ``strength`` of the city's armed weight go over.  Each
    unit hears a private signal of that strength and the public one, and goes over, obeys or waits.
    """

    units: Annotated[dict[Id, Unit], Field(min_length=1)]
    """Units by id."""
    parade: Parade | None = None
    """The parade, if there is one."""
    strength: Share
    """Share of the armed weight that must go over before the state falls."""
    common: Share
    """Part of the units' errors that all share, the mood of the day; 0 makes units independent."""
    private: Precision
    """Precision of a unit's own signal of the strength."""
    public: Precision
    """Precision that units ascribe to what everybody sees."""
    caution: Share
    """How sure a unit wants to be beyond a half before it does anything."""
    conviction: Factor
    """How much its own sympathy, for either side, counts with a unit beside the wish to be on the
    winning side.  More of it can bring more units over or fewer."""
    superior: Share
    """How far the choice of its superior draws a unit."""
    nodes: Share
    """Share of the strength that goes when every command node is lost."""
    seen: Share
    """What units learn of nodes and free leaders without any channel."""
    plot_word: Share
    """How far the plot's word, everywhere heard, lowers the strength that is seen."""
    state_word: Share
    """How far the state's word, everywhere heard, raises it."""
    people: Share
    """How far a rising lowers it."""
    horse: Factor
    """Fighting weight of a horseman; a man on foot is the measure."""
    armour: Factor
    """Fighting weight of a man of an armoured unit."""
    walls: Ratio
    """Weight of a defender of a place beside an attacker."""
    luck: LogSpread
    """Standard deviation of the log of the ratio of forces in a fight of units."""
    breakoff: Share
    """Share lost at which a unit gives up a fight."""
    settle: Minutes
    """Time for which a unit stays where it has fought or has taken a place, before it goes on."""
    state_yields: Probability
    """Chance that a unit that obeys gives way without a shot to many times its weight."""
    plot_yields: Probability
    """Chance that a unit that has gone over gives way without a shot to many times its weight."""
    dead: Share
    """Share of those put out of action who are dead."""


class Channel(Base):
    """A way by which units and people hear what happens."""

    kind: Literal["broadcast", "telegraph", "press", "runners"]
    """What it is; runners need no node."""
    node: PlaceRef | None = None
    """The place that whoever uses the channel must hold, and that must work."""
    reach: Share
    """Share of units and people whom it reaches."""
    delay: Delay
    """Time after which most whom it reaches have heard."""
    plot: Share
    """How far the plot's word is believed there."""
    state: Share
    """How far the state's word is believed there."""
