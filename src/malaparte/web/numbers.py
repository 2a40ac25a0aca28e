"""Every number of a scenario with its spread, source and grade; cards of what is claimed."""

from __future__ import annotations

import math
from collections import defaultdict
from pathlib import Path
from typing import Any

from malaparte.api import Laboratory
from malaparte.report.meaning import common, meaning
from malaparte.report.show import say_spread
from malaparte.report.words import LANGUAGES, Words
from malaparte.scenario.claim import Dossier, Sentence, article, dossier
from malaparte.scenario.walk import Located, quantities
from malaparte.web.desk import Desk


def numbers_view(lab: Laboratory) -> list[dict[str, Any]]:
    """Return the numbers of a scenario, shared ones once, in the order of their paths.

    ``doc`` says in every language what the field means that most users are of; ``lo`` and
    ``hi`` are the bounds that every field allows which uses it.
    """
    users: dict[str, list[Located]] = defaultdict(list)
    for one in quantities(lab.scenario).values():
        users[one.canonical].append(one)
    return [_number(path, those) for path, those in sorted(users.items())]


def _number(path: str, users: list[Located]) -> dict[str, Any]:
    quantity = users[0].quantity
    spread = quantity.spread
    measures = [one.measure for one in users]
    used = [one.path for one in users if one.path != path]
    field = common(used) or path
    return {
        "path": path,
        "used": used,
        "doc": {lang: meaning(field, Words(lang)) for lang in LANGUAGES},
        "kind": spread.kind,
        "args": list(spread.args),
        "within": [_finite(limit) for limit in spread.within],
        "said": say_spread(spread, Words("en")),
        "unit": quantity.unit or measures[0].unit,
        "lo": _finite(max(one.lo for one in measures)),
        "hi": _finite(min(one.hi for one in measures)),
        "basis": quantity.basis,
        "sources": list(quantity.sources),
        "note": quantity.note and quantity.note.model_dump(),
    }


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _claimed(ref: str | Path) -> tuple[Dossier, tuple[Sentence, ...]]:
    return dossier(ref), article(ref)


def cards_view(desk: Desk, lab: Laboratory, name: str) -> dict[str, Any]:
    """Return what is known of places, units, claims and sentences, and all sources by id."""
    known, sentences = desk.dossiers.get(name, lambda: _claimed(desk.ref(name)))
    places, army = lab.scenario.places, lab.scenario.army
    part = {"name", "role", "grade", "note", "sources", "precision", "category"}
    return {
        "places": {key: one.model_dump(mode="json", include=part) for key, one in places.items()},
        "units": {
            key: one.model_dump(mode="json", include={"commander", "arm"})
            for key, one in (army.units if army else {}).items()
        },
        "sources": {key: one.model_dump(mode="json") for key, one in known.sources.items()},
        "claims": {key: one.model_dump(mode="json") for key, one in known.claims.items()},
        "article": [one.model_dump(mode="json") for one in sentences],
    }
