"""The errors the package raises on purpose; each message says what, where and what to do."""

from __future__ import annotations

from collections.abc import Sequence


class CorridorsError(Exception):
    """Root of every error raised on purpose."""


class DocumentError(CorridorsError, ValueError):
    """A document that cannot be read."""


class DocumentWarning(UserWarning):
    """
    Something about a document had to be repaired, guessed or left out: its encoding, a page, a key of its sidecar file.

    Silence it with ``warnings.simplefilter("ignore", DocumentWarning)``.
    """


class DataError(CorridorsError, ValueError):
    """A data file that breaks its schema; `problems` holds every fault found, each naming file and key."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class UnknownNameError(CorridorsError, LookupError):
    """A name that no catalogue, gazetteer or passage table holds; `near` holds the nearest it has."""

    def __init__(self, kind: str, query: str, near: Sequence[str] = ()) -> None:
        self.kind, self.query, self.near = kind, query, tuple(near)
        hint = f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
        super().__init__(f"no {kind} is called {query!r}.{hint}")


class NoRouteError(CorridorsError, LookupError):
    """No way from one place to the other under the given conditions."""


class OutputError(CorridorsError, OSError):
    """An output that cannot be written."""
