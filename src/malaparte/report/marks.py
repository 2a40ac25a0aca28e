"""The marks of the map: wedges, discs and squares; its head and its foot."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from malaparte.drawing.palette import BLUE, GREY, HEAD_FACE, INK, OCHRE, PAPER, RED
from malaparte.drawing.svg import text_width
from malaparte.report.labels import Box, Placed
from malaparte.report.state_at import Snapshot, Unit
from malaparte.report.words import Words
from malaparte.scenario.document import Scenario

LINE = 20
"""Height of a line below the head."""
LABEL = 12.5
"""Size of the names on the map."""

DEFS = (
    '<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" '
    f'patternTransform="rotate(45)"><rect width="5" height="5" fill="{OCHRE}"/>'
    f'<rect width="2" height="5" fill="{INK}"/></pattern></defs>'
)


def side_of(*, command: bool) -> float:
    """Return the side of a place's square; command nodes are larger."""
    return 16.0 if command else 12.0


def _square(x: float, y: float, side: float, fill: str) -> str:
    return (
        f'<rect x="{x - side / 2:.1f}" y="{y - side / 2:.1f}" width="{side}" height="{side}" '
        f'fill="{fill}" stroke="{INK}" stroke-width="1.4"/>'
    )


def scenery(x: float, y: float) -> str:
    """Return the mark of a place that nobody fights for."""
    return f'<rect x="{x - 1.8:.1f}" y="{y - 1.8:.1f}" width="3.6" height="3.6" fill="{GREY}"/>'


def contested(x: float, y: float, side: float) -> str:
    """Return the mark of a place that is fought over."""
    return _square(x, y, side + 3, "url(#hatch)")


def held(x: float, y: float, side: float) -> str:
    """Return the mark of a place in the hands of the plot."""
    return _square(x, y, side, RED)


def quiet(x: float, y: float, side: float, *, guarded: bool, hidden: bool) -> str:
    """Return the mark of a place that is the state's: hollow, with its guard if it has one."""
    return _square(x, y, side, PAPER) + (disc(x, y, side * 0.29, hidden) if guarded else "")


def disc(x: float, y: float, radius: float, hidden: bool = False) -> str:
    """Return the mark of men of the state; hidden ones are a ring."""
    if hidden:
        return (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius - 0.6:.1f}" fill="none" '
            f'stroke="{BLUE}" stroke-width="2"/>'
        )
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{BLUE}"/>'


def unit(one: Unit, x: float, y: float, heading: float) -> str:
    """Return the mark of a squad or of a group of the reserve."""
    if one.side == "regime":
        return (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{BLUE}" stroke="{PAPER}" '
            'stroke-width="1"/>'
        )
    return wedge(x, y, heading, one.doing == "waiting")


def wedge(x: float, y: float, heading: float, waiting: bool = False) -> str:
    """Return a wedge whose point shows where it goes; one that waits is hollow."""
    fill = PAPER if waiting else RED
    return (
        f'<path d="M0 -9L4.6 5.5L-4.6 5.5Z" transform="translate({x:.1f} {y:.1f}) '
        f'rotate({heading:.0f})" fill="{fill}" stroke="{RED if waiting else PAPER}" '
        f'stroke-width="{1.3 if waiting else 0.9}" stroke-linejoin="round"/>'
    )


def label_box(one: Placed) -> Box:
    """Return the room that a name takes."""
    return Box(one.x, one.y - 0.8 * LABEL, one.x + text_width(one.text, LABEL), one.y + 0.2 * LABEL)


def label(one: Placed, colour: str = INK) -> str:
    """Return a name with a halo of paper, and a line to its mark if that is not beside it."""
    box, line = label_box(one), ""
    if one.mark:
        x, y = one.mark
        near_x = min(max(x, box.left), box.right)
        near_y = min(max(y, box.top), box.bottom)
        line = (
            f'<path d="M{x:.1f} {y:.1f}L{near_x:.1f} {near_y:.1f}" stroke="{INK}" '
            'stroke-width="0.8"/>'
        )
    return (
        f'{line}<text fill="{colour}" x="{one.x:.1f}" y="{one.y:.1f}" font-size="{LABEL}" '
        f'stroke="{PAPER}" stroke-width="3.2" stroke-linejoin="round" paint-order="stroke">'
        f"{escape(one.text)}</text>"
    )


