from datetime import date

import pytest

from data.merging.likeness import SAME, likeness, title_similarity
from data.program import Offering, Program

SUMMARY = (
    "ワインの香りと味を言葉にする三日間。ぶどう畑を歩き、醸造所で樽を比べ、"
    "食事との合わせ方まで学びます。"
)


def program(title="はじめてのワイン講座", **changes):
    offering = Offering(
        start_date=changes.pop("start", date(2027, 2, 1)),
        municipality=changes.pop("town", "上山市"),
        fee_yen=changes.pop("fee", 5000),
    )
    values = {"institution": "上山ワイン協会", "summary": SUMMARY, "url": "https://example.jp/wine"}
    return Program(program_id="x", title=title, offerings=(offering,), **values | changes)


def test_a_reworded_copy_with_a_shortened_description_is_the_same_program():
    copy = program("【受講生募集】ワイン講座 はじめて編", summary=SUMMARY[:30])
    assert likeness(program(), copy) >= SAME


def test_a_copy_with_a_changed_date_is_the_same_program_when_its_words_are():
    assert likeness(program(), program(start=date(2027, 2, 8))) >= SAME


def test_the_same_course_in_another_town_is_another_program():
    other = program(town="酒田市", start=date(2027, 3, 1), url="https://example.jp/wine-sakata")
    assert likeness(program(), other) < SAME


def test_a_course_of_another_level_with_another_description_is_another_program():
    other = program(
        "はじめてのワイン講座 応用編",
        summary="収支と販路を考える経営者のための連続講座。小さな醸造所の事業計画を書き上げます。",
        start=date(2027, 5, 1),
        url="https://example.jp/wine2",
    )
    assert likeness(program(), other) < SAME


def test_two_programs_that_share_only_a_day_and_a_town_are_not_the_same():
    other = program("溶接実習", institution="工科短大", summary="鉄を溶かしてつなぐ。" * 3, url="")
    assert likeness(program(), other) < SAME


def test_likeness_does_not_depend_on_the_order():
    one, other = program(), program("ワイン講座", summary=SUMMARY[:20], start=None)
    assert likeness(one, other) == pytest.approx(likeness(other, one))


def test_the_order_of_a_titles_parts_does_not_matter():
    assert title_similarity("ワイン講座 はじめて", "はじめて ワイン講座") > 0.9
