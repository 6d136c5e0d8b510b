"""Speed is measured turn by turn with the clock that is handed in; no test waits or times."""

import pytest

from recommender.evaluation.encoder_speed import encoder_speed
from tests.index.encoder.fake_encoder import FakeEncoder


class Clock:
    """Moves only when an encoder works."""

    now = 0.0

    def __call__(self):
        return self.now


class SlowEncoder(FakeEncoder):
    def __init__(self, clock, seconds, log):
        super().__init__()
        self.clock, self.seconds, self.log = clock, seconds, log

    def encode_queries(self, texts):
        self.clock.now += self.seconds * len(texts[0])
        self.log.append((self.seconds, texts))
        return super().encode_queries(texts)


def test_medians_and_the_ratio_question_by_question():
    clock, log = Clock(), []
    encoders = (SlowEncoder(clock, 0.001, log), SlowEncoder(clock, 0.002, log))
    speed = encoder_speed(encoders, ["a", "bb", "cccc"], clock)
    assert (speed.questions, speed.ratio) == (3, pytest.approx(2))
    assert (speed.first_ms, speed.second_ms) == (pytest.approx(2), pytest.approx(4))
    assert [texts for _, texts in log] == [["a"], ["a"], ["bb"], ["bb"], ["cccc"], ["cccc"]]
