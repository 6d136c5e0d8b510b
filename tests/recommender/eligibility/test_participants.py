import pytest

from data.program import Offering, Program
from recommender.eligibility.participants import Level, participants


def read(**values):
    return participants(Program(**{"program_id": "x", "title": "x"} | values))


@pytest.mark.parametrize(
    ("eligibility", "expected"),
    [
        ("18歳以上の方", (18, None)),
        ("20歳以上45歳未満で、通える方", (20, 44)),
        ("おおむね35歳以上59歳以下", (35, 59)),
        ("15〜39歳の方", (15, 39)),
        ("わな18歳以上、銃20歳以上", (18, None)),
        ("18歳未満の子を育てている方", (None, None)),
        ("実務経験3年以上", (None, None)),
        ("", (None, None)),
    ],
)
def test_ages_are_those_of_the_participant(eligibility, expected):
    takes = read(eligibility=eligibility)
    assert (takes.youngest, takes.oldest) == expected


@pytest.mark.parametrize(
    ("eligibility", "expected"),
    [
        ("町内で6名以上の集まり", 6),
        ("企業・団体（10人以上）", 10),
        ("従業員30人以上の事業所", None),
        ("どなたでも", None),
    ],
)
def test_a_group_is_who_comes_together_not_who_is_employed(eligibility, expected):
    assert read(eligibility=eligibility).smallest_group == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"eligibility": "市内に住む女性"}, True),
        ({"eligibility": "女性限定"}, True),
        ({"title": "【女性限定】起業塾"}, True),
        ({"title": "女性のための起業塾"}, False),
        ({"eligibility": "女性の就業を支える方"}, False),
    ],
)
def test_women_are_among_themselves_only_where_it_says_so(values, expected):
    assert read(**values).women_only is expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"summary": "託児付きです。"}, True),
        ({"offerings": (Offering(fee_note="託児無料"),)}, True),
        ({"summary": "お子さま連れでどうぞ。"}, True),
        ({"summary": "託児はありません。"}, False),
        ({"summary": "託児スタッフを育てます。"}, None),
        ({"summary": "保育を学びます。"}, None),
    ],
)
def test_childcare_is_what_is_offered_not_what_is_taught(values, expected):
    assert read(**values).childcare is expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"title": "はじめての簿記"}, Level.BEGINNER),
        ({"title": "英会話", "eligibility": "経験は問いません"}, Level.BEGINNER),
        ({"title": "応用統計"}, Level.ADVANCED),
        ({"title": "溶接", "eligibility": "実務経験3年以上の方"}, Level.ADVANCED),
        ({"title": "山の歩き方"}, None),
    ],
)
def test_the_level_is_what_title_or_terms_give_away(values, expected):
    assert read(**values).level is expected
