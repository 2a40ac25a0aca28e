"""What the parser of YAML finds wrong in a file, in a form that can be told."""

from __future__ import annotations

import re

from malaparte.said import either, said

_WHOLE = {
    str(one): one
    for one in (
        said("could not find expected ':'"),
        said("found unexpected ':'"),
        said("found unexpected document separator"),
        said("found unexpected end of stream"),
        said("mapping keys are not allowed here"),
        said("mapping values are not allowed here"),
        said("sequence entries are not allowed here"),
        said("but found another document"),
        # What it expected or met.
        said("<block end>"),
        said("the node content"),
        said("'<stream end>'"),
        said("'<scalar>'"),
        said("'<block mapping start>'"),
        said("'<block sequence start>'"),
    )
}
"""Sentences of ruamel.yaml and parts of them, to the letter."""


def parser_words(text: str) -> str:
    """Return a sentence of the parser; one of a rare mistake stays as it is."""
    if text in _WHOLE:
        return _WHOLE[text]
    if match := re.fullmatch(r"expected (.+), but (?:found|got) (.+)", text):
        expected = either(_WHOLE.get(one, one) for one in match[1].split(" or "))
        found = _WHOLE.get(match[2], match[2])
        if "but got" in text:
            return said("expected {expected}, but got {found}", expected=expected, found=found)
        return said("expected {expected}, but found {found}", expected=expected, found=found)
    if match := re.fullmatch(r"found character (.+) that cannot start any token", text):
        return said("found character {character} that cannot start any token", character=match[1])
    if match := re.fullmatch(r"found undefined alias (.+)", text):
        return said("found undefined alias {alias}", alias=match[1])
    if match := re.fullmatch(r"found unknown escape character (.+)", text):
        return said("found unknown escape character {character}", character=match[1])
    return text
