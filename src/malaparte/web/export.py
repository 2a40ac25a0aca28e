"""What can be carried away: the order of battle, the changed scenario, the answer as text."""

from __future__ import annotations

import csv
import io
import threading
from typing import Any

from ruamel.yaml import YAML

from malaparte.analysis.compare import compare
from malaparte.api import Laboratory
from malaparte.errors import ScenarioError, UsageError
from malaparte.report.show import say_spread
from malaparte.report.terminal import compare_text, run_text
from malaparte.report.words import Words
from malaparte.said import said
from malaparte.scenario.load import ready
from malaparte.scenario.merge import is_list
from malaparte.scenario.walk import quantities
from malaparte.web.asked import Answer, Case
from malaparte.web.desk import Desk
from malaparte.web.running import ensemble, turn_for


def order_of_battle(lab: Laboratory, lang: str = "en") -> str:
    """Return squads, guards, reserves and units of the army as CSV: where, how many, who says so.

    It is a table of the scenario, not of an hour: a unit chooses on the day, so its side is `army`.
    Ids stay as they are in every language.
    """
    scenario, numbers, words = lab.scenario, quantities(lab.scenario), Words(lang)
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")

    def word(id: str) -> str:  # noqa: A002
        return words.say("battle-word", word=id)

    def spread(path: str) -> str:
        return say_spread(numbers[path].quantity.spread, words)

    def source(path: str) -> tuple[str, str]:
        quantity = numbers[path].quantity
        return words.say("basis-name", basis=str(quantity.basis)), " ".join(quantity.sources)

    head = ("side", "kind", "id", "name", "place", "groups", "men", "posture", "basis", "sources")
    table.writerow(map(word, (*head, "arms", "commander")))
    for name, squad in scenario.squads.items():
        goals = " ".join((*squad.targets, *squad.persons))
        count, size = f"squads.{name}.count", f"squads.{name}.size"
        row = (word("plot"), word("squads"), name, squad.name.say(lang), goals)
        told = (spread(count), spread(size), word(squad.vehicle))
        table.writerow((*row, *told, *source(count), "", ""))
    for name, guard in scenario.guards.items():
        posture = ", ".join([word(guard.posture), *[word("hidden")] * guard.hidden])
        place, size = scenario.places[guard.place].name.say(lang), f"guards.{name}.size"
        row = (word("state"), word("guard"), name, place, guard.place)
        table.writerow((*row, "1", spread(size), posture, *source(size), "", ""))
    for name, reserve in scenario.reserves.items():
        groups, size = f"reserves.{name}.groups", f"reserves.{name}.size"
        place = scenario.places[reserve.place].name.say(lang)
        row = (word("state"), word("reserve"), name, place, reserve.place)
        told = (spread(groups), spread(size), word(reserve.vehicle))
        table.writerow((*row, *told, *source(size), "", ""))
    for name, unit in (scenario.army.units if scenario.army else {}).items():
        men, away = f"army.units.{name}.men", words.say("battle-outside-city")
        posture = ", ".join([word(unit.vehicle), *[away] * unit.outside])
        row = (word("army"), word("unit"), name, unit.name.say(lang), unit.place)
        told = (*row, "1", spread(men), posture, *source(men))
        table.writerow((*told, word(unit.arm), unit.commander.say(lang)))
    return out.getvalue()


def scenario_yaml(desk: Desk, case: Case) -> str:
    """Return a scenario that extends the one shown and holds the values set on the page.

    Decisions stay decisions: the head says how to take them.  The text is checked before it goes.

    Raises
    ------
    ScenarioError
        If `check` would refuse the text.
    UsageError
        If the scenario is a file, which a scenario elsewhere could not extend.
    """
    ref = desk.ref(case.scenario)
    if not isinstance(ref, str):
        words = said("a scenario from a file cannot be extended elsewhere; change the file itself")
        raise UsageError(words)
    _, document = ready(ref, {}, case.set)
    data: dict[str, Any] = {"malaparte": 1, "id": f"{ref}-mine", "extends": ref}
    for part in ("title", "reading"):
        told = document.data[part]
        data[part] = {
            "en": f"{told['en']}, with numbers of our own",
            "ru": f"{told['ru']}, с нашими числами",
        }
    for pattern in case.set:
        _carry(document.data, data, pattern)
    out = io.StringIO()
    yaml = YAML(pure=True)
    yaml.width = 100
    yaml.allow_unicode = True
    yaml.dump(data, out)
    taken = " ".join(f"--do {name}={option}" for name, option in case.do.items())
    head = "# Saved from the page.  Run it with:\n"
    text = f"{head}#   malaparte run ./{ref}-mine.yaml {taken}".rstrip() + f"\n{out.getvalue()}"
    problems, _ = desk.check(f"{ref}-mine.yaml", text)
    if problems:
        raise ScenarioError(problems)
    return text


def _carry(whole: Any, part: dict[str, Any], path: str) -> None:
    """Copy the value at a path; a list is copied whole, because `extends` replaces lists."""
    *above, last = path.split(".")
    for key in above:
        if is_list(whole[key]):
            part[key] = whole[key]
            return
        whole, part = whole[key], part.setdefault(key, {})
    part[last] = whole[last]


def answer_text(desk: Desk, asked: Answer) -> str:
    """Return the report of a run as text; a run that is not at hand is computed."""
    told = asked.model_copy(update={"do": {}, "set": {}})
    nobody = threading.Event()
    with turn_for(desk, nobody, asked.worlds, told, asked):
        before = ensemble(desk, told, asked.worlds, _quiet, nobody)
        if not asked.do and not asked.set:
            row = before.row(before.summary.typical)
            return run_text(before.summary, before.world, asked.lang, row=row, ref=asked.scenario)
        after = ensemble(desk, asked, asked.worlds, _quiet, nobody)
    return compare_text(compare(before, after), before.world, asked.lang)


def _quiet(name: str, data: dict[str, Any]) -> None:
    """Tell nobody."""
