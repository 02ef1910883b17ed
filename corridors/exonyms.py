"""
Names of places in other languages and scripts, for routes told by their ends; Russian names in all of their cases.

They come from `geodata/endnames.toml`, section by section, and `geodata/endnames.csv`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import lru_cache

from corridors._data import geodata
from corridors.fold import fold_name
from corridors.inflections import russian_town
from corridors.lexicon import lexicon

_FILE, _TABLE, _OWN = "endnames.toml", "endnames.csv", "names"
_CYRILLIC = ("cyrillic", "russian")


def exonyms(place: str) -> tuple[str, ...]:
    """
    Return the folded names of a place in other languages than English.

    Parameters
    ----------
    place
        Its id.

    Examples
    --------
    >>> "ченнаи" in exonyms("chennai"), "рештом" in exonyms("rasht"), "varsovie" in exonyms("warsaw")
    (True, True, True)
    """
    return _known().get(place, ())


@lru_cache(maxsize=1)
def _known() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for place, script, names in _rows():
        for name in names:
            forms = (name, *russian_town(name)) if script in _CYRILLIC else (name,)
            found.setdefault(place, {}).update(dict.fromkeys(map(fold_name, forms)))
    return {place: tuple(names) for place, names in found.items()}


def _rows() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield a place's id, a language or script, and names in it."""
    for key, names in lexicon(_FILE).lists.items():
        language, _, place = key.partition(".")
        if language != _OWN:
            yield place, language, names
    with geodata(_TABLE).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["id"], row["script"], tuple(row["names"].split("|"))
