"""The report and the pictures: whole, self-contained, in both languages, for page and telephone."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest

import malaparte as mp
from malaparte.analysis.explain import Carried
from malaparte.analysis.mechanism import mechanisms
from malaparte.analysis.sobol import Index
from malaparte.cli.main import call
from malaparte.drawing import palette
from malaparte.drawing.axis import quarters, ticks
from malaparte.drawing.svg import Figure, fitted, mark, text_width
from malaparte.errors import StoreError, UsageError
from malaparte.kernel.outcome import LABELS
from malaparte.report import marks, sections
from malaparte.report.carried import carried, mechanism
from malaparte.report.explained import ranks
from malaparte.report.figures.changes import Effect, changes_figure
from malaparte.report.figures.outcomes import outcomes_figure
from malaparte.report.html import say
from malaparte.report.meaning import unit_name
from malaparte.report.reporting import POINTS
from malaparte.report.story import Report
from malaparte.report.words import Words
from malaparte.scenario.read import library
from malaparte.scenario.read import read as document
from malaparte.scenario.walk import quantities
from tests.lines import unbroken

FIRST = "docs/first/three-nodes.yaml"
EMPTY = {"meta", "link", "br", "hr", "img", "input"}
SVG = "{http://www.w3.org/2000/svg}"


class Reader(HTMLParser):
    """Notes ids, links, texts, and whether every element is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.tags: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = dict(attrs)
        self.ids += [str(given["id"])] if "id" in given else []
        self.hrefs += [str(given["href"])] if "href" in given else []
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(report: Report) -> Reader:
    reader = Reader()
    reader.feed(report.html)
    assert not reader.open
    return reader


@pytest.fixture(scope="module")
def moscow() -> dict[str, Report]:
    lab = mp.load("moscow-1927-record")
    against = ["moscow-1927-article"]
    return {lang: lab.report(640, lang=lang, against=against) for lang in ("en", "ru")}


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_report_is_one_file_that_asks_for_nothing(moscow: dict[str, Report], lang: str) -> None:
    html = moscow[lang].html
    reader = read(moscow[lang])
    assert not {"script", "link", "img", "iframe", "object", "image", "use"} & reader.tags
    assert "default-src 'none'" in html
    for address in re.findall(r"(?:src|href|url)\s*[=(]\s*[\"']?([^\"')\s]+)", html):
        assert address.startswith(("#", "data:font/woff2;base64,", "url(#")), address[:60]
    assert not re.findall(r"@import|https?://(?!www\.w3\.org/2000/svg)", html)
    assert len(html.encode()) < 1_000_000


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_report_tells_everything_it_should(moscow: dict[str, Report], lang: str) -> None:
    reader, words = read(moscow[lang]), Words(lang)
    assert len(set(reader.ids)) == len(reader.ids)
    assert {href.removeprefix("#") for href in reader.hrefs} <= set(reader.ids)
    told = " ".join(reader.words)
    for name in ("run-outcomes", "report-map", "report-carries", "road-head", "report-record"):
        assert words.say(name) in told
    for name in ("report-typical", "report-disputes", "report-sources", "report-made"):
        assert words.say(name) in told
    assert words.say("run-places-plot") in told
    assert words.say("run-places") not in told, "some worlds have no plot"
    scenario = mp.load("moscow-1927-record").scenario
    assert scenario.title.say(lang) in told
    assert all(one.says.say(lang) in told for one in scenario.record.values() if one.evidence)
    for source in scenario.sources.values():
        assert ((source.title_ru if lang == "ru" else None) or source.title) in told
    assert "malaparte report moscow-1927-record --worlds 640 --seed 1" in told
    assert f"--against moscow-1927-article --lang {lang}" in told
    assert re.search(r"\b[0-9a-f]{16}\b", told)
    assert "640" in told
    assert "{ $" not in told


