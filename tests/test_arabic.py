"""Subjects of Arabic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.arabic import holder, is_office_alone
from corridors.foreign import said
from corridors.quotes import Reader
from corridors.tongues import known

ARABIC = known("arabic")


@pytest.mark.parametrize(
    ("phrase", "alone"),
    [
        ("وزير النقل", True),
        ("وزير النقل العراقي", True),
        ("مساعد الرئيس الروسي", True),
        ("الرئيس التنفيذي للشركة السعودية", True),
        ("الوزير", True),
        ("وزير النقل علي السعدي", False),
        ("مدير عام الموانئ العراقية فرحان السعدي", False),
        ("الوزير السعدي علي", False),
        ("علي السعدي", False),
    ],
)
def test_offices_without_a_name(phrase, alone):
    assert is_office_alone(phrase, ARABIC) is alone


def test_name_behind_an_office_elsewhere():
    text = "أعلن وزير النقل أن الطريق مفتوح. وقال وزير النقل علي السعدي إن العمل جار."
    assert holder(text, "وزير النقل", 5, ARABIC) == "علي السعدي"
    assert holder("أعلن وزير النقل أن الطريق مفتوح.", "وزير النقل", 5, ARABIC) is None


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("أعلن وزير الأشغال العامة والنقل وشؤون الطرق، علي السعدي، عن افتتاح الطريق", "علي السعدي"),
        ("السعدي يؤكد أهمية الطريق", "السعدي"),
        ("فيما يؤكد السعدي أهمية الطريق", "السعدي"),
        ("وأضاف الوزير قائلا: نعم", "الوزير"),
        ("وزير الأشغال علي السعدي قال إن الطريق مفتوح", "وزير الأشغال علي السعدي"),
    ],
)
def test_subjects(sentence, phrase):
    assert [a.phrase for a in said(sentence, 0, ARABIC)][:1] == [phrase]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال السعدي في اجتماع: نعم.\n\nوأشار مساعد الرئيس العراقي إلى أن NSR مهم.", "السعدي"),
        ("قال وزير النقل علي السعدي إن العمل جار.\n\nوأضاف الوزير أن NSR مهم.", "وزير النقل علي السعدي"),
        ("كشف الرئيس التنفيذي للشركة السعودية أن NSR مهم.\n\nوقال علي بن محمد السعدي: نعم.", "علي بن محمد السعدي"),
    ],
)
def test_offices_are_led_back(text, speaker):
    start = text.index("NSR")
    assert Reader(text).read(start, start + 3).speaker == speaker


@given(st.text(alphabet="الوزيرنقعطد ،.", max_size=80))
def test_any_phrase_is_read(text):
    assert is_office_alone(text, ARABIC) in (True, False)
    assert isinstance(said(text, 0, ARABIC), list)


@pytest.mark.parametrize(
    "text",
    [
        "ذكرت وكالة الشرق أن وزير النقل علي السعدي قال إن الطريق مفتوح.",
        "وقالت الصحيفة إن وزير النقل علي السعدي أعلن أن الطريق مفتوح.",
    ],
)
def test_whom_an_agency_passes_on_is_the_speaker(text):
    assert said(text, 0, ARABIC)[-1].phrase == "وزير النقل علي السعدي"
