"""Amounts: how many hours in all, and how many people.

A length in days or months is not turned into hours; 0 hours, 制限なし and the like mean that the
source does not say.
"""

import re
from functools import lru_cache

from data.issue import Code
from data.values.bad_cell import BadCell
from data.values.spreadsheet import refuse_date_or_clock, refuse_spreadsheet_error

MOST_HOURS = 6_000  # three years of full-time training
MOST_PEOPLE = 20_000
_ARTEFACT_COUNTS = frozenset({0, 1900})  # an empty number, and a small one shown as a year
_MINUTES = 60

_NOT_STATED = re.compile(
    r"[-ー一*/]+|(?:特に)?な(?:し|く.*)|無し?|未定|未設定|不明|記載なし|調整中|なし\(.*\)"
    r"|(?:[要応ご]?相談|個別|随時|各自|自由|内容に|コースに|受講者に|人により).*"
    r"|要?(?:お)?問い?合わ?せ.*"
    r"|.*(?:制限|上限|定め|限定|定員|規定|指定)(?:は)?(?:な[しく]|無し?"
    r"|ありません|を?設け(?:ない|ません)).*"
    r"|無制限|不問|問わない|特に定めず|定めず|設け(?:ない|ません)|定員制ではありません|会場による.*"
)
_ABOUT = r"(?:延べ?|のべ|計|合計|総計|総時間|約|およそ|全|全部で|トータル)?\s?"
_PLAIN_HOURS = re.compile(
    rf"{_ABOUT}(\d{{1,3}}(?:,\d{{3}}){{1,2}}|\d{{1,9}}(?:\.\d{{1,9}})?)\s?(?:時間"
    rf"|hours?|hrs?|h)?\s?(?:程度|超|以上|ほど|前後|分?)?(?:\(.*\))?",
    re.IGNORECASE,
)
_ISO = re.compile(
    r"PT(?:(\d{1,6}(?:\.\d{1,6})?)H)?(?:(\d{1,6}(?:\.\d{1,6})?)M)?(?:\d+S)?", re.IGNORECASE
)
_LENGTH = (
    r"(?:(?P<h>\d{1,6}(?:\.\d{1,6})?)\s?(?:時間|h)(?:(?P<m>\d{1,2})分|(?P<half>半))?"
    r"|(?P<min>\d{1,6})分(?!の))"
)
_ONE_LENGTH = re.compile(
    rf"{_ABOUT}{_LENGTH}(?:間|程度)?(?:\((?!.*回).*\))?",  # 90分(全5回) is not 90 minutes in all
    re.IGNORECASE,
)
_SESSIONS = r"(?P<times>\d{1,4})(?:回|日間?|コマ|講|本)"
_EACH = re.compile(
    r"(?=各|毎|[1一]?(?:回|日|コマ|講)|[^(、・/,]*[×x*])"
    rf"(?:各|毎)?(?:各?[1一]?(?:回|日|コマ|講|講義|講座))?(?:あたり|につき)?\s?各?\s?{_LENGTH}"
    rf"\s?(?:ずつ)?\s?[×x*・/、,(]\s?(?:全|計|週1回)?{_SESSIONS}?\)?(?:程度|相当)?",
    re.IGNORECASE,
)
_TIMES = re.compile(
    rf"(?:全|計)?{_SESSIONS}\s?[×x*・/、,(]?\s?(?:各|1回|1日|毎回|1コマ)?(?:あたり)?\s?{_LENGTH}"
    r"(?:ずつ)?\)?",
    re.IGNORECASE,
)
_OTHER_UNIT = re.compile(
    r"(?:約|全|計|延べ|およそ)?\s?(?:\d+(?:\.\d+)?\s?"
    r"(?:日間?|泊\d*日?|[かヶカケヵ箇]月間?|月間?|週間?|年間?|回|コマ|単位|本|科目)"
    r"|半[年日]間?|[1一]年間?|P\d+[DWMY])(?:程度|\(.*\))?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"-\d+(?:\.\d+)?\s?(?:時間|h|名|人)?", re.IGNORECASE)

_PLAIN_COUNT = re.compile(r"(\d{1,6})[名人]?")
_PEOPLE = r"(\d{1,3}(?:,\d{3})+|\d{1,6})"
_COUNT = re.compile(
    r"(?>(?:募集|受講|入学|最大|総)?定員|募集(?:人数|人員)?|先着(?:順)?"
    r"|各(?:回|コース|日|会場|クラス|期|科目)?|全体で|約|およそ|最大|上限"
    r"|限定|合計|計|:|\s|で|は)*+"
    rf"(?:{_PEOPLE}[組社]\s?\(?(?:最大)?)?(?:\d{{1,5}}[名人]?\s?[~-]\s?)?{_PEOPLE}\s?(?:名様?"
    rf"|人|席|persons?|people)?\)?"
    r"\s?(?>程度|以内|以下|まで|ほど|前後|限定|様|募集|先着順?|\(.*\)|抽選"
    r"|※.*|、.*(?:抽選|先着)\D*)*+",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def read_hours(text: str) -> float | None:
    """Read the hours in all: 12時間, PT90M, 1回2時間×8回; None where not stated. Raises BadCell."""
    plain = _PLAIN_HOURS.fullmatch(text)
    if plain and not text.endswith("分"):
        return _sensible_hours(float(plain[1].replace(",", "")))
    iso = _ISO.fullmatch(text)
    if iso and (iso[1] or iso[2]):
        return _sensible_hours(float(iso[1] or 0) + float(iso[2] or 0) / _MINUTES)
    once = _ONE_LENGTH.fullmatch(text)
    if once:
        return _sensible_hours(_hours(once))
    each = _EACH.fullmatch(text) or _TIMES.fullmatch(text)
    if each:
        return _sensible_hours(_hours(each) * int(each["times"]))
    _check_not_stated(text)
    return None


@lru_cache(maxsize=4096)
def read_count(text: str) -> int | None:
    """Read a number of people: 20, 先着15名; None for 制限なし. Of 15~20名 the most counts."""
    plain = _PLAIN_COUNT.fullmatch(text)
    if plain:
        return _sensible_count(int(plain[1]))
    found = _COUNT.fullmatch(text)
    if found:
        return _sensible_count(int(found[2].replace(",", "")))
    if _NOT_STATED.fullmatch(text):
        return None
    if _NUMBER.fullmatch(text):
        raise BadCell(Code.COUNT_OUT_OF_RANGE)
    refuse_date_or_clock(text)
    refuse_spreadsheet_error(text)
    raise BadCell(Code.COUNT_UNREADABLE)


def _hours(found: re.Match[str]) -> float:
    if found["min"]:
        return int(found["min"]) / _MINUTES
    minutes = _MINUTES / 2 if found["half"] else int(found["m"] or 0)
    return float(found["h"]) + minutes / _MINUTES


def _sensible_hours(hours: float) -> float | None:
    if hours > MOST_HOURS:
        raise BadCell(Code.HOURS_OUT_OF_RANGE)
    return round(hours, 2) or None


def _check_not_stated(text: str) -> None:
    """Do nothing where the source says that it does not state the hours; else raise why."""
    if _NOT_STATED.fullmatch(text):
        return
    if _OTHER_UNIT.fullmatch(text):
        raise BadCell(Code.HOURS_UNIT)
    if _NUMBER.fullmatch(text):
        raise BadCell(Code.HOURS_OUT_OF_RANGE)
    refuse_date_or_clock(text)
    refuse_spreadsheet_error(text)
    raise BadCell(Code.HOURS_UNREADABLE)


def _sensible_count(count: int) -> int:
    if count in _ARTEFACT_COUNTS:
        raise BadCell(Code.SPREADSHEET_ARTEFACT)
    if count > MOST_PEOPLE:
        raise BadCell(Code.COUNT_OUT_OF_RANGE)
    return count
