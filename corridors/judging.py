"""
Which of the possible mentions of a text are meant, which corridor a shared name means, and how sure that is.

Names that tell enough come first, since they bear witness for the others: then common names, then short
abbreviations, then pairs of ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from types import MappingProxyType

from corridors.candidates import Candidate, Trust
from corridors.context import Context
from corridors.lexicon import lexicon
from corridors.model import Certainty, Corridor, Kind, Mode
from corridors.quotes import Reader
from corridors.senses import Sense
from corridors.sentences import Span
from corridors.terms import Gazette
from corridors.weighing import BRACKET, FAR, FIRM, NEAR, SAME, SOME, Weighing

_WORDS = re.compile(r"[^\W_]+")
_SHORT = 3
_MARGIN, _LEAST_MARGIN = 1.35, 0.3
_TOLD, _BOTH, _MANY = 2, 2, 2
_FOREIGN, _FOREIGN_BESIDE = 1.2, 2.0

_NONE: Mapping[str, Sequence[str]] = MappingProxyType({})


class Judge(Weighing):
    """
    Judges the candidates of one text; `strange` are names of the catalogue that mean a corridor it does not hold.

    Parameters
    ----------
    catalogue
        Corridors by id, in the order in which they are preferred.
    gazette, reach, lines
        The words and the countries that speak for them, and the countries that their lines run through.
    reader
        The text's sentences.
    bearers
        Namesakes of the corridors by folded name.
    """

    def __init__(
        self,
        catalogue: Mapping[str, Corridor],
        gazette: Gazette,
        reach: Mapping[str, frozenset[str]],
        lines: Mapping[str, frozenset[str]],
        reader: Reader,
        *,
        bearers: Mapping[str, Sequence[str]] = _NONE,
    ) -> None:
        super().__init__(catalogue, gazette, reach, lines, reader)
        self._worldwide = {key for key, corridor in catalogue.items() if corridor.modes == (Mode.SEA,)}
        self._bearers = bearers
        self._proper: set[tuple[int, int]] = set()
        self._capital: set[str] = set()
        self._short: list[tuple[int, str]] = []
        self._introduced: dict[tuple[str, str], bool] = {}
        self._initials: dict[str, set[str]] = {}
        self.strange: list[tuple[int, int]] = []

    def judged(self, found: Sequence[Candidate]) -> list[Candidate]:
        """Return the candidates that the context bears out, with how sure they are, in no order."""
        names = [c for c in found if c.kind not in (Kind.ABBREVIATION, Kind.ENDPOINTS) and c.name]
        self._capital = {c.name for c in names if not c.is_lower}
        sure = [c for c in found if c.trust is Trust.SURE and not self._context(c.folded).is_named_after(c.at)]
        kept = self._take([c for c in sure if c.kind is not Kind.ABBREVIATION])
        kept += self._take([c for c in sure if c.kind is Kind.ABBREVIATION and not self._is_elsewhere_acronym(c)])
        weak = [c for c in found if c.trust is Trust.WEAK and not self._is_adverse(c)]
        kept += self._take(weak)
        kept += self._take(self._common_names([c for c in names if c.trust is Trust.LOOSE]))
        short = [c for c in found if c.trust is Trust.LOOSE and c.kind is Kind.ABBREVIATION]
        in_capitals = {c.name for c in found if c.kind is Kind.ABBREVIATION and not _is_titled(c)}
        short = [c for c in short if not (_is_titled(c) and c.name in in_capitals)]
        self._short = [(c.start, c.name) for c in short]
        kept += self._take(self._each(short, self._abbreviation))
        kept += self._each([c for c in found if c.trust is Trust.LOOSE and not c.name], self._pair)
        return [c for c in kept if c.kind is not Kind.ENDPOINTS or not self._is_told_by_name(c)]

    def _is_told_by_name(self, c: Candidate) -> bool:
        """
        Tell whether a name stands beside two ends which says the same.

        Ends that are not those of the whole corridor are a stretch of it where its name stands anywhere near.
        """
        if self.is_said_of_name(c.start, c.end, c.corridor):
            return True
        return c.certainty is not Certainty.CERTAIN and self.is_near_name(c.start, c.end, c.corridor)

    def is_near_name(self, start: int, end: int, corridor: str) -> bool:
        """
        Tell whether a name of a corridor stands in the same or the next paragraph or so.

        Parameters
        ----------
        start, end
            Where two ends stand in the text as read.
        corridor
            What they mean.
        """
        return any(
            (first, last) in self._proper and max(first - end, start - last) <= NEAR
            for first, last in self._known.nearest(corridor, start, end)
        )

    def is_said_of_name(self, start: int, end: int, corridor: str) -> bool:
        """
        Tell whether two ends are what a sentence says of a name of the same corridor: "the SEC links A with B".

        Parameters
        ----------
        start, end
            Where the two ends stand in the text as read.
        corridor
            What they mean.
        """
        sentence = self._reader.sentence(start, end)
        places = _capitalised(self._reader.text[start:end])
        return any(
            (first, last) in self._proper
            and (0 <= start - last <= BRACKET or (sentence.start <= first and last <= sentence.end))
            and (last <= start or len(places & _capitalised(self._reader.text[first:last])) < _BOTH)
            for first, last in self._known.nearest(corridor, start, end)
        )

    def _take(self, judged: list[Candidate]) -> list[Candidate]:
        """Let candidates bear witness for those judged later."""
        for c in judged:
            if not c.others:
                self._known.add(c.start, c.end, c.corridor)
                if c.name:
                    self._proper.add((c.start, c.end))
        return judged

    def _each(self, found: list[Candidate], judge: Callable[[list[Candidate]], Candidate | None]) -> list[Candidate]:
        """Judge the candidates of each place together."""
        ordered = sorted(found, key=lambda c: (c.start, c.end, c.kind is not Kind.NAME, self._rank(c)))
        groups = [
            list({c.corridor: c for c in reversed(list(group))}.values())[::-1]
            for _, group in groupby(ordered, lambda c: (c.start, c.end))
        ]
        return [best for group in groups if (best := judge(group)) is not None]

    def _is_adverse(self, c: Candidate) -> bool:
        """
        Tell whether the words around a name speak of other things than of goods, and no place speaks for it.

        A name that ends in "Railway", "Corridor" or the like stands by itself in capitals: tourists ride trains too.
        """
        context, (sentence, paragraph) = self._context(c.folded), self._spans(c)
        if context.is_named_after(c.at):
            return True
        sense = context.sense(c.at, sentence)
        if sense.others <= sense.goods or self._friend(c, within=0):
            return False
        if not c.is_lower and " " in c.name and not c.bare and not self._is_quoted(c):
            strange = sense.others > _MANY and not sense.goods and c.name.rsplit(" ", 1)[-1] in _ways()
            return (strange or context.is_of_art(c.at, sentence)) and not context.said(c.at, sentence, c.corridor)
        return sense.others > sense.goods + 1 or self._score(c, context, sentence, paragraph) < SOME

    def _is_elsewhere_acronym(self, c: Candidate) -> bool:
        """Tell whether a long abbreviation is said to stand for something else."""
        return self._context(c.folded).defined_otherwise(c.at, self._known.of(c.corridor)) == c.start

    def _common_names(self, found: list[Candidate]) -> list[Candidate]:
        """Judge common and shared names; those left in doubt follow what the same name means nearby."""
        certain = [c for c in self._each(found, self._common_name) if c.certainty is Certainty.CERTAIN]
        self._take(certain)
        self.strange.clear()
        kept = self._each(found, self._common_name)
        decided: dict[str, list[Candidate]] = {}
        for c in kept:
            if not c.others:
                decided.setdefault(c.name, []).append(c)
        for number, c in enumerate(kept):
            if c.others:
                same = [d for d in decided.get(c.name, ()) if d.corridor in (c.corridor, *c.others)]
                if same:
                    nearest = min(same, key=lambda d: abs(d.start - c.start))
                    kept[number] = replace(
                        c, corridor=nearest.corridor, others=(), certainty=Certainty.LESS_CERTAIN, kind=nearest.kind
                    )
        return kept

    def _common_name(self, group: list[Candidate]) -> Candidate | None:
        """Judge what a common or shared name means in one place, None where it means no corridor of the catalogue."""
        first = group[0]
        context, (sentence, paragraph) = self._context(first.folded), self._spans(first)
        if context.is_named_after(first.at) or self._reader.in_title(first.start, first.end):
            return None
        if (first.clipped and context.is_apart(first.at)) or (
            first.is_lower and (first.name in self._capital or context.is_indefinite(first.at))
        ):
            return None
        evidence = context.evidence(first.at, sentence, paragraph, [c.corridor for c in group])
        scores = {c.corridor: evidence.own[c.corridor] + self._support(c) for c in group}
        likely = sorted(group, key=lambda c: (-scores[c.corridor], self._rank(c)))
        best, score = likely[0], scores[likely[0].corridor]
        friends = any(self._friend(c, within=FAR) for c in group) or self._any_near(first)
        foreign = evidence.elsewhere > max(_FOREIGN_BESIDE if friends else _FOREIGN, score)
        if (foreign and best.corridor not in self._worldwide) or self._is_anothers(first, score):
            if not first.is_lower:
                self.strange.append((first.start, first.end))
            return None
        if not self._is_borne_out(likely, score, friends=friends):
            return None
        return self._decided(likely, scores, context.sense(first.at, sentence), friends=friends)

    def _is_anothers(self, c: Candidate, score: float) -> bool:
        """Tell whether a name is, by what its paragraph says, that of a namesake which no catalogue holds."""
        keys = self._bearers.get(c.name, ())
        if not keys:
            return False
        context, (sentence, paragraph) = self._context(c.folded), self._spans(c)
        weights = context.evidence(c.at, sentence, paragraph, keys, around=0).own
        for key in keys:
            near = any(paragraph.start <= c.folded.position(start) < paragraph.end for start, _ in self._known.of(key))
            weights[key] += FIRM * near
        best = max(keys, key=lambda key: weights[key])
        if weights[best] < max(FIRM, score):
            return False
        self._known.add(c.start, c.end, best)
        return True

    def _is_borne_out(self, likely: Sequence[Candidate], score: float, *, friends: bool) -> bool:
        """Tell whether the words around a common name let it be one of a corridor at all."""
        best = likely[0]
        context, (sentence, paragraph) = self._context(best.folded), self._spans(best)
        sense = context.sense(best.at, sentence)
        if self._is_other_sense(best, sense, context, score):
            return False
        if best.clipped and not (sense.goods or friends or score >= FIRM or context.has_noun(paragraph)):
            return False
        if score < SOME and (
            context.is_about_others(best.at, sense, friends=friends)
            or not (friends or sense.goods > sense.others or context.is_about_goods(best.at))
        ):
            return False
        if not best.is_lower:
            return True
        alone = len(likely) == 1 and sense.goods > sense.others
        told = score >= SOME and bool(friends or sense.goods)
        return alone or told or any(self._friend(c, within=FAR) for c in likely)

    def _decided(
        self, likely: Sequence[Candidate], scores: Mapping[str, float], sense: Sense, *, friends: bool
    ) -> Candidate | None:
        """
        Return the likeliest corridor, with the others that it may be where they come close.

        A name that others outside the catalogue bear too means none where little speaks for its one bearer in it.
        """
        best, *rest = likely
        score, second = scores[best.corridor], scores[rest[0].corridor] if rest else 0.0
        if rest and score < second * _MARGIN + _LEAST_MARGIN:
            close = (c.corridor for c in rest if scores[c.corridor] * _MARGIN + _LEAST_MARGIN > score)
            return replace(best.less(Certainty.UNCERTAIN), others=tuple(close))
        if best.shared and score < SOME and not friends:
            return best.less(Certainty.UNCERTAIN) if sense.goods > _MANY else None
        sure = score >= FIRM or (friends and not rest) or (score >= SOME and sense.goods > 0 and not best.is_lower)
        return best if sure else best.less(Certainty.LESS_CERTAIN)

    def _is_other_sense(self, c: Candidate, sense: Sense, context: Context, score: float) -> bool:
        """Tell whether a common name is one of a corridor to walk in, of an air route or of the like."""
        goods = sense.goods + self._told(c, context, self._spans(c)[0])
        if sense.rooms:
            return c.is_lower or goods <= sense.rooms
        if sense.others > sense.goods:
            return c.is_lower or sense.others > goods
        return not c.is_lower and score < SOME and context.is_indefinite(c.at)

    def _abbreviation(self, group: list[Candidate]) -> Candidate | None:
        """Judge a short abbreviation: it needs its name in the text, or goods and places of the corridor around it."""
        first = group[0]
        context, (sentence, paragraph) = self._context(first.folded), self._spans(first)
        if context.is_cry(first.at) or context.is_person(first.at) or context.is_named_after(first.at):
            return None
        supports = {c.corridor: self._abbreviation_support(c, context, sentence, paragraph) for c in group}
        kept = [c for c in group if supports[c.corridor] is not None]
        if not kept:
            return None
        best, *rest = sorted(kept, key=lambda c: (-(supports[c.corridor] or 0.0), self._rank(c)))
        score, second = supports[best.corridor] or 0.0, (supports[rest[0].corridor] or 0.0) if rest else 0.0
        if rest and score < second * _MARGIN + _LEAST_MARGIN:
            return replace(best.less(Certainty.UNCERTAIN), others=tuple(c.corridor for c in rest))
        return best if self._friend(best, within=len(best.folded.source)) else best.less(Certainty.LESS_CERTAIN)

    def _abbreviation_support(self, c: Candidate, context: Context, sentence: Span, paragraph: Span) -> float | None:
        """Return how much speaks for an abbreviation's standing for a corridor, None when too little does."""
        own = self._known.of(c.corridor)
        other = context.defined_otherwise(c.at, own)
        evidence = context.evidence(c.at, sentence, paragraph, [c.corridor])
        score = evidence.own[c.corridor]
        if own:
            nearest = next((end for _, end in self._known.nearest(c.corridor, c.start, c.end)), c.start)
            if other is not None and (other == c.start or nearest < other <= c.start):
                return None
            if self._is_introduced(c):
                return SAME + self._support(c)
            if context.is_explained(c.at, sentence) and not self._friend(c, within=0):
                return None
            told = _TOLD if self._is_spelt(c) else self._told(c, context, sentence)
            return None if context.is_acronym_elsewhere(c.at, sentence, told) else 3.0 + self._support(c)
        if other is not None or context.is_acronym_elsewhere(c.at, sentence, self._told(c, context, sentence)):
            return None
        sense = context.sense(c.at, sentence)
        known_near = self._any_near(c) if len(c.name) > _SHORT else self._in_company(c)
        if evidence.elsewhere > max(_FOREIGN, score) and not known_near:
            return None
        related = self._support(c)
        if len(c.name) > _SHORT:
            goods = sense.goods > 1 or (sense.goods and (score >= SOME or context.is_along(c.at)))
            enough = related or known_near or score >= FIRM or goods
            return score + related if enough else None
        signs = (sense.goods > 0) + (score >= 1) + (related >= SOME) + context.is_along(c.at) + self._in_company(c)
        return score + related if signs > 1 else None

    def _is_introduced(self, c: Candidate) -> bool:
        """Tell whether an abbreviation stands in brackets beside its name somewhere, or the name beside it."""
        key = (c.corridor, c.name)
        if key not in self._introduced:
            length = c.end - c.start
            self._introduced[key] = any(
                0 <= place - end <= BRACKET or 0 <= start - place - length <= BRACKET
                for place, name in self._short
                if name == c.name
                for start, end in self._known.nearest(c.corridor, place, place + length)
            )
        return self._introduced[key]

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

    def _pair(self, group: list[Candidate]) -> Candidate | None:
        """
        Judge two ends, None for a journey or a flight between them.

        A bare pair, "Chennai-Vladivostok" and no more, needs a word of transport or a surer name near it.
        """
        first = group[0]
        context, (sentence, _) = self._context(first.folded), self._spans(first)
        sense = context.sense(first.at, sentence)
        transport = sense.goods + context.has_head(first.at, sentence)
        if sense.others > transport or context.is_journey(first.at, sentence) or context.is_apart(first.at):
            return None
        if transport or self._any_near(first) or self._friend(first, within=len(first.folded.source)):
            return first
        return first.less(Certainty.LESS_CERTAIN) if context.is_joined(first.at) else None


def _capitalised(text: str) -> set[str]:
    return {word for word in _WORDS.findall(text) if word[0].isupper()}


def _is_titled(c: Candidate) -> bool:
    """Tell whether an abbreviation is written like a word, with one capital."""
    return c.folded.source[c.start + 1 : c.end].islower()


def _ways() -> frozenset[str]:
    """Return the nouns that alleys and songs are called by too."""
    return lexicon().words("routes.ways")
