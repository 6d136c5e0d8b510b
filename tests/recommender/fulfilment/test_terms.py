import pytest

from data.municipalities import Area
from data.program import Offering, Program
from data.vocabulary import Audience, Certificate, Mode, Subsidy
from recommender.constraints import Constraints
from recommender.fulfilment import terms
from recommender.fulfilment.verdict import differs, leaves_open, meets

PROGRAM = Program(program_id="x", title="木工")


def program(**about):
    return Program(**({"program_id": "x", "title": "木工"} | about))


def onsite(town):
    return Offering(mode=Mode.ONSITE, municipality=town)


@pytest.mark.parametrize(
    ("stated", "offering", "expected"),
    [
        ({"municipality": "天童市"}, onsite("天童市"), meets("天童市")),
        ({"municipality": "天童市"}, onsite("山形市"), meets("山形市（天童市から直線で約12km）")),
        (
            {"municipality": "天童市"},
            onsite("酒田市"),
            differs("場所は酒田市（天童市から直線で約77km）"),
        ),
        ({"municipality": "天童市"}, onsite(""), leaves_open("場所")),
        (
            {"municipality": "天童市"},
            Offering(mode=Mode.LIVE_ONLINE, municipality="酒田市"),
            meets("オンラインで受けられる"),
        ),
        (
            {"municipality": "天童市"},
            Offering(mode=Mode.VISITING),
            meets("会社や団体に来てもらえる"),
        ),
        ({"area": Area.SHONAI}, onsite("酒田市"), meets("酒田市（庄内）")),
        ({"area": Area.SHONAI}, onsite("天童市"), differs("場所は天童市（村山）")),
    ],
)
def test_places_are_told_with_the_distance_from_the_stated_town(stated, offering, expected):
    assert terms.place(Constraints(**stated), PROGRAM, offering) == expected


@pytest.mark.parametrize(
    ("stated", "mode", "expected"),
    [
        ({"mode": (Mode.LIVE_ONLINE,)}, Mode.ON_DEMAND, meets("好きな時間に動画で受けられる")),
        ({"mode": (Mode.LIVE_ONLINE,)}, Mode.HYBRID, meets("オンラインでも受けられる")),
        ({"mode": (Mode.ONSITE,)}, Mode.HYBRID, meets("会場でも受けられる")),
        (
            {"mode": (Mode.ONSITE, Mode.LIVE_ONLINE)},
            Mode.HYBRID,
            meets("会場でもオンラインでも受けられる"),
        ),
        ({"mode": (Mode.LIVE_ONLINE,)}, Mode.ONSITE, differs("受け方は対面")),
        ({"mode": (Mode.LIVE_ONLINE,)}, Mode.UNKNOWN, leaves_open("受け方")),
        ({"not_mode": (Mode.LIVE_ONLINE,)}, Mode.ONSITE, meets("対面")),
        ({"not_mode": (Mode.LIVE_ONLINE,)}, Mode.HYBRID, meets("会場でも受けられる")),
        ({"not_mode": (Mode.LIVE_ONLINE,)}, Mode.ON_DEMAND, differs("受け方は動画")),
        (
            {"mode": (Mode.LIVE_ONLINE,), "not_mode": (Mode.ON_DEMAND,)},
            Mode.ON_DEMAND,
            differs("受け方は動画"),
        ),
        (
            {"mode": (Mode.ON_DEMAND,), "not_mode": (Mode.LIVE_ONLINE,)},
            Mode.ON_DEMAND,
            meets("好きな時間に動画で受けられる"),
        ),
    ],
)
def test_the_way_of_teaching_is_told_as_it_was_asked_for(stated, mode, expected):
    assert terms.mode(Constraints(**stated), PROGRAM, Offering(mode=mode)) == expected


