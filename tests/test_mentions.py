"""Names of corridors in texts, judged by labelled passages and by what must hold for any text."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors._data import geodata
from corridors.catalogues import catalogue
from corridors.documents import read
from corridors.entries import is_common, is_directions, is_figurative
from corridors.fold import fold_name
from corridors.lexicon import lexicon
from corridors.mentions import Finder, find, unknown_sentences
from corridors.model import Branch, Certainty, Corridor, Document, Kind, Mention, Name, Place

TEXTS = Path(__file__).parent / "data" / "texts"
SCORED = ("speakers.toml", "voices.toml", "world.toml")  # test_voices.py and test_world.py score those
FILES = sorted(file for file in TEXTS.glob("*.toml") if file.name not in SCORED)
PASSAGES = [p for file in FILES for p in tomllib.loads(file.read_text("utf-8"))["passages"]]


def labelled(passage: dict[str, Any]) -> list[tuple[int, int, dict[str, Any]]]:
    """Find the place of each label in its passage."""
    text, at, found = passage["text"], 0, []
    for label in passage["mentions"]:
        for _ in range(label.get("nth", 1)):
            start = text.index(label["exact"], at)
            at = start + len(label["exact"])
        found.append((start, at, label))
    return found


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage["id"])
def test_labelled_passage(passage):
    text = passage["text"]
    found = [m for m in find(text) if m.exact not in passage.get("optional", ())]
    expected = labelled(passage)
    assert [(m.start, m.end, m.corridor, str(m.kind)) for m in found] == [
        (start, end, label["corridor"], label["kind"]) for start, end, label in expected
    ]
    for mention, (start, end, label) in zip(found, expected, strict=True):
        assert text[start:end] == mention.exact
        assert text[mention.quote.start : mention.quote.end] == mention.quote.exact
        assert mention.quote.start <= start < end <= mention.quote.end
        if "direct" in label:
            assert (mention.exact, mention.direct) == (label["exact"], label["direct"])
        if "direct" in label and passage.get("check_speakers", True):
            assert (mention.exact, mention.speaker) == (label["exact"], label.get("speaker"))


PLACES = {
    "north-port": Place("north-port", "Norhavn", "port", "", 10.0, 60.0),
    "south-port": Place("south-port", "Port Azul (old port)", "port", "", 20.0, -30.0),
}


def corridor(key: str, *names: Name, order: int = 1, pairs: tuple[tuple[str, str], ...] = ()) -> Corridor:
    branches: tuple[Branch, ...] = ()
    return Corridor(key, names[0].text, "", names, branches, pairs=pairs, order=order)


def name(text: str, kind: Kind = Kind.ALIAS, language: str = "en") -> Name:
    return Name(text, kind, language)


@pytest.fixture(scope="module")
def own() -> Finder:
    """A catalogue of two corridors that are not in the package's."""
    blue = corridor("blue", name("Blue Cape Route", Kind.NAME), name("BCR", Kind.ABBREVIATION), name("Cape Road"))
    azul = corridor("azul", name("Azul Line", Kind.NAME), order=2, pairs=(("north-port", "south-port"),))
    shared = corridor("other", name("Other Road", Kind.NAME), name("Cape Road"), order=3)
    return Finder({c.id: c for c in (shared, azul, blue)}, places=PLACES)


def test_bundled_sources_hold_all_eight_with_their_speakers():
    found = []
    for file in sorted(geodata("sources").glob("*.txt")):
        found += [(m.corridor, str(m.kind), m.exact, m.speaker, m.direct) for m in find(read(file))]
    author = [
        ("instc", "name", "International North-South Transport Corridor", None, False),
        ("chennai-vladivostok", "name", "Chennai-Vladivostok Maritime Corridor", None, False),
        ("northern-sea-route", "alias", "Polar Route", None, False),
        ("instc", "alias", "North-South International Transport Corridor", None, False),
        ("chennai-vladivostok", "alias", "Chennai Vladivostok route", None, False),
    ]
    minister = [
        ("instc", "name", "International North-South Transport Corridor", "S Jaishankar", True),
        ("chennai-vladivostok", "endpoints", "from Chennai to Vladivostok", "S Jaishankar", True),
        ("northern-sea-route", "alias", "polar route", "S Jaishankar", True),
    ]
    assert found == author + minister


