"""Lines as short strings: steps on a grid, each a zigzag number in digits of five bits, lowest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"


def encode_number(value: int) -> str:
    """
    Return one signed integer as digits; the upper half of the alphabet says that more follow.

    Examples
    --------
    >>> encode_number(0), encode_number(-1), encode_number(16)
    ('0', '1', 'W1')
    """
    rest = value << 1 if value >= 0 else ~(value << 1)
    digits = ""
    while rest > 31:
        digits += ALPHABET[32 + (rest & 31)]
        rest >>= 5
    return digits + ALPHABET[rest]


def encode_line(points: Iterable[Sequence[float]], *, steps_per_degree: int) -> str:
    """
    Return points as a string, rounded to a grid and without repeated points.

    Parameters
    ----------
    points
        Longitude and latitude in degrees; longitudes may leave ±180.
    steps_per_degree
        How fine the grid is.
    """
    out: list[str] = []
    x = y = 0
    for lon, lat in points:
        column, row = round(lon * steps_per_degree), round(lat * steps_per_degree)
        if out and (column, row) == (x, y):
            continue
        out.append(encode_number(column - x) + encode_number(row - y))
        x, y = column, row
    return "".join(out)


def decode_line(text: str, *, steps_per_degree: int) -> list[tuple[float, float]]:
    """Return the points that `encode_line` wrote, on its grid."""
    numbers: list[int] = []
    value = shift = 0
    for character in text:
        digit = ALPHABET.index(character)
        value |= (digit & 31) << shift
        shift += 5
        if digit < 32:
            numbers.append(~(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    points: list[tuple[float, float]] = []
    column = row = 0
    for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=True):
        column, row = column + step_x, row + step_y
        points.append((column / steps_per_degree, row / steps_per_degree))
    return points
