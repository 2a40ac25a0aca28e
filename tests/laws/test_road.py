"""Laws of the road: balances, directions, what is cut, what is not yet known."""

from __future__ import annotations

import datetime

import numpy as np
import pytest

import malaparte as mp
from malaparte.ensemble.design import Design
from malaparte.ensemble.roads import Roads, walked
from malaparte.kernel import cpu
from malaparte.kernel.outcome import COLUMNS, LABELS, PREVENTED, WIDTH
from malaparte.kernel.road import fields, keys, run
from malaparte.kernel.state import PERSONS, PLACES
from malaparte.world.draw import columns, theta

READING = "moscow-1927-article"
WORLDS = 96
FIRST = datetime.date(1926, 7, 1)


def roads(worlds: int = WORLDS, **changes: object) -> Roads:
    return walked(mp.load(READING, set=changes).world, Design(worlds))


def at(date: str) -> int:
    return (datetime.date.fromisoformat(date) - FIRST).days


@pytest.fixture(scope="module")
def plain() -> Roads:
    return roads()


def same(one: Roads, other: Roads, *names: str) -> bool:
    return all(np.array_equal(one.of(name), other.of(name)) for name in names)


def test_no_two_rules_share_a_key() -> None:
    from malaparte.kernel.day.keys import NAMES
    from malaparte.kernel.rng import rule_key

    assert len({rule_key(name) for name in (*NAMES, *keys.NAMES)}) == len(NAMES) + len(keys.NAMES)


def test_grain_balances_to_the_pood() -> None:
    world = mp.load(READING).world
    ints, floats = world.ints.copy(), world.floats.copy()
    inputs = theta(world, columns(world, 1, 0, 8))
    for number in range(8):
        run.walk_many(
            inputs[number : number + 1],
            ints,
            floats,
            1,
            16 * number,
            1,
            16,
            np.array([0]),
            np.empty((1, 1, len(run.SERIES))),
            np.empty((1, len(run.FACTS))),
        )

        def state(field: int) -> float:
            return float(floats[ints[field]])

        stock = inputs[number, ints[fields.STOCK]]
        into = stock + state(fields.ALL_REAPED)
        out = sum(
            state(field)
            for field in (
                fields.CROP,
                fields.ALL_SOWN,
                fields.ALL_EATEN,
                fields.ALL_STATE,
                fields.ALL_PRIVATE,
            )
        )
        assert into == pytest.approx(out, abs=1e-6)  # of millions of poods: to the pood
        store = inputs[number, ints[fields.TOWN_STOCK]] * inputs[number, ints[fields.TOWN_NEED]]
        before = store / (365.0 / 12.0) + state(fields.ALL_STATE)
        after = sum(
            state(field)
            for field in (
                fields.ALL_ABROAD,
                fields.TRANSIT,
                fields.TOWN_GRAIN,
                fields.ALL_SHOPS,
            )
        )
        assert before == pytest.approx(after, abs=1e-6)
        for field in (fields.IGNORANT, fields.SPREADING, fields.TRUST, fields.BELIEF):
            assert 0.0 <= state(field) <= 1.0
        assert state(fields.IGNORANT) + state(fields.SPREADING) <= 1.0 + 1e-12
        sectors = floats[ints[fields.INOPERABLE] :][: int(ints[ints[fields.SECTORS]])]
        assert ((sectors >= 0.0) & (sectors <= 1.0)).all()


