"""Words right beside a name that make something else of it: a longer name, a kind of thing, a pipeline."""

from __future__ import annotations

import re
from functools import lru_cache

from corridors.fold import DASHES, Folded
from corridors.lexicon import lexicon
from corridors.senses import alternatives, firm_behind, word_set, work_behind
from corridors.terms import is_nationality
from corridors.windows import is_headline

_BEFORE, _BEFORE_BODY, _FAR = 30, 60, 100_000
_FIRST_HALF = re.compile(rf"(?:\b(?:Middle|Mid|Far|Near|(?i:north|south|east|west))[ -]|[^\W_][{DASHES}])$")
_ARTICLES = (
    "the|this|that|a|an|its|their|our|his|her|via|through|along|of|and|or|called"
    "|der|die|das|den|dem|des|auf|über|la|le|les|du|sur|el|de"
)
_EPITHETS = (
    "(?:real|famous|legendary|actual|fabled|whole|entire|full|frozen|icy|icebound|elusive|treacherous|historic|mythical"
    "|storied|once|so-called|remote|shortest|northern|southern|western|eastern|old|new)"
)
_LED = re.compile(rf"(?:\b(?i:{_ARTICLES})|\b(?i:the) {_EPITHETS}|['’]s|s['’]) [\"“‘'«]?$")
_WHOSE = re.compile(r"(?:['’]s|s['’]) [\"“‘«]$")
_OF_OTHERS = re.compile(r"\b(?:their|his|her|your|two|three|another|first|second|third|other) (?:own )?$")
_PROJECT = re.compile(r" (?:project|programme|program|scheme)s?\b")
_PLAIN_NOUN = re.compile(r" ([a-z]{3,})(?<!s)(?<!ed)(?![\w-])")
_NOUN_BEHIND = re.compile(r"['’]?s? (?!(?:of|in|to|for|and|or|is|was|has|that|which|on|at|from)\b)[a-z]{3,}")
_COUNTRY_BEHIND = re.compile(r" ([A-Z][a-z]+)(?: [A-ZÕÄÖÜ]{2,})?(?=['’]s\b|[\s,.;:)])")
_NUMBERED = ("route", "highway", "road")
_MEASURE = (
    r"(?:to|or|and|than)\b|times|days?|hours?|weeks?|months?|years?|km|miles?|nautical|ships?|vessels?|tankers?|transits?"
    r"|voyages?|tonnes?|tons?|million|billion|per|percent|met(?:re|er)s?|trucks?|trains?|ports?|countries"
)
_NUMBER = re.compile(
    rf" \d{{1,3}}(?: (?:to|and) \d{{1,3}}(?=[.,;:)]))?"
    rf"(?:(?=[.;:)](?!\d))|,?(?= (?!{_MEASURE})[a-z]| (?:and|to) (?!\d)))"
)
_ONE_NAME = re.compile(r" ([A-Z][\w-]*[a-z])(?=[.,;:)”\"»]|$|\n| (?:[a-z]|[A-Z]{2,4}\b))")
_WHOSE_OFFICE = re.compile(r"\b([a-z-]+)( (?:of|at|for))?(?: the)? $", re.IGNORECASE)
_TITLE, _PLURAL_BEHIND = "The ", re.compile(r" (?:are|were|have|play|perform|performed|tour|bring)\b")
_OPENED, _CLOSED, _QUOTE_AND_THE = '"“‘«„', '"”’»', "“The "
_TITLE_BEFORE, _TITLE_BEHIND = 60, 45
_STAR, _SIGNS = "★", 3
_OPEN = re.compile(rf"(?:^|[\s(])[{_OPENED}](?:[A-Z][^\n.;:!?{_OPENED}{_CLOSED}]*)?$")
_AUTHOR = re.compile(r"[\"”»]?,?[ \n]by [A-Z][\w'’.-]+ (?:[A-Z][\w'’.-]* )?[A-Z][\w'’-]+")
_SHORT_ASIDE = r"(?:\)| \([A-Z-]{2,9}\))?"
_LINE_OF = re.compile(r" of (?!the |a |this |our |which |rail|track|communication)[a-z]")


def goes_on(folded: Folded, at: tuple[int, int], end: int) -> bool:
    """
    Tell whether a longer name begins with one, "LAPSSET Police Station", or a "line of" something is meant, no way.

    Parameters
    ----------
    folded
        The text.
    at
        Where the name stands in the folded text.
    end
        Where it ends in the text as read.
    """
    longer = _named_on().match(folded.source, end)
    if longer and not (longer[1] and is_headline(folded, at[0])):
        return True
    firm = _named_last().match(folded.source, end)
    if firm and not is_headline(folded, at[0]):
        return True
    last = folded.text[slice(*at)].rpartition(" ")[2]
    if last in _NUMBERED and _NUMBER.match(folded.source, end):
        return True
    if last == "road" and _road_on().match(folded.text, at[1]):
        return True
    if last == "passage" and _voyage_on().match(folded.source, end):
        return True
    if last == "line":
        return bool(_LINE_OF.match(folded.source, end))
    return last in lexicon().words("routes.heads") and bool(_noun_on().match(folded.source, end))


