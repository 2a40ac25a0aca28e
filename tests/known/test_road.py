"""Published results, reproduced by the very rules of the road."""

import math

import numba
import numpy as np
import pytest

import malaparte as mp
from malaparte.kernel.maths import exp
from malaparte.kernel.road import fields
from malaparte.kernel.road.arrest import better_now, chain_size
from malaparte.kernel.road.grain import rationed_share, sold_share
from malaparte.kernel.road.hoarding import best_lot
from malaparte.kernel.road.incidents import healed
from malaparte.kernel.road.plot import joined
from malaparte.kernel.road.queue import flow
from malaparte.kernel.road.rumour import STEPS, advance_rumour
from malaparte.kernel.road.secrecy import after_report, listen
from malaparte.kernel.road.step import begin_road
from malaparte.kernel.road.targets import beta_mean
from malaparte.world.draw import columns, theta
from tests.known.expected import expected


def called(rule):  # the rules have no door to Python, so a compiled caller opens one
    return numba.njit(lambda *args: rule(*args))


@numba.njit
def _end(seeded, tell, stifle, forget, step, days):
    """Return the ignorant at the end, most spreaders at once, and the ignorant at that time."""
    i, s = 1.0 - seeded, seeded
    peak = then = 0.0
    for _ in range(int(days / step)):
        i, s = advance_rumour(i, s, tell, stifle, forget, step)
        if s > peak:
            peak, then = s, i
    return i, peak, then


def test_a_fifth_never_hears_the_rumour() -> None:
    ignorant, peak, then = _end(1e-9, 1.0, 1.0, 0.0, 0.01, 200.0)
    assert ignorant == pytest.approx(expected("rumour.mt_final_ignorants"), abs=1e-6)
    assert abs(ignorant - expected("rumour.double_count_trap")) > 0.05
    told = expected("rumour.peak_spreaders")
    assert peak == pytest.approx(told["peak_s"], abs=1e-4)
    assert then == pytest.approx(told["ignorant_at_peak"], abs=1e-2)


def test_the_step_of_the_road_is_fine_enough() -> None:
    """What the step of the road reaches, a step ten times finer reaches."""
    coarse = _end(1e-3, 0.6, 0.6, 0.14, 1.0 / STEPS, 300.0)[0]
    fine = _end(1e-3, 0.6, 0.6, 0.14, 0.1 / STEPS, 300.0)[0]
    assert coarse == pytest.approx(fine, abs=1e-6)


def test_nekovee_reach_and_threshold() -> None:
    told = expected("rumour.nekovee_homogeneous")
    ignorant, _, _ = _end(1e-9, 6.0, 6.0, 1.0, 0.01, 200.0)
    assert 1.0 - ignorant == pytest.approx(told["R"], abs=1e-5)
    threshold = 6.0 * told["threshold_lambda_over_delta"]
    below, _, _ = _end(1e-6, 0.99 * threshold, 6.0, 1.0, 0.05, 2000.0)
    above, _, _ = _end(1e-6, 1.30 * threshold, 6.0, 1.0, 0.05, 2000.0)
    assert 1.0 - below < 1e-3 < 1e-2 < 1.0 - above


def test_without_stifling_it_is_an_epidemic() -> None:
    ratios = expected("rumour.sir_final_size", "inputs")["R0"]
    for ratio, size in zip(ratios, expected("rumour.sir_final_size"), strict=True):
        ignorant, _, _ = _end(1e-9, ratio, 0.0, 1.0, 0.02, 400.0)
        assert 1.0 - ignorant == pytest.approx(size, abs=1e-5)


def test_square_root_law_of_hoarding() -> None:
    lot, told = called(best_lot), expected("hoard.eoq_stock")
    assert lot(10.0, 100.0, 2.0) == pytest.approx(told["Q"], abs=1e-6)
    assert lot(40.0, 100.0, 2.0) / lot(10.0, 100.0, 2.0) == pytest.approx(told["Q_ratio_4F"])


def test_fluid_rush() -> None:
    run, told = called(flow), expected("queue.fluid_rush")
    peak, first = run(0.0, 300.0, 100.0, 2.0)
    left, second = run(peak, 50.0, 100.0, 100.0)
    assert (peak, left) == (told["peak"], 0.0)
    assert peak / 50.0 + 2.0 == told["empty_at"]
    assert first + second == pytest.approx(told["total_wait"], rel=1e-6)


def test_sales_of_a_household_with_endowment() -> None:
    sold = called(sold_share)
    sigmas = expected("grain.ces_elasticity", "inputs")["sigma"]
    for sigma, share in zip(sigmas, expected("grain.ces_elasticity"), strict=True):
        assert sold(0.25, sigma, 0.8) == pytest.approx(share, abs=1e-5)
    flat = expected("grain.cobb_douglas_zero")
    assert [sold(flat[0], 1.0, p) for p in (0.5, 1.0, 2.0)] == pytest.approx(flat, abs=1e-6)


