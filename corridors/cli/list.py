"""`corridors list`: the catalogue."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corridors.cli.options import catalogue_option, failures_as_sentences, format_option, table

if TYPE_CHECKING:
    from corridors.gazetteer import Gazetteer


@click.command("list")
@catalogue_option
@format_option("table", "json", "csv", default="table")
def list_command(folders: tuple[Path, ...], fmt: str) -> None:
    """
    List the catalogue: id, name, modes, ends and length of each corridor.

    The length is that of the corridor's longest branch, measured on the drawn line.

    \b
    Examples:
      corridors list
      corridors list --catalogue my-corridors
      corridors list --format json | jq -r .[].id
    """
    from corridors.atlas import draw
    from corridors.catalogues import catalogue

    with failures_as_sentences():
        known = catalogue(folders)
        atlas = draw(list(known.values()), places=known.places)
        rows = [_row(record, known.places) for record in _records(atlas)]
    if fmt == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    if fmt == "csv":
        from corridors.export import table_csv

        click.echo(table_csv(list(rows[0]), [[_text(v) for v in row.values()] for row in rows]), nl=False)
        return
    shown = [(r["id"], r["name"], " ".join(r["modes"]), " - ".join(r["ends"]), _km(r["length_km"])) for r in rows]
    click.echo(table(("id", "name", "modes", "ends", "length"), shown, right=(4,)))


def _records(atlas: Any) -> list[tuple[Any, dict[str, float]]]:
    return list(zip(atlas.entries, atlas.corridors["length_km"], strict=True))


def _row(record: tuple[Any, dict[str, float]], places: Gazetteer) -> dict[str, Any]:
    entry, lengths = record
    branch = max(entry.branches, key=lambda b: lengths[b.id], default=None)
    ends = [branch.legs[0].start, branch.legs[-1].end] if branch else []
    return {
        "id": entry.id,
        "name": entry.name,
        "modes": [str(mode) for mode in entry.modes],
        "ends": [places[end].name for end in ends],
        "length_km": lengths[branch.id] if branch else None,
        "branches": len(entry.branches),
    }


def _km(length: float | None) -> str:
    return "" if length is None else f"{length:,.0f} km"


def _text(value: Any) -> str:
    return "; ".join(value) if isinstance(value, list) else "" if value is None else str(value)
