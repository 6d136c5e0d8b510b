"""`manabi evaluate-requests`: the recommender against judged requests."""

from collections.abc import Mapping
from pathlib import Path

import click

from bot import composition
from bot.commands import evaluation_wording, help_texts
from bot.commands.files import json_lines_of, requests_of
from bot.commands.output import print_json, print_table
from bot.settings import read_settings
from recommender.evaluation.intervals import Figure, check_tools
from recommender.evaluation.judged_requests import Half, judged_requests
from recommender.evaluation.outcome_accuracy import OutcomeFigures
from recommender.evaluation.ranking_accuracy import RankingFigures
from recommender.evaluation.request_evaluation import RequestEvaluation, evaluate_requests


@click.command("evaluate-requests", help=help_texts.EVALUATE_REQUESTS)
@click.option("--queries", required=True, type=click.Path(path_type=Path), help=help_texts.QUERIES)
@click.option(
    "--judgments", required=True, type=click.Path(path_type=Path), help=help_texts.JUDGMENTS
)
@click.option("--half", type=click.Choice([half.value for half in Half]), help=help_texts.HALF)
@click.option("--json", "as_json", is_flag=True, help=help_texts.AS_JSON)
def evaluate_judged_requests(
    *, queries: Path, judgments: Path, half: str | None, as_json: bool
) -> None:
    """Measure ranking, outcomes, conditions and refusals on the published release."""
    check_tools()
    requests = judged_requests(
        requests_of(queries),
        json_lines_of(judgments, ("qid", "gains")),
    )
    chosen = [one for one in requests if half in {None, one.half.value}]
    settings = read_settings()
    release = composition.published_release(settings)
    recommender = composition.recommender(settings, release)
    found = evaluate_requests(chosen, release, recommender, settings.today())
    if as_json:
        print_json(found.to_json())
        return
    _print(found)


def _print(found: RequestEvaluation) -> None:
    click.echo(evaluation_wording.measured(found.requests, found.answerable))
    _print_ranking(evaluation_wording.RANKING, found.ranking)
    _print_ranking(evaluation_wording.AHEAD, found.ahead, sign="+")
    _print_ranking(evaluation_wording.BY_GROUP, {**found.by_role, **found.by_kind})
    _print_outcomes(found.outcomes)
    _print_figures(evaluation_wording.HONESTY, found.outcomes.honesty)
    _print_constraints(found)
    refusals = {"all": found.refusals.violated} | {
        name.value: figure for name, figure in found.refusals.by_refusal.items()
    }
    _print_figures(evaluation_wording.REFUSALS, refusals)
    click.echo(evaluation_wording.HOW_TO_READ)


def _print_ranking(title: str, rows: Mapping[str, RankingFigures], *, sign: str = "") -> None:
    click.echo(title)
    print_table(
        evaluation_wording.RANKING_HEADERS,
        [
            (
                evaluation_wording.named(name),
                str(row.ndcg.of),
                _cell(row.ndcg, sign),
                _cell(row.success, sign),
            )
            for name, row in rows.items()
        ],
    )


def _print_outcomes(outcomes: OutcomeFigures) -> None:
    click.echo(evaluation_wording.OUTCOMES)
    rows = []
    for wanted, figure in outcomes.right.items():
        got = {name: n for (right, name), n in outcomes.outcomes.items() if right is wanted}
        words = evaluation_wording.counted({name.value: got[name] for name in got})
        rows.append((evaluation_wording.named(wanted.value), str(figure.of), _cell(figure), words))
    print_table(evaluation_wording.OUTCOME_HEADERS, rows)


def _print_constraints(found: RequestEvaluation) -> None:
    click.echo(evaluation_wording.CONSTRAINTS)
    rows = {"overall": found.constraints.overall} | dict(found.constraints.by_field)
    print_table(
        evaluation_wording.CONSTRAINT_HEADERS,
        [
            (
                evaluation_wording.named(name),
                str(row.recall.of),
                str(row.precision.of),
                _cell(row.precision),
                _cell(row.recall),
                _cell(row.f1),
            )
            for name, row in rows.items()
        ],
    )


def _print_figures(title: str, figures: Mapping[str, Figure]) -> None:
    click.echo(title)
    print_table(
        evaluation_wording.SHARE_HEADERS,
        [
            (evaluation_wording.named(name), str(figure.of), _cell(figure))
            for name, figure in figures.items()
        ],
    )


def _cell(figure: Figure, sign: str = "") -> str:
    """Write a figure with its interval, or nothing where nothing was measured."""
    if not figure.of:
        return ""
    value, between = f"{figure.value:{sign}.3f}", figure.interval
    if between is None or between.low == between.high:
        return value
    return f"{value} ({between.low:{sign}.2f}〜{between.high:{sign}.2f})"
