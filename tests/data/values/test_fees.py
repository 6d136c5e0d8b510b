"""What one pays who is no member; unknown is never zero."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.issue import Code
from data.text import match_form
from data.values.bad_cell import BadCell
from data.values.fees import Fee, free_text_fee, read_fee

AMOUNTS = st.integers(0, 10_000_000)
WIDE = str.maketrans("0123456789,", "０１２３４５６７８９，")


@given(AMOUNTS)
def test_any_amount_in_any_form_reads_back_as_itself(yen):
    forms = (
        f"{yen}",
        f"{yen:,}",
        f"{yen:,}円",
        f"{yen}円(税込)",
        f"¥{yen:,}（税込）",
        f"\\{yen}",
        f"{yen}.00",
        f"{yen:,}円".translate(WIDE),
        f"受講料：{yen:,}円",
        f"会員{yen}円・一般{yen:,}円",
    )
    assert {read_fee(match_form(text)).yen for text in forms} == {yen}


@given(st.integers(1, 900), st.integers(0, 9999))
def test_an_amount_in_ten_thousands_reads_back_as_itself(man, rest):
    assert read_fee(f"{man}万{rest or ''}円").yen == man * 10_000 + rest


@pytest.mark.parametrize(
    ("text", "yen", "note"),
    [
        ("2千円", 2000, ""),
        ("1.5万円", 15000, ""),
        ("1万5千円(教材費込み)", 15000, "教材費込み"),
        ("¥29,600(税込)(ほかに検定料9,800円)", 29600, "ほかに検定料9,800円"),
        ("無料(テキスト代1,650円自己負担)", 0, "テキスト代1,650円自己負担"),
        ("無料(託児無料(1歳~))", 0, "託児無料(1歳~)"),
        ("98,000円(2人目以降は1人88,000円)", 98000, "2人目以降は1人88,000円"),
        ("120000(年額。糸代実費)", 120000, "年額。糸代実費"),
        ("500円 ※材料費は別途", 500, "※材料費は別途"),
    ],
)
def test_what_stands_behind_the_amount_is_its_note(text, yen, note):
    assert read_fee(text) == Fee(yen=yen, note=note)


@pytest.mark.parametrize(
    ("text", "yen"),
    [
        ("会員12,000円・一般18,000円(テキスト代込)", 18000),
        ("会員無料・一般3,000円", 3000),
        ("会員20,000円・非会員30,000円", 30000),
        ("会員18,000円・一般24,000円、教材費2,800円別途", 24000),
        ("授業料:年額120,000円/宿舎使用料:月額10,000円", 120000),
        ("全3日で7500円", 7500),
    ],
)
def test_among_several_prices_that_for_the_whole_and_for_all_counts(text, yen):
    assert read_fee(text) == Fee(yen=yen, note=text)


@pytest.mark.parametrize(
    "text",
    [
        "1回2000円程度(3カ月単位前納制)",
        "月額9,800円",
        "テキスト代1,980円",
        "学生6,000円",
        "会員30,000円",
        "託児無料",
        "3,000円~5,000円",
        "5,000円/回",
        "3,000円×4回",
        "未定(前年度12,000円)",
        "内容により見積り",
    ],
)
def test_a_price_for_a_part_or_for_some_is_not_the_fee(text):
    assert read_fee(text) == Fee(yen=None, note=text)


def test_an_amount_behind_ask_us_stays_in_the_note():
    assert read_fee("要問合せ(1社あたり8万円から)") == Fee(yen=None, note="1社あたり8万円から")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("時価", Code.FEE_UNREADABLE),
        ("別紙参照", Code.FEE_UNREADABLE),
        ("応相談", Code.FEE_UNREADABLE),
        ("-円", Code.FEE_UNREADABLE),
        ("ー", Code.FEE_UNREADABLE),
        ("なし", Code.FEE_UNREADABLE),
        ("12,00円", Code.FEE_UNREADABLE),
        ("20000000", Code.FEE_UNREADABLE),
        ("-5000", Code.FEE_NEGATIVE),
        ("▲5,000円", Code.FEE_NEGATIVE),
        ("$80", Code.FEE_CURRENCY),
        ("80ドル", Code.FEE_CURRENCY),
        ("0:00", Code.SPREADSHEET_ARTEFACT),
        ("2027-01-05", Code.SPREADSHEET_ARTEFACT),
        ("#N/A", Code.SPREADSHEET_ERROR),
        ("=A1*2", Code.FORMULA),
    ],
)
def test_what_is_no_fee_is_refused_with_its_reason(text, code):
    with pytest.raises(BadCell) as refused:
        read_fee(text)
    assert refused.value.code is code


@given(st.text())
def test_free_text_without_a_fee_is_a_note(text):
    found = free_text_fee(text)
    assert found.yen is not None or found.note == text or text.startswith(("要", "お", "問"))
