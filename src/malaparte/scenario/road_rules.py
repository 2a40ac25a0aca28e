"""What must hold for the road of a scenario."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from malaparte.scenario.economy import MonthId
from malaparte.scenario.merge import is_list, is_mapping, mapping_at
from malaparte.scenario.near import near
from malaparte.scenario.tree import join
from malaparte.scenario.wording import Finding

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
        yield Finding("road.economy", str(first), "a 1 July, when an agricultural year begins")
    if not first <= since < until:
        yield Finding("road.since", str(since), f"a day from {first} to the eve of {until}")
    if (until - first).days > MOST_DAYS:
        yield Finding("road.until", f"{(until - first).days} days", f"at most {MOST_DAYS:,}")


def _months(road: Data) -> Iterator[Finding]:
    months = mapping_at(road, "grain").get("months")
    if is_mapping(months):
        missing = [month for month in get_args(MonthId) if month not in months]
        if missing:
            yield Finding("road.grain.months", f"no {', '.join(missing)}", "all twelve months")


def _quotes(
    road: Data, first: datetime.date | None, until: datetime.date | None
) -> Iterator[Finding]:
    quotes = mapping_at(road, "grain").get("quotes")
    if not is_mapping(quotes):
        return
    if not quotes:
        yield Finding("road.grain.quotes", "no quote", "one quote at least")
    dates: dict[datetime.date, str] = {}
    for name, quote in sorted(quotes.items()):
        date = _date(quote.get("since")) if is_mapping(quote) else None
        if date is None:
            continue
        path = f"road.grain.quotes.{name}.since"
        if dates.setdefault(date, name) != name:
            yield Finding(path, f"the same day as `{dates[date]}`", "each quote on its own day")
        if until is not None and date >= until:
            yield Finding(path, str(date), f"a day before {until}, when the economy ends")
    if dates and first is not None and min(dates) > first:
        name = dates[min(dates)]
        found = f"the first quote begins on {min(dates)}"
        yield Finding(f"road.grain.quotes.{name}.since", found, f"a quote from {first} on")


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
            yield Finding(path, str(date), f"a day of the road, from {since} to {until}")


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
                hint = near(other, sectors)
                yield Finding(f"{path}.leans", f"no sector `{other}`", "an id of `sectors`", hint)
            elif other == name:
                yield Finding(f"{path}.leans", f"`{name}` leans on itself", "another sector")
        words = sector.get("categories")
        for index, word in enumerate(words if is_list(words) else []):
            at = join(f"{path}.categories", index)
            if word not in categories:
                found = f"no place of the category `{word}`"
                yield Finding(at, found, "a category of a place", near(str(word), categories))
            elif owner.setdefault(str(word), name) != name:
                yield Finding(at, f"`{word}`, which `{owner[str(word)]}` has", "each category once")
    if len(carriers) > 1:
        found = f"{' and '.join(carriers)} carry grain"
        yield Finding("road.services.sectors", found, "one sector that carries grain, or none")


def _plot(data: Data, road: Data) -> Iterator[Finding]:
    plot, arrest = mapping_at(road, "plot"), mapping_at(road, "arrest")
    begins, since = _date(plot.get("since")), _date(arrest.get("since"))
    if begins is not None and since is not None and since < begins:
        expected = f"a day from {begins} on, when the plot begins"
        yield Finding("road.arrest.since", str(since), expected)
    come, go = _date(arrest.get("guests_come")), _date(arrest.get("guests_go"))
    if come is not None and go is not None and go < come:
        yield Finding("road.arrest.guests_go", str(go), f"a day from {come} on")
    exists = mapping_at(mapping_at(data, "plan"), "exists").get("point")
    agent = mapping_at(mapping_at(data, "command"), "agent")
    if exists == 0 and agent and agent.get("point") != 0:
        expected = "`plan.exists` above 0, or `command.agent` 0"
        yield Finding("command.agent", "an agent without a plot", expected)
    day = _date(mapping_at(data, "day").get("date"))
    road_since, until = _date(road.get("since")), _date(road.get("until"))
    if day is None or road_since is None or until is None:
        return
    if not road_since < day <= until:
        expected = f"a day of the road, after {road_since} and not after {until}"
        yield Finding("day.date", str(day), expected)
    elif begins is not None and day <= begins:
        yield Finding("day.date", str(day), f"a day after {begins}, when the plot begins")
    elif since is not None and since >= day:
        yield Finding("road.arrest.since", str(since), f"a day before {day}, the day of the plot")
