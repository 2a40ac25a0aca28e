"""Laws of the state's belief: the filter of reports and silence, and what a belief is worth."""

from __future__ import annotations

import math

import numpy as np
import pytest

import malaparte as mp
from malaparte.ensemble.design import INNER
from malaparte.ensemble.roads import Roads
from malaparte.kernel.road import fields, run
from malaparte.world.draw import columns, theta
from malaparte.world.road import days_of

READING = "moscow-1927-article"
PRIOR, LEAK, MEMBERS, MISTAKEN = 0.3, 0.0002, 200.0, 0.05
RIGHT = {
    "road.plot.since": "1927-03-01",
    "road.plot.core": MEMBERS,
    "road.plot.growth": 0,
    "road.services.rehearse": False,
    "road.services.strays": 0,
    "road.shocks.clemenceau.doubt": 1,
    "road.shocks.wrangel_officer.doubt": 1,
    "road.shocks.insult.doubt": 1,
    "road.secrecy.leak": LEAK,
    "road.secrecy.boast": 0,
    "road.secrecy.mistaken": MISTAKEN,
    "road.secrecy.supposed": MEMBERS,
    "road.secrecy.agent": 0.01,
    "road.secrecy.invented": 0.002,
    "road.secrecy.prior": PRIOR,
    "plan.exists": PRIOR,
}
"""A state that is right about every rate."""
FOR_EVER = 1e12
"""A memory in days, longer than a scenario may have it."""


