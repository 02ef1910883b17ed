"""What the words around a name say: goods or something else, which countries, and what an abbreviation stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt

from corridors.bearers import is_bearer
from corridors.besides import goes_on, is_title, is_work, one_of_many
from corridors.definitions import defined_otherwise
from corridors.fold import Folded
from corridors.heads import with_head
from corridors.letters import letter_runs
from corridors.lexicon import lexicon
from corridors.senses import (
    Sense,
    acting_behind,
    alone_behind,
    apart_behind,
    called_before,
    corridor_noun,
    firm_behind,
    goods_words,
    head_behind,
    house_behind,
    other_words,
    person_before,
    person_behind,
    plight_before,
    sense,
    venue_behind,
    word_set,
)
from corridors.sentences import Span
from corridors.terms import Gazette, Occurrence
from corridors.tongues import tongue

_AROUND, _NEAR = 1_000, 600
_BESIDE, _SENTENCE, _PARAGRAPH, _CLOSE, _FAR = 6.0, 4.0, 1.5, 0.8, 0.4
_REGION, _CUE, _ELSEWHERE, _OFF_LINE = 0.6, 1.0, 0.35, 0.2
_LITTLE, _EXCUSED = 0.1, 2
_SMALL = ("french", "spanish", "portuguese", "italian", "russian")
_STOPS, _BEFORE_NAME, _BEFORE_ENDS = ";:()", 30, 60
_BEFORE = re.compile(r"(?:'?s)? (?:(?:new|planned|proposed|own|main|entire) )?")
_OWNER = re.compile(r"(?:'s|s') (?:(?:new|planned|proposed|own|main|entire) )?")
_BEHIND = re.compile(r" (?:of|in|through|across|between|to|from) (?:the )?(?:\w+ )?")
_INDEFINITE = re.compile(r"\b(?:an?|another|one|any) $")
_DEFINITE = re.compile(r"\b(?:the|de[rnms]|del|le|du|el|il) $")
_JOINED = re.compile(r"\b(?:to|and|with)\b")
_ALONG = re.compile(
    r"\b(?:(?:along|via|through|by|over|across|down|up)|(?:route|section|stretch|segment) of) (?:the )?$|\bon the $"
)
_REACHING = re.compile(
    r" (?:will |would |also |to |that )?(?:connects?|connecting|links?|linking|stretch(?:es|ing)?|cross(?:es|ing)?|"
    r"traverses?|spans?)\b| [^.;!?]{0,60}\b(?:two|three|four|several) (?:[a-z]+ )?(?:corridors|routes|branches)\b"
)


_Asked = tuple[tuple[int, int], Span, Span, tuple[str, ...], int]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for each of some corridors, and for places that are on none of them."""

    own: dict[str, float]
    elsewhere: float


