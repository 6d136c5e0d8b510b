from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.municipalities import MUNICIPALITIES, Area
from data.vocabulary import Mode, TimeBand
from recommender.constraints import Constraints
from recommender.request import Role
from recommender.understanding.description import described
from recommender.understanding.understood import Understood

DAY, EVENING = TimeBand.WEEKDAY_DAY, TimeBand.WEEKDAY_EVENING
SATURDAY, SUNDAY = TimeBand.SATURDAY, TimeBand.SUNDAY_HOLIDAY


def understood(constraints=None, **more):
    return Understood(
        role=Role.LEARNER,
        topic="木工",
        needs=("木工",),
        constraints=constraints or Constraints(),
        **more,
    )


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"municipality": "長井市"}, "長井市あたり"),
        ({"area": Area.MOGAMI}, "最上地方"),
        ({"time_bands": (SATURDAY, SUNDAY)}, "土日"),
        ({"time_bands": (SUNDAY,)}, "日曜・祝日"),
        ({"time_bands": (SATURDAY, EVENING)}, "平日の夜・土曜"),
        ({"time_bands": (DAY, EVENING)}, "平日"),
        ({"not_time_bands": (EVENING,)}, "平日の夜を除く"),
        ({"weekday_end_by": time(15)}, "平日は15時まで"),
        ({"weekday_end_by": time(14, 30)}, "平日は14時30分まで"),
        ({"mode": (Mode.LIVE_ONLINE, Mode.ONSITE)}, "オンラインか対面"),
        ({"not_mode": (Mode.LIVE_ONLINE,)}, "オンライン以外"),
        ({"max_fee_yen": 0}, "無料"),
        ({"max_fee_yen": 5_000}, "5,000円まで"),
        ({"max_hours": 1.5}, "1.5時間以内"),
        ({"max_days": 1}, "1日だけ"),
        ({"max_days": 3}, "3日以内"),
        ({"max_days": 93}, "3か月以内"),
        ({"max_days": 366}, "1年以内"),
        ({"start_from": date(2027, 4, 1)}, "2027年4月以降に開始"),
        ({"start_from": date(2026, 12, 24)}, "2026年12月24日以降に開始"),
        ({"start_until": date(2026, 12, 31)}, "2026年12月末までに開始"),
        (
            {"start_from": date(2026, 12, 1), "start_until": date(2026, 12, 31)},
            "2026年12月開始",
        ),
        (
            {"start_from": date(2026, 12, 1), "start_until": date(2027, 1, 15)},
            "2026年12月1日〜2027年1月15日に開始",
        ),
        ({"finish_until": date(2027, 3, 31)}, "2027年3月末までに修了"),
        ({"finish_until": date(2027, 3, 30)}, "2027年3月30日までに修了"),
        ({"subsidy": "any"}, "給付金や補助の対象"),
        ({"subsidy": "教育訓練給付"}, "教育訓練給付の対象"),
        ({"certificate": "any"}, "資格取得"),
        ({"certificate": "修了証"}, "修了証つき"),
        ({"certificate": "簿記3級"}, "簿記3級"),
        ({"audience": ("農業者",)}, "農業者向け"),
        ({"level": "初心者"}, "初心者向け"),
        ({"childcare": True}, "託児あり"),
        ({"headcount": 5}, "5人での受講"),
    ],
)
def test_each_condition_has_a_short_phrase_of_its_own(stated, expected):
    assert described(understood(Constraints(**stated))) == (expected,)


def test_nothing_is_said_where_nothing_was_stated():
    assert described(understood()) == ()


def test_what_is_refused_is_one_phrase():
    assert described(understood(exclude=("介護", "看護"))) == ("介護・看護以外",)


def test_what_is_refused_stands_before_what_is_wished():
    stated = Constraints(time_bands=(SATURDAY,), not_mode=(Mode.LIVE_ONLINE,))
    phrases = described(understood(stated, exclude=("介護",)))
    assert phrases == ("介護以外", "オンライン以外", "土曜")


def test_the_area_of_the_stated_town_is_not_repeated():
    stated = Constraints(municipality="新庄市", area=Area.MOGAMI)
    assert described(understood(stated)) == ("新庄市あたり",)


def test_another_area_than_that_of_the_town_is_told():
    stated = Constraints(municipality="新庄市", area=Area.MURAYAMA)
    assert described(understood(stated)) == ("新庄市あたり", "村山地方")


def test_who_writes_another_language_is_not_told_what_they_are():
    stated = Constraints(audience=("外国人", "学生"))
    assert described(understood(stated, is_foreign=True)) == ("学生向け",)


CONSTRAINTS = st.builds(
    Constraints,
    municipality=st.none() | st.sampled_from(list(MUNICIPALITIES)),
    area=st.none() | st.sampled_from(Area),
    mode=st.lists(st.sampled_from(Mode), unique=True).map(tuple),
    not_mode=st.lists(st.sampled_from(Mode), unique=True).map(tuple),
    time_bands=st.lists(st.sampled_from(TimeBand)).map(tuple),
    not_time_bands=st.lists(st.sampled_from(TimeBand)).map(tuple),
    max_fee_yen=st.none() | st.integers(0, 10**9),
    max_hours=st.none() | st.floats(0.5, 10**4),
    max_days=st.none() | st.integers(1, 10**5),
    start_from=st.none() | st.dates(),
    start_until=st.none() | st.dates(),
    finish_until=st.none() | st.dates(),
    weekday_end_by=st.none() | st.times(),
    headcount=st.none() | st.integers(1, 10**6),
)


@given(CONSTRAINTS)
def test_whatever_was_understood_can_be_told(constraints):
    phrases = described(understood(constraints))
    assert all(phrases)
    assert bool(phrases) == bool(constraints.to_json())
