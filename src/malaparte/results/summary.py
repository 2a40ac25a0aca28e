"""What an ensemble says, as plain data: the terminal, the page and ``--json`` print this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from malaparte.results.public import PublicSummary
from malaparte.results.share import Said, Share, plain, say_share


@dataclass(frozen=True)
class Quantiles:
    """Where the middle of a number lies; None when there is none to speak of.

    of: how many worlds have the number (the first 65,536 worlds are asked).
    """

    of: int
    q05: float | None
    q25: float | None
    median: float | None
    q75: float | None
    q95: float | None


@dataclass(frozen=True)
class Chance:
    """A share of all worlds, and of those worlds in which there is a plot.

    given_plot is None when every world has a plot (then it is the same) or none has.
    """

    share: Share
    given_plot: Share | None

    @property
    def said(self) -> Said:
        """The share in words."""
        return say_share(self.share)


@dataclass(frozen=True)
class Outcome:
    """How often histories end with one label.

    given_plot is None, too, where no world with a plot ends so.
    """

    label: str
    chance: Chance


@dataclass(frozen=True)
class PlaceFate:
    """How a place fares: the chance that the plot ever takes it, and when.

    hour: hours after 00:00 of the day, of the worlds in which it is taken.
    """

    place: str
    falls: Chance
    hour: Quantiles


@dataclass(frozen=True)
class GroupFate:
    """How a group of persons fares.

    arrested: the chance of one person; ``of`` counts persons.  number: persons arrested in a mean
    world with a plot.  present: persons of the group in a mean world.
    """

    leader: str
    arrested: Chance
    number: float
    present: float


@dataclass(frozen=True, repr=False)
class Summary:
    """An ensemble in numbers.

    plot, launched, alarm, seized: chances.  Hours count from 00:00 of the day, losses are men.
    outcomes: labels that occurred, the commonest first.  places: goals of the plot, the likeliest
    to fall first.  groups: in the order of the scenario.  typical: a world of the commonest label
    (among worlds with a plot) whose hours, numbers and losses are nearest to their medians.
    modal: that label.  public: what army, street and holding say, if the scenario has any.
    """

    scenario: str
    seed: int
    worlds: int
    sets: int
    do: dict[str, str]
    set: dict[str, object]
    plot: Chance
    launched: Chance
    alarm: Chance
    seized: Chance
    outcomes: tuple[Outcome, ...]
    places: tuple[PlaceFate, ...]
    groups: tuple[GroupFate, ...]
    launched_hour: Quantiles
    alarm_hour: Quantiles
    loss_plot: Quantiles
    loss_regime: Quantiles
    nodes_taken: Quantiles
    arrested: Quantiles
    modal: str
    typical: int
    public: PublicSummary | None = None

    @property
    def stratified(self) -> bool:
        """Whether some worlds have a plot and some have none."""
        return 0 < self.plot.share.count < self.plot.share.of

    def as_dict(self) -> dict[str, Any]:
        """Return plain data for ``--json``; every share also in words."""
        return plain(self)

    def __repr__(self) -> str:
        """Return what was counted and how the worlds ended; ``as_dict()`` has the rest."""
        ends = ", ".join(f"{one.label} {one.chance.said}" for one in self.outcomes)
        return f"<{self.worlds:,} worlds of {self.scenario}, seed {self.seed}: {ends}>"
