"""Places: the town and the venue of a cell that may hold both.

A town counts only where an address or a bracket says it: a venue's name that contains one
(鶴岡市立荘内病院) says nothing. Online is no place.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from data.issue import Code
from data.municipalities import MUNICIPALITIES, Area
from data.values.bad_cell import BadCell
from data.values.spreadsheet import refuse_spreadsheet_error

PREFECTURE = "山形県"
_PREFECTURE_CODES = ("060003", "60003", "06000", "6000", "06", "6")
_AREAS = frozenset(area.value for area in Area)

_TOWN = "|".join(sorted(MUNICIPALITIES, key=len, reverse=True))
_COUNTY = r"(?:(?:[東西南北](?:村山|置賜|田川)|最上|飽海)郡\s?)?"
_STATED_TOWN = re.compile(rf"(?:{PREFECTURE}\s?)?{_COUNTY}({_TOWN})(?![立内])(.*)")
# A postal code, a code or the area before the town: 06201 山形市, 村山地域(天童市).
_BEFORE_TOWN = re.compile(
    r"^(?:〒\s?\d{3}-?\d{4}\s?|\d{4,6}[\s:]+|(?:村山|最上|置賜|庄内)(?:地[域方区]|エリア)(?:[\s・:(]+))"
)
_SEVERAL = re.compile(r"\s?[・、,/と及]")

_NO_TOWN = re.compile(
    r"[-ー一*]+|なし|無し?|未定|調整中|随時|各地.*|各所|複数.*|全県.*|全域"
    r"|県[内下].*|県全域|全市町村|市町村|(?:自宅|在宅)(?:.*)|全国.*|各(?:事業所"
    r"|学校|会場|地区|企業|自治体).*"
    r"|.*(?:希望|指定|依頼|派遣|出前|貴社|訪問).*"
    r"|(?:村山|最上|置賜|庄内)(?:地[域方区]|管内|全域|エリア|地方|総合支庁)?(?:.*全域)?"
    r"|山形県(?:内|全域|内全域|内各地|庁)?.*"
)
_ONLINE_WORD = (
    r"(?:オンライン|web|ウェブ|zoom|teams|google\s?meet|webex|skype|youtube"
    r"|インターネット|ネット配信|ライブ配信|動画配信|動画視聴|録画配信|オンデマンド"
    r"|eラーニング|e-learning|リモート|遠隔|通信教育|通信|自宅|在宅|virtual)"
)
ONLINE_ONLY = re.compile(
    rf"{_ONLINE_WORD}(?>{_ONLINE_WORD}|\s|/|・|、|形式|開催|講座|受講|研修|のみ|での?|による|にて"
    r"|配信|会議|学習|ミーティング|視聴|\(.*\))*+",
    re.IGNORECASE,
)
_ALSO_ONLINE = re.compile(
    rf"\s?(?:[/・+&、]|および|及び|と|または|又は|or)\s?{_ONLINE_WORD}(?:形?式?で?の?(?:同時)?(?:配信"
    rf"|開催|受講|参加|併用|対応|可|も可|あり|\s))*(?=\(|$)"
    rf"|\s?\({_ONLINE_WORD}[^()]*(?:併用|可|あり|同時)[^()]*\)",
    re.IGNORECASE,
)
_ONLINE_FIRST = re.compile(
    rf"{_ONLINE_WORD}\s?(?:\([^()]*\)\s?)?(?:[/・+&、]|および|及び|と)\s?(?=\S)", re.IGNORECASE
)
_BEFORE_ADDRESS = re.compile(
    r"(?:(?:会場|場所|開催地|実施場所|住所|所在地):\s?|〒\s?)?(?:\d{3}-\d{4}\s)?\s?"
)
_FINAL_BRACKET = re.compile(r"(.*?)\s?\(([^()]*)\)")
_BRACKETS = str.maketrans("[]【】〔〕<>〈〉", "()()()()()")
_WISHED = re.compile(r"\s?\((?:ご?希望|ご?指定|講師派遣|出前)[^()]*(?:\([^()]*\))?\)$")
_BEGINNING = re.compile(rf"{PREFECTURE}\s?{_COUNTY}({_TOWN})(\s?)(.*)")
_FIRST_TOKEN = re.compile(rf"{_COUNTY}({_TOWN})(?:[\s/:]+(.*)|$)")
# A street's number: 二丁目5番5号, 1-16-1 or 1234番地; 第三学区 and 第5コミセン are names.
_NUMBER = (
    r"(?:(?:\d+|[一二三四五六七八九十]+)丁目[\d番地号の-]*"
    r"|\d+(?:番地?|-\d+)[\d番地号の-]*|\d+(?=\s|$))"
)
_STREET = re.compile(rf"[^\d\s()]{{0,12}}?{_NUMBER}")
_ADDRESS = re.compile(rf"{_COUNTY}({_TOWN})(?![立内])({_STREET.pattern})(.*)")
_TOWN_PART = re.compile(rf"(?:ほか|内|他|{_STREET.pattern}.*|[^\d\s]{{1,6}}(?:町|地区|地内))?")
_ADDRESS_LAST = re.compile(
    rf"(.+?)\s+(?:{PREFECTURE})?{_COUNTY}({_TOWN})(?![立内])[^\s()]*\d[^\s()]*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where it takes place; "" for what is not said or is online."""

    municipality: str
    venue: str


