"""The sections of the report, each a function of the story; '' where there is nothing to tell."""

from __future__ import annotations

from html import escape

from malaparte.analysis.compare import Comparison
from malaparte.drawing.svg import mark
from malaparte.kernel.outcome import LABELS, SEIZED_ONLY
from malaparte.report.basis import basis_count
from malaparte.report.carried import carried
from malaparte.report.change import change_names
from malaparte.report.comparison import covers
from malaparte.report.figures.changes import Effect, changes_figure
from malaparte.report.figures.city import city_figure
from malaparte.report.figures.nodes import nodes_figure
from malaparte.report.figures.outcomes import marks_figure, outcomes_figure
from malaparte.report.figures.road import road_figure
from malaparte.report.given import ratio_text, small, spans
from malaparte.report.html import pictures, say, table, tag
from malaparte.report.missing import missing_text
from malaparte.report.road import miss_text
from malaparte.report.share import label, percent, said
from malaparte.report.story import Carrier, Story
from malaparte.report.taken import taken
from malaparte.report.words import Words
from malaparte.results.share import say_share

_GRADES = ("documented", "claimed", "estimated", "assumed")
_LEARNED = 8
"""Numbers that the record teaches about."""
_LEAST = 0.05
"""Places below which a change does not show."""
_IN_POWER = (LABELS[SEIZED_ONLY], "held")


def lead(story: Story, words: Words) -> str:
    """Return the question, the answer in words, and what the numbers rest on."""
    scenario, summary, lang = story.world.scenario, story.summary, words.lang
    seized = say_share(summary.seized.share)
    answer = words.say(
        "answer-about" if seized.low == seized.high else "answer-range",
        low=seized.low,
        high=seized.high,
        of=seized.of,
    )
    size = words.say("run-size", worlds=summary.worlds, sets=summary.sets, seed=str(summary.seed))
    asked = taken(scenario, summary.do, summary.set, words) or words.say("run-default")
    return tag(
        "section",
        say("h1", words.say("run-question", date=words.date(scenario.day.date))),
        say("p", answer, class_="answer"),
        say("p", scenario.summary.say(lang)),
        say("p", f"{asked} {size}", class_="size"),
        tag(
            "figure",
            marks_figure(summary, words).svg,
            tag("figcaption", _legend(story, words)),
            class_="hero",
        ),
        _basis(story, words),
        class_="lead",
    )


def _legend(story: Story, words: Words) -> str:
    """Return what the marks of fifty worlds mean, each mark before its name."""
    names = [
        tag(
            "span",
            f'<svg width="18" height="18" aria-hidden="true">{mark(one.label, 9, 9, 8)}</svg> ',
            escape(label(one.label, words)),
        )
        for one in story.summary.outcomes
    ]
    return f"{escape(words.say('run-dots'))} {'; '.join(names)}."


def _basis(story: Story, words: Words) -> str:
    count = basis_count(story.world.scenario)
    shares = {name: int(getattr(count, name)) for name in _GRADES}
    bar = "".join(
        tag("i", class_=name, style=f"width:{100 * n / max(count.total, 1):.2f}%")
        for name, n in shares.items()
        if n
    )
    key = "".join(
        tag("li", tag("i", class_=name), escape(f"{words.say(f'report-{name}')} {n}"))
        for name, n in shares.items()
    )
    return tag(
        "div",
        say("h3", words.say("report-basis", n=count.total)),
        tag("div", bar, class_="bar", aria_hidden="true"),
        tag("ul", key, class_="key"),
        say("p", words.say("basis-unseen", n=count.unseen), class_="note"),
        class_="basis",
    )


def outcomes(story: Story, words: Words) -> str:
    """Return how histories end; given a plot too, where some worlds have none."""
    summary = story.summary
    parts = [
        pictures(*(outcomes_figure(summary, words, wide=w, dots=False) for w in (True, False))),
        say("p", words.say("report-outcomes-text", worlds=summary.worlds), class_="note"),
    ]
    if summary.stratified:
        both = (outcomes_figure(summary, words, wide=w, given_plot=True) for w in (True, False))
        parts += [
            say("h3", words.say("run-outcomes-plot")),
            say("p", words.say("run-plot", said=said(summary.plot.share, words))),
            pictures(*both),
        ]
    return "".join([*parts, _facts(story, words)])


def _facts(story: Story, words: Words) -> str:
    """Alarm and losses, a sentence each."""
    summary = story.summary
    facts: list[str] = []
    hours = summary.launched_hour
    if hours.median is not None:
        at = [words.clock(3600 * (hour or 0.0)) for hour in (hours.q05, hours.median, hours.q95)]
        facts.append(words.say("run-launched", early=at[0], hour=at[1], late=at[2]))
    plot, state = summary.loss_plot, summary.loss_regime
    squads = bool(story.world.scenario.squads)
    if squads and plot.median is not None and state.median is not None:
        facts.append(
            words.say(
                "run-losses-text",
                plot=round(plot.median),
                plotlow=round(plot.q05 or 0),
                plothigh=round(plot.q95 or 0),
                state=round(state.median),
                statelow=round(state.q05 or 0),
                statehigh=round(state.q95 or 0),
            )
        )
    return "".join(say("p", fact) for fact in facts)


