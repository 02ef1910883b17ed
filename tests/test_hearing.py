"""Whom the attributions around a mention mean: persons led back from offices, pronouns and short names."""

from __future__ import annotations

import pytest

from corridors.mentions import find
from corridors.quotes import Reader

ASSEMBLY = "Minister Bo Dahl spoke in the National Assembly, in answer to MP Ann Lee, who had asked about the NSR."
RIGHT = "Regarding the NSR, Ann Lee said Oslo began it, it is their right to begin what they consider legal."
DELHI = "New Delhi, Dec 12 (PTI) Nothing is done, Minister Ann Lee has informed us.\n\nThe NSR is open, he said."
NARROW = """Much is done here on this line.
According to Annabella Lee,
Director of the Oslo Line Company
Limited, they are at work here now.
He said the NSR is open to all of
them and to the others."""
AZERBAIJAN = "the president of Azerbaijan"
LONG = "Ann Lee"
STATEMENT = "India and Russia’s joint statement"
TOGETHER, PREMIER = "Ann Lee and Bo Dahl", "The Prime Minister"
SECRETARY = (
    "The Secretary of Norway’s Maritime Council, Ann Lee, and Bo Dahl, Denmark’s Minister for Ports, stressed the need."
)
MEMBER = (
    "An MP of the coalition partner United Coast (UC) Party has urged the cabinet to go on with the NSR.\n\n"
    "Ann Lee, who sits for Bergen, told a sitting on Friday that she was worried."
)
BOTH = "South Korea’s President Ann Lee met North Korean President Bo Dahl. "


