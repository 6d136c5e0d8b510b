from data.municipalities import MUNICIPALITIES, Area
from recommender.understanding.conditions.place_names import (
    ELSEWHERE_TOO,
    LANDMARKS,
    LOOSE_LANDMARKS,
    ROMAJI,
    bare_names,
    full_names,
    kana_names,
)


def test_every_town_is_known_by_its_full_name():
    assert set(MUNICIPALITIES) <= set(full_names())


def test_every_landmark_and_romaji_name_lies_in_a_municipality():
    assert {*LANDMARKS.values(), *ROMAJI.values()} <= set(MUNICIPALITIES)


def test_a_name_of_both_is_an_area_when_bare():
    names = bare_names()
    assert [*Area] == [names[area] for area in Area]


def test_names_with_other_lives_are_names():
    assert set(bare_names()) | set(LANDMARKS) >= ELSEWHERE_TOO | LOOSE_LANDMARKS


def test_kana_are_read_in_both_scripts():
    names = kana_names()
    assert names["さかた"] is names["サカタ"] is MUNICIPALITIES["酒田市"]
