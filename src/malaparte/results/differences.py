"""Why a folder cannot take a run: what of two manifests is not the same, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from malaparte.results.manifest import Manifest
from malaparte.said import said
from malaparte.scenario.near import NOTHING

OTHERWISE = said("Choose another folder, or ask for what this one holds (`malaparte info`).")
"""What to try."""

_MOST = 4
"""Values of a scenario that are named."""


def differences(asked: Manifest, there: Manifest) -> list[str]:
    """Return what differs, plain choices first; more worlds than there are do not count.

    Parameters
    ----------
    asked, there : Manifest
        Of the run that was asked for, and of the folder.
    """
    mine, theirs = asked.settings, there.settings
    found: list[str] = []

    def tell(name: str, old: object, new: object) -> None:
        if old != new:
            found.append(_other(name, old, new))

    tell("scenario", there.name, asked.name)
    tell("seed", theirs.seed, mine.seed)
    tell("with", _sources(there), _sources(asked))
    tell("do", _pairs(theirs.do), _pairs(mine.do))
    tell("set", _pairs(theirs.set), _pairs(mine.set))
    tell("events", theirs.events, mine.events)
    tell(said("worlds of one set of assumptions"), theirs.inner, mine.inner)
    tell(said("worlds in a block"), there.block, asked.block)
    if not found and theirs.scenario != mine.scenario:
        found += _values(there.scenario, asked.scenario)
    if theirs.rules != mine.rules:
        words = said(
            "rules: the folder was made by version {version} ({there}), "
            "whose rules are not those installed here ({here})",
            version=there.origin.version,
            there=theirs.rules.sources,
            here=mine.rules.sources,
        )
        found.append(words)
    if not found and theirs.worlds > mine.worlds:
        words = said(
            "worlds: {there:,} in the folder, only {asked:,} asked",
            there=theirs.worlds,
            asked=mine.worlds,
        )
        found.append(words)
    return found


def _pairs(chosen: dict[str, Any]) -> str:
    return " ".join(f"{name}={value}" for name, value in sorted(chosen.items())) or NOTHING


def _other(name: str, old: object, new: object) -> str:
    return said("{name}: {old} in the folder, {new} asked", name=name, old=old, new=new)


def _sources(told: Manifest) -> str:
    return _pairs(
        {group: f"{one.scenario} ({one.digest[:16]})" for group, one in told.transplants.items()}
    )


def _values(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """Return which values of a scenario were changed since."""
    before, after = dict(_leaves(old, "")), dict(_leaves(new, ""))
    paths = [path for path in {**before, **after} if before.get(path) != after.get(path)]
    told = [
        _other(path, before.get(path, NOTHING), after.get(path, NOTHING)) for path in paths[:_MOST]
    ]
    rest = len(paths) - len(told)
    return told + ([said("and {n} more values of the scenario", n=rest)] if rest else [])


def _leaves(data: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(data, dict):
        for key, value in cast(dict[str, Any], data).items():
            yield from _leaves(value, f"{path}.{key}" if path else key)
    else:
        yield path, data
