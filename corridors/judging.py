"""
Which of the possible mentions of a text are meant, which corridor a shared name means, and how sure that is.

Names that tell enough come first, since they bear witness for the others: then common names, then short
abbreviations, then pairs of ends.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from corridors.abbreviations import glossed, is_titled, well_spelt
from corridors.adverse import Adverse
from corridors.besides import (
    is_of_body,
    is_of_others,
    is_second_half,
    is_troupe,
    is_undertaking,
)
from corridors.candidates import Candidate, Trust, leftmost_longest
from corridors.context import Context
from corridors.entries import is_common, is_directions, is_figurative
from corridors.lexicon import lexicon
from corridors.model import Certainty, Kind, Mode
from corridors.quotes import Reader
from corridors.senses import Sense
from corridors.weighing import BRACKET, FAR, FIRM, LEAST_MARGIN, MARGIN, NEAR, SOME, Knowledge

_WORDS, _POINTING = re.compile(r"[^\W_]+"), (" this ", " that ")
_BOTH, _MANY, _FEW, _WORD, _KIN, _FOREIGN, _FOREIGN_BESIDE = 2, 2, 3, 3, 2, 1.2, 2.0
_OPENING = re.compile(
    r"\b(?:from|between|linking|connecting|joining|connects?|joins?|"
    r"(?:(?<=\bto )|(?<=\bwill )|(?<=\bwould )|(?<=\bthat ))link)\b"
)


class Judge(Adverse):
    """
    Judges the candidates of one text; `strange` are names of the catalogue that mean a corridor it does not hold.

    Parameters
    ----------
    knowledge, reader
        As for `Weighing`.
    """

    def __init__(self, knowledge: Knowledge, reader: Reader) -> None:
        super().__init__(knowledge, reader)
        self._proper: set[tuple[int, int]] = set()
        self._capital: dict[str, list[int]] = {}

    def judged(self, found: Sequence[Candidate]) -> list[Candidate]:
        """Return the candidates that the context bears out, with how sure they are, in no order."""
        found = self._without_past(found)
        names = [c for c in found if c.kind not in (Kind.ABBREVIATION, Kind.ENDPOINTS) and c.name]
        self._capital = {}
        whole = {(c.start, c.end) for c in leftmost_longest(names)}
        for c in names:
            if not c.is_lower and (c.start, c.end) in whole:
                self._capital.setdefault(c.name, []).append(c.start)
        found = glossed(self._without_ships(found, names))
        self._wholes = self._wholes_of(found)
        sure = [c for c in found if c.trust is Trust.SURE and not self._is_anything_else(c)]
        kept = self._take([c for c in sure if c.kind is not Kind.ABBREVIATION])
        short = [c for c in sure if c.kind is Kind.ABBREVIATION and not self._is_elsewhere_acronym(c)]
        kept += self._take([c for c in well_spelt(short) if not self._is_side(c)])
        kept += self._take(self._weak_names([c for c in found if c.trust is Trust.WEAK]))
        kept += self._take(self._common_names([c for c in names if c.trust is Trust.LOOSE]))
        short = [c for c in found if c.trust is Trust.LOOSE and c.kind is Kind.ABBREVIATION]
        in_capitals = {c.name for c in found if c.kind is Kind.ABBREVIATION and not is_titled(c)}
        short = [c for c in short if not (is_titled(c) and c.name in in_capitals)]
        self._short = [(c.start, c.name) for c in short]
        kept += self._borne_out_together(short)
        kept += self._each([c for c in found if c.trust is Trust.LOOSE and not c.name], self._pair)
        return [c for c in self._untold(kept) if not (is_of_body(c.folded, c.at, c.end) or self._is_branch(c))]

    def _borne_out_together(self, short: list[Candidate]) -> list[Candidate]:
        """Judge abbreviations; what letters mean in few places of a text is nothing, what in most tells of the rest."""
        kept = self._each(short, self._abbreviation)
        places = Counter(name for name, _ in {(c.name, c.start) for c in short})
        left = Counter(c.name for c in kept)
        kept = self._take([c for c in kept if left[c.name] * _FEW > places[c.name] or self._known.of(c.corridor)])
        most = {name for name in left if len(name) > _WORD and places[name] > left[name] >= places[name] / _MANY}
        seen = {c.start for c in kept}
        again = [c for c in short if c.name in most and c.start not in seen]
        return kept + self._take(self._each(again, self._abbreviation))

    def _untold(self, kept: Sequence[Candidate]) -> Iterator[Candidate]:
        """Yield all but the ends that a name tells already; those of a whole corridor, in words, stay."""
        for c in kept:
            whole = c.kind is Kind.ENDPOINTS and c.certainty is Certainty.CERTAIN
            if whole and (opening := _OPENING.search(c.folded.text, *c.at)):
                yield self._behind_names(c, opening.start())
            elif c.kind is not Kind.ENDPOINTS or not self._is_told_by_name(c):
                yield c

    def _behind_names(self, c: Candidate, opening: int) -> Candidate:
        """Return two ends from their preposition on where the noun before it belongs to a name: "TAZARA line from"."""
        near = self._known.near(c.start, c.end)
        if not any((start, end) in self._proper and start <= c.start < end for start, end, _ in near):
            return c
        return replace(c, at=(opening, c.at[1]), start=c.folded.span(opening, c.at[1])[0])

    def _is_told_by_name(self, c: Candidate) -> bool:
        """
        Tell whether a name stands beside two ends which says the same.

        Ends that are not those of the whole corridor are a stretch of it where its name stands anywhere near.
        """
        if self.is_said_of_name(c.start, c.end, c.corridor):
            return True
        if any(
            key == c.corridor and (start, end) in self._proper for start, end, key in self._known.near(c.start, c.end)
        ):
            return True  # "Southern Economic Corridor from Bangkok to Phnom Penh"
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

    def _common_names(self, found: list[Candidate]) -> list[Candidate]:
        """Judge common and shared names; those left in doubt follow what the same name means nearby."""
        certain = [c for c in self._each(found, self._common_name) if c.certainty is Certainty.CERTAIN]
        self._take(certain)
        self.strange.clear()
        settled = {(c.start, c.end) for c in certain}
        open_ = [c for c in found if (c.start, c.end) not in settled]
        kept = [c for c in certain + self._each(open_, self._common_name) if not self._is_refused(c)]
        decided: dict[str, list[Candidate]] = {}
        for c in kept:
            if not c.others:
                decided.setdefault(c.name, []).append(c)
        for number, c in enumerate(kept):
            if c.others and (same := [d for d in decided.get(c.name, ()) if d.corridor in (c.corridor, *c.others)]):
                nearest = min(same, key=lambda d: abs(d.start - c.start))
                kept[number] = replace(
                    c, corridor=nearest.corridor, others=(), certainty=Certainty.LESS_CERTAIN, kind=nearest.kind
                )
        return kept

    def _common_name(self, group: list[Candidate]) -> Candidate | None:
        """Judge what a common or shared name means in one place, None where it means no corridor of the catalogue."""
        first = group[0]
        context, (sentence, paragraph) = self._context(first.folded), self._spans(first)
        if context.is_named_after(first.at) or context.is_in_house(first.at) or is_troupe(first.folded, first.at):
            return None
        small = first.clipped and first.is_lower and self._is_epithet(first)  # "often called “the chicken's neck”"
        titled = (self._reader.in_title(first.start, first.end) and not small) or self._is_album(first)
        keys = [c.corridor for c in group]
        if titled or is_second_half(first.folded, first.at) or (first.shared and self._is_part(first, keys)):
            return None
        if first.shared and self._is_of_other_kind(group):
            return None
        if first.shared and context.is_anothers(first.at, keys):
            self.strange.append((first.start, first.end))
            return None
        others = is_of_others(first.folded, first.at) or context.is_apart(first.at)
        if first.clipped and (others or (first.is_lower and not small)):
            return None
        if first.is_lower and (context.is_indefinite(first.at) or is_figurative(first.name)):
            return None
        evidence = context.evidence(first.at, sentence, paragraph, keys)
        scores = {c.corridor: evidence.own[c.corridor] + self._support(c) for c in group}
        likely = sorted(group, key=lambda c: (-scores[c.corridor], self._rank(c)))
        best, score = likely[0], scores[likely[0].corridor]
        own = any(self._friend(c, within=FAR) for c in group)
        friends = own or self._any_near(first)
        sure = not (first.shared or first.is_lower)
        lenient = friends or sure  # "the Middle Corridor carries goods past Russia"
        foreign = evidence.elsewhere > max(_FOREIGN_BESIDE if lenient else _FOREIGN, score)
        at_sea = foreign and self._knowledge.catalogue[best.corridor].modes == (Mode.SEA,)
        if (foreign and not at_sea) or self._is_anothers(best, score):
            if not first.is_lower:
                self.strange.append((first.start, first.end))
            return None
        if (is_figurative(first.name) and score < SOME) or not self._is_borne_out(likely, score, friends=friends):
            return None
        if first.shared and not (own or score >= SOME or context.has_freight(first.at, sentence)):
            return None
        decided = self._decided(likely, scores, context.sense(first.at, sentence), friends=friends)
        told = own or evidence.own[best.corridor] > 0 or self._has_kin(best)
        if decided is None or decided.others or told or len(group) == 1:
            return decided
        return replace(best.less(Certainty.UNCERTAIN), others=tuple(c.corridor for c in likely[1:]))

    def _has_kin(self, c: Candidate) -> bool:
        """Tell whether a corridor named near runs through several countries of a candidate's; one tells too little."""
        reach = self._knowledge.reach
        mine = reach.get(c.corridor, frozenset())
        return any(len(mine & reach.get(key, frozenset())) >= _KIN for *_, key in self._beside(c, NEAR))

    def _is_refused(self, c: Candidate) -> bool:
        """Tell whether a shared name that little speaks for means something else in another place of the text."""
        doubtful = c.shared and c.certainty is not Certainty.CERTAIN
        return doubtful and c.name in self._refused and not self._friend(c, within=FAR)

    def _is_epithet(self, c: Candidate) -> bool:
        """Tell whether a name in small letters stands for a corridor named near it: "the chicken neck", and no noun."""
        context = self._context(c.folded)
        within = FAR if self._told(c, context, self._spans(c)[0]) else NEAR  # "smaller than India’s chicken neck"
        return context.stands_alone(c.at) and not is_of_others(c.folded, c.at) and self._friend(c, within=within)

    def _is_borne_out(self, likely: Sequence[Candidate], score: float, *, friends: bool) -> bool:
        """Tell whether the words around a common name let it be one of a corridor at all."""
        best = likely[0]
        context, (sentence, paragraph) = self._context(best.folded), self._spans(best)
        sense = context.sense(best.at, sentence)
        if self._is_other_sense(best, sense, context, score):
            self._refused.add(best.name)
            return False
        if best.clipped and not (sense.goods or friends or score >= FIRM or context.has_noun(paragraph)):
            return False
        if is_directions(best.name) and not (
            context.stands_alone(best.at) and self._friend(best, within=FAR) and sense.others <= sense.goods
        ):
            return False
        if score < SOME and (
            context.is_about_others(best.at, sense, friends=friends)
            or (
                not (friends or sense.goods > sense.others or context.is_about_goods(best.at))
                and (best.shared or not context.is_plain(best.at))
            )
        ):
            return False
        if not best.is_lower:
            return True
        if best.bare and best.shared:
            near = score >= SOME or self._friend(best, within=NEAR)
            said = "rail" in best.name or context.said(best.at, sentence, best.corridor) >= SOME
            told = sense.goods > sense.others or (not sense.others and said)
            if is_undertaking(best.folded, best.at, best.name):
                return near and sense.others <= sense.goods
            if best.folded.text.endswith(_POINTING, 0, best.at[0]):
                return self._friend(best, within=NEAR) and sense.others <= sense.goods
            return (context.stands_alone(best.at) and told and near) or (best.clipped and self._is_epithet(best))
        if best.name in self._capital:
            shown = self._reader.sentence(best.start, best.end)
            far = 0 if context.is_english(best.at) else NEAR  # "Der mittlere Korridor wächst. Der Mittlere Korridor"
            beside = any(shown.start - far <= start < shown.end + far for start in self._capital[best.name])
            told = sense.goods > sense.others and context.said(best.at, sentence, best.corridor) >= SOME
            small = not context.has_capitals(best.at) and score >= SOME and not sense.others
            inside = best.folded.text.endswith(" in the ", 0, best.at[0])  # "drivers wait in the middle corridor"
            known = score >= FIRM and not inside and self._friend(best, within=FAR)
            plenty = (sense.goods > _MANY and not best.shared) or (known and score > _MANY * FIRM)
            return told or small or ((plenty or beside) and not sense.others)
        alone = (
            len(likely) == 1
            and sense.goods > sense.others
            and not (best.shared and is_common(best.name) and score < SOME)
        )
        plain = best.name.count(" ") > 1 and not sense.others and context.said(best.at, sentence, best.corridor) >= FIRM
        told = plain or (score >= SOME and bool(friends or sense.goods or not context.has_capitals(best.at)))
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
        if rest and score < second * MARGIN + LEAST_MARGIN:
            close = (c.corridor for c in rest if scores[c.corridor] * MARGIN + LEAST_MARGIN > score)
            return replace(best.less(Certainty.UNCERTAIN), others=tuple(close))
        if best.shared and score < SOME and not friends:
            return best.less(Certainty.UNCERTAIN) if sense.goods > _MANY else None
        sure = score >= FIRM or (friends and not rest) or (score >= SOME and sense.goods > 0 and not best.is_lower)
        return best if sure else best.less(Certainty.LESS_CERTAIN)

    def _is_other_sense(self, c: Candidate, sense: Sense, context: Context, score: float) -> bool:
        """Tell whether a common name is one of a corridor to walk in, of an air route or of the like."""
        near = context.is_english(c.at) and self._friend(c, within=NEAR) and not sense.rooms
        goods = sense.goods + self._told(c, context, self._spans(c)[0]) + near
        if sense.rooms:
            # "There is room for improvement on the Middle Corridor" in a text about freight
            wide = not c.shared and c.folded.source[c.start].isupper() and context.is_about_goods(c.at)
            return c.is_lower or goods + _MANY * wide <= sense.rooms
        if sense.others > sense.goods:
            return c.is_lower or sense.others > goods
        return not c.is_lower and score < SOME and context.is_indefinite(c.at)

    def _pair(self, group: list[Candidate]) -> Candidate | None:
        """
        Judge two ends, None for a journey or a flight between them.

        A bare pair, "Chennai-Vladivostok" and no more, needs a word of transport or a surer name near it.
        """
        first = group[0]
        context, (sentence, _) = self._context(first.folded), self._spans(first)
        sense = context.sense(first.at, sentence)
        transport = sense.goods + context.has_head(first.at, sentence)
        if not transport and self._friend(first, within=NEAR):
            transport += len(context.words(sentence, first.at) & lexicon().words("grammar.distances"))
        if sense.others > transport or context.is_journey(first.at, sentence) or context.is_apart(first.at):
            return None
        if context.is_plight(first.at, sentence):
            return None
        if transport or self._any_near(first) or self._friend(first, within=len(first.folded.source)):
            return first
        around = context.words(sentence, first.at) | {*first.folded.text[slice(*first.at)].split()}
        told = context.is_joined(first.at) and not around.isdisjoint(lexicon().words("grammar.ways_told"))
        return first.less(Certainty.LESS_CERTAIN) if told else None


def _capitalised(text: str) -> set[str]:
    return {word for word in _WORDS.findall(text) if word[0].isupper()}
