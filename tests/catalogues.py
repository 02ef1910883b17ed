"""Small catalogues of corridors that do not exist, for the tests of the reader."""

from __future__ import annotations

from itertools import pairwise

from corridors.model import Branch, Corridor, Kind, Leg, Mode, Name, Place

PLACES = {
    place.id: place
    for place in (
        Place("ayport", "Ayport", "port", "KEN", 39.7, -4.0),
        Place("midtown", "Midtown", "city", "UGA", 32.6, 0.3),
        Place("beeville", "Beeville", "city", "RWA", 30.1, -1.9),
        Place("ceeford", "Ceeford", "port", "RUS", 30.3, 59.9),
        Place("deeham", "Deeham", "station", "KAZ", 71.4, 51.1),
        Place("eeton", "Eeton", "port", "RUS", 131.9, 43.1),
    )
}


def name(text: str, kind: Kind = Kind.ALIAS, language: str = "en", *, shared: bool = False) -> Name:
    return Name(text, kind, language, shared=shared)


def corridor(
    key: str,
    *names: Name,
    order: int = 1,
    nodes: tuple[str, ...] = (),
    pairs: tuple[tuple[str, str], ...] = (),
    parties: tuple[str, ...] = (),
    cues: tuple[str, ...] = (),
    mode: Mode = Mode.RAIL,
) -> Corridor:
    legs = tuple(Leg(mode, start, end) for start, end in pairwise(nodes))
    branches = (Branch("main", "Main", legs),) if legs else ()
    return Corridor(key, names[0].text, "", names, branches, pairs=pairs, parties=parties, order=order, cues=cues)


def two() -> dict[str, Corridor]:
    """Return a corridor in Africa and one in Asia that share the name "Northern Corridor"."""
    african = corridor(
        "african", name("Ayport Corridor", Kind.NAME), name("Northern Corridor", shared=True),
        name("AYC", Kind.ABBREVIATION), nodes=("ayport", "midtown", "beeville"), parties=("KEN", "UGA", "RWA"),
        pairs=(("ayport", "beeville"),),
    )  # fmt: skip
    asian = corridor(
        "asian", name("Great Steppe Railway", Kind.NAME), name("Northern Corridor", shared=True),
        name("Trans-Steppe Railway"), nodes=("ceeford", "deeham", "eeton"), parties=("RUS", "KAZ"), order=2,
    )  # fmt: skip
    return {"african": african, "asian": asian}
