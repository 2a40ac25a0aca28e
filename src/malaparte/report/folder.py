"""Folders of results as text for a terminal: what one holds, and what was computed again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from malaparte.report.page import command, filled
from malaparte.report.share import label
from malaparte.report.words import Words
from malaparte.results.store import NAMED
from malaparte.scenario.read import library
from malaparte.scenario.tree import written

if TYPE_CHECKING:
    from malaparte.ensemble.kept import Kept
    from malaparte.ensemble.replaying import Replayed
    from malaparte.results.manifest import Manifest
    from malaparte.results.survey import Survey

_HEADS = (
    *("run", "scenario", "with", "do", "set", "worlds", "whole", "missing", "damaged", "stray"),
    *("digest", "rules", "made", "python", "command", "ended"),
)


def info_text(kept: Kept, found: Survey, folder: Path, lang: str) -> str:
    """Return what a folder holds, what it was made of, and what is missing."""
    words, told, settings = Words(lang), kept.manifest, kept.manifest.settings
    heads = {head: words.say("info-head", head=head) for head in _HEADS}
    width = max(map(len, heads.values()))
    lines: list[str] = []

    def line(head: str, text: str) -> None:
        lines.append(f"{heads[head] if head else '':{width}}  {text}")

    line("run", told.run)
    line("scenario", f"{told.name} ({settings.scenario[:16]})")
    for group, one in told.transplants.items():
        line("with", f"{group}={one.scenario} ({one.digest[:16]})")
    for name, option in settings.do.items():
        line("do", f"{name}={option}")
    for path, value in settings.set.items():
        line("set", f"{path}={written(value)}")
    line("worlds", words.say("info-worlds", worlds=settings.worlds, seed=str(settings.seed)))
    blocks = {"whole": len(found.whole), "of": len(kept.store.numbers), "block": told.block}
    line("whole", words.say("info-whole", **blocks, bytes=found.size, events=told.events))
    lacks = ("damaged", found.damaged, len(found.damaged)), ("stray", found.stray, len(found.stray))
    for head, names, of in (("missing", found.missing, found.absent), *lacks):
        if names:
            line(head, few_text(names, of, words))
    if found.digest:
        line("digest", found.digest)
    chance = str(settings.rules.chance)
    line("rules", words.say("info-rules", rules=settings.rules.sources, chance=chance))
    origin = told.origin
    made = {"when": origin.started, "host": origin.host, "version": origin.version}
    line("made", words.say("info-made", **made))
    in_python = origin.command == "Python"
    if in_python:
        line("python", _call(told, folder, width + 2))
    else:
        lines.append(command(origin.command, f"{heads['command']:{width}}  "))
    for number, (name, count) in enumerate(found.labels.items()):
        worlds = words.say("number", n=count)
        line("" if number else "ended", f"{worlds:>12}  {label(name, words)}")
    if found.missing or found.damaged or found.stray:
        lines.append(words.say("info-again", python="yes" if in_python else "no"))
    return filled("\n".join(lines))


def few_text(names: Sequence[str], of: int, words: Words) -> str:
    """Return the first names of many files, and how many more there are."""
    return words.say("info-few", names=", ".join(names[:NAMED]), more=max(0, of - NAMED))


def _call(told: Manifest, folder: Path, indent: int) -> str:
    """Return the call that fills a folder from Python; FILE is where the scenario stands."""
    asked, scenario = told.settings, repr(told.name) if told.name in library() else "FILE"
    with_ = {group: one.scenario for group, one in told.transplants.items()}
    changes = (("do", asked.do), ("set", asked.set), ("transplant", with_))
    given = "".join(f", {name}={values}" for name, values in changes if values)
    words = "" if told.events == "none" else f", events={told.events!r}"
    keep = f"keep({str(folder)!r}, {asked.worlds}, {asked.seed}{words})"
    return f"lab = malaparte.load({scenario}{given})\n{'':{indent}}lab.{keep}"


def replayed_text(
    world: int,
    found: Replayed,
    compared: tuple[bool, bool | None],
    beside: Sequence[str],
    lang: str,
) -> str:
    """Return what a world that was computed again proves.

    Parameters
    ----------
    world : int
        Its number.
    found : Replayed
        The world, told from its events.
    compared : (bool, bool or None)
        Whether the folder's row, and its events, could be compared; None if they were not kept.
    beside : sequence of str
        What stands in no column and is not told by events (`malaparte.results.told.untold`).
    lang : str
        'en' or 'ru'.
    """
    words, (row, events) = Words(lang), compared
    told = words.say(
        "replay-same",
        world=str(world),
        n=len(found.trace.events),
        told=len(found.told),
        of=len(found.row),
        row="yes" if row else "no",
        events={True: "same", False: "gone", None: "none"}[events],
    )
    silent = [words.say("untold-" + name.replace(" ", "-")) for name in beside]
    names = ", ".join([*found.untold, *silent])
    return filled(f"{told}\n{words.say('replay-untold', names=names)}")
