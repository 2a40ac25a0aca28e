"""The error and the verdict of a stylised fact."""

from __future__ import annotations

import math

import numpy as np
import pytest

from malaparte.analysis.crowd_facts import AFTER, BEFORE, STEPS, loss
from malaparte.analysis.fact import Fact, left_out


def test_the_error_of_a_mean_is_that_of_theory() -> None:
    """Each of 32 values a set of its own: the jackknife gives s / sqrt(n) exactly."""
    values = np.random.default_rng(1).normal(size=32)
    value, error = left_out(lambda index: float(values[index].mean()), 32, 1)
    assert value == pytest.approx(values.mean())
    assert error == pytest.approx(values.std(ddof=1) / math.sqrt(32))


@pytest.mark.parametrize(
    ("value", "error", "verdict"),
    [(0.5, 0.01, "met"), (0.2, 0.01, "missed"), (0.41, 0.01, "open"), (math.nan, 0.0, "open")],
)
def test_a_verdict_is_open_where_the_error_crosses_an_edge(
    value: float, error: float, verdict: str
) -> None:
    assert Fact("S", "a share", value, error, 0.4, 0.6, 100).verdict == verdict


def test_a_gradual_loss_ends_where_a_sudden_one_does_and_lasts_as_long() -> None:
    sudden, gradual = loss(1), loss(STEPS)
    assert len(sudden) == len(gradual)
    assert (sudden[0], sudden[-1]) == (gradual[0], gradual[-1]) == (BEFORE, AFTER)
    assert np.abs(np.diff(gradual)).max() < 0.2 * np.abs(np.diff(sudden)).max()
