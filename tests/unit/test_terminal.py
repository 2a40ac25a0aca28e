from dataclasses import replace

import pytest

import malaparte as mp
from malaparte.report.basis import basis_count
from malaparte.report.cite import bibtex, entry
from malaparte.report.comparison import points
from malaparte.report.page import bar, columns, dots
from malaparte.report.public import public_text
from malaparte.report.share import percent
from malaparte.report.terminal import compare_text, run_text
from malaparte.report.words import Words

THREE = "docs/first/three-nodes.yaml"


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_report_fits_a_terminal_and_says_what_it_rests_on(lang: str) -> None:
    ensemble = mp.load(THREE).run(worlds=64, on="sequential")
    summary = ensemble.summary
    text = run_text(summary, ensemble.world, lang, row=ensemble.row(summary.typical), ref=THREE)
    words = Words(lang)
    assert max(map(len, text.splitlines())) <= 80
    assert words.say("run-missing").upper() in text
    assert str(basis_count(ensemble.world.scenario).total) in text
    assert f"malaparte chronicle {THREE} --world {summary.typical} --seed 1" in text


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_comparison_fits_a_terminal_and_names_the_change(lang: str) -> None:
    lab = mp.load(THREE)
    change = {"guards.exchange.size": 40}
    text = compare_text(lab.compare(set=change, worlds=64, on="sequential"), lab.world, lang)
    assert "guards.exchange.size = 40" in text
    assert max(map(len, text.splitlines())) <= 80


def test_numbers_by_basis_add_up() -> None:
    count = basis_count(mp.load("moscow-1927-article").scenario)
    parts = count.documented + count.claimed + count.estimated + count.assumed
    assert parts == count.total > 100
    assert 0 < count.unseen < count.total


def test_every_source_is_cited_once() -> None:
    scenario = mp.load("moscow-1927-article").scenario
    text = bibtex(scenario)
    for name, source in scenario.sources.items():
        assert text.count(f"{{{name},\n") == 1
        assert entry(name, source) in text
        assert entry(name, source).count("{") == entry(name, source).count("}")


def test_bars_and_dots() -> None:
    assert bar(0.0, 4) == "    "
    assert bar(1e-6, 4) == "▏   "  # what is possible never looks like nothing
    assert bar(1.0, 4) == "████"
    assert dots([("a", 2), ("b", 1)], 10) == "aaaaaaabbb"
    assert len(dots([("a", 997), ("b", 2), ("c", 1)])) == 50
    assert points(-0.0123, Words("en")) == "−1.2"
    assert points(0.5, Words("ru")) == "+50"


def test_one_set_of_assumptions_knows_no_error() -> None:
    ensemble = mp.load(THREE).run(worlds=1, on="sequential")
    text = run_text(ensemble.summary, ensemble.world, "en")
    assert "±" not in text
    assert "5–100 in 100" in text


def test_what_is_rare_never_looks_like_nothing() -> None:
    words = Words("en")
    assert percent(0.0004, words) == "<0.1%"
    assert percent(0.9997, words) == ">99.9%"
    assert percent(0.0006, words) == "0.1%"
    assert percent(0.0, words) == "0%"
    assert percent(1.0, words) == "100%"
    assert percent(0.0001, words, fine=True) == "<0.1%"


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_shares_of_worlds_with_a_plot_say_so(lang: str) -> None:
    words = Words(lang)
    for ref, plot in (("moscow-1927-record", True), (THREE, False)):
        ensemble = mp.load(ref).run(worlds=256, on="sequential")
        text = run_text(ensemble.summary, ensemble.world, lang)
        assert ensemble.summary.stratified == plot
        for one in ("run-places", "run-persons"):
            assert (words.say(f"{one}-plot").upper() in text) == plot
        alarm = words.say("run-alarm-never-plot", said="").rstrip(": .")
        assert (alarm in " ".join(text.split())) == plot


def test_every_end_of_an_outcome_is_accounted_for() -> None:
    found = mp.load("moscow-1927-record").run(worlds=256, on="sequential").summary.public
    assert found is not None
    scenario = mp.load("moscow-1927-record").scenario
    # Some of those who were contained had a plot that was still waiting when the hours ran out.
    first, *rest = found.outcomes
    mixed = replace(first, causes={"none": first.worlds - 2, "horizon reached": 2})
    found = replace(found, outcomes=(mixed, *rest))
    text = " ".join(" ".join(public_text(found, scenario, Words("en"))).split())
    for one in found.outcomes:
        assert sum(one.causes.values()) == one.worlds
        if len(one.causes) > 1:
            assert all(f"({n})" in text for n in one.causes.values())
    assert "no attempt was made (" in text


def test_a_name_too_long_for_its_column_is_not_cut() -> None:
    assert columns(("guards.*.hidden=false", 8), ("1", 3)) == [
        "  guards.*.hidden=false",
        "            1",
    ]
    assert columns(("two words", 8), ("1", 3)) == ["  two       1", "    words"]
