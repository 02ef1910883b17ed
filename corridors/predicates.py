"""Subjects told by the rest of the predicate: "El ministro, Raúl Pérez, visitó Lima y dijo", "В порту сообщили"."""

from __future__ import annotations

import re
from itertools import takewhile

from corridors.lexicon import lexicon
from corridors.namings import CLAUSE_EDGE, articles, bare, is_name, is_owned, name_run, words_of
from corridors.sayings import Attribution
from corridors.tongues import Tongue

_MOST_OPENING, _LONGEST_NAME, _LONGEST_OFFICE, _LONGEST_AND = 3, 5, 8, 8

_Words = list[tuple[str, int]]


def doer(local: str, words: _Words, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """
    Return the subject of a verb of saying with "and" right before it, where what he did first stands before that.

    Parameters
    ----------
    local
        The sentence, what stands in quotation marks hidden.
    words
        Those between the last sign and the verb, with their places.
    match
        The verb.
    tongue
        The language.
    """
    joined = lexicon("tongues.toml").words("all.coordinators")
    before = local[max(0, match.start() - _LONGEST_AND) : match.start()].split()
    if not tongue.has_capitals or not before or before[-1].lower() not in joined:
        return None
    deed, at = words[: -1 if words[-1][0].lower() in joined else None], match.start()
    if not deed:
        return None
    if (run := opening_name(deed, tongue)) is not None:
        return Attribution(at, match.end(), run, at, "name", False, run)
    if (office := opening_office(deed, tongue)) is not None:
        return Attribution(at, match.end(), office, at, "office", False, office)
    if not deed[0][0][0].islower():
        return None
    start = max((edge.end() for edge in CLAUSE_EDGE.finditer(local, 0, deed[0][1])), default=0)
    pieces = local[start : deed[0][1]].split(",")[:-1]
    for number in range(len(pieces) - 1, -1, -1):
        piece = pieces[number]
        said = words_of(piece, 0, len(piece))
        plain = bare([word for word, _ in said])
        name = opening_name(said, tongue) or (" ".join(plain) if _is_full_name(plain, tongue) else None)
        whole = ",".join(pieces[max(0, number - 1) :]).strip()
        if name:
            return Attribution(at, match.end(), name, at, "name", False, whole)
        if office := opening_office(said, tongue, alone=True):
            return Attribution(at, match.end(), office, at, "office", False, whole)
    return None


def office_there(made: Attribution, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read "В министерстве сообщили": nobody but the office where it was said."""
    words = made.whole.split()
    if tongue.name != "russian" or not match[0].endswith("ли") or not 2 <= len(words) <= 4:
        return None
    return made._replace(phrase=" ".join(words[1:]), kind="office") if words[0].lower() in ("в", "во") else None


def _is_full_name(plain: list[str], tongue: Tongue) -> bool:
    return 1 < len(plain) <= _LONGEST_NAME and is_name(plain, tongue)


def opening_name(words: _Words, tongue: Tongue) -> str | None:
    """Return the full name that opens a clause, behind an office at most: "Ministra Ana Gil habló de plazos"."""
    plain = bare([word for word, _ in words])
    if not plain:
        return None
    first = next(
        (n for n, word in enumerate(plain) if word[0].isupper() and (n or word.lower() not in tongue.again)), 0
    )
    behind = plain[first - 1].lower() in tongue.again if first else True
    last = first + len(list(takewhile(lambda word: word[0].isupper(), plain[first:])))
    run = name_run(plain[:last], tongue) if behind and last < len(plain) else None
    return " ".join(run) if run else None


def opening_office(words: _Words, tongue: Tongue, *, alone: bool = False) -> str | None:
    """Return the office that opens a clause, "el presidente chileno se reunió"; `alone` if it is all of it."""
    plain = [word for word, _ in words]
    opening = [n for n, word in enumerate(plain[:_MOST_OPENING]) if word.lower() in tongue.again]
    if not opening or any(word.lower() not in articles() for word in plain[: opening[0]]):
        return None
    if alone:
        return " ".join(plain[opening[0] :]) if len(plain) <= _LONGEST_OFFICE else None
    owned = opening[0] + 1 < len(plain) and tongue.name == "russian" and is_owned(plain[opening[0] + 1])
    return " ".join(plain[opening[0] : opening[0] + 1 + owned])
