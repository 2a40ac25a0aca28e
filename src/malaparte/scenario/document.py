"""A scenario as one document."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field

from malaparte.quantity.quantity import Quantity
from malaparte.quantity.source import Source
from malaparte.quantity.text import Text
from malaparte.scenario.army import Army, Channel
from malaparte.scenario.base import Base, ClockTime, Id
from malaparte.scenario.clash import Clash
from malaparte.scenario.command import Command
from malaparte.scenario.decision import Decision
from malaparte.scenario.fates import Fates
from malaparte.scenario.force import Guard, Reserve, Squad
from malaparte.scenario.holding import Authority, Holding
from malaparte.scenario.movement import Columns, Movement
from malaparte.scenario.people import Leader
from malaparte.scenario.place import Dependency, Place
from malaparte.scenario.plot import Plan
from malaparte.scenario.power import Power
from malaparte.scenario.record import Statement
from malaparte.scenario.road import Road
from malaparte.scenario.street import Street


class Day(Base):
    """The day that is simulated by events."""

    date: datetime.date
    """Its date, local civil calendar."""
    start: ClockTime = "00:00"
    """Clock time at which the simulation begins."""
    hours: Annotated[int, Field(ge=1, le=96)] = 48
    """Hours that are simulated."""


class Scenario(Base):
    """One reading of one seizure of power: the state, the plot, the numbers and who says so."""

    malaparte: Literal[1]
    """Version of the scenario language."""
    id: Id
    """Name: city, year, reading."""
    extends: str | None = None
    """Id of a library scenario, or path of a file beside this one, that this one changes."""
    abstract: bool = False
    """True when it is only a base for others and cannot run."""
    title: Text
    """One line."""
    reading: Text
    """Whose story this is; every result is said 'in this reading'."""
    summary: Text
    """The story in three sentences."""
    day: Day
    """The day."""
    sources: dict[Id, Source] = Field(default={})
    """Sources by id."""
    numbers: dict[Id, Quantity] = Field(default={})
    """Numbers that several places of the scenario share."""
    places: Annotated[dict[Id, Place], Field(min_length=1)]
    """Places by id."""
    dependencies: dict[Id, Dependency] = Field(default={})
    """Services by id."""
    guards: dict[Id, Guard] = Field(default={})
    """Guards by id."""
    reserves: dict[Id, Reserve] = Field(default={})
    """Reserves by id."""
    squads: dict[Id, Squad] = Field(default={})
    """Kinds of squads by id."""
    leaders: dict[Id, Leader] = Field(default={})
    """Groups of persons by id."""
    plan: Plan
    """The plot's plan and beliefs."""
    command: Command
    """How the state hears and sends."""
    clash: Clash
    """How men fight."""
    movement: Movement
    """How men move."""
    columns: Columns | None = None
    """The marchers, if there are any."""
    power: Power
    """When the plot is in power."""
    road: Road | None = None
    """What comes before the day, if anything is said about it."""
    army: Army | None = None
    """Units that may obey, wait or go over, if they are told of."""
    channels: dict[Id, Channel] = Field(default={})
    """How units and people hear what happens, by id."""
    street: Street | None = None
    """The people of the city, if they are told of."""
    authorities: dict[Id, Authority] = Field(default={})
    """Others who can say no, by id."""
    holding: Holding | None = None
    """What seven days of holding ask for; without it a seizure is the end."""
    fates: Fates | None = None
    """What becomes of persons; without it no more is told than where the day left them."""
    record: dict[Id, Statement] = Field(default={})
    """What is known of the history that happened, absences included."""
    decisions: dict[Id, Decision] = Field(default={})
    """Decisions by id."""
