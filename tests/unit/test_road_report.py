"""What the reports say of the road, and that every link is worth cutting somewhere."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import get_args

import numpy as np
import pytest

import malaparte as mp
from malaparte.analysis.chain import BESIDE, Chain
from malaparte.ensemble.design import Design
from malaparte.ensemble.roads import walked, walked_one
from malaparte.kernel.road import fields
from malaparte.report.comparison import compare_text
from malaparte.report.graph import page
from malaparte.report.road import chain_text
from malaparte.report.terminal import run_text
from malaparte.report.way import way
from malaparte.report.words import Words
from malaparte.scenario.road import Coupling
from malaparte.scenario.walk import quantities

READING = "moscow-1927-article"
THREE = "docs/first/three-nodes.yaml"
WAVERING = ("unit_officers", "unit_ranks", "chekist_sympathy")
"""Numbers of an army of two minds."""


@pytest.fixture(scope="module")
def first() -> Chain:
    """The chain where arrests are made at the first proposal, so that all links matter."""
    return mp.load(READING, do={"arrest": "first"}).chain(worlds=64)


def test_every_link_that_is_built_changes_something_in_a_declared_case(first: Chain) -> None:
    assert [link.name for link in first.links] == [*get_args(Coupling), *BESIDE]
    assert len(first.links) == 17
    assert all(link.built for link in first.links)
    # Arrests end the plot here; the links of the day are asked below.
    for link in first.links[:10]:
        assert link.changes, link.name


def test_the_links_of_the_day_change_something_where_units_waver() -> None:
    lab = mp.load(READING, set={f"numbers.{name}": 0.5 for name in WAVERING})
    for link in lab.chain(worlds=256).links[10:]:
        assert link.changes, link.name


def test_a_link_that_changes_nothing_is_called_so(first: Chain) -> None:
    refused = mp.load(READING).chain(worlds=32)
    link = next(one for one in refused.links if one.name == "belief-decision")
    assert not link.changes
    text = chain_text(refused, "title", Words("en"))
    assert Words("en").say("chain-nothing") in text
    assert "prevented" in {
        change.name
        for one in first.links
        if one.name == "belief-decision"
        for change in one.changes
    }


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_chain_fits_a_terminal(first: Chain, lang: str) -> None:
    assert max(map(len, chain_text(first, "title", Words(lang)).splitlines())) <= 80


def test_a_scenario_without_a_road_has_no_chain() -> None:
    with pytest.raises(mp.UsageError, match="no road and no army"):
        mp.load(THREE).chain()
    with pytest.raises(mp.UsageError, match="at most"):
        mp.load(READING).chain(worlds=100_000)
    assert mp.load(THREE).run(worlds=16, on="sequential").road is None


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_report_of_a_road_fits_a_terminal_and_names_the_record(lang: str) -> None:
    ensemble = mp.load(READING).run(worlds=64, on="sequential")
    text = run_text(ensemble.summary, ensemble.world, lang, road=ensemble.road)
    assert max(map(len, text.splitlines())) <= 80
    assert Words(lang).say("road-head").upper() in text
    assert "▨" in text
    assert ensemble.road is not None
    beside = {(row.output, row.date): row.record for row in ensemble.road.rows}
    shortfall = beside["shortfall", "1928-01-01"]
    assert shortfall is not None
    assert (shortfall.value, shortfall.kind) == (128, "record")
    november = beside["shortfall", "1927-11-01"]
    assert november is not None
    assert november.kind == "reconstruction"
    autumn = beside["procured", "1927-10-01"]
    assert autumn is not None
    assert (autumn.value, autumn.input) == (153, False)
    inputs = {key for key, record in beside.items() if record is not None and record.input}
    assert inputs == {("procured", f"{day}") for day in ("1926-10-01", "1927-01-01", "1927-07-01")}
    assert "= 428" in text
    assert {"en": "no test of it", "ru": "а не его проверка"}[lang] in " ".join(text.split())


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_chronicle_names_the_news_that_stood_out_in_its_world(lang: str) -> None:
    lab = mp.load(READING)
    road = lab.scenario.road
    assert road is not None
    for number in (0, 17, 333):
        told = " ".join(lab.chronicle(number, lang=lang).split())
        sizes = walked_one(lab.world, 1, number).tensions
        assert set(sizes) == set(road.shocks)
        largest = sorted(sizes, key=lambda name: -sizes[name])
        where = [told.find(road.shocks[name].name.say(lang)) for name in largest]
        assert min(where[:5]) >= 0
        assert max(where[5:]) == -1
        by_date = sorted(largest[:5], key=lambda name: road.shocks[name].date)
        assert sorted(where[:5]) == [where[largest.index(name)] for name in by_date]


def test_a_chronicle_tells_no_belief_in_a_plot_that_is_at_an_end() -> None:
    told = " ".join(mp.load(READING, do={"arrest": "first"}).chronicle(17).split())
    assert "That is the end of the plot" in told
    assert "By then the state gives a plot a chance" in told
    assert told.count("gives a plot a chance") == 1


def test_a_queue_like_any_other_is_not_told() -> None:
    """The worst week is told where it is half as long again as the middling day."""
    lab = mp.load(READING)
    road = lab.scenario.road
    assert road is not None
    since, start = (road.since - road.economy).days, (lab.scenario.day.date - road.economy).days
    found: set[bool] = set()
    for number in range(0, 2048, 64):
        one = walked_one(lab.world, 1, number)
        queue = one.of("queue")[0, since:start]
        worst = max(queue[at : at + 7].mean() for at in range(len(queue) - 6))
        stands_out = bool(worst >= max(0.25, 1.5 * np.median(queue)))
        told = " ".join(way(one, lab.scenario, Words("en")))
        assert ("longest queues" in told) == stands_out
        found.add(stands_out)
    assert found == {True, False}


def test_few_sets_of_assumptions_know_little(first: Chain) -> None:
    """Student's t over sets: the interval of few sets is wide, and the report calls it a guess."""
    text = chain_text(first, "title", Words("en"))
    assert "every interval is a guess" in " ".join(text.split())
    change = next(one for one in first.links[0].changes if one.name == "rumour_peak")
    world = mp.load(READING, do={"arrest": "first"}).world
    cut = mp.load(READING, do={"arrest": "first"}, set={"road.cut": ["shocks-rumour"]}).world
    peaks = [walked(one, Design(64)).of("rumour").max(axis=1) for one in (world, cut)]
    mean = (peaks[1] - peaks[0]).reshape(4, 16).mean(axis=1)
    half = 3.182446 * mean.std(ddof=1) / 2  # t of three degrees of freedom
    assert change.value == pytest.approx(mean.mean())
    assert change.low == pytest.approx(max(mean.mean() - half, -1.0))
    assert (peaks[1] <= peaks[0]).all()
    alone = mp.load(READING).chain(worlds=16)
    home = next(one for one in alone.links[0].changes if one.name == "home")
    assert (home.low, home.high) == (-math.inf, 0.0)  # one set bounds nothing
    assert "−∞ … 0" in chain_text(alone, "title", Words("en"))
    assert mean.mean() + half > 0.0  # no world rises, so none is promised
    assert change.high == 0.0


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_chronicle_tells_the_road_before_the_day(lang: str) -> None:
    told = mp.load(READING).chronicle(3, lang=lang)
    assert "1927" in told
    prevented = mp.load(READING, do={"arrest": "first"}).chronicle(3, lang=lang)
    assert Words(lang).say("prevented-day").split()[0] in prevented


