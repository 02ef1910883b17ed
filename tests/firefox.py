"""A headless Firefox for tests of the page, spoken to by its own protocol, Marionette."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

NAMES = ("firefox", "firefox-esr")
PREFERENCES = {
    "app.update.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "ui.prefersReducedMotion": 1,
}


def find_firefox() -> str | None:
    """Return the path of a Firefox, where one is installed."""
    asked = os.environ.get("CORRIDORS_FIREFOX")
    return asked or next(filter(None, map(shutil.which, NAMES)), None)


class Firefox:
    """A session with a running Firefox."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self._buffer = b""
        self._count = 0
        self._read()
        self.version = self.send("WebDriver:NewSession", capabilities={})["capabilities"]["browserVersion"]

    def send(self, command: str, **values: Any) -> Any:
        """Send a command and return its result."""
        self._count += 1
        message = json.dumps([0, self._count, command, values]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._read()
        if error:
            raise RuntimeError(f"{command}: {error['message']}")
        return result

    def open(self, address: str) -> None:
        """Open a page."""
        self.send("WebDriver:Navigate", url=address)

    def run(self, script: str, *values: Any) -> Any:
        """Run a script in the page and return what it returns."""
        return self.send("WebDriver:ExecuteScript", script=script, args=list(values), sandbox=None)["value"]

    def errors(self, about: str) -> list[str]:
        """Return what the browser's console holds about a file: errors, warnings and refusals of the policy."""
        self.send("Marionette:SetContext", value="chrome")
        script = "return Services.console.getMessageArray().map(String).filter(text => text.includes(arguments[0]))"
        found: list[str] = self.send("WebDriver:ExecuteScript", script=script, args=[about])["value"]
        self.send("Marionette:SetContext", value="content")
        return found

    def close(self) -> None:
        """Leave the session."""
        self._socket.close()

    def _read(self) -> Any:
        while b":" not in self._buffer:
            self._receive()
        length, _, self._buffer = self._buffer.partition(b":")
        while len(self._buffer) < int(length):
            self._receive()
        message, self._buffer = self._buffer[: int(length)], self._buffer[int(length) :]
        return json.loads(message)

    def _receive(self) -> None:
        received = self._socket.recv(65536)
        if not received:
            raise RuntimeError("Firefox has closed the connection")
        self._buffer += received


@contextmanager
def started(program: str, profile: Path) -> Iterator[Firefox]:
    """Start a Firefox with a profile of its own and end it afterwards."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    wanted = PREFERENCES | {"marionette.port": port}
    (profile / "user.js").write_text(
        "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in wanted.items())
    )
    command = [program, "--headless", "--no-remote", "--marionette", "--remote-allow-system-access"]
    process = subprocess.Popen(
        [*command, "--profile", str(profile)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        with closing(_connected(port)) as firefox:
            yield firefox
    finally:
        process.terminate()
        process.wait(30)


def _connected(port: int) -> Firefox:
    for _ in range(300):
        try:
            return Firefox(port)
        except ConnectionRefusedError:
            time.sleep(0.2)
    raise RuntimeError("Firefox does not answer")
