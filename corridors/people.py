"""Who is meant by a name, an office or a pronoun: noun phrases of a text and the persons they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from corridors.lexicon import lexicon

_TOKEN = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*(?:(?<=\b[^\W\d_])\.)?|[^\w\s]")
_POSSESSIVE = re.compile(r"['’]s?$")
_WINDOW = 40_000
_LONGEST_NAME = 5


class Token(NamedTuple):
    """A word or a sign and its place in the text."""

    word: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """The word in lower case without a possessive ending."""
        return _POSSESSIVE.sub("", self.word).lower().rstrip(".")

    @property
    def is_word(self) -> bool:
        """Whether it is a word rather than a sign."""
        return self.word[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it is written with a capital."""
        return self.word[0].isupper()


class Phrase(NamedTuple):
    """A noun phrase: tokens first to last, end exclusive."""

    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists that noun phrases are told by."""

    pronouns: frozenset[str]
    offices: frozenset[str]
    bodies: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]
    not_names: frozenset[str]


@lru_cache(maxsize=1)
def known_words() -> Words:
    """Return the lists of the lexicon that concern people."""
    words = lexicon().words
    return Words(
        words("people.pronouns"), words("people.offices"), words("people.bodies"), words("people.titles"),
        words("people.particles"), words("people.not_names"),
    )  # fmt: skip


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the words and signs of a stretch of text."""
    return [Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text, start, end)]


def is_office(token: Token) -> bool:
    """Tell whether a token is a noun of office, alone or at the end of a compound."""
    return token.low in known_words().offices or token.low.rsplit("-", 1)[-1] in known_words().offices


def is_body(token: Token) -> bool:
    """Tell whether a token is a noun for a body that speaks."""
    return token.low in known_words().bodies


def name_run_back(toks: list[Token], end: int) -> int:
    """Return where the run of capitalised words that ends before `end` begins; `end` itself when there is none."""
    words, first = known_words(), end
    while first > 0:
        token = toks[first - 1]
        opener = token.low in words.not_names and token.low not in words.titles
        if token.is_word and token.is_capital and not opener:
            if _POSSESSIVE.search(token.word) and first < end:
                break
            first -= 1
        elif first == end or first < 2:
            break
        elif (token.low in words.particles and toks[first - 2].is_capital) or (
            token.word == "." and toks[first - 2].low in words.titles
        ):
            first -= 1
        else:
            break
    return first


def name_run_on(toks: list[Token], first: int) -> int:
    """Return where the run of capitalised words that begins at `first` ends."""
    words, end = known_words(), first
    while end < len(toks):
        token = toks[end]
        if (
            (token.is_word and token.is_capital)
            or (end > first and token.low in words.particles and end + 1 < len(toks) and toks[end + 1].is_capital)
            or (end > first and token.word == "." and toks[end - 1].low in words.titles)
        ):
            end += 1
        else:
            break
    return end


def office_of(toks: list[Token], first: int, end: int) -> int:
    """Return where the name proper begins in a run that may open with offices and forms of address."""
    words, start = known_words(), first
    for at in range(first, end - 1):
        if is_office(toks[at]) or toks[at].low in words.titles or not toks[at].is_word:
            start = at + 1
    if start > first and toks[start].low in ("of", "for"):  # "Minister of External Affairs S Jaishankar"
        start = max(start + 1, end - 2)
    return start


