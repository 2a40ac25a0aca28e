"""What must hold for the road of a scenario."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from malaparte.said import both, counted, said
from malaparte.scenario.economy import MonthId
from malaparte.scenario.merge import is_list, is_mapping, mapping_at
from malaparte.scenario.near import near
from malaparte.scenario.tree import join
from malaparte.scenario.wording import Finding, id_of, no_category

Data = Mapping[str, Any]

MOST_DAYS = 1_000
"""Days that the kernel's series have room for: the longest economy."""


def road_findings(data: Data) -> Iterator[Finding]:
    """Check dates, months, sectors and policies of the road, if there is one."""
    road = mapping_at(data, "road")
    if not road:
        return
    first, since, until = (_date(road.get(key)) for key in ("economy", "since", "until"))
    yield from _calendar(road, first, since, until)
    yield from _months(road)
    yield from _quotes(road, first, until)
    yield from _dates(road, since, until)
    yield from _sectors(data, road)
    yield from _plot(data, road)


def _date(value: object) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _calendar(
    road: Data,
    first: datetime.date | None,
    since: datetime.date | None,
    until: datetime.date | None,
) -> Iterator[Finding]:
    if first is None or since is None or until is None:
        return
    if (first.month, first.day) != (7, 1):
        expected = said("a 1 July, when an agricultural year begins")
        yield Finding("road.economy", str(first), expected)
    if not first <= since < until:
        expected = said("a day from {since} to the eve of {until}", since=first, until=until)
        yield Finding("road.since", str(since), expected)
    if (days := (until - first).days) > MOST_DAYS:
        found = counted("{n} day", "{n} days", n=days)
        yield Finding("road.until", found, said("at most {n:,}", n=MOST_DAYS))


def _months(road: Data) -> Iterator[Finding]:
    months = mapping_at(road, "grain").get("months")
    if is_mapping(months):
        missing = [month for month in get_args(MonthId) if month not in months]
        if missing:
            found = said("no {names}", names=", ".join(missing))
            yield Finding("road.grain.months", found, said("all twelve months"))


def _quotes(
    road: Data, first: datetime.date | None, until: datetime.date | None
) -> Iterator[Finding]:
    quotes = mapping_at(road, "grain").get("quotes")
    if not is_mapping(quotes):
        return
    if not quotes:
        yield Finding("road.grain.quotes", said("no quote"), said("one quote at least"))
    dates: dict[datetime.date, str] = {}
    for name, quote in sorted(quotes.items()):
        date = _date(quote.get("since")) if is_mapping(quote) else None
        if date is None:
            continue
        path = f"road.grain.quotes.{name}.since"
        if dates.setdefault(date, name) != name:
            found = said("the same day as `{name}`", name=dates[date])
            yield Finding(path, found, said("each quote on its own day"))
        if until is not None and date >= until:
            expected = said("a day before {until}, when the economy ends", until=until)
            yield Finding(path, str(date), expected)
    if dates and first is not None and min(dates) > first:
        name = dates[min(dates)]
        found = said("the first quote begins on {day}", day=min(dates))
        expected = said("a quote from {day} on", day=first)
        yield Finding(f"road.grain.quotes.{name}.since", found, expected)


def _dates(
    road: Data, since: datetime.date | None, until: datetime.date | None
) -> Iterator[Finding]:
    if since is None or until is None:
        return
    shocks = mapping_at(road, "shocks")
    places = [(f"road.shocks.{name}.date", one, "date") for name, one in sorted(shocks.items())]
    places.append(("road.plot.since", road.get("plot"), "since"))
    places.append(("road.plot.meetings_since", road.get("plot"), "meetings_since"))
    places.append(("road.arrest.since", road.get("arrest"), "since"))
    places.append(("road.arrest.guests_come", road.get("arrest"), "guests_come"))
    places.append(("road.arrest.feast", road.get("arrest"), "feast"))
    places.append(("road.rumour.deny_since", road.get("rumour"), "deny_since"))
    for path, part, key in places:
        date = _date(part.get(key)) if is_mapping(part) else None
        if date is not None and not since <= date <= until:
            expected = said("a day of the road, from {since} to {until}", since=since, until=until)
            yield Finding(path, str(date), expected)


def _sectors(data: Data, road: Data) -> Iterator[Finding]:
    sectors = mapping_at(mapping_at(road, "services"), "sectors")
    categories = {
        str(place.get("category"))
        for place in mapping_at(data, "places").values()
        if is_mapping(place)
    }
    carriers: list[str] = []
    owner: dict[str, str] = {}
    for name, sector in sorted(sectors.items()):
        if not is_mapping(sector):
            continue
        path = f"road.services.sectors.{name}"
        if sector.get("carries") is True:
            carriers.append(name)
        for other in mapping_at(sector, "leans"):
            if other not in sectors:
                found = said("no sector `{name}`", name=other)
                yield Finding(f"{path}.leans", found, id_of("sectors"), near(other, sectors))
            elif other == name:
                found = said("`{name}` leans on itself", name=name)
                yield Finding(f"{path}.leans", found, said("another sector"))
        words = sector.get("categories")
        for index, word in enumerate(words if is_list(words) else []):
            at = join(f"{path}.categories", index)
            if word not in categories:
                yield Finding(at, *no_category(word), near(str(word), categories))
            elif owner.setdefault(str(word), name) != name:
                found = said("`{name}`, which `{owner}` has", name=word, owner=owner[str(word)])
                yield Finding(at, found, said("each category once"))
    if len(carriers) > 1:
        found = said("{names} carry grain", names=both(carriers))
        expected = said("one sector that carries grain, or none")
        yield Finding("road.services.sectors", found, expected)


def _plot(data: Data, road: Data) -> Iterator[Finding]:
    plot, arrest = mapping_at(road, "plot"), mapping_at(road, "arrest")
    begins, since = _date(plot.get("since")), _date(arrest.get("since"))
    if begins is not None and since is not None and since < begins:
        expected = said("a day from {day} on, when the plot begins", day=begins)
        yield Finding("road.arrest.since", str(since), expected)
    come, go = _date(arrest.get("guests_come")), _date(arrest.get("guests_go"))
    if come is not None and go is not None and go < come:
        yield Finding("road.arrest.guests_go", str(go), said("a day from {day} on", day=come))
    exists = mapping_at(mapping_at(data, "plan"), "exists").get("point")
    agent = mapping_at(mapping_at(data, "command"), "agent")
    if exists == 0 and agent and agent.get("point") != 0:
        expected = said("`plan.exists` above 0, or `command.agent` 0")
        yield Finding("command.agent", said("an agent without a plot"), expected)
    day = _date(mapping_at(data, "day").get("date"))
    road_since, until = _date(road.get("since")), _date(road.get("until"))
    if day is None or road_since is None or until is None:
        return
    if not road_since < day <= until:
        days = {"since": road_since, "until": until}
        expected = said("a day of the road, after {since} and not after {until}", **days)
        yield Finding("day.date", str(day), expected)
    elif begins is not None and day <= begins:
        expected = said("a day after {day}, when the plot begins", day=begins)
        yield Finding("day.date", str(day), expected)
    elif since is not None and since >= day:
        expected = said("a day before {day}, the day of the plot", day=day)
        yield Finding("road.arrest.since", str(since), expected)
