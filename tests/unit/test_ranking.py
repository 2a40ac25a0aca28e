"""Options alone, in pairs and in larger sets: what must hold whatever the scenario."""

import dataclasses
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from numpy.typing import NDArray

import malaparte as mp
from malaparte.analysis.estimate import Estimate, estimate, student
from malaparte.analysis.need import need
from malaparte.analysis.race import race
from malaparte.analysis.ranking import rank
from malaparte.analysis.target import target
from malaparte.asking import _question
from malaparte.cli.main import call
from malaparte.ensemble.executors import Threads
from malaparte.ensemble.trials import Change, together
from malaparte.report.ranking import ranking_text, worths_text
from malaparte.report.words import Words
from tests.known.test_counterfactual import UNGUARDED, three_places
from tests.lines import unbroken
from tests.structural import Told, off, question

THREE = "docs/first/three-nodes.yaml"
MOSCOW, LENT = "moscow-1927-article", "army=petrograd-1917"
Do = Mapping[str, object]
Worlds = NDArray[np.int64]


def test_students_t() -> None:
    assert student(0.95, 1) == pytest.approx(12.7062, abs=1e-3)
    assert student(0.95, 10) == pytest.approx(2.2281, abs=1e-3)
    assert student(0.99, 1000) == pytest.approx(2.5808, abs=1e-3)


def test_intervals_cover_the_truth() -> None:
    # 1,000 ensembles of 64 sets: assumptions move the effect, luck moves the worlds.
    chance = np.random.default_rng(1927)
    base = chance.beta(2, 5, (1000, 64, 1))
    effect = chance.uniform(0, 0.3, (1000, 64, 1))
    draws = chance.random((1000, 64, 16))
    changes = (draws < base + effect).astype(int) - (draws < base)
    found = [estimate(one.ravel(), 16) for one in changes]
    truth = 0.15 - expected_overflow()
    covered = np.mean([one.low <= truth <= one.high for one in found])
    assert 0.93 <= covered <= 0.97


def expected_overflow() -> float:
    """Return the mean of what base + effect has above 1, by quadrature."""
    from scipy import integrate, stats

    def above(effect: float) -> float:
        return float(stats.beta(2, 5).expect(lambda b: b + effect - 1, lb=1 - effect, ub=1))

    return integrate.quad(lambda e: above(e) / 0.3, 0, 0.3)[0]


def test_nothing_seen_is_not_nothing() -> None:
    found = estimate(np.zeros(1600, int), 16, bound=0.0295)
    assert (found.value, found.high) == (0.0, 0.0295)
    assert np.isinf(estimate(np.ones(16, int), 16).high)


def sizes(values: Sequence[float]):
    """A score whose intervals shrink with the number of worlds."""

    def score(some: Sequence[int], worlds: int) -> list[Estimate]:
        half = 1 / np.sqrt(worlds)
        return [Estimate(values[i], half, values[i] - half, values[i] + half) for i in some]

    return score


def test_a_race_keeps_the_best_and_counts_who_left() -> None:
    values = [1 / (1 + i) for i in range(200)]
    found = race(range(200), sizes(values), keep=3, first=64, most=4096)
    assert found.best == (0, 1, 2)
    assert len(found.best) + found.excluded + found.overtaken == 200
    assert found.excluded > 150
    alike = race(range(200), sizes([0.5] * 200), keep=3, first=64, most=4096)
    assert alike.excluded == 0, "who is as good as the best is overtaken, never excluded"


def locks(do: Do, worlds: Worlds) -> Told:
    """Power needs two things gone; a third helps a little; a fourth does nothing."""
    gone = [np.full(len(worlds), name in do) for name in ("guard", "agent", "fog")]
    return (
        gone[0] & gone[1] & (worlds % 10 < 6),
        3 * gone[2] + 5 * (gone[0] & gone[1]),
        gone[0] + 2 * gone[1] + 4 * gone[2],
    )


CHANGES = [off(name) for name in ("fog", "guard", "agent", "clock")]