class People:
    """
    The persons of a text and the offices they are named with.

    Parameters
    ----------
    text
        The whole text.
    around
        The offset whose neighbourhood is read; far parts of a very long text are left out.
    """

    def __init__(self, text: str, around: int = 0) -> None:
        self._text = text
        start = max(0, around - _WINDOW)
        self._tokens = tokens(text, start, min(len(text), around + _WINDOW))
        self._known: list[tuple[int, str, frozenset[str]]] = []
        self._collect()

    def holder(self, office: frozenset[str], offset: int) -> str | None:
        """
        Return the name of who holds an office, as written in the text.

        Parameters
        ----------
        office
            The words of the phrase, lower case, without articles.
        offset
            Where the phrase stands; somebody named before it is preferred to somebody named after.
        """
        best: tuple[int, int, int] | None = None
        name = None
        heads = {word for word in office if word in known_words().offices}
        for place, who, words in self._known:
            shared = office & words
            same = len(office) == 1 and self._initials(who, words).endswith(next(iter(office)))
            if not same and not (heads & words):
                continue
            extra = len(office - words)
            score = (
                10 if same else len(shared) * 2 - extra * 3,
                int(place < offset),
                place if place < offset else -place,
            )
            if score[0] > -2 and (best is None or score > best):
                best, name = score, who
        return self.full(name) if name else None

    def full(self, name: str) -> str:
        """Return the fullest form of a person's name in the text, `name` itself when there is none longer."""
        last = name.split()[-1]
        forms = {who for _, who, _ in self._known if who.split()[-1].casefold() == last.casefold()}
        if len(name.split()) > 1:
            forms = {who for who in forms if set(name.casefold().split()) <= set(who.casefold().split())}
        firsts = {who.split()[0].casefold()[0] for who in forms if len(who.split()) > 1}
        if len(firsts) != 1:
            return name
        return max(forms | {name}, key=lambda who: (len(who.split()), len(who), who))

    def subject(self, start: int, end: int) -> str | None:
        """Return the person a sentence opens with, if the text names that person in full or with an office."""
        toks = tokens(self._text, start, min(end, start + 200))
        first = 0
        while first < len(toks) and not (
            toks[first].is_word and toks[first].low not in ("the", "but", "and", "meanwhile")
        ):
            first += 1
        if first >= len(toks) or not toks[first].is_capital or toks[first].low in known_words().not_names:
            return None
        run = name_run_on(toks, first)
        begin = office_of(toks, first, run)
        if begin < run and not is_office(toks[run - 1]) and all(token.is_word for token in toks[begin:run]):
            name = _name(self._text, toks[begin:run])
            if name.split()[-1] in {who.split()[-1] for _, who, _ in self._known}:
                return self.full(name)
        return None

    def _initials(self, who: str, words: frozenset[str]) -> str:
        """Return the first letters of an office's words, so that "EAM" finds the External Affairs Minister."""
        return "".join(word[0] for word in self._spelling[who, words])

    def _collect(self) -> None:
        """Find names with an office before them or behind a comma, and names of two words or more."""
        self._spelling: dict[tuple[str, frozenset[str]], list[str]] = {}
        toks, at = self._tokens, 0
        while at < len(toks):
            if not (toks[at].is_word and toks[at].is_capital):
                at += 1
                continue
            end = name_run_on(toks, at)
            self._add(at, end)
            at = max(end, at + 1)

    def _add(self, first: int, end: int) -> None:
        toks = self._tokens
        while first < end - 1 and toks[first].low in known_words().not_names:
            first += 1
        start = office_of(toks, first, end)
        if is_office(toks[end - 1]) or is_body(toks[end - 1]) or not 1 <= end - start <= _LONGEST_NAME:
            return
        if any(not token.is_word for token in toks[start:end]) or toks[start].low in known_words().not_names:
            return
        office = [token.low for token in toks[first:start] if token.is_word]
        if start == first:
            office = self._lower_office_before(first) or self._office_behind(end) or self._office_before_comma(first)
        if not office and end - start < 2:
            return
        name = _name(self._text, toks[start:end])
        words = frozenset(office)
        self._spelling.setdefault((name, words), office)
        self._known.append((toks[start].start, name, words))

    def _lower_office_before(self, first: int) -> list[str]:
        """Read "the foreign minister Sergey Lavrov": words of office in lower case right before the name."""
        if first and is_office(self._tokens[first - 1]):
            return self._phrase_back(first)
        return []

    def _office_before_comma(self, first: int) -> list[str]:
        """Read "the foreign minister of the former Soviet nation, Sergey Lavrov,": an office closed by a comma."""
        toks = self._tokens
        if first < 2 or toks[first - 1].word != ",":
            return []
        for at in range(first - 2, max(-1, first - 14), -1):
            if not toks[at].is_word:
                return []
            if is_office(toks[at]):
                return self._phrase_back(at + 1)
        return []

    def _office_behind(self, end: int) -> list[str]:
        """Read "Sergey Lavrov, the Russian foreign minister,": an office behind the name and a comma."""
        toks = self._tokens
        if end >= len(toks) or toks[end].word != ",":
            return []
        words: list[str] = []
        for token in toks[end + 1 : end + 9]:
            if not token.is_word:
                break
            words.append(token.low)
            if is_office(token):
                return [word for word in words if word not in ("the", "a", "an", "who", "is")]
        return []

    def _phrase_back(self, end: int) -> list[str]:
        """Return the words of the office that ends before token `end`, back to its article."""
        words: list[str] = []
        for token in reversed(self._tokens[max(0, end - 6) : end]):
            if not token.is_word or token.low in known_words().not_names or token.low in ("of", "to", "for"):
                break
            words.insert(0, token.low)
        return words


def _name(text: str, toks: list[Token]) -> str:
    """Return a name as it stands in the text, white space levelled, without a possessive ending."""
    return _POSSESSIVE.sub("", " ".join(text[toks[0].start : toks[-1].end].split()))
