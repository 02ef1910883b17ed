"""Routes told by their two ends in other languages than English, and what only looks like one."""

from __future__ import annotations

import pytest

from corridors import find
from corridors.lexicon import lexicon
from corridors.model import Kind
from corridors.wordings import Wording


@pytest.mark.parametrize(
    ("text", "exact", "corridor", "mode"),
    [
        (
            "По словам министра, железная дорога от Решта до Астары свяжет порты Персидского залива с Европой.",
            "железная дорога от Решта до Астары",
            "rasht-astara-railway",
            "rail",
        ),
        (
            "Индия и Россия обсуждают морской маршрут из Ченнаи во Владивосток, который сократит путь грузов.",
            "морской маршрут из Ченнаи во Владивосток",
            "chennai-vladivostok",
            "sea",
        ),
        (
            "Контейнерная линия свяжет Ченнаи с Владивостоком, сообщили в порту.",
            "Контейнерная линия свяжет Ченнаи с Владивостоком",
            "chennai-vladivostok",
            "sea",
        ),
        (
            "Le gouvernement veut relancer la ligne ferroviaire reliant Dakar à Bamako, à l'arrêt depuis 2018.",
            "ligne ferroviaire reliant Dakar à Bamako",
            "dakar-bamako-railway",
            "rail",
        ),
        (
            "La ligne ferroviaire entre Addis-Abeba et Djibouti transporte surtout des conteneurs.",
            "ligne ferroviaire entre Addis-Abeba et Djibouti",
            "addis-ababa-djibouti-railway",
            "rail",
        ),
        (
            "La Chine a financé la voie ferrée qui relie Addis-Abeba à Djibouti.",
            "voie ferrée qui relie Addis-Abeba à Djibouti",
            "addis-ababa-djibouti-railway",
            "rail",
        ),
        (
            "Die Bahnstrecke von Tallinn nach Warschau soll bis 2030 fertig sein.",
            "Bahnstrecke von Tallinn nach Warschau",
            "rail-baltica",
            "rail",
        ),
        (
            "Geplant ist eine Schnellfahrstrecke zwischen Tallinn und Warschau in Normalspur.",
            "Schnellfahrstrecke zwischen Tallinn und Warschau",
            "rail-baltica",
            "rail",
        ),
        (
            "China baute die Eisenbahnlinie, die Addis Abeba mit Dschibuti verbindet.",
            "Eisenbahnlinie, die Addis Abeba mit Dschibuti verbindet",
            "addis-ababa-djibouti-railway",
            "rail",
        ),
        (
            "China rehabilitará el ferrocarril de Dar es Salaam a Kapiri Mposhi.",
            "ferrocarril de Dar es Salaam a Kapiri Mposhi",
            "tazara",
            "rail",
        ),
        (
            "La carretera de Santos a Antofagasta cruzará el Chaco paraguayo.",
            "carretera de Santos a Antofagasta",
            "capricorn-bioceanic-corridor",
            "road",
        ),
        (
            "La UE paga la mayor parte de la línea ferroviaria que une Tallin con Varsovia.",
            "línea ferroviaria que une Tallin con Varsovia",
            "rail-baltica",
            "rail",
        ),
        (
            "A ferrovia que liga Lobito a Kolwezi recebeu novos vagões.",
            "ferrovia que liga Lobito a Kolwezi",
            "lobito-corridor",
            "rail",
        ),
        (
            "O comboio de minério percorre a linha férrea entre Kolwezi e o Lobito.",
            "linha férrea entre Kolwezi e o Lobito",
            "lobito-corridor",
            "rail",
        ),
        (
            "Bakü'den Kars'a uzanan demiryolu hattında bu yıl 2 milyon ton yük taşındı.",
            "Bakü'den Kars'a uzanan demiryolu hattında",
            "middle-corridor",
            "rail",
        ),
        (
            "Bakü ile Kars arasındaki demiryolu yeniden açıldı.",
            "Bakü ile Kars arasındaki demiryolu",
            "middle-corridor",
            "rail",
        ),
        (
            "Chennai'den Vladivostok'a deniz yolu 24 gün sürüyor.",
            "Chennai'den Vladivostok'a deniz yolu",
            "chennai-vladivostok",
            "sea",
        ),
        (
            "وزیر راه گفت راه‌آهن رشت به آستارا تا پایان سال آینده آغاز می‌شود.",
            "راه‌آهن رشت به آستارا",
            "rasht-astara-railway",
            "rail",
        ),
        ("راه‌آهن چابهار به زاهدان ۶۳۴ کیلومتر طول دارد.", "راه‌آهن چابهار به زاهدان", "chabahar-corridor", "rail"),
        (
            "ریل‌گذاری خط آهن از چابهار تا زاهدان دوباره آغاز شد.",
            "خط آهن از چابهار تا زاهدان",
            "chabahar-corridor",
            "rail",
        ),
        (
            "دشنت إثيوبيا خط السكك الحديدية بين أديس أبابا وجيبوتي بتمويل صيني.",
            "خط السكك الحديدية بين أديس أبابا وجيبوتي",
            "addis-ababa-djibouti-railway",
            "rail",
        ),
        (
            "خط السكة الحديد الذي يربط أديس أبابا بجيبوتي ينقل معظم واردات إثيوبيا.",
            "خط السكة الحديد الذي يربط أديس أبابا بجيبوتي",
            "addis-ababa-djibouti-railway",
            "rail",
        ),
        (
            "الطريق الممتد من الجزائر إلى لاغوس بلغ مراحله الأخيرة.",
            "الطريق الممتد من الجزائر إلى لاغوس",
            "trans-saharan-highway",
            "road",
        ),
        (
            "افتتحت الهند الطريق البحري من تشيناي إلى فلاديفوستوك أمام ناقلات النفط.",
            "الطريق البحري من تشيناي إلى فلاديفوستوك",
            "chennai-vladivostok",
            "sea",
        ),
        (
            "चेन्नई से व्लादिवोस्तोक तक समुद्री मार्ग से माल ढुलाई में 16 दिन बचेंगे।",
            "चेन्नई से व्लादिवोस्तोक तक समुद्री मार्ग",
            "chennai-vladivostok",
            "sea",
        ),
        (
            "नया समुद्री मार्ग चेन्नई को व्लादिवोस्तोक से जोड़ता है।",
            "समुद्री मार्ग चेन्नई को व्लादिवोस्तोक से जोड़ता",
            "chennai-vladivostok",
            "sea",
        ),
        (
            "चाबहार और ज़ाहेदान के बीच रेलवे लाइन का काम फिर शुरू हुआ।",
            "चाबहार और ज़ाहेदान के बीच रेलवे लाइन",
            "chabahar-corridor",
            "rail",
        ),
        ("俄罗斯将出资修建从拉什特到阿斯塔拉的铁路。", "从拉什特到阿斯塔拉的铁路", "rasht-astara-railway", "rail"),
        (
            "连接亚的斯亚贝巴和吉布提的铁路由中国企业承建。",
            "连接亚的斯亚贝巴和吉布提的铁路",
            "addis-ababa-djibouti-railway",
            "rail",
        ),
        ("印度开通了金奈至符拉迪沃斯托克海上航线。", "金奈至符拉迪沃斯托克海上航线", "chennai-vladivostok", "sea"),
        ("昆明至万象铁路货运量再创新高。", "昆明至万象铁路", "china-laos-railway", "rail"),
        (
            "Контейнеры пойдут по железной дороге из Владивостока в Москву за одиннадцать суток.",
            "железной дороге из Владивостока в Москву",
            "trans-siberian-railway",
            "rail",
        ),
        (
            "La ligne de 1 860 km entre Dar es Salaam et Kapiri Mposhi a été construite par la Chine.",
            "ligne de 1 860 km entre Dar es Salaam et Kapiri Mposhi",
            "tazara",
            "rail",
        ),
        (
            "Die Straße von Algier nach Lagos ist asphaltiert.",
            "Straße von Algier nach Lagos",
            "trans-saharan-highway",
            "road",
        ),
    ],
)
def test_two_ends_are_read_in_many_languages(text: str, exact: str, corridor: str, mode: str) -> None:
    (mention,) = find(text)
    assert (mention.exact, mention.corridor, mention.kind) == (exact, corridor, Kind.ENDPOINTS)
    assert mention.route is not None
    assert mention.route["mode"] == mode


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Der Ausbau der Bahnlinie Baku–Tiflis–Kars ist abgeschlossen.", "Bahnlinie Baku–Tiflis–Kars"),
        ("Bakü-Tiflis-Kars demiryolu yenilendi.", "Bakü-Tiflis-Kars demiryolu"),
        ("Железная дорога Баку — Тбилиси — Карс сдана в эксплуатацию.", "Железная дорога Баку — Тбилиси — Карс"),
        ("Ведомство закрыло маршрут Ченнаи — Владивосток для грузов.", "маршрут Ченнаи — Владивосток"),
    ],
)
def test_a_noun_stands_beside_ends_joined_by_dashes(text: str, exact: str) -> None:
    assert [mention.exact for mention in find(text)] == [exact]


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Die Bahnstrecke von Tallinn über Riga nach Warschau wird gebaut.", "Tallinn über Riga nach Warschau"),
        ("La ligne ferroviaire entre Lobito, en Angola, et Kolwezi rouvre.", "entre Lobito, en Angola, et Kolwezi"),
        ("Китай обновит железную дорогу от порта Лобиту до города Колвези.", "от порта Лобиту до города Колвези"),
    ],
)
def test_words_may_stand_beside_an_end(text: str, exact: str) -> None:
    (mention,) = find(text)
    assert mention.exact.endswith(exact)