def one_of_many(source: str, end: int, *, indefinite: bool) -> bool:
    """
    Tell whether a name without a noun is no name: "a Trans-Siberian of a spell", or "Rail Baltica Estonia", a firm.

    Parameters
    ----------
    source
        The text as read.
    end
        Where the name ends in it.
    indefinite
        Whether "a" or the like stands before it, which may belong to a noun behind it: "a Rail Baltica station".
    """
    if indefinite and not _NOUN_BEHIND.match(source, end):
        return True
    behind = _COUNTRY_BEHIND.match(source, end)
    return bool(behind and is_nationality(behind[1].lower()))


def is_of_body(folded: Folded, at: tuple[int, int], end: int) -> bool:
    """
    Tell whether a name is part of that of a body; places as for `goes_on`.

    "LAPSSET Development Authority" begins with one, "Liaison Committee of the Trans-Saharan Highway" and
    "Intergovernmental Commission TRACECA" end in one.
    """
    body = _body_on().match(folded.source, end)
    if body is not None and not ((body[1] or "").strip() and is_headline(folded, at[0])):
        return True
    start = folded.origin(at[0])
    lead = _body_before().search(folded.source, max(0, start - _BEFORE_BODY), start)
    if lead is not None and (lead[1] or folded.source[start:end].isupper()):
        return True
    abroad = _body_abroad().search(folded.text, max(0, at[0] - _BEFORE_BODY), at[0])
    if abroad is not None and folded.source[folded.origin(abroad.start())].isupper():
        return True
    if _body_beside().search(folded.text, max(0, at[0] - _BEFORE), at[0]):
        return True
    return _is_of_firm(folded, at, end)


def _is_of_firm(folded: Folded, at: tuple[int, int], end: int) -> bool:
    """Tell whether a name without a noun begins that of a firm: "director of Rail Baltica Statyba"."""
    behind = _ONE_NAME.match(folded.source, end)
    last = folded.text[slice(*at)].rpartition(" ")[2]
    if not behind or last in lexicon().words("routes.heads") or _is_of_transport(behind[1].lower()):
        return False
    start = folded.origin(at[0])
    before = _WHOSE_OFFICE.search(folded.source, max(0, start - _BEFORE), start)
    if before is None:
        return False
    nouns = lexicon().words("people.offices") if before[2] else word_set("companies").whole
    return before[1].lower() in nouns


def is_of_others(folded: Folded, at: tuple[int, int]) -> bool:
    """Tell whether a word right before an epithet says that it is somebody else's or one of several: "their"."""
    return bool(_OF_OTHERS.search(folded.text, max(0, at[0] - _BEFORE), at[0]))


def is_second_half(folded: Folded, at: tuple[int, int]) -> bool:
    """Tell whether a name of common words, at a place of the folded text, ends a longer one: "North Polar route"."""
    start = folded.origin(at[0])
    return bool(_FIRST_HALF.search(folded.source, max(0, start - _BEFORE), start))


def is_of_other_use(folded: Folded, at: tuple[int, int]) -> bool:
    """Tell whether a shared name belongs to a pipeline, a bus line or the like: "Eastern Corridor bus line"."""
    return bool(_other_use().match(folded.text, at[1]))


def is_short_for(folded: Folded, at: tuple[int, int]) -> bool:
    """Tell whether the text before a name has it at the beginning of a longer one: "Trans-Siberian Orchestra"."""
    source, (start, end) = folded.source, folded.span(*at)
    first = source.find(source[start:end], max(0, start - _FAR), start)
    longer = first + end - start
    return first >= 0 and bool(_named_on().match(source, longer) or firm_behind().match(source, longer))


def has_article(folded: Folded, at: tuple[int, int]) -> bool:
    """Tell whether an article, a possessive or "via" stands before a name."""
    return bool(_LED.search(folded.source, max(0, folded.origin(at[0]) - _BEFORE), folded.origin(at[0])))


def is_by_somebody(folded: Folded, at: tuple[int, int]) -> bool:
    """Tell whether a name stands in quotation marks behind whose it is, as works do: Rogers’s “Northwest Passage”."""
    start = folded.origin(at[0])
    return bool(_WHOSE.search(folded.source, max(0, start - _BEFORE), start))


