"""The road to the day: what happens by days before the squads move."""

from __future__ import annotations

import datetime
from typing import Literal

from malaparte.scenario.base import Base, Id
from malaparte.scenario.economy import Grain, Services, Towns
from malaparte.scenario.intelligence import Arrest, Growth, Secrecy
from malaparte.scenario.society import Households, Mood, Rumour, Shock, Shops

Coupling = Literal[
    "shocks-rumour",
    "rumour-purchases",
    "purchases-queues",
    "prices-sales",
    "sales-stores",
    "queues-mood",
    "mood-recruits",
    "plot-belief",
    "belief-decision",
    "eve-nodes",
    "nodes-signal",
    "mood-crowd",
]
"""The twelve couplings, in order; the kernel has a bit for each."""


class Road(Base):
    """Everything before the day; a scenario without it begins on the day."""

    economy: datetime.date
    """First day of the economy, a 1 July."""
    since: datetime.date
    """First day of the road."""
    until: datetime.date
    """Day after the last of the economy, which the coup does not touch."""
    cut: tuple[Coupling, ...] = ()
    """Couplings that are cut; what is not downstream of one stays the same to the bit."""
    shocks: dict[Id, Shock] = {}
    """News by id."""
    rumour: Rumour
    """Rumour of war."""
    households: Households
    """What people keep at home."""
    shops: Shops
    """Where they queue."""
    grain: Grain
    """What peasants sell."""
    towns: Towns
    """What the towns have."""
    services: Services
    """Incidents and repair."""
    mood: Mood
    """Trust and sympathy."""
    plot: Growth
    """The plot's growth."""
    secrecy: Secrecy
    """What leaks."""
    arrest: Arrest
    """What the state does about it."""