def watched(worlds: int, agent: float, memory: float = FOR_EVER, **changes: object) -> Roads:
    world = mp.load(READING, set=RIGHT | {"command.agent": agent} | changes).world
    inputs = theta(world, columns(world, 1, 0, worlds // INNER))
    inputs[:, world.ints[fields.MEMORY]] = memory
    days = np.arange(days_of(world.scenario)[1], dtype=np.int64)
    series = np.empty((worlds, len(days), len(run.SERIES)))
    facts = np.empty((worlds, len(run.FACTS)))
    ints, floats = world.ints.copy(), world.floats.copy()
    run.walk_many(inputs, ints, floats, 1, 0, worlds, INNER, days, series, facts)
    return Roads(days, series, facts)


def eve(roads: Roads) -> np.ndarray:
    """Return the belief at the end of the last day before the coup."""
    start = int(roads.fact("start")[0])
    return roads.of("belief")[:, int(np.flatnonzero(roads.days == start)[0]) - 1]


def odds(belief: np.ndarray) -> np.ndarray:
    return belief / (1.0 - belief)


def test_belief_is_the_posterior_of_poisson_counts() -> None:
    """Odds after k reports in T days: prior odds (a/b)^k exp(-(a - b) T)."""
    roads = watched(256, agent=0)
    reports = roads.fact("reports_true") + roads.fact("reports_false")
    ints = mp.load(READING).world.ints
    days = int(ints[ints[fields.EVE]] - ints[ints[fields.ROAD_FIRST]])
    more = LEAK * MEMBERS
    told = reports * math.log((more + MISTAKEN) / MISTAKEN) - more * days
    assert reports.min() < reports.mean() < reports.max()
    assert np.log(odds(eve(roads)) / (PRIOR / (1 - PRIOR))) == pytest.approx(told, abs=1e-5)


@pytest.mark.parametrize("agent", [0, 1])
def test_of_worlds_with_a_belief_that_share_has_a_plot(agent: float) -> None:
    roads = watched(4096, agent)
    belief, real = eve(roads), roads.fact("real")
    assert belief.std() > 0.2
    for low in np.arange(0.0, 1.0, 0.2):
        here = (belief >= low) & (belief < low + 0.2)
        assert here.sum() > 50
        error = math.sqrt((belief[here] * (1 - belief[here])).sum()) / here.sum()
        assert abs(real[here].mean() - belief[here].mean()) < 4 * error


def test_who_is_caught_is_weighed_by_the_rates_of_plotters_and_strays() -> None:
    """Rehearsals that are caught, and strays: the same filter, with a plot and without one."""
    rates = {"rehearse": True, "rehearsals": 0.04, "caught": 0.5, "strays": 0.01}
    more = {f"road.services.{name}": value for name, value in rates.items()}
    quiet = {"road.secrecy.leak": 1e-9, "road.secrecy.supposed": 0, "road.secrecy.mistaken": 0}
    roads = watched(2048, agent=0, **more, **quiet)
    real, belief = roads.fact("real"), eve(roads)
    reports = roads.fact("reports_true") + roads.fact("reports_false")
    ints = mp.load(READING).world.ints
    days = int(ints[ints[fields.EVE]] - ints[ints[fields.ROAD_FIRST]])
    told = reports * math.log(0.03 / 0.01) - 0.02 * days
    assert np.log(odds(belief) / (PRIOR / (1 - PRIOR))) == pytest.approx(told, abs=1e-5)
    for low in (0.0, 0.5):
        here = (belief >= low) & (belief < low + 0.5)
        error = math.sqrt((belief[here] * (1 - belief[here])).sum()) / here.sum()
        assert abs(real[here].mean() - belief[here].mean()) < 4 * error


def test_members_who_talk_name_some_who_are_known() -> None:
    """Cells of ten of two hundred, drawn with replacement: known = N (1 - (1 - 10/N)^reports)."""
    loud = {"plan.exists": 1, "road.secrecy.leak": 0.0005, "road.secrecy.cell": 10}
    roads = watched(64, agent=0, **loud)
    known = MEMBERS * (1.0 - (1.0 - 10.0 / MEMBERS) ** roads.fact("reports_true"))
    assert roads.fact("reports_true").max() > 20
    assert roads.fact("members_known") == pytest.approx(known)


def test_false_reports_seldom_persuade_a_state_that_knows_their_rate() -> None:
    """Without a plot odds are a martingale: they reach c times the prior odds in at most 1/c."""
    level = 0.8
    roads = watched(2048, agent=1, **{"plan.exists": 0.001})
    none = roads.fact("real") == 0
    reached = (roads.of("belief").max(axis=1) >= level)[none].mean()
    bound = PRIOR / (1 - PRIOR) / (level / (1 - level))
    assert 0.0 < reached < bound


def test_an_agent_who_repeats_himself_is_one_witness() -> None:
    """Odds rise at his first word by his rates' ratio, and no more however often he speaks."""
    quiet = {"road.secrecy.supposed": 0, "road.secrecy.mistaken": 0, "plan.exists": 1}
    roads = watched(64, agent=1, **quiet, **{"road.secrecy.agent": 0.3})
    assert roads.fact("reports_true").min() > 20
    first = int(np.flatnonzero(roads.days == roads.fact("start")[0])[0]) - 1
    spoken = odds(roads.of("belief"))[:, first - 60 : first + 1]
    assert np.allclose(spoken, spoken[:, :1], rtol=1e-6)
    silent_days = np.log(0.3 / 0.002 * PRIOR / (1 - PRIOR) / spoken[:, 0]) / (0.3 - 0.002)
    assert np.allclose(silent_days, np.round(silent_days), atol=1e-4)
    assert silent_days.max() > 2


def test_silence_lowers_belief_and_old_news_fade() -> None:
    still = {"road.secrecy.leak": 0.01, "road.plot.core": 0, "road.secrecy.mistaken": 0}
    roads = watched(16, agent=0, **still, **{"plan.exists": 0.001})
    assert roads.fact("reports_false").max() == 0
    assert (np.diff(roads.of("belief")[:, roads.days >= 250], axis=1) <= 0).all()
    fades = watched(16, agent=0, memory=30, **still, **{"plan.exists": 0.001})
    assert (eve(fades) > eve(roads)).all()
