"""What points at the programs shown, and what only sounds as if it did."""

import pytest

from bot.dialogue.reference_words import Asked
from bot.dialogue.references import Reference, reference_in


def asked(what, *places, is_pointing=False):
    return Reference(asked=what, places=places, is_pointing=is_pointing)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2番目の", asked(Asked.CONTENT, 1)),
        ("２番目", asked(Asked.CONTENT, 1)),
        ("2", asked(Asked.CONTENT, 1)),
        ("二番目のやつ、くわしく", asked(Asked.CONTENT, 1)),
        ("ふたつめは？", asked(Asked.CONTENT, 1)),
        ("にばんめの", asked(Asked.CONTENT, 1)),
        ("second one", asked(Asked.CONTENT, 1)),
        ("how much?", asked(Asked.FEE)),
        ("保存したい", asked(Asked.SAVING)),
        ("助成金はある？", asked(Asked.BENEFIT)),
        ("補助金は使えますか", asked(Asked.BENEFIT)),
        ("申し込みはどうするの", asked(Asked.APPLYING)),
        ("予約をキャンセルしたい", asked(Asked.APPLYING)),
        ("3つ目はいくら？", asked(Asked.FEE, 2)),
        ("最初のやつ保存して", asked(Asked.SAVING, 0)),
        ("最後のを保存して", asked(Asked.SAVING, -1)),
        ("1番目と3番目をくらべて", asked(Asked.COMPARING, 0, 2)),
        ("2番目に似た講座はありますか", asked(Asked.LIKING, 1)),
        ("2番目のはまだ申し込めますか？", asked(Asked.DEADLINE, 1)),
        ("それいつ？", asked(Asked.TIMES, is_pointing=True)),
        ("それどこ？", asked(Asked.PLACE, is_pointing=True)),
        ("それっていくらですか？", asked(Asked.FEE, is_pointing=True)),
        ("それ、無料？", asked(Asked.FEE, is_pointing=True)),
        ("さっきの講座", asked(Asked.CONTENT, is_pointing=True)),
        ("さっきの講座の内容を教えて", asked(Asked.CONTENT, is_pointing=True)),
        ("それに似た講座", asked(Asked.LIKING, is_pointing=True)),
        ("この講座に申し込みたいです", asked(Asked.APPLYING, is_pointing=True)),
        ("これにします", asked(Asked.APPLYING, is_pointing=True)),
        ("それ、資格は取れますか", asked(Asked.PAPER, is_pointing=True)),
        ("いくら？", asked(Asked.FEE)),
        ("受講料はいくらですか", asked(Asked.FEE)),
        ("いつからですか", asked(Asked.TIMES)),
        ("どこでやりますか", asked(Asked.PLACE)),
        ("締切は？", asked(Asked.DEADLINE)),
        ("いつまで申し込めますか？", asked(Asked.DEADLINE)),
        ("いつから始まりますか？", asked(Asked.TIMES)),
        ("この中で一番安いのは？", asked(Asked.FEE)),
        ("一番早いのはどれですか", asked(Asked.TIMES)),
        ("どれがおすすめ？", asked(Asked.CONTENT, 0)),
        ("似た講座はある？", asked(Asked.LIKING)),
        ("参加したいです", asked(Asked.APPLYING)),
        ("資格は取れますか", asked(Asked.PAPER)),
        ("定員は？", asked(Asked.CAPACITY)),
        ("誰でも受けられますか", asked(Asked.ELIGIBILITY)),
        ("先生は誰ですか", asked(Asked.OTHER)),
        ("駐車場はありますか", asked(Asked.OTHER)),
        ("何時間？", asked(Asked.LENGTH)),
        ("申し込みたい", asked(Asked.APPLYING)),
        ("問い合わせ先を教えてください", asked(Asked.CONTACT)),
        ("修了証は出ますか", asked(Asked.PAPER)),
    ],
)
def test_what_is_asked_of_which_program_is_read(text, expected):
    assert reference_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "それより介護がいい",
        "それ以外に簿記はある？",
        "それなら簿記を",
        "これからの農業を学びたい",
        "この春から始めたい",
        "最初の一歩を学びたい",
        "最後の職人の技を残したい",
        "1番難しい資格",
        "2級の簿記",
        "その資格はいくらで取れますか",
        "内容証明の書き方",
        "いつか独立したい",
        "どこでも働けるスキル",
        "申し込み管理のやり方",
        "電話応対",
        "場所を選ばない仕事",
        "無料",
        "資格",
        "定員管理",
        "先生になりたい",
        "似た者同士の会話術",
        "23",
        "",
        "？？",
    ],
)
def test_a_new_topic_that_contains_such_words_is_no_reference(text):
    assert reference_in(text) is None


def test_no_length_of_text_is_too_much():
    assert reference_in("1番目と" * 5_000) is None
