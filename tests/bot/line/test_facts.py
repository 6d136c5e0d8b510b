from datetime import date

import pytest

from bot.line.facts import facts
from data.program import Offering, Program
from data.vocabulary import Mode, Status, Subsidy

TODAY = date(2026, 11, 23)


def shown(offering, **program):
    told = facts(Program(program_id="x", title="x", **program), offering, TODAY)
    return {label.plain: words.plain for label, words in told}


@pytest.mark.parametrize(
    ("offering", "label", "words"),
    [
        (
            Offering(mode=Mode.ONSITE, municipality="山形市", venue="公民館"),
            "場所",
            "山形市 公民館",
        ),
        (Offering(mode=Mode.LIVE_ONLINE), "場所", "オンライン"),
        (Offering(mode=Mode.HYBRID, municipality="山形市"), "場所", "会場とオンライン／山形市"),
        (Offering(), "場所", "主催者に確認"),
        (Offering(fee_yen=0), "受講料", "無料"),
        (Offering(fee_yen=12000, fee_note="税込"), "受講料", "12,000円／税込"),
        (Offering(fee_yen=None), "受講料", "主催者に確認"),
        (Offering(start_date=date(2027, 1, 9)), "日程", "2027年1月9日(土)から"),
        (Offering(deadline=TODAY), "締切", "2026年11月23日(月)（今日まで）"),
        (Offering(deadline=date(2026, 11, 26)), "締切", "2026年11月26日(木)（あと3日）"),
        (Offering(deadline=date(2027, 1, 9)), "締切", "2027年1月9日(土)"),
        (Offering(status=Status.ANY_TIME), "締切", "随時受付"),
    ],
)
def test_a_card_says_it_in_a_persons_words(offering, label, words):
    assert shown(offering)[label] == words


def test_a_benefit_stands_beside_the_fee():
    words = shown(Offering(fee_yen=5000), subsidies=(Subsidy.PREFECTURE,))["受講料"]
    assert words == "5,000円／県補助（条件あり）"
