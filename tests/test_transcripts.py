"""Debates, press conferences and other transcripts: whose turn it is, and who "A" and "Q" are."""

from __future__ import annotations

import pytest

from corridors.labels import label, label_alone
from corridors.quotes import Reader
from corridors.sentences import Span
from corridors.transcripts import transcript

PRESS = """Home > Topics > Spokesperson's Remarks

Foreign Ministry Spokesperson Ann Lee's Regular Press Conference on March 2

Q: President Bo Dahl said the TSR is long. Is it? Is the NSR?

A: Both are good. The NWP is as well."""


def heard(text: str, word: str) -> tuple[str | None, bool]:
    start = text.index(word)
    reading = Reader(text).read(start, start + len(word))
    return reading.speaker, reading.direct


def test_the_spokesperson_of_a_press_conference_answers():
    assert heard(PRESS, "NWP") == ("Ann Lee", True)


def test_questions_at_a_press_conference_are_somebodys_own_words():
    assert heard(PRESS, "NSR") == (None, True)
    assert heard(PRESS, "TSR") == ("Bo Dahl", True)
    assert heard(PRESS.replace("Regular Press Conference", "interview"), "NSR") == (None, False)


def test_an_answer_far_below_the_heading():
    text = PRESS + "\n\nQ: And then?\n\nA: Nothing." * 40 + "\n\nQ: The end?\n\nA: The AGE opens."
    assert heard(text, "AGE") == ("Ann Lee", True)


def test_a_speech_that_greets_and_says_i_but_once():
    heading = "Speech by Senior Minister of State Ann Lee at the Trade and Financial Conference"
    text = f"{heading}\n\nA very good morning to Mayor Xu,\n\n3. I am glad.\n\n4. The NSR has shown itself to be good."
    assert heard(text, "NSR") == ("Ann Lee", True)
    assert heard(text.replace("A very good morning to", "We met"), "NSR") == ("Ann Lee", True)
    assert heard(text.replace("A very good morning to", "They met"), "NSR") == (None, False)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Photo of Ann LeeAnn Lee (Victoria, National Party) Share this | | Hansard source", "Ann Lee"),
        ("Ann Lee (Victoria, National Party) Share this | Link to this | Hansard source", "Ann Lee"),
        ("Photo of Ann Lee (Victoria, unknown)", None),
        ("Football20:46", None),
        ("Football 20:46", None),
        ("Tevan (00:03:10):", "Tevan"),
        ("Ann Lee 00:03:10", "Ann Lee"),
    ],
)
def test_labels_on_lines_of_their_own(line, who):
    assert label_alone(line, Span(0, len(line))) == who


def test_a_label_with_seat_and_time():
    line = "Senator LEE (Queensland—Minister for Resources and Northern Australia) (14:52): Thank you, Senator Dahl."
    found = label(line, Span(0, len(line)))
    assert found is not None
    assert found[0] == "Senator LEE"
    assert transcript(line, 0).labelled


def test_times_of_other_news_make_no_transcript():
    text = "Ambassador: NSR could become a key route\n\nThe NSR is long, Ambassador Ann Lee said.\n\nFootball20:46\n"
    assert not transcript(text, 0).labelled
    assert heard(text, "NSR") == ("Ann Lee", False)


def test_a_short_reply_behind_a_title_opens_a_turn():
    text = "Prof. Ann Lee: Yes.\nThe other thing is that the NSR is ours, and the better off we will be."
    assert heard(text, "NSR") == ("Prof. Ann Lee", True)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "President Lee. Welcome to the House.\n\n[The President spoke with the interpreter.]\n\nI like the NSR.",
            "President Lee",
        ),
        ("Mr. DAHL. Mr. Chairman, I rise in support of the NSR.\n\nMs. LEE. I thank the gentleman.", "Mr. DAHL"),
        ("Ministers met Mr. Dahl.\n\nMr. Dahl said the NSR would open. We shall see.", None),
    ],
)
def test_labels_that_end_in_a_full_stop(text, who):
    assert heard(text, "NSR") == ((who, True) if who else ("Dahl", False))


BRIEFING = """Foreign Ministry Spokesperson Ann Lee’s Regular Press Conference on May 2

North News Agency: The TSR is shut. What is known of it?

Ann Lee: Both sides have looked into it. There are two points.

First, the NSR is long. Second, work on the ACR has been taken up."""


