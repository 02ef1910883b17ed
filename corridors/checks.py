"""What is wrong with a folder of corridors: its files, the ids they name, and, when drawn, their lines."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corridors._data import geodata
from corridors._errors import CorridorsError, DataError
from corridors.catalogues import Catalogue, catalogue, validate
from corridors.counts import counted
from corridors.gazetteer import gazetteer
from corridors.model import Certainty, Corridor, Leg, Mode, Route, Status

LAND_SKIP_M = 25_000.0


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a check: `problems` are sentences that name file and place, the rest counts what was looked at."""

    problems: tuple[str, ...]
    corridors: int = 0
    places: int = 0
    legs_drawn: int = 0


def check(folder: str | Path | None = None, *, draw: bool = False) -> Report:
    """
    Check the shipped catalogue, or a folder of one's own on top of it.

    Parameters
    ----------
    folder
        A folder of corridor files, with or without a ``places.csv``; the shipped catalogue by default.
    draw
        Whether to draw every leg as well and to look at the lines.
    """
    own = None if folder is None or Path(folder).resolve() == geodata("corridors").resolve() else Path(folder)
    try:
        known = catalogue() if own is None else catalogue([own])
    except DataError as error:
        return Report(_all_problems(error, own))
    looked_at = [entry for entry in known.values() if own is None or (own / f"{entry.id}.toml").is_file()]
    problems = [problem for entry in looked_at for problem in _passage_problems(entry)]
    if own is not None and not looked_at:
        problems.append(f"{folder}: holds no corridor; a corridor is a file such as {own / 'my-corridor.toml'}")
    legs = 0
    if draw:
        for entry in looked_at:
            for place, leg in _legs(entry):
                legs += 1
                problems += [f"{entry.id}.toml: {place}: {words}" for words in _line_problems(leg, known)]
    places = len(known.places) - (0 if own is None else len(gazetteer()))
    return Report(tuple(problems), len(looked_at), places, legs)


class _AnyId(Collection[str]):
    """Holds every id, for reading corridors whose own places could not be read."""

    def __contains__(self, name: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _all_problems(error: DataError, own: Path | None) -> tuple[str, ...]:
    """Add the problems of the corridor files to those of a table of places, which keeps them from being read."""
    if own is None or not all(problem.startswith("places.csv: ") for problem in error.problems):
        return error.problems
    return (*error.problems, *validate([geodata("corridors"), own], _AnyId()))


def _legs(entry: Corridor) -> Iterator[tuple[str, Leg]]:
    """Yield every leg with its place in the file."""
    chains = [(f"branches[{branch.id}]", branch.legs) for branch in entry.branches]
    chains += [(f"baselines[{baseline.id}]", baseline.legs) for baseline in entry.baselines]
    for place, legs in chains:
        for seq, leg in enumerate(legs, 1):
            yield f"{place}.legs[{seq}]", leg


def _passage_problems(entry: Corridor) -> Iterator[str]:
    from corridors.passages import passages

    for place, leg in _legs(entry):
        for key, ids in (("passages", leg.passages), ("avoid", leg.avoid)):
            for number, name in enumerate(ids, 1):
                if name not in passages():
                    yield (
                        f"{entry.id}.toml: {place}.{key}[{number}]: {name!r} is no passage id; "
                        "take one that `corridors passages` lists"
                    )


def _line_problems(leg: Leg, known: Catalogue) -> Iterator[str]:
    from corridors.routes import leg_route

    ends = f"{leg.mode} from {leg.start} to {leg.end}"
    try:
        line = leg_route(leg, places=known.places)
    except CorridorsError as error:
        yield f"{ends} cannot be drawn ({error}); mend its places, passages or mode"
        return
    yield from _course_problems(ends, leg, line)


def _course_problems(ends: str, leg: Leg, line: Route) -> Iterator[str]:
    from corridors.land import over_land_km
    from corridors.passages import channel_area

    if line.length_m <= 0:
        yield f"{ends} has no length; its places must lie apart"
    elif leg.mode is Mode.SEA:
        overland_km = over_land_km(line.geometry, skip_ends_m=LAND_SKIP_M, ignore=channel_area())
        if overland_km > 0:
            yield f"{ends} runs {overland_km:.0f} km over land; give waypoints at sea in via"
    if line.certainty is Certainty.UNCERTAIN and leg.status in (Status.OPERATING, Status.SUSPENDED):
        yield f"{ends} is {leg.status} but {line.note or 'uncertain'}; name stations in via, or mend mode or status"


def summary(report: Report) -> str:
    """Say in one line what was looked at and how much was wrong."""
    parts = [counted(report.corridors, "corridor"), counted(report.places, "place")]
    parts += [f"{counted(report.legs_drawn, 'leg')} drawn"] if report.legs_drawn else []
    found = counted(len(report.problems), "problem") if report.problems else "no problem"
    return f"{', '.join(parts)}: {found} found"


__all__: Sequence[str] = ["Report", "check", "summary"]
