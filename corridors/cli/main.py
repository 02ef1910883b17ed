"""The `corridors` command and the group its subcommands hang on."""

from __future__ import annotations

import os
import signal
import sys
from importlib import import_module

import click

COMMANDS = {
    "map": "Draw the corridors that documents name: map, GeoJSON and tables.",
    "find": "List where documents name a corridor.",
    "list": "List the catalogue.",
    "show": "Show one corridor: branches, legs, published figures.",
    "route": "Route a line between two places.",
    "passages": "List the named sea passages.",
    "check": "Check the catalogue, or a folder of corridors of your own.",
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are run; their one-line helps are known without."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the commands in the order of a user's way through them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import and return a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"corridors.cli.{cmd_name}"), f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest command when there is none of that name."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean {near[0]!r}?" if near else f" Known are {', '.join(COMMANDS)}."
            ctx.fail(f"no command is called {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="corridors", message="%(prog)s %(version)s")
def group() -> None:
    """
    Find the transport corridors a text names, draw them on the ground and cite who named them.

    \b
    Examples:
      corridors map                         the bundled articles, into output/
      corridors map report.txt notes/ -o out
      corridors find report.txt --format jsonl
      corridors show instc
    """


def main() -> None:
    """Run the command line; a closed pipe ends it quietly."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        group.main(prog_name="corridors", standalone_mode=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        raise SystemExit(1) from None