def test_a_report_of_another_language_has_no_words_of_the_first(moscow: dict[str, Report]) -> None:
    """Names of persons, books and paths stay Latin; sentences do not."""
    sheet, body = moscow["ru"].html.split("<body>")
    told, _, sources = body.partition('<section id="sources">')
    assert sheet
    assert sources
    shown = re.sub(r"<[^>]+>", " ", told)
    for source in mp.load("moscow-1927-record").scenario.sources.values():
        if source.author_ru is None:
            shown = shown.replace(source.author, "")
    assert "authors of this" not in told + sources
    assert "Central Committee of the" not in shown
    shown = shown.replace("moscow-1927-record", "")
    assert not re.findall(r"\b(?:the|worlds|between|record|and)\b(?!-|\.\w)", shown)


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_report_says_of_which_worlds_it_speaks(moscow: dict[str, Report], lang: str) -> None:
    """Most worlds of the record have no plot; the places and the typical day are of those with."""
    told, words = unbroken(" ".join(read(moscow[lang]).words)), Words(lang)
    for name in ("report-typical-text", "report-places-text", "report-map-text"):
        assert unbroken(words.say(name, plot="some")) in told
        assert unbroken(words.say(name, plot="all")) not in told
    found = mp.run("moscow-1927-record", 640).summary
    drawn = outcomes_figure(found, words, given_plot=True).title
    for one in found.outcomes:
        assert one.chance.given_plot is None or one.chance.given_plot.count
        said = words.say("label-" + one.label.replace(" ", "-"))
        assert (said in drawn) == (one.chance.given_plot is not None)
        assert said in outcomes_figure(found, words).title
    legend = moscow[lang].html.split("<figcaption>")[1].split("</figcaption>")[0]
    assert legend.count("<svg") == len(found.outcomes)


def test_options_can_be_read_and_copied() -> None:
    assert say("p", "a < b, --points") == "<p>a &lt; b, <code>--points</code></p>"


def test_ends_that_differ_are_drawn_differently() -> None:
    alike = [{"no plot", "not launched"}, {"held", "seized, holding not simulated"}]
    for one in LABELS:
        for other in LABELS:
            same = one == other or {one, other} in alike
            assert (mark(one, 9, 9, 8) == mark(other, 9, 9, 8)) == same, (one, other)


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_where_nothing_was_found_nothing_is_drawn(lang: str) -> None:
    lab, words = mp.load(FIRST), Words(lang)
    found = lab.explain(320, points=4)

    def nothing(one: Carried) -> Carried:
        return replace(one, index=Index(0.0, 0.0, 0.0, 0.0, 0.0, 0.0))

    groups, numbers = (tuple(map(nothing, part)) for part in (found.groups, found.numbers))
    dull = carried(
        replace(found, groups=groups, numbers=numbers, information=()), lab.scenario, words
    )
    assert unbroken(words.say("report-explained-none", points=4)) in unbroken(dull)
    assert f"<title>{words.say('report-explained-numbers')}" not in dull
    assert unbroken(words.say("explain-information-how", n=0, of=0)) in unbroken(dull)
    assert {"en": " more carry", "ru": "Ещё "}[lang] not in dull
    full = carried(found, lab.scenario, words)
    assert f"<title>{words.say('report-explained-numbers')}" in full


def test_ranks_of_no_chance_are_not_listed() -> None:
    found = mp.load(FIRST).explain(160, points=4).nodes[0]
    words = Words("en")
    assert ranks(replace(found, ranks=(0.0, 0.25, 0.001)), words) == ["2: 25%"]
    assert ranks(replace(found, ranks=(0.0, 0.0, 0.0)), words) == ["not among the first 3"]


def test_a_record_that_was_not_weighed_has_no_empty_columns() -> None:
    world = mp.load("moscow-1927-record").world
    story = SimpleNamespace(world=world, given=None, summary=SimpleNamespace(worlds=160))
    told = sections.record(story, Words("en"))  # type: ignore[arg-type]
    assert "<table" in told
    assert 'class="num"' not in told
    assert Words("en").say("report-column-fits") not in told


