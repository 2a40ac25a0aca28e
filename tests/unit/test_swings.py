"""What goes back and forth is told twice and then counted; no event is lost or told twice."""

import re
from collections import Counter
from typing import Any

import pytest

import malaparte as mp
from malaparte.kernel import events as kind
from malaparte.report.chronicle import chronicle_data
from malaparte.report.names import Names
from malaparte.report.state_at import Row, rows
from malaparte.report.swings import LEAST, ONE_BY_ONE, swings
from malaparte.report.words import Words

HANDS = (kind.UNIT_TAKES, kind.UNIT_RETAKES)
KINDS = (
    *HANDS,
    kind.UNIT_CHOOSES,
    kind.ARMY_OVER,
    kind.ARMY_BACK,
    kind.POWER_BEGINS,
    kind.POWER_ENDS,
)
MOST = ONE_BY_ONE + LEAST - 1
WORLDS = {"moscow-1927-article": (593, 613, 1000), "petrograd-1917": (364,)}
SAID = {
    "en": ("{place} is taken ", "{place} changes hands (\\S+) more times"),
    "ru": ("(?:переходит|возвращается) место «{place}»", "{place}: ещё (\\d+) переход"),
}


def _count(n: int, lang: str) -> str:
    """How often, as the chronicle says it: English has words up to twelve."""
    return Words(lang).say("count", n=n) if lang == "en" else str(n)


Told = tuple[list[Row], list[dict[str, Any]]]


def _told(lab: mp.Laboratory, number: int, lang: str) -> Told:
    trace = lab.trace(number)
    events = trace.events.tolist()
    return rows(events), chronicle_data(lab.world, events, trace.row.tolist(), lang)


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("scenario", WORLDS)
def test_a_place_is_told_a_few_times_and_then_counted(scenario: str, lang: str) -> None:
    lab = mp.load(scenario)
    names, counted = Names(lab.world, lang), 0
    numbers = {_count(n, lang): n for n in range(1000)}
    for number in WORLDS[scenario]:
        events, passages = _told(lab, number, lang)
        if any(row.kind == kind.SEIZED for row in events):
            continue  # what comes later is told otherwise
        fought = {row.place for row in events if row.kind in (kind.NODE_TAKEN, kind.RETAKEN)}
        happened = Counter(row.place for row in events if row.kind in HANDS)
        text = " ".join(passage["text"] for passage in passages)
        for place, times in happened.items():
            name = re.escape(names.place(place))
            one, many = (pattern.format(place=name) for pattern in SAID[lang])
            singly = len(re.findall(one, text))
            together = [numbers[n] for n in re.findall(many, text)]
            assert singly + sum(together) == times, (number, place)
            assert singly <= MOST or place in fought, (number, place)
            counted += len(together)
    assert counted >= 2


@pytest.mark.parametrize("scenario", WORLDS)
def test_every_change_is_told_once_and_seeks_its_time(scenario: str) -> None:
    lab = mp.load(scenario)
    drawn = Counter[int]()
    for number in WORLDS[scenario]:
        events, passages = _told(lab, number, "en")
        seized = next((row.seq for row in events if row.kind == kind.SEIZED), len(events))
        due = [row.seq for row in events if row.kind in KINDS and row.seq < seized]
        told = Counter(seq for passage in passages for seq in passage["events"])
        assert all(told[seq] == 1 for seq in due)
        at = {row.seq: row.t for row in events}
        for run in swings(events):
            (passage,) = (one for one in passages if run[0].seq in one["events"])
            assert passage["time"] == at[run[0].seq]
            assert passage["events"] == [row.seq for row in run]
            assert _count(len(run), "en") in passage["text"]
            drawn[run[0].kind] += 1
        times = [passage["time"] for passage in passages]
        assert times == sorted(times)
    if scenario == "petrograd-1917":
        assert drawn.keys() & {kind.POWER_BEGINS, kind.POWER_ENDS}
        assert drawn[kind.UNIT_CHOOSES]
    assert sum(drawn.values()) >= 4


def _row(seq: int, what: int, place: int = -1) -> Row:
    return Row(seq, 60 * seq, what, 0, place, -1, 0, -1)


def test_few_changes_are_not_drawn_together() -> None:
    to_and_fro = [_row(seq, HANDS[seq % 2], 0) for seq in range(MOST + 1)]
    assert swings(to_and_fro[:MOST]) == ()
    assert swings(to_and_fro) == (tuple(to_and_fro[ONE_BY_ONE:]),)


def test_another_place_or_a_fight_of_squads_begins_another_run() -> None:
    first = [_row(seq, HANDS[seq % 2], seq % 4 // 2) for seq in range(2 * MOST)]
    assert swings(first) == ()
    between = _row(MOST, kind.RETAKEN, 0)
    again = [_row(seq, HANDS[seq % 2], 0) for seq in range(2 * MOST + 1)]
    again[MOST] = between
    assert swings(again) == ()


def test_the_hour_that_leads_to_a_seizure_is_told_in_full() -> None:
    power = [_row(seq, (kind.POWER_BEGINS, kind.POWER_ENDS)[seq % 2]) for seq in range(9)]
    (run,) = swings([*power, _row(9, kind.SEIZED), _row(10, kind.POWER_ENDS)])
    assert run == tuple(power[ONE_BY_ONE:-1])


def test_russian_counts() -> None:
    said = {"when": "С 10:00 до 12:00", "plot": "А", "state": "Б", "holder": "plot", "place": "В"}
    for n, form in ((3, "3 перехода из"), (5, "5 переходов из"), (21, "21 переход из")):
        assert form in Words("ru").say("swing-hands", n=n, **said)
