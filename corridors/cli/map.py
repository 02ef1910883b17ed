"""`corridors map`: the main job."""

from __future__ import annotations

from pathlib import Path

import click

from corridors.cli.options import Complaints, catalogue_option, document_arguments, failures_as_sentences, say


@click.command("map")
@document_arguments
@click.option(
    "-o", "--output", "folder", type=click.Path(path_type=Path, file_okay=False), default="output", show_default=True,
    help="Folder for the files, made where it is missing; files of the same names are replaced.",
)  # fmt: skip
@catalogue_option
@click.option(
    "--lang", type=click.Choice(["en", "ru"]), default="en", show_default=True, help="Language around the map."
)
@click.option(
    "--tiles",
    metavar="NAME",
    default="",
    help="Lay online tiles over the land: a provider of xyzservices, such as OpenStreetMap.Mapnik.  [default: none]",
)
@click.option("--png", is_flag=True, help="Draw a static picture too, map.png.")
@click.option("--svg", is_flag=True, help="Draw a static picture too, map.svg.")
@click.option(
    "--view", type=click.Choice(["auto", "mercator", "polar"]), default="auto", show_default=True,
    help="How the pictures show the globe; auto looks down on the Pole when all corridors lie in the Arctic.",
)  # fmt: skip
def map_command(
    documents: tuple[str, ...],
    folder: Path,
    folders: tuple[Path, ...],
    lang: str,
    tiles: str,
    png: bool,
    svg: bool,
    view: str,
) -> None:
    """
    Draw the corridors that documents name: an annotated map, GeoJSON and tables.

    DOCUMENT is a file of text, Markdown, HTML, PDF, Word (DOCX) or JSON Lines, packed with gzip or not, a folder (read
    recursively) or - for standard input. Without any, the bundled articles are read.

    \b
    Examples:
      corridors map
      corridors map report.txt -o report
      corridors map report.txt --catalogue my-corridors
      corridors map report.txt --png --svg
      curl -s https://example.org/report.html | corridors map - -o report
    """
    from corridors._data import geodata
    from corridors.atlas import trace
    from corridors.catalogues import catalogue
    from corridors.counts import counted
    from corridors.mentions import unknown_sentences

    complaints = Complaints()
    with failures_as_sentences():
        known = catalogue(folders) if folders else None
        atlas = trace(documents or [geodata("sources")], catalogue=known, on_error=complaints)
        if complaints.count and not atlas.documents:
            raise SystemExit(1)
        pictures = [kind for kind, asked in (("png", png), ("svg", svg)) if asked]
        paths = atlas.write(folder, language=lang, tiles=tiles, pictures=pictures, view=view)
    found = ", ".join(
        f"{entry.name} ({count})" for entry, count in zip(atlas.entries, atlas.corridors["mentions"], strict=True)
    )
    read = f"{counted(len(atlas.records), 'mention')} in {counted(len(atlas.documents), 'document')}"
    say(f"{read}: {found or 'no corridor named'}")
    for sentence in (*atlas.undrawn, *unknown_sentences(atlas.unknown)):
        say(sentence)
    for path in paths:
        click.echo(path)
    if complaints.count:
        raise SystemExit(1)
