"""What several commands share: arguments, messages, tables on a terminal."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from corridors._errors import CorridorsError

Function = TypeVar("Function", bound=Callable[..., Any])


class Failure(click.ClickException):
    """A failure of the data rather than of the usage: one sentence on standard error and exit status 1."""

    exit_code = 1

    def show(self, file: Any = None) -> None:  # noqa: ARG002
        """Print the sentence."""
        say(self.message)


def say(message: str) -> None:
    """Print one message on standard error, without control characters that a hostile name could carry."""
    clean = "".join(c if c.isprintable() or c in "\n" else "�" for c in message)
    click.echo(f"corridors: {clean}", err=True)


class Complaints:
    """Say each document that cannot be read on standard error, and count them."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, error: Exception) -> None:
        """Say one sentence about one document."""
        self.count += 1
        say(str(error))


@contextmanager
def failures_as_sentences() -> Iterator[None]:
    """Turn the package's own errors into one sentence and exit status 1, its warnings into lines."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UserWarning)
        try:
            yield
        except CorridorsError as error:
            raise Failure(str(error)) from error
        finally:
            for warning in dict.fromkeys(str(w.message) for w in caught if issubclass(w.category, UserWarning)):
                say(warning)


def document_arguments(function: Function) -> Function:
    """Add the DOCUMENT arguments."""
    return click.argument("documents", metavar="[DOCUMENT]...", nargs=-1)(function)


def catalogue_option(function: Function) -> Function:
    """Add the `--catalogue` option, which hands over `folders`."""
    return click.option(
        "--catalogue",
        "folders",
        metavar="DIR",
        multiple=True,
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        help="Folder of corridor files of your own (and a places.csv) to add; repeatable.",
    )(function)


def format_option(*words: str, default: str | None = None, shown: str = "") -> Callable[[Function], Function]:
    """Add the `--format` option with the words a command knows."""
    return click.option(
        "--format",
        "fmt",
        type=click.Choice(words),
        default=default,
        show_default=shown or default or True,
        help="Form of the output.",
    )


def on_terminal() -> bool:
    """Tell whether standard output is a terminal."""
    return sys.stdout.isatty()


def visible(text: object) -> str:
    """Return a text on one line for a terminal: white space collapsed, control characters made visible."""
    flat = " ".join(str(text).split())
    return "".join(c if c.isprintable() else "�" for c in flat)


def table(
    header: Sequence[str], rows: Sequence[Sequence[object]], *, limit: int = 60, right: Sequence[int] = ()
) -> str:
    """Lay rows out in columns; cells longer than `limit` end in an ellipsis; columns in `right` are flush right."""
    cells = [[visible("" if cell is None else cell) for cell in row] for row in [header, *rows]]
    cells = [[cell if len(cell) <= limit else cell[: limit - 1] + "…" for cell in row] for row in cells]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = []
    for row in cells:
        padded = [c.rjust(w) if i in right else c.ljust(w) for i, (c, w) in enumerate(zip(row, widths, strict=True))]
        lines.append("  ".join(padded).rstrip())
    return "\n".join(lines)
