"""Names of corridors that works, firms, teams and events bear, beside the same corridors meant as such."""

from __future__ import annotations

import pytest

from corridors.mentions import find


def found(text: str) -> list[str | None]:
    return [m.corridor for m in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Northwest Passage by Lena Holm is a slim first collection of poems.",
        "Her Reviews > Northwest Passage\n\nNorthwest Passage by Lena Holm\n\nI liked this novel more than I hoped.",
        "The firm sells its “In the Wake of the Northwest Passage” cruise for 20,000 euros.",
        "The line offers “Northwest Passage—Ice and Whales,” a three-week cruise for the rich.",
        "The museum keeps its “Voices of the Trans-Siberian Railway” exhibition until Sunday.",
        "Episode 14, “Lost in the Northwest Passage”, was shown on Sunday.",
        "“Cape Route”, oil on canvas, was sold for 900 euros.",
        "LAPSSET was the name of the racehorse that won on Sunday.",
        "Polar Silk Road is the working title of a thriller about a stolen icebreaker.",
        "Tickets for “Belt and Road: The Musical” are on sale.",
        "Two coasters called “Middle Corridor” are laid up.",
        "The support comes from Polar Silk Road, whose drummer broke a wrist.",
        "Operation Northern Corridor freed three villages near Goma.",
        "What makes Trans-Siberian so gripping is the detective of the film.",
        "I filmed my father singing the Northwest Passage at the fair.",
        "Buses stop at the Tazara junction from eight.",
        "The museum’s flat at IMEC, says TSMC, has chips and a cleanroom.",
        "He made his trans-Siberian flight in a small Antonov, and later a trans-Siberian bicycle tour.",
    ],
)
def test_works_ships_and_operations(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "THE MIDDLE CORRIDOR BULLETIN\n\nIssue 14, spring 2024",
        "L’Organisation du Corridor Abidjan-Lagos a réuni les ministres.",
        "La Organización del Corredor Bioceánico convocó a los alcaldes.",
        "The Maputo Corridor half marathon starts at six.",
        "The Eastern DFC cricket team won the cup.",
        "Le groupe Transsibérien joue ce soir.",
        "Kino Via Baltica pokazuje „Rejs”. Viešbutis „Via Baltica“ turi 30 kambarių.",
        "The sanatorium Transsib has mud baths.",
        "The album of the year is “Middle Corridor” by a pianist from Tbilisi: nine songs and no drums.",
        "Review: Trans-Siberian ★★★☆☆",
        "The CPEC cup of the chess club was renamed.",
        "Airbus says the Polar Silk Road of the skies is shut.",
        "The start-up Northeast Passage, of Oulu, makes software.",
        "Her dog is called Rhine-Danube.",
        "The Northern Corridor Efficiency Awards dinner is on Friday.",
        "A Polar Silk Road scarf costs 80 euros.",
        "Airlines call them Northern Sea Route flights.",
        "Police closed TAZARA flyover and a TAZARA bus stop.",
        "Президент выступил на форуме «Один пояс, один путь».",
        "第二届“一带一路”国际合作高峰论坛开幕。",
        "افتتح الوزير منتدى الحزام والطريق صباح اليوم.",
        "Le Forum de la Ceinture et la Route s’ouvre lundi.",
        "Die Gesellschaft der Neuen Seidenstraße hat einen Vorstand.",
        "Kongres Via Carpatia otworzył minister.",
        "The NWP Expedition left Baffin Island in July.",
        "The Middle Corridor Multimodal JV has a director.",
        "На фестивале «Транссиб» выступят скрипач и оркестр.",
    ],
)
def test_papers_bodies_and_teams(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "corridor"),
    [
        ("The first transit of the Northwest Passage by Roald Amundsen took three years.", "northwest-passage"),
        ("The report “Freight on the Northern Sea Route” was published by the port.", "northern-sea-route"),
        ("They joined the trans-Siberian from Vladivostok at Khabarovsk.", "trans-siberian-railway"),
        ("The film crew took the Trans-Siberian Railway to Irkutsk.", "trans-siberian-railway"),
        ("Vessel operations on the Northern Sea Route ended in November.", "northern-sea-route"),
        ("The organisation says the Abidjan-Lagos Corridor carries most goods of the coast.", "abidjan-lagos-corridor"),
        ("Four friends rowed the entire Northwest Passage, sleeping ashore.", "northwest-passage"),
        ("A film about the Trans-Siberian won a prize at the festival.", "trans-siberian-railway"),
        ("Il treno della Transiberiana parte da Mosca per Vladivostok.", "trans-siberian-railway"),
        ("The singer phoned. “Middle Corridor trains carry freight again,” her brother said.", "middle-corridor"),
        ("Viešbutis „Via Baltica“ turi 30 kambarių. Vilkikai stovi prie Via Baltica kelio.", "via-baltica"),
        ("Northwest Passage cruises cost 20,000 dollars.", "northwest-passage"),
        ("Kongres otworzył minister. Trasa Via Carpatia ma 700 km.", "via-carpatia"),
        ("Eine Ausstellung zeigt die „Transsib“ von Moskau bis Wladiwostok.", "trans-siberian-railway"),
        ("The Maputo Corridor toll road was closed to lorries.", "maputo-corridor"),
    ],
)
def test_corridors_that_are_meant(text, corridor):
    assert found(text) == [corridor]


def test_a_novel_takes_nothing_from_the_railway_that_the_next_sentence_places():
    text = "Le roman Transsibérien se lit d’une traite. Le Transsibérien part de Moscou et va à Vladivostok."
    assert [(m.corridor, m.start > 30) for m in find(text)] == [("trans-siberian-railway", True)]


def test_a_russian_ship_in_quotation_marks_in_talk_of_its_kind_is_no_way():
    ship = "На верфи заложили лихтеровоз. «Севморпуть» принял флаг через четыре года."
    assert found(ship) == []
    assert found("Атомоход ведёт суда с грузом по «Севморпути» до Певека.") == ["northern-sea-route"]


def test_an_institute_of_the_same_letters_beside_a_country_of_the_corridor():
    lab = "The firm signed a memorandum with IMEC on packaging. Engineers at the fab in India will test the chips."
    assert found(lab) == []
    assert found("IMEC needs a railway from Jebel Ali to Haifa, ministers of India and Greece said.") == ["imec"]


def test_two_ends_of_an_industrial_corridor_are_no_route_where_the_text_says_so():
    assert find("What is the Delhi-Mumbai Corridor? You mean the Delhi-Mumbai Industrial Corridor.") == []
    assert len(find("Trucks use the Delhi-Mumbai corridor for cargo.")) == 1


def test_railways_that_cross_the_ways_of_animals():
    told = "Elephant corridors are narrow.\n\nThe Bangalore-Chennai railway lines trouble the elephants of the reserve."
    assert find(told) == []
    assert len(find("The Bangalore-Chennai railway carries freight.")) == 1
