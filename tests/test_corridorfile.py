"""What one file of the catalogue is read as, and what a broken one is told."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors import _corridorfile as reader
from corridors._errors import DataError
from corridors._validate import Table
from corridors.catalogues import catalogue, validate
from corridors.model import Kind, Mode, Status

PLACES = {"a", "b", "c", "d"}
GOOD = """
id = "x"
name = "X Corridor"
summary = "A corridor."
order = 7
colour = "#0072B2"
parties = ["IND"]
pairs = [["a", "b"]]

[[names]]
text = "X Corridor"
kind = "name"
language = "en"
source = "one"

[[branches]]
id = "main"
name = "Main"

[[branches.legs]]
mode = "rail"
from = "a"
to = "b"
status = "operating"
gauge_mm = 1520

[[branches.legs]]
mode = "sea"
from = "b"
to = "c"
status = "planned"
passages = ["suez-canal"]

[[facts]]
what = "length"
about = "a to c"
value = 10
value_to = 12.5
unit = "km"
branch = ["main"]
from = "a"
to = "c"
source = "one"

[[limits]]
name = "End"
line = [[1.0, 2.0], [3, 4]]
note = ""
source = "one"

[[baselines]]
id = "suez"
name = "By Suez"

[[baselines.legs]]
mode = "sea"
from = "a"
to = "d"
status = "operating"

[[baselines.facts]]
what = "length"
about = "a to d"
value = 99
unit = "nm"
source = "one"

