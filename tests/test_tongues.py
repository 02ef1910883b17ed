"""The language of a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.sentences import Span
from corridors.tongues import is_reported, known, tongue


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The line is open and it is long.", None),
        ("Die Strecke ist offen und sie ist lang.", "german"),
        ("La ligne est ouverte et elle est longue.", "french"),
        ("La línea está abierta y es larga para los trenes.", "spanish"),
        ("A linha está aberta e não é longa para os comboios.", "portuguese"),
        ("La linea è aperta e non è lunga per gli treni.", "italian"),
        ("Hat açıldı ve çok uzun bir yol için hazır.", "turkish"),
        ("Linia jest otwarta, ale nie jest długa.", "polish"),
        ("Линия открыта, и она длинная.", "russian"),
        ("فُتح الخط وهو طويل إلى البحر", "arabic"),
        ("خط آهن باز شد و کریدور می‌گذرد", "persian"),
        ("लाइन खुली है और लंबी है।", "hindi"),
        ("线路已经开通。", "chinese"),
        ("Rail Baltica", None),
        ("", None),
    ],
)
def test_tongue(text, name):
    found = tongue(text, Span(0, len(text)))
    assert (found.name if found else None) == name


def test_reported_form():
    assert is_reported("Die Linie sei offen.", known("german"))
    assert not is_reported("Die Linie ist offen.", known("german"))
    assert not is_reported("Elle sei", known("french"))


@given(st.text())
def test_any_text_has_a_tongue_or_none(text):
    found = tongue(text, Span(0, len(text)))
    assert found is None or found.verbs.pattern
