"""What is wrong with `--do` and `--set` is told once, where it was written, with what would fit."""

import pytest

import malaparte as mp
from malaparte.cli.main import call

MOSCOW = "moscow-1927-article"


@pytest.mark.parametrize("value", ["abc", -3])
def test_one_mistake_in_many_places_is_one_problem(value: object) -> None:
    with pytest.raises(mp.ScenarioError) as caught:
        mp.load(MOSCOW, set={"guards.*.size": value})
    (problem,) = caught.value.problems
    assert problem.file == "--set"
    assert problem.path.startswith("guards.*.size (")
    assert problem.path.endswith(" values)")


@pytest.mark.parametrize(
    ("do", "wanted", "hint"),
    [
        ({"leaders": "home"}, ["homes", "kremlin"], "did you mean `homes`?"),
        ({"leader": "homes"}, ["leaders", "guards"], "did you mean `leaders`?"),
        ({"leaders": "xyzzy"}, ["homes", "kremlin"], ""),
    ],
)
def test_an_unknown_option_is_found_at_do(do: dict[str, str], wanted: list[str], hint: str) -> None:
    with pytest.raises(mp.ScenarioError) as caught:
        mp.load(MOSCOW, do=do)
    (problem,) = caught.value.problems
    assert (problem.file, problem.path, problem.hint) == ("--do", *do, hint)
    assert all(word in problem.expected for word in wanted)


def test_the_cause_stands_before_what_follows_from_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["check", "tests/bad/number-without-unit.yaml"]) == 3
    told = capsys.readouterr().out.splitlines()
    assert told[1].startswith("tests/bad/number-without-unit.yaml:9")
    assert any(line.startswith("docs/first/three-nodes.yaml") for line in told[2:])


def test_numbers_are_asked_for_in_words_of_this_program(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert call(["run", MOSCOW, "--worlds", "abc"]) == 2
    assert "--worlds': expected a whole number" in capsys.readouterr().err
    assert call(["check", "/dev/null"]) == 3
    assert "no plain file" in capsys.readouterr().out
