"""A text in the languages of the laboratory."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Text(BaseModel):
    """The same words in English and in Russian."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    en: str
    """English."""
    ru: str
    """Russian."""

    def say(self, lang: str) -> str:
        """Return the words in a language, 'en' or 'ru'."""
        return self.ru if lang == "ru" else self.en
