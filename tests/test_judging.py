"""Which corridor a shared name means, and which names mean none."""

from __future__ import annotations

import pytest
from catalogues import PLACES, corridor, name, two

from corridors.mentions import Finder, find
from corridors.model import Kind

KNOWN = two() | {
    "middle": corridor("middle", name("Middle Corridor", Kind.NAME), parties=("KAZ", "AZE"), order=3),
    "viking": corridor("viking", name("Viking Train", Kind.NAME), parties=("LTU", "UKR"), order=4),
}


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder(KNOWN, places=PLACES)


def found(finder: Finder, text: str) -> list[tuple[str, str | None, str]]:
    return [(m.exact, m.corridor, str(m.certainty)) for m in finder.find(text)]


def test_places_decide_paragraph_by_paragraph(finder):
    text = (
        "Kenya widened the Northern Corridor for lorries from Uganda.\n\n"
        "Russian Railways raised tariffs on the Northern Corridor, and Kazakhstan followed."
    )
    assert found(finder, text) == [
        ("Northern Corridor", "african", "certain"),
        ("Northern Corridor", "asian", "certain"),
    ]


def test_other_corridors_nearby_do_not_speak_for_a_shared_name():
    lone = corridor("lone", name("Lone Bay Railway", Kind.NAME), name("Southern Corridor", shared=True), order=5)
    text = "Kazakhstan built the Middle Corridor. It is an alternative route to the traditional Southern Corridor."
    assert found(Finder(KNOWN | {"lone": lone}, places=PLACES), text) == [("Middle Corridor", "middle", "certain")]


def test_surer_names_decide(finder):
    text = "Cargo left the Great Steppe Railway. The Northern Corridor, as it is called too, was full."
    assert found(finder, text)[1] == ("Northern Corridor", "asian", "certain")


def test_name_in_brackets_decides_against_the_rest(finder):
    text = "From Russia and Kazakhstan came freight for the Northern Corridor (Ayport Corridor)."
    assert found(finder, text)[0][:2] == ("Northern Corridor", "african")


def test_undecidable_name_gives_its_candidates(finder):
    (mention,) = finder.find("Cargo on the Northern Corridor grew.")
    assert str(mention.certainty) == "uncertain"
    assert mention.to_dict()["candidates"] == ["african", "asian"]


def test_doubt_follows_what_the_name_means_elsewhere_in_the_text(finder):
    text = (
        "Cargo on the Northern Corridor grew.\n\n"
        + "More. " * 300
        + "\n\nKenya likes the Northern Corridor for lorries."
    )
    assert [key for _, key, _ in found(finder, text)] == ["african", "african"]


@pytest.mark.parametrize(
    "text",
    [
        "Ghana's Northern Corridor was sealed.",
        "The reading room is on the first floor, at the end of the Northern Corridor.",
        "Walk down the middle corridor of the second floor.",
        "The Viking train in the leisure park amuses children.",
        "His book, “Ninety Days in the Northern Corridor”, is about Kenyan lorries.",
        "A northern corridor for cargo would help Kenya.",
    ],
)
def test_names_of_other_things_are_left_alone(finder, text):
    assert found(finder, text) == []


def test_small_letters_mean_something_else_where_the_name_has_capitals(finder):
    text = "Cargo moves on the Middle Corridor in Kazakhstan. Drivers with cargo wait in the middle corridor."
    assert [exact for exact, _, _ in found(finder, text)] == ["Middle Corridor"]


@pytest.mark.parametrize(
    ("text", "abbreviations"),
    [
        ("The Ayport Corridor (AYC) is long. The AYC is also wide.", 2),
        ("Kenyan cargo moves along the AYC.", 1),
        ("The AYC is also wide.", 0),
        ("The Ayport Corridor is long. The opposition party AYC held a congress.", 0),
        ("The Ayport Corridor is long. The Angry Young Clerks (AYC) met.", 0),
        ("The AYC sued. The Angry Young Clerks carry no cargo in Kenya.", 0),
    ],
)
def test_short_abbreviations_need_support(finder, text, abbreviations):
    assert sum(exact == "AYC" for exact, _, _ in found(finder, text)) == abbreviations