def test_rationing_turns_the_answer_to_price_around() -> None:
    share, told = called(rationed_share), expected("grain.rationing_kink")
    found = [share(0.2, 1.0), share(0.2, 1.1), share(0.1, 1.0)]
    assert found == pytest.approx([told["base"], told["p+10%"], told["goods_halved"]], abs=1e-6)


def test_repair_of_a_sector_alone() -> None:
    heal, keep = called(healed), exp(-expected("infra.diim_recovery")["K"])
    q = 1.0
    for _ in range(10):
        q = heal(q, 0.0, keep)
    assert q == pytest.approx(0.01, abs=1e-6)


def test_repair_of_sectors_that_lean_on_each_other() -> None:
    """Day by day the road comes to the fixed point of the two sectors."""
    heal, keep = called(healed), exp(-0.5)
    one = two = 0.0
    for _ in range(400):
        one, two = heal(one, 0.1 + 0.4 * two, keep), heal(two, 0.3 * one, keep)
    assert [one, two] == pytest.approx(expected("infra.iim_two_sector"), abs=1e-6)


def test_bayes_of_reports() -> None:
    after, told = called(after_report), expected("covert.bayes_informer")
    once = after(0.1, 0.8, 0.05)
    assert once == pytest.approx(told["one"], abs=1e-6)
    assert after(once, 0.8, 0.05) == pytest.approx(told["two"], abs=1e-6)


def test_chain_of_arrests_is_a_borel_law() -> None:
    size, told = called(chain_size), expected("covert.borel_arrest_chain")
    many = np.array([size(7, world, 0.8, 1, 100_000, 0) for world in range(20_000)])
    assert abs(many.mean() - told["mean"]) < 4 * math.sqrt(told["var"] / len(many))
    for persons, chance in ((1, told["P1"]), (3, told["P3"])):
        error = math.sqrt(chance * (1 - chance) / len(many))
        assert abs((many == persons).mean() - chance) < 4 * error


def test_arrest_now_or_after_the_guests_leave() -> None:
    better, hazard = called(better_now), expected("wait.hazard_threshold")["h_star"]
    assert not better(100.0, math.exp(-14 * (hazard - 1e-5)), 20.0, 5.0)
    assert better(100.0, math.exp(-14 * (hazard + 1e-5)), 20.0, 5.0)
    # With no cost left to save, waiting is worth pi L against C: the threshold is C / L = 0.2.
    assert not better(100.0, 1.0 - 0.199, 20.0, 0.0)
    assert better(100.0, 1.0 - 0.201, 20.0, 0.0)


def test_a_belief_learns_from_looks() -> None:
    mean = called(beta_mean)
    assert mean(0.5, 2.0, 3, 4) == pytest.approx(expected("levels.type_learning")["mean"])
    assert mean(0.3, 0.0, 0, 0) == 0.3


def test_logistic_growth_is_exact() -> None:
    grow = called(joined)
    once = grow(100.0, 0.0, 1000.0, 0.1)
    assert once == pytest.approx(grow(grow(100.0, 0.0, 1000.0, 0.05), 0.0, 1000.0, 0.05), rel=1e-12)
    assert once == pytest.approx(1000 / (1 + 9 * math.exp(-0.1)), rel=1e-12)


@numba.njit
def _race(inputs, ints, floats, worlds, step, first, days):
    """Fill in which source of each world spoke first, and after how many days."""
    for world in range(worlds):
        begin_road(inputs, ints, floats, 1, world)
        ints[ints[fields.PLOTTING]] = 1
        floats[ints[fields.PLOTTERS]] = 1000.0
        steps = 0
        while first[world] < 0:
            listen(inputs, ints, floats, 0, step)
            steps += 1
            for source in (fields.MEMBER, fields.AGENT):
                if ints[ints[fields.LEAK_FIRINGS] + source] > 0:
                    first[world] = source
        days[world] = steps * step


def test_the_informer_races_a_chance_leak() -> None:
    worlds = 6_000
    given, told = expected("covert.mole_race", "inputs"), expected("covert.mole_race")
    world = mp.load("moscow-1927-article", set={"command.agent": 1}).world
    ints, floats = world.ints.copy(), world.floats.copy()
    inputs = theta(world, columns(world, 1, 0, 1))[0].copy()
    inputs[ints[fields.LEAK]] = given["p_per_day"] * given["N"] / 1000.0
    inputs[ints[fields.AGENT_REPORTS]] = given["m_per_day"]
    inputs[ints[fields.BOAST]] = inputs[ints[fields.FALSE_REPORTS]] = 0.0
    first, days = np.full(worlds, -1), np.zeros(worlds)
    _race(inputs, ints, floats, worlds, 0.01, first, days)
    error = 1.0 / math.sqrt(worlds)
    assert (first == fields.AGENT).mean() == pytest.approx(told["P_mole_first"], abs=2.0 * error)
    assert days.mean() == pytest.approx(told["mean_days"], rel=4.0 * error)
    assert (days <= 14.0).mean() == pytest.approx(told["P_exposed_14d"], abs=2.0 * error)
