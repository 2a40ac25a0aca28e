"""Two tellings of one world: where they part, in the ids of the events."""

from __future__ import annotations

from malaparte.analysis.parting import Event, Parting
from malaparte.report.page import head, paragraph
from malaparte.report.words import Words

_COLUMNS = ("place", "actor", "target", "value")


def both_text(found: Parting, before: str, after: str, lang: str) -> str:
    """Return where two histories of one world part, and then both as told.

    Parameters
    ----------
    found : Parting
        The first difference.
    before, after : str
        The chronicles (`malaparte.report.chronicle`).
    lang : str
        'en' or 'ru'.
    """
    words = Words(lang)
    parts = [_parting(found, words)]
    for title, text in (("parting-before", before), ("parting-after", after)):
        parts.append([*head(words.say(title)), "", text.rstrip()])
    return "\n".join(line for part in parts for line in part).lstrip("\n") + "\n"


def _parting(found: Parting, words: Words) -> list[str]:
    lines = head(words.say("parting-head"))
    if found.day is not None:
        series = words.join(words.say(f"out-{name.replace('_', '-')}") for name in found.series)
        day = words.date(found.day)
        lines += paragraph(words.say("parting-road", day=day, series=series))
    if found.t is None:
        return lines + paragraph(words.say("parting-never", n=found.same))
    lines += paragraph(words.say("parting-day", n=found.same, t=words.clock(found.t)))
    for side, event in (("before", found.before), ("after", found.after)):
        told = words.say("parting-nothing") if event is None else _told(event, words)
        lines += paragraph(words.say(f"parting-event-{side}", event=told), "  ", "    ")
    return lines


def _told(event: Event, words: Words) -> str:
    """Return an event as tables name it: the ids are the same in every language."""
    columns = (f"{name} {event[name]}" for name in _COLUMNS if event[name] is not None)
    return ", ".join([f"{words.clock(event['t'])} {event['kind']}", *columns])
