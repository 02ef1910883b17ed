"""Noun phrases for persons and bodies that open a sentence or stand behind a word: "teacher Seda", "residents"."""

from __future__ import annotations

from corridors.phrases import Phrase, is_body, is_name_word, is_office, known_words, phrase_after, phrase_before
from corridors.sayings import speech
from corridors.tokens import Token

_ENDINGS = ("er", "ers", "or", "ors", "ist", "ists", "man", "men", "woman", "women")
_MOST_DESCRIBING, _LONGEST_DATELINE = 8, 9
_DASHES = ("–", "—", "-", "--")


def is_agent(token: Token) -> bool:
    """Tell whether a noun means a person, or a body that speaks."""
    low = token.low
    if not token.is_word or low in speech().no_agents:
        return False
    if is_office(token) or is_body(token) or low in speech().agents:
        return True
    return len(low) > 5 and low.endswith(_ENDINGS) and token.word.islower()


def opening(text: str, toks: list[Token], first: int = 0) -> Phrase | None:
    """Return the noun phrase for a person or a body that a sentence begins with, a pronoun included."""
    while first < len(toks) and (
        toks[first].low in ("but", "and", "then", "meanwhile", "yet") or not toks[first].is_word
    ):
        first += 1
    first = _behind_dateline(toks, first)
    if first >= len(toks):
        return None
    if toks[first].low in known_words().pronouns:
        return Phrase(toks[first].word, toks[first].start, "pronoun", first, first + 1)
    if phrase := described_name(text, toks, first):
        return phrase
    if is_agent(toks[first]) and toks[first].low.endswith("s"):
        end = first + 1
        while end + 1 < len(toks) and toks[end].low in speech().prepositions and toks[end + 1].is_capital:
            end += 2
        return whole_phrase(text, toks, first, end)
    if toks[first].low in speech().determiners:
        for at in range(first + 1, min(first + 5, len(toks))):
            if not toks[at].is_word or toks[at].low in speech().prepositions:
                break
            if is_agent(toks[at]) and not toks[at].owns:
                return phrase_after(text, toks, first) or whole_phrase(text, toks, first, at + 1)
        return None
    phrase = phrase_after(text, toks, first)
    if phrase and toks[phrase.end - 1].owns:  # "Canada's crew"
        behind = phrase.end < len(toks) and is_agent(toks[phrase.end])
        return whole_phrase(text, toks, first, phrase.end + 1) if behind else None
    return phrase


def _behind_dateline(toks: list[Token], first: int) -> int:
    """Return the token behind "Riga – " or "Oslo, Norway, May 3 — ", or `first` where a dash sets something off."""
    if first + 1 >= len(toks) or not toks[first].is_capital:
        return first
    dashes = [n for n, token in enumerate(toks) if token.word and token.word in _DASHES]
    if not dashes or not first < dashes[0] <= first + _LONGEST_DATELINE or dashes[0] + 1 == len(toks):
        return first
    place = toks[first : dashes[0]]
    plain = all(t.is_capital or t.word.isdigit() or t.word in ",.()" for t in place) and not place[-1].owns
    behind = toks[dashes[0] + 1]
    alone = len(dashes) == 1 and (behind.is_capital or behind.low in speech().determiners)
    return dashes[0] + 1 if plain and alone else first


def lead(text: str, toks: list[Token]) -> Phrase | None:
    """Return the person whom words before a colon tell of: the subject, or the name set off behind it by commas."""
    phrase = phrase_after(text, toks, 0) if toks else None
    if phrase and phrase.kind == "name" and toks[phrase.end - 1].owns:
        return phrase  # "Buhari’s words: …"
    comma = next((n for n, token in enumerate(toks) if token.word == ","), None)
    if comma and toks[0].low in ("in", "at", "on"):  # "In Oslo, residents carried a banner"
        return lead(text, toks[comma + 1 :])
    phrase = opening(text, toks)
    if phrase and phrase.kind in ("name", "pronoun"):
        return phrase
    behind = opening(text, toks, comma + 1) if comma is not None else None
    if behind and behind.kind == "name" and behind.first == (comma or 0) + 1:
        return behind
    by = next((n for n, token in enumerate(toks) if token.low in ("by", "from") and n), 0)
    if phrase is None and by and toks[0].low in ("from", "in"):
        return phrase_after(text, toks, by + 1)  # "From a statement by the embassy in Oslo: “…”"
    if phrase is None and toks and (is_agent(toks[-1]) and len(toks) < 4):
        return whole_phrase(text, toks, 0, len(toks))
    return phrase


