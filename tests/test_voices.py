"""Who speaks where a mention stands: figures on labelled passages, and the rules one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from scoring import passages, scored

from corridors.mentions import find
from corridors.quotes import Reader
from corridors.sentences import Span
from corridors.speakers import attributions

TEXTS = Path(__file__).parent / "data" / "texts"


def heard(text: str, word: str = "NSR") -> tuple[str | None, bool]:
    start = text.index(word)
    reading = Reader(text).read(start, start + len(word))
    return reading.speaker, reading.direct


@pytest.mark.parametrize(("name", "least"), [("voices", 0.9), ("world", 0.9), ("speakers", 0.8)])
def test_speakers_of_labelled_passages(name, least):
    score = scored(passages(TEXTS / f"{name}.toml"))
    assert score.counts["has speaker"] > 40
    assert score.speakers >= least
    assert score.direct >= 0.97


@pytest.mark.parametrize("name", ["voices", "world", "news"])
def test_author_keeps_his_own_words(name):
    given = labelled = 0
    for passage in passages(TEXTS / f"{name}.toml"):
        found = {(m.start, m.end): m for m in find(passage.text)}
        own = [found.get((label.start, label.end)) for label in passage.mentions if not label.speaker]
        labelled += len(own)
        given += sum(mention is not None and mention.speaker is not None for mention in own)
    assert given <= 0.08 * labelled


@pytest.mark.parametrize(
    ("text", "speaker", "direct"),
    [
        ("Ann Lee stressed one thing. The NSR is long. She also spoke of ice.", "Ann Lee", False),
        ("Ann Lee stressed one thing. The NSR is long. Ice is cold.", None, False),
        ("The director of the line, Admiral Ann Lee, avoids comparisons: “The NSR is a way.”", "Ann Lee", True),
        ("Angola had announced the tender for the NSR.", None, False),
        ("Angola announced that the NSR is open.", "Angola", False),
        ("Latvian authorities have declared that the NSR is open.", "Latvian authorities", False),
        ("Latvia has long held the view that the NSR is open.", "Latvia", False),
        ("“We use the NSR,” Lee was quoted as saying.", "Lee", True),
        ("Talking about the NSR, Minister Ann Lee said that it is open.", "Ann Lee", False),
        ("Harbourlane revealed last week that the NSR is open.", "Harbourlane", False),
        ("Harbourlane.com reports that the NSR is open.", "Harbourlane.com", False),
        ("At the NSR forum Minister Ann Lee has said, “We are ready,” Trend reports.", None, False),
        ("Ann Lee made it clear that the NSR is open.", "Ann Lee", False),
        ("Minister Ann Lee announced the NSR today.", "Ann Lee", False),
        ("What soldiers call the NSR is a road.", "soldiers", False),
        ("According to plan, the NSR opens in May.", None, False),
        ("According to a note by Harbour Lane, the NSR opens.", "a note by Harbour Lane", False),
        ("THE MINISTRY OF FINANCE WARNS THAT THE NSR IS DEAR.", "THE MINISTRY OF FINANCE", False),
        ("The road is long; the planner Ann Lee said “the NSR is longer than that”.", "Ann Lee", True),
        ("The NSR is long; the planner Ann Lee said “it is longer than that”.", None, False),
        ("It is said that lines prefer the NSR.", None, False),
        ("You ask about the NSR.", None, False),
        ("On Tuesday Ann wrote:\n> We like the NSR.", "Ann", True),
        ("Q: Is the NSR long?\n\nA: It is.\n\nQ: And?\n\nA: No.", None, False),
        ("Q: Why?\n\nA: The NSR is long.\n\nQ: And?\n\nA: No.", None, True),
        ("cat_1: hello there\n\ndog: the NSR works\n\ncat_1: no it does not", "dog", True),
        (
            "Railways chief Ann Lee met the press. “It grows,” she said.\n\nThe official added that the NSR is open.",
            "Ann Lee",
            False,
        ),
        ("The NSR will open in May. Minister Ann Lee stated this in Baku.", "Ann Lee", False),
        ("The NSR will open in May.\n\nThis was reported by the ministry.", "the ministry", False),
        ("Ann Lee used the visit on Sunday to say that the NSR is open.", "Ann Lee", False),
        (
            "Riga: In a letter, Minister Ann Lee on Tuesday at a dinner in Oslo said that the NSR is open.",
            "Ann Lee",
            False,
        ),
        ("“The NSR is open,” the agency cites Ann Lee.", "Ann Lee", True),
        ("The bank cited Ann Lee, deputy head of it, as saying that the NSR is open.", "Ann Lee", False),
        ("The Memorandum of Understanding (MoU) says that the NSR is open.", "Memorandum of Understanding", False),
        ("Commenting on the NSR, Minister Ann Lee said that it is open.", "Ann Lee", False),
        ("The Parties agreed:\n\na) to meet again;\n\nb) to open the NSR in May;", "The Parties", False),
        ("NSR to reach record 37.6 mln tons by end of year — Rosatom", "Rosatom", False),
        ("Lee: NSR to reach a record\n\nPresident Ann Lee said so in Oslo.", "Ann Lee", False),
        (
            "Officials from the Fund for Roads (FFR) and other key agencies have expressed hope that the NSR is open.",
            "Officials from the Fund for Roads",
            False,
        ),
        ("Work on the NSR will go on, Minister Ann Lee said, Trend reports.", "Ann Lee", False),
        ("– We shall open the NSR in May, President Ann Lee stated.", "Ann Lee", True),
        ("The ECA said on Tuesday that the NSR is dear.", "ECA", False),
        ("Ann Lee of the School of Economics calls the NSR a label.", "Ann Lee", False),
        ("According to the paper, the spokesman Bo Dahl said that the NSR is open.", "Bo Dahl", False),
        ("According to Lee, the minister had told him that the NSR is open.", "Lee", False),
        ("The paper of May mentions only the NSR, Minister Ann Lee said in Oslo.", "Ann Lee", False),
        ("Some observers see the NSR as a push for power.", "Some observers", False),
        ("They built a road alongside which the railway is expected to meet the NSR.", None, False),
        ("It opens soon, according to a leading intelligence service, Linerwatch. The NSR is long.", None, False),
        ("The NSR opens soon, according to a leading intelligence service, Linerwatch.", "Linerwatch", False),
        ("U.S. Secretary of State Bo Dahl is calling Canada’s claim over the NSR odd.", "Bo Dahl", False),
        ("Ann Lee of the institute says the pact lets the U.S. call the NSR its own.", "Ann Lee", False),
        ("“The NSR is shut,” said eeSea operations and forecasting analyst Ann Lee.", "Ann Lee", True),
        (
            "A ministry spokesperson said that the NSR is open.\n\nSpokesperson Ann Lee made the remarks.",
            "Ann Lee",
            False,
        ),
        ("It was the first ship under the Chinese flag to sail the NSR.", None, False),
        ("The NSR weighs more now.\n\nSo said Ann Lee, the deputy minister, Trend reports.", "Ann Lee", False),
        ("At a hostel in Riga the receptionist warned me of the NSR.", "the receptionist", False),
        ("Lyuba, a doctor, showed me maps. “The NSR is white,” she told me.", "Lyuba", True),
        ("For the NSR and the rail line nobody has been found.", None, False),
        ("The ministry said both sides wanted the NSR open.", "The ministry", False),
        ("Baku had asked for it in vain. Then it wrote to Oslo, and what came of it is the NSR.", None, False),
        ("Q: Why?\n\nLeeson: The NSR is long.\n\nQ: And?\n\nLeeson: It stays so.", "Leeson", True),
        ("“The NSR is open, as President Bo Dahl says,” she said.\n\nAnn Lee noted that ice is thin.", "Ann Lee", True),
        (
            "Envoy Bo Dahl thinks that trade grows, a site reports, citing the Nord Line news agency.\n\n"
            "“The NSR is open,” he said.",
            "Bo Dahl",
            True,
        ),
        (
            "Oslo (Norway), 8 May (ABC) – Norwegian President, Bo Dahl, came.\n\n“The NSR is open”, he said.",
            "Bo Dahl",
            True,
        ),
        ("Dahl’s words: “I know that the NSR is open and that it is long.”", "Dahl", True),
        ("4:34 pm\n\nAnn Lee (Oslo, Labour Party)\n\nThe NSR is open.", "Ann Lee", True),
        (
            "Minister: the NSR will be ready by 2030\n\nTransport Minister Ann Lee (Labour) said so in Oslo.",
            "Ann Lee",
            False,
        ),
        (
            "Minister Bo Dahl spoke. The envoy of the Finnish minister said the NSR is shut.",
            "The envoy of the Finnish minister",
            False,
        ),
        ("The company said in its report\n\nthat the NSR is open and long.", "The company", False),
        ("An ADB evaluation noted that the NSR is open.", "An ADB evaluation", False),
        ("李文：NSR已经开通。", "李文", True),
        ("We met Ann Lee.\n\n— Does it work?\n\n— The NSR works.\n\n— Thanks.", "Ann Lee", True),
    ],
)
def test_speaker_of_a_short_text(text, speaker, direct):
    assert heard(text) == (speaker, direct)


def test_he_is_not_she():
    text = "Ann Lee came. She spoke. She turned to the bank’s vice president. He said that the NSR works."
    assert heard(text) == ("the bank’s vice president", False)


def test_office_means_who_was_named_right_before():
    text = "Ann Lee came to Riga. The deputy governor had an hour. The NSR, she said, is long."
    assert heard(text) == ("Ann Lee", False)


def test_a_name_in_marks_is_not_speech():
    text = "Reports spoke of the “Northern Sea Route,” which is long, and an aide, Ann Lee, said so."
    assert heard(text, "Northern Sea Route")[1] is False


def test_whom_he_takes_up_was_he_before():
    text = (
        "The Middle Corridor grows, Minister Bo Dahl said. In an interview he praised President Xu Wen. "
        "He said that the NSR is open."
    )
    assert heard(text) == ("Bo Dahl", False)


def test_another_office_is_somebody_else():
    text = "President Ann Lee opened the port. The driver of a lorry said that the NSR is long."
    assert heard(text)[0] != "Ann Lee"


def test_a_long_chain_of_offices_ends():
    assert heard("The minister said no. " * 200 + "The minister said that the NSR is long.") == ("The minister", False)


def test_an_adverb_is_nobody():
    text = "Ann Lee spoke in Riga. Furthermore, the Latvian minister called for work on the NSR."
    assert heard(text) == ("Ann Lee", False)


def test_a_participle_shares_the_pronoun_of_its_sentence():
    text = "Minister Bo Dahl praised it. He drew a line to old ships, noting that the NSR is long."
    assert heard(text) == ("Bo Dahl", False)


def test_an_owner_is_not_the_diplomat():
    text = (
        "The work goes on, Foreign Secretary Ann Lee said.\n\n"
        "With ships in mind during PM Xu Wen’s visit, the top diplomat hoped that the NSR will open."
    )
    assert heard(text) == ("Ann Lee", False)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A delegation visited Hichilema, who said the NSR should be more.", "Hichilema"),
        ("They met Erna Solberg, the premier of Norway, who said the NSR was shut.", "Erna Solberg"),
        (
            "Kabul invites Moscow to the NSR, Nooruddin Azizi, Minister of Commerce in the government formed by the "
            "Taliban (outlawed in Russia), told TASS.",
            "Nooruddin Azizi",
        ),
        (
            "President Klaus Iohannis announced a summit. The projects, a priority for Romania, are the NSR and Via "
            "Carpathia, said the head of state, who mentioned roads.",
            "Klaus Iohannis",
        ),
        (
            "Rostam Ghasemi, Minister of Roads and Urban Development of Iran, spoke.\n\nReferring to Russia, the "
            "Minister of Roads and Urban Development said that the NSR pays.",
            "Rostam Ghasemi",
        ),
        (
            "President Andrzej Duda came. Roads like Via Carpathia and the NSR, the Polish president said.",
            "Andrzej Duda",
        ),
        ("Despite calls by the member states, the NSR is shut.", None),
        ("The ministers of the three Baltic states and Poland met to discuss the NSR.", None),
        (
            "The NSR will carry more. The President of Kyrgyzstan Sadyr Japarov said in an interview with CGTN.",
            "Sadyr Japarov",
        ),
        ("The NSR carries oil. Ann Lee said on Monday the port was closed.", None),
        (
            "The NSR will open.\n\nABC.AZ informs that Deputy Premier Ali Asadov stated about this in Baku.",
            "Ali Asadov",
        ),
    ],
)
def test_subjects_farther_off(text, who):
    assert heard(text)[0] == who


def test_a_quotation_goes_on_with_marks_inside():
    text = (
        "“It is one thing,” Ann Lee said. “We built it.\n\nAs part of the “Ice Road” plan the NSR is ready,” she added."
    )
    assert heard(text) == ("Ann Lee", True)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee (Warrington South) (Lab)\n\nI rise to speak.\n\nThe NSR is open to us.\n\nBo Dahl\n\nI thank her.",
        "Ann Lee Conservative Calgary East, AB\n\nMr. Speaker, I rise to speak of the NSR, which is dear to my heart.",
        "Bo Dahl (Ohio, Liberal Party): Why?\n\nAnn Lee (Victoria, National Party): The NSR is open to all ships.",
    ],
)
def test_members_of_a_parliament(text):
    assert heard(text) == ("Ann Lee", True)


def test_a_name_alone_ends_the_turn_of_a_member():
    text = "Ann Lee (Warrington South) (Lab)\n\nI rise to speak.\n\nBo Dahl\n\nI shall take up the NSR."
    assert heard(text) == ("Bo Dahl", True)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, head of the port, spoke to us.\nHere is the interview:\n– How was last year?\n– The NSR is our aim. "
        "We carried more.\n– And now?\n– We sail on.",
        "Editor Bo Dahl sat down with Ann Ida Lee, head of the port.\n\nBD: Which way is best?\nALI: The NSR is. We "
        "like it.\nBD: And the road?\nALI: It is long.",
    ],
)
def test_interviews(text):
    who, direct = heard(text)
    assert who is not None
    assert who.startswith("Ann")
    assert direct


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "A press release issued by the Asian Bank noted that the NSR is open.",
            "A press release issued by the Asian Bank",
        ),
        ("States agreed on the NSR, said Monday the head of the Committee (LC), Ann Lee.", "Ann Lee"),
        ("Ann Lee said so. She recalled that the idea came from Bo Dahl, and added that the NSR pays.", "Ann Lee"),
        ("The NSR is open, Ann Lee said, according to AGERPRES. She was glad.", "Ann Lee"),
        ("Railway projects are of use, with plans to link the NSR.", None),
        ("Key concerns about the NSR alignment - Queensland", None),
        ("Chairing a meeting on the NSR at home, Ann Lee said both sides have ships.", None),
        ("Commenting on the NSR, Ann Lee said that it pays.", "Ann Lee"),
        ("A welder called Gennady built bridges on the NSR.", None),
        ("Ministry rejects foreign media report on NSR", "Ministry"),
        ("Ann Lee noted delays.\n\nThe NSR is a narrow strip of sea.\n\nShe said it was late.", None),
    ],
)
def test_who_is_meant_and_who_is_not(text, who):
    assert heard(text)[0] == who


def test_a_closing_mark_may_open_behind_said():
    text = "Mr. Lee said” the NSR is a part of our policy and this will help us again”"
    assert heard(text) == ("Lee", True)


def test_a_single_question_of_an_interview():
    text = (
        "Ann Lee heads the firm. In this interview she tells of it.\n\nCould you tell us of your career so far?\n\n"
        "Thank you. I joined the firm.\n\nLater I was made head of the NSR."
    )
    assert heard(text) == ("Ann Lee", True)


def test_a_member_with_a_link_beside():
    text = "Ann Lee (Victoria, National Party) Share this | Hansard source\n\nThe NSR is one of our projects."
    assert heard(text) == ("Ann Lee", True)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Bo Dahl: Good afternoon. I give the floor to Ms Lee.\n\nAnn Lee: Thank you all. It is the NSR.", "Ann Lee"),
        ("Bo Dahl: Good day. I begin.\n\nAnn Lee: Thank you all.\n\nThe NSR has grown since.", "Ann Lee"),
        (
            "AFP: How is trade?\n\nAnn Lee: It has grown for ten long years and the NSR has grown with it too.",
            "Ann Lee",
        ),
        (
            "Radio Oslo (RO):\n\nHow is trade? Thank you.\n\nAnn Lee:\n\nThanks for asking. The NSR has grown.",
            "Ann Lee",
        ),
        (
            "President Ann Lee: Colleagues, good day.\n\nLet me begin with this.\n\nThe NSR is open.",
            "President Ann Lee",
        ),
        ("Answer\n\nMINISTER OF RAILWAYS\n(SHRI ANAND LEE)\n\n(a) to (c): The NSR is open.", "SHRI ANAND LEE"),
    ],
)
def test_plain_transcripts(text, who):
    assert heard(text) == (who, True)


@pytest.mark.parametrize(
    "text",
    [
        "Project Name: NSR Upgrade. Our bank will pay.\nContact Person: Ann Lee. We welcome your questions.",
        "NEW DELHI: The city has agreed to sail on the NSR with all its ships now.\n\nLUANDA: The port told this "
        "paper on Monday that it had not been asked about ships at all.",
        "Related Articles:\n\nWhat is the NSR? Our guide.\n\nRead More:\n\nWe explain it to you.",
        "Photo Credit: Ann Lee. Our picture shows the NSR.\n\nEditor's Note: We have changed a word in this text.",
        "The Way North: 'Progress on the NSR: Hope'",
    ],
)
def test_what_makes_no_transcript(text):
    assert heard(text) == (None, False)


def test_what_a_deputy_reads_out_is_his_masters():
    text = "Ann Lee, who was represented by the deputy director, Mr Bo Dahl, said there was need for the NSR."
    assert heard(text)[0] == "Ann Lee"
    text = "“We do our best on the NSR,” he said in a statement by Mrs Ida Berg. Mr Bo Dahl spoke."
    assert heard("Mr Bo Dahl came.\n\n" + text)[0] == "Bo Dahl"


@pytest.mark.parametrize(
    ("text", "who", "direct"),
    [
        (
            "Norway and Iceland hope to sail the NSR. This according to Minister Ann Lee, who spoke in Oslo.",
            "Ann Lee",
            False,
        ),
        (
            "It was opened.\n\n- By April next year one will be able to sail the NSR safely, said Ann Lee.",
            "Ann Lee",
            True,
        ),
        (
            "On the wall of Dr Ann Lee's office hangs a map.\n\n“It is the NSR,” says the Korail president.",
            "Ann Lee",
            True,
        ),
        ("Ann de Lee (PPE). – Mr President, the NSR is more than a railway.", "Ann de Lee", True),
        ("Ann Lee, Member of the Commission. – Madam President, the NSR is good.", "Ann Lee", True),
        ("Ann Lee (ALDE), in writing. – I voted for the NSR.", "Ann Lee", True),
        ("New Riga (PTI). – The NSR was opened.", None, False),
        ('The railway, often called the "NSR", was built in 1970.', None, False),
        ("China: “NSR”\n\nThe Republic of China has begun.", None, False),
        ("Also known as the NSR, the line was first proposed in 2018.", None, False),
        ("Ann Lee (Longford, Fianna Fáil)\nTo ask for an extraordinary review of the NSR.", "Ann Lee", True),
    ],
)
def test_further_ways_of_telling(text, who, direct):
    assert heard(text) == (who, direct)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Angolan Minister of Transport Reaffirms Importance of NSR at Forum\n\n"
            "Dr. Ann Lee, Angola’s Minister of Transport, spoke in Luanda.",
            "Ann Lee",
        ),
        ("A senior fellow at the RAND Corporation Ann Lee said the NSR pays.", "Ann Lee"),
        ("The Chair Liberal Ann Lee\n\nTable the amendment on the NSR. I thank you.", "Ann Lee"),
        (
            "Bo Dahl Conservative Elgin, ON\n\nMr. Speaker, I know.\n\nAnn Lee NDP Burnaby, BC\n\nIs NSR in the bill?",
            "Ann Lee",
        ),
    ],
)
def test_names_beside_other_words(text, who):
    assert heard(text)[0] == who


def test_who_stands_behind_a_firm_and_its_letters_is_the_source():
    (mention,) = find("Cargo on the Lobito Corridor rose, according to Acme Rail Group (ARG) CEO Johny Smith.")
    assert mention.speaker == "Johny Smith"


def test_the_source_behind_a_firm_and_its_letters_reaches_to_the_name():
    text = "Cargo rose, according to Acme Rail Group (ARG) CEO Johny Smith, who runs it."
    (found,) = attributions(text, Span(0, len(text)))
    assert text[found.start : found.end] == "according to Acme Rail Group (ARG) CEO Johny Smith"


def test_a_quotation_over_paragraphs_is_its_last_speakers():
    text = '"We came.\n\nThe word "NSR" was new to us. We learnt it.\n\nWe stay," Minister Ann Lee said.'
    assert heard(text) == ("Ann Lee", True)


def test_a_document_goes_on_behind_what_it_said():
    text = "President Bo Dahl came.\n\nTrade will grow, the statement said.\n\n“The sides agree on the NSR and on ice.”"
    assert heard(text) == ("the statement", True)


def test_the_head_of_state_is_the_president():
    text = (
        "President Ann Lee received the envoy.\n\nThe envoy said the TSR was long.\n\n"
        "The head of state noted that the NSR was."
    )
    assert heard(text, "NSR") == ("Ann Lee", False)
    assert heard(text, "TSR") == ("The envoy", False)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("MEPs from the Baltic states asked whether the NSR would be paid for.", "MEPs from the Baltic states"),
        ("In turn, the Norwegian side confirmed that the NSR is long.", "the Norwegian side"),
        (
            "„Es war lang“, sagte Karl Ott am Montag. „Nun wird die NSR gebaut.“ Nach Angaben des Amtes ist sie da.",
            0,
        ),
    ],
)
def test_further_subjects(text, who):
    assert heard(text)[0] == (who or "Karl Ott")


def test_who_speaks_may_stand_between_the_sentences_of_a_french_dialogue():
    text = "– Nous n’avons pas le choix, explique le chauffeur. La route NSR est fermée depuis trois jours."
    assert heard(text) == ("chauffeur", True)
