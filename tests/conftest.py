"""What several test files share."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from corridors._data import geodata
from corridors.atlas import Atlas, trace
from corridors.cli.main import group


class Ran(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture(scope="session")
def bundled() -> Atlas:
    """The atlas of the bundled articles."""
    return trace([geodata("sources")])


@pytest.fixture
def run():
    """Run the command line in this process: `run("find", "a.txt", stdin="…")`."""

    def call(*words: object, stdin: str | bytes | None = None) -> Ran:
        result = CliRunner().invoke(group, [str(word) for word in words], input=stdin, prog_name="corridors")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ran(result.exit_code, result.stdout, result.stderr)

    return call


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A short article that names two corridors."""
    path = tmp_path / "article.txt"
    path.write_text(
        "Ports were discussed. “We back the Chennai-Vladivostok Maritime Corridor,” said Anna Petrova.\n\n"
        "The ministry also named the INSTC.\n",
        encoding="utf-8",
    )
    return path
