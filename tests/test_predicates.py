"""Verbs of saying that "and" joins to what somebody did before."""

from __future__ import annotations

import pytest

from corridors import find


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("El jefe del consejo, Luis Paz, no descartó la idea y señaló que esperan el Corredor de Lobito.", "Luis Paz"),
        ("En medio de todo, el jefe de Minas, Luis Paz, no cedió y señaló que usan el Corredor de Lobito.", "Luis Paz"),
        ("El ministro de Transportes, Raúl Pons, visitó Luanda y dijo que el Corredor de Lobito crece.", "Raúl Pons"),
        ("Le ministre des Transports, Jean Roy, a ri et a déclaré que le corridor de Lobito avance.", "Jean Roy"),
        ("O ministro dos Transportes, Rui Sá, visitou Luanda e afirmou que o Corredor do Lobito avança.", "Rui Sá"),
        ("El presidente se reunió con los mineros en Luanda y aseguró que el Corredor de Lobito crece.", "presidente"),
        ("Глава ведомства, выступая на форуме, не назвал сроков и добавил, что Севморпуть растёт.", "Глава ведомства"),
        ("Министр Олег Краснов посетил порт и сообщил, что Севморпуть растёт.", "Олег Краснов"),
        ("Ministerin Anna Berg besuchte Luanda und sagte, dass der Lobito-Korridor wächst.", "Anna Berg"),
    ],
)  # fmt: skip
def test_who_did_it_says_it(text: str, speaker: str) -> None:
    assert [mention.speaker for mention in find(text)] == [speaker]


def test_an_office_is_whoever_did_the_deed_before() -> None:
    text = "Губернатор области Андрей Чижов посетил порт.\n\nГлава региона отметил, что Севморпуть растёт."
    assert [mention.speaker for mention in find(text)] == ["Андрей Чижов"]
