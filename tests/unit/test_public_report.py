"""What reports say of army, street and holding; transplants; stylised facts."""

from __future__ import annotations

import re

import pytest

import malaparte as mp
from malaparte.analysis.chain import BESIDE
from malaparte.errors import ScenarioError, UsageError
from malaparte.kernel.outcome import COLUMNS, MORE
from malaparte.report.facts import facts_text
from malaparte.report.missing import missing_text
from malaparte.report.names import amid, short
from malaparte.report.passage import Day
from malaparte.report.public_passages import end_sentences
from malaparte.report.terminal import answer_text, compare_text, run_text
from malaparte.report.words import Words
from malaparte.results.schema import untable

ARTICLE = "moscow-1927-article"
THREE = "docs/first/three-nodes.yaml"
FIXTURE = "benchmarks/attempt-generic.yaml"
PETROGRAD = {"army": "petrograd-1917"}


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("name", ["petrograd-1917", "berlin-1920"])
def test_the_report_of_units_fits_a_terminal(name: str, lang: str) -> None:
    ensemble = mp.load(name).run(worlds=64, on="sequential")
    text = run_text(ensemble.summary, ensemble.world, lang)
    assert max(map(len, text.splitlines())) <= 80
    assert Words(lang).say("public-head").upper() in text
    assert ensemble.summary.public is not None
    assert sum(one.worlds for one in ensemble.summary.public.outcomes) == 64
    for unit in ensemble.summary.public.units:
        assert sum(unit.shares) == pytest.approx(1.0)


def test_the_report_says_why_a_power_was_lost_and_nothing_of_a_street_that_is_not_there() -> None:
    ensemble = mp.load("berlin-1920").run(worlds=64, on="sequential")
    text = " ".join(run_text(ensemble.summary, ensemble.world, "en").split())
    assert ensemble.summary.public is not None
    (lost,) = (one for one in ensemble.summary.public.outcomes if "lost" in one.label)
    assert f"a strike starved the new power ({lost.causes['strike']})" in text
    assert "people in the street at most" not in text


def test_an_abstract_scenario_lends_nothing() -> None:
    with pytest.raises(ScenarioError, match="`general` is abstract"):
        mp.load(ARTICLE).transplant({"army": "general"})


def test_a_scenario_without_these_parts_says_so_and_keeps_its_columns() -> None:
    ensemble = mp.load(THREE).run(worlds=16, on="sequential")
    assert ensemble.summary.public is None
    assert ensemble.layout.columns == COLUMNS
    text = run_text(ensemble.summary, ensemble.world, "en")
    text = " ".join(text.split())
    assert "says nothing of the road to the day, the army" in text
    assert "the channels by which units and people hear" in text
    assert "others who can say no and what becomes of the leaders afterwards" in text


def test_who_is_not_told_of_is_missing_though_all_links_are_there() -> None:
    scenario = mp.load(ARTICLE).scenario
    text = missing_text(scenario, Words("en"))
    assert text.startswith("All seventeen links")
    assert text.endswith("says nothing of others who can say no.")
    authorities = mp.load(ARTICLE, transplant={"authorities": "berlin-1920"}).scenario
    assert "says nothing" not in missing_text(authorities, Words("en"))


def test_the_dead_and_the_arrested_are_told_by_side_and_cause() -> None:
    found = mp.load("petrograd-1917").run(worlds=64, on="sequential")
    public = found.summary.public
    assert public is not None
    table = found.outcomes
    labels = table.column("label").to_pylist()
    for one in public.outcomes:
        rows = [i for i, label in enumerate(labels) if label == one.label]

        def mean(name: str, rows: list[int] = rows) -> float:
            column = table.column(name).to_pylist()
            return sum(column[i] for i in rows) / len(rows)

        assert one.dead["plot"]["fights_of_units"] == pytest.approx(mean("dead_units_plot"))
        assert one.dead["state"]["killed_as_captives"] == pytest.approx(mean("persons_killed"))
        caught = sum(mean(f"persons_{fate}") for fate in ("taken", "freed", "killed"))
        assert sum(one.arrests["state"].values()) == pytest.approx(caught)
    held = next(one for one in public.outcomes if one.label == "held")
    assert held.arrests["state"]["after_the_end"] > 0.0
    text = " ".join(run_text(found.summary, found.world, "en").split())
    assert "of the plot" in text
    assert "in fights of units; of the state" in text
    assert "leaders of the state after the end" in text
    assert not re.search(r"[ :] 0 (in|free|obeyed|under|leaders|people|fled|killed)", text)


