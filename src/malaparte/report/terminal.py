"""An ensemble as text for a terminal: what was asked, the answer, how sure it is."""

from __future__ import annotations

import math
import shlex
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from malaparte.kernel.outcome import LABELS
from malaparte.report.basis import basis_text
from malaparte.report.comparison import answer_text, compare_text
from malaparte.report.missing import missing_text
from malaparte.report.names import short
from malaparte.report.page import bar, columns, command, dots, head, paragraph
from malaparte.report.public import public_text
from malaparte.report.road import road_text
from malaparte.report.share import label, percent, said
from malaparte.report.taken import taken
from malaparte.report.words import Words
from malaparte.results.share import Share, say_share
from malaparte.results.summary import Outcome, PlaceFate, Quantiles, Summary
from malaparte.scenario.document import Scenario
from malaparte.scenario.tree import written

if TYPE_CHECKING:
    from malaparte.ensemble.missed import Missed
    from malaparte.ensemble.road_summary import RoadSummary
    from malaparte.world.build import World

__all__ = ["answer_text", "compare_text", "run_text"]

_PLACES = 12
"""Rows of places; the rest is counted."""
_FEW = 20
"""Worlds below which a typical hour is given without a range."""
_BAR = 27
_MARKS = {"seized, holding not simulated": "●", "held": "●", "lost": "◐", "repelled": "○"}
_OTHER_MARK = "·"


def run_text(
    summary: Summary,
    world: World,
    lang: str,
    *,
    row: Sequence[int] | None = None,
    ref: str | None = None,
    missed: Missed | None = None,
    road: RoadSummary | None = None,
    lent: Mapping[str, str] | None = None,
) -> str:
    """Return the report of an ensemble, in 80 columns.

    Parameters
    ----------
    summary : Summary
        What was counted.
    world : World
        The scenario that was run, decisions and values changed.
    lang : str
        'en' or 'ru'.
    row : sequence of int, optional
        Outcome row of the typical world (`malaparte.kernel.outcome.COLUMNS`).
    ref : str, optional
        What the scenario was called when it was loaded, for the commands to try next.
    missed : Missed, optional
        What the plot lacked where it did not come into power.
    road : RoadSummary, optional
        What the roads say, if the scenario has one.
    lent : mapping of str to str, optional
        Group -> scenario from which it was put in, for the commands to try next.
    """
    words, scenario = Words(lang), world.scenario
    lines = [
        *_opening(summary, scenario, words),
        *_outcomes(summary, words),
        *([] if missed is None else _missed(missed, words)),
        *_alarm(summary, words),
        *_places(summary, scenario, words),
        *_persons(summary, scenario, words),
        *(_losses(summary, words) if scenario.squads else []),
        *([] if summary.public is None else public_text(summary.public, scenario, words)),
        *([] if road is None else road_text(road, words)),
        *_typical(summary, world, words, row),
        *head(words.say("run-missing")),
        *paragraph(missing_text(scenario, words)),
        *_next(summary, scenario, ref or scenario.id, lent or {}, words),
    ]
    return "\n".join(lines) + "\n"


def _opening(summary: Summary, scenario: Scenario, words: Words) -> list[str]:
    lang = words.lang
    asked = taken(scenario, summary.do, summary.set, words) or words.say("run-default")
    question = words.say("run-question", date=words.date(scenario.day.date))
    seized = say_share(summary.seized.share)
    answer = words.say(
        "answer-about" if seized.low == seized.high else "answer-range",
        low=seized.low,
        high=seized.high,
        of=seized.of,
    )
    size = words.say("run-size", worlds=summary.worlds, sets=summary.sets, seed=str(summary.seed))
    return [
        *paragraph(f"{scenario.title.say(lang)} [{scenario.id}]", ""),
        *paragraph(words.say("reading-line", reading=scenario.reading.say(lang)), ""),
        *paragraph(basis_text(scenario, words), ""),
        *head(question),
        *paragraph(answer),
        *_held(summary, words),
        *paragraph(asked),
        *paragraph(size),
    ]


def _held(summary: Summary, words: Words) -> list[str]:
    """Return how often what was seized was held, where that is simulated."""
    counts = {one.label: one.chance.share.count for one in summary.outcomes}
    seized = counts.get("held", 0) + counts.get("lost", 0)
    return (
        paragraph(words.say("run-held", held=counts.get("held", 0), seized=seized))
        if seized
        else []
    )


