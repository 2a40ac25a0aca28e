"""The laboratory against its twin: the rules written twice, by two hands, tell the same days."""

import pytest

from benchmarks.agreement import Figure, agreement
from benchmarks.bench_city import CITY, SETTINGS, text
from benchmarks.twin.city import Row
from benchmarks.twin.days import all_days
from malaparte.api import load
from malaparte.ensemble.design import INNER

SEED = 1
FEW, MANY = 300, 2_000
MOST = 4.0
"""Standard errors; about a hundred figures are compared in each setting."""

Twins = dict[str, list[Row]]


@pytest.fixture(scope="module")
def few() -> Twins:
    return all_days(CITY, SETTINGS, SEED, FEW)


@pytest.fixture(scope="module")
def many() -> Twins:
    return all_days(CITY, SETTINGS, SEED, MANY)


def _figures(setting: str, rows: list[Row], change: dict[str, object]) -> list[Figure]:
    lab = load(CITY, do=SETTINGS[setting], set=change)
    return agreement(lab.run(len(rows) * INNER, SEED), rows)


def _apart(figures: list[Figure]) -> list[str]:
    return [str(figure) for figure in figures if abs(figure.z) > MOST]


@pytest.mark.parametrize("setting", list(SETTINGS))
def test_both_tell_the_same_days(few: Twins, setting: str) -> None:
    figures = _figures(setting, few[setting], {})
    assert len(figures) > 80
    assert _apart(figures) == []


@pytest.mark.slow
@pytest.mark.parametrize("setting", list(SETTINGS))
def test_both_tell_the_same_days_at_length(many: Twins, setting: str) -> None:
    assert _apart(_figures(setting, many[setting], {})) == []


@pytest.mark.parametrize(
    ("setting", "change"),
    [
        ("as is", {"clash.ambush": 0}),
        ("as is", {"columns.hide": 0, "columns.hinder": 1}),
        ("as is", {"command.superiority": 2}),
        ("arrests first, late alarm", {"plan.gap_success": 0.1}),
    ],
    ids=lambda value: str(value),
)
def test_a_small_difference_is_noticed(few: Twins, setting: str, change: dict[str, object]) -> None:
    assert _apart(_figures(setting, few[setting], change)) != []


def test_the_made_up_city_is_what_its_formula_gives() -> None:
    assert CITY.read_text(encoding="utf-8") == text()


def test_a_row_of_the_report_says_what_differs() -> None:
    line = str(Figure("arrested", 9.0, 10.0, 0.25))
    assert "arrested" in line
    assert "+4.00" in line
