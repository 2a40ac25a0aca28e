"""The plot and its plan."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from malaparte.quantity.quantity import Count, Factor, Hours, Minutes, Probability, Share
from malaparte.quantity.text import Text
from malaparte.scenario.base import Base, PlaceRef


class Phase(Base):
    """A part of the plan."""

    name: Text
    """What the phase does."""
    kind: Literal["nodes", "arrests"]
    """Which half of the plan it belongs to; the order of the plan moves the halves."""


class Plan(Base):
    """What the plotters mean to do, and what they believe about the other side."""

    exists: Probability
    """Chance that there is an armed plan at all."""
    doctrine: Literal["squads", "agitation", "both"]
    """squads: seize by small groups. agitation: call the people only. both."""
    phases: Annotated[dict[str, Phase], Field(min_length=1)]
    """Phases by id."""
    order: Literal["nodes-first", "arrests-first", "together"]
    """Which half begins at the hour; the other follows."""
    signal: Literal["clock", "success"]
    """clock: the second half begins ``gap`` after the first. success: it begins when headquarters
    has heard that ``gap_success`` of the first half's targets are taken."""
    hour: Hours
    """Hours after 00:00 of the day at which the first half strikes."""
    gap: Minutes
    """Time between the halves when the signal is the clock."""
    gap_success: Share
    """Share of the first half's targets that must be known as taken when the signal is success."""
    headquarters: PlaceRef
    """Where the plot is led from and reports go."""
    margin: Factor
    """Men sent for one believed defender."""
    estimate: Factor
    """Believed over true number of guards that are seen."""
    suspicion: Share
    """Share of hidden guards that the plotters reckon with; 0 is contempt for the opponent."""
    breakoff: Share
    """Share of the men lost at which a squad gives up."""
    failure: Share
    """Share of bad news among the news at headquarters that counts as failure."""
    reports: Count
    """Pieces of news that headquarters wants before it judges."""
    response: Literal["press", "shift", "give-up"]
    """press: every squad goes on. shift: spare squads go to targets that failed. give-up: at
    failure the squads that have not begun are called back."""
    fallback: Literal["none", "street", "flee", "belief"]
    """What follows failure. belief: the street is called if headquarters thinks that a rising would
    come, else it flees."""
    cut: tuple[str, ...] = ()
    """Categories of places that stop working for everyone once the plot holds them."""
