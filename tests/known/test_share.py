"""Bounds of a share: the intervals of Clopper and Pearson, as reports use them."""

import pytest

from malaparte.results.beta import beta_quantile
from malaparte.results.share import Sums, share
from tests.known.expected import expected


def test_zero_successes() -> None:
    said = expected("cf.zero_successes")
    n = expected("cf.zero_successes", "inputs")["n"]
    nothing = share(Sums(sets=n, k=0, m=16 * n, kk=0, mm=256 * n, km=0, k2=0, m2=16 * n))
    assert nothing.low == 0.0
    assert nothing.high == pytest.approx(said["one_sided"], abs=1e-6)


def test_half_of_a_hundred() -> None:
    low, high = expected("cf.zero_successes")["half"]
    assert beta_quantile(0.025, 50, 51) == pytest.approx(low, abs=1e-6)
    assert beta_quantile(0.975, 51, 50) == pytest.approx(high, abs=1e-6)