def test_a_redundant_defence_is_not_hidden() -> None:
    found = rank(question(locks, 640, 16), CHANGES, 640)
    assert {one.value.value for one in found.options} == {0.0}
    assert found.options[0].changes == ("fog=off",)
    assert next(one for one in found.options if one.changes == ("clock=off",)).moved == 0.0
    assert found.pairs.by == "target"
    best = found.pairs.pairs[0]
    assert best.effect.changes == ("agent=off", "guard=off")
    assert best.value.value == pytest.approx(0.6, abs=0.01)
    assert best.redundant == best.both == best.effect.gained
    assert len(found.pairs.pairs) == 1, "the others are the sum of their parts"
    assert found.need.size == 2
    assert found.need.sets[0].changes[:2] == ("agent=off", "guard=off")


def test_who_undoes_another_is_no_pair() -> None:
    def undone(do: Do, worlds: Worlds) -> Told:
        """Without the guard five places fall; without squads none, whatever the guard."""
        places = 2 + 5 * ("guard" in do) if "squads" not in do else 0
        return False, np.full(len(worlds), places), worlds

    changes = [off(name) for name in ("guard", "squads", "clock")]
    assert rank(question(undone, 640, 16), changes, 640).pairs.pairs == ()


def test_what_it_takes_in_a_city() -> None:
    asked = three_places({"a": 2, "b": 1, "c": 1}, 0.75)
    found = need(asked, UNGUARDED, 3, 64, 64)
    assert found.size == 2
    assert found.tried == ((3, 3), (3, 3))
    names = [{one[7] for one in each.changes} for each in found.sets]
    assert names == [{"a", "b"}, {"a", "c"}]


def test_what_cannot_be_had_is_said() -> None:
    def never(_: Do, worlds: Worlds) -> Told:
        return False, 0, worlds

    found = need(question(never, 320, 16), CHANGES, 3, 64, 320)
    assert found.size is None
    assert [n for n, _ in found.tried] == [4, 6, 4]
    assert found.tried[-1][1] == 4
    assert {one.target.count for one in found.sets} == {0}


@pytest.mark.parametrize("label", ["held", "lost"])
def test_what_is_too_rare_is_sought_where_the_plot_gets_far(label: str) -> None:
    """Nobody holds power, so all sets tie in it; the three that lead furthest come last by name."""

    def far(do: Do, worlds: Worlds) -> Told:
        return False, 10 * len({"x", "y", "z"} & set(do)), worlds

    changes = [off(name) for name in "abcdefghxyz"]
    asked = dataclasses.replace(question(far, 64, 16), target=target(label))
    found = need(asked, changes, 3, 64, 64)
    assert found.sets[0].changes == ("x=off", "y=off", "z=off")
    assert found.missed


def test_power_is_on_the_way_to_holding_it() -> None:
    """Nobody loses power; one change takes places, another brings power, which is then held."""

    def power(do: Do, worlds: Worlds) -> Told:
        return "h" in do, 5 * ("a" in do), worlds

    changes = [off(name) for name in "abh"]
    asked = dataclasses.replace(question(power, 64, 16), target=target("lost"))
    assert need(asked, changes, 1, 64, 64).sets[0].changes == ("h=off",)


def test_no_set_is_said_to_be_missed_where_all_were_tried() -> None:
    def never(_: Do, worlds: Worlds) -> Told:
        return False, 0, worlds

    found = rank(question(never, 320, 16), CHANGES, 320, size=3)
    assert not found.need.missed
    for lang, word in (("en", "missed"), ("ru", "пропущены")):
        assert word not in ranking_text(found, mp.load(THREE).scenario, lang)


def test_power_can_be_asked_for_by_name() -> None:
    lab = mp.load("moscow-1927-article")
    held, power = (lab.rank(16, among=["agent"], label=label, size=1) for label in (None, "power"))
    assert (held.label, power.label) == ("held", None)


def test_a_group_of_another_scenario_is_a_change_of_its_own() -> None:
    lab = mp.load("moscow-1927-article")
    lent = {"army": "petrograd-1917"}
    found = lab.rank(64, among=["agent"], label="repelled", transplant=lent, size=2)
    one = next(each for each in found.options if each.changes == ("army=petrograd-1917",))
    alone = lab.compare(worlds=64, transplant=lent, label="repelled")
    assert one.value.value == pytest.approx(alone.target.value)
    places = next(each for each in alone.numbers if each.name == "nodes_taken")
    assert one.places.value == pytest.approx(places.value)
    for lang in ("en", "ru"):
        text = unbroken(ranking_text(found, lab.scenario, lang))
        assert "petrograd-1917" in text
        if found.need.size == 1:
            assert "--with army=petrograd-1917" in text


