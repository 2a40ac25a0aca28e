"""Sources as BibTeX."""

from __future__ import annotations

import re

from malaparte.quantity.source import Source
from malaparte.scenario.document import Scenario

_TYPES = {
    "book": "book",
    "article": "article",
    "web": "online",
    "archive": "misc",
    "memory": "unpublished",
}
_SEEN = {
    "page": "seen for this scenario: a page",
    "excerpt": "seen for this scenario: an excerpt",
    "no": "not seen for this scenario",
}
_SPECIAL = re.compile(r"([#$%&_{}])")


def bibtex(scenario: Scenario) -> str:
    """Return every source of a scenario as a BibTeX entry, sorted by id."""
    return (
        "\n\n".join(entry(name, source) for name, source in sorted(scenario.sources.items())) + "\n"
    )


def entry(id: str, source: Source) -> str:  # noqa: A002 - the word of the scenario
    """Return one source; double braces keep its author from being cut into names."""
    place = {"book": "publisher", "article": "journal"}.get(source.kind, "organization")
    note = "; ".join(filter(None, (source.note and source.note.en, _SEEN[source.seen])))
    fields = {
        "author": f"{{{_escaped(source.author)}}}",
        "title": f"{{{_escaped(source.title)}}}",
        "year": str(source.year) if source.year is not None else "",
        place: _escaped(source.publisher or ""),
        "note": _escaped(note),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{_TYPES[source.kind]}{{{id},", *lines, "}"])


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