def test_an_agency_asks_and_the_spokesperson_answers():
    assert heard(BRIEFING, "TSR") == ("North News Agency", True)
    assert heard(BRIEFING, "NSR") == ("Ann Lee", True)


def test_whom_the_text_names_with_an_office_needs_no_other_sign():
    text = (
        "Ministry spokesman Bo Dahl met the press.\n\nA reporter asked: The TSR has been opened; will it pay?\n\n"
        "Dahl: The NSR has not been opened so far.\n\nThe ACR is another matter."
    )
    met = text.replace("met the press", "held a press conference")
    assert heard(met, "TSR") == ("A reporter", True)
    assert heard(met, "NSR") == ("Bo Dahl", True)
    assert heard(met, "ACR") == ("Bo Dahl", True)
    assert heard(text, "ACR") == (None, False)  # one label alone carries nothing
    assert heard(text.replace("Dahl:", "Oslo:"), "NSR") == (None, False)


def test_the_older_minutes_of_a_house():
    text = (
        "HC Deb 2 May 1950 c104W\n\n14. Squadron-Leader Lee\n\nasked the Minister of Transport when the TSR will "
        "open.\n\nMr. B. Dahl\n\nThe NSR is shut and no date has been set for it."
    )
    assert heard(text, "TSR") == ("Squadron-Leader Lee", False)
    assert heard(text, "NSR") == ("Mr. B. Dahl", True)
    article = "Mr. B. Dahl\n\nThe NSR is shut and no date has been set for it."
    assert heard(article, "NSR") == (None, False)


def test_questions_and_answers_of_an_indian_house():
    text = (
        "RAJYA SABHA\n\n1180. SMT. ANN LEE: Will the Minister be pleased to state the length of the TSR?\n\nANSWER\n"
        "THE MINISTER OF STATE IN THE MINISTRY OF PORTS\n[GEN. (DR) BO DAHL (RETD)]\n\n(a) The NSR is long."
    )
    assert heard(text, "TSR") == ("SMT. ANN LEE", True)
    assert heard(text, "NSR") == ("GEN. (DR) BO DAHL (RETD)", True)


def test_two_brackets_behind_a_name():
    text = (
        "The President: I give the floor to Kenya.\n\nMr. Dahl (Norway) (spoke in French): The NSR is a way to "
        "peace.\n\nThe meeting rose at 5 p.m."
    )
    assert heard(text, "NSR") == ("Mr. Dahl", True)


def test_questions_in_the_house_of_lords():
    text = (
        "Asked by Lord Dahl of Riga\n\nTo ask His Majesty's Government when the TSR will be open.\n\n"
        "Lord Lee of Oslo (Con)\n\nMy Lords, we keep the NSR open."
    )
    assert heard(text, "TSR") == ("Lord Dahl of Riga", True)
    assert heard(text, "NSR") == ("Lord Lee of Oslo", True)


def test_labels_of_an_interview_in_french():
    text = (
        "Entretien avec Ann Lee, directrice du port\n\nEst-ce long ?\n\nAnn Lee : La TSR est courte. La NSR est longue."
    )
    assert heard(text, "NSR") == ("Ann Lee", True)
    assert heard(text.replace("Entretien avec", "Le jour de"), "NSR")[1] is False


def test_a_spanish_dialogue_has_dashes_without_spaces():
    text = "—¿Qué es la TSR?\n\n—Es la salida al mar. Con la NSR bajan los costos —respondió la ministra Ana Gil."
    assert heard(text, "NSR") == ("Ana Gil", True)


def test_a_name_alone_at_the_head_of_an_excerpt():
    words = "In the year of the great flood there was no plan at all for the building of the NSR."
    assert heard(f"Ann Lee:\n\n{words}\n\nThe first case is the TSR.", "TSR") == ("Ann Lee", True)
    assert heard(f"Ann Lee:\n\n{words}", "NSR") == ("Ann Lee", True)
    assert heard(f"New Delhi:\n\n{words}", "NSR") == (None, False)
    assert heard(f"Executive Summary:\n\n{words}", "NSR") == (None, False)
    assert heard(f"Short notice.\n\nAnn Lee:\n\n{words}", "NSR") == (None, False)


