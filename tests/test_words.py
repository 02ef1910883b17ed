"""The words of the interface: every one that is asked for, in every language."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from corridors._errors import UnknownNameError
from corridors.page.words import LANGUAGES, read_words


def modules() -> dict[str, str]:
    folder = Path(str(files("corridors.page").joinpath("js")))
    return {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.js")}


def test_every_word_asked_for_is_in_every_dictionary() -> None:
    asked = set()
    for text in modules().values():
        asked |= set(re.findall(r'\bt\("([\w.-]+)"', text))
    counted = {key for text in modules().values() for key in re.findall(r'count\([^"\n]*?"([\w.]+)"\)', text)}
    assert len(asked) > 60
    assert len(counted) >= 4
    for language in LANGUAGES:
        words = read_words(language)
        assert not sorted(asked - words.keys())
        assert not [key for key in counted if f"{key}.other" not in words]
        assert all(words.values())
    with pytest.raises(UnknownNameError, match="interface language"):
        read_words("xx")


def test_dictionaries_fill_in_the_same_values() -> None:
    english, russian = read_words("en"), read_words("ru")
    for key in english.keys() & russian.keys() - {"times.one"}:  # "once" needs no number
        assert set(re.findall(r"\{\w+\}", english[key])) == set(re.findall(r"\{\w+\}", russian[key])), key
    plural = re.compile(r"\.(one|few|many|other|\d+)$")
    assert {plural.sub("", k) for k in english} - {"number"} == {plural.sub("", k) for k in russian} - {"number"}
