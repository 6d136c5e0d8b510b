"""Weekday ends: the hour by which a weekday class must be over, as 「お迎えが16時」 tells.

Working hours (「9時から17時まで仕事」) are no condition. That a morning ends at noon is said by the
reader of time bands, which knows whether the morning is asked for.
"""

import re
from collections.abc import Iterator
from datetime import time

from recommender.understanding.conditions.week_words import DAY, EVENING_FROM, hour_of
from recommender.understanding.mention import Mention
from recommender.understanding.message import Message
from recommender.understanding.numbers import value_of

_HALF_HOUR = 30  # minutes
_EARLIEST = 10  # o'clock; a class is not over before
_CLOCK = (
    r"(?P<half>午前|午後|ごご)?の? ?(?<![\d夜晩一二三四五六七八九十])"
    r"(?P<hour>\d{1,2}|[一二三四五六七八九十]{1,3})"
    r" ?(?:時(?!間)|じ(?![ゃゅょ])|:)(?:(?P<past>半)|(?P<minute>[0-5]\d|[一二三四五]十)分?)?"
)
_WORK = (
    r"(?:お?仕事|勤務|日勤|早番|定時|パート|バイト|働|営業|店|シフト|レジ|残業|寝|会議|診療|受付|出勤|授業があ"
    r"|用事)"
)
_OVER = (
    r"(?:終わ(?:る|れば|って|り)|おわ(?:る|れば|って)|終了(?:する|できる)?|済む|切り上げ(?:られ)?る|帰れる"
    r"|帰りたい|戻れる)"
)
_PICKING_UP = r"(?:お|子どもの|子供の|保育園の|学童の|園の)?(?:迎え|むかえ)"
# 「15時までに終わる」
_BY = (
    rf"{_CLOCK}(?:くらい|ぐらい|ごろ|頃)?(?:まで|前|まえ)(?:の間)?(?:に|で)?は?"
    rf"(?!の?、?{_WORK}|[^。]{{0,5}}{_WORK})"
    rf"(?:{_OVER}(?:こと|もの|やつ|の)?|なら|しか|だけ|(?=、|。|$)"
    r"|(?=[^。、]{0,8}(?:受け|通え|できる|参加|講座|研修|教室|コース|もの|迎え|希望)))"
)
# 「10時から14時の間」
_BETWEEN = (
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:時半?|:\d\d)(?:から|~|-)\s?"
    rf"{_CLOCK}(?:まで)?の(?:間|あいだ|時間帯)"
)
# 「保育園が16時まで」: as long as somebody else looks after the child or the parent.
_LOOKED_AFTER = (
    rf"(?:保育園|幼稚園|こども園|学童|保育|託児|デイ(?:サービス)?"
    rf"|お?預かり)[がはも] ?{_CLOCK}まで(?:なの?で|だから|です)?"
)
# 「お迎えが16時」, 「14時のお迎え」
_PICK_UP = rf"(?:{_PICKING_UP}|下校)(?:の?時間)?[がはも、]? ?{_CLOCK}(?:なので|だから|です|で)?"
_LEAVING = (
    rf"{_CLOCK}(?:には?(?:{_OVER}|帰(?:ら|宅)|{_PICKING_UP}|出な(?:い|きゃ|けれ))|の{_PICKING_UP})"
)
# 「勤務は17時まで」 tells when one works.
_WORKING_BEFORE = re.compile(
    rf"{_WORK}(?:時間)?(?:は|が|も)(?:平日)?(?:(?:朝|午前)?[\d一二三四五六七八九十]{{1,2}}(?:時半?|:\d\d)(?:から|~|-))?$"
)
_LONGEST_WORKING = 16  # characters
_ENDS = tuple(re.compile(way) for way in (_LOOKED_AFTER, _BY, _BETWEEN, _PICK_UP, _LEAVING))


def weekday_ends(message: Message) -> Iterator[Mention]:
    """Yield the hour as `weekday_end_by`, and that the class is by day as `time_bands`."""
    for way in _ENDS:
        for match in way.finditer(message.text):
            end = _time(match)
            before = message.text[max(0, match.start() - _LONGEST_WORKING) : match.start()]
            if end is None or _WORKING_BEFORE.search(before):
                continue
            span = {"start": match.start(), "end": match.end()}
            yield Mention(**span, name="weekday_end_by", value=end)
            yield Mention(**span, name="time_bands", value=(DAY,))


def _time(clock: re.Match[str]) -> time | None:
    """Return the time of day; None for early and evening hours, which end no weekday class."""
    hour = hour_of(clock)
    minute = _HALF_HOUR if clock["past"] else int(value_of(clock["minute"] or "〇"))
    return time(hour, minute) if _EARLIEST <= hour <= EVENING_FROM else None
