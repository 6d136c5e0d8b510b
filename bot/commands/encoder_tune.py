"""`manabi encoder tune`: learn, for the published release's encoder, what it is served with."""

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

import click

from bot import composition
from bot.commands import help_texts, wording
from bot.commands.files import json_lines_of, requests_of
from bot.commands.output import print_json
from bot.settings import read_settings
from recommender.evaluation.judged_requests import Half, judged_requests
from recommender.evaluation.tuner import learned_tuning

A_FILE = click.Path(path_type=Path)


@click.command("tune", help=help_texts.ENCODER_TUNE)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--queries", multiple=True, required=True, type=A_FILE, help=help_texts.TUNE_QUERIES)
@click.option("--judgments", required=True, type=A_FILE, help=help_texts.JUDGMENTS)
@click.option("--half", type=click.Choice([half.value for half in Half]), help=help_texts.HALF)
@click.option("--json", "as_json", is_flag=True, help=help_texts.AS_JSON)
def tune(
    *, file: Path, queries: Sequence[Path], judgments: Path, half: str | None, as_json: bool
) -> None:
    """Learn and write the tuning."""
    rows = (requests_of(one) for one in queries)
    requests = judged_requests(chain(*rows), json_lines_of(judgments, ("qid", "gains")))
    chosen = [one for one in requests if half in {None, one.half.value}]
    settings = read_settings()
    tuning = learned_tuning(chosen, composition.published_release(settings), settings.today())
    text = json.dumps(tuning.to_json(), ensure_ascii=False)
    file.write_text(text + "\n", encoding="utf-8")
    if as_json:
        print_json(replace(tuning, scope=None, exemplars=None).to_json())
    else:
        click.echo(wording.tuned(tuning, file))