def test_the_same_report_twice_is_the_same_file(moscow: dict[str, Report]) -> None:
    again = mp.load("moscow-1927-record").report(640, lang="en", against=["moscow-1927-article"])
    assert again.html == moscow["en"].html


def test_a_small_scenario_has_a_report_without_what_it_has_not(tmp_path: Path) -> None:
    report = mp.load(FIRST).report(64)
    told = " ".join(read(report).words)
    words = Words("en")
    for name in ("road-head", "report-record", "report-disputes"):
        assert f">{words.say(name)}</h2>" not in report.html
    assert words.say("report-carries") in told
    path = report.save(tmp_path / "a.html")
    assert path.read_text(encoding="utf-8") == report.html
    with pytest.raises(UsageError, match=r"\.html"):
        report.save(tmp_path / "a.txt")
    with pytest.raises(StoreError, match="cannot write"):
        report.save(tmp_path / "none" / "a.html")


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_report_tells_what_explain_finds(lang: str) -> None:
    lab = mp.load(FIRST)
    found = lab.explain(640, points=POINTS)
    told = " ".join(read(lab.report(640, lang=lang)).words)
    words = Words(lang)
    assert words.say("explain-by", by=found.by, seen=found.seen) in told
    for one in found.numbers[:3]:
        assert one.name in told
        assert words.say("number-fine", n=round(max(0.0, one.index.total), 2)) in told
    assert all(mechanism(one.name, words) in told for one in found.groups)
    assert all(name in told for name in found.idle)
    best = found.information[0]
    assert f"{words.say('percent', share=min(1.0, best.share))} (" in told
    assert words.say("explain-tree") in told
    how = {"points": POINTS, "design": found.design, "worlds": 640}
    assert unbroken(words.say("report-explained-how", **how)) in unbroken(told)


def test_worlds_that_are_there_already_are_not_run_again() -> None:
    lab = mp.load(FIRST)
    ensemble, ran = lab.run(320), list[int]()
    found = lab.explain(320, progress=ran.append, points=4, known=ensemble)
    assert sum(ran) == found.design
    assert found == lab.explain(320, points=4)
    with pytest.raises(UsageError, match="seed 1"):
        lab.explain(320, 2, points=4, known=ensemble)


def test_every_mechanism_and_every_unit_has_a_name() -> None:
    for name in library():
        if document(name).data.get("abstract") is True:
            continue
        world = mp.load(name).world
        homes, units = mechanisms(world.scenario).values(), {one.unit for one in world.columns}
        for words in (Words("en"), Words("ru")):
            assert all(mechanism(one, words) for one in set(homes))
            assert all(unit_name(one, words) for one in units)


def test_a_scenario_without_uncertain_numbers_has_a_report() -> None:
    lab = mp.load(FIRST)
    known = {path: one.quantity.spread.args[0] for path, one in quantities(lab.scenario).items()}
    told = mp.load(FIRST, set=known).report(32).html
    assert Words("en").say("report-explained") not in told


def test_decisions_already_taken_can_be_taken_back_but_not_in_a_folder() -> None:
    from malaparte.report.reporting import other_options

    lab = mp.load(FIRST)
    decision = lab.scenario.decisions["posture"]
    names = set(decision.options)
    assert decision.side == "defence"

    def asked(taken: dict[str, str], fixed: dict[str, str]) -> set[str]:
        found = other_options(lab.scenario, taken, fixed)
        return {one["posture"] for one in found if "posture" in one}

    assert asked({}, {}) == names - {decision.default}
    assert asked({"posture": "street"}, {}) == names - {"street"}
    assert asked({}, {"posture": "street"}) == set()