def test_what_to_try_next_repeats_the_changes() -> None:
    lab = mp.load(ARTICLE, do={"guards": "none"}, set={"guards.*.size": 5}, transplant=PETROGRAD)
    found = lab.run(worlds=16, seed=3, on="sequential")
    text = run_text(found.summary, found.world, "en", ref=ARTICLE, lent=PETROGRAD)
    told = " ".join(text.replace("\\\n", " ").split())
    changes = "--with army=petrograd-1917 --do guards=none --set 'guards.*.size=5'"
    assert f"--seed 3 {changes} malaparte compare {ARTICLE} {changes} --do " in told
    assert "--against guards=none --seed 3" in told
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_comparison_says_which_guards_and_authorities_were_put_in(lang: str) -> None:
    lab = mp.load(ARTICLE)
    groups = {"guards": "petrograd-1917", "authorities": "berlin-1920"}
    found = lab.compare(worlds=16, on="sequential", transplant=groups)
    assert [one.group for one in found.put] == ["guards", "authorities"]
    text = answer_text(found, lab.world, lang)
    said = " ".join(text.split())
    for one in found.put:
        assert short(one.names[0][lang]).split()[-1] in said
    assert max(map(len, text.splitlines())) <= 80
    assert lab.compare({"guards": "none"}, worlds=16, on="sequential").put == ()


def test_a_comparison_counts_the_dead_of_units_where_one_side_has_an_army() -> None:
    lab = mp.load("petrograd-1917")
    found = lab.compare(set={"army.walls": 2}, worlds=64, on="sequential")
    shifts = {one.name: one for one in found.numbers}
    assert shifts["dead_units_plot"].before > 0.0
    assert "dead of units gone over" in compare_text(found, lab.world, "en")
    few = mp.load(THREE).compare({"posture": "street"}, worlds=16, on="sequential")
    assert "dead_units_plot" not in {one.name for one in few.numbers}
    lent = mp.load(THREE).compare(worlds=32, on="sequential", transplant=PETROGRAD)
    assert {one.name: one for one in lent.numbers}["dead_units_plot"].before == 0.0


@pytest.mark.parametrize(
    ("plot", "state", "dead", "jailed", "words"),
    [
        (3, 0, 0, 0, ["Of the units that went over three men are dead."]),
        (0, 1, 0, 0, ["Of the units that obeyed one man is dead."]),
        (3, 2, 0, 4, ["over three men are dead, of those that obeyed two.", "four people were"]),
        (0, 0, 1, 0, ["In the street one person is dead."]),
    ],
)
def test_nobody_dead_is_not_told_as_nought(
    plot: int, state: int, dead: int, jailed: int, words: list[str]
) -> None:
    outcome = {"dead_units_plot": plot, "dead_units_state": state}
    outcome |= {"dead_people": dead, "jailed": jailed}
    for lang in ("en", "ru"):
        day = Day(mp.load(THREE).world, (), Words(lang))
        text = " ".join(end_sentences(day, outcome))
        assert not re.search(r"\b0\b", text)
        assert lang == "ru" or all(one in text for one in words)


def test_a_name_inside_a_sentence_lowers_its_article_only() -> None:
    assert amid("The rest of the garrison") == "the rest of the garrison"
    assert amid("Pavlovsky regiment") == "Pavlovsky regiment"
    assert amid("Theatre guard") == "Theatre guard"


