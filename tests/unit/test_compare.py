import dataclasses
from pathlib import Path

import pytest

import malaparte as mp
from malaparte.analysis.compare import compare
from malaparte.api import compare_kept
from malaparte.cli.main import call
from malaparte.report.comparison import answer_text
from tests.lines import unbroken

THREE = "docs/first/three-nodes.yaml"


def test_a_change_of_nothing_is_exactly_nothing() -> None:
    lab = mp.load(THREE)
    found = lab.compare(do={"posture": "hidden"}, worlds=500)
    assert found.same == 500
    assert found.flips == ()
    assert all((one.value, one.error, one.gain) == (0.0, 0.0, None) for one in found.outcomes)


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_change_of_nothing_is_named(lang: str, tmp_path: Path) -> None:
    lab = mp.load(THREE)
    street = {"posture": "street"}
    for name in "ab":
        lab.keep(tmp_path / name, worlds=320)
    same = [
        lab.compare(do={"posture": "hidden"}, worlds=320),
        lab.compare(do=street, against=street, worlds=320, label="repelled"),
        lab.compare(worlds=320),
        compare_kept(*(mp.reopen(tmp_path / name) for name in "ab")),
    ]
    for found in same:
        assert found.unchanged
        text = unbroken(answer_text(found, lab.world, lang))
        assert text.startswith({"en": "Nothing is changed:", "ru": "Ничего не изменено:"}[lang])
    found = lab.compare(do=street, worlds=320)
    assert not found.unchanged
    assert {"en": "Nothing is", "ru": "Ничего не"}[lang] not in answer_text(found, lab.world, lang)


@pytest.mark.parametrize(("lang", "words"), [("en", "Common luck did not help"), ("ru", "помогла")])
def test_the_gain_of_pairing_is_always_told(lang: str, words: str) -> None:
    lab = mp.load(THREE)
    found = lab.compare(do={"posture": "street"}, worlds=640)
    assert found.target.gain is not None
    for gain, helped in ((0.9, False), (1.0, False), (1.2, True), (93.0, True)):
        one = dataclasses.replace(found, target=dataclasses.replace(found.target, gain=gain))
        text = unbroken(answer_text(one, lab.world, lang))
        assert (words in text) != helped
        same = {"en": "just as many worlds", "ru": "стольких же миров"}[lang]
        told = f"{gain:g}".replace(".", "," if lang == "ru" else ".")
        assert (same if gain == 1.0 else told) in text


def test_differences_are_those_of_the_shares_and_of_the_flips() -> None:
    lab = mp.load(THREE)
    found = lab.compare(do={"posture": "street"}, worlds=2000)
    places = {one.name: one for one in found.places}
    exchange = places["exchange"]
    assert exchange.value == pytest.approx(exchange.after.value - exchange.before.value)
    assert exchange.gained - exchange.lost == exchange.after.count - exchange.before.count
    assert exchange.value > 3 * exchange.error > 0
    assert exchange.gain is not None
    assert exchange.gain > 1
    assert found.same + sum(flip.count for flip in found.flips) == 2000
    before, after = lab.run(2000), lab.change({"posture": "street"}).run(2000)
    for flip in found.flips:
        for world in flip.worlds:
            labels = [one.outcomes["label"][world].as_py() for one in (before, after)]
            assert labels == [flip.before, flip.after]


def test_other_worlds_cannot_be_paired() -> None:
    lab = mp.load(THREE)
    with pytest.raises(mp.UsageError, match="other worlds"):
        compare(lab.run(100), lab.run(200))
    other = lab.run(100)
    world = dataclasses.replace(other.world, goals=other.world.goals[:1])
    with pytest.raises(mp.UsageError, match="other goals"):
        compare(other, dataclasses.replace(other, world=world))


def test_a_change_that_only_helps_is_not_said_to_hurt() -> None:
    found = mp.load(THREE).compare(do={"posture": "street"}, worlds=2000)
    for one in (*found.outcomes, *found.places):
        assert one.low <= one.value <= one.high
        assert one.luck[0] <= one.value <= one.luck[1]
        if not one.lost:
            assert one.low >= 0.0
            assert one.luck[0] >= 0.0
        if not one.gained:
            assert one.high <= 0.0
            assert one.luck[1] <= 0.0


def test_means_differ_by_what_the_worlds_say() -> None:
    lab = mp.load(THREE)
    found = lab.compare(do={"posture": "street"}, worlds=500)
    before, after = lab.run(500), lab.change({"posture": "street"}).run(500)
    for one in found.numbers:
        means = [sum(each.outcomes[one.name].to_pylist()) / 500 for each in (before, after)]
        assert [one.before, one.after] == pytest.approx(means)
        assert one.value == pytest.approx(means[1] - means[0])


def test_what_was_put_in_is_named() -> None:
    lab = mp.load("moscow-1927-article")
    found = lab.compare(worlds=32, transplant={"army": "petrograd-1917"})
    for lang in ("en", "ru"):
        assert "army=petrograd-1917" in " ".join(answer_text(found, lab.world, lang).split())


@pytest.mark.parametrize("more", [[], ["--brief"], ["--given", "record"]])
def test_a_scenario_is_not_compared_with_itself(
    more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(["compare", "moscow-1927-article", "--worlds", "16", *more]) == 2
    assert "nothing to compare; expected --do" in capsys.readouterr().err
