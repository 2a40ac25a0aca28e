"""A lesson as one HTML file that needs neither network nor installation."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from malaparte.analysis.compare import NUMBERS, compare
from malaparte.api import Laboratory
from malaparte.ensemble.ensemble import Ensemble
from malaparte.report.chronicle import chronicle_data
from malaparte.report.words import LANGUAGES
from malaparte.scenario.claim import claims, dossier
from malaparte.scenario.document import Scenario
from malaparte.scenario.lesson import Lesson, lesson
from malaparte.web.dots import dots
from malaparte.web.pack import pack
from malaparte.web.view import posted, scenario_view
from malaparte.web.words import LESSON, STATIC, messages
from malaparte.web.world_view import heights, road_view, world_view

Progress = Callable[[int], None]


@dataclass(frozen=True)
class Plan:
    """A lesson that is to be written: its words, and the laboratory that it asks."""

    told: Lesson
    scenario: Scenario
    lab: Laboratory

    @property
    def steps(self) -> int:
        """How many screens."""
        return len(self.told.steps)

    @property
    def combinations(self) -> int:
        """How many ways to decide."""
        return len(self.told.combinations())


def lesson_plan(ref: str | Path) -> Plan:
    """Return the lesson of a scenario; see `malaparte.scenario.lesson.lesson`."""
    told, scenario = lesson(ref)
    return Plan(told, scenario, Laboratory(ref))


def lesson_html(plan: Plan, *, worlds: int, each: int, seed: int, progress: Progress) -> str:
    """Return the whole file: page, fonts, words in both languages, answers, worlds.

    Parameters
    ----------
    plan : Plan
        What `lesson_plan` returned.
    worlds : int
        Worlds behind each answer.
    each : int
        Worlds of each answer that can be played.
    seed : int
        The luck of all of them.
    progress : function of int
        Is told how many worlds are done.
    """
    data = _data(plan, worlds, each, seed, progress)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    title = escape(f"{plan.told.title.en} · {plan.told.title.ru}")
    style, script = (_built(name) for name in ("lesson.css", "lesson.js"))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        # No address outside this file can be reached, not even by mistake.
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "script-src 'unsafe-inline'; style-src 'unsafe-inline'; font-src data:; "
        'img-src data: blob:">'
        f'<link rel="icon" href="data:,"><title>{title}</title><style>{style}</style></head>'
        '<body><div id="app"></div>'
        f'<script id="lesson" type="application/json">{_inert_json(text)}</script>'
        f"<script>{_inert_script(script)}</script></body></html>\n"
    )


def _data(plan: Plan, worlds: int, each: int, seed: int, progress: Progress) -> dict[str, Any]:
    told = plan.told
    base = plan.lab.run(worlds, seed, progress=progress)
    packed: dict[bytes, int] = {}
    answers = [_answer(plan, one, base, each, packed, progress) for one in told.combinations()]
    stream = zlib.compressobj(9, zlib.DEFLATED, -15)
    whole = stream.compress(b"".join(packed)) + stream.flush()
    ref = plan.scenario.id
    wanted = {name for step in told.steps for name in step.claims}
    known = {name: one for name, one in claims(plan.lab.ref).items() if name in wanted}
    cited = {name for one in known.values() for name in one.sources}
    sources = dossier(plan.lab.ref).sources
    return {
        "lesson": told.model_dump(mode="json"),
        "scenario": scenario_view(plan.lab.world, ref),
        "words": {lang: messages(lang, LESSON) for lang in LANGUAGES},
        "seed": seed,
        "worlds": worlds,
        "road": world_view(plan.lab, seed, base.summary.typical)["road"],
        "heights": heights(road_view(plan.lab, seed)),
        "answers": answers,
        "sizes": [len(one) for one in packed],
        "events": base64.b64encode(whole).decode(),
        "claims": {name: one.model_dump(mode="json") for name, one in known.items()},
        "sources": {name: sources[name].model_dump(mode="json") for name in sorted(cited)},
    }


def _answer(
    plan: Plan,
    do: dict[str, str],
    base: Ensemble,
    each: int,
    packed: dict[bytes, int],
    progress: Progress,
) -> dict[str, Any]:
    """Return how often it ends how, and the worlds that can be played, for one way to decide."""
    changes = {
        name: option
        for name, option in do.items()
        if option != plan.scenario.decisions[name].default
    }
    lab = plan.lab.change(do=changes)
    seed, worlds = base.design.seed, base.design.worlds
    found = lab.run(worlds, seed, progress=progress) if changes else base
    shown = dots(base.sample, found.sample, each)
    typical = found.summary.typical
    traces = {one["world"]: lab.trace(one["world"], seed) for one in shown}
    traces.setdefault(typical, lab.trace(typical, seed))
    progress(len(traces))
    places = {
        number: packed.setdefault(pack(trace.events.tolist()), len(packed))
        for number, trace in traces.items()
    }
    told = traces[typical]
    differences = {one.name: one.after for one in compare(base, found).numbers}
    return {
        "do": do,
        "outcomes": [
            {"label": one.label, "share": one.chance.share.value} for one in found.summary.outcomes
        ],
        "numbers": {name: round(differences[name], 2) for name in NUMBERS},
        "dots": [{**one, "log": places[one["world"]]} for one in shown],
        "guards": posted(lab.world),
        "typical": {"world": typical, "log": places[typical]},
        "chronicle": {
            lang: [
                {"time": one["time"], "text": one["text"], "places": one["places"], "events": []}
                for one in chronicle_data(lab.world, told.events.tolist(), told.row.tolist(), lang)
            ]
            for lang in LANGUAGES
        },
    }


def _built(name: str) -> str:
    return (STATIC / "lesson" / name).read_text(encoding="utf-8")


def _inert_json(text: str) -> str:
    """Return JSON that cannot end the script element in which it stands."""
    return text.replace("<", "\\u003c")


def _inert_script(text: str) -> str:
    """Return a script that cannot end the element in which it stands."""
    return text.replace("</script", "<\\/script").replace("<!--", "<\\!--")
