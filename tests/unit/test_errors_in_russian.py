"""What goes wrong can be read in Russian: no form is forgotten, none left, none loses a word."""

import ast
import re
import string
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from malaparte import errors
from malaparte.errors import ScenarioError, UsageError
from malaparte.report.telling import tell
from malaparte.said import both, counted, either, meant, said, strung
from malaparte.scenario.load import load
from malaparte.scenario.record import DAY_OUTPUTS, STREET_OUTPUTS, WORDS
from malaparte.scenario.schema import schema
from tests.said_forms import ROOT, forms

BAD = sorted((Path(__file__).parents[1] / "bad").glob("*.yaml"))
NOT_TOLD = ("kernel", "world")
"""Folders that say nothing in a form that can be told: what they raise are bugs, or hardly occurs,
and every change of their sources makes other runs of the same worlds."""
NAMES = {"CTRL", "DASK", "INF", "JSON", "MALAPARTE", "MALAPARTE_DEBUG", "UTF-8", "YAML"}
"""What is written so in every language."""


def catalogue() -> dict[str, Message]:
    with (ROOT / "report/messages/ru.errors.po").open("rb") as file:
        read = read_po(file, locale="ru", abort_invalid=True)
    return {_first(one): one for one in read if one.id}


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _strings(words: str | tuple[str, ...] | list[str]) -> list[str]:
    return [words] if isinstance(words, str) else list(words)


def _holes(form: str) -> list[tuple[str, str, str]]:
    return sorted(
        (name, spec or "", conversion or "")
        for _, name, spec, conversion in string.Formatter().parse(form)
        if name is not None
    )


def test_every_form_is_in_the_catalogue_and_no_other() -> None:
    used = {words for _, words, _ in forms()}
    assert len(used) > 400
    known = {tuple(_strings(one.id)) for one in catalogue().values()}
    assert not used - known, "without Russian; add them to ru.errors.po"
    assert not known - used, "said nowhere; delete them in ru.errors.po"


def test_a_form_has_the_same_holes_in_russian_and_in_the_source() -> None:
    for where, words, given in forms():
        message = catalogue_once()[words[0]]
        for form in (*words, *_strings(message.string)):
            assert _holes(form) == _holes(words[-1]), (where, form)
        names = {name for name, _, _ in _holes(words[-1])}
        if None not in given and "None" not in given:  # **names are seen where they are said
            assert names == set(given), where


@cache
def catalogue_once() -> dict[str, Message]:
    return catalogue()


def test_what_is_counted_has_the_three_forms_of_russian() -> None:
    for message in catalogue_once().values():
        assert len(_strings(message.string)) == (1 if isinstance(message.id, str) else 3)
        assert all(_strings(message.string)), message.id


def _latin(text: str) -> set[str]:
    """Return words in Latin letters that are no code: not quoted, no option, no hole, no path."""
    bare = re.sub(r"`[^`]*`|\{[^{}]*\}|--?[a-z]\w*|'[^']*'|\S+[/:.]\S+", " ", text)
    return {one for one in re.findall(r"[A-Za-z][\w-]*", bare) if one.upper() not in NAMES}


def test_russian_forms_have_no_english_words() -> None:
    for message in catalogue_once().values():
        for form in _strings(message.string):
            assert not _latin(form), form
            words = re.sub(r"\{[^{}]*\}", "", form)
            assert re.search("[а-яё]|`", words) or not re.search("[A-Za-z]", words), form


SAYING = {name for name in vars(errors) if name[0].isupper()} | {"Busy", "NoScenario", "TooMany"}
SAYING |= {"Finding", "problem", "_problem", "_refuse", "_refusal", "say"}
"""What is called with messages."""


