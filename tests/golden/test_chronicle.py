import re
from collections.abc import Callable

import pytest

import malaparte as mp
from malaparte.report.chronicle import chronicle, chronicle_data
from malaparte.report.words import Words
from tests import hand_made as day

Golden = Callable[[str, str], None]


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_day_written_by_hand(lang: str, golden: Golden) -> None:
    golden(
        f"chronicle.{lang}.txt",
        chronicle(day.world(), day.EVENTS, day.ROW, lang, seed=1, number=17),
    )


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_world_without_a_plan(lang: str) -> None:
    row = [0] * 4 + [-1] * 6 + [0] * 5
    text = chronicle(day.world(), [], row, lang, seed=1, number=4)
    assert Words(lang).sentence("no-plot") in " ".join(text.split())


def test_every_copy_says_that_it_is_simulated() -> None:
    text = chronicle(day.world(), day.EVENTS, day.ROW, "en", seed=1, number=17)
    label = "Simulated world 17, reading three-nodes (seed 1)."
    assert text.startswith(label)
    assert label in text.rstrip().split("\n\n")[-1]
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_day_is_told_in_the_order_of_its_hours(lang: str) -> None:
    lab = mp.load("moscow-1927-article")
    for number in (3, 17):
        told = lab.trace(number)
        passages = chronicle_data(lab.world, told.events.tolist(), told.row.tolist(), lang)
        said = [re.search(r"\d\d:\d\d", one["text"]) for one in passages[:-1]]
        hours = [found[0] for found in said if found]
        assert len(hours) > 10
        assert hours == sorted(hours)


def test_passages_point_to_their_events() -> None:
    passages = chronicle_data(day.world(), day.EVENTS, day.ROW, "en")
    assert [one["time"] for one in passages] == sorted(one["time"] for one in passages)
    told = {seq for one in passages for seq in one["events"]}
    assert {10, 18, 21, 25, 37, 41, 42, 48} <= told
    assert all(set(one["places"]) <= set(day.world().names["place"]) for one in passages)
