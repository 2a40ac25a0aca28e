"""The army on the map's sheet: a flag for each unit."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from malaparte.drawing.palette import BLUE, GREY, INK, PAPER, RED
from malaparte.report.labels import Box
from malaparte.report.marks import side_of
from malaparte.report.state_at import Choice, Snapshot
from malaparte.report.words import Words

if TYPE_CHECKING:
    from malaparte.report.panel import Panel
    from malaparte.world.build import World

_FILL: dict[Choice, str] = {"obeys": BLUE, "waits": PAPER, "joins": RED, "beaten": GREY}


class Flag(NamedTuple):
    """What a unit does, and the pixel of the middle of its pole."""

    choice: Choice
    x: float
    y: float

    @property
    def box(self) -> Box:
        """The room that it takes."""
        return Box(self.x - 2, self.y - 10, self.x + 14, self.y + 8)


def flags(world: World, shot: Snapshot, panel: Panel) -> list[Flag]:
    """Return the units in a panel: on their way, or in a row above the place where they stand.

    Units from outside have none: on the day they are not in the city.
    """
    nodes, names = world.scenario.power.nodes, world.names["place"]
    row: dict[int, int] = defaultdict(int)
    found: list[Flag] = []
    for unit in shot.army:
        if unit.doing == "outside" or not panel.covers(unit.at):
            continue
        x, y = panel.projection.xy(unit.at)
        if unit.doing == "there":
            half = side_of(command=names[unit.place] in nodes) / 2
            x, y = x + half + 3 + 15 * row[unit.place], y - half - 5
            row[unit.place] += 1
        found.append(Flag(unit.choice, x, y))
    return found


def flag(one: Flag) -> str:
    """Return a flag.

    Full for the state, forked for the plot, hollow while it waits, grey once it is beaten.
    """
    fork = "L7 -5" if one.choice == "joins" else ""
    bar = f'<path d="M0 -1L12 -9" stroke="{PAPER}" stroke-width="1.6"/>'
    return (
        f'<g transform="translate({one.x:.1f} {one.y:.1f})" stroke="{INK}">'
        f'<path d="M0 -9V7" stroke-width="1.8"/><path d="M0 -9H12{fork}L12 -1H0Z" '
        f'fill="{_FILL[one.choice]}" stroke-width="1.3"/>{bar * (one.choice == "beaten")}</g>'
    )


def legend(words: Words) -> list[tuple[str, str]]:
    """Return the flags with what they mean, each drawn around the point (0, 0)."""
    return [(flag(Flag(choice, -6.0, 1.0)), words.say(f"legend-{choice}")) for choice in _FILL]