def test_text_is_escaped() -> None:
    title = "<b>&\"'"
    figure = changes_figure(title, [Effect(title, title, 1, 0, 2, title)], Words("en"))
    root = ElementTree.fromstring(figure.svg)
    assert root.find(f"{SVG}title") is not None
    assert title in [node.text for node in root.iter(f"{SVG}text")]
    assert root.findtext(f"{SVG}title") == title


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("what", ["outcomes", "road", "nodes"])
def test_pictures_are_whole_and_stay_on_their_sheet(what: str, lang: str) -> None:
    found = mp.run("moscow-1927-record", 160)
    figure = found.plot(what, lang)
    root = ElementTree.fromstring(figure.svg)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    for node in root.iter(f"{SVG}text"):
        assert -1 <= float(node.attrib["x"]) <= width + 1
        assert 0 <= float(node.attrib["y"]) <= height + 1
        assert float(node.attrib["font-size"]) >= 11
    assert "moscow-1927-record" in "".join(root.itertext())
    assert root.attrib["role"] == "img"
    assert root.findtext(f"{SVG}title") == figure.title
    assert figure._repr_html_() == figure.svg


def test_a_picture_is_saved_as_svg_or_png(tmp_path: Path) -> None:
    figure = mp.run(FIRST, 32).plot()
    assert figure.save(tmp_path / "a.svg").read_text(encoding="utf-8") == figure.svg
    assert figure.save(tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(UsageError, match=r"\.svg or \.png"):
        figure.save(tmp_path / "a.pdf")
    with pytest.raises(StoreError, match="cannot write"):
        figure.save(tmp_path / "none" / "a.svg")


def test_png_says_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "resvg_py", None)
    with pytest.raises(UsageError, match=r"malaparte\[png\]"):
        Figure("<svg/>", "").png()


def test_results_draw_themselves_in_notebooks() -> None:
    found = mp.run("moscow-1927-record", 1_600)
    assert found._repr_html_().startswith("<svg")
    given = mp.given("moscow-1927-record", worlds=1_600, without=["procured_1928"])
    ElementTree.fromstring(given._repr_html_())
    assert "given 5 statements" in repr(given)
    changed = mp.compare(FIRST, do={"posture": "street"}, worlds=64)
    ElementTree.fromstring(changed._repr_html_())
    assert "What the change does, in 100 worlds" in changed.plot().svg


def test_a_picture_that_is_not_there() -> None:
    found = mp.run(FIRST, 16)
    with pytest.raises(UsageError, match="no picture `map`; expected one of outcomes"):
        found.plot("map")
    with pytest.raises(UsageError, match="no road"):
        found.plot("road")


