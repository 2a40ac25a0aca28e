"""A copied counterfactual does not pass for the reading: it says what was changed."""

import xml.etree.ElementTree as ET

import pytest

import malaparte as mp
from malaparte.report.words import Words

DO, SET = {"guards": "none", "leaders": "homes"}, {"guards.*.vigilance": 0.5}


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_chronicle_and_map_say_what_was_changed(lang: str) -> None:
    lab = mp.load("moscow-1927-article", do=DO, set=SET)
    decisions = lab.scenario.decisions
    wanted = [decisions[name].options[option].title.say(lang) for name, option in DO.items()]
    wanted.append("guards.*.vigilance = 0.5")
    told = lab.chronicle(3, lang=lang).split("\n\n")
    svg = ET.fromstring(lab.map(3, 41_400, lang=lang))
    for text in (told[0], told[-1], " ".join(svg.itertext())):
        said = " ".join(text.split())
        assert all(one in said for one in wanted), text


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_what_the_reading_tells_is_no_change(lang: str) -> None:
    lab = mp.load("moscow-1927-article", do={"leaders": "kremlin"})
    start = Words(lang).say("run-changed", what="").rstrip(". ")
    assert lab.changed(lang) == ""
    assert start not in lab.chronicle(3, lang=lang)
