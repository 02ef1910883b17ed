"""Speakers in other languages."""

from __future__ import annotations

import pytest

from corridors.sentences import Span
from corridors.tongues import attributions, tongue


def said(text: str) -> list[tuple[str, str]]:
    span = Span(0, len(text))
    known = tongue(text, span)
    assert known is not None
    return [(a.phrase, a.kind) for a in attributions(text, span, known)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Der Korridor ist nicht von der Stadt, die das Land mit dem Meer verbindet.", "de"),
        ("Le corridor est dans la région et il est utile pour les ports.", "fr"),
        ("El corredor es útil para los puertos y se abre en la costa.", "es"),
        ("O corredor não é para os portos do norte e da costa.", "pt"),
        ("Il corridoio è nel nord e gli altri sono alla fine della valle.", "it"),
        ("Bu koridor daha çok yük için ve ticaret için bir yol olarak görülüyor.", "tr"),
        ("قال الوزير إن الممر مفتوح", "ar"),
        ("وزیر گفت که کریدور باز است", "fa"),
        ("部长说走廊已经开放", "zh"),
    ],
)
def test_languages_are_told_apart(text, code):
    known = tongue(text, Span(0, len(text)))
    assert known is not None
    assert known.code == code


@pytest.mark.parametrize("text", ["The corridor is open to the lorries of the north.", "Коридор открыт", "INSTC", ""])
def test_english_and_russian_have_rules_elsewhere(text):
    assert tongue(text, Span(0, len(text))) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("„Der Weg ist gut“, sagte Vorstand Jürgen Stahl am Dienstag.", [("Jürgen Stahl", "name")]),
        ("Die Analystin Anke Wessel widersprach und das ist nicht neu.", [("Anke Wessel", "name")]),
        ("Laut Reuters ist der Weg von der Küste offen.", [("Reuters", "name")]),
        ("« Il est ouvert », a déclaré le ministre Joseph Kalonda dans la ville.", [("Joseph Kalonda", "name")]),
        ("Il est ouvert, a annoncé jeudi le ministère des Transports.", [("le ministère des Transports", "body")]),
        ("« La route est une usine », dit-elle dans le port.", [("elle", "pronoun")]),
        (
            "El corredor está listo, prometió ayer la ministra de Obras Públicas, Verónica Salas, en la costa.",
            [("Verónica Salas", "name")],
        ),
        ("La ministra recordó que el corredor se abre en la costa.", [("La", "pronoun")]),
        ("Ulaştırma bakanı Mehmet Özdemir, yolun ve limanın bir bütün olduğunu söyledi.", [("Mehmet Özdemir", "name")]),
        ("وقال المستشار علي السعدي: الطريق مفتوح", [("علي السعدي", "name")]),
        ("معاون وزیر راه، مجید کریمی، روز شنبه گفت: کریدور باز است", [("مجید کریمی", "name")]),
        ("该办公室负责人李文说:“通道已经开放。”", [("李文", "name")]),
        ("分析人士指出,通道已经开放。", [("分析人士", "body")]),
        ("他表示,通道已经开放。", [("他", "pronoun")]),
    ],
)
def test_who_stands_beside_a_verb(text, who):
    assert said(text) == who