def test_record_carries_surroundings_and_digest():
    text = "x" * 40 + " the Northern Sea Route " + "y" * 40
    (mention,) = find(Document(id="doc", text=text))
    assert mention.document == "doc"
    assert mention.prefix == "x" * 27 + " the "
    assert mention.suffix == " " + "y" * 31
    assert mention.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert mention.route is None
    assert Mention.from_dict(mention.to_dict()) == mention


@pytest.mark.parametrize("name", ["Northeast Passage", "North-East Passage", "North East Passage"])
def test_directions_are_joined_or_apart(name):
    (mention,) = find(f"A container ship sailed the {name} in September.")
    assert (mention.corridor, mention.exact) == ("northeast-passage", name)


def test_an_end_that_gives_a_corridor_its_name_is_an_end_all_the_same():
    (mention,) = find("The railway from Nacala to Moatize carries coal.")
    assert (mention.corridor, mention.exact) == ("nacala-corridor", "railway from Nacala to Moatize")


def test_endpoints_carry_their_route():
    (mention,) = find("Coal is shipped from Vladivostok to Chennai.")
    assert (mention.exact, mention.kind) == ("from Vladivostok to Chennai", Kind.ENDPOINTS)
    assert mention.route == {"from": "Vladivostok", "to": "Chennai", "mode": "sea"}


def test_own_catalogue_and_places(own):
    text = "Grain from Port Azul to Norhavn, the Norhavn–Port Azul route and the BCR, not the bcr."
    assert [(m.exact, m.corridor, str(m.kind)) for m in own.find(text)] == [
        ("from Port Azul to Norhavn", "azul", "endpoints"),
        ("Norhavn–Port Azul route", "azul", "alias"),
        ("BCR", "blue", "abbreviation"),
    ]


def test_name_of_two_corridors_is_uncertain_and_names_both(own):
    (mention,) = own.find("Ships keep to the Cape Road.")
    assert mention.certainty is Certainty.UNCERTAIN
    assert mention.to_dict()["candidates"] == ["blue", "other"]


def test_empty_catalogue_finds_nothing():
    assert Finder({}, places={}).find("The Northern Sea Route.") == []


def test_short_abbreviation_needs_a_friend_or_goods_and_places():
    assert find("The NSR was mentioned.") == []
    assert find("Ships took the NSR.") == []
    assert [m.certainty for m in find("Russian ships took the NSR.")] == [Certainty.LESS_CERTAIN]
    assert [m.certainty for m in find("Northern Sea Route. The NSR was mentioned.")] == [Certainty.CERTAIN] * 2


def test_place_pair_without_a_word_of_transport_is_less_certain():
    assert [m.certainty for m in find("It is far from Chennai to Vladivostok.")] == [Certainty.LESS_CERTAIN]
    assert len(find("Riyadh wants to link Jeddah with Dammam.")) == 1
    assert find("Cooks from Chennai to Vladivostok fry fish.") == []


NAMES = sorted({n.text for c in catalogue().values() for n in c.names})
PIECES = st.one_of(
    st.sampled_from(NAMES), st.sampled_from(NAMES).map(str.upper),
    st.sampled_from(["Chennai", "Vladivostok", "to", "from"]), st.text(max_size=12),
    st.sampled_from([" ", "-", "–", "\r\n", "\n\n", "\u2028", "\u00ad", "\u0301", "“", "”", '"', "'", ". "]),
    st.text(st.characters(codec=None, categories=["Cs", "Mn", "Cc", "Zs", "Lu"]), max_size=4),
    st.sampled_from(["İ", "ß", "ﬃ", "\0", "\ud800", "<a ", ">", "](", "https://", " said Dr. Rao", "he said", "X: "]),
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map("".join))
def test_offsets_hold_for_any_text(text):
    last = 0
    for m in find(text):
        assert text[m.start : m.end] == m.exact != ""
        assert text[m.quote.start : m.quote.end] == m.quote.exact
        assert m.quote.start <= m.start < m.end <= m.quote.end
        assert m.start >= last
        assert text[: m.start].endswith(m.prefix)
        assert text[m.end :].startswith(m.suffix)
        last = m.end


