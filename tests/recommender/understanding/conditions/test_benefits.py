from datetime import date

import pytest

from data.text import match_form
from recommender.understanding.conditions.benefits import subsidy
from recommender.understanding.message import Message


def read(text):
    message = Message(text=match_form(text), morphemes=(), today=date(2026, 11, 23))
    return [(one.value, message.text[one.start : one.end]) for one in subsidy(message)]


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("給付金が出る経理の講座", "any", "給付金が出る"),
        ("助成金の対象だとありがたい", "any", "助成金の対象だとありがたい"),
        ("国の補助が使えれば、溶接を", "any", "国の補助が使えれば"),
        ("ハロワの給付で通えるパソコン教室", "any", "ハロワの給付"),
        ("通う間もお金が出るやつで介護を", "any", "お金が出る"),
        ("お金をもらいながら学べる訓練", "any", "お金をもらいながら"),
        ("教育訓練給付の講座", "教育訓練給付", "教育訓練給付"),
        ("専門実践の給付金が使える学校", "教育訓練給付", "専門実践の給付金が使える"),
        (
            "人材開発支援助成金の対象になる研修",
            "人材開発支援助成金",
            "人材開発支援助成金の対象になる",
        ),
        ("求職者支援訓練でデザイン", "求職者支援訓練", "求職者支援訓練"),
        ("受講料の一部が戻る講座", "any", "受講料の一部が戻る"),
    ],
)
def test_a_benefit_that_pays_for_the_course_is_read_by_its_name(text, value, words):
    assert [(value, words)] == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "補助金の申請のしかたを学びたい",
        "補助金で機械を入れたのに使えない",
        "助成金の書類を書けるようにしたい",
        "失業給付をもらいながら通いたい",
        "保育補助の仕事",
        "補助が切れたあとの会の運営",
        "働いてお金をもらえるようになりたい",
    ],
)
def test_money_as_a_subject_or_for_something_else_is_no_condition(text):
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    ["給付金が使えなくてもいいです", "助成金の対象じゃないほうがいい", "補助金なしで受けたい"],
)
def test_a_benefit_that_is_not_needed_is_no_condition(text):
    assert read(text) == []
