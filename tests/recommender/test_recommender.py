from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.vocabulary import Status
from recommender import wording
from recommender.answer import Outcome
from recommender.eligibility.offerings import is_open
from recommender.ranking.calibration import STANDARD
from recommender.recommender import Recommender
from recommender.request import Request, Role

SAMPLE_DAY = date(2026, 11, 23)


def keys(answer):
    return [item.program.source_key for item in answer.items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("さくらんぼ農家ですが、加工品を作って売りたい", "p0063"),
        ("新人が図面を読めなくて困っています", "p0041"),
    ],
)
def test_a_fitting_program_is_among_the_first_cards(recommender, text, expected):
    assert expected in keys(recommender.recommend(Request(text=text)))


def test_half_width_and_full_width_ask_the_same(recommender):
    narrow, wide = (recommender.recommend(Request(text=text)) for text in ("ﾊﾟｿｺﾝ", "パソコン"))
    assert narrow == wide


def test_only_open_offerings_are_offered(recommender, sample_release):
    shown = set()
    for program in sample_release.programs[::10]:
        answer = recommender.recommend(Request(text=program.title, limit=50))
        shown |= {item.offering for item in answer.items}
    assert shown
    assert all(is_open(offering, SAMPLE_DAY) for offering in shown)
    assert {offering.status for offering in shown}.isdisjoint(
        {Status.CLOSED, Status.FULL, Status.CANCELLED}
    )


def test_what_is_open_follows_the_clock(sample_release):
    later = Recommender(sample_release, STANDARD, lambda: date(2030, 1, 1))
    answer = later.recommend(Request(text="簿記", limit=50))
    assert all(item.offering.deadline is None for item in answer.items)


def test_scores_are_probabilities_and_never_increase(recommender):
    scores = [item.score for item in recommender.recommend(Request(text="簿記", limit=50)).items]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_the_next_page_continues_where_the_first_ended(recommender):
    both = keys(recommender.recommend(Request(text="介護の資格", limit=6)))
    first = recommender.recommend(Request(text="介護の資格", limit=3))
    second = recommender.recommend(Request(text="介護の資格", limit=3, offset=3))
    assert first.more
    assert keys(first) + keys(second) == both


def test_beyond_the_last_page_nothing_is_invented(recommender):
    answer = recommender.recommend(Request(text="介護の資格", offset=1_000))
    assert (answer.items, answer.message) == ((), wording.NO_MORE)


@pytest.mark.parametrize("text", ["", "  ", "。。。", "!?", "😊", "を"])
def test_a_message_without_a_word_gets_one_question(recommender, text):
    assert recommender.recommend(Request(text=text)).outcome is Outcome.CLARIFY


@pytest.mark.parametrize("text", ["もう死にたい", "介護に疲れて消えてしまいたいです", "自殺したい"])
def test_a_person_in_crisis_gets_the_fixed_text_and_nothing_else(recommender, text):
    answer = recommender.recommend(Request(text=text))
    assert (answer.outcome, answer.message) == (Outcome.CRISIS, wording.CRISIS)
    assert answer.items == ()


@pytest.mark.parametrize("text", ["こんにちは", "ありがとうございました！", "Hello!"])
def test_a_greeting_gets_a_greeting(recommender, text):
    assert recommender.recommend(Request(text=text)).outcome is Outcome.SMALLTALK


def test_a_reason_names_only_what_stands_in_the_program_and_the_request(recommender):
    answer = recommender.recommend(Request(text="新人が図面を読めなくて困っています"))
    first = answer.items[0]
    assert first.reasons[0] == "「新人」「図面」にふれる講座です"
    assert "新人" in first.program.title


def test_every_item_has_a_reason(recommender):
    answer = recommender.recommend(Request(text="Tôi muốn học tiếng Nhật", limit=20))
    assert all(item.reasons for item in answer.items)


def test_the_answer_names_the_release_it_came_from(recommender, sample_release):
    answer = recommender.recommend(Request(text="簿記"))
    assert answer.release_id == sample_release.release_id


def test_the_json_has_the_shape_of_the_contract(recommender):
    answer = recommender.recommend(Request(text="簿記", role=Role.EMPLOYER, limit=2)).to_json()
    assert answer["outcome"] == "recommend"
    assert answer["understood"] == {
        "role": "employer",
        "topic": "簿記",
        "exclude": [],
        "constraints": {},
    }
    assert answer["needs"] == [{"topic": "簿記", "items": answer["items"]}]
    assert answer["relaxed"] == []
    item = answer["items"][0]
    assert {"program_id", "source_key", "title", "institution", "score", "reasons"} <= item.keys()
    assert {"mode", "municipality", "fee_yen", "deadline", "status"} <= item["offering"].keys()


def test_a_program_is_found_by_its_identity(recommender, sample_release):
    program = sample_release.programs[0]
    assert recommender.program(program.program_id) is program
    assert recommender.program("no-such") is None


@settings(max_examples=40)
@given(st.text(max_size=300))
def test_every_text_gets_an_answer(recommender, text):
    answer = recommender.recommend(Request(text=text))
    assert answer.message
    assert (answer.outcome is Outcome.RECOMMEND) == bool(answer.items)