def whole_phrase(text: str, toks: list[Token], first: int, end: int) -> Phrase:
    """Return a stretch of tokens as a phrase for a person whose words all name him."""
    return Phrase(
        " ".join(text[toks[first].start : toks[end - 1].end].split()), toks[first].start, "office", first, end
    )


def described_name(text: str, toks: list[Token], first: int) -> Phrase | None:
    """Read "schoolteacher Seda Gevorkian", "my colleague Shahid Mirza", "a trader named Liu Yang"."""
    at = first + (first < len(toks) and toks[first].low in speech().determiners)
    begun = at
    while at < len(toks) and at - begun < _MOST_DESCRIBING and (_is_small(toks[at]) or _is_in_list(toks, begun, at)):
        if toks[at].low != "and" and toks[at].low in speech().prepositions | known_words().not_names:
            return None
        at += 1
    if at == begun or at >= len(toks) or not is_name_word(toks[at]) or toks[at - 1].owns:
        return None
    if not (is_agent(toks[at - 1]) or toks[at - 1].low in ("named", "called") or at - begun == 1):
        return None
    end = at
    while end < len(toks) and end - at < 4 and toks[end].is_word and not (end > at and toks[end - 1].owns):
        if not (is_name_word(toks[end]) or (toks[end].low in known_words().particles and end > at)):
            break
        end += 1
    if (
        is_office(toks[end - 1])
        or is_body(toks[end - 1])
        or (at - begun == 1 and end - at < 2 and not is_agent(toks[at - 1]))
    ):
        return None
    return Phrase(" ".join(text[toks[at].start : toks[end - 1].end].split()), toks[at].start, "name", first, end)


def named_before(text: str, toks: list[Token], phrase: Phrase) -> Phrase | None:
    """Read "T. K. Rao, the Secretary of Ports said": the name that an office or a body stands behind."""
    if phrase.first < 2 or toks[phrase.first - 1].word != ",":
        return None
    name = phrase_before(text, toks, phrase.first - 1)
    if name is None or name.kind != "name" or " " not in name.text or toks[name.first].low.endswith("ing"):
        return None  # "Answering Ann Lee, the minister said"
    return name if name.first == 0 or not toks[name.first - 1].is_word else None


def _is_small(token: Token) -> bool:
    return token.is_word and token.word.islower()


def _is_in_list(toks: list[Token], begun: int, at: int) -> bool:
    """Tell whether a comma stands in a list before an office: "ports, shipping and waterways minister Ann Lee"."""
    if toks[at].word != "," or at == begun:
        return False
    behind = toks[at + 1 : at + 4]
    return bool(behind) and _is_small(behind[0]) and any(token.low == "and" for token in behind[1:])


def phrases_for_persons(text: str, toks: list[Token], first: int) -> list[Phrase]:
    """Return the noun phrases behind a token that mean persons: names of two words, and nouns such as "the driver"."""
    found: list[Phrase] = []
    at = first
    while at < len(toks):
        phrase: Phrase | None = None
        if toks[at].low in speech().determiners:
            near = range(at + 1, min(at + 6, len(toks)))
            end = next((n + 1 for n in near if is_agent(toks[n]) and not toks[n].owns), None)
            if end is not None and all(token.is_word for token in toks[at:end]):
                phrase = described_name(text, toks, at) or whole_phrase(text, toks, at, end)
        elif is_name_word(toks[at]) and at + 1 < len(toks) and is_name_word(toks[at + 1]) and not is_body(toks[at + 1]):
            phrase = phrase_after(text, toks, at)
        if phrase and phrase.kind in ("name", "office"):
            found.append(phrase)
        at = max(at + 1, phrase.end if phrase else 0)
    return found
