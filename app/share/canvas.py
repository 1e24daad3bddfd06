"""A picture to draw on: the page's colours and typefaces, and smooth lines."""

import threading
from collections.abc import Sequence
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from app.assets import folder

BACKGROUND, CARD, INK, DIM, LINE = "#f6f7f9", "#ffffff", "#1b2330", "#5d6878", "#e2e6ec"
POSITIVE, NEGATIVE, NEGATIVE_TEXT, ERROR, ACTIVATION = "#1f6feb", "#e8710a", "#b45309", "#c2255c", "#4c51bf"
"""The light ones of static/base.css."""

FINE = 2
"""Shapes are drawn so many times larger, and then made smaller: that smooths them."""

TEXT, NUMBERS = "inter", "jetbrains-mono"

Place = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_here = threading.local()
"""Typefaces of this thread: they keep the weight that was chosen last, so threads must not share them."""


class Canvas:
    """Draws in pixels of the finished picture."""

    def __init__(self, width: int, height: int) -> None:
        self._size = (width, height)
        self._image = Image.new("RGB", (width * FINE, height * FINE), BACKGROUND)
        self._draw = ImageDraw.Draw(self._image)
        self._texts: list[tuple[Place, str, ImageFont.FreeTypeFont, str, str]] = []

    def card(self, box: Box) -> None:
        """Draw a panel's background."""
        self._draw.rounded_rectangle(_fine(box), 14 * FINE, CARD, LINE, FINE)

    def lines(self, places: Sequence[Place], colour: str, width: float) -> None:
        """Draw from place to place."""
        if len(places) > 1:
            fine = [(x * FINE, y * FINE) for x, y in places]
            self._draw.line(fine, colour, max(1, round(width * FINE)), joint="curve")

    def disc(self, x: float, y: float, radius: float, fill: str, edge: str | None = None, width: float = 1.5) -> None:
        """Draw a circle, full of one colour."""
        box = _fine((x - radius, y - radius, x + radius, y + radius))
        self._draw.ellipse(box, fill, edge, round(width * FINE) if edge else 0)

    def text(
        self, place: Place, text: str, size: int, colour: str, *, face: str = TEXT, weight: int = 400, at: str = "ls"
    ) -> float:
        """Write, and return how wide that is; `at` is which point of the text stands there, as Pillow names it."""
        face_at = _face(face, size, weight)
        self._texts.append((place, text, face_at, colour, at))
        return face_at.getlength(text)

    def fitting(self, text: str, width: float, size: int, face: str = TEXT, weight: int = 400) -> str:
        """Return the text, or as much of its beginning as is no wider than `width`."""
        face_at = _face(face, size, weight)
        if face_at.getlength(text) <= width:
            return text
        while text and face_at.getlength(text + "…") > width:
            text = text[:-1]
        return text.rstrip(" ,") + "…"

    def png(self) -> bytes:
        """Return the finished picture."""
        image = self._image.resize(self._size, Image.Resampling.BOX)
        draw = ImageDraw.Draw(image)
        for place, text, face, colour, at in self._texts:
            draw.text(place, text, colour, face, at)
        file = BytesIO()
        image.save(file, "PNG", compress_level=6)
        return file.getvalue()


def mixed(colour: str, share: float) -> str:
    """Return a colour thinned with the card's white: 1 leaves it, 0 is white."""
    parts = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(255 + (part - 255) * share):02x}" for part in parts)


def _fine(box: Box) -> list[float]:
    return [round(side * FINE) for side in box]


def _face(name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    faces = _here.__dict__.setdefault("faces", {})
    if (name, size, weight) not in faces:
        face = ImageFont.truetype(BytesIO(_font(name)), size)
        face.set_variation_by_axes([weight])
        faces[name, size, weight] = face
    return faces[name, size, weight]  # type: ignore[no-any-return]  # a thread's things have no types


@cache
def _font(name: str) -> bytes:
    return (folder("static") / "fonts" / f"{name}.woff2").read_bytes()
