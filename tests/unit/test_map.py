import xml.etree.ElementTree as ET

import pytest

import malaparte as mp
from malaparte.drawing.palette import BLUE, GREY, PAPER, RED
from malaparte.report.labels import Box, Label, place_labels
from malaparte.report.map import map_svg
from malaparte.report.marks import label_box
from malaparte.report.names import short
from malaparte.report.state_at import state_at
from malaparte.report.words import Words
from tests import hand_made as day


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_map_says_what_it_is_and_whose_the_city_is(lang: str) -> None:
    lab = mp.load("moscow-1927-article")
    told = lab.trace(17, seed=5)
    svg = map_svg(lab.world, told.events.tolist(), 39_600, lang, 900, seed=5, number=17)
    text = " ".join(ET.fromstring(svg).itertext())
    words = Words(lang)
    label = words.sentence("simulated", number="17", reading="moscow-1927-article", seed="5")
    assert label in text
    assert words.say("map-notice") in text
    assert "OpenStreetMap" in text
    assert lab.scenario.reading.say(lang) in text
    assert "11:00" in text


def test_map_without_a_city_needs_no_notice_and_is_the_same_twice() -> None:
    args = day.world(), day.EVENTS, 10_900, "en"
    svg = map_svg(*args, seed=1, number=3)
    assert "OpenStreetMap" not in svg
    assert "url(#hatch)" in svg.partition("</defs>")[2]  # the exchange is fought over
    assert svg == map_svg(*args, seed=1, number=3)


def test_each_unit_of_the_army_has_a_flag_that_says_what_it_does() -> None:
    lab = mp.load("berlin-1920")
    events = lab.trace(2).events.tolist()
    t, words = 40_000, Words("en")
    shot = state_at(lab.world, events, t)
    svg = map_svg(lab.world, events, t, "en", seed=1, number=2)
    drawn, _, legend = svg.rpartition(words.say("legend-contested"))
    city = [one for one in shot.army if one.doing != "outside"]
    assert len(shot.army) - len(city) == 1  # the troops in the south and west, who stay there
    for choice, colour in (("obeys", BLUE), ("waits", PAPER), ("joins", RED), ("beaten", GREY)):
        mark = f'Z" fill="{colour}" stroke-width="1.3"'
        assert drawn.count(mark) == sum(one.choice == choice for one in city) > 0
        assert legend.count(mark) == 1
        assert words.say(f"legend-{choice}") in legend
    assert drawn.count("L7 -5L") == sum(one.choice == "joins" for one in city)


def test_a_sheet_without_an_army_explains_no_flags() -> None:
    svg = map_svg(day.world(), day.EVENTS, 10_900, "en", seed=1, number=3)
    assert Words("en").say("legend-obeys") not in svg


@pytest.mark.parametrize(("at", "full"), [(6, None), (10.25, "0.5"), (14.3, "1"), (21, None)])
def test_columns_and_who_answered_the_call_are_on_the_sheet(at: float, full: str | None) -> None:
    lab, t = mp.load("moscow-1927-article"), round(3600 * at)
    events = lab.trace(2).events.tolist()
    crowds = {i: n for i, n in state_at(lab.world, events, t).crowds.items() if n}
    assert bool(crowds) == (at == 14.3)
    svg = map_svg(lab.world, events, t, "en", seed=1, number=2)
    drawn, _, legend = svg.rpartition(Words("en").say("legend-contested"))
    assert drawn.count('fill="url(#march)"') == (2 if full else 0)  # the city, and its middle
    assert drawn.count(f'fill="url(#march)" opacity="{full}"') == (2 if full else 0)
    street = drawn.partition('<g fill="url(#crowd)">')[2].partition("</g>")[0]
    radii = [float(part.partition('"')[0]) for part in street.split(' r="')[1:]]
    assert radii == pytest.approx([2.5 * n**0.5 for n in crowds.values()], abs=0.1)
    assert all(Words("en").say(f"legend-{one}") in legend for one in ("march", "crowd"))


def test_a_city_without_street_or_march_explains_neither() -> None:
    svg = map_svg(day.world(), day.EVENTS, 10_900, "en", seed=1, number=3)
    assert not any(Words("en").say(f"legend-{one}") in svg for one in ("march", "crowd"))


def test_labels_do_not_meet_each_other_nor_marks() -> None:
    marks = [Box(x - 5, 95, x + 5, 105) for x in range(20, 400, 25)]
    labels = [Label(f"Place {i}", 20.0 + 25 * i, 100.0, 5.0) for i in range(len(marks))]
    placed = place_labels(labels, marks, Box(0, 0, 400, 200), 12.5)
    assert 5 < len(placed) < len(labels)
    boxes = [label_box(one) for one in placed] + marks
    for i, one in enumerate(boxes):
        assert not any(one.meets(other) for other in boxes[i + 1 :] if one not in marks)


def test_a_label_that_must_be_read_lies_over_marks_but_not_over_walls_or_another() -> None:
    """As its twin on the page does (frontend/test/model.test.ts)."""
    sheet = Box(0, 0, 200, 100)
    plain = Label("x", 100, 50, 8)
    must = plain._replace(first=True)
    assert place_labels([plain], [sheet], sheet, 12) == []
    one, two = place_labels([must, must], [sheet], sheet, 12)
    assert not label_box(one).meets(label_box(two))
    assert place_labels([must], [], sheet, 12, [sheet]) == []


def test_what_is_fought_over_is_named_on_the_sheet() -> None:
    lab = mp.load("moscow-1927-article")
    events, t = lab.trace(17).events.tolist(), 41_400
    shot = state_at(lab.world, events, t)
    svg = map_svg(lab.world, events, t, "en", seed=1, number=17)
    told = {text.text for text in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")}
    places = [lab.scenario.places[lab.world.names["place"][one]] for one in shot.contested]
    missing = [one.name.en for one in places if short(one.name.en) not in told]
    assert len(places) > 10
    assert missing == []
