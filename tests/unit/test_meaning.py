"""What fields mean: those of numbers, and those that must be there, in every language."""

import re
from pathlib import Path
from typing import Any, get_args

import pytest
from fluent.syntax import ast as ftl
from fluent.syntax import parse
from pydantic import BaseModel

from malaparte.quantity.quantity import Quantity
from malaparte.report.meaning import meaning, unit_name, user
from malaparte.report.show import show_data, show_text
from malaparte.report.words import LANGUAGES, Words
from malaparte.scenario.document import Scenario
from malaparte.scenario.load import ready
from malaparte.scenario.walk import bare, field_at, fields, is_model, quantities

MESSAGES = Path(__file__).parents[2] / "src/malaparte/report/messages"
THREE = "docs/first/three-nodes.yaml"
OTHERS = [lang for lang in LANGUAGES if lang != "en"]


def described(kind: Any, field: tuple[type[BaseModel], str]) -> set[tuple[type[BaseModel], str]]:
    """The fields of a type that hold numbers."""
    kind = bare(kind)[0]
    if kind is Quantity:
        return {field}
    if is_model(kind):
        return {one for name, hint in fields(kind).items() for one in described(hint, (kind, name))}
    return {one for hint in get_args(kind) for one in described(hint, field)}


def required(kind: Any) -> set[tuple[type[BaseModel], str]]:
    """The fields of the models of a type that must be there: `check` says what they mean."""
    kind = bare(kind)[0]
    if is_model(kind):
        own = {(kind, name) for name in fields(kind) if kind.model_fields[name].is_required()}
        return own.union(*(required(hint) for hint in fields(kind).values()))
    return {one for hint in get_args(kind) for one in required(hint)}


# A shared number is told by who uses it: `numbers` needs no text, and one unused is refused.
NUMBERS = described(Scenario, (Scenario, "")) - {(Scenario, "numbers")}
FIELDS = NUMBERS | required(Scenario)


def texts(lang: str) -> dict[str, str]:
    text = (MESSAGES / f"{lang}.fields.ftl").read_text("utf-8")
    body = parse(text).body
    assert not [entry for entry in body if isinstance(entry, ftl.Junk)]
    found = [
        (f"{entry.id.name}.{one.id.name}", text[one.value.span.start : one.value.span.end])
        for entry in body
        if isinstance(entry, ftl.Message)
        for one in entry.attributes
    ]
    assert len(dict(found)) == len(found)
    return dict(found)


@pytest.mark.parametrize("lang", OTHERS)
def test_every_field_that_is_told_has_a_text_and_no_text_is_left(lang: str) -> None:
    names = {f"{model.__name__}.{name}" for model, name in FIELDS}
    assert len(names) == len(FIELDS) > 300
    assert len(NUMBERS) > 200
    assert set(texts(lang)) == names


@pytest.mark.parametrize("lang", OTHERS)
def test_a_text_names_the_keys_and_numbers_that_the_docstring_names(lang: str) -> None:
    told = texts(lang)
    for model, name in FIELDS:
        english = " ".join((model.model_fields[name].description or "").split())
        text = told[f"{model.__name__}.{name}"]
        assert text.endswith("."), text
        assert re.search("[а-яё]", text), text
        assert not re.search("[{}]", text), text
        assert set(re.findall("`(.+?)`", text)) == set(re.findall("``(.+?)``", english)), text
        figures = re.findall(r"\d+(?:[,:]\d+)?", text)
        assert sorted(figures) == sorted(re.findall(r"\d+(?:[,:]\d+)?", commas(english))), text


def commas(text: str) -> str:
    return re.sub(r"(\d)\.(\d)", r"\1,\2", text)


def test_the_field_of_a_path_is_the_innermost() -> None:
    model, name = field_at("guards.exchange.size")
    assert (model.__name__, name) == ("Guard", "size")
    model, name = field_at("leaders.politburo.stays.1.share")
    assert (model.__name__, name) == ("Stay", "share")
    model, name = field_at("power.nodes.tel_central")
    assert (model.__name__, name) == ("Power", "nodes")
    with pytest.raises(KeyError, match=r"cats\.exchange"):
        field_at("cats.exchange")


def test_what_a_number_means() -> None:
    assert meaning("guards.exchange.size", Words("en")) == "Men in the group."
    assert meaning("guards.exchange.size", Words("ru")) == "Сколько человек в группе."
    assert "`forget`" in meaning("road.rumour.denial", Words("en"))
    with pytest.raises(KeyError, match=r"Guard\.hidden.*ru\.fields\.ftl"):
        meaning("guards.exchange.hidden", Words("ru"))


def test_a_shared_number_means_what_most_of_its_users_mean() -> None:
    numbers = quantities(ready(THREE)[0])
    shared = [one for one in numbers if one.startswith("numbers.")]
    assert shared
    for path in shared:
        assert not user(path, numbers).startswith("numbers.")
    assert user("guards.exchange.fire", numbers) == "guards.exchange.fire"
    # The academy's men are officers all, so that one field of the men uses their number too.
    numbers = quantities(ready("moscow-1927-article")[0])
    for shared, field in (("unit_officers", "officers"), ("unit_ranks", "ranks")):
        assert user(f"numbers.{shared}", numbers).rpartition(".")[2] == field
    assert numbers["army.units.academy.ranks"].canonical == "numbers.unit_officers"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_show_says_what_every_number_means(lang: str) -> None:
    fire = meaning("guards.exchange.fire", Words(lang))
    for path in ("guards.exchange.fire", "numbers.fire"):
        (shown,) = show_data(THREE, path, lang)
        assert shown["meaning"] == fire
        assert fire in " ".join(show_text(THREE, path, lang).split())


@pytest.mark.parametrize(
    ("number", "said"), [(1, "день"), (3, "дня"), (9.17, "дня"), (11, "дней"), (400, "дней")]
)
def test_a_unit_takes_the_form_of_its_number(number: float, said: str) -> None:
    assert unit_name("day", Words("ru"), number) == said
    assert unit_name("day", Words("ru")) == "дни"
    assert unit_name("share", Words("ru"), number) == "доля"
