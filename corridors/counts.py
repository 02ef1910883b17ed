"""Numbers with their nouns."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """
    Return a number and its noun, in the plural where there is not just one.

    Examples
    --------
    >>> counted(1, "leg"), counted(0, "leg")
    ('1 leg', '0 legs')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"
