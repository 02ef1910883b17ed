"""The endings that a listed name takes in running text, language by language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from corridors.fold import fold_name
from corridors.lexicon import lexicon

_AA = "\u093e"  # the Hindi vowel sign that nouns end in and drop before postpositions
_LONGEST_SUFFIXED = 60
_FEMININE = ("e", "bahn", "brucke", "passage", "initiative")
_SHARED_TURKISH = ("koridoru", "yolu")
_RUSSIAN_VOWELS = "аеёиоуыэюяйьъ"


class _Russian(NamedTuple):
    nouns: dict[str, tuple[str, ...]]
    adjectives: dict[str, tuple[str, ...]]
    endings: dict[str, tuple[str, ...]]
    plurals: dict[str, tuple[str, ...]]


def inflected(folded: str, language: str, *, plurals: bool = True) -> Iterator[str]:
    """
    Yield the forms of a folded name beside the one listed.

    Parameters
    ----------
    folded
        The name, folded.
    language
        A BCP 47 tag; languages without rules here yield nothing.
    plurals
        Whether to yield those of a noun that several names share too.
    """
    tag = language.split("-")[0].lower()
    rules = (*_RULES.get(tag, ()), *(_PLURALS.get(tag, ()) if plurals else ()))
    yield from dict.fromkeys(form for rule in rules for form in rule(folded) if form != folded)


@lru_cache(maxsize=1)
def shared_plurals() -> frozenset[str]:
    """Return the folded plural forms of the nouns that several Russian or Turkish names may share."""
    russian = (form for forms in _declensions().plurals.values() for form in forms)
    endings = ("", *lexicon().lists["inflections.turkish_behind_i"])
    turkish = (f"{noun[:-1]}lari{ending}" for noun in _SHARED_TURKISH for ending in endings)
    return frozenset((*russian, *turkish))


def abbreviation_endings(text: str, language: str) -> tuple[str, ...]:
    """
    Return the small letters that an abbreviation takes behind it in running text: Russian "БАМа", "БАМом".

    Parameters
    ----------
    text
        The abbreviation as listed.
    language
        A BCP 47 tag; only Russian abbreviations that end in a consonant take any.
    """
    if language.split("-")[0].lower() != "ru" or not text.isalpha() or text[-1].lower() in _RUSSIAN_VOWELS:
        return ()
    return lexicon().lists["inflections.russian_consonant"]


def russian_town(name: str) -> Iterator[str]:
    """
    Yield the oblique cases of a town's Russian name, of whose words the last is declined.

    Examples
    --------
    >>> list(russian_town("Решт"))
    ['Решта', 'Решту', 'Рештом', 'Реште']
    """
    for line in lexicon().lists["inflections.russian_towns"]:
        letters, *endings = line.split()
        if name[-1:] in letters:
            stem = name[:-1] if letters[0] in _RUSSIAN_VOWELS else name
            yield from (stem + ending for ending in endings)
            return


def _russian(folded: str) -> Iterator[str]:
    """Yield the oblique cases: the adjectives before the first noun, and that noun."""
    known, words = _declensions(), folded.split()
    at = next((n for n, word in enumerate(words) if word in known.nouns), None)
    forms = known.nouns[words[at]] if at is not None else ()
    if at is None and len(words) == 1:
        at = 0
        ending = next((e for e in known.endings if words[0].endswith(e)), None)
        forms = () if ending is None else tuple(words[0][: -len(ending)] + new for new in known.endings[ending])
        if ending is None and words[0][-1:] not in _RUSSIAN_VOWELS and len(words[0]) > 4:
            forms = tuple(words[0] + new for new in lexicon().lists["inflections.russian_consonant"])
    if at is None:
        return
    for case, noun in enumerate(forms):
        yield " ".join([*_declined(words[:at], case), noun, *words[at + 1 :]])


def _russian_plurals(folded: str) -> Iterator[str]:
    """Yield the last of several names that share a noun: "Средний коридоры" of "Северный и Средний коридоры"."""
    known, words = _declensions(), folded.split()
    at = next((n for n, word in enumerate(words) if word in known.nouns), 0)
    for case, noun in enumerate(known.plurals.get(words[at], ()) if at else (), -1):
        before = words[:at] if case < 0 else _declined(words[:at], case)
        yield " ".join([*before, noun, *words[at + 1 :]])


def _declined(words: Sequence[str], case: int) -> Iterator[str]:
    """Yield words with the adjectives among them in a case."""
    adjectives = _declensions().adjectives
    for word in words:
        ending = next((e for e in adjectives if word.endswith(e)), None)
        yield word if ending is None else word[: -len(ending)] + adjectives[ending][case]


def _german(folded: str) -> Iterator[str]:
    """Yield the genitive of the noun, and adjectives in every ending: "des Nördlichen Seewegs"."""
    folded, of, rest = folded.partition(" des ")  # "der Maritimen Seidenstraße des 21. Jahrhunderts"
    *before, noun = folded.split()
    declined = [word for word in before if word.endswith(("er", "e", "es")) and len(word) > 3]
    genitives = ("",) if noun.endswith(_FEMININE) else ("", "s", "es") if noun.endswith("weg") else ("", "s")
    for ending in ("e", "er", "en", "em", "es") if declined else ("",):
        start = [word.rstrip("rs").removesuffix("e") + ending if word in declined else word for word in before]
        for genitive in genitives:
            yield " ".join([*start, noun + genitive]) + of + rest


def _turkish(folded: str) -> Iterator[str]:
    """Yield the endings written without an apostrophe."""
    if not folded or len(folded) > _LONGEST_SUFFIXED:
        return
    lists = lexicon().lists
    for suffix in lists.get(f"inflections.turkish_behind_{folded[-1]}", lists["inflections.turkish_behind_consonant"]):
        yield folded + suffix


def _turkish_plurals(folded: str) -> Iterator[str]:
    """Yield the plural that names share: "Zengezur ve Laçin koridorları"."""
    if folded.endswith(_SHARED_TURKISH) and len(folded) <= _LONGEST_SUFFIXED:
        for suffix in ("", *lexicon().lists["inflections.turkish_behind_i"]):
            yield folded[:-1] + "lari" + suffix


def _arabic(folded: str) -> Iterator[str]:
    """Yield the article behind "to": "للممر" for "الممر"."""
    if folded.startswith("\u0627\u0644"):
        yield "\u0644\u0644" + folded[2:]


def _hindi(folded: str) -> Iterator[str]:
    """Yield the noun without its last vowel sign, since another takes its place before postpositions ("गलियारे में")."""
    if folded.endswith(_AA):
        yield folded[:-1]


_RULES = {
    "ru": (_russian,), "de": (_german,), "tr": (_turkish,), "az": (_turkish,), "ar": (_arabic,), "hi": (_hindi,),
}  # fmt: skip
_PLURALS = {"ru": (_russian_plurals,), "tr": (_turkish_plurals,), "az": (_turkish_plurals,)}


@lru_cache(maxsize=1)
def _declensions() -> _Russian:
    tables = []
    for name in ("russian_nouns", "russian_adjectives", "russian_endings", "russian_plurals"):
        rows = [line.split() for line in lexicon().lists[f"inflections.{name}"]]
        tables.append({fold_name(first): tuple(map(fold_name, forms)) for first, *forms in rows})
    return _Russian(*tables)
