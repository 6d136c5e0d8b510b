from datetime import date

import pytest

from data.cells import (
    BadCell,
    choice_reader,
    choices_reader,
    read_count,
    read_date,
    read_hours,
    read_list,
    read_url,
    read_yen,
)
from data.vocabulary import Mode, TimeBand


@pytest.mark.parametrize(
    ("read", "cell", "value"),
    [
        (read_date, "2026-04-11", date(2026, 4, 11)),
        (read_date, "2026/4/1", date(2026, 4, 1)),
        (read_date, "2026年4月11日", date(2026, 4, 11)),
        (read_yen, "3900", 3900),
        (read_yen, "13,900円", 13_900),
        (read_yen, "¥5,000", 5_000),
        (read_yen, "0", 0),
        (read_yen, "無料", 0),
        (read_hours, "4.5", 4.5),
        (read_hours, "12時間", 12.0),
        (read_count, "20名", 20),
        (read_list, "簿記、Excel、簿記", ("簿記", "Excel")),
        (read_url, "https://example.jp/a?b=1", "https://example.jp/a?b=1"),
        (choice_reader(Mode), "オンライン(同時)", Mode.LIVE_ONLINE),
        (choices_reader(TimeBand), "土、日祝", (TimeBand.SATURDAY, TimeBand.SUNDAY_HOLIDAY)),
    ],
)
def test_a_readable_cell_gives_its_value(read, cell, value):
    assert read(cell) == value


@pytest.mark.parametrize(
    ("read", "cell", "code"),
    [
        (read_date, "10月上旬", "date_unreadable"),
        (read_date, "2026-02-30", "date_impossible"),
        (read_yen, "要問合せ", "fee_unreadable"),
        (read_yen, "-500", "fee_unreadable"),
        (read_yen, "1,23", "fee_unreadable"),
        (read_hours, "0時間", "hours_unreadable"),
        (read_count, "若干名", "count_unreadable"),
        (read_url, "javascript:alert(1)", "url_unsafe"),
        (read_url, "https://", "url_unsafe"),
        (read_url, "http://[", "url_unsafe"),
        (choice_reader(Mode), "オンサイト", "word_unknown"),
        (choices_reader(TimeBand), "土、休み", "word_unknown"),
    ],
)
def test_an_unreadable_cell_says_why_and_never_becomes_a_value(read, cell, code):
    with pytest.raises(BadCell) as fault:
        read(cell)
    assert fault.value.code == code
    assert fault.value.advice
