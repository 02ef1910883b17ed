"""
Who says it where the verb ends the sentence or nothing but its place tells the subject.

In Turkish the subject opens the sentence, in Persian and Hindi it stands before the verb and all its small words, in
Chinese nothing but the verb parts it from what is said.
"""

from __future__ import annotations

import re

from corridors.lexicon import lexicon
from corridors.namings import (
    CLAUSE_EDGE,
    COMMA,
    HIDDEN,
    MOST_WORDS,
    name_run,
    nobody,
    trimmed,
    until_stop,
    words_of,
)
from corridors.sayings import Attribution
from corridors.tongues import Tongue, participles

_HAN_EDGE = re.compile(r"[。！？；;!?\s“”「」『』\x00，,、：:（）()]")
_ADVERBIAL = re.compile(
    r"(?:\d+[日月年])?(?:上午|下午)?(?:在[^，。,]{2,20}(?:上|时|中|后|间|里|会))?(?:就[^，。,]{2,20})?(?:回答[^，。,]{0,8}时)?$"
)
_LINKS_HINDI = frozenset(("हुए", "के", "की", "का", "में", "से", "और"))
_MOST_SIGNS, MOST_BEHIND = 22, 4
# A name in marks that an office follows: «خادمی» معاون وزیر
_MARKED_NAME = re.compile(r"(?:^|،\s)\s*«([^«»\n]{2,30})»،?\s(?=\w)")


def turned(local: str) -> list[Attribution]:
    """Read "açıklamalarda bulunan Uraloğlu" in a sentence whose verb is cut off."""
    found = []
    for match in participles().finditer(local):
        words = words_of(local, match.end(), len(local))[:4]
        name = [word for word, _ in words][: next((n for n, (word, _) in enumerate(words) if not word[0].isupper()), 4)]
        at = match.start()
        if name:
            text = " ".join(name)
            found.append(Attribution(at, match.end(), text, at, "name", False, text))
    return found


