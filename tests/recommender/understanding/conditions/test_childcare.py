from datetime import date

import pytest

from data.text import match_form
from recommender.understanding.conditions.childcare import childcare
from recommender.understanding.message import Message


def read(text):
    message = Message(text=match_form(text), morphemes=(), today=date(2026, 11, 23))
    return [(one.name, message.text[one.start : one.end]) for one in childcare(message)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("託児つきで簿記を習いたい", "託児つきで"),
        ("ﾀｸｼﾞありの講座", "タクジありの"),
        ("託児サービスがある所で英会話", "託児サービスがある所で"),
        ("赤ちゃん連れOKのヨガ", "赤ちゃん連れOKの"),
        ("子連れでもいい所で編み物", "子連れでもいい所で"),
        ("木工を。子どもを連れて行けると助かります", "子どもを連れて行けると助かります"),
        ("2歳児と一緒に参加できる体操", "2歳児と一緒に参加できる"),
        ("保育付きの離乳食教室", "保育付きの"),
        ("子どもを預けられる職場見学", "子どもを預けられる"),
        ("A cooking class where I can bring my baby", "bring my baby"),
    ],
)
def test_care_for_a_small_child_is_read_with_everything_that_serves_it(text, words):
    assert [("childcare", words)] == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "子どもが2人いて、昼しか出られません",
        "保育の仕事がしたい",
        "小さな託児所で働いています",
        "子連れの客が増えたので接客を見直したい",
        "小学生の子と一緒に参加できる工作",
        "託児がなくても大丈夫です",
        "子連れ不可なら夫に頼みます",
        "赤ちゃんの世話を学びたい",
    ],
)
def test_children_in_the_story_and_as_a_subject_ask_for_no_care(text):
    assert read(text) == []


@pytest.mark.parametrize("text", ["託児がなければ行けません", "こどもと いっしょに いける クラス"])
def test_who_could_not_come_otherwise_needs_childcare(text):
    assert [name for name, _ in read(text)] == ["childcare"]


def test_a_business_that_lets_children_in_is_a_topic():
    assert read("子連れOKのカフェを開きたい") == []
