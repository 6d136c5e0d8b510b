import pytest

from recommender.outcomes.offices import Office, is_for_an_office, office_for


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("住民票はどこで取れますか", Office.TOWN_HALL),
        ("粗大ごみの出し方", Office.TOWN_HALL),
        ("引っ越しの手続きを教えて", Office.TOWN_HALL),
        ("確定申告はいつまでですか", Office.TAX),
        ("仕事を紹介してください", Office.WORK),
        ("ビザの更新はどこですか", Office.IMMIGRATION),
        ("講座のキャンセルはどこに電話しますか", Office.ORGANISER),
    ],
)
def test_a_counters_question_goes_to_the_counter(text, expected):
    assert is_for_an_office(text)
    assert office_for(text) is expected


@pytest.mark.parametrize(
    "text",
    [
        "確定申告のやり方を学びたい",
        "ごみを減らす暮らし方",
        "役場の窓口で戸籍を担当することになりました",
        "引越し会社の新人に接客を教えたい",
        "医療事務の資格がほしい",
        "保育園で働きたい",
        "求人票の書き方",
        "住宅ローンの仕組みを知りたい",
    ],
)
def test_learning_about_the_same_subject_is_a_request(text):
    assert not is_for_an_office(text)