@pytest.mark.parametrize(
    ("limit", "fee", "expected"),
    [
        (0, 0, meets("受講料は無料")),
        (5_000, 3_000, meets("受講料は3,000円")),
        (5_000, 6_500, differs("受講料は6,500円")),
        (5_000, None, leaves_open("受講料")),
    ],
)
def test_a_fee_is_told_and_an_unknown_one_is_to_be_asked(limit, fee, expected):
    asked = Constraints(max_fee_yen=limit)
    assert terms.fee(asked, PROGRAM, Offering(fee_yen=fee)) == expected


@pytest.mark.parametrize(
    ("name", "held", "expected"),
    [
        ("any", (Subsidy.PREFECTURE,), meets("県補助の対象")),
        ("any", (), leaves_open("給付金や補助")),
        ("教育訓練給付", (Subsidy.TRAINING_GENERAL,), meets("教育訓練給付(一般)の対象")),
        (
            "人材開発支援助成金",
            (Subsidy.EMPLOYER_TRAINING, Subsidy.PREFECTURE),
            meets("人材開発支援助成金の対象"),
        ),
        ("教育訓練給付", (Subsidy.MUNICIPALITY,), differs("使えるのは市町村補助")),
    ],
)
def test_a_benefit_that_no_source_names_is_to_be_asked(name, held, expected):
    asked = Constraints(subsidy=name)
    assert terms.benefit(asked, program(subsidies=held), Offering()) == expected


@pytest.mark.parametrize(
    ("wanted", "given", "expected"),
    [
        ("修了証", Certificate.DIGITAL_BADGE, meets("デジタルバッジが出る")),
        ("修了証", Certificate.NONE, differs("修了証などは出ない")),
        ("単位", Certificate.COMPLETION, differs("修了証が出る")),
        ("単位", Certificate.UNKNOWN, leaves_open("修了証など")),
        ("any", Certificate.QUALIFYING, meets("国家資格の受験資格につながる")),
        ("any", Certificate.COMPLETION, None),
        ("簿記3級", Certificate.UNKNOWN, None),
    ],
)
def test_papers_are_told_and_nothing_is_claimed_of_a_named_qualification(wanted, given, expected):
    asked = Constraints(certificate=wanted)
    assert terms.certificate(asked, program(certificate=given), Offering()) == expected


@pytest.mark.parametrize(
    ("people", "about", "offering", "expected"),
    [
        (5, {}, Offering(capacity=12), meets("定員12名")),
        (15, {}, Offering(capacity=12), differs("定員12名")),
        (5, {}, Offering(mode=Mode.ONSITE), leaves_open("定員")),
        (5, {}, Offering(mode=Mode.VISITING), None),
        (
            5,
            {"eligibility": "10名以上でお申し込みください"},
            Offering(),
            differs("10名以上での受講"),
        ),
    ],
)
def test_a_group_is_compared_with_those_who_are_taken(people, about, offering, expected):
    assert terms.group(Constraints(headcount=people), program(**about), offering) == expected


@pytest.mark.parametrize(
    ("summary", "expected"),
    [("託児あります（要予約）", meets("託児や子ども連れの案内あり")), ("", leaves_open("託児"))],
)
def test_childcare_is_told_only_where_the_source_speaks_of_it(summary, expected):
    asked = Constraints(childcare=True)
    assert terms.childcare(asked, program(summary=summary), Offering()) == expected


def test_a_level_is_told_for_beginners_alone():
    beginners = program(title="はじめての木工")
    assert terms.level(Constraints(level="初心者"), beginners, Offering()) == meets("初心者向け")
    assert terms.level(Constraints(level="上級"), beginners, Offering()) is None


def test_those_whom_a_program_addresses_are_named():
    addressing = program(audience=(Audience.SENIOR, Audience.FARMER))
    asked = Constraints(audience=("農業者", "看護職"))
    assert terms.addressed(asked, addressing, Offering()) == meets("農業者向け")
    assert terms.addressed(asked, PROGRAM, Offering()) is None