_LISTS = ("appended", "appended_unspaced", "led_by", "ways_behind", "modifiers")
GENERIC = frozenset().union(*(lexicon().words(f"routes.{key}") for key in _LISTS))
SHARED = {n.text for c in catalogue().values() for n in c.names if n.shared}
# "North-South" needs its corridor beside it, "corridor central" and other names in small letters that are common or
# shared, and figures of speech such as "Путь развития" need their places.
TELLING = [
    name
    for name in NAMES
    if not (is_directions(fold_name(name)) or is_figurative(fold_name(name)))
    and not (name.islower() and (name in SHARED or is_common(fold_name(name))))
]


@given(st.sampled_from(TELLING), st.sampled_from(["-", "–", " ", "\u2011", " —\n"]), st.booleans())
def test_every_listed_name_is_found_in_disguise(listed, dash, split):
    disguised = listed.replace("-", dash) if not listed.isupper() else listed
    text = f"Ships and trains carry cargo on the {disguised} today."
    if split and not listed.isupper():
        text = text.replace(disguised, "\u00ad".join((disguised[:3], disguised[3:])))
    found = find(text)
    assert len(found) == 1
    first, last = text.index("on the ") + len("on the "), text.index(" today.")
    assert first <= found[0].start < found[0].end <= last
    left = text[first : found[0].start] + " " + text[found[0].end : last]
    assert set(re.sub("[\u00ad«»]", "", left).lower().split()) <= GENERIC


def test_hyphenation_at_a_line_end_is_closed():
    text = "Cargo on the Northern Sea Rou-\r\n  te grows."
    assert [m.exact for m in find(text)] == ["Northern Sea Rou-\r\n  te"]


def test_one_long_paragraph_is_read_and_its_quote_is_short():
    text = "word " * 20_000 + "Northern Sea Route " + "word " * 20_000
    (mention,) = find(text)
    assert len(mention.quote.exact) <= 1_000
    assert "Northern Sea Route" in mention.quote.exact


@pytest.mark.parametrize(
    ("text", "corridors"),
    [
        ("Iran and Russia want more cargo on the North-South Corridor by way of the Caspian.", ["instc"]),
        ("The INSTC, or North-South corridor, has three branches.", ["instc", "instc"]),
        ("The north-south corridor carried coal from Russia by rail.", ["instc"]),
        ("A north-south corridor lets elephants reach water.", []),
        ("Tigers keep to the north-south corridor between two forests, a wildlife group said.", []),
        ("Ghana's North-South Corridor was sealed from Accra to Paga.", []),
    ],
)
def test_name_that_many_corridors_bear_is_decided_by_its_context(text, corridors):
    assert [m.corridor for m in find(text)] == corridors


def test_name_that_many_corridors_bear_is_uncertain_without_context():
    (mention,) = find("Ships use the North-South Corridor.")
    assert mention.certainty is Certainty.UNCERTAIN


def test_names_of_no_catalogue_are_reported_apart(own):
    findings = own.read("Trains on the Suwalki Freight Corridor and the Azul Line.")
    assert [m.exact for m in findings.mentions] == ["Azul Line"]
    assert [u.exact for u in findings.unknown] == ["Suwalki Freight Corridor"]


def test_polar_route_of_the_airlines_is_left_alone():
    text = (
        "A polar route is an aircraft route over the ice. Airlines fly four polar routes between airports. "
        "The polar route was used on many flights by pilots of the airline.\n\n"
        "The Polar Route of the North was closed to passengers and aircraft."
    )
    assert find(text) == []


