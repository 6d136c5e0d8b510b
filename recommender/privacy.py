"""Privacy: personal data in what people write, masked before anything is stored.

What leads to a person goes (telephone, mail, street, date of birth, names, numbers of cards, an
illness said of oneself); what a need is made of stays (fees, dates, hours, levels, the town).
Masking twice is masking once. Works on texts in any form, folded or not.
"""

import re
from collections.abc import Callable
from typing import Final

_D: Final = "[0-9０-９]"
_NO_D: Final = "(?<![0-9０-９])"
_DASH: Final = r"[-‐‑‒–—―−ー－]"
_GAP: Final = r"[-‐‑‒–—―−ー－ 　]"
_IS: Final = r"[はが]?[\s:：=]{0,2}"

_PHONE: Final = re.compile(
    rf"{_NO_D}(?:[+＋]?(?:81|８１){_GAP}?|[0０]|[(（][0０]){_D}{{1,4}}[)）]?{_GAP}?"
    rf"[(（]?{_D}{{1,4}}[)）]?{_GAP}?{_D}{{3,4}}(?!{_D})"
)
_LOCAL_PHONE: Final = re.compile(
    rf"(?:電話(?:番号)?|携帯|ケータイ|けいたい|でんわ|[Tt][Ee][Ll]|☎|"
    rf"📞){_IS}({_D}{{2,4}}{_DASH}{_D}{{4}})(?!{_D})"
)
_MAIL: Final = re.compile(r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}[@＠][A-Za-z0-9.-]{1,190}")
_POSTCODE: Final = re.compile(
    rf"〒\s?{_D}{{3}}{_DASH}?{_D}{{4}}(?!{_D})|(?<=郵便番号){_IS}{_D}{{3}}{_DASH}?{_D}{{4}}(?!{_D})"
    rf"|{_NO_D}[9９]{{2}}{_D}{_DASH}{_D}{{4}}(?!{_D}|\s?[円人名字時])"
)
# A town's part and a house number, after a town: 「山形市緑町1-2-3」 becomes 「山形市［番地］」.
_STREET: Final = re.compile(
    rf"(?<=[市区町村])(?:大字|字)?[一-龠々ァ-ヶーがノの]{{1,12}}?(?:{_D}|"
    rf"[一二三四五六七八九十]){{1,4}}"
    rf"(?:丁目(?:{_D}{{1,4}}(?:番地?|{_DASH})?(?:{_D}{{1,4}}号?)?)?|番地?(?:の?{_D}{{1,4}}号?)?|"
    rf"{_DASH}{_D}{{1,4}}(?:{_DASH}{_D}{{1,4}})?)(?!{_D}|"
    rf"\s?[円人名字時分月日年回週歳代割階万千級科歩,，~〜～:：])"
)
_DAY: Final = (
    rf"(?:(?:昭和|平成|大正|令和|西暦|[SHTRＳＨＴＲ]){_D}{{1,4}}|"
    rf"{_D}{{4}})[年./／．-]{_D}{{1,2}}[月./／．-]{_D}{{1,2}}日?"
)
_BIRTH: Final = re.compile(
    rf"(?:生年月日|誕生日|たんじょうび){_IS}({_DAY}|{_D}{{8}}|{_D}{{1,2}}月{_D}{{1,2}}日)"
    rf"|({_DAY}|{_D}{{1,2}}月{_D}{{1,2}}日)\s?(?:生まれ|うまれ|産まれ|生(?=[。、\s)）です]|$))"
    rf"|(?:[Bb]orn on|[Bb]irthday(?: is)?|[Dd]ate of birth:?)\s({_DAY}|"
    rf"{_D}{{1,2}}/{_D}{{1,2}}/{_D}{{2,4}})"
)
_LONG_NUMBER: Final = re.compile(rf"{_NO_D}(?:{_D}{{4}}{_GAP}?){{3,4}}(?!{_D})")
_ACCOUNT: Final = re.compile(
    rf"(?:口座番号|口座|会員番号|保険証(?:番号)?|免許証(?:番号)?|"
    rf"記号番号){_IS}({_D}{{5,13}})(?!{_D}|円)"
    rf"|(?<![A-Za-z0-9])([A-Z]{{2}}{_D}{{8}}[A-Z]{{2}})(?![A-Za-z0-9])"
)
_LINE_ID: Final = re.compile(
    r"(?:[Ll][Ii][Nn][Ee]|ライン|らいん|ＬＩＮＥ)の?\s?(?:[Ii][Dd]|ＩＤ|アイディー|あいでぃー)"
    r"[はが]?[\s:：=]{0,2}(@?[A-Za-z0-9][\w.-]{2,30})",
    re.ASCII,
)
_UNNAMED: Final = r"(?!何|なん|なに|出|言|い[うわ]|書|まだ|聞|知|必|要|ちゃんと|忘)"
_NAME: Final = re.compile(
    r"([一-龠々]{1,4}[ 　]?(?:(?![のはが])[一-龠々ぁ-んァ-ヶー]){0,5}"
    r"|[^\s。、「」［］\[\]はのA-Za-z]{1,10}|[A-Z][A-Za-z .]{1,24})"
    r"(?=と(?:申しま|申す|もうしま))"
    rf"|(?:名前|なまえ|氏名|ナマエ)(?:は|[:：])\s?{_UNNAMED}"
    r"([^\s。、「」［\[]{1,12}?(?:[ 　][^\s。、「」［\[]{1,8}?)?)(?=です|と[申い言]|だよ|"
    r"だっす|[。、\n]|$)"
    r"|[Mm]y name is ([A-Z][A-Za-z]{1,20}(?: [A-Z][A-Za-z]{1,20})?)"
)
# Illnesses that people name of themselves; written for this project from general knowledge.
ILLNESSES: Final = (
    *(
        "うつ病",
        "鬱病",
        "うつ",
        "鬱",
        "適応障害",
        "パニック障害",
        "不安障害",
        "双極性障害",
        "統合失調症",
    ),
    *(
        "強迫性障害",
        "摂食障害",
        "睡眠障害",
        "不眠症",
        "PTSD",
        "発達障害",
        "ADHD",
        "ASD",
        "アスペルガー",
    ),
    *(
        "依存症",
        "てんかん",
        "難病",
        "がん",
        "癌",
        "ガン",
        "白血病",
        "糖尿病",
        "パーキンソン病",
        "脳梗塞",
    ),
    *(
        "脳出血",
        "心筋梗塞",
        "狭心症",
        "心臓病",
        "腎臓病",
        "肝炎",
        "リウマチ",
        "膠原病",
        "潰瘍性大腸炎",
    ),
    *(
        "クローン病",
        "線維筋痛症",
        "メニエール病",
        "椎間板ヘルニア",
        "HIV",
        "人工透析",
        "不妊症",
        "更年期障害",
    ),
)
_PARTS: Final = "乳|胃|肺|大腸|肝臓|膵臓|子宮|前立腺|アルコール|ギャンブル|若年性"
_OTHERS: Final = (
    "母|父|夫|妻|親|子|息子|娘|祖父|祖母|兄|姉|弟|妹|家族|友人|友達|社員|部下|同僚|職員|利用者|患者|"
    "生徒|児童|従業員|お客|ばあちゃん|じいちゃん|孫|義母|義父|主人|旦那|嫁|人|方|高齢者"
)
_ILLNESS: Final = re.compile(
    rf"(?<![ァ-ヶ憂])(?:{_PARTS})?(?:{'|'.join(ILLNESSES)})"
    r"(?![^。、]{0,12}(?:社員|職員|部下|従業員|利用者|患者|生徒|児童|高齢者|人[がをにのへ]|"
    r"方[がをにのへ]|子))"
    r"(?=で(?:休職|退職|入院|通院|治療|療養|休ん|会社を辞|仕事を辞|働け|手術)|と(?:診断|"
    r"言われ|宣告|告知)"
    r"|に(?:なって|なり|かか|な(?:った(?!人|方|とき|時)))|を(?:患[いっ]|わずら|"
    r"抱えて(?!いる[人方子]))"
    r"|があ(?:り|って|るので|るため|るけ)|の(?:治療|手術|療養)(?:中|を(?:して|受|終)|で)|持ちで"
    r"|(?:なので|なんです|なのですが|でして|ですが))"
)
_NEAR: Final = 12  # characters before an illness in which its owner is named
_OWNER: Final = re.compile(rf"(?:{_OTHERS})(?:さん|様)?[がはのも、]")
_HOSPITAL: Final = re.compile(
    r"[一-龠々ァ-ヶーA-Za-z]{1,14}(?:病院|医院|クリニック|"
    r"診療所)(?=(?:の[一-龠]{1,5}科)?[にで](?:通院|通っ|入院|かかっ|治療|診て|手術))"
)

