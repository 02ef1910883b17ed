"""The payload as a map: folium builds it, our page carries it in one file that asks for nothing from outside."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import Any

import folium
from branca.element import Element, Figure
from folium.template import Template
from jinja2 import Environment

from corridors._errors import UnknownNameError
from corridors.page.bundle import read_leaflet, read_script, read_style
from corridors.page.packing import pack
from corridors.page.policy import content_policy

HIDDEN = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


class AtlasMap(folium.Map):
    """
    A folium map that shows itself as the annotated page.

    Layers of folium may be added as to any map. `payload` is what `build_payload` returned.
    """

    _template = Template(
        """
        {% macro html(this, kwargs) %}<div class="plate"><div id="{{ this.get_name() }}"></div></div>{% endmacro %}
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = corridors.start({{ this.get_name()|tojson }}, {{ this.options|tojavascript }});
        {% endmacro %}
        """
    )

    def __init__(self, payload: Mapping[str, Any], *, tiles: str = "") -> None:
        super().__init__(tiles=None, location=(45.0, 90.0), zoom_start=2)
        self._id = "map"
        self.default_js: list[tuple[str, str]] = []
        self.default_css: list[tuple[str, str]] = []
        self.payload = payload
        self.options = {}
        PageFigure(payload).add_child(self, name="map")
        if tiles:
            self.add_child(_tile_layer(tiles))

    def get_name(self) -> str:
        """Return the id of the map's element, which is also its variable's name in the page's script."""
        return "map"


class PageFigure(Figure):
    """The page round the map: its own head, panel and payload instead of folium's shell."""

    def __init__(self, payload: Mapping[str, Any]) -> None:
        super().__init__(height="640px")
        self._id = "page"
        self.payload = payload

    def render(self, **kwargs: Any) -> str:
        """Return the page as HTML; equal payloads give equal text."""
        for part in (self.header, self.html, self.script):
            part._children.clear()
        for child in self._children.values():
            child.render(**kwargs)
        header = self.header.render(**kwargs).strip()
        leaflet_script, leaflet_style = read_leaflet()
        scripts = [leaflet_script, read_script(), self.script.render(**kwargs)]
        styles = [leaflet_style, read_style()]
        words = self.payload["words"]
        return str(
            _shell().render(
                language=self.payload["language"],
                title=_visible(self.payload["title"]) or words["title.plain"],
                policy=content_policy(scripts=scripts, styles=styles, header=header, images=_tile_addresses(self)),
                styles=styles,
                header=header,
                words=words,
                html=self.html.render(**kwargs).strip(),
                payload=to_inline_json(pack(self.payload)),
                scripts=scripts,
            )
        )


def build_map(payload: Mapping[str, Any], *, tiles: str = "") -> AtlasMap:
    """
    Return the annotated map of a payload: a folium map that shows itself in a notebook.

    Parameters
    ----------
    payload
        What `build_payload` returned.
    tiles
        Name of a tile provider of xyzservices to lay over the land. Only then does the page ask for anything from
        outside, and only for this provider's images.

    Raises
    ------
    UnknownNameError
        When no provider has that name, or its tiles need a key.
    """
    return AtlasMap(payload, tiles=tiles)


def render(payload: Mapping[str, Any], *, tiles: str = "") -> str:
    """
    Return the page of a payload as one HTML file, which needs no network unless `tiles` asks for one.

    Raises
    ------
    UnknownNameError
        When no tile provider has that name, or its tiles need a key.
    """
    return str(build_map(payload, tiles=tiles).get_root().render())


def to_inline_json(value: Any) -> str:
    r"""
    Write JSON that can stand inside a script element and in UTF-8, whatever its texts hold.

    Examples
    --------
    >>> to_inline_json({"text": "</script>"})
    '{"text":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _visible(title: str) -> str:
    """Drop what HTML cannot hold: control characters and lone surrogates."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", " ", title).strip()


def _tile_layer(name: str) -> folium.TileLayer:
    """Make the layer of a tile provider, with an id that is the same each time."""
    providers = import_module("xyzservices").providers
    known = providers.flatten()
    try:
        provider = providers.query_name(name)
    except ValueError:
        raise UnknownNameError("tile provider", name, difflib.get_close_matches(name, known, 3)) from None
    if provider.requires_token():
        raise UnknownNameError("tile provider without a key", name)
    layer = folium.TileLayer(provider)
    layer._id = "tiles"
    return layer


def _tile_addresses(element: Element) -> list[str]:
    """Find the tile layers a user added."""
    own = [element.tiles] if isinstance(element, folium.TileLayer) and isinstance(element.tiles, str) else []
    return own + [address for child in element._children.values() for address in _tile_addresses(child)]


@cache
def _shell() -> Any:
    text = files("corridors.page").joinpath("page.html.j2").read_text(encoding="utf-8")
    return Environment(autoescape=True, keep_trailing_newline=True).from_string(text)
