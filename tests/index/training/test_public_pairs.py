"""Public pairs: normalised as served, cut where the beginning tells, left where it may not."""

import pytest

from index.errors import TrainingPairsUnusable
from index.training.public_pairs import LONGEST, PublicPairs

WHOLE = PublicPairs(name="a", licence="CC0", whole=True)
CUT = PublicPairs(name="b", licence="CC BY", whole=False)
PAIRS = [("ﾎﾞｷとは", "帳簿"), ("長いもの", "文" * (LONGEST + 1))]


def test_texts_are_in_match_form_and_keep_their_licence():
    source = CUT.examples(PAIRS)
    assert source.examples[0].question == "ボキとは"
    assert (source.name, source.licence) == ("b", "CC BY")


def test_a_long_answer_that_must_be_whole_is_left_out():
    assert [one.answer for one in WHOLE.examples(PAIRS).examples] == ["帳簿"]


def test_a_long_answer_that_begins_with_what_matters_is_cut():
    assert [len(one.answer) for one in CUT.examples(PAIRS).examples] == [2, LONGEST]


def test_a_source_of_which_nothing_is_left_is_refused_with_what_to_do():
    with pytest.raises(TrainingPairsUnusable, match=r"a\.jsonl") as error:
        WHOLE.examples(PAIRS[1:])
    assert "--without a" in error.value.hint
