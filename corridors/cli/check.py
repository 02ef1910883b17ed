"""`corridors check`: the catalogue, or a folder of one's own, looked over."""

from __future__ import annotations

from pathlib import Path

import click

from corridors.cli.options import Failure, failures_as_sentences, visible


@click.command("check")
@click.argument(
    "folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False)
)
@click.option("--draw", is_flag=True, help="Draw every line too; report what cannot be drawn and sea lines over land.")
def check_command(folder: Path | None, draw: bool) -> None:
    """
    Check the shipped catalogue, or the corridor files and the places.csv of a folder.

    Each problem is one line that names file, place and remedy; with any, the exit status is 1.

    \b
    Examples:
      corridors check
      corridors check my-corridors --draw
    """
    from corridors.checks import check, summary

    with failures_as_sentences():
        report = check(folder, draw=draw)
    for problem in report.problems:
        click.echo(visible(problem))
    if report.problems:
        raise Failure(summary(report) if report.corridors else f"{len(report.problems)} problems found")
    click.echo(summary(report))
