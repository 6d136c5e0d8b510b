"""`manabi evaluate-requests`: the recommender against judged requests."""

from pathlib import Path

import click

from bot import composition
from bot.commands import help_texts, wording
from bot.commands.files import json_lines_of
from bot.commands.output import print_json, print_table
from bot.settings import read_settings
from recommender.evaluation.judged_requests import Half, judged_requests
from recommender.evaluation.request_evaluation import evaluate_requests


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
    """Measure ranking and outcomes on the published release."""
    requests = judged_requests(
        json_lines_of(queries, ("id", "role", "text", "intent")),
        json_lines_of(judgments, ("qid", "gains")),
    )
    chosen = [one for one in requests if half in {None, one.half.value}]
    settings = read_settings()
    release = composition.published_release(settings)
    recommender = composition.recommender(settings, release)
    figures = evaluate_requests(chosen, release, recommender, settings.today())
    if as_json:
        print_json(figures)
        return
    rows = [(name, *(str(one) for one in row.values())) for name, row in figures["ranking"].items()]
    print_table(("", "nDCG@10", "success@3"), rows)
    outcomes = figures["outcomes"].items()
    print_table(
        wording.OUTCOME_HEADERS,
        [(name, str(row["right"]), str(row["of"])) for name, row in outcomes],
    )
