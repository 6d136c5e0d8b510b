"""Place names: how people write the towns and areas of Yamagata, and what a name means.

Towns and their kana come from data/municipalities.csv. Landmarks, stations and towns that were
merged (2005) are from the municipalities' own pages. Knows names only, not sentences.
"""

from collections.abc import Iterator, Mapping

from data.municipalities import MUNICIPALITIES, Area, Municipality

Place = Municipality | Area

# Names that are an area when bare; the town is meant only where 市 or 町 says so.
AREA_NAMES = frozenset(Area)
PREFECTURE = "山形"  # bare, it is the city only beside another town
# Names that are also surnames, words or places elsewhere: they need words of place around them.
ELSEWHERE_TOO = frozenset(
    {"朝日", "川西", "小国", "金山", "大江", "中山", "河北", "西川", "三川", "大蔵", "戸沢", "山寺"}
)

# Station, hot spring, harbour, quarter, campus or former town → the municipality where it lies.
LANDMARKS: Mapping[str, str] = {
    "山形駅": "山形市",
    "霞城公園": "山形市",
    "霞城セントラル": "山形市",
    "馬見ヶ崎": "山形市",
    "山寺": "山形市",
    "蔵王温泉": "山形市",
    "小白川": "山形市",
    "村山駅": "村山市",
    "楯岡": "村山市",
    "神町": "東根市",
    "銀山温泉": "尾花沢市",
    "銀山": "尾花沢市",
    "赤湯": "南陽市",
    "小野川温泉": "米沢市",
    "白布温泉": "米沢市",
    "糠野目": "高畠町",
    "羽前小松": "川西町",
    "荒砥": "白鷹町",
    "左沢": "大江町",
    "肘折": "大蔵村",
    "瀬見温泉": "最上町",
    "赤倉温泉": "最上町",
    "余目": "庄内町",
    "狩川": "庄内町",
    "酒田港": "酒田市",
    "飛島": "酒田市",
    "庄内空港": "酒田市",
    "吹浦": "遊佐町",
    "あつみ温泉": "鶴岡市",
    "温海": "鶴岡市",
    "湯野浜": "鶴岡市",
    "湯田川": "鶴岡市",
    "羽黒": "鶴岡市",
    "藤島": "鶴岡市",
    "櫛引": "鶴岡市",
    # Stations that bear another name than their municipality.
    "羽前千歳": "山形市",
    "南出羽": "山形市",
    "茂吉記念館前": "上山市",
    "羽前中山": "上山市",
    "かみのやま温泉": "上山市",
    "さくらんぼ東根": "東根市",
    "羽前山辺": "山辺町",
    "羽前長崎": "中山町",
    "羽前高松": "寒河江市",
    "高擶": "天童市",
    "乱川": "天童市",
    "袖崎駅": "村山市",
    "北大石田": "大石田町",
    "芦沢駅": "尾花沢市",
    "羽前豊里": "鮭川村",
    "釜淵駅": "真室川町",
    "及位駅": "真室川町",
    "古口": "戸沢村",
    "津谷": "戸沢村",
    "羽前椿": "飯豊町",
    "手ノ子": "飯豊町",
    "今泉駅": "長井市",
    "羽前成田": "長井市",
    "あやめ公園駅": "長井市",
    "鮎貝": "白鷹町",
    "蚕桑": "白鷹町",
    "梨郷": "南陽市",
    "犬川駅": "川西町",
    "羽前沼沢": "小国町",
    "置賜駅": "米沢市",
    "砂越": "酒田市",
    "本楯": "酒田市",
    "羽前大山": "鶴岡市",
    "羽前水沢": "鶴岡市",
    "鼠ヶ関": "鶴岡市",
    "鼠ケ関": "鶴岡市",
    "加茂水族館": "鶴岡市",
    "山居倉庫": "酒田市",
}
# Short landmarks that also begin other words or happen elsewhere.
LOOSE_LANDMARKS = frozenset({"銀山", "羽黒", "藤島", "神町", "飛島", "山寺"})

# Counties and joined names; 北村山 and 西村山 exist nowhere else.
WIDER_NAMES: Mapping[str, Area] = {
    "東村山郡": Area.MURAYAMA,
    "西村山郡": Area.MURAYAMA,
    "北村山郡": Area.MURAYAMA,
    "西村山": Area.MURAYAMA,
    "北村山": Area.MURAYAMA,
    "最上郡": Area.MOGAMI,
    "新庄最上": Area.MOGAMI,
    "新庄・最上": Area.MOGAMI,
    "東置賜": Area.OKITAMA,
    "西置賜": Area.OKITAMA,
    "南置賜": Area.OKITAMA,
    "おきたま": Area.OKITAMA,
    "東田川": Area.SHONAI,
    "飽海": Area.SHONAI,
    "しょうない": Area.SHONAI,
}

