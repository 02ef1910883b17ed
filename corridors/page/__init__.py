"""The map page: tables become a payload, the payload becomes one HTML file."""

from __future__ import annotations

from corridors.page.page import AtlasMap, build_map, render
from corridors.page.payload import build_payload, safe_url

__all__ = ["AtlasMap", "build_map", "build_payload", "render", "safe_url"]
