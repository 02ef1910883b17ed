"""
Readers of untrusted formats, each document within bounds on time and memory.

PDF, DOCX and HTML are read by libraries that a hostile file can keep busy for ever or make fill the memory, and that
cannot be interrupted from within. So they run in a process of their own, which takes one document after another and
is ended when one overruns. Run as a program, this module is that process.

A request is a line of JSON with the reader and the number of bytes, then the bytes; the answer is one line of JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import IO, Any

from corridors._extract import Extract, Unreadable

READERS = ("pdffile", "wordfile", "webpage")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one document may take; memory is bounded where the system can (not on Windows)."""

    seconds: float = 120.0
    memory_bytes: int = 2_000_000_000


class Confined:
    """
    Reads documents in a process of its own, started when it is first needed.

    Use it as a context manager, which ends the process.
    """

    def __init__(self, bounds: Bounds | None = None) -> None:
        self._bounds = bounds or Bounds()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Confined:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    with suppress(OSError):  # bytes it no longer takes
                        pipe.close()
            self._process.wait()
            self._process = None

    def extract(self, reader: str, raw: bytes) -> Extract:
        """
        Read one document.

        Parameters
        ----------
        reader
            One of `READERS`.
        raw
            The file.

        Raises
        ------
        Unreadable
            When its reader refuses it, or it takes too long or too much memory.
        """
        if self._process is None:
            self._process = _start(self._bounds)
        answers: list[bytes] = []
        exchange = Thread(target=_exchange, args=(self._process, reader, raw, answers), daemon=True)
        exchange.start()
        exchange.join(self._bounds.seconds)
        overran = exchange.is_alive()
        if overran or not answers or not answers[0].endswith(b"\n"):
            self.close()
            exchange.join()
            if overran:
                raise Unreadable(
                    f"takes more than {self._bounds.seconds:g} seconds to read; split it or give its text."
                )
            raise Unreadable("makes its reader break down; give its text instead.")
        answer = json.loads(answers[0])
        if "error" in answer:
            raise Unreadable(answer["error"])
        found = Extract(**answer)
        return replace(found, pages=tuple(found.pages), remarks=tuple(found.remarks))


def _start(bounds: Bounds) -> subprocess.Popen[bytes]:
    """Start the process with the modules this one has, and nothing from the working directory."""
    home = str(Path(__file__).resolve().parents[1])
    paths = os.pathsep.join(dict.fromkeys([*filter(None, sys.path), home]))
    command = [sys.executable, "-P", "-m", "corridors._confined", str(bounds.memory_bytes), f"{bounds.seconds:g}"]
    try:
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
        )  # fmt: skip
    except OSError as error:
        raise Unreadable(f"needs a process of its own to be read, which cannot be started ({error}).") from error


def _exchange(process: subprocess.Popen[bytes], reader: str, raw: bytes, answers: list[bytes]) -> None:
    """Hand a document over and wait for the answer; a process that ends leaves none."""
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(OSError, ValueError):
        process.stdin.write(json.dumps({"reader": reader, "size": len(raw)}).encode() + b"\n")
        process.stdin.write(raw)
        process.stdin.flush()
        answers.append(process.stdout.readline())


def _answer(reader: str, raw: bytes) -> dict[str, Any]:
    """Read one document in this process."""
    from importlib import import_module

    extract: Callable[[bytes], Extract] = import_module(f"corridors.{reader}").extract
    try:
        return asdict(extract(raw))
    except Unreadable as error:
        return {"error": str(error)}
    except MemoryError:
        return {"error": "takes too much memory to read; split it or give its text."}
    except RecursionError:
        return {"error": "is nested too deep to read; give its text instead."}


def _bound(memory_bytes: int, seconds: float) -> None:
    """Bound this process: its memory, and the time it may still run should nobody be left to end it."""
    try:
        import resource
    except ImportError:  # Windows has none
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    wanted = {
        resource.RLIMIT_AS: memory_bytes,
        resource.RLIMIT_CPU: int(used.ru_utime + used.ru_stime + seconds) + 5,
        resource.RLIMIT_CORE: 0,
    }
    for what, amount in wanted.items():
        hard = resource.getrlimit(what)[1]
        with suppress(OSError, ValueError):  # a system that does not know this bound
            resource.setrlimit(what, (amount if hard == resource.RLIM_INFINITY else min(amount, hard), hard))


def _serve(requests: IO[bytes], answers: IO[bytes], memory_bytes: int, seconds: float) -> None:
    """Answer requests until there are no more."""
    import logging

    logging.disable(logging.CRITICAL)
    while line := requests.readline():
        request = json.loads(line)
        if request["reader"] not in READERS:
            raise ValueError(f"no reader is called {request['reader']!r}")
        _bound(memory_bytes, seconds)
        answers.write(json.dumps(_answer(request["reader"], requests.read(request["size"]))).encode() + b"\n")
        answers.flush()


def main() -> None:
    """Serve on the standard streams; what libraries print goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    _serve(sys.stdin.buffer, answers, int(sys.argv[1]), float(sys.argv[2]))


if __name__ == "__main__":
    main()
