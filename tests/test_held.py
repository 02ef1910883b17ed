"""Names of who holds an office."""

from __future__ import annotations

from corridors.held import held_before, initialled, named_with, recurs, with_particle, without_office


def test_the_name_behind_an_office():
    text = "заявил министр Армении. Позже министр Армении Олег Краснов ответил."
    assert named_with(text, "министр Армении", 0) == "Олег Краснов"
    assert named_with(text, "министр", 0) is None
    assert named_with(text, "посол Армении", 0) is None


def test_the_name_an_office_had_last():
    text = "Министр Олег Краснов прибыл. Министр сообщил"
    assert held_before(text, ["министр"], len(text) - 15) == "Олег Краснов"
    assert held_before(text, ["посол"], len(text)) is None


def test_first_names_cut_short():
    text = "Прибыл Олег Краснов. О.Краснов сообщил"
    assert initialled(text, "Краснов", 21) == "Олег Краснов"
    assert initialled(text, "Лапин", 21) is None


def test_particles_of_names():
    assert with_particle("Ali Rezzak es-Sadi geldi. Sadi konuştu.", "Sadi", 26) == "Ali Rezzak es-Sadi"
    assert with_particle("Ali Sadi geldi. Sadi konuştu.", "Sadi", 16) is None


def test_offices_before_german_names():
    assert without_office("Amtskollegen Janis Ozols", ["kollege"]) == "Janis Ozols"
    assert without_office("Janis Ozols", ["kollege"]) == "Janis Ozols"
    assert without_office("Minister Ott", ["minister"]) == "Minister Ott"


def test_surnames_that_come_again_in_another_case():
    text = "Олег Краснов: путь открыт\n\nБеседа с Олегом Красновым."
    assert recurs(text, "Олег Краснов", 0)
    assert not recurs(text, "Олег Лапин", 0)
    assert not recurs("Ann Lee: it is open. Mrs Lee came.", "Ann Lee", 0)
