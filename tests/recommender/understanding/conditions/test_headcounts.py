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


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("職場の同僚4人でまとめて受けたい", 4),
        ("農家仲間6人でドローン", 6),
        ("6人のグループで申し込めますか", 6),
        ("中堅どころ6人ほどにコーチング", 6),
        ("町内会30人、防災の話を聞きたい", 30),
        ("社員12名、半日で5S", 12),
    ],
)
def test_a_group_that_learns_together_counts_whoever_it_is(text, people):
    assert read(text) == [people]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("事務の2人はパソコンが苦手", 2),
        ("オペレーター3人とも図面が読めません", 3),
        ("ベトナムの子が4人、現場の言葉がわからない", 4),
    ],
)
def test_who_lacks_an_ability_is_to_learn_it(text, people):
    assert read(text) == [people]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("30名の施設です。虐待防止を全職員に", 30),
        ("従業員9人の板金屋。みんなに図面の読み方を", 9),
    ],
)
def test_a_whole_staff_counts_where_everybody_is_to_learn(text, people):
    assert read(text) == [people]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Forklift license for 3 workers", 3),
        ("We'd like to train five employees", 5),
        ("I need 3 more people who can fly it", 3),
        ("Curso para 2 funcionários", 2),
        ("Có 4 thợ trẻ", 4),
        ("有5名员工想学食品卫生", 5),
    ],
)
def test_other_languages_name_who_is_sent(text, people):
    assert read(text) == [people]


@pytest.mark.parametrize(
    "text",
    [
        "私一人で受けたい",
        "患者さん10人を受け持つ看護師です",
        "ベテラン1人に頼りきり",
        "パート15人のシフト管理を楽にしたい",
        "うちは3人でやってる小さな店です",
        "パートさんが12人、年上ばかりで困る",
    ],
)
def test_people_of_the_story_are_no_participants(text):
    assert read(text) == []