def test_row_of_a_table_has_its_own_places(finder):
    text = (
        "Corridor            Port      Country\n"
        "Northern Corridor   Ayport    Kenya\n"
        "Southern Corridor   Elsewhere Brazil, Chile and Peru\n"
        "Western Corridor    Elsewhere Canada, Norway and Japan\n"
    )
    assert [m.corridor for m in finder.find(text)] == ["african"]


def test_clipped_name_needs_transport_or_a_corridor_beside_it():
    grey = {"grey": corridor("grey", name("Grey-Gate", shared=True), name("Grey-Gate corridor"))}
    finder = Finder(grey, places=PLACES)
    assert [m.exact for m in finder.find("Three corridors are meant: Grey-Gate and two more.")] == ["Grey-Gate"]
    assert finder.find("A Grey-Gate picnic.") == []
    assert finder.find("Freight goes by the Grey-Gate canal.") == []


def test_ends_of_a_stretch_beside_a_name_of_its_corridor_are_no_mention(finder):
    found = finder.find("The railway from Ceeford to Deeham is a stretch of the Great Steppe Railway.")
    assert [m.exact for m in found] == ["Great Steppe Railway"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("The Ayport Corridor, from Ayport to Beeville, is old.", "from Ayport to Beeville"),
        ("The Ayport Corridor, a road between Ayport and Beeville, is old.", "road between Ayport and Beeville"),
        ("The Ayport Corridor is a railway linking Ayport with Beeville.", "railway linking Ayport with Beeville"),
    ],
)
def test_ends_of_a_whole_corridor_are_a_mention_beside_its_name(finder, text, ends):
    assert [m.exact for m in finder.find(text)] == ["Ayport Corridor", ends]


def test_clipped_name_with_its_noun_is_as_sure_as_the_listed_name():
    grey = {"grey": corridor("grey", name("Grey-Gate", shared=True), name("Grey-Gate corridor"))}
    found = Finder(grey, places=PLACES).find("The Grey-Gate TEN-T corridor has been drawn anew.")
    assert [m.exact for m in found] == ["Grey-Gate TEN-T corridor"]


def test_ends_in_a_row_of_dashes_beside_a_name_are_no_mention(finder):
    found = finder.find("The Ayport Corridor carries freight (Ayport-Beeville).")
    assert [m.exact for m in found] == ["Ayport Corridor"]


def test_stretch_of_a_corridor_named_nearby_is_no_mention(finder):
    text = "Freight on the Great Steppe Railway doubled.\n\nA road linking Ceeford with Deeham is planned."
    assert [m.exact for m in finder.find(text)] == ["Great Steppe Railway"]
    assert [m.corridor for m in finder.find("A railway linking Ceeford with Eeton is planned.")] == ["asian"]


def test_shared_name_that_nothing_speaks_for_means_no_corridor():
    lone = {"lone": corridor("lone", name("Southern Corridor", shared=True), parties=("KEN",))}
    finder = Finder(lone, places=PLACES)
    assert finder.find("Guys, the Southern Corridor will improve transport for commuters.") == []
    assert [str(m.certainty) for m in finder.find("Kenya’s Southern Corridor carries freight.")] == ["certain"]


def test_two_directions_are_a_name_only_beside_their_corridor_and_without_a_noun():
    pole = {"pole": corridor("pole", name("Pole Transit"), name("North-South", shared=True), parties=("KEN",))}
    finder = Finder(pole, places=PLACES)
    text = "The Pole Transit carries cargo. Kenya wants the North-South to grow. The North-South divide is wide."
    assert [m.exact for m in finder.find(text)] == ["Pole Transit", "North-South"]
    assert finder.find("Kenya wants the North-South to carry cargo.") == []


def test_small_letters_count_where_goods_and_places_stand_by(finder):
    text = "The Northern Corridor is old. Kenya moves freight from Ayport by the northern corridor."
    assert [exact for exact, _, _ in found(finder, text)] == ["Northern Corridor", "northern corridor"]


