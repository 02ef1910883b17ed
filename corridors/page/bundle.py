"""The page's own script and style: modules joined into one script in the order of their imports."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path

from corridors._errors import DataError

IMPORT = re.compile(r'^import\s*\{[^}]*\}\s*from\s*"\./([\w-]+)\.js";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?function |const |let |class )", re.MULTILINE)
ENTRY = "main"


@cache
def read_script() -> str:
    """
    Return the page's modules as one strict script without imports.

    Every module stands after those it imports, and its names are its own: a name two modules declare at the top
    would clash, which the script's parser and a test catch.

    Raises
    ------
    DataError
        When modules import one another in a circle or in a way this joining does not know.
    """
    order: list[str] = []
    bodies: dict[str, str] = {}
    _visit(ENTRY, (), order, bodies)
    joined = "\n".join(bodies[name] for name in order)
    return f'(() => {{\n"use strict";\n{joined}}})();\n'


@cache
def read_style() -> str:
    """Return the page's style sheet."""
    return files("corridors.page").joinpath("page.css").read_text(encoding="utf-8")


@cache
def read_leaflet() -> tuple[str, str]:
    """
    Return Leaflet's script and style sheet, without references to files the page does not carry.

    Raises
    ------
    DataError
        When the installed package is not Leaflet 1.9.3.
    """
    from xstatic.pkg import leaflet

    folder = Path(leaflet.BASE_DIR)
    script = (folder / "leaflet.js").read_text(encoding="utf-8").replace("\r\n", "\n")
    style = (folder / "leaflet.css").read_text(encoding="utf-8").replace("\r\n", "\n")
    if "Leaflet 1.9.3" not in script:
        raise DataError([f"{folder}: expected Leaflet 1.9.3; install xstatic-leaflet 1.9.3.0"])
    script = re.sub(r"\n?//# sourceMappingURL=.*", "", script)
    style = re.sub(r"url\([^)]*\)", "none", style)
    return script, style


def _visit(name: str, above: tuple[str, ...], order: list[str], bodies: dict[str, str]) -> None:
    if name in above:
        raise DataError([f"js/{name}.js: imported in a circle: {' → '.join((*above, name))}"])
    if name in bodies:
        return
    text = files("corridors.page").joinpath("js", f"{name}.js").read_text(encoding="utf-8")
    for other in IMPORT.findall(text):
        _visit(other, (*above, name), order, bodies)
    body = EXPORT.sub("", IMPORT.sub("", text))
    left = re.search(r"^(import|export)\b.*", body, re.MULTILINE)
    if left:
        raise DataError([f"js/{name}.js: cannot join {left[0]!r}"])
    bodies[name] = body
    order.append(name)
