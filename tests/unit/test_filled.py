"""Long lines go on below; commands stay commands."""

import shlex

import pytest

from malaparte.report.page import WIDTH, command, filled


@pytest.mark.parametrize("label", ["", "  ", "missing   ", "  expected  ", "09:30:00  "])
def test_a_long_line_goes_on_below_its_words(label: str) -> None:
    text = f"first\n{label}{'some words ' * 20}\nlast".replace(" \n", "\n")
    lines = filled(text).splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert len(lines) > 4
    assert {len(line) - len(line.lstrip()) for line in lines[2:-1]} == {len(label)}
    assert " ".join(filled(text).split()) == " ".join(text.split())


def test_what_has_no_gap_stays_whole() -> None:
    assert filled("/a/very" * 20) == "/a/very" * 20


def test_a_broken_command_is_the_same_to_a_shell() -> None:
    words = ["malaparte", "run", "x", "--set", "a=two  words", *["--do", "leaders=homes"] * 6]
    text = command(shlex.join(words), "command   ")
    assert max(map(len, text.splitlines())) <= WIDTH
    assert shlex.split(text.removeprefix("command   ").replace("\\\n", "")) == words