def test_end_of_a_longer_name_is_no_name_of_common_words():
    east = {"east": corridor("east", name("East Corridor", shared=True), parties=("KEN",))}
    finder = Finder(east, places=PLACES)
    assert [m.exact for m in finder.find("Kenya moves freight by the East Corridor.")] == ["East Corridor"]
    assert finder.find("Kenya moves freight by the Middle East Corridor.") == []
    assert finder.find("Kenya moves freight by the Ghana-East Corridor.") == []


def test_small_letters_of_a_name_without_a_noun_need_its_corridor_or_its_places():
    inner = {"inner": corridor("inner", name("Inner Rail", shared=True), name("Great Inner Rail"), cues=("Ayport",))}
    finder = Finder(inner, places=PLACES)
    assert finder.find("Many countries need inner rail links to their ports.") == []
    text = "Freight fills the Great Inner Rail. The inner rail project takes lorries off the road."
    assert [m.exact for m in finder.find(text)] == ["Great Inner Rail", "inner rail"]


def test_this_points_to_a_corridor_named_before():
    text = "Thailand will build the land bridge project from Ranong to Chumphon. We need this land bridge to grow."
    assert [m.exact for m in find(text) if m.corridor == "thai-land-bridge"][-1] == "land bridge"
    ice = "The Sunda land bridge joined Thailand to Borneo, and over this land bridge tigers wandered south."
    assert find(ice) == []


def test_epithet_in_small_letters_stands_beside_its_corridor():
    neck = {
        "neck": corridor("neck", name("Goose Neck", shared=True), name("Goose Neck corridor"), name("Ayport Strip"))
    }
    finder = Finder(neck, places=PLACES)
    found = finder.find("The goose neck refers to the Ayport Strip, a narrow corridor.")
    assert [m.exact for m in found] == ["goose neck", "Ayport Strip"]
    assert [m.exact for m in finder.find("The Ayport Strip is a corridor. Goose neck soup is served.")] == [
        "Ayport Strip"
    ]


def test_capitals_inside_a_longer_name_say_nothing_of_the_shorter_one():
    three = {"three": corridor("three", name("Kenya-Uganda Trilateral Highway"), name("Trilateral Highway"))}
    text = "Kenya built the Kenya-Uganda Trilateral Highway. The trilateral highway carries freight."
    assert [m.exact for m in Finder(three, places=PLACES).find(text)][1:] == ["trilateral highway"]


def test_long_name_in_small_letters_counts_among_its_places():
    south = {
        "south": corridor("south", name("Southern Economic Corridor", shared=True), parties=("KEN",), cues=("Ayport",))
    }
    finder = Finder(south, places=PLACES)
    text = "They attach importance to the southern economic corridor of Kenya at Ayport."
    assert [m.exact for m in finder.find(text)] == ["southern economic corridor"]
    assert finder.find("They attach importance to the southern economic corridor.") == []


def test_a_doubtful_name_follows_where_the_same_means_something_else():
    title, closing = "The Mediterranean corridor needs care\n\n", "In 2018 Spain made a reserve of it."
    assert find(f"{title}Marine species crowd the Mediterranean corridor, and some count whales. {closing}") == []
    assert len(find(f"{title}Some count wagons. {closing}")) == 1


def test_bodies_are_no_corridors_but_tell_them():
    text = "The Northern Corridor Transit and Coordination Authority met. Kenya hopes for the Northern Corridor."
    assert [m.start for m in find(text)] == [text.rindex("Northern")]


def test_one_country_off_the_line_is_no_objection_among_goods():
    text = "Beim „Mittleren Korridor“ handelt es sich um eine Logistikroute, die Russland umgeht, für den Handel."
    assert [m.corridor for m in find(text)] == ["middle-corridor"]


def test_one_country_in_common_leaves_a_shared_name_open():
    [first, second] = find("The INSTC is open. Next came the Northern Corridor secretariat's ferry, which was late.")
    assert (first.corridor, str(first.certainty)) == ("instc", "certain")
    assert (second.exact, str(second.certainty)) == ("Northern Corridor", "uncertain")
    assert {"trans-siberian-railway", "northern-corridor-africa"} <= set(second.extra["candidates"])


