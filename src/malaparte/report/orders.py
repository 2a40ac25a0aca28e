"""Who knew what and when: the alarm, the reserves, the plot's headquarters, the services."""

from __future__ import annotations

from malaparte.kernel import events as kind
from malaparte.report.passage import Day, Passage
from malaparte.report.state_at import Row

_DECIDED = (kind.NODE_TAKEN, kind.REPELLED, kind.RETAKEN, kind.PERSON_ARRESTED, kind.PERSON_MISSED)
_FAILED = (kind.REPELLED, kind.RETAKEN, kind.PERSON_MISSED)
_MANY = 8
"""Pieces of news from which on their delays are summed up."""
_WORTH = 500
"""Loss of service, in thousandths, that a chronicle mentions."""


def order_passages(day: Day) -> list[Passage]:
    """Return passages about the alarm, the reserves, headquarters and the services."""
    return [*_alarm(day), *_reserves(day), *_first_news(day), *_failure(day), *_services(day)]


def _alarm(day: Day) -> list[Passage]:
    words, rung = day.words, day.of(kind.ALARM_RINGS)
    if not rung:
        return []
    t, centre = rung[0].t, day.names.place(rung[0].place)
    known = any(row.t == t for row in day.of(kind.HALF_BEGINS)) and day.of(kind.LEAKED_OUT)
    acts = [row.t for row in day.of(kind.ASSAULT, kind.RAID) if row.t <= t]
    if known:
        sentences = [words.sentence("alarm-known", t=words.clock(t), centre=centre)]
    else:
        first = words.clock(acts[0] if acts else t)
        sentences = [words.sentence("alarm", t=words.clock(t), centre=centre, first=first)]
    guards, persons = day.of(kind.GUARD_WARNED), day.of(kind.PERSON_WARNED)
    if guards:
        sentences.append(_spread(day, "alarm-guards", guards))
    sentences += _safety(day, t)
    return [day.passage(t, sentences, [*rung, *guards, *persons])]


def _safety(day: Day, t: int) -> list[str]:
    """Who was safe when the alarm rang, and who came to safety after it."""
    words, scenario = day.words, day.world.scenario
    shelter = day.world.names["place"].index(scenario.command.shelter)
    moves, warned = day.of(kind.PERSON_MOVES), day.of(kind.PERSON_WARNED)
    where = {row.target: row.place for row in moves if row.t <= t}
    if not where:
        return []
    safe = {person for person, place in where.items() if place == shelter}
    sentences = [
        words.sentence(
            "alarm-safe",
            n=len(safe),
            of=len(where),
            all="yes" if len(safe) == len(where) else "no",
            shelter=day.names.place(shelter),
        )
    ]
    outside = [row for row in warned if row.target not in safe]
    if outside:
        persons = {row.target for row in outside}
        reached = [
            row for row in moves if row.t > t and row.place == shelter and row.target in persons
        ]
        sentences.append(
            words.sentence(
                "alarm-persons",
                n=len(outside),
                first=words.clock(outside[0].t),
                last=words.clock(outside[-1].t),
                reached=len(reached),
                t=words.clock(reached[-1].t if reached else t),
            )
        )
    return sentences


