"""Names of persons in the cases of Russian: "по словам Марата Хуснуллина" names Марат Хуснуллин."""

from __future__ import annotations

import re

_AROUND, _SHORTEST_STEM, _LONGEST_ENDING = 20_000, 3, 3
_FIFTH = ("ым", "ом", "ем", "им")
_VOWELS = frozenset("аеёиоуыэюя")


def nominative(text: str, name: str, offset: int) -> str:
    """
    Return the first case of a Russian man's name in the second or fifth, as the text has it elsewhere if it does.

    Parameters
    ----------
    text, name, offset
        The text, the name as it stands behind "according to", and where it stands.

    Examples
    --------
    >>> nominative("", "Сергея Краснова", 0)
    'Сергей Краснов'
    >>> nominative("", "Игорем Беловым", 0)
    'Игорь Белов'
    >>> nominative("", "Марии Красновой", 0)
    'Марии Красновой'
    """
    words = name.split()
    fifth = len(words) > 1 and all(word.endswith(_FIFTH) for word in words)
    second = all(word.endswith(("а", "я")) for word in words)
    if not (fifth or second) or not all("а" <= w[1:2].lower() <= "ё" and len(w) > _SHORTEST_STEM for w in words):
        return name
    around = text[max(0, offset - _AROUND) : offset + _AROUND]
    stems = [re.escape(word[: -2 if fifth else -1]).replace("е", "[её]") for word in words]
    pattern = r"\s+".join(rf"{stem}\w{{0,{_LONGEST_ENDING}}}" for stem in stems)
    forms = {" ".join(match[0].split()) for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", around)} - {name}
    made = " ".join(_first_case(word) for word in words)
    written = next((form for form in sorted(forms) if form.replace("ё", "е") == made.replace("ё", "е")), None)
    if len(words) == 1:
        return written or name  # a surname alone stays as the text has it
    return (written or made) if written or not forms else min(forms, key=lambda form: (len(form), form))


def _first_case(word: str) -> str:
    """Take the ending of the second case, or of the fifth, off a man's name."""
    if word.endswith(("ым", "ом")):
        return word[:-2]
    if word.endswith(_FIFTH):
        return word[:-2] + ("ий" if word.endswith("им") else "й" if word[-3].lower() in _VOWELS else "ь")
    if word.endswith("а"):
        return word[:-1]
    return word[:-1] + ("й" if word[-2].lower() in _VOWELS else "ь")