def test_several_countries_in_common_tell_what_a_shared_name_means():
    text = "Delegates praised the Central Corridor in Tanzania. The Northern Corridor, they said, is losing freight."
    [_, northern] = find(text)
    assert (northern.corridor, str(northern.certainty)) == ("northern-corridor-africa", "certain")


@pytest.mark.parametrize("lead", ["CAREC Corridor 2—the", "the Lobito Corridor – the", "Corridor 6a, the"])
def test_a_shared_name_that_explains_another_corridor_is_no_mention(lead):
    text = f"Trucks crossed Azerbaijan on {lead} east-west corridor of the region, past Georgia."
    assert "east-west corridor" not in [m.exact.lower() for m in find(text)]


@pytest.mark.parametrize(
    ("text", "corridor"),
    [
        ("Oil and grain cross Georgia and Azerbaijan on the East-West Corridor.", "middle-corridor"),
        ("Lorries from Da Nang to Laos and Thailand take the East-West Corridor.", "gms-east-west"),
        ("Gujarat and Assam are joined by the four lanes of the East-West Corridor.", "india-east-west-corridor"),
    ],
)
def test_the_east_west_corridor_is_that_of_the_places_around(text, corridor):
    assert [(m.exact, m.corridor) for m in find(text)] == [("East-West Corridor", corridor)]


@pytest.mark.parametrize(
    "text",
    [
        "The container ship Sevmorput left Murmansk. The Sevmorput crew will unload freight in Arkhangelsk.",
        "The “Sevmorput” is the last nuclear-powered cargo ship in the world.",
        "He met the Secretary General of the Intergovernmental Commission TRACECA in Baku.",
        "Swiss president to attend Belt and Road forum in Beijing",
        "Figures come from the Northern Corridor Transport Observatory in Mombasa, Kenya.",
    ],
)
def test_ships_bodies_and_meetings_called_after_a_corridor_are_none(text):
    assert find(text) == []


def test_letters_that_mean_a_corridor_once_by_company_alone_mean_none():
    text = (
        "At a forum in Lusaka the DFC approved a loan. Its threshold was passed, said the DFC board. She came for the "
        "DFC.\n\n“Africa is DFC’s largest portfolio,” she said.\n\nThe DFC loan shifts infrastructure along the Lobito "
        "Corridor towards rail freight."
    )
    assert [m.exact for m in find(text)] == ["Lobito Corridor"]


def test_a_programme_may_call_for_something():
    text = "The Belt and Road Initiative brings prosperity. However, the BRI calls for more recognition and trade."
    assert [m.exact for m in find(text)] == ["Belt and Road Initiative", "BRI"]


def test_countries_along_a_programme_are_no_work_of_art():
    text = "The exhibition shows films and pieces from 13 countries along the Belt and Road, among them China."
    assert [m.exact for m in find(text)] == ["Belt and Road"]


def test_letters_beyond_ascii_need_no_more_than_a_place_of_their_line():
    text = "Тында – признанная столица БАМа. Город помнит, как строили БАМ."
    assert [m.exact for m in find(text)] == ["БАМа", "БАМ"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway’s minister said the Middle Corridor matters to Oslo.",
        "Danish firms doubt that the Middle Corridor will help them.",
    ],
)
def test_a_country_beside_does_not_take_a_name_that_only_one_corridor_has(text):
    assert [m.corridor for m in find(text)] == ["middle-corridor"]


def test_two_countries_beside_do():
    assert find("The Middle Corridor joins Norway, Denmark and Sweden.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Birlik Başkanı Ali Hisarlıoğlu, Orta Koridor'un önemine dikkat çekti.",
        "Der Minister hob den Mittleren Korridor hervor.",
    ],
)
def test_a_name_behind_an_article_of_its_language_stands_by_itself(text):
    assert [m.corridor for m in find(text)] == ["middle-corridor"]


