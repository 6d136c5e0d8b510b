from datetime import date, time

import pytest

from data.text import match_form
from data.vocabulary import TimeBand
from recommender.understanding.conditions.weekday_ends import weekday_ends
from recommender.understanding.message import Message


def mentions(text):
    message = Message(text=match_form(text), morphemes=(), today=date(2026, 11, 23))
    return [
        (one.name, one.value, message.text[one.start : one.end]) for one in weekday_ends(message)
    ]


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("15時までに終わる講座", time(15)),
        ("三時までに終わるもの", time(15)),
        ("14時半までに終わること", time(14, 30)),
        ("10時から14時の間で", time(14)),
        ("お迎えが16時なので", time(16)),
        ("幼稚園のお迎え14時", time(14)),
        ("3時には帰りたい", time(15)),
        ("14:30までに終われば助かります", time(14, 30)),
    ],
)
def test_an_hour_by_which_it_must_be_over_means_weekdays_by_day(text, hour):
    found = [(name, value) for name, value, _ in mentions(text)]
    assert [("weekday_end_by", hour), ("time_bands", (TimeBand.WEEKDAY_DAY,))] == found


@pytest.mark.parametrize(
    "text",
    [
        "9時から17時まで仕事です",
        "17時まで働いています",
        "夜8時までレジに立っています",
        "3時間まで",
        "21時までに終わるもの",
        "朝7時に起きています",
        "帰宅は8時です",
    ],
)
def test_working_hours_and_evenings_end_no_class(text):
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "ends"),
    [("下の子の保育園が16時までなので", [time(16)]), ("勤務は17時まで。会計を夜に", [])],
)
def test_care_ends_the_day_of_learning_and_work_does_not(text, ends):
    assert [value for name, value, _ in mentions(text) if name == "weekday_end_by"] == ends
