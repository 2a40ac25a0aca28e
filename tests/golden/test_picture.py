"""The picture of the documentation: one world at its busiest minute, from its events alone."""

from collections.abc import Callable

import malaparte as mp
from malaparte.report.map import map_svg
from malaparte.report.state_at import state_at

WORLD, SEED = 17, 1


def test_picture_of_one_world(golden: Callable[[str, str], None]) -> None:
    lab = mp.load("moscow-1927-article")
    events = lab.trace(WORLD, SEED).events.tolist()
    minutes = range(events[0][1], events[-1][1], 60)
    busiest = max(minutes, key=lambda t: len(state_at(lab.world, events, t).contested))
    svg = map_svg(lab.world, events, busiest, "en", seed=SEED, number=WORLD)
    golden("../../docs/pictures/moscow-1927-article-world-17.svg", svg)
