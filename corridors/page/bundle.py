"""The page's own script and style: modules joined into one script in the order of their imports."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path

from corridors._errors import DataError

IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+)\.js";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class)\*? (\w+))", re.MULTILINE)
ENTRY = "main"
STYLES = ("base", "panel", "corridor", "quotes", "map", "table", "layout", "print")


@cache
def read_script() -> str:
    """
    Return the page's modules as one strict script without imports.

    Every module becomes a function called once, after those it imports; what it exports is what it returns.

    Raises
    ------
    DataError
        When modules import one another in a circle or in a way this joining does not know.
    """
    bodies: dict[str, str] = {}
    _visit(ENTRY, (), bodies)
    return '(() => {\n"use strict";\nconst modules = {};\n' + "".join(bodies.values()) + "})();\n"


@cache
def read_style() -> str:
    """Return the page's style sheets as one, in the order in which they build on one another."""
    folder = files("corridors.page").joinpath("css")
    return "".join(folder.joinpath(f"{name}.css").read_text(encoding="utf-8") for name in STYLES)


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


def _visit(name: str, above: tuple[str, ...], bodies: dict[str, str]) -> None:
    if name in above:
        raise DataError([f"js/{name}.js: imported in a circle: {' → '.join((*above, name))}"])
    if name in bodies:
        return
    text = files("corridors.page").joinpath("js", f"{name}.js").read_text(encoding="utf-8")
    for _, other in IMPORT.findall(text):
        _visit(other, (*above, name), bodies)
    body = IMPORT.sub(lambda match: f"const {{{match[1]}}} = modules.{match[2]};\n", text)
    exports = ", ".join(EXPORT.findall(body))
    body = EXPORT.sub("", body)
    left = re.search(r"^(import|export)\b.*", body, re.MULTILINE)
    if left:
        raise DataError([f"js/{name}.js: cannot join {left[0]!r}"])
    bodies[name] = f"modules.{name} = (() => {{\n{body}\nreturn {{ {exports} }};\n}})();\n"
