"""Our figures are those of the customer's own scoring tool, where that tool lies beside us."""

import json
import random
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from data.vocabulary import Mode, Status, TimeBand
from recommender.answer import Outcome
from recommender.evaluation.answered import answered
from recommender.evaluation.constraint_accuracy import constraint_figures
from recommender.evaluation.judged_requests import judged_requests
from recommender.evaluation.outcome_accuracy import outcome_figures
from recommender.evaluation.ranking_accuracy import figures_by
from tests.recommender.evaluation.judging import TODAY, answer, program

SHARED = Path(__file__).parents[4] / "shared"
TOOL = SHARED / "tools" / "score_requests.py"
REQUESTS = SHARED / "queries" / "requests.jsonl"
JUDGMENTS = SHARED / "queries" / "judgments.jsonl"
GOLD = SHARED / "catalog" / "gold.jsonl"
TOWNS = SHARED / "facts" / "yamagata_municipalities.csv"

pytestmark = pytest.mark.skipif(
    not all(path.exists() for path in (TOOL, REQUESTS, JUDGMENTS, GOLD, TOWNS)),
    reason="the customer's scoring tool and its data do not lie beside this project",
)


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def day(text):
    return date.fromisoformat(text) if text else None


def gold_program(row):
    return program(
        row["id"],
        row["title"],
        subsidies=tuple(row["subsidies"]),
        mode=Mode(row["mode"]),
        municipality=row["municipality"],
        time_bands=tuple(TimeBand(band) for band in row["time_bands"]),
        start_date=day(row["start_date"]),
        end_date=day(row["end_date"]),
        deadline=day(row["deadline"]),
        status=Status(row["status"]),
        total_hours=row["total_hours"],
        fee_yen=row["fee_yen"],
    )


class Guessing:
    """Answers at random, often enough with something right that every figure has both cases."""

    def __init__(self, requests, programs):
        self.requests = {one.text: one for one in requests}
        self.programs = {one.source_key: one for one in programs}
        self.luck = random.Random(5)  # noqa: S311 - the same luck every time is the point

    def recommend(self, request):
        meant = self.requests[request.text]
        outcome = self.luck.choice([meant.outcome, Outcome.RECOMMEND, self.luck.choice([*Outcome])])
        read = self.luck.choice([meant, self.luck.choice([*self.requests.values()])]).constraints
        constraints = {name: getattr(read, name) for name in type(read).__dataclass_fields__}
        relaxed = self.luck.choice([(), ("time_bands",)])
        shown = self.shown(meant) if outcome is Outcome.RECOMMEND else []
        return answer(outcome, *shown, relaxed=relaxed, **constraints)

    def shown(self, meant):
        likely = [key for key in meant.grades if self.luck.random() < 0.4]
        others = self.luck.sample([*self.programs], 10)
        found = list(dict.fromkeys(likely + others))[:10]
        self.luck.shuffle(found)
        return [self.programs[key] for key in found]


@pytest.fixture(scope="module")
def ones():
    requests = judged_requests(rows(REQUESTS), rows(JUDGMENTS))
    programs = [gold_program(row) for row in rows(GOLD)]
    return answered(requests, programs, Guessing(requests, programs), TODAY)


@pytest.fixture(scope="module")
def theirs(ones, tmp_path_factory):
    answers = tmp_path_factory.mktemp("answers") / "answers.jsonl"
    lines = [{"id": one.request.request_id} | one.answer.to_json() for one in ones]
    answers.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, TOOL, answers, REQUESTS, JUDGMENTS, GOLD, TOWNS, "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    return {name: tuple(told) for name, told in json.loads(done.stdout).items()}


def told(figure):
    return (pytest.approx(figure.value, abs=0.6e-4), figure.of)


def test_ranking_agrees_over_all_and_by_role_and_kind(ones, theirs):
    answerable = [one for one in ones if one.is_in_scope and one.is_answerable]
    groups = (lambda _: "all", lambda one: one.role.value, lambda one: f"kind:{one.kind}")
    ours = {}
    for group in groups:
        for name, figures in figures_by(answerable, group).items():
            ours[f"ndcg@10 {name}"] = told(figures.ndcg)
            ours[f"success@3 {name}"] = told(figures.success)
    measured = {name: figure for name, figure in theirs.items() if "@" in name}
    assert measured == ours
    assert 0.1 < measured["ndcg@10 all"][0] < 0.9


def test_outcomes_agree(ones, theirs):
    found = outcome_figures(ones, TODAY)
    ours = {name: told(figure) for name, figure in found.honesty.items()} | {
        f"outcome {wanted}": told(figure)
        for wanted, figure in found.right.items()
        if wanted not in {Outcome.RECOMMEND, Outcome.NO_MATCH}
    }
    assert {name: theirs[name] for name in ours} == ours
    assert 0 < theirs["shown_closed"][0] < 1


def test_conditions_agree(ones, theirs):
    overall = constraint_figures(ones).overall
    precision, recall, f1 = (theirs[f"constraint {name}"] for name in ("precision", "recall", "f1"))
    assert (precision, recall) == (told(overall.precision), told(overall.recall))
    assert f1[0] == pytest.approx(overall.f1.value, abs=0.6e-4)
    assert 0 < f1[0] < 1
