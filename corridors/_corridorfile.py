"""One TOML file of the catalogue → a Corridor, with every problem reported."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from corridors._validate import ALPHA3, COLOUR, LANGUAGE, SLUG, Table, is_iso_date, is_web_address
from corridors.model import (
    Baseline,
    Branch,
    Corridor,
    Fact,
    Kind,
    Leg,
    Limit,
    Mode,
    Name,
    Source,
    Status,
)

_A_SLUG = "a slug of a-z, 0-9 and single dashes"
_NAME_KINDS = (Kind.NAME.value, Kind.ALIAS.value, Kind.ABBREVIATION.value)
_NOWHERE = Source(title="")


@dataclass(slots=True)
class _Context:
    """What the parts of one file need to know of each other."""

    places: Collection[str]
    sources: dict[str, Source] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def source(self, table: Table, key: str, name: str) -> Source:
        """Return the source of that name and note that it is used."""
        if not name:
            return _NOWHERE
        self.used.add(name)
        if name not in self.sources:
            table.report(key, f"{name!r} is no source of this file; add [sources.{name}]")
        return self.sources.get(name, _NOWHERE)

    def place(self, table: Table, key: str, name: str) -> None:
        """Report a place id that places.csv does not hold."""
        if name and name not in self.places:
            table.report(key, f"{name!r} is no place id; add it to places.csv")


def _read_sources(top: Table, context: _Context) -> None:
    for name, table in top.table_of_tables("sources"):
        if not SLUG.fullmatch(name):
            table.report("", f"the key {name!r} is not accepted; {_A_SLUG}")
        source = Source(
            title=table.text("title", required=True),
            publisher=table.text("publisher", required=True),
            date=table.text("date", required=True, empty=True),
            url=table.text("url", required=True),
        )
        if source.date and not is_iso_date(source.date):
            table.report("date", f"{source.date!r} is not accepted; YYYY, YYYY-MM, YYYY-MM-DD or nothing")
        if source.url and not is_web_address(source.url):
            table.report("url", f"{source.url!r} is not accepted; a full http or https address")
        table.finish()
        context.sources[name] = source


def _read_names(top: Table, context: _Context) -> tuple[Name, ...]:
    names: list[Name] = []
    for table in top.tables("names", required=True):
        source = table.text("source")
        context.source(table, "source", source)
        name = Name(
            text=table.text("text", required=True),
            kind=Kind(table.choice("kind", _NAME_KINDS, required=True)),
            language=table.text(
                "language", required=True, shape=LANGUAGE, accepted="a BCP 47 tag such as en or zh-Hans"
            ),
            source=source,
            shared=table.flag("shared"),
        )
        table.finish()
        names.append(name)
    return tuple(names)


def _check_leg(table: Table, leg: Leg, context: _Context) -> None:
    context.place(table, "from", leg.start)
    context.place(table, "to", leg.end)
    for number, place in enumerate(leg.via, 1):
        context.place(table, f"via[{number}]", place)
    stops = (leg.start, *leg.via, leg.end)
    for one, two in pairwise(stops):
        if one and one == two:
            table.report("", f"{one!r} follows itself; a leg goes from one place to another")
    if leg.gauge_mm is not None and leg.mode is not Mode.RAIL:
        table.report("gauge_mm", f"a {leg.mode} leg has no gauge; only rail legs have")
    if leg.mode not in (Mode.SEA, Mode.RIVER):
        for key, ids in (("passages", leg.passages), ("avoid", leg.avoid)):
            if ids:
                table.report(key, f"a {leg.mode} leg has no passages; only sea and river legs have")
    for passage in sorted(set(leg.passages) & set(leg.avoid)):
        table.report("avoid", f"{passage!r} is in passages too; a leg goes through it or not")


def _read_leg(table: Table, context: _Context) -> Leg:
    sources = table.texts("sources")
    leg = Leg(
        mode=Mode(table.choice("mode", [mode.value for mode in Mode], required=True)),
        start=table.text("from", required=True),
        end=table.text("to", required=True),
        via=table.texts("via"),
        status=Status(table.choice("status", [status.value for status in Status], required=True)),
        gauge_mm=table.whole("gauge_mm", low=600, high=1700),
        variant=table.text("variant"),
        season=table.text("season"),
        note=table.text("note"),
        passages=table.texts("passages", shape=SLUG, accepted=_A_SLUG),
        avoid=table.texts("avoid", shape=SLUG, accepted=_A_SLUG),
        sources=tuple(context.source(table, f"sources[{n}]", key) for n, key in enumerate(sources, 1)),
    )
    table.finish()
    _check_leg(table, leg, context)
    return leg


def _read_chain(table: Table, context: _Context) -> tuple[Leg, ...]:
    """Read legs; the ones without a variant must hang together from first to last."""
    legs: list[Leg] = []
    here = ""
    for item in table.tables("legs", required=True):
        leg = _read_leg(item, context)
        legs.append(leg)
        if leg.variant:
            continue
        if here and leg.start and leg.start != here:
            item.report("from", f"{leg.start!r} breaks the chain; the leg before ends at {here!r}")
        here = leg.end
    if legs and all(leg.variant for leg in legs):
        table.report("legs", "every leg is a variant; at least one through leg is required")
    return tuple(legs)


def _read_branches(top: Table, context: _Context, *, required: bool) -> tuple[Branch, ...]:
    branches: list[Branch] = []
    for table in top.tables("branches", required=required):
        branch = Branch(
            id=table.text("id", required=True, shape=SLUG, accepted=_A_SLUG),
            name=table.text("name", required=True),
            legs=_read_chain(table, context),
            note=table.text("note"),
        )
        table.finish()
        if branch.id and any(branch.id == other.id for other in branches):
            table.report("id", f"{branch.id!r} is used already by another branch of this file")
        branches.append(branch)
    return tuple(branches)


def _stops(legs: Sequence[Leg]) -> set[str]:
    return {place for leg in legs for place in (leg.start, *leg.via, leg.end)}


def _check_stretch(table: Table, fact: Fact, chains: dict[str, Sequence[Leg]], of_branch: bool) -> None:
    for name in fact.branch:
        if name not in chains:
            table.report("branch", f"{name!r} is no branch of this file; one of {', '.join(chains)}")
    if bool(fact.start) != bool(fact.end):
        table.report("to" if fact.start else "from", "missing; a stretch has both from and to")
    if not (fact.start and fact.end):
        return
    if fact.start == fact.end:
        table.report("to", f"{fact.end!r} is where the stretch starts")
    if of_branch and not fact.branch:
        table.report("branch", "missing; from and to need the branch they lie on")
    for name in fact.branch if of_branch else tuple(chains):
        for key, place in (("from", fact.start), ("to", fact.end)):
            if name in chains and place not in _stops(chains[name]):
                table.report(key, f"{place!r} does not lie on {name!r}")


def _read_facts(
    top: Table, context: _Context, chains: dict[str, Sequence[Leg]], *, of_branch: bool
) -> tuple[Fact, ...]:
    """Read facts; `chains` are the branches they may speak of, or the one baseline they belong to."""
    facts: list[Fact] = []
    for table in top.tables("facts"):
        fact = Fact(
            what=table.text("what", required=True, shape=SLUG, accepted=_A_SLUG),
            about=table.text("about", required=True),
            value=table.number("value", required=True) or 0.0,
            unit=table.text("unit", required=True),
            source=context.source(table, "source", table.text("source", required=True)),
            value_to=table.number("value_to"),
            approximate=table.flag("approximate"),
            official=table.flag("official"),
            branch=table.texts("branch") if of_branch else (),
            start=table.text("from"),
            end=table.text("to"),
            note=table.text("note"),
        )
        table.finish()
        if fact.value_to is not None and fact.value_to < fact.value:
            table.report("value_to", f"{fact.value_to:g} is less than value; a range goes upwards")
        _check_stretch(table, fact, chains, of_branch)
        facts.append(fact)
    return tuple(facts)


def _read_line(table: Table) -> tuple[tuple[float, float], ...]:
    points: list[tuple[float, float]] = []
    for number, item in enumerate(table.plain_list("line", required=True), 1):
        good = (
            isinstance(item, list)
            and len(item) == 2
            and all(isinstance(part, int | float) and not isinstance(part, bool) for part in item)
            and abs(item[0]) <= 180
            and abs(item[1]) <= 90
        )
        if good:
            points.append((float(item[0]), float(item[1])))
        else:
            table.report(f"line[{number}]", f"{item!r} is not accepted; [longitude, latitude] in degrees")
    if "line" in table and len(points) < 2:
        table.report("line", "has fewer than two points")
    return tuple(points)


def _read_limits(top: Table, context: _Context) -> tuple[Limit, ...]:
    limits: list[Limit] = []
    for table in top.tables("limits"):
        limit = Limit(
            name=table.text("name", required=True),
            line=_read_line(table),
            note=table.text("note"),
            source=context.source(table, "source", table.text("source", required=True)),
        )
        table.finish()
        limits.append(limit)
    return tuple(limits)


def _read_baselines(top: Table, context: _Context) -> tuple[Baseline, ...]:
    baselines: list[Baseline] = []
    for table in top.tables("baselines"):
        name = table.text("id", required=True, shape=SLUG, accepted=_A_SLUG)
        legs = _read_chain(table, context)
        baseline = Baseline(
            id=name,
            name=table.text("name", required=True),
            legs=legs,
            facts=_read_facts(table, context, {name: legs}, of_branch=False),
            note=table.text("note"),
        )
        table.finish()
        if name and any(name == other.id for other in baselines):
            table.report("id", f"{name!r} is used already by another baseline of this file")
        baselines.append(baseline)
    return tuple(baselines)


def _read_pairs(top: Table, context: _Context) -> tuple[tuple[str, str], ...]:
    pairs: list[tuple[str, str]] = []
    for number, item in enumerate(top.plain_list("pairs"), 1):
        if not (isinstance(item, list) and len(item) == 2 and all(isinstance(part, str) for part in item)):
            top.report(f"pairs[{number}]", f"{item!r} is not accepted; a list of two place ids")
            continue
        if item[0] == item[1]:
            top.report(f"pairs[{number}]", f"{item[0]!r} twice; two different places")
        for part in item:
            context.place(top, f"pairs[{number}]", part)
        pairs.append((item[0], item[1]))
    return tuple(pairs)


def _read_corridor(top: Table, context: _Context) -> Corridor:
    _read_sources(top, context)
    umbrella = top.flag("umbrella")
    branches = _read_branches(top, context, required=not umbrella)
    if umbrella and branches:
        top.report("branches", "an umbrella has no line of its own; delete the branches or umbrella = true")
    chains: dict[str, Sequence[Leg]] = {branch.id: branch.legs for branch in branches if branch.id}
    order = top.whole("order", required=True, low=1, high=99999)
    corridor = Corridor(
        id=top.text("id", required=True, shape=SLUG, accepted=_A_SLUG),
        name=top.text("name", required=True),
        summary=top.text("summary", required=True),
        names=_read_names(top, context),
        branches=branches,
        pairs=_read_pairs(top, context),
        parties=top.texts("parties", required=True, shape=ALPHA3, accepted="an ISO 3166-1 alpha-3 code"),
        facts=_read_facts(top, context, chains, of_branch=True),
        limits=_read_limits(top, context),
        baselines=_read_baselines(top, context),
        sources=tuple(context.sources.values()),
        colour=top.text("colour", shape=COLOUR, accepted="a colour such as #0072B2"),
        order=1000 if order is None else order,
        cues=top.texts("cues"),
        umbrella=umbrella,
        members=top.texts("members", shape=SLUG, accepted=_A_SLUG),
    )
    top.finish()
    return corridor


def _check_whole(top: Table, corridor: Corridor, context: _Context, stem: str) -> None:
    """Check what concerns the file as a whole."""
    if corridor.id and corridor.id != stem:
        top.report("id", f"{corridor.id!r} differs from the file's name; {stem!r} is required")
    if corridor.name and not any(n.text == corridor.name and n.kind is Kind.NAME for n in corridor.names):
        top.report("names", f'the main name {corridor.name!r} is missing; list it with kind = "name"')
    if corridor.members and not corridor.umbrella:
        top.report("members", "only an umbrella has members; add umbrella = true or delete them")
    for code in sorted({code for code in corridor.parties if corridor.parties.count(code) > 1}):
        top.report("parties", f"{code!r} stands twice")
    for name in context.sources:
        if name not in context.used:
            top.report(f"sources.{name}", "is used by nothing; cite it or delete it")


def read_corridor(path: Path, places: Collection[str]) -> tuple[Corridor | None, list[str]]:
    """
    Read one file of the catalogue.

    Parameters
    ----------
    path
        The TOML file; its stem is the corridor's id.
    places
        The place ids that legs, pairs and facts may name.

    Returns
    -------
    tuple
        The corridor, or nothing when the file is no TOML at all, and every problem found. A corridor that comes
        with problems is not to be used, except to look for further problems.
    """
    try:
        values = tomllib.loads(path.read_bytes().decode("utf-8"))
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        where = f"line {at[1]}" if at else "end of file"
        return None, [f"{path.name}: {where}: not valid TOML: {error}"]
    except (OSError, UnicodeDecodeError) as error:
        return None, [f"{path.name}: cannot be read: {error}"]
    problems: list[str] = []
    top = Table(values, path.name, "", problems)
    context = _Context(places)
    corridor = _read_corridor(top, context)
    _check_whole(top, corridor, context, path.stem)
    return corridor, problems
