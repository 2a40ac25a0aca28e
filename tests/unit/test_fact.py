"""The error and the verdict of a stylised fact."""

from __future__ import annotations

import math

import numpy as np
import pytest

from malaparte.analysis.crowd_facts import AFTER, BEFORE, STEPS, loss
from malaparte.analysis.fact import Fact, Facts, left_out
from malaparte.report.facts import facts_text
from malaparte.report.words import Words


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


def test_a_share_of_nought_is_known_as_far_as_its_sets_reach() -> None:
    """No case in 32 sets: the exact bound of Clopper and Pearson, 1 - 0.05 ** (1 / 32)."""
    nought = left_out(lambda index: 0.0, 64, 2, sets=32)
    assert nought == (0.0, pytest.approx((1.0 - 0.05 ** (1 / 32)) / 1.96))
    assert left_out(lambda index: 0.0, 64, 2, sets=4)[1] > nought[1]
    assert Fact("S", "a share", *nought, 0.55, 0.8, 64).verdict == "missed"
    assert Fact("S", "a difference", *nought, 0.0, 1.0, 64).verdict == "open"


@pytest.mark.parametrize(
    ("low", "high", "en"),
    [(-1.0, -0.2, "−1 to −0.2"), (1.0, 1e9, "at least 1"), (0.4, 0.58, "0.4–0.58")],
)
def test_a_tolerance_can_be_read(low: float, high: float, en: str) -> None:
    fact = Fact("E4", "a fact", 0.5, 0.1, low, high, 16)
    assert f" {en} " in facts_text(Facts("fixture", 1, (fact,)), Words("en"))