def test_what_is_so_anyway_takes_nothing() -> None:
    def always(_: Do, worlds: Worlds) -> Told:
        return True, 0, worlds

    found = need(question(always, 320, 16), CHANGES, 3, 64, 320)
    assert (found.size, found.sets) == (0, ())


def test_trials_are_the_worlds_of_an_ensemble() -> None:
    lab = mp.load(THREE)
    found = lab.rank(320, on="threads:2")
    comparison = lab.compare({"posture": "street"}, worlds=320)
    (one,) = found.options
    target = comparison.target
    assert (one.gained, one.lost) == (target.gained, target.lost)
    assert one.value.value == pytest.approx(target.value)
    places = next(each for each in comparison.numbers if each.name == "nodes_taken")
    assert one.places.value == pytest.approx(places.value)
    assert found == lab.rank(320, on="sequential"), "workers change nothing"


def test_the_default_changes_no_history() -> None:
    asked = _question(mp.load(THREE), 320, 1, None, None, None)
    same = asked.effect(together(Change("posture", "hidden")), 320)
    assert (same.moved, same.value.value, same.places.value) == (0.0, 0.0, 0.0)
    assert isinstance(asked.trials.executor, Threads)


def test_worths_add_up_in_a_scenario() -> None:
    lab = mp.load(THREE)
    found = lab.shapley({"posture": "street"}, {"guards.*.size": 3}, worlds=320)
    assert sum(one.value.value for one in found.worths) == pytest.approx(found.effect.value.value)
    alone = lab.compare({"posture": "street"}, worlds=320).target.value
    assert found.worths[0].alone.value == pytest.approx(alone)


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_rankings_fit_a_terminal(lang: str) -> None:
    lab = mp.load(THREE)
    scenario = lab.scenario
    values = {"guards.*.size": 3, "plan.suspicion": 1}
    texts = [
        ranking_text(lab.rank(160, set=values, label="not launched"), scenario, lang),
        ranking_text(lab.rank(160), scenario, lang, brief=True),
        worths_text(lab.shapley(set=values, worlds=160), scenario, lang),
    ]
    for text in texts:
        assert max(map(len, text.splitlines())) <= 80
    assert "--set guards.*.size=3" in texts[0].replace("\n    ", " ")
    assert scenario.decisions["posture"].options["street"].card is not None
    evidence = scenario.decisions["posture"].options["street"].card.evidence.say(lang)
    assert evidence.split()[0] in texts[0]
    assert evidence not in texts[1]


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_what_does_nothing_that_shows_is_named_in_a_sentence(lang: str) -> None:
    def idle(do: Do, worlds: Worlds) -> Told:
        """Of four changes one moves a place, two only histories, the last nothing."""
        return False, 3 * ("fog" in do), ("guard" in do) + 2 * ("agent" in do) + 4 * ("fog" in do)

    scenario = mp.load(THREE).scenario
    found = rank(question(idle, 320, 16), CHANGES, 320)
    text = unbroken(ranking_text(found, scenario, lang))
    seen, unmoved = (message(each, lang) for each in ("rank-unseen", "rank-unmoved"))
    assert re.search(rf"fog=off +0 < 14 .*{seen}(guard|agent)=off \S+ (guard|agent)=off", text)
    assert f"{unmoved}clock=off." in text
    assert text.count("0 < 14") == 1, "a row of what shows, none of the others"
    assert len(found.as_dict()["options"]) == len(CHANGES), "data keep all"

    found = rank(question(idle, 320, 16), [off("clock")], 320)
    text = unbroken(ranking_text(found, scenario, lang))
    assert "--set clock=off" not in text, "what does nothing is not the best of anything"


def message(id: str, lang: str) -> str:  # noqa: A002 - Fluent's word
    """Return how a message begins, up to the first thing that is put in."""
    return Words(lang).say(id, names="\0", n=2, most=14).partition("\0")[0]


