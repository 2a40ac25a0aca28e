"""Words for messages: what was meant, what was found."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from malaparte.said import either, said, strung

NOTHING = said("nothing")
_MOST = 6
"""Names that a hint lists."""
_LIKE = 0.7
"""How like a word must be to be what was meant: `power` is not for `nowhere` (two thirds)."""


def near(word: str, words: Iterable[str]) -> str:
    """Return a hint that names the words most like a misspelt one, or all words if they are few.

    Parameters
    ----------
    word : str
        What was written.
    words : iterable of str
        What could have been meant.

    Returns
    -------
    str
        A question, a list, or '' if there is nothing to choose from.
    """
    known = sorted(set(words))
    close = _close(word, known)
    if close:
        return said("did you mean {names}?", names=either(f"`{one}`" for one in close))
    return one_of(_few(known)) if known else ""


def one_of(names: str) -> str:
    """Return 'one of a, b, c'."""
    return said("one of {names}", names=names)


def with_hint(found: str, hint: str) -> str:
    """Return what was found and, if there is a hint, the hint."""
    return strung([found, hint], "; ") if hint else found


def near_path(pattern: str, paths: Iterable[str]) -> str:
    """Return a hint for a dotted path that is not there: it says what its first wrong key could be.

    Parameters
    ----------
    pattern : str
        What was written; ``*`` stands for any one key.
    paths : iterable of str
        All paths that there are.
    """
    wanted = pattern.split(".")
    here = [path.split(".") for path in paths]
    for depth, key in enumerate(wanted):
        there = {path[depth] for path in here if len(path) > depth}
        if key != "*" and key not in there:
            break
        here = [path for path in here if len(path) > depth and key in ("*", path[depth])]
    else:
        depth, key = len(wanted), ""
        there = {path[depth] for path in here if len(path) > depth}
    above, below = wanted[:depth], wanted[depth + 1 :]

    def known(middle: list[str]) -> bool:
        form = [*above, *middle, *below]
        return any(_fits(form, path) for path in here)

    def path(middle: list[str]) -> str:
        return f"`{'.'.join([*above, *middle, *below])}`"

    close = [word for word in _close(key, sorted(there)) if known([word])]
    if close:
        return said("did you mean {names}?", names=either(path([word]) for word in close))
    few = _few(sorted(there))
    if not above:
        return said("a path begins with one of {names}", names=few)
    part = ".".join(above)
    if not there:
        return said("did you mean {names}?", names=f"`{part}`")
    every = next((middle for middle in (["*"], ["*", key]) if key and known(middle)), None)
    if every:
        given = {"part": part, "names": few, "all": path(every)}
        return said("`{part}` has {names}; {all} is all of them", **given)
    return said("`{part}` has {names}", part=part, names=few)


def _fits(form: list[str], path: list[str]) -> bool:
    return len(form) == len(path) and all(
        one in ("*", two) for one, two in zip(form, path, strict=True)
    )


def _close(word: str, known: list[str]) -> list[str]:
    """Return what is most like a word: the best, and what is about as like as the best."""
    found = difflib.get_close_matches(word, known, n=3, cutoff=_LIKE)
    like = [difflib.SequenceMatcher(None, one, word).ratio() for one in found]
    return [one for one, ratio in zip(found, like, strict=True) if ratio > like[0] - 0.04]


def _few(words: list[str]) -> str:
    if len(words) <= _MOST + 1:
        return ", ".join(words)
    names, more = ", ".join(words[:_MOST]), len(words) - _MOST
    return said("{names} and {more} more", names=names, more=more)


def brief(value: object) -> str:
    """Return a value as it would be quoted in a message, at most 60 characters."""
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return "true" if value else "false"
    words = f"`{value}`" if isinstance(value, str) else str(value)
    words = " ".join(words.split())
    return words if len(words) <= 60 else words[:57] + "..."