def test_columns_of_units_go_to_a_table_and_back() -> None:
    ensemble = mp.load("warsaw-1926").run(worlds=64, on="sequential")
    names = ensemble.outcomes.column_names
    assert set(MORE) <= set(names)
    assert "unit.rebels" in names
    assert set(ensemble.outcomes.column("unit.rebels").to_pylist()) <= {
        "obeyed",
        "waited",
        "went over",
        "was beaten",
    }
    again = untable(ensemble.layout, ensemble.outcomes)
    assert (again.rows == ensemble.block.rows).all()


def test_a_chronicle_tells_how_a_new_power_ended() -> None:
    lab = mp.load("berlin-1920")
    found = lab.run(worlds=64, on="sequential")
    labels = found.outcomes.column("label").to_pylist()
    for label, words in (("held", "Seven days later"), ("lost", "the new power is gone")):
        assert words in " ".join(lab.chronicle(labels.index(label)).split())
    lost = " ".join(lab.chronicle(labels.index("lost")).split())
    assert re.search(r"At \d\d:\d\d[\w ]* a strike begins", lost)


def test_an_army_is_put_into_another_city_with_its_numbers_and_sources() -> None:
    scenario = mp.load(ARTICLE, transplant=PETROGRAD).scenario
    assert scenario.army is not None
    assert "red_guard" in scenario.army.units
    assert {unit.place for unit in scenario.army.units.values()} <= set(scenario.places)
    assert "petrograd-1917--devoted" in scenario.numbers
    assert "petrograd-1917--guide-1917" in scenario.sources
    assert "army=petrograd-1917" in scenario.title.en
    plain = mp.load(ARTICLE).scenario
    assert scenario.guards == plain.guards
    assert scenario.street == plain.street


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_comparison_says_where_borrowed_units_stand(lang: str) -> None:
    lab = mp.load(ARTICLE)
    found = lab.compare(worlds=16, on="sequential", transplant=PETROGRAD)
    scenario = mp.load(ARTICLE, transplant=PETROGRAD).scenario
    assert scenario.army is not None
    assert [one.unit for one in found.stands] == sorted(scenario.army.units)
    for brief in (answer_text, compare_text):
        text = " ".join(brief(found, lab.world, lang).split())
        for unit in scenario.army.units.values():
            rail = scenario.holding.rail if scenario.holding and unit.outside else None
            place = scenario.places[rail or unit.place].name.say(lang)
            assert short(unit.name.say(lang)) in text
            assert short(place) in text
        assert max(map(len, brief(found, lab.world, lang).splitlines())) <= 80
    assert lab.compare({"guards": "none"}, worlds=16, on="sequential").stands == ()


def test_a_chronicle_tells_who_was_freed_or_not() -> None:
    """As many as the columns say; who was arrested and is neither freed nor dead is told of."""
    lab = mp.load("petrograd-1917")
    rows = lab.run(worlds=64, on="sequential").outcomes.to_pylist()
    freed = [number for number, row in enumerate(rows) if row["persons_freed"] > 1]
    kept = [number for number, row in enumerate(rows) if row["persons_freed"] == 0]
    assert freed
    for number in freed[:4]:
        n = rows[number]["persons_freed"]
        english = f"Afterwards {Words('en').say('count', n=n)} whom the plot had arrested are freed"
        assert english in " ".join(lab.chronicle(number).split())
        assert "свобод" in lab.chronicle(number, lang="ru").split(" заговора ")[-1]
    for number in kept[:4]:
        assert "whom the plot had arrested" not in " ".join(lab.chronicle(number).split())


def test_two_authorities_speak_in_a_chronicle() -> None:
    lab = mp.load("petrograd-1917", set={"authorities.*.refuses": 1})
    labels = lab.run(worlds=64, on="sequential").outcomes.column("label").to_pylist()
    for lang, who in (
        ("en", ("the Congress of Soviets says no", "the premier Kerensky at the front says no")),
        ("ru", ("съезд Советов: отказ", "премьер Керенский на фронте: отказ")),
    ):
        text = " ".join(lab.chronicle(labels.index("held"), lang=lang).split())
        assert all(words in text for words in who)


