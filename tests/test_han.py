"""Who says it in Chinese."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.han import heading, in_full, is_question, label, named, office_of
from corridors.quotes import Reader
from corridors.sentences import Span


def whole(text):
    return Span(0, len(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("李文斌：我们欢迎这条通道。", ("李文斌", False)),
        ("海洋广播协会记者:请问有何评论?", ("海洋广播协会记者", False)),
        ("阿里·汗总理：我们很高兴。", ("阿里·汗", False)),
        ("记者：有何评论？", (None, True)),
        ("答：已经开通。", (None, False)),
        ("李文斌:我们期待通道为更多国家服务。(完)", ("李文斌", False)),
        ("来源：某某日报。", None),
        ("李文表示：已经开通。", None),
        ("通道已经开通。", None),
    ],
)
def test_labels(text, expected):
    assert label(text, whole(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("外交部：新通道开行量上升", "外交部"),
        ("(今日消息)商务部:新通道开行量上升", "商务部"),
        ("俄总统助理:两国将签署协议", "俄总统助理"),
        ("关键词：新通道和铁路", None),
        ("外交部：新通道开行量上升。", None),
        ("新通道：连接两国的铁路", None),
        ("新华社记者：新通道开行", None),
    ],
)
def test_headings(text, expected):
    assert heading(text, whole(text)) == expected


def test_offices_of_headings():
    assert office_of("俄总统助理").endswith("助理")
    assert office_of("外交部") == ""


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("外交部发言人毛文", "毛文"),
        ("李文部长", "李文"),
        ("总统助理伊戈尔•列文金", "伊戈尔•列文金"),
        ("海关总署", "海关总署"),
    ],
)
def test_names_without_their_offices(phrase, name):
    assert named(phrase) == name


def test_names_in_full():
    text = "总统顾问阿塞勒·扎索娃介绍了情况。扎索娃表示，货运量增长。"
    assert in_full(text, "扎索娃", text.rindex("扎索娃")) == "阿塞勒·扎索娃"
    assert in_full(text, "李文", 3) == "李文"


@given(st.text(), st.text(max_size=6))
def test_any_text_is_read(text, name):
    assert in_full(text, name, 0).endswith(name)
    assert is_question(text, whole(text)) in (True, False)


@pytest.mark.parametrize(
    ("text", "speaker", "direct"),
    [
        ("某社記者:總理阿里·汗主持會議時表示,必須完成NSR項目。有何評論?\n李文斌:中方注意到。", "阿里·汗", False),
        ("某社記者:有何評論?\n李文斌:中方注意到,總理多次就NSR表態,中方高度讚賞。", "李文斌", True),
        ("总统顾问阿塞勒·扎索娃详细介绍了NSR的规划。", "阿塞勒·扎索娃", False),
        ("总统助理伊戈尔•列文金向某某通讯社表示,两国将修建NSR铁路。", "伊戈尔•列文金", False),
        ("总统助理:两国将修建NSR铁路\n\n总统助理伊戈尔•列文金向某社表示,协议即将签署。", "伊戈尔•列文金", False),
        ("外交部:NSR开行量上升\n\n外交部发言人主持记者会。", "外交部", False),
        (
            "发言人李文斌表示,通道已开通。\n\n有记者问:据报道,某国顾问称,此事重要。\n\n他强调,NSR很重要。",
            "李文斌",
            False,
        ),
        ("——两国将共同建设NSR通道。\n——2019年4月26日，李文在论坛开幕式上发表主旨演讲", "李文", True),
        ("发言人李文斌说,你总结得很好。确实,NSR是主要通道。我们祝贺通车。", "李文斌", False),
        ("这项措施被认为是对NSR的回应。", None, False),
        ("有记者提问：NSR开通两周年。发言人有何评论？", "记者", True),
        ("有记者问：据报道，NSR开通两周年。发言人有何评论？", None, False),
    ],
)
def test_speakers(text, speaker, direct):
    start = text.index("NSR")
    reading = Reader(text).read(start, start + 3)
    assert (reading.speaker, reading.direct) == (speaker, direct)


def test_an_answer_to_a_question_goes_on_over_paragraphs():
    text = "《南方日报》记者:通道如何?\n\n李文:中间走廊很重要。\n\n"
    text += "中老铁路的运量翻了一番。\n\n据海关统计,中欧班列增长一成。"
    for word, expected in (("中间走廊", ("李文", True)), ("中老铁路", ("李文", True)), ("中欧班列", (None, False))):
        at = text.index(word)
        reading = Reader(text).read(at, at + len(word))
        assert (reading.speaker, reading.direct) == expected
