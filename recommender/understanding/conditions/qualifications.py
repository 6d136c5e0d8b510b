"""Qualifications: the names of qualifications as people say them, and as they are shown.

Chosen by hand: what the courses of Yamagata prepare for, and what people there ask about. People
see the name that they used (宅建), unless it was plain kana or leaves open what is meant. Holds
facts only.
"""

from collections.abc import Iterable, Mapping
from typing import Final


def _with_themselves(names: Iterable[str]) -> dict[str, str]:
    return {name: name for name in names}


# Names that are a qualification and nothing else: naming one asks for it.
PLAIN: Final[Mapping[str, str]] = {
    **_with_themselves(
        (
            "実務者研修",
            "喀痰吸引等研修",
            "子育て支援員",
            "特別教育",
            "技能講習",
            "玉掛け",
            "小型移動式クレーン",
            "床上操作式クレーン",
            "車両系建設機械",
            "高所作業車",
            "作業主任者",
            "MOS",
            "ITパスポート",
            "基本情報技術者",
            "応用情報技術者",
            "E資格",
            "TOEIC",
            "TOEFL",
            "英検",
            "漢検",
            "宅建",
            "宅地建物取引士",
            "登録販売者",
            "危険物取扱者",
            "電験三種",
            "発破技士",
        )
    ),
    "初任者研修": "介護職員初任者研修",
    "しょにんしゃけんしゅう": "介護職員初任者研修",
    "ヘルパー2級": "介護職員初任者研修",  # its name until 2013
    "じつむしゃけんしゅう": "実務者研修",
    "玉掛": "玉掛け",
    "玉かけ": "玉掛け",
    "たまかけ": "玉掛け",
    "アイパス": "ITパスポート",
    "たっけん": "宅建",
    "電験3種": "電験三種",
    "乙4": "危険物取扱者乙種4類",
    "乙四": "危険物取扱者乙種4類",
}
# Names that may also say who somebody is or what somebody does: a word of examining or obtaining
# must stand beside them. The kana forms are for plain Japanese; others in 〜士 need no entry.
OCCUPATIONS: Final[Mapping[str, str]] = {
    **_with_themselves(
        (
            "社労士",
            "社会保険労務士",
            "行政書士",
            "司法書士",
            "税理士",
            "中小企業診断士",
            "介護福祉士",
            "社会福祉士",
            "精神保健福祉士",
            "介護支援専門員",
            "保育士",
            "栄養士",
            "管理栄養士",
            "電気工事士",
            "建築士",
            "美容師",
            "理容師",
            "調理師",
            "看護師",
            "准看護師",
            "日本語教師",
            "FP",
            "キャリアコンサルタント",
            "衛生管理者",
            "フォークリフト",
            "大型特殊",
        )
    ),
    "しゃろうし": "社労士",
    "診断士": "中小企業診断士",
    "ケアマネ": "ケアマネジャー",
    "ケアマネジャー": "ケアマネジャー",
    "キャリコン": "キャリアコンサルタント",
    "びようし": "美容師",
    "りようし": "理容師",
    "ちょうりし": "調理師",
    "ほいくし": "保育士",
    "かんごし": "看護師",
    "えいようし": "栄養士",
    "かいごふくしし": "介護福祉士",
    "リフト": "フォークリフト",
    "狩猟": "狩猟免許",
    "危険物": "危険物取扱者",
}