def test_spans_are_the_places_before_they_are_judged(own):
    text = "The BCR and the Cape Road."
    assert [text[start:end] for start, end in own.spans(text)] == ["BCR", "Cape Road"]


def test_sentences_on_names_of_no_catalogue(own):
    text = "Trains on the Suwalki Corridor. The Suwalki\ncorridor and the Grey Gate Corridor are short."
    assert unknown_sentences(own.read(Document(id="doc", text=text)).unknown) == [
        "no catalogue holds “Suwalki Corridor”, named in doc at character 14 and 1 more time",
        "no catalogue holds “Grey Gate Corridor”, named in doc at character 61",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "CAREC Corridors 1, 2 and 6 carry freight.",
            [("CAREC Corridors 1", "carec-1"), ("2", "carec-2"), ("6", "carec-6")],
        ),
        ("CAREC corridors 3 and 5 million tonnes of freight grew.", [("CAREC corridors 3", "carec-3")]),
        ("CAREC Corridor 2, 6 and more lorries came.", [("CAREC Corridor 2", "carec-2")]),
    ],
)
def test_each_number_behind_a_plural_name_is_a_mention(text, found):
    assert [(m.exact, m.corridor) for m in find(text)] == found


def test_names_hold_together_where_every_line_is_a_paragraph():
    text = (
        "The minister for planning\n\nsaid on Saturday that the China\n\nPakistan Economic Corridor was a project\n\n"
        "of the whole nation and every\n\nprovince would gain from it."
    )
    assert [(m.exact, m.corridor) for m in find(text)] == [("China\n\nPakistan Economic Corridor", "cpec")]


def test_headings_are_no_part_of_a_name():
    text = "China\n\nPakistan Economic Corridor works went on.\n\nFreight grew.\n\nThe end."
    assert "China" not in " ".join(m.exact for m in find(text))


def test_short_abbreviations_written_like_words_need_their_name_beside_them():
    introduced = "The India-Middle East-Europe Corridor (Imec) needs ports. An envoy works for the Imec project."
    assert [m.exact for m in find(introduced)] == ["India-Middle East-Europe Corridor", "Imec", "Imec"]
    assert find("Ships and trains bring goods from India to Imec in Leuven.") == []


def test_one_corridor_named_twice_before_one_noun_is_one_mention():
    (mention,) = find("The line will sail the Red Sea and Suez Canal route with containers again.")
    assert mention.corridor == "suez-route"


def test_russian_names_share_a_noun_in_the_plural():
    text = "Грузы Байкало-Амурской и Транссибирской магистралей растут."
    assert [(m.exact, m.corridor) for m in find(text)] == [
        ("Байкало-Амурской", "baikal-amur-mainline"),
        ("Транссибирской магистралей", "trans-siberian-railway"),
    ]
    assert [m.corridor for m in find("Порты Приморья и Транссибирская магистраль")] == ["trans-siberian-railway"]


def test_small_letters_are_no_sign_where_a_language_writes_names_so():
    text = (
        "Paraguay espera que el corredor bioceánico traiga más carga, dijo el presidente.\n\n"
        "La obra del Corredor Bioceánico en el Chaco unirá Paraguay con Brasil y Chile."
    )
    assert [m.exact for m in find(text)] == ["corredor bioceánico", "Corredor Bioceánico"]


def test_long_abbreviations_are_written_like_words_too():
    text = "TAZARA carries copper. “Tazara must live,” said the minister of Zambia."
    assert [m.exact for m in find(text)] == ["TAZARA", "Tazara"]


def test_railways_of_standard_gauge_have_their_letters():
    assert [m.exact for m in find("The Addis Ababa-Djibouti SGR carries grain.")] == ["Addis Ababa-Djibouti SGR"]