def test_a_country_off_the_corridors_of_a_shared_name_owns_another():
    kenya = "Kenya and Uganda send freight down the Northern Corridor from Mombasa. "
    assert [m.exact for m in find(kenya + "Utah's Northern Corridor cuts a reserve.")] == ["Northern Corridor"]
    assert len(find(kenya + "Uganda's Northern Corridor lorries wait.")) == 2
    ore = "The Maputo Development Corridor (MDC) carries ore. "
    assert len(find(ore + "Zimbabwe's MDC lost.")) == 2
    assert len(find(ore + "Mozambique's MDC moves freight.")) == 3


def test_titles_of_albums_need_no_quotation_marks():
    assert find("The band's albums are Ice Road, Northern Sea Route and Kara; its songs are sung in Sami.") == []
    assert find("The band sang songs on a film about the Northern Sea Route for an album.")
    assert find("The film crew sailed via Northern Sea Route; its album of songs won.")


def test_marks_around_a_name_in_small_letters_make_no_title():
    text = "The Siliguri Corridor joins Assam to Bengal and is often called “the chicken’s neck” in the press."
    assert [m.exact for m in find(text)] == ["Siliguri Corridor", "chicken’s neck"]


def test_an_epithet_that_is_counted_is_somebody_elses():
    text = "The Siliguri Corridor is narrow. Bangladesh’s first “Chicken Neck” lies north of Dhaka."
    assert [m.exact for m in find(text)] == ["Siliguri Corridor"]


def test_a_name_in_small_letters_is_that_in_capitals_where_goods_and_places_speak_for_it():
    text = (
        "Ministers of the Central Corridor met in Kigali, Rwanda. The chair from Burundi spoke first.\n\n"
        "Rail, road and freight costs on the central corridor must fall, transport officials agreed."
    )
    assert [m.exact for m in find(text)] == ["Central Corridor", "central corridor"]
    assert [m.exact for m in find(text.replace("Rail, road and freight costs", "Talks"))][1:] == ["central corridor"]
    text = "Ministers met on the Central Corridor. Much later, doors opened on the central corridor of the hall."
    assert [m.exact for m in find(text)][1:] == []


def test_a_rare_adjective_tells_a_name_whatever_countries_stand_near():
    text = "Участок Срединного коридора через Таджикистан, Киргизию, Узбекистан и Туркмению почти не загружен."
    assert [m.corridor for m in find(text)] == ["middle-corridor"]


def test_the_northern_way_of_german_is_that_by_sea_alone():
    land = "Der Mittlere Korridor entlastet die Nordroute durch Russland, sagen Spediteure in Kasachstan."
    assert [m.corridor for m in find(land)] == ["middle-corridor"]
    sea = "Im Eis der Arktis spart die Nordostpassage Treibstoff; die Nordroute an der Barentssee ist kürzer."
    assert [m.corridor for m in find(sea)] == ["northeast-passage", "northeast-passage"]


def test_a_programme_of_africa_speaks_for_its_corridors():
    text = "PIDA lists road and rail projects: LAPSSET, the North-South Multimodal Corridor and the Central Corridor."
    assert [m.corridor for m in find(text)] == ["lapsset", "north-south-corridor-africa", "central-corridor-africa"]
    assert find("The city lists road projects: the ring and the Central Corridor.") == []


def test_the_northern_way_beside_the_middle_one_is_not_that_of_africa():
    text = "Le corridor médian soulage le corridor Nord, dit un affréteur."
    assert [m.corridor for m in find(text)] == ["middle-corridor"]


def test_an_epithet_far_from_its_corridor_takes_the_places_of_its_sentence():
    far = "Ministers argued about tea prices for most of the afternoon. " * 12
    text = f"The Siliguri Corridor is narrow. {far}\n\nTo the north of India’s chicken neck lies Bhutan."
    assert [m.exact for m in find(text)] == ["Siliguri Corridor", "chicken neck"]
    assert [m.exact for m in find(f"The Siliguri Corridor is narrow. {far}\n\nShe wrung a chicken neck, fast.")] == [
        "Siliguri Corridor"
    ]
