"""One world at one moment as a picture, drawn from its events alone."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from html import escape
from statistics import median
from typing import TYPE_CHECKING

from malaparte.drawing import palette
from malaparte.report import crowds, marks
from malaparte.report import flags as army
from malaparte.report.basemap import Point, features
from malaparte.report.labels import Box
from malaparte.report.panel import Panel, draw
from malaparte.report.state_at import state_at
from malaparte.report.words import Words

if TYPE_CHECKING:
    from malaparte.world.build import World

_RATIO = 0.64
"""Height of the sheet over its width."""
_HEAD = 92.0
_LINE = 150
"""Letters in a line below the head."""
_CROWD = 12
"""Goals from which on the middle of the city is drawn twice."""


def map_svg(
    world: World,
    events: Sequence[Sequence[int]],
    t: int,
    lang: str,
    width: int = 1200,
    *,
    seed: int,
    number: int,
    changed: str = "",
) -> str:
    """Return an SVG of one world at a moment.

    Parameters
    ----------
    world : World
        Names and positions.
    events : rows of eight int
        All events of the world (`malaparte.kernel.events`).
    t : int
        Seconds after 00:00 of the day.
    lang : str
        'en' or 'ru'.
    width : int
        Pixels; everything is drawn on a sheet of 1,200 and scaled.
    seed, number : int
        Which world it is; the picture says so.
    changed : str
        Decisions taken otherwise than in the reading (`malaparte.report.taken`); said below that,
        on a sheet that is higher by these lines.
    """
    words = Words(lang)
    shot = state_at(world, events, t)
    city = features(world.scenario)
    lines = textwrap.wrap(changed, _LINE)
    top = _HEAD + marks.LINE * len(lines)
    flags = army.legend(words) if shot.army else []
    signs = marks.legend(words, flags, crowds.legend(world.scenario, words))
    wide, foot = 1200.0, marks.foot(signs)
    high = wide * _RATIO + top - _HEAD + foot - marks.foot(signs[:1])
    bottom = high - foot
    all_at, middle_at = extents(world, events)
    panels = [Panel(Box(0.0, top, wide, bottom), all_at)]
    if middle_at:
        # The middle of a city is crowded, so it is drawn again, larger.
        panels = [
            Panel(Box(0.0, top, 706.0, bottom), all_at),
            Panel(Box(706.0, top, wide, bottom), middle_at),
        ]
    label = words.sentence(
        "simulated", number=str(number), reading=world.scenario.id, seed=str(seed)
    )
    title = f"{label}. {changed}" if changed else label
    body = "".join(
        (
            f'<rect width="{wide:.0f}" height="{high:.0f}" fill="{palette.PAPER}"/>',
            *(
                draw(panel, world, shot, city, lang, panels[index + 1 :])
                for index, panel in enumerate(panels)
            ),
            marks.frame(panels[1].box) if len(panels) > 1 else "",
            *(marks.scale(panel.box, panel.projection.per_metre, words) for panel in panels),
            marks.header(world.scenario, shot, words, wide, label, lines),
            marks.footer(signs, words, wide, high, osm=bool(city)),
        )
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" '
        f'height="{width * high / wide:.0f}" '
        f'viewBox="0 0 {wide:.0f} {high:.0f}" lang="{lang}" font-family="{palette.TEXT_FACE}" '
        f'fill="{palette.INK}"><title>{escape(title)}</title>{marks.DEFS}{crowds.DEFS}{body}</svg>\n'
    )


def extents(world: World, events: Sequence[Sequence[int]]) -> tuple[list[Point], list[Point]]:
    """Return the positions that the sheet shows, and those of the crowded middle.

    They do not depend on the hour, so that pictures can be laid side by side.  Where goals are few
    the middle is not shown apart.
    """
    names, places = world.names["place"], world.scenario.places
    touched = set(world.goals) | {row[4] for row in events if row[4] >= 0}
    every = [places[names[index]].at for index in sorted(touched)]
    goals = [places[names[goal]].at for goal in world.goals]
    if len(goals) < _CROWD:
        return every or [place.at for place in places.values()], []
    middle = median(at[0] for at in goals), median(at[1] for at in goals)
    flat = math.cos(math.radians(middle[0]))
    near = sorted(goals, key=lambda at: math.hypot(at[0] - middle[0], flat * (at[1] - middle[1])))
    return every, near[: (3 * len(near)) // 5]
