import json
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.text import match_form
from recommender.privacy import hands_over_contact, redacted

PERSONAL = [
    ("電話は090-1234-5678です", "電話は［電話番号］です"),
    ("０９０－１２３４－５６７８", "［電話番号］"),
    ("09012345678にお願いします", "［電話番号］にお願いします"),
    ("(023)641-0000まで", "［電話番号］まで"),
    ("+81 90 1234 5678", "［電話番号］"),
    ("電話 641-0000", "電話 ［電話番号］"),
    ("連絡はhanako.s@example.co.jpまで", "連絡は［メール］まで"),
    ("〒990-0042 山形市七日町1-2-3", "［郵便番号］ 山形市［番地］"),
    ("米沢市金池三丁目の者です", "米沢市［番地］の者です"),
    ("昭和50年4月2日生まれです", "［生年月日］生まれです"),
    ("生年月日は1975/4/2", "生年月日は［生年月日］"),
    ("マイナンバーは1234 5678 9012", "マイナンバーは［番号］"),
    ("4111-1111-1111-1111", "［番号］"),
    ("LINE IDは hanako_55 です", "LINE IDは ［LINE ID］ です"),
    ("山形商事の鈴木と申します。", "山形商事の［名前］と申します。"),
    ("名前は佐藤太郎です", "名前は［名前］です"),
    ("うつ病で休職しています。簿記を学びたい", "［病名］で休職しています。簿記を学びたい"),
    ("乳がんの治療中です", "［病名］の治療中です"),
    ("山形中央病院に通院しています", "［病院］に通院しています"),
]
KEPT = [
    "5000円以内で20時間くらい",
    "500-1000円",
    "N2に合格したい、できれば2級も",
    "2026年4月2日から6月30日まで",
    "平日18:30-20:30",
    "2026-04-02",
    "米沢市で10-20人",
    "山形市の工場3-4人",
    "1985年生まれでも大丈夫ですか",
    "名前は言わないとだめですか",
    "がん患者の就労支援を学びたい",
    "母がうつ病と診断されました",
    "発達障害がある子への支援",
    "憂うつになります",
    "病院で働きたい",
    "1,200,000円",
]


@pytest.mark.parametrize(("text", "expected"), PERSONAL)
def test_what_leads_to_a_person_is_masked(text, expected):
    assert redacted(text) == expected


@pytest.mark.parametrize("text", [text for text, _ in PERSONAL])
def test_folded_texts_are_masked_as_well(text):
    assert match_form(redacted(text)) == redacted(match_form(text)).replace("［", "[").replace(
        "］", "]"
    )


@pytest.mark.parametrize("text", KEPT)
def test_what_a_need_is_made_of_stays(text):
    assert redacted(text) == text


def test_hardly_any_written_request_changes():
    lines = resources.files("index.training").joinpath("requests.jsonl").read_text("utf-8")
    texts = [json.loads(line)["text"] for line in lines.splitlines()]
    assert [text for text in texts if redacted(text) != text] == []
    assert [text for text in texts if hands_over_contact(text)] == []


PIECES = st.sampled_from(
    [
        *(text for text, _ in PERSONAL),
        *KEPT,
        "は",
        "と申します",
        "名前は",
        "0",
        "-",
        "市",
        "1",
        "@",
        " ",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=6).map("".join)))
def test_masking_twice_is_masking_once(text):
    once = redacted(text)
    assert redacted(once) == once


@pytest.mark.parametrize("text", ["090-1234-5678", "hanako@example.jp", "山形市緑町1-2-3"])
def test_a_way_to_reach_somebody_is_a_contact(text):
    assert hands_over_contact(text)


@pytest.mark.parametrize("text", ["鈴木と申します", "うつ病で休職中", "電話応対を学びたい"])
def test_a_name_or_an_illness_alone_is_no_contact(text):
    assert not hands_over_contact(text)
