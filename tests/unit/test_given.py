"""Worlds weighed by a record, held against what can be worked out on paper."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from malaparte.analysis.evidence import evidence, factor
from malaparte.analysis.given import Given, given
from malaparte.analysis.weighed import weighed
from malaparte.analysis.weights import NINE_IN_TEN, Weights, worth
from malaparte.ensemble.design import Design
from malaparte.ensemble.ensemble import Ensemble
from malaparte.ensemble.executors import Sequential
from malaparte.ensemble.runner import run
from malaparte.errors import RecordError, UsageError
from malaparte.report.drawn_answers import DrawnWeighed, drawn
from malaparte.report.given import weighed_text
from malaparte.results.share import Sums, share
from malaparte.results.tally import sums
from malaparte.scenario.load import load
from malaparte.scenario.record import Statement
from malaparte.world.build import build
from malaparte.world.draw import columns
from tests import small
from tests.laws.test_public import street
from tests.lines import unbroken

HERE = Sequential()


def statement(output: str, **more: Any) -> dict[str, Any]:
    said = {"says": small.text("It is so."), "grade": "A", "sources": ["book"]}
    return {**said, "output": output, **more}


def chance(value: float) -> dict[str, Any]:
    return small.point(value, "probability")


def worlds(
    number: int, record: dict[str, Any] | None = None, seed: int = 1, **changes: Any
) -> Ensemble:
    book = {"book": {"author": "A", "title": "B", "seen": "page"}}
    told = {"sources": book, "record": record} if record else {}
    city = small.city(**told, **changes)
    return run(city, Design(number, seed), HERE, None)


def uncertain(kind: str, *args: float, unit: str = "probability") -> dict[str, Any]:
    return {kind: list(args), "unit": unit, "basis": "assumed"}


def test_a_posterior_known_in_closed_form() -> None:
    """Whether there is a plot, with a flat prior on its chance: one success makes it beta(2, 1)."""
    record = {"fell": statement("nodes_taken", least=1)}
    many = worlds(32_000, record, plan={"exists": uncertain("uniform", 0, 1)})
    found = given(many, (), HERE)
    learned = next(one for one in found.learned if one.path == "plan.exists")
    error = 4 / math.sqrt(found.worth_sets)
    for value, exact in zip(learned.after, (0.05, 0.5, 0.95), strict=True):
        assert value == pytest.approx(math.sqrt(exact), abs=error * 0.5)
    assert abs(found.evidence.value - 0.5) < 4 * found.evidence.error
    assert learned.moved
    assert found.learned[0] == learned
    assert learned.distance == pytest.approx(0.25, abs=error)  # max of p - p^2
    assert found.outcomes[0].after.value in (0.0, 1.0)
    assert found.armed.after.value == 1.0
    # Effective numbers: weights are 0 or 1, so exactly the worlds that fit are left.
    assert found.worth_worlds == pytest.approx(found.armed.before.value * 32_000)


@pytest.mark.parametrize(("reported", "reliable"), [(0.8, 1.0), (0.5, 0.9), (0.0, 1.0)])
def test_silence_is_weighed_by_bayes(reported: float, reliable: float) -> None:
    record = {
        "silence": statement(
            "fighting",
            least=1,
            absent=True,
            reported=chance(reported),
            reliability=chance(reliable),
        )
    }
    prior = 0.3
    found = given(worlds(16_000, record, plan={"exists": prior}), (), HERE)
    silent = prior * (1 - reported) + (1 - prior) * reliable
    plot = found.armed.after
    assert abs(plot.value - prior * (1 - reported) / silent) < 4 * plot.error + 1e-9
    assert abs(found.evidence.value - silent) < 4 * found.evidence.error + 1e-9


def test_one_cause_of_two_silences_is_counted_once() -> None:
    """Two silences that share their chance r say E[(1-r)^2], not E[1-r]^2."""
    shared = {"r": uncertain("uniform", 0, 1)}
    silence = statement("nodes_taken", least=1, absent=True, reported={"same": "r"})
    many = worlds(32_000, {"one": silence, "two": silence}, numbers=shared)
    found = given(many, (), HERE).evidence
    assert abs(found.value - 1 / 3) < 4 * found.error
    assert found.value > 1 / 4 + 4 * found.error


def test_a_number_narrows_what_it_is_about() -> None:
    """A flat hour of the plan, seen through a normal window, has that window as posterior."""
    start = worlds(16, plan={"hour": 3.0}).block.rows[0, 4] / 3600 - 3.0
    half = 0.5 * NINE_IN_TEN
    record = {
        "hour": statement("launched_at", value=3 + start, lo=3 + start - half, hi=3 + start + half)
    }
    many = worlds(64_000, record, plan={"hour": uncertain("uniform", 1, 5, unit="hour")})
    found = next(one for one in given(many, (), HERE).learned if one.path == "plan.hour")
    for value, z in zip(found.after, (-NINE_IN_TEN, 0.0, NINE_IN_TEN), strict=True):
        assert value == pytest.approx(3 + 0.5 * z, abs=0.08)


def test_a_source_in_doubt_weighs_less() -> None:
    one = statement("launched_at", value=30, lo=29, hi=31, reliability=chance(0.6))
    found = given(worlds(320 * 16, {"hour": one}), (), HERE)
    assert found.evidence.value == pytest.approx(0.4)  # far off everywhere: only the doubt is left


def test_nothing_that_fits_is_refused_and_named() -> None:
    with pytest.raises(RecordError, match="no world that fits `never` alone"):
        given(worlds(64, {"never": statement("nodes_taken", most=0)}), (), HERE)
    record = {
        "quiet": statement("nodes_taken", most=0),
        "fell": statement("falls.node", least=1),
    }
    with pytest.raises(RecordError, match=r"clash +`quiet` and `fell`"):
        given(worlds(640, record, plan={"exists": 0.5}), (), HERE)


def test_too_few_worlds_are_refused_with_what_to_try() -> None:
    record = {
        "rare": statement("nodes_taken", least=1),
        "common": statement("losses", most=0),
    }
    many = worlds(3_200, record, plan={"exists": 0.002})
    with pytest.raises(RecordError, match=r"(?s)expected 20.*--worlds \d+000.*--without rare"):
        given(many, (), HERE)
    assert given(many, (), HERE, without=["rare"]).worth_sets == pytest.approx(200)


def test_no_world_at_all_still_bounds_the_evidence() -> None:
    none, all_ = np.zeros(1600), np.ones(1600)
    assert evidence(none, 16).most == pytest.approx(1 - 0.05**0.01)
    one = factor(all_, none, 16, paired=True)
    assert one.value == one.high == math.inf
    assert one.low == pytest.approx(1 / (1 - 0.05**0.01))
    assert one.discriminates
    other = factor(none, all_, 16, paired=True)
    assert (other.value, other.low) == (0.0, 0.0)
    assert other.high == pytest.approx(1 / one.low)
    assert not factor(none, none, 16, paired=True).discriminates


def test_the_interval_of_a_bayes_factor_covers() -> None:
    """Between 93 and 97 in 100 of a thousand experiments whose answer is known."""
    luck = np.random.default_rng(1927)
    sets, inner, trials = 250, 16, 1_000

    def chances(a: float, b: float) -> Any:
        shares = np.repeat(luck.beta(a, b, sets), inner)  # of a set: how often it happens
        silent = 1 - np.repeat(luck.beta(4, 2, sets), inner)
        return np.where(luck.random(sets * inner) < shares, silent, 1.0)

    def exact(a: float, b: float) -> float:
        return 1 - a / (a + b) * 4 / 6

    true = exact(2, 5) / exact(8, 1)
    inside = 0
    for _ in range(trials):
        found = factor(chances(2, 5), chances(8, 1), inner, paired=False)
        inside += found.low <= true <= found.high
    assert 930 <= inside <= 970


def test_statements_that_do_not_discriminate_say_so() -> None:
    record = {
        "silence": statement("nodes_taken", least=1, absent=True, reported=chance(0.9)),
        "dull": statement("arrested", most=0),
    }
    one = worlds(3_200, record, plan={"exists": 0.1})
    other = worlds(3_200, record, plan={"exists": 0.9})
    found = given(one, [other], HERE)
    assert [told.discriminates for told in found.told] == [True, False]
    ratio = found.readings[0].factor
    assert ratio.low < 0.91 / 0.19 < ratio.high
    assert found.told[0].ratios[0] == ratio  # the dull one adds nothing
    assert given(one, [one], HERE).readings[0].factor.value == 1.0


def test_a_comparison_in_worlds_like_ours() -> None:
    """No squads: it undoes a fall in three worlds of ten, and in every one in which it fell."""
    changes: dict[str, Any] = {"plan": {"exists": 0.3}}
    fell = {"fell": statement("nodes_taken", least=1)}
    before = worlds(3_200, fell, **changes)
    after = worlds(3_200, fell, **changes, squads={"men": {"count": 0}})
    found = weighed(before, after, HERE)
    place = next(one for one in found.places if one.name == "node")
    assert (place.value, place.error) == (-1.0, 0.0)
    assert next(one for one in found.numbers if one.name == "nodes_taken").value == -1.0
    nothing = weighed(before, before, HERE)
    assert all(
        one.value == 0.0 and one.error == 0.0 for one in (*nothing.outcomes, *nothing.places)
    )


def test_equal_weights_are_no_weights() -> None:
    happened = np.arange(1600) % 7 < 3
    even = Weights(("one",), np.ones((1600, 1)), np.full((1600, 1), 0.5), 16)
    cases = happened[:, None].astype(np.int64)
    expected = share(Sums(*map(int, sums(cases, np.ones_like(cases), 16)[0])))
    found = even.share(happened)
    for name in ("count", "of", "value", "error", "low", "high"):
        assert getattr(found, name) == pytest.approx(getattr(expected, name)), name
    assert worth(np.zeros(3)) == 0.0
    assert (even.worth_worlds, even.worth_sets) == (1600.0, 100.0)


def test_a_record_that_teaches_nothing_moves_no_number() -> None:
    record = {"dull": statement("arrested", most=0)}
    found: Given = given(worlds(640, record, plan={"exists": uncertain("uniform", 0, 1)}), (), HERE)
    assert [(one.distance, one.moved) for one in found.learned] == [(pytest.approx(0), False)]
    assert found.learned[0].before == found.learned[0].after


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_what_no_weighed_world_shows_is_bounded(lang: str) -> None:
    """Nothing is flipped in the few sets that fit: that is no interval from nothing to nothing."""
    fell = {"fell": statement("nodes_taken", least=1)}
    before = worlds(640, fell, plan={"exists": 0.3})
    after = worlds(640, fell, plan={"exists": 0.3, "hour": 2.5})
    found = weighed(before, after, HERE)
    text = weighed_text(found, before.world, lang, brief=True)
    most = math.ceil(100 * (1 - 0.05 ** (1 / int(found.worth_sets))))
    assert f" {most} " in text.replace("\n", " ")
    assert "± 0" not in text
    assert repr(found).startswith("640 worlds of small given the record, worth ")
    assert found.table.num_rows == len(found.outcomes) + len(found.places)
    title = drawn(DrawnWeighed, found, before.world.scenario).plot(lang).title
    assert {"en": "given the record", "ru": "при известных документах"}[lang] in title


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_change_of_nothing_is_named_and_so_is_what_is_left_out(lang: str) -> None:
    record = {"fell": statement("nodes_taken", least=1), "dull": statement("arrested", most=0)}
    before = worlds(640, record, plan={"exists": 0.3})
    found = weighed(before, before, HERE, ["dull"])
    text = weighed_text(found, before.world, lang, brief=True)
    assert {"en": "Nothing is changed", "ru": "Ничего не изменено"}[lang] in text
    assert found.left == ("dull",)
    assert {"en": "without dull", "ru": "без dull"}[lang] in unbroken(text)


def test_acts_in_the_streets_can_be_weighed() -> None:
    """Ten thousand were out, or nobody tells of so many: crowds are an output like any other."""
    many = {"output": "crowd", "least": 10_000}
    silence = statement(**many, absent=True, reported=chance(1))
    mood = {"legitimacy": uncertain("uniform", 0.2, 0.8, unit="share")}
    plot = {"exists": 0.3, "doctrine": "agitation"}
    parts: dict[str, Any] = {"day": {"hours": 24}, "plan": plot, "street": street(**mood)}
    for said, out in ((statement(**many), True), (silence, False)):
        ensemble = worlds(1_600, {"crowd": said}, **parts)
        crowds = ensemble.block.rows[:, ensemble.layout.columns.index("crowd")]
        share_out = ((crowds >= 10_000) == out).mean()
        assert 0.05 < share_out < 0.95
        found = given(ensemble, (), HERE)
        assert found.evidence.value == pytest.approx(share_out)
        assert found.learned[0].path == "street.legitimacy"


def test_what_cannot_be_asked_is_told() -> None:
    with pytest.raises(UsageError, match="the record is empty"):
        given(worlds(16), (), HERE)
    record = {"one": statement("falls.node", least=1)}
    with pytest.raises(UsageError, match="no statement `two`"):
        given(worlds(16, record), (), HERE, without=["two"])
    other = worlds(640, {"one": record["one"]}, day={"date": "1920-03-13"})
    with pytest.raises(UsageError, match="a reading of 1927-11-07"):
        given(worlds(640, record), [other], HERE)
    other = worlds(640, squads={"men": small.squad("centre")})
    with pytest.raises(UsageError, match=r"`falls\.node`, and small has no such output"):
        given(worlds(640, record), [other], HERE)


def test_what_is_no_evidence_is_not_weighed() -> None:
    record = {
        "fell": statement("nodes_taken", least=1),
        "again": statement("losses", most=5, weighed=False),
        "reckoned": statement("arrested", value=3, lo=1, hi=9, kind="reconstruction"),
    }
    found = given(worlds(640, record), (), HERE)
    assert [one.name for one in found.told] == ["fell"]
    assert set(found.left) == {"again", "reckoned"}


def test_the_road_that_is_weighed_is_that_of_the_report() -> None:
    """The roads are walked again for a record; they must be those of the ensemble."""
    from malaparte.ensemble.observed import observed
    from malaparte.ensemble.roads import walked

    scenario = load("moscow-1927-record")
    moscow = run(build(scenario), Design(40), HERE, None)
    asked = {
        name: one
        for name, one in scenario.record.items()
        if one.output in ("procured", "shortfall")
    }
    found = observed(moscow, asked, HERE)
    roads = walked(moscow.world, moscow.design)
    assert scenario.road is not None
    for at, one in enumerate(asked.values()):
        assert one.date is not None
        day = (one.date - scenario.road.economy).days - 1
        series = roads.shortfall() if one.output == "shortfall" else roads.of("procured")
        assert (found[:, at] == series[:, day]).all()


def test_every_output_of_the_road_is_one_that_the_kernel_keeps() -> None:
    from malaparte.kernel.road.run import SERIES
    from malaparte.scenario.record import ROAD_OUTPUTS

    assert set(ROAD_OUTPUTS) == {*SERIES, "shortfall"}


def test_a_chance_of_a_report_is_a_number_like_others() -> None:
    record = {"one": statement("losses", least=1, absent=True, reported=uncertain("uniform", 0, 1))}
    many = worlds(64, record)
    assert "record.one.reported" in {column.path for column in many.world.columns}
    assert columns(many.world, 1, 0, 4).shape == (4, len(many.world.columns))
    assert Statement.model_validate(many.world.scenario.record["one"].model_dump())
