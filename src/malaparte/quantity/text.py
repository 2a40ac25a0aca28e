"""A text in the languages of the laboratory."""

from __future__ import annotations

from typing import Annotated, cast

from pydantic import BaseModel, BeforeValidator, ConfigDict

from malaparte.errors import Unfit
from malaparte.said import said


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


def _said_once(value: object) -> object:
    if isinstance(value, dict | Text):
        return cast("dict[str, object] | Text", value)
    if isinstance(value, str):
        return Text(en=value, ru=value)
    raise Unfit(repr(value), said("text, or {form}", form="{en: ..., ru: ...}"))


Remark = Annotated[Text, BeforeValidator(_said_once, json_schema_input_type=str | Text)]
"""A text in two languages, or a plain string: words in one language, shown to every reader."""
