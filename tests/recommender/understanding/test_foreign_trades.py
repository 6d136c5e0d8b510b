import pytest

from recommender.understanding.foreign_trades import in_japanese, named_trades


@pytest.mark.parametrize(
    ("topic", "japanese"),
    [
        ("curso de soldador", "溶接"),
        ("operador de empilhadeira", "フォークリフト"),
        ("Tôi muốn học lái xe nâng", "フォークリフト"),
        ("我想学焊接", "溶接"),
        ("I want to study bookkeeping", "簿記・会計"),
    ],
)
def test_a_trade_alone_is_told_in_japanese(topic, japanese):
    assert in_japanese(topic, is_foreign=True) == japanese


def test_what_says_more_than_the_trade_is_kept_behind_it():
    topic = "welding for shipyard repairs"
    assert in_japanese(topic, is_foreign=True) == f"溶接 {topic}"


@pytest.mark.parametrize("topic", ["木匠の歴史", "食品安全", "my japanese is about N3"])
def test_japanese_topics_and_other_uses_stay_as_they_are(topic):
    assert in_japanese(topic, is_foreign=False) == topic


def test_a_name_that_says_more_than_a_trade_is_none():
    assert named_trades("nursing care") == ("介護",)
    assert named_trades("nurse manager training") == ()
