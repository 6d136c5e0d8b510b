"""Week words: how people name parts of the week, and the time bands that they mean.

A day (土日, 火曜, 平日) may be followed by a part of the day (夜, 午前中, 18時以降). A part without
a day speaks of weekdays. Words that only begin alike (夜勤, 昼食, 日曜大工) are left out here;
whether a phrase is a condition is decided by the reader.
"""

import re
from collections.abc import Mapping

from data.vocabulary import TimeBand
from recommender.understanding.numbers import value_of

DAY, EVENING = TimeBand.WEEKDAY_DAY, TimeBand.WEEKDAY_EVENING
WEEKEND = (TimeBand.SATURDAY, TimeBand.SUNDAY_HOLIDAY)

_WEEKEND = (
    r"土日祝?日?(?!出勤|勤務)|土・日(?:・祝)?"
    r"|土曜?日?(?:か|や|と|・|、|も)日曜?日?(?=[にのでか、。もし]|$|だけ|なら|と)"
    r"|週末|しゅうまつ|(?<![連定])休日(?!出勤|診療|労働|の部活|当番|保育|手当)"
    r"|(?:お|仕事の)?休みの日|(?:お)?やすみの ?ひ|(?:会社|仕事|学校)が休みの[日時]"
)
_SATURDAY = (
    r"土曜(?:日|び)?(?!保育|授業|出勤|勤務|市)|どよう(?:び|日)?|ドヨウ(?:ビ|日)"
    r"|(?<=曜日:)土(?!日|・日|曜)"
)
_SUNDAY = (
    r"日曜(?:日|び)?(?!大工|学校|版|市|出勤|勤務)|にちよう(?:び|日)?|ニチヨウ(?:ビ|日)|日よう(?:び|日)?"
    r"|祝日|祭日"
)
_ANY_WEEKDAY = (
    r"平日|へいじつ|ウィークデー|げつようび ?から ?きんようび(?: ?まで)?"
    r"|(?<![一-鿿])月(?:曜日?)?(?:~|-|から)金(?:曜日?)?"
)
_ONE_WEEKDAY = (
    r"(?<![一-鿿])[月火水木金]曜(?:日|び)?|(?:げつ|か|すい|もく|きん)ようび"
    r"|(?<![一-鿿])[月火水木金](?:[・、か]?[月火水木金]){1,3}(?=が?(?:定?休)|の(?:夜|昼|午|日中)|曜|だけ|なら)曜?"
)

_FROM_CLOCK = (
    r"(?P<half>お?昼|午前|午後|夜|夕方|よる|ごご|ごぜん|朝)?の?"
    r"(?P<hour>\d{1,2}|[一二三四五六七八九十]{1,3})"
    r"(?:時(?!間)|じ|:)(?:半|\d\d分?|[一二三四五]十分)?"
    r"(?:以降|いこう|過ぎ(?:から)?|すぎ(?:から)?|(?:ごろ|頃)(?:から|以降)"
    r"|(?:から|~|-)(?:午後|夜|夕方)?の?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:時半?|:\d\d)(?:くらい|ぐらい|頃|ごろ)?(?:まで)?"
    r"(?:の間(?:で|に)?|(?=で(?!は|も|す)|に(?!は)|の(?=講|教|ク|コ)|希望|なら|だけ|、?お願い|[。!?]|$))"
    r"|(?:スタート|開始|始まり|開講)|から(?!.{0,3}(?:\d|[一二三四五六七八九十])+(?:時|:)))"
)
_NIGHT = (
    r"(?<![昨今深毎徹月昼前初])夜間?+(?!勤|きん|中|景|桜|泣|番|回|逃|更|なべ|食|遊|行|空|道|明|働|ごと"
    r"|型|尿|戦|盲|ふか|ふけ|具|頻|救|の(?:うち|仕事|出来|帳場|見回|店|街|救|頻))"
    r"|(?<![早一昨今毎])晩(?!酌|年|婚|ご|御)|(?<![ぁ-ん])よる(?!と|もの|こと|が ?(?:こわ|くら))"
    r"|(?<![ァ-ヶー])ヨル(?![ァ-ヶー])"
    r"|夕方(?:以降|から)?|ゆうがた"
    r"|(?:お)?仕事(?:(?:の|が)?(?:あと|後(?!輩|任|継))|(?:の|が)?(?:終わり|おわり)"
    r"|[がを]?(?:終わって|おわって|終えて)(?:から)?|(?:の)?帰り|上がり)"
    r"|しごとの ?あと|しごとが ?おわって(?: ?から)?"
    r"|勤務(?:後|のあと|の後|終了後|終わり)|(?:終業|退勤|退社|就業)(?:後|のあと|してから)"
    r"|日勤(?:後|終わり|のあと)|会社(?:帰り|が終わって(?:から)?|のあと|の後(?!輩|任|継))"
    r"|アフター(?:5|ファイブ)|店を?閉めた?て?(?:あと|後|から)の?"
)
_DAYTIME = (
    r"(?<![一毎])日中(?!戦|関係|友好|貿易|韓|辞|国交|平和)|昼休み|業務時間[内中]|(?:勤務|就業)時間[内中]"
    r"|お?昼間?(?!食|寝|夜|飯|ご|下が|前|休|の(?:組|仕込)|どき|メシ|過ぎ|すぎ|礼|顔|型)"
    r"|(?<![ぁ-ん])ひる(?:ま)?(?!ご)|午前(?:中)?(?!様|\d|[一二三四五六七八九十])"
    r"|お?昼過ぎ(?=から(?:の|受|通|学|習|で))|午後(?!\d|[一二三四五六七八九十])|ごぜん(?:ちゅう)?"
    r"|(?<![毎今早翌])朝(?=なら|だけ|の時間|のみ|に(?:通|受|参|学|習|勉)|の(?:講座|教室|クラス|部))"
    r"|(?<![ぁ-ん])あさ(?=の ?じかん|なら|だけ)(?:の ?じかん)?"
    r"|(?:子ども|子供|こども|子|娘|息子|孫)(?:たち)?[がの]?(?:学校|保育園|幼稚園|こども園|園)?に?"
    r"(?:行って(?:い)?る|いる|預けて(?:い)?る|預けられる)(?:間|あいだ|時間)(?:だけ)?"
    r"|(?:学校|保育園|幼稚園)の(?:間|あいだ)"
)

