"""Who says it in Chinese: subjects of verbs, labels of turns, headings such as "外交部：…", foreigners in full."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from corridors.lexicon import lexicon
from corridors.namings import nobody
from corridors.sayings import Attribution
from corridors.sentences import Span
from corridors.tongues import Tongue

_DOTS = "·•‧・"
_EDGE = re.compile(r"[。！？；;!?\s“”「」『』\x00，,、：:（）()]")
_ADVERBIAL = re.compile(
    r"(?:\d+[日月年])?(?:上午|下午)?(?:在[^，。,]{2,60}(?:上|时|時|中|后|後|间|里|会|會))?(?:就[^，。,]{2,20})?"
    r"(?:[向对對][^，。,]{2,16})?(?:回答[^，。,]{0,8}[时時])?(?:(?<![现現正存所])在(?:京|沪|[\u4e00-\u9fff]{2,3}))?"
    r"(?:(?:进一步|進一步)?介[绍紹](?:有关|有關|相关|相關)?(?:情[况況])?)?$"
)
# What a lecture or a forum is called, within who speaks there: 李文在题为「中吉关系」的讲座上表示
_TITLE = re.compile(r"[「“《][^」”》。！？]{1,40}[」”》](?=的[^，。,]{1,10}(?:上|中|时|時)[^，。,]{0,6}$)")
_MOST_SIGNS, _FEWEST_SIGNS, _REACH = 22, 2, 20_000
_LABEL = re.compile(
    r"((?!.{0,12}?(?:指出|表示|消息|透露|强调|认为|介绍|报道|电讯|说|称|道)[：:])(?:《[\u4e00-\u9fff]{2,8}》)?[\u4e00-\u9fff·•‧・]{1,12})[：:]"
    r"(?=[^\n]*[。！？?!…][”」]?(?:[(（]完[)）])?$)"
)
_REPORTERS = ("记者", "記者")
_JOURNALIST = re.compile(
    r"(?:有|本报|多名|外国)?(记者|記者)提?[问問][：:](?![据據]|(?:有|很多|许多|不少|一些){0,2}(?:观点|觀點|分析|评论|評論|媒体|媒體))"
)
_SHORT_LABEL, _LONGEST_HEADING = 4, 80
_HEADING = re.compile(
    r"(?:\([^()\n]{2,8}\)|（[^（）\n]{2,8}）|【[^【】\n]{2,8}】)?([\u4e00-\u9fff·•‧・]{2,16})[：:](?=[^\n]{4,80}$)"
)
_ANY = re.compile("[\u4e00-\u9fff]")
_HOST = re.compile(r"(?:发言人|發言人)([\u4e00-\u9fff]{2,3}?)(?:主持|举行|舉行|就|答|在|于|於|今|\d)")
_SIGNATURE = re.compile(
    r"[—–-]{1,2}\s*(?:\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?[，,]?\s*)?([\u4e00-\u9fff·]{2,12}?)(?=在|于|同|向|出席|会见|致)"
    r"[^\n]*(?:讲话|演讲|致辞|发言|贺信|贺电|文章|会谈|采访|上的?|时)"
)
_QUESTION = re.compile(
    r"(?:有|本报|多名|外国)?(?:记者|記者|主持人)?提?[问問][：:]|[\u4e00-\u9fff《》]{0,11}(?:记者|記者)[：:]"
)


class HanLabel(NamedTuple):
    """The label of a turn: whose it is if it names anybody, and whether it only marks a question."""

    name: str | None
    asks: bool


def label(text: str, paragraph: Span) -> HanLabel | None:
    """
    Return the label that opens a Chinese paragraph: "汪文斌：", "记者：", "日本广播协会记者：".

    Parameters
    ----------
    text, paragraph
        The text and the paragraph in it, which has to end as a sentence does.
    """
    match = _LABEL.match(text, *paragraph)
    listed = lexicon("tongues.toml")
    if match is None or match[1] in listed.words("chinese.no_labels") or _is_way(match[1]):
        return None
    who = match[1]
    asks = who.endswith(("问", "問")) or who in listed.words("chinese.askers")
    foreign = any(dot in who for dot in _DOTS)
    if len(who) > _SHORT_LABEL and not (asks or foreign or _offices_end().search(who)):
        return None
    if asks or who in listed.words("chinese.answers"):
        return HanLabel(None, asks)
    return HanLabel(who if who.endswith(_REPORTERS) else named(who), False)


def signature(text: str, behind: Span) -> str | None:
    """Return who signs a paragraph of a Chinese collection of sayings behind it: "——2019年，李文在论坛上发表演讲"."""
    match = _SIGNATURE.fullmatch(text, *behind)
    return named(match[1]) if match else None


def spokesperson(text: str, offset: int) -> str | None:
    """Return the spokesperson whom the text before names as holding a press conference, for answers without a name."""
    found = _HOST.findall(text, max(0, offset - _REACH), offset)
    return found[-1] if found else None


def is_question(text: str, paragraph: Span) -> bool:
    """Tell whether a paragraph is a question put to somebody: "有记者问：…"."""
    return _QUESTION.match(text, *paragraph) is not None


def stands_in(text: str, paragraph: Span) -> bool:
    """Tell whether a paragraph holds a Chinese character."""
    return _ANY.search(text, *paragraph) is not None


def is_told(text: str, paragraph: Span) -> bool:
    """Tell whether a paragraph is the reporter's own: it begins with "据", "此前" and the like."""
    return text.startswith(tuple(lexicon("tongues.toml").words("chinese.author")), paragraph.start)


