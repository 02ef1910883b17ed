"""
Who says it where the verb ends the sentence or nothing but its place tells the subject.

In Turkish the subject opens the sentence, in Persian and Hindi it stands before the verb and all its small words.
"""

from __future__ import annotations

import re
from itertools import takewhile

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

# The name behind an envoy and the town he is in: سفیر ایران در مسکو کاظم جلالی
_POSTED = re.compile(
    r"(?:^|[\s،])(?:سفیر|سرکنسول|کنسول|نماینده|رایزن)\s[^،]{2,30}?\sدر\s\S+\s((?:[^\s،]+\s){2,3}?)(?=در\s|با\s|ضمن\s|طی\s|$)"
)
_SPOKEN = ("बोले", "बोलीं", "बोला", "बोली")
_LINKS_HINDI = frozenset(
    ["हुए", "के", "की", "का", "में", "से", "और", "पर", "पहुंचे", "पहुंची", "आए", "गए", "वाले", "वाली", "बीच", "दौरान"]
)
MOST_BEHIND, _PAIR = 4, 2
_THIS = ("bunu", "bunları")
_INTRODUCED = re.compile(
    r"((?:[^\W\d_a-zçğıöşüə][\w-]+ ){0,3}[^\W\d_a-zçğıöşüə][\w-]+)['’]\w{2,3} (?:[^\W\d_A-ZÇĞİÖŞÜƏ]\w* ){0,4}"
    r"(?:açıklama|konuşma|söz|mesaj|değerlendirme)\w*(?: \w+){0,5}:\s*\Z"
)
_TITLED = re.compile(r"(?<=\w\s)«[^«»\x00\n]{2,120}»")
# What somebody speaks at: "Orta Koridor: Yeni Yol" başlıklı panelde
_AT_TITLED = re.compile(
    r"""(?:\A|["“‘])[^"”’\n]{2,120}["”’](?=\s(?:başlıklı|başlığıyla|adlı|isimli|temalı|konulu|kapsamında|mövzusunda)\b)"""
    r"""|["“][^"”\n]{2,40}["”](?=[a-zçğıöşüə])"""  # "Haber Global"ın efirində
)
_SHORT_BRACKET = re.compile(r"(?<=\s)\([^()\n]{2,30}\)")
_DATELINE = re.compile(r"\A\s*[^\s،:.]{2,15}\s?[-–]\s")  # "رشت- نماینده مردم گفت"
# A name in marks that an office follows: «خادمی» معاون وزیر
_MARKED_NAME = re.compile(r"(?:^|،\s)\s*«([^«»\n]{2,30})»،?\s(?=\w)")


def introduced(local: str) -> Attribution | None:
    """Read "Bakan Özdemir'in açıklamalarından satırbaşları şöyle:" before the words of somebody without marks."""
    match = _INTRODUCED.search(local)
    if match is None:
        return None
    return Attribution(match.start(), len(local), match[1], match.start(), "name", False, match[1])


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
    local = _AT_TITLED.sub(lambda title: " " * len(title[0]), local)
    start = max((edge.end() for edge in re.finditer(r"\s[–—-]\s|\n|:\s|\]", local[: match.start()])), default=0)
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
    if (titled := _titled([word for word, _ in words_of(local, start, match.start())], tongue)) and (
        comma < 0 or not words or words[0][0].lower() in _THIS
    ):
        return Attribution(match.start(), match.end(), titled, match.start(), "name", False, titled)
    hidden = local[: match.start()].rstrip(' ,”’"»').endswith(HIDDEN)
    behind = _named_behind(local, match)
    if not words:
        return behind or nobody(match)
    if words[0][0].lower() in tongue.pronouns or not words[0][0][0].isupper():
        return nobody(match)
    plain = [word for word, _ in words]
    if comma < 0 or len(words) > MOST_WORDS:
        plain = plain[: next((n for n, word in enumerate(plain) if not word[0].isupper()), len(plain))]
        goes_on = len(plain) < len(words) and words[len(plain)][0] in tongue.pauses  # "Demir ayrıca … söyledi"
        if (len(plain) < 2 and not goes_on) or HIDDEN in local[start : words[0][1]]:
            return behind or (nobody(match) if hidden else None)
    if _bare(plain[-1]) in lexicon("tongues.toml").words("turkish.ways"):
        return nobody(match)  # "Orta Koridor'un açıldığını söyledi": he who spoke before
    run = name_run(plain, tongue) or []
    phrase = " ".join(run if len(run) > 1 else plain)
    at = match.start()
    alone = len(run) == _PAIR and run[1].lower() in tongue.again  # "Ermeni Bakan"
    kind = "name" if len(plain) == 1 or (run and not alone) else "office"
    return Attribution(at, match.end(), phrase, at, kind, False, " ".join(plain))


