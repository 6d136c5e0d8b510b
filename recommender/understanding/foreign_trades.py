"""Foreign trades: common occupations and subjects in other languages → what Japanese courses say.

A small multilingual encoder takes `soldador` or `empilhadeira` for something else; the names of
the most frequent trades are therefore read as words. A table of everyday terms in English,
Portuguese, Vietnamese, Chinese and Tagalog, independent of what any catalog offers.
"""

import re
from collections.abc import Mapping
from typing import Final

# What Japanese courses say → a pattern; Latin words stand between word boundaries.
_LATIN: Final[Mapping[str, str]] = {
    "溶接": r"weld(?:ing|er|ers)?|sold(?:a|ar|ador|adora|agem)|(?:thợ )?hàn(?! quốc)|magwelding",
    "フォークリフト": r"fork-?lifts?|empilhadeiras?|(?:lái )?xe nâng",
    "玉掛け・クレーン": (
        r"cranes?|sling(?:ing)? work|tama-?kake|guindastes?|ponte rolante|cần cẩu|cần trục"
    ),
    "介護": (
        r"care ?giv(?:ing|er|ers)|nursing care|care work(?:er)?|elderly care|cuidador(?:a|es)?"
        r"|cuidar de idosos|kaigo|điều dưỡng viên|chăm sóc (?:người già|người cao tuổi)|hộ lý"
        r"|tagapag-?alaga"
    ),
    "看護": r"nursing(?! care)|nurses?|enfermagem|enfermeir[ao]s?|y tá",
    "調理": r"cook(?:ing|ery)?|chef|cozinh(?:a|ar|eir[ao])|culinária|nấu ăn|đầu bếp|pagluluto",
    "農業": r"farm(?:ing|er)?|agriculture|agricultura|lavoura|nông nghiệp|pagsasaka",
    "果樹栽培": r"fruit (?:growing|farming|trees)|fruticultura|trồng (?:cây ăn quả|táo)",
    "簿記・会計": r"book-?keeping|accounting|accountant|contabilidade|kế toán",
    "パソコン": r"computers?|computador(?:es)?|informática|máy tính|tin học|kompyuter",
    "プログラミング": r"programming|coding|programação|lập trình",
    "日本語": (
        r"(?<!my )japanese(?! (?:is|level|company|husband|wife|people|citizen))(?: (?:language"
        r"|class(?:es)?|lessons?))?"
        r"|(?<!meu )japonês|língua japonesa|tiếng nhật(?! của)|nihongo"
    ),
    "電気工事士": r"electric(?:ian|al work)|eletricista|elétrica|thợ điện|điện dân dụng",
    "機械加工": (
        r"machin(?:ing|ist)|lathes?|usinagem|torneiro(?: mecânico)?|gia công cơ khí|máy tiện"
    ),
    "自動車整備": (
        r"car (?:repair|mechanic)s?|auto mechanics?|mecânic[ao]|sửa (?:chữa )?(?:ô tô|xe)"
    ),
    "建設": r"construction(?: work)?|construção(?: civil)?|pedreiro|xây dựng",
    "大工": r"carpent(?:ry|er)|carpint(?:aria|eiro)|thợ mộc",
    "配管": r"plumb(?:ing|er)|encanador|thợ (?:ống nước|đường ống)",
    "塗装": r"paint(?:er|ing work)|pintor|thợ sơn",
    "縫製": r"sewing|tailoring|costur(?:a|eira)|may mặc|thợ may|pananahi",
    "品質管理": r"quality control|controle de qualidade|quản lý chất lượng",
    "食品衛生": (
        r"food (?:safety|hygiene)|higiene (?:alimentar|dos alimentos)|(?:an toàn|vệ sinh) thực phẩm"
    ),
    "保育": (
        r"child ?care work(?:er)?|nursery teacher|early childhood|educação infantil|mầm non"
        r"|(?:chăm sóc|trông|giữ) trẻ(?: mẫu giáo)?"
    ),
    "観光ガイド": r"tour(?:ist)? guides?|guia(?: turístico| de turismo)|hướng dẫn viên du lịch",
    "接客": r"customer service|hospitality|atendimento(?: ao cliente)?|phục vụ khách hàng",
    "起業": (
        r"start(?:ing)? (?:a|my(?: own)?) business|abrir (?:um )?negócio|khởi nghiệp"
        r"|mở (?:cửa hàng|quán)"
    ),
    "ドローン": r"drones?",
    "トラック運転": r"truck driv(?:ing|er)|caminhoneiro|lái xe tải",
    "医療事務": r"medical (?:office|clerk|administration)|secretaria médica",
    "美容": r"hairdress(?:ing|er)|beautician|cabeleireir[ao]|làm tóc",
}
_CHINESE: Final[Mapping[str, str]] = {
    "溶接": "焊接|電焊|电焊",
    "フォークリフト": "叉车|铲车",
    "玉掛け・クレーン": "起重机|吊车",
    "介護": "护理员|介护|养老护理|照顾老人|照护",
    "看護": "护士|护理(?!员)",
    "調理": "做饭|烹饪|做菜|厨师",
    "農業": "农业|种地|种田",
    "果樹栽培": "果树|种苹果|种葡萄",
    "簿記・会計": "会计|簿记|记账",
    "パソコン": "电脑|计算机",
    "プログラミング": "编程|程序设计",
    "日本語": "日语|日本语",
    "電気工事士": "电工",
    "機械加工": "机械加工|车床",
    "自動車整備": "汽车维修|修车",
    "建設": "建筑(?:工地|施工)?",
    "大工": "木匠",
    "縫製": "缝纫|裁缝",
    "品質管理": "质量管理|品质管理",
    "食品衛生": "食品(?:卫生|安全)",
    "観光ガイド": "导游",
    "起業": "创业|开店",
    "ドローン": "无人机",
}
_NAMES: Final = tuple({**_LATIN, **_CHINESE})
_GROUP: Final = "trade_"


