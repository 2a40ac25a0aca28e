import ast
import re
from datetime import date
from pathlib import Path

import pytest
from fluent.syntax import ast as ftl
from fluent.syntax import parse

from malaparte.errors import UsageError
from malaparte.kernel.outcome import CAUSES, LABELS
from malaparte.report.words import LANGUAGES, Words

REPORT = Path(__file__).parents[2] / "src/malaparte/report"


def messages(lang: str) -> dict[str, ftl.Message]:
    body = parse((REPORT / f"messages/{lang}.ftl").read_text(encoding="utf-8")).body
    assert not [entry for entry in body if isinstance(entry, ftl.Junk)]
    found = [entry for entry in body if isinstance(entry, ftl.Message)]
    assert len({entry.id.name for entry in found}) == len(found)
    return {entry.id.name: entry for entry in found}


def variables(lang: str) -> set[str]:
    text = (REPORT / f"messages/{lang}.ftl").read_text(encoding="utf-8")
    return set(re.findall(r"\$(\w+)", text))


def test_both_languages_have_the_same_messages_in_the_same_order() -> None:
    assert list(messages("en")) == list(messages("ru"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("n", [0, 1, 2, 5, 11, 21, 1500])
def test_every_message_can_be_said_with_every_number(lang: str, n: int) -> None:
    words = Words(lang)
    args = dict.fromkeys(variables(lang), n)
    for message in messages(lang):
        said = words.say(message, **args)
        assert said
        assert not set("{}\u2068\u2069") & set(said)


def named_ids(path: Path) -> set[str]:
    """The ids that a file says with a literal."""
    calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if is_say(node))
    return {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}


def is_say(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("say", "sentence")
        and bool(node.args)
    )


def test_every_id_that_the_reports_name_exists() -> None:
    for path in REPORT.rglob("*.py"):
        assert named_ids(path) <= set(messages("en")), path.name


@pytest.mark.parametrize(
    ("lang", "message", "expected"),
    [
        ("en", "squads", ["one squad", "two squads", "five squads", "21 squads"]),
        ("ru", "squads", ["один отряд", "два отряда", "пять отрядов", "21 отряд"]),
        ("ru", "men", ["один человек", "два человека", "пять человек", "21 человек"]),
        ("ru", "places", ["одно место", "два места", "5 мест", "21 место"]),
        ("ru", "groups", ["одна группа", "две группы", "5 групп", "21 группа"]),
    ],
)
def test_plurals(lang: str, message: str, expected: list[str]) -> None:
    assert [Words(lang).say(message, n=n) for n in (1, 2, 5, 21)] == expected


def test_times() -> None:
    en, ru = Words("en"), Words("ru")
    assert en.clock(7 * 3600 + 40 * 60 + 59) == "07:40"
    assert en.clock(24 * 3600 + 60) == "00:01 the next day"
    assert ru.clock(24 * 3600 + 60) == "00:01 следующего дня"
    assert [en.after(s) for s in (20, 60, 540, 6000)] == [
        "within a minute",
        "after one minute",
        "after nine minutes",
        "after one hour and 40 minutes",
    ]
    assert [ru.after(s) for s in (60, 120, 540, 21 * 60)] == [
        "через одну минуту",
        "через две минуты",
        "через девять минут",
        "через 21 минуту",
    ]
    assert en.date(date(1927, 11, 7)) == "7 November 1927"
    assert ru.date(date(1927, 11, 7)) == "7 ноября 1927 года"


def test_numbers_and_lists_follow_the_language() -> None:
    assert Words("en").say("number", n=4000) == "4,000"
    assert Words("ru").say("number", n=4000) == "4\u00a0000"
    assert Words("en").join("abc") == "a, b and c"
    assert Words("ru").join("абв") == "а, б и в"


def test_mistakes_are_errors() -> None:
    with pytest.raises(KeyError, match="no message `nonsense`"):
        Words("en").say("nonsense")
    with pytest.raises(ValueError, match="squads"):
        Words("en").say("squads")
    with pytest.raises(UsageError, match="no language `fr`"):
        Words("fr")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_outcome_has_a_name(lang: str) -> None:
    known = set(messages(lang))
    for label in LABELS:
        assert "label-" + label.replace(",", "").replace(" ", "-") in known
    for cause in CAUSES:
        assert "cause-" + cause.replace(" ", "-") in known


@pytest.mark.parametrize(("share", "said"), [(41 / 2000, "2.1%"), (9 / 2000, "0.5%"), (0.5, "50%")])
def test_a_half_is_rounded_as_the_page_rounds_it(share: float, said: str) -> None:
    """By hand: 2.05 and 0.45 per cent, half away from zero, as browsers do."""
    assert Words("en").say("percent-fine", share=share) == said
