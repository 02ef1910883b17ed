"""Speeches under headings, interviews whose questions are set apart, labels on lines of their own."""

from __future__ import annotations

import pytest

from corridors.quotes import Reader


def heard(text: str, word: str = "NSR") -> tuple[str | None, bool]:
    start = text.index(word)
    reading = Reader(text).read(start, start + len(word))
    return reading.speaker, reading.direct


SPEECH = "{}\n\nExcellencies, dear friends,\n\nI am glad to be here. We built the NSR with our hands.\n\nThank you all."


@pytest.mark.parametrize(
    "heading",
    [
        "Text of Minister Ann Lee speech at the forum",
        "Remarks by President Ann Lee at the opening of the port",
        "President Ann Lee’s opening remarks at the forum",
        "The following are remarks delivered by Minister Ann Lee at the opening.",
        "Oslo, May 9 (PPI-OT): Statement by Minister Ann Lee.",
        "(Ann Lee, CEO of the Port Corporation - On the plans of the port)",
    ],
)
def test_a_speech_is_the_words_of_whom_its_heading_names(heading):
    assert heard(SPEECH.format(heading)) == ("Ann Lee", True)


def test_a_report_of_a_speech_is_no_speech():
    text = "Remarks by President Ann Lee cheer the markets\n\nThe NSR is long. “I think we shall see,” she said."
    assert heard(text)[1] is False


def test_a_note_behind_a_speech_is_not_the_speakers():
    text = SPEECH.format("Remarks by President Ann Lee") + "\n\n(The TSR is another way.)"
    assert heard(text, "TSR")[1] is False


INTERVIEW = (
    "We sat down with Ann Lee, head of the port.\n\n**Is the TSR open?**\n\n– The NSR is.\n\n**And then?**\n\nIt stays."
)


def test_answers_follow_questions_in_bold():
    assert heard(INTERVIEW) == ("Ann Lee", True)
    assert heard(INTERVIEW, "TSR") == (None, False)
    assert heard(INTERVIEW, "stays") == ("Ann Lee", True)
    assert heard(INTERVIEW + "\n\nPhoto: the ABC company", "ABC")[1] is False


def test_labels_on_lines_of_their_own():
    talk = "Ann (00:03:10):\n\nThe NSR is open.\n\nBo (00:03:19):\n\nThe TSR is not."
    assert heard(talk) == ("Ann", True)
    assert heard(talk, "TSR") == ("Bo", True)
    house = "435. Dr. Ann Lee:\n\nWill the Minister state:\n\n(a) the length of the NSR;\n\n(b) its cost."
    assert heard(house) == ("Dr. Ann Lee", True)


def test_numbered_questions_of_a_committee():
    text = (
        "Q61 **Chair:** Is the NSR open?\n\n**Dr Ann Lee:** The TSR is, and has been for years.\n\nQ62 **Chair:** Yes."
    )
    assert heard(text, "TSR") == ("Dr Ann Lee", True)
    assert heard(text) == ("Chair", True)


def test_answers_behind_dashes_go_on():
    text = (
        "Ann Lee, deputy head of the port, spoke of ships.\n\n– Is the TSR open?\n\n– It is.\n\n"
        "The NSR is open too.\n\n– And then?\n\n– It stays."
    )
    assert heard(text) == ("Ann Lee", True)
    assert heard(text, "TSR")[0] is None
    assert heard(text + "\n\nThe CPEC is long.", "CPEC")[1] is False


def test_initials_that_ask_and_answer():
    text = "Bo Dahl sat down with Ann Lee.\n\nBD: Is the TSR open?\n\nAL: The NSR is.\n\nElsewhere, the CPEC grew."
    assert heard(text)[1] is True
    assert heard(text, "TSR")[1] is True
    assert heard(text, "CPEC") == (None, False)


def test_members_in_bold_type():
    text = "**Ann Lee** Riga North\n\nMr. Speaker, I rise.\n\nThe NSR is ours.\n\n**Bo Dahl**\n\nWe say the TSR is."
    assert heard(text) == ("Ann Lee", True)
    assert heard(text, "TSR") == ("Bo Dahl", True)
    assert heard("**Deep Water**\n\nThe NSR is long. Ice is cold.") == (None, False)


