"""`corridors show`: one corridor, with a map in characters."""

from __future__ import annotations

import shutil
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corridors.cli.options import catalogue_option, failures_as_sentences, format_option, table

if TYPE_CHECKING:
    from corridors.atlas import Atlas
    from corridors.gazetteer import Gazetteer
    from corridors.model import Branch, Corridor, Fact

WIDEST = 120


@click.command("show")
@click.argument("corridor_id", metavar="ID", nargs=-1, required=True)
@catalogue_option
@format_option("text", "json", "geojson", default="text")
def show_command(corridor_id: tuple[str, ...], folders: tuple[Path, ...], fmt: str) -> None:
    """
    Show one corridor: a map in characters, branches, legs, and published figures beside the measured ones.

    ID is an id of `corridors list` or a name; case, spaces and dashes do not matter.

    \b
    Examples:
      corridors show instc
      corridors show Chennai-Vladivostok Maritime Corridor
      corridors show northern-sea-route --format geojson > nsr.geojson
    """
    from corridors.atlas import draw
    from corridors.catalogues import catalogue

    with failures_as_sentences():
        known = catalogue(folders)
        entry = known.lookup(" ".join(corridor_id))
        atlas = draw([entry], places=known.places)
        if fmt == "geojson":
            from corridors.export import geojson

            click.echo(geojson(atlas.legs), nl=False)
        elif fmt == "json":
            import json

            click.echo(json.dumps(_record(entry, atlas), ensure_ascii=False, indent=2))
        else:
            click.echo(_text(entry, atlas, known.places))


def _text(entry: Corridor, atlas: Atlas, places: Gazetteer) -> str:
    width = min(shutil.get_terminal_size((100, 24)).columns, WIDEST)
    known = [f"{name.text} ({name.language})" if name.language != "en" else name.text for name in entry.names]
    head = [f"{entry.name}  [{entry.id}]", "", *_wrapped(entry.summary, width)]
    also = [name for name in known if name != entry.name]
    if also:
        head += _wrapped(f"Also: {', '.join(also)}", width)
    if entry.parties:
        head += _wrapped(f"Parties: {', '.join(entry.parties)}", width)
    if entry.members:
        head += _wrapped(f"Corridors under it: {', '.join(entry.members)}", width)
    blocks = ["\n".join(head)]
    blocks += [_map(entry, atlas, places, width)] if entry.branches else ["A programme without a line of its own."]
    blocks += [_branch(entry, branch, atlas, width) for branch in entry.branches]
    blocks += [_facts("Published figures", entry.facts, width)] if entry.facts else []
    blocks += [_facts(f"Compared with: {b.name}", b.facts, width) for b in entry.baselines if b.facts]
    blocks.append("Measured lengths are geodesic lengths of the drawn lines. Not for navigation.")
    return "\n\n".join(blocks)


def _map(entry: Corridor, atlas: Atlas, places: Gazetteer, width: int) -> str:
    from corridors.terminal import Label, braille_map

    ends = [end for branch in entry.branches for end in (branch.legs[0].start, branch.legs[-1].end)]
    between = [leg.end for branch in entry.branches for leg in branch.legs if not leg.variant]
    labels = [Label(places[key].name, *places[key].lonlat) for key in dict.fromkeys([*ends, *between])]
    lines = [atlas.routes[key].geometry for key in atlas.legs["id"]]
    return braille_map(lines, labels, width=width, height=max(12, min(36, width // 3)))


def _branch(entry: Corridor, branch: Branch, atlas: Atlas, width: int) -> str:
    legs = atlas.legs[atlas.legs["branch"] == branch.id]
    rows = [
        (
            row["seq"], row["mode"], f"{row['from']} - {row['to']}", row["status"],
            "" if row["gauge_mm"] is None or row["gauge_mm"] != row["gauge_mm"] else row["gauge_mm"],
            f"{row['length_km']:,.0f}", " ".join(row["countries"]), row["variant"] or _doubt(row["certainty"]),
        )
        for row in legs.astype({"gauge_mm": object}).to_dict("records")
    ]  # fmt: skip
    header = ("#", "mode", "leg", "status", "gauge", "km", "countries", "remark")
    notes = [f"  {row['seq']}: {row['note']}" for row in legs.to_dict("records") if row["note"]]
    words = [w for c in atlas.compare(entry, branch) for w in _wrapped(f"{c.about}: {c.words}", width, "  ")]
    title = f"{branch.name} ({branch.id})"
    note = _wrapped(branch.note, width) if branch.note else []
    body = table(header, rows, limit=44, right=(0, 4, 5))
    remarks = [line for text in notes for line in _wrapped(text, width, "     ")]
    return "\n".join(
        [title, "-" * len(title), *note, body, *(["Notes"] if remarks else []), *remarks, "Length", *words]
    )


def _doubt(certainty: str) -> str:
    return "" if certainty == "certain" else f"line {certainty}"


def _facts(title: str, facts: tuple[Fact, ...], width: int) -> str:
    from corridors.lengths import credit, figure

    lines = []
    for fact in facts:
        text = f"{fact.what}: {figure(fact)}, {fact.about} ({credit(fact)}). {fact.note}".rstrip()
        lines += [*_wrapped(text, width, "    "), *([f"    {fact.source.url}"] if fact.source.url else [])]
    return "\n".join([title, "-" * len(title), *lines])


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    return textwrap.wrap(text, width, subsequent_indent=indent, initial_indent=indent[:2], break_on_hyphens=False)


def _record(entry: Corridor, atlas: Atlas) -> dict[str, Any]:
    from corridors.atlas import sources_of
    from corridors.export import plain

    legs = [
        {key: plain(value) for key, value in row.items()}
        for row in atlas.legs.drop(columns="geometry").to_dict("records")
    ]
    return {
        "id": entry.id, "name": entry.name, "summary": entry.summary, "parties": list(entry.parties),
        "names": [{"text": n.text, "kind": str(n.kind), "language": n.language} for n in entry.names],
        "branches": [
            {
                "id": branch.id, "name": branch.name, "note": branch.note,
                "legs": [leg for leg in legs if leg["branch"] == branch.id],
                "lengths": [
                    {
                        "about": c.about, "words": c.words, "published": [_fact(f) for f in c.facts],
                        "measured_km": None if c.measured_m is None else round(c.measured_m / 1000, 1),
                    }
                    for c in atlas.compare(entry, branch)
                ],
            }
            for branch in entry.branches
        ],
        "umbrella": entry.umbrella,
        "members": list(entry.members),
        "facts": [_fact(fact) for fact in entry.facts],
        "baselines": [{"id": b.id, "name": b.name, "facts": [_fact(f) for f in b.facts]} for b in entry.baselines],
        "sources": sources_of(entry.sources),
    }  # fmt: skip


def _fact(fact: Fact) -> dict[str, Any]:
    from corridors.atlas import sources_of

    return {
        "what": fact.what, "about": fact.about, "value": fact.value, "value_to": fact.value_to, "unit": fact.unit,
        "approximate": fact.approximate, "official": fact.official, "branch": list(fact.branch), "from": fact.start,
        "to": fact.end, "note": fact.note, "source": sources_of([fact.source])[0],
    }  # fmt: skip
