"""The city under the map: rivers, rings, railways, streets and walls."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from malaparte.scenario.document import Scenario

Point = tuple[float, float]

# Stroke, width in pixels on a sheet of 1,200, dashes.  Later kinds lie on top.
_STYLES = {
    "river": ("#B9CCD8", 0.0, ""),
    "street": ("#E0D5BC", 2.0, ""),
    "ring": ("#D8CCB0", 5.0, ""),
    "rail": ("#736A5C", 1.1, "6 3"),
    "wall": ("#8C4A33", 1.8, ""),
}


@dataclass(frozen=True)
class Projection:
    """Degrees to pixels: equal scale in both directions around the middle of a city."""

    north: float
    west: float
    per_metre: float
    left: float
    top: float

    def xy(self, at: Point) -> Point:
        """Return the pixel of a latitude and longitude."""
        lat, lon = at
        metre = 111_320.0
        across = (lon - self.west) * metre * math.cos(math.radians(self.north))
        return (
            self.left + across * self.per_metre,
            self.top + (self.north - lat) * metre * self.per_metre,
        )


def fit(places: Iterable[Point], box: tuple[float, float, float, float]) -> Projection:
    """Return the projection that shows all places inside a box (left, top, width, height)."""
    left, top, width, height = box
    lats, lons = zip(*places, strict=True)
    north = max(lats)
    trial = Projection(north, min(lons), 1.0, 0.0, 0.0)
    across, down = trial.xy((min(lats), max(lons)))
    scale = min(width / max(across, 500.0), height / max(down, 500.0))
    return Projection(
        north,
        min(lons),
        scale,
        left + (width - across * scale) / 2,
        top + (height - down * scale) / 2,
    )


def features(scenario: Scenario) -> list[dict[str, Any]]:
    """Return the GeoJSON features of the scenario's city; none if its folder has no map."""
    for ref in (scenario.id, scenario.extends or ""):
        parts = ref.split("-")
        for length in range(len(parts), 0, -1):
            found = _read("-".join(parts[:length]))
            if found:
                return found
    return []


@cache
def _read(folder: str) -> list[dict[str, Any]]:
    if not folder or "/" in folder or folder.startswith("."):
        return []
    file = resources.files("malaparte").joinpath("library", folder, "map", "map.geojson")
    return json.loads(file.read_text(encoding="utf-8"))["features"] if file.is_file() else []


def basemap(found: list[dict[str, Any]], projection: Projection, zoom: float) -> str:
    """Return the SVG of the city."""
    parts: list[str] = []
    for kind, (stroke, wide, dashes) in _STYLES.items():
        for feature in found:
            properties = feature["properties"]
            if properties["kind"] != kind:
                continue
            width = (wide or 1.1 * float(properties.get("w", 4))) * zoom
            path = _path(feature["geometry"], projection)
            dash = f' stroke-dasharray="{dashes}"' if dashes else ""
            parts.append(f'<path d="{path}" stroke="{stroke}" stroke-width="{width:.1f}"{dash}/>')
    return (
        '<g fill="none" stroke-linejoin="round" stroke-linecap="round">' + "".join(parts) + "</g>"
    )


def _path(geometry: dict[str, Any], projection: Projection) -> str:
    closed = geometry["type"] == "Polygon"
    line = geometry["coordinates"][0] if closed else geometry["coordinates"]
    points = [projection.xy((lat, lon)) for lon, lat in line]
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + ("Z" if closed else "")


def river_points(found: list[dict[str, Any]], lang: str) -> list[tuple[str, Point]]:
    """Return the names of rivers with positions along them, the middle ones first."""
    named: list[tuple[str, Point]] = []
    for feature in found:
        properties = feature["properties"]
        if properties["kind"] == "river":
            line = feature["geometry"]["coordinates"]
            name = properties.get("name_ru" if lang == "ru" else "name", "")
            for part in (0.5, 0.3, 0.7, 0.15, 0.85):
                lon, lat = line[int(part * (len(line) - 1))]
                named.append((name, (lat, lon)))
    return named