def test_behind_a_label_of_its_own_line_others_need_no_sign():
    words = "In the year of the great flood there was no plan at all for the building of the {}."
    text = f"Bo Dahl:\n\nWe are glad.\n\nXinhua:\n\n{words.format('TSR')}\n\nAnn Lee:\n\n{words.format('NSR')}"
    assert heard(text, "TSR") == ("Xinhua", True)
    assert heard(text, "NSR") == ("Ann Lee", True)


def test_an_office_with_its_holder_in_brackets():
    text = "The Prime Minister (Mr. Bo Dahl): No plans have been made for the NSR.\n\nMr. Lee: Is he aware of the TSR?"
    assert heard(text, "NSR") == ("Mr. Bo Dahl", True)


def test_a_question_without_a_colon():
    text = "Q    Thank you, Ann. Is the TSR open?\n\nMS. LEE: The NSR is.\n\nQ    And the ACR?\n\nMS. LEE: No."
    assert heard(text, "TSR") == (None, True)
    assert heard(text, "NSR") == ("MS. LEE", True)


def test_initials_stand_for_a_label_before():
    text = "**The Review:** Is the TSR open?\n\n**Ann Lee:** It is.\n\n**TR:** And then?\n\n**AL:** I like the NSR."
    assert heard(text, "NSR") == ("Ann Lee", True)


def test_a_member_of_the_audience_asks():
    text = "Minister Lee: The TSR is open.\n\nAudience member: I work at sea. What of the NSR?"
    assert heard(text, "NSR") == ("Audience member", True)


@pytest.mark.parametrize("rule", ["---", "* * *", "_____", "\u2014\u2014\u2014"])
def test_what_stands_below_a_rule_is_nobodys_turn(rule):
    debate = "Ann Lee: Is the port open to all?\n\nBo Dahl: It is, and so is the TSR.\n\nAnn Lee: Thank you."
    assert heard(f"{debate}\n\nNow the NSR as well.", "NSR") == ("Ann Lee", True)
    assert heard(f"{debate}\n\n{rule}\n\nThe NSR opens in June.", "NSR") == (None, False)


@pytest.mark.parametrize(
    "text",
    [
        "FAQs\n\nQ: How long is the TSR?\n\nA: The NSR is the longer one.",
        "The Maritime Road:\n\nThe NSR runs along the coast, and it has been in use since the first steamer left port.",
        "Year End Review 2024: The NSR has come into use.",
        "Length: The TSR is long.\n\nWay Forward: We must build on the NSR. Our trade depends on it.",
        "Mombasa: The TSR starts here. We drive on.\n\nMalaba: On the NSR we waited nine hours. Why so long?",
    ],
)
def test_words_before_a_colon_that_nobody_speaks(text):
    assert heard(text, "NSR") == (None, False)


def test_an_answer_to_the_press_under_its_heading():
    text = (
        "Spokesperson Lee's answer to a media question about the TSR\n\nQuestion: Will the ACR be handed over?\n\n"
        "Answer: Reports of it have been seen. The NSR is not named there."
    )
    assert heard(text, "NSR") == ("Lee", True)
    assert heard(text, "TSR") == (None, False)


PANEL = "{}\nThe NSR has grown by a third in two years, and the harbours along it are full to the brim by now.\n"


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Ann Lee, director of the Baltic Ports:", "Ann Lee"),
        ("**Ann Lee, professor of logistics at the University of Oslo:**", "Ann Lee"),
        ("Олег Краснов, начальник управления портов:", "Олег Краснов"),
    ],
)
def test_a_name_with_an_office_and_a_colon_on_a_line_opens_a_turn(line, who):
    assert heard(PANEL.format(line), "NSR") == (who, True)
    assert heard("Bo Dahl, editor of the paper:\nWhat of it, and what will it cost us all in the end?\n\n"
                 + PANEL.format(line), "NSR") == (who, True)  # fmt: skip


@pytest.mark.parametrize("line", ["Port of Oslo, director of works:", "Ann Lee, in the harbour of Oslo:"])
def test_a_place_or_no_office_before_a_colon_opens_no_turn(line):
    assert heard(PANEL.format(line), "NSR") == (None, False)