# Kana names that are ordinary words as well (長い, 山形 the prefecture, …) are left out.
_NO_KANA = frozenset({"山形市", "長井市", "村山市", "最上町", "庄内町", "大江町", "朝日町"})

# Hepburn, as on signs; short or common words (Oe, Asahi, Nagai the surname) need `city` or `town`.
ROMAJI: Mapping[str, str] = {
    "yonezawa": "米沢市",
    "tsuruoka": "鶴岡市",
    "sakata": "酒田市",
    "shinjo": "新庄市",
    "sagae": "寒河江市",
    "kaminoyama": "上山市",
    "nagai": "長井市",
    "tendo": "天童市",
    "higashine": "東根市",
    "obanazawa": "尾花沢市",
    "nanyo": "南陽市",
    "yamanobe": "山辺町",
    "kahoku": "河北町",
    "takahata": "高畠町",
    "oishida": "大石田町",
    "shirataka": "白鷹町",
    "yuza": "遊佐町",
    "yamagata city": "山形市",
    "yamagata station": "山形市",
    "yamagata-shi": "山形市",
    "city of yamagata": "山形市",
    **{
        f"{name}{joint}{kind}": town
        for name, town, kinds in (
            ("oe", "大江町", "machi town"),
            ("asahi", "朝日町", "machi town"),
            ("nishikawa", "西川町", "machi town"),
            ("nakayama", "中山町", "machi town"),
            ("kawanishi", "川西町", "machi town"),
            ("oguni", "小国町", "machi town"),
            ("iide", "飯豊町", "machi town"),
            ("kaneyama", "金山町", "machi town"),
            ("funagata", "舟形町", "machi town"),
            ("mogami", "最上町", "machi town"),
            ("mikawa", "三川町", "machi town"),
            ("shonai", "庄内町", "machi town"),
            ("okura", "大蔵村", "mura village"),
            ("tozawa", "戸沢村", "mura village"),
            ("sakegawa", "鮭川村", "mura village"),
            ("murayama", "村山市", "shi city"),
        )
        for kind in kinds.split()
        for joint in "- "
    },
}
ROMAJI_AREAS: Mapping[str, Area] = {
    "okitama": Area.OKITAMA,
    "shonai": Area.SHONAI,
    "mogami": Area.MOGAMI,
    "murayama": Area.MURAYAMA,
}
# Simplified characters, as people who learnt to write in China use them.
SIMPLIFIED: Mapping[str, str] = {
    "米泽": "米沢市",
    "鹤冈": "鶴岡市",
    "东根": "東根市",
    "长井市": "長井市",
    "尾花泽": "尾花沢市",
    "山边町": "山辺町",
    "山形站": "山形市",
}


def full_names() -> dict[str, Place]:
    """Return names that mean one place wherever they stand."""
    towns = {name: name for name in MUNICIPALITIES}
    landmarks = {name: town for name, town in LANDMARKS.items() if name not in LOOSE_LANDMARKS}
    named = {**towns, **landmarks, **SIMPLIFIED}
    return {**{name: MUNICIPALITIES[town] for name, town in named.items()}, **WIDER_NAMES}


def bare_names() -> dict[str, Place]:
    """Return names that mean a place unless they are part of a longer word or a person's name."""
    towns: dict[str, Place] = {
        town.name[:-1]: town for town in MUNICIPALITIES.values() if town.name[:-1] not in AREA_NAMES
    }
    landmarks = {name: MUNICIPALITIES[LANDMARKS[name]] for name in LOOSE_LANDMARKS}
    return towns | landmarks | {area.value: area for area in Area}


def kana_names() -> dict[str, Place]:
    """Return names in hiragana and katakana, most of them also without 市, 町 or 村."""
    whole: dict[str, Place] = {
        spelling: town for town in MUNICIPALITIES.values() for spelling in _both_kana(town.kana)
    }
    whole |= {f"{_without_kind(town)}えき": town for town in MUNICIPALITIES.values()}
    return whole | {
        spelling: town
        for town in MUNICIPALITIES.values()
        if town.name not in _NO_KANA
        for spelling in _both_kana(_without_kind(town))
    }


def romaji_names() -> dict[str, Place]:
    """Return names in Latin letters, in lower case."""
    towns: dict[str, Place] = {name: MUNICIPALITIES[town] for name, town in ROMAJI.items()}
    return {**towns, **ROMAJI_AREAS}


def _without_kind(town: Municipality) -> str:
    for kind in ("ちょう", "まち", "むら", "し"):
        if town.kana.endswith(kind):
            return town.kana.removesuffix(kind)
    return town.kana


def _both_kana(hiragana: str) -> Iterator[str]:
    yield hiragana
    yield "".join(chr(ord(letter) + 0x60) for letter in hiragana)  # katakana stand 96 later
