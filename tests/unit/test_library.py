"""The library is fit to run, and every claim of the story is found somewhere."""

import functools
import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from malaparte.scenario.check import check
from malaparte.scenario.claim import Carried, Sentence, article, claims, dossier
from malaparte.scenario.document import Scenario
from malaparte.scenario.load import load
from malaparte.scenario.patch import patched
from malaparte.scenario.read import Document, digest, library, read
from malaparte.scenario.walk import nodes, quantities

LIBRARY = Path(str(files("malaparte"))) / "library"
READINGS = ("moscow-1927-article", "moscow-1927-malaparte", "moscow-1927-record")


@functools.cache
def document(name: str) -> Document:
    return read(name)  # half a second each


@functools.cache
def scenario_of(name: str) -> Scenario:
    return load(document(name))


@functools.cache
def paths_of(name: str) -> list[str]:
    return [node.path for node in nodes(document(name).data)]


CARRIED: list[tuple[str, Carried]] = [
    *claims("moscow-1927").items(),
    *((f"sentence {n}", s) for n, s in enumerate(article("moscow-1927"), 1)),
]


@pytest.mark.parametrize("name", library())
def test_every_scenario_of_the_library_checks_without_problems(name: str) -> None:
    assert check(document(name)) == []


OTHERS = ("berlin-1920", "petrograd-1917", "warsaw-1926")


def test_the_library_holds_the_city_three_readings_and_three_other_cities() -> None:
    assert library() == sorted(["general", "moscow-1927", *READINGS, *OTHERS])


@pytest.mark.parametrize("name", OTHERS)
def test_what_happened_elsewhere_stands_in_a_file_that_no_rule_reads(name: str) -> None:
    record = (LIBRARY / name / "record.yaml").read_text(encoding="utf-8")
    assert "nothing of this enters the engine" in record
    assert "record.yaml" not in json.dumps(document(name).data)
    root = LIBRARY.parent
    assert not [path for path in root.rglob("*.py") if "record.yaml" in path.read_text("utf-8")]


def test_every_claim_of_the_article_is_simulated_or_outside() -> None:
    assert not [name for name, carried in CARRIED if carried.later]


def test_there_are_forty_five_claims_in_order() -> None:
    assert list(claims("moscow-1927")) == [f"C{n:02}" for n in range(1, 46)]


def test_readings_inherit_claims_and_article_of_the_city() -> None:
    name = READINGS[0]
    assert claims(name) == claims("moscow-1927")
    assert article(name) == article("moscow-1927")


@pytest.mark.parametrize(("name", "carried"), CARRIED, ids=[name for name, _ in CARRIED])
def test_the_paths_of_a_claim_exist_in_the_named_reading(name: str, carried: Carried) -> None:
    for reading, patterns in carried.paths.items():
        assert reading in READINGS
        for pattern in patterns:
            form = re.compile(re.escape(pattern).replace(r"\*", r"[^.]+"))
            assert any(map(form.fullmatch, paths_of(reading))), f"{name}: no {pattern} in {reading}"


def test_sentences_and_claims_name_known_claims_and_sources() -> None:
    known = dossier("moscow-1927-record")
    for claim in known.claims.values():
        assert set(claim.sources) <= set(known.sources)
        assert claim.sources
    named = {claim for sentence in article("moscow-1927") for claim in sentence.claims}
    # The last four are claims that the article does not make.
    assert named == set(known.claims) - {"C42", "C43", "C44", "C45"}


def test_no_source_of_the_claims_goes_unused() -> None:
    own = set(dossier("moscow-1927").sources) - set(scenario_of(READINGS[0]).sources)
    assert own <= {source for claim in claims("moscow-1927").values() for source in claim.sources}


def test_a_statement_is_carried_in_exactly_one_way() -> None:
    text = {"en": "a", "ru": "а"}
    with pytest.raises(ValueError, match="exactly one"):
        Sentence.model_validate({"says": text})
    with pytest.raises(ValueError, match="exactly one"):
        Sentence.model_validate({"says": text, "outside": text, "later": "road"})


@pytest.mark.parametrize("name", READINGS)
def test_every_place_has_a_name_in_both_languages(name: str) -> None:
    for place in scenario_of(name).places.values():
        assert re.search("[A-Za-z]", place.name.en)
        assert re.search("[А-Яа-я]", place.name.ru)


def test_the_book_sends_a_hundred_squads_of_ten_and_the_article_divides_them_anew() -> None:
    for name in ("moscow-1927-malaparte", "moscow-1927-article"):
        scenario = scenario_of(name)
        assert sum(squad.count.point or 0 for squad in scenario.squads.values()) == 100
        assert scenario.numbers["squad_size"].point == 10


def test_the_book_guards_technical_places_from_inside_and_offices_from_outside() -> None:
    book, text = scenario_of("moscow-1927-malaparte"), scenario_of("moscow-1927-article")
    assert {key for key, guard in text.guards.items() if guard.hidden} - {
        key for key, guard in book.guards.items() if guard.hidden
    } == {"cc", "ccc", "mk", "mossovet", "rvs", "mvo", "gosbank", "pravda", "izvestia", "comintern"}
    assert all(guard.posture == "inside" for guard in text.guards.values() if guard.hidden)


def test_persons_stay_few_enough_to_simulate() -> None:
    for name in READINGS:
        most = sum(
            leader.number.spread.support()[1] for leader in scenario_of(name).leaders.values()
        )
        assert most <= 130


def test_an_armed_plan_is_improbable_in_the_record_and_certain_in_the_stories() -> None:
    assert scenario_of("moscow-1927-record").plan.exists.pert == (0, 0.02, 0.1)
    for name in ("moscow-1927-malaparte", "moscow-1927-article"):
        exists = scenario_of(name).plan.exists
        assert (exists.point, exists.basis) == (1, "claimed")


@pytest.mark.parametrize("name", READINGS)
def test_what_nobody_saw_is_never_called_documented(name: str) -> None:
    scenario = scenario_of(name)
    for path, located in quantities(scenario).items():
        if located.quantity.basis == "documented":
            assert any(scenario.sources[s].seen != "no" for s in located.quantity.sources), path


@pytest.mark.parametrize("name", READINGS)
def test_every_option_but_the_default_changes_something(name: str) -> None:
    plain = digest(document(name))
    for decision, card in scenario_of(name).decisions.items():
        for option in card.options:
            changed = patched(document(name), {decision: option}).data
            assert (changed == document(name).data) == (option == card.default)
    assert digest(document(name)) == plain


@pytest.mark.parametrize("name", library())
def test_a_scenario_stays_small(name: str) -> None:
    assert len(json.dumps(document(name).data, ensure_ascii=False).encode()) < 210_000
    assert (LIBRARY / name / "README.md").is_file()


def test_the_map_says_where_it_comes_from() -> None:
    folder = LIBRARY / "moscow-1927" / "map"
    features = json.loads((folder / "map.geojson").read_text(encoding="utf-8"))["features"]
    assert all(feature["properties"]["src"] for feature in features)
    assert "OpenStreetMap contributors" in (folder / "NOTICE").read_text(encoding="utf-8")


def test_names_of_informers_stay_on_the_claim_card() -> None:
    for path in LIBRARY.rglob("*"):
        if path.is_file() and path.name != "claims.yaml":
            assert not re.search("Elsberg|Эльсберг", path.read_text(encoding="utf-8")), path
