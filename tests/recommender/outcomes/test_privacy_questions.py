import pytest

from recommender.outcomes.privacy_questions import asks_about_privacy


@pytest.mark.parametrize(
    "text",
    [
        "会社にばれませんか",
        "ここで聞いたことは上司に伝わりますか?",
        "データを消して",
        "わたしの履歴を全部消してください",
        "削除してほしい",
        "個人情報はどうなるの",
        "だれが みますか",
        "匿名でも使えますか",
        "名前を書かないとだめですか",
        "書いたことは保存されますか",
        "Please delete my data",
        "Will my boss find out?",
        "会社さばれねべが",
    ],
)
def test_a_question_about_ones_words_is_about_privacy(text):
    assert asks_about_privacy(text)


@pytest.mark.parametrize(
    "text",
    [
        "個人情報保護の研修を受けたい",
        "個人情報が漏れたときの対応",
        "プライバシーマーク",
        "エクセルのデータを消してしまった",
        "副業が会社にばれない確定申告を学びたい",
        "情報セキュリティ",
        "誰でも見やすいチラシを作りたい",
        "人前で見られるのが苦手",
    ],
)
def test_the_same_words_as_a_topic_are_a_request(text):
    assert not asks_about_privacy(text)
