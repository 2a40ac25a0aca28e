"""What moves the people of the towns: news, rumour, cupboards, shops, mood."""

from __future__ import annotations

import datetime
from typing import Literal

from malaparte.quantity.quantity import (
    Days,
    Divisor,
    Factor,
    Hours,
    HoursPerDay,
    LogSpread,
    PerDay,
    Probability,
    Share,
)
from malaparte.quantity.text import Text
from malaparte.scenario.base import Base


class Shock(Base):
    """News of one day."""

    name: Text
    """What happened."""
    date: datetime.date
    """When it was known in the towns; counterfactuals do not move it."""
    kind: Literal["abroad", "terror", "speech"]
    """Where it came from; for the reader only."""
    tension: Share
    """How much of the calm that is left it takes away; 1 would be war."""
    doubt: Factor | None = None
    """How many times likelier the state finds it if there is a plot than if there is none."""
    sympathy: Share | None = None
    """Share of the public that it wins for the plot."""
    emigres: Share | None = None
    """How much it stands for attacks by emigres, from 0 to 1."""


class Rumour(Base):
    """Rumour of war in the towns (Maki and Thompson 1973, with forgetting)."""

    fade: Days
    """Days in which tension falls to 0.37 of what it was."""
    seed: Share
    """Share of the people who begin to spread the rumour at a shock of tension 1."""
    renew: Share
    """Share of those tired of the old rumour whom a shock of tension 1 makes listen again."""
    contacts: PerDay
    """Talks a day and person."""
    tell: Probability
    """Chance that a spreader tells in a talk with one who does not know."""
    stifle: Probability
    """Chance that a spreader stops when told what he knows."""
    forget: PerDay
    """Rate at which a spreader loses interest; 1 over the span of attention."""
    denial: PerDay
    """What a denial campaign adds to ``forget``."""
    deny: Literal["none", "press"] = "none"
    """press: the newspapers deny from ``deny_since`` on."""
    deny_since: datetime.date | None = None
    """First day of the campaign; the first day of the road if left out."""
    seen: Share
    """Share of the people who begin to spread in a day with an hour of queue, if that is news."""
    shortage: Literal["silent", "news"] = "silent"
    """news: queues seed the rumour."""


class Households(Base):
    """What households want to have at home."""

    trip: Hours
    """Time of a trip to the shops without a queue."""
    keeping: HoursPerDay
    """Bother of keeping a day's stock at home, as hours for each day of stock and day."""
    fear: Factor
    """By how much the wanted stock grows, over itself, when everybody spreads the rumour."""
    tired: Share
    """Weight of those tired of the rumour, against those who spread it."""
    purse: Divisor
    """Most that is bought in a day, in days of normal use."""
    adjust: Days
    """Days in which a lack at home is meant to be made good."""


class Shop(Base):
    """The shops of one kind of goods, taken together."""

    open: Hours
    """Hours a day."""
    rush: Hours
    """Hours of the rush at opening."""
    crowding: Share
    """Share of the customers who come in the rush."""
    spare: Factor
    """Normal deliveries over normal use."""
    uneven: LogSpread
    """Standard deviation of the logarithm of a day's deliveries."""


class Shops(Base):
    """Shops."""

    bread: Shop
    """Bread and flour; deliveries follow the stores of the towns."""
    wares: Shop
    """Manufactures; deliveries follow the supply of goods."""


class Mood(Base):
    """What the people think of the state and of the plot."""

    legitimacy: Share
    """Trust in the state in a calm year."""
    lag: Days
    """Days in which the mood goes 0.63 of its way."""
    queue: Hours
    """Hours of queue, beyond what people are used to, that take half of ``queue_hurts``."""
    queue_hurts: Share
    """Trust lost to endless queues."""
    hunger_hurts: Share
    """Trust lost when the shops get no bread."""
    sympathy: Share
    """Share of those without trust who side with the plot."""
    units: Share
    """Share of the units who side with the plot in a calm year."""
