"""Grain, goods, towns and the services that carry them."""

from __future__ import annotations

import datetime
from typing import Literal

from malaparte.quantity.quantity import (
    Days,
    Divisor,
    Factor,
    OpenShare,
    PerDay,
    Poods,
    PoodsPerMonth,
    Price,
    Probability,
    Share,
    Weight,
)
from malaparte.quantity.text import Text
from malaparte.scenario.base import Base, Id

MonthId = Literal[
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
]


class Quote(Base):
    """Prices and goods from a date on, until the next quote."""

    since: datetime.date
    """First day; the first quote is the reference of all others."""
    state: Price
    """What the state pays for grain."""
    market: Price
    """What private dealers pay."""
    wares: Divisor
    """Price of manufactures, over that of the first quote."""
    goods: Divisor
    """Manufactures that reach the shops, over those of the first quote."""


class Month(Base):
    """What a month is to the peasant, as weights among the twelve."""

    reaped: Weight | None = None
    """Part of the harvest."""
    sown: Weight | None = None
    """Part of the seed."""
    sold: Weight
    """Part of the sales of a year without trouble."""


class Grain(Base):
    """Peasants, their harvest, and to whom they sell."""

    quotes: dict[Id, Quote]
    """Prices and goods, by name."""
    months: dict[MonthId, Month]
    """All twelve months."""
    harvest_before: Poods
    """Harvest of the year before the economy begins."""
    harvest_first: Poods
    """Harvest of its first campaign."""
    harvest_second: Poods
    """Harvest of its second campaign."""
    stock: Poods
    """Grain with the peasants when the economy begins."""
    seed: Poods
    """Grain sown in a year."""
    home_use: Share
    """Share of a harvest that the village eats and feeds."""
    taken: OpenShare
    """Share of the harvest that the state bought in the campaign of the first quote."""
    private: Share
    """Private sales for each pood sold to the state in that campaign."""
    substitution: Factor
    """Elasticity of substitution between grain and manufactures (sigma)."""
    slack: Factor
    """Goods that could be had for the grain sold at the first quote; 1 if all were bought."""
    wait: Factor
    """How strongly sales are put off when market over state price rises by its whole."""
    scare: Factor
    """How strongly sales are put off when everybody spreads the rumour of war."""
    release: PerDay
    """Rate at which grain put off is sold when nothing holds it back."""
    outlet: Factor
    """Elasticity of private over state sales to their prices."""
    lag: Days
    """Days in which villages answer prices, goods and rumours by 0.63."""


class Towns(Base):
    """The state's grain between purchase and bread."""

    need: PoodsPerMonth
    """What the towns need."""
    stock: Days
    """Stores when the economy begins, in days of need."""
    abroad: Share
    """Share of the purchases that is exported."""
    way: Days
    """Mean time from purchase to the stores."""
    reserve: Days
    """Stores below which deliveries to the shops are cut, in days of need."""


class Sector(Base):
    """A kind of services, as the road knows it."""

    name: Text
    """What it is called."""
    categories: tuple[str, ...] = ()
    """Categories of places whose condition on the day is that of the sector."""
    carries: bool = False
    """True for the one that carries grain."""
    accident: PerDay
    """Accidents of some size."""
    damage: Share
    """Part of the sector that an incident stops."""
    repair: PerDay
    """Rate of repair."""
    leans: dict[Id, Share] = {}
    """Part that is lost when another sector stops, by the id of that sector."""


class Services(Base):
    """Incidents and rehearsals."""

    sectors: dict[Id, Sector] = {}
    """Sectors by id."""
    emigres: PerDay
    """Attacks by emigres while shocks of their kind are fresh."""
    nerves: PerDay
    """Incidents reported that never happened, at tension 1."""
    rehearse: bool = True
    """True when the plot tries its targets before the day."""
    rehearsals: PerDay
    """Trials a day."""
    lesson: Weight
    """Looks that the plotters' belief about hidden guards is worth before the first one."""
    caught: Probability
    """Chance that a trial is caught; the state weighs that, and knows the man and the place."""
    strays: PerDay
    """People who are caught at such places and belong to no plot."""
    notice: Probability
    """Chance that a trial notices men who are hidden at the place."""
    hardens: Factor
    """By how much each trial makes the guards of the place more watchful."""