def test_nobody_is_created(plain: Roads) -> None:
    world = mp.load(READING).world
    pools = np.repeat(theta(world, columns(world, 1, 0, WORLDS // 16)), 16, axis=0)
    pool = np.maximum(pools[:, world.ints[fields.POOL]], pools[:, world.ints[fields.CORE]])
    assert (plain.of("plotters").max(axis=1) <= pool + 1e-9).all()


def test_a_world_is_the_same_alone(plain: Roads) -> None:
    assert np.array_equal(roads(16).series, plain.series[:16])


@pytest.mark.parametrize(
    ("cut", "untouched", "moved"),
    [
        ("shocks-rumour", ("incidents",), "rumour"),
        ("rumour-purchases", ("rumour", "procured", "incidents"), "home"),
        ("purchases-queues", ("rumour", "procured"), "queue"),
        ("prices-sales", ("rumour", "incidents"), "procured"),
        ("sales-stores", ("rumour", "procured"), "cover"),
        ("queues-mood", ("rumour", "procured", "queue", "cover"), "trust"),
        ("mood-recruits", ("rumour", "procured", "queue", "trust"), "plotters"),
        ("plot-belief", ("rumour", "procured", "trust", "plotters"), "belief"),
    ],
)
def test_cutting_a_link_moves_what_is_downstream_and_nothing_else(
    plain: Roads, cut: str, untouched: tuple[str, ...], moved: str
) -> None:
    other = roads(**{"road.cut": [cut]})
    assert same(plain, other, *untouched)
    assert not same(plain, other, moved)


@pytest.mark.parametrize(
    ("cut", "path", "value", "deaf"),
    [
        ("shocks-rumour", "road.rumour.seed", 0.01, run.SERIES),
        ("rumour-purchases", "road.households.fear", 3.0, run.SERIES),
        ("purchases-queues", "road.households.adjust", 40.0, ("queue", "queue_goods", "home")),
        ("prices-sales", "road.grain.quotes.autumn_1927.market", 3.0, run.SERIES),
        ("sales-stores", "road.grain.harvest_second", 3000, ("cover", "queue", "home", "trust")),
        ("queues-mood", "road.shops.bread.spare", 1.0, ("trust", "plotters", "belief")),
        ("mood-recruits", "road.mood.queue_hurts", 0.4, ("plotters", "belief")),
        ("plot-belief", "road.secrecy.leak", 0.01, run.SERIES),
    ],
)
def test_what_is_cut_off_does_not_feel_what_was_upstream(
    cut: str, path: str, value: float, deaf: tuple[str, ...]
) -> None:
    one, other = roads(16, **{"road.cut": [cut]}), roads(16, **{"road.cut": [cut], path: value})
    assert same(one, other, *deaf)


def test_behind_a_cut_link_it_is_a_calm_year() -> None:
    """Not a famine: shops that nobody runs on empty no cupboard, and stores stay as they were."""
    served = roads(16, **{"road.cut": ["purchases-queues"]}).of("home")[:, at("1927-03-01") :]
    assert np.allclose(served, served[:, :1], atol=1e-9)
    stores = roads(16, **{"road.cut": ["sales-stores"]}).of("cover")
    assert np.array_equal(stores, np.broadcast_to(stores[:, :1], stores.shape))


def test_a_cut_queue_costs_the_state_no_trust(plain: Roads) -> None:
    """Everybody is served as in a calm year; that empties no store and makes nobody hungry."""
    eve = at("1927-11-07") - 1
    calm = roads(**{"road.cut": ["purchases-queues"]})
    gain = calm.of("trust")[:, eve] - plain.of("trust")[:, eve]
    assert gain.min() > -0.01  # who is served in full may empty a store a little sooner
    assert gain.mean() > 0.01
    assert calm.of("cover")[:, eve].mean() > plain.of("cover")[:, eve].mean()


def test_queues_that_were_always_there_cost_no_trust() -> None:
    """Trust is measured by what people had; a longer queue than that costs some."""
    first, eve = at("1927-03-16"), at("1927-11-07") - 1
    always = roads(**{"road.shops.wares.crowding": 0.9, "road.cut": ["prices-sales"]})
    trust = always.of("trust")
    assert np.abs(trust[:, first] - trust[:, at("1927-03-02")]).mean() < 0.02
    assert (trust[:, eve] <= trust[:, at("1927-03-02")] + 1e-12).all()


@pytest.mark.parametrize(
    ("path", "value", "since"),
    [
        ("road.grain.quotes.winter_1927.market", 3.0, "1927-12-01"),
        ("road.grain.quotes.autumn_1927.goods", 0.3, "1927-10-01"),
        ("road.shocks.voikov.tension", 0.0, "1927-06-07"),
        ("road.shocks.wrangel_officer.doubt", 100.0, "1927-09-13"),
        ("road.plot.meetings", 30.0, "1927-09-01"),
        ("road.grain.harvest_second", 2000.0, "1927-07-01"),
    ],
)
def test_nothing_is_known_before_its_day(plain: Roads, path: str, value: float, since: str) -> None:
    other = roads(**{path: value})
    day = at(since)
    assert np.array_equal(plain.series[:, :day], other.series[:, :day])
    assert not np.array_equal(plain.series, other.series)


def test_without_talk_nobody_hoards_more_than_usual() -> None:
    silent = roads(**{"road.rumour.tell": 0.0, "road.rumour.seed": 0.0})
    cut = roads(**{"road.cut": ["rumour-purchases"], "road.rumour.seed": 0.0})
    assert (silent.of("rumour") == 0.0).all()
    assert same(silent, cut, "home", "queue", "procured")


def test_directions(plain: Roads) -> None:
    """Each holds world by world, because the luck is the same."""
    end, eve = at("1928-01-01") - 1, at("1927-11-07") - 1
    goods = roads(**{"road.grain.quotes.*.goods": 1})
    assert (goods.of("procured")[:, end] >= plain.of("procured")[:, end] - 1e-9).all()
    pay = roads(**{"road.grain.quotes.winter_1927.market": 3.0})
    assert (pay.of("procured")[:, end] <= plain.of("procured")[:, end] + 1e-9).all()
    calm = roads(**{"road.shocks.*.tension": 0})
    assert (calm.of("rumour").max(axis=1) <= plain.of("rumour").max(axis=1) + 1e-12).all()
    loved = roads(**{"road.mood.legitimacy": 1, "road.cut": ["queues-mood"]})
    assert (loved.of("plotters")[:, eve] <= plain.of("plotters")[:, eve] + 1e-9).all()
    tight = roads(**{"road.secrecy.leak": 0, "road.secrecy.boast": 0})
    assert tight.fact("reports_true").mean() < plain.fact("reports_true").mean()


def test_a_higher_price_brings_more_grain_unless_goods_are_short() -> None:
    """Who can buy no more for his money needs to sell less of his grain (repressed inflation)."""
    end = at("1928-01-01") - 1
    dear = {f"road.grain.quotes.{when}.state": 1.27 for when in ("autumn_1927", "winter_1927")}
    free = {"road.grain.slack": 20.0}
    rationed = {"road.grain.slack": 1.0, "road.grain.quotes.*.goods": 0.7}
    to_itself = {"road.grain.outlet": 0.0, "road.grain.wait": 0.0}  # the price is not compared
    for goods, more in ((free, True), (rationed | to_itself, False)):
        gained = (roads(**goods, **dear).of("procured") - roads(**goods).of("procured"))[:, end]
        assert (gained > 0.0).all() if more else (gained < 0.0).all()


def test_a_shortfall_is_an_output_that_is_not_there_in_the_reference_campaign(plain: Roads) -> None:
    end = at("1928-01-01") - 1
    assert np.nanmedian(plain.shortfall()[:, end]) > 0.0
    flat = roads(
        **{
            "road.cut": ["prices-sales"],
            "road.grain.harvest_before": 4600,
            "road.grain.harvest_first": 4600,
            "road.grain.harvest_second": 4600,
        }
    )
    assert np.abs(flat.shortfall()[:, end]).max() < 1e-6


def test_a_finer_clock_changes_less_than_chance_does() -> None:
    """What runs on through the day, in steps of twelve hours: the same luck, nearly the same road.

    The reading with arrests by loss, so that several outcomes occur; the standard error is that of
    unpaired worlds, as another run of the same size would have.
    """
    ends = []
    for steps in (1, 2):
        world = mp.load(READING, do={"arrest": "by-loss"}).world
        world.ints[world.ints[fields.STEPS_A_DAY]] = steps
        walked_so = walked(world, Design(512))
        series = [walked_so.of(name)[:, walked_so.days == at("1927-11-07")] for name in run.SERIES]
        facts = [walked_so.fact(name) for name in ("prevented", "early", "hour_known", "fielded")]
        shortfall = walked(world, Design(512)).of("procured")[:, -1]
        ends.append([*(each.ravel() for each in series), *facts, shortfall])
    for one, two in zip(*ends, strict=True):
        error = np.std(one) / np.sqrt(len(one))
        assert abs(np.mean(two) - np.mean(one)) <= error


def labels(**changes: object) -> np.ndarray:
    do = {key[4:]: str(value) for key, value in changes.items() if key.startswith("_do_")}
    values = {key: value for key, value in changes.items() if not key.startswith("_do_")}
    return mp.load(READING, do=do, set=values).run(worlds=64, on="sequential").block.rows


def test_an_agent_with_access_and_arrests_that_cost_nothing_prevent_the_plot() -> None:
    rows = labels(
        **{
            "_do_arrest": "by-loss",
            "command.agent": 1,
            "road.secrecy.agent": 1,
            "road.secrecy.reach": 1,
            "road.secrecy.invented": 1e-9,
            "road.secrecy.supposed": 0,
            "road.secrecy.boast": 0,
            "road.secrecy.prior": 0.05,
            "road.arrest.cost": 0,
            "road.arrest.guests": 0,
        }
    )
    assert (rows[:, 0] == PREVENTED).all()
    assert LABELS[PREVENTED] == "prevented"
    assert (rows[:, COLUMNS.index("launched_at")] == -1).all()


def test_arrests_by_loss_wait_while_waiting_is_free() -> None:
    """At the first proposal; by loss on the last day before the guests, or the eve without them."""
    days: dict[str, set[float]] = {}
    for name, do in (
        ("first", {"arrest": "first"}),
        ("loss", {"arrest": "by-loss"}),
        ("alone", {"arrest": "by-loss", "guests": "absent"}),
    ):
        # Without the insult of the eve, which makes some think of a plot for the first time.
        lab = mp.load(READING, do=do, set={"road.shocks.insult.doubt": 1})
        found = walked(lab.world, Design(128)).fact("arrested_on")
        days[name] = set(found[found >= 0])
    assert min(days["loss"]) == at("1927-10-19")
    assert min(days["alone"]) == at("1927-11-06")
    assert max(days["first"]) < at("1927-10-19")


def arrested(day: str, **more: object) -> np.ndarray:
    lab = mp.load(
        READING,
        do={"arrest": "by-loss", "guests": "absent", "agent": "none"},
        set={"day.date": day, "road.secrecy.hour_told": 0} | more,
    )
    return walked(lab.world, Design(64)).fact("arrested_on")


def test_who_does_not_know_the_day_does_not_arrest_by_it() -> None:
    """Nobody tells the hour: whether the plot's day comes sooner or later moves no arrest."""
    late = arrested("1927-11-20")
    assert min(late[late >= 0]) == at("1927-11-06")  # the eve of the feast
    for day in ("1927-09-15", "1927-10-10", "1927-11-07", "1927-11-09"):
        there = late < at(day)
        assert np.array_equal(arrested(day), np.where(there, late, -1.0))


def test_who_knows_the_day_arrests_on_its_eve() -> None:
    told: dict[str, object] = {"road.secrecy.hour_told": 1, "road.secrecy.hour_set": 21}
    found = arrested("1927-10-10", **told)
    assert set(found[found >= 0]) == {at("1927-10-09")}


def test_without_a_member_there_is_no_plot() -> None:
    lab = mp.load(READING, set={"road.plot.core": 0})
    facts = walked(lab.world, Design(64))
    for name in ("real", "fielded", "hour_known", "arrests", "reports_true"):
        assert (facts.fact(name) == 0.0).all(), name
    rows = lab.run(worlds=64, on="sequential").block.rows
    assert (rows[:, COLUMNS.index("plot_existed")] == 0).all()


def test_arrests_can_make_a_plot_strike_early_with_those_who_are_left() -> None:
    found = mp.load(
        READING,
        do={"arrest": "first", "plot_answer": "strike-early"},
        set={"road.arrest.broken": 0.05, "road.arrest.chain": 0.1},
    )
    facts = walked(found.world, Design(64))
    early = facts.fact("early") == 1
    assert early.any()
    eve = int(found.world.ints[found.world.ints[fields.EVE]])
    assert (facts.fact("start")[early] > facts.fact("arrested_on")[early]).all()
    assert (facts.fact("start")[early] < eve).all()
    assert (facts.fact("start")[~early] == eve).all()
    rows = found.run(worlds=64, on="sequential").block.rows
    assert (rows[early, 0] != PREVENTED).all()


def test_arrests_on_the_eve_leave_the_day_as_it_was_planned() -> None:
    """Who cannot strike any earlier meets columns and leaders of the day, not of a night."""
    found = mp.load(
        READING,
        do={"arrest": "first", "plot_answer": "strike-early"},
        set={
            "road.arrest.since": "1927-11-06",
            "road.arrest.broken": 0.05,
            "road.arrest.chain": 0.1,
        },
    )
    facts = walked(found.world, Design(32))
    assert (facts.fact("arrests") > 0).any()
    assert not facts.fact("early").any()


def test_refusing_arrests_never_prevents() -> None:
    assert not (labels()[:, 0] == PREVENTED).any()


def test_without_a_plot_there_is_a_road_and_no_recruit() -> None:
    found = walked(mp.load(READING, set={"plan.exists": 0, "command.agent": 0}).world, Design(32))
    assert (found.of("plotters") == 0.0).all()
    assert (found.fact("reports_true") == 0.0).all()
    assert (found.fact("hour_known") == 0.0).all()
    assert found.of("rumour").max() > 0.0


def test_cutting_the_eve_gives_the_day_as_it_was_without_a_road() -> None:
    """Bit for bit: the same arrays, with the road's switch off."""
    from malaparte.world.build import build

    # Army and street hear of the road by couplings of their own.
    alone = {"army": None, "channels": {}, "street": None, "holding": None, "fates": None}
    scenario = mp.load(READING, set={"road.cut": ["eve-nodes"]}).scenario
    world = build(scenario.model_copy(update=alone))
    inputs = theta(world, columns(world, 1, 0, 2))
    found: list[np.ndarray] = []
    for road in (1, 0):
        ints, floats = world.ints.copy(), world.floats.copy()
        ints[ints[fields.ROAD]] = road
        rows = np.empty((32, WIDTH), np.int64)
        taken = np.empty((32, int(ints[ints[PLACES]])), np.int32)
        persons = np.empty((32, int(ints[ints[PERSONS]])), np.int8)
        assert cpu.run(inputs, ints, floats, 1, 0, 32, 16, rows, taken, persons) == 0
        found.append(np.concatenate([rows, taken, persons], axis=1))
    assert np.array_equal(*found)


def test_the_order_of_declaration_changes_nothing() -> None:
    lab = mp.load(READING)
    road = lab.scenario.road
    assert road is not None
    turned = road.model_copy(update={"shocks": dict(reversed(list(road.shocks.items())))})
    other = lab.scenario.model_copy(update={"road": turned})
    from malaparte.world.build import build

    one, two = walked(lab.world, Design(16)), walked(build(other), Design(16))
    assert np.array_equal(one.series, two.series)