def is_cry(folded: Folded, at: tuple[int, int]) -> bool:
    """Tell whether an abbreviation is a sentence of its own with a mark of exclamation: "BAM!"."""
    text = folded.text
    return text[at[1] : at[1] + 1] == "!" and text[max(0, at[0] - 4) : at[0]].rstrip()[-1:] in ("", ".", "!", "?")


def is_troupe(folded: Folded, at: tuple[int, int]) -> bool:
    """Tell whether a name in the singular is that of a band, by a capital "The" and a plural verb: "The BAM are"."""
    start, end = folded.span(*at)
    named = folded.source.endswith(_TITLE, 0, start) and folded.source[end - 1] != "s"
    return named and bool(_PLURAL_BEHIND.match(folded.source, end))


def is_made(folded: Folded, at: tuple[int, int]) -> bool:
    """Tell whether a verb such as "wrote" or "sang" stands right before a name, as before those of works."""
    before = _made().search(folded.text, max(0, at[0] - _BEFORE), at[0])
    return bool(before) and folded.source[folded.origin(at[0])].isupper()


def is_title(folded: Folded, at: tuple[int, int]) -> bool:
    """
    Tell whether a name is in a title in quotation marks, by the noun beside it.

    That is before a name alone, her book “Northern Sea Route”, and behind any title: the “Out of the BAM” cruise. A
    critic's stars behind a name tell the same.
    """
    start, end = folded.span(*at)
    if _STAR in folded.source[end : end + _SIGNS]:
        return True
    if any(sign in folded.source[end : end + _TITLE_BEHIND] for sign in _CLOSED):
        before = folded.source[max(0, start - _TITLE_BEFORE) : start]
        if _OPEN.search(before) and (_quoted_on().match(folded.source, end) or _quoted_before().search(before)):
            return True
    lead = folded.source[max(0, start - len(_QUOTE_AND_THE)) : start]
    if not any(sign in lead for sign in _OPENED):
        return False
    return bool(_titled_before().search(folded.source, max(0, start - _BEFORE), start))


def is_authored(folded: Folded, at: tuple[int, int]) -> bool:
    """Tell whether a name that begins its line has a person behind it: "Northwest Passage by Kenneth Roberts"."""
    start, end = folded.span(*at)
    line = folded.source[max(0, start - _BEFORE) : start].rpartition("\n")[2]
    return not any(map(str.isalnum, line)) and bool(_AUTHOR.match(folded.source, end))


def is_work(folded: Folded, at: tuple[int, int]) -> bool:
    """Tell whether the words right behind a name say that it is a film, a song or the like."""
    return bool(work_behind().match(folded.text, at[1]))


def is_said_to_be_way(folded: Folded, at: tuple[int, int]) -> bool:
    """Tell whether the words right behind a name say that it is a way: ", a railway for", "will cut"."""
    return bool(_way_behind().match(folded.text, at[1]))


def is_vessel(folded: Folded, at: tuple[int, int]) -> bool:
    """Tell whether a name is that of a ship: "the container ship Sevmorput", "Sevmorput is the last ship that"."""
    end = folded.span(*at)[1]
    before = _vessel_before().search(folded.text, max(0, at[0] - _BEFORE), at[0])
    return before is not None or _vessel_behind().match(folded.source, end) is not None


def is_kind(folded: Folded, at: tuple[int, int]) -> bool:
    """Tell whether a name without a noun only tells what kind of thing a noun is: "Trans-Mongolian horse race"."""
    match = _PLAIN_NOUN.match(folded.source, folded.span(*at)[1])
    return bool(match and not _is_of_transport(match[1]))


def is_of_caravans(folded: Folded, at: tuple[int, int]) -> bool:
    """Tell whether "trade" in a name makes a way of ages past of it: "trans-Saharan trade routes"."""
    return bool(_caravans().match(folded.text, *at))


def is_small_kind(folded: Folded, at: tuple[int, int]) -> bool:
    """Tell whether "trans-Siberian" with a small first letter says across what a journey or the like goes."""
    start, end = folded.span(*at)
    name = folded.source[start:end]
    return name[0].islower() and not name.islower() and is_kind(folded, at)


def is_undertaking(folded: Folded, at: tuple[int, int], name: str = "") -> bool:
    """Tell whether "project", "scheme" or the like follows a name or, folded, ends it."""
    return bool(_PROJECT.match(folded.text, at[1]) or _PROJECT.search(name))


def _is_of_transport(word: str) -> bool:
    """Tell whether a word, which may be plural, is one of transport, of routes or of undertakings."""
    lists = lexicon().words
    known = lists("routes.heads") | lists("routes.modifiers") | lists("routes.transport") | lists("routes.appended")
    return not known.isdisjoint((word, word.removesuffix("s"))) or word in word_set("stretches").whole