def turkish(local: str, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read the subject that opens the sentence, up to a comma or as far as its capitals go."""
    start = max((edge.end() for edge in re.finditer(r"\s[–—-]\s|\n|:\s", local[: match.start()])), default=0)
    comma = local.find(",", start, match.start())
    turned = next(iter(reversed(list(participles().finditer(local, start, match.start())))), None)
    if turned:  # "…olacağını söyleyen Uraloğlu, …": the name behind the participle
        comma = local.find(",", turned.end(), match.end())
        named = words_of(local, turned.end(), comma if comma > 0 else match.start())
        plain = [word for word, _ in named]
        name = plain[: next((n for n, word in enumerate(plain) if not word[0].isupper()), 9)]
        if comma > 0 and len(plain) <= MOST_WORDS:
            name = name_run(plain, tongue) or name
        if 0 < len(name) < 5:
            at = match.start()
            return Attribution(at, match.end(), " ".join(name), at, "name", False, " ".join(name))
    words = words_of(local, start, comma if comma > 0 else match.start())
    hidden = local[: match.start()].rstrip(' ,”’"»').endswith(HIDDEN)
    behind = _named_behind(local, match)
    if not words:
        return behind or nobody(match)
    if words[0][0].lower() in tongue.pronouns or not words[0][0][0].isupper():
        return nobody(match)
    plain = [word for word, _ in words]
    if comma < 0 or len(words) > MOST_WORDS:
        plain = plain[: next((n for n, word in enumerate(plain) if not word[0].isupper()), len(plain))]
        if len(plain) < 2 or HIDDEN in local[start : words[0][1]]:
            return behind or (nobody(match) if hidden else None)
    run = name_run(plain, tongue) or []
    phrase = " ".join(run if len(run) > 1 else plain)
    at = match.start()
    return Attribution(
        at, match.end(), phrase, at, "name" if run or len(plain) == 1 else "office", False, " ".join(plain)
    )


def _named_behind(local: str, match: re.Match[str]) -> Attribution | None:
    """Read "… diye konuştu Bakan Uraloğlu.": capitalised words alone behind a Turkish verb."""
    words = [word for word, _ in words_of(local, match.end(), len(local))]
    if not words or len(words) > MOST_BEHIND or not all(word[0].isupper() for word in words):
        return None
    name, at = " ".join(words), match.start()
    return Attribution(at, match.end(), name, at, "name", False, name)


def before_last(local: str, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read the subject of a Persian or Hindi sentence, which stands before the verb and all its small words."""
    edges = CLAUSE_EDGE.finditer(local, 0, match.start())
    inner = ("-",) if tongue.name == "hindi" else ("-", "(", ")")
    start = max((e.end() for e in edges if e[0].strip() not in inner), default=0)
    stretch = local[start : match.start()]
    if tongue.name == "persian" and (quoted := _MARKED_NAME.search(local, 0, match.start())):
        return Attribution(
            match.start(), match.end(), quoted[1], match.start(), "name", False, quoted[1] + " " + stretch
        )
    if tongue.name == "hindi":
        cut = max(stretch.rfind(" ने "), stretch.rfind(" का ") if match[0] == "कहना" else -1)
        if cut < 0:
            alone = any(word in tongue.pronouns for word in stretch.split())
            return nobody(match) if alone or not stretch.strip(" ,") else None
        stretch = stretch[: cut + 1]
    pieces = [until_stop(trimmed(words_of(piece, 0, len(piece)), tongue), tongue) for piece in COMMA.split(stretch)]
    full = [[word for word, _ in piece] for piece in pieces if piece]
    credit = tongue.sources if tongue.name == "persian" else None
    if credit and len(full) > 1 and credit.match(" ".join(full[0])):
        full = full[1:]  # "به گزارش ایرنا، …"
    if not full or full[0][0] in tongue.pronouns:
        return nobody(match)
    offices = tuple(office for office in tongue.again if " " not in office)
    titled = full[0][0].startswith(offices) or any(word in tongue.again for word in full[0]) or tongue.name == "hindi"
    chosen = next((piece for piece in full[1:] if 2 <= len(piece) <= 3), full[0]) if titled else full[0]
    if tongue.name == "hindi" and len(chosen) > 3:  # "… मंत्रालय के प्रवक्ता रणधीर जयसवाल ने": the name ends it
        linked = max((n + 1 for n, word in enumerate(chosen) if word in _LINKS_HINDI), default=0)
        rest = chosen[linked:]
        chosen = rest[-2:] if len(rest) > 2 and rest[0] in tongue.again else rest or chosen
    if len(chosen) > MOST_WORDS:
        return None
    return Attribution(match.start(), match.end(), " ".join(chosen), match.start(), "name", False, stretch.strip())


def chinese(local: str, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read the subject between a mark and the verb, titles before a name left out."""
    behind = local[match.end() : match.end() + 1]
    closes = behind == "。" and match.start() < _MOST_SIGNS  # “…。”李文斌说。
    if len(match[0]) == 1 and not closes and behind not in tuple("：:，,“「道\x00"):
        return None
    edges = [0, *(edge.end() for edge in _HAN_EDGE.finditer(local, 0, match.start()))]
    raw = local[edges[-1] : match.start()]
    phrase = _without_pauses(_ADVERBIAL.sub("", _without_pauses(raw, tongue)), tongue)
    if not phrase and raw and len(edges) > 1:
        phrase = _without_pauses(local[edges[-2] : max(edges[-2], edges[-1] - 1)], tongue)
    at = match.start()
    if match[0] == "报道" and not phrase.startswith(("据", "據")):
        return None
    phrase = re.sub("^[据據]", "", phrase)
    if not phrase or phrase in tongue.pronouns or (phrase[:1] in tongue.pronouns and len(phrase) < 3):
        return nobody(match)
    if len(phrase) > _MOST_SIGNS:
        return None
    name = re.sub(rf"^.*{lexicon('tongues.toml').pattern('chinese.offices')}(?=[\u4e00-\u9fff·]{{2,12}}$)", "", phrase)
    titled = re.fullmatch(rf"([\u4e00-\u9fff]{{2,3}}){lexicon('tongues.toml').pattern('chinese.offices')}", name)
    bare = titled[1] if titled else name
    return Attribution(at, match.end(), bare, at, "name", False, phrase)


def _without_pauses(piece: str, tongue: Tongue) -> str:
    cut = True
    while cut:
        cut = False
        for pause in tongue.pauses:
            if piece.endswith(pause):
                piece, cut = piece[: -len(pause)], True
    return piece.strip()
