"""Who asks for the people of a company, told from the words alone."""

import pytest

from bot.dialogue.employers import speaks_for_employer


@pytest.mark.parametrize(
    "text",
    [
        "うちの社員にExcelを覚えさせたい",
        "新人が図面を読めない",
        "従業員向けの研修はありますか",
        "尾花沢の民宿です。外国のお客さんに英語で案内したい",
        "タクシー会社です。車いすの介助を",
        "会社に来てやってもらえますか",
        "人事担当です。管理職の研修を探しています",
        "若手4人、外で鍛えてもらえませんか",
        "フロントの子に任せられるようにしたい",
        "弊社では経理が回っていません",
    ],
)
def test_an_employer_is_heard(text):
    assert speaks_for_employer(text)


@pytest.mark.parametrize(
    "text",
    [
        "簿記",
        "会社を辞めて資格を取りたい",
        "会社の経理に移ったので簿記を学びたい",
        "看護師15年目、師長補佐になりました。スタッフの面談がわかりません",
        "子どもに英語を習わせたい",
        "新人です。図面の読み方を習いたい",
        "社員になりたい",
        "義父の設備会社を手伝うことになりました",
        "パートさんが12人、人を動かすコツを学べたら",
        "職人さんの手仕事を見てみたい",
    ],
)
def test_who_wants_to_learn_is_not_taken_for_one(text):
    assert not speaks_for_employer(text)
