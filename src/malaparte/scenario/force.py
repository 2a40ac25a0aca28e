"""Armed groups of both sides on the day."""

from __future__ import annotations

from typing import Literal

from malaparte.quantity.quantity import Count, Men, Minutes, PerMinute, Share
from malaparte.quantity.text import Text
from malaparte.scenario.base import Base, LeaderRef, PhaseRef, PlaceRef

Vehicle = Literal["foot", "truck"]


class Guard(Base):
    """Men of the state who stand at one place."""

    place: PlaceRef
    """What they guard; a place has at most one guard."""
    posture: Literal["none", "outside", "inside"]
    """none: nobody. outside: in the open, seen by all. inside: behind walls, hard to hit."""
    hidden: bool = False
    """True when the plotters do not see them while they scout."""
    size: Men
    """Men in the group."""
    vigilance: PerMinute
    """Rate at which one squad that waits near by is noticed by a guard not yet warned."""
    fire: PerMinute
    """Enemies put out of action by one man in one minute of aimed fire."""
    breakoff: Share
    """Share of the men lost at which the rest give up."""


class Reserve(Base):
    """Groups of the state that are sent where help is called for."""

    place: PlaceRef
    """Where they wait."""
    groups: Count
    """Number of groups that can be sent."""
    size: Men
    """Men in a group."""
    readiness: Minutes
    """From the order to the departure."""
    vehicle: Vehicle = "truck"
    """How they move."""
    fire: PerMinute
    """Enemies put out of action by one man in one minute of aimed fire."""
    breakoff: Share
    """Share of the men lost at which the rest give up."""


class Squad(Base):
    """Squads of the plot of one kind, with the targets among which they are divided."""

    name: Text
    """What the plot calls them."""
    start: tuple[PlaceRef, ...]
    """Where they gather before the hour, used in turn."""
    count: Count
    """Number of squads."""
    size: Men
    """Men in a squad."""
    fire: PerMinute
    """Enemies put out of action by one man in one minute of aimed fire."""
    phase: PhaseRef
    """The phase of the plan in which they go."""
    vehicle: Vehicle = "foot"
    """How they move."""
    targets: tuple[PlaceRef, ...] = ()
    """Places to seize, the most wanted first."""
    persons: tuple[LeaderRef, ...] = ()
    """Groups of persons to arrest, the most wanted first; squads either seize or arrest."""
