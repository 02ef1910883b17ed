"""The word lists that verbs of saying and their subjects are told by, and what is read with them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from corridors.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Speech:
    """The word lists that verbs of saying and their subjects are told by."""

    verbs: frozenset[str]
    phrasal: frozenset[str]
    deeds: frozenset[str]
    between: frozenset[str]
    interposed: frozenset[str]
    placing: frozenset[str]
    moods: frozenset[str]
    tempers: frozenset[str]
    personal: frozenset[str]
    in_person: frozenset[str]
    days: frozenset[str]
    openers: frozenset[str]
    habits: frozenset[str]
    opinions: frozenset[str]
    no_sources: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    agents: frozenset[str]
    no_agents: frozenset[str]
    kinds_of_states: frozenset[str]
    plurals: frozenset[str]
    behind_plurals: frozenset[str]


@lru_cache(maxsize=1)
def speech() -> Speech:
    """Return the lists of the lexicon that concern saying."""
    words = lexicon().words
    verbs = words("speech.verbs")
    return Speech(
        verbs=frozenset(verb for verb in verbs if " " not in verb),
        phrasal=frozenset(verb for verb in verbs if " " in verb),
        deeds=words("speech.deeds"),
        between=words("speech.between"),
        interposed=words("speech.interposed"),
        placing=words("speech.placing"),
        moods=words("speech.moods"),
        tempers=words("speech.tempers"),
        personal=words("speech.personal"),
        in_person=words("speech.in_person"),
        days=words("speech.days"),
        openers=words("speech.clause_openers"),
        habits=words("speech.habits"),
        opinions=words("speech.opinions"),
        no_sources=words("speech.no_sources"),
        determiners=words("speech.determiners"),
        prepositions=words("speech.prepositions"),
        agents=words("people.agents"),
        no_agents=words("people.no_agents") | words("routes.heads"),
        kinds_of_states=words("speech.kinds_of_states"),
        plurals=words("speech.plurals"),
        behind_plurals=words("speech.behind_plurals"),
    )


class Attribution(NamedTuple):
    """
    A verb of saying (or "according to") with who says it.

    `start` and `end` are the stretch, `phrase` names the speaker at `at` and is of a `kind` (name, office, body,
    joint, pronoun); `whole` is the subject with its titles; `deed` marks a verb that may tell of a deed only.
    """

    start: int
    end: int
    phrase: str
    at: int
    kind: str
    according: bool = False
    whole: str = ""
    deed: bool = False


Phrases = dict[str, tuple[tuple[str, ...], ...]]


def by_first(phrases: frozenset[str]) -> Phrases:
    """Return the words of phrases by their first word, the longest phrase first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda p: (-len(p.split()), p)):
        found.setdefault(phrase.split()[0], []).append(tuple(phrase.split()))
    return {first: tuple(listed) for first, listed in found.items()}


def by_longest(phrases: frozenset[str]) -> Phrases:
    """Return the words of phrases by the longest of them, the rarest as a rule."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases):
        found.setdefault(max(phrase.split(), key=len), []).append(tuple(phrase.split()))
    return {longest: tuple(listed) for longest, listed in found.items()}


def may_hold(words: Collection[str], phrases: Phrases) -> bool:
    """Tell whether all words of one of some phrases, which go by their longest, are among the words of a stretch."""
    if phrases.keys().isdisjoint(words):
        return False
    here = frozenset(words)
    return any(here.issuperset(phrase) for longest in phrases.keys() & here for phrase in phrases[longest])
