"""Forms that look like verbs of saying and say nothing: nouns, participles, what something is held to be."""

from __future__ import annotations

import re

from corridors.lexicon import lexicon
from corridors.tongues import Tongue

_AUXILIARY = re.compile(
    r"(?:hat|haben|hatte|hatten|wird|werden|wurde|wurden|ist|sind|sei|habe)\b[^.;:!?\x00]*\Z", re.IGNORECASE
)
_ARTICLE = re.compile(r"\b(?:une?|cette|una|uma?)\s$", re.IGNORECASE)
_UNSAID = re.compile(r"\bне\s(?:назва|сообщ|уточн|указ|раскры)")  # "не назвал сроков"
_ITSELF, _ITSELF_BEHIND = re.compile(r"\b(?:se|si)\s$", re.IGNORECASE), re.compile(r"-se\b")
_NEXT = re.compile(r"\s([^\W\d_]+)")
_REACH, _LONGEST_ARTICLE = 90, 7


def says_nothing(local: str, match: re.Match[str], tongue: Tongue) -> bool:
    """
    Tell whether a form of a verb of saying is a noun or tells what something is.

    Examples
    --------
    >>> from corridors.tongues import known
    >>> spanish, line = known("spanish"), "El puerto se destaca por su calado"
    >>> says_nothing(line, spanish.verbs.search(line), spanish)
    True
    """
    if _ARTICLE.search(local, max(0, match.start() - _LONGEST_ARTICLE), match.start()):
        return True  # "explique une note du ministère"
    if tongue.name == "russian":
        return _UNSAID.search(local, max(0, match.start() - 3), match.end()) is not None
    if tongue.name == "german":
        return _is_no_verb(local, match)
    if tongue.name == "arabic":
        behind = _NEXT.match(local, match.end())
        listed = lexicon("tongues.toml")
        return (
            behind is not None and match[0] in listed.words("arabic.held") and behind[1] in listed.words("arabic.among")
        )
    if match[0].lower() not in lexicon("tongues.toml").words("all.of_itself"):
        return False
    before = _ITSELF.search(local, max(0, match.start() - _LONGEST_ARTICLE), match.start())
    return before is not None or _ITSELF_BEHIND.match(local, match.end()) is not None


def _is_no_verb(local: str, match: re.Match[str]) -> bool:
    """Tell whether a German form is a noun ("Angaben"), or completes "hat", read by itself, or "wird"."""
    if (match.start() and match[0][0].isupper()) or local.startswith(" Geschichte", match.end()):
        return True  # "China schreibt Geschichte"
    listed = match[0].lower() in lexicon("tongues.toml").words("german.participles")
    if not listed and (not match[0].endswith("t") or " " in match[0]):
        return False
    begun = _AUXILIARY.search(local, max(0, match.start() - 3 * _REACH), match.start())
    return begun is not None and (listed or "," not in begun[0])
