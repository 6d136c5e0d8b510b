"""How an offering's own facts are told beside a condition."""

from collections.abc import Iterable, Mapping
from datetime import date, time

from data.vocabulary import Certificate, Mode, Subsidy, TimeBand
from recommender.understanding.wording import MODES, bands, clock

# What is to be asked of the provider.
PLACE = "場所"
MODE = "受け方"
TIMES = "曜日や時間"
WEEKDAY_END = "終わる時刻"
START = "始まる時期"
END = "終わる時期"
DAYS = "日数"
HOURS = "時間数"
FEE = "受講料"
BENEFIT = "給付金や補助"
CERTIFICATE = "修了証など"
CHILDCARE = "託児"
CAPACITY = "定員"

NO_CERTIFICATE = "修了証などは出ない"
FREE = "受講料は無料"
BEGIN_ANY_TIME = "いつでも始められる"
CHILDREN_WELCOME = "託児や子ども連れの案内あり"
BEGINNERS = "初心者向け"

# How a person can take part, where one of the ways is what they asked for.
WAYS: Mapping[Mode, str] = {
    Mode.ONSITE: "対面",
    Mode.LIVE_ONLINE: "オンラインで受けられる",
    Mode.ON_DEMAND: "好きな時間に動画で受けられる",
    Mode.CORRESPONDENCE: "通信で受けられる",
    Mode.VISITING: "会社や団体に来てもらえる",
}
HYBRID_ONLINE = "オンラインでも受けられる"
HYBRID_ONSITE = "会場でも受けられる"
HYBRID_BOTH = "会場でもオンラインでも受けられる"
CERTIFICATES: Mapping[Certificate, str] = {
    Certificate.COMPLETION: "修了証が出る",
    Certificate.RECORD_OF_STUDY: "履修証明が出る",
    Certificate.CREDIT: "単位になる",
    Certificate.QUALIFYING: "国家資格の受験資格につながる",
    Certificate.DIGITAL_BADGE: "デジタルバッジが出る",
}


def place(town: str, area: str = "") -> str:
    """Name the town, and its area where the area was asked for."""
    return f"{town}（{area}）" if area else town


def away(town: str, stated: str, kilometres: float) -> str:
    """Name a town and how far it lies from the stated one."""
    return f"{town}（{stated}から直線で約{max(1, round(kilometres))}km）"


def at(place_: str) -> str:
    """Say where it takes place instead."""
    return f"場所は{place_}"


def by(mode: Mode) -> str:
    """Say how it is taught instead."""
    return f"受け方は{MODES[mode]}"


def when(held: Iterable[TimeBand]) -> str:
    """Say when it meets instead."""
    return f"時間は{bands(held)}"


def also_when(wanted: Iterable[TimeBand], others: Iterable[TimeBand]) -> str:
    """Say that it meets at other times as well."""
    return f"{bands(wanted)}のほかに{bands(others)}もあり"


def over_by(limit: time) -> str:
    """Say that a class on a weekday is over in time."""
    return f"{clock(limit)}までに終わる"


def over_later_than(limit: time) -> str:
    """Say that it is not."""
    return f"終わるのは{clock(limit)}よりあと"


def begins(day: date, *, as_asked: bool, with_year: bool) -> str:
    """Say when it begins."""
    return f"{_day(day, with_year)}に始まる" if as_asked else f"始まりは{_day(day, with_year)}"


def ends(day: date, *, as_asked: bool, with_year: bool) -> str:
    """Say when it ends."""
    return f"{_day(day, with_year)}に終わる" if as_asked else f"終わりは{_day(day, with_year)}"


def days(count: int, *, as_asked: bool) -> str:
    """Say on how many days one takes part."""
    return f"全{count}日" if as_asked else f"日数は{count}日"


def hours(count: float, *, as_asked: bool) -> str:
    """Say how many hours it takes in all."""
    return f"全{count:g}時間" if as_asked else f"長さは{count:g}時間"


def fee(yen: int) -> str:
    """Say what it costs."""
    return FREE if yen == 0 else f"受講料は{yen:,}円"


def benefits(kinds: Iterable[Subsidy]) -> str:
    """Say which benefits can be used."""
    return f"{'・'.join(kinds)}の対象"


def only_benefits(kinds: Iterable[Subsidy]) -> str:
    """Say which benefits can be used instead."""
    return f"使えるのは{'・'.join(kinds)}"


def room_for(people: int) -> str:
    """Say for how many there is room."""
    return f"定員{people}名"


def smallest_group(people: int) -> str:
    """Say how many have to come together."""
    return f"{people}名以上での受講"


def _day(day: date, with_year: bool) -> str:  # noqa: FBT001
    return f"{day.year}年{day.month}月{day.day}日" if with_year else f"{day.month}月{day.day}日"
