"""Offices: who answers what a catalog of courses cannot, and which messages are plainly theirs.

Only procedures and services are here, asked for as such: who works with them or wants to learn
about them (「窓口で住民票を出す係になった」) is looked after by a search.
"""

import re
from enum import Enum
from typing import Final

from recommender.outcomes.folding import folded
from recommender.outcomes.learning import wants_to_learn


class Office(Enum):
    """Kinds of offices outside; their names for readers are in `wording`."""

    TOWN_HALL = "town hall"
    TAX = "tax office"
    WORK = "employment office"
    HEALTH = "clinic"
    LAW = "legal help"
    PENSION = "pension office"
    IMMIGRATION = "immigration office"
    MONEY = "bank"
    ORGANISER = "organiser of a course"


_TOWN_HALL: Final = (
    r"戸籍|住民票|印鑑(証明|登録)|転(入|出|居)届|婚姻届|出生届|死亡届|引っ?越し|ひっこし|"
    r"(粗大)?(ごみ|塵)|資源物|まいな(ん)?(ばー)?かーど|母子手帳|ぱすぽーと|児童手当|保育園|"
    r"学童|水道|除雪|市営住宅|投票所|住民税|固定資産税|国民健康保険|要介護認定|生活保護|"
    r"(役場|市役所)[はの].{0,8}(何時|開い|電話|どこ)"
)
# Subjects over folded texts, the particular before the general.
_SUBJECTS: Final = (
    (
        Office.ORGANISER,
        (
            r"(講座|せみなー|教室|研修|受講料?|申し込んだ|申込んだ)"
            r".{0,10}(きゃんせる|領収書|忘れ物|払い戻|返金|再発行)"
        ),
    ),
    (Office.TAX, r"確定申告|還付|青色申告|所得税|納税|税務署"),
    (
        Office.WORK,
        r"求人|(仕事|ぱーと|ばいと|しごと)を?(紹介|しょうかい|さが|探)|失業保険|失業手当",
    ),
    (Office.PENSION, r"年金|健康保険証|社会保険の(加入|手続)"),
    (
        Office.IMMIGRATION,
        r"びざ|在留(かーど|資格|期間)|ざいりゅう|\bvisa\b|residence card|签证|비자",
    ),
    (Office.LAW, r"弁護士|慰謝料|自己破産|示談|訴え|法律相談|離婚し"),
    (Office.MONEY, r"(住宅)?ろーん|口座|借り換え|くれじっと|お金を?(貸|借)"),
    (Office.HEALTH, r"何科|病院|医者|びょういん|予防接種|診察|熱が|薬を?(飲|もら)|歯医者|救急"),
    (Office.TOWN_HALL, _TOWN_HALL),
)
_OFFICES: Final = tuple((office, re.compile(subject)) for office, subject in _SUBJECTS)
# How one asks an office for something.
_ASKS: Final = re.compile(
    r"どこ(で|に|へ|が|の|です|\?|$|さ|だ|か)|いつ(まで|から|です|だ|に|\?|$|出)|何(時|曜日|"
    r"日)|なんじ|いくら|手続|"
    r"(取り|とり|もらい|受け取り|申請し|更新し|再発行し|紹介し|借り|予約し|ぬき|捨て)(た(い|"
    r"いの)|て(ほしい|ください))|"
    r"(が|を)?(ほしい|欲しい)(です|んです)?(けど|が)?。?$|予約(を|は|が|の|お願い)|申請(書|の|"
    r"は|を)|電話番号|受付時間|営業時間|"
    r"(紹介|しょうかい)し?て?(ください|ほしい|けろ|もらえ)|あり?ますか|空き|なくした|忘れ(た|"
    r"まし)|空いて|届け?出(の|は|を)|出し方|捨て方|いつ\b|"
    r"where|how (do|can) i|renew|\?$|(です|ます|ません|ました)か$"
)
# What somebody says whose work it is, or who has a larger matter than a counter's.
_WORK: Final = re.compile(
    r"担当|係|業務|実務|職員|新人|社員|部下|従業員|後輩|勤め|働(い|く|き)|開業|経営|仕事(で|"
    r"に|が)|として|になり(たい|まし)|採用|"
    r"なりたて|事務所|対応|説明|違い|しくみ|仕組み|知識|相談に乗|なくし(たい|て)|減らし|活用|"
    r"書き方|自分で|こーす|受けたい|仕込"
)
LONGEST: Final = 60  # characters; a longer message has a matter of its own


def office_for(text: str) -> Office | None:
    """Return the office whose subject a message names, or None."""
    read = folded(text)
    return next((office for office, subject in _OFFICES if subject.search(read)), None)


def is_for_an_office(text: str) -> bool:
    """Tell whether a message plainly asks for a procedure or service of another office."""
    read = folded(text)
    if len(read) > LONGEST or office_for(read) is None or not _ASKS.search(read):
        return False
    return not (_WORK.search(read) or (wants_to_learn(read) and not _is_after_a_course(read)))


def _is_after_a_course(read: str) -> bool:
    office, subject = _OFFICES[0]
    return office is Office.ORGANISER and bool(subject.search(read))