def _is_way(name: str) -> bool:
    """Tell whether a name is that of a railway, a train or a corridor, which does not speak."""
    return name.endswith(tuple(lexicon("tongues.toml").words("chinese.ways")))


def asking(text: str, paragraph: Span) -> str | None:
    """Return the journalist whose question a paragraph is, in his own words: "有记者提问：…", not "…：据报道，…"."""
    match = _JOURNALIST.match(text, *paragraph)
    return match[1] if match else None


def heading(text: str, paragraph: Span) -> str | None:
    """Return the office or the body that a heading puts before what it says: "外交部：通道开行量上升"."""
    if paragraph.end - paragraph.start > _LONGEST_HEADING or text[paragraph.end - 1] in "。；;…?？":
        return None
    match = _HEADING.match(text, *paragraph)
    if match is None or match[1].endswith(_REPORTERS) or match[1] in lexicon("tongues.toml").words("chinese.no_labels"):
        return None
    if _is_way(match[1]) or text[paragraph.end - 2 : paragraph.end] in ("。”", "！”", "？”"):
        return None
    offices = lexicon("tongues.toml").pattern("chinese.offices")
    if re.compile(offices + match[1]).search(text, paragraph.end, paragraph.end + _REACH):
        return match[1]  # "李文：…" above "副部长李文说"
    body = re.search(lexicon("tongues.toml").pattern("chinese.bodies") + "$", match[1])
    return match[1] if body or _offices_end().search(match[1]) or any(dot in match[1] for dot in _DOTS) else None


def office_of(heading: str) -> str:
    """Return the office that a heading's subject ends in, empty for a body: "俄总统助理" ends in "总统助理"."""
    found = _offices_end().search(heading)
    return found[0] if found else ""


@lru_cache(maxsize=1)
def _offices_end() -> re.Pattern[str]:
    return re.compile(lexicon("tongues.toml").pattern("chinese.offices") + "$")


@lru_cache(maxsize=1)
def _before_name() -> re.Pattern[str]:
    offices = lexicon("tongues.toml").pattern("chinese.offices")
    return re.compile(rf"^.*{offices}(?=[\u4e00-\u9fff{_DOTS}-]{{2,24}}$)")


