"""Seven days of holding, and others who can say no."""

from __future__ import annotations

from malaparte.quantity.quantity import (
    Days,
    Factor,
    Hours,
    HoursOfWeek,
    PerDay,
    Probability,
    Share,
)
from malaparte.quantity.text import Text
from malaparte.scenario.base import Base, PlaceRef


class Authority(Base):
    """A second authority: a king, a government that got away, a congress.  There may be several."""

    name: Text
    """Who it is."""
    place: PlaceRef | None = None
    """Where it sits; nowhere within reach if left out. It is silent while that place is
    taken."""
    refuses: Probability
    """Chance that it says no, if it can."""
    speaks: HoursOfWeek
    """Hours after the launch until it has spoken, also when that is after a seizure; at most those
    of the day and of seven days of holding."""
    army: Share
    """How far its word moves the strength that units see, up if it refuses, else down."""
    weight: Share
    """How far its word moves the support of a new power."""
    strike: Probability
    """Chance that its refusal brings a strike."""


class Holding(Base):
    """What a new power must last for seven days.

    Support goes back to a mean at the rate ``reversion`` with noise (Ornstein and Uhlenbeck 1930);
    at nought the new power is lost.  It is also lost when units come from outside and win, or by a
    hazard that falls with its age.
    """

    support: Share
    """Support to which a new power tends, before what is below."""
    reversion: PerDay
    """Rate at which it tends there."""
    noise: Share
    """Standard deviation of what a day changes."""
    people: Share
    """What it gains when all would side with it."""
    army: Share
    """What it gains when every unit has gone over, and loses when none has."""
    word: Share
    """What it gains when it alone is heard."""
    strike: Probability
    """Chance that services and civil servants strike by themselves."""
    strike_cost: Share
    """What a full strike costs it."""
    strike_days: Days
    """Time in which a strike becomes full."""
    outside: Hours
    """Hours that units from outside need when the railway works."""
    rail: PlaceRef | None = None
    """The place without which the railway does not work."""
    needed: Factor
    """Weight that units from outside need for each man's weight that holds the city."""
    hazard: PerDay
    """Other ends a day at the beginning."""
    hazard_later: PerDay
    """Other ends a day when it has settled."""
    settles: Days
    """Time in which the first becomes the second."""
