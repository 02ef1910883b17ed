"""`corridors route`: one routed line."""

from __future__ import annotations

import re

import click

from corridors.cli.options import failures_as_sentences

POSITION = re.compile(r"\s*([-+]?\d+(?:\.\d*)?)\s*,\s*([-+]?\d+(?:\.\d*)?)\s*")


@click.command("route", context_settings={"ignore_unknown_options": True})
@click.argument("origin")
@click.argument("destination")
@click.option("--mode", type=click.Choice(["sea", "rail", "road"]), default="sea", show_default=True, help="How to go.")
@click.option("--via", multiple=True, metavar="X", help="Place or LON,LAT to pass, in order; repeatable.")
@click.option("--avoid", multiple=True, metavar="PASSAGE", help="Sea passage never to sail; repeatable.")
@click.option("--require", multiple=True, metavar="PASSAGE", help="Sea passage to sail; repeatable.")
def route_command(
    origin: str, destination: str, mode: str, via: tuple[str, ...], avoid: tuple[str, ...], require: tuple[str, ...]
) -> None:
    """
    Route a line between two places and print it as a GeoJSON Feature.

    ORIGIN and DESTINATION are place names or LON,LAT in degrees. Not for navigation.

    \b
    Examples:
      corridors route Chennai Vladivostok
      corridors route Mumbai "St Petersburg" --avoid suez-canal
      corridors route 51.42,35.66 56.25,27.19 --mode rail
    """
    from corridors.export import dump
    from corridors.geometry import bbox, cut_at_antimeridian, rounded
    from corridors.routes import route

    with failures_as_sentences():
        try:
            found = route(
                _where(origin),
                _where(destination),
                mode=mode,
                via=[_where(x) for x in via],
                avoid=avoid,
                require=require,
            )
        except ValueError as error:
            raise click.UsageError(str(error)) from error
        stored = rounded(cut_at_antimeridian(found.geometry))
    properties = {
        "from": found.start, "to": found.end, "mode": str(found.mode), "length_km": round(found.length_m / 1000, 1),
        "passages": list(found.passages), "certainty": str(found.certainty),
        "connectors_km": [round(gap / 1000, 1) for gap in found.connectors_m], "note": found.note,
    }  # fmt: skip
    geometry = {"type": stored.geom_type, "coordinates": stored.__geo_interface__["coordinates"]}
    click.echo(dump({"type": "Feature", "bbox": list(bbox(stored)), "properties": properties, "geometry": geometry}))


def _where(text: str) -> str | tuple[float, float]:
    match = POSITION.fullmatch(text)
    return (float(match[1]), float(match[2])) if match else text
