"""Participants: whom a program takes, read from its own words on eligibility.

Only what is clearly said: an age, a smallest group, women alone, a crèche. Everything else about
eligibility is for a person to judge, and is shown on the card.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

from data.program import Program
from data.text import match_form


class Level(IntEnum):
    """For whom the contents are made."""

    BEGINNER = 0
    ADVANCED = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Participants:
    """Ages in years, inclusive; `childcare` is None where nobody mentions it."""

    youngest: int | None = None
    oldest: int | None = None
    smallest_group: int | None = None
    women_only: bool = False
    childcare: bool | None = None
    level: Level | None = None


_FROM_AGE = re.compile(r"(?<!\d)(\d{2})歳(?:以上|から)(?!の(?:お?子|児|親))")
_TO_AGE = re.compile(r"(?<!\d)(\d{2})歳(以下|まで|未満)(?!の(?:お?子|児|親))")
_BETWEEN_AGES = re.compile(r"(?<!\d)(\d{2})(?:歳)?[~-](\d{2})歳(?!の(?:お?子|児|親))")
_GROUP = re.compile(r"(?<!従業員)(?<!従業員数)(?<!社員)(?<!職員)(?<!\d)(\d{1,3})[名人]以上")
_WOMEN = re.compile(r"女性(?:限定|のみ|に限|の方|を対象|$)")
_NO_CHILDCARE = re.compile(
    r"託児(?:サービス|所)?(?:は|が)?(?:ありません|ございません|なし|無し|行いません|ない)"
    r"|(?:子ども|子|お子さま)連れ(?:は|での\w{2})?(?:不可|ご?遠慮|できません)"
)
_CHILDCARE = re.compile(
    r"託児(?!施設|スタッフ|ボランティア|者|業|所の|の仕事)|(?:子|子ども|お子さま|お子様|お子さん)連れ"
)
_CHILD_WORDS = ("託児", "連れ")

_BEGINNER_TITLE = re.compile(
    r"入門|初級|基礎|はじめて|初めて|初心者|はじめの一歩|第一歩|いろは|やさしい|ゼロから|未経験"
)
_ADVANCED_TITLE = re.compile(r"上級|応用|中級|実践|発展|アドバンス|ステップアップ|スキルアップ")
_NO_EXPERIENCE = re.compile(r"(?:経験|知識)[^。]{0,6}(?:問|不要|な[いく])|学んだことのない|未経験")
_EXPERIENCE = re.compile(
    r"経験(?:年数|の?ある|を有|[がを]?\d)|修了し|修了者|理解している|程度の知識"
)


def participants(program: Program) -> Participants:
    """Read whom a program takes."""
    terms = match_form(program.eligibility)
    youngest, oldest = _ages(terms)
    group = _GROUP.search(terms)
    return Participants(
        youngest=youngest,
        oldest=oldest,
        smallest_group=int(group[1]) if group else None,
        women_only=bool(_WOMEN.search(terms)) or "女性限定" in program.title,
        childcare=_childcare(program),
        level=_level(program.title, terms),
    )


def _ages(terms: str) -> tuple[int | None, int | None]:
    """Return the youngest and the oldest age; the widest where a program has several kinds."""
    if "歳" not in terms:
        return None, None
    between = _BETWEEN_AGES.findall(terms)
    lowest = [int(age) for age in _FROM_AGE.findall(terms)]
    highest = [int(age) - (word == "未満") for age, word in _TO_AGE.findall(terms)]
    lowest += [int(age) for age, _ in between]
    highest += [int(age) for _, age in between]
    return min(lowest, default=None), max(highest, default=None)


def _childcare(program: Program) -> bool | None:
    told = (program.title, program.summary, program.eligibility)
    notes = (offering.fee_note for offering in program.offerings)
    text = "\n".join(part for part in (*told, *notes) if any(word in part for word in _CHILD_WORDS))
    if not text:
        return None
    if _NO_CHILDCARE.search(text):
        return False
    return True if _CHILDCARE.search(text) else None


def _level(title: str, terms: str) -> Level | None:
    """Return the level that title and terms give away; a title says it more clearly."""
    if _BEGINNER_TITLE.search(title) or _NO_EXPERIENCE.search(terms):
        return Level.BEGINNER
    if _ADVANCED_TITLE.search(title) or _EXPERIENCE.search(terms):
        return Level.ADVANCED
    return None
