"""How well the words of an office fit those that a person is named with: "the minister", "transport minister"."""

from __future__ import annotations

from functools import lru_cache

from corridors.lexicon import lexicon
from corridors.phrases import ARTICLES, is_office, known_words
from corridors.terms import is_nationality, nations
from corridors.tokens import Token, tokens

WORST_FIT = -1
_RANKS = frozenset(("admiral", "general", "colonel", "captain", "commodore", "brigadier", "professor"))
_RANKED, _OWNS = frozenset(("top", "senior", "high-ranking", "leading", "ranking")), ("'s", "’s")
_DIRECTIONS = frozenset(("north", "south"))
_IN_COUNTRIES = _DIRECTIONS | {"great", "united", "new", "the", "states", "kingdom", "saudi", "emirates"}
SMALL = ARTICLES | {"who", "is", "of", "for"}


@lru_cache(maxsize=1)
def _alike() -> tuple[frozenset[str], ...]:
    """Return groups of offices of which one word may stand for another."""
    return tuple(frozenset(group.split("|")) for group in sorted(lexicon().words("people.alike")))


@lru_cache(maxsize=1)
def _short() -> dict[str, frozenset[str]]:
    """Return the words that each abbreviation of an office stands for."""
    pairs = (entry.split("|") for entry in sorted(lexicon().words("people.short")))
    return {short: frozenset(words.split()) for short, words in pairs}


def written_out(office: frozenset[str]) -> frozenset[str]:
    """Return the words of an office with abbreviations such as "PM" written out."""
    short = _short()
    return frozenset().union(*(short.get(word, (word,)) for word in office))


def as_held(office: frozenset[str]) -> frozenset[str]:
    """Return the words of an office with "head of state" as the president it is."""
    for phrase, words in _short().items():
        if " " in phrase and (said := frozenset(phrase.split()) - SMALL) <= office:
            return office - said | words
    return office


def portfolio(office: frozenset[str]) -> frozenset[str]:
    """Return the words of an office that say of what: neither its noun nor a rank nor a country."""
    words = known_words()
    office = office - words.offices - words.titles - SMALL - {"government"}
    return frozenset(word for word in office if word.isalpha() and not is_nationality(word))


def gainsays(asked: frozenset[str], held: frozenset[str]) -> bool:
    """
    Tell whether a person named with one office cannot be meant by another.

    Parameters
    ----------
    asked, held
        The words of the office that is asked about and of those the person is named with, in lower case.
    """
    heads, nouns = held & known_words().offices, asked & known_words().offices
    heads = heads - known_words().titles or heads - _RANKS  # "Vice Admiral Lee" may head an institute
    if not heads:
        return False
    if are_abroad(asked, held):
        return True
    if nouns == {"official"} and not _RANKED.isdisjoint(asked):
        return False  # "a top official said", who is the minister
    if not nouns & heads and not any(nouns & group and heads & group for group in _alike()):
        return True
    here, there = portfolio(asked), portfolio(held)
    return bool(here) and bool(there) and not here & there


def owner(toks: list[Token], first: int) -> list[str]:
    """Return the country that an office belongs to: "South Korea's President Ann Lee"."""
    if not first or not toks[first - 1].owns or not is_nationality(toks[first - 1].low):
        return []
    found = [toks[first - 1].low]
    return [toks[first - 2].low, *found] if first > 1 and toks[first - 2].low in _DIRECTIONS else found


def office_back(toks: list[Token], end: int) -> list[str]:
    """Return the words of the office that ends before token `end`, back to its article."""
    found: list[str] = []
    for token in reversed(toks[max(0, end - 6) : end]):
        if not token.is_word or token.low in known_words().not_names or token.low in SMALL | {"to"}:
            break
        found.insert(0, token.low)
    return found


def posted_to(toks: list[Token], name: int) -> list[str]:
    """Return the office of "ambassador to Iran Lee", "Ambassador of Oman to Iran Lee" before the country at a token."""
    at = name - (2 if name and toks[name - 1].low == "the" else 1)
    if at < 1 or toks[at].low not in ("to", "in"):
        return []
    end = at
    while end > 1 and toks[end - 1].is_capital and not is_office(toks[end - 1]):
        end -= 1
    end -= end < at and toks[end - 1].low in ("of", "for")
    held = is_office(toks[end - 1]) and (end == at or toks[end].low in ("of", "for"))
    return office_back(toks, end) + [token.low for token in toks[end + 1 : at]] if held else []


def are_abroad(asked: frozenset[str], held: frozenset[str]) -> bool:
    """Tell whether two offices are of different countries."""
    here, there = _nations(asked), _nations(held)
    return bool(here) and bool(there) and not here & there


def _nations(office: frozenset[str]) -> frozenset[str]:
    """Return the countries of an office, in which "us" means the United States."""
    return nations(office | {"american"} if "us" in office else office)


def fit(asked: frozenset[str], held: tuple[str, ...]) -> int:
    """Return how well the words of an office fit those that a person is named with; below `WORST_FIT` not at all."""
    if len(asked) == 1 and "".join(word[0] for word in held).endswith(next(iter(asked))):
        return 10
    holding = frozenset(held)
    if not asked & holding & known_words().offices or are_abroad(asked, holding):
        return WORST_FIT - 1
    if _nations(asked) & _nations(holding):  # "South Korea's president", "the South Korean president"
        national = frozenset(word for word in asked if is_nationality(word) or word in _DIRECTIONS)
        return 2 * len((asked & holding) | national) - 3 * len(asked - holding - national)
    return 2 * len(asked & holding) - 3 * len(asked - holding)


def are_countries(phrase: str) -> bool:
    """Tell whether a phrase names countries alone, two or more: "Japan and India"."""
    words = [t.low for t in tokens(phrase, 0, len(phrase)) if t.is_word and t.low not in ARTICLES]
    return "and" in words and all(word == "and" or is_nationality(word) for word in words)


def is_country(name: str) -> bool:
    """Tell whether a name is that of a country, "Great Britain", which holds no office."""
    words = frozenset(name.lower().split())
    return bool(nations(words)) and all(is_nationality(word) or word in _IN_COUNTRIES for word in words)


def is_elsewhere(office: frozenset[str], name: str) -> bool:
    """Tell whether a name is that of a country, or of somebody in another one than an office is of."""
    return is_country(name) or (name[:1].isupper() and are_abroad(office, frozenset(name.lower().split())))


def is_unnamed(phrase: str) -> bool:
    """Tell whether an office is anybody's, or an official's to be named yet: "an envoy", "Oslo's top official"."""
    words = phrase.split()
    return words[0].lower() in ("a", "an") or (words[0].endswith(_OWNS) and "official" in words[1:4])


def is_nested(phrase: str) -> bool:
    """Tell whether an office is of somebody in office: "the representative of the Congolese minister"."""
    toks = tokens(phrase, 0, len(phrase))
    link = next((n for n, token in enumerate(toks) if token.low in ("of", "for", "to") and n), None)
    return link is not None and any(is_office(t) for t in toks[:link]) and any(is_office(t) for t in toks[link:])


def are_others(toks: list[Token]) -> bool:
    """Tell whether words behind "Secretary of" name others: "Iran's Council, Ann Lee, and" before "Bo Dahl"."""
    return any(token.owns for token in toks) and any(token.word == "," for token in toks)


def is_proper(name: str) -> bool:
    """Tell whether every word of a name has a capital, particles aside."""
    return all(word[0].isupper() or word in known_words().particles for word in name.split())
