import pytest

from bot.bench.contender import Way
from bot.bench.figures import Raw, SizeFigures, way_figures


def figures(*totals, encode=None, starts=(1.0,), passages_s=2.0, memory=None):
    answers = [{"total": total} | ({"encode": encode} if encode else {}) for total in totals]
    return way_figures(
        Raw(
            starts=starts,
            answers=answers,
            facts={"memory": memory, "index": "exact", "recall": {"10": 1.0}},
            together_s=2.0,
            passages=100,
            passages_s=passages_s,
        )
    )


def test_times_are_told_by_their_middle_and_their_tail():
    told = figures(*range(1, 102))
    assert (told.parts["total"].p50, told.parts["total"].p99) == (51, 100)


def test_one_slow_start_does_not_count():
    assert figures(1.0, starts=(2.0, 9.0, 2.5)).first_answer_s == 2.5


def test_answers_and_documents_are_counted_by_the_second():
    told = figures(1.0, 1.0, 1.0, 1.0)
    assert (told.answers_per_s, told.documents_per_s) == (2.0, 50.0)


def test_what_comes_on_top_of_the_encoder_is_a_ratio_request_by_request():
    assert figures(5.0, 6.0, 40.0, encode=4.0).over_encode == 1.5
    assert figures(5.0).over_encode is None


def test_ways_are_compared_request_by_request():
    size = SizeFigures(
        programs=1000,
        rebuild_unchanged_s=3.0,
        ways={Way.MANABI: figures(1.0, 2.0, 10.0), Way.PLAIN: figures(4.0, 8.0, 10.0)},
    )
    assert size.times_faster_than(Way.PLAIN) == 4.0
    assert size.times_faster_than(Way.LEXICAL) is None


def test_a_rebuild_from_nothing_embeds_every_program():
    ways = {Way.MANABI: figures(1.0, passages_s=2.0)}
    size = SizeFigures(programs=1000, rebuild_unchanged_s=3.0, ways=ways)
    assert size.rebuild_from_nothing_s == pytest.approx(3.0 + 1000 / 50)


def test_beyond_what_is_rebuilt_only_searches_are_told():
    size = SizeFigures(
        programs=10**6, rebuild_unchanged_s=None, ways={Way.SEARCH: figures(1.0, 2.0)}
    )
    told = size.to_json()
    assert told["rebuild"] == {"unchanged_s": None, "from_nothing_s": None}
    assert told["times_faster"] == {"plain": None, "lexical": None}
    assert told["ways"].keys() == {"search"}
    assert "totals" not in told["ways"]["search"]
