"""The plot before its day, what the state learns of it, and what it does about it."""

from __future__ import annotations

import datetime
from typing import Literal

from malaparte.quantity.quantity import (
    Count,
    Days,
    Factor,
    Men,
    PerDay,
    PerPersonDay,
    Probability,
    Share,
    Weight,
)
from malaparte.scenario.base import Base


class Growth(Base):
    """How the plot grows, in worlds that have one."""

    since: datetime.date
    """First day."""
    core: Men
    """Members on that day."""
    pool: Men
    """People fit for it, members included."""
    growth: PerDay
    """Recruits a day and member where nobody trusts the state and all are still to be asked."""
    meetings_since: datetime.date
    """First day of the opposition's meetings."""
    meetings: Factor
    """Recruits while there are meetings, over those without."""
    training: Days
    """Days until 0.63 of the recruits can go with a squad."""
    crowd: Factor
    """Believed over true sympathy of the public."""
    answer: Literal["go-on", "strike-early"]
    """What a plot does that survives arrests."""


class Secrecy(Base):
    """How a plot becomes known."""

    leak: PerPersonDay
    """Rate at which one member gives something away."""
    agent: PerDay
    """Rate at which an agent reports a plot; whether there is one says ``command.agent``."""
    invented: PerDay
    """Rate at which an agent reports a plot where there is none."""
    boast: PerDay
    """Rate of boasts and threats of a leader who reckons with nothing hidden."""
    mistaken: PerDay
    """False reports of a plot; they come with a plot as without one."""
    supposed: Men
    """Members of the plot whose leaks the state reckons with, if there is one."""
    prior: Probability
    """The state's belief before all news."""
    memory: Days
    """Days that a plot lasts, as the state reckons; in them belief falls back by 0.63."""
    cell: Men
    """Members whom a leak shows."""
    reach: Share
    """Share of the members, and of the places to be taken, that the agent knows."""
    hour_set: Days
    """Days before the day on which squads are told their places and the hour."""
    hour_told: Probability
    """Chance that a leak after that tells the hour; the agent tells it always."""


class Arrest(Base):
    """Arrest now, or wait."""

    policy: Literal["refuse", "first", "by-loss"]
    """refuse: never. first: at the first proposal. by-loss: when waiting costs more."""
    since: datetime.date
    """First day on which arrests can be made."""
    propose: Probability
    """Belief at which the security service proposes them."""
    loss: Weight
    """Loss of a coup."""
    cost: Weight
    """Cost of arrests, in the same unit."""
    guests: Weight
    """What they cost more while guests from abroad are there."""
    guests_come: datetime.date
    """First day with guests."""
    guests_go: datetime.date
    """Last day with guests."""
    feast: datetime.date
    """Day on which a state that does not know the day expects the plot: what its calendar makes
    likely.  Only arrests by loss ask for it."""
    chain: Count
    """Others whom each arrested person betrays; below 1, or the chain takes all."""
    broken: Share
    """Share of the members below which the plot is at an end."""
    watch: Factor
    """By how much certainty of a plot makes guards more watchful."""
    guards: Factor
    """By how much certainty of a plot makes guards larger."""
    forewarned: Factor
    """By how much guards are more watchful at a place that the state knows as a target."""
    shelter: Probability
    """Belief at which the leaders spend the day in the shelter."""
