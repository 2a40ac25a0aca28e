"""The road of one world in prose, by its turning points."""

from __future__ import annotations

import datetime
import math
from typing import TYPE_CHECKING

from malaparte.report.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from malaparte.ensemble.roads import Roads
    from malaparte.scenario.document import Scenario

_TALKED = 0.001
"""Share of the towns below which nobody would have called it a rumour."""
_QUEUE = 0.25
"""Hours of waiting below which nobody would have called it a queue."""


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
    country: list[str] = []
    since = (told.since - first).days
    peak = since + int(road.of("rumour")[0, since:start].argmax())
    if on("rumour", peak) >= _TALKED:
        country.append(words.sentence("way-peak", day=day(peak), share=on("rumour", peak)))
    worst = since + int(road.of("queue")[0, since:start].argmax())
    if on("queue", worst) >= _QUEUE:
        hours, home = round(on("queue", worst), 1), round(on("home", worst), 1)
        country.append(words.sentence("way-queue", day=day(worst), hours=hours, home=home))
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
            plot="yes" if road.fact("real")[0] else "no",
        )
    ]
    if road.fact("real")[0] and not road.fact("prevented")[0]:
        fielded = float(road.fact("fielded")[0])
        plot.append(words.sentence("way-plot", members=on("plotters", eve), fielded=fielded))
    plot.append(words.sentence("way-belief", belief=on("belief", eve)))
    return [" ".join(country), " ".join(plot + _arrests(road, words, day))]


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
        said.append(words.sentence("way-prevented"))
    elif road.fact("early")[0]:
        said.append(words.sentence("way-early", day=day(int(road.fact("start")[0]))))
    return said
