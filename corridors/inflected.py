"""Names of persons in the cases of Russian: "по словам Марата Хуснуллина" names Марат Хуснуллин."""

from __future__ import annotations

import re

_AROUND, _SHORTEST_STEM, _LONGEST_ENDING = 20_000, 3, 3
_VOWELS = frozenset("аеёиоуыэюя")


def nominative(text: str, name: str, offset: int) -> str:
    """
    Return the first case of a Russian man's name that stands in the second, as the text has it elsewhere if it does.

    Parameters
    ----------
    text, name, offset
        The text, the name as it stands behind "according to", and where it stands.

    Examples
    --------
    >>> nominative("", "Сергея Краснова", 0)
    'Сергей Краснов'
    >>> nominative("", "Марии Красновой", 0)
    'Марии Красновой'
    """
    words = name.split()
    if not all(word[-1:] in "ая" and "а" <= word[1:2].lower() <= "ё" and len(word) > _SHORTEST_STEM for word in words):
        return name
    around = text[max(0, offset - _AROUND) : offset + _AROUND]
    stems = [re.escape(word[:-1]) for word in words]
    pattern = r"\s+".join(rf"{stem}\w{{0,{_LONGEST_ENDING}}}" for stem in stems)
    forms = {" ".join(match[0].split()) for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", around)} - {name}
    made = " ".join(_first_case(word) for word in words)
    return made if made in forms or not forms else min(forms, key=lambda form: (len(form), form))


def _first_case(word: str) -> str:
    """Take the ending of the second case off a man's name."""
    if word.endswith("а"):
        return word[:-1]
    return word[:-1] + ("й" if word[-2].lower() in _VOWELS else "ь")
