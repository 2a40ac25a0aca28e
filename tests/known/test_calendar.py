"""The calendar of the scenarios, and clock times."""

import datetime

import pytest

from malaparte.scenario.base import seconds
from malaparte.scenario.load import load, readings
from tests.known.expected import expected

RUPTURE = datetime.date(1927, 5, 27)
"""Relations with England are broken."""


@pytest.mark.parametrize("reading", [name for name in readings() if name.startswith("moscow-")])
def test_the_day_of_every_reading(reading: str) -> None:
    said = expected("engine.calendar")
    day = load(reading).day.date
    assert day == datetime.date(1927, 11, 7)
    assert day.weekday() == said["weekday_7nov1927"]
    assert RUPTURE.weekday() == said["weekday_27may1927"]
    assert (day - RUPTURE).days == said["days_27may_to_7nov"]


def test_clock_times_count_from_the_midnight_of_the_day() -> None:
    assert [seconds(clock) for clock in ("00:00", "9:05", "26:00")] == [0, 32_700, 93_600]
