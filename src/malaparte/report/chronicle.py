"""One world told in prose, from its events alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from malaparte.kernel import events as kind
from malaparte.kernel.outcome import CAUSES, LABELS
from malaparte.report.episode import episodes
from malaparte.report.fights import fight_passages
from malaparte.report.names import inner
from malaparte.report.orders import order_passages
from malaparte.report.page import paragraph
from malaparte.report.passage import Day, Passage
from malaparte.report.public_passages import (
    end_sentences,
    fate_passages,
    holding_passages,
    march_passages,
    public_passages,
)
from malaparte.report.raids import raid_passages
from malaparte.report.state_at import Row, rows, state_at
from malaparte.report.swings import swing_passages
from malaparte.report.way import way
from malaparte.report.words import Words
from malaparte.scenario.base import seconds

if TYPE_CHECKING:
    from malaparte.ensemble.roads import Roads
    from malaparte.world.build import World


def chronicle(
    world: World,
    events: Sequence[Sequence[int]],
    row: Sequence[int],
    lang: str,
    *,
    seed: int,
    number: int,
    road: Roads | None = None,
    changed: str = "",
) -> str:
    """Return the story of one world in paragraphs of 80 columns.

    Parameters
    ----------
    world : World
        The scenario that was run.
    events : rows of eight int
        What happened (`malaparte.kernel.events`), sorted by time; none where there is no plot.
    row : sequence of int
        The outcome row of this world (`malaparte.kernel.outcome.COLUMNS`).
    lang : str
        'en' or 'ru'.
    seed, number : int
        Which world it is; said at the beginning and at the end, so that every copy says it.
    changed : str
        Decisions taken otherwise than in the reading (`malaparte.report.taken`); said beside that.
    road : Roads, optional
        The road of this world (`malaparte.ensemble.roads.walked_one`), if the scenario has one.
    """
    words, scenario = Words(lang), world.scenario
    label = words.sentence("simulated", number=str(number), reading=scenario.id, seed=str(seed))
    label = f"{label}. {changed}".rstrip()
    reading = words.say("reading-line", reading=scenario.reading.say(lang))
    parts = [
        label,
        f"{scenario.title.say(lang)}. {reading}.",
        *([] if road is None else way(road, scenario, words)),
        *(passage.text for passage in _passages(world, events, row, words)),
        f"{label} {words.sentence('chronicle-note')}",
    ]
    return "\n\n".join("\n".join(paragraph(part, "")) for part in parts) + "\n"


def chronicle_data(
    world: World, events: Sequence[Sequence[int]], row: Sequence[int], lang: str
) -> list[dict[str, Any]]:
    """Return the passages of a chronicle as plain data: time, text, place ids, event seqs."""
    return [
        {
            "time": passage.t,
            "text": passage.text,
            "places": list(passage.places),
            "events": list(passage.seqs),
        }
        for passage in _passages(world, events, row, Words(lang))
    ]


def _passages(
    world: World, events: Sequence[Sequence[int]], row: Sequence[int], words: Words
) -> list[Passage]:
    day = Day(world, tuple(rows(events)), words)
    outcome = dict(zip(world.columns_of_rows, map(int, row), strict=True))
    start = seconds(world.scenario.day.start)
    if not outcome["plot_existed"]:
        none = day.passage(start, [words.sentence("no-plot")])
        told = [none, *march_passages(day), *public_passages(day), *swing_passages(day)]
        told.sort(key=_order)
        ends = end_sentences(day, outcome)
        return [*told, day.passage(_close(day), ends)] if ends else told
    if LABELS[outcome["label"]] == "prevented":
        return [day.passage(start, [words.sentence("prevented-day")]), *fate_passages(day, outcome)]
    told = [
        *_plan(day, start, outcome),
        *_departures(day),
        *_halves(day),
        *fight_passages(day),
        *order_passages(day),
        *raid_passages(day),
        *_power(day),
        *public_passages(day),
        *swing_passages(day),
    ]
    told.sort(key=_order)
    return [*told, _end(day, outcome), *holding_passages(day), *fate_passages(day, outcome)]


def _order(passage: Passage) -> tuple[int, int]:
    """Where a passage stands: by its minute and, in one minute, by its first event."""
    return passage.t, min(passage.seqs, default=-1)


def _plan(day: Day, start: int, outcome: dict[str, int]) -> list[Passage]:
    words = day.words
    leaked = day.of(kind.LEAKED_OUT)
    sentences = [words.sentence("leaked", by=_by(day)) if leaked else words.sentence("secret")]
    if outcome["launched_at"] < 0:
        sentences.append(words.sentence("not-launched"))
    return [day.passage(start, sentences, leaked)]


def _by(day: Day) -> str:
    """Who may have told the hour; on a road members talk, too, and events do not say who did."""
    scenario = day.world.scenario
    if scenario.road is None:
        return "agent"
    return "either" if scenario.command.agent.spread.support()[1] > 0 else "members"


def _departures(day: Day) -> list[Passage]:
    """The way to the places; squads that make arrests are told with the arrests."""
    words, scenario = day.words, day.world.scenario
    kinds = day.world.names["squad"]
    seen: set[int] = set()
    left: list[Row] = []
    for row in day.of(kind.TEAM_DEPARTS):
        squad = scenario.squads[kinds[day.world.team_squad[row.actor]]]
        if squad.targets and row.actor not in seen:
            seen.add(row.actor)
            left.append(row)
    if not left:
        return []
    many = Counter(inner(day.names.squad(row.actor)) for row in left)
    sentence = words.sentence(
        "departures",
        when=words.when(left[0].t, left[-1].t),
        n=len(left),
        squads=words.say("squads", n=len(left)),
        starts=len({row.place for row in left}),
        places=words.say("places", n=len({row.target for row in left})),
        kinds=words.join(
            words.say("departures-kind", kind=name, n=n) for name, n in many.most_common()
        ),
    )
    return [day.passage(left[0].t, [sentence], left)]


def _halves(day: Day) -> list[Passage]:
    words, begun = day.words, day.of(kind.HALF_BEGINS)
    if not begun:
        return []
    together = [row for row in begun if row.t == begun[0].t]
    half = 2 if len(together) > 1 else begun[0].value
    t = begun[0].t
    before = sum(one.by_plot and one.begins < t for one in episodes(day.rows)) if half != 1 else 0
    first = words.sentence("half-first", t=words.clock(t), half=half, before=before)
    passages = [day.passage(begun[0].t, [first], together)]
    for row in begun[len(together) :]:
        text = words.sentence("half-second", t=words.clock(row.t), half=row.value)
        passages.append(day.passage(row.t, [text], [row]))
    return passages


def _power(day: Day) -> list[Passage]:
    ids = {kind.POWER_BEGINS: "power-begins", kind.POWER_ENDS: "power-ends", kind.SEIZED: "seized"}
    army = {row.seq for row in day.of(kind.ARMY_OVER)}
    return [
        day.passage(
            row.t,
            [
                day.words.sentence(
                    ids[row.kind],
                    t=day.words.clock(row.t),
                    by="army" if row.cause in army else "plan",
                )
            ],
            [row],
        )
        for row in day.alone(*ids)
    ]


def _end(day: Day, outcome: dict[str, int]) -> Passage:
    words, ended = day.words, day.of(kind.ENDS)
    t = _close(day)
    sentences: list[str] = []
    if outcome["launched_at"] >= 0:
        cause = "seized" if outcome["seized_at"] >= 0 else CAUSES[outcome["cause"]]
        cause = words.say("cause-" + cause.replace(" ", "-"))
        sentences.append(words.sentence("end", t=words.clock(t), cause=cause))
        holders = state_at(day.world, day.rows, t).holders
        held = [place for place, side in sorted(holders.items()) if side == "plot"]
        sentences.append(
            words.sentence("end-held", n=len(held), places=day.place_list(held))
            if held
            else words.sentence("end-nothing", n=outcome["nodes_taken"])
        )
        if held and CAUSES[outcome["cause"]] == "units gone":
            squads = "yes" if day.world.scenario.squads else "no"
            sentences.append(words.sentence("end-held-empty", squads=squads))
    sentences.append(
        words.sentence(
            "end-count",
            n=outcome["arrested"],
            plot=outcome["loss_plot"],
            state=outcome["loss_regime"],
            squads="yes" if day.world.scenario.squads else "no",
        )
    )
    sentences += end_sentences(day, outcome)
    return day.passage(t, sentences, ended)


def _close(day: Day) -> int:
    """Return when the account of the day ends."""
    ended = day.of(kind.ENDS)
    return ended[-1].t if ended else day.rows[-1].t if day.rows else 0