def _outcomes(summary: Summary, words: Words) -> list[str]:
    lines = head(words.say("run-outcomes"))
    titles = ("run-column-share", 6), ("run-column-luck", 8), ("run-column-range", 29)
    cells = ((words.say(title), wide) for title, wide in titles)
    lines += columns(("", _BAR), *cells, indent="    ")
    for outcome in summary.outcomes:
        lines += _outcome(outcome, outcome.chance.share, words)
    counts = [(_mark(one.label), one.chance.share.count) for one in summary.outcomes]
    lines += ["", f"  {words.say('run-dots')}", f"  {dots(counts)}"]
    if summary.stratified:
        lines += head(words.say("run-outcomes-plot"))
        lines += paragraph(words.say("run-plot", said=said(summary.plot.share, words)))
        for outcome in summary.outcomes:
            if outcome.chance.given_plot is not None:
                lines += _outcome(outcome, outcome.chance.given_plot, words)
    return lines


def _outcome(outcome: Outcome, share: Share, words: Words) -> list[str]:
    # No spread seen is no error of nothing: the range beside it says what so few sets leave open.
    known = share.error > 0.0 and not math.isnan(share.error)
    error = f"± {percent(share.error, words, fine=True)}" if known else ""
    return [
        f"  {_mark(outcome.label)} {label(outcome.label, words)}",
        *columns(
            (bar(share.value, _BAR), _BAR),
            (percent(share.value, words), 6),
            (error, 8),
            (said(share, words, "short"), 29),
            indent="    ",
        ),
    ]


def _missed(missed: Missed, words: Words) -> list[str]:
    if not missed.of:
        return []
    shares = {
        name: percent(count / missed.of, words)
        for name, count in (
            ("nodes", missed.nodes),
            ("leaders", missed.leaders),
            ("length", missed.length),
        )
    }
    return ["", *paragraph(words.say("run-missed", n=missed.of, **shares))]


def _mark(name: str) -> str:
    return _MARKS.get(name, _OTHER_MARK)


def _hours(hours: Quantiles, words: Words) -> tuple[str, str, str]:
    return (
        _hour(hours.q05, words),
        _hour(hours.median, words),
        _hour(hours.q95, words),
    )


def _hour(hour: float | None, words: Words) -> str:
    return "" if hour is None else words.clock(3600 * hour)


def _alarm(summary: Summary, words: Words) -> list[str]:
    lines = head(words.say("run-alarm-head"))
    early, hour, late = _hours(summary.launched_hour, words)
    if hour:
        lines += paragraph(words.say("run-launched", hour=hour, early=early, late=late))
    alarm = said(summary.alarm.given_plot or summary.alarm.share, words)
    early, hour, late = _hours(summary.alarm_hour, words)
    if hour:
        hours = {"hour": hour, "early": early, "late": late}
        lines += paragraph(words.say(_given("run-alarm", summary), said=alarm, **hours))
    else:
        lines += paragraph(words.say(_given("run-alarm-never", summary), said=alarm))
    return lines


def _given(id: str, summary: Summary) -> str:  # noqa: A002 - Fluent's word
    """Return the message that says 'of worlds with a plot', where some worlds have none."""
    return f"{id}-plot" if summary.stratified else id


def _places(summary: Summary, scenario: Scenario, words: Words) -> list[str]:
    lines = head(words.say(_given("run-places", summary)))
    fell = [fate for fate in summary.places if fate.falls.share.count]
    if fell:
        titles = ("run-column-chance", 14), ("run-column-hour", 22)
        lines += columns(("", 30), ("", 8), *((words.say(title), wide) for title, wide in titles))
    for fate in fell[:_PLACES]:
        lines += _place(fate, scenario, words)
    if len(fell) > _PLACES:
        lines += paragraph(words.say("run-places-more", n=len(fell) - _PLACES))
    never = [fate for fate in summary.places if not fate.falls.share.count]
    if never:
        share = max((_asked(fate) for fate in never), key=lambda one: one.high)
        rest = {
            "n": len(never),
            "said": said(share, words, "short"),
            "alone": "no" if fell else "yes",
        }
        lines += paragraph(words.say("run-places-never", **rest))
    return lines


def _asked(fate: PlaceFate) -> Share:
    return fate.falls.given_plot or fate.falls.share