def heard(text: str, word: str = "NSR") -> tuple[str | None, bool]:
    start = text.index(word)
    reading = Reader(text).read(start, start + len(word))
    return reading.speaker, reading.direct


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # an office of another country is not led to somebody
        ("US President Ann Lee met Bo Dahl. The Kenyan president said the NSR is open.", "The Kenyan president"),
        (BOTH + "The South Korean president said the NSR is open.", "Ann Lee"),
        (BOTH + "The North Korean president said the NSR is open.", "Bo Dahl"),
        ("US President Ann Lee came. Lee spoke. The North American president said the NSR is open.", "Ann Lee"),
        # a country holds no office
        ("Great Britain hopes so, the Kenyan envoy said. He noted that the NSR is open.", "the Kenyan envoy"),
        ("Oslo waits.\n\nThe Kenyan envoy called the NSR long.\n\nNorway said no.", "The Kenyan envoy"),
        # forms of address between an office and its holder
        ("The prime minister, Shri Bo Dahl, met minister Lee.\n\nThe prime minister said the NSR is open.", "Bo Dahl"),
        # an official who is named in the next paragraph
        ("The NSR is open, Oslo’s top official for ships said.\n\n“It is,” Ports Minister Bo Dahl said.", "Bo Dahl"),
        ("Ships return to the NSR, an analyst says.\n\n“They do,” said Bo Dahl, executive of Nordline.", "Bo Dahl"),
        ("The NSR is ours, said the director of the Nordic Institute.\n\nVice Admiral Bo Dahl told us so.", "Bo Dahl"),
        ("Norwegian President: “The NSR is ours”\n\nNorwegian President Bo Dahl said so.", "Bo Dahl"),
        # who passes on what a document says
        ("According to the Ministry of Ports, the declaration underscores the NSR.", "Ministry of Ports"),
        ("“The NSR is ours,” said the head of the Northern Route association (NRA) Bo Dahl, we hear.", "Bo Dahl"),
        ("Harbour leaders want it.\n\nResidents must gain, they said, from the NSR.", "Harbour leaders"),
        # what a corridor does is not said
        ("It was told that the TSR envisages a way to the NSR.", None),
        # several persons
        ("A group of harbour experts voiced alarm.\n\nThey urged Oslo to open the NSR.", "A group of harbour experts"),
        # who stands right before ", who" speaks
        (ASSEMBLY, "Ann Lee"),
        # surnames with particles
        ("“It is long,” van de Camp told us.\n\nThe MEP said that the NSR is open.", "van de Camp"),
        # what is no verb of saying
        ("Armenia goes on delaying the NSR, Minister Ann Lee said in Kars.", "Ann Lee"),
        ("Lee said in a social media post that Dahl’s remark “underscores the NSR as an idea”.", "Lee"),
        ("The governments have not always been informed about the NSR, Ann Lee said.", "Ann Lee"),
        # occasions
        ("Minister Ann Lee came. Speaking about the NSR, the minister said that it is open.", "Ann Lee"),
        (RIGHT, "Ann Lee"),
        ("Ann Lee also dwelt on the NSR: it is open.", "Ann Lee"),
        ("As for the “NSR,” the Kenyan diplomat Ann Lee recalled that officials have said it is open.", "Ann Lee"),
        # whose words the next paragraph opens with
        (
            "It is open, an official says\n\nThe NSR opened in May, according to the Danish trade minister.\n\n"
            "Bo Dahl’s remarks came in Oslo, where he met the transport minister, Ann Lee.",
            "Bo Dahl",
        ),
        # who signs an article is not the minister in it
        (
            "Ships at sea\n\nNord Magazine\n\nThe NSR is open, said the Danish trade minister.\n\n"
            "Minister Bo Dahl made the remarks in Oslo. “It is long,” said Dahl.",
            "Bo Dahl",
        ),
        # "a government minister" has every office
        (
            "The NSR is open, a Danish government minister has said.\n\nPorts Minister Bo Dahl said it is long.",
            "Bo Dahl",
        ),
        # a country holds no office of another
        ("Britain called for a ban. According to the Brazilian envoy, the NSR is open.", "the Brazilian envoy"),
        # a time zone is no prime minister
        ("Oslo | May 21 4:55:49 PM IST\nPrime Minister Bo Dahl spoke. The Danish PM said the NSR is open.", "Bo Dahl"),
        # whose words others stand in
        ("Ann Lee corrected it, reminding that according to the declaration, there is an NSR.", "Ann Lee"),
        ("India and Russia’s joint statement after the 23rd Oslo Summit said the NSR is open.", STATEMENT),
        ("Ann Lee spoke for Bo Dahl.\n\nDahl’s words: “It is open.”\n\n“And the NSR is long,” he added.", "Bo Dahl"),
        # names behind what they are
        ("The NSR is open, according to Iranian transit official Ann Lee.", "Ann Lee"),
        ("The NSR is open, said the coordinator of the Partnership (PGI) at the State Department, Ann Lee.", "Ann Lee"),
        ("Minister for Ports and Affairs Professor Ann Lee came.\n\nThe minister noted the NSR.", "Ann Lee"),
        ("The NSR is open, Director General of the InfraNews agency Ann Lee told us.", "Ann Lee"),
        ("The NSR is open. This was stated by a spokesperson of Chinese Foreign Ministry Ann Lee.", "Ann Lee"),
        ("The NSR will be finished next year said Prime Minister Ann Lee.", "Ann Lee"),
        ("The Bulgarian D’Abreu came.\n\nMr Barry D'Abreu said no. The NSR is open, D’Abreu said.", "Barry D'Abreu"),
        ("Minister of Transport Anna Maria Lee said the NSR is open.", "Anna Maria Lee"),
        ("Moscow expects the NSR to open soon, Minister Ann Lee said.", "Ann Lee"),
        ("The UN Council will meet, the Oslo Ministry reported.\n\n“The NSR is open,” it said.", "Oslo Ministry"),
        ("Ann Lee was quoted in the report saying that the NSR is open.", "Ann Lee"),
        ("It spoke.\n\nAnn Lee of the Oslo People’s Party (OPP) said the NSR is open.", "Ann Lee"),
        ("The NSR will be long, said Minister of Foreign Affairs of Kenya Ann Lee during the Forum of the Oslo", LONG),
        ("S.Lee: the NSR is good for the region and for its many peoples", "S.Lee"),
        ("Answering MP Bo Dahl, the minister said the NSR is open. Minister Ann Lee smiled.", "Ann Lee"),
        ("“We must,” said Bo Dahl.\n\n“We hope that the NSR opens, “said Ann Lee, head of the port.", "Ann Lee"),
        ("Scholz lobte alle Wege Deutschlands.\n\n„Die NSR ist lang und sie ist gut“, sagte Scholz.", "Scholz"),
        ("Secretary General of the Oslo Commission Ann Lee came.\n\nThe secretary-general noted the NSR.", "Ann Lee"),
        ("After talks with the states concerned, the Commission named those for the NSR.", None),
        ("The Oslo railway, often referred to as the NSR, is long.", None),
        ("The NSR as it is today and tomorrow: A New Route", None),
        ("Russia works on the NSR well - official\n\nBAKU, Azerbaijan, May 18. It works, said PM Ann Lee.", "Ann Lee"),
        # whom a heading or the first sentence only calls by the office
        ("MEP: the NSR is good\n\n“It is long,” Ann Lee told us.", "Ann Lee"),
        ("The NSR is safe, an official said on Monday.\n\nAnn Lee, the head of the port, said it is good.", "Ann Lee"),
        ("US Secretary Hails Angola’s Progress in Building NSR", "US Secretary"),
        # occasions, deeds of countries and sources in front of who speaks
        ("Speaking at the summit on the NSR, Minister Ann Lee said that it is open.", None),
        ("The NSR that Japan and India had envisioned is open.", None),
        ("Citing the Port of Lamu and the NSR, the minister Ann Lee noted ice.", "Ann Lee"),
        ("After the talks in Brussels, the president of Azerbaijan once again spoke about the NSR.", AZERBAIJAN),
        ("Minister Ann Lee noted that Article 4 of the document states that the NSR is open.", "Ann Lee"),
        # a document on a corridor speaks, and what it is on is not said by it
        ("A bank report on the Grey Corridor finds that the NSR is long.", "A bank report on the Grey Corridor"),
        ("According to a study of the NSR, it is long.", None),
        # whose claim it is
        ("The board rejects Minister Ann Lee’s claim that the NSR is “closed”.", "Ann Lee"),
        ("The NSR is open, contrary to Lee's claim that it is not.", None),
        # letters are nobody who is called "he", who may be named further on
        ("Ann Lee said no and that states around the OECD agree.\n\nThe NSR is long, she said.", "Ann Lee"),
        ("He said the NSR is long.\n\nIt is cold.\n\n“It is,” Ann Lee said.", "Ann Lee"),
        # those who spoke or were named together
        ("Minister Ann Lee received her guest, Minister Bo Dahl. Both ministers said the NSR is open.", TOGETHER),
        (SECRETARY + "\n\nBoth officials pointed to the NSR as a way out.", TOGETHER),
        ("Minister Ann Lee met Minister Bo Dahl. The two sides said the NSR is open.", "The two sides"),
        # an office at the opening, whose holder is named behind
        ("The NSR may be a bridge, Oslo's roads minister said on Friday.\n\nAnn Lee called for trains.", "Ann Lee"),
        (MEMBER, "Ann Lee"),
        ("The NSR is open, the port’s chairman said. Ann Lee told us in Oslo that ships come.", "Ann Lee"),
        ("The NSR is open, the port’s chairman said. Minister Ann Lee said that ships come.", "port’s chairman"),
        ("Rail Baltica needs the NSR, the transport minister said on Monday.", "the transport minister"),
        ("The NSR is open, the deputy head of Iran’s Ports Board said.", "the deputy head of Iran’s Ports Board"),
        ("“The NSR cuts through,” biologist Ann Lee of the NGO Arctic Wildlife warned.", "Ann Lee"),
        ("The NSR is open, Bo Dahl, director general of Russia’s Atomic Energy Corporation Rosatom, said.", "Bo Dahl"),
        ("The NSR is open, its chief executive said on Friday. “It is,” Ann Lee told us.", "Ann Lee"),
        ("Ann Lee, 56, from Oslo fears the NSR will take her job.", "Ann Lee"),
        ("MARITIME NEWS\nNorlines’ convoy sails\n\nThe NSR is open, Norlines said.", "Norlines"),
        ("Bank analysts led by Ann Lee expect that the NSR will be open.", "Bank analysts led by Ann Lee"),
        ("The port was discussed, with Oslo Lines (OL) CEO Ann Lee telling us the NSR was a gift.", "Ann Lee"),
        ("The NSR was discussed, with Oslo Lines CEO Ann Lee telling us it was a gift.", None),
        ("In Oslo, residents carried a banner with the words: “The NSR is not for us”.", "residents"),
        ("Their report, seen by the Oslo Weekly, says the Grey Corridor “needs the NSR”.", "Their report"),
        ("From a statement by the embassy in Oslo: “The NSR is not for sale, and will not be.”", "the embassy in Oslo"),
        ("The NSR is too dear, the auditors found.", "the auditors"),
        ("The NSR is long and a ship was found.", None),
        ("The port’s board confirmed it, adding that Oslo regards the NSR as a gift.", "port’s board"),
        # plurals of nouns that look like verbs
        ("The Ministry of Ports has denied media reports that the NSR is closed.", "Ministry of Ports"),
        ("The Ministry of Ports rejected claims that the NSR is closed.", "Ministry of Ports"),
        # a heading that begins with an office makes no transcript
        ("Ports Commissioner: no ban on ships\n\nThe NSR is open, Commissioner Ann Lee told us.", "Ann Lee"),
        # offices by their letters
        ("The Chief Minister of Assam, Ann Lee, came.\n\nThe CM said that the NSR is open.", "Ann Lee"),
        ("B.K. Dahl, MD of NORTRAIN, called the NSR a gift.", "B.K. Dahl"),
        ("Mayor Ann Lee came. Cllr Lee said the NSR is open.", "Ann Lee"),
        # "he" is who made the remarks
        ("It grows.\n\nThe remarks were made by Minister Ann Lee at a forum.\n\nThe NSR is long, she said.", LONG),
        ("The NSR is open. The remarks were made by Minister Ann Lee at a forum in Oslo.", LONG),
        # an office is not one of many who asked
        ("“Is it?” one of the Turkish reporters asked.\n\nThe Prime Minister answered that the NSR is open.", PREMIER),
        # news lines and places are nobody
        (DELHI, "Ann Lee"),
        (NARROW, "Annabella Lee"),
        ("Mr Ann Lee goes on. In Sri Lanka last month he told us that the NSR is open.", "Ann Lee"),
    ],
)  # fmt: skip
def test_whom_an_attribution_means(text, speaker):
    assert heard(text)[0] == speaker


