"""Names of who holds an office, or of whom a last name means, where the text around has them in full."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from corridors.lexicon import lexicon
from corridors.sayings import Attribution
from corridors.tokens import POSSESSIVE

_REACH, _SHORTEST_HEAD, _CORRESPONDENT = 3_000, 4, "корреспондент"
_NAMED = re.compile(r",?\s((?:[^\W\d_a-zа-яё][\w’'-]+[ ]){1,2}[^\W\d_a-zа-яё][\w’'-]+)")
_HONOURED = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Dame)\.?\s((?:[A-Z][\w’'-]+\s?){2,3})")
_NAME_BEHIND = re.compile(r"[^.!?\n\"“”„«»]{0,60}?((?:[^\W\d_a-zа-яё][\w’'-]+[ ]){1,3}[^\W\d_a-zа-яё][\w’'-]+)")


def fitting(office: str, earlier: Sequence[Attribution]) -> list[Attribution]:
    """
    Leave those named before whom an office may mean: "la ministra" is not "el ministro Gil", nor is "the governor".

    Parameters
    ----------
    office
        The office as written, with its article if it has one.
    earlier
        Who was named as speaking before.
    """
    kinds, sex = _kinds(office), _sex(office)
    earlier = [a for a in earlier if _CORRESPONDENT not in a.whole.casefold()]  # who passes on what the minister said
    return [a for a in earlier if not (_apart(kinds, _kinds(a.whole)) or _apart(sex, _sex(a.whole)))]


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and one.isdisjoint(other)


def _kinds(office: str) -> frozenset[str]:
    """Return of which kinds of office, of those that one person does not hold together, the words are."""
    groups = lexicon("tongues.toml").words("all.offices_apart")
    low = office.casefold()
    return frozenset(group for group in groups if any(stem in low for stem in group.split("|")))


def _sex(office: str) -> frozenset[str]:
    """Return "f" or "m" where an article tells the sex of who holds an office."""
    first = next(iter(office.casefold().split()), "")
    listed = lexicon("tongues.toml")
    return frozenset(sex for sex in ("f", "m") if first in listed.words(f"all.articles_{sex}"))


def named_with(text: str, office: str, offset: int) -> str | None:
    """
    Return the name right behind an office of two words or more, where the text has it next.

    Parameters
    ----------
    text, office, offset
        The text, the office as written, and where it stands without a name.

    Examples
    --------
    >>> named_with("заявил министр Армении. Министр Армении Олег Краснов ответил.", "министр Армении", 0)
    'Олег Краснов'
    """
    match = re.compile(rf"(?i:{re.escape(office)}){_NAMED.pattern}").search(text, offset, offset + _REACH)
    return match[1] if match and " " in office else None


def held_before(text: str, heads: Sequence[str], offset: int) -> str | None:
    """Return the name that one of some offices, in small letters, is followed by where it stood last."""
    before = text[max(0, offset - _REACH) : offset]
    for head in heads:
        at = before.casefold().rfind(head)
        match = _NAME_BEHIND.match(before, at + len(head)) if at >= 0 else None
        if match and all(word[0].isupper() for word in match[1].split()):
            return match[1]
    return None


def initialled(text: str, surname: str, offset: int) -> str | None:
    """Return the full name of somebody whose first name is cut short to its initial, as the text has it before."""
    stem = surname[: max(_SHORTEST_HEAD, len(surname) - 2)]
    full = re.compile(rf"(?<!\w)[^\W\d_a-zа-яё]\w{{2,}}\s{re.escape(stem)}\w{{0,3}}(?!\w)")
    if before := [match[0] for match in full.finditer(text, max(0, offset - _REACH), offset)]:
        return before[-1]
    behind = full.search(text, offset, offset + _REACH)  # in a heading
    return behind[0] if behind else None


def with_particle(text: str, surname: str, offset: int) -> str | None:
    """
    Return the full name of somebody whose last name the text writes with a particle first and then without.

    Examples
    --------
    >>> with_particle("Bakan Rezzak es-Sadi geldi. Sadi konuştu.", "Sadi", 28)
    'Bakan Rezzak es-Sadi'
    """
    around = text[max(0, offset - _REACH) : offset + _REACH]
    named = re.search(rf"((?:[^\W\d_a-zа-яё][\w’'-]+[ ]){{1,3}}[a-z]{{2,3}}[-’'‘]{re.escape(surname)})(?!\w)", around)
    return named[1] if named else None


def without_office(name: str, offices: Collection[str]) -> str:
    """
    Return a German name of three words or more without the office that opens it.

    Examples
    --------
    >>> without_office("Amtskollegen Janis Ozols", ["kollege"])
    'Janis Ozols'
    """
    first, *rest = name.split()
    low = first.lower()
    held = any(low.removesuffix(ending).endswith(office) for office in offices for ending in ("", "n", "s", "en"))
    return " ".join(rest) if held and len(rest) > 1 else name


def recurs(text: str, name: str, offset: int) -> bool:
    """
    Tell whether the surname of a Russian name comes again behind a place, in whatever case.

    Parameters
    ----------
    text, offset
        The text and where the name stands in it.
    name
        A first name and a surname.
    """
    first, _, last = name.rpartition(" ")
    if not first or last.isascii() or not (first[0].isupper() and last[0].isupper()):
        return False
    stem = last[: max(_SHORTEST_HEAD, len(last) - 2)]
    return text.find(f" {stem}", offset + len(name), offset + _REACH) >= 0


def honoured(text: str, offset: int) -> str | None:
    """Return the one person whom the text before calls "Dr" or "Ms" and names in full; None if several."""
    names = {match[1].strip() for match in _HONOURED.finditer(text, max(0, offset - _REACH), offset)}
    return POSSESSIVE.sub("", names.pop()) if len(names) == 1 else None
