"""What all worlds of a scenario have in common: where places are, and who needs whom."""

from __future__ import annotations

import math
from functools import cached_property
from itertools import pairwise

from malaparte.scenario.document import Scenario

EARTH = 6_371_008.8
"""Mean radius of the earth in metres."""


class Chart:
    """A scenario with the distances between its places."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        ids = sorted(scenario.places)
        latitude, longitude = scenario.places[ids[0]].at
        east = EARTH * math.radians(1) * math.cos(math.radians(latitude))
        north = EARTH * math.radians(1)
        at = {name: scenario.places[name].at for name in ids}
        self._points = {
            name: ((lon - longitude) * east, (lat - latitude) * north)
            for name, (lat, lon) in at.items()
        }
        self.metres = {
            (a, b): math.dist(self._points[a], self._points[b]) for a in ids for b in ids
        }
        """Straight distance between two places."""

    @cached_property
    def from_march(self) -> dict[str, float]:
        """Distance in metres of each place from the route of the columns."""
        if self.scenario.columns is None:
            return dict.fromkeys(self._points, math.inf)
        route = [self._points[name] for name in self.scenario.columns.route]
        legs = list(pairwise(route)) or [(route[0], route[0])]
        return {
            name: min(_from_leg(point, *leg) for leg in legs)
            for name, point in self._points.items()
        }


def _from_leg(point: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    length = math.dist(a, b)
    if length == 0:
        return math.dist(point, a)
    along = sum((p - s) * (e - s) for p, s, e in zip(point, a, b, strict=True)) / length**2
    along = min(max(along, 0.0), 1.0)
    foot = tuple(s + along * (e - s) for s, e in zip(a, b, strict=True))
    return math.dist(point, foot)