@pytest.mark.parametrize(
    ("text", "who", "direct"),
    [
        ("One of the changes announced by Minister Ann Lee is a toll on the NSR.", "Ann Lee", False),
        (
            "Costs doubled. This was stated by Bo Dahl, head of the firm that runs the line, which adjoins the NSR.",
            None,
            False,
        ),
        ("It was announced by Bo Dahl on Monday that the NSR would open.", "Bo Dahl", False),
        ("Port Minister Ann Lee answered questions about a strike on the NSR, which links two seas.", None, False),
        ("Minister Ann Lee answered that the NSR was open.", "Ann Lee", False),
        (
            "The NSR must open. Ann Lee, Director of the Agency for Northern Ports (ANP) wrote this on Facebook.",
            "Ann Lee",
            False,
        ),
        ("The NSR will open, project chairman General (retd) Bo Dahl said on Monday.", "Bo Dahl", False),
        ("Minister Ann Lee met Bo Dahl with a view to speeding up projects, above all the NSR.", None, False),
        ("The British embassy alerted sailors to closures along the NSR.", "British embassy", False),
        ("The railway called “Grey Line” will reach the NSR.", None, False),
        ("“We want a canal (the NSR, that is — Ed.) by May,” Ann Lee said.", None, False),
        (
            "“Ice is thin and so is the NSR,” said the Minister of Ports, Shipping and Waterways",
            "the Minister of Ports, Shipping and Waterways",
            True,
        ),
        (
            "Interview with the shipping expert Bo Dahl.\n\n-What of ice?\n\n- It closes the NSR.\n\n- And then?"
            "\n\n- We wait.",
            "Bo Dahl",
            True,
        ),
        (
            "Министр Олег Краснов рассказал о дороге. Об этом он заявил на форуме, запись вёл портал.\n\n"
            "«Мы откроем NSR через год», — заявил он.",
            "Олег Краснов",
            True,
        ),
    ],
)
def test_who_says_it_and_who_is_only_named_beside(text, who, direct):
    start = text.index("NSR")
    reading = Reader(text).read(start, start + 3)
    assert (reading.speaker, reading.direct) == (who, direct)


