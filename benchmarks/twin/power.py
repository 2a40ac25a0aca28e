"""When the plot is in power."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.twin.clockwork import NEVER, Rule, Timer

if TYPE_CHECKING:
    from benchmarks.twin.city import City


class Power:
    """Enough command nodes and enough leaders, together, for long enough."""

    def __init__(self, city: City) -> None:
        self._city = city
        self.seized_at = NEVER
        self._clock = Timer(city, Rule.POWER, 0, self._seize)

    def check(self) -> None:
        """Start or stop the clock."""
        number, city = self._city.numbers, self._city
        places = city.places.values()
        nodes = sum(place.weight for place in places)
        held = sum(place.weight for place in places if place.held_by_plot)
        leaders = sum(person.weight for person in city.persons)
        taken = sum(person.weight for person in city.persons if not person.at_large)
        enough = (held / nodes if nodes else 0.0) >= number("power.share_nodes")
        enough = enough and (taken / leaders if leaders else 1.0) >= number("power.share_leaders")
        if enough and not self._clock.runs:
            self._clock.set(city.now + 3600 * number("power.hours"))
        elif not enough:
            self._clock.stop()

    def _seize(self) -> None:
        self.seized_at = self._city.now
        self._city.end("none")
