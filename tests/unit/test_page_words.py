"""Words of the page: both languages have them, and the page names none that is missing."""

import re
from pathlib import Path

from fluent.syntax import ast as ftl
from fluent.syntax import parse

from malaparte.web.words import LESSON, MORE, PAGE
from malaparte.web.words import messages as served

ROOT = Path(__file__).parents[2]
MESSAGES = ROOT / "src/malaparte/report/messages"


def messages(name: str) -> dict[str, set[str]]:
    """Ids with the arguments that they take."""
    text = (MESSAGES / name).read_text(encoding="utf-8")
    body = parse(text).body
    assert not [entry for entry in body if isinstance(entry, ftl.Junk)]
    found = [entry for entry in body if isinstance(entry, ftl.Message)]
    ids = [entry.id.name for entry in found]
    assert len(set(ids)) == len(ids)
    pieces = [text[entry.span.start : entry.span.end] for entry in found if entry.span]
    return dict(zip(ids, [set(re.findall(r"\$(\w+)", one)) for one in pieces], strict=True))


def test_both_languages_say_the_same() -> None:
    assert messages("en.page.ftl") == messages("ru.page.ftl")


def test_no_message_stands_twice() -> None:
    assert not set(messages("en.page.ftl")) & set(messages("en.ftl"))


def test_every_message_that_the_page_names_exists() -> None:
    known = set(messages("en.page.ftl")) | set(messages("en.ftl"))
    named: dict[bool, set[str]] = {False: set(), True: set()}
    for path in (ROOT / "frontend/src").rglob("*.ts*"):
        found = re.findall(r'\b(?:say|sentence)\("([a-z0-9-]+)"', path.read_text("utf-8"))
        named["lesson" in path.parts] |= set(found)
    page, lesson = named[False], named[True]
    assert len(page) > 100
    assert page | lesson <= known
    for lang in ("en", "ru"):
        sent = {
            script: set(re.findall(r"(?m)^([a-z0-9-]+) =", served(lang, script)))
            for script in (PAGE, MORE, LESSON)
        }
        assert page <= sent[PAGE] | sent[MORE]
        assert not sent[PAGE] & sent[MORE]
        assert lesson <= sent[LESSON]
        assert {"label-repelled", "page-play", "page-trouble-gone"} <= sent[PAGE]
        assert {"given-reading-less", "mechanism-guards"} <= sent[MORE]
        for script, those in sent.items():
            assert len(those) < len(known)
            there = those | (sent[PAGE] if script == MORE else set[str]())
            for other in re.findall(r"\{ ([a-z][a-z0-9-]*) \}", served(lang, script)):
                assert other in there


def test_every_event_that_the_page_stops_at_has_words() -> None:
    curves = (ROOT / "frontend/src/model/curves.ts").read_text("utf-8")
    tones = curves.partition("const TONES")[2].partition("};")[0]
    kinds = re.findall(r"(\w+): \"", tones)
    assert len(kinds) > 20
    named = {f"event-{kind.replace('_', '-')}" for kind in kinds}
    assert named <= set(messages("en.page.ftl"))
