"""Lengths: how long a course may be → max_hours (hours in all), max_days (calendar days in all).

Only a length that is asked for counts: 「2日くらいで」, 「半日のもの」, 「単発」. Hours a day, days
a week, travel and what once took three days are of the story; 「3か月以内に」 is a date.
"""

import re
from collections.abc import Iterator, Mapping

from recommender.understanding.mention import Mention
from recommender.understanding.message import Message
from recommender.understanding.numbers import UP_TO, value_of
from recommender.understanding.polarity import refusal_end

HALF_A_DAY_HOURS = 4
DAYS_IN: Mapping[str, int] = {"日": 1, "週": 7, "月": 31, "年": 366}
_KANA_DAYS: Mapping[str, int] = {"いちにち": 1, "ふつか": 2, "みっか": 3, "よっか": 4}
_MOST_TIMES = 60  # meetings
_MOST_DAYS, _MOST_HOURS = 1_100, 3_000  # three years; more is a slip of the keyboard

_ABOUT = r"(?:くらい|ぐらい|位|程度|ほど|前後)"
_WITHIN = r"(?:以内|いない(?=[で、。に])|未満|以下|まで(?!に)|もあれば)"
_COURSE = (
    r"(?:コース|講座|研修|講習|セミナー|教室|教育|ワークショップ|体験|集中|プログラム"
    r"|訓練|もの|やつ|勉強会)"
)
_DOING = (
    r"(?:終|おわ|済|すむ|完結|完了|学|習|ならえ|教|受け|受か(?:れ|り)|取れ|取り|とれ"
    r"|とり|でき|出来|覚え|おぼえ"
    r"|身に|聞け|聞き|わか|分か|マスター|資格|参加|体験|仕上がる|お願い|やり(?:たい"
    r"|きれ)|やって(?:ほし|もら)|行け|基礎"
    r"|要点|実務|練習|修了|なんとか|何とか|通え|知り|知れ|見て|直して|使え|使い|だけ|入門|基本)"
)
# 「で」 counts when something is learnt in that time, or when nothing follows.
_IN_TIME = rf"(?:で(?=[^、。]{{0,12}}?{_DOING}|[、。 ]|$))"
_ENDS = r"(?=[、。 )]|$)"
_LIMIT = (
    rf"(?:{_ABOUT}?{_WITHIN}(?:で|の|に)?|{_ABOUT}{_IN_TIME}"
    rf"|{_ABOUT}(?:の(?=[^、。]{{0,8}}{_COURSE}|[^ぁ-ん、。]{{1,12}}(?:。|$))|{_ENDS}|だと|なら)"
    rf"|{_ABOUT}(?=、?[^、。]{{0,14}}(?:習|学|教わ|通え|受け))"
    rf"|(?<=間){_ENDS}|の(?=[。]|$)|(?:間)?(?:みっちり|びっしり|ぎっしり)(?:で|、)?|{_IN_TIME}|(?:間|完結|限り|だけ)*+(?:の)?(?={_COURSE})|(?:完結|で?だけ)(?:で|の|に)?{_ENDS}"
    rf"|(?:だけ)?なら(?=[^、。]{{0,6}}(?:行|出|受|通|参加|空|でき|いい|なんとか|何とか)"
    rf"|{_ENDS})|しか(?:時間が?)?(?:取れ|とれ|空け|休め|出られ|ない)(?:ない|ません)?)"
)
# Hours of a day, of a week, of work or of travel.
_RATE_BEFORE = re.compile(
    r"(?:残業|[1一]日|毎日|毎週|毎月|日に|週に?|月に?|年に?|[1一]?回|毎回|各回|勤務|労働"
    r"|実働|睡眠|通勤|通学|片道|往復"
    r"|[1一]コマ|車で|電車で|バスで|歩いて|徒歩で?|駅から|走って|前の|あと|もう|この"
    r"|まる|丸|ここ|最初の|第)[約 ]{0,2}$"
)
_STORY_AFTER = re.compile(
    r"(?:ずつ|おき|ごと|ぶり|前(?!後)|後(?!の講)|目|坊主|以上|中(?!で)|ずっと|も|かか|待"
    r"|立ち|立つ|悩|寝|残業|抜け|休ん|飽き"
    r"|でしお|で臭|でもど|で戻|でくび|で辞|でやめ|でいなく|で倒|しゃべ|話し|つぶ|潰"
    r"|うち(?![でに])|ライン|仕事(?!の)"
    r"|で終わらせ|で(?:行け|行ける|通え|かよえ|着|来られ|いける)(?:る|て|ます)?(?:距離"
    r"|範囲|ところ|所|場所|会場|圏)|の距離"
    r"|で[^、。]{0,4}(?:再開|復旧|仕上|片付)|[^、。]{0,10}(?:ではな|じゃな|はもう|はいら"
    r"|はいや|は要ら)"
    r"|圏内|で[^、。]{0,10}(?:[っんい]た|ました|だった)(?![いら]))"
)
_LOOK_BACK = 10  # characters

