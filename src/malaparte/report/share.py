"""Shares and labels in words."""

from __future__ import annotations

import math

from malaparte.report.words import Words
from malaparte.results.share import Share, say_share

_LEAST = 0.001
"""What the last digit of a fine percentage is worth."""


def few(value: float, places: int = 0) -> float:
    """Return a number of many worlds with so many decimal places, and three digits at most.

    Ignorance supports no more: counts of worlds are told whole, means and quantiles are not.
    """
    if not math.isfinite(value):
        return value
    places = min(places, 2 - math.floor(math.log10(abs(value)))) if value else places
    return round(value, places) + 0.0 if places > 0 else int(round(value, places))


def label(name: str, words: Words) -> str:
    """Return a label of the outcome table in words."""
    return words.say("label-" + name.replace(",", "").replace(" ", "-"))


def percent(value: float, words: Words, *, fine: bool = False) -> str:
    """Return a share as a percentage, with a digit more where it is small or where it is asked.

    What is rare never looks like nothing, nor what is common like everything.
    """
    rest = min(value, 1 - value)
    if 0 < rest < _LEAST / 2:
        return words.say("percent-least" if value == rest else "percent-most")
    return words.say("percent-fine" if fine or 0 < rest < 0.1 else "percent", share=value)


def said(share: Share, words: Words, form: str = "range") -> str:
    """Return a share as far as ignorance lets it be said; form 'range' or, in tables, 'short'."""
    found = say_share(share)
    form = "about" if found.low == found.high else form
    return words.say(f"said-{form}", low=found.low, high=found.high, of=found.of)
