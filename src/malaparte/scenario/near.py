"""Words for messages: what was meant, what was found."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


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
        A question, a list, or '' if there is nothing to say.
    """
    known = sorted(set(words))
    close = difflib.get_close_matches(word, known, n=3, cutoff=0.6)
    if close:
        # A long path is like many others: keep only what is about as like as the best.
        like = {one: difflib.SequenceMatcher(None, one, word).ratio() for one in close}
        close = [one for one in close if like[one] > like[close[0]] - 0.04]
        return f"did you mean {' or '.join(f'`{one}`' for one in close)}?"
    if 0 < len(known) <= 12:
        return f"one of {', '.join(known)}"
    return ""


def brief(value: object) -> str:
    """Return a value as it would be quoted in a message, at most 60 characters."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    words = f"`{value}`" if isinstance(value, str) else str(value)
    words = " ".join(words.split())
    return words if len(words) <= 60 else words[:57] + "..."
