"""The map of the city: each node filled as far as the chance that the plot ever takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from malaparte.drawing import palette
from malaparte.drawing.palette import GREY, INK, PAPER, RED
from malaparte.drawing.svg import NARROW, WIDE, Figure, figure, rect, text
from malaparte.report import marks
from malaparte.report.basemap import basemap, features, river_points
from malaparte.report.labels import Box, Label, place_labels
from malaparte.report.map import extents
from malaparte.report.names import short
from malaparte.report.panel import Panel
from malaparte.report.share import said
from malaparte.report.words import Words
from malaparte.results.summary import PlaceFate, Summary

if TYPE_CHECKING:
    from malaparte.world.build import World

_LABEL = 13.0


def city_figure(world: World, summary: Summary, words: Words, *, wide: bool = True) -> Figure:
    """Return the map.

    Parameters
    ----------
    world : World
        Places and goals.
    summary : Summary
        What was counted.
    words : Words
        Language.
    wide : bool
        The city beside its crowded middle, for a page; one under the other, for a telephone.
    """
    city = features(world.scenario)
    every, middle = extents(world, [])
    width = WIDE if wide else NARROW
    tall = 560.0 if wide else 320.0
    boxes = [Box(0.0, 0.0, float(width), tall)]
    if middle:
        boxes = (
            [Box(0.0, 0.0, 0.56 * width - 6, tall), Box(0.56 * width + 6, 0.0, float(width), tall)]
            if wide
            else [Box(0.0, 0.0, float(width), tall), Box(0.0, tall + 12, float(width), 2 * tall)]
        )
    panels = [
        Panel(box, places) for box, places in zip(boxes, filter(None, (every, middle)), strict=True)
    ]
    parts: list[str] = []
    for at, panel in enumerate(panels):
        parts += _panel(at, panel, world, summary, city, words, panels[at + 1 :])
    bottom = max(panel.box.bottom for panel in panels)
    parts += _legend(bottom + 26, words, wide=wide, osm=bool(city))
    high = bottom + (46 if wide else 66)
    name = "city-wide" if wide else "city-narrow"
    return figure(words.say("report-map-figure"), width, high, parts, words.lang, cls=name)


def _panel(
    at: int,
    panel: Panel,
    world: World,
    summary: Summary,
    city: list[dict[str, object]],
    words: Words,
    insets: list[Panel],
) -> list[str]:
    box, scenario = panel.box, world.scenario
    clip = f"city{at}-{box.right:.0f}"
    wide, high = box.right - box.left, box.bottom - box.top
    zoom = min(2.0, max(0.8, panel.projection.per_metre / 0.06))
    parts = [
        f'<clipPath id="{clip}">{rect(box.left, box.top, wide, high, PAPER)}</clipPath>',
        f'<g clip-path="url(#{clip})">{basemap(city, panel.projection, zoom)}',
    ]
    obstacles: list[Box] = []
    labels: list[Label] = []
    spots: list[tuple[float, float, float, PlaceFate]] = []
    for fate in summary.places:
        place = scenario.places[fate.place]
        if not panel.covers(place.at):
            continue
        x, y = panel.projection.xy(place.at)
        side = marks.side_of(command=fate.place in scenario.power.nodes) + 2
        spots.append((x, y, side, fate))
        obstacles.append(Box(x - side / 2, y - side / 2, x + side / 2, y + side / 2))
        if not any(inset.covers(place.at) for inset in insets):
            labels.append(Label(short(place.name.say(words.lang)), x, y, side / 2))
    for x, y, side, fate in reversed(spots):  # the likeliest on top
        parts.append(_node(x, y, side, fate, words))
    for one in place_labels(labels, obstacles, box, _LABEL):
        parts.append(text(one.x, one.y, one.text, _LABEL, halo=True))
        obstacles.append(marks.label_box(one))
    rivers = [
        Label(name, *panel.projection.xy(spot), 2.0)
        for name, spot in river_points(city, words.lang)
        if panel.covers(spot)
    ]
    seen: set[str] = set()
    for one in place_labels(rivers, obstacles, box, _LABEL):
        if one.text not in seen:
            parts.append(text(one.x, one.y, one.text, _LABEL, fill=palette.WATER, halo=True))
            seen.add(one.text)
    parts.append("</g>")
    parts.append(marks.scale(box, panel.projection.per_metre, words))
    frame = f'width="{wide:.1f}" height="{high:.1f}" fill="none" stroke="{INK}" stroke-width="2"'
    return [*parts, f'<rect x="{box.left:.1f}" y="{box.top:.1f}" {frame}/>']


def _node(x: float, y: float, side: float, fate: PlaceFate, words: Words) -> str:
    share = fate.falls.given_plot or fate.falls.share
    filled = side * share.value
    low = y + side / 2
    told = f"<title>{said(share, words, 'short')}</title>"
    return (
        f"<g>{told}{rect(x - side / 2, y - side / 2, side, side, PAPER)}"
        f"{rect(x - side / 2, low - filled, side, filled, RED)}"
        f"{rect(x - side / 2, y - side / 2, side, side, 'none', INK)}</g>"
    )


def _legend(y: float, words: Words, *, wide: bool, osm: bool) -> list[str]:
    parts: list[str] = []
    x = 2.0
    for share in (0.0, 0.5, 1.0):
        parts.append(rect(x, y - 11, 14, 14, PAPER))
        parts.append(rect(x, y + 3 - 14 * share, 14, 14 * share, RED))
        parts.append(rect(x, y - 11, 14, 14, "none", INK))
        parts.append(text(x + 20, y + 1, f"{share:.0%}".replace("%", " %"), 13))
        x += 70
    parts.append(text(x, y + 1, words.say("report-map-legend"), 13))
    if osm:
        notice = words.say("map-notice")
        if wide:
            parts.append(text(WIDE - 2, y + 1, notice, 13, anchor="end", fill=GREY))
        else:
            parts.append(text(2, y + 24, notice, 12, fill=GREY))
    return parts