def _compiled(*tables: Mapping[str, str]) -> re.Pattern[str]:
    ways = (
        f"(?P<{_GROUP}{place}>{'|'.join(table[name] for table in tables if name in table)})"
        for place, name in enumerate(_NAMES)
        if any(name in table for table in tables)
    )
    return re.compile("|".join(ways), re.IGNORECASE)


_WHOLE_WORDS: Final = {name: rf"(?<!\w)(?:{words})(?!\w)" for name, words in _LATIN.items()}
_ANY_LATIN: Final = _compiled(_WHOLE_WORDS)
_ANY: Final = _compiled(_WHOLE_WORDS, _CHINESE)

_KANA: Final = re.compile(r"[ぁ-ゖァ-ヺ]")
# Words of wishing and of courses: without them and the trades, nothing is left to say.
_FILLER: Final = re.compile(
    r"\b(?:want(?:ed)?|would|like|learn(?:ing)?|study|become|work(?:ing)?|job|looking|course|class(?:es)?"
    r"|lessons?|train(?:ing)?|licen[cs]e|certificate|beginners?|please|help|get|near|where|how|can|could"
    r"|any|need|basics?"
    r"|queria|quero|procuro|gostaria|aprender|estudar|trabalhar|cursos?|aulas?|operador(?:a)?|treinamento"
    r"|muốn|học|nghề|khóa|khoá|lớp|làm|biết|tìm)\b"
    r"|我想?|想|学习?|要|去|做|当|的|工作|课程?|培训|有|吗|怎么|哪里|可以|请问|会",
    re.IGNORECASE,
)
_LONGEST: Final = 120  # characters; a longer message tells of trades that are not its topic
_LETTER: Final = re.compile(r"\w{4,}|[一-鿿]{2,}")


def named_trades(text: str) -> tuple[str, ...]:
    """Return the trades, in Japanese, that a text in another language names and nothing more."""
    return () if _says_more(text, _ANY) else _named(text, _ANY)


def _named(text: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
    groups = (found.lastgroup or "" for found in pattern.finditer(text))
    return tuple(dict.fromkeys(_NAMES[int(group[len(_GROUP) :])] for group in groups))


def in_japanese(topic: str, *, is_foreign: bool) -> str:
    """Return a topic with its trades in Japanese; one in Japanese as it is.

    What says more than the trade (`forklift for warehouse staff`) is kept behind it.
    """
    if _KANA.search(topic) or len(topic) > _LONGEST:
        return topic
    pattern = _ANY if is_foreign else _ANY_LATIN
    named = _named(topic, pattern)
    if not named:
        return topic
    trades = "、".join(named)
    return f"{trades} {topic}" if _says_more(topic, pattern) else trades


def _says_more(text: str, pattern: re.Pattern[str]) -> bool:
    return bool(_LETTER.search(_FILLER.sub(" ", pattern.sub(" ", text))))
