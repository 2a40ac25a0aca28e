"""People in the streets on the map's sheet: the columns of marchers, and who answered the call.

The same shapes as on the page (`frontend/src/map/city.ts`, `draw.ts` and `pen.ts`).
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from malaparte.drawing.palette import MARCH, RED
from malaparte.report.state_at import Snapshot
from malaparte.report.words import Words
from malaparte.scenario.base import seconds
from malaparte.scenario.document import Scenario

if TYPE_CHECKING:
    from malaparte.report.panel import Panel
    from malaparte.world.build import World

_RAMP = 1_800
"""Seconds in which the columns come, and go."""
_REACH, _STEP = 330.0, 60.0
"""Metres to both sides of the march, and between two spots of its warmth."""
_LEAST = 16.0
"""Pixels that it is wide at least."""


def _warmth(name: str, colour: str, stops: tuple[tuple[float, float], ...]) -> str:
    shades = "".join(
        f'<stop offset="{at}" stop-color="{colour}" stop-opacity="{alpha}"/>' for at, alpha in stops
    )
    return f'<radialGradient id="{name}">{shades}</radialGradient>'


DEFS = (
    "<defs>"
    + _warmth("crowd", RED, ((0, 0.5), (0.45, 0.3), (1, 0)))
    + _warmth("march", MARCH, ((0, 0.16), (0.5, 0.06), (1, 0)))
    + "</defs>"
)


def columns(scenario: Scenario, t: int, panel: Panel) -> str:
    """Return the columns of marchers as far as they fill the streets."""
    march = scenario.columns
    if march is None:
        return ""
    since, until = seconds(march.since), seconds(march.until)
    full = min(1.0, (t - since) / _RAMP, (until - t) / _RAMP)
    if full <= 0.0:
        return ""
    scale = panel.projection.per_metre
    radius = max(_LEAST, _REACH * scale)
    corners = [panel.projection.xy(scenario.places[place].at) for place in march.route]
    spots: list[str] = []
    for (x, y), (right, low) in pairwise(corners):
        many = max(1, round(math.hypot(right - x, low - y) / (_STEP * scale)))
        spots += [
            _spot(x + (right - x) * part / many, y + (low - y) * part / many, radius)
            for part in range(many)
        ]
    return f'<g fill="url(#march)" opacity="{full:.2g}">{"".join(spots)}</g>'


def crowds(world: World, shot: Snapshot, panel: Panel) -> str:
    """Return the people in the street of each district; the area grows as their number."""
    street = world.scenario.street
    if street is None:
        return ""
    spots: list[str] = []
    for index, people in shot.crowds.items():
        district = street.districts[world.names["district"][index]]
        x, y = panel.projection.xy(world.scenario.places[district.place].at)
        if people:
            spots.append(_spot(x, y, 2.5 * math.sqrt(people)))
    return f'<g fill="url(#crowd)">{"".join(spots)}</g>' if spots else ""


def legend(scenario: Scenario, words: Words) -> list[tuple[str, str]]:
    """Return what a scenario can put into its streets, each drawn around the point (0, 0)."""
    march = f'<g fill="{MARCH}" opacity="0.5">{_spot(0, 0, 8)}</g>'
    crowd = f'<g fill="url(#crowd)">{_spot(0, 0, 11)}</g>'
    return [
        *([(march, words.say("legend-march"))] if scenario.columns else []),
        *([(crowd, words.say("legend-crowd"))] if scenario.street else []),
    ]


def _spot(x: float, y: float, radius: float) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'