def _bare(word: str) -> str:
    """Return a word in small letters, without what an apostrophe sets off."""
    return re.split("['’]", word)[0].lower()


def _titled(words: list[str], tongue: Tongue) -> str | None:
    """Read "bunu Türkiyə Prezidenti Ali Özdemir … deyib": up to three capitalised words behind the first office."""
    for at, word in enumerate(words):
        if word.lower() in tongue.again and (at == 0 or not words[at - 1].endswith(("'nın", "’nın"))):
            run = list(takewhile(lambda other: other[0].isupper() and other.isalpha(), words[at + 1 : at + 4]))
            return " ".join(run) if len(run) > 1 else None
    return None


def _named_behind(local: str, match: re.Match[str]) -> Attribution | None:
    """Read "… diye konuştu Bakan Uraloğlu.": capitalised words alone behind a Turkish verb."""
    words = [word for word, _ in words_of(local, match.end(), len(local))]
    if not words or len(words) > MOST_BEHIND or not all(word[0].isupper() for word in words):
        return None
    name, at = " ".join(words), match.start()
    return Attribution(at, match.end(), name, at, "name", False, name)


def _spoken_behind(local: str, match: re.Match[str]) -> Attribution | None:
    """Read "…, दिल्ली में बोले मंत्री गडकरी": a heading in Hindi that ends in who speaks."""
    words = [word for word, _ in words_of(local, match.end(), len(local))]
    if not 1 <= len(words) <= MOST_BEHIND or local.rstrip()[-1] in "।?!":
        return None
    name, at = " ".join(words), match.start()
    return Attribution(at, len(local), name, at, "name", False, name)


def _until_time(words: list[str]) -> list[str]:
    """Leave out the time behind a Persian name: "فرزانه صادق روز پنجشنبه"."""
    times = lexicon("tongues.toml").words("persian.times")
    return words[: next((n for n, word in enumerate(words) if n > 1 and word in times), len(words))]


def before_last(local: str, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read the subject of a Persian or Hindi sentence, which stands before the verb and all its small words."""
    asides = _SHORT_BRACKET if tongue.name == "hindi" else _DATELINE
    local = asides.sub(lambda aside: " " * len(aside[0]), local)
    edges = CLAUSE_EDGE.finditer(_TITLED.sub(lambda title: " " * len(title[0]), local[: match.start()]))
    inner = ("-",) if tongue.name == "hindi" else ("-", "–", "(", ")")
    start = max((e.end() for e in edges if e[0].strip() not in inner), default=0)
    stretch = local[start : match.start()]
    if tongue.name == "persian" and (quoted := _MARKED_NAME.search(local, 0, match.start())):
        return Attribution(
            match.start(), match.end(), quoted[1], match.start(), "name", False, quoted[1] + " " + stretch
        )
    posted = _POSTED.search(stretch) if tongue.name == "persian" else None
    if posted and (tongue.pauses | tongue.stops).isdisjoint(posted[1].split()):
        name, at = posted[1].strip(), match.start()
        return Attribution(at, match.end(), name, at, "name", False, stretch.strip())
    if tongue.name == "hindi":
        cut = max(stretch.rfind(" ने "), stretch.rfind(" का ") if match[0] == "कहना" else -1)
        if cut < 0 and match[0] in _SPOKEN and (spoken := _spoken_behind(local, match)):
            return spoken
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
    if tongue.name == "persian":
        full = [_until_time(piece) for piece in full]
    offices = tuple(office for office in tongue.again if " " not in office)
    titled = full[0][0].startswith(offices) or any(word in tongue.again for word in full[0]) or tongue.name == "hindi"
    chosen = next((piece for piece in full[1:] if 2 <= len(piece) <= 3), full[0]) if titled else full[0]
    if tongue.name == "hindi" and len(chosen) > 3:  # "… मंत्रालय के प्रवक्ता रणधीर जयसवाल ने": the name ends it
        linked = max((n + 1 for n, word in enumerate(chosen) if word in _LINKS_HINDI), default=0)
        rest = chosen[linked:]
        chosen = rest[-2:] if len(rest) > 2 and rest[0] in tongue.again else rest or chosen
        behind = max((n + 1 for n, word in enumerate(chosen[:-1]) if word in tongue.again), default=0)
        chosen = chosen[behind:] if len(chosen) > MOST_WORDS else chosen  # "… वाणिज्य एवं उद्योग मंत्री अनिल वर्मा ने"
    if len(chosen) > MOST_WORDS:
        return None
    return Attribution(match.start(), match.end(), " ".join(chosen), match.start(), "name", False, stretch.strip())
