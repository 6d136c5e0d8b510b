from index.training.written import written_programs, written_requests
from recommender.evaluation.held_back import held_back_collections

PROGRAMS = written_programs()
HELD = [one for one in written_requests() if PROGRAMS[one.program].is_held_back]


def test_only_requests_for_held_back_programs_are_measured_and_over_all_programs():
    measured = []
    for one in held_back_collections().values():
        assert len(one.documents) == len(PROGRAMS)
        assert one.queries.keys() == one.gains.keys()
        measured += one.queries.values()
        for gains in one.gains.values():
            assert any(PROGRAMS[name].is_held_back for name in gains)
    assert sorted(measured) == sorted(one.text for one in HELD)


def test_other_languages_are_measured_apart():
    japanese, foreign = held_back_collections().values()
    assert sorted(japanese.queries.values()) == sorted(o.text for o in HELD if o.language == "ja")
    assert sorted(foreign.queries.values()) == sorted(o.text for o in HELD if o.language != "ja")
