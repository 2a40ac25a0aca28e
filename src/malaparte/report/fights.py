"""The fights of a day: the telling ones place by place, the others in lists by the hour."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from malaparte.report.episode import Episode, episodes
from malaparte.report.passage import Day, Passage

TOLD = 6
"""Places whose story is told at length."""
_ALIKE = 2
"""Of these, places where it goes the same way; one more would be the same paragraph again."""
_VARIANTS = 3
_FIRST = {0: "story-open", 1: "story-surprise", 2: "story-ambush", -1: "story-empty"}


def fight_passages(day: Day) -> list[Passage]:
    """Return passages about every place that was attempted."""
    by_place: dict[int, list[Episode]] = {}
    for episode in episodes(day.rows):
        by_place.setdefault(episode.place, []).append(episode)
    if not by_place:
        return []
    ranked = sorted(by_place.values(), key=lambda story: -_weight(day, story))
    # The first blow of the day is told whatever came of it.
    first = min(by_place.values(), key=lambda story: story[0].begins)
    told: list[list[Episode]] = []
    courses: Counter[object] = Counter()
    for story in [first, *(story for story in ranked if story is not first)]:
        if len(told) < TOLD and courses[_course(story)] < _ALIKE:
            told.append(story)
            courses[_course(story)] += 1
    rest = [story for story in by_place.values() if all(story is not other for other in told)]
    told.sort(key=lambda story: story[0].begins)
    stories = [_story(day, story, number % _VARIANTS) for number, story in enumerate(told)]
    return [*stories, *_lists(day, rest)]


def _weight(day: Day, story: list[Episode]) -> float:
    """How much a story deserves to be told: blood, changes of hands, the place's weight."""
    place = day.world.names["place"][story[0].place]
    turns = sum(episode.result in ("taken", "retaken") for episode in story)
    power = 15 if place in day.world.scenario.power.nodes else 0
    return sum(episode.lost for episode in story) + 10 * turns + power


def _course(story: list[Episode]) -> object:
    """How it went at a place, but for numbers: how each fight opened and how it ended."""
    return tuple((episode.first, episode.yields, episode.result) for episode in story)


def _passage(day: Day, sentences: list[str], story: list[Episode]) -> Passage:
    seqs = {seq for episode in story for seq in episode.seqs}
    rows = [row for row in day.rows if row.seq in seqs]
    return day.passage(story[0].begins, sentences, rows)


def _story(day: Day, story: list[Episode], variant: int) -> Passage:
    words, first = day.words, story[0]
    place = day.names.place(first.place)
    sentences = [words.say("story-head", t=words.clock(first.begins), place=place)]
    began = _attempt(day, first, variant) if first.by_plot else [_counterattack(day, first)]
    sentences += began
    later = [episode for episode in story[1:] if episode.by_plot]
    if first.result == "repelled" and later:
        sentences.append(_again(day, later))
    for episode in story[1:]:
        if episode.result in ("retaken", "failed"):
            sentences.append(_counterattack(day, episode))
    if story[-1].result in ("taken", "failed") and first.place in day.kept:
        sentences.append(words.sentence("story-held"))
    return _passage(day, sentences, story)


def _attempt(day: Day, episode: Episode, variant: int) -> list[str]:
    words = day.words
    squads, men = len(episode.units), words.say("men", n=episode.men)
    sentences = [words.sentence("story-strike", n=squads, men=men, variant=variant)]
    if episode.yields:
        return [*sentences, words.sentence("story-yields", side=episode.yields, variant=variant)]
    opening = "story-seen" if episode.seen and episode.first == 0 else _FIRST[episode.first]
    sentences.append(words.sentence(opening, variant=variant))
    if episode.relief:
        men = words.say("men", n=episode.relief)
        sentences.append(words.sentence("story-relief", men=men, variant=variant))
    if episode.ends < 0:
        return [*sentences, words.sentence("story-unfinished")]
    after = words.after(episode.ends - episode.begins)
    if episode.result == "repelled":
        id = "story-repelled" if episode.left else "story-destroyed"  # noqa: A001 - of Fluent
    else:
        id = "story-taken" if episode.lost else "story-taken-quietly"  # noqa: A001 - of Fluent
    return [
        *sentences,
        words.sentence(
            id, after=after, lost=episode.lost_plot, state=episode.lost_state, variant=variant
        ),
    ]


def _again(day: Day, later: list[Episode]) -> str:
    """The attempts after the first one failed."""
    words = day.words
    taken = next((episode for episode in later if episode.result == "taken"), None)
    last = taken or later[-1]
    return words.sentence(
        "story-again" if taken is None else "story-again-taken",
        n=len(later) if taken is None else later.index(taken),
        t=words.clock(last.ends if last.ends >= 0 else last.begins),
        lost=sum(episode.lost_plot for episode in later),
        state=sum(episode.lost_state for episode in later),
    )


def _counterattack(day: Day, episode: Episode) -> str:
    words = day.words
    if episode.yields:
        men, t = words.say("men", n=episode.men), words.clock(episode.begins)
        return words.sentence("story-counter-yields", t=t, men=men, side=episode.yields)
    if episode.result == "retaken" and episode.ends == episode.begins:
        men, t = words.say("men", n=episode.men), words.clock(episode.begins)
        return words.sentence("story-retaken-empty", t=t, men=men)
    return words.sentence(
        "story-retaken" if episode.result == "retaken" else "story-counter-failed",
        t=words.clock(episode.begins),
        after=words.after(episode.ends - episode.begins),
        men=words.say("men", n=episode.men),
    )


def _lists(day: Day, rest: list[list[Episode]]) -> list[Passage]:
    """One passage an hour for the places that are not told at length."""
    rest.sort(key=lambda story: story[0].begins)
    passages: list[Passage] = []
    for _, group in groupby(rest, key=lambda story: story[0].begins // 3600):
        stories = list(group)
        sentences = [
            day.words.sentence(
                "rest-head",
                n=len(stories),
                when=day.words.when(stories[0][0].begins, stories[-1][0].begins),
            )
        ]
        for fate in ("repelled", "lost", "held", "open"):
            some = [story for story in stories if _fate(day, story) == fate]
            if some:
                sentences.append(_list(day, fate, some))
        every = [episode for story in stories for episode in story]
        passages.append(_passage(day, sentences, every))
    return passages


def _fate(day: Day, story: list[Episode]) -> str:
    """How it ended for the plot; units of the army may take back what the reserves could not."""
    result = story[-1].result
    if result == "open":
        return result
    if all(episode.result == "repelled" for episode in story):
        return "repelled"
    return "held" if story[0].place in day.kept else "lost"


def _list(day: Day, fate: str, stories: list[list[Episode]]) -> str:
    every = [episode for story in stories for episode in story]
    return day.words.sentence(
        f"rest-{fate}",
        n=len(stories),
        places=day.place_list(story[0].place for story in stories),
        lost=sum(episode.lost_plot for episode in every),
        state=sum(episode.lost_state for episode in every),
    )
