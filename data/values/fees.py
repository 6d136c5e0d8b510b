"""Fees: what a person who is no member pays for the whole offering, and what else is said of it.

Unknown is not zero: a price for a session or a month, for members only or for the textbook is no
fee, and stays in the note. Labels are classified by the tables below.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from data.issue import Code
from data.values.bad_cell import BadCell
from data.values.spreadsheet import refuse_date_or_clock, refuse_spreadsheet_error

HIGHEST_FEE = 10_000_000  # yen; more is a slip of the keyboard


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """The fee in yen, None where it is not known; `note` is what else the cell says."""

    yen: int | None
    note: str


class _Label(Enum):
    """Whom or what an amount is for, judged by the words before it."""

    PLAIN = auto()  # nothing but the fee
    GENERAL = auto()  # who is no member
    WHOLE = auto()  # the whole course, so said
    OTHER = auto()  # members, extras, parts


_PLAIN_FEE = re.compile(
    r"[¥\\]?\s?(\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.0+)?\s?円?(?:\s?\(税込み?\))?"
)
_NUMBER = (
    r"(?:(?P<man>\d{1,6}(?:\.\d{1,4})?)万(?:(?P<man_sen>\d)千)?(?P<man_rest>\d{1,3}(?:,\d{3}){1,4}"
    r"|\d{1,4})?"
    r"|(?P<sen>\d{1,6}(?:\.\d{1,3})?)千(?P<sen_rest>\d{1,3})?"
    r"|(?P<digits>\d{1,3}(?:,\d{3}){1,4}(?![\d,])|\d{1,12}(?!\d))(?:\.0+)?)"
)
_WITH_SIGN, _WITH_UNIT = _NUMBER, _NUMBER.replace("P<", "P<y_")
_AMOUNT = re.compile(
    rf"(?<![\d,.])(?:[¥\\]\s?{_WITH_SIGN}\s?円?|{_WITH_UNIT}\s?円|(?P<free>無料|無償|free))",
    re.IGNORECASE,
)
_BARE_AMOUNT = re.compile(rf"{_NUMBER}(?=\s?(?:$|\(|※|\*|税))")
_TAX = r"(?:\s?\(税込み?\)|\s?税込み?(?=$|\(|\s))"
_BRACKETS = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
_IN_BRACKETS = re.compile(r"\s?\(((?:[^()]|\([^()]*\))*)\)")
_SEPARATORS = " 、,・/;:。は"

_UNDECIDED = re.compile(
    r"要問|要お問|お問|問い?合|応相談|要相談|相談|ご相談|未定|調整中|内容に"
    r"|講座に|コースに|科目に|人数に|見積|別途見積|都度|後日"
    r"|確定次第|決まり次第|要確認|実費|有料|募集要項|各講座|各コース|施設に|受講科目"
)
_VAGUE = re.compile(r"(?:要|応|ご|御)?相談|実費(?:相当|負担|程度)?|有料|都度")  # and nothing else
_PLAIN_LABEL = re.compile(
    r"(?:受講|参加|講習|聴講|研修|訓練|利用|講座)?(?:料金?|費用?)?"
    r"(?:合計|総額|計|全額|一律|お?[1一](?:人|名)(?:様)?(?:あたり)?|税込)?"
)
_GENERAL_LABEL = re.compile(
    r"(?:一般|非会員|会員以外|会員外|会員でない|その他|それ以外|上記以外|大人|社会人|員外)"
    r"(?:の方|価格|料金|参加|受講料?|の場合|個人)?"
)
_WHOLE_LABEL = re.compile(
    r"全\d+(?:日|回|講|コマ|単元|科目)(?:間|分|セット)?(?:で|一括)?|全(?:期間|課程|日程)|一括|通し"
    r"|\d+(?:日間?|回)(?:分|通し|セット)?で|(?:授業|受講|参加|講習)料?[:・ ]?年額|年額"
    r"|総額|合計|負担金|授業料|会費|年会費"
)
_NOT_EXACT = re.compile(
    r"\s?(?:~|から|より|以上|[×x*]|/\s?1?(?:回|[かヶカケ]?月|時間|コマ|日|科目))"
)
_ABROAD = re.compile(
    r"[$€£]\s?\d|\d\s?(?:[$€£]|ドル|ユーロ|ウォン|USD|EUR|GBP|CNY|KRW)", re.IGNORECASE
)
_NOTHING = re.compile(r".{0,6}(?:かかりません|いただきません|不要です?|なし\\(無料\\))")
_FORMAL = re.compile(
    r"(?<=\d)-(?=$|\s|\()|^(?:金|JPY)\s?(?=[¥\\\d])|(?<=円)也"
)  # 金五千円也, as on a receipt
_NEGATIVE = re.compile(r"(?:[¥\\]\s?)?[-▲△]\s?[¥\\]?\s?[\d,]+(?:\.\d+)?\s?円?")


@lru_cache(maxsize=4096)
def read_fee(text: str) -> Fee:
    """Read a column of fees; words that fix no fee give None with the words. Raises BadCell."""
    text = _FORMAL.sub("", text)
    if _NOTHING.fullmatch(text):
        return Fee(yen=0, note="")
    plain = _PLAIN_FEE.fullmatch(text)
    if plain:
        return Fee(yen=_payable(int(plain[1].replace(",", ""))), note="")
    fee = _described(text)
    if fee:
        return fee
    if _ABROAD.search(text):
        raise BadCell(Code.FEE_CURRENCY)
    if _NEGATIVE.fullmatch(text):
        raise BadCell(Code.FEE_NEGATIVE)
    refuse_date_or_clock(text)
    refuse_spreadsheet_error(text)
    raise BadCell(Code.FEE_UNREADABLE)


@lru_cache(maxsize=4096)
def free_text_fee(text: str) -> Fee:
    """Read a fee out of remarks that may hold none; they are the note then. Never raises."""
    try:
        return read_fee(text)
    except BadCell:
        return Fee(yen=None, note=text)


def _described(text: str) -> Fee | None:
    """Return the fee of a text with words in it; None if it says nothing of money."""
    if _NEGATIVE.match(text) or _ABROAD.search(_BRACKETS.sub("", text)):
        return None
    if _VAGUE.fullmatch(text):
        return None
    if _UNDECIDED.match(text):
        return Fee(yen=None, note=_words_of_undecided(text))
    bare = _BARE_AMOUNT.match(text)
    if bare:
        return Fee(yen=_payable(_yen(bare)), note=_note(text[bare.end() :]))
    prices = list(_prices(text))
    if not prices:
        return Fee(yen=None, note=text) if _speaks_of_extras(text) else None
    return _chosen(text, prices)


def _words_of_undecided(text: str) -> str:
    """Return what follows 要問合せ, when that is in brackets; else the whole text."""
    inside = re.fullmatch(r"(?:要(?:お)?)?(?:お)?問い?合わ?せ\s?\((.*)\)", text)
    return inside[1] if inside else text


def _prices(text: str) -> Iterator[tuple[_Label, int | None, int]]:
    """Yield label, amount and end of every price outside brackets; None: not exact."""
    outside = _BRACKETS.sub(lambda found: "、" * len(found[0]), text)
    behind = 0
    for found in _AMOUNT.finditer(outside):
        label = _label(outside[behind : found.start()])
        exact = not _NOT_EXACT.match(outside, found.end())
        yield label, (_yen(found) if exact else None), found.end()
        behind = found.end()


def _label(words: str) -> _Label:
    part = words.strip(_SEPARATORS)
    if _PLAIN_LABEL.fullmatch(part):
        return _Label.PLAIN
    if _GENERAL_LABEL.fullmatch(part):
        return _Label.GENERAL
    if _WHOLE_LABEL.fullmatch(part):
        return _Label.WHOLE
    return _Label.OTHER


def _chosen(text: str, prices: list[tuple[_Label, int | None, int]]) -> Fee:
    """Return what one pays who is no member; several prices for the same leave it unknown."""
    by_label: dict[_Label, list[tuple[int | None, int]]] = {}
    for label, yen, end in prices:
        by_label.setdefault(label, []).append((yen, end))
    for label in (_Label.GENERAL, _Label.WHOLE, _Label.PLAIN):
        amounts = by_label.get(label)
        if not amounts:
            continue
        yen, end = amounts[0]
        if yen is None or len({amount for amount, _ in amounts}) > 1:
            return Fee(yen=None, note=text)
        alone = label is _Label.PLAIN and len(prices) == 1
        return Fee(yen=_payable(yen), note=_note(text[end:]) if alone else text)
    return Fee(yen=None, note=text)


def _note(rest: str) -> str:
    """Return the words behind an amount, without 税込 and without brackets around all of them."""
    said = re.sub(rf"^{_TAX}", "", rest).strip(" 、,。・-")
    inside = _IN_BRACKETS.fullmatch(said)
    return inside[1].strip() if inside else said


def _yen(found: re.Match[str]) -> int:
    part = {name.removeprefix("y_"): value for name, value in found.groupdict().items() if value}
    if "man" in part:
        rest = int(part.get("man_rest", "0").replace(",", ""))
        return round(float(part["man"]) * 10_000) + int(part.get("man_sen", 0)) * 1_000 + rest
    if "sen" in part:
        return round(float(part["sen"]) * 1_000) + int(part.get("sen_rest", 0))
    return int(part["digits"].replace(",", "")) if "digits" in part else 0


def _payable(yen: int) -> int:
    if yen > HIGHEST_FEE:
        raise BadCell(Code.FEE_UNREADABLE)
    return yen


def _speaks_of_extras(text: str) -> bool:
    """Tell whether a text without amounts is about what is paid besides the fee."""
    return bool(re.search(r"代|費|料|込み?$|別途?$|補助|負担|割引|減免", text))
