"""「もっと安いの」: how such a wish is read, and what it means beside what was shown."""

from datetime import date

import pytest

from bot.dialogue.comparisons import Comparison, comparison_in, derived, in_full, is_free_already
from data.program import Offering, Program
from data.vocabulary import Status

TODAY = date(2026, 11, 23)


def programs(*offerings):
    return [
        Program(program_id=f"{number:012}", title="講座", offerings=(offering,))
        for number, offering in enumerate(offerings)
    ]


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("もっと近いところ", Comparison.NEARER),
        ("もう少し近い場所がいいです", Comparison.NEARER),
        ("近くで", Comparison.NEARER),
        ("もっと安いの", Comparison.CHEAPER),
        ("金ねえがら安いのけろ", Comparison.CHEAPER),
        ("お金がないです", Comparison.CHEAPER),
        ("cheaper", Comparison.CHEAPER),
        ("車がないので駅の近く", Comparison.NEARER),
        ("安い講座ある？", Comparison.CHEAPER),
        ("もっと早く始まるの", Comparison.EARLIER),
        ("できるだけ早いもの", Comparison.EARLIER),
        ("もっと短いの", Comparison.SHORTER),
        ("短いのがいい", Comparison.SHORTER),
    ],
)
def test_a_wish_in_comparison_is_read(text, wish):
    assert comparison_in(text) is wish


@pytest.mark.parametrize(
    "text",
    [
        "近代史",
        "安い食材でつくる料理",
        "早起きのコツ",
        "もっと英語を",
        "短歌",
        "近くの工場で働きたい",
        "",
    ],
)
def test_a_topic_is_no_comparison(text):
    assert comparison_in(text) is None


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("夜は？", "平日の夜だけ"),
        ("昼ならある？", "平日の昼だけ"),
        ("もっと簡単なの", "初心者向け"),
        ("もっと専門的なもの", "上級者向け"),
        ("資格が取れるもの", "資格取得"),
        ("夜勤の働き方", None),
        ("昼食づくり", None),
    ],
)
def test_what_is_said_too_shortly_is_said_in_full(text, full):
    assert in_full(text) == full


@pytest.mark.parametrize(
    ("wish", "offerings", "expected"),
    [
        (Comparison.CHEAPER, (Offering(fee_yen=3_000), Offering(fee_yen=5_000)), "2900円まで"),
        (Comparison.CHEAPER, (Offering(fee_yen=100), Offering()), "無料だけ"),
        (Comparison.CHEAPER, (Offering(fee_yen=0), Offering(fee_yen=5_000)), None),
        (Comparison.CHEAPER, (Offering(),), None),
        (Comparison.CHEAPER, (Offering(fee_yen=9, status=Status.CLOSED),), None),
        (Comparison.SHORTER, (Offering(total_hours=12.5), Offering(total_hours=20)), "12時間以内"),
        (Comparison.SHORTER, (Offering(total_hours=1),), None),
        (Comparison.EARLIER, (Offering(start_date=date(2027, 1, 9)),), "2027年1月8日までに始まる"),
        (Comparison.EARLIER, (Offering(),), None),
    ],
)
def test_less_than_the_least_shown_is_asked_for(wish, offerings, expected):
    assert derived(wish, programs(*offerings), TODAY) == expected


def test_nothing_is_cheaper_than_free():
    assert is_free_already(programs(Offering(fee_yen=0), Offering(fee_yen=10)), TODAY)
    assert not is_free_already(programs(Offering(fee_yen=10), Offering()), TODAY)