def test_no_message_is_said_that_cannot_be_told() -> None:
    """Words in quotes belong into `said`; what has no words of its own needs none."""
    found: list[str] = []
    for path in sorted(ROOT.rglob("*.py")):
        if path.relative_to(ROOT).parts[0] in NOT_TOLD:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            for one in node.args if name in SAYING else ():
                parts = one.values if isinstance(one, ast.JoinedStr) else [one]
                text = "…".join(
                    part.value
                    for part in parts
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                )
                if re.search(r"[a-z]{2,} [a-z]{2,}", re.sub(r"`[^`]*`", "", text)):
                    found.append(f"{path.relative_to(ROOT)}:{node.lineno}: {text}")
    assert not found, "\n".join(found)


@cache
def language() -> set[str]:
    """Return all words of the scenario language, and the names that scenarios at hand give."""
    found = {*DAY_OUTPUTS, *STREET_OUTPUTS, *(one for some in WORDS.values() for one in some)}
    first = ROOT.parents[1] / "docs/first/three-nodes.yaml"
    for path in (*ROOT.glob("library/*/scenario.yaml"), first):
        found.update(re.findall(r"^ *([\w-]+):", path.read_text("utf-8"), re.MULTILINE))

    def walk(part: Any) -> None:
        if isinstance(part, dict):
            found.update(part.get("properties", ()))
            found.update(str(one) for one in part.get("enum", ()))
            found.add(str(part.get("const", "")))
            for one in part.values():
                walk(one)
        elif isinstance(part, list):
            for one in part:
                walk(one)

    walk(schema())
    return {word for one in found for word in _latin(one)}


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_mistake_in_a_file_is_told_in_russian(path: Path) -> None:
    with pytest.raises(ScenarioError) as caught:
        load(path)
    lines = path.read_text("utf-8").splitlines()
    own = {word for line in lines if not line.startswith("#") for word in _latin(line)}
    for problem in caught.value.problems:
        told = [tell(one, "ru") for one in (problem.found, problem.expected, problem.hint)]
        for text in told:
            assert not _latin(text) - language() - own, text
    text = tell(caught.value.words, "ru")
    assert re.match(r"\d+ ошиб", text)
    assert "  найдено     " in text
    assert "  ожидалось   " in text


def test_english_is_what_was_said() -> None:
    with pytest.raises(ScenarioError) as caught:
        load(BAD[0])
    assert tell(caught.value.words, "en") == str(caught.value)
    assert str(caught.value).startswith("1 problem\n")


def test_what_a_missing_key_means_is_told_in_russian() -> None:
    text = meant("Guard", "size", "Men in the group.")
    assert text == "Men in the group."
    assert tell(strung(["`size`", text], ": "), "ru") == "`size`: Сколько человек в группе."


def test_parts_are_told_in_the_same_language() -> None:
    names = either(["`a`", both(["b", said("nothing")])])
    assert names == "`a` or b and nothing"
    assert (
        tell(said("did you mean {names}?", names=names), "ru") == "может быть, `a` или b и ничего?"
    )


@pytest.mark.parametrize(
    ("n", "words"), [(1, "1 ошибка"), (3, "3 ошибки"), (11, "11 ошибок"), (21, "21 ошибка")]
)
def test_numbers_take_their_forms(n: int, words: str) -> None:
    assert tell(counted("{n} problem", "{n} problems", n=n), "ru") == words


def test_numbers_are_written_as_russian_does() -> None:
    text = said("at most {n:,} bytes", n=4_000_000)
    assert text == "at most 4,000,000 bytes"
    assert tell(text, "ru") == "не больше 4\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000 байт"
    assert tell(said("more than {n:g}", n=0.5), "ru") == "больше 0.5", "as a file takes it"


def test_a_text_that_nobody_said_stays_as_it_is() -> None:
    assert tell("Errno 28", "ru") == "Errno 28"
    assert tell(UsageError("plain").words, "ru") == "plain"


def test_what_was_said_survives_a_process() -> None:
    import copy
    import pickle

    text = said("no unit `{name}`", name="guards")
    for other in (copy.deepcopy(text), pickle.loads(pickle.dumps(text))):
        assert other == "no unit `guards`"
        assert tell(other, "ru") == "нет части `guards`"