def header(
    scenario: Scenario,
    shot: Snapshot,
    words: Words,
    wide: float,
    simulated: str,
    changed: Sequence[str],
) -> str:
    """Return the head: what this is, which world, changed in what, at what hour, who stands how."""
    moving = sum(one.side == "plot" for one in shot.units)
    held_now = sum(side == "plot" for side in shot.holders.values())
    title = escape(scenario.title.say(words.lang))
    reading = words.say("reading-line", reading=scenario.reading.say(words.lang))
    counts = (
        (RED, words.say("map-squads", n=moving)),
        (RED, words.say("map-held", n=held_now)),
        (INK, words.say("map-contested", n=len(shot.contested))),
    )
    brand = words.say("map-brand")
    edge = 46 + text_width(brand, 30) * 0.86
    parts = [
        f'<rect width="{wide}" height="{92 + LINE * len(changed)}" fill="{PAPER}"/>',
        *(
            f'<text x="18" y="{98 + LINE * number}" font-size="14">{escape(line)}</text>'
            for number, line in enumerate(changed)
        ),
        f'<path d="M0 0H{edge + 14:.0f}L{edge:.0f} 54H0Z" fill="{RED}"/>',
        f'<text x="18" y="39" font-family="{HEAD_FACE}" font-size="31" font-weight="600" '
        f'letter-spacing="1" fill="{PAPER}">{brand}</text>',
        f'<text x="{edge + 30:.0f}" y="25" font-family="{HEAD_FACE}" font-size="19" '
        f'font-weight="600">{title}</text>',
        f'<text x="{edge + 30:.0f}" y="46" font-size="14">{escape(reading)}</text>',
        f'<rect x="{wide - 122}" y="9" width="104" height="38" fill="none" stroke="{INK}" '
        'stroke-width="2"/>',
        f'<text x="{wide - 70}" y="38" font-family="{HEAD_FACE}" font-size="27" '
        f'font-weight="600" text-anchor="middle">{words.clock(shot.t)[:5]}</text>',
        f'<rect y="54" width="{wide}" height="5" fill="{INK}"/>',
        f'<text x="18" y="80" font-size="15" font-weight="600">{escape(simulated)}</text>',
    ]
    x = wide - 18
    for colour, text in reversed(counts):
        parts.append(
            f'<text x="{x:.0f}" y="80" font-size="15" text-anchor="end" fill="{colour}">'
            f"{escape(text)}</text>"
        )
        x -= text_width(text, 15) + 26
    return "".join(parts)


def frame(box: Box) -> str:
    """Return the line around an inset."""
    return f'<path d="M{box.left} {box.top}V{box.bottom}" stroke="{INK}" stroke-width="2"/>'


def scale_box(box: Box, per_metre: float) -> Box:
    """Return the room that the scale bar of a panel takes, in its lower right corner."""
    wide = max(1000 * per_metre, text_width("1 km", 12.5))
    return Box(box.right - 16 - wide, box.bottom - 34, box.right - 16, box.bottom - 10)


def scale(box: Box, per_metre: float, words: Words) -> str:
    """Return the scale bar of a panel, in its lower right corner."""
    left, low = box.right - 16 - 1000 * per_metre, box.bottom - 12
    return (
        f'<path d="M{left:.1f} {low - 5}V{low}H{box.right - 16}V{low - 5}" fill="none" '
        f'stroke="{INK}" stroke-width="1.4"/><text x="{box.right - 16}" y="{low - 8}" '
        f'font-size="12.5" text-anchor="end">{words.say("legend-scale")}</text>'
    )


Sign = tuple[str, str]
"""A mark, drawn around the point (0, 0), and what it means."""


def legend(words: Words, *others: list[Sign]) -> list[list[Sign]]:
    """Return the rows of the legend: marks of the plot and the state, then what else there is."""
    signs = (
        (wedge(0, 0, 45), "legend-squad"),
        (wedge(0, 0, 45, True), "legend-waiting"),
        (disc(0, 0, 5), "legend-group"),
        (quiet(0, 0, 12, guarded=False, hidden=False), "legend-unheld"),
        (quiet(0, 0, 14, guarded=True, hidden=False), "legend-guarded"),
        (quiet(0, 0, 14, guarded=True, hidden=True), "legend-hidden"),
        (held(0, 0, 12), "legend-held"),
        (contested(0, 0, 11), "legend-contested"),
    )
    return [[(mark, words.say(id)) for mark, id in signs], *filter(None, others)]  # noqa: A001


def foot(rows: list[list[Sign]]) -> float:
    """Return the height of the foot."""
    return 40.0 + 22.0 * len(rows)


def footer(rows: list[list[Sign]], words: Words, wide: float, high: float, *, osm: bool) -> str:
    """Return the legend and whose the map is."""
    top = high - foot(rows)
    parts = [
        f'<rect y="{top}" width="{wide}" height="{foot(rows)}" fill="{PAPER}"/>',
        f'<rect y="{top}" width="{wide}" height="2" fill="{INK}"/>',
    ]
    for row, signs in enumerate(rows):
        x, middle = 24.0, top + 22 * (row + 1)
        for mark, text in signs:
            parts.append(f'<g transform="translate({x:.1f} {middle:.1f})">{mark}</g>')
            parts.append(f'<text x="{x + 13:.1f}" y="{middle + 4.5}" font-size="13">{text}</text>')
            x += text_width(text, 13) + 40
    parts += [
        f'<text x="18" y="{high - 14}" font-size="12.5" fill="{GREY}">'
        f"{words.say('legend-straight')}"
        + (f" {words.say('map-notice')}" if osm else "")
        + "</text>",
    ]
    return "".join(parts)
