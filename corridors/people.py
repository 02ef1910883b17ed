"""The persons of a text: which office each is named with, and which name an office, a surname or a pronoun means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from corridors.capitals import Capitals, written_anyhow
from corridors.letters import straight
from corridors.offices import (
    SMALL,
    WORST_FIT,
    are_others,
    as_held,
    fit,
    gainsays,
    office_back,
    owner,
    posted_to,
    written_out,
)
from corridors.phrases import (
    is_body,
    is_name_word,
    is_no_surname,
    is_office,
    known_words,
    name_in_portfolio,
    name_start,
)
from corridors.sentences import Span
from corridors.terms import is_nationality
from corridors.tokens import POSSESSIVE, STATE_BEFORE, Token, first_tokens, tokens

_BEFORE, _AFTER, _PART = 40_000, 20_000, 40_000
_MOST_PLACES, _MOST_AFTER, _FIRST_PLACES, _MOST_TRIED, _BESIDE = 12, 3, 5, 100, 130
_NAME_ON = re.compile(r"[\w.'’-]*(?:[ \n]+(?=[^\W\d_a-z])[\w.'’-]+)*")
_LONGEST_LINE, _LONGEST_START, _LONGEST_NAME, _SHORTEST_NAME = 2_000, 120, 4, 2
_OWNS = ("'s", "’s")
_LISTING = frozenset((",", "and", "&", "of", "for", "the"))
_WITHIN = frozenset(("in", "at", "near", "into"))
_LINKING = frozenset(("of", "for", "and", "&"))


class Known(NamedTuple):
    """A person where the text names one: the offset, the name as written, the words of the office."""

    start: int
    name: str
    office: tuple[str, ...]

    @property
    def last(self) -> str:
        """The last word of the name, in lower case."""
        return straight(self.name).split()[-1].casefold()


class People:
    """
    The persons of a text and the offices they are named with.

    Nothing is read in advance: a word that is asked about is looked up in the text around, and only what stands
    right beside it is read.

    Parameters
    ----------
    text
        The whole text.
    """

    def __init__(self, text: str) -> None:
        self._text, self._capitals = text, Capitals(text)
        self._read: dict[int, list[Known]] = {}
        self._subjects: dict[Span, str | None] = {}
        self._looked_up: dict[tuple[str, int], tuple[Known, ...]] = {}

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
        best, office = None, as_held(office)
        for known in self._candidates(office, offset):
            before = known.start < offset
            score = (fit(office, known.office), int(before), known.start if before else -known.start)
            if score[0] >= WORST_FIT and (best is None or score > best[0]):
                best = (score, known.name)
        if best is None and (written := written_out(office)) != office:
            return self.holder(written, offset)
        return self.full(best[1], offset) if best else None

    def may_hold(self, name: str, office: frozenset[str], offset: int) -> bool:
        """Tell whether a person is named with an office that fits as well as anybody's does."""
        fits, office = dict[str, int](), as_held(office)
        for known in self._candidates(office, offset):
            fits[known.last] = max(fit(office, known.office), fits.get(known.last, WORST_FIT - 1))
        best = max(fits.values(), default=WORST_FIT - 1)
        return best >= WORST_FIT and fits.get(straight(name).split()[-1].casefold()) == best

    def may_mean(self, name: str, office: frozenset[str], offset: int) -> bool:
        """Tell whether an office may mean a person who is named with none, or with one that does not gainsay it."""
        near, office = self._near(POSSESSIVE.sub("", name.split()[-1]), offset), as_held(office)
        last = straight(name).split()[-1].casefold()
        held = frozenset(word for known in near if known.last == last for word in known.office)
        return not gainsays(office, held)

    def full(self, name: str, offset: int) -> str:
        """Return the fullest form of a person's name in the text around, `name` itself when there is none longer."""
        words = straight(name).casefold().split()
        if len(words) > 1 and len(words[0].rstrip(".")) > 1:
            return name
        near = self._near(name.split()[-1], offset)
        forms = [known.name for known in near if known.last == words[-1]]
        if not forms and len(words) == 1:  # "Zhao Lijian", later "Zhao"
            forms = [known.name for known in near if known.office and known.name.split()[0].casefold() == words[0]]
        if len(words) > 1:
            forms = [form for form in forms if _is_within(words, form.casefold().split())]  # "V. Panov", "Anna Lee"
        firsts = {form.split()[0].casefold()[0] for form in forms if len(form.split()) > 1}
        if len(firsts) != 1:
            return name
        return max([*forms, name], key=lambda form: (len(form.split()), len(form), form))

    def subject(self, start: int, end: int) -> str | None:
        """Return the person a sentence opens with, if the text names that person with an office somewhere."""
        if (span := Span(start, end)) not in self._subjects:
            self._subjects[span] = self._subject(start, end)
        return self._subjects[span]

    def _subject(self, start: int, end: int) -> str | None:
        end = min(end, start + _LONGEST_START)
        toks = first_tokens(self._text, start, end, 8)
        every = tokens(self._text, start, end) if any(token.is_capital for token in toks[1:]) else []
        for known in _Names(self._text, every).read():
            if known.office or self.is_titled(known.name, start):
                before = [token for token in toks if token.end <= known.start]
                owns = self._text.startswith(_OWNS, known.start + len(known.name))
                if owns and any(token.word.islower() for token in before):
                    return None  # "With ice in mind during Prime Minister Modi's visit"
                if len(before) < 7 and all(token.is_word for token in before):
                    if not before or is_office(before[-1]) or all(token.is_capital for token in before):
                        return self.full(known.name, start)
                    return None
        first = next((token for token in toks if token.low not in ("but", "and", "meanwhile", ",")), None)
        if (
            first
            and is_name_word(first)
            and not self.is_common(first.word, start)
            and self.is_titled(first.word, start)
        ):
            return self.full(POSSESSIVE.sub("", first.word), start)
        return None

    def is_common(self, word: str, offset: int) -> bool:
        """Tell whether a word with a capital stands without one in the text around, so that it is no name."""
        around = Span(max(0, offset - _PART // 4), offset + _PART // 4)
        return self._text.find(f" {word.lower()} ", around.start, around.end) >= 0

    def only(self, start: int, end: int, *, owners: bool = True) -> str | None:
        """Return the one person named with an office in a stretch of text; None when there are none or several."""
        found = persons_named(self._text, max(start, end - _LONGEST_LINE), end)
        if not owners:  # "during Modi's visit"
            found = [known for known in found if not self._text.startswith(_OWNS, known.start + len(known.name))]
        names = {self.full(known.name, start) for known in found if known.office}
        return names.pop() if len(names) == 1 else None

    def is_titled(self, name: str, offset: int) -> bool:
        """Tell whether somebody of this last name is named with an office in the text around."""
        last = POSSESSIVE.sub("", name.split()[-1])
        return any(known.office and known.last == straight(last).casefold() for known in self._near(last, offset))

    def _candidates(self, office: frozenset[str], offset: int) -> list[Known]:
        """Return the persons named near the nouns of an office, or with words of which it is the initials."""
        heads = office & known_words().offices
        found = [known for head in sorted(heads) for known in self._nearest(head, offset)]
        short = next(iter(office)) if len(office) == 1 else ""
        if 1 < len(short) < 5 and short.isalpha():
            found += self._nearest(r"\s+".join(rf"{letter}[a-z]+" for letter in short.upper()), offset, pattern=True)
        return found

    def _near(self, word: str, offset: int) -> tuple[Known, ...]:
        """Return the persons named where a word stands first in the part of the text around an offset."""
        part = offset // _PART
        if (word, part) not in self._looked_up:
            around = Span(max(0, (part - 1) * _PART), (part + 2) * _PART)
            self._looked_up[word, part] = self._read_beside(self._naming(word, around), len(word))
        return self._looked_up[word, part]

    def _nearest(self, word: str, offset: int, *, pattern: bool = False) -> tuple[Known, ...]:
        """Return the persons named where a word stands nearest to an offset."""
        around = Span(max(0, offset - _BEFORE), offset + _AFTER)
        places = self._matching(word, around) if pattern else written_anyhow(self._text, word, around)
        here = bisect_left(places, offset)
        return self._read_beside(places[max(0, here - _MOST_PLACES) : here + _MOST_AFTER], len(word))

    def _read_beside(self, places: list[int], length: int) -> tuple[Known, ...]:
        found: dict[int, Known] = {}
        for known in (known for place in places for known in self._beside(place, length)):
            before = found.get(known.start)
            if before is None or (len(known.office), len(known.name)) > (len(before.office), len(before.name)):
                found[known.start] = known
        return tuple(found[start] for start in sorted(found))

    def _naming(self, word: str, within: Span) -> list[int]:
        """Return the first places where a word with a capital may end a name."""
        found: list[int] = []
        curved = {straight(word), word.replace("'", "’")} if "’" in word or "'" in word else ()
        for form in {word, word.capitalize(), word.upper(), *curved}:
            tried = islice(self._capitals.places(form, within), _MOST_TRIED)
            found += islice((at for at in tried if self._may_name(at, len(form))), _FIRST_PLACES)
        return sorted(found)[:_FIRST_PLACES]

    def _may_name(self, place: int, length: int) -> bool:
        """Tell whether a word may be of a name: beside a capital, behind an office or a particle, before a comma."""
        if self._text[place : place + 1].islower():
            return False
        before = self._text[max(0, place - 24) : place].split()
        last = before[-1].casefold().rstrip(".") if before and self._text[place - 1].isspace() else ""
        known = known_words()
        behind = self._text[place + length : place + length + 2]
        return (
            behind[:1] == ","
            or (behind[:1] == " " and behind[1:].isupper())  # "Zhou Anli, the spokesperson"
            or (last != "" and before[-1][0].isupper() and last not in known.not_names)
            or last in known.offices
            or last in known.titles
            or last in known.particles
        )

    def _matching(self, pattern: str, within: Span) -> list[int]:
        return [match.start() for match in re.compile(pattern).finditer(self._text, within.start, within.end)]

    def _beside(self, place: int, length: int) -> list[Known]:
        """Return the persons named right around a place, the line's bounds aside."""
        if place not in self._read:
            start = max(0, place - _BESIDE)
            while start > 0 and self._text[start - 1].isalnum() and start > place - 2 * _BESIDE:
                start -= 1
            end = min(len(self._text), place + length + _BESIDE)
            if rest := _NAME_ON.match(self._text, end, end + _BESIDE):
                end = rest.end()
            self._read[place] = persons_named(self._text, start, end)
        return self._read[place]


def _is_within(words: list[str], form: list[str]) -> bool:
    """Tell whether all words of a name, initials included, are in a longer form of it."""
    return all(any(w == f or (w[1:] in ("", ".") and f[0] == w[0]) for f in form) for w in words)


def persons_named(text: str, start: int, end: int) -> list[Known]:
    """Return the persons named in a stretch of text: with an office, or with two words or more."""
    return list(_Names(text, tokens(text, start, min(end, len(text)))).read())


class _Names:
    """Reads runs of capitalised words as names of persons."""

    def __init__(self, text: str, toks: list[Token]) -> None:
        self._text, self._tokens = text, toks

    def read(self) -> Iterator[Known]:
        """Yield the persons in order."""
        at = 0
        while at < len(self._tokens):
            if not is_name_word(self._tokens[at]):
                at += 1
                continue
            end = self._run_end(at)
            if (known := self._read(at, end)) is not None:
                yield known
            at = end

    def _run_end(self, first: int) -> int:
        """Return where a run of capitalised words, particles and "Dr." ends."""
        toks, end, particles = self._tokens, first + 1, known_words().particles
        while end < len(toks) and not toks[end - 1].owns:
            token, after = toks[end], toks[end + 1] if end + 1 < len(toks) else None
            if "\n" in self._text[toks[end - 1].end : token.start] and (
                token.low in known_words().not_names or token.word.isupper() != toks[first].word.isupper()
            ):
                break  # a new line begins with "The" or a dateline's "HANOI"
            if token.low in known_words().acts:
                break  # "Minister of Transport Reaffirms Importance"
            if token.is_word and token.is_capital:
                end += 1
            elif (after and after.is_capital and (token.low in particles and toks[end - 1].is_capital)) or (
                token.word == "." and toks[end - 1].low in known_words().shortened and after and after.is_capital
            ):
                end += 2
            else:
                break
        return end

    def _read(self, first: int, end: int) -> Known | None:
        """Read a run of capitalised words as a person, if it is one."""
        toks, words = self._tokens, known_words()
        start = self._portfolio_name(first, end)
        if start is None:
            heads = (n for n in range(first, end - 1) if is_office(toks[n]) and toks[n + 1].low in ("of", "for"))
            of = next(heads, None)
            start = name_start(toks, first, end) if of is None else name_in_portfolio(toks, of, end)
        posted = posted_to(toks, first)
        if start == first and end - first > 2 and (posted or (first and is_body(toks[first - 1]))):
            start = end - 2  # "ambassador to Azerbaijan Alim Bayel", "CEO of the firm Nordline Ann Lee"
        name = toks[start:end]
        if not 1 <= len(name) <= _LONGEST_NAME or is_office(toks[end - 1]) or is_no_surname(toks[end - 1]):
            return None
        if any(not token.is_word or token.low in words.routes or token.word[0].isdigit() for token in name):
            return None
        if len(name) == 1 and len(name[0].word) < _SHORTEST_NAME:
            return None
        within = first > 0 and toks[first - 1].low in _WITHIN
        if len(name) == 1 and start == first and (within or is_nationality(name[0].low)):
            return None  # "After the meeting in Brussels, the president spoke"
        office = [token.low for token in toks[first:start] if token.is_word and token.low not in SMALL]
        office = owner(toks, first) + office if office else office
        if posted and start > first:
            office = posted
        if not any(word in words.offices - words.titles for word in office):
            listed = self._office_listed(first) or self._office_before(start) or self._office_behind(end)
            office = listed + [word for word in office if word not in listed]  # "Dr. Ann Lee, Minister of Transport"
        if not office and len(name) < 2:
            return None
        return Known(toks[start].start, _name(self._text, name), tuple(office))

    def _portfolio_name(self, first: int, end: int) -> int | None:
        """Return where the name begins in the last run of "Minister of Ports, Shipping and Waterways Sonowal"."""
        toks, at = self._tokens, first
        if first and toks[first - 1].word == ",":
            return None
        while at > max(0, first - 14) and (toks[at - 1].is_capital or toks[at - 1].word in _LISTING):
            at -= 1
            if toks[at].word in ("of", "for") and is_office(toks[at - 1]) and not are_others(toks[at:first]):
                return name_in_portfolio(toks, first, end) if first > at + 1 or end - first > 2 else end
        return None

    def _office_listed(self, first: int) -> list[str]:
        """Read the office of "Minister for Planning, Development and Special Initiatives Professor Iqbal"."""
        toks, at = self._tokens, first
        while at > max(0, first - _MOST_PLACES) and (toks[at - 1].is_capital or toks[at - 1].word in _LISTING):
            at -= 1
            if toks[at].word in ("of", "for") and is_office(toks[at - 1]):
                listed = [token.low for token in toks[at:first] if token.is_word and token.low not in SMALL | {"and"}]
                return office_back(toks, at) + listed
        return []

    def _office_before(self, first: int) -> list[str]:
        """
        Read an office that stands before the name in lower case.

        "The foreign minister Sergey Lavrov", "the foreign minister of the former Soviet nation, Sergey Lavrov,".
        """
        toks = self._tokens
        if first and is_office(toks[first - 1]):
            return office_back(toks, first)
        while first > 1 and toks[first - 1].low in known_words().titles:
            first -= 1  # "The Prime Minister, Shri Ravi Bose"
        if not first or toks[first - 1].word != ",":
            return []
        for at in range(first - 2, max(-1, first - 16), -1):
            if not toks[at].is_word and toks[at].word != ",":
                return []
            if is_office(toks[at]):
                return office_back(toks, at + 1)
        return []

    def _office_behind(self, end: int) -> list[str]:
        """Read "Sergey Lavrov, the Russian foreign minister,": an office behind the name and a comma."""
        toks = self._tokens
        if end >= len(toks) or toks[end].word != ",":
            return []
        for at in range(end + 1, min(end + 9, len(toks))):
            if not toks[at].is_word or toks[at].low in known_words().said:
                break
            if is_office(toks[at]):
                behind = at + 1
                while behind < len(toks) and (toks[behind].is_capital or toks[behind].low in _LINKING):
                    behind += 1  # "Minister of Roads and Urban Development"
                if behind < len(toks) and toks[behind].low in known_words().said:
                    return []  # "roads such as Via Carpathia, the Polish president said"
                return [token.low for token in toks[end + 1 : behind] if token.low not in SMALL | {"and"}]
        return []


def _name(text: str, toks: list[Token]) -> str:
    """Return a name as it stands in the text, white space levelled, without a possessive ending."""
    return STATE_BEFORE.sub("", POSSESSIVE.sub("", " ".join(text[toks[0].start : toks[-1].end].split())))