def _place(fate: PlaceFate, scenario: Scenario, words: Words) -> list[str]:
    share = _asked(fate)
    early, hour, late = _hours(fate.hour, words)
    return columns(
        (short(scenario.places[fate.place].name.say(words.lang)), 30),
        (bar(share.value, 8), 8),
        (said(share, words, "short"), 14),
        (f"{hour} ({early}–{late})" if fate.hour.of >= _FEW else hour, 20),
    )


def _persons(summary: Summary, scenario: Scenario, words: Words) -> list[str]:
    lines = head(words.say(_given("run-persons", summary)))
    titles = ("run-column-one", 14), ("run-column-arrested", 10)
    lines += columns(("", 40), ("", 8), *((words.say(title), wide) for title, wide in titles))
    for fate in summary.groups:
        share = fate.arrested.given_plot or fate.arrested.share
        lines += columns(
            (short(scenario.leaders[fate.leader].name.say(words.lang)), 40),
            (bar(share.value, 8), 8),
            (said(share, words, "short"), 14),
            (words.say("run-persons-mean", n=fate.number, of=fate.present), 10),
        )
    return lines


def _losses(summary: Summary, words: Words) -> list[str]:
    plot, state = summary.loss_plot, summary.loss_regime
    if plot.median is None or state.median is None:
        return []
    text = words.say(
        "run-losses-text",
        plot=round(plot.median),
        plotlow=round(plot.q05 or 0),
        plothigh=round(plot.q95 or 0),
        state=round(state.median),
        statelow=round(state.q05 or 0),
        statehigh=round(state.q95 or 0),
    )
    return [*head(words.say("run-losses")), *paragraph(text)]


def _typical(summary: Summary, world: World, words: Words, row: Sequence[int] | None) -> list[str]:
    lines = head(words.say("run-typical"))
    if not summary.plot.share.count:
        return lines + paragraph(words.say("run-typical-none"))
    name = label(summary.modal, words)
    lines += paragraph(words.say("run-typical-world", number=str(summary.typical), label=name))
    if row is not None:
        outcome = dict(zip(world.columns_of_rows, map(int, row), strict=True))
        assert LABELS[outcome["label"]] == summary.modal
        text = words.sentence(
            "run-typical-text",
            taken=outcome["nodes_taken"],
            arrested=outcome["arrested"],
            loss=outcome["loss_plot"] + outcome.get("dead_units_plot", 0),
            alarmed="yes" if outcome["alarm_at"] >= 0 else "no",
            alarm=words.clock(max(0, outcome["alarm_at"])),
        )
        lines += paragraph(text)
    return lines


def _next(
    summary: Summary, scenario: Scenario, ref: str, lent: Mapping[str, str], words: Words
) -> list[str]:
    """Commands that can be copied: the typical day, a decision taken otherwise, a number.

    What was changed is repeated, or they would tell other worlds than those above.
    """
    asked = [part for group, name in lent.items() for part in ("--with", f"{group}={name}")]
    for flag, changes in (("--do", summary.do), ("--set", summary.set)):
        asked += [
            part
            for name, value in changes.items()
            for part in (flag, f"{name}={value if flag == '--do' else written(value)}")
        ]
    seed = ["--seed", str(summary.seed)]
    commands = [["chronicle", ref, "--world", str(summary.typical), *seed, *asked]]
    # Declared last is decided last: nearest to the day, and with most to see in it.
    open_ = [one for one in reversed(scenario.decisions.items()) if one[0] not in summary.do]
    open_.sort(key=lambda one: one[1].side != "defence")
    for name, decision in open_[:2]:
        other = next(option for option in decision.options if option != decision.default)
        same = seed if summary.seed != 1 else []
        # Decisions taken already are taken on both sides.
        both = [x for done, option in summary.do.items() for x in ("--against", f"{done}={option}")]
        commands.append(["compare", ref, *asked, "--do", f"{name}={other}", *both, *same])
    # A number is shown as its file has it.
    own = [] if "guards" in lent else sorted(scenario.guards)[:1]
    commands += [["show", ref, f"guards.{name}.size"] for name in own]
    lines = [line for one in commands for line in _command(one)]
    return [*head(words.say("run-next")), *lines]


def _command(parts: Sequence[str]) -> list[str]:
    return command(shlex.join(["malaparte", *parts]), "  ").split("\n")
