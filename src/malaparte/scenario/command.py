"""How the state hears, warns and sends help."""

from __future__ import annotations

from malaparte.quantity.quantity import (
    Delay,
    Factor,
    Minutes,
    PerMinute,
    Probability,
    Ratio,
)
from malaparte.scenario.base import Base, PlaceRef


class Command(Base):
    """The defence's centre and its channels.

    A message takes a median time 1 / (sum of the rates of the channels that work): telephone and
    telegraph as far as the exchange serves, secret line where one is laid, runner always.
    """

    centre: PlaceRef
    """Where alarms go and help is sent from; without it nobody sends help."""
    shelter: PlaceRef
    """Where warned persons go."""
    telephone: PlaceRef
    """The exchange that carries the city's calls."""
    telegraph: PlaceRef
    """The office that carries the city's wires."""
    secret: tuple[PlaceRef, ...] = ()
    """Places on a line of their own that no exchange carries."""
    agent: Probability
    """Chance that an agent inside the plot has given the hour away before it strikes."""
    alarm_open: PerMinute
    """Rate at which the centre takes alarm once the attack is in the open anywhere."""
    alarm_node: PerMinute
    """Further rate for each place that is fought over or lost and can still be heard."""
    telephone_delay: Delay
    """Median time of a message by telephone."""
    telegraph_delay: Delay
    """Median time of a message by wire and messenger."""
    secret_delay: Delay
    """Median time of a message by secret line."""
    runner_delay: Delay
    """Median time of a message by runner or motorcycle."""
    delay_spread: Ratio
    """Geometric standard deviation of a message's time around its median."""
    recall: Delay
    """Time after which a place still in danger calls again."""
    superiority: Factor
    """Men gathered for each man of the plot before a lost place is attacked."""
    flight: Minutes
    """Time a warned person needs to leave for the shelter."""
