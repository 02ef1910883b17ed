"""Names that give way to the words around them."""

from __future__ import annotations

import pytest

from corridors.mentions import find


def found(text: str) -> list[str | None]:
    return [m.corridor for m in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Tazara Express were held to a goalless draw at Nkana Stadium, while Tazara Rangers lost in the league.",
        "The Trans-Siberian Orchestra came. The Trans-Siberian crowd ranged from toddlers to grandparents.",
        "The tape she plays on the tour bus is Stan Rogers’s “Northwest Passage.”",
        "The owner of the Northern Corridor gym was fined. The Middle Corridor (the band from Kars) tours again.",
        "坦赞铁路局局长李文斌到访。",
        "The Lobito Corridor Champions beat them at cricket.",
        "Ethio-Djibouti Railway S.C. has named a director.",
        "On Sunday The Middle Corridor play at the old port.",
        "Tonight’s headliners: The Northwest Passage\n\nOn Sunday The Northwest Passage are at the quay to load ships.",
        "Nacala Corridor Logistics board chairperson Renato Torres hopes for more.",
    ],
)
def test_sides_bands_songs_and_firms(text):
    assert find(text) == []


def test_the_same_names_among_goods_are_corridors():
    assert [m.corridor for m in find("Tazara carries copper for Zambia to Dar es Salaam.")] == ["tazara"]
    assert [m.corridor for m in find("Ships loaded ore and crossed Canada’s “Northwest Passage”.")] == [
        "northwest-passage"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A polar route is an aircraft route over the ice. The polar route served great circle flights from Siberia to "
        "Alaska, and the aviator Levin flew the polar route in 1936.",
        "The Red Sea route of the airline carries pilgrims; its flights to Jeddah leave the airport thrice a day.",
    ],
)
def test_routes_of_airlines(text):
    assert find(text) == []


def test_a_route_beside_a_corridor_is_none_of_airlines_in_talk_of_flights_as_well():
    text = (
        "“We spoke about the International North-South Transport Corridor and the polar route. Civil aviation came up: "
        "airlines have more flights to Moscow,” the minister said."
    )
    assert [m.corridor for m in find(text)] == ["instc", "northern-sea-route"]


def test_ships_beside_aircraft_keep_their_route():
    text = "Aircraft from the airport of Pevek watch the ice. Icebreakers lead ships by the Polar Route past Siberia."
    assert [m.corridor for m in find(text)] == ["northern-sea-route"]


@pytest.mark.parametrize(
    "text",
    [
        "Rent the movie Transsiberian. It came from China.\n\nTranssiberian website: here.",
        "Transsiberian stars Woody Harrelson as a man on his way home.",
        "Stan Rogers wrote Northwest Passage in 1981.",
        "The vodka Trans-Siberian comes from Poland.",
        "The maritime Silk Road of the Tang dynasty brought Arab ships to Guangzhou.",
    ],
)
def test_works_drinks_and_ages_past(text):
    assert find(text) == []


def test_a_programme_of_today_may_speak_of_ages_past():
    text = "China compares the 21st Century Maritime Silk Road, an initiative of 2013, with ancient ways."
    assert [m.corridor for m in find(text)] == ["maritime-silk-road"]


def test_stones_and_zones_that_bear_a_name():
    text = (
        "The Lapis Lazuli corridor was opened by Turkmenistan and Afghanistan. It bears the name of an old way by "
        "which Afghanistan's lapis lazuli and other semiprecious stones went out."
    )
    assert [m.exact for m in find(text)] == ["Lapis Lazuli corridor"]
    text = (
        "Thailand wants a land bridge with ports in Chumphon and Ranong. The land bridge project belongs to the "
        "Southern Economic Corridor of southern Thailand."
    )
    assert "gms-southern" not in {m.corridor for m in find(text)}


@pytest.mark.parametrize(
    ("text", "corridor"),
    [
        ("Conservationists warn that the Lobito Corridor will cut through elephant habitat.", "lobito-corridor"),
        ("The photographer's exhibition shows people along the Pan-American Highway.", "pan-american-highway"),
        ("His new film follows a driver on the Trans-Siberian Railway.", "trans-siberian-railway"),
        ("Tourists love the Trans-Siberian: six days and eight time zones.", "trans-siberian-railway"),
    ],
)
def test_a_whole_name_behind_its_article_is_one_whatever_is_said_of_it(text, corridor):
    assert [m.corridor for m in find(text)] == [corridor]