def test_an_excerpt_that_opens_with_a_name_and_an_address_is_a_transcript():
    text = "Ann Lee: Madam Speaker, I rise on this bill.\n\nThe TSR is ours.\n\nIncreasingly others claim the NSR."
    assert heard(text, "TSR") == ("Ann Lee", True)
    assert heard(text, "NSR") == ("Ann Lee", True)
    assert heard("New Delhi: Good roads are rare on the NSR.", "NSR") == (None, False)


@pytest.mark.parametrize("outlet", ["Associated Press of Norway", "Reuters", "The Oslo Times", "CGTN"])
def test_an_outlet_asks_and_a_spokesperson_answers(outlet):
    text = f"{outlet}: The Minister says the TSR opens. What is your comment?\n\nBo Dahl: We saw that. The NSR stays."
    assert heard(text, "TSR") == (outlet, True)
    assert heard(text, "NSR") == ("Bo Dahl", True)


def test_an_editors_note_within_a_turn_is_not_the_speakers():
    text = "Ann Lee, head of the port:\nThe ACR (part of the TSR. — “Ed.”) and the NSR (built in 1990 — Ed.) are ours."
    assert heard(text, "ACR") == ("Ann Lee", True)
    assert heard(text.replace("built in 1990", "the TIR"), "TIR") == (None, False)
    assert heard(text.replace("“Ed.”", "«Эксперт»"), "TSR") == (None, False)


def test_letters_with_points_ask_and_answer():
    text = "By director Ann Lee\n\nQ. Is the TSR dear?\n\nA. It is.\n\nThe NSR is a bridge.\n\nQ. So?\n\nA. So."
    assert heard(text, "NSR") == ("Ann Lee", True)
    assert heard(text, "TSR") == (None, False)
    assert heard("A. Smith, the director, said the NSR is dear.\n\nQ. Brown said no.", "NSR") == ("Smith", False)


@pytest.mark.parametrize(
    ("asks", "answers"), [("Question", "Answer"), ("Frage", "Antwort"), ("Pregunta", "Respuesta"), ("Вопрос", "Ответ")]
)
def test_the_word_question_is_nobodys_name(asks, answers):
    text = f"{asks}: ¿Что ist the TSR, Minister?\n\n{answers}: It is long. We want the NSR.\n\n{asks}: And then?"
    assert heard(text, "TSR") == (None, True)
    assert heard(text, "NSR")[1]


def test_french_labels_keep_their_space():
    text = "Jeune Revue : Que change la TSR ?\n\nDaniel Mbuyi : Tout. La NSR nous rend la mer."
    assert heard(text, "NSR") == ("Daniel Mbuyi", True)
    assert heard(text, "TSR") == ("Jeune Revue", True)


def test_an_office_in_small_letters_is_a_label():
    text = "Q. Will it pay?\n\nSenior adviser: The NSR is long.\n\nQ. And the ice?\n\nSenior adviser: The TSR has none."
    assert heard(text, "NSR") == ("Senior adviser", True)
    assert heard(text, "TSR") == ("Senior adviser", True)


def test_whom_a_dialogue_with_dashes_addresses():
    text = (
        "— Mr Dahl, your neighbours call it a dream.\n\n— It is none. The NSR is open.\n\n"
        "— And the ice? It grows again, they say of the LNG coast and the TSR.\n\n— It is late, but it comes."
    )
    assert heard(text, "NSR") == ("Dahl", True)
    assert heard(text, "TSR") == (None, False)


def test_no_institute_answers_an_interview():
    text = (
        "Interview with the head of the Institute of Northern Policy, adviser to the President of Norway Ann Lee.\n\n"
        "- What is it for?\n\n- The NSR is short.\n\n- Is it dear?\n\n- It is."
    )
    assert heard(text, "NSR") == ("Ann Lee", True)


def test_a_site_asks_and_the_heading_above_is_nobodys_turn():
    text = (
        "Ambassador: Norway backs the LNG coast and the TSR\n\nBy Eva Berg\n\n"
        "Nordnews.com.no: In May the NSR was opened. What will it bring?\n\nBo Dahl: We hope for ships.\n\n"
        "Nordnews.com.no: And the ice?\n\nBo Dahl: We wait."
    )
    assert heard(text, "NSR") == ("Nordnews.com.no", True)
    assert heard(text, "TSR") == ("Ambassador", False)
