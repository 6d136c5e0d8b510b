"""Golden requests: staff's own table, asked of a release before it serves."""

from datetime import date
from types import SimpleNamespace

import pytest

from data.errors import StaffTableUnreadable
from index.acceptance.candidate import Candidate, Published
from recommender.eligibility.offerings import is_open
from recommender.golden.golden_gates import GoldenGates
from recommender.golden.golden_request import golden_requests
from recommender.recommender import Recommender
from recommender.request import Role
from recommender.tuning import tuning_for

TODAY = date(2026, 11, 23)
FOUND = "夜に簿記を基礎から,学ぶ人,日商簿記2級 オンデマンドパック（商業＋工業）\n"
UNLIKELY = "さくらんぼの剪定を習いたい,学ぶ人,夜間で合格をめざす ITパスポート試験対策講座\n"


@pytest.fixture
def table(tmp_path):
    def write(*rows, header="相談,立場,講座\n"):
        path = tmp_path / "golden.csv"
        path.write_text(header + "".join(rows), encoding="cp932")
        return path

    return write


@pytest.fixture
def gates(table, sample_release, sample_store):
    """Measures the sample release by rows of a table, against itself or against nothing."""

    def measure(*rows, before=True, today=TODAY):
        tuning = tuning_for(sample_release.corpus.encoder.card.source)
        golden = GoldenGates(
            requests=golden_requests(table(*rows)),
            opened=lambda release: Recommender(release, tuning, lambda: today),
            today=lambda: today,
        )
        candidate = Candidate(
            release=sample_release,
            listed=frozenset(),
            prepared=sample_release.corpus.encoder.card,
            before=Published.read(sample_store.current_folder()) if before else None,
        )
        return {gate.name: gate for gate in golden(candidate)}

    return measure


def test_rows_of_one_request_add_up(table):
    (request,) = golden_requests(table("簿記を学びたい,,k1\n", "簿記を学びたい,学ぶ人,簿記入門\n"))
    assert (request.role, request.programs) == (Role.LEARNER, {"k1", "簿記入門"})


@pytest.mark.parametrize("written", ["企業", "会社", "employer"])
def test_an_employer_is_written_as_staff_write(table, written):
    (request,) = golden_requests(table(f"新人に図面を,{written},k1\n"))
    assert request.role is Role.EMPLOYER


@pytest.mark.parametrize(
    ("row", "place"),
    [
        (",学ぶ人,k1\n", "R2 の「相談」"),
        ("簿記,,\n", "R2 の「講座」"),
        ("簿記,先生,k1\n", "R2 の「立場」"),
    ],
)
def test_a_bad_cell_is_named_with_its_place(table, row, place):
    with pytest.raises(StaffTableUnreadable, match=place):
        golden_requests(table(row))


def test_a_table_without_its_header_says_which(table):
    with pytest.raises(StaffTableUnreadable, match="「講座」の見出し"):
        golden_requests(table(header="相談,立場\n"))


def test_a_release_as_good_as_the_one_before_passes(gates):
    measured = gates(FOUND)
    assert {name: gate.passed for name, gate in measured.items()} == {
        "golden_found": True,
        "golden_kept": True,
    }
    kept = measured["golden_kept"]
    assert kept.figure == kept.previous > 0


def test_a_request_that_misses_its_program_is_named(gates):
    found = gates(FOUND, UNLIKELY)["golden_found"]
    assert (found.figure, found.passed) == (0.5, False)
    assert "さくらんぼの剪定" in found.advice


def test_without_a_release_before_there_is_nothing_to_fall_below(gates):
    kept = gates(FOUND, before=False)["golden_kept"]
    assert (kept.passed, kept.previous) == (True, None)


def test_programs_that_nobody_can_apply_for_any_more_are_no_mistake(gates):
    ended = "アーク溶接,学ぶ人,アーク溶接等の業務に係る特別教育\n"
    assert gates(ended).keys() == {"golden_found", "golden_kept"}
    assert gates(ended, today=date(2040, 1, 1)) == {}


def test_a_release_that_ranks_worse_is_refused(table, sample_release, sample_store):
    expected, *others = [one for one in sample_release.programs if is_open(one.offerings[0], TODAY)]
    orders = iter([[*others[:3], expected], [expected]])

    class Ranked:
        """Answers every request by programs in a given order."""

        def __init__(self, programs):
            self.items = [SimpleNamespace(program=program) for program in programs]

        def recommend(self, _request):
            return self

    golden = GoldenGates(
        requests=golden_requests(table(f"なにか,,{expected.program_id}\n")),
        opened=lambda _release: Ranked(next(orders)),
        today=lambda: TODAY,
    )
    candidate = Candidate(
        release=sample_release,
        listed=frozenset(),
        prepared=sample_release.corpus.encoder.card,
        before=Published.read(sample_store.current_folder()),
    )
    found, kept = golden(candidate)
    assert found.passed
    assert (kept.figure, kept.previous, kept.passed) == (0.25, 1.0, False)
    assert "なにか" in kept.advice
