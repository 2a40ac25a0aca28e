"""The report: one file that opens from disk, prints, and asks for nothing from anywhere."""

from __future__ import annotations

from html import escape

from malaparte.report import sections
from malaparte.report.html import page, say, tag
from malaparte.report.story import Report, Story
from malaparte.report.words import Words


def document(story: Story, lang: str) -> Report:
    """Return the report of a story.

    Parameters
    ----------
    story : Story
        What was gathered (`malaparte.report.story`).
    lang : str
        'en' or 'ru'.
    """
    words, scenario = Words(lang), story.world.scenario
    parts = [
        (anchor, title, body)
        for anchor, title, body in (
            ("outcomes", words.say("run-outcomes"), sections.outcomes(story, words)),
            ("city", words.say("report-map"), sections.city(story, words)),
            ("carries", words.say("report-carries"), sections.carries(story, words)),
            ("road", words.say("road-head"), sections.road(story, words)),
            ("record", words.say("report-record"), sections.record(story, words)),
            ("day", words.say("report-typical"), sections.day(story, words)),
            ("disputes", words.say("report-disputes"), sections.disputes(story, words)),
            ("sources", words.say("report-sources"), sections.sources(story, words)),
            ("made", words.say("report-made"), sections.made(story, words)),
        )
        if body
    ]
    title = scenario.title.say(lang)
    reading = scenario.reading.say(lang)
    mast = tag(
        "header",
        say("div", words.say("map-brand"), class_="brand"),
        tag(
            "div",
            say("b", title),
            say("span", words.say("reading-line", reading=reading)),
            class_="title",
        ),
        class_="mast",
    )
    links = "".join(tag("a", escape(title), href=f"#{anchor}") for anchor, title, _ in parts)
    nav = tag("nav", links, aria_label=words.say("report-contents"))
    body = "".join(
        tag("section", say("h2", title), text, id=anchor) for anchor, title, text in parts
    )
    foot = tag(
        "footer",
        say("p", words.say("report-footer", reading=reading)),
        say("p", f"{words.say('map-notice')} {words.say('report-fonts')}"),
    )
    main = tag("main", sections.lead(story, words), nav, body)
    return Report(page(f"{title} · {words.say('map-brand')}", lang, mast + main + foot))
