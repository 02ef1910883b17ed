"""The word lists that verbs of saying and their subjects are told by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

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
