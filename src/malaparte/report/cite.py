"""Sources as BibTeX."""

from __future__ import annotations

import re

from malaparte.quantity.source import Source
from malaparte.quantity.text import Text
from malaparte.scenario.document import Scenario

_TYPES = {
    "book": "book",
    "article": "article",
    "web": "online",
    "archive": "misc",
    "memory": "unpublished",
}
_SEEN = {
    "page": Text(en="seen for this scenario: a page", ru="для этого сценария видена страница"),
    "excerpt": Text(en="seen for this scenario: an excerpt", ru="для этого сценария виден отрывок"),
    "no": Text(en="not seen for this scenario", ru="для этого сценария не видено"),
}
_SPECIAL = re.compile(r"([#$%&_{}])")


def bibtex(scenario: Scenario, lang: str = "en") -> str:
    """Return every source of a scenario as a BibTeX entry, sorted by id."""
    return (
        "\n\n".join(entry(name, one, lang) for name, one in sorted(scenario.sources.items())) + "\n"
    )


def entry(id: str, source: Source, lang: str = "en") -> str:  # noqa: A002 - the word of the scenario
    """Return one source; double braces keep its author from being cut into names."""
    place = {"book": "publisher", "article": "journal"}.get(source.kind, "organization")
    author, title = source.cited(lang)
    note = "; ".join(one.say(lang) for one in (source.note, _SEEN[source.seen]) if one)
    fields = {
        "author": f"{{{_escaped(author)}}}",
        "title": f"{{{_escaped(title)}}}",
        "year": str(source.year) if source.year is not None else "",
        place: _escaped(source.publisher or ""),
        "note": _escaped(note),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{_TYPES[source.kind]}{{{id},", *lines, "}"])


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
