"""Ways of transport outside the catalogue that bear a corridor's name."""

from __future__ import annotations

import pytest

from corridors.bearers import bearers, by_name, is_bearer
from corridors.catalogues import catalogue
from corridors.fold import fold_name
from corridors.mentions import find, findings


def test_every_namesake_shares_a_name_with_the_catalogue_and_has_cues():
    listed = {fold_name(n.text) for c in catalogue().values() for n in c.names}
    found = bearers(catalogue())
    for key, corridor in found.items():
        assert is_bearer(key)
        assert corridor.cues
        assert corridor.summary.endswith(".")
        assert all(fold_name(name.text) in listed for name in corridor.names)
        assert not any(party in key for party in corridor.parties)
    assert not any(is_bearer(key) for key in catalogue())


def test_namesakes_of_no_catalogue_are_none():
    assert bearers({}) == {}


def test_namesakes_by_name():
    ids = by_name(bearers(catalogue()))["northern corridor", ""]
    assert "~utah" in ids
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    "text",
    [
        "The National Highways Authority finished the North-South Corridor from Srinagar to Kanyakumari.",
        "Ghana’s president cut the sod for the Eastern Corridor road from Tema to Kulungugu.",
        "Lorries wait at Lars. Georgia will open the Kvesheti tunnel of its North-South Corridor in spring.",
        "Compressors for the Southern Corridor arrived; the pipeline will carry 12 bcm of gas.",
        "The Bureau of Land Management allowed the Northern Corridor, a highway past Red Cliffs.",
        "Truckers in Trinidad want tolls on the East-West Corridor lowered.",
        "AGCOT will help the Mtwara Corridor and the Northern Corridor, where Tanga and Arusha grow coffee.",
        "After SAGCOT come more agricultural corridors: the Central Corridor around Dodoma grows sunflower.",
        "Shippers who avoid Russia leave the Northern Corridor for trains across the Caspian Sea to Europe.",
        "Railway Board and DFCCIL weigh an East-West Corridor from Dankuni and a North-South Corridor from Itarsi.",
        "Karlshamn and Klaipeda want ferries with more lorry lanes for the East-West Transport Corridor.",
        "Two parts are meant: the Eastern Corridor by ship to the Persian Gulf, the Northern Corridor on to Haifa.",
    ],
)
def test_namesakes_are_no_corridor_of_the_catalogue_and_are_reported(text):
    assert [m.exact for m in find(text) if m.corridor] == []
    assert findings(text).unknown


@pytest.mark.parametrize(
    ("text", "corridor"),
    [
        (
            "Indian Railways sends coal down the Eastern Corridor from Ludhiana to Dankuni.",
            "dedicated-freight-corridors",
        ),
        ("Kenya and Uganda moved more freight on the Northern Corridor from Mombasa.", "northern-corridor-africa"),
        ("Iran, Russia and India want more freight on the North-South Corridor.", "instc"),
        ("Zambia sends copper down the North-South Corridor to Durban.", "north-south-corridor-africa"),
        ("Thailand will extend the Southern Corridor through Cambodia to Dawei.", "gms-southern"),
        ("Lorries wait on the East-West Highway in Assam.", "india-east-west-corridor"),
        ("Freight on the East-West Highway from Silchar to Porbandar doubled.", "india-east-west-corridor"),
    ],
)
def test_corridors_of_the_catalogue_keep_their_names(text, corridor):
    assert next(m.corridor for m in find(text)) == corridor


@pytest.mark.parametrize(
    "text",
    [
        "The bank lends for Nepal's East-West Highway, its main trade route, from Kanchanpur to Kamala.",
        "Bhutan's East-West Highway is being widened, and lorries are held at Trongsa.",
        "The North-South Motorway passes Adelaide and ends at Old Noarlunga.",
        "The motorway of the North-South Corridor from Torrens to Darlington will carry freight past Adelaide.",
    ],
)
def test_general_words_do_not_speak_for_a_corridor(text):
    assert [m for m in find(text) if m.corridor] == []


def test_a_namesake_of_one_corridor_leaves_the_name_to_the_others():
    names = by_name(bearers(catalogue()))
    assert names["northern corridor", "trans-siberian-railway"] == ("~eurasia-by-direction",)
    assert {rival for _, rival in names} <= {"", *catalogue()}
    assert "~eurasia-by-direction" not in names["northern corridor", ""]
    text = "War between Russia and Ukraine made diesel dear for lorries on the Northern Corridor{}."
    assert [m.corridor for m in find(text.format(" in Kenya"))] == ["northern-corridor-africa"]
    assert [m.corridor for m in find(text.format(""))] == []
