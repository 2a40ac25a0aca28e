"""Benchville: a made-up city that uses most rules of the day, written from a formula.

Forty nodes lie on a spiral about the middle, so that distances are of all sizes; what a node is
follows from its ordinal.  Nothing here happened and every number is assumed.  `write` makes
`bench-city.yaml` anew, and a test holds that the file is what this formula gives.
"""

from __future__ import annotations

import math
from pathlib import Path

CITY = Path(__file__).with_name("bench-city.yaml")
FIXED = Path(__file__).with_name("bench-city.fixed.yaml")

NODES = 40
CATEGORIES = {
    0: "government",  # the centre, from which the state is led
    1: "telephone",
    2: "telegraph",
    3: "power",
    4: "power",
    5: "water",
    6: "government",  # the shelter
}
"""What the first nodes are; the rest take turns."""
TURNS = ("rail", "government", "press", "bridge", "radio", "police")

SETTINGS: dict[str, dict[str, str]] = {
    "as is": {},
    "few guards, no telephone": {
        "guards": "few",
        "telephone": "cut",
        "order": "together",
        "response": "shift",
    },
    "arrests first, late alarm": {"order": "arrests-first", "alarm": "late", "response": "give-up"},
}
"""Decisions of the three settings that the twin is compared in."""


def category(node: int) -> str:
    """Return what a node is."""
    return CATEGORIES.get(node, TURNS[node % len(TURNS)])


def point(step: float) -> str:
    """Return the position of a step on the spiral: golden angle, area growing evenly."""
    radius = 0.0045 * math.sqrt(step + 0.5)  # degrees; 40 nodes within 3.2 km
    angle = 2.399963 * step
    north, east = radius * math.cos(angle), radius * math.sin(angle)
    return f"[{10 + north:.5f}, {10 + east:.5f}]"


def _place(name: str, kind: str, step: float, more: str = "") -> str:
    title = name.replace("_", " ").capitalize()
    names = f"{{en: {title}, ru: {title}}}"
    return f"  {name}: {{name: {names}, at: {point(step)}, precision: 10, category: {kind}{more}}}"


def places() -> list[str]:
    """Return the lines of the places."""
    lines = ["places:"]
    for node in range(NODES):
        more = ", open: true" if category(node) == "bridge" else ""
        lines.append(_place(f"node_{node:02d}", category(node), node, more))
    lines += [_place(f"muster_{i}", "muster", 12.5 + 11 * i) for i in range(4)]
    lines.append(_place("club", "headquarters", 30.5))
    lines += [_place("barracks_east", "barracks", 60), _place("barracks_west", "barracks", 75)]
    for side, step in (("east", 20.5), ("west", 27.5)):
        radius = "{uniform: [300, 1500], unit: metre, basis: assumed}"
        lines.append(_place(f"homes_{side}", "homes", step, f", scattered: {radius}"))
    return lines


def dependencies() -> list[str]:
    """Return the lines of the dependencies; power, water and telephone run in a circle."""
    share = "{{pert: [{}, {}, {}], unit: share, basis: assumed}}"
    strong, weak = share.format(0.5, 0.8, 1), share.format(0.1, 0.3, 0.6)
    lines = ["dependencies:"]

    def need(supplier: int, consumer: int, kind: str, loss: str, backup: str) -> None:
        ends = f"supplier: node_{supplier:02d}, consumer: node_{consumer:02d}, kind: {kind}"
        name = f"{kind}_{supplier:02d}_{consumer:02d}"
        lines.append(f"  {name}: {{{ends}, loss: {loss}, backup: {backup}}}")

    later = "{same: backup}"
    at_once = "{point: 0, unit: hour, basis: assumed}"
    need(3, 1, "power", strong, later)
    need(3, 5, "power", weak, at_once)
    need(5, 4, "water", weak, later)
    need(4, 2, "power", strong, later)
    need(4, 3, "power", weak, at_once)
    need(1, 3, "information", weak, at_once)
    for consumer in (10, 22, 34):
        need(4, consumer, "power", weak, later)
    for consumer in (0, 8, 14):
        need(1, consumer, "command", strong, at_once)
        need(2, consumer, "command", weak, at_once)
    for consumer in (9, 15, 21):
        need(11, consumer, "guard", strong, at_once)
    return lines


def guards() -> list[str]:
    """Return the lines of the guards: everywhere, some hidden, some in the open."""
    lines = ["guards:"]
    for node in range(NODES):
        posture = "outside" if node % 3 == 2 else "inside"
        hidden = "true" if node % 2 else "false"
        size = "strong_guard" if node < 8 else "guard"
        seen = f"posture: {posture}, hidden: {hidden}, size: {{same: {size}}}"
        skill = "vigilance: {same: vigilance}, fire: {same: fire_state}, breakoff: {same: breakoff}"
        lines.append(f"  guard_{node:02d}: {{place: node_{node:02d}, {seen}, {skill}}}")
    return lines


def squads() -> list[str]:
    """Return the lines of the squads: eight kinds for the nodes, two for the persons."""
    lines = ["squads:"]

    def kind(name: str, count: int, phase: str, rest: str, start: str, vehicle: str) -> None:
        head = f"name: {{en: {name}, ru: {name}}}, start: [{start}], vehicle: {vehicle}"
        number = f"count: {{point: {count}, unit: count, basis: assumed}}, size: {{same: squad}}"
        lines.append(
            f"  {name}: {{{head}, {number}, fire: {{same: fire_plot}}, phase: {phase}, {rest}}}"
        )

    for i in range(8):
        targets = ", ".join(f"node_{node:02d}" for node in range(i, NODES, 8))
        start = f"muster_{i % 4}, muster_{(i + 1) % 4}"
        vehicle = "truck" if i == 5 else "foot"
        kind(f"kind_{i}", 11, "nodes", f"targets: [{targets}]", start, vehicle)
    kind("raiders", 8, "persons", "persons: [cabinet, council]", "muster_0, muster_2", "truck")
    kind("searchers", 4, "persons", "persons: [staff, council]", "muster_1", "foot")
    return lines


def power() -> list[str]:
    """Return the lines of the rule of power: all of the first twelve nodes count."""
    weight = "{uniform: [1, 3], unit: weight, basis: assumed}"
    weights = (f"    node_{node:02d}: {weight}" for node in range(12))
    return [
        "power:",
        "  nodes:",
        *weights,
        "  share_nodes: {uniform: [0.2, 0.6], unit: share, basis: assumed}",
        "  share_leaders: {uniform: [0.1, 0.4], unit: share, basis: assumed}",
        "  hours: {pert: [0.5, 1, 4], unit: hour, basis: assumed}",
    ]


def text() -> str:
    """Return the scenario."""
    unguarded = (node for node in range(4, NODES) if node % 4)
    few = ", ".join(f"guards.guard_{node:02d}.posture: none" for node in unguarded)
    head = "# Benchville, a made-up city for benchmarks: bench_city.py wrote this, do not edit it."
    fixed = FIXED.read_text(encoding="utf-8").partition("\n")[2].replace("{FEW}", f"{{{few}}}")
    parts = (places, dependencies, guards, squads, power)
    return "\n".join([head, fixed, *("\n".join(part()) + "\n" for part in parts)])


def write() -> None:
    """Write the scenario's file anew."""
    CITY.write_text(text(), encoding="utf-8")


if __name__ == "__main__":
    write()