def test_lines_that_share_a_noun_are_told_apart_behind_and():
    text = "They will build the China-Kyrgyzstan-Uzbekistan and Kazakhstan-Turkmenistan-Iran railway lines."
    corridors = ["china-kyrgyzstan-uzbekistan-railway", "kazakhstan-turkmenistan-iran-railway"]
    assert [m.corridor for m in find(text)] == corridors


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The new railway called “Rail Baltica” will carry freight.", ["Rail Baltica"]),
        (
            "The motorway called Via Carpatia crosses Slovakia, and a road called Via Baltica the north.",
            ["Via Carpatia", "Via Baltica"],
        ),
        ("A Northwest Passage cruise takes three weeks, and ice-class ships go ahead.", ["Northwest Passage"]),
        (
            "Trains use the International Transport Corridor (ITC) North-South.",
            ["International Transport Corridor (ITC) North-South"],
        ),
        ("Министр заявил, что маршрут TRIPP откроют через год, и грузы пойдут.", ["маршрут TRIPP"]),
        (
            "Thailand plans a railway, the Land Bridge project. A Thai minister said the land bridge would pay.",
            ["Land Bridge", "land bridge"],
        ),
    ],
)
def test_names_beside_other_words(text, names):
    assert [m.exact for m in find(text)] == names


def test_what_the_part_of_something_is_makes_no_work_of_art_of_a_name():
    text = "We went along the Trans-Mongolian Railway, the branch of track that crosses the steppe by freight train."
    assert [m.corridor for m in find(text)] == ["trans-mongolian-railway"]


def test_countries_at_the_ends_are_named_in_the_route():
    [m] = [m for m in find("Goods go from Russia to India via an Iranian transit corridor.") if m.route]
    assert (m.corridor, m.route["from"], m.route["to"]) == ("instc", "Russia", "India")


@pytest.mark.parametrize("kind", ["bus", "drug", "cycling", "power"])
def test_the_ways_of_others_between_two_ends_are_no_corridor(kind):
    assert find(f"A {kind} route from Tallinn to Warsaw was opened.") == []
    assert [m.corridor for m in find("A freight route from Tallinn to Warsaw was opened.")] == ["rail-baltica"]


def test_a_highway_that_bears_the_name_of_a_railway():
    assert find("Lorries with freight take the Trans-Siberian Highway from Chita.") == []
    assert [m.exact for m in find("Freight takes the Trans-Siberian line from Chita.")] == ["Trans-Siberian"]


@pytest.mark.parametrize(
    ("text", "corridor"),
    [
        ("The extension of CPEC to Afghanistan was on the table of the three ministers.", "cpec"),
        ("Phase two of CPEC is about industry, Ahsan Iqbal told the house.", "cpec"),
        ("TITR will grow by a tenth, the Kazakh minister noted.", "middle-corridor"),
        ("Le projet TRIPP passera par le sud de l’Arménie.", "zangezur-corridor"),
        ("Проект TRIPP пройдёт по югу Армении.", "zangezur-corridor"),
    ],
)
def test_persons_and_places_speak_for_letters(text, corridor):
    assert [m.corridor for m in find(text)] == [corridor]


@pytest.mark.parametrize("body", ["Organisation", "Authority", "Institute", "Alliance", "Marathon"])
def test_two_ends_in_the_name_of_a_body_are_none(body):
    assert find(f"The Abidjan–Lagos Corridor {body} met in Lomé to speak of trucks.") == []


def test_a_name_before_a_dashed_pair_is_no_end_of_it():
    text = "Kenya Airways' chief Jean-Paul Otieno said that Astara–Rasht would take years of work on the railway."
    assert [m.exact for m in find(text)] == ["Astara–Rasht"]
    text = text.replace("Kenya Airways'", "Iranian Railways'")
    assert [m.exact for m in find(text)] == ["Astara–Rasht"]


@pytest.mark.parametrize("park", ["TAZARA Memorial Park", "Tazara memorial"])
def test_memorials_are_none(park):
    assert find(f"Flowers were laid at the {park} in Zambia.") == []