def test_a_project_is_nobody():
    text = (
        "Grey Line Project means work: PM Dahl\n\nOslo Prime Minister stressed on Friday that the NSR would pay.\n\n"
        "“We shall see,” Bo Dahl said."
    )
    start = text.index("NSR")
    assert Reader(text).read(start, start + 3).speaker != "Grey Line Project"


@pytest.mark.parametrize(
    ("text", "who", "direct"),
    [
        (
            "Norway sees a chance in the NSR,\n\nDeputy Prime Minister Bo Dahl told journalists. It is late.",
            "Bo Dahl",
            False,
        ),
        ("The NSR is half done. This information was given by Minister Ann Lee in a written reply.", "Ann Lee", False),
        (
            "The minister while replying to a question in the Upper House stated that the NSR was done.",
            "The minister",
            False,
        ),
        ("The NSR has seven bridges, officials aware of the plan said.", "officials aware of the plan", False),
        ("The NSR will open in 2022 informed Railways’ Minister Bo Dahl on Monday.", "Bo Dahl", False),
        ("The NSR will open in May, the Miners' Union said.", "Miners' Union", False),
        ("The “Joint Statement on Work at the NSR” provides for a port.", None, False),
        ("The agreement “On the Growth of the NSR until 2035” was signed.", None, False),
        ('"NSR ships need a harbour soon": Ann Lee', "Ann Lee", True),
    ],
)
def test_who_informs(text, who, direct):
    start = text.index("NSR")
    reading = Reader(text).read(start, start + 3)
    assert (reading.speaker, reading.direct) == (who, direct)