@lru_cache(maxsize=1)
def _behind_name() -> re.Pattern[str]:
    offices = lexicon("tongues.toml").pattern("chinese.offices")
    return re.compile(rf"((?:[\u4e00-\u9fff]{{2,3}}|[\u4e00-\u9fff-]+(?:[{_DOTS}][\u4e00-\u9fff-]+)+)){offices}")


def named(phrase: str) -> str:
    """
    Return the name in a phrase without the office before it or behind it.

    Examples
    --------
    >>> named("外交部发言人毛宁")
    '毛宁'
    >>> named("李文部长")
    '李文'
    """
    name = _before_name().sub("", phrase)
    titled = _behind_name().fullmatch(name)
    return titled[1] if titled else name


def in_full(text: str, name: str, offset: int) -> str:
    """
    Return a foreigner's name in full where the text has it, `name` itself where it does not.

    Parameters
    ----------
    text, name, offset
        The text, a last name such as "列维京", and where it stands.

    Examples
    --------
    >>> in_full("总统助理伊戈尔·列维京到访。列维京表示", "列维京", 13)
    '伊戈尔·列维京'
    """
    if len(name) < _FEWEST_SIGNS or any(dot in name for dot in _DOTS):
        return name
    around = text[max(0, offset - _REACH) : offset + _REACH]
    full = re.search(rf"(?:[\u4e00-\u9fff-]{{1,16}}[{_DOTS}])+{re.escape(name)}(?![{_DOTS}])", around)
    if full is None:
        return name
    return named(full[0]).split("和")[-1]


def chinese(local: str, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read the subject between a mark and the verb, titles before a name left out."""
    behind = local[match.end() : match.end() + 1]
    quoted = max(local.rfind(mark, 0, match.start()) for mark in "”」\x00")
    closes = behind == "。" and match.start() - quoted <= _MOST_SIGNS  # “…。”李文斌说。
    if len(match[0]) == 1 and not closes and behind not in tuple("：:，,“「道\x00"):
        return None
    local = _TITLE.sub(lambda title: "题" * len(title[0]), local[: match.start()]) + local[match.start() :]
    edges = [0, *(edge.end() for edge in _EDGE.finditer(local, 0, match.start()))]
    raw = local[edges[-1] : match.start()]
    phrase = _without_pauses(_ADVERBIAL.sub("", _without_pauses(raw, tongue)), tongue)
    if not phrase and raw and len(edges) > 1:
        phrase = _without_pauses(local[edges[-2] : max(edges[-2], edges[-1] - 1)], tongue)
    at = match.start()
    if match[0] == "报道" and not phrase.startswith(("据", "據")):
        return None
    if phrase.endswith(tuple(lexicon("tongues.toml").words("chinese.no_subjects"))):  # "这项措施被认为", "中方能否介绍"
        return None
    phrase = re.sub("^[据據]", "", phrase)
    if re.search(lexicon("tongues.toml").pattern("chinese.ways") + "(?:$|[承连連将將已也的]|经过|從|从|把)", phrase):
        return None  # "铁路承载着"
    if phrase == "有" or (phrase.startswith("有") and phrase.endswith(_REPORTERS)):
        return None  # "有报道称", "有记者表示"
    if phrase.endswith(("时", "時")):  # "总理李文主持会议时表示"
        phrase = re.sub(lexicon("tongues.toml").pattern("chinese.doings") + ".*$", "", phrase)
    if not phrase or phrase in tongue.pronouns or (phrase[:1] in tongue.pronouns and len(phrase) < 3):
        return nobody(match)
    if len(phrase) > _MOST_SIGNS:
        return None
    return Attribution(at, match.end(), named(phrase), at, "name", False, phrase)


def _without_pauses(piece: str, tongue: Tongue) -> str:
    cut = True
    while cut:
        cut = False
        for pause in sorted(tongue.pauses):
            if piece.endswith(pause):
                piece, cut = piece[: -len(pause)], True
    return piece.strip()
