"""What may be gone from one release to the next without staff saying so."""

from types import SimpleNamespace

import pytest

from data.program import Program
from index.acceptance.candidate import Candidate, Published
from index.acceptance.shrinking import shrinking


def programs(count, *institutions):
    return tuple(
        Program(
            program_id=str(number),
            title=str(number),
            institution=institutions[number % len(institutions)],
        )
        for number in range(count)
    )


def gates(before, now, *, may_shrink=False):
    candidate = Candidate(
        release=SimpleNamespace(programs=now),
        listed=frozenset(),
        prepared=None,
        before=Published(folder=None, manifest=None, programs=before) if before else None,
        may_shrink=may_shrink,
    )
    return {gate.name: gate for gate in shrinking(candidate)}


@pytest.mark.parametrize(("left", "passes"), [(100, True), (80, True), (79, False), (0, False)])
def test_a_fifth_of_the_programs_may_go(left, passes):
    gate = gates(programs(100, "大学"), programs(left, "大学"))["programs_kept"]
    assert (gate.passed, gate.figure) == (passes, left / 100)


def test_no_institution_may_go_unnoticed():
    gate = gates(programs(9, "大学", "農協", "商工会"), programs(9, "大学", "農協"))[
        "institutions_kept"
    ]
    assert not gate.passed
    assert "「商工会」" in gate.advice
    assert "--allow-shrink" in gate.advice


def test_staff_may_say_that_they_know():
    measured = gates(programs(10, "大学", "農協"), programs(1, "大学"), may_shrink=True)
    assert all(gate.passed for gate in measured.values())


def test_more_is_never_refused_nor_is_the_first_release():
    assert all(g.passed for g in gates(programs(1, "大学"), programs(9, "大学", "農協")).values())
    assert gates((), programs(1, "大学")) == {}
