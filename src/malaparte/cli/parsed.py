"""What the parser of the command line says of a call, in a form that can be told."""

from __future__ import annotations

import re
from collections.abc import Callable

from malaparte.said import said

_FORMS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"Missing argument '(.+)'\.", lambda its: said("Missing argument '{name}'.", name=its[1])),
    (r"Missing option '(.+)'\.", lambda its: said("Missing option '{name}'.", name=its[1])),
    (
        r"No such option: (\S+) \(Possible options: (.+)\)",
        lambda its: said(
            "No such option: {name} (Possible options: {names})", name=its[1], names=its[2]
        ),
    ),
    (
        r"No such option: (\S+) Did you mean (\S+)\?",
        lambda its: said("No such option: {name} Did you mean {other}?", name=its[1], other=its[2]),
    ),
    (r"No such option: (\S+)", lambda its: said("No such option: {name}", name=its[1])),
    (
        r"No such command '(.+)'\. Did you mean '(.+)'\?",
        lambda its: said(
            "No such command '{name}'. Did you mean '{other}'?", name=its[1], other=its[2]
        ),
    ),
    (r"No such command '(.+)'\.", lambda its: said("No such command '{name}'.", name=its[1])),
    (
        r"Option '(.+)' requires an argument\.",
        lambda its: said("Option '{name}' requires an argument.", name=its[1]),
    ),
    (
        r"Got unexpected extra argument\(s\) \((.+)\)",
        lambda its: said("Got unexpected extra argument(s) ({names})", names=its[1]),
    ),
    (
        r"Got unexpected extra argument \((.+)\)",
        lambda its: said("Got unexpected extra argument ({names})", names=its[1]),
    ),
)
"""Sentences of the libraries, of old versions and new, and how each is told."""


def parsed(message: str) -> str:
    """Return a sentence of the parser; one that is not known stays as it is."""
    for pattern, told in _FORMS:
        match = re.fullmatch(pattern, message)
        if match:
            return told(match)
    invalid = re.fullmatch(r"Invalid value for (.+?): (.+)", message, re.DOTALL)
    if not invalid:
        return message
    name, why = invalid[1], invalid[2]
    if "valid integer" in why:  # the parser's words are those of its library
        why = said("expected a whole number")
    elif "valid number" in why or "valid float" in why:
        why = said("expected a number")
    elif least := re.fullmatch(r"Input should be greater than or equal to (\S+)", why):
        why = said("Input should be greater than or equal to {n}", n=least[1])
    elif most := re.fullmatch(r"Input should be less than or equal to (\S+)", why):
        why = said("Input should be less than or equal to {n}", n=most[1])
    return said("Invalid value for {name}: {why}", name=name, why=why)