def test_an_interview_with_plain_questions():
    text = (
        "Interview with Ann Lee, head of the port\n\nHow long is the TSR?\n\nThe NSR is longer. We know.\n\n"
        "And what next?\n\nI wait."
    )
    assert heard(text) == ("Ann Lee", True)
    assert heard(text, "TSR")[0] is None
    assert heard(text.replace("Interview with", "A day with")) == (None, False)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Lee answers.\n\nQuestion: Why?\n\nAnswer: The NSR is long.\n\nQuestion: And?\n\nAnswer: No.", "Ann Lee"),
        ("TP: Is it long?\n\nLeeson: The NSR is.\n\nTP: And?\n\nLeeson: We sail.", "Leeson"),
        ("[00:12:03] Ann Lee: The NSR is long.\n\n[00:13:10] Bo Dahl: No.\n\n[00:14:10] Ann Lee: Yes.", "Ann Lee"),
        ("Вопрос: Что с ним?\n\nО.К.Краснов: NSR открыт для всех.", "О.К.Краснов"),
        ("Frage: Ist sie offen?\n\nLangen: Die NSR ist es.\n\nFrage: Und?\n\nLangen: Ja.", "Langen"),
    ],
)
def test_labels_of_interviews(text, speaker):
    assert heard(text) == (speaker, True)


def test_a_speech_of_whom_its_heading_names_by_the_office_alone():
    assert heard(SPEECH.format("Remarks by the President at the Opening of the Port")) == ("the President", True)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("- We build the NSR. Dreams come true - said the Speaker Ann Lee. - It is long. - she added.", "Ann Lee"),
        ("- It is long - said the Speaker Ann Lee. - We build the NSR. - she added.", "Ann Lee"),
        ("- Dziś NSR to jest trasa, która jest na Litwie - mówi Anna Lis, minister infrastruktury.", "Anna Lis"),
    ],
)
def test_who_speaks_stands_between_dashes(text, speaker):
    assert heard(text) == (speaker, True)


def test_what_stands_between_dashes_is_not_said():
    assert heard("- It is long - said the Speaker Ann Lee on the NSR. - We build it. - she added.")[1] is False


def test_a_briefing_is_the_words_of_whom_its_second_heading_names():
    text = (
        "Daily Press Briefing by the Office of the Spokesperson\n\n"
        "The following is a near-verbatim transcript of the noon briefing by Ann Lee, Spokesperson for the Bank.\n\n"
        "May 2, 2024\n\nI start with ships. Our people are on the NSR."
    )
    assert heard(text) == ("Ann Lee", True)


def test_whom_an_interview_is_with_may_stand_in_its_second_line():
    text = (
        "Interview: “We shall not wait”\n\nMinister Ann Lee on ships\n\n1. How long is the TSR?\n\nIt is our way.\n\n"
        "2. And the NSR?\n\nWe wait. Our ACR is open."
    )
    assert heard(text, "ACR") == ("Ann Lee", True)


def test_an_address_of_an_office():
    text = "THE PRIME MINISTER’S ADDRESS TO THE NATION\n\nMy fellow citizens,\n\nI am proud of the NSR. We built it."
    assert heard(text) == ("THE PRIME MINISTER", True)


TOLD = "{}\n\n{}\n\nThe TSR is long.\n\nThe NSR was a dream when my father was young.\n\nThank you."


