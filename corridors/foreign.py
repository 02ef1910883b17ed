"""
Who says it in languages other than English: verbs of saying and "according to" with their subjects.

A subject stands before the verb or behind it; in Turkish it opens the sentence that the verb ends, in Arabic it
follows the verb, and in Chinese nothing but the verb parts it from what is said.
"""

from __future__ import annotations

import re

from corridors.arabic import behind_office, subject_before
from corridors.eastern import before_last, introduced, turkish, turned
from corridors.han import chinese
from corridors.lexicon import lexicon
from corridors.namings import (
    CLAUSE_EDGE,
    COMMA,
    DOT,
    HIDDEN,
    MOST_WORDS,
    articles,
    bare,
    before_company,
    before_verb,
    far_name,
    firm_before,
    is_name,
    is_owned,
    name_run,
    nobody,
    person_behind,
    subject_of,
    told_of_this,
    told_to,
    trimmed,
    until_stop,
    whole_office,
    words_of,
)
from corridors.predicates import doer, office_there
from corridors.sayings import Attribution
from corridors.tongues import Tongue
from corridors.unsaid import says_nothing

_EDGE = re.compile(r"[,;:.!?–—«»“”„\"()\[\]\x00…|*]|\s-\s|\n\s*\n")
_PRONOUN_BEHIND = re.compile(r"(?:-t)?-(?:il|elle|ils|elles|on)\b")
_FOR_HIM = re.compile(
    r"(?:^|[—–:]\s)\s*(?:Pour|Para|Für|Per|Для)\s+((?:[^\W\d_a-zа-яё][\w’'-]+\s?){2,4})(?=,|\s?(?:ist|sind|war|bleibt|bedeutet)\b)"
)
_HOLDER = re.compile(r",\s((?:[^\W\d_a-zа-яё][\w’'-]+\s?){2,4})(?=,)")
_HELD_BY = re.compile(r",\s((?:[^\W\d_a-zа-яё][\w’'-]+\s?){2,4})(?=,|[.:]?\s*\Z)")
_FIRM = re.compile(
    r"""(?<=\w\s)["«„“][^"«»„“”\n\x00]{2,30}["»“”](?=\s[^.,;:!?"«»„“”\n]{0,60}?[^\W\d_a-zа-яё][\w-]+\s[^\W\d_a-zа-яё])"""
)
_MARKED = re.compile(r"""(?:^|[,;:.—–]\s?)["«„“]([^\W\d_a-zа-яё][^"«»„“”\n\x00,.!?]{1,30})["»“”]\s?\Z""")
_INSERTED, _INSERTION_END = re.compile(r"(?:,|[,.!?…]?\s?[—–])\s?$"), re.compile(r"[.,]?\s?[—–]|,")
_MARKED_BEHIND = re.compile(
    r"""\s(?:["«“]([^"»”«“\n\x00]{3,40})["»”](?=\s?[:،])"""
    r"""|["«„“]((?:[^\W\d_a-zа-яё][\w-]+\s?){1,3})["»”“](?=\s(?:unter|am|im|in|со|citant|citando)\b|[.,]))"""
)
_NOBODY_SAYS = ("heißt es", "hieß es")
_DATIVE = ("у", "ю", "ам", "ям", "ой газете", "РБК")
_TOO = ("auch", "selbst", "también", "também", "anche")
_SUFFIX = re.compile(r"['’]\w+(?:\s[a-zçğıöşü]\w+)*")
_FOR, _OPENING = ("para o", "para a"), ("", ".", ":", ";", "—", "–", "”", "»", '"')
_RELATIVES = frozenset(("который", "которая", "которые", "qui", "que", "quien", "der", "die", "che"))
_RELATIVE_AT_END = re.compile(r"(?<=,)\s(?:который|которая|которые|qui|que|quien|che)\s\Z")
_STATED_IN = re.compile(r"\b(?:говор|отмеча|подч[её]ркива|указыва|сообща)\w{1,4}ся\b|\b(?:сказано|указано|отмечено)\b")
_ACTING = re.compile(r"\s*и\.\s?о\.\s")
_INITIAL = re.compile(r"(?<!\w)([^\W\d_a-zа-яё])\.(?=\s?[^\W\d_a-zа-яё])")
_CAPITALS = r"[^\W\d_a-zа-яё]"
_ACRONYM = re.compile(
    rf"(?<=[\w»\"])\s(?:\({_CAPITALS}{{2,8}}(?:[-–/]{_CAPITALS}{{2,4}})?\)(?=\s\w|,)|\([^()\n\x00]{{2,40}}\)(?=\s{_CAPITALS}))"
)
_CREDIT = re.compile(r"^.{0,60}?(?:xəbər|məlumat) verir ki,")
_RELAYED = re.compile(r"(?:aktardığına|haberine|bildirdiğine|duyurduğuna)$")  # "ajansın aktardığına göre"
_CREDITED = re.compile(r", (?:сообща[ею]т|переда(?:[её]|ю)т|пиш[еу]т|информирует)\b")  # "…, пишет РБК"
_RELAYS = ("به گزارش", "به نقل از", "بنا بر گزارش", "بر اساس گزارش")  # "به گزارش ایرنا، وزیر گفت"
_REACH, _FEW = 90, 5


