"""What somebody is asked is not what he says, and whom a sentence names beside "he added" is not who adds it."""

from __future__ import annotations

import pytest

from corridors.quotes import Reader


def speaker(text: str, word: str = "NSR") -> str | None:
    at = text.index(word)
    return Reader(text).read(at, at + len(word)).speaker


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Minister Ann Lee has said in response to a letter from Oslo on the so-called NSR.", None),
        ("The envoy, Ann Lee, told a briefing in reply to a question about the NSR.", None),
        ("Minister Ann Lee made no promises, she said when asked about the NSR.", None),
        ("Minister Ann Lee said in response to a question about ships that the NSR is open.", "Ann Lee"),
        ("Minister Ann Lee told reporters, when asked about the port, that the NSR is open.", "Ann Lee"),
        ("Minister Ann Lee said in answer to him that the NSR is open.", "Ann Lee"),
    ],
)
def test_what_is_asked_is_not_the_words_of_who_answers(text, who):
    assert speaker(text) == who


def test_a_name_set_off_before_he_added_is_somebody_else():
    text = "Minister Bo Dahl spoke on Sunday. “A new era begins,” he said.\n\nMr Wong, he added, had built the NSR."
    assert speaker(text) == "Bo Dahl"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Токаев тут.\nВ послании Токаева, в частности, говорится:\n«Не сомневаюсь, что NSR станет важной».",
            "Токаев",
        ),
        ("В заявлении МИД Ирана говорится: «Для нас важен открытый для всех NSR».", "МИД Ирана"),
        ("В письме президента Ивана Орлова отмечается, что NSR растёт и растёт.", "Иван Орлов"),
        (
            "Министр Иван Орлов заявил, что порт готов, сообщает корреспондент Port News.\n\n"
            "Об этом министр рассказал на арктическом форуме. По его словам, речь о NSR и о портах.",
            "Иван Орлов",
        ),
        ("„Das wird gut.“ Minister Karl Ott hat deutsche Firmen ermuntert, in die NSR zu investieren.", "Karl Ott"),
        (
            '"La NSR è per tutti e non solo per noi". Lo ha detto l\'inviato Ue nel Golfo Ugo di Gay, a Roma.',
            "Ugo di Gay",
        ),
        ("Así lo dijo el embajador de Chile en Bolivia Carlos Ruiz: la NSR está abierta y crece.", "Carlos Ruiz"),
    ],
)
def test_who_stated_it_in_other_languages(text, who):
    assert speaker(text) == who


def test_words_in_a_letter_need_a_verb_to_be_a_source():
    assert speaker("В письме президента Ивана Орлова речь не шла о портах, а NSR растёт.") is None


def test_a_russian_interviewee_is_addressed_by_his_first_names():
    text = (
        "Ведущий Артём Попов встретился с советником президента Игорем Беловым.\n\n"
        "– Игорь Петрович, зачем была нужна эта стройка?\n\n– Достаточно взглянуть на карту: NSR не справлялась."
    )
    assert speaker(text) == "Игорь Белов"


QUOTED = 'President Lee called it new.\n"Let me begin with roads.\nLast year, we pledged money for the TSR.\nThe NSR {}'


def test_a_quotation_over_paragraphs_is_not_we_who_pledged():
    text = QUOTED.format('will boost trade.\nIt is going to change all," Lee stated.')
    assert speaker(text) == "Lee"


def test_a_quoted_transcript_keeps_its_labels():
    text = "“PRESIDENT OWUSU: I invite President Hale.\n\n“The NSR is evidence.\n\n“So be it,” said the president."
    assert speaker(text) == "PRESIDENT OWUSU"


def test_what_a_minister_quotes_in_his_turn_is_his():
    text = (
        "THE MINISTER OF RAILWAYS (SHRI A. RAO) : Sir, I reply. In Para 3 it was stated that “the NSR is to be built”."
    )
    assert speaker(text) == "THE MINISTER OF RAILWAYS (SHRI A. RAO)"


def test_on_the_sensitive_issue_of_it_somebody_speaks():
    assert (
        speaker("On the sensitive issue of the NSR, which is long, Minister Bo Dahl confirmed that talks go on.")
        == "Bo Dahl"
    )


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“We are late on the NSR,” admitted one engineer.", "one engineer"),
        ("“We are late on the NSR and we know it,” joked two drivers.", "two drivers"),
        (
            "The envoy, Bo Dahl, was silent.\n\nHer deputy, Ann Lee, was not. The NSR, she said, was sold.",
            "Ann Lee",
        ),
    ],
)
def test_who_stands_behind_the_verb_or_behind_an_office(text, who):
    assert speaker(text) == who


def test_a_russian_name_before_the_verb_is_preferred_to_what_stands_behind():
    assert speaker("В эфире радио депутат Олег Титов раскритиковал NSR и порт.") == "Олег Титов"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Northern civil society organizations state that the NSR helps few.", "Northern civil society organizations"),
        ("With demand between Oslo and Bergen projected to reach ten million tons, the NSR may pay.", None),
        ("General SK Rao had in his long report to the President voiced concern for the NSR.", "SK Rao"),
    ],
)
def test_who_states_and_what_is_projected(text, who):
    assert speaker(text) == who


def test_a_label_with_an_office_names_the_person():
    text = (
        "Bo Dahl: How much of it is the TSR?\n\nAnn Lee, CFO: Half. The NSR cut our time by days.\n\nBo Dahl: Thanks."
    )
    assert speaker(text) == "Ann Lee"


def test_the_two_leaders_of_the_next_sentence_are_not_the_officials():
    assert (
        speaker("Mr Orlov will raise the NSR with Mr Dahl, officials said. The two leaders met in May.") == "officials"
    )