def city(story: Story, words: Words) -> str:
    """Return the map with each node's chance, and the places one by one."""
    summary, world = story.summary, story.world
    if not summary.places:
        return ""
    maps = (city_figure(world, summary, words, wide=wide) for wide in (True, False))
    rows = [nodes_figure(summary, world.scenario, words, wide=wide) for wide in (True, False)]
    return "".join(
        (
            say("p", words.say("report-map-text", plot=_plot(story))),
            pictures(*maps),
            say("h3", rows[0].title),
            say("p", words.say("report-places-text", plot=_plot(story)), class_="note"),
            pictures(*rows),
        )
    )


def _plot(story: Story) -> str:
    """Return whether shares of places, and the typical day, are of all worlds, or some."""
    return "some" if story.summary.stratified else "all"


def carries(story: Story, words: Words) -> str:
    """Return what single decisions do, and which assumptions carry the answer."""
    parts: list[str] = []
    if story.options:
        one = options(story, words)
        parts += _carrier(one, words, say("p", _power(story, words)))
        parts.append(_idle(story, words))
    if story.explained is not None:
        parts.append(carried(story.explained, story.world.scenario, words))
    return "".join(parts)


def _carrier(one: Carrier, words: Words, more: str = "") -> list[str]:
    both = (changes_figure(one.title, one.effects, words, wide=wide) for wide in (True, False))
    drawn = pictures(*both) if one.effects else ""
    return [say("h3", one.title), say("p", one.text), more, drawn]


def options(story: Story, words: Words) -> Carrier:
    """Return what each decision of the defence does to the places that the plot takes."""
    effects: list[Effect] = []
    for found in story.options:
        shift = next(one for one in found.numbers if one.name == "nodes_taken")
        name, part = _titles(found, story, words)
        half = 1.96 * shift.error
        amount = words.say("number", n=round(abs(shift.value), 1))
        sign = "+" if round(shift.value, 1) > 0 else "−" if round(shift.value, 1) < 0 else ""
        told = f"{sign}{amount} ± {words.say('number', n=round(half, 1))}"
        low, high = shift.value - half, shift.value + half
        effects.append(Effect(name, part, shift.value, low, high, told))
    text = words.say("report-options-text", worlds=story.options[0].worlds)
    seen = [one for one in effects if _shows(one)]
    ranked = sorted(seen, key=lambda one: -abs(one.value))
    return Carrier(words.say("report-options"), text, tuple(ranked))


def _shows(one: Effect) -> bool:
    """Tell whether an effect shows in the digits that are printed."""
    return max(abs(one.value), (one.high - one.low) / 2) >= _LEAST


def _idle(story: Story, words: Words) -> str:
    """Return the options that change nothing that shows."""
    names: list[str] = []
    for found in story.options:
        shift = next(one for one in found.numbers if one.name == "nodes_taken")
        if max(abs(shift.value), 1.96 * shift.error) < _LEAST:
            decision, option = _titles(found, story, words)
            names.append(tag("li", say("b", option), escape(f" · {decision}")))
    if not names:
        return ""
    return say("p", words.say("report-options-idle")) + tag("ul", *names, class_="idle")


def _titles(found: Comparison, story: Story, words: Words) -> tuple[str, str]:
    name = next(one for one in found.do_after if found.do_after[one] != found.do_before.get(one))
    return change_names(f"{name}={found.do_after[name]}", story.world.scenario, words)


def _power(story: Story, words: Words) -> str:
    named: list[str] = []
    for found in story.options:
        flips = [one for one in found.outcomes if one.name in _IN_POWER]
        gained, lost = sum(one.gained for one in flips), sum(one.lost for one in flips)
        if gained or lost:
            option = " ".join(_titles(found, story, words))  # "Twenty" alone says nothing
            sizes = {"gained": gained, "lost": lost, "worlds": found.worlds}
            named.append(words.say("report-options-power-one", option=option, **sizes))
    if not named:
        return words.say("report-options-power")
    return words.say("report-options-power-some", names="; ".join(named))


def road(story: Story, words: Words) -> str:
    """Return the road by date with the record over it, and by how much it misses the record."""
    found = story.road
    if found is None:
        return ""
    scenario = story.world.scenario
    both = (road_figure(story.bands, scenario, words, wide=wide) for wide in (True, False))
    misses = [miss_text(row, row.record, words) for row in found.rows if row.record is not None]
    return "".join(
        (
            say("p", words.say("report-road-text", n=found.worlds)),
            pictures(*both),
            tag("ul", *(say("li", text) for text in misses), class_="note"),
        )
    )


