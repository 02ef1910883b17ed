"""The names of a catalogue made ready for looking up: every way of writing them, and the stems that heads complete."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from corridors.candidates import Trust
from corridors.fold import fold_name
from corridors.lexicon import lexicon
from corridors.model import Corridor, Kind, Name
from corridors.renaming import ends
from corridors.terms import is_nationality
from corridors.variants import Variant, stems, variants

_SHORT = 4
_FEW_WORDS = 2
_SHORTEST_STEM = 4
_NOUN = "corridor"


class Entry(NamedTuple):
    """
    One way of writing a corridor's name.

    A `loose` name needs its context, a `weak` one gives way to it, a `shared` one has other bearers, a `bare` one lacks
    a noun such as "corridor", which may follow, and a `clipped` one is listed with that noun too.
    """

    corridor: str
    variant: Variant
    kind: Kind
    loose: bool
    weak: bool
    shared: bool
    bare: bool
    clipped: bool = False

    @property
    def trust(self) -> Trust:
        """How much the name tells by itself."""
        return Trust.LOOSE if self.loose else Trust.WEAK if self.weak else Trust.SURE


class Part(NamedTuple):
    """A name without its last noun: the corridor, the noun, and whether the rest alone tells the corridor."""

    corridor: str
    head: str
    loose: bool
    shared: bool


class Entries:
    """
    The names of a catalogue by their folded form.

    `names` are looked for as they stand; `stems` count where one of their nouns, or several corridors' shared noun,
    follows. `telling` are the stems that mean one corridor whatever words of kind stand between them and the noun.

    Parameters
    ----------
    catalogue
        Corridors by id, in the order in which they are preferred.
    """

    def __init__(self, catalogue: Mapping[str, Corridor]) -> None:
        self.names: dict[str, list[Entry]] = {}
        self.stems: dict[str, list[Part]] = {}
        borne = _borne(catalogue)
        for key, corridor in catalogue.items():
            whole = {fold_name(name.text) for name in corridor.names}
            own = {fold_name(name.text) for name in corridor.names if not name.shared}
            for name in corridor.names:
                weak = name.kind is not Kind.ABBREVIATION and _is_short(name.text)
                parts_of = list(stems(name))
                bare = name.kind is not Kind.ABBREVIATION and name.language == "en" and not parts_of
                vague = is_loose(fold_name(name.text), name.text, name.kind)
                for variant in variants(name):
                    shared = name.shared or (variant.folded in borne and variant.folded not in own)
                    loose = shared or vague or is_loose(variant.folded, name.text, name.kind)
                    clipped = (bare and f"{variant.folded} {_NOUN}" in whole) or (
                        shared and not parts_of and is_directions(variant.folded)
                    )
                    self._add(Entry(key, variant, variant.kind, loose, weak, shared, bare, clipped))
                for stem in parts_of:
                    parts = self.stems.setdefault(stem.folded, [])
                    vague = is_common(stem.folded) or (stem.shortened and " " not in stem.folded)
                    part = Part(key, stem.head, vague, name.shared)
                    if all((other.corridor, other.head) != (key, stem.head) for other in parts):
                        parts.append(part)
            english = "\n".join(fold_name(name.text) for name in corridor.names if name.language == "en")
            for name in corridor.names:
                for variant in _ends_alone(name, english):
                    self._add(Entry(key, variant, variant.kind, loose=True, weak=False, shared=True, bare=False))
        self.telling = {
            stem: told
            for stem, parts in self.stems.items()
            if len(stem) >= _SHORTEST_STEM and (told := [part for part in parts if not (part.loose or part.shared)])
        }

    def _add(self, entry: Entry) -> None:
        known = self.names.setdefault(entry.variant.folded, [])
        if all(other.corridor != entry.corridor for other in known):
            known.append(entry)


def _borne(catalogue: Mapping[str, Corridor]) -> frozenset[str]:
    """Return every way of writing the names that several bear."""
    shared = (name for corridor in catalogue.values() for name in corridor.names if name.shared)
    return frozenset(variant.folded for name in shared for variant in variants(name))


def _ends_alone(name: Name, english: str) -> Iterator[Variant]:
    """
    Yield the two ends that a name of another language is made of, in either order, without its noun.

    Countries alone are no route, and ends in the folded English names are found as pairs of places.
    """
    told = None if name.shared or name.kind is Kind.ABBREVIATION else ends(name.text, name.language)
    if told and not all(map(is_nationality, told.parts)):
        for folded in (told.alone, told.turned):
            if folded not in english:
                yield Variant(folded, name.text, Kind.ALIAS)


def is_loose(folded_name: str, text: str, kind: Kind) -> bool:
    """
    Tell whether a name needs its context: a short abbreviation, or a name of common words.

    Parameters
    ----------
    folded_name, text
        The name, folded and as written.
    kind
        Its kind; a name proper of three words or more is sure by itself.
    """
    if kind is Kind.ABBREVIATION:
        return len(text) <= _SHORT
    return is_common(folded_name) and (kind is not Kind.NAME or len(folded_name.split()) <= _FEW_WORDS)


def _is_short(text: str) -> bool:
    """Tell whether a name has no more than two words beside articles and prepositions."""
    small = lexicon().words("routes.small_words")
    return len([word for word in text.split() if word.lower() not in small]) <= _FEW_WORDS


def is_common(folded: str) -> bool:
    """Tell whether a folded name holds nothing but words of direction and kind."""
    return set(folded.split()) <= _common()


def is_directions(folded: str) -> bool:
    """Tell whether a folded name is two directions and nothing else, such as "north south"."""
    words = folded.split()
    return len(words) == _FEW_WORDS and set(words) <= lexicon().words("routes.directions")


def is_figurative(folded: str) -> bool:
    """Tell whether a folded name, written in small letters, is a figure of speech: "kalkınma yolunda"."""
    return all(word.startswith(_figures()) for word in folded.split())


@lru_cache(maxsize=1)
def _figures() -> tuple[str, ...]:
    return tuple(sorted(map(fold_name, lexicon().words("routes.figurative"))))


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(map(fold_name, lexicon().words("routes.common")))
