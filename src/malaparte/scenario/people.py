"""Persons whom the plot wants to arrest, and where they are."""

from __future__ import annotations

from malaparte.quantity.quantity import Count, Probability, Share, Weight
from malaparte.quantity.text import Text
from malaparte.scenario.base import Base, ClockTime, PlaceRef


class Stay(Base):
    """Where the persons of a group are from an hour on."""

    since: ClockTime
    """From this clock time of the day; the first stay of a group begins at the start."""
    place: PlaceRef
    """Where a person is with chance ``share``."""
    otherwise: PlaceRef
    """Where a person is with the remaining chance; the same place if all are together."""
    share: Share
    """Share of the group that is there; the others are elsewhere."""


class Leader(Base):
    """A group of persons of the state: a bureau, a committee, the commissars."""

    name: Text
    """What the group is called."""
    number: Count
    """Persons in it."""
    weight: Weight
    """Weight of one person in the rule of who is in power."""
    capture: Probability
    """Chance that a person who is there when a squad gets in is taken, not missed."""
    stays: tuple[Stay, ...]
    """Where they are, by hour."""
    believed: PlaceRef
    """Where the plot looks for them."""
