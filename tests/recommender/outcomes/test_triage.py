import numpy as np
import pytest

from recommender.answer import Outcome
from recommender.outcomes import wording
from recommender.outcomes.scope import Scope, ScopeClassifier
from recommender.outcomes.triage import (
    certain_outcome,
    fixed_message,
    likely_outcome,
    topic_outcome,
)

VECTOR = np.zeros(2, np.float32)


def sure_of(scope, request=0.01):
    """A classifier that takes everything for `scope`, and for a request with that probability."""
    likely = {Scope.REQUEST: request, scope: 1 - request}
    logits = [np.log(likely.get(one, 1e-6)) for one in Scope]
    return ScopeClassifier(weights=np.array([[0, 0, logit] for logit in logits]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("こんにちは。もう死にたいです", Outcome.CRISIS),
        ("死にたい。電話ください 090-0000-1111", Outcome.CRISIS),
        ("介護を学びたい。090-0000-1111に連絡ください", Outcome.PRIVACY),
        ("会社にばれませんか", Outcome.PRIVACY),
        ("ありがとう!", Outcome.SMALLTALK),
        ("住民票はどこで取れますか", Outcome.OUT_OF_SCOPE),
        ("うつ病で休んでいましたが、簿記を学びたい", None),
        ("介護の資格", None),
    ],
)
def test_the_gravest_matter_decides(text, expected):
    assert certain_outcome(text) is expected


def test_a_topic_without_subject_is_asked_about():
    assert topic_outcome("何か学びたい", ["何か", "学ぶ"]) is Outcome.CLARIFY
    assert topic_outcome("", []) is Outcome.CLARIFY
    assert topic_outcome("簿記", ["簿記"]) is None


def test_who_says_that_they_want_to_learn_is_not_sent_elsewhere_easily():
    doubtful, sure = (sure_of(Scope.OUT_OF_SCOPE, request) for request in (0.2, 0.01))
    assert likely_outcome(doubtful, VECTOR, "ごみの分け方は") is Outcome.OUT_OF_SCOPE
    assert likely_outcome(doubtful, VECTOR, "ごみの分け方を学びたい") is None
    assert likely_outcome(doubtful, VECTOR, "廃棄物") is None
    assert likely_outcome(sure, VECTOR, "宿題の勉強を代わりにして") is Outcome.OUT_OF_SCOPE


def test_a_wish_to_learn_without_a_subject_may_still_be_vague():
    assert likely_outcome(sure_of(Scope.VAGUE, 0.2), VECTOR, "学びたい") is Outcome.CLARIFY


def test_someone_in_crisis_gets_the_fixed_text_and_nothing_else():
    assert fixed_message(Outcome.CRISIS, "死にたい", has_topic=True) == wording.CRISIS


def test_the_two_cases_of_privacy_have_their_own_texts():
    asked = fixed_message(Outcome.PRIVACY, "データを消して")
    given = fixed_message(Outcome.PRIVACY, "簿記。090-0000-1111", has_topic=True)
    assert asked == wording.PRIVACY_ASKED
    assert given == wording.PRIVACY_HANDED_OVER + wording.TOPIC_ALONE


def test_out_of_scope_names_the_office_that_knows():
    assert "税務署" in fixed_message(Outcome.OUT_OF_SCOPE, "確定申告はいつまで?")
    assert wording.OUT_OF_SCOPE in fixed_message(Outcome.OUT_OF_SCOPE, "カレーのレシピ")


def test_small_talk_is_answered_in_kind():
    texts = {
        fixed_message(Outcome.SMALLTALK, text) for text in ("やあ", "ありがとう", "AIですか", "暇")
    }
    assert len(texts) == 3


@pytest.mark.parametrize("outcome", [Outcome.RECOMMEND, Outcome.NO_MATCH])
def test_outcomes_of_a_search_have_no_fixed_text(outcome):
    with pytest.raises(KeyError):
        fixed_message(outcome, "簿記")


def test_a_message_in_danger_is_certain_and_one_of_signs_has_no_topic():
    assert certain_outcome("死にたい") is Outcome.CRISIS
    assert topic_outcome("。。。", []) is Outcome.CLARIFY
