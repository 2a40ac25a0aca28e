"""Published results, reproduced by the very rules of the road."""

from __future__ import annotations

import math

import numba
import numpy as np
import pytest

from malaparte.kernel.maths import exp
from malaparte.kernel.road import (
    arrest,
    grain,
    hand_over,
    hoarding,
    incidents,
    plot,
    queue,
    rumour,
    secrecy,
)


def called(rule):  # the rules have no door to Python, so a compiled caller opens one
    return numba.njit(lambda *args: rule(*args))


@numba.njit
def _end(seeded, tell, stifle, forget, step, days):
    i, s = 1.0 - seeded, seeded
    peak = half = 0.0
    for _ in range(int(days / step)):
        i, s = rumour.advance_rumour(i, s, tell, stifle, forget, step)
        if s > peak:
            peak, half = s, i
    return i, peak, half


def test_a_fifth_never_hears_a_rumour_that_only_meetings_end() -> None:
    ignorant, peak, half = _end(1e-9, 1.0, 1.0, 0.0, 0.01, 200.0)
    assert ignorant == pytest.approx(0.2031878700, abs=1e-6)  # rumour.mt_final_ignorants
    assert abs(ignorant - 0.28467) > 0.05  # rumour.double_count_trap
    assert peak == pytest.approx(1.0 - math.log(2.0), abs=1e-4)  # rumour.peak_spreaders
    assert half == pytest.approx(0.5, abs=1e-2)


def test_the_step_of_the_road_is_fine_enough() -> None:
    """What is reached with the step of the road is what a step ten times finer reaches."""
    coarse = _end(1e-3, 0.6, 0.6, 0.14, 1.0 / rumour.STEPS, 300.0)[0]
    fine = _end(1e-3, 0.6, 0.6, 0.14, 0.1 / rumour.STEPS, 300.0)[0]
    assert coarse == pytest.approx(fine, abs=1e-6)


def test_nekovee_reach_and_threshold() -> None:
    ignorant, _, _ = _end(1e-9, 6.0, 6.0, 1.0, 0.01, 200.0)
    assert 1.0 - ignorant == pytest.approx(0.697525, abs=1e-5)  # rumour.nekovee_homogeneous
    below, _, _ = _end(1e-6, 0.99, 6.0, 1.0, 0.05, 2000.0)
    above, _, _ = _end(1e-6, 1.30, 6.0, 1.0, 0.05, 2000.0)
    assert 1.0 - below < 1e-3 < 1e-2 < 1.0 - above


@pytest.mark.parametrize(("r0", "size"), [(1.2, 0.313698), (1.5, 0.582812), (3.0, 0.94048)])
def test_without_stifling_it_is_an_epidemic(r0: float, size: float) -> None:
    ignorant, _, _ = _end(1e-9, r0, 0.0, 1.0, 0.02, 400.0)
    assert 1.0 - ignorant == pytest.approx(size, abs=1e-5)  # rumour.sir_final_size


def test_square_root_law_of_hoarding() -> None:
    lot = called(hoarding.best_lot)
    assert lot(10.0, 100.0, 2.0) == pytest.approx(31.6227766, abs=1e-6)  # hoard.eoq_stock
    assert lot(40.0, 100.0, 2.0) / lot(10.0, 100.0, 2.0) == pytest.approx(2.0)


def test_fluid_rush() -> None:
    flow = called(queue.flow)
    peak, first = flow(0.0, 300.0, 100.0, 2.0)
    left, second = flow(peak, 50.0, 100.0, 100.0)
    assert (peak, left) == (400.0, 0.0)
    assert peak / 50.0 + 2.0 == 10.0  # when it is empty
    assert first + second == pytest.approx(2000.0, rel=1e-6)  # queue.fluid_rush


@pytest.mark.parametrize(
    ("sigma", "share"), [(2.0, 0.2105263), (1.0001, 0.2499958), (0.5, 0.271497)]
)
def test_sales_of_a_household_with_endowment(sigma: float, share: float) -> None:
    sold = called(grain.sold_share)
    assert sold(0.25, sigma, 0.8) == pytest.approx(share, abs=1e-5)  # grain.ces_elasticity
    assert sold(0.75, 1.0, 2.0) == pytest.approx(0.75, abs=1e-9)  # grain.cobb_douglas_zero


def test_rationing_turns_the_answer_to_price_around() -> None:
    share = called(grain.rationed_share)  # grain.rationing_kink
    assert [share(0.2, 1.0), share(0.2, 1.1), share(0.1, 1.0)] == pytest.approx(
        [0.2, 0.1818182, 0.1], abs=1e-6
    )


def test_repair_and_dependence() -> None:
    healed = called(incidents.healed)
    q = 1.0
    for _ in range(10):
        q = healed(q, 0.0, exp(-0.460517))
    assert q == pytest.approx(0.01, abs=1e-6)  # infra.diim_recovery
    one = two = 0.0
    for _ in range(400):  # to the fixed point, as the road does day by day
        keep = exp(-0.5)
        one, two = healed(one, 0.1 + 0.4 * two, keep), healed(two, 0.3 * one, keep)
    assert (one, two) == pytest.approx((0.1136364, 0.0340909), abs=1e-6)  # infra.iim_two_sector


def test_bayes_and_the_echo() -> None:
    after = called(secrecy.after_report)
    once = after(0.1, 0.8, 0.05)
    assert once == pytest.approx(0.64, abs=1e-6)  # covert.bayes_informer
    assert after(once, 0.8, 0.05) == pytest.approx(0.9660377, abs=1e-6)


@pytest.mark.parametrize("c", [0.3, 0.8])
def test_chain_of_arrests_is_a_borel_law(c: float) -> None:
    size = called(arrest.chain_size)
    many = np.array([size(7, world, c, 1, 100_000, 0) for world in range(20_000)])
    mean, variance = 1 / (1 - c), c / (1 - c) ** 3  # covert.borel_arrest_chain
    assert abs(many.mean() - mean) < 4 * math.sqrt(variance / len(many))
    alone = math.exp(-c)
    error = math.sqrt(alone * (1 - alone) / len(many))
    assert abs((many == 1).mean() - alone) < 4 * error


def test_arrest_now_or_after_the_guests_leave() -> None:
    better = called(arrest.better_now)  # wait.hazard_threshold
    hazard = 0.0122750
    assert not better(100.0, math.exp(-14 * (hazard - 1e-5)), 20.0, 5.0)
    assert better(100.0, math.exp(-14 * (hazard + 1e-5)), 20.0, 5.0)
    # With no cost left to save, waiting is worth pi L against C: threshold C / L = 0.2.
    assert not better(100.0, 1.0 - 0.199, 20.0, 0.0)
    assert better(100.0, 1.0 - 0.201, 20.0, 0.0)


def test_a_belief_learns_from_looks() -> None:
    mean = called(hand_over.beta_mean)  # levels.type_learning: Beta(1, 1), three of four
    assert mean(0.5, 2.0, 3, 4) == pytest.approx(2 / 3)
    assert mean(0.3, 0.0, 0, 0) == 0.3


def test_logistic_growth_is_exact() -> None:
    joined = called(plot.joined)
    once = joined(100.0, 0.0, 1000.0, 0.1)
    halves = joined(joined(100.0, 0.0, 1000.0, 0.05), 0.0, 1000.0, 0.05)
    assert once == pytest.approx(halves, rel=1e-12)
    assert once == pytest.approx(1000 / (1 + 9 * math.exp(-0.1)), rel=1e-12)
