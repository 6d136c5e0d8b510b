from datetime import date

import pytest

from data.text import match_form
from recommender.understanding.conditions.audiences import audience
from recommender.understanding.message import Message


def mentions(text):
    message = Message(text=match_form(text), morphemes=(), today=date(2026, 11, 23))
    return [(one.value, message.text[one.start : one.end]) for one in audience(message)]


def groups(text):
    return {name for value, _ in mentions(text) for name in value}


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("ハローワークに通っています。事務を", "求職者"),
        ("失業中に習える溶接", "求職者"),
        ("かいしゃを やめました。しごとを さがしています", "求職者"),
        ("ネパールから来ました。料理の仕事がしたい", "外国人"),
        ("留学生です。日本の会社で働きたい", "外国人"),
        ("外国人でも参加できる茶道", "外国人"),
        ("わたしの くにで おしえていました", "外国人"),
        ("シニア向けのスマホ教室", "シニア"),
        ("定年まであと2年、木工を", "シニア"),
        ("63歳です。英語をやり直したい", "シニア"),
        ("歳は七十になる。写真を習いたい", "シニア"),
        ("女性だけの起業の集まり", "女性"),
        ("女性社員に人前で話す力を", "女性"),
        ("看護師10年目、教え方を学びたい", "看護職"),
        ("准看護師向けの研修", "看護職"),
        ("りんご農家です。ネットで売りたい", "農業者"),
        ("すいか作ってんども、売り方がわがらね", "農業者"),
        ("村役場です。職員に文書の研修を", "自治体職員"),
        ("市の税務課です。話し方を", "自治体職員"),
        ("新入社員に電話の取り方を", "新入社員"),
        ("新人5名にマナーを", "新入社員"),
        ("社長向けの決算の話", "経営者"),
        ("大学生でも受けられる法律", "学生"),
    ],
)
def test_who_will_learn_is_read_from_what_people_say_of_themselves(text, group):
    assert {group} == groups(text)


@pytest.mark.parametrize(
    "text",
    [
        "海外のお客さんに英語で案内したい",
        "外国人の観光客を増やしたい",
        "ベトナムから来た後輩に図面を教えたい",
        "外国人に日本語を教えたい",
        "最後の職人が68歳、若手に残したい",
        "ベテラン2人が定年。技術を残したい",
        "80歳の母の介護",
        "平均年齢は61歳の会社です",
        "65時間以内の講座",
        "新人がすぐ辞める",
        "看護師になりたい",
        "役場の仕事に応募したい",
        "農家の野菜を売る店を出したい",
        "ハローワークに出しても誰も来ない",
        "経営者向けのセミナーではなくて現場の話",
        "シニア向けじゃないほうがいい",
        "小学生向けの工作を教えたい",
    ],
)
def test_other_people_in_the_story_are_not_meant(text):
    assert set() == groups(text)


@pytest.mark.parametrize(
    "text",
    [
        "I want to learn how to drive a tractor",
        "Tôi muốn học lái máy kéo",
        "我想学做豆腐",
        "Quero aprender a fazer tofu",
        "Gusto kong matuto ng paggawa ng tofu",
        "두부 만드는 법을 배우고 싶어요",
    ],
)
def test_a_message_in_another_language_comes_from_somebody_from_abroad(text):
    assert {"外国人"} == groups(text)


@pytest.mark.parametrize("text", ["Python Django", "DX", "HACCP", "予想問題", "簿記三級", ""])
def test_a_japanese_search_in_latin_or_chinese_letters_does_not(text):
    assert set() == groups(text)


def test_several_groups_are_all_read():
    assert {"外国人", "求職者"} == groups("がいこくじんです。しごとを さがしています。")


def test_a_sentence_that_only_says_who_somebody_is_carries_no_topic():
    assert mentions("わたしは ベトナムじんです。やさいを つくりたいです。") == [
        (("外国人",), "わたしは ベトナムじんです。")
    ]


def test_what_somebody_works_at_stays_in_the_topic():
    assert mentions("看護師です。後輩への教え方を") == [(("看護職",), "")]
