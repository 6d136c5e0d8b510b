from datetime import date

import pytest

from data.text import match_form
from recommender.understanding.conditions.lengths import lengths
from recommender.understanding.message import Message


def read(text):
    message = Message(text=match_form(text), morphemes=(), today=date(2026, 11, 23))
    return {one.name: one.value for one in lengths(message)}


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("10時間以内で学べるもの", 10),
        ("2時間くらいで接客の基本を", 2),
        ("一時間半ほどで終わる話", 1.5),
        ("90分くらいの講座", 1.5),
        ("under 12 hours please", 12),
    ],
)
def test_hours_that_are_asked_for_are_a_limit_in_all(text, hours):
    assert {"max_hours": hours} == read(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1日で終わるやつ", 1),
        ("三日くらいで習いたい", 3),
        ("2~3日で", 3),
        ("四日間の講座", 4),
        ("数日で覚えたい", 5),
        ("2週間以内に取れる資格", 14),
        ("ふつかで できますか", 2),
        ("単発の講座がいい", 1),
        ("一回きりで", 1),
        ("1日完結", 1),
        ("2か月くらいの訓練", 62),
        ("a one-day class", 1),
    ],
)
def test_days_that_are_asked_for_are_a_limit_in_calendar_days(text, days):
    assert {"max_days": days} == read(text)


def test_half_a_day_is_one_day_of_at_most_four_hours():
    assert read("半日で茶道を体験") == {"max_days": 1, "max_hours": 4}


def test_half_a_day_or_a_whole_one_sets_no_hours():
    assert read("半日か一日で教わりたい") == {"max_days": 1}


@pytest.mark.parametrize(
    "text",
    [
        "残業が月60時間くらいです",
        "1日2時間くらいずつ進めたい",
        "介護士10年目です",
        "新人が2年で辞めます",
        "週3日のパートです",
        "5月10日まで休みです",
        "三日坊主です",
        "雪かきに半日かかった",
        "車で1時間以内の所",
        "会社を三日も空けられない",
        "単発のバイトをしています",
        "一回きりの講演はいらない",
        "3か月以内に取りたい",
        "48時間講習",
    ],
)
def test_times_of_the_story_are_no_length_of_a_course(text):
    assert read(text) == {}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("全部で5回くらいまで。書道", 5),
        ("5日間みっちりで溶接を覚えたい", 5),
        ("1コマ90分、全10回まで", 10),
    ],
)
def test_meetings_and_full_days_limit_a_course(text, days):
    assert read(text)["max_days"] == days
