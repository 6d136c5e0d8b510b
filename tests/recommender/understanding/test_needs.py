import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.tokens import Tokens
from recommender.request import Role
from recommender.understanding.needs import MOST_NEEDS, needs

TOKENS = Tokens()


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        ("溶接、旋盤、品質管理の研修", ("溶接", "旋盤", "品質管理の研修")),
        ("衛生管理、接客、SNSの3つを", ("衛生管理", "接客", "SNS")),
        ("フォークリフトと玉掛け、それに安全教育", ("フォークリフトと玉掛け", "安全教育")),
        ("店長に労務を、新人に接客を", ("労務", "接客")),
        (
            "溶接の検査、図面の管理、若手に教えられる人",
            ("溶接の検査", "図面の管理", "若手に教えられる人"),
        ),
        ("新人に接客、2年目に在庫管理、店長に労務", ("接客", "在庫管理", "労務")),
        ("製麺所です。衛生管理、原価計算を教えたい", ("衛生管理", "原価計算")),
    ],
)
def test_what_an_employer_lists_is_several_needs(topic, expected):
    assert expected == needs(topic, Role.EMPLOYER, TOKENS)


def test_a_learner_lists_at_least_three():
    two, three = "簿記、英会話を習いたい", "簿記、英会話、パソコンを習いたい"
    assert (two,) == needs(two, Role.LEARNER, TOKENS)
    assert needs(three, Role.LEARNER, TOKENS) == ("簿記", "英会話", "パソコン")


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        ("図面が読めて、後輩も指導できる", ("図面が読めて", "後輩も指導できる")),
        ("英語で接客できて、SNSも使える", ("英語で接客できて", "SNSも使える")),
    ],
)
def test_abilities_that_somebody_is_to_have_together_are_several_needs(topic, expected):
    assert expected == needs(topic, Role.EMPLOYER, TOKENS)


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        ("経理を任せたい。あとホームページも", ("経理を任せたい。", "ホームページも")),
        ("CADを覚えたい。それから溶接も習いたい", ("CADを覚えたい。", "溶接も習いたい")),
    ],
)
@pytest.mark.parametrize("role", Role)
def test_a_further_wish_is_a_further_need(topic, expected, role):
    assert expected == needs(topic, role, TOKENS)


@pytest.mark.parametrize(
    "topic",
    [
        "",
        "パソコンと簿記",
        "小さな工場で、ベテランが辞めて、若手が育たず困っています",
        "夫が亡くなり、家計と、税金と、相続のことがわからず困っています",
        "夫は出張中、子どもは二人。家の修理を覚えたい",
        "ドローンを飛ばせるのは私だけ。あと3人ほしい",
        "火の扱いと、中止を誰が決めるかが毎年あいまいです",
        "先日、会議があって、もう少しで契約を失うところでした",
        "bookkeeping, welding, and English for our staff",
        "学习日语,电脑,会计",
    ],
)
@pytest.mark.parametrize("role", Role)
def test_a_story_stays_one_need(topic, role):
    assert (topic,) == needs(topic, role, TOKENS)


def test_there_are_never_more_than_four():
    topic = "パソコン、英語、簿記、介護、保育、農業の研修"
    assert needs(topic, Role.EMPLOYER, TOKENS) == ("パソコン", "英語", "簿記", "介護")


@given(st.text(alphabet="簿記英語を、。・あとも!? 溶接", max_size=40), st.sampled_from(Role))
def test_there_is_always_a_need_and_never_too_many(topic, role):
    assert 1 <= len(needs(topic, role, TOKENS)) <= MOST_NEEDS


def test_a_bare_list_of_an_employer_is_several_needs():
    assert needs("簿記、溶接", Role.EMPLOYER, TOKENS) == ("簿記", "溶接")
    assert needs("人事労務", Role.EMPLOYER, TOKENS) == ("人事労務",)