def test_a_broadcaster_bears_the_name_of_a_road():
    assert find("Panamericana Televisión transmite el partido.") == []


def test_a_name_in_quotation_marks_among_songs_is_a_title():
    text = "Sing it like an anthem. Their first pick among songs was Stan Rogers, “Northwest Passage”, of course."
    assert find(text) == []
    assert [m.exact for m in find(f"{text} The Northwest Passage itself is a sea route.")] == ["Northwest Passage"]


def test_what_a_corridor_is_called_makes_no_work_of_it():
    text = "The Lobito Corridor, which its critics refuse to call by that name, will open in 2026."
    assert [m.exact for m in find(text)] == ["Lobito Corridor"]
    assert find("The Lobito Corridor, an album by that name, is out.") == []
    assert find("LAPSSET FM plays songs in Lamu.") == []


@pytest.mark.parametrize("text", ["Italy quits Belt and Road.", "Brazil declines to join Belt and Road, an aide said."])
def test_a_programme_needs_no_article(text):
    assert [m.exact for m in find(text)] == ["Belt and Road"]


def test_a_route_among_the_routes_of_another_corridor():
    text = (
        "The North-South corridor has a western route by Astara, an eastern route by rail and the Trans-Caspian route."
    )
    assert [m.corridor for m in find(text)] == ["instc"]
    text = "Cargo on the Trans-Caspian route grew, unlike that on the northern route or the North-South corridor."
    assert [m.corridor for m in find(text)] == ["middle-corridor", "instc"]


def test_routes_of_smugglers_and_of_people_who_flee():
    route = "The Western Balkans route saw fewer {}, the police said."
    assert found(route.format("migrants")) == []
    assert found(route.format("lorries with fruit")) == ["ten-t-western-balkans-eastern-mediterranean"]
    assert found("Smugglers used the Western Balkans route, and customs officers at the port found heroin in freight.")


def test_a_voyage_bears_the_name_of_its_passage():
    assert found("The Northwest Passage Expedition of 2031 trains teachers.") == []
    assert found("Sealift through the Northwest Passage, an expedition for teachers, is dear.") == ["northwest-passage"]


def test_titles_behind_what_bears_them():
    assert found("Her book “Northern Sea Route” sold well. The podcast Middle Corridor is about freight.") == []
    assert found("Book a berth: “the Northern Sea Route is open”.") == ["northern-sea-route"]


@pytest.mark.parametrize(
    "text",
    [
        "Polar Silk Road is a jazz trio from Oslo.",
        "Passage du Nord-Ouest est une salle de spectacle.",
        "Das Ensemble „Neue Seidenstraße“ spielt Bach.",
        "В Музее истории БАМа выставили лопаты.",
        "كأس الحزام والطريق لكرة القدم انطلقت في بكين.",
        "Лихтеровоз «Севморпуть» ждал. Вечером «Севморпуть» взял груз.",
        "Guests waited at the Tanzania Zambia Railway (TAZARA) Station.",
    ],
)
def test_works_halls_and_ships_in_other_words(text):
    assert found(text) == []


def test_what_a_way_does_and_is_speaks_for_it():
    assert found("Archaeologists dug up a cemetery where Rail Baltica will cross a wood of storks.") == ["rail-baltica"]
    assert found("Hikers and butterflies fear Via Carpatia, a motorway for lorries and tourists.") == ["via-carpatia"]
    assert found("Hikers love Via Carpatia, a club for tourists.") == []
    assert found("В порт вошёл лихтеровоз «Севморпуть», грузы на Севморпути растут.") == ["northern-sea-route"]


@pytest.mark.parametrize(
    "text",
    [
        "Cargo airlines shun Russian airspace and the trans-Siberian route, flying over Kazakhstan instead.",
        "The Lapis Lazuli mines of Badakhshan in Afghanistan pay the tax of the road.",
        "The Cape Route 62 winds from Cape Town to Port Elizabeth past vineyards.",
        "Via Carpatia Cycling Team rode from Lublin to Rzeszów and on.",
    ],
)
def test_air_routes_of_freighters_mines_and_numbered_roads(text):
    assert not find(text)


