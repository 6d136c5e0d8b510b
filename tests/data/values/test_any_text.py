"""Whatever stands in a cell, a reader returns a value or says why not."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.text import match_form
from data.values.amounts import read_count, read_hours
from data.values.bad_cell import BadCell
from data.values.dates import read_date, read_deadline, read_period, split_runs
from data.values.fees import free_text_fee, read_fee
from data.values.lists import read_list
from data.values.places import read_municipality, read_place
from data.values.texts import clean_text, has_personal_data, is_mojibake, mended, read_url
from data.values.times import bands_of_schedule, read_clock, read_time_bands
from data.values.words import (
    find_certificate,
    find_status,
    mode_of_venue,
    read_audience,
    read_certificate,
    read_fields,
    read_language,
    read_mode,
    read_status,
    read_subsidies,
    read_training,
    split_audience,
)

MAY_REFUSE = (
    read_audience,
    read_certificate,
    read_clock,
    read_count,
    read_date,
    read_deadline,
    read_fee,
    read_fields,
    read_hours,
    read_mode,
    read_municipality,
    read_status,
    read_subsidies,
    read_time_bands,
    read_training,
    read_url,
)
NEVER_REFUSE = (
    bands_of_schedule,
    clean_text,
    find_certificate,
    find_status,
    free_text_fee,
    has_personal_data,
    is_mojibake,
    mended,
    mode_of_venue,
    read_language,
    read_list,
    read_period,
    read_place,
    split_audience,
    split_runs,
)
# Pieces of which offices' cells are made, put together as no office would.
PIECES = st.sampled_from(
    (
        *(
            "2027",
            "令和",
            "R9",
            "年",
            "月",
            "日",
            "/",
            "-",
            ".",
            "~",
            "(",
            ")",
            "13",
            "31",
            "0",
            "99",
        ),
        *(
            "時間",
            "分",
            "円",
            "万",
            "千",
            ",",
            "無料",
            "一般",
            "会員",
            "名",
            "組",
            "先着",
            "回",
            "×",
        ),
        *(
            "半",
            " ",
            "土",
            "火",
            "曜",
            "祝",
            "平日",
            "夜",
            "除く",
            "休み",
            "9:30",
            "25:70",
            "まで",
            "前",
        ),
        *(
            "から",
            "末",
            "上旬",
            "オンライン",
            "会場",
            "併用",
            "配信",
            "山形県",
            "山形市",
            "丁目",
            "中止",
        ),
        *(
            "満席",
            "場合",
            "※",
            "、",
            "・",
            "修了証",
            "県",
            "補助",
            "DX",
            "IT",
            "個人",
            "企業",
            "の方",
        ),
        *("<b>", "</b>", "<script>", "&lt;", "=", "+", "@", "#", "①", "②", "いずれも"),
    )
)
CELLS = st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join))


@pytest.mark.parametrize("read", MAY_REFUSE, ids=lambda read: read.__name__)
@given(text=CELLS)
def test_a_reader_returns_or_refuses_and_never_fails(read, text):
    with suppress(BadCell):
        read(match_form(text))


@pytest.mark.parametrize("read", NEVER_REFUSE, ids=lambda read: read.__name__)
@given(text=CELLS)
def test_a_reader_of_free_text_takes_anything(read, text):
    read(text)
    read(match_form(text))


@pytest.mark.parametrize("read", [*MAY_REFUSE, *NEVER_REFUSE], ids=lambda read: read.__name__)
@pytest.mark.parametrize(
    "piece", ["(", "(a", "※", "土・", "配信", "1", "1,000", "9:30~", "<a ", "年", "回×"]
)
def test_a_long_senseless_cell_comes_to_an_end(read, piece):
    with suppress(BadCell):
        read(piece * 2000 + "!")