def test_guards_authorities_and_mood_can_be_put_in() -> None:
    groups = {"guards": "warsaw-1926", "authorities": "berlin-1920", "mood": "petrograd-1917"}
    scenario = mp.load(ARTICLE, transplant=groups).scenario
    assert set(scenario.authorities) == {"government"}
    assert scenario.road is not None
    assert scenario.road.mood.legitimacy.pert == (0.05, 0.2, 0.5)
    assert all(guard.place in scenario.places for guard in scenario.guards.values())


@pytest.mark.parametrize(
    ("groups", "words"),
    [
        ({"armies": "petrograd-1917"}, "no group `armies`"),
        ({"army": "petrograd-1971"}, "no scenario `petrograd-1971`"),
        ({"authorities": ARTICLE}, "has no authorities"),
        ({"authority": "berlin-1920"}, "did you mean `authorities`"),
    ],
)
def test_a_wrong_transplant_is_refused(groups: dict[str, str], words: str) -> None:
    with pytest.raises(ScenarioError, match=words):
        mp.load(ARTICLE, transplant=groups)


def test_a_mood_needs_a_street_or_a_road_to_move() -> None:
    with pytest.raises(ScenarioError, match="neither street nor road"):
        mp.load("berlin-1920", transplant={"mood": "petrograd-1917"})


def test_units_without_a_place_of_their_kind_stand_in_barracks() -> None:
    scenario = mp.load("berlin-1920", transplant=PETROGRAD).scenario
    assert scenario.army is not None
    kinds = {key: place.category for key, place in scenario.places.items()}
    assert "factory" not in kinds.values()
    assert kinds[scenario.army.units["red_guard"].place] == "barracks"


def test_the_links_that_are_there_are_cut_without_a_road() -> None:
    found = mp.load("petrograd-1917").chain(worlds=64)
    built = {link.name for link in found.links if link.built}
    assert built == {"nodes-signal", *BESIDE}
    signal = next(link for link in found.links if link.name == "nodes-signal")
    assert "over" in {change.name for change in signal.changes}


def test_a_rising_whose_hours_ran_out_is_not_called_crushed() -> None:
    lab = mp.load(ARTICLE, transplant={"mood": "petrograd-1917"})
    found = lab.run(worlds=128, on="sequential")
    text = " ".join(run_text(found.summary, found.world, "en").split())
    assert "rising, no seizure" in text
    assert "were still in the street: nothing was decided" in text
    table = found.outcomes
    undecided = [cause == "horizon reached" for cause in table.column("cause").to_pylist()]
    hours = table.column("decided_at").to_pylist()
    assert any(undecided)
    assert all((hour is None) == out for hour, out in zip(hours, undecided, strict=True))
    number = undecided.index(True)
    assert "people are still in the street" in " ".join(lab.chronicle(number).split())


def test_facts_are_told_with_their_misses() -> None:
    found = mp.load(FIXTURE).facts(worlds=256)
    assert {fact.id[:3] for fact in found.facts} == {
        *("S01", "S04", "S05", "S08", "S09", "S12"),
        *("E1", "E2", "E4"),
    }
    for lang in ("en", "ru"):
        text = facts_text(found, Words(lang))
        assert max(map(len, text.splitlines())) <= 80
        assert Words(lang).say("facts-missed") in text
    stopped = {fact.id: fact.value for fact in found.facts if fact.id.startswith("S08")}
    assert 0.0 < stopped["S08a"] < stopped["S08a"] + stopped["S08b"] < 1.0
    loose = mp.load(FIXTURE, set={"road.secrecy.leak": 0.01}).facts(worlds=256)
    assert next(fact for fact in loose.facts if fact.id == "S08a").value > stopped["S08a"]
    with pytest.raises(
        UsageError, match="no unit `plotters`, no unit `counter`, no street, no road"
    ):
        mp.load("berlin-1920").facts(worlds=16)