def _spread(day: Day, id: str, heard: list[Row]) -> str:  # noqa: A002
    """How word spread: the first, the middle and the last who heard it."""
    words = day.words
    return words.sentence(
        id,
        n=len(heard),
        first=words.clock(heard[0].t),
        half=words.clock(heard[len(heard) // 2].t),
        last=words.clock(heard[-1].t),
    )


def _reserves(day: Day) -> list[Passage]:
    words, calls, sent = day.words, day.of(kind.CALL), day.of(kind.GROUP_SENT)
    if not calls:
        return []
    place = day.names.place(calls[0].place)
    sentences = [words.sentence("calls", t=words.clock(calls[0].t), place=place, n=len(calls))]
    arrived = day.of(kind.GROUP_ARRIVES)
    if sent:
        sentences.append(
            words.sentence(
                "reserves",
                count=len(sent),
                groups=words.say("groups", n=len(sent)),
                places=words.say("places", n=len({row.target for row in sent})),
                when=words.when(sent[0].t, sent[-1].t),
            )
        )
    else:
        sentences.append(words.sentence("reserves-none"))
    if arrived:
        wait = sum(row.value - row.t for row in sent) / len(sent)
        there = words.clock(arrived[0].t)
        sentences.append(words.sentence("reserves-there", t=there, span=words.span(wait)))
    return [day.passage(calls[0].t, sentences, [*calls, *sent, *arrived])]


def _delay(day: Day, news: Row) -> int:
    """Seconds between what is reported and its hearing: the last outcome among the news' causes."""
    by_seq = {row.seq: row for row in day.rows}
    row = by_seq.get(news.cause)
    while row is not None and row.kind not in _DECIDED:
        row = by_seq.get(row.cause)
    return news.t - row.t if row is not None else 0


def _first_news(day: Day) -> list[Passage]:
    words, news = day.words, day.of(kind.NEWS)
    if not news:
        return []
    first = news[0]
    delays = sorted(_delay(day, row) for row in news)
    sentences = [
        words.sentence(
            "news-first",
            t=words.clock(first.t),
            span=words.span(_delay(day, first)),
            good="yes" if first.value else "no",
        )
    ]
    if len(news) >= _MANY:
        delays = sorted(_delay(day, row) for row in news)
        sentences.append(
            words.sentence(
                "news-delay",
                n=len(news),
                span=words.span(delays[len(delays) // 2]),
                longest=words.span(delays[-1]),
            )
        )
    return [day.passage(first.t, sentences, news[:1])]


def _failure(day: Day) -> list[Passage]:
    words = day.words
    passages: list[Passage] = []
    declared, street = day.of(kind.FAILURE), day.of(kind.STREET_CALLED)
    followed = [*street, *day.of(kind.FLIGHT)]
    recalled, shifted = day.of(kind.TEAM_RECALLED), day.of(kind.SHIFTED)
    if declared:
        t = declared[0].t
        heard = [row for row in day.of(kind.NEWS) if row.t <= t]
        failed = [row for row in day.of(*_FAILED) if row.t <= t]
        good = sum(row.value for row in heard)
        sentences = [
            words.sentence("failure", t=words.clock(t), good=good, bad=len(heard) - good),
            words.sentence("failure-truth", n=len(failed), t=words.clock(failed[0].t))
            if failed
            else "",
        ]
        if recalled:
            sentences.append(words.sentence("failure-recalled", n=len(recalled)))
        elif any(row.t > t for row in day.of(kind.ASSAULT, kind.RAID)):
            sentences.append(words.sentence("failure-press"))
        sentences += [_fallback(day, row) for row in followed if row.t == t]
        passages.append(day.passage(t, sentences, [*declared, *recalled, *followed]))
    for row in followed:
        if not declared or row.t != declared[0].t:
            passages.append(day.passage(row.t, [_fallback(day, row, "-at")], [row]))
    if shifted:
        text = words.sentence("shifted", n=len(shifted), t=words.clock(shifted[0].t))
        passages.append(day.passage(shifted[0].t, [text], shifted))
    return passages


def _fallback(day: Day, row: Row, form: str = "") -> str:
    id_ = "street" if row.kind == kind.STREET_CALLED else "flight"
    return day.words.sentence(id_ + form, t=day.words.clock(row.t))


def _services(day: Day) -> list[Passage]:
    """Services that were lost in large part, at their worst; and whether they came back."""
    words = day.words
    worst: dict[int, int] = {}
    last: dict[int, int] = {}
    told = day.of(kind.SERVICE)
    for row in told:
        worst[row.place] = max(row.value, worst.get(row.place, 0))
        last[row.place] = row.value
    hit = {place: value for place, value in worst.items() if value >= _WORTH}
    if not hit:
        return []
    rows = [row for row in told if row.place in hit and row.value >= _WORTH]
    command = day.world.names["place"]
    ranked = sorted(
        hit, key=lambda place: (command[place] not in day.world.scenario.power.nodes, -hit[place])
    )
    items = [
        words.say("service-item", place=day.names.place(place), share=hit[place] / 1000)
        for place in ranked[:6]
    ]
    if len(ranked) > 6:
        items.append(words.say("places-more", n=len(ranked) - 6))
    sentences = [
        words.sentence(
            "services",
            first=words.clock(rows[0].t),
            places=words.join(items),
        )
    ]
    down = [place for place in ranked if last[place] >= _WORTH]
    if down:
        sentences.append(words.sentence("services-down", places=day.place_list(down, 6)))
    else:
        sentences.append(words.sentence("services-back"))
    return [day.passage(rows[0].t, sentences, rows)]
