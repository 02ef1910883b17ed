"""`corridors find`: where documents name a corridor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from corridors.cli.options import (
    Complaints,
    catalogue_option,
    document_arguments,
    failures_as_sentences,
    format_option,
    on_terminal,
    say,
    table,
)

if TYPE_CHECKING:
    from corridors.atlas import Atlas
    from corridors.model import Mention


@click.command("find")
@document_arguments
@catalogue_option
@format_option("table", "jsonl", "csv", "geojson", shown="table on a terminal, else jsonl")
def find_command(documents: tuple[str, ...], folders: tuple[Path, ...], fmt: str | None) -> None:
    """
    List where documents name a corridor, in document order.

    DOCUMENT is a file of text, Markdown, HTML, PDF, Word (DOCX) or JSON Lines, packed with gzip or not, a folder (read
    recursively) or - for standard input.

    \b
    Examples:
      corridors find report.txt
      corridors find notes/ --format jsonl | jq -r .corridor | sort -u
      corridors find - --format csv < report.pdf
    """
    if not documents:
        raise click.UsageError("name a document to read, or - for standard input")
    from corridors.catalogues import catalogue
    from corridors.documents import read_all
    from corridors.mentions import Finder, findings, unknown_sentences

    complaints = Complaints()
    with failures_as_sentences():
        known = catalogue(folders) if folders else None
        read = read_all(list(documents), on_error=complaints)
        if fmt in ("csv", "geojson"):
            from corridors.atlas import trace

            atlas = trace(read, catalogue=known)
            unknown = list(atlas.unknown)
            click.echo(_joined(atlas, fmt), nl=False)
        else:
            look = Finder(known).read if known is not None else findings
            found = [look(document) for document in read]
            unknown = [name for each in found for name in each.unknown]
            mentions = [mention for each in found for mention in each.mentions]
            click.echo(_plain(mentions, fmt or ("table" if on_terminal() else "jsonl")), nl=False)
    for sentence in unknown_sentences(unknown):
        say(sentence)
    if complaints.count:
        raise SystemExit(1)


def _plain(mentions: list[Mention], fmt: str) -> str:
    if fmt == "jsonl":
        from corridors.export import json_lines

        return json_lines(mention.to_dict() for mention in mentions)
    if not mentions:
        say("no corridor named")
        return ""
    rows = [
        (m.document, m.start, m.entry or "", m.kind, m.speaker or "", "said" if m.direct else "", m.exact)
        for m in mentions
    ]
    return table(("document", "start", "corridor", "kind", "speaker", "direct", "exact"), rows, right=(1,)) + "\n"


def _joined(atlas: Atlas, fmt: str) -> str:
    from corridors.export import collection, feature, mention_csv

    if fmt == "csv":
        return mention_csv(atlas)
    lines = dict(zip(atlas.corridors["id"], atlas.corridors.geometry, strict=True))
    return collection(
        feature({"id": n, **m.to_dict()}, lines[m.entry]) for n, m in enumerate(atlas.records, 1) if m.entry in lines
    )
