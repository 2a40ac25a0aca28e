"""Moments of a day made by hand, for the twin of `state_at` (frontend/test/state.test.ts)."""

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from malaparte.kernel.events import EVENTS
from malaparte.report.state_at import Snapshot, state_at
from tests import hand_made as day

WORLD = day.world()


def plain(shot: Snapshot) -> dict[str, Any]:
    told = asdict(shot)
    for name in ("holders", "guards", "persons", "services", "crowds"):
        told[name] = sorted(getattr(shot, name).items())
    told["contested"] = sorted(shot.contested)
    return told


def test_moments_for_the_page(golden: Callable[[str, str], None]) -> None:
    last = max(event[1] for event in day.EVENTS)
    told = {
        "kinds": [kind._asdict() for kind in EVENTS],
        "places": [{"at": WORLD.scenario.places[name].at} for name in WORLD.names["place"]],
        "events": [list(event) for event in day.EVENTS],
        "moments": [plain(state_at(WORLD, day.EVENTS, t)) for t in range(0, last + 900, 900)],
    }
    golden("state_at.json", json.dumps(told) + "\n")


def test_units_of_the_army_for_the_page(golden: Callable[[str, str], None]) -> None:
    last = max(event[1] for event in day.ARMY_EVENTS)
    world = day.army_world()
    told = {
        "kinds": [kind._asdict() for kind in EVENTS],
        "places": [{"at": world.scenario.places[name].at} for name in world.names["place"]],
        "units": [
            {"place": place, "outside": outside}
            for place, outside in ((day.BARRACKS, False), (day.CLUB, False), (day.STATION, True))
        ],
        "events": [list(event) for event in day.ARMY_EVENTS],
        "moments": [plain(state_at(world, day.ARMY_EVENTS, t)) for t in range(0, last + 900, 300)],
    }
    golden("army_at.json", json.dumps(told) + "\n")
