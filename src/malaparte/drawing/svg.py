"""The few shapes that every picture is made of, and the picture itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from malaparte.drawing.palette import (
    BLUE,
    GREY,
    HEAD_FACE,
    INK,
    OCHRE,
    PAPER,
    RED,
    TEXT_FACE,
)
from malaparte.errors import StoreError, UsageError, ends_in, unwritten
from malaparte.said import said

WIDE, NARROW = 1040, 360
"""Widths of pictures: a page and a telephone."""
LINE = "#D8CCB0"
"""Lines of axes and empty bars."""


@dataclass(frozen=True)
class Figure:
    """A picture.

    svg: the whole of it.  title: what it shows, for those who cannot see it.  width, height: its
    size in pixels.
    """

    svg: str = field(repr=False)
    title: str
    width: float = 0.0
    height: float = 0.0

    def framed(self, caption: str, margin: float = 24.0) -> Figure:
        """Return the picture on paper, its title above, below it of which worlds it is."""
        top = margin + 34.0
        wide, high = self.width + 2 * margin, top + self.height + margin + 24.0
        inside = self.svg.replace("<svg ", f'<svg x="{margin:g}" y="{top:g}" ', 1)
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high:.0f}" '
            f'width="{wide:.0f}" height="{high:.0f}" role="img"><title>{escape(self.title)}</title>'
            f'{rect(0, 0, wide, high, PAPER)}{inside}<g font-family="{TEXT_FACE}">'
            f"{text(margin, margin + 14, fitted(self.title, self.width, 20), 20, head=True)}"
            f"{text(margin, high - margin + 6, caption, 13, fill=GREY)}</g></svg>"
        )
        return Figure(svg, self.title, wide, high)

    def save(self, path: str | Path) -> Path:
        """Write the picture as .svg, or as .png if ``malaparte[png]`` is installed.

        Raises
        ------
        UsageError
            If the suffix is another one, or if what draws png is not there.
        StoreError
            If the file cannot be written.
        """
        path = Path(path)
        if path.suffix == ".svg":
            data = self.svg.encode()
        elif path.suffix == ".png":
            data = self.png()
        else:
            raise UsageError(ends_in(path, ".svg", ".png"))
        try:
            path.write_bytes(data)
        except OSError as error:
            raise StoreError(unwritten(path, error)) from None
        return path

    def png(self) -> bytes:
        """Return the picture as PNG, twice as large, with the fonts of this machine."""
        try:
            import resvg_py
        except ImportError:
            raise UsageError(
                said(
                    "png needs resvg: {command}; svg needs nothing",
                    command="pip install 'malaparte[png]'",
                )
            ) from None
        return bytes(resvg_py.svg_to_bytes(svg_string=self.svg, zoom=2))

    def _repr_html_(self) -> str:
        return self.svg


def figure(
    title: str, width: float, height: float, body: Iterable[str], lang: str, *, cls: str = ""
) -> Figure:
    """Return a picture on paper of a size in pixels; it scales with its room."""
    name = f' class="{cls}"' if cls else ""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg"{name} viewBox="0 0 {width:.0f} {height:.0f}" '
        f'width="{width:.0f}" height="{height:.0f}" lang="{lang}" role="img" '
        f'font-family="{TEXT_FACE}" fill="{INK}"><title>{escape(title)}</title>'
        f"{rect(0, 0, width, height, PAPER)}{''.join(body)}</svg>"
    )
    return Figure(svg, title, width, height)


def hatch(id: str) -> str:  # noqa: A002 - SVG's word
    """Return the pattern of what was reckoned afterwards."""
    return (
        f'<defs><pattern id="{id}" width="5" height="5" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="5" height="5" fill="{PAPER}"/>'
        f'<rect width="2" height="5" fill="{INK}"/></pattern></defs>'
    )


def rect(x: float, y: float, wide: float, high: float, fill: str, stroke: str = "") -> str:
    """Return a rectangle."""
    edge = f' stroke="{stroke}" stroke-width="1.4"' if stroke else ""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(wide, 0):.1f}" height="{high:.1f}" '
        f'fill="{fill}"{edge}/>'
    )


def line(
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    stroke: str = INK,
    width: float = 1.0,
    dash: str = "",
) -> str:
    """Return a line."""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="{stroke}" '
        f'stroke-width="{width}" fill="none"{dashes}/>'
    )


def path(points: Iterable[tuple[float, float]], *, fill: str = "none", stroke: str = "") -> str:
    """Return a line through points, closed if it is filled."""
    way = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    edge = f' stroke="{stroke}" stroke-width="2" stroke-linejoin="round"' if stroke else ""
    return f'<path d="M{way}{"" if fill == "none" else "Z"}" fill="{fill}"{edge}/>'


def text(
    x: float,
    y: float,
    words: str,
    size: float = 14,
    *,
    anchor: str = "start",
    fill: str = INK,
    weight: int = 400,
    head: bool = False,
    halo: bool = False,
) -> str:
    """Return a text; ``head`` takes the face of headings, ``halo`` keeps it off what is below."""
    face = f' font-family="{HEAD_FACE}"' if head else ""
    under = (
        f' stroke="{PAPER}" stroke-width="3" paint-order="stroke" stroke-linejoin="round"'
        if halo
        else ""
    )
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{anchor}" '
        f'font-weight="{weight}" fill="{fill}"{face}{under}>{escape(words)}</text>'
    )


def whisker(low: float, high: float, y: float, stroke: str = INK) -> str:
    """Return a range as a thin line with ends."""
    return (
        f'<path d="M{low:.1f} {y - 4:.1f}V{y + 4:.1f}M{low:.1f} {y:.1f}H{high:.1f}'
        f'M{high:.1f} {y - 4:.1f}V{y + 4:.1f}" stroke="{stroke}" stroke-width="1.4" fill="none"/>'
    )


def mark(label: str, x: float, y: float, radius: float) -> str:
    """Return the mark of a world by its label: wedges for the plot, discs for the state.

    A small disc: the street was contained and nobody armed acted; a disc in a ring: a rising was
    crushed; a ring: nothing was tried.
    """
    colour = colour_of(label)
    if label in ("held", "seized, holding not simulated", "lost"):
        r = radius
        fill = colour if label != "lost" else PAPER
        return (
            f'<path d="M{x:.1f} {y - r:.1f}L{x + 0.8 * r:.1f} {y + 0.8 * r:.1f}'
            f'L{x - 0.8 * r:.1f} {y + 0.8 * r:.1f}Z" fill="{fill}" stroke="{RED}" '
            'stroke-width="1.6" stroke-linejoin="round"/>'
        )
    small = _disc(x, y, 0.45 * radius, colour, colour)
    if label == "street contained":
        return small
    if label == "repelled":
        return _disc(x, y, radius, colour, colour)
    return _disc(x, y, radius, PAPER, colour) + (small if label == "rising crushed" else "")


def _disc(x: float, y: float, radius: float, fill: str, stroke: str) -> str:
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius - 0.9:.1f}" '
        f'fill="{fill}" stroke="{stroke}" stroke-width="1.8"/>'
    )


def colour_of(label: str) -> str:
    """Return the colour of an outcome: red for the plot, blue for the state, grey for neither."""
    if label in ("held", "seized, holding not simulated"):
        return RED
    if label == "lost":
        return OCHRE
    return GREY if label in ("no plot", "not launched") else BLUE


def fitted(words: str, room: float, size: float) -> str:
    """Return a text no wider than its room."""
    if text_width(words, size) <= room:
        return words
    while words and text_width(words + "…", size) > room:
        words = words[:-1]
    return words.rstrip() + "…"


def text_width(text: str, size: float) -> float:
    """Return about how wide a text is in a sans-serif face; capitals count more."""
    return size * sum(
        0.66 if char.isupper() else 0.3 if char in " .,-:'il" else 0.55 for char in text
    )
