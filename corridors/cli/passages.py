"""`corridors passages`: the named straits and canals."""

from __future__ import annotations

import click

from corridors.cli.options import failures_as_sentences, format_option, table

SAILED = {"closed": "only on request", "last-resort": "on request, or where nothing else is nearly as short"}


@click.command("passages")
@format_option("table", "json", "csv", default="table")
def passages_command(fmt: str) -> None:
    """
    List the named sea passages, whose ids `corridors route` takes with --require and --avoid.

    \b
    Examples:
      corridors passages
      corridors passages --format csv
    """
    from corridors.passages import passages

    with failures_as_sentences():
        rows = [{"id": p.id, "name": p.name, "kind": p.kind, "sailed": p.default} for p in passages().values()]
    if fmt == "json":
        import json

        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif fmt == "csv":
        from corridors.export import table_csv

        click.echo(table_csv(["id", "name", "kind", "sailed"], [[str(v) for v in r.values()] for r in rows]), nl=False)
    else:
        shown = [(r["id"], r["name"], r["kind"], SAILED.get(r["sailed"], "")) for r in rows]
        click.echo(table(("id", "name", "kind", "sailed"), shown))