@dataclass
class Context:
    """
    The words around the names of one text.

    `reach` are the countries of each corridor, `lines` those of them in which places of its line lie.
    """

    folded: Folded
    gazette: Gazette
    reach: Mapping[str, frozenset[str]]
    lines: Mapping[str, frozenset[str]] = field(default_factory=dict)
    _blocks: dict[int, list[Occurrence]] = field(default_factory=dict)
    _languages: dict[int, str] = field(default_factory=dict)
    _senses: dict[tuple[tuple[int, int], Span], Sense] = field(default_factory=dict)
    _weighed: dict[_Asked, Evidence] = field(default_factory=dict)
    _named_after: dict[tuple[int, int], bool] = field(default_factory=dict)

    def sense(self, at: tuple[int, int], sentence: Span) -> Sense:
        """Count what the sentence (in the folded text) around a name is about."""
        if (at, sentence) not in self._senses:
            language, clause = self._language(at), self._clause(at, sentence)
            found = sense(self.words(sentence, at), self._without(sentence, at), language)
            rooms = word_set("rooms", language).count(self.words(clause, at), self._without(clause, at))
            self._senses[at, sentence] = found._replace(rooms=rooms)
        return self._senses[at, sentence]

    def is_about_others(self, at: tuple[int, int], sense: Sense, *, friends: bool) -> bool:
        """
        Tell whether the text around a name is about other things than goods.

        Parameters
        ----------
        at
            Where the name stands in the folded text.
        sense
            What its sentence is about.
        friends
            Whether surer names stand near.
        """
        wider = self.sense(at, Span(max(0, at[0] - _AROUND), at[1] + _AROUND))
        if not sense.goods and wider.others > max(1, wider.goods):
            return True
        return not friends and wider.others > max(2, 2 * wider.goods)

    def is_plain(self, at: tuple[int, int]) -> bool:
        """Tell whether an article stands before a name, in Turkish none, and nothing around speaks of other things."""
        wider = self.sense(at, Span(max(0, at[0] - _AROUND), at[1] + _AROUND))
        led = bool(_DEFINITE.search(self.folded.text, max(0, at[0] - 5), at[0])) or self._language(at) == "turkish"
        return led and not wider.others

    def is_about_goods(self, at: tuple[int, int]) -> bool:
        """Tell whether the text around a name speaks of transport more than of other things."""
        wider = self.sense(at, Span(max(0, at[0] - _AROUND), at[1] + _AROUND))
        return wider.goods > wider.others

    def is_acronym_elsewhere(self, at: tuple[int, int], sentence: Span, support: float = 0.0) -> bool:
        """
        Tell whether a sentence is about parties, courts, shares or machines rather than about goods.

        Parameters
        ----------
        at
            Where the abbreviation stands in the folded text.
        sentence
            The sentence around it.
        support
            What speaks for its standing for a corridor, counted like words of transport.
        """
        around, stretches = self.words(sentence, at), self._without(sentence, at)
        letters = around & lexicon().words("routes.acronym_senses")
        others = other_words(self._language(at)).among(around) - letters
        foreign = len(letters) + max(0, len(others) - _EXCUSED * (support > 0))  # hospitals are built along corridors
        return foreign > goods_words(self._language(at)).count(around, stretches) + support

    def is_explained(self, at: tuple[int, int], sentence: Span) -> bool:
        """Tell whether a sentence says what the letters of an abbreviation mean."""
        return word_set("meaning").count(self.words(sentence, at), self._without(sentence, at)) > 0

    def is_indefinite(self, at: tuple[int, int]) -> bool:
        """Tell whether "a", "another" or the like stands before a name."""
        return bool(_INDEFINITE.search(self.folded.text, max(0, at[0] - 12), at[0]))

    def is_one_of_many(self, at: tuple[int, int]) -> bool:
        """Tell whether a name without a noun is a kind of thing, "a Trans-Siberian of a spell", or one of a country."""
        return one_of_many(self.folded.source, self.folded.span(*at)[1], indefinite=self.is_indefinite(at))

    def is_called(self, at: tuple[int, int]) -> bool:
        """Tell whether a noun right before a name, as in "the steamer", makes something else of it."""
        called = called_before().search(self.folded.text, max(0, at[0] - _BEFORE_NAME), at[0])
        return bool(called) or is_title(self.folded, at)

    def is_named_after(self, at: tuple[int, int]) -> bool:
        """Tell whether "street" right behind a name, or "the steamer" right before it, makes something else of it."""
        if at not in self._named_after:
            text, end = self.folded.text, self.folded.span(*at)[1]
            behind = (
                firm_behind().match(self.folded.source, end)
                or any(venue_behind().match(text, last) for last in (at[1], with_head(text, at[1])))
                or is_work(self.folded, at)
            )
            self._named_after[at] = bool(behind) or self.is_called(at) or goes_on(self.folded, at, end)
        return self._named_after[at]

    def is_acting(self, at: tuple[int, int]) -> bool:
        """Tell whether the words behind an abbreviation make people of it: "had called a strike", "leader"."""
        return bool(acting_behind().match(self.folded.text, at[1]))

    def is_plight(self, at: tuple[int, int], sentence: Span) -> bool:
        """Tell whether something befalls the stretch between two ends: "insecurity from Lamu to Garissa"."""
        if plight_before().search(self.folded.text, max(0, at[0] - _BEFORE_ENDS), at[0]):
            return True
        words = self.words(sentence, at)
        return not self._goods(words, sentence, at) and not words.isdisjoint(word_set("plights").whole)

    def is_in_house(self, at: tuple[int, int]) -> bool:
        """Tell whether the words right behind a name say in which house it is: "of the ministry"."""
        return bool(house_behind().match(self.folded.text, at[1]))

    def is_apart(self, at: tuple[int, int]) -> bool:
        """Tell whether a noun such as "canal" right behind a name without a noun makes something else of it."""
        return bool(apart_behind().match(self.folded.text, at[1]))

    def is_about_letters(self, at: tuple[int, int]) -> bool:
        """Tell whether the text around an abbreviation speaks of courts, shares or machines more than of transport."""
        around = Span(max(0, at[0] - _AROUND), at[1] + _AROUND)
        letters = self.words(around, at) & lexicon().words("routes.acronym_senses")
        return len(letters) > max(1, self.sense(at, around).goods)

    def has_noun(self, paragraph: Span) -> bool:
        """Tell whether a paragraph speaks of corridors."""
        return bool(corridor_noun().search(self.folded.text, *paragraph))

    def is_of_art(self, at: tuple[int, int], sentence: Span) -> bool:
        """Tell whether a sentence is about songs, films and the like, and not about goods at all."""
        return self.count("works", at, sentence) > 0 and not self._goods(self.words(sentence, at), sentence, at)

    def is_elsewhere(self, at: tuple[int, int], sentence: Span, *, proper: bool = False) -> bool:
        """Tell whether a sentence without goods is about games, airlines on a "route", or animals by a loose name."""
        if self._goods(words := self.words(sentence, at), sentence, at):
            return False
        wild = 0 if proper else len(words & word_set("wild").whole) + self.folded.text.startswith(" for ", at[1])
        route = self.folded.text[slice(*at)].endswith(("route", "routes"))
        wild = max(wild, len(words & word_set("sport").whole))
        return wild > 1 or (route and not words.isdisjoint(word_set("air").whole))

    def around(self, at: tuple[int, int], within: Span) -> tuple[set[str], tuple[str, str], str]:
        """Return the words of a stretch beside a name, what of it stands before and behind the name, the language."""
        return self.words(within, at), self._without(within, at), self._language(at)

    def count(self, section: str, at: tuple[int, int], within: Span) -> int:
        """Count the words of a section of the senses in a stretch beside a name."""
        words, stretches, language = self.around(at, within)
        return word_set(section, language).count(words, stretches)

    def is_person(self, at: tuple[int, int]) -> bool:
        """Tell whether an abbreviation is somebody's name: "Mr TRIPP", "the TRIPP family"."""
        text = self.folded.text
        low = max(0, at[0] - _BEFORE_NAME)
        return bool(person_behind().match(text, at[1]) or person_before().search(text, low, at[0]))

    def has_freight(self, at: tuple[int, int], sentence: Span) -> bool:
        """Tell whether a sentence names cargo, in languages other than English any word of goods."""
        words = self.words(sentence, at)
        if self._language(at) == "english":
            return not words.isdisjoint(lexicon().words("routes.freight"))
        return self._goods(words, sentence, at) > 0

    def is_english(self, at: tuple[int, int]) -> bool:
        """Tell whether the text around a place is English, as far as can be told."""
        return self._language(at) == "english"

    def has_capitals(self, at: tuple[int, int]) -> bool:
        """Tell whether the language around a name writes names of corridors with capitals."""
        return self._language(at) not in _SMALL

    def stands_alone(self, at: tuple[int, int]) -> bool:
        """Tell whether a name is followed by no noun: by a mark, a verb or a preposition."""
        end = self.folded.span(*at)[1]
        return bool(alone_behind().match(self.folded.source, end))

    def is_hyphened(self, at: tuple[int, int]) -> bool:
        """Tell whether an abbreviation begins a name with a hyphen, as in "BAM-Tour", in a text that is not German."""
        end = self.folded.span(*at)[1]
        behind = self.folded.source[end : end + 3]
        return behind[:1] == "-" and behind[1:2].isupper() and behind[2:].islower() and self._language(at) != "german"

    def is_along(self, at: tuple[int, int]) -> bool:
        """Tell whether "along the" or the like stands before a name, or behind it "route" or what a route does."""
        text = self.folded.text
        if _ALONG.search(text, max(0, at[0] - 20), at[0]) or head_behind().match(text, at[1]):
            return True
        return _REACHING.match(text, at[1]) is not None

    def is_joined(self, at: tuple[int, int]) -> bool:
        """Tell whether "to", "and" or "with" stands between two ends."""
        return bool(_JOINED.search(self.folded.text, *at))

    def has_head(self, at: tuple[int, int], sentence: Span) -> bool:
        """Tell whether a noun such as "route" or a word such as "rail" stands in the sentence."""
        around = self.words(sentence, at)
        return bool(around & lexicon().words("routes.transport")) or self._goods(around, sentence, at) > 0

    def is_journey(self, at: tuple[int, int], sentence: Span) -> bool:
        """Tell whether a sentence is about a person's travels and not about goods."""
        around = self.words(sentence, at)
        return bool(around & lexicon().words("routes.journeys")) and not self._goods(around, sentence, at)

    def is_anothers(self, at: tuple[int, int], corridors: Sequence[str]) -> bool:
        """Tell whether a name is that of a country off its corridors: "Poland's North-South corridor"."""
        near = self.gazette.within(self.folded, max(0, at[0] - _BEFORE_NAME), at[0], self._blocks)
        owners = [found for found in near if _OWNER.fullmatch(self.folded.text, found.end, at[0])]
        own = any(found.term.region or self._share(found, key, corridors) for found in owners for key in corridors)
        return bool(owners) and not own

    def said(self, at: tuple[int, int], sentence: Span, corridor: str) -> float:
        """Weigh the places that the sentence of a name itself names."""
        return self.evidence(at, sentence, sentence, [corridor], around=0).own[corridor]

    def evidence(
        self, at: tuple[int, int], sentence: Span, paragraph: Span, corridors: Sequence[str], *, around: int = _AROUND
    ) -> Evidence:
        """
        Weigh the places named around a name.

        Parameters
        ----------
        at
            Where the name stands in the folded text.
        sentence, paragraph
            Those around it, in the folded text.
        corridors
            What it may mean.
        around
            How many characters before and behind it are looked at; with 0 those of its paragraph.
        """
        asked = (at, sentence, paragraph, tuple(corridors), around)
        if asked not in self._weighed:
            self._weighed[asked] = self._evidence(*asked)
        return self._weighed[asked]

    def _evidence(
        self, at: tuple[int, int], sentence: Span, paragraph: Span, corridors: Sequence[str], around: int
    ) -> Evidence:
        weights: dict[tuple[str, bool, frozenset[str]], tuple[float, Occurrence]] = {}
        start, end = max(0, at[0] - around), min(len(self.folded.text), at[1] + around)
        if not around:
            start, end = paragraph
        for found in self.gazette.within(self.folded, start, end, self._blocks):
            if found.start < at[1] and at[0] < found.end:
                continue
            weight = self._weight(found, at, sentence, paragraph)
            key = (found.word, found.term.corridor, found.term.keys)
            if key not in weights or weights[key][0] < weight:
                weights[key] = (weight, found)
        own, elsewhere = dict.fromkeys(corridors, 0.0), dict[frozenset[str], float]()
        for weight, found in weights.values():
            shares = {corridor: self._share(found, corridor, corridors) for corridor in corridors}
            for corridor, share in shares.items():
                own[corridor] += weight * share
            named = found.term.corridor or found.term.region or max(shares.values()) > _LITTLE
            if weight > _CLOSE and not named:
                elsewhere[found.term.keys] = max(weight, elsewhere.get(found.term.keys, 0.0))  # "Poland", "Warsaw"
        return Evidence(own, _ELSEWHERE * sum(elsewhere.values()))

    def related(self, one: str, other: str) -> float:
        """Return the share of countries that two corridors have in common."""
        mine, yours = self.reach.get(one, frozenset()), self.reach.get(other, frozenset())
        return len(mine & yours) / min(len(mine), len(yours)) if mine and yours else 0.0

    def defined_otherwise(self, at: tuple[int, int], own: Sequence[tuple[int, int]]) -> int | None:
        """Return where the words are that an abbreviation stands for if they are no name of the corridor; else None."""
        return defined_otherwise(self.folded.source, self.folded.span(*at), own)

    def words(self, within: Span, without: tuple[int, int]) -> set[str]:
        """Return the words of a stretch of the folded text except those of the name itself."""
        before, behind = self._without(within, without)
        return {*letter_runs(before), *letter_runs(behind)}

    def _clause(self, at: tuple[int, int], sentence: Span) -> Span:
        """Return the part of a sentence around a name that no semicolon, colon or bracket cuts off."""
        before, behind = self._without(sentence, at)
        start = max(before.rfind(sign) for sign in _STOPS) + 1
        ends = [place for sign in _STOPS if (place := behind.find(sign)) >= 0]
        return Span(sentence.start + start, at[1] + min(ends, default=len(behind)))

    def _without(self, within: Span, without: tuple[int, int]) -> tuple[str, str]:
        """Return what of a stretch of the folded text stands before a name and what behind it."""
        text = self.folded.text
        return text[within[0] : max(within[0], without[0])], text[without[1] : max(without[1], within[1])]

    def _language(self, at: tuple[int, int]) -> str:
        """Return the language around a place."""
        place = self.folded.origin(at[0]) // _NEAR
        if place not in self._languages:
            spoken = tongue(self.folded.source, Span(max(0, place * _NEAR - _NEAR // 3), (place + 1) * _NEAR))
            self._languages[place] = spoken.name if spoken else "english"
        return self._languages[place]

    def _goods(self, words: set[str], sentence: Span, at: tuple[int, int]) -> int:
        return goods_words(self._language(at)).count(words, self._without(sentence, at))

    def _weight(self, found: Occurrence, at: tuple[int, int], sentence: Span, paragraph: Span) -> float:
        text = self.folded.text
        if found.end <= at[0] and _BEFORE.fullmatch(text, found.end, at[0]):
            return _BESIDE
        if found.start >= at[1] and _BEHIND.fullmatch(text, at[1], found.start):
            return _BESIDE - 1
        for span, weight in ((sentence, _SENTENCE), (paragraph, _PARAGRAPH)):
            if span.start <= found.start and found.end <= span.end:
                return weight
        return _CLOSE if at[0] - _NEAR <= found.start <= at[1] + _NEAR else _FAR

    def _share(self, found: Occurrence, corridor: str, corridors: Sequence[str]) -> float:
        """Return how much a term speaks for a corridor: less, the more corridors and countries it speaks for."""
        keys = found.term.keys
        if found.term.corridor:
            return _CUE / sum(key in keys for key in corridors) if corridor in keys else 0.0
        countries = self.reach.get(corridor, frozenset())
        if not countries & keys:
            return 0.0
        if found.term.region:
            if is_bearer(corridor):
                return 0.0
            return _REGION * len(countries & keys) / len(countries)
        on_line = self.lines.get(corridor, countries)
        return (1.0 if keys & on_line or not on_line else _OFF_LINE) / sqrt(len(countries))
