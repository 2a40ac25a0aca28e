"""How long men are under way, and what the marching columns do to them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from malaparte.scenario.base import seconds

if TYPE_CHECKING:
    from benchmarks.twin.city import City
    from benchmarks.twin.place import Place


class Streets:
    """Time = straight line * detour / speed, slower among columns, with common and own luck."""

    def __init__(self, city: City) -> None:
        self._city = city
        number, columns = city.numbers, city.scenario.columns
        self._detour = number("movement.detour")
        self._speed = {way: number(f"movement.{way}") / 3.6 for way in ("foot", "truck")}
        self._own = number("movement.own")
        self._traffic = number("movement.traffic") * city.luck.standard_normal()
        self._since = seconds(columns.since) if columns else 0
        self._until = seconds(columns.until) if columns else 0
        self._width = number("columns.width")
        self._hinder = number("columns.hinder")
        self._hide = number("columns.hide")

    def among(self, place: Place, time: float) -> bool:
        """Tell whether a place lies among the columns at a time."""
        return self._since <= time < self._until and place.from_march <= self._width

    def cover(self, place: Place) -> float:
        """Return the share of detections at a place that the columns prevent now."""
        return self._hide if self.among(place, self._city.now) else 0.0

    def metres(self, a: Place, b: Place) -> float:
        """Return the straight distance between two places."""
        return self._city.chart.metres[a.name, b.name]

    def way(self, metres: float, vehicle: str, a: Place, b: Place, time: float) -> float:
        """Return the median seconds over a straight distance from place a to place b."""
        ends = self.among(a, time) + self.among(b, time)
        hinder = 1 + ends / 2 * (self._hinder - 1)
        return metres * self._detour / self._speed[vehicle] * hinder

    def luck(self) -> float:
        """Return the factor on one trip: the world's traffic and the mover's own luck."""
        return math.exp(self._traffic + self._own * self._city.luck.standard_normal())
