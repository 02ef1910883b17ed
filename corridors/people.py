"""The persons of a text: which office each is named with, and which name an office, a surname or a pronoun means."""

from __future__ import annotations

from typing import NamedTuple

from corridors.phrases import (
    POSSESSIVE,
    Token,
    is_body,
    is_name_word,
    is_office,
    known_words,
    name_in_portfolio,
    name_start,
    tokens,
)

_WINDOW = 40_000
_LONGEST_NAME = 4
_SMALL = frozenset(("the", "a", "an", "who", "is", "of", "for"))


class Known(NamedTuple):
    """A person where the text names one: the offset, the name as written, the words of the office."""

    start: int
    name: str
    office: tuple[str, ...]

    @property
    def last(self) -> str:
        """The last word of the name, in lower case."""
        return self.name.split()[-1].casefold()


class People:
    """
    The persons of a text and the offices they are named with.

    Parameters
    ----------
    text
        The whole text.
    around
        The offset whose neighbourhood is read; far parts of a very long text are left out.
    """

    def __init__(self, text: str, around: int = 0) -> None:
        self._text = text
        self._tokens = tokens(text, max(0, around - _WINDOW), min(len(text), around + _WINDOW))
        self._known: list[Known] = []
        self._collect()
        self._titled = {known.last for known in self._known if known.office}

    def holder(self, office: frozenset[str], offset: int) -> str | None:
        """
        Return the name of who holds an office, as written in the text.

        Parameters
        ----------
        office
            The words of the phrase, lower case, without articles.
        offset
            Where the phrase stands; somebody named before it is preferred to somebody named after.
        """
        heads = office & known_words().offices
        best: tuple[tuple[int, int, int], str] | None = None
        for known in self._known:
            if len(office) == 1 and "".join(word[0] for word in known.office).endswith(next(iter(office))):
                fit = 10
            elif heads & set(known.office):
                fit = 2 * len(office & set(known.office)) - 3 * len(office - set(known.office))
            else:
                continue
            before = known.start < offset
            score = (fit, int(before), known.start if before else -known.start)
            if fit > -2 and (best is None or score > best[0]):
                best = (score, known.name)
        return self.full(best[1]) if best else None

    def full(self, name: str) -> str:
        """Return the fullest form of a person's name in the text, `name` itself when there is none longer."""
        words = name.casefold().split()
        forms = [known.name for known in self._known if known.last == words[-1]]
        if len(words) > 1:
            forms = [form for form in forms if set(words) <= set(form.casefold().split())]
        firsts = {form.split()[0].casefold()[0] for form in forms if len(form.split()) > 1}
        if len(firsts) != 1:
            return name
        return max([*forms, name], key=lambda form: (len(form.split()), len(form), form))

    def subject(self, start: int, end: int) -> str | None:
        """Return the person a sentence opens with, if the text names that person with an office somewhere."""
        toks = [token for token in self._tokens if start <= token.start < end][:8]
        for known in self._known:
            if start <= known.start < end and known.last in self._titled:
                before = [token for token in toks if token.end <= known.start]
                if len(before) < 7 and all(token.is_word for token in before):
                    if not before or is_office(before[-1]) or all(token.is_capital for token in before):
                        return self.full(known.name)
                    return None
        first = next((token for token in toks if token.low not in ("but", "and", "meanwhile", ",")), None)
        if first and is_name_word(first) and first.low in self._titled:
            return self.full(POSSESSIVE.sub("", first.word))
        return None

    def only(self, start: int, end: int) -> str | None:
        """Return the one person named with an office in a stretch of text; None when there are none or several."""
        names = {self.full(known.name) for known in self._known if start <= known.start < end and known.office}
        return names.pop() if len(names) == 1 else None

    def _collect(self) -> None:
        """Find names with an office before them or behind a comma, and names of two words or more."""
        toks, at = self._tokens, 0
        while at < len(toks):
            if not is_name_word(toks[at]):
                at += 1
                continue
            end = self._run_end(at)
            if (known := self._read(at, end)) is not None:
                self._known.append(known)
            at = end

    def _run_end(self, first: int) -> int:
        """Return where a run of capitalised words, particles and "Dr." ends."""
        toks, end, particles = self._tokens, first + 1, known_words().particles
        while end < len(toks) and not toks[end - 1].owns:
            token, after = toks[end], toks[end + 1] if end + 1 < len(toks) else None
            if token.is_word and token.is_capital:
                end += 1
            elif (after and after.is_capital and (token.low in particles and toks[end - 1].is_capital)) or (
                token.word == "." and toks[end - 1].low in known_words().titles and after and after.is_capital
            ):
                end += 2
            else:
                break
        return end

    def _read(self, first: int, end: int) -> Known | None:
        """Read a run of capitalised words as a person, if it is one."""
        toks, words = self._tokens, known_words()
        start = self._portfolio_name(first, end)
        if start is None:
            start = name_start(toks, first, end)
            if start > first and toks[start].low in ("of", "for"):
                start = name_in_portfolio(toks, start, end)
        name = toks[start:end]
        if not 1 <= len(name) <= _LONGEST_NAME or is_office(toks[end - 1]) or is_body(toks[end - 1]):
            return None
        if any(not token.is_word or token.low in words.routes or token.word[0].isdigit() for token in name):
            return None
        office = [token.low for token in toks[first:start] if token.is_word and token.low not in _SMALL]
        if not office:
            office = self._office_before(start) or self._office_behind(end)
        if not office and len(name) < 2:
            return None
        return Known(toks[start].start, _name(self._text, name), tuple(office))

    def _portfolio_name(self, first: int, end: int) -> int | None:
        """Return where the name begins in the last run of "Minister of Ports, Shipping and Waterways Sonowal"."""
        toks, at = self._tokens, first
        if first and toks[first - 1].word == ",":
            return None
        while at > max(0, first - 14) and (
            toks[at - 1].is_capital or toks[at - 1].word in (",", "and", "&", "of", "for")
        ):
            at -= 1
            if toks[at].word in ("of", "for") and is_office(toks[at - 1]):
                return name_in_portfolio(toks, first, end) if first > at + 1 or end - first > 2 else end
        return None

    def _office_before(self, first: int) -> list[str]:
        """
        Read an office that stands before the name in lower case.

        "The foreign minister Sergey Lavrov", "the foreign minister of the former Soviet nation, Sergey Lavrov,".
        """
        toks = self._tokens
        if not first:
            return []
        if is_office(toks[first - 1]):
            return self._office_back(first)
        if toks[first - 1].word != ",":
            return []
        for at in range(first - 2, max(-1, first - 16), -1):
            if not toks[at].is_word and toks[at].word != ",":
                return []
            if is_office(toks[at]):
                return self._office_back(at + 1)
        return []

    def _office_behind(self, end: int) -> list[str]:
        """Read "Sergey Lavrov, the Russian foreign minister,": an office behind the name and a comma."""
        toks = self._tokens
        if end >= len(toks) or toks[end].word != ",":
            return []
        found: list[str] = []
        for token in toks[end + 1 : end + 9]:
            if not token.is_word:
                break
            found.append(token.low)
            if is_office(token):
                return [word for word in found if word not in _SMALL]
        return []

    def _office_back(self, end: int) -> list[str]:
        """Return the words of the office that ends before token `end`, back to its article."""
        found: list[str] = []
        for token in reversed(self._tokens[max(0, end - 6) : end]):
            if not token.is_word or token.low in known_words().not_names or token.low in _SMALL | {"to"}:
                break
            found.insert(0, token.low)
        return found


def _name(text: str, toks: list[Token]) -> str:
    """Return a name as it stands in the text, white space levelled, without a possessive ending."""
    return POSSESSIVE.sub("", " ".join(text[toks[0].start : toks[-1].end].split()))
