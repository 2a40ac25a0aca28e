"""A group of one scenario in another: what keeps its name, and who stands where."""

from __future__ import annotations

from itertools import permutations

import pytest

import malaparte as mp
from malaparte.errors import ScenarioError
from malaparte.report.comparison import answer_text
from malaparte.scenario.read import read
from malaparte.scenario.transplant import GROUPS, transplanted

PETROGRAD, BERLIN, WARSAW = "petrograd-1917", "berlin-1920", "warsaw-1926"
ARTICLE, RECORD = "moscow-1927-article", "moscow-1927-record"
CITIES = (ARTICLE, PETROGRAD, BERLIN, WARSAW)
NOT_THERE = {(ARTICLE, "authorities"), (RECORD, "authorities"), (BERLIN, "mood"), (WARSAW, "mood")}


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("name", [*CITIES, RECORD])
def test_a_scenarios_own_group_changes_nothing(name: str, group: str) -> None:
    document = read(name)
    if (name, group) in NOT_THERE:
        with pytest.raises(ScenarioError):
            transplanted(document, {group: name})
        return
    changed = transplanted(document, {group: name}).data
    told = ("title", "reading")
    assert {key: value for key, value in changed.items() if key not in told} == {
        key: value for key, value in document.data.items() if key not in told
    }


def test_a_scenarios_own_army_gives_the_same_worlds() -> None:
    plain = mp.load(PETROGRAD).run(128, on="sequential").outcomes
    assert (
        mp.load(PETROGRAD, transplant={"army": PETROGRAD})
        .run(128, on="sequential")
        .outcomes.equals(plain)
    )


def test_numbers_that_both_inherit_keep_their_names_and_others_get_their_own() -> None:
    """Names are what numbers are drawn by."""
    lent = transplanted(read(BERLIN), {"army": PETROGRAD}).data
    for both in ("prestige", "fires", "never"):
        assert lent["numbers"][both] == read(PETROGRAD).data["numbers"][both]
    assert lent["army"]["units"]["junkers"]["prestige"] == {"same": "prestige"}
    assert not any("--" in key for key in lent["numbers"])

    other = transplanted(read(ARTICLE), {"army": PETROGRAD}).data
    assert other["army"]["units"]["junkers"]["prestige"] == {"same": f"{PETROGRAD}--prestige"}

    changed = read(BERLIN)
    changed.data["numbers"]["prestige"] = {**changed.data["numbers"]["prestige"], "pert": [0, 0, 1]}
    apart = transplanted(changed, {"army": PETROGRAD}).data
    assert apart["numbers"]["prestige"]["pert"] == [0, 0, 1]
    assert apart["army"]["units"]["junkers"]["prestige"] == {"same": f"{PETROGRAD}--prestige"}


@pytest.mark.parametrize(("donor", "city"), [*permutations(CITIES, 2)])
def test_borrowed_units_stand_by_the_rule(donor: str, city: str) -> None:
    """At headquarters stand those who stood there at home; categories are filled in turn."""
    home, data = read(donor).data, transplanted(read(city), {"army": donor}).data
    base, places = data["plan"]["headquarters"], data["places"]
    filled: dict[str, list[str]] = {}
    for key, unit in data["army"]["units"].items():
        before, now = home["army"]["units"][key]["place"], unit["place"]
        assert (now == base) == (before == home["plan"]["headquarters"])
        if now != base and before != now:
            filled.setdefault(places[now]["category"], []).append(now)
    for category, used in filled.items():
        free = [
            key
            for key, one in places.items()
            if one["category"] == category and key != base and not one.get("scenery")
        ]
        counts = [used.count(key) for key in free]
        assert max(counts) - min(counts) <= 1, (category, used)


@pytest.mark.parametrize(("lang", "rail"), [("en", "Commissariat of Railways"), ("ru", "НКПС")])
def test_units_outside_come_by_way_of_the_railway_of_the_city(lang: str, rail: str) -> None:
    lab = mp.load(ARTICLE)
    found = lab.compare(worlds=16, on="sequential", transplant={"army": PETROGRAD})
    front = next(one for one in found.stands if one.unit == "front")
    holding = lab.scenario.holding
    assert holding is not None
    assert holding.rail is not None
    assert front.place == lab.scenario.places[holding.rail].name.model_dump()
    text = " ".join(answer_text(found, lab.world, lang).split())
    assert rail in text


def test_a_decision_on_what_the_other_army_lacks_says_so() -> None:
    with pytest.raises(ScenarioError) as caught:
        mp.load(ARTICLE, do={"parade": "divided"}, transplant={"army": PETROGRAD})
    assert "`--with army=petrograd-1917` leaves no `army.parade`" in str(caught.value)
