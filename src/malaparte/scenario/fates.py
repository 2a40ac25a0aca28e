"""What becomes of persons within the week: of the plot's leader, and of the state's."""

from __future__ import annotations

from malaparte.quantity.quantity import Probability
from malaparte.scenario.base import Base


class Fate(Base):
    """What becomes of a person who is free when it is decided."""

    caught: Probability
    """Chance of being caught within the week."""
    killed: Probability
    """Chance of whoever is caught not to live through the week."""
    flees: Probability
    """Chance of whoever is not caught to be out of reach; others are at large."""


class Fates(Base):
    """What becomes of persons, by side and by how it ended.

    A guess for any attempt: who is caught and who is shot is decided by few, and seldom alike.
    """

    arrested: Fate
    """The plot's leader, when arrests ended the plot before the day."""
    failed: Fate
    """The plot's leader, when the attempt failed and headquarters stayed."""
    fled: Fate
    """The plot's leader, when headquarters fled."""
    lost: Fate
    """The plot's leader, when a new power was lost within the week."""
    ousted: Fate
    """Each leader of the state, when the new power stands; those taken on the day are caught."""
    captives: Probability
    """Chance of each leader of the state who was taken not to live until the attempt has failed."""
