"""Movement through the city, and the crowds that hinder and hide it."""

from __future__ import annotations

from malaparte.quantity.quantity import LogSpread, Metres, Probability, Ratio, Speed
from malaparte.scenario.base import Base, ClockTime, PlaceRef


class Movement(Base):
    """Movement through the streets: straight line, detour factor, traffic.

    time = distance * detour / speed * exp(common noise + own noise).
    """

    detour: Ratio
    """Street distance over straight line."""
    foot: Speed
    """Speed of men on foot."""
    truck: Speed
    """Speed of lorries and cars."""
    traffic: LogSpread
    """Standard deviation of the log of travel time that all movers share in one world."""
    own: LogSpread
    """Standard deviation of the log of travel time of one mover."""


class Columns(Base):
    """The columns of marchers: they hinder movement and hide movers."""

    route: tuple[PlaceRef, ...]
    """Places along which they march."""
    since: ClockTime
    """Clock time at which they fill the streets."""
    until: ClockTime
    """Clock time at which the streets are free again."""
    width: Metres
    """Distance from the route within which movement is hindered and hidden."""
    hinder: Ratio
    """Travel time inside the columns over travel time outside."""
    hide: Probability
    """Share of detections near the columns that they prevent."""