_HOURS = re.compile(rf"{UP_TO} ?(?:時間|じかん)(?P<half>半)?(?={_LIMIT})(?!{_COURSE})")
_MINUTES = re.compile(rf"{UP_TO} ?分(?={_ABOUT}?(?:以内)?(?:の|で)[^、。]{{0,4}}{_COURSE})")
_DAYS = re.compile(
    rf"(?:{UP_TO} ?(?:(?P<day>日)間?|(?P<week>週)間|[かヶケカヵ箇](?P<month>月)間?(?!以内に)"
    r"|(?P<year>年)間?(?!以内に))"
    rf"|(?P<kana>{'|'.join(_KANA_DAYS)})|半(?P<half_year>年)(?!以内に))(?={_LIMIT})"
)
_DATE_BEFORE = re.compile(r"(?:月|/)$")  # 12月10日まで is no length
_TAIL = re.compile(_LIMIT)

# 「全部で5回くらいまで」: meetings are days, if a limit is set on them.
_TIMES = re.compile(
    rf"(?:全部で|全|合計|合わせて)? ?(?<![月週年に第])(?<!何){UP_TO} ?回"
    rf"(?:{_ABOUT}?(?:以内|まで(?!に)|以下)|{_ABOUT}?で(?:終|完結|済|修了|学べ|わか))(?:で|の)?"
)
_HALF_DAY = re.compile(
    r"(?:半日|はんにち|半ドン)(?P<day>(?:か|から|~|や|または|もしくは|、)(?:一日|1日|終日|丸一日))?"
    rf"(?:{_ABOUT}|だけ|以内|コース|完結)*+"
)
_ONE_DAY = re.compile(
    r"(?:単発(?!バイト|の(?:バイト|仕事|アルバイト|依頼))"
    r"|(?<![\d一二三四五六七八九十第])(?<!のは)(?:[1一]回|一度)"
    rf"(?:こっきり|きり|ぽっきり|限り|完結|もの|だけ(?=[、。 で]|の{_COURSE}|$)|で(?=終"
    r"|完結|済|わか|すむ))"
    r"|ワンデー|1day(?: ?(?:講座|セミナー|レッスン))?|[1一]日完結|日帰り(?=の?(?:講座"
    r"|研修|講習|セミナー)))"
    r"(?:型|タイプ|式)?(?:で|の(?=もの|やつ|講座|コース|セミナー|研修))?",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"\b(?:(?P<one>one|single|1)[- ]day\b|(?P<half>half[- ](?:a )?day)\b(?! activit"
    r"| tour)|(?P<few>(?:a )?few days)\b(?! a| per)"
    r"|(?:with|)in (?P<days>\d{1,3}) days?\b|within (?:a|one) (?P<week>week)\b"
    r"|within (?:a|one) (?P<month>month)\b"
    r"|(?:under|within|up to|less than|max(?:imum)?) (?P<hours>\d{1,3}) (?:hours?|hrs?)\b)"
    r"|(?P<one_zh>一天(?:的?课|内|就))|(?P<one_vi>(?:lớp|khóa|trong|học) (?:một|1) ngày)"
    r"|(?P<one_pt>\b(?:de|em|só) um dia\b|\bum dia só\b)"
    r"|(?P<one_tl>\bsa isang araw\b|\bisang araw na (?:kurso|klase|training|seminar))",
    re.IGNORECASE,
)
_FOREIGN_DAYS: Mapping[str, int] = {
    "one": 1,
    "half": 1,
    "few": 5,
    "week": 7,
    "month": 31,
    "one_zh": 1,
    "one_vi": 1,
    "one_pt": 1,
    "one_tl": 1,
}


