"""Towns and venues: a town counts only where an address or a bracket says it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.issue import Code
from data.municipalities import MUNICIPALITIES
from data.values.bad_cell import BadCell
from data.values.places import Place, read_municipality, read_place

TOWNS = st.sampled_from(sorted(MUNICIPALITIES))


@given(TOWNS)
def test_a_town_is_known_by_name_kana_and_every_shape_of_its_code(name):
    town = MUNICIPALITIES[name]
    spellings = (
        name,
        f"山形県{name}",
        town.kana,
        town.code,
        town.code[:5],
        town.code[1:],
        town.code[1:5],
    )
    assert {read_municipality(text) for text in spellings} == {name}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("米沢", "米沢市"),
        ("山形", "山形市"),
        ("東置賜郡高畠町", "高畠町"),
        ("山形県山形市本町1-17-4", "山形市"),
        ("村山市", "村山市"),
    ],
)
def test_a_town_may_be_shortened_or_stand_in_an_address(text, expected):
    assert read_municipality(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "村山",
        "最上",
        "庄内",
        "置賜",
        "山形県",
        "060003",
        "県内全域",
        "オンライン",
        "-",
        "山形市・天童市",
    ],
)
def test_an_area_the_prefecture_or_online_is_no_single_town(text):
    assert read_municipality(text) == ""


@pytest.mark.parametrize("text", ["山県市", "999999", "仙台市", "熊本県小国町"])
def test_a_town_elsewhere_is_refused(text):
    with pytest.raises(BadCell) as refused:
        read_municipality(text)
    assert refused.value.code is Code.MUNICIPALITY_UNKNOWN


@pytest.mark.parametrize(
    ("text", "town", "venue"),
    [
        ("霞城セントラル10階(山形市)", "山形市", "霞城セントラル10階"),
        ("山形県立保健医療大学(上柳)(山形市)", "山形市", "山形県立保健医療大学(上柳)"),
        (
            "ご指定の会場(県内全域)(ご希望の会場(講師派遣))(山形市)",
            "山形市",
            "ご指定の会場(県内全域)",
        ),
        ("山形県大石田町 大石田そば街道の協力店", "大石田町", "大石田そば街道の協力店"),
        ("高畠町内のぶどう園(高畠町)", "高畠町", "高畠町内のぶどう園"),
        ("山形県山形市中央二丁目5番5号 見本ビル3階", "山形市", "見本ビル3階"),
        ("山形市城南町1-16-1 霞城セントラル", "山形市", "霞城セントラル"),
        ("山形市 霞城セントラル", "山形市", "霞城セントラル"),
        ("鶴岡高専 K-ARC/オンライン併用(鶴岡市)", "鶴岡市", "鶴岡高専 K-ARC"),
    ],
)
def test_town_and_venue_are_taken_apart(text, town, venue):
    assert read_place(text) == Place(municipality=town, venue=venue)


@pytest.mark.parametrize(
    "text",
    [
        "鶴岡市立荘内病院",
        "新庄市内 建設機械リース会社",
        "鶴岡市第三学区コミュニティ防災センター",
        "山形県村山総合支庁",
        "シェルターなんようホール(南陽市文化会館)",
    ],
)
def test_a_town_in_a_venues_name_says_nothing(text):
    assert read_place(text) == Place(municipality="", venue=text)


@pytest.mark.parametrize(
    "text",
    ["オンライン", "オンライン(動画配信・期間中いつでも視聴可)", "Zoomによるライブ配信", "-"],
)
def test_online_is_no_venue(text):
    assert read_place(text) == Place(municipality="", venue="")


@given(TOWNS)
def test_every_town_is_found_in_a_bracket_and_at_the_beginning(name):
    expected = Place(municipality=name, venue="中央公民館")
    assert read_place(f"中央公民館({name})") == read_place(f"山形県{name} 中央公民館") == expected