def test_a_group_of_another_scenario_is_worth_something() -> None:
    lab = mp.load("moscow-1927-article")
    lent = {"army": "petrograd-1917"}
    found = lab.shapley({"guards": "none"}, worlds=32, transplant=lent)
    assert [one.change for one in found.worths] == ["guards=none", "army=petrograd-1917"]
    alone = lab.compare(worlds=32, transplant=lent).target.value
    assert found.worths[1].alone.value == pytest.approx(alone)
    assert sum(one.value.value for one in found.worths) == pytest.approx(found.effect.value.value)
    for lang, name in (("en", "“No special guard”"), ("ru", "«Без особой охраны»")):
        text = unbroken(worths_text(found, lab.scenario, lang))
        assert name in text
        assert "petrograd-1917" in text


def test_a_redundant_pair_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    found = rank(question(locks, 640, 16), CHANGES, 640)
    for lang in ("en", "ru"):
        text = ranking_text(found, mp.load(THREE).scenario, lang)
        assert "384" in text


MISTAKES = [
    (["compare", THREE, "--all", "--among", "postur"], 2, "did you mean `posture`?"),
    (["compare", THREE, "--all", "--do", "posture=street"], 2, "leave out --do"),
    (["compare", THREE, "--all", "--label", "crushed"], 2, "no outcome 'crushed'"),
    (["compare", THREE, "--all", "--label", "held"], 2, "does not simulate holding"),
    (["explain", THREE, "--label", "prevented"], 2, "has no road"),
    (["compare", THREE, "--size", "2"], 2, "belong to --all"),
    (["compare", THREE, "--shapley", "--do", "posture=street"], 2, "2 to 8 changes; found 1"),
    (["compare", THREE, "--against", "posture=hiden"], 3, "--against posture found no option"),
    (["compare", THREE, "--do", "posture=hiden", "--against", "told"], 3, "--do posture found"),
    (["chronicle", THREE, "--against", "postur=hidden"], 3, "--against postur found no decision"),
    (
        ["compare", MOSCOW, "--shapley", "--do", "parade=divided", "--with", LENT],
        3,
        "`--with army=petrograd-1917` leaves no `army.parade`; leave out one of the two",
    ),
    (["compare", "docs", "--all"], 2, "is a folder of results"),
    (["compare", "docs", "--against", "src"], 4, "holds no results"),
    (["compare", THREE, "--shapley", "--set", "guards.*.siz=1", "--set", "plan.hour=5"], 3, "size"),
]


@pytest.mark.parametrize(("words", "code", "said"), MISTAKES)
def test_mistakes_are_told(
    words: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(words) == code
    printed = capsys.readouterr()
    assert said in unbroken(printed.err)
    assert printed.out == ""


def test_all_prints_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["compare", THREE, "--all", "--worlds", "64", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["options"][0]["changes"] == ["posture=street"]
    assert data["need"]["size"] is None


NAMED = {
    "DrawnComparison": (
        "Taken by the plot",
        "Telephone exchange",
        "Взято заговором",
        "заговор отражён",
    ),
    "DrawnRanking": ("How is the exchange guarded?", "Как охраняется станция?"),
    "DrawnWorths": (
        "How is the exchange guarded?",
        "A value set by hand",
        "Как охраняется станция?",
    ),
    "DrawnExplanation": ("Luck (which world it is)", "Случай (какой это мир)"),
}
"""What pictures of both languages say."""


def test_results_are_tables_and_draw_themselves(tmp_path: Path) -> None:
    lab = mp.load(THREE)
    change = {"posture": "street"}
    results = [
        lab.compare(change, worlds=160),
        lab.rank(160),
        lab.shapley(change, {"plan.suspicion": 1}, worlds=160),
        lab.explain(160, points=4),
    ]
    for one in results:
        assert one.table.num_rows
        assert len(repr(one)) < 2000
        assert "three-nodes" in repr(one)
        assert "names" not in one.as_dict()
        pictures = [one.plot(lang) for lang in ("en", "ru")]
        told = ["".join(ElementTree.fromstring(each.svg).itertext()) for each in pictures]
        assert one._repr_html_() == pictures[0].svg
        assert all("three-nodes" in each for each in told)
        for name in NAMED[type(one).__name__]:
            assert name in told[not name.isascii()], name
        assert not any("posture" in each for each in told)
        pictures[0].save(tmp_path / "x.svg")
        assert (tmp_path / "x.svg").read_text() == pictures[0].svg
