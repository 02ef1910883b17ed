"""Type for static pictures: the fonts that come with matplotlib, so that a picture is the same everywhere."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

PIXELS_PER_POINT = 96 / 72


@lru_cache(maxsize=32)
def font(size: float, *, bold: bool = False, italic: bool = False, serif: bool = False) -> Any:
    """Return a font of a size in pixels."""
    from matplotlib.font_manager import FontProperties

    return FontProperties(
        family="DejaVu Serif" if serif else "DejaVu Sans",
        size=size / PIXELS_PER_POINT,
        weight="bold" if bold else "normal",
        style="italic" if italic else "normal",
    )


@lru_cache(maxsize=4096)
def size_of(text: str, written: Any) -> tuple[float, float]:
    """Return width and height of a text in pixels."""
    from matplotlib.textpath import text_to_path

    width, height, _ = text_to_path.get_text_width_height_descent(text, written, ismath=False)
    return float(width) * PIXELS_PER_POINT, float(height) * PIXELS_PER_POINT


def legible(text: str) -> str:
    """Return a text without the characters that the fonts do not have, and with plain spaces."""
    known = _characters()
    plain = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return " ".join("".join(letter for letter in plain if letter == " " or ord(letter) in known).split())


@lru_cache(maxsize=1)
def _characters() -> frozenset[int]:
    from matplotlib.font_manager import findfont, get_font

    return frozenset(get_font(findfont(font(10))).get_charmap())
