"""
Generic words around a name that stands by itself: "the GCC railway project", "the Via Carpatia road connection".

They are no part of the name. A noun that belongs to it stays: "Kaladan Project", "Trans-Siberian Railway".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import lru_cache

from corridors.candidates import Candidate
from corridors.entries import Entry, is_directions
from corridors.fold import fold_name
from corridors.lexicon import lexicon
from corridors.model import Kind

_RAILWAYS = ("railway", "railroad")
_RAIL_NOUNS = ("link", "links", "line", "lines")
_CLOSING = re.compile('[”"»’](?= )')


def trimmed(c: Candidate, names: Mapping[str, Collection[Entry]]) -> Candidate:
    """
    Return a mention without the generic words before and behind its name.

    Parameters
    ----------
    c
        A mention; one that tells two ends only stays as it is.
    names
        The names of the catalogue by their folded form.
    """
    if c.kind is Kind.ENDPOINTS:
        return c
    text = c.folded.text
    start, end = c.at
    while (shorter := _without_tail(c, start, end, names)) < end:
        end = shorter
    start = _without_lead(c, start, end, names)
    if (start, end) == c.at:
        return c
    first, last = c.folded.span(start, end)
    kind = next((e.kind for e in names.get(text[start:end], ()) if e.corridor == c.corridor), c.kind)
    return replace(c, start=first, end=last, at=(start, end), kind=kind, name=text[start:end] if c.name else "")


def _without_tail(c: Candidate, start: int, end: int, names: Mapping[str, Collection[Entry]]) -> int:
    """Return where a name ends without one generic word behind it."""
    text = c.folded.text
    if tail := next((word for word in _written_together() if text.endswith(word, start, end)), ""):
        return end - len(tail) if _is_listed(text[start : end - len(tail)], c, names) else end
    gap = text.rfind(" ", start, end)
    tail, rest = text[gap + 1 : end], text[start : max(gap, start)]
    words = lexicon().words
    if tail in words("routes.behind_quoted") and (quoted := _quoted_end(c, start, end)):
        return quoted if _is_listed(text[start:quoted], c, names) else end
    if rest.endswith(" rail") and tail in _RAIL_NOUNS and _is_listed(text[start:end], c, names):
        return end  # "Trans-Afghan rail link"
    if tail in words("routes.appended"):
        if _ends_in_noun(rest):
            return gap
        while rest and not _is_listed(rest, c, names):  # "Via Carpatia road connection"
            rest, _, word = rest.rpartition(" ")
            if word not in words("routes.modifiers"):
                return end
        return start + len(rest) if rest else end
    if tail in _RAILWAYS and "rail" in rest.split():
        return gap if c.folded.source[c.folded.origin(gap + 1)].islower() and _is_listed(rest, c, names) else end
    if tail not in words("routes.ways_behind"):
        return end
    small = c.folded.source[c.folded.origin(gap + 1)].islower()
    listed = small and _is_listed(rest, c, names) and not is_directions(rest)
    if listed and _is_abbreviation(rest, c, names) and _is_listed(text[start:end], c, names):
        return end  # "TRIPP route", which is what its letters mean
    return gap if _ends_in_noun(rest) or listed else end


def _quoted_end(c: Candidate, start: int, end: int) -> int:
    """Return where the quotation marks around the first words of a name close: “Trans-Siberian” main line."""
    source, (first, last) = c.folded.source, c.folded.span(start, end)
    if source[first - 1 : first] not in ("“", '"', "«", "‘"):
        return 0
    closing = _CLOSING.search(source, first, last)
    return c.folded.position(closing.start()) if closing else 0


def _without_lead(c: Candidate, start: int, end: int, names: Mapping[str, Collection[Entry]]) -> int:
    """Return where a name begins without one generic word before it, as languages write it that put nouns first."""
    text = c.folded.text
    gap = text.find(" ", start, end)
    if gap < 0 or text[start:gap] not in _leads():
        return start
    rest = text[gap + 1 : end]
    if _is_abbreviation(rest, c, names) and _is_listed(text[start:end], c, names):
        return start  # "маршрут TRIPP", as "TRIPP route"
    return gap + 1 if _is_listed(rest, c, names) else start


def _is_listed(rest: str, c: Candidate, names: Mapping[str, Collection[Entry]]) -> bool:
    return any(entry.corridor == c.corridor for entry in names.get(rest, ()))


def _is_abbreviation(rest: str, c: Candidate, names: Mapping[str, Collection[Entry]]) -> bool:
    return any(e.corridor == c.corridor and e.kind is Kind.ABBREVIATION for e in names.get(rest, ()))


def _ends_in_noun(rest: str) -> bool:
    """Tell whether what is left is a name with a noun of its own: "Middle Corridor", "Viking train"."""
    before, _, last = rest.rpartition(" ")
    return bool(before) and last in lexicon().words("routes.own_nouns")


@lru_cache(maxsize=1)
def _written_together() -> tuple[str, ...]:
    """Return the generic words of scripts without spaces, the longest first."""
    return tuple(sorted(map(fold_name, lexicon().words("routes.appended_unspaced")), key=lambda w: (-len(w), w)))


@lru_cache(maxsize=1)
def _leads() -> frozenset[str]:
    return frozenset(map(fold_name, lexicon().words("routes.led_by")))
