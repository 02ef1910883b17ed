"""The words of the interface, one dictionary per language."""

from __future__ import annotations

import json
from importlib.resources import files

from corridors._errors import UnknownNameError

LANGUAGES = ("en", "ru")


def read_words(language: str) -> dict[str, str]:
    """
    Return the interface's words by key.

    Raises
    ------
    UnknownNameError
        When there is no dictionary for the language.
    """
    if language not in LANGUAGES:
        raise UnknownNameError("interface language", language, LANGUAGES)
    text = files("corridors.page").joinpath("words", f"{language}.json").read_text(encoding="utf-8")
    words: dict[str, str] = json.loads(text)
    return words