@pytest.mark.parametrize(
    ("sentence", "greeting"),
    [
        ("Ann Lee delivered a major speech at the plenary session of the Port Forum.", "Dear friends!"),
        ("On Monday Minister Ann Lee addressed the assembly in Oslo.", "Mr President, honourable members,"),
        ("Minister Ann Lee spoke in Oslo on Monday. Below is the full text of her remarks.", "We meet at a hard hour."),
        ("Asked about the strait, Minister Ann Lee said the following:", "We want peace there, and our ships do too."),
    ],
)
def test_a_speech_may_follow_a_plain_sentence(sentence, greeting):
    assert heard(TOLD.format(sentence, greeting)) == ("Ann Lee", True)
    assert heard(TOLD.format(sentence, greeting), "TSR") == ("Ann Lee", True)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee delivered a speech in Oslo. I was there.\n\nWe at this paper saw the NSR from a bus. We liked it.",
        "Ann Lee delivered a speech in Oslo.\n\nThe NSR is ours, we were told. Our readers know it. Lee left at noon.",
        "Below is the text of the letter that Ann Lee wrote.\n\nThe NSR is long. It was built in ten years.",
    ],
)
def test_what_follows_a_sentence_on_a_speech_may_be_the_authors(text):
    assert heard(text) == (None, False)


def test_a_supplementary_question_is_a_speech():
    text = "Ann Lee’s Supplementary Question on rail\n\nSir, my supplementary is this. Why does the NSR cost so much?"
    assert heard(text) == ("Ann Lee", True)


def test_a_short_statement_that_opens_with_we_is_its_speakers():
    text = "Statement by the Spokesperson on the port\n\nWe took note of the remarks. The NSR is for the parties."
    assert heard(text) == ("the Spokesperson", True)


@pytest.mark.parametrize(
    ("heading", "question", "answer", "who"),
    [
        (
            "Interview mit Ute Brandt",
            "Was bringt die TSR dem Hafen?",
            "Sie bringt uns viel. Die NSR auch.",
            "Ute Brandt",
        ),
        ("Entretien avec Jean Mbala", "Que change la TSR pour vous ?", "Tout. La NSR est notre vie.", "Jean Mbala"),
        ("Интервью с Олегом Красновым", "Как вы оцениваете TSR?", "Для нас NSR главный.", "Олег Краснов"),
    ],
)
def test_interviews_with_plain_questions_in_other_languages(heading, question, answer, who):
    text = f"{heading}\n\n{question}\n\n{answer}\n\n{question}\n\n{answer.replace('NSR', 'ACR')}"
    assert heard(text) == (who, True)
    assert heard(text, "TSR") == (None, False)


@pytest.mark.parametrize(
    ("heading", "greeting", "who"),
    [
        ("Address by Commissioner Ann Lee to the Transport Committee", "Honourable Members,", "Ann Lee"),
        (
            "Remarks by Minister Ann Lee in Oslo",
            "Check against delivery!\n\nThank you. Today we spoke long.",
            "Ann Lee",
        ),
        ("Выступление министра транспорта Виталия Орлова на форуме", "Уважаемые гости!", "Виталий Орлов"),
        ("Rede von Ute Lang beim Hafentag", "Meine Damen und Herren,", "Ute Lang"),
        ("Discours du président Jean Mbala à Lobito", "Mesdames et messieurs,", "Jean Mbala"),
    ],
)
def test_a_greeting_under_a_heading_opens_a_speech(heading, greeting, who):
    assert heard(f"{heading}\n\n{greeting}\n\nNSR, NSR: the way of ships.") == (who, True)


def test_what_follows_a_colon_goes_on_while_it_says_we():
    text = "Minister Ann Lee said:\n\nTSR is ready. We built it.\n\nWe will turn to the NSR.\n\nThe ACR is long."
    assert heard(text) == ("Ann Lee", True)
    assert heard(text, "ACR") == (None, False)


def test_a_quotation_over_paragraphs_belongs_to_whom_the_sentence_before_is_about():
    text = 'President Ann Lee opened it and spoke.\n\n"Dear friends!\n\nToday the NSR begins.\n\nOur fathers dreamed."'
    assert heard(text) == ("Ann Lee", True)


def test_an_interview_may_be_headed_below_an_introduction():
    text = (
        "The NSR is much spoken of. Minister Eva Berg called it late.\n\n"
        "Special interview of Nord Dialogue with His Excellency Mr. Bo Dahl,\n\nAmbassador of Norway\n\n"
        "Does the route lead to any loss?\n\nThe TSR is a way for all."
    )
    assert heard(text, "TSR") == ("Bo Dahl", True)
    assert heard(text) == (None, False)
