"""Where a number comes from."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from malaparte.quantity.text import Remark

Basis = Literal["documented", "claimed", "estimated", "assumed"]
"""How far a number is supported.

documented: a source that was seen says so.  claimed: somebody says so, and may be wrong.
estimated: derived from evidence.  assumed: made up by us, and therefore wide.
"""


class Source(BaseModel):
    """A book, an article, a page or a person's memory from which numbers are taken."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    author: str
    """Who wrote it, as it is cited."""
    title: str
    """Title of the printed edition or of the page."""
    author_ru: str | None = None
    """The author in Russian, of a Russian source or where it is no name."""
    title_ru: str | None = None
    """The title of a Russian source, or what one without a printed title is called in Russian."""
    year: int | None = None
    """Year of the edition."""
    publisher: str | None = None
    """Publisher, journal or site."""
    kind: Literal["book", "article", "web", "archive", "memory"] = "book"
    """Form; 'memory' is a recollection that nobody has checked."""
    seen: Literal["page", "excerpt", "no"]
    """How much of it was seen for this scenario: a page, an excerpt, or nothing."""
    note: Remark | None = None
    """Why it is cited, what it is worth."""

    def cited(self, lang: str) -> tuple[str, str]:
        """Return author and title in a language, 'en' or 'ru'."""
        author, title = (self.author_ru, self.title_ru) if lang == "ru" else (None, None)
        return author or self.author, title or self.title
