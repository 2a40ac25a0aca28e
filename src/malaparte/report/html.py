"""HTML: escaped text, tables, and the style sheet with its fonts inside."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from importlib import resources

from malaparte.drawing.svg import Figure

_LATIN = (
    "U+0000-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2190-2193,"
    "U+2212,U+2215,U+FEFF,U+FFFD"
)
_CYRILLIC = "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116"
_FACES = (
    ("Oswald", "oswald", "500", "500 700"),
    ("Jost", "jost", "400", "400"),
    ("Jost", "jost", "600", "500 700"),
    ("Old Standard TT", "old-standard-tt", "400", "400"),
)
"""Family, name of the file, its weight, weights for which it stands."""
_OPTION = re.compile(r"--[a-z]+")


def tag(name: str, *inside: str, **attributes: str) -> str:
    """Return an element; ``inside`` is markup already, values of attributes are escaped here."""
    parts = (
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value
    )
    return f"<{name}{''.join(parts)}>{''.join(inside)}</{name}>"


def say(name: str, text: str, **attributes: str) -> str:
    """Return an element with a text, which is escaped.

    Options of the command line stand in a face that keeps their two hyphens apart.
    """
    return tag(name, _OPTION.sub(r"<code>\g<0></code>", escape(text)), **attributes)


def section(id: str, title: str, *inside: str) -> str:  # noqa: A002 - HTML's word
    """Return a section with its heading."""
    return tag("section", say("h2", title), *inside, id=id)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: int = 0) -> str:
    """Return a table of texts; the last ``numbers`` columns are set to the right."""
    first = len(heads) - numbers
    classes = ["num" if at >= first else "" for at in range(len(heads))]
    head = tag(
        "tr",
        *(say("th", text, scope="col", class_=c) for text, c in zip(heads, classes, strict=True)),
    )
    body = "".join(
        tag(
            "tr",
            *(
                say("td", cell, class_=c, data_label=name)
                for cell, c, name in zip(row, classes, heads, strict=True)
            ),
        )
        for row in rows
    )
    return tag("div", tag("table", tag("thead", head), tag("tbody", body)), class_="scroll")


def pictures(wide: Figure, narrow: Figure) -> str:
    """Return a picture for a page and the same for a telephone; one of them is shown."""
    return tag(
        "figure",
        tag("div", wide.svg, class_="wide"),
        tag("div", narrow.svg, class_="narrow"),
    )


@cache
def style() -> str:
    """Return the style sheet; fonts travel inside it, so that nothing is ever asked for."""
    folder = resources.files("malaparte.report")
    faces: list[str] = []
    for family, name, weight, weights in _FACES:
        for script, span in (("latin", _LATIN), ("cyrillic", _CYRILLIC)):
            data = folder.joinpath("fonts", f"{name}-{script}-{weight}-normal.woff2").read_bytes()
            code = base64.b64encode(data).decode()
            faces.append(
                f"@font-face{{font-family:'{family}';font-weight:{weights};font-display:swap;"
                f"src:url(data:font/woff2;base64,{code}) format('woff2');unicode-range:{span}}}"
            )
    sheet = folder.joinpath("report.css").read_text(encoding="utf-8")
    return "".join(faces) + sheet


def page(title: str, lang: str, body: str) -> str:
    """Return a whole document that asks for nothing from anywhere."""
    policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
    head = (
        '<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{style()}</style>"
    )
    return f'<!doctype html>\n<html lang="{lang}"><head>{head}</head><body>{body}</body></html>\n'
