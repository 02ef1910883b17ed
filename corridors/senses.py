"""
In which sense a corridor or route is meant, told by the words around it.

Words of goods speak for a way of transport, words of rooms for a corridor to walk in, others for air routes, wildlife
and whatever else is called a corridor. They are kept in `geodata/senses.toml`, in many languages.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from corridors.fold import fold_name, is_mark
from corridors.lexicon import lexicon
from corridors.scripts import has_no_spaces

_FILE = "senses.toml"
_SHORTEST_PREFIX = 3
_REMEMBERED = 1 << 14
_SCRIPTS = ("arabic", "persian", "hindi", "chinese", "japanese")


class Sense(NamedTuple):
    """How many words of transport, of rooms and of other things stand in a stretch; rooms are other things too."""

    goods: int
    others: int
    rooms: int = 0


class WordSet:
    """
    Words to look for.

    Parameters
    ----------
    whole, begun
        Whole words, and beginnings of others.
    inner
        What may stand anywhere: phrases, and words of scripts without spaces.
    """

    def __init__(self, whole: frozenset[str], begun: frozenset[str], inner: tuple[str, ...]) -> None:
        self.whole, self.begun, self.inner = whole, begun, inner
        self._plain = tuple(part for part in inner if part.isascii())
        self._lengths = sorted({len(word) for word in begun if len(word) >= _SHORTEST_PREFIX})
        self._is_meant = lru_cache(maxsize=_REMEMBERED)(self._looked_up)

    def among(self, words: Iterable[str]) -> set[str]:
        """Return those of some folded words that are meant."""
        return set(filter(self._is_meant, words))

    def count(self, words: Iterable[str], stretches: Iterable[str]) -> int:
        """
        Count the words that are meant, each once.

        Parameters
        ----------
        words
            The folded words of some stretches of text.
        stretches
            The stretches, folded.
        """
        text = "\n".join(stretches)
        parts = self._plain if text.isascii() else self.inner
        return len(self.among(words)) + [part in text for part in parts].count(True)

    def _looked_up(self, word: str) -> bool:
        if word in self.whole:
            return True
        return any(word[:length] in self.begun for length in self._lengths if length <= len(word))


@lru_cache(maxsize=128)
def word_set(section: str, language: str = "") -> WordSet:
    """
    Return the words of a section of `geodata/senses.toml`.

    Parameters
    ----------
    section
        Its name.
    language
        The language of the text. Those of English and of other scripts than the Latin always count; without a
        language all do.
    """
    wanted = (f"{section}.{name}" for name in ("english", "russian", *_SCRIPTS, language))
    lists = lexicon(_FILE).lists
    keys = wanted if language else (key for key in lists if key.startswith(f"{section}."))
    return made(word for key in dict.fromkeys(keys) for word in lists.get(key, ()))


def made(words: Iterable[str]) -> WordSet:
    """Return words ready for looking up; one that ends in ``*`` stands for every word that begins so."""
    whole, begun, inner = set(), set(), set()
    for word in words:
        folded = fold_name(word.removesuffix("*"))
        if " " in folded or (folded and has_no_spaces(folded[0])):
            inner.add(folded)
        elif any(map(is_mark, folded)):  # vowel signs, as in Hindi, end a run of letters
            inner.add(f" {folded}")
        elif word.endswith("*"):
            begun.add(folded)
        else:
            whole.add(folded)
    return WordSet(frozenset(whole), frozenset(begun), tuple(sorted(inner)))


@lru_cache(maxsize=16)
def goods_words(language: str) -> WordSet:
    """Return the words of transport for texts in a language, without the nouns that end names."""
    words = lexicon().words
    heads = words("routes.heads")
    english = made(words("routes.transport") - heads - {head + "s" for head in heads})
    return _joined(english, word_set("goods", language))


@lru_cache(maxsize=16)
def other_words(language: str) -> WordSet:
    """Return the words of other things for texts in a language."""
    sections = ("others", "rooms", "works")
    return _joined(made(lexicon().words("routes.other_senses")), *(word_set(name, language) for name in sections))


def sense(words: Collection[str], stretches: tuple[str, ...], language: str) -> Sense:
    """
    Count what a stretch of text is about.

    Parameters
    ----------
    words
        Its folded words.
    stretches
        The stretch, folded, without the name in question: what stands before it and behind it.
    language
        Its language.
    """
    return Sense(
        goods_words(language).count(words, stretches),
        other_words(language).count(words, stretches),
        word_set("rooms", language).count(words, stretches),
    )


@lru_cache(maxsize=1)
def called_before() -> re.Pattern[str]:
    """Return what right before a name makes it the name of something else: "the steamer ", "the museum of the "."""
    named = rf"{alternatives('callable')}s?(?: is| was| are| were)? (?:called|named|titled|entitled)"
    kinds = rf"{alternatives('called')}|{named}|{alternatives('dedicated')}"
    return re.compile(
        rf"(?<![^\W_])(?:{kinds})(?: (?:the|zu[mr]|au|du|a la|la|le))? '?$"
        rf"|(?<![^\W_]){alternatives('campaigns')} '?$|{_inner('called')}$"
        rf"|(?<![^\W_])(?:my|our|his|her|their) (?:[^\W_]+ ){{0,2}}{alternatives('vessels')}, '?$"
    )


@lru_cache(maxsize=1)
def venue_behind() -> re.Pattern[str]:
    """Return what right behind a name makes it the name of something else: " street", " football cup", "网"."""
    several = rf"(?!{alternatives('verbs_alike')}(?![^\W_]))"
    nouns = rf"(?:{alternatives('pastimes')} )?{alternatives('venues', 'routes.venues')}"
    return re.compile(rf" (?:{nouns}|{several}{nouns}s)(?![^\W_])|{_inner('venues')}|[网網](?![络絡])")


@lru_cache(maxsize=1)
def firm_behind() -> re.Pattern[str]:
    """Return the capitalised words behind a name that end in the form of a firm, in the text as read."""
    small = alternatives("firms_small")
    return re.compile(rf"(?: [A-Z][\w&-]*){{0,2}} (?:(?=[A-Z])(?i:{alternatives('firms')})|{small})(?![\w-])")


@lru_cache(maxsize=1)
def acting_behind() -> re.Pattern[str]:
    """Return what right behind an abbreviation shows that it stands for people: " had called a", " leader"."""
    verbs = rf"(?:and (?:the )?[^\W_]+ )?(?:(?:has|had|have|will|also|then|later|never) ){{0,2}}{alternatives('acts')}"
    return re.compile(rf"(?:'s?)? (?:{verbs}|{alternatives('followers')})(?![^\W_])")


@lru_cache(maxsize=1)
def plight_before() -> re.Pattern[str]:
    """Return what befalls a stretch of country, right before its ends: "insecurity "."""
    return re.compile(rf"(?<![^\W_]){alternatives('plights')}(?: [^\W_]+){{0,2}} $")


@lru_cache(maxsize=1)
def house_behind() -> re.Pattern[str]:
    """Return what right behind a name says in which house it is: " of the ministry"."""
    which = r"(?:of|in|at|inside|on) (?:the|a|an|our|this|that|his|her)"
    others = r"(?:(?:du|de la|des|au|dans l[ea]|der|im|in der|am|в|на|في) |(?:de |dans )?l')?"
    rails = rf"of(?: [^\W_]+(?:'s)?){{1,2}} {alternatives('urban')}"
    return re.compile(rf" (?:(?:{which}(?: [^\W_]+){{0,2}} |{others}){alternatives('houses')}|{rails})(?![^\W_])")


@lru_cache(maxsize=1)
def work_behind() -> re.Pattern[str]:
    """Return what behind a name says that it is a work of art or a ship: ", the 1981 song", " is the fourth album"."""
    what = alternatives("works_named")
    said = rf"'?(?:,'?| (?:is|was)(?: also)?) (?:the|an?)(?: (?!of\b)[^\W_]+){{0,3}} {what}(?![^\W_])"
    alike = r", (?!(?:as|also|called|known|which)\b)(?:an? )?(?:[^\W_]+ ){0,6}(?:of|by) (?:that|the same) name"
    behind = "of|by|from|with|in|at|on|and|that|which|who|starring|about|was|for|set|written|directed|released"
    closing = rf"(?=$|[.,;:)!?\n\"']| (?:{behind})\b)"
    glossed = rf"'? \((?:the|an?) (?:(?!of\b)[^\W_]+ ){{0,3}}{what}(?![^\W_])"
    made = "written|directed|composed|recorded|sung|choreographed|illustrated|screened|nominated|premiered"
    acted = rf"'? (?:stars|starring|premieres|premiered|(?:is|was|has been) (?:{made}))(?![^\W_])"
    article = "une?|le|la|der|die|das|ein|eine|un|una|el|um|uma|il"
    abroad = rf"'? (?:est|ist|es|etait|war) (?:{article}) (?:[^\W_]+ ){{0,2}}{alternatives('works_abroad')}(?![^\W_])"
    apposed = rf"'?,'? (?:une?|eine?|una|uma?) (?:[^\W_]+ ){{0,2}}{alternatives('works_abroad')}(?![^\W_])"
    year = r"'? \((?:(?:19|20)\d\d|[^\W\d_][\w. ]+, [a-z]{2})\)"
    named = r"the (?:[^\W_]+ )?(?:name|title|nickname) of (?:the|an?|his|her|their|its)(?: [^\W_]+){0,2}"
    called = rf"'?(?:,'?| (?:is|was)) {named} {what}(?![^\W_])"
    subtitled = rf": (?:the|an?) (?:[^\W_]+ )?{alternatives('subtitles')}(?![^\W_])"
    painted = r"'?,'? (?:oil|acrylic|gouache|tempera|ink|pastel|watercolou?r) on "
    whose = rf"'?,'? whose {alternatives('players')}(?![^\W_])"
    return re.compile(
        rf"{said}{closing}|{alike}|{abroad}|{apposed}|{glossed}|{acted}|{year}|{whose}|{called}|{subtitled}|{painted}"
    )


@lru_cache(maxsize=1)
def apart_behind() -> re.Pattern[str]:
    """Return what right behind a name without a noun makes something else of it: " canal", " basin"."""
    return re.compile(rf" {alternatives('apart')}(?![^\W_])")


@lru_cache(maxsize=1)
def person_before() -> re.Pattern[str]:
    """Return what stands right before the name of a person."""
    return re.compile(rf"(?<![^\W_]){alternatives('persons_before')}\.? $")


@lru_cache(maxsize=1)
def person_behind() -> re.Pattern[str]:
    """Return what stands right behind the name of a family."""
    return re.compile(rf" {alternatives('persons_behind')}(?![^\W_])")


@lru_cache(maxsize=1)
def head_behind() -> re.Pattern[str]:
    """Return a noun such as "route" right behind a name."""
    words = lexicon()
    return re.compile(rf" (?:{words.pattern('routes.modifiers')} )?{words.pattern('routes.heads')}s?\b")


@lru_cache(maxsize=1)
def alone_behind() -> re.Pattern[str]:
    """Return what follows a name, in the text as read, that has no noun behind it."""
    words = lexicon().pattern("routes.behind_alone")
    return re.compile(rf"[\"”»’')\],.;:!?]|\s*$|\s+(?:[–—(]|{words}(?![^\W_]))")


@lru_cache(maxsize=1)
def corridor_noun() -> re.Pattern[str]:
    """Return the nouns of corridors."""
    words = lexicon()
    return re.compile(rf"\b{words.pattern('routes.corridors')}")


def alternatives(*sections: str) -> str:
    """
    Return the folded words of sections, or of lists of the lexicon, as one group of alternatives, longest first.

    Parameters
    ----------
    sections
        Names of sections of `geodata/senses.toml`; with a dot, of lists of `geodata/lexicon.toml`.
    """
    words: set[str] = set()
    for section in sections:
        if "." in section:
            words.update(map(fold_name, lexicon().words(section)))
        else:
            known = word_set(section)
            words.update(known.whole, (part for part in known.inner if not has_no_spaces(part[0])))
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) + ")"


def _inner(section: str) -> str:
    """Return the words of a section that stand without spaces as one group of alternatives."""
    parts = sorted(part for part in word_set(section).inner if has_no_spaces(part[0]))
    return "(?:" + "|".join(map(re.escape, parts)) + ")"


def _joined(*sets: WordSet) -> WordSet:
    return WordSet(
        frozenset().union(*(words.whole for words in sets)),
        frozenset().union(*(words.begun for words in sets)),
        tuple(sorted({part for words in sets for part in words.inner})),
    )
