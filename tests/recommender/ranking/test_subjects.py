import csv
from collections import Counter
from importlib import resources

import pytest

from data.program import Program
from data.text import match_form
from recommender.ranking.subjects import SEPARATOR, SHORTEST, is_untaught, named_subjects

TABLE = resources.files("recommender.ranking").joinpath("subjects.csv")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("スワヒリ語を学びたい", ["スワヒリ語"]),
        ("弁理士の試験", ["弁理士"]),
        ("ＰＹＴＨＯＮと簿記", ["python", "簿記"]),
        ("ﾄﾞﾛｰﾝの操縦", ["ドローン"]),
        ("英会話", ["英会話"]),  # not 英語, and not both
        ("ビジネス英語の電話", ["ビジネス英語"]),
        ("オペレーション", []),
        ("javascriptで", ["javascript"]),
        ("パンフレットの作り方", []),
        ("", []),
        ("何か学びたい", []),
    ],
)
def test_subjects_are_found_by_name_the_longest_first(text, expected):
    assert [subject.name for subject in named_subjects(text)] == expected


def program(title, *skills, summary=""):
    return Program(program_id=title, title=title, skills=skills, summary=summary)


@pytest.mark.parametrize(
    "teaching",
    [
        program("無人航空機の基礎"),
        program("空からはかる", "ドローン"),
        program("農薬散布", summary="ドローンをつかう"),
    ],
)
def test_a_program_teaches_a_subject_that_it_names_in_whatever_place_and_words(teaching):
    asked = named_subjects("ドローンを飛ばしたい")
    assert not is_untaught(asked, [program("簿記入門"), teaching])
    assert is_untaught(asked, [program("簿記入門")])
    assert is_untaught(asked, [])


def test_every_subject_that_is_asked_for_must_be_taught():
    asked = named_subjects("簿記とスワヒリ語")
    assert is_untaught(asked, [program("簿記入門")])
    assert not is_untaught(asked, [program("簿記入門"), program("スワヒリ語のはじめ")])


def test_what_a_long_story_mentions_is_not_asked_for():
    assert named_subjects("簿記は学生のころに")
    assert not named_subjects("簿記は学生のころに" + "いろいろありました" * 6)


def test_where_no_subject_is_named_nothing_is_missing():
    assert not is_untaught(named_subjects("人前で話すのが苦手"), [])


def test_a_name_stands_for_one_subject_and_is_written_once():
    rows = list(csv.DictReader(TABLE.read_text("utf-8").splitlines()))
    called = [
        match_form(name).casefold()
        for row in rows
        for name in (row["subject"], *filter(None, row["also_called"].split(SEPARATOR)))
    ]
    assert [name for name, count in Counter(called).items() if count > 1] == []
    assert all(len(name) >= SHORTEST for name in called)
    assert all(row["area"] for row in rows)
