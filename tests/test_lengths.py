import pytest

from corridors import lengths
from corridors.model import Branch, Corridor, Fact, Leg, Mode, Name, Source
from corridors.model import Kind as NameKind

LENGTHS_M = {"a": 1_000_000.0, "b": 2_000_000.0, "c": 500_000.0, "aside": 9_000_000.0}


def source(publisher, date="2020-01-01"):
    return Source(title="A page", publisher=publisher, date=date, url="https://example.org/")


def fact(value, unit="km", publisher="Paper", **more):
    return Fact(what="length", about="the line", value=value, unit=unit, source=source(publisher), **more)


def corridor(*facts, mode=Mode.RAIL):
    legs = (
        Leg(mode, "p", "q", note="a"),
        Leg(mode, "q", "r", note="b"),
        Leg(mode, "q", "r", note="aside", variant="being built"),
        Leg(mode, "r", "s", note="c"),
    )
    branch = Branch("main", "Main branch", legs)
    return Corridor("x", "X", "A line.", (Name("X", NameKind.NAME),), (branch,), facts=facts), branch


def measure(leg):
    return LENGTHS_M[leg.note]


def only(comparisons):
    assert len(comparisons) == 1
    return comparisons[0]


def test_variants_do_not_count_towards_a_branch():
    _, branch = corridor()
    assert lengths.branch_length_m(branch, measure) == 3_500_000


@pytest.mark.parametrize(
    ("start", "end", "wanted"), [("p", "r", 3e6), ("r", "p", 3e6), ("s", "q", 2.5e6), ("p", "p", 0)]
)
def test_a_stretch_is_measured_either_way_round(start, end, wanted):
    _, branch = corridor()
    assert lengths.stretch_length_m(branch, start, end, measure) == wanted


def test_a_stretch_to_a_place_off_the_branch_is_not_measured():
    _, branch = corridor()
    assert lengths.stretch_length_m(branch, "p", "nowhere", measure) is None


def test_disagreeing_sources_are_both_named_with_their_distance_from_the_line():
    entry, branch = corridor(
        fact(5647, "nm", "Ministry", official=True, branch=("main",)),
        fact(4587, "nm", "Hydrographer", branch=("main",)),
        mode=Mode.SEA,
    )
    sea = {"a": 4000 * 1852, "b": 500 * 1852, "c": 59 * 1852}
    got = only(lengths.compare(entry, branch, lambda leg: sea[leg.note]))
    assert got.measured_m == 4559 * 1852
    assert got.words == (
        "Sources disagree by 23 %: 4,587 nm (Hydrographer, 2020) against "
        "5,647 nm (official figure, by Ministry, 2020). "
        "This line measures 4,559 nm (8,443 km), 0.6 % shorter than 4,587 nm (Hydrographer, 2020), "
        "and 19 % shorter than 5,647 nm (official figure, by Ministry, 2020)."
    )


def test_a_figure_for_the_corridor_is_not_read_as_one_for_the_branch():
    entry, branch = corridor(fact(7200, approximate=True))
    got = only(lengths.compare(entry, branch, measure))
    assert got.facts == ()
    assert got.words == (
        "This line measures 3,500 km; no published length of this branch by itself was found. Published for the "
        "corridor, not to be read as this branch's length: about 7,200 km for the line (Paper, 2020)."
    )


def test_a_line_within_a_published_range_agrees_with_it():
    entry, branch = corridor(fact(3400, value_to=3600, branch=("main",)))
    got = only(lengths.compare(entry, branch, measure))
    assert "the same as 3,400-3,600 km (Paper, 2020) to within 0.1 %" in got.words


def test_a_stretch_has_a_comparison_of_its_own():
    entry, branch = corridor(fact(2000, branch=("main",), start="q", end="r"))
    whole, stretch = lengths.compare(entry, branch, measure)
    assert whole.facts == ()
    assert stretch.measured_m == 2_000_000
    assert "Published: 2,000 km (Paper, 2020)." in stretch.words
    assert "This line measures 2,000 km" in stretch.words


def test_figures_of_other_kinds_and_units_are_left_alone():
    days = Fact(
        what="transit-time", about="door to door", value=24, unit="days", source=source("Paper"), branch=("main",)
    )
    odd = Fact(what="length", about="the line", value=3, unit="parsecs", source=source("Paper"), branch=("main",))
    entry, branch = corridor(days, odd)
    assert only(lengths.compare(entry, branch, measure)).facts == ()
    assert lengths.figure(days) == "24 days"


@pytest.mark.parametrize(
    ("value", "wanted"), [(7200, "7,200"), (0.487, "0.49"), (26.9, "26.9"), (1.30, "1.3"), (160, "160")]
)
def test_numbers_are_written_without_needless_decimals(value, wanted):
    assert lengths.number(value) == wanted


def test_years_are_written_as_years():
    assert (
        lengths.figure(Fact(what="target", about="opening", value=2028, unit="year", source=source("Paper"))) == "2028"
    )
