"""How conditions are called where a person reads them: short phrases that end in a noun."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time, timedelta

from data.vocabulary import Audience, Certificate, Mode, TimeBand

DAY, EVENING = TimeBand.WEEKDAY_DAY, TimeBand.WEEKDAY_EVENING
SATURDAY, SUNDAY = TimeBand.SATURDAY, TimeBand.SUNDAY_HOLIDAY
ANY = "any"  # the value of a benefit or a certificate that nobody named

CHILDCARE = "託児あり"

MODES: Mapping[Mode, str] = {
    Mode.ONSITE: "対面",
    Mode.LIVE_ONLINE: "オンライン",
    Mode.ON_DEMAND: "動画",
    Mode.HYBRID: "会場とオンライン",
    Mode.CORRESPONDENCE: "通信",
    Mode.VISITING: "出前",
    Mode.UNKNOWN: "不明",
}
# Bands that have a name together; the part of a week that is not there has none.
_WEEKDAYS: Mapping[frozenset[TimeBand], str] = {
    frozenset({DAY, EVENING}): "平日",
    frozenset({DAY}): "平日の昼",
    frozenset({EVENING}): "平日の夜",
}
_WEEKENDS: Mapping[frozenset[TimeBand], str] = {
    frozenset({SATURDAY, SUNDAY}): "土日",
    frozenset({SATURDAY}): "土曜",
    frozenset({SUNDAY}): "日曜・祝日",
}
CERTIFICATES: Mapping[str, str] = {
    ANY: "資格取得",
    Certificate.COMPLETION: "修了証つき",
    Certificate.RECORD_OF_STUDY: "履修証明つき",
    Certificate.CREDIT: "単位つき",
    Certificate.QUALIFYING: "国家資格の受験資格つき",
    Certificate.DIGITAL_BADGE: "デジタルバッジつき",
}
AUDIENCES: Mapping[str, str] = {Audience.EMPLOYEES: "会社の研修", Audience.INDIVIDUAL: "個人"}
_MONTH, _YEAR = 30.5, 365  # days
_LONG = 28  # days from which on a length is told in months


def bands(values: Iterable[TimeBand]) -> str:
    """Name parts of the week: 「平日の夜・土日」."""
    some = frozenset(values)
    parts = (_WEEKDAYS.get(some & {DAY, EVENING}), _WEEKENDS.get(some & {SATURDAY, SUNDAY}))
    return "・".join(part for part in parts if part)


def without(values: Iterable[TimeBand]) -> str:
    """Name parts of the week that do not do."""
    return f"{bands(values)}を除く"


def modes(values: Sequence[Mode]) -> str:
    """Name ways of learning, any of which will do."""
    return "か".join(MODES[mode] for mode in values)


def not_modes(values: Sequence[Mode]) -> str:
    """Name ways of learning that do not do."""
    return f"{'・'.join(MODES[mode] for mode in values)}以外"


def around(town: str) -> str:
    """Name a town and what lies near it."""
    return f"{town}あたり"


def area(name: str) -> str:
    """Name an area."""
    return f"{name}地方"


def fee(yen: int) -> str:
    """Name the most that may be paid."""
    return "無料" if yen == 0 else f"{yen:,}円まで"


def hours(count: float) -> str:
    """Name the most hours."""
    return f"{count:g}時間以内"


def days(count: int) -> str:
    """Name the longest time; from four weeks on as months, as people say it."""
    if count >= _YEAR:
        return f"{count // _YEAR}年以内"
    if count >= _LONG:
        return f"{round(count / _MONTH)}か月以内"
    return "1日だけ" if count == 1 else f"{count}日以内"


def beginning(first: date | None, last: date | None) -> str:
    """Name the time in which a class may begin; empty without either end."""
    if first and last:
        same_month = (first.year, first.month) == (last.year, last.month)
        if same_month and first.day == 1 and _ends_month(last):
            return f"{_month(first)}開始"
        return f"{_day(first)}〜{_day(last)}に開始"
    if first:
        return f"{_month(first) if first.day == 1 else _day(first)}以降に開始"
    return f"{_until(last)}に開始" if last else ""


def ending(last: date) -> str:
    """Name the day by which a class must be over."""
    return f"{_until(last)}に修了"


def weekday_end(limit: time) -> str:
    """Name the time of day by which a class on a weekday must be over."""
    return f"平日は{clock(limit)}まで"


def clock(moment: time) -> str:
    """Write a time of day."""
    return f"{moment.hour}時{moment.minute}分" if moment.minute else f"{moment.hour}時"


def benefit(name: str) -> str:
    """Name a benefit that is to pay."""
    return f"{'給付金や補助' if name == ANY else name}の対象"


def certificate(name: str) -> str:
    """Name a paper that a course gives, or a qualification by its own name."""
    return CERTIFICATES.get(name, name)


def audience(name: str) -> str:
    """Name whom a course is made for."""
    return f"{AUDIENCES.get(name, name)}向け"


def level(name: str) -> str:
    """Name where a course begins."""
    return f"{name}向け"


def people(count: int) -> str:
    """Name how many would come."""
    return f"{count}人での受講"


def other_than(topics: Sequence[str]) -> str:
    """Name topics that are not wanted."""
    return f"{'・'.join(topics)}以外"


def _until(day: date) -> str:
    return f"{_month(day)}末まで" if _ends_month(day) else f"{_day(day)}まで"


def _ends_month(day: date) -> bool:
    return day < date.max and (day + timedelta(days=1)).day == 1


def _month(day: date) -> str:
    return f"{day.year}年{day.month}月"


def _day(day: date) -> str:
    return f"{_month(day)}{day.day}日"