def said(local: str, base: int, tongue: Tongue) -> list[Attribution]:
    """
    Return who says what in a sentence of another language, in order.

    Parameters
    ----------
    local
        The sentence, what stands in quotation marks hidden.
    base
        Its offset in the text.
    tongue
        Its language.
    """
    local = _INITIAL.sub(rf"\1{DOT}", local)
    local = _ACRONYM.sub(lambda short: " " * len(short[0]), local)
    if tongue.name == "turkish":
        local = _CREDIT.sub(lambda credit: " " * len(credit[0]), local)
    found: list[Attribution] = []
    for match in tongue.verbs.finditer(local):
        if says_nothing(local, match, tongue):
            continue
        if found and tongue.has_capitals and _goes_on(local, match):
            found.append(found[-1]._replace(start=base + match.start(), end=base + match.end()))
        elif made := _by_verb(local, match, tongue):
            found.append(_placed(made, base))
    if tongue.name == "turkish" and (opened := introduced(local)) is not None:
        return [_placed(opened, base)]
    if tongue.name == "turkish" and not found:
        found += [_placed(made, base) for made in turned(local)]
    for match in tongue.parted.finditer(local) if tongue.parted else ():
        if made := _by_verb(local, match, tongue):
            found.append(_placed(made, base))
    if tongue.has_capitals and (named := _FOR_HIM.search(local)) and named[1].istitle():
        at = base + named.start(1)
        found.append(Attribution(base, base + named.end(1), named[1].strip(), at, "name", True, named[1]))
    for match in tongue.views.finditer(local):
        found.append(Attribution(base + match.start(), base + match.end(), "", base + match.start(), "pronoun", True))
    taken = [(a.start, a.end) for a in found if a.according]
    for match in tongue.sources.finditer(local):
        if any(start <= base + match.start() < end for start, end in taken):
            continue
        if match[0].lower() in _FOR and local[: match.start()].strip()[-1:] not in _OPENING:
            continue  # "um activo para a ligação dos portos"
        if tongue.name == "russian" and match[0].startswith(("в ", "В ")) and not _STATED_IN.search(local, match.end()):
            continue  # "В заявлении министра речь шла о другом"
        if made := _by_source(local, match, tongue):
            found.append(_placed(made, base))
    if tongue.name == "turkish" and any(a.phrase for a in found if not a.according):
        found = [a for a in found if not (a.according and _RELAYED.search(a.whole))]
    if tongue.name == "russian" and found and found[0].phrase:
        found = [a for a in found if a is found[0] or not _CREDITED.match(local, a.at - base - 2)]
    if tongue.name == "persian" and not all(a.according for a in found):
        found = [a for a in found if not (a.according and local.startswith(_RELAYS, a.start - base))]
    return sorted(a._replace(phrase=a.phrase.replace(DOT, "."), whole=a.whole.replace(DOT, ".")) for a in found)


