"""What a scenario remarks on its numbers, places and sources, in the reader's language."""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from malaparte.quantity.quantity import Quantity
from malaparte.report.cite import bibtex
from malaparte.report.show import show_data, show_text
from malaparte.scenario.load import load
from malaparte.scenario.merge import is_list, is_mapping
from malaparte.scenario.schema import schema
from malaparte.scenario.tree import read_tree

LIBRARY = Path(str(files("malaparte"))) / "library"
FILES = sorted(path for path in LIBRARY.glob("*/*.yaml") if path.name != "record.yaml")


def remarks(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Find every note, role and grade; a grade that is one letter needs no words."""
    if is_mapping(value):
        for key, child in value.items():
            if key in ("note", "role") or (key == "grade" and len(child) > 1):
                yield f"{path}.{key}", child
            yield from remarks(child, f"{path}.{key}")
    elif is_list(value):
        for index, child in enumerate(value):
            yield from remarks(child, f"{path}.{index}")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_remark_of_the_library_has_both_languages(path: Path) -> None:
    told = dict(remarks(read_tree(path, path.name).data))
    assert {one for one, text in told.items() if not is_mapping(text)} == set()
    for one, text in told.items():
        assert is_mapping(text)
        assert re.search("[а-яё]", text["ru"]), one
        assert not re.search("[а-яё]", text["en"]), one


def test_remarks_are_found() -> None:
    city = LIBRARY / "moscow-1927" / "scenario.yaml"
    assert len(list(remarks(read_tree(city, city.name).data))) > 250


@pytest.mark.parametrize(
    ("lang", "note", "source"),
    [("en", "the secretary;", "anonymous, Article on"), ("ru", "секретарь;", "аноним, Статья о")],
)
def test_show_speaks_the_language_of_its_reader(lang: str, note: str, source: str) -> None:
    text = " ".join(show_text("moscow-1927-article", "command.agent", lang).split())
    assert note in text
    assert source in text
    (told,) = show_data("moscow-1927-article", "command.agent", lang)
    assert told["note"].startswith(note)
    assert isinstance(told["sources"][0]["note"], str)


@pytest.mark.parametrize(("lang", "name"), [("en", "MOGES-1 power station"), ("ru", "1-я МОГЭС")])
def test_a_text_is_one_value_in_the_language_of_its_reader(lang: str, name: str) -> None:
    (told,) = show_data("moscow-1927-article", "places.moges1.name", lang)
    assert told["value"] == name
    below = {one["path"]: one for one in show_data("moscow-1927-article", "places.moges1", lang)}
    assert below["places.moges1.name"]["below"] == name
    assert below.keys() & {"places.moges1.name.en", "places.moges1.note.en"} == set()
    (english,) = show_data("moscow-1927-article", "places.moges1.name.en", lang)
    assert english["value"] == "MOGES-1 power station"


def test_bibtex_speaks_the_language_of_its_reader() -> None:
    scenario = load("moscow-1927-article")
    assert "{Моя жизнь}" in bibtex(scenario, "ru")
    assert "{My Life}" in bibtex(scenario)


def test_a_plain_string_is_shown_as_it_is() -> None:
    plain = {"point": 1, "unit": "person", "basis": "assumed", "note": "One squad."}
    note = Quantity.model_validate(plain).note
    assert note is not None
    assert (note.say("en"), note.say("ru")) == ("One squad.", "One squad.")
    three = Path(__file__).parents[2] / "docs" / "first" / "three-nodes.yaml"
    for lang in ("en", "ru"):
        assert "One enemy in fifty minutes" in show_text(three, "numbers.fire", lang)


def test_the_schema_allows_both() -> None:
    forms = schema()["$defs"]["Quantity"]["properties"]["note"]["anyOf"]
    assert {"type": "string"} in forms
    assert {"$ref": "#/$defs/Text"} in forms