[sources.one]
title = "T"
publisher = "P"
date = "2024-02-29"
url = "https://example.org/x"
"""


def put(folder: Path, text: str | bytes, name: str = "x.toml") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def test_a_good_file_is_read_as_written(tmp_path):
    assert validate(put(tmp_path, GOOD), PLACES) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('id = "x"', 'id = "y"', "x.toml: id: 'y' differs from the file's name; 'x' is required"),
        ('summary = "A corridor."', "", "x.toml: summary: missing; the key is required"),
        ('summary = "A corridor."', 'summary = " "', "x.toml: summary: is empty; a text is required"),
        ("order = 7", "order = 7.5", "x.toml: order: 7.5 is not accepted; a whole number from 1 to 99999"),
        ("order = 7", "order = true", "x.toml: order: True is not accepted; a whole number from 1 to 99999"),
        ('"#0072B2"', '"blue"', "x.toml: colour: 'blue' is not accepted; a colour such as #0072B2"),
        ('["IND"]', '["IN"]', "x.toml: parties[1]: 'IN' is not accepted; an ISO 3166-1 alpha-3 code"),
        ('["IND"]', '["IND", "IND"]', "x.toml: parties: 'IND' stands twice"),
        ('[["a", "b"]]', '[["a"]]', "x.toml: pairs[1]: ['a'] is not accepted; a list of two place ids"),
        ('[["a", "b"]]', '[["a", "q"]]', "x.toml: pairs[1]: 'q' is no place id; add it to places.csv"),
        ("parties =", "party =", "x.toml: party: is not a known key; did you mean 'parties'?"),
        ('kind = "name"', 'kind = "nick"', "x.toml: names[1].kind: 'nick' is not accepted; one of name, alias"),
        ('language = "en"', 'language = "E"', "x.toml: names[1].language: 'E' is not accepted; a BCP 47 tag"),
        ('text = "X Corridor"', 'text = "Y"', "x.toml: names: the main name 'X Corridor' is missing"),
        ('mode = "rail"', 'mode = "ship"', "branches[main].legs[1].mode: 'ship' is not accepted; one of sea"),
        ('from = "b"', 'from = "a"', "branches[main].legs[2].from: 'a' breaks the chain; the leg before ends"),
        ('to = "b"', 'to = "a"', "branches[main].legs[1]: 'a' follows itself"),
        ('to = "b"', 'to = "b"\nvia = ["q"]', "branches[main].legs[1].via[1]: 'q' is no place id"),
        ('status = "planned"', 'status = "built"', "branches[main].legs[2].status: 'built' is not accepted; one"),
        ('status = "planned"', 'status = "planned"\ngauge_mm = 1435', "legs[2].gauge_mm: a sea leg has no gauge; only"),
        ("gauge_mm = 1520", "gauge_mm = 15", "legs[1].gauge_mm: 15 is not accepted; a whole number from 600 to 1700"),
        ("gauge_mm = 1520", 'avoid = ["kiel-canal"]', "legs[1].avoid: a rail leg has no passages; only sea and river"),
        ('["suez-canal"]', '["suez-canal"]\navoid = ["suez-canal"]', "legs[2].avoid: 'suez-canal' is in passages too"),
        ('["suez-canal"]', '["Suez Canal"]', "legs[2].passages[1]: 'Suez Canal' is not accepted; a slug"),
        ("value = 10", 'value = "10"', "x.toml: facts[1].value: '10' is not a finite number"),
        ("value = 10", "value = nan", "x.toml: facts[1].value: nan is not a finite number"),
        ("value = 10", "value = -1", "x.toml: facts[1].value: -1 is out of range; at least 0"),
        ("value_to = 12.5", "value_to = 9", "x.toml: facts[1].value_to: 9 is less than value; a range goes upwards"),
        ('branch = ["main"]', 'branch = ["other"]', "facts[1].branch: 'other' is no branch of this file; one of main"),
        ('branch = ["main"]', "", "x.toml: facts[1].branch: missing; from and to need the branch they lie on"),
        ('to = "c"\nsource', 'to = "d"\nsource', "x.toml: facts[1].to: 'd' does not lie on 'main'"),
        ('to = "c"\nsource', "source", "x.toml: facts[1].to: missing; a stretch has both from and to"),
        ("[3, 4]", "[3, 94]", "x.toml: limits[1].line[2]: [3, 94] is not accepted; [longitude, latitude] in degrees"),
        ('date = "2024-02-29"', 'date = "2023-02-29"', "sources.one.date: '2023-02-29' is not accepted; YYYY"),
        ('date = "2024-02-29"', "date = 2024-02-29", "sources.one.date: datetime.date(2024, 2, 29) is not a text"),
        ("https://example.org/x", "ftp://example.org", "sources.one.url: 'ftp://example.org' is not accepted"),
        ("https://example.org/x", "https://exa mple.org", "sources.one.url: 'https://exa mple.org' is not accepted"),
        ("[sources.one]", "[sources.two]", "x.toml: sources.two: is used by nothing; cite it or delete it"),
        ("[sources.one]", "[sources.two]", "facts[1].source: 'one' is no source of this file; add [sources.one]"),
        ('id = "main"', 'id = "Main"', "x.toml: branches[1].id: 'Main' is not accepted; a slug of a-z, 0-9 and single"),
        ('to = "d"', 'to = "e"', "x.toml: baselines[suez].legs[1].to: 'e' is no place id; add it to places.csv"),
    ],
)  # fmt: skip
def test_a_fault_is_told_by_file_key_and_what_is_accepted(tmp_path, old, new, told):
    assert GOOD.count(old) >= 1
    problems = validate(put(tmp_path, GOOD.replace(old, new, 1)), PLACES)
    assert any(told in problem for problem in problems), problems


def test_every_problem_is_told_at_once(tmp_path):
    broken = GOOD.replace('mode = "rail"', 'mode = "ship"').replace("value = 10", "value = true")
    broken = broken.replace('url = "https://example.org/x"', "").replace('kind = "name"', 'kind = "name"\nodd = 1')
    problems = validate(put(tmp_path, broken), PLACES)
    keys = {problem.split(": ")[1] for problem in problems}
    assert {"branches[main].legs[1].mode", "facts[1].value", "sources.one.url", "names[1].odd"} <= keys
    assert all(problem.startswith("x.toml: ") for problem in problems)
    with pytest.raises(DataError) as caught:
        catalogue([tmp_path])
    assert set(problems) - {p for p in problems if "place id" in p} <= set(caught.value.problems)


def test_a_slip_of_toml_is_told_with_its_line(tmp_path):
    line = GOOD[: GOOD.index("[[limits]]")].count("\n") + 1
    problems = validate(put(tmp_path, GOOD.replace("[[limits]]", "[[limits]")), PLACES)
    assert len(problems) == 1
    assert problems[0].startswith(f"x.toml: line {line}: not valid TOML")


def test_bytes_that_are_no_text_and_folders_that_are_none_are_told(tmp_path):
    assert "cannot be read" in validate(put(tmp_path, b"\xff\xfe id"), PLACES)[0]
    assert "is not a folder" in validate(tmp_path / "none", PLACES)[0]
    assert validate(tmp_path, PLACES)[0].startswith("x.toml: ")


def test_one_name_cannot_serve_twice(tmp_path):
    put(tmp_path, GOOD)
    put(
        tmp_path,
        GOOD.replace('id = "x"', 'id = "z"', 1).replace('text = "X Corridor"', 'text = "x-corridor"'),
        "z.toml",
    )
    problems = validate(tmp_path, PLACES)
    assert any(p.startswith("z.toml: names[1].text: 'x-corridor' reads like 'X Corridor' in x.toml") for p in problems)
    again = GOOD.replace(
        "[[branches]]", '[[names]]\ntext = "x corridor"\nkind = "alias"\nlanguage = "en"\n\n[[branches]]', 1
    )
    problems = validate(put(tmp_path / "twice", again), PLACES)
    assert problems == [
        "x.toml: names[2].text: 'x corridor' reads like 'X Corridor' in x.toml; "
        "a name belongs to one corridor, once, unless every bearer says shared = true"
    ]


SHARED = '\n[[names]]\ntext = "North Corridor"\nkind = "alias"\nlanguage = "en"\nshared = true\n'
UMBRELLA = """
id = "all"
name = "All of Them"
summary = "A programme."
order = 1
parties = []
umbrella = true
members = ["x"]
[[names]]
text = "All of Them"
kind = "name"
language = "en"
"""


def test_a_name_may_be_shared_when_every_bearer_says_so(tmp_path):
    other = GOOD.replace('id = "x"', 'id = "z"', 1).replace("X Corridor", "Z Corridor")
    put(put(tmp_path / "both", GOOD + SHARED), other + SHARED, "z.toml")
    assert validate(tmp_path / "both", PLACES) == []
    put(put(tmp_path / "one", GOOD + SHARED), other + SHARED.replace("shared = true", ""), "z.toml")
    (problem,) = validate(tmp_path / "one", PLACES)
    assert problem.startswith("z.toml: names[2].text: 'North Corridor' reads like 'North Corridor' in x.toml")


def test_an_umbrella_has_members_and_no_line(tmp_path):
    put(put(tmp_path, GOOD), UMBRELLA, "all.toml")
    assert validate(tmp_path, PLACES) == []
    put(tmp_path, UMBRELLA.replace('members = ["x"]', 'members = ["y"]'), "all.toml")
    assert validate(tmp_path, PLACES) == [
        "all.toml: members: 'y' is no corridor of the catalogue; add its file or delete it"
    ]
    put(tmp_path, GOOD.replace("order = 7", 'order = 7\numbrella = true\nmembers = ["all"]'))
    assert "x.toml: branches: an umbrella has no line of its own; delete the branches or umbrella = true" in validate(
        tmp_path, PLACES
    )


def test_one_id_cannot_serve_twice(tmp_path):
    one, two = put(tmp_path / "one", GOOD), put(tmp_path / "two", GOOD)
    with pytest.raises(DataError, match=r"x\.toml: id: 'x' is used already by .*one.x\.toml"):
        catalogue([one, two])


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=200)
@given(data=st.data())
def test_no_content_breaks_the_reader(data):
    """Whatever stands under any key, the answer is a list of messages and never an exception."""

    def spoil(node, odds):
        for key in list(node) if isinstance(node, dict) else range(len(node)):
            if data.draw(st.integers(0, odds)) == 0:
                node[key] = data.draw(VALUES)
            elif isinstance(node[key], dict | list):
                spoil(node[key], odds)

    values = tomllib.loads(GOOD)
    spoil(values, 12)
    problems: list[str] = []
    top = Table(values, "x.toml", "", problems)
    context = reader._Context(PLACES)
    corridor = reader._read_corridor(top, context)
    reader._check_whole(top, corridor, context, "x")
    assert all(isinstance(problem, str) and problem.startswith("x.toml: ") for problem in problems)
    assert values == tomllib.loads(GOOD) or problems or corridor


def test_records_hold_what_the_file_says(tmp_path):
    corridor, problems = reader.read_corridor(put(tmp_path, GOOD) / "x.toml", PLACES)
    assert problems == []
    assert corridor is not None
    assert (corridor.id, corridor.order, corridor.pairs, corridor.parties) == (
        "x",
        7,
        (("a", "b"),),
        ("IND",),
    )
    rail, sea = corridor.branches[0].legs
    assert (rail.mode, rail.start, rail.end, rail.gauge_mm) == (Mode.RAIL, "a", "b", 1520)
    assert (sea.status, sea.passages) == (Status.PLANNED, ("suez-canal",))
    fact = corridor.facts[0]
    assert (fact.value, fact.value_to, fact.start, fact.end, fact.branch) == (10.0, 12.5, "a", "c", ("main",))
    assert fact.source is corridor.sources[0]
    assert corridor.limits[0].line == ((1.0, 2.0), (3.0, 4.0))
    assert corridor.baselines[0].facts[0].value == 99
    assert (corridor.names[0].kind, corridor.aliases) == (Kind.NAME, ())