def test_freight_by_rail_is_not_flown():
    text = "Airlines complain, but trains carry freight on the trans-Siberian route from Vladivostok."
    assert [m.corridor for m in find(text)] == ["trans-siberian-railway"]


@pytest.mark.parametrize(
    "text",
    [
        "Trains stop for the TRACECA football cup in Batumi.",
        "Anglers like the Viking Route hiking trail on Öland.",
        "Lorry drivers met at the Northern Sea Route taproom.",
        "The Trans-Siberian Railway board game is sold in Perm.",
        "Vineyards line the Cape Route 62 and farms beside it.",
        "Schools asked for a development road map by May.",
        "Rangers fenced the Northern Corridor of the Laikipia ecosystem, and 30 elephants passed.",
        "Guests of the metro took the North–South Corridor to the zoo.",
        "Under the Ashgabat Agreement of 1998 the truce was to last.",
        "Uncle Bo’s firm sells Rhine-Danube itineraries.",
        "IMEC, a Danish fashion brand, opened its tenth shop.",
        "博物馆举办“海上丝绸之路”瓷器特展。",
        "Музей в Казани показал Великий шелковый путь в древности.",
        "Landbridge Group leases docks in Darwin. Landbridge said its port moves 2,000 containers.",
        "Emirates said it would fly more of its Panama routes.",
    ],
)
def test_things_of_towns_parks_and_shops_are_no_ways(text):
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Northern Corridor bars heavy lorries on Sundays; Kenya and Uganda agreed.", ["Northern Corridor"]),
        ("Elephants hold up lorries of cargo on the Northern Corridor near Voi in Kenya.", ["Northern Corridor"]),
        ("Ships took the Northern Sea Route 40 times and the Suez route 10 to 12 days longer.",
         ["Northern Sea Route", "Suez route"]),
        ("Oman joined the Ashgabat Agreement on transit.", ["Ashgabat Agreement"]),
        ("The Middle Corridor is the foundation of trade between Baku and Aktau.", ["Middle Corridor"]),
    ],
)  # fmt: skip
def test_the_same_words_beside_ways_are_no_objection(text, names):
    assert [m.exact for m in find(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "The Trans-Siberian Railway Simulator is on sale.",
        "Airlines may not fly Polar Route 1 to 4, said the pilots.",
        "Pilgrims walk the Via Baltica with a rucksack to Osnabrück.",
        "Archaeologists followed the lapis lazuli trade route from Badakhshan to Ur.",
        "Toll is dear on the North-South Highway from Kingston to Ocho Rios.",
        "The new Land Bridge in Houston’s Memorial Park carries prairie over lorries.",
        "Transsib, ein Musical, kommt nach Köln.",
        "Мэр открыл сквер «Северный морской путь».",
    ],
)
def test_simulators_pilgrims_and_green_bridges_are_no_ways(text):
    assert not find(text)


def test_a_trip_on_a_railway_is_one_of_its_own_in_talk_of_films():
    text = "The cinema shows the thriller Transsiberian. A teacher has slides of a trip on the Trans-Siberian Railway."
    assert [m.exact for m in find(text)] == ["Trans-Siberian Railway"]


def test_the_new_silk_road_of_the_united_states_is_not_that_of_china():
    text = (
        "The United States promotes a “New Silk Road” that would link Afghanistan with Central Asia by road and rail."
    )
    assert not find(text)
    for own in (
        "Along the New Silk Road, trains run to Duisburg.",
        "The New Silk Road worries Washington; Chinese trains run.",
    ):
        assert [m.corridor for m in find(own)] == ["belt-and-road"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Lobito Corridor Trust feeds wolves.", []),
        ("Writers read at the Via Carpatia literary festival.", []),
        ("Our old boat, Northwest Passage, needs paint.", []),
        ("The Lagos–Abidjan food festival begins by the highway.", []),
        ("Lorries took the Lapis Lazuli corridor. A bride wore lapis lazuli.", ["Lapis Lazuli corridor"]),
        ("The Siliguri Corridor is narrow. “Chicken neck!” cried the butcher.", ["Siliguri Corridor"]),
        ("Lapis Lazuli is a fictional character.", []),
    ],
)
def test_trusts_boats_stones_and_butchers_meat(text, names):
    assert [m.exact for m in find(text)] == names