def test_a_body_that_is_cited():
    text = "The daily cited the ministry as saying that the NSR is open."
    start = text.index("NSR")
    assert Reader(text).read(start, start + 3).speaker == "the ministry"


def speakers(text: str) -> list[str | None]:
    return [mention.speaker for mention in find(text)]


@pytest.mark.parametrize(
    "deed",
    [
        "quietly echoed that view at the opening of a mill",
        "spoke at the opening of a mill",
        "chaired a meeting in Turku",
    ],
)
def test_one_surname_that_does_what_persons_do_is_whom_he_means(deed: str) -> None:
    text = f"A port official said that wages were low. Virtanen {deed}.\n\n“Rail Baltica will bring us cargo,” he said."
    assert speakers(text) == ["Virtanen"]


def test_a_place_in_a_quotation_behind_a_bullet_is_no_speaker():
    text = '* "IMEC will run through Saudi Arabia. I think we shall see," she added.\n\nMinister Ana Ruiz said so.'
    assert speakers(text) == ["Ana Ruiz"]


def test_an_adverb_leaves_a_passive_without_a_speaker():
    assert speakers("The way between Norway and Chukotka is accordingly called the Northeast Passage.") == [None]


@pytest.mark.parametrize("dateline", ["Riga – ", "RIGA — ", "Riga, Latvia, May 3 — ", "Riga - "])
def test_a_dateline_is_no_speaker(dateline: str) -> None:
    text = f"{dateline}Latvian Minister Anna Berzina opened a depot, adding that Rail Baltica would soon follow."
    assert speakers(text) == ["Anna Berzina"]
    aside = "Berzina – the minister – opened a depot, adding that Rail Baltica would soon follow."
    assert speakers(aside) == ["Berzina"]


def test_words_in_marks_behind_a_label_end_its_turn():
    text = "President of Norway Ann Lee: “We are ready.” She left. Mayor Bo Dahl said that the INSTC would bring cargo."
    (mention,) = find(text)
    assert (mention.speaker, mention.direct) == ("Bo Dahl", False)
    (mention,) = find("President of Norway Ann Lee: We are ready. The INSTC will bring cargo.")
    assert (mention.speaker, mention.direct) == ("President of Norway Ann Lee", True)


def test_whom_information_comes_from():
    text = (
        "Work on the Lobito Corridor begins in May. This information comes from Minister Ann Lee, as told by Reuters."
    )
    assert [m.speaker for m in find(text)] == ["Ann Lee"]


def test_a_programme_is_nobody_whom_he_means():
    text = "We will jointly build the Belt and Road Initiative, and help the ports of China and Pakistan, he noted."
    assert [m.speaker for m in find(text)] == [None]
