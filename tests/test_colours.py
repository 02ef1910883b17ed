"""Which colour each corridor has, and that colours can be seen and told apart."""

from __future__ import annotations

import csv
import itertools
import re
from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st

from corridors.model import Branch, Corridor, Leg, Mode
from corridors.page.colours import UNDRAWN, assign


def corridor(key: str, colour: str = "") -> Corridor:
    return Corridor(key, key, "", (), (Branch("b", "B", (Leg(Mode.SEA, "x", "y"),)),), colour=colour)


def rows() -> list[dict[str, str]]:
    with files("corridors.page").joinpath("colours.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@given(st.lists(st.sampled_from(["", *(row["colour"] for row in rows()), "#123456"]), max_size=40))
def test_no_two_corridors_look_alike(wanted: list[str]) -> None:
    found = assign(corridor(str(i), colour) for i, colour in enumerate(wanted))
    assert list(found) == [str(i) for i in range(len(wanted))]
    assert len(set(found.values())) == len(wanted)
    lights = [found[str(i)].light for i, colour in enumerate(wanted) if not colour]
    others = {found[str(i)].light for i, colour in enumerate(wanted) if colour}
    free = [row["light"] for row in rows() if row["light"] not in others]
    assert len(set(lights)) >= min(len(lights), len(free))


def test_the_catalogues_own_colour_is_kept_and_the_set_goes_on_after_it() -> None:
    found = assign([corridor("a"), corridor("b", "#d55e00"), corridor("c", "#123456")])
    assert (found["b"].light, found["b"].dark) == ("#C45600", "#D55E00")
    assert found["c"].light == found["c"].dark == "#123456"
    assert found["a"].light == "#0072B2"


def test_what_has_no_line_takes_no_colour_of_the_set() -> None:
    umbrella = Corridor("u", "U", "", (), (), umbrella=True)
    found = assign([umbrella, corridor("a")])
    assert (found["u"].light, found["u"].dark) == UNDRAWN
    assert found["a"].light == rows()[0]["light"]


def grounds(style: str) -> list[str]:
    return [re.search(rf"--{name}: (#\w+)", style)[1] for name in ("sea", "land", "paper")]


def linear(colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def contrast(a: str, b: str) -> float:
    """Return the contrast ratio of WCAG 2."""
    low, high = sorted(sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(x), strict=True)) for x in (a, b))
    return (high + 0.05) / (low + 0.05)


# Machado, Oliveira and Fernandes (2009), severity 1: protan, deutan, tritan.
BLINDNESS = (
    ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
)


def oklab(rgb: list[float]) -> tuple[float, float, float]:
    """Return lightness and the two axes of colour (Ottosson 2020) of linear sRGB."""
    red, green, blue = (min(1.0, max(0.0, c)) for c in rgb)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def apart(a: str, b: str) -> float:
    """Return the least distance of two colours to eyes of four kinds, in hundredths of OKLab."""
    seen = []
    for matrix in BLINDNESS:
        one, other = (
            oklab([sum(w * c for w, c in zip(row, linear(x), strict=True)) for row in matrix]) for x in (a, b)
        )
        seen.append(100 * sum((p - q) ** 2 for p, q in zip(one, other, strict=True)) ** 0.5)
    return min(seen)


def test_every_colour_stands_out_from_its_ground_and_from_the_others() -> None:
    style = files("corridors.page").joinpath("css", "base.css").read_text(encoding="utf-8")
    light, dark = style.split("@media")
    for scheme, ground in (("light", grounds(light)), ("dark", grounds(dark))):
        colours = [row[scheme] for row in rows()]
        assert min(contrast(colour, other) for colour in colours for other in ground) >= 3
        assert min(apart(a, b) for a, b in itertools.combinations(colours, 2)) >= 2.5
