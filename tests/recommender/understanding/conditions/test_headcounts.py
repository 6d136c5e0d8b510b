from datetime import date

import pytest

from data.text import match_form
from recommender.understanding.conditions.headcounts import headcounts
from recommender.understanding.message import Message


def read(text):
    message = Message(text=match_form(text), morphemes=(), today=date(2026, 11, 23))
    return [one.value for one in headcounts(message)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("新人3人に電話の応対を", 3),
        ("社員12人にハラスメントの話を聞かせたい", 12),
        ("見習い二人、左官の基本を", 2),
        ("クレーンの資格がない者が多い。未受講が6人", 6),
        ("フォークリフトの講習を4人", 4),
        ("あと2人ほしい", 2),
        ("妻と二人で習いたい", 2),
        ("ふたりで ならいたいです", 2),
        ("10名程度の社内研修", 10),
        ("2~3人を出したい", 3),
        ("対象は8名くらい", 8),
        ("従業員40人、うち班長5人に叱り方を教えたい", 5),
        ("15人くらい、平日の昼に", 15),
    ],
)
def test_people_who_would_attend_are_counted(text, people):
    assert [people] == read(text)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("店長3人とパート5人に接客を学ばせたい", 8),
        ("新人二人と事務一人、秋までに受からせたい", 3),
        ("各課から出して計7名、業務改善を", 7),
    ],
)
def test_counts_that_are_joined_add_up_and_a_total_stands_alone(text, people):
    assert [people] == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "従業員25人の町工場です",
        "社員18人の酒蔵",
        "昔は90人いましたが",
        "今年も3人辞めました",
        "英語を話せる者が一人もいない",
        "一人暮らしの母",
        "子どもが2人います",
        "経理ができるのは1人だけ",
        "一人ひとりに合わせた介護",
        "6人乗りの車",
        "お客さん20人を案内した",
        "生徒を30人連れて行く",
    ],
)
def test_companies_families_and_guests_are_no_participants(text):
    assert read(text) == []


def test_of_several_counts_only_one_is_read():
    assert read("職員30人の園です。若手2人に研修を受けさせたい。去年は3人辞めました") == [2]
