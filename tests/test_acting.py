"""Whom pronouns and offices of other languages mean where nobody spoke by name before, and who is no speaker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.acting import acting, is_several, titled_before
from corridors.mentions import find
from corridors.tongues import known

LINE = "راه آهن خواف هرات"
BAKU = "Bakü'de Orta Koridor konuşuldu."


@pytest.mark.parametrize(
    ("language", "sentence", "who"),
    [
        ("russian", "В апреле глава порта Пётр Зимин открыл причал в Усть-Луге.", "Пётр Зимин"),
        ("russian", "В апреле прошла встреча с Петром Зиминым в Усть-Луге.", None),
        ("hindi", "मंत्री अनिल वर्मा ने सोमवार को कोलंबो का दौरा किया।", "मंत्री अनिल वर्मा"),
        ("german", "Ministerin Ute Lang besuchte am Montag den Hafen.", "Ute Lang"),
        ("spanish", "La ministra Ana Soto recorrió las obras del puerto.", "Ana Soto"),
        ("german", "Die Neue Seidenstraße wächst schnell.", None),
        ("german", "New York baut einen Hafen.", None),
        ("persian", "وزیر راه به مشهد رفت.", None),
        ("turkish", "Bakan Mehmet Özdemir limanı gezdi.", None),
    ],
)
def test_whose_deed_a_sentence_tells(language, sentence, who):
    assert acting(sentence, known(language)) == who


@given(st.text(max_size=80), st.sampled_from(["russian", "hindi", "german", "french", "chinese"]))
def test_who_acts_stands_in_the_sentence(sentence, language):
    who = acting(sentence, known(language))
    assert who is None or all(word in sentence for word in who.split())


def test_several_are_no_single_person():
    assert is_several("दोनों मंत्रियों")
    assert is_several("Обе стороны")
    assert not is_several("Олег Краснов")


def test_the_name_behind_an_office_of_one_word():
    assert titled_before("Gürcü Bakan Davit Beridze geldi. Bakan konuştu.", "Bakan", 33) == "Davit Beridze"
    assert titled_before("Bakan Davit Beridze'nin evi. Bakan konuştu.", "Bakan", 29) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # a pronoun behind a person who acted
        (
            "В мае глава порта Пётр Зимин открыл причал. Он рассказал о планах на Северный морской путь.",
            [("Пётр Зимин", False)],
        ),
        (
            "Вчера Пётр Зимин осмотрел станцию.\n«Наша Байкало-Амурская магистраль ждёт ремонта», — признал он.",
            [("Пётр Зимин", True)],
        ),
        (
            "रेल मंत्री अनिल वर्मा ने कोलंबो का दौरा किया। दोनों पक्षों ने समझौते पर चर्चा की। उन्होंने कहा कि"
            " अंतरराष्ट्रीय उत्तर-दक्षिण परिवहन गलियारा सस्ता है।",
            [("रेल मंत्री अनिल वर्मा", False)],
        ),
        # an office alone, and who is named behind it or before
        (
            f"استاندار خراسان رضوی گفت: {LINE} آماده است.\n\nبه گزارش ایرنا، رضا کریمی افزود: {LINE} بار می‌برد.",
            [("رضا کریمی", False), ("رضا کریمی", False)],
        ),
        (
            "Ermeni Bakan Aram Sarkisyan limanı gezdi.\n\nErmeni Bakan şunları söyledi: "
            '"Zengezur Koridoru bölge için önemlidir, hızla büyüyor."',
            [("Aram Sarkisyan", True)],
        ),
        (
            "Глава МИД Олег Краснов заявил, что Северный морской путь открыт, передаёт Вестник Порта."
            "\n\nОб этом министр рассказал на портовом форуме.\n\nПо его словам, Северный морской путь растёт.",
            [("Олег Краснов", False)] * 2,
        ),
        (
            "Об этом сообщил на форуме Олег Краснов. Глава дипломатии отметил, что Северный морской путь растёт.",
            [("Олег Краснов", False)],
        ),
        # the office behind a name, and a name behind an office and its place
        (
            "Ana Soto, vice-présidente du port, a souligné la nécessité du projet."
            "\n“Le Corridor de Lobito attend depuis des années.”",
            [("Ana Soto", True)],
        ),
        (
            "«Il corridoio Imec cresce ogni anno». Lo ha detto l'inviata speciale nel Golfo Carla di Neri, al forum.",
            [("Carla di Neri", True)],
        ),
        (
            "«Il corridoio Imec cresce ogni anno», ha detto il ministro degli Esteri Marco Bruni che è a Bari.",
            [("Marco Bruni", True)],
        ),
        (
            "Ministerin Ute Lang hat die Reeder ermuntert, durch die Nordostpassage zu fahren.",
            [("Ute Lang", False)],
        ),
        # sentences that only tell who said it, agencies that pass it on, and what is no speaker
        (
            "Порт растёт. Об этом сообщил Олег Краснов во время осмотра терминала на Северном морском пути.",
            [(None, False)],
        ),
        (
            "Порт растёт. Об этом сообщил Олег Краснов, отметив, что Северный морской путь открыт.",
            [("Олег Краснов", False)],
        ),
        (f"به گزارش خبرگزاری مهر، رضا کریمی در آیین گشایش {LINE} گفت: بار بیشتر می‌شود.", [(None, False)]),
        ("Der Hafen schreibt Geschichte, und die Nordostpassage ist offen.", [(None, False)]),
        ("中欧班列：跑出合作“加速度”", [(None, False)]),
        ("中老铁路承载着人们奔向未来的期望。我们相信,“一带一路”合作会更好。", [(None, False)] * 2),
        ("有记者问：很多观点认为“中欧班列”很重要。发言人有何评论？\n李文斌：很重要。", [(None, False)]),
        # where and to what meeting somebody spoke behind his words
        (
            "«Le port est prêt », a dit le ministre Jean Morel lors du Sommet sur le Corridor de Lobito.",
            [(None, False)],
        ),
        (
            "«Le port est prêt pour la saison », a dit Jean Morel, ajoutant que le Corridor de Lobito attend.",
            [("Jean Morel", False)],
        ),
        (
            "A l'occasion, Jean Morel a souligné l'importance du Corridor de Lobito pour la région.",
            [("Jean Morel", False)],
        ),
        # who stands above a heading, bodies behind an adverbial, and what is no source
        ("استاندار خراسان:\n\nراه آهن خواف هرات به بهره برداری می رسد", [("استاندار خراسان", False)]),
        (
            "В связи с этим руководство Омска надеется, что Северный морской путь оживёт.",
            [("руководство Омска", False)],
        ),
        (
            "Bakan Mehmet Özdemir, Zengezur Koridoru ile taşımanın deniz yoluna göre ucuzlayacağını söyledi.",
            [("Mehmet Özdemir", False)],
        ),
        ("أكد وزير النقل علي السعدي، فيما أشار الى أن طريق التنمية مهم للعراق.", [("وزير النقل علي السعدي", False)]),
        ("外交部发言人李文斌5日进一步介绍有关情况表示，中欧班列很重要。", [("李文斌", False)]),
        ("李文斌介绍称，中欧班列很重要。", [("李文斌", False)]),
        ("Как рассказал «Вестям» источник в порту, Северный морской путь подешевеет.", [("источник", False)]),
        ("„Der Lobito-Korridor ist ein Gewinn“, so Ministerin Ute Lang.", [("Ute Lang", True)]),
        (
            "Bakan Demir limanı gezdi. Demir ayrıca Zengezur Koridoru'nun açılacağına inandığını söyledi.",
            [("Bakan Demir", False)],
        ),
        ("Mehmet Özdemir, Zengezur Koridoru'nun ticareti artıracağı görüşünde.", [("Mehmet Özdemir", False)]),
        # marks around a name are no words of anybody's
        ("“西部陆海新通道”班列昨天开行，货物丰富。", [(None, False)]),
        ("«Маршрут Трампа для международного мира и процветания» (TRIPP) свяжет страны.", [(None, False)] * 2),
        # where and at what somebody spoke is no part of his name
        ("外交部副部长李文斌在京表示，中方愿打造“冰上丝绸之路”。", [("李文斌", False)]),
        ("吉国驻华大使巴依索娃5日在大学进行题为「今天与明天」的讲座上透露，中吉乌铁路很重要。", [("巴依索娃", False)]),
        ("李文斌：共建“冰上丝绸之路”\n\n外交部副部长李文斌表示，这很重要。", [("李文斌", False)]),
        (
            "Глава порта Пётр Зимин ответил на вопросы газеты.\n\n– Пётр Ильич, сегодня речь о стройке. Зачем она?"
            "\n\n– Взгляните на карту: Транссиб перегружен.",
            [("Пётр Зимин", True)],
        ),
    ],
)
def test_who_is_meant(text, told):
    assert [(m.speaker, m.direct) for m in find(text)] == told


def test_corridors_with_the_noun_before_their_letters():
    texts = ("Il corridoio Imec unirà l'India all'Europa.", "Le corridor INSTC traverse l'Iran.", BAKU)
    assert [m.exact for text in texts for m in find(text)] == ["corridoio Imec", "corridor INSTC", "Orta Koridor"]
    arctic = "La route du Nord-Est reste prise par les glaces entre l'Europe et l'Asie."
    assert [(m.exact, m.corridor) for m in find(arctic)] == [("route du Nord-Est", "northeast-passage")]
