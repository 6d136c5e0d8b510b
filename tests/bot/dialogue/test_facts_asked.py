"""What the catalog says when a fact is asked for, and what it cannot say."""

from datetime import date

import pytest

from bot.dialogue.facts_asked import fact_answer, fact_lines
from bot.dialogue.reference_words import DEEDS, Asked
from bot.line.wording import SAMPLE_NOTE, UNKNOWN
from data.program import Offering, Program
from data.vocabulary import Certificate, Mode, Status, TimeBand

TODAY = date(2026, 11, 23)
KNOWN = Program(
    program_id="0123456789ab",
    title="木工入門",
    certificate=Certificate.COMPLETION,
    url="https://example.ac.jp/wood",
    contact="木工係 023-000-0000",
    offerings=(
        Offering(
            mode=Mode.LIVE_ONLINE,
            municipality="米沢市",
            start_date=date(2026, 12, 5),
            time_bands=(TimeBand.SATURDAY,),
            sessions="毎週土曜 全4回",
            total_hours=8.0,
            fee_yen=3_000,
            fee_note="材料費込み",
            deadline=date(2026, 11, 26),
        ),
    ),
)
NOTHING_KNOWN = Program(program_id="ba9876543210", title="なぞの講座", offerings=(Offering(),))
FACTS = [one for one in Asked if one not in DEEDS and one is not Asked.COMPARING]


def plain_lines(program, asked):
    return [line.plain for line in fact_lines(program, asked, TODAY)]


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        (Asked.FEE, "【受講料】3,000円／材料費込み"),
        (Asked.TIMES, "【日程】2026年12月5日(土)から 毎週土曜 全4回"),
        (Asked.PLACE, "【場所】オンライン／米沢市"),
        (Asked.DEADLINE, "【締切】2026年11月26日(木)（あと3日）"),
        (Asked.LENGTH, "【長さ】全部で8時間／毎週土曜 全4回"),
        (Asked.CONTACT, "【問合せ先】木工係 023-000-0000"),
        (Asked.PAPER, "【修了したら】修了証"),
    ],
)
def test_what_the_catalog_says_is_told(asked, line):
    assert plain_lines(KNOWN, asked) == [line]


def test_who_wants_to_apply_is_told_where_whom_and_until_when():
    assert plain_lines(KNOWN, Asked.APPLYING) == [
        "【ページ】https://example.ac.jp/wood",
        "【問合せ先】木工係 023-000-0000",
        "【締切】2026年11月26日(木)（あと3日）",
    ]


@pytest.mark.parametrize("asked", FACTS)
def test_what_is_unknown_is_to_be_asked_of_the_provider(asked):
    assert plain_lines(NOTHING_KNOWN, asked)[-1].endswith(UNKNOWN.plain)


def test_any_time_is_a_deadline_too():
    program = Program(program_id="a", title="a", offerings=(Offering(status=Status.ANY_TIME),))
    assert plain_lines(program, Asked.DEADLINE) == ["【締切】随時受付"]


def test_the_title_comes_first_and_a_sample_says_so():
    sample = Program(program_id="a", title="見本の講座", is_sample=True, offerings=(Offering(),))
    lines = fact_answer(sample, Asked.FEE, TODAY).plain.splitlines()
    assert (lines[0], lines[-1]) == ("「見本の講座」", SAMPLE_NOTE.plain)