_CARD_DIGITS: Final = (12, 16)  # My Number, a payment card
_PHONE_DIGITS: Final = (10, 12)  # with the country's 81


def _digits(text: str) -> int:
    return sum(char.isdigit() for char in text)


def _if_digits(label: str, counts: tuple[int, int]) -> Callable[[re.Match[str]], str]:
    least, most = counts
    return lambda found: label if least <= _digits(found[0]) <= most else found[0]


def _only_group(label: str) -> Callable[[re.Match[str]], str]:
    """Return a replacement of the part in brackets, which alone is personal."""

    def replaced(found: re.Match[str]) -> str:
        group = found.lastindex or 0
        start, end = found.start(group) - found.start(), found.end(group) - found.start()
        return found[0][:start] + label + found[0][end:]

    return replaced


def _illness(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - _NEAR) : found.start()].rpartition("。")[2]
    return found[0] if _OWNER.search(before) else "［病名］"


Masking = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]
_CONTACTS: Final[tuple[Masking, ...]] = (
    (_MAIL, _only_group("［メール］")),
    (_LINE_ID, _only_group("［LINE ID］")),
    (_LONG_NUMBER, _if_digits("［番号］", _CARD_DIGITS)),
    (_ACCOUNT, _only_group("［番号］")),
    (_BIRTH, _only_group("［生年月日］")),
    (_PHONE, _if_digits("［電話番号］", _PHONE_DIGITS)),
    (_LOCAL_PHONE, _only_group("［電話番号］")),
    (_POSTCODE, _only_group("［郵便番号］")),
    (_STREET, _only_group("［番地］")),
)
_PERSONAL: Final[tuple[Masking, ...]] = (
    (_NAME, _only_group("［名前］")),
    (_ILLNESS, _illness),
    (_HOSPITAL, _only_group("［病院］")),
)


def redacted(text: str) -> str:
    """Return `text` with personal data replaced by what kind it was; idempotent."""
    for pattern, replacement in (*_CONTACTS, *_PERSONAL):
        text = pattern.sub(replacement, text)
    return text


def hands_over_contact(text: str) -> bool:
    """Tell whether a text holds a telephone number, an address or another key to a person."""
    return any(pattern.sub(replacement, text) != text for pattern, replacement in _CONTACTS)
