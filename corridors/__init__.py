"""Find the transport corridors a text names, draw them on the ground and cite who named them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corridors.atlas import Atlas as Atlas
    from corridors.atlas import trace as trace
    from corridors.catalogues import Catalogue as Catalogue
    from corridors.catalogues import catalogue as catalogue
    from corridors.mentions import find as find
    from corridors.routes import route as route

__all__ = ["Atlas", "Catalogue", "catalogue", "find", "route", "trace"]

_HOMES = {
    "Atlas": "atlas",
    "Catalogue": "catalogues",
    "catalogue": "catalogues",
    "find": "mentions",
    "route": "routes",
    "trace": "atlas",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that importing the package costs nothing."""
    if name == "__version__":
        from importlib.metadata import version

        return version("corridors")
    if name in _HOMES:
        return getattr(import_module(f"corridors.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'corridors' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__, "__version__"])
