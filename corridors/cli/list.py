"""`corridors list`: the catalogue."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corridors.cli.options import catalogue_option, failures_as_sentences, format_option, table

if TYPE_CHECKING:
    from corridors.catalogues import Catalogue
    from corridors.gazetteer import Gazetteer
    from corridors.model import Corridor


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
    from corridors.catalogues import catalogue

    with failures_as_sentences():
        known = catalogue(folders)
        lengths = _lengths(known)
        rows = [_row(entry, lengths[entry.id], known.places) for entry in known.values()]
    if fmt == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    if fmt == "csv":
        from corridors.export import table_csv

        click.echo(table_csv(list(rows[0]), [[_text(v) for v in row.values()] for row in rows]), nl=False)
        return
    shown = [(r["id"], r["name"], " ".join(r["modes"]), " - ".join(r["ends"]), _km(r["length_km"])) for r in rows]
    click.echo(table(("id", "name", "modes", "ends", "length"), shown, right=(4,)))


def _lengths(known: Catalogue) -> dict[str, dict[str, float]]:
    """Return the lengths of the branches of each corridor, in kilometres; what is not kept is drawn."""
    from corridors.kept import kept_lengths

    found = {key: kept_lengths(corridor, known.places) for key, corridor in known.items()}
    missing = [known[key] for key, lengths in found.items() if lengths is None]
    lengths = {key: lengths for key, lengths in found.items() if lengths is not None}
    if missing:
        from corridors.atlas import draw

        atlas = draw(missing, places=known.places)
        lengths |= {e.id: own for e, own in zip(atlas.entries, atlas.corridors["length_km"], strict=True)}
    return lengths


def _row(entry: Corridor, lengths: dict[str, float], places: Gazetteer) -> dict[str, Any]:
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
