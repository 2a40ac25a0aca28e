"""What army, street and holding say, outcome by outcome."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from malaparte.kernel.outcome import CAUSES, COLUMNS, FATES, LABELS
from malaparte.kernel.state import CAUSE_HORIZON
from malaparte.results.block import Block, Layout

Numbers = NDArray[np.int64]

DEAD = {
    "plot": {"fights_for_places": "dead_plot", "fights_of_units": "dead_units_plot"},
    "state": {
        "fights_for_places": "dead_state",
        "fights_of_units": "dead_units_state",
        "killed_as_captives": "persons_killed",
    },
    "people": {"shots": "dead_people"},
}
"""Side -> cause -> column; captives are no men of a side, and stand beside the sum of the dead."""
DEATHS = ("dead_plot", "dead_units_plot", "dead_state", "dead_units_state", "dead_people")
"""Columns of all who died in fights and by shots."""
UNITS = ("units_obey", "units_wait", "units_over", "units_beaten")
PERSONS = tuple(
    f"persons_{fate}" for fate in ("free", "sheltered", "taken", "freed", "fled", "killed")
)


@dataclass(frozen=True)
class OutcomeDetail:
    """One outcome in the sample.

    worlds: how many.  hour: quantiles (5, 50, 95 %) of the hour of decision, hours after 00:00.
    deaths, people: of the same quantiles, all dead and the largest crowd.  out: of the same, people
    still in the street where the hours ran out; NaN where they did not.  dead, arrests: means by
    side and cause (`DEAD`, `_arrests`). nodes: median of places ever taken.  units, persons: means
    by last choice and by fate.  causes: how often each cause ended it.  leader: fates of the plot's
    leader, how often.
    """

    label: str
    worlds: int
    hour: tuple[float, float, float]
    deaths: tuple[float, float, float]
    bloodless: float
    people: tuple[float, float, float]
    out: tuple[float, float, float]
    dead: dict[str, dict[str, float]]
    arrests: dict[str, dict[str, float]]
    nodes: float
    units: dict[str, float]
    persons: dict[str, float]
    causes: dict[str, int]
    leader: dict[str, int]


@dataclass(frozen=True)
class UnitChoices:
    """Shares of worlds in which a unit ended as it did: obeyed, waited, went over, was beaten."""

    unit: str
    shares: tuple[float, float, float, float]


@dataclass(frozen=True)
class PublicSummary:
    """What the sample says: outcomes, the commonest first, and units in the order of their ids.

    called, rising: shares of worlds where people were called, and with a rising; jailed: median of
    people jailed.
    """

    worlds: int
    outcomes: tuple[OutcomeDetail, ...]
    units: tuple[UnitChoices, ...]
    called: float
    rising: float
    jailed: float


def public_summary(layout: Layout, sample: Block) -> PublicSummary | None:
    """Return what the sample says; None for a scenario without army, street and holding."""
    if len(layout.columns) == len(COLUMNS):
        return None
    at = {name: i for i, name in enumerate(layout.columns)}
    rows = sample.rows.astype(np.int64)
    labels = rows[:, at["label"]]
    codes = [code for code in range(len(LABELS)) if (labels == code).any()]
    found = [_detail(rows[labels == code], at, LABELS[code]) for code in codes]
    choices: list[UnitChoices] = []
    for name in layout.columns:
        if name.startswith("unit."):
            counts = np.bincount(rows[:, at[name]], minlength=4) / len(rows)
            obeyed, waited, over, beaten = map(float, counts)
            choices.append(UnitChoices(name[5:], (obeyed, waited, over, beaten)))
    return PublicSummary(
        len(rows),
        tuple(sorted(found, key=lambda one: -one.worlds)),
        tuple(choices),
        float((rows[:, at["street_called_at"]] >= 0).mean()),
        float((rows[:, at["rising_at"]] >= 0).mean()),
        float(np.median(rows[:, at["jailed"]])),
    )


def _detail(rows: Numbers, at: dict[str, int], label: str) -> OutcomeDetail:
    def column(name: str) -> Numbers:
        return rows[:, at[name]]

    def three(values: NDArray[np.float64]) -> tuple[float, float, float]:
        if not len(values):
            return (np.nan, np.nan, np.nan)
        low, middle, high = np.quantile(values, (0.05, 0.5, 0.95))
        return float(low), float(middle), float(high)

    def mean(names: tuple[str, ...]) -> dict[str, float]:
        return {name: float(column(name).mean()) for name in names}

    def counted(name: str, words: tuple[str, ...]) -> dict[str, int]:
        counts = np.bincount(column(name), minlength=len(words))
        return {word: int(n) for word, n in zip(words, counts, strict=True) if n}

    dead = np.sum([column(name) for name in DEATHS], axis=0)
    hours = column("decided_at")
    return OutcomeDetail(
        label,
        len(rows),
        three(hours[hours >= 0] / 3600.0),
        three(dead.astype(np.float64)),
        float((dead == 0).mean()),
        three(column("crowd").astype(np.float64)),
        three(column("people_out")[column("cause") == CAUSE_HORIZON].astype(np.float64)),
        {
            side: {cause: float(column(name).mean()) for cause, name in causes.items()}
            for side, causes in DEAD.items()
        },
        _arrests(mean(("arrested", "jailed", *PERSONS))),
        float(np.median(column("nodes_taken"))),
        mean(UNITS),
        mean(PERSONS),
        counted("cause", CAUSES),
        counted("leader", FATES),
    )


def _arrests(mean: dict[str, float]) -> dict[str, dict[str, float]]:
    """Return who was arrested by side and cause.

    Whoever a raid took is freed, in custody or dead at the end, and so are those whom the new power
    caught afterwards; what raids do not account for was after the end.
    """
    caught = mean["persons_taken"] + mean["persons_freed"] + mean["persons_killed"]
    after = caught - mean["arrested"]
    return {
        "state": {"raids": mean["arrested"], "after_the_end": max(0.0, after)},
        "people": {"in_the_street": mean["jailed"]},
    }
