"""Who says it in languages other than English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.foreign import HIDDEN, said
from corridors.mentions import find
from corridors.quotes import Reader
from corridors.tongues import known

H = HIDDEN * 8


@pytest.mark.parametrize(
    ("language", "sentence", "phrase", "kind"),
    [
        ("german", f"„{H}“, sagte Vorstand Jürgen Stahl am Dienstag.", "Jürgen Stahl", "name"),
        ("german", "Die Sprecherin des Ministeriums sagte, es werde gebaut.", "Sprecherin des Ministeriums", "office"),
        ("german", "Er fügte hinzu, die Bahn sei alt.", "", "pronoun"),
        ("german", "Laut Ministerium bleibt es dabei.", "Ministerium", "office"),
        ("german", "Nach Angaben des Amtes kostet die Neue Bahn 24 Millionen Euro.", "Amtes", "office"),
        ("german", "Laut Studie des Amtes für Verkehr kostet die Bahn viel.", "Studie des Amtes für Verkehr", "office"),
        ("french", f"« {H} », a affirmé hier la ministre de la Mer, Hélène Caradec, hier.", "Hélène Caradec", "name"),
        ("french", f"« {H} », dit-elle.", "", "pronoun"),
        ("french", "Selon le ministre, la ligne est ouverte.", "ministre", "office"),
        ("spanish", "La directora, Lucía Benítez, sostuvo que no.", "Lucía Benítez", "name"),
        ("spanish", f"«{H}», dijo.", "", "pronoun"),
        ("spanish", "No obstante, dijo que la línea es una alternativa.", "", "pronoun"),
        ("spanish", "La presidenta Ana Soto puso sobre la mesa la línea.", "Ana Soto", "name"),
        ("turkish", "Bakan Mehmet Özdemir, hattın açılacağını söyledi.", "Mehmet Özdemir", "name"),
        ("turkish", 'Özdemir, "Orta Koridor: Yeni Yol" başlıklı panelde konuştu.', "Özdemir", "name"),
        ("turkish", 'Özdemir, "Ankara Forumu" kapsamında düzenlenen oturumda konuştu.', "Özdemir", "name"),
        (
            "italian",
            "Lo ha detto il vice presidente della Giunta e assessore ai Porti, Ugo Neri, ieri.",
            "Ugo Neri",
            "name",
        ),
        ("french", "Le Président Jean Morel a souligné le rôle du port.", "Jean Morel", "name"),
        ("persian", "مریم کریمی صبح روز دوشنبه در آیین گشایش خط خبر داد", "مریم کریمی", "name"),
        ("persian", "تهران- مریم کریمی گفت: خط باز است", "مریم کریمی", "name"),
        ("hindi", "मंत्री अनिल वर्मा (A.Verma) ने नए गलियारे (एबीसी) पर जोर दिया", "मंत्री अनिल वर्मा", "name"),
        (
            "arabic",
            "قال وزير الأشغال العامة والإسكان العراقي عبد الرحيم كمال أوغلو، إن الخط مفتوح",
            "وزير الأشغال العامة والإسكان العراقي عبد الرحيم كمال أوغلو",
            "name",
        ),
        ("turkish", "Uzmanlara göre sorun para.", "Uzmanlara", "name"),
        ("russian", f"«{H}», — сказал Лихачёв.", "Лихачёв", "name"),
        ("russian", "Рост продолжился, заявило министерство.", "министерство", "office"),
        ("russian", "По его словам, путь открыт.", "", "pronoun"),
        ("arabic", "وقال المستشار علي السعدي: نعم", "المستشار علي السعدي", "name"),
        ("arabic", "ورأى فيه كثيرون بديلا للمبادرة", "", "pronoun"),
        ("persian", "سفیر هند در تهران اظهار داشت که نه", "سفیر هند", "name"),
        ("hindi", "विदेश मंत्री अनिल वर्मा ने कहा कि नहीं", "विदेश मंत्री अनिल वर्मा", "name"),
        ("chinese", f"该办公室负责人李文说：“{H}”", "李文", "name"),
        ("chinese", "据重庆海关介绍，新增二十个站点。", "重庆海关", "name"),
        ("chinese", "外交部发言人李文5日在例行记者会上表示，通道已开通。", "李文", "name"),
        ("german", "Auf der Messe in Riga zeigte sich Ute Lang jetzt überzeugt, dass es geht.", "Ute Lang", "name"),
        ("german", "Dies sagte Ute Lang von der Staatsbahn Nord in Riga.", "Ute Lang", "name"),
        ("german", "Der Weg sei frei, fügte der Minister hinzu.", "Minister", "office"),
        ("french", "Le président Lourenço a salué la ligne.", "Lourenço", "name"),
        ("french", f"« {H} », explique une note du ministère.", "note du ministère", "office"),
        ("french", "Pour Hélène Caradec, la ligne est une chance.", "Hélène Caradec", "name"),
        ("spanish", "El presidente de Chile, Luis Vera, dijo este lunes en Lima que no.", "Luis Vera", "name"),
        ("spanish", "Por su parte, Luis Vera, jefe de obras del norte, recordó que no.", "Luis Vera", "name"),
        ("russian", "Об этом на форуме в Туле заявил министр Олег Краснов.", "Олег Краснов", "name"),
        ("russian", "Рост продолжится, сообщил на совещании в Туле министр Олег Краснов.", "Олег Краснов", "name"),
        ("turkish", "Yolun biteceğini söyleyen Mehmet Özdemir, tarihi belirtti.", "Mehmet Özdemir", "name"),
        ("portuguese", "O Ministro dos Transportes, Rui d'Almeida, afirmou que sim.", "Rui d'Almeida", "name"),
        ("french", f"« {H} », avait alors déclaré Hélène Caradec.", "Hélène Caradec", "name"),
        ("french", "Le président Lourenço a, lundi à Lobito, vanté la ligne.", "Lourenço", "name"),
        ("russian", "По словам и. о. директора Ольги Красновой, путь открыт.", "Ольги Красновой", "name"),
        ("hindi", "दिल्ली में मंत्रालय के प्रवक्ता अनिल वर्मा ने कहा कि नहीं", "अनिल वर्मा", "name"),
        ("persian", "رضا کریمی، وزیر راه در تهران گفت که نه", "رضا کریمی", "name"),
        ("german", "Die Ministerin Ute Lang hält den Weg für sicher.", "Ute Lang", "name"),
        ("german", "Für Ute Lang ist der Weg zu teuer.", "Ute Lang", "name"),
        ("french", "Selon le ministre des Transports, Jean Morel, la ligne est ouverte.", "Jean Morel", "name"),
        ("russian", "В министерстве сообщили, что путь открыт.", "министерстве", "office"),
        ("russian", "Путь открыт, следует из сообщения Росатома.", "Росатома", "name"),
        ("chinese", "据新华社报道，通道已开通。", "新华社", "name"),
        ("russian", "Об этом ТАСС сообщил консул Республики Индия во Владивостоке Арун Сингх.", "Арун Сингх", "name"),
        ("russian", "Об этом сообщил консультант, доктор наук Арун Сингх.", "Арун Сингх", "name"),
        ("russian", "Путь открыт, сообщил глава Дирекции Северного пути Олег Краснов.", "Олег Краснов", "name"),
        ("russian", "По словам А.Краснова, путь открыт.", "А.Краснова", "name"),
        ("russian", 'Ранее глава "Росатома" не раз отмечал, что путь открыт.', 'глава "Росатома"', "office"),
        ("turkish", f"“{H}” diye konuştu Bakan Özdemir.", "Bakan Özdemir", "name"),
        (
            "hindi",
            "इससे पहले केंद्रीय वाणिज्य एवं उद्योग एवं परिवहन मंत्री अनिल वर्मा ने कहा है, कि नहीं",
            "अनिल वर्मा",
            "name",
        ),
        ("turkish", "Kuzey Yolu'nun bu yıl açılacağını söyledi.", "", "pronoun"),
        ("turkish", "Bakan Özdemir, Kuzey Yolu'nun önemine değindi.", "Bakan Özdemir", "name"),
        ("turkish", "Bakü Büyükelçisi Ali Bağcı'ya göre yol açık.", "Ali Bağcı", "name"),
        ("turkish", f"Bakan Özdemir daha önce de “{H}” demişti.", "Bakan Özdemir", "name"),
        ("russian", "По словам главы ПАО «Волна» Анны Ильиной, линия открыта.", "Анны Ильиной", "name"),
        ("french", "Awa Diop, vice-ministre des Ports du Mali, a salué le travail des ouvriers.", "Awa Diop", "name"),
        ("french", "Le ministre, Amar Ghoul, a mis en exergue, hier à Alger, la ligne.", "Amar Ghoul", "name"),
        ("french", f"« {H} » s'est exclamé Marcel Morel.", "Marcel Morel", "name"),
        (
            "french",
            f"« {H} », a expliqué le ministre burundais du Transport, des Travaux et de l’Eau, Jean Morel.",
            "Jean Morel",
            "name",
        ),
        ("french", f"« {H} », a-t-il indiqué.", "", "pronoun"),
        (
            "french",
            "C’est Jean Morel, président de la Banque du Nord (BDN), qui a donné l’information à Abuja.",
            "Jean Morel",
            "name",
        ),
        ("arabic", "كان رئيس الوزراء محمد السوداني ذكر أمس أن الطريق مفتوح", "رئيس الوزراء محمد السوداني", "name"),
        ("persian", "«کریمی» معاون وزیر نیز پیشتر گفته بود: نه", "کریمی", "name"),
        ("persian", "سخنگوی وزارت خارجه، اسماعیل بقائی، در تهران گفت: نه", "اسماعیل بقائی", "name"),
        ("german", "Ministerin Ute Lang hat den Weg in Riga als sicher bezeichnet.", "Ute Lang", "name"),
        ("german", "Am Montag hat Ministerin Ute Lang in Riga angekündigt, zu bauen.", "Ute Lang", "name"),
        ("german", "Ute Lang, Chefin von DB Ost, rechnet mit mehr.", "Ute Lang", "name"),
        ("german", "Nach Einschätzung von Hafenchef Axel Kern bleibt er leer.", "Axel Kern", "name"),
        ("chinese", "李文斌说。", "李文斌", "name"),
        ("german", "Auch Ute Lang, China-Beauftragte der Stadt, betont, dass es geht.", "Ute Lang", "name"),
        ("spanish", "El alcalde del puerto, Luis Vera, ha pedido acelerar las obras.", "Luis Vera", "name"),
        ("portuguese", "É o que avalia o presidente do banco, Rui Lopes, em artigo.", "Rui Lopes", "name"),
        ("french", "C’est avec ces mots que le président Jean Morel a qualifié la ligne.", "Jean Morel", "name"),
        ("french", "Morel a de nouveau souligné l’importance du port.", "Morel", "name"),
        ("german", "Zur Bahn sagte Ute von Lang von der Europäischen Kommission: „Gut.“", "Ute von Lang", "name"),
        ("russian", "Путь открыт, заявил советник гендиректора «Севера» Олег Краснов.", "Олег Краснов", "name"),
        ("russian", "«Север» заявил, что путь открыт.", "Север", "name"),
        (
            "russian",
            f'"{H}", - сказал Краснов на совещании председателя правительства Олега Лапина с министрами.',
            "Краснов",
            "name",
        ),
        (
            "russian",
            "Об этом заявил секретарь Совета порта (СП) РФ Олег Краснов по итогам встречи.",
            "Олег Краснов",
            "name",
        ),
        ("russian", "Путь открыт, заявил премьер-министр Армении", "премьер-министр Армении", "office"),
        ("russian", "Путь открыт, заявил президент Краснов", "Краснов", "name"),
        ("russian", "Путь открыт, указывают авторы исследования.", "авторы исследования", "office"),
        ("german", "Dies sagte der Botschafter Lettlands in Finnland Juris Ozols in Riga.", "Juris Ozols", "name"),
    ],
)
def test_said(language, sentence, phrase, kind):
    found = said(sentence, 100, known(language))
    assert [(a.phrase, a.kind) for a in found] == [(phrase, kind)]
    assert 100 <= found[0].start <= found[0].end <= 100 + len(sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("german", "Es ist so kalt wie immer."),
        ("german", "Die Angaben fehlen für die Neue Bahn."),
        ("russian", "Скидка действует до конца года."),
        ("chinese", "这条路简称新通道。"),
        ("french", "La ligne relie l’Angola à la Zambie."),
    ],
)
def test_nobody_says_it(language, sentence):
    assert not said(sentence, 0, known(language))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Der Minister Karl Ott kam mit der Bahn. „Die X-Bahn ist da“, sagte der Minister.", "Karl Ott"),
        ("«Путь готов», — сказал министр Олег Лапин. «А X-путь и не нужен», — добавил министр.", "Олег Лапин"),
        ("A dit Jean Martin que la ligne est là. « La X est pour les uns », a ajouté la foule.", "foule"),
    ],
)
def test_office_is_led_back(text, speaker):
    start = text.index("X")
    assert Reader(text).read(start, start + 1).speaker == speaker


@given(st.text(), st.sampled_from(["german", "french", "turkish", "russian", "arabic", "persian", "hindi", "chinese"]))
def test_attributions_lie_in_the_text(text, language):
    for attribution in said(text, 7, known(language)):
        assert 7 <= attribution.start <= attribution.end <= 7 + len(text)


def test_passive_german_names_nobody():
    assert said("Der Weg wird oft als sicher bezeichnet.", 0, known("german")) == []


@pytest.mark.parametrize(
    ("text", "who", "direct"),
    [
        ("وزیر راه گفت: NSR تا پایان سال تکمیل می‌شود.", "وزیر راه", False),
        ("Das Schiff nahm im Mai die lange NSR, wie damals unter anderem ORF berichtete.", "ORF", False),
        ("Ольга Ким на встрече с коллегой Олегом Красновым сказала, что NSR важен.", "Ольга Ким", False),
        ("Краснов по итогам беседы с Ольгой Ким сообщил, что NSR важен.", "Краснов", False),
        ("Вместе с коллегами Олег Краснов сообщил, что путь NSR важен для всех.", "Олег Краснов", False),
        ("Министр Олег Краснов сказал, что ждёт. Российский министр упомянул NSR как важный.", "Олег Краснов", False),
        (
            "NSR estará listo, asegura Ana Gil\n\nEl corredor de la costa estará listo en mayo, anunció la ministra.",
            "Ana Gil",
            False,
        ),
        ("La ministra Ana Gil dijo que sí. El gobernador dijo que la NSR es larga.", "gobernador", False),
        ("El ministro Juan Gil dijo que sí. La ministra dijo que la NSR es larga.", "ministra", False),
        ("El ministro Juan Gil dijo que sí. El ministro dijo que la NSR es larga.", "Juan Gil", False),
        ("Летом Иран передал России участок земли для железной дороги NSR.", None, False),
        ("Важность NSR растет. Об этом заявил журналистам министр Олег Краснов.", "Олег Краснов", False),
        ("Россия отмечает рост на NSR. Об этом заявил министр Олег Краснов.", "Олег Краснов", False),
        ("Рост на NSR. Как сообщает бюро Report, об этом заявил министр Олег Краснов.", "Олег Краснов", False),
        ("Министр Олег Краснов прибыл. По словам О.Краснова, путь NSR важен для всех.", "Олег Краснов", False),
        ("«Мы ждем, что путь NSR откроют».\n– Олег Краснов", "Олег Краснов", True),
        ("Рост на NSR – 5 млрд. Об этом сказал министр Олег Краснов.", "Олег Краснов", False),
        ("„Der NSR“, erinnert sich Ute Lang, „war auf der Fahrt nach Osten leer.“", "Ute Lang", True),
        ("外交部发言人李文斌表示，通道已开通。中方愿让NSR继续发展。", "李文斌", False),
        ("外交部发言人李文斌表示，通道已开通。NSR全长三千公里。", None, False),
        ("李文斌：两年来，通道成为引擎。\n\n我们期待NSR继续发展。", "李文斌", True),
        ("资料：NSR全长3000公里，北接海路。", None, False),
        ("记者：请介绍一下NSR的情况。\n答：它今年开行一万列。", None, False),
        ("记者：请介绍一下情况。\n答：NSR今年开行一万列。", None, True),
        ("به گزارش ایرنا، رضا کریمی در تهران گفت که NSR مهم است.", "رضا کریمی", False),
        ('وقال "ابراهيم عزيزي": إن القضايا في NSR ليست في المصلحة.', "ابراهيم عزيزي", False),
        (
            "Bakan Ali Özdemir, hattın bu yıl biteceğini ve açılacağını söyledi.\n\nSözlerini şöyle sürdürdü:\n\n"
            "“Bu yıl NSR hattını açmak bizim için güzel.”",
            "Ali Özdemir",
            True,
        ),
        (
            "Der Weg NSR ist für alle offen und frei. Das berichtet „Spiegel Online“ in der Nacht.",
            "Spiegel Online",
            False,
        ),
        ("سفیر هند در تهران رضا کریمی در گفت‌وگو با ایرنا گفت که NSR مهم است.", "رضا کریمی", False),
        ("وأكد السفير التركي لدى بغداد علي السعدي أن NSR طريق مهم للبلدين.", "علي السعدي", False),
        ("“NSR是世纪工程,是两国人民的期待,我们都很高兴,”总统李文斌在开工仪式上说。", "李文斌", True),
        ("Bürgermeisterin Ute Lang aus Kufstein fürchtet Lärm durch die NSR auf der Strecke.", "Ute Lang", False),
        (
            "Директор Института морского дела и судоходства Олег Краснов в беседе с «Гудком» сказал: NSR растет.",
            "Олег Краснов",
            False,
        ),
        (
            "Олег Краснов сказал, что рост есть.\n\nПо мнению эксперта, NSR важен.",
            "Олег Краснов",
            False,
        ),
        ("Büyükelçi, “NSR hattı Türkiye'ye de açık ve güzel” dedi, ışıklar yandı.", "Büyükelçi", True),
        ("Auch Reederei-Chef Bo Stahl hat die NSR als zu teuer abgelehnt.", "Bo Stahl", False),
        ("Директор порта Олег Краснов рассказал «Гудку», что путь NSR растет.", "Олег Краснов", False),
        ("В пресс-службе АО «Порт» сообщили, что на NSR выросли перевозки.", "пресс-службе АО «Порт»", False),
        ("« La NSR est libre », a confié à Vent Libre son directeur général, Jean Morel.", "Jean Morel", True),
        ("El alcalde de Puerto Claro, en la costa, dijo que la NSR es clave.", "alcalde de Puerto Claro", False),
        ("Le maire de Grand Havre a déclaré que la NSR est utile.", "maire de Grand Havre", False),
        ("В марте посол России в Осло Олег Краснов говорил, что путь NSR растет.", "Олег Краснов", False),
        ("Рост есть, сказал премьер Олег Краснов.\n\nПо оценке главы правительства, NSR важен.", "Олег Краснов", False),
        (
            "« Nous venons de recevoir ce matin notre voisin », a dit Jean Morel.\n\nIl a dit que la NSR est libre.",
            "Jean Morel",
            False,
        ),
        (
            "Bakan Ali Özdemir, hattın bu yıl açılacağını söyledi.\n\n"
            "Örnek olarak limanları, yolları gösterdi ve şöyle sürdürdü: “NSR hattı da bizim için çok güzel.”",
            "Ali Özdemir",
            True,
        ),
        ("NSR से भारत को नया रास्ता, दिल्ली में बोले मंत्री अनिल वर्मा", "मंत्री अनिल वर्मा", False),
        (
            "رضا کریمی وزیر راه در تهران گفت که کار تمام است.\n\nوزیر راه گفت مسیر NSR باز است.",
            "رضا کریمی وزیر راه",
            False,
        ),
        ("Министр Олег Краснов сказал, что нужны пути. Это позволит разгрузить NSR.", "Олег Краснов", False),
        (
            "وزير النقل: اهتمام بمشروع NSR\n\nأفاد وزير النقل رزاق السعداوي بوجود اهتمام.",
            "وزير النقل رزاق السعداوي",
            False,
        ),
        ("'NSR' का विकल्प 2027 तक होगा तैयार: सरकार", None, False),
        ("وتابع قائلا: إن الجمهورية الإسلامية تفضل NSR على غيره.", None, False),
        ("M. Jean Morel. - Merci à tous. Le NSR n'est pas une ligne de plus pour nous.", "M. Jean Morel", True),
        ("Mme Ana Gil, présidente. – Nous parlons du NSR avec les élus.", "Mme Ana Gil", True),
        ("Lors de la « réunion du projet de la ligne NSR des pays », il a tonné dans la salle.", None, False),
        ("शर्मा ने कहा कि लोग ‘NSR’ को लेकर चिंतित हैं और यह अहम है।", "शर्मा", False),
        ("शर्मा ने ए. वर्मा के साथ बैठक के बाद कहा, ‘‘यह NSR अहम है।’’", "शर्मा", True),
        ("外交部發言人李文斌説，我們祝賀NSR開通。", "李文斌", False),
        (
            "Bakan Ali Özdemir'in açıklamalarından satırbaşları şöyle:\n\nBugün burada bir adım atıyoruz.\n\n"
            "NSR ülkelerimiz arasında iş birliğini güçlendirecek.",
            "Bakan Ali Özdemir",
            True,
        ),
        (
            "Irak Bakanı Ali es-Özdemir dün geldi.\n\nÖzdemir, NSR projesinin ülke için çok önemli olduğunu ve yolun "
            "yakında açılacağını söyledi.",
            "Irak Bakanı Ali es-Özdemir",
            False,
        ),
        (
            "Bakan Ali Özdemir, limanın bu yıl açılacağını söyledi. Kuzey Koridoru ve NSR hattının birlikte ele "
            "alınacağını söyledi.",
            "Ali Özdemir",
            False,
        ),
        ("NSR açıldı - Vikipedi\n\nNSR bir yoldur.", None, False),
        ("وزیر راه علی کریمی در نشست NSR گفت: ماه آینده نشستی خواهیم داشت.", None, False),
        ("علی کریمی، وزیر راه، گفت: کار آغاز شد.\n\nوی افزود: راه باز است. مسیر NSR مهم است.", "علی کریمی", False),
        ("علی کریمی، وزیر راه در نشست «راه و آینده در منطقه» گفت: NSR مهم است.", "علی کریمی", False),
        ("अनिल वर्मा ने NSR को लेकर बड़ा बयान दिया है.", None, False),
        ("केंद्रीय गृहमंत्री अनिल वर्मा ने बयान दिया है. उन्होंने कहा कि NSR अहम है.", "केंद्रीय गृहमंत्री अनिल वर्मा", False),
        (
            "राजदूत अनिल वर्मा ने कहा कि रास्ता खुला है।\n\nराजदूत ने कहा, 'कुछ लोगों ने कहा कि वे 'NSR' को काट देंगे. क्यों?'",
            "राजदूत अनिल वर्मा",
            True,
        ),
        ("发言人李文斌表示,通道已开通。NSR开行量逐年上升。", "李文斌", False),
        ("李文斌说：“通道已开通。”NSR全长很长。", None, False),
        (
            "Lang nannte Kasachstan einen Partner, um die Wege Deutschlands zu verbreitern, etwa beim Öl.\n\n"
            "„Im Vordergrund steht dabei der Ausbau von NSR“, sagte Lang.",
            "Lang",
            True,
        ),
        (
            "О.Краснов: Проект NSR пойдет на пользу огромному региону\n\nОб этом заявил министр Олег Краснов в Баку.",
            "Олег Краснов",
            False,
        ),
        (
            "《某某日报》记者:我们关注到,NSR十年来累计运送很多货物。如何评价?\n\n李文斌:很好。",
            "《某某日报》记者",
            True,
        ),
        (
            "Bakan Ali Özdemir konuştu.\n\nDışişleri Bakanı Deniz Bağcı ise verdiği röportajda, “NSR konusu "
            "bizim için gerçekten çok önemli bir konu.” ifadelerini kullanmıştı.",
            "Deniz Bağcı",
            True,
        ),
        (
            "NSR iki ülke arasında barışıq layihəsidir.\nBunu Türkiyə Prezidenti Əli Rza Özdəmir Kabinetin iclasından "
            "sonra çıxışı zamanı deyib.",
            "Əli Rza Özdəmir",
            False,
        ),
        (
            "“NSR məsələsində konkret nəticə yoxdur və bu iş uzanır”.\n“Xəbər” xəbər verir ki, bunu müsahibəsində "
            "xarici işlər naziri Əli Özdəmir söyləyib.",
            "Əli Özdəmir",
            True,
        ),
        (
            "Der Hafen wächst und die Stadt auch, sagte Kanzler Axel Kern. Vielmehr erklärte er, dass NSR wachse.",
            "Axel Kern",
            False,
        ),
        ("有记者表示,有报道称,两国将讨论NSR。\n李文斌表示,没有信息。", None, False),
        ("外交部发言人李文斌主持例行记者会\n\n问:中方有何评论?\n\n答:我们注意到NSR的报道。", "李文斌", True),
        ("李文斌表示,通道已开通。\n\n中方愿同各方一道建设NSR。", "李文斌", False),
        ("李文斌指出,通道很好。\n发言人称,各方都支持NSR。", "李文斌", False),
        (
            "Краснов: 2030-е годы станут десятилетием NSR\n\nОб этом заявил глава порта Олег Краснов в интервью.",
            "Олег Краснов",
            False,
        ),
        ("«Нам нужен NSR, и десятилетие будет его», - выразил уверенность Краснов.", "Краснов", True),
        (
            "Путь открыт, заявил министр Олег Краснов. По словам господина Краснова, NSR опережает график.",
            "Олег Краснов",
            False,
        ),
        (
            "Поток по NSR растёт, отметил гендиректор госкорпорации\n\nОб этом заявил глава госкорпорации "
            '"Север" Олег Краснов в Баку.',
            "Олег Краснов",
            False,
        ),
        ("Там он кратко рассказал о проекте, частью которого станет NSR.", None, False),
        (
            "Als Gast kam sein Amtskollege Janis Ozols nach Riga. Ozols sprach von einem Werk und der Stadt und sagte, "
            "dass NSR wächst.",
            "Janis Ozols",
            False,
        ),
        (
            "أعلن رئيس مجلس الوزراء علي محمد السعدي، اليوم، أن NSR مهم.",
            "رئيس مجلس الوزراء علي محمد السعدي",
            False,
        ),
        (
            "Путь NSR открыт, заявил премьер-министр Армении\n\nПремьер-министр Армении Олег Краснов ответил.",
            "Олег Краснов",
            False,
        ),
        ("Министр Олег Краснов заявил, что <путь открыт. Дорога NSR важна для всех>.", "Олег Краснов", True),
        (
            "https://example.org/a/b Анна Краснова: Ну а мы переходим к теме эфира. Мы строим NSR для всех нас.\n"
            "Олег Лапин: Зачем он нужен? Будем разбираться с экспертами в эфире.",
            "Анна Краснова",
            True,
        ),
        (
            "Глава края Олег Краснов в интервью рассказал о прошлом.\n\n– Олег Ильич, вам известна история. Какой этап "
            "вы бы выделили?\n\n– NSR – это одна из величайших строек.",
            "Олег Краснов",
            True,
        ),
    ],
)
def test_speakers_beyond_the_sentence(text, who, direct):
    start = text.index("NSR")
    reading = Reader(text).read(start, start + 3)
    assert (reading.speaker, reading.direct) == (who, direct)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("NSR abrirá en mayo y los barcos esperan, dijo el ministro Juan Gil el lunes.", "Juan Gil"),
        ("NSR abrirá en mayo y los barcos esperan, dijo a Reuters un portavoz del puerto.", "portavoz del puerto"),
        ("NSR abrirá en mayo y los barcos esperan, según informó el ministerio en un comunicado.", "ministerio"),
        ("NSR ouvrira en mai et les armateurs attendent, a indiqué lundi à Reuters Jean Morel, du port.", "Jean Morel"),
        ("NSR ouvrira en mai et les armateurs attendent, a indiqué à l'AFP un marin du port.", "marin du port"),
        ("NSR ouvrira en mai et les bateaux attendent, selon un marin du port cité par l'AFP.", "marin du port"),
        ("A linha NSR abre em maio e os navios esperam, disse à Lusa o ministro João Dias.", "João Dias"),
        ("Laut Minister Bo Dahl öffnet die NSR im Mai, und die Reeder warten schon auf Schiffe.", "Bo Dahl"),
        ("Die NSR ist im Winter geschlossen, wie das Ministerium am Montag in Oslo mitteilte.", "Ministerium"),
        ("NSR откроется в мае. Такое мнение высказал эксперт Олег Краснов.", "Олег Краснов"),
        ("Эксперт порта Олег Краснов в беседе с «Газетой» отметил, что NSR важна.", "Олег Краснов"),
    ],
)
def test_whom_it_is_told_and_where(text, who):
    start = text.index("NSR")
    assert Reader(text).read(start, start + 3).speaker == who


def test_a_persian_verb_before_a_colon_is_no_part_of_the_name():
    text = "وزیر راه وشهرسازی گفت: راه آهن خواف هرات پروژه مهم ریلی است و بار حمل می‌کند."
    assert [m.speaker for m in find(text)] == ["وزیر راه وشهرسازی"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("portuguese", "O porto afirma-se como um eixo da região."),
        ("portuguese", "O porto que se destaca é um eixo essencial para a ligação das minas."),
        ("spanish", "El puerto se destaca por su calado."),
        ("arabic", "والخط تعتبر من أهم الخطوط في البلاد"),
        ("arabic", "وصل الوزير عقب مشاركته في المؤتمر"),
    ],
)
def test_what_something_is_held_to_be_is_said_by_nobody(language: str, sentence: str):
    assert said(sentence, 0, known(language)) == []


def test_a_heading_quotes_whom_a_verb_of_saying_below_names_in_scripts_without_capitals():
    persian = "کریمی: راه‌آهن رشت-آستارا سال آینده باز می‌شود\n\nمریم کریمی گفت: کار ادامه دارد."
    assert find(persian)[0].speaker == "مریم کریمی"
    hindi = "चीन-पाकिस्तान आर्थिक गलियारे पर असर पड़ेगा : वर्मा\n\nमंत्री अनिल वर्मा ने कहा कि काम जारी है।"
    assert find(hindi)[0].speaker == "मंत्री अनिल वर्मा"
    topic = "کریدور شمال-جنوب: راهی تازه برای تجارت منطقه\n\nمریم کریمی گفت: کار ادامه دارد."
    assert [mention.speaker for mention in find(topic)] == [None]


def test_words_before_a_colon_and_a_quotation_name_the_person_they_begin_with():
    text = "Ugo Neri, deputato di Bari, ha chiarito il senso del viaggio: «Il corridoio IMEC serve a tutti noi»."
    assert find(text)[0].speaker == "Ugo Neri"


def test_a_route_with_a_dash_is_nobody_who_did_something():
    text = (
        "Олег Краснов: коридор Север - Юг откроют\n\n"
        "Вице-премьер отметил значение транспортного коридора Север - Юг\n\n"
        "Об этом заявил журналистам вице-премьер РФ Олег Краснов.\n\nКоридор Север - Юг будет готов."
    )
    assert {mention.speaker for mention in find(text)} <= {"Олег Краснов", None}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Краснов: мы откроем Севморпуть для всех\n\nПо словам Краснова, порты готовы.", "Краснов"),
        ("Зелёный: Севморпуть откроют для всех судов\n\nГрузов мало, заявил Зеленый.", "Зелёный"),
        ("Погода: Севморпуть свободен ото льда весь месяц\n\nПо словам Краснова, порты готовы.", None),
    ],
)
def test_a_russian_heading_quotes_the_surname_that_is_said_below_to_speak(text: str, who: str | None):
    assert find(text)[0].speaker == who


def test_parties_and_channels_in_marks_or_brackets_are_no_part_of_who_speaks():
    sentence = "A senadora Ana Melo (ABC-MS) pediu atenção especial ao projeto."
    assert [a.phrase for a in said(sentence, 0, known("portuguese"))] == ["Ana Melo"]
    sentence = 'bunu Türkiyənin nəqliyyat naziri Əli Uraloğlu "Haber Kanal"ın efirində deyib.'
    assert [a.phrase for a in said(sentence, 0, known("turkish"))] == ["Əli Uraloğlu"]
