"""Which abbreviations of a text stand for a corridor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corridors.besides import is_cry, is_work
from corridors.candidates import Candidate, Trust
from corridors.context import Context
from corridors.definitions import means_otherwise
from corridors.lexicon import lexicon
from corridors.model import Certainty, Kind
from corridors.quotes import Reader
from corridors.sentences import Span
from corridors.weighing import BRACKET, FIRM, LEAST_MARGIN, MARGIN, NEAR, SAME, SOME, Knowledge, Weighing

_WORDS = re.compile(r"[^\W_]+")
_OR = r"(?:or|ou|oder|o|или|veya|ya da|called|dit|dite|genannt|kurz|abrégé|the|le|la|der|die|das|el|il)"
_BESIDE = re.compile(rf"(?:[^\w.!?]|_){{0,3}}|[\s,;:(–—-]{{1,3}}{_OR}[\s\"“«„(]{{1,3}}")
_IN_BRACKETS = re.compile("[\"”»’']? [(](?=[A-Z])")
_APART = 16
_WORD = 4
_SHORT, _TOLD, _FOREIGN, _NAMED = 3, 2, 1.2, 4.0


class Abbreviations(Weighing):
    """
    Judges abbreviations, once the names of the text are known; `strange` are names that mean another corridor.

    Parameters
    ----------
    knowledge, reader
        As for `Weighing`.
    """

    def __init__(self, knowledge: Knowledge, reader: Reader) -> None:
        super().__init__(knowledge, reader)
        self.strange: list[tuple[int, int]] = []
        self._short: list[tuple[int, str]] = []
        self._introduced: dict[tuple[str, str], bool] = {}
        self._denied: dict[str, int] = {}
        self._others: set[str] = set()
        self._things: set[str] = set()
        self._foreign: dict[tuple[str, str], int | None] = {}
        self._refused: set[str] = set()
        self._initials: dict[str, set[str]] = {}

    def _is_elsewhere_acronym(self, c: Candidate) -> bool:
        """Tell whether a long abbreviation is said to stand for something else, there or in a text without its name."""
        own = self._known.of(c.corridor)
        other = self._context(c.folded).defined_otherwise(c.at, own)
        return other is not None and (other == c.start or not own)

    def _abbreviation(self, group: list[Candidate]) -> Candidate | None:
        """Judge a short abbreviation: it needs its name in the text, or goods and places of the corridor around it."""
        first = group[0]
        if is_titled(first) and len(first.name) <= _WORD and not any(map(self._is_introduced, group)):
            return None  # "Imec" is the corridor where its name stands beside it
        context, (sentence, paragraph) = self._context(first.folded), self._spans(first)
        if is_cry(first.folded, first.at) or context.is_person(first.at) or context.is_hyphened(first.at):
            return None
        if context.is_acting(first.at) and not any(self._is_programme(c) and self._is_spelt(c) for c in group):
            return None  # "the initiative calls for more recognition" stays
        own = {end for c in group for _, end in self._known.nearest(c.corridor, c.start, c.end)}
        if any(0 <= first.start - end <= BRACKET and end not in own for _, end in self.strange):
            self._others.add(first.name)
            return None
        others = first.name in self._others and not any(self._known.of(c.corridor) for c in group)
        if others or context.is_named_after(first.at):
            if is_work(first.folded, first.at) and not any(map(self._is_introduced, group)):
                self._things.add(first.name)  # "TKC, a kitchen company"
            return None
        if first.name in self._things and not any(map(self._is_introduced, group)):
            return None
        if first.shared and context.is_anothers(first.at, [c.corridor for c in group]):
            return None  # "Zimbabwe's MDC"
        supports = {c.corridor: self._abbreviation_support(c, context, sentence, paragraph) for c in group}
        kept = [c for c in group if supports[c.corridor] is not None]
        if not kept:
            return None
        best, *rest = sorted(kept, key=lambda c: (-(supports[c.corridor] or 0.0), self._rank(c)))
        score, second = supports[best.corridor] or 0.0, (supports[rest[0].corridor] or 0.0) if rest else 0.0
        if rest and score < second * MARGIN + LEAST_MARGIN:
            return replace(best.less(Certainty.UNCERTAIN), others=tuple(c.corridor for c in rest))
        return best if self._friend(best, within=len(best.folded.source)) else best.less(Certainty.LESS_CERTAIN)

    def _abbreviation_support(self, c: Candidate, context: Context, sentence: Span, paragraph: Span) -> float | None:
        """Return how much speaks for an abbreviation's standing for a corridor, None when too little does."""
        own = self._known.of(c.corridor)
        if self._means_otherwise(c) and not self._is_introduced(c):
            return None
        other = context.defined_otherwise(c.at, own)
        if other == c.start:
            self._denied[c.name] = c.start
        elif self._reader.sentence(c.start, c.end).start <= self._denied.get(c.name, -1) < c.start:
            return None  # the sentence has said before what else these letters mean
        evidence = context.evidence(c.at, sentence, paragraph, [c.corridor])
        score = evidence.own[c.corridor]
        if own:
            nearest = next((end for _, end in self._known.nearest(c.corridor, c.start, c.end)), c.start)
            led = any(end <= c.start for _, end in self._known.nearest(c.corridor, c.start, c.end))
            if other is not None and other <= c.start and not (led or self._is_introduced(c)):
                return None  # "Bank Rakyat Indonesia grew. BRI has no part in China's Belt and Road"
            here = other is not None and paragraph.start <= c.folded.position(other) < paragraph.end
            if other is not None and (other == c.start or nearest < other <= c.start):
                return None
            if here and not any(paragraph.start <= c.folded.position(start) < paragraph.end for start, _ in own):
                return None
            if context.is_explained(c.at, sentence) and not self._friend(c, within=0):
                return None
            if self._is_introduced(c):
                foreign = context.is_acronym_elsewhere(c.at, sentence, self._told(c, context, sentence) + 1)
                return None if foreign and not self._friend(c, within=0) else SAME + self._support(c)
            spelt = self._is_spelt(c) and not c.shared
            near = len(c.name) > _SHORT and not c.shared and self._friend(c, within=NEAR)
            told = _TOLD if spelt else max(near, self._told(c, context, sentence))
            return None if context.is_acronym_elsewhere(c.at, sentence, told) else 3.0 + self._support(c)
        if other is not None or context.is_acronym_elsewhere(c.at, sentence, self._told(c, context, sentence)):
            return None
        if context.is_about_letters(c.at):
            return None
        sense = context.sense(c.at, sentence)
        known_near = self._any_near(c) if len(c.name) > _SHORT else self._in_company(c)
        if evidence.elsewhere > max(_FOREIGN, score) and not known_near:
            return None
        related = self._support(c)
        if len(c.name) > _SHORT or not c.name.isascii():  # letters beyond ASCII have fewer meanings
            goods = sense.goods > 1 or (sense.goods and (score >= SOME or context.is_along(c.at)))
            reaching = score >= SOME and context.is_along(c.at)  # "IMEC connects India with the Gulf"
            enough = related or known_near or score >= FIRM or goods or reaching
            return score + related if enough else None
        shipping = not c.shared and self._any_near(c) and context.is_about_goods(c.at)
        if shipping:
            return score + related
        if c.shared and score < 1 and not context.is_along(c.at):
            return None  # ships and the SEC in one sentence are no corridor yet
        if self._is_programme(c) and score >= _NAMED:
            return score + related  # "China's BRI turned ten"
        signs = (sense.goods > 0) + (score >= 1) + (related >= SOME) + context.is_along(c.at) + self._in_company(c)
        return score + related if signs > 1 else None

    def _means_otherwise(self, c: Candidate) -> bool:
        """Tell whether the text has said before, in brackets, what else an abbreviation stands for."""
        letters = c.folded.source[c.start : c.end]
        if (letters, c.corridor) not in self._foreign:
            own = self._known.of(c.corridor)
            self._foreign[letters, c.corridor] = means_otherwise(c.folded.source, letters, own)
        place = self._foreign[letters, c.corridor]
        return place is not None and place < c.start

    def _is_programme(self, c: Candidate) -> bool:
        """Tell whether a corridor is a programme of others, spoken of where no goods are."""
        corridor = self._knowledge.catalogue.get(c.corridor)
        return corridor is not None and bool(corridor.members) and not c.shared

    def _is_introduced(self, c: Candidate) -> bool:
        """Tell whether an abbreviation stands in brackets beside its name somewhere, or the name beside it."""
        key = (c.corridor, c.name)
        if key not in self._introduced:
            length = c.end - c.start
            self._introduced[key] = any(
                self._is_beside(c, end, place) or self._is_beside(c, place + length, start)
                for place, name in self._short
                if name == c.name
                for start, end in self._known.nearest(c.corridor, place, place + length)
            )
        return self._introduced[key]

    @staticmethod
    def _is_beside(c: Candidate, end: int, start: int) -> bool:
        """Tell whether nothing but signs, and perhaps "or" or "called", stands between two places."""
        return 0 <= start - end <= _APART and bool(_BESIDE.fullmatch(c.folded.source, end, start))

    def _is_spelt(self, c: Candidate) -> bool:
        """Tell whether the initials of a name of the corridor in the text are the letters of an abbreviation."""
        if c.corridor not in self._initials:
            source, small = c.folded.source, lexicon().words("routes.small_words")
            names = {source[start:end].lower() for start, end in self._known.of(c.corridor)}
            self._initials[c.corridor] = {
                "".join(word[0] for word in _WORDS.findall(name) if word not in small) for name in names
            }
        letters = c.folded.source[c.start : c.end].lower()
        return "".join(letter for letter in letters if letter.isalnum()) in self._initials[c.corridor]

    def _in_company(self, c: Candidate) -> bool:
        """Tell whether another corridor, or another short abbreviation, is named in the same sentence."""
        shown = self._reader.sentence(c.start, c.end)
        if any(shown.start <= start < shown.end and name != c.name for start, name in self._short):
            return True
        return any(start >= c.end or end <= c.start for start, end, _ in self._known.near(shown.start, shown.end))


def is_titled(c: Candidate) -> bool:
    """Tell whether an abbreviation is written like a word, with one capital."""
    return c.folded.source[c.start + 1 : c.end].islower()


def well_spelt(short: Sequence[Candidate]) -> list[Candidate]:
    """Leave out what is spelt like a misspelt abbreviation, "Lapset", beside the right one in capitals."""
    capital = {(c.corridor, c.name) for c in short if not is_titled(c)}
    known = {corridor for corridor, _ in capital}
    return [c for c in short if not is_titled(c) or c.corridor not in known or (c.corridor, c.name) in capital]


def glossed(found: Sequence[Candidate]) -> list[Candidate]:
    """Trust a name of one corridor alone that letters in brackets follow which mean it: "Trump Route" (TRIPP)."""
    short = {(c.start, c.corridor) for c in found if c.kind is Kind.ABBREVIATION}
    kept = []
    for c in found:
        proper = c.name and not (c.shared or c.is_lower) and c.kind is not Kind.ABBREVIATION
        behind = _IN_BRACKETS.match(c.folded.source, c.end) if proper else None
        kept.append(replace(c, trust=Trust.SURE) if behind and (behind.end(), c.corridor) in short else c)
    return kept
