"""The lesson: what it says is in the scenario, what it plays is what the rules computed."""

import json
import re
import zlib
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from malaparte.cli.main import app
from malaparte.errors import ScenarioError, UsageError
from malaparte.scenario.lesson import lesson
from malaparte.web.pack import pack
from tests import hand_made as day
from tests import lessons

ARTICLE = "moscow-1927-article"


@pytest.fixture(scope="module")
def made() -> tuple[str, dict[str, Any]]:
    text = lessons.article()
    (data,) = re.findall(r'<script id="lesson" type="application/json">(.*?)</script>', text)
    return text, json.loads(data)


def test_the_lesson_has_three_decisions_and_a_known_length() -> None:
    told, scenario = lesson(ARTICLE)
    assert len(told.decisions) == 3
    assert 10 <= len(told.steps) <= 14
    for one in told.combinations():
        assert all(option in scenario.decisions[name].options for name, option in one.items())


def test_every_combination_has_an_answer_and_worlds(made: tuple[str, dict[str, Any]]) -> None:
    _, data = made
    assert len(data["answers"]) == len(lesson(ARTICLE)[0].combinations())
    whole = zlib.decompress(b64decode(data["events"]), -15)
    assert len(whole) == sum(data["sizes"])
    for one in data["answers"]:
        assert len(one["dots"]) == lessons.DOTS
        assert sum(outcome["share"] for outcome in one["outcomes"]) == pytest.approx(1)
        assert all(0 <= dot["log"] < len(data["sizes"]) for dot in one["dots"])
        assert one["chronicle"]["en"]
        assert one["chronicle"]["ru"]


def test_the_file_needs_nothing_but_itself(made: tuple[str, dict[str, Any]]) -> None:
    text, _ = made
    assert "default-src 'none'" in text
    assert not re.search(r'(?:src|href)="(?!data:)', text)


def test_a_scenario_without_a_lesson_says_so() -> None:
    with pytest.raises(UsageError, match="has no lesson; expected a file"):
        lesson("moscow-1927-record")


def test_mistakes_in_a_lesson_are_told_together(tmp_path: Path) -> None:
    scenario = f"malaparte: 1\nid: mine\nextends: {ARTICLE}\n"
    (tmp_path / "mine.yaml").write_text(scenario, "utf-8")
    text = Path("src/malaparte/library", ARTICLE, "lesson.yaml").read_text("utf-8")
    text = text.replace("decide: arrest", "decide: arest").replace("C13", "C99")
    text = text.replace("minutes: 45", "minutes: 40").replace("[hidden, outside", "[hiden, outside")
    (tmp_path / "lesson.yaml").write_text(text, "utf-8")
    with pytest.raises(ScenarioError) as caught:
        lesson(tmp_path / "mine.yaml")
    assert {one.path for one in caught.value.problems} == {
        "steps.arrest.decide",
        "steps.truth.claims",
        "steps.guards.options",
        "teacher",
    }


def test_packed_events_for_the_page(golden: Callable[[str, str], None]) -> None:
    """The page unpacks the same bytes (frontend/test/pack.test.ts)."""
    told = {"packed": pack(day.EVENTS).hex(), "events": [list(row) for row in day.EVENTS]}
    golden("packed.json", json.dumps(told) + "\n")


def test_the_command_refuses_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "no" / "lesson.html"
    call = ["lesson", ARTICLE, "-o", str(path), "--worlds", "16", "--each", "1"]
    result = CliRunner().invoke(app, call)
    assert result.exit_code != 0
    assert not path.exists()
