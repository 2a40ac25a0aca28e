"""How men fight for a place."""

from __future__ import annotations

from malaparte.quantity.quantity import Minutes, PerMinute, Probability, Share
from malaparte.scenario.base import Base


class Clash(Base):
    """A fight at a place: stochastic Lanchester, mixed law (Deitchman 1962)."""

    area: PerMinute
    """Hits by one man in one minute on one hidden enemy, fire into an area; never more than his
    aimed fire."""
    approach: Minutes
    """Time that a squad lies near its target before the assault."""
    surprise: Minutes
    """Time in which guards who noticed nothing do not fire back."""
    ambush: Minutes
    """Time in which attackers who walk into warned and hidden guards do not fire back."""
    occupy: Minutes
    """Mean time to take possession of a place that nobody defends."""
    raid: Minutes
    """Mean time of a raid on one flat."""
    disruption: Share
    """Share of a place's service that is lost while it is fought over."""
    state_yields: Probability
    """Chance that the state's men give way without a shot where the plot has many times theirs."""
    plot_yields: Probability
    """Chance that squads give way without a shot where the state has many times their men."""