def lengths(message: Message) -> Iterator[Mention]:
    """Yield how long a course may be in all: hours, calendar days."""
    text = message.text
    yield from _hours(text)
    yield from _days(text)
    yield from _times(text)
    yield from _half_days(text)
    yield from _single_days(text)
    yield from _foreign(text)


def _hours(text: str) -> Iterator[Mention]:
    for found in _HOURS.finditer(text):
        hours = value_of(found["number"]) + (0.5 if found["half"] else 0)
        yield from _limit(text, found, "max_hours", hours)
    for found in _MINUTES.finditer(text):
        yield from _limit(text, found, "max_hours", value_of(found["number"]) / 60)


def _days(text: str) -> Iterator[Mention]:
    for found in _DAYS.finditer(text):
        if found["day"] and _DATE_BEFORE.search(text, 0, found.start()):
            continue
        yield from _limit(text, found, "max_days", _days_of(found))


def _days_of(found: re.Match[str]) -> int:
    if found["kana"]:
        return _KANA_DAYS[found["kana"]]
    if found["half_year"]:
        return 6 * DAYS_IN["月"]
    unit = found["day"] or found["week"] or found["month"] or found["year"]
    return int(value_of(found["number"]) * DAYS_IN[unit])


def _limit(text: str, found: re.Match[str], name: str, value: float) -> Iterator[Mention]:
    """Yield a length with the words that make it a limit, unless it is of the story."""
    tail = _TAIL.match(text, found.end())
    end = tail.end() if tail else found.end()
    most = _MOST_HOURS if name == "max_hours" else _MOST_DAYS
    if 0 < value <= most and not _is_story(text, found.start(), found.end(), end):
        yield Mention(start=found.start(), end=end, name=name, value=value)


def _times(text: str) -> Iterator[Mention]:
    for found in _TIMES.finditer(text):
        days = int(value_of(found["number"]))
        if 0 < days <= _MOST_TIMES and not _RATE_BEFORE.search(text[: found.start()]):
            yield Mention(start=found.start(), end=found.end(), name="max_days", value=days)


def _half_days(text: str) -> Iterator[Mention]:
    for found in _HALF_DAY.finditer(text):
        start, end = found.span()
        if _is_story(text, start, end, end):
            continue
        yield Mention(start=start, end=end, name="max_days", value=1)
        if not found["day"]:
            yield Mention(start=start, end=end, name="max_hours", value=HALF_A_DAY_HOURS)


def _single_days(text: str) -> Iterator[Mention]:
    for found in _ONE_DAY.finditer(text):
        if not _is_story(text, *found.span(), found.end()):
            yield Mention(start=found.start(), end=found.end(), name="max_days", value=1)


def _foreign(text: str) -> Iterator[Mention]:
    for found in _FOREIGN.finditer(text):
        start, end = found.span()
        kind = str(found.lastgroup)
        if kind == "hours":
            yield Mention(start=start, end=end, name="max_hours", value=float(found["hours"]))
            continue
        days = int(found["days"]) if kind == "days" else _FOREIGN_DAYS[kind]
        yield Mention(start=start, end=end, name="max_days", value=days)
        if kind == "half":
            yield Mention(start=start, end=end, name="max_hours", value=HALF_A_DAY_HOURS)


def _is_story(text: str, start: int, end: int, tail_end: int) -> bool:
    before = text[max(0, start - _LOOK_BACK) : start]
    return bool(
        _RATE_BEFORE.search(before)
        or _STORY_AFTER.match(text, end)
        or _STORY_AFTER.match(text, tail_end)
        or refusal_end(text, tail_end)
    )