def test_a_chronicle_knows_what_it_cannot_know() -> None:
    """No gap to a year that was not reckoned, no agent where none is, no plot where none is."""
    early = mp.load(READING, do={"arrest": "first", "plot_answer": "strike-early"})
    for number in range(8):
        assert "nan" not in early.chronicle(number).lower()
    closed = mp.load(READING, do={"agent": "none"}, set={"road.secrecy.hour_told": 1})
    told = " ".join(closed.chronicle(5).split())
    assert "Members of the plot have talked, and the hour is known" in told
    assert "an agent has told it" not in told
    none = mp.load("moscow-1927-record", set={"plan.exists": 0, "command.agent": 0})
    assert "the plot has" not in " ".join(none.chronicle(5).split())


def test_what_concerns_a_plot_is_told_given_a_plot() -> None:
    road = mp.load("moscow-1927-record").run(worlds=256, on="sequential").road
    assert road is not None
    assert 0 < road.plots < road.worlds
    rows = {row.output: row for row in road.rows}
    assert rows["plotters_given"].q05 > 0.0
    assert rows["belief_given"].median > rows["belief_none"].median
    assert 0.0 < road.mistaken < 1.0
    assert "plotters" not in rows


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_comparison_tells_what_changes_on_the_road(lang: str) -> None:
    lab = mp.load(READING)
    found = lab.compare({"goods": "many"}, worlds=64, on="sequential")
    change = {one.name: one for one in found.road}["shortfall_end"]
    assert change.value < 0.0
    text = compare_text(found, lab.world, lang)
    assert Words(lang).say("compare-road").upper() in text
    assert max(map(len, text.splitlines())) <= 80
    idle = lab.compare({"guests": "absent"}, worlds=16, on="sequential")
    assert idle.road == ()
    assert Words(lang).say("compare-road-same") in compare_text(idle, lab.world, lang)


def test_the_page_of_the_graph_is_what_the_code_says() -> None:
    path = Path(__file__).parents[2] / "docs/reference/road.md"
    hint = "python -m malaparte.report.graph > docs/reference/road.md"
    assert path.read_text(encoding="utf-8") == page(), hint
    for number, name in enumerate(get_args(Coupling), 1):
        assert f"| {number} | {name} |" in page()


def test_an_arrow_goes_from_the_rule_that_writes() -> None:
    """A rehearsal that is caught calls a rule that writes what the state believes and knows."""
    drawn = page()
    assert 'incidents -- "belief, known, reports_true" --> secrecy' in drawn
    assert 'secrecy -. "report" .-> incidents' not in drawn
    assert 'grain -. "goods_now" .-> queue' in drawn  # writes nothing: a number on the spot
    rows = drawn.partition("## What rules share")[2].splitlines()
    assert not [row for row in rows if row.count("|") == 5 and not row.split("|")[2].strip()]


def test_fields_of_the_road_and_numbers_of_the_scenario_are_the_same() -> None:
    """A number of the road that no rule reads, or a field that no number fills, is told here."""
    scenario = mp.load(READING).scenario
    patterns = {
        re.compile(re.escape(field.name).replace(r"\*", r"[^.]+"))
        for field in fields.ROAD_FIELDS
        if field.array == "theta"
    }
    paths = [path for path in quantities(scenario) if path.startswith("road.")]
    for path in paths:
        assert any(form.fullmatch(path) for form in patterns), f"{path}: no rule reads it"
    for form in patterns:
        assert any(form.fullmatch(path) for path in paths), f"{form.pattern}: no number"
