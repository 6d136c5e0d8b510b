import json

import pytest

from recommender.errors import JudgmentsUnreadable
from recommender.evaluation.judged import json_lines
from recommender.evaluation.judged_requests import KNOWN_VALUES, REQUEST_KEYS, judged_requests

ROW = {"id": "q1", "role": "learner", "text": "簿記", "intent": "recommend"}


def read(**changed):
    text = "\n".join(("", json.dumps(ROW), json.dumps(ROW | changed)))
    return list(json_lines(text, "requests.jsonl", REQUEST_KEYS, KNOWN_VALUES))


@pytest.mark.parametrize("intent", ["recommend", "no_supply", "crisis"])
def test_every_outcome_may_be_the_right_one(intent):
    assert read(intent=intent)[1]["intent"] == intent


@pytest.mark.parametrize(("key", "value"), [("role", "teacher"), ("intent", "maybe"), ("role", 3)])
def test_an_unknown_value_is_told_with_its_file_line_and_what_is_known(key, value):
    with pytest.raises(JudgmentsUnreadable) as caught:
        read(**{key: value})
    assert f"requests.jsonl の3行目を読めません({key} は " in caught.value.message


@pytest.mark.parametrize(
    "constraints", [{"mode": "どこでも"}, {"start_from": "春"}, {"color": "赤"}]
)
def test_a_label_that_cannot_be_read_is_told_with_its_request(constraints):
    with pytest.raises(JudgmentsUnreadable, match="q1"):
        judged_requests([ROW | {"constraints": constraints}], [])
