"""The page in a browser, against the server as users start it."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from malaparte.api import load
from malaparte.report.state_at import state_at
from malaparte.scenario.check import check
from malaparte.scenario.read import read
from tests.browser.served import HELD, end, go_on, serve

Show = Callable[..., Page]
Alone = Callable[[], Page]
CONTRAST = """() => {
  const rgb = (text) => (text.match(/[\\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (node) => {
    for (let one = node; one; one = one.parentElement) {
      const back = rgb(getComputedStyle(one).backgroundColor);
      if (back.length === 3 || back[3] > 0.8) return back;
    }
    return [243, 236, 221];
  };
  const weak = [];
  for (const node of document.querySelectorAll("body *")) {
    const own = [...node.childNodes].some((one) => one.nodeType === 3 && one.textContent.trim());
    const style = getComputedStyle(node), box = node.getBoundingClientRect();
    if (!own || node.disabled || style.visibility === "hidden" || box.width < 4) continue;
    if (node.closest("svg, select, noscript, .hidden")) continue;
    const [a, b] = [light(rgb(style.color)), light(behind(node))].sort((x, y) => y - x);
    const large = parseFloat(style.fontSize) >= 24;
    if ((a + 0.05) / (b + 0.05) < (large ? 3 : 4.5)) weak.push(node.textContent.slice(0, 40));
  }
  return weak;
}"""


def moment(page: Page) -> int:
    return int(float(page.get_attribute(".clock", "data-t") or "nan"))


def done(page: Page) -> None:
    expect(page.locator(".dots").first.locator("button")).to_have_count(50)


def test_load_and_play(show: Show) -> None:
    page = show()
    done(page)
    began = moment(page)
    page.keyboard.press("Space")
    # Asked from here: the page's own policy lets nothing be evaluated in it again and again.
    for _ in range(1800):
        if moment(page) > began + 600:
            break
        page.wait_for_timeout(100)
    assert moment(page) > began + 600
    page.keyboard.press("Space")
    stopped = moment(page)
    page.wait_for_timeout(300)
    assert moment(page) == stopped
    frames = page.evaluate("[...malaparte.frames].slice(-40).sort((a, b) => a - b)")
    assert frames[len(frames) // 4] < 1000 / 45  # the quarter that other work disturbs least


def test_seek_by_keys_by_the_hour_and_by_the_chronicle(show: Show) -> None:
    page = show("?lang=en&tab=chronicle")
    began = moment(page)
    page.keyboard.press("ArrowRight")
    assert moment(page) > began
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+ArrowRight")
    assert moment(page) == began + 600
    page.fill(".hour", "11:30")
    page.press(".hour", "Enter")
    assert moment(page) == 41_400
    page.fill(".hour", "noon")
    page.press(".hour", "Enter")
    expect(page.locator(".hour")).to_have_attribute("aria-invalid", "true")
    line = page.locator(".passages .seek").nth(3)
    clock = line.inner_text()
    line.click()
    expect(page.locator(".clock")).to_contain_text(clock)
    page.locator("h2").first.click()
    page.keyboard.press("Home")
    assert moment(page) < 0
    expect(page.locator(".sheet")).to_be_visible()


def test_language_lives(show: Show) -> None:
    page = show()
    page.get_by_role("button", name="Русский").click()
    expect(page.get_by_role("tab", name="Хроника")).to_be_visible()
    assert page.get_attribute("html", "lang") == "ru"
    assert "lang=ru" in page.url or page.wait_for_url("**lang=ru**") is None
    page.keyboard.press("r")
    expect(page.get_by_role("tab", name="Chronicle")).to_be_visible()


def test_run_with_a_decision_and_flip_a_world(show: Show) -> None:
    page = show("?lang=en&world=3&t=41400")
    done(page)
    page.keyboard.press("2")
    page.get_by_label("Arrest at the first proposal").check()
    page.get_by_role("button", name="Run 2,000 worlds").click()
    page.keyboard.press("1")
    expect(page.get_by_text("Worlds that flipped")).to_be_visible(timeout=60_000)
    changed = page.locator(".bar-row").nth(1)
    changed.locator(".dot.flipped").first.click()
    expect(page.locator(".ab button").nth(1)).to_have_attribute("aria-pressed", "true")
    expect(changed.locator(".dot.open")).to_have_count(1)
    page.keyboard.press("a")
    expect(page.locator(".ab button").nth(0)).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".map-note")).to_contain_text("reading moscow-1927-article")


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_why_tells_what_carries_the_answer_and_what_the_record_says(show: Show, lang: str) -> None:
    page = show(f"?lang={lang}&tab=why&scenario=moscow-1927-record")
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator(".carried")).to_have_count(2)
    carried, record = page.locator(".carried").all()
    expect(carried.locator("> .wide")).to_be_enabled(timeout=120_000)
    carried.locator("> .wide").click()
    carried.locator(".asking button").click()  # asked by mistake: it stops, and can be asked again
    expect(carried.locator("> .wide")).to_be_enabled()
    carried.locator("> .wide").click()
    expect(carried.locator(".stacked")).to_have_count(2)
    record.locator("> .wide").click()
    expect(record.locator(".statements li")).to_have_count(6)
    assert record.locator(".ratio rect[class^=fill]").count() > 0
    told = record.locator(".statements .hint").all_inner_texts()
    assert len(told) >= 3
    assert all(re.search("of this reading|этого прочтения", one) for one in told)
    assert not re.search(r"(^|\D)0\s?%", " ".join(told))  # none and all are said in words
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.evaluate(CONTRAST) == []
    name = carried.locator(".stacked").nth(1).locator(".link").first
    path = name.inner_text()
    name.click()
    expect(page.locator("dialog .number .path")).to_have_text(path)
    page.keyboard.press("Escape")
    record.locator(".learnt .link").first.click()
    expect(page.locator("dialog .number")).to_be_visible()


def test_open_a_source(show: Show) -> None:
    page = show("?lang=en&tab=record")
    page.locator(".claim").nth(4).click()
    expect(page.locator("dialog .sources li").first).to_contain_text("seen:")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).not_to_be_visible()
    page.keyboard.press("1")
    done(page)  # what arrives late would draw the chronicle anew under the pointer
    page.keyboard.press("3")
    page.locator(".chip").first.click()
    expect(page.locator("dialog .facts")).to_contain_text("Sources")


def test_edit_and_save_an_assumption(show: Show, tmp_path: Path) -> None:
    page = show("?lang=en&tab=numbers")
    page.fill(".search", "numbers.guard_tech")
    page.get_by_role("button", name="numbers.guard_tech").click()
    page.get_by_label("lowest", exact=True).fill("30")
    page.get_by_role("button", name="Change", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("From the lowest")
    page.get_by_label("lowest", exact=True).fill("2")
    page.get_by_role("button", name="Change", exact=True).click()
    expect(page.locator(".number.changed")).to_contain_text("ours")
    with page.expect_download() as wanted:
        page.get_by_role("button", name="Save the scenario").click()
    saved = tmp_path / wanted.value.suggested_filename
    wanted.value.save_as(saved)
    document = read(saved)
    assert check(document) == []
    assert document.data["numbers"]["guard_tech"]["pert"][0] == 2
    page.set_input_files(".drop input", saved)
    page.wait_for_url("**scenario=file-**")


def test_the_view_that_is_saved_has_what_the_map_shows(show: Show, tmp_path: Path) -> None:
    page = show("?lang=en&world=2&t=14:18")
    page.get_by_role("button", name="Share and save").click()
    with page.expect_download() as wanted:
        page.get_by_role("button", name="SVG").first.click()
    saved = tmp_path / "view.svg"
    wanted.value.save_as(saved)
    faces, _, drawn = saved.read_text("utf-8").partition("</defs>")
    letters = faces.split("@font-face")[1:]
    assert len(letters) == 4  # two weights, Latin and Cyrillic
    assert all('url("data:font/woff2;' in one or "url(data:font/woff2;" in one for one in letters)
    assert drawn.count("url(#march)") > 20
    assert 0 < drawn.count("url(#crowd)") <= 6


def test_a_line_of_the_chronicle_opens_the_persons_it_is_about(show: Show) -> None:
    page = show("?lang=en&tab=chronicle")
    page.locator(".chip.person").first.click()
    expect(page.locator("dialog h3").first).to_have_text("Its numbers")


def test_a_number_says_whose_it_is(show: Show) -> None:
    page = show("?lang=en&tab=numbers")
    page.fill(".search", "army.units.cadets.men")
    expect(page.locator(".number .path").first).to_contain_text("Men under arms · Kremlin cadets")


def test_on_a_phone_a_panel_begins_at_its_head(show: Show) -> None:
    page = show("?lang=en")
    page.set_viewport_size({"width": 390, "height": 844})
    done(page)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.keyboard.press("2")
    expect(page.locator(".decision legend").first).to_be_in_viewport()


def test_a_file_with_problems_shows_their_lines(show: Show, tmp_path: Path) -> None:
    page = show("?lang=en&tab=numbers")
    bad = tmp_path / "bad.yaml"
    bad.write_text("malaparte: 1\nid: bad\nextends: moscow-1927-article\nplan: {gap: 5}\n")
    page.set_input_files(".drop input", bad)
    expect(page.get_by_role("alert")).to_contain_text("bad.yaml:4")


def test_a_picture_is_no_scenario(show: Show, tmp_path: Path) -> None:
    page = show("?lang=en&tab=numbers")
    picture = tmp_path / "map.yaml"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    page.set_input_files(".drop input", picture)
    expect(page.get_by_role("alert")).to_contain_text("map.yaml is no text in UTF-8")
    long = tmp_path / "long.yaml"
    long.write_text(f"malaparte: 1\nid: mine\nextends: {'x' * 900}\n")
    page.set_input_files(".drop input", long)
    expect(page.get_by_role("alert")).to_contain_text(f"`{'x' * 199} …")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_file_with_problems_is_told_in_russian(show: Show, tmp_path: Path) -> None:
    page = show("?lang=ru&tab=numbers")
    bad = tmp_path / "bad.yaml"
    text = "malaparte: 1\nid: bad\nextends: moscow-1927-article\nplan: {gap: 5, ordr: both}\n"
    bad.write_text(text)
    page.set_input_files(".drop input", bad)
    said = page.get_by_role("alert")
    expect(said).to_contain_text("bad.yaml:4")
    expect(said).to_contain_text("величина: разброс, единица, основание, источники")
    expect(said).to_contain_text("может быть, `order`?")
    expect(said).not_to_contain_text("did you mean")
    page.get_by_role("button", name="English").click()
    expect(said).to_contain_text("did you mean `order`?")


def test_the_address_brings_the_same_view(show: Show) -> None:
    query = "?scenario=moscow-1927-article&seed=2&do=guards:none&world=41&t=42000&lang=en&side=b"
    page = show(query)
    expect(page.locator(".map-note")).to_contain_text("world 41")
    assert moment(page) == 42_000
    counts = page.locator(".counts").inner_text()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(400)
    again = show(page.url[page.url.index("?") :])
    assert moment(again) == moment(page)
    again.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert again.locator(".counts").inner_text() == page.locator(".counts").inner_text()
    assert counts


def test_what_an_address_changes_is_told_in_words(show: Show) -> None:
    page = show('?lang=en&side=b&set={"command.agent":0}')
    expect(page.locator(".map-note")).to_contain_text("Changed: Chance that an agent")


def test_unknown_parameters_are_named(show: Show) -> None:
    page = show("?lang=en&foo=1&do=nobody:x&t=soon")
    told = page.get_by_role("alert")
    expect(told).to_contain_text("Not known, and ignored: foo.")
    expect(told).to_contain_text("Not understood, and ignored: t=soon, do=nobody:x.")
    page = show("?lang=en&do=nobody:x&side=b&tab=nothing")
    expect(page.get_by_role("alert")).to_contain_text("ignored: tab=nothing, do=nobody:x")


def test_a_scenario_that_is_not_there_leaves_the_others(alone: Alone, address: str) -> None:
    page = alone()
    page.goto(f"{address}?lang=ru&scenario=moscow-1927")
    expect(page.get_by_role("alert")).to_contain_text("1 ошибка")
    page.locator(".pick select").select_option("berlin-1920")
    page.wait_for_selector("[data-ready=true]")
    page.wait_for_url("**scenario=berlin-1920**")


def test_the_state_in_the_page_is_that_of_python(show: Show) -> None:
    page = show("?lang=en&world=17")
    lab = load("moscow-1927-article")
    events = lab.trace(17).events.tolist()
    script = """(t) => {
      const shot = malaparte.stateAt(malaparte.scenario.value, malaparte.world.value.events, t);
      const sorted = (map) => [...map].sort((a, b) => a[0] - b[0]);
      return [sorted(shot.holders), [...shot.contested].sort((a, b) => a - b), sorted(shot.guards),
        sorted(shot.persons), shot.units.map((one) => [one.side, one.index, one.doing, one.men])];
    }"""
    for t in range(30_000, 60_000, 2_000):
        shot = state_at(lab.world, events, t)
        units = [[one.side, one.index, one.doing, one.men] for one in shot.units]
        told = [sorted(shot.holders.items()), sorted(shot.contested), sorted(shot.guards.items())]
        told += [sorted(shot.persons.items()), units]
        assert page.evaluate(script, t) == json.loads(json.dumps(told))


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (390, 844)])
def test_every_panel_fits_and_can_be_read(show: Show, lang: str, size: tuple[int, int]) -> None:
    page = show(f"?lang={lang}&do=guards:none&side=b&t=41400")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    done(page)
    for tab in page.get_by_role("tab").all():
        tab.click()
        page.wait_for_timeout(150)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{tab.inner_text()} is {wide} px too wide"
        assert page.evaluate(CONTRAST) == []


def test_everything_is_reached_by_the_keyboard(show: Show) -> None:
    page = show()
    done(page)
    seen: set[str] = set()
    for _ in range(90):
        page.keyboard.press("Tab")
        seen.add(
            page.evaluate("document.activeElement.className || document.activeElement.tagName")
        )
        if "action" in seen and "landmark" in seen:
            break
        visible = "getComputedStyle(document.activeElement).outlineStyle"
        assert page.evaluate(visible) != "none"
    assert {"CANVAS", "play", "scrub", "speed", "hour", "action"} <= seen
    page.keyboard.press("p")
    expect(page.locator("dialog table").first).to_contain_text("Central telephone exchange")


def test_places_and_units_on_the_map_open_their_cards(show: Show) -> None:
    page = show("?lang=en&scenario=berlin-1920&world=17&t=09:30")
    done(page)  # what arrives late would draw the map anew under the pointer
    card, tip = page.locator("dialog.card"), page.locator(".map .tip")
    page.locator(".map canvas").focus()
    opened = dict[str, tuple[str, str]]()
    for _ in range(30):
        page.keyboard.press("PageDown")
        text, style = tip.inner_text(), tip.get_attribute("style") or ""
        kind = "unit" if re.search("obeys the state|waits|has gone over", text) else "place"
        if kind in opened:
            continue
        opened[kind] = text, style
        page.keyboard.press("Enter")
        expect(card.locator("h2")).to_contain_text(text.split(" · ")[0])
        expect(card).to_contain_text("Commander" if kind == "unit" else "Its numbers")
        page.keyboard.press("Escape")
        expect(card).not_to_be_visible()
        expect(tip).to_have_text(text)  # the keys go on from there
    assert opened.keys() == {"unit", "place"}
    box = page.locator(".map canvas").bounding_box()
    assert box
    for text, style in opened.values():
        x, y = map(float, re.findall(r"[\d.]+", style))
        page.mouse.click(box["x"] + x + 3, box["y"] + y - 3)
        expect(card.locator("h2")).to_contain_text(text.split(" · ")[0])
        page.keyboard.press("Escape")
        expect(card).not_to_be_visible()


def test_a_tap_on_a_flag_opens_a_card_that_stays(alone: Alone, address: str) -> None:
    page = alone(viewport={"width": 390, "height": 844}, has_touch=True)
    page.goto(f"{address}?lang=en&world=497&t=16:30")
    page.wait_for_selector("[data-ready=true]")
    done(page)
    tip, began = page.locator(".map .tip"), moment(page)
    page.locator(".map canvas").focus()
    for _ in range(100):
        page.keyboard.press("PageDown")
        if tip.inner_text().startswith("Infantry of the parade"):
            break
    x, y = map(float, re.findall(r"[\d.]+", tip.get_attribute("style") or ""))
    box = page.locator(".map canvas").bounding_box()
    assert box
    page.touchscreen.tap(box["x"] + x + 3, box["y"] + y - 3)
    expect(page.locator("dialog h2")).to_have_text("Infantry of the parade")
    page.wait_for_timeout(500)  # the click that follows a tap must not fall on a line of the card
    expect(page.locator("dialog h2")).to_be_visible()
    assert moment(page) == began


def test_a_lever_is_moved_by_the_arrow_keys(show: Show) -> None:
    page = show("?lang=en&tab=decisions")
    lever = page.locator(".lever").last
    lever.locator("input").focus()
    began = moment(page)
    page.keyboard.press("ArrowRight")
    expect(lever.get_by_role("button", name="Undo")).to_be_visible()
    assert moment(page) == began


def test_levers_are_named_in_words_and_show_the_range_that_is_drawn(show: Show) -> None:
    page = show("?lang=en&tab=decisions")
    names = page.locator(".lever label span")
    expect(names.filter(has_text="from 1 October 1927 on")).to_have_count(1)
    told = names.all_inner_texts()
    assert len(set(told)) == len(told) > 5
    assert not any("_" in one or "…" in one for one in told)
    lever = page.locator(".lever").last
    expect(lever).to_contain_text("Drawn anew in each world")
    lever.locator("input").press("ArrowRight")
    expect(lever).not_to_contain_text("Drawn anew in each world")


def test_the_legend_tells_curves_of_the_day_from_those_of_the_road(show: Show) -> None:
    page = show("?lang=en")
    page.set_viewport_size({"width": 390, "height": 844})
    page.keyboard.press("k")
    legend = page.get_by_role("list", name="Legend")
    expect(legend).to_contain_text("by hours: places with the state")
    expect(legend.locator(".below")).to_be_visible()
    legend.evaluate("(one) => one.scrollTo(0, one.scrollHeight)")
    expect(legend.locator(".below")).to_have_count(0)
    strokes = "(all) => all.map((one) => getComputedStyle(one).strokeDasharray)"
    drawn = legend.locator("path[class^=line-], path[class^=road-]").evaluate_all(strokes)
    assert len(set(drawn)) == 5


def test_the_chronicle_of_b_names_its_changes(show: Show) -> None:
    page = show("?lang=en&tab=chronicle&world=17&side=b&do=guards:none")
    expect(page.locator(".chronicle .stamp")).to_contain_text(["Changed: No special guard."] * 2)


def test_fifty_dots_are_one_stop_of_the_tab_key(show: Show) -> None:
    page = show("?lang=en")
    done(page)
    assert page.locator(".dot[tabindex='0']").count() == 1
    page.locator(".dot").first.focus()
    began = moment(page)
    page.keyboard.press("ArrowRight")
    expect(page.locator(".dot").nth(1)).to_be_focused()
    assert moment(page) == began


def test_what_the_army_takes_is_counted_and_can_be_stopped_at(show: Show) -> None:
    page = show("?lang=en&scenario=berlin-1920&world=17&t=86000")
    assert page.locator(".counts .red").inner_text().split()[0] != "▲0"
    began = moment(page)
    page.keyboard.press("ArrowRight")
    assert moment(page) > 90_000 > began  # the next day is on the axis
    page.keyboard.press("p")
    expect(page.locator("dialog")).to_contain_text("has gone over")


def test_a_scenario_that_nobody_knows_offers_those_there_are(alone: Alone, address: str) -> None:
    page, wrong = alone(), list[str]()
    page.on("console", lambda said: wrong.append(said.text))
    page.goto(f"{address}?lang=ru&scenario=nope")
    expect(page.get_by_role("alert")).to_contain_text("Сценария «nope» нет")
    page.get_by_role("link", name="Берлин, 13 марта 1920 года").click()
    page.wait_for_selector("[data-ready=true]")
    assert not wrong


def test_it_begins_on_its_own_clock_whatever_answers_first(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()
    page.add_init_script("""
      const ask = fetch;
      globalThis.fetch = async (path, ...rest) => {
        if (path === "api/scenario") await new Promise((done) => setTimeout(done, 1500));
        return ask(path, ...rest);
      };""")
    page.goto(f"{address}?scenario=warsaw-1926&lang=en")
    page.wait_for_selector("[data-ready=true]")
    assert moment(page) > 12 * 3600  # nothing happens before the afternoon
    page.close()


def test_a_moment_outside_of_the_world_is_told(show: Show) -> None:
    page = show("?lang=en&t=9999999")
    expect(page.get_by_role("alert")).to_contain_text("t=9999999 lies outside of this world")
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("alert")).to_have_count(0)
    page = show("?lang=en&t=11:30")
    assert moment(page) == 11.5 * 3600
    expect(page.get_by_role("alert")).to_have_count(0)


def test_an_hour_that_is_not_told_says_so(show: Show) -> None:
    page = show("?lang=en")
    page.fill(".hour", "99:00")
    page.press(".hour", "Enter")
    expect(page.get_by_role("alert")).to_contain_text("This world is told from")


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_page_that_waits_for_the_rules_goes_on_by_itself(alone: Alone, lang: str) -> None:
    server, address = serve("moscow-1927-article", call=HELD)
    page, wrong = alone(), list[str]()
    page.on("console", lambda said: wrong.append(said.text))
    page.goto(f"{address}?lang={lang}")
    said = {"en": "takes about 20 seconds", "ru": "около 20 секунд"}[lang]
    expect(page.get_by_role("status").first).to_contain_text(said)
    expect(page.locator(".map canvas")).to_be_visible()
    expect(page.locator(".counts, .clock")).to_have_count(0)
    expect(page.locator(".strip .play")).to_be_disabled()
    page.keyboard.press("2")  # decisions can be read meanwhile
    expect(page.locator(".decision").first).to_be_visible()
    page.keyboard.press("3")
    expect(page.locator(".chronicle p")).to_have_count(1)  # not an empty panel
    page.keyboard.press("4")
    for ask in page.locator(".carried > .wide").all():
        expect(ask).to_be_disabled()
    expect(page.locator(".strip .hours span, .strip .now, .as-table")).to_have_count(0)
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    expect(page.get_by_role("status").first).to_be_in_viewport()
    assert page.evaluate(CONTRAST) == []
    go_on(server)
    page.wait_for_selector("[data-ready=true]")
    expect(page.get_by_text(said)).to_have_count(0)
    expect(page.locator(".map-note")).to_contain_text("17")
    end(server)
    assert not wrong


def test_a_second_window_waits_for_its_first_answer(show: Show) -> None:
    page = show("?lang=en&seed=3")
    done(page)
    page.locator(".run-row select").select_option("50000")
    page.locator(".run-row .action").click()
    expect(page.locator(".bar-head").first).to_contain_text("of 50,000")
    second = show("?lang=en&seed=4")
    expect(second.get_by_role("status")).to_contain_text("Another run is under way")
    second.wait_for_timeout(4_000)  # the server gives up a run that has waited for three seconds
    expect(second.get_by_role("alert")).to_have_count(0)
    page.locator(".run-row .action").click()
    done(second)


def test_the_server_goes_away_in_a_run(alone: Alone) -> None:
    server, address = serve("moscow-1927-article")
    page = alone()
    page.goto(f"{address}?lang=en")
    done(page)
    page.locator(".run-row select").select_option("50000")
    page.locator(".run-row .action").click()
    expect(page.locator(".bar-head").first).to_contain_text("of 50,000")
    end(server)
    expect(page.get_by_role("alert")).to_contain_text("The server does not answer")
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("r")
    expect(page.locator(".play")).to_contain_text("Пуск")
    began = moment(page)
    page.keyboard.press("Shift+ArrowRight")
    assert moment(page) == began + 600
