"""A static picture of the map, for papers."""

from __future__ import annotations

from corridors.picture.plate import VIEWS, picture

__all__ = ["VIEWS", "picture"]