_WORDINGS: Mapping[str, str] = {
    "weekend": _WEEKEND,
    "saturday": _SATURDAY,
    "sunday": _SUNDAY,
    "weekday": _ANY_WEEKDAY,
    "one_weekday": _ONE_WEEKDAY,
    "clock": _FROM_CLOCK,
    "night": _NIGHT,
    "daytime": _DAYTIME,
}
WEEK_WORD = re.compile("|".join(f"(?P<{kind}>{how})" for kind, how in _WORDINGS.items()))

# A day without a part of the day.
_WHOLE_DAYS: Mapping[str, tuple[TimeBand, ...]] = {
    "weekend": WEEKEND,
    "saturday": (TimeBand.SATURDAY,),
    "sunday": (TimeBand.SUNDAY_HOLIDAY,),
    "weekday": (DAY, EVENING),
    "one_weekday": (DAY,),  # 「定休日の火曜に」: the day off, so the day
}
_PARTS: Mapping[str, tuple[TimeBand, ...]] = {"night": (EVENING,), "daytime": (DAY,)}
_WEEKDAYS = frozenset({"weekday", "one_weekday"})
_PARTS_OF_DAY = frozenset({"clock", "night", "daytime"})

EVENING_FROM = 17  # o'clock, as in data/values/times.py
_NOON = 12
_LATE = frozenset({"午後", "ごご", "夜", "よる", "夕方"})
_SPOKEN_AFTERNOON = 6  # 「三時以降」 without 午前 is in the afternoon up to six


def names_one_day(word: re.Match[str]) -> bool:
    """Tell 火曜: who cannot come on Tuesdays can on other weekdays."""
    return _kind(word) == "one_weekday"


def is_weekday(word: re.Match[str]) -> bool:
    """Tell 平日 and 火曜 from the weekend and from parts of the day."""
    return _kind(word) in _WEEKDAYS


def is_part_of_day(word: re.Match[str]) -> bool:
    """Tell 夜, 午前中 and 18時以降 from days of the week."""
    return _kind(word) in _PARTS_OF_DAY


def bands_of(words: list[re.Match[str]]) -> tuple[TimeBand, ...]:
    """Return the bands of a day, a part of the day, or a day and its part."""
    day, part = words[0], words[-1]
    if not is_part_of_day(day) and (day is part or _kind(day) not in _WEEKDAYS):
        return _WHOLE_DAYS[_kind(day)]
    if _kind(part) == "clock":
        return (EVENING,) if hour_of(part) >= EVENING_FROM else (DAY,)
    return _PARTS[_kind(part)]


def hour_of(clock: re.Match[str]) -> int:
    """Return the hour, 0 to 24, of a match with the groups `hour` and `half`."""
    hour = int(value_of(clock["hour"]))
    late = clock["half"] in _LATE
    early = clock["half"] is None and hour <= _SPOKEN_AFTERNOON
    return hour + _NOON if hour < _NOON and (late or early) else hour


def is_morning(word: re.Match[str]) -> bool:
    """Tell 午前, 午前中 and 朝, which are over at noon."""
    return word[0].startswith(("午前", "ごぜん", "朝", "あさ")) and _kind(word) == "daytime"


def _kind(word: re.Match[str]) -> str:
    return next(kind for kind in _WORDINGS if word[kind] is not None)