def test_commands_write_what_they_say(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    svg, html = str(tmp_path / "a.svg"), str(tmp_path / "a.html")
    assert call(["plot", FIRST, "outcomes", "--worlds", "32", "-o", svg]) == 0
    assert call(["report", FIRST, "--worlds", "32", "-o", html, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == {"file": html, "bytes": Path(html).stat().st_size}
    assert call(["plot", FIRST, "nodes", "--worlds", "32", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["svg"].startswith("<svg")
    assert call(["plot", FIRST, "nodes", "--worlds", "32"]) == 0
    assert capsys.readouterr().out.startswith("<svg")


def test_a_folder_is_told_like_its_scenario(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, html = str(tmp_path / "runs"), tmp_path / "a.html"
    reading = "moscow-1927-record"
    assert call(["run", reading, "--worlds", "640", "--out", folder]) == 0
    assert call(["report", folder, "-o", str(html)]) == 0
    assert "Nobody reports men put out of action" in html.read_text(encoding="utf-8")
    assert call(["plot", folder, "nodes", "-o", str(tmp_path / "a.svg")]) == 0
    less = ["--without", "procured_1928", "--json"]
    capsys.readouterr()
    assert call(["given", folder, *less]) == 0
    kept = json.loads(capsys.readouterr().out)
    assert call(["given", reading, "--worlds", "640", *less]) == 0
    assert json.loads(capsys.readouterr().out) == kept
    assert call(["given", folder, "--do", "leaders=homes"]) == 2
    assert "need a scenario" in unbroken(capsys.readouterr().err)
    for words, said in (
        (["report", folder, "-o", str(html), "--worlds", "50"], "leave out --worlds"),
        (["given", folder, "--seed", "1", "--worlds", "9"], "leave out --worlds and --seed"),
        (["compare", folder, "--against", folder, "--seed", "5"], "holds its own worlds"),
        (["explain", folder], f"try malaparte explain {reading}"),
        (["compare", folder, "--against", folder, "--given", "record"], "malaparte given"),
    ):
        assert call(words) == 2
        assert said in unbroken(capsys.readouterr().err)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["plot", FIRST, "map"], 2, "no picture `map`"),
        (["plot", FIRST, "road", "--worlds", "16"], 2, "no road"),
        (["plot", FIRST, "nodes", "--worlds", "16", "-o", "a.gif"], 2, ".svg or .png"),
        (["report", FIRST, "-o", "a.pdf"], 2, ".html"),
        (["report", FIRST], 2, "Missing option"),
        (["given", FIRST], 2, "the record is empty"),
        (["run", FIRST, "--given", "diary"], 2, "expected record"),
        (["run", FIRST, "--given", "record", "--out", "x"], 2, "malaparte given DIR"),
        (["compare", FIRST, "--given", "record", "--against", "told"], 2, "the record is empty"),
        (["given", "moscow-1927-record", "--without", "no_death"], 2, "did you mean `no_deaths`"),
        (["given", "moscow-1927-record", "--worlds", "64"], 6, "expected 20 at least"),
    ],
)
def test_what_is_off_is_told(
    words: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(words) == code
    assert said in unbroken(capsys.readouterr().err)


def test_given_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    less = ["--worlds", "1600", "--without", "procured_1928"]
    assert call(["given", "moscow-1927-record", "--against", "moscow-1927-article", *less]) == 0
    told = capsys.readouterr().out
    assert "likelier under “moscow-1927-record” than" in " ".join(told.split())
    assert "it does not tell these readings" in told
    assert max(map(len, told.splitlines())) <= 80
    change = ["--given", "record", "--do", "guards=none"]
    assert call(["compare", "moscow-1927-record", *change, *less, "--lang", "ru"]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80


def test_colours_can_be_read() -> None:
    """Text on paper and paper on red have the contrast of WCAG AA, 4.5."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    paper = luminance(palette.PAPER)
    for colour in (palette.INK, palette.RED, palette.BLUE, palette.GREY):
        assert (paper + 0.05) / (luminance(colour) + 0.05) >= 4.5, colour
    sheet = (Path(str(marks.__file__)).parent / "report.css").read_text(encoding="utf-8")
    for name, colour in (("grey", palette.GREY), ("red", palette.RED), ("ink", palette.INK)):
        assert f"--{name}:{colour}" in sheet


def test_round_numbers_and_quarters() -> None:
    import datetime

    assert ticks(0, 1) == [0, 0.5, 1]
    assert ticks(-3, 17) == [0, 10]
    assert ticks(2, 2) == [2]
    day = datetime.date
    assert quarters(day(1927, 3, 1), day(1928, 1, 1)) == [
        day(1927, 4, 1),
        day(1927, 7, 1),
        day(1927, 10, 1),
        day(1928, 1, 1),
    ]
    assert text_width(fitted("a very long name of a place", 80, 14), 14) <= 80
    assert fitted("short", 80, 14) == "short"


def test_a_story_without_worlds_with_a_plot_tells_no_day() -> None:
    lab = mp.load(FIRST, set={"plan.exists": 0})
    report = lab.report(32)
    assert Words("en").say("report-typical") not in re.findall(r"<h2>(.*?)</h2>", report.html)
