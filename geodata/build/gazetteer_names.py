"""
Choose the names under which a place can be looked up: what people write, without the noise of the source.

GeoNames keeps alternate names without saying their language. Transliterations, airport codes and rare scripts are
left out; of the rest a place keeps more the larger it is, plain spellings first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from corridors.letters import letter_key

SCRIPTS = {"L": "\u0041-\u024f\u1e00-\u1eff", "C": "\u0400-\u052f", "A": "\u0600-\u06ff", "D": "\u0900-\u097f",
           "H": "\u4e00-\u9fff"}  # fmt: skip
SHAPES = {name: re.compile(rf"[{letters}][{letters}\s'’ʼ.\u200c-]*") for name, letters in SCRIPTS.items()}
# Letters of Russian and of Arabic or Persian; other letters show a spelling of a neighbouring language.
PLAIN = {
    "L": re.compile(r"[ -~]+"),
    "C": re.compile(r"[А-Яа-яЁё\s'’.-]+"),
    "A": re.compile(r"[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc\s\u200c-]+"),
    "D": re.compile(r".+"),
    "H": re.compile(r".+"),
}
# The most names of each script by population: Latin, Cyrillic, Arabic, Devanagari, Han.
LIMITS = (
    (1_000_000, {"L": 99, "C": 9, "A": 9, "D": 4, "H": 9}),
    (100_000, {"L": 40, "C": 4, "A": 4, "D": 2, "H": 4}),
    (15_000, {"L": 16, "C": 2, "A": 2, "D": 1, "H": 2}),
    (0, {"L": 5, "C": 1, "A": 1, "D": 0, "H": 1}),
)
CITY_SIGN = "市"


def script_of(name: str) -> str:
    """Return the letter of the script a name is written in, empty when it is none of ours or not a plain name."""
    return next((key for key, shape in SHAPES.items() if shape.fullmatch(name)), "")


def is_name(name: str) -> bool:
    """Tell whether a Latin text is a name: capitalised, and neither an abbreviation nor a code."""
    letters = [c for c in name if c.isalpha()]
    return name[:1].isupper() and len(letters) > 2 and not name.isupper() and "." not in name.removeprefix("St.")


def keys_of(name: str, alternates: Iterable[str], population: int) -> list[str]:
    """Return the keys of a place, that of its own name first, the others in order of the alphabet."""
    own = letter_key(name)
    limits = next(limit for least, limit in LIMITS if population >= least)
    by_script: dict[str, list[tuple[bool, str]]] = {}
    for text in sorted(alternates):
        script = script_of(text)
        if not script or (script == "L" and not is_name(text)):
            continue
        key = letter_key(text.removesuffix(CITY_SIGN) if len(text) > 2 else text)
        if key and key != own:
            by_script.setdefault(script, []).append((not PLAIN[script].fullmatch(text), key))
    found: set[str] = set()
    for script, options in by_script.items():
        found.update(list(dict.fromkeys(key for _, key in sorted(options)))[: limits[script]])
    return [own, *sorted(found)]
