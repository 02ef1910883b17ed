"""Who stands behind a verb of saying: "…, said Ann Lee, director", "it opens in May said Minister Ann Lee"."""

from __future__ import annotations

from functools import lru_cache

from corridors.lexicon import lexicon
from corridors.openings import described_name, is_agent, whole_phrase
from corridors.phrases import Phrase, is_name_word, is_office, phrase_after
from corridors.sayings import speech
from corridors.tokens import Token

_MOST_BEHIND, _MOST_CALLED, _MOST_LOOSE, _PAIR = 12, 6, 9, 2  # two words: "two drivers"
AUXILIARIES = frozenset(("will", "is", "was", "are", "were", "be", "been", "has", "have", "had", "would", "can"))
_OCCASIONS = frozenset(("as", "ahead", "amid", "while", "when", "during", "speaking", "addressing", "after", "before"))


def before_aside(toks: list[Token], verb: int) -> int:
    """Return the auxiliary from which words between commas part its verb; 0 when there is none."""
    comma = next((n for n in range(verb - 2, 0, -1) if toks[n].word == ","), 0) if toks[verb - 1].word == "," else 0
    return comma - 1 if comma and toks[comma - 1].low in ("has", "had", "have") else 0


def behind(text: str, toks: list[Token], after: int) -> Phrase | None:
    """Read "…, said Ann Lee, director", "…, says the declaration", "…, said freight and shipping analyst Bo Dahl"."""
    described = described_name(text, toks, after)
    if described and (described.end >= len(toks) or toks[described.end].low in speech().prepositions):
        return described
    if after < len(toks) and is_agent(toks[after]) and toks[after].low.endswith("s") and _is_occasion(toks, after + 1):
        return whole_phrase(text, toks, after, after + 1)  # "…, said experts ahead of the conference"
    phrase = phrase_after(text, toks, after)
    if phrase and phrase.kind in ("name", "office") and _is_occasion(toks, phrase.end):
        return phrase
    end = after
    while end < len(toks) and toks[end].is_word and end - after < _MOST_BEHIND:
        end += 1
    if end == after or (end < len(toks) and toks[end].is_word):
        return None
    if phrase and phrase.kind == "office" and (named := _bracketed(text, toks, end)):
        return named
    if phrase and phrase.end == end and phrase.kind in ("name", "office", "body"):
        return None if _acts(toks, end) else phrase
    within = phrase is not None and 0 < end - phrase.end < _MOST_CALLED
    if phrase and within and phrase.kind == "office" and toks[phrase.end].low in ("of", "for"):
        return whole_phrase(text, toks, phrase.first, end)  # "said the head of state, who"
    counted = end - after == _PAIR and toks[after].low in speech().determiners and is_agent(toks[end - 1])
    if counted or (is_office(toks[end - 1]) and end - after <= _MOST_CALLED):
        return whole_phrase(text, toks, after, end)  # "says Azerbaijani former PM"
    start = end
    while start > after and is_name_word(toks[start - 1]) and not is_office(toks[start - 1]):
        start -= 1
    if end - start < 2 or start == after or not is_agent(toks[start - 1]) or toks[start - 1].owns:
        return None
    return Phrase(" ".join(text[toks[start].start : toks[end - 1].end].split()), toks[start].start, "name", after, end)


def behind_at_once(text: str, toks: list[Token], after: int) -> Phrase | None:
    """Read "It will be finished next year said Prime Minister Ann Lee": a name with an office, no comma before."""
    phrase = phrase_after(text, toks, after)
    if phrase is None or phrase.kind != "name" or not any(map(is_office, toks[phrase.first : phrase.end - 1])):
        return None
    return phrase if _is_ended(toks, phrase.end) else None


def named_twice(text: str, toks: list[Token], after: int) -> Phrase | None:
    """Read "It is ours, he said Ann Lee.": a full name that ends the sentence of a pronoun and "said"."""
    told = behind(text, toks, after) if toks[after - 1].low == "said" else None
    ends = told is not None and told.end < len(toks) and toks[told.end].word == "."
    return told if told and ends and told.kind == "name" and " " in told.text else None


def _is_ended(toks: list[Token], at: int) -> bool:
    """Tell whether a subject behind its verb ends at a token: at a sign, or at words for place, time or occasion."""
    return at >= len(toks) or not toks[at].is_word or toks[at].low in speech().placing or _is_occasion(toks, at)


def _is_occasion(toks: list[Token], at: int) -> bool:
    """Tell whether words tell on what occasion somebody says something, and hold no verb of what he says."""
    if at >= len(toks) or toks[at].low not in _OCCASIONS:
        return False
    end = next((n for n in range(at, len(toks)) if not toks[n].is_word), len(toks))
    return all(token.low not in AUXILIARIES or token.low in ("be", "been") for token in toks[at:end])


def _acts(toks: list[Token], at: int) -> bool:
    """Tell whether a verb follows a bracket: ", said the Red Cross (ICRC) has been unable", where it does not speak."""
    close = at + 2
    bracket = close + 1 < len(toks) and (toks[at].word, toks[close].word) == ("(", ")")
    return bracket and toks[close + 1].low in AUXILIARIES


def _bracketed(text: str, toks: list[Token], at: int) -> Phrase | None:
    """Read on from "the head of the committee (LC), Ann Lee": the name behind a bracket and a comma."""
    if at >= len(toks) or toks[at].word != "(":
        return None
    close = next((n for n in range(at + 1, min(len(toks), at + _MOST_CALLED)) if toks[n].word == ")"), 0)
    at_once = phrase_after(text, toks, close + 1) if close else None
    if at_once and at_once.kind == "name" and " " in at_once.text and _is_ended(toks, at_once.end):
        return at_once  # "the secretary of the committee (LC) Ann Lee"
    comma = close + 1 if close else len(toks)
    while comma < len(toks) and toks[comma].is_word and comma - close < _MOST_LOOSE:
        comma += 1  # "(PGI) at the State Department, Ann Lee"
    if comma >= len(toks) or toks[comma].word != ",":
        return None
    phrase = phrase_after(text, toks, comma + 1)
    ended = phrase is not None and (phrase.end >= len(toks) or not toks[phrase.end].is_word)
    return phrase if phrase and ended and phrase.kind == "name" and " " in phrase.text else None


@lru_cache(maxsize=1)
def plain() -> frozenset[str]:
    """Return the verbs that take nobody behind them but who speaks."""
    return lexicon().words("speech.plain")


@lru_cache(maxsize=1)
def inverted_verbs() -> frozenset[str]:
    """Return the verbs that a subject may follow."""
    return lexicon().words("speech.inverted")