def record(story: Story, words: Words) -> str:
    """Return the statements of the record, how the worlds fit them, and what was learned."""
    scenario, given = story.world.scenario, story.given
    if not scenario.record:
        return ""
    fits = {one.name: one for one in given.told} if given else {}
    rows: list[list[str]] = []
    for name, one in scenario.record.items():
        if not one.evidence:
            continue
        told = fits.get(name)
        agree = "" if told is None or one.value is not None else percent(told.fits, words)
        kind = f" ({words.say('record-absent')})" if one.absent else ""
        cited = "; ".join(_cited(story, source, words) for source in one.sources)
        weighed = [agree, small(told.chance.value, words)] if told else []
        rows.append([one.says.say(words.lang) + kind, cited, one.grade, *weighed])
    names = ["statement", "sources", "grade", *(("fits", "chance") if given else ())]
    heads = [words.say(f"report-column-{name}") for name in names]
    parts = [say("p", words.say("report-record-text"))]
    parts.append(tag("div", table(heads, rows, numbers=2 if given else 0), class_="cards"))
    if given is None:
        parts.append(say("p", words.say("report-record-refused", worlds=story.summary.worlds)))
        return "".join(parts)
    worth = {"worthworlds": round(given.worth_worlds), "worlds": given.worlds}
    parts.append(say("p", words.say("report-record-worth", **worth)))
    turns = [("given-answer", given.seized)]
    turns += [("given-plot", given.armed)] if 0 < given.armed.before.value < 1 else []
    for id, turn in turns:  # noqa: A001 - Fluent's word
        before, after = said(turn.before, words), said(turn.after, words)
        parts.append(say("p", words.say(id, before=before, after=after)))
    for other in given.readings:
        names = {"mine": given.scenario, "other": other.scenario}
        parts.append(say("p", ratio_text("given-reading", other.factor, words, **names)))
    moved = [one for one in given.learned if one.moved][:_LEARNED]
    if moved:
        names = [words.say(f"report-column-{n}") for n in ("number",)]
        names += [words.say("given-column-before"), words.say("given-column-after")]
        cells = [
            [one.path, *(text.removeprefix("→ ") for text in spans(one, words))] for one in moved
        ]
        parts.append(say("h3", words.say("report-learned")))
        parts.append(tag("div", table(names, cells), class_="cards"))
    return "".join(parts)


def _cited(story: Story, name: str, words: Words) -> str:
    """Return a source as it is cited in a table."""
    source = story.world.scenario.sources[name]
    return f"{source.cited(words.lang)[0].split(',')[0]} {source.year or ''}".strip()


def day(story: Story, words: Words) -> str:
    """Return one world in prose."""
    if not story.summary.plot.share.count:
        return ""
    first, *rest = [part for part in story.chronicle.split("\n\n") if part.strip()]
    told = [say("p", first, class_="told")]
    told += [
        say("p", " ".join(part.split()), class_="told" if part == rest[-1] else "") for part in rest
    ]
    return say("p", words.say("report-typical-text", plot=_plot(story))) + tag(
        "div", *told, class_="tale"
    )


def disputes(story: Story, words: Words) -> str:
    """Return the claims that historians contradict."""
    lang = words.lang
    rows = [
        [one.says.say(lang), one.book.say(lang), one.historians.say(lang), one.grade.say(lang)]
        for one in story.dossier.claims.values()
        if one.conflict in ("yes", "partial")
    ]
    if not rows:
        return ""
    heads = [words.say(f"report-column-{n}") for n in ("claim", "book", "historians", "grade")]
    text = say("p", words.say("report-disputes-text"))
    return text + tag("div", table(heads, rows), class_="cards")


def sources(story: Story, words: Words) -> str:
    """Return the bibliography: who, what, when, and how much of it was seen."""
    items: list[str] = []
    for source in sorted(
        story.dossier.sources.values(), key=lambda one: one.cited(words.lang)[0].lower()
    ):
        year = f", {source.year}" if source.year else ""
        who = f" {source.publisher}." if source.publisher else ""
        seen = say("span", f" [{words.say(f'report-seen-{source.seen}')}]", class_="seen")
        author, title = map(escape, source.cited(words.lang))
        items.append(
            tag("li", f"{author.rstrip('.')}. {tag('i', title)}{year}.{escape(who)}{seen}")
        )
    return tag("ul", *items, class_="sources") if items else ""


def made(story: Story, words: Words) -> str:
    """Return what is needed to make the report again."""
    summary, origin = story.summary, story.origin
    size = words.say("run-size", worlds=summary.worlds, sets=summary.sets, seed=str(summary.seed))
    rows = (
        ("report-made-command", tag("code", escape(origin.command))),
        ("report-made-run", tag("code", escape(origin.run))),
        ("report-made-version", escape(f"malaparte {origin.version}")),
        ("report-made-rules", tag("code", escape(origin.rules))),
        ("report-made-worlds", escape(size)),
    )
    terms = "".join(say("dt", words.say(name)) + tag("dd", value) for name, value in rows)
    scenario = story.world.scenario
    return "".join(
        (
            tag("dl", terms),
            say("p", words.say("report-made-text")),
            say("h3", words.say("compare-covers")),
            say("p", covers(scenario, words)),
            say("h3", words.say("run-missing")),
            say("p", missing_text(scenario, words)),
        )
    )
