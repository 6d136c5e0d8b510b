import pytest

from data.columns.roles import Role
from data.columns.words import guessed_role, header_key, known_role


@pytest.mark.parametrize(
    ("path", "role"),
    [
        (("研修名",), Role.TITLE),
        (("主催",), Role.INSTITUTION),
        (("参加費",), Role.FEE),
        (("締切日",), Role.DEADLINE),
        (("開催地",), Role.VENUE),
        (("いつ（日程）",), Role.SCHEDULE),
        (("定員（名）",), Role.CAPACITY),
        (("料金(詳細)",), Role.FEE_NOTE),
        (("料金（詳細）",), Role.FEE_NOTE),
        (("申込開始日",), Role.UNUSED),
        (("イベント名＿カナ",), Role.UNUSED),
    ],
)
def test_a_header_of_the_table_has_its_role_whatever_its_width_and_brackets(path, role):
    assert known_role(path) is role


@pytest.mark.parametrize(
    ("path", "role"),
    [
        (("日程", "開始"), Role.START_DATE),
        (("時間", "開始"), Role.START_TIME),
        (("募集期間", "終了"), Role.DEADLINE),
        (("受講料（円）", "備考"), Role.FEE_NOTE),
        (("その他", "備考"), Role.REMARKS),
        (("会場", "名称"), Role.VENUE),
        (("主催", "名称"), Role.INSTITUTION),
        (("hasCourseInstance", "location", "name"), Role.VENUE),
        (("provider", "contactPoint", "name"), Role.CONTACT),
        (("hasCourseInstance", "offers", "price"), Role.FEE),
    ],
)
def test_a_group_decides_what_an_ambiguous_header_means(path, role):
    assert known_role(path) is role


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("本講座の受講料備考", Role.FEE_NOTE),
        ("Web申込締切日（厳守）", Role.DEADLINE),
        ("令和8年度の研修会名", Role.TITLE),
    ],
)
def test_an_unknown_compound_means_what_its_last_known_word_means(header, role):
    assert known_role((header,)) is None
    assert guessed_role((header,)) is role


def test_a_long_text_is_no_header():
    text = "受講料は当日会場でお支払いください。" + "領収書が必要な方はお申し出ください。" * 2
    assert known_role((text,)) is None
    assert guessed_role((text,)) is None


def test_a_word_that_nobody_knows_has_no_role():
    assert known_role(("ほげほげ",)) is None
    assert guessed_role(("ほげほげ",)) is None


def test_numbering_marks_and_blanks_do_not_matter():
    assert header_key("① 講座 名") == header_key("講座名")
    assert header_key("※講座名") == header_key("講座名")
