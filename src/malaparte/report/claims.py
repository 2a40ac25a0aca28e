"""Claims of a story and sentences of a text, with where the laboratory carries them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from malaparte.quantity.text import Text
from malaparte.report.page import paragraph
from malaparte.scenario.claim import Carried, Claim, article, dossier

_CARRIED = Text(en="carried by", ru="где это")
_OUTSIDE = Text(en="outside the model", ru="вне модели")
_LATER = Text(en="not simulated yet", ru="пока не моделируется")
_BOOK = Text(en="the book", ru="книга")
_HISTORIANS = Text(en="historians", ru="историки")
_GRADE = Text(en="grade", ru="оценка")
_SOURCES = Text(en="sources", ru="источники")
_TOLD = Text(en="see sentence", ru="см. предложение")
_NONE = Text(en="Nothing stands beside this scenario.", ru="При этом сценарии ничего нет.")


def claims_text(ref: str | Path, lang: str) -> str:
    """Return the claims of a scenario, one after the other."""
    lines: list[str] = []
    for name, claim in dossier(ref).claims.items():
        lines += paragraph(f"{name}  {claim.says.say(lang)}", "", "     ")
        lines += _line(_BOOK.say(lang), claim.book.say(lang))
        lines += _line(_HISTORIANS.say(lang), claim.historians.say(lang))
        lines += _line(_GRADE.say(lang), claim.grade.say(lang))
        lines += _line(_SOURCES.say(lang), ", ".join(claim.sources)) if claim.sources else []
        lines += [*_where(claim, lang), ""]
    return "\n".join(lines or [_NONE.say(lang)])


def article_text(ref: str | Path, lang: str) -> str:
    """Return the sentences of the text that a scenario retells, numbered, each with its claims.

    What the book and historians say of a claim stands beside the first sentence that makes it.
    """
    lines: list[str] = []
    claims, told = dossier(ref).claims, dict[str, int]()
    for number, sentence in enumerate(article(ref), 1):
        lines += paragraph(f"{number:3}  {sentence.says.say(lang)}", "", "     ")
        for name in sentence.claims:
            if name in told:
                lines += _line(name, f"{_TOLD.say(lang)} {told[name]}")
            elif name in claims:
                told[name] = number
                lines += _said(name, claims[name], lang)
            else:  # a scenario of one's own may bring the text and no claims
                lines += paragraph(name, "     ")
        lines += [*_where(sentence, lang), ""]
    return "\n".join(lines or [_NONE.say(lang)])


def _said(name: str, claim: Claim, lang: str) -> Iterator[str]:
    yield from _line(name, claim.says.say(lang))
    for head, text in ((_BOOK, claim.book), (_HISTORIANS, claim.historians)):
        yield from paragraph(f"{head.say(lang)}: {text.say(lang)}", "       ", "         ")


def _where(carried: Carried, lang: str) -> Iterator[str]:
    for reading, paths in carried.paths.items():
        yield from _line(_CARRIED.say(lang), f"{reading}: {', '.join(paths)}")
    if carried.outside is not None:
        yield from _line(_OUTSIDE.say(lang), carried.outside.say(lang))
    if carried.later is not None:
        yield from _line(_LATER.say(lang), carried.later)


def _line(head: str, text: str) -> list[str]:
    return paragraph(f"{head}: {text}", "     ", "       ")