def _town_words() -> Mapping[str, str]:
    """Return what a column of towns may hold for each: name, short name, kana, codes."""
    words = dict.fromkeys(_PREFECTURE_CODES, "")
    for name, town in MUNICIPALITIES.items():
        five = town.code[:5]
        spellings = (name, town.kana, town.code, five, town.code.lstrip("0"), five.lstrip("0"))
        words |= dict.fromkeys(spellings, name)
        if name[:-1] not in _AREAS:
            words[name[:-1]] = name
    return words


_WORDS = _town_words()


@lru_cache(maxsize=4096)
def read_municipality(text: str) -> str:
    """Read a column of towns: names or codes; "" where it names no single town. Raises BadCell."""
    known = _WORDS.get(text)
    if known is not None:
        return known
    found = _STATED_TOWN.match(_BEFORE_TOWN.sub("", text))
    if found:
        return "" if _SEVERAL.match(found[2]) else found[1]
    short = text.removeprefix(PREFECTURE).strip().removesuffix("内")
    if short in _WORDS and not short.isdigit():
        return _WORDS[short]
    if _NO_TOWN.fullmatch(text) or ONLINE_ONLY.match(text):
        return ""
    refuse_spreadsheet_error(text)
    raise BadCell(Code.MUNICIPALITY_UNKNOWN)


@lru_cache(maxsize=4096)
def read_place(text: str) -> Place:
    """Take a venue's cell apart; never raises."""
    text = text.translate(_BRACKETS)
    said = _ALSO_ONLINE.sub("", text) if not ONLINE_ONLY.fullmatch(text) else text
    town, venue = _split(_BEFORE_ADDRESS.sub("", said, count=1).strip())
    venue = _ONLINE_FIRST.sub("", _WISHED.sub("", venue), count=1).strip(" 、,/")
    if ONLINE_ONLY.fullmatch(venue) or venue in {"-", "ー", "なし", "未定", "調整中", "随時"}:
        venue = ""
    return Place(municipality=town, venue=venue)


def _split(text: str) -> tuple[str, str]:
    """Return the town that a text states in one of the ways that count, and the rest."""
    bracket = _FINAL_BRACKET.fullmatch(text)
    if bracket:
        inside = _STATED_TOWN.fullmatch(bracket[2])
        if inside and _TOWN_PART.fullmatch(inside[2]):
            return inside[1], bracket[1]
    beginning = _BEGINNING.fullmatch(text)
    if beginning:
        town, gap, rest = beginning.groups()
        if rest.startswith(("立", "内")) and not gap:
            return town, town + rest
        return town, rest if gap else _building(rest)
    first = _FIRST_TOKEN.fullmatch(text)
    if first:
        return first[1], first[2] or ""
    address = _ADDRESS.fullmatch(text)
    if address:
        return address[1], address[3].strip() or address[2].strip()
    last = _ADDRESS_LAST.fullmatch(text)
    return (last[2], last[1]) if last else ("", text)


def _building(address: str) -> str:
    """Return what stands behind the street and number, or all of it where nothing does."""
    street = _STREET.match(address)
    return (address[street.end() :].strip() if street else "") or address
