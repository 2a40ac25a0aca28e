"""The arrests of a day."""

from __future__ import annotations

from collections import Counter

from malaparte.kernel import events as kind
from malaparte.report.passage import Day, Passage


def raid_passages(day: Day) -> list[Passage]:
    """Return the passage about arrests; none if nobody was looked for."""
    words = day.words
    raids = day.of(kind.RAID)
    missed, taken = day.of(kind.PERSON_MISSED), day.of(kind.PERSON_ARRESTED)
    tried = [*raids, *missed, *taken]
    if not tried:
        return []
    reasons = Counter(row.value for row in missed)
    times = [row.t for row in (*raids, *missed)] or [row.t for row in taken]
    first, last = min(times), max(times)
    raiders = {row.actor for row in raids}
    sentences = [
        words.sentence(
            "raids",
            when=words.when(first, last),
            count=len(raiders),
            squads=words.say("squads", n=len(raiders)),
            n=len(raids),
            empty=reasons[kind.NOT_THERE],
            all="yes" if reasons[kind.NOT_THERE] == len(raids) else "no",
        )
        if raids
        else "",
        words.sentence("raids-slipped", n=reasons[kind.SLIPPED_AWAY])
        if reasons[kind.SLIPPED_AWAY]
        else "",
        words.sentence(
            "raids-out-of-reach",
            n=reasons[kind.OUT_OF_REACH],
            places=day.place_list(row.place for row in missed if row.value == kind.OUT_OF_REACH),
        )
        if reasons[kind.OUT_OF_REACH]
        else "",
        words.sentence("raids-arrested", n=len(taken), groups=_groups(day))
        if taken
        else words.sentence("raids-nobody"),
    ]
    return [day.passage(first, sentences, sorted(tried))]


def _groups(day: Day) -> str:
    """Return 'Politburo: 1 of 9' for each group of which somebody was arrested."""
    leader = day.world.person_leader
    present = Counter(
        leader[person] for person in {row.target for row in day.of(kind.PERSON_MOVES)}
    )
    taken = Counter(leader[row.target] for row in day.of(kind.PERSON_ARRESTED))
    return "; ".join(
        day.words.say(
            "raids-group", group=day.names.leader(group), n=taken[group], of=present[group]
        )
        for group in sorted(taken)
    )
