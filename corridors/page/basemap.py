"""The ground of the map: land and the names of seas, read from the package's data."""

from __future__ import annotations

import csv
import json
from typing import Any

from corridors._data import geodata
from corridors._errors import DataError


def read_land() -> dict[str, Any]:
    """
    Return the land: `steps` per degree and `rings`, lines of `corridors.page.codec` joined by spaces.

    Raises
    ------
    DataError
        When the built file lacks one of these.
    """
    path = geodata("basemap", "land.json")
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    missing = [f"{path.name}: {key!r} is missing" for key in ("steps", "rings") if key not in record]
    if missing:
        raise DataError(missing)
    return {"steps": record["steps"], "rings": record["rings"]}


def read_seas(language: str) -> list[dict[str, Any]]:
    """
    Return the names of seas with position in degrees and rank; rank 1 shows first.

    Raises
    ------
    DataError
        When a row has no number where one belongs; every such row is named.
    """
    path = geodata("basemap", "seas.csv")
    seas: list[dict[str, Any]] = []
    problems: list[str] = []
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            name = row["name_ru"] if language == "ru" else row["name"]
            try:
                seas.append(
                    {
                        "name": name,
                        "lon": float(row["lon"]),
                        "lat": float(row["lat"]),
                        "rank": int(row["rank"]),
                    }
                )
            except ValueError as error:
                problems.append(f"{path.name}, line {number}: {error}")
    if problems:
        raise DataError(problems)
    return seas


def read_country_codes() -> dict[str, str]:
    """Return the two-letter code of every three-letter one (ISO 3166-1); browsers name countries by the former."""
    with geodata("basemap", "countries.csv").open(encoding="utf-8", newline="") as file:
        return {row["alpha3"]: row["alpha2"] for row in csv.DictReader(file)}
