import pytest

from recommender.outcomes.learning import names_a_subject


@pytest.mark.parametrize(
    "text", ["宇宙飛行士の訓練をしたい", "フグ調理師の免許", "プラネタリウムの作り方"]
)
def test_what_the_training_is_of_is_a_subject(text):
    assert names_a_subject(text)


@pytest.mark.parametrize(
    "text", ["社員研修の講座", "スキルアップの勉強", "資格取得の勉強", "何かの講座"]
)
def test_training_as_such_is_none(text):
    assert not names_a_subject(text)
