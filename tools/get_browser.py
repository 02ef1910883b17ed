"""
Print the path of a Chromium for the browser tests, getting one if there is none.

An installed Chromium or Chrome is taken first, then Playwright's own, then the system package manager's (as root).
Where none can be had the exit status is 1 and the reason is on standard error: browser tests are never skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MACOS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
MANAGERS = (
    (
        "apt-get",
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation"],
    ),
    ("dnf", None, ["dnf", "install", "-y", "-q", "chromium"]),
    ("apk", None, ["apk", "add", "-q", "chromium"]),
    ("pacman", None, ["pacman", "-Sy", "--noconfirm", "--quiet", "chromium"]),
    ("zypper", None, ["zypper", "--quiet", "--non-interactive", "install", "chromium"]),
)
_MOST_SHOWN = 1_000  # characters of what a failing command writes


def works(path: str | None) -> bool:
    """Tell whether a browser starts and says its version."""
    if not path:
        return False
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def installed() -> str | None:
    """Return the first installed browser that starts."""
    asked = os.environ.get("CORRIDORS_CHROMIUM")
    candidates = [asked, *(shutil.which(name) for name in NAMES), *MACOS]
    return next((path for path in candidates if works(path)), None)


def of_playwright() -> str | None:
    """Return Playwright's own Chromium, downloading it where that is possible."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if not Path(path).exists():
        quiet(sys.executable, "-m", "playwright", "install", "chromium")
    return path if works(path) else None


def of_the_system() -> str | None:
    """Install Chromium with the system's package manager, as root, and return it."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    for name, refresh, install in MANAGERS:
        if shutil.which(name):
            if refresh:
                quiet(*refresh)
            quiet(*install, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
            return installed()
    return None


def quiet(*command: str, env: dict[str, str] | None = None) -> None:
    """Run a command, whatever its exit status; what it writes is shown, on standard error, only if it fails."""
    print(f"running {' '.join(command)} ...", file=sys.stderr)
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, env=env, timeout=900, text=True,
        errors="replace",
    )  # fmt: skip
    if done.returncode:
        print(done.stdout[-_MOST_SHOWN:], file=sys.stderr)


def main() -> int:
    """Print the browser's path."""
    path = installed() or of_playwright() or of_the_system()
    if path is None:
        print(
            "no Chromium or Chrome is installed and none could be installed; "
            "install one, or name it in CORRIDORS_CHROMIUM",
            file=sys.stderr,
        )
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
