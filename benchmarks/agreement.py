"""Whether the laboratory and the twin tell the same days.

Both run on the same sets of assumptions, the laboratory sixteen worlds on each, the twin one.  So
the twin's world is compared with the mean of sixteen on its own assumptions, and only luck is left
to make a difference: a sharper test than one of two samples that also differ in assumptions.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.twin.city import Row
from malaparte.ensemble.ensemble import Ensemble
from malaparte.kernel.outcome import CAUSES, COLUMNS, LABELS

Floats = NDArray[np.float64]

ENOUGH = 20
"""Worlds of the twin in which something must happen before its mean hour is compared."""


@dataclass(frozen=True)
class Figure:
    """One figure of both: the values, and the difference in standard errors."""

    name: str
    ours: float
    twin: float
    error: float

    @property
    def z(self) -> float:
        """Difference in standard errors."""
        return (self.twin - self.ours) / self.error if self.error else 0.0

    def __str__(self) -> str:
        """Return a line of a table."""
        return f"{self.name:44} {self.ours:11.4f} {self.twin:11.4f} {self.z:+6.2f}"


def agreement(ensemble: Ensemble, rows: list[Row]) -> list[Figure]:
    """Return all figures of a setting.

    Parameters
    ----------
    ensemble : Ensemble
        Of the laboratory: ``inner`` worlds on each of ``len(rows)`` sets.
    rows : list of Row
        Of the twin: one world on each set.
    """
    figures: list[Figure] = []
    for (name, ours), twin in zip(
        _ours(ensemble).items(), _twin(ensemble, rows).values(), strict=True
    ):
        ours = ours.reshape(len(rows), -1)
        if name.endswith(" at hour"):
            share = _figure(name.replace(" at hour", ": share"), ~np.isnan(ours), ~np.isnan(twin))
            hours = _hours(name, ours, twin)
            figures += [one for one in (share, hours) if one is not None]
        else:
            figures.append(_figure(name, ours, twin))
    return figures


def _figure(name: str, ours: NDArray[Any], twin: NDArray[Any]) -> Figure:
    """Compare means; ours [sets, inner], twin [sets]."""
    sets, inner = ours.shape
    differs = twin - ours.mean(axis=1)
    variance = differs.var(ddof=1)
    if twin.dtype == bool:
        # Of what happens in no world or in all, a sample knows no error: two imaginary worlds more
        # of each kind (Agresti and Coull 1998).
        share = (twin.sum() + 2) / (sets + 4)
        variance = max(variance, share * (1 - share) * (1 + 1 / inner)) if _rare(twin) else variance
    return Figure(name, float(ours.mean()), float(twin.mean()), math.sqrt(variance / sets))


def _rare(happened: NDArray[np.bool_]) -> bool:
    return not ENOUGH <= happened.sum() <= len(happened) - ENOUGH


def _hours(name: str, ours: Floats, twin: Floats) -> Figure | None:
    """Compare mean hours of what happened in some worlds: two ratios, linearised."""
    did, did_twin = ~np.isnan(ours), ~np.isnan(twin)
    if did_twin.sum() < ENOUGH:
        return None
    hour, hour_twin = np.nanmean(ours), np.nanmean(twin)
    off = np.where(did, ours - hour, 0.0).mean(axis=1) / did.mean()
    off_twin = np.where(did_twin, twin - hour_twin, 0.0) / did_twin.mean()
    error = math.sqrt((off_twin - off).var(ddof=1) / len(twin))
    return Figure(name, float(hour), float(hour_twin), error)


def _ours(ensemble: Ensemble) -> dict[str, NDArray[Any]]:
    block, at = ensemble.block, {name: i for i, name in enumerate(COLUMNS)}
    rows = block.rows
    figures: dict[str, NDArray[Any]] = {}
    for code, label in enumerate(LABELS):
        figures[label] = rows[:, at["label"]] == code
    for code, cause in enumerate(CAUSES):
        figures[f"cause: {cause}"] = rows[:, at["cause"]] == code
    figures["leaked"] = rows[:, at["leaked"]] == 1
    for name in ("nodes_taken", "nodes_held", "arrested", "loss_plot", "loss_regime"):
        figures[name] = rows[:, at[name]].astype(float)
    for name in _TIMES:
        figures[_at_hour(name)] = _or_nan(rows[:, at[name]] / 3600)
    falls = _or_nan(block.taken / 60)
    figures["first taken at hour"] = _earliest(falls)
    for i, goal in enumerate(ensemble.layout.goals):
        figures[f"{goal} taken at hour"] = falls[:, i]
    return figures


_TIMES = ("launched_at", "alarm_at", "gave_up_at", "street_called_at", "seized_at", "lost_at")


def _at_hour(name: str) -> str:
    return name.removesuffix("_at").replace("_", " ") + " at hour"


def _twin(ensemble: Ensemble, rows: list[Row]) -> dict[str, NDArray[Any]]:
    figures: dict[str, NDArray[Any]] = {}
    for label in LABELS:
        figures[label] = np.array([row.label == label for row in rows])
    for cause in CAUSES:
        figures[f"cause: {cause}"] = np.array([row.cause == cause for row in rows])
    figures["leaked"] = np.array([row.leaked for row in rows])
    figures["nodes_taken"] = np.array([len(row.taken) for row in rows], float)
    for name in ("nodes_held", "arrested", "loss_plot", "loss_regime"):
        figures[name] = np.array([getattr(row, name) for row in rows], float)
    for name in _TIMES:
        seconds = np.array([row.times.get(name, -1.0) for row in rows])
        figures[_at_hour(name)] = _or_nan(np.floor(seconds) / 3600)
    taken = np.array(
        [[row.taken.get(goal, -1.0) for goal in ensemble.layout.goals] for row in rows]
    )
    falls = _or_nan(np.floor(taken / 60) / 60)  # an ensemble keeps minutes
    figures["first taken at hour"] = _earliest(falls)
    for i, goal in enumerate(ensemble.layout.goals):
        figures[f"{goal} taken at hour"] = falls[:, i]
    return figures


def _or_nan(hours: NDArray[Any]) -> Floats:
    return np.where(hours < 0, np.nan, hours)


def _earliest(falls: Floats) -> Floats:
    first = np.where(np.isnan(falls), np.inf, falls).min(axis=1)
    return np.where(np.isinf(first), np.nan, first)
