"""Army, street and holding in prose, from the events of one world."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Mapping
from itertools import groupby

from malaparte.kernel import events as kind
from malaparte.kernel.outcome import CAUSES, FATES, NOT_TOLD
from malaparte.report.names import inner
from malaparte.report.passage import Day, Passage
from malaparte.report.state_at import Row, state_at
from malaparte.report.swings import unit_name

_TOLD = {
    kind.UNIT_TAKES: "unit-takes",
    kind.UNIT_RETAKES: "unit-retakes",
    kind.UNIT_BEATEN: "unit-beaten",
    kind.UNIT_YIELDS: "unit-yields",
    kind.UNIT_REFUSES: "unit-refuses",
    kind.ARMY_OVER: "army-over",
    kind.ARMY_BACK: "army-back",
    kind.RISING_BEGINS: "rising",
    kind.CROWD_DISPERSED: "crowd-dispersed",
}


def public_passages(day: Day) -> list[Passage]:
    """Return what units, people and second authorities did, an hour a passage.

    What goes back and forth is told elsewhere (`malaparte.report.swings`).
    """
    after = {row.seq for row in day.of(kind.SEIZED)}
    kinds = (*_TOLD, kind.UNIT_CHOOSES, kind.AUTHORITY_SPEAKS)
    rows = [row for row in day.alone(*kinds) if not after or row.seq < max(after)]
    # What brings the plot into power, or out of it, is told before that and not after it.
    turns = [row.seq for row in day.alone(kind.POWER_BEGINS, kind.POWER_ENDS)]
    found: list[Passage] = []
    for _, group in groupby(rows, key=lambda row: (row.t // 3600, bisect(turns, row.seq))):
        told = list(group)
        found.append(day.passage(told[0].t, _sentences(day, told), told))
    return found


def end_sentences(day: Day, outcome: Mapping[str, int]) -> list[str]:
    """Return who of units and people is dead, jailed or still out at the end of the account."""
    words, sentences = day.words, list[str]()
    plot, state = (outcome.get(f"dead_units_{side}", 0) for side in ("plot", "state"))
    dead, jailed = outcome.get("dead_people", 0), outcome.get("jailed", 0)
    if plot or state:
        sentences.append(words.sentence("end-dead-units", plot=plot, state=state))
    if dead or jailed:
        sentences.append(words.sentence("end-street", dead=dead, jailed=jailed))
    if outcome.get("people_out", 0):
        sentences.append(words.sentence("end-out", n=outcome["people_out"]))
    return sentences


def march_passages(day: Day) -> list[Passage]:
    """Return that people were called, in a world without a headquarters that falls back."""
    words = day.words
    return [
        day.passage(row.t, [words.sentence("street-at", t=words.clock(row.t))], [row])
        for row in day.of(kind.STREET_CALLED)
    ]


def _sentences(day: Day, rows: list[Row]) -> list[str]:
    """Return what happened, in its order; units that choose alike at one time share a sentence."""
    words = day.words
    told: list[tuple[int, str]] = []
    chosen = [row for row in rows if row.kind == kind.UNIT_CHOOSES]
    for (t, value), same in groupby(chosen, key=lambda row: (row.t, row.value)):
        units = words.join(unit_name(day, row.actor) for row in same)
        text = words.sentence("unit-chooses", t=words.clock(t), units=units, choice=value)
        told.append((t, text))
    for row in rows:
        if row.kind == kind.AUTHORITY_SPEAKS:
            told.append((row.t, _word(day, row)))
        elif row.kind in _TOLD:
            said: dict[str, str | int] = {"t": words.clock(row.t), "n": row.value}
            if row.actor >= 0:
                said["unit"] = unit_name(day, row.actor)
            if row.place >= 0:
                said["place"] = day.names.place(row.place)
            if row.kind == kind.UNIT_BEATEN:
                said["side"] = "defence" if _held(day, row) else "attack"
            told.append((row.t, words.sentence(_TOLD[row.kind], **said)))
    return [text for _, text in sorted(told, key=lambda one: one[0])]


def _held(day: Day, beaten: Row) -> bool:
    """Whether the place was in the hands of the side whose unit is beaten there."""
    before = tuple(row for row in day.rows if row.seq < beaten.seq)
    then = state_at(day.world, before, beaten.t)
    goes_over = then.army[beaten.actor].choice == "joins"
    return goes_over == (then.holders.get(beaten.place) == "plot")


def _word(day: Day, row: Row) -> str:
    """Return what a second authority says."""
    words = day.words
    authority = day.world.scenario.authorities[day.world.names["authority"][row.actor]]
    says = "refuses" if row.value else "agrees"
    name, t = inner(authority.name.say(words.lang)), words.clock(row.t)
    return words.sentence(f"authority-{says}", t=t, name=name)


def holding_passages(day: Day) -> list[Passage]:
    """Return what came of a seizure in seven days."""
    words, seized = day.words, day.of(kind.SEIZED)
    ends = day.of(kind.NEW_POWER_ENDS, kind.HELD_ON)
    if not seized or not ends:
        return []
    spoke = [row for row in day.of(kind.AUTHORITY_SPEAKS) if row.seq > seized[0].seq]
    strike, end = day.of(kind.STRIKE_BEGINS), ends[0]
    sentences = [_word(day, row) for row in spoke]
    sentences += [words.sentence("strike-begins", t=words.clock(strike[0].t))] if strike else []
    if end.kind == kind.HELD_ON:
        sentences.append(words.sentence("held-on"))
    else:
        cause = words.say("cause-" + CAUSES[end.value].replace(" ", "-"))
        span = words.span(end.t - seized[0].t)
        sentences.append(words.sentence("new-power-ends", span=span, cause=cause))
    return [day.passage(end.t, sentences, [*spoke, *strike, end])]


def fate_passages(day: Day, outcome: Mapping[str, int]) -> list[Passage]:
    """Return what becomes of persons; nothing of those who stay where the day left them."""
    words, rows = day.words, [row for row in day.of(kind.FATE) if row.value != NOT_TOLD]
    made = Counter(FATES[row.value] for row in rows if row.target >= 0)
    sentences = [
        words.sentence("fate-leader", fate=FATES[row.value].replace(" ", "-"))
        for row in rows
        if row.target < 0
    ]
    if made:
        parts = words.join(words.say(f"fate-{fate}", n=n) for fate, n in sorted(made.items()))
        sentences.append(words.sentence("fate-persons", parts=parts))
    freed = outcome.get("persons_freed", 0)
    if freed:
        sentences.append(words.sentence("fate-freed", n=freed))
    return [day.passage(day.rows[-1].t, sentences, rows)] if sentences else []