@lru_cache(maxsize=1)
def _caravans() -> re.Pattern[str]:
    return re.compile(rf"{alternatives('caravans')} (?:[^\W_]+ )*trade ")


@lru_cache(maxsize=1)
def _other_use() -> re.Pattern[str]:
    return re.compile(rf" {alternatives('uses')}(?![^\W_])")


@lru_cache(maxsize=1)
def _vessel_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){alternatives('vessels')} '?$")


@lru_cache(maxsize=1)
def _vessel_behind() -> re.Pattern[str]:
    kind = rf"(?:is|was) (?:the|a|an) (?:(?!of\b)[\w-]+ ){{0,6}}{alternatives('vessels')}"
    return re.compile(rf"[\"”’'»]? {kind}(?:[.;]| (?:in|that|which|with|built|from|ever)\b)")


@lru_cache(maxsize=1)
def _named_on() -> re.Pattern[str]:
    words = rf"{_SHORT_ASIDE}((?: (?:[A-Z][\w'’&-]*|of|and|\d+)){{0,2}})"
    return re.compile(rf"{words} (?=[A-Z])(?i:{alternatives('named_on', 'venues', 'routes.venues')})(?![\w-])")


@lru_cache(maxsize=1)
def _made() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){alternatives('made')} '?$")


@lru_cache(maxsize=1)
def _named_last() -> re.Pattern[str]:
    return re.compile(rf" (?=[A-Z])(?i:{alternatives('named_last')})(?![\w-])(?! \(?[A-Z\d])")


@lru_cache(maxsize=1)
def _way_behind() -> re.Pattern[str]:
    told = rf"'?,'? (?:the|an?) (?:(?!of\b)[^\W_]+ ){{0,3}}{lexicon().pattern('routes.heads')}"
    does = rf" (?:(?:will|would|could|should|may|might|must) )?{alternatives('ways_do')}"
    return re.compile(rf"(?:{told}|{does})(?![^\W_])(?! (?:for )?\d)")  # films run 102 minutes


@lru_cache(maxsize=1)
def _titled_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{alternatives('titled')}),? [{_OPENED}](?:The )?$")


@lru_cache(maxsize=1)
def _quoted_on() -> re.Pattern[str]:
    behind = rf"[^\n.;:!?{_OPENED}{_CLOSED}]{{0,40}}[,.]?[{_CLOSED}]"
    return re.compile(rf"{behind},? (?:(?:an?|the) )?(?:[a-z-]+ ){{0,2}}{alternatives('quoted')}(?![\w-])")


@lru_cache(maxsize=1)
def _quoted_before() -> re.Pattern[str]:
    opened = rf"[{_OPENED}](?:[A-Z][^\n.;:!?{_OPENED}{_CLOSED}]*)?$"
    return re.compile(rf"(?<![^\W_])(?i:{alternatives('works')}|episode)(?: \d+)?,? {opened}")


@lru_cache(maxsize=1)
def _road_on() -> re.Pattern[str]:
    return re.compile(rf" {alternatives('roads_on')}(?![^\W_])")


@lru_cache(maxsize=1)
def _voyage_on() -> re.Pattern[str]:
    return re.compile(rf" (?=[A-Z])(?i:{alternatives('voyages')})(?![\w-])")


@lru_cache(maxsize=1)
def _body_on() -> re.Pattern[str]:
    words = r"((?: (?:[A-Z][\w'’&-]*|of|and|for)){0,4})"
    capital, any_ = alternatives("bodies_on"), alternatives("events_on")
    return re.compile(rf"\)?(?:{words}[ \n](?=[A-Z])(?i:{capital})|[ \n]{any_})(?![\w-])")


@lru_cache(maxsize=1)
def _body_before() -> re.Pattern[str]:
    return re.compile(rf"\b[A-Z][\w'’&-]* (?=[A-Z])(?i:{alternatives('bodies_on')}) (of (?:the )?)?$")


@lru_cache(maxsize=1)
def _body_abroad() -> re.Pattern[str]:
    """Return a body before a name in the languages that put "of" between: "le Comité de liaison de la route"."""
    linked = r"(?: d[eo'] ?\w+)? (?:d[ueo]|de la|da|del|della|de l'|de[rs])[ ']?$"
    return re.compile(rf"(?<![^\W_]){alternatives('bodies_abroad')}{linked}")


@lru_cache(maxsize=1)
def _body_beside() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){alternatives('bodies_beside')} '?$")


@lru_cache(maxsize=1)
def _noun_on() -> re.Pattern[str]:
    return re.compile(rf" (?=[A-Z])(?i:{alternatives('named_on_noun')})(?![\w-])")
