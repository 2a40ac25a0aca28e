"""The lesson, opened from the disk with the network off, to its end."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests import lessons

Open = Callable[[], Page]

SEEN = """() => ({
  plot: malaparte.shot.value.units.filter((one) => one.side === "plot").length,
  guards: malaparte.ground.value.places.filter((one) => one.guard !== undefined).length,
})"""
"""What the map of a lesson has to draw."""


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lesson") / "lesson.html"
    path.write_text(lessons.article(), encoding="utf-8")
    return path


@pytest.mark.parametrize("width", [1440, 390])
def test_to_the_end_without_a_network(context: BrowserContext, lesson: Path, width: int) -> None:
    context.set_offline(True)
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(lesson.as_uri())
    page.wait_for_selector("[data-ready=true]")
    steps = list[str]()
    for _ in range(20):
        steps.append(page.get_attribute(".lesson", "data-step") or "")
        following = page.locator(".next .action")
        choices = page.locator(".choices button")
        if choices.count():
            expect(following).to_be_disabled()
            choices.nth(0 if steps[-1] == "arrest" else 1).click()
        if steps[-1] == "day":
            lines = page.locator(".passages li")
            shown = lines.count()  # no line before its time
            page.locator(".view .play").click()
            expect(lines.nth(shown)).to_be_attached()
            shown = lines.count()
            page.keyboard.press("End")
            expect(page.locator(".view .play")).to_contain_text("Play")
            assert lines.count() > shown
            page.keyboard.press("Home")
            expect(lines).to_have_count(0)
        if steps[-1] == "worlds":
            assert page.locator(".dot").count() == 20
            page.locator(".dot").nth(7).click()
            expect(page.locator(".dot.open")).to_have_count(1)
            expect(page.locator(".map-note")).to_contain_text("Simulated world")
            told = page.locator(".ticker li").all_inner_texts()
            assert told
            assert not any("fight begins" in one for one in told)
        if steps[-1] == "truth":
            page.locator(".claims summary").first.click()
            expect(page.locator(".claims .facts").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        if not following.count():
            break
        following.click()
        expect(page.locator(".view .count")).to_be_in_viewport()
    assert len(steps) == 12
    expect(page.locator(".end")).to_be_visible()
    assert len(set(steps)) == 12
    page.get_by_role("button", name="РУС").click()
    expect(page.locator("h1").first).to_contain_text("Переворот")


def test_a_class_that_loads_the_page_again_goes_on(context: BrowserContext, lesson: Path) -> None:
    page = context.new_page()
    page.goto(lesson.as_uri())
    page.wait_for_selector("[data-ready=true]")
    page.get_by_role("button", name="РУС").click()
    while page.get_attribute(".lesson", "data-step") != "order":
        if page.locator(".choices button").count():
            page.locator(".choices button").first.click()
        page.locator(".next .action").click()
    page.locator(".choices button").nth(1).click()
    page.reload()
    page.wait_for_selector("[data-ready=true][data-step=order]")
    expect(page.locator(".choices button").nth(1)).to_have_attribute("aria-pressed", "true")
    expect(page.locator("h1").first).to_contain_text("Переворот")
    # Nobody looks at the day by its address before all is decided.
    page.goto(f"{lesson.as_uri()}#step=day")
    page.wait_for_selector("[data-ready=true][data-step=arrest]")


def test_sheets_for_the_printer(context: BrowserContext, lesson: Path) -> None:
    page = context.new_page()
    page.goto(lesson.as_uri())
    page.emulate_media(media="print")
    expect(page.locator(".sheets section")).to_have_count(7)
    expect(page.locator(".sheets section").first).to_contain_text("45 minutes")
    expect(page.locator(".sheets .listen").first).to_contain_text("nobody has found one")
    leader = page.locator(".sheets .role.plot").first
    expect(leader).to_contain_text("First the arrests, then the places")
    expect(leader).not_to_contain_text("Refuse every time")
    expect(page.locator("main")).not_to_be_visible()


def test_a_cut_file_says_so(context: BrowserContext, lesson: Path, tmp_path: Path) -> None:
    text = lesson.read_text("utf-8")
    start = text.index('"events":"') + 10
    cut = tmp_path / "cut.html"
    cut.write_text(text[:start] + text[start + 4000 :], encoding="utf-8")
    page = context.new_page()
    page.goto(cut.as_uri())
    expect(page.get_by_role("alert")).to_contain_text("damaged")


def test_who_decides_sees_only_what_that_side_knows(context: BrowserContext, lesson: Path) -> None:
    page = context.new_page()
    page.goto(lesson.as_uri())
    page.wait_for_selector("[data-ready=true]")
    following, play = page.locator(".next .action"), page.locator(".strip .play")
    # Up to the truth only what the side that decides next knows: here no squad, guard or count.
    expect(page.locator(".counts")).to_have_count(0)
    assert page.evaluate(SEEN) == {"plot": 0, "guards": 0}
    for _ in range(3):
        following.click()
    assert page.get_attribute(".lesson", "data-step") == "arrest"
    expect(play).to_be_disabled()
    expect(play).not_to_be_visible()
    expect(page.locator(".view .hint").first).to_contain_text("The clock stops here")
    expect(page.locator(".sheet .key-belief")).to_have_count(1)
    expect(page.locator(".sheet .key-plotters")).to_have_count(0)
    before = page.get_attribute(".clock", "data-t")
    page.locator(".scrub").evaluate(
        "one => { one.value = 900; one.dispatchEvent(new Event('input')) }"
    )
    page.keyboard.press("ArrowRight")
    assert page.get_attribute(".clock", "data-t") == before
    page.locator(".choices button").first.click()
    following.click()
    assert page.evaluate(SEEN)["plot"] > 50
    assert page.evaluate(
        "() => malaparte.shot.value.units.every((one) => one.doing === 'waiting')"
    )  # the plan is made before anybody moves
    assert page.evaluate(SEEN)["guards"] == 0
    following.click()
    assert page.get_attribute(".lesson", "data-step") == "order"
    expect(play).to_be_disabled()
    expect(page.locator(".road-belief")).to_have_count(0)
    expect(page.locator(".tick-plot")).to_have_count(0)


def test_a_day_that_was_prevented_offers_another(context: BrowserContext, lesson: Path) -> None:
    page = context.new_page()
    page.goto(lesson.as_uri())
    page.wait_for_selector("[data-ready=true]")
    while page.get_attribute(".lesson", "data-step") != "day":
        if page.locator(".choices button").count():
            page.locator(".choices button").nth(1).click()  # arrest them now
        page.locator(".next .action").click()
    page.locator(".honest button").click()
    expect(page.locator(".honest button")).to_have_count(0)
    assert page.locator(".ticker li, .passages li").count() > 3