def _goes_on(local: str, match: re.Match[str]) -> bool:
    """Tell whether "and" stands right before a verb, so that its subject is that of the verb before."""
    before = local[max(0, match.start() - 12) : match.start()].lower().split()
    return bool(before) and before[-1] in lexicon("tongues.toml").words("all.coordinators")


def hidden(inner: str, tongue: Tongue) -> str:
    """Hide the words of a quotation but for what is put between them: "…, — сказал министр. — …"."""
    shown = [False] * len(inner)
    for match in tongue.verbs.finditer(inner):
        before = _INSERTED.search(inner[max(0, match.start() - 8) : match.start()])
        end = _INSERTION_END.search(inner, match.end(), match.end() + _REACH)
        if before and end and (before[0].strip() != "," or end[0][0] == ","):
            shown[match.start() - len(before[0]) : end.end()] = [True] * (end.end() - match.start() + len(before[0]))
    return "".join(sign if seen else HIDDEN for sign, seen in zip(inner, shown, strict=True))


def _placed(made: Attribution, base: int) -> Attribution:
    return made._replace(start=made.start + base, end=made.end + base, at=made.at + base)


def _by_verb(local: str, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    if tongue.name == "chinese":
        return chinese(local, match, tongue)
    if tongue.name == "turkish":
        return turkish(local, match, tongue)
    if tongue.name == "arabic":
        apart = subject_before(local, match) or _marked_behind(local, match) or behind_office(local, match, tongue)
        return apart or _behind(local, match, tongue)
    if tongue.name in ("persian", "hindi"):
        return before_last(local, match, tongue)
    if tongue.name == "french" and _PRONOUN_BEHIND.search(match[0]):
        return nobody(match)
    if marked := _MARKED.search(local[: match.start()]):
        return Attribution(marked.start(), match.end(), marked[1], marked.start(1), "name", False, marked[1])
    if named := _marked_behind(local, match):
        return named
    if set_off := _set_off(local, match, tongue):
        return set_off
    if match[0].lower() != "so" and (made := _before(local, match, tongue)):
        last = (made.whole.split() or [""])[-1]
        if not _is_adverbial(made, tongue) or last.lower() in tongue.pronouns:
            return made if made.phrase or made.whole else None
        if tongue.name == "russian" and (told := told_of_this(made, match, tongue)):
            return told
        if last in tongue.again:
            return made._replace(phrase=last, kind="office", whole=last)  # "Об этом министр рассказал на форуме"
        behind, named = _behind(local, match, tongue), _at_the_verb(made, match, tongue)
        person = behind is not None and behind.kind == "name" and " " in behind.phrase
        if tongue.name == "russian" and named and " " in named.phrase and not person:
            return named  # "В эфире депутат Олег Титов раскритиковал БАМ"
        if behind and behind.phrase:
            return behind
        return named or office_there(made, match, tongue) or behind
    return _behind(local, match, tongue)


def _marked_behind(local: str, match: re.Match[str]) -> Attribution | None:
    """Read "Das berichtet „Spiegel Online“ unter …": a name in marks right behind the verb."""
    if marked := _MARKED_BEHIND.match(local, match.end()):
        name = marked[1] or marked[2]
        if name.endswith(_DATIVE) and local[: match.start()].strip():
            return None  # "Министр рассказал «Известиям», что"
        return Attribution(match.start(), marked.end(), name, match.start(), "name", False, name)
    return None


def _set_off(local: str, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read "El presidente, Gabriel Boric, dijo" and "Gustavo Muro, coordinador del municipio, recordó"."""
    before = local[: match.start()].rstrip()
    if not before.endswith(","):
        return None
    start = max((edge.end() for edge in CLAUSE_EDGE.finditer(local, 0, match.start())), default=0)
    pieces = [trimmed(words_of(piece, 0, len(piece)), tongue) for piece in local[start : match.start()].split(",")]
    full = [[word for word, _ in piece] for piece in pieces if piece]
    at, whole = match.start(), local[start : match.start()].strip(" ,")
    follows = words_of(local, match.end(), min(len(local), match.end() + _REACH))
    says_that = bool(follows) and follows[0][0].lower() in lexicon("tongues.toml").words("all.conjunctions")
    named = next((piece for piece in full[-2::-1] if 2 <= len(piece) <= 5 and is_name(piece, tongue)), None)
    titled = bool(full) and any(word.lower() in tongue.again for word in bare(full[-1])[:2])
    if named and (titled or says_that) and tongue.name == "german":  # "Uwe Leuschner, Chef von DB Cargo, rechnet"
        return Attribution(at, match.end(), " ".join(named), at, "name", False, whole)
    if full and 2 <= len(full[-1]) <= 5 and is_name(full[-1], tongue):
        return Attribution(at, match.end(), " ".join(full[-1]), at, "name", False, whole)
    if named and (titled or says_that):  # "Daniel Samba, vice-premier ministre de la RDC, a souligné la nécessité de"
        return Attribution(at, match.end(), " ".join(named), at, "name", False, whole)
    if full and len(full[-1]) <= 4 and any(word.lower() in tongue.again for word in full[-1]):
        return Attribution(at, match.end(), " ".join(bare(full[-1])), at, "office", False, whole)
    return None


def _is_adverbial(made: Attribution, tongue: Tongue) -> bool:
    """Tell whether what stands before the verb says when or where: "Об этом на заседании заявил"."""
    words = made.whole.lower().split()
    if made.kind == "name" and ("que" in words or "qui" in words):
        return False  # "C’est avec ces mots que le président Jean Morel a"
    while len(words) > 1 and words[0] in _TOO:
        words = words[1:]  # "Auch Minister Ute Lang hat"
    first = bool(words) and words[0] in tongue.openers and (len(words) == 1 or words[0] not in articles())
    return first or " ".join(words) in tongue.openers


def _at_the_verb(made: Attribution, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read "На форуме в Баку министр Алиев заявил": the capitalised words right before the verb."""
    words = trimmed(words_of(made.whole, 0, len(made.whole)), tongue)
    last = next((n for n in range(len(words), 0, -1) if not words[n - 1][0][0].isupper()), 0)
    if tongue.name == "russian" and last:  # "В мае посол в Баку Олег Краснов заявил", "руководство Омска заявило"
        last = max(last, len(words) - 2) - (last == len(words) - 1 and is_owned(words[last][0]))
    name = [word for word, _ in words[last:]]
    placed = last < 2 or words[last - 1][0].lower() in tongue.openers
    if not name or placed or (tongue.name == "german" and len(name) < 2):
        return None
    return Attribution(match.start(), match.end(), " ".join(name), match.start(), "name", False, made.whole)


def _before(local: str, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read the subject that stands right before the verb; an empty phrase says that there is something else."""
    start = max((edge.end() for edge in _EDGE.finditer(local, 0, match.start())), default=0)
    words = trimmed(words_of(local, start, match.start()), tongue)
    if not words:
        return firm_before(local, start, match, tongue)
    if words[0][0].lower() in _RELATIVES and len(words) == 1:
        return _apposition(local, match, tongue) or nobody(match)
    if joined := doer(local, words, match, tongue):
        return joined
    made = subject_of(before_company(words, tongue)[-MOST_WORDS:], tongue)
    whole = local[start : match.start()].strip()
    if made is None:
        return nobody(match)._replace(whole=whole if words[0][0].lower() in tongue.openers else "")
    phrase, kind = made
    return Attribution(words[0][1], match.end(), phrase, match.start(), kind, False, whole)


def _behind(local: str, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read the subject behind the verb; without one it is whoever spoke last, or who is set off by commas before."""
    if tongue.name == "french" and _PRONOUN_BEHIND.match(local, match.end()):
        return Attribution(match.start(), match.end() + 2, "", match.start(), "pronoun")
    plain = _FIRM.sub(lambda firm: " " * len(firm[0]), local) if tongue.has_capitals else local
    if tongue.name == "russian" and (person := person_behind(plain, match)):
        return person._replace(whole=local[match.end() : person.end].strip())
    most = _FEW if not tongue.has_capitals else MOST_WORDS if plain == local else 2 * MOST_WORDS
    if tongue.has_capitals and (told := told_to().match(plain, match.end())):
        plain = plain[: told.start()] + " " * len(told[0]) + plain[told.end() :]
    whole, local = local, plain
    edge = (_EDGE if tongue.has_capitals else CLAUSE_EDGE).search(local, match.end())
    comma = COMMA.search(local, match.end())
    end = min((m.start() for m in (edge, comma) if m), default=len(local))
    found = words_of(local, match.end(), end)
    if found and found[0][0].lower() in tongue.openers and (farther := _behind_adverbial(found, match, tongue)):
        return farther
    if match[0].lower() in _NOBODY_SAYS and found and found[0][0].lower() in ("in", "im", "aus", "bei", "beim"):
        found = found[1:]  # "heißt es in einer Studie der Weltbank"
    words = until_stop(trimmed(found, tongue, lead_only=True), tongue)
    far = words if most < len(words) <= 2 * MOST_WORDS and tongue.has_capitals else []
    if any(word.lower() in tongue.again for word, _ in far[:3]) and (held_by := _HELD_BY.match(local, end)):
        at, name = match.start(), held_by[1].strip()  # "ha detto il vice presidente e ministro degli Esteri, Ugo Neri"
        return Attribution(at, held_by.end(1), name, at, "name", False, whole[match.end() : held_by.end(1)].strip())
    if tongue.name == "arabic" and words and words[0][0] in tongue.again:
        most = MOST_WORDS + 3 if len(words) <= MOST_WORDS + 3 else MOST_WORDS
    words = words[:most]
    if match[0].lower() == "so" and (not words or not local[: match.start()].rstrip().endswith(",")):
        return None
    if not words:
        return _apposition(local, match, tongue) or nobody(match)
    if (made := subject_of(words, tongue)) is None:
        return None
    phrase, kind = made
    holds = words[0][0].lower() in tongue.again | articles() if tongue.name == "german" else kind == "office"
    if holds and tongue.has_capitals and (held := far_name(found)):
        phrase, kind = held, "name"
    last = words[-1][1] + len(words[-1][0])
    if kind == "name" and tongue.has_capitals and (named := local.find(phrase, match.end())) >= 0:
        last = named + len(phrase)
    if kind != "pronoun" and local[last : last + 1] in (",", "،"):
        last = whole_office(local, last) if kind == "office" else last
        following = words_of(
            local, last + 1, min((m.start() for m in _EDGE.finditer(local, last + 1)), default=len(local))
        )
        titled = not tongue.has_capitals and any(word in tongue.again for word, _ in words)
        if titled and any(word in tongue.stops or word in tongue.pauses for word, _ in following):
            following = []  # "قال وزير الخارجية المصري، اليوم الجمعة، إن"
        if (
            (kind == "office" or words[0][0][0].islower() or titled)
            and 2 <= len(following) <= 4
            and (titled or is_name([word for word, _ in following], tongue))
        ):
            phrase, kind = " ".join(word for word, _ in following), "name"
            last = following[-1][1] + len(following[-1][0])
    return Attribution(match.start(), last, phrase, match.start(), kind, False, whole[match.end() : last].strip())


def _behind_adverbial(words: list[tuple[str, int]], match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read "сообщил на совещании в Тынде вице-премьер Павел Корнеев": the last name of two words behind the verb."""
    joined = lexicon("tongues.toml").words("all.conjunctions")
    cut = next((n for n, (word, _) in enumerate(words) if word.lower() in joined), len(words))
    run = name_run([word for word, _ in words[:cut]], tongue)
    if not run or len(run) < 2:
        return None
    first = next(n for n, (word, _) in enumerate(words) if word == run[0])
    if first == 0 or words[first - 1][0].lower() in tongue.openers:
        return None
    at, whole = match.start(), " ".join(word for word, _ in words[:cut])
    return Attribution(at, words[first][1] + len(" ".join(run)), " ".join(run), at, "name", False, whole)


def _apposition(local: str, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read "La directora de la cámara, Lucía Benítez, sostuvo que": what commas set off before the verb."""
    before = _RELATIVE_AT_END.sub("", local[: match.start()]).rstrip()
    if not before.endswith(","):
        return None
    start = max((edge.end() for edge in CLAUSE_EDGE.finditer(local, 0, match.start())), default=0)
    at, pieces = start, []
    for piece in before[start:].split(","):
        pieces.append(trimmed(words_of(local, at, at + len(piece)), tongue))
        at += len(piece) + 1
    whole = local[start : match.start()].strip(" ,")
    pieces = [piece[1:] if piece and piece[0][0].lower() in ("c’est", "c'est") else piece for piece in pieces]
    for words in [piece for piece in pieces if piece][::-1][:3]:
        run = name_run([word for word, _ in words], tongue)
        if run and len(run) > 1:
            return Attribution(match.start(), match.end(), " ".join(run), match.start(), "name", False, whole)
    first = next((piece for piece in pieces if piece), None)
    made = subject_of(first, tongue) if first and len(first) <= MOST_WORDS else None
    found = Attribution(match.start(), match.end(), made[0], match.start(), made[1], False, whole) if made else None
    return None if found and _is_adverbial(found, tongue) else found  # "No obstante, dijo"


def _by_source(local: str, match: re.Match[str], tongue: Tongue) -> Attribution | None:
    """Read who follows "selon" or "по словам", or stands before "göre" and "के अनुसार"."""
    if tongue.name == "chinese":
        return None  # 据…介绍 ends in a verb
    if tongue.name in ("turkish", "hindi") or match[0].lower() == "zufolge":
        start = max((e.end() for e in re.finditer(r"[,.;:!?—–।\x00]", local[: match.start()])), default=0)
        words = words_of(local, start, match.start())[-MOST_WORDS:]
    else:
        begin = acting.end() if (acting := _ACTING.match(local, match.end())) else match.end()
        if tongue.name in ("spanish", "portuguese") and (verb := tongue.verbs.match(local, begin + 1)):
            begin = verb.end()  # "según informó el ministerio"
        if tongue.has_capitals:  # "По словам главы АО «РЖД» Олега Белозёрова"
            local = _FIRM.sub(lambda firm: " " * len(firm[0]), local)
        edge, comma = CLAUSE_EDGE.search(local, begin), COMMA.search(local, begin)
        end = min((m.start() for m in (edge, comma) if m), default=len(local))
        words = before_verb(until_stop(words_of(local, begin, end), tongue)[:MOST_WORDS], tongue)
        if tongue.has_capitals and len(words) > 1 and (held := _HOLDER.match(local, end)):
            words = words_of(local, *held.span(1))  # Selon le ministre des Transports, Jean Morel, …
    if not words or (made := subject_of(words, tongue)) is None:
        return None
    if tongue.name == "turkish":
        made = (_SUFFIX.sub("", made[0]), made[1])  # "Bağcı'ya göre"
    ends = (n for n in range(1, len(words)) if " ".join(word for word, _ in words[:n]).endswith(made[0]))
    last = words[next(ends, len(words)) - 1] if made[1] == "name" else words[-1]  # "Laut Bo Dahl öffnet der Hafen"
    start, end = min(words[0][1], match.start()), max(match.end(), last[1] + len(last[0]))
    return Attribution(start, end, made[0], match.start(), made[1], True, " ".join(word for word, _ in words))
