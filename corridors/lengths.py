"""
Measured beside published lengths, and in words where they part.

A measured length is the geodesic length of the drawn line; a published one is a `Fact` with a source. They are never
mixed: this module only sets them side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from corridors.model import Branch, Corridor, Fact, Leg, Mode

METRES = {"km": 1000.0, "nm": 1852.0, "mi": 1609.344, "m": 1.0}

Measure = Callable[[Leg], float]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The measured length of a branch or stretch (metres, None where it has no line) and what is published of it."""

    about: str
    measured_m: float | None
    facts: tuple[Fact, ...]
    words: str


def branch_length_m(branch: Branch, measure: Measure) -> float:
    """Add up the through legs of a branch, in metres; variants stand aside."""
    return sum(measure(leg) for leg in branch.legs if not leg.variant)


def stretch_length_m(branch: Branch, start: str, end: str, measure: Measure) -> float | None:
    """Add up the through legs between two stops of a branch, in metres, either way round; None when it lacks one."""
    through = [leg for leg in branch.legs if not leg.variant]
    stops = [through[0].start, *(leg.end for leg in through)] if through else []
    if start not in stops or end not in stops:
        return None
    first, last = sorted((stops.index(start), stops.index(end)))
    return sum(measure(leg) for leg in through[first:last])


def compare(corridor: Corridor, branch: Branch, measure: Measure) -> tuple[Comparison, ...]:
    """Set the measured length of a branch, and of each stretch with a published length, beside what is published."""
    published = [f for f in corridor.facts if f.what == "length" and f.unit in METRES]
    own = [f for f in published if branch.id in f.branch]
    nautical = all(leg.mode is Mode.SEA for leg in branch.legs)
    whole_m = branch_length_m(branch, measure)
    words = _whole_words(whole_m, [f for f in own if not f.start], _of_the_whole(published), nautical=nautical)
    result = [Comparison(branch.name, whole_m, tuple(f for f in own if not f.start), words)]
    for start, end in dict.fromkeys((f.start, f.end) for f in own if f.start):
        facts = [f for f in own if (f.start, f.end) == (start, end)]
        measured_m = stretch_length_m(branch, start, end, measure)
        result.append(
            Comparison(facts[0].about, measured_m, tuple(facts), _words(measured_m, facts, nautical=nautical))
        )
    return tuple(result)


def _of_the_whole(facts: Iterable[Fact]) -> list[Fact]:
    return [f for f in facts if not f.branch]


def metres(fact: Fact) -> tuple[float, float]:
    """Return the least and the greatest length a fact gives, in metres (equal unless it gives a range)."""
    factor = METRES[fact.unit]
    return fact.value * factor, (fact.value if fact.value_to is None else fact.value_to) * factor


def number(value: float) -> str:
    """Write a number with commas between thousands and no needless decimals."""
    return (
        f"{value:,.0f}" if abs(value) >= 100 or float(value).is_integer() else f"{value:,.2f}".rstrip("0").rstrip(".")
    )


def figure(fact: Fact) -> str:
    """Write a fact's value and unit as published, such as ``about 7,200 km``."""
    write = _plain if fact.unit == "year" else number
    value = write(fact.value) if fact.value_to is None else f"{write(fact.value)}-{write(fact.value_to)}"
    unit = "" if fact.unit == "year" else f" {fact.unit}"
    return f"{'about ' if fact.approximate else ''}{value}{unit}"


def _plain(value: float) -> str:
    return f"{value:g}"


def credit(fact: Fact) -> str:
    """Name who published a fact and when, for a bracket."""
    year = fact.source.date[:4]
    name = fact.source.publisher or fact.source.title
    return ", ".join(filter(None, [f"official figure, by {name}" if fact.official else name, year]))


def measured(length_m: float, *, nautical: bool) -> str:
    """Write a measured length in kilometres, with nautical miles first at sea."""
    km = f"{number(round(length_m / 1000))} km"
    return f"{number(round(length_m / 1852))} nm ({km})" if nautical else km


def _whole_words(length_m: float, own: Sequence[Fact], of_the_whole: Sequence[Fact], *, nautical: bool) -> str:
    if own:
        return _words(length_m, own, nautical=nautical)
    line = measured(length_m, nautical=nautical)
    words = f"This line measures {line}; no published length of this branch by itself was found."
    if of_the_whole:
        listed = "; ".join(f"{figure(f)} for {f.about} ({credit(f)})" for f in of_the_whole)
        words += f" Published for the corridor, not to be read as this branch's length: {listed}."
    return words


def _words(length_m: float | None, facts: Sequence[Fact], *, nautical: bool) -> str:
    ordered = sorted(facts, key=lambda f: metres(f)[0])
    low, high = ordered[0], ordered[-1]
    if metres(high)[0] > metres(low)[0] * 1.001:
        apart = 100 * (metres(high)[0] / metres(low)[0] - 1)
        said = (
            f"Sources disagree by {apart:.0f} %: {figure(low)} ({credit(low)}) against {figure(high)} ({credit(high)})."
        )
    else:
        said = f"Published: {figure(low)} ({'; '.join(dict.fromkeys(credit(f) for f in ordered))})."
    if length_m is None:
        return f"{said} Not measured on this line."
    nearest = min(ordered, key=lambda f: abs(_off(length_m, f)))
    line = f"This line measures {measured(length_m, nautical=nautical)}, {_relation(length_m, nearest)}"
    official = [f for f in ordered if f.official and f is not nearest]
    line += "".join(f", and {_relation(length_m, f)}" for f in official[:1])
    return f"{said} {line}."


def _off(length_m: float, fact: Fact) -> float:
    low, high = metres(fact)
    return 0.0 if low <= length_m <= high else length_m - (low if length_m < low else high)


def _relation(length_m: float, fact: Fact) -> str:
    off = _off(length_m, fact)
    base = metres(fact)[0] if off < 0 else metres(fact)[1]
    if abs(off) < 0.001 * base:
        return f"the same as {figure(fact)} ({credit(fact)}) to within 0.1 %"
    share = 100 * abs(off) / base
    way = "longer" if off > 0 else "shorter"
    return f"{share:.{0 if share >= 10 else 1}f} % {way} than {figure(fact)} ({credit(fact)})"
