"""Closed vocabularies in the words of offices."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.issue import Code
from data.text import match_form
from data.values.bad_cell import BadCell
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
from data.vocabulary import Audience, Certificate, Field, Mode, Status, Subsidy, TimeBand

CHOICES = ((Mode, read_mode), (Status, read_status), (Certificate, read_certificate))
LISTS = ((Field, read_fields), (Audience, read_audience), (Subsidy, read_subsidies))


@pytest.mark.parametrize(("vocabulary", "read"), CHOICES)
def test_a_vocabularys_own_words_stand_for_themselves(vocabulary, read):
    members = [member for member in vocabulary if member.value != "不明"]
    assert [read(match_form(member.value)) for member in members] == members


@pytest.mark.parametrize(("vocabulary", "read"), LISTS)
@given(data=st.data())
def test_a_list_of_a_vocabularys_own_words_reads_back(vocabulary, read, data):
    members = data.draw(st.lists(st.sampled_from(vocabulary), unique=True, min_size=1))
    separator = data.draw(st.sampled_from(["、", ", ", " / ", "\n"]))
    assert read(match_form(separator.join(members))) == tuple(members)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会場+オンライン", Mode.HYBRID),
        ("対面・オンライン併用", Mode.HYBRID),
        ("オンライン(Zoomライブ)", Mode.LIVE_ONLINE),
        ("ライブ配信(アーカイブあり)", Mode.LIVE_ONLINE),
        ("録画配信", Mode.ON_DEMAND),
        ("通信教育", Mode.CORRESPONDENCE),
        ("講師派遣", Mode.VISITING),
        ("集合研修", Mode.ONSITE),
        ("通所", Mode.ONSITE),
        ("Online, asynchronous", Mode.ON_DEMAND),
        ("online、synchronous", Mode.LIVE_ONLINE),
        ("blended", Mode.HYBRID),
        ("通信(同時双方向型オンライン)", Mode.LIVE_ONLINE),
        ("調整中", Mode.UNKNOWN),
    ],
)
def test_a_mode_is_what_its_words_mean_together(text, expected):
    assert read_mode(text) is expected


@pytest.mark.parametrize(
    ("text", "mode", "bands"),
    [
        ("eラーニング", Mode.ON_DEMAND, ()),
        (
            "通学(夜間、土日)",
            Mode.ONSITE,
            (TimeBand.WEEKDAY_EVENING, TimeBand.SATURDAY, TimeBand.SUNDAY_HOLIDAY),
        ),
        ("通学(昼間)、eラーニング", Mode.HYBRID, (TimeBand.WEEKDAY_DAY,)),
        ("通信、通学(土日)", Mode.CORRESPONDENCE, (TimeBand.SATURDAY, TimeBand.SUNDAY_HOLIDAY)),
    ],
)
def test_a_benefit_lists_mode_carries_the_time_of_day(text, mode, bands):
    assert read_training(text) == (mode, bands)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("オンライン(Zoom)", Mode.LIVE_ONLINE),
        ("オンライン(動画配信・期間中いつでも視聴可)", Mode.ON_DEMAND),
        ("山形大学小白川キャンパス/オンライン併用", Mode.HYBRID),
        ("ご指定の会場(県内)", Mode.VISITING),
        ("貴社工場・倉庫(県内)", Mode.VISITING),
        ("霞城セントラル", Mode.ONSITE),
        ("", None),
    ],
)
def test_the_venue_tells_the_mode(text, expected):
    assert mode_of_venue(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("○", Status.OPEN),
        ("近日受付開始", Status.NOT_YET_OPEN),
        ("〆切", Status.CLOSED),
        ("満席(キャンセル待ち受付中)", Status.FULL),
        ("中止(人数不足のため)", Status.CANCELLED),
        ("通年受付", Status.ANY_TIME),
        ("延期", Status.UNKNOWN),
        ("https://schema.org/SoldOut", Status.FULL),
        ("EventCancelled", Status.CANCELLED),
    ],
)
def test_a_state_of_applications_is_read(text, expected):
    assert read_status(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("※定員に達したため受付を終了しました", Status.FULL),
        ("【中止】都合により開催を中止します。", Status.CANCELLED),
        ("※中止となりました", Status.CANCELLED),
        ("駐車場あり。申込み受付は終了しました。", Status.CLOSED),
        ("中止の場合は連絡します", None),
        ("雨天中止", None),
        ("最少催行人数に満たない場合は中止します", None),
        ("定員になり次第締切", None),
        ("【受講者募集】DX講座", None),
    ],
)
def test_remarks_state_it_only_without_a_condition(text, expected):
    assert find_status(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("有(修了証)", Certificate.COMPLETION),
        ("履修証明書(学校教育法)", Certificate.RECORD_OF_STUDY),
        ("単位(科目等履修)", Certificate.CREDIT),
        ("オープンバッジ(デジタルバッジ)", Certificate.DIGITAL_BADGE),
        ("国家試験の受験資格", Certificate.QUALIFYING),
        ("修了証はありません", Certificate.NONE),
        ("-", Certificate.NONE),
    ],
)
def test_a_certificate_is_read(text, expected):
    assert read_certificate(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全日程出席で修了証を交付します", Certificate.COMPLETION),
        ("国家試験の受験資格", Certificate.QUALIFYING),
        ("保育士試験の受験資格がある方", None),
        ("修了証の写しを提出", None),
    ],
)
def test_remarks_promise_a_certificate_but_may_also_require_one(text, expected):
    assert find_certificate(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "人材開発支援助成金(国)、山形県の補助あり",
            (Subsidy.EMPLOYER_TRAINING, Subsidy.PREFECTURE),
        ),
        ("特定一般教育訓練", (Subsidy.TRAINING_SPECIFIED,)),
        ("一般教育訓練給付金", (Subsidy.TRAINING_GENERAL,)),
        ("求職者支援訓練(基礎コース)", (Subsidy.JOB_SEEKER_TRAINING,)),
        ("公共職業訓練", ()),
        ("なし", ()),
    ],
)
def test_benefits_are_read(text, expected):
    assert read_subsidies(text) == expected


@pytest.mark.parametrize(
    ("text", "found", "requirement"),
    [
        ("経営者・事業主、一般の方", (Audience.MANAGER, Audience.INDIVIDUAL), ""),
        ("企業派遣・専門職(測量士の方)", (Audience.EMPLOYEES, Audience.PROFESSIONAL), "測量士の方"),
        ("農業に携わる方 ※県内の農業者", (Audience.FARMER,), "県内の農業者"),
        (
            "在職中の方でパソコンの基本操作ができる方",
            (),
            "在職中の方でパソコンの基本操作ができる方",
        ),
        ("学生を除く一般の方", (), "学生を除く一般の方"),
    ],
)
def test_audience_and_requirement_are_taken_apart(text, found, requirement):
    assert split_audience(text) == (found, requirement)


def test_a_field_may_be_named_by_a_near_word():
    assert read_fields("IT、介護") == (Field.DIGITAL, Field.CARE_WELFARE)


def test_an_unknown_entry_of_a_list_is_named():
    with pytest.raises(BadCell) as refused:
        read_fields("介護、うちゅう開発")
    assert (refused.value.code, refused.value.detail) == (Code.WORD_UNKNOWN, "うちゅう開発")


@pytest.mark.parametrize(
    "read", [read_mode, read_status, read_certificate, read_fields, read_subsidies]
)
def test_a_choice_refuses_unknown_words_and_spreadsheet_errors(read):
    codes = []
    for text in ("???", "#REF!", "=A1"):
        with pytest.raises(BadCell) as refused:
            read(text)
        codes.append(refused.value.code)
    assert codes == [Code.WORD_UNKNOWN, Code.SPREADSHEET_ERROR, Code.FORMULA]


@pytest.mark.parametrize("read", [read_mode, read_status])
def test_yes_and_no_are_no_words(read):
    with pytest.raises(BadCell) as refused:
        read("TRUE")
    assert refused.value.code is Code.WRONG_TYPE


@pytest.mark.parametrize(
    ("text", "expected"), [("ja", "日本語"), ("日本語(字幕8言語)", "日本語(字幕8言語)")]
)
def test_a_language_is_a_name(text, expected):
    assert read_language(text) == expected
