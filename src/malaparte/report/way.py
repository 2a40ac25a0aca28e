"""The road of one world in prose, by its turning points."""

from __future__ import annotations

import datetime
import math
from typing import TYPE_CHECKING

import numpy as np

from malaparte.report.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from malaparte.ensemble.roads import Roads
    from malaparte.scenario.document import Scenario
    from malaparte.scenario.society import Shock

_TALKED = 0.001
"""Share of the towns below which nobody would have called it a rumour."""
_QUEUE = 0.25
"""Hours of waiting below which nobody would have called it a queue."""
_OUT = 1.5
"""Queues of the worst week over those of the middling day, below which nobody would remember it."""
_WEEK = 7
"""Days: shops are served unevenly, so the longest queue of a single day says little."""
_NEWS = 5
"""Shocks that are told."""


def way(road: Roads, scenario: Scenario, words: Words) -> list[str]:
    """Return paragraphs on what happened before the day.

    Parameters
    ----------
    road : Roads
        Of the one world that is told.
    scenario : Scenario
        It has a road.
    words : Words
        The language.
    """
    told = scenario.road
    assert told is not None
    first, start = told.economy, int(road.fact("start")[0])

    def day(number: int) -> str:
        return words.date(first + datetime.timedelta(number))

    def on(name: str, number: int) -> float:
        return float(road.of(name)[0, number])

    eve = start - 1
    country = _news(road, told.shocks, first + datetime.timedelta(start), words)
    since = (told.since - first).days
    peak = since + int(road.of("rumour")[0, since:start].argmax())
    if on("rumour", peak) >= _TALKED:
        country.append(words.sentence("way-peak", day=day(peak), share=on("rumour", peak)))
    queue = road.of("queue")[0, since:start]
    whole = len(queue) >= _WEEK
    weeks = np.convolve(queue, np.full(_WEEK, 1.0 / _WEEK), mode="valid") if whole else np.zeros(1)
    worst = int(weeks.argmax())
    if weeks[worst] >= max(_QUEUE, _OUT * float(np.median(queue))):
        hours, home = round(float(weeks[worst]), 1), round(on("home", since + worst + _WEEK - 1), 1)
        told_day = day(since + worst)
        country.append(words.sentence("way-queue", day=told_day, hours=hours, home=home))
    gap = float(road.shortfall()[0, eve])
    country.append(
        words.sentence(
            "way-grain",
            grain=on("procured", eve),
            gap=0.0 if math.isnan(gap) else abs(gap),
            side="alone" if math.isnan(gap) else "short" if gap > 0 else "more",
            cover=on("cover", eve),
        )
    )
    plot = [
        words.sentence(
            "way-incidents",
            n=int(on("incidents", eve)),
            probes=int(road.fact("probes")[0]),
            noticed=int(road.fact("noticed")[0]),
            plot="yes" if road.fact("real")[0] else "no",
        )
    ]
    if road.fact("real")[0] and not road.fact("prevented")[0]:
        fielded = float(road.fact("fielded")[0])
        plot.append(words.sentence("way-plot", members=on("plotters", eve), fielded=fielded))
    if not road.fact("prevented")[0]:
        plot.append(words.sentence("way-belief", belief=on("belief", eve)))
    if road.fact("real")[0] and not road.fact("prevented")[0]:
        targets, members = (round(road.fact(f"{one}_known")[0]) for one in ("targets", "members"))
        plot.append(words.sentence("way-known", targets=targets, members=members))
    return [" ".join(country), " ".join(plot + _arrests(road, words, day))]


def _news(road: Roads, shocks: dict[str, Shock], start: datetime.date, words: Words) -> list[str]:
    """Return a sentence on the shocks that took away most of the calm in this world, in order."""
    came = [name for name, shock in shocks.items() if shock.date < start]
    largest = sorted(came, key=lambda name: (-road.tensions[name], name))[:_NEWS]
    if not largest:
        return []
    told = (
        words.say(
            "way-news-one",
            day=words.day(shocks[name].date),
            news=shocks[name].name.say(words.lang),
        )
        for name in sorted(largest, key=lambda name: (shocks[name].date, name))
    )
    return [words.sentence("way-news", news="; ".join(told))]


def _arrests(road: Roads, words: Words, day: Callable[[int], str]) -> list[str]:
    proposed, arrested = int(road.fact("proposed")[0]), int(road.fact("arrested_on")[0])
    if proposed < 0:
        return []
    said = [words.sentence("way-proposed", day=day(proposed))]
    if arrested < 0:
        return [*said, words.sentence("way-refused")]
    when = "same" if arrested == proposed else "later"
    taken = int(road.fact("arrests")[0])
    said.append(words.sentence("way-arrested", day=day(arrested), n=taken, when=when))
    if road.fact("prevented")[0]:
        belief = float(road.of("belief")[0, arrested])
        said.append(words.sentence("way-belief-then", belief=belief))
        said.append(words.sentence("way-prevented"))
    elif road.fact("early")[0]:
        said.append(words.sentence("way-early", day=day(int(road.fact("start")[0]))))
    return said
