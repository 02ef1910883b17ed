"""Names that give way to their context: works of art, clubs, animals' ways and longer names that begin with them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from corridors.abbreviations import Abbreviations, is_titled
from corridors.besides import (
    has_article,
    is_authored,
    is_by_somebody,
    is_kind,
    is_made,
    is_of_caravans,
    is_of_other_use,
    is_said_to_be_way,
    is_short_for,
    is_small_kind,
    is_troupe,
    is_vessel,
    is_work,
)
from corridors.candidates import Candidate, Trust, leftmost_longest
from corridors.lexicon import lexicon
from corridors.model import Kind
from corridors.parts import Wholes
from corridors.senses import word_set
from corridors.sentences import Span
from corridors.weighing import FAR, FIRM, NEAR, SOME
from corridors.windows import is_headline

_MANY, _BY, _BYLINE = 2, 300, 3
_GLOSS, _LONGEST_NUMBERED = 9, 20
_NUMBERED = re.compile(r"\bcorridor \d{1,2}[a-z]?,? (?:the )?$")
_DASH = re.compile(r"\s?[\u2013\u2014-]+\s?(?:the )?")
_SAILED = (" cruise", " transit", " voyage", " sailing", " shipping")
_ACROSS, _ALONG = "trans", (" по", " вдоль", " через", " на")
_PACT = ("agreement", "соглашение")
_ROUND, _ARTICLE_AND_SPACE = ' \t\r\n#*_"“”.', 4


class Adverse(Abbreviations):
    """Judges names that tell enough unless the words around speak against them; built as `Abbreviations` is."""

    _wholes = Wholes(())

    def _weak_names(self, found: Sequence[Candidate]) -> list[Candidate]:
        """Judge names that give way to their context: where the first is a song, only goods make others a corridor."""
        kept, known, art = [], set(), set()
        whole = {(c.start, c.end) for c in leftmost_longest(found)}
        titles = {c.folded.source[c.start : c.end] for c in found if self._is_title(c)}
        troupes = {c.corridor for c in found if is_troupe(c.folded, c.at)}
        for c in sorted(found, key=lambda c: (c.start, c.end)):
            context, (sentence, _) = self._context(c.folded), self._spans(c)
            heading = self._is_heading(c) or self._is_among_titles(c, titles) or self._is_of_troupe(c, troupes)
            adverse = heading or self._is_adverse(c)
            art_around = heading or context.is_of_art(c.at, sentence) or self._is_work(c) or self._is_bare_way(c)
            if (c.start, c.end) in whole:
                if adverse and c.corridor not in known and art_around:
                    art.add(c.corridor)
                known.add(c.corridor)
            if not adverse and (c.corridor not in art or self._is_way_by(c)):
                kept.append(c)
        return kept

    def _is_way_by(self, c: Candidate) -> bool:
        """Tell whether a sentence speaks of goods or of places on the way, where the same name is a song elsewhere."""
        context, (sentence, _) = self._context(c.folded), self._spans(c)
        if self._is_proper(c) and context.is_along(c.at):
            return True  # "her trip on the Trans-Siberian Railway"
        return context.sense(c.at, sentence).goods > 0 or context.said(c.at, sentence, c.corridor) >= FIRM

    def _without_ships(self, found: Sequence[Candidate], names: Sequence[Candidate]) -> list[Candidate]:
        """
        Leave out names of one word that are those of ships in the text, wherever they stand: "Sevmorput".

        In Russian a ship stands in quotation marks, and the way of that name does not.
        """
        single = [c for c in names if " " not in c.name]
        ships = {c.name for c in single if is_vessel(c.folded, c.at) or self._is_quoted_ship(c)}
        meant = [c.name in ships and (c.name.isascii() or self._is_quoted(c)) for c in found]
        return [c for c, ship in zip(found, meant, strict=True) if c.kind is Kind.ABBREVIATION or not ship]

    def _is_quoted_ship(self, c: Candidate) -> bool:
        """Tell whether a Russian name stands in quotation marks, without "along", in talk of one kind of ship."""
        if c.name.isascii() or not self._is_quoted(c) or c.folded.text.endswith(_ALONG, 0, max(0, c.at[0] - 1)):
            return False
        around = Span(max(0, c.at[0] - _BY), c.at[1] + _BY)
        return not self._context(c.folded).words(around, c.at).isdisjoint(word_set("vessels").whole)

    def _is_heading(self, c: Candidate) -> bool:
        """Tell whether a name is a paragraph of its own in a text about songs, films and the like."""
        paragraph = self._reader.paragraph(c.start, c.end)
        alone = c.folded.source[paragraph.start : paragraph.end].strip(_ROUND)
        return len(alone) <= c.end - c.start + _ARTICLE_AND_SPACE and self._is_among_art(c)

    def _is_title(self, c: Candidate) -> bool:
        """Tell whether the words right beside a name say that it is the title of a work: "the movie", "stars"."""
        context = self._context(c.folded)
        if c.is_lower or has_article(c.folded, c.at):
            return context.is_called(c.at) and not c.is_lower
        return context.is_called(c.at) or is_work(c.folded, c.at) or self._is_made(c)

    def _is_made(self, c: Candidate) -> bool:
        """Tell whether somebody wrote, sang or watched what a name is of, where no noun behind it is meant."""
        if is_authored(c.folded, c.at):
            return "\n" not in c.folded.source[c.end : c.end + _BYLINE] or self._is_among_art(c)
        return is_made(c.folded, c.at) and self._context(c.folded).stands_alone(c.at)

    def _is_among_titles(self, c: Candidate, titles: Collection[str]) -> bool:
        """Tell whether a name is written as a title elsewhere in the text, and neither an article nor goods are by."""
        if c.folded.source[c.start : c.end] not in titles or has_article(c.folded, c.at):
            return False
        context, (sentence, _) = self._context(c.folded), self._spans(c)
        return not context.sense(c.at, sentence).goods

    def _is_of_troupe(self, c: Candidate, troupes: Collection[str]) -> bool:
        """Tell whether a name is that of a band of the text: here, or where no goods are by."""
        if c.corridor not in troupes:
            return False
        sentence, _ = self._spans(c)
        return is_troupe(c.folded, c.at) or not self._context(c.folded).sense(c.at, sentence).goods

    def _is_work(self, c: Candidate) -> bool:
        """Tell whether a name is said to be a song, a film or the like, or bears its year, in a text about such."""
        return is_work(c.folded, c.at) and self._is_among_art(c)

    def _is_among_art(self, c: Candidate) -> bool:
        return self._context(c.folded).is_of_art(c.at, _around(c))

    def _is_anything_else(self, c: Candidate) -> bool:
        """Tell whether the words beside a name make it the name of something else, or a title, or a namesake's."""
        context = self._context(c.folded)
        if context.is_named_after(c.at) or self._is_album(c):
            return True
        return bool(self._namesakes(c)) and self._is_anothers(c, self._score(c, context, *self._spans(c)))

    def _is_album(self, c: Candidate) -> bool:
        """Tell whether a name in quotation marks or a way without an article is a title in talk of songs and films."""
        if self._is_quoted(c) and not self._context(c.folded).sense(c.at, self._spans(c)[0]).goods:
            return self._is_quoted_work(c)
        if c.is_lower or c.name.rsplit(" ", 1)[-1] not in lexicon().words("routes.ways") or has_article(c.folded, c.at):
            return False
        words = self._context(c.folded).words(_around(c), c.at)
        return len(words & word_set("works").whole) > _MANY and self._is_among_art(c)

    def _is_quoted_work(self, c: Candidate) -> bool:
        """Tell whether a name is all that stands between quotation marks, in a text about songs, films and the like."""
        if not self._is_quoted(c):
            return False
        words, stretches, language = self._context(c.folded).around(c.at, _around(c))
        return word_set("works", language).count(words, stretches) >= _MANY

    def _is_adverse(self, c: Candidate) -> bool:
        """
        Tell whether the words around a name speak of other things than of goods, and no place speaks for it.

        A name that ends in "Railway", "Corridor" or the like stands by itself in capitals: tourists ride trains too.
        """
        context, (sentence, paragraph) = self._context(c.folded), self._spans(c)
        if context.is_named_after(c.at) or (c.bare and context.is_one_of_many(c.at)) or self._is_made(c):
            return True
        placed = context.is_along(c.at) or (c.bare and c.folded.text.endswith(" about the ", 0, c.at[0]))
        if is_said_to_be_way(c.folded, c.at) or (placed and not self._is_quoted(c)):
            return False  # "pieces from thirteen countries along the Belt and Road", "a film about the Trans-Siberian"
        sense = context.sense(c.at, sentence)
        if is_by_somebody(c.folded, c.at) and not sense.goods and not context.said(c.at, sentence, c.corridor):
            return True
        if c.bare and is_short_for(c.folded, c.at) and not sense.goods:
            return True
        if not sense.goods and self._is_quoted_work(c):
            return True
        if c.name.endswith(_PACT) and not sense.goods and context.count("pacts", c.at, sentence):
            return True
        if context.is_in_house(c.at) and c.folded.text.startswith(" of ", c.at[1]):
            return True
        if c.bare and c.name.startswith(_ACROSS):
            small = is_small_kind(c.folded, c.at) and not context.stands_alone(c.at)
            if small or self._is_among_films(c):
                return True
        proper = self._is_proper(c)
        if self._is_bare_way(c) or context.is_elsewhere(c.at, sentence, proper=proper):
            return True
        if sense.others <= sense.goods or self._friend(c, within=0):
            return False
        if not c.is_lower and " " in c.name and not c.bare and not self._is_quoted(c):
            strange = (
                sense.others >= _MANY
                and not sense.goods
                and c.name.rsplit(" ", 1)[-1] in lexicon().words("routes.ways")
            )
            placed = context.said(c.at, sentence, c.corridor) > 0
            return (context.is_of_art(c.at, sentence) and not proper) or (strange and not placed)
        if (
            c.bare
            and not c.is_lower
            and sense.others < _MANY
            and context.stands_alone(c.at)
            and has_article(c.folded, c.at)
        ):
            return False  # "tourists love the Trans-Siberian"
        return sense.others > sense.goods + 1 or self._score(c, context, sentence, paragraph) < SOME

    def _is_among_films(self, c: Candidate) -> bool:
        """Tell whether a name without article and noun, "Transsiberian", is a title in talk of films and the like."""
        led = has_article(c.folded, c.at) and not c.folded.text.endswith(" that ", 0, c.at[0])
        if c.is_lower or led or is_headline(c.folded, c.at[0]):
            return False
        context = self._context(c.folded)
        around, goods = _around(c), context.sense(c.at, self._spans(c)[0]).goods
        works = len(context.words(around, c.at) & word_set("works").whole)
        return works > goods and works >= context.sense(c.at, around).goods and not context.is_along(c.at)

    def _is_proper(self, c: Candidate) -> bool:
        """Tell whether a name ends in "Corridor", "Railway" or the like, in capitals, behind an article."""
        noun = c.folded.source[c.start : c.end].rpartition(" ")[2]
        capital = noun[:1].isupper() and noun.lower() in lexicon().words("routes.own_nouns")
        return capital and not c.shared and has_article(c.folded, c.at) and not self._is_quoted(c)

    def _is_past(self, c: Candidate) -> bool:
        """
        Tell whether a way for silk is that of ages past: a sentence speaks of dynasties, wrecks or caravans.

        "Trans-Saharan trade routes" are so by themselves.
        """
        if is_of_caravans(c.folded, c.at):
            return True
        modern = "lapis" in c.name and not c.name.endswith(("route", "routes", "road"))
        if (
            modern
            or not any(silk in c.name for silk in _silks())
            or not word_set("today").whole.isdisjoint(c.name.split())
        ):
            return False
        words, stretches, language = self._context(c.folded).around(c.at, self._spans(c)[0])
        past = word_set("bygone", language).count(words, stretches)
        return past > 0 and not word_set("today", language).count(words, stretches)

    def _without_past(self, found: Sequence[Candidate]) -> list[Candidate]:
        """Leave out names of ages past, and routes of airlines and smugglers."""
        sure = sorted((c.start, c.corridor) for c in found if c.trust is Trust.SURE)
        return [c for c in found if not c.name or not (self._is_past(c) or self._is_flown(c, sure))]

    def _is_flown(self, c: Candidate, sure: Sequence[tuple[int, str]]) -> bool:
        """Tell whether a route is one of airlines or smugglers, by the text around, and no surer name stands by."""
        if not c.folded.text.endswith(("route", "routes"), *c.at) or c.kind is Kind.NAME:
            return False
        near = sure[bisect_left(sure, (c.start - _BY + 1,)) : bisect_left(sure, (c.start + _BY,))]
        if any(corridor != c.corridor for _, corridor in near):
            return False  # "the North-South Transport Corridor and the polar route", in talk of flights as well
        context, air, water = self._context(c.folded), word_set("air").whole, word_set("afloat").whole
        words = context.words(self._spans(c)[0], c.at)
        wide = context.words(_around(c), c.at)
        if words & word_set("smuggled").whole and not words & water:
            return True
        water -= word_set("flown").whole
        return len(wide & air) > max(1, len(wide & water)) and not words & water

    def _is_branch(self, c: Candidate) -> bool:
        """Tell whether a "route" is one of several of another corridor: "western, eastern and Caspian routes"."""
        way = c.folded.text[slice(*c.at)].endswith(("route", "routes", "branch"))
        if not way or not c.name or self._friend(c, within=FAR):
            return False
        words = self._context(c.folded).words(self._spans(c)[0], c.at)
        return len(words & lexicon().words("routes.sides")) >= _MANY and self._any_near(c)

    def _wholes_of(self, found: Iterable[Candidate]) -> Wholes:
        """Return the names that may have parts: not those that several bear, nor those of programmes."""
        listed = self._knowledge.catalogue
        return Wholes(c for c in found if c.name and not (c.shared or listed[c.corridor].umbrella))

    def _is_part(self, c: Candidate, own: Collection[str]) -> bool:
        """Tell whether a shared name, with none of what it may mean near, is that of a part of another corridor."""
        if any(self._known.nearest(key, c.start, c.end) for key in own):
            return False
        return self._wholes.hold(c, own, self._reader.paragraph(c.start, c.end))

    def _is_of_other_kind(self, group: Sequence[Candidate]) -> bool:
        """Tell whether the words around a shared name make it another thing's, an epithet or a gloss."""
        first = group[0]
        if is_of_other_use(first.folded, first.at) or self._is_kind(first) or self._is_gloss(group):
            return True
        if first.bare and not has_article(first.folded, first.at) and is_short_for(first.folded, first.at):
            return True  # "Landbridge Group leases the port. Landbridge said"
        context, (sentence, _) = self._context(first.folded), self._spans(first)
        local = context.count("wild", first.at, sentence) + context.count("urban", first.at, sentence)
        said = any(context.said(first.at, sentence, c.corridor) >= FIRM for c in group)
        if local <= said or context.sense(first.at, sentence).goods:
            return False
        self._refused.add(first.name)
        return True

    def _is_gloss(self, group: Sequence[Candidate]) -> bool:
        """Tell whether a shared name only explains another corridor: "Corridor 2 – the east-west corridor"."""
        first, own = group[0], {c.corridor for c in group}
        if _NUMBERED.search(first.folded.text, max(0, first.at[0] - _LONGEST_NUMBERED), first.at[0]):
            return True
        others = (end for _, end, key in self._beside(first, _GLOSS) if key not in own and end <= first.start)
        return any(_DASH.fullmatch(first.folded.source, end, first.start) for end in others)

    def _is_kind(self, c: Candidate) -> bool:
        """Tell whether a name without its noun only tells what kind of thing another noun is."""
        return c.clipped and not self._context(c.folded).stands_alone(c.at) and is_kind(c.folded, c.at)

    def _namesakes(self, c: Candidate) -> tuple[str, ...]:
        """Return the ids of those that bear a name and stand in no catalogue."""
        listed = self._knowledge.bearers
        return (*listed.get((c.name, ""), ()), *listed.get((c.name, c.corridor), ()))

    def _is_anothers(self, c: Candidate, score: float) -> bool:
        """Tell whether a name is, by what its paragraph says, that of a namesake which no catalogue holds."""
        keys = self._namesakes(c)
        if not keys:
            return False
        context, (sentence, paragraph) = self._context(c.folded), self._spans(c)
        weights = context.evidence(c.at, sentence, paragraph, keys, around=0).own
        for key in keys:
            near = any(paragraph.start <= c.folded.position(start) < paragraph.end for start, _ in self._known.of(key))
            weights[key] += FIRM * near
        best = max(keys, key=lambda key: weights[key])
        around = context.evidence(c.at, sentence, paragraph, keys).own[best]
        if weights[best] < FIRM or max(weights[best], around) < score:
            return False
        self._known.add(c.start, c.end, best)
        self._refused.add(c.name)
        return True

    def _is_side(self, c: Candidate) -> bool:
        """Tell whether letters written like a word, "Tazara", are a side in a text about games."""
        return is_titled(c) and self._context(c.folded).is_elsewhere(c.at, _around(c))

    def _is_bare_way(self, c: Candidate) -> bool:
        """Tell whether "Northeast Passage", without an article and far from its places and goods, is a firm or club."""
        if (
            c.is_lower
            or " and " in c.name
            or c.name.rsplit(" ", 1)[-1] not in lexicon().words("routes.ways")
            or (has_article(c.folded, c.at) and not self._is_quoted(c))
            or c.folded.text.startswith(_SAILED, c.at[1])
        ):
            return False
        context = self._context(c.folded)
        return not context.is_about_goods(c.at) and self._score(c, context, *self._spans(c)) < SOME


def _around(c: Candidate) -> Span:
    """Return the stretch of the folded text around a name in which words tell what the text is about."""
    return Span(max(0, c.at[0] - NEAR), c.at[1] + NEAR)


@lru_cache(maxsize=1)
def _silks() -> tuple[str, ...]:
    known = word_set("silk")
    return tuple(sorted((*known.whole, *known.inner)))