@pytest.mark.parametrize(
    "text",
    [
        "Самолёт из Москвы во Владивосток вылетел с опозданием на два часа.",
        "Туристы ехали из Таллина в Варшаву на автобусе и ночевали в Риге.",
        "Расстояние между Дакаром и Бамако по прямой составляет около тысячи километров.",
        "Le vol de Dakar à Bamako a été annulé à cause d'une tempête de sable.",
        "La rencontre entre Dakar et Bamako s'est terminée sur un score nul.",
        "Il a voyagé de Tallinn à Varsovie à vélo pendant l'été.",
        "Der Flug von Tallinn nach Warschau dauert anderthalb Stunden.",
        "Sie zog vor zwei Jahren von Moskau nach Wladiwostok.",
        "Die Beziehungen zwischen Dakar und Bamako sind seit dem Putsch gespannt.",
        "El vuelo de Moscú a Vladivostok dura casi nueve horas.",
        "La amistad entre Moscú y Pekín preocupa a sus vecinos.",
        "Viajamos de Santos a Antofagasta en autobús durante las vacaciones.",
        "O voo de Lobito a Lubumbashi foi cancelado.",
        "A distância de Santos a Antofagasta é de quase três mil quilômetros.",
        "Bakü'den Kars'a uçak seferleri yeniden başlıyor.",
        "Bakü ile Kars arasında oynanan maç berabere bitti.",
        "Moskova'dan Vladivostok'a taşınan aile yeni bir hayata başladı.",
        "پرواز رشت به آستارا لغو شد.",
        "فاصله چابهار تا زاهدان بیش از ششصد کیلومتر است.",
        "مسابقه دوچرخه‌سواری از چابهار تا زاهدان برگزار شد.",
        "سافر الوزير من موسكو إلى فلاديفوستوك لحضور المنتدى.",
        "العلاقات بين أديس أبابا وجيبوتي متينة.",
        "رحلة جوية من الجزائر إلى لاغوس استغرقت أربع ساعات.",
        "वह पिछले साल चेन्नई से व्लादिवोस्तोक तक हवाई जहाज से गया।",
        "चेन्नई और व्लादिवोस्तोक के बीच सीधी उड़ान शुरू होगी।",
        "他从莫斯科飞到符拉迪沃斯托克参加论坛。",
        "从莫斯科到符拉迪沃斯托克的航班因天气延误。",
        "亚的斯亚贝巴和吉布提之间的关系良好。",
        "Он проехал на поезде из Москвы во Владивосток и написал об этом книгу.",
        "Дорога из Москвы во Владивосток заняла у путешественника три недели.",
        "Маршрут экскурсии из Баку в Карс включает посещение музеев.",
        "Un nouvel axe Moscou-Pékin inquiète les chancelleries occidentales.",
        "La route de Moscou à Vladivostok à moto, récit d'un voyage.",
        "Air Sénégal relie Dakar à Bamako quatre fois par semaine.",
        "Von Dakar nach Bamako flohen Tausende Menschen.",
        "Der Luftkorridor zwischen Moskau und Wladiwostok bleibt gesperrt.",
        "Die Entfernung zwischen Baku und Kars beträgt neunhundert Kilometer.",
        "El gasoducto entre Lagos y Argel costará trece mil millones.",
        "Las relaciones entre Moscú y Teherán se estrechan.",
        "La ruta aérea entre Moscú y Vladivostok se ampliará.",
        "O avião que liga Lobito a Luanda atrasou-se.",
        "A cooperação entre Moscou e Teerã cresce.",
        "Bakü'den Kars'a gelen öğrenciler üniversiteyi gezdi.",
        "Tahran ile Bakü arasında gerginlik yükseldi.",
        "Cezayir'den Lagos'a boru hattı döşenecek.",
        "روابط تهران و باکو رو به بهبود است.",
        "خط هوایی رشت به آستارا راه‌اندازی نشد.",
        "سفر از مسکو به ولادی‌وستوک با قطار هفت روز طول می‌کشد.",
        "خط الغاز بين الجزائر ولاغوس سيكلف المليارات.",
        "المسافة بين الجزائر ولاغوس تتجاوز أربعة آلاف كيلومتر.",
        "الخط الجوي بين الجزائر وداكار يستأنف رحلاته.",
        "मुंबई से तेहरान तक हवाई मार्ग बंद रहा।",
        "दिल्ली और तेहरान के बीच वार्ता हुई।",
        "莫斯科与北京之间的战略通道保持畅通。",
        "从北京到莫斯科的航线每周三班。",
        "连接上海和新加坡的海底光缆建成。",
        "Компания открыла прямой рейс Москва — Владивосток.",
        "La ligne aérienne entre Dakar et Bamako reprendra en mars.",
        "Ein Unterseekabel verbindet Dakar mit Lagos.",
        "天然气管道从莫斯科到北京长达数千公里。",
        "Он ехал по железной дороге из Москвы во Владивосток целую неделю.",
        "Er reiste mit der Bahn von Moskau nach Wladiwostok.",
        "Viajou por caminho de ferro de Moscou a Vladivostok.",
        "Un motard parcourt la route de Moscou à Vladivostok, soit 10 000 km.",
        "Мотоциклисты прошли маршрут из Москвы во Владивосток длиной десять тысяч километров.",
        "Die Buslinie zwischen Tallinn und Warschau wird eingestellt.",
        "L'oléoduc entre Bakou et Poti mesure 830 km.",
        "La liaison entre Moscou et Téhéran passe par des conseillers militaires.",
        "Göçmenlerin Cezayir'den Lagos'a uzanan yolu 4000 kilometre.",
        "مسیر پیاده‌روی از چابهار تا زاهدان ۶۰۰ کیلومتر است.",
        "从莫斯科到符拉迪沃斯托克的骑行路线长九千公里。",
    ],
)
def test_journeys_flights_distances_and_matches_are_no_routes(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Les marchandises empruntent la liaison entre Dakar et Bamako.", ["dakar-bamako-railway"]),
        ("Les camions de marchandises empruntent la liaison entre Dakar et Bamako.", []),
        ("Les camions attendent, les voies ferrées sont vides : la liaison entre Dakar et Bamako est en travaux.",
         ["dakar-bamako-railway"]),
    ],
)  # fmt: skip
def test_a_railway_is_no_way_for_lorries(text: str, found: list[str]) -> None:
    assert [mention.corridor for mention in find(text)] == found


def test_every_language_is_ready_to_read() -> None:
    languages = {key.partition(".")[0] for key in lexicon("pairings.toml").lists} - {"english"}
    assert len(languages) == 10
    assert all(Wording(language) for language in languages)
