"""Whom a pronoun or an office means: who spoke last, or was spoken of last, before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from corridors.lexicon import lexicon
from corridors.openings import is_agent, lead, opening, phrases_for_persons
from corridors.people import People, persons_named
from corridors.phrases import Phrase, is_name_word, is_no_surname, known_words, phrase_after
from corridors.quotations import QuotedText
from corridors.sayings import Attribution, speech
from corridors.sentences import Span
from corridors.speakers import is_credit, named
from corridors.tokens import Token, tokens

_FARTHEST, _MOST_SENTENCES, _LONGEST_START, _DEEPEST = 4, 6, 160, 10
_LONGEST_WORD, _LONGEST_REST = 30, 200
_SEX = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "they": "p", "their": "p", "them": "p", "it": "b"}
_DATELINE = re.compile(
    r"(?=[^–—\n]{0,60}(?:[A-Z]{4}|\d|\())[^\W\d_a-z][^–—.!?\n]{1,70}?(?:\s[–—]|\s--?)\s+"
    r"|[^\W\d_a-z][^–—.!?\n()]{1,50} \([A-Z][A-Z/]{1,12}\)\s+"
)
_WHO = frozenset(("a", "an", "the", "who", "whose", "aged"))
_BOTH = re.compile(r"\b(?:[Bb]oth|[Tt]he two) (?=[a-z])")
_MOST_BEFORE = 4
_NO_PERSONS, _PAIR = frozenset(("sides", "parties", "countries", "nations", "states", "governments")), 2
_FIRST_PERSON = frozenset(("i", "we", "you", "my", "our"))


class Asked(NamedTuple):
    """A pronoun that is led back, where it stands and how deep the search is."""

    sex: str
    offset: int
    depth: int


class Antecedents:
    """
    Leads the pronouns of one text back to persons.

    Parameters
    ----------
    quoted, people
        The text with its quotations, and its persons.
    outside
        Returns the attributions of a stretch of a paragraph that stand outside quotation marks.
    holder
        Returns who is meant by an attribution to an office.
    """

    def __init__(
        self,
        quoted: QuotedText,
        people: People,
        outside: Callable[[Span, Span], list[Attribution]],
        holder: Callable[[Attribution], str | None],
    ) -> None:
        self._text, self._quoted, self._people = quoted.text, quoted, people
        self._outside, self._holder = outside, holder
        self._found: dict[tuple[int, str], str | None] = {}

    def last(self, offset: int, pronoun: str = "", depth: int = 0) -> str | None:
        """Return who a pronoun at an offset means; without a pronoun, the person last speaking before it."""
        sex = _SEX.get(pronoun.lower(), "")
        if (offset, sex) not in self._found:
            self._found[offset, sex] = None  # while it is being looked for
            self._found[offset, sex] = self._last(Asked(sex, offset, depth))
        return self._found[offset, sex]

    def both(self, office: Attribution) -> str | None:
        """Return whom "both ministers" means: who spoke together last, or the only two who are named before."""
        last = min(max(office.end, office.at + len(office.phrase)), office.at + _LONGEST_WORD)
        if not _BOTH.search(self._text, max(0, office.at - _LONGEST_WORD), last):
            return None
        if office.phrase.rpartition(" ")[2].lower() in _NO_PERSONS or not office.phrase.endswith("s"):
            return None
        if who := self.last(office.at, "they"):
            return who
        paragraph: Span | None = self._quoted.layout.paragraph(office.at)
        for end in (office.at, None):
            if paragraph is None:
                break
            found = persons_named(self._text, paragraph.start, end or paragraph.end)
            names = dict.fromkeys(self._people.full(known.name, known.start) for known in found)
            if len(names) == _PAIR:
                return " and ".join(names)
            paragraph = self._quoted.previous(paragraph)
        return None

    def _last(self, asked: Asked) -> str | None:
        paragraph: Span | None = self._quoted.layout.paragraph(asked.offset)
        left, excluded = _MOST_SENTENCES, self._named_behind(asked)
        for _ in range(_FARTHEST):
            if paragraph is None or left <= 0:
                return None
            found = self._quoted.layout.sentences(paragraph)
            earlier = found[: bisect_left(found, (asked.offset, 0))][-left:]
            left -= len(earlier)
            for sentence in reversed(earlier):
                stretch = Span(sentence.start, min(sentence.end, asked.offset))
                if asked.sex == "p" and asked.offset <= sentence.end and self._is_told(stretch):
                    continue
                if (who := self._in_sentence(paragraph, stretch, asked, excluded)) is not None:
                    return who
            marks = self._quoted.marks(paragraph)
            spoken = bool(marks) and marks[0].start == paragraph.start and asked.offset <= paragraph.end
            if earlier and not spoken and asked.sex in ("", "m", "f"):
                who = self._people.only(earlier[0].start, min(paragraph.end, asked.offset), owners=bool(asked.sex))
                if who is not None and who not in excluded:
                    return who
            paragraph = self._quoted.previous(paragraph)
        return None

    def _is_told(self, stretch: Span) -> bool:
        """Tell whether a clause before a pronoun is what is said: "Drivers must gain, they said", but not "When"."""
        words = self._text[stretch.start : stretch.end].strip()
        return words.endswith(",") and words.split()[0].lower() not in speech().openers | speech().placing

    def _named_behind(self, asked: Asked) -> set[str]:
        """
        Return whom the rest of a pronoun's sentence names: "he spoke of a meeting with Putin" is not Putin's.

        Whom words set off before it name is left out too: "Mr Lee, he added, had helped".
        """
        if asked.sex not in ("m", "f"):
            return set()
        paragraph = self._quoted.layout.paragraph(asked.offset)
        start, end = self._quoted.sentence(paragraph, Span(asked.offset, asked.offset + 1))
        rest = tokens(self._text, asked.offset, min(end, asked.offset + _LONGEST_REST))
        head = asked.offset - start < _LONGEST_WORD and self._text[start : asked.offset].endswith(", ")
        if head and len(rest) > _PAIR and rest[_PAIR].word == ",":
            rest += tokens(self._text, start, asked.offset)
        names = {token.word for token in rest[1:] if is_name_word(token) and not token.owns}
        return {self._people.full(name, asked.offset) for name in sorted(names)}

    def _in_sentence(self, paragraph: Span, stretch: Span, asked: Asked, excluded: set[str]) -> str | None:
        """Return whom a sentence tells of: its speaker, its subject, or else whom its subject turns to."""
        other = False
        for attribution in reversed(self._outside(paragraph, stretch)):
            if attribution.at >= asked.offset or is_credit(self._text, attribution):
                continue
            if attribution.at < attribution.end - 1 >= asked.offset - 2:
                continue  # cut short: in "…, said the head of state" the verb has its subject behind it
            if attribution.kind == "pronoun":
                other |= self._is_other(attribution.phrase, attribution.at, asked, excluded)
                if not other and (who := self._same(attribution.phrase, attribution.at, asked)) not in (
                    None,
                    *excluded,
                ):
                    return who
            elif self._agrees(attribution.kind, attribution.phrase, asked):
                office = attribution.kind == "office"
                who = self._holder(attribution) if office else named(attribution, self._people)
                if who is not None and who not in excluded:
                    return who
        if (led := self._leading(paragraph, stretch, asked)) is not None and led not in excluded:
            return led
        if self._opens_plainly(stretch):
            return None
        quoted = self._starts_quoted(paragraph, stretch)
        if (
            not quoted
            and (who := self._people.subject(*stretch)) is not None
            and asked.sex in ("", "m", "f")
            and who not in excluded
        ):
            return who
        begin = stretch.start
        if dateline := _DATELINE.match(self._text, stretch.start, stretch.end):
            begin = dateline.end()
        toks = tokens(self._text, begin, min(stretch.end, begin + _LONGEST_START))
        phrase = None if quoted else opening(self._text, toks)
        if phrase is None or (phrase.kind == "name" and phrase.text == "I"):
            return None
        if phrase.kind == "pronoun":
            other |= self._is_other(phrase.text, phrase.start, asked, excluded)
            if not other and (who := self._same(phrase.text, phrase.start, asked)) not in (None, *excluded):
                return who
            return self._turned_to(toks, phrase, excluded) if other and asked.sex in ("m", "f") else None
        signs = not asked.sex and phrase.kind == "name" and phrase.end == len(toks) and stretch == paragraph
        if signs or not self._is_person(toks, phrase) or not self._agrees(phrase.kind, phrase.text, asked):
            return None  # who signs a text holds no office in it
        if phrase.kind == "office" and (held := self._held_by(toks, phrase)) is not None:
            phrase = held
        office = phrase.kind == "office" and asked.depth < _DEEPEST
        who = self._holder(_attributed(phrase)) if office else self._named(phrase)
        if phrase.kind == "office" and who == phrase.text:
            who = self.renamed(paragraph, stretch.start, phrase.text) or who
        return who if who not in excluded else None

    def _leading(self, paragraph: Span, stretch: Span, asked: Asked) -> str | None:
        """Return whom words before a colon and a quotation name: "Ann Lee’s words: “We came.”"."""
        within = (q.start for q in self._quoted.from_mark(paragraph, stretch.start) if q.start < stretch.end)
        words = self._text[stretch.start : next(within, stretch.start)].rstrip()
        if not words.endswith(":") or asked.sex not in ("", "m", "f"):
            return None
        phrase = lead(self._text, tokens(self._text, stretch.start, stretch.start + len(words) - 1))
        return self._named(phrase) if phrase is not None and phrase.kind == "name" else None

    def _opens_plainly(self, stretch: Span) -> bool:
        """Tell whether a sentence opens with an ordinary noun, which its capital does not make a name."""
        first, _, rest = self._text[stretch.start : stretch.start + _LONGEST_WORD].partition(" ")
        if not first.isalpha() or not rest[:1].islower() or first.lower() in speech().determiners:
            return False
        if first.lower() in known_words().pronouns or first.lower() in known_words().not_names:
            return False
        return not first.endswith("s") and self._people.is_common(first, stretch.start)

    def renamed(self, paragraph: Span, offset: int, office: str) -> str | None:
        """Return the person that "the deputy governor" means: whom the sentence right before opens with by name."""
        sentences = self._quoted.layout.sentences(paragraph)
        here = bisect_left(sentences, (offset, 0))
        if not office.lower().startswith("the ") or not 0 < here <= len(sentences):
            return None
        before = sentences[here - 1]
        if self._starts_quoted(paragraph, before):
            return None
        toks = tokens(self._text, before.start, min(before.end, before.start + _LONGEST_START))
        phrase = opening(self._text, toks)
        return self._named(phrase) if phrase and phrase.kind == "name" and self._is_person(toks, phrase) else None

    def _named(self, phrase: Phrase) -> str | None:
        return named(_attributed(phrase), self._people)

    def _starts_quoted(self, paragraph: Span, stretch: Span) -> bool:
        first = self._text[stretch.start : stretch.start + _LONGEST_WORD].lstrip("*•·-–—> ")  # "* “We have a corridor"
        start = stretch.start + min(_LONGEST_WORD, stretch.end - stretch.start) - len(first)
        return any(q.start <= max(start, stretch.start) < q.end for q in self._quoted.marks(paragraph))

    def _is_other(self, pronoun: str, at: int, asked: Asked, excluded: set[str]) -> bool:
        """Tell whether a pronoun means somebody else than the one that is asked about; whom, is then left out."""
        low = pronoun.lower()
        if low in _FIRST_PERSON:
            return True
        if not asked.sex or _SEX.get(low, asked.sex) == asked.sex:
            return False
        if asked.depth < _DEEPEST and (who := self.last(at, pronoun, asked.depth + 1)):
            excluded.add(who)
        return True

    def _same(self, pronoun: str, at: int, asked: Asked) -> str | None:
        """Return whom an earlier pronoun of the same sex means, which the one that is asked about takes up."""
        sex = _SEX.get(pronoun.lower())
        if asked.depth >= _DEEPEST or sex not in ("m", "f") or asked.sex not in ("", sex):
            return None
        return self.last(at, pronoun, asked.depth + 1)

    def _turned_to(self, toks: list[Token], subject: Phrase, excluded: set[str]) -> str | None:
        """Read "I asked the driver", "She turned to the bank's vice president": the person behind the verb."""
        for phrase in phrases_for_persons(self._text, toks, subject.end):
            last = toks[phrase.end - 1]
            if phrase.kind == "name" and (last.low in known_words().routes or is_no_surname(last)):
                continue  # "We build the Belt and Road Initiative"
            who = self._named(phrase)
            if who is not None and who not in excluded:
                return who
        return None

    def _is_person(self, toks: list[Token], phrase: Phrase) -> bool:
        """Tell whether the subject of a sentence may be a person or a body."""
        if phrase.kind == "name":
            if phrase.first and toks[phrase.first - 1].low in speech().placing:
                return False  # "In Sri Lanka last month he"
            last = toks[phrase.end - 1]
            if last.low in known_words().routes or is_no_surname(last):
                return False
            follows = toks[phrase.end] if phrase.end < len(toks) else None
            if phrase.end - phrase.first > len(phrase.text.split()):
                return True  # "his neighbour Anahit"
            if follows and follows.word == "," and phrase.end + 1 < len(toks) and toks[phrase.end + 1].low in _WHO:
                return True  # "Lyuba, a doctor in retirement"
            if " " not in phrase.text:
                acts = follows is not None and follows.low in speech().in_person  # "Tokayev spoke at a summit"
                return acts or " " in self._people.full(phrase.text, phrase.start)
            return follows is None or follows.word == "," or (follows.is_word and follows.word[0].islower())
        return phrase.kind in ("office", "joint", "body")

    def _held_by(self, toks: list[Token], office: Phrase) -> Phrase | None:
        """Read on from "Her predecessor, Bo Dahl, was shy": the name that commas set off behind an office."""
        at = office.end
        if at + 3 >= len(toks) or toks[at].word != "," or not is_name_word(toks[at + 1]):
            return None
        name = phrase_after(self._text, toks, at + 1)
        set_off = name is not None and name.end < len(toks) and toks[name.end].word == ","
        return name if name and set_off and name.kind == "name" and " " in name.text else None

    def _agrees(self, kind: str, phrase: str, asked: Asked) -> bool:
        """Tell whether a noun phrase may be what a pronoun stands for."""
        toks = [token for token in tokens(phrase, 0, len(phrase)) if token.is_word]
        group = len(toks) > _PAIR and toks[1].low in lexicon().words("people.groups") and toks[_PAIR].low == "of"
        most = len(toks) if group else _MOST_BEFORE  # "a group of UN experts"
        plural = kind == "joint" or any(is_agent(t) and (t.low.endswith("s") or t.low == "people") for t in toks[:most])
        if asked.sex == "p":
            return plural
        if asked.sex == "b":
            alone = kind == "name" and " " not in phrase and not self._people.is_titled(phrase, asked.offset)
            return kind == "body" or (alone and " " not in self._people.full(phrase, asked.offset))
        letters = kind == "name" and phrase.isupper() and not self._people.is_titled(phrase, asked.offset)
        return kind in ("name", "office") and not (plural and kind == "office") and not letters  # "INSTC" is no "he"


def _attributed(phrase: Phrase) -> Attribution:
    return Attribution(phrase.start, phrase.start, phrase.text, phrase.start, phrase.kind)
