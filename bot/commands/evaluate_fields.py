"""`manabi evaluate-fields`: how well 分野 is inferred, on the programs whose sources state it."""

from dataclasses import asdict

import click

from bot import composition
from bot.commands import catalog_wording, help_texts
from bot.commands.output import print_json
from bot.import_order import field_inference
from bot.settings import read_settings
from index.fields_evaluation import field_accuracy


@click.command(help=help_texts.EVALUATE_FIELDS)
@click.option("--json", "as_json", is_flag=True, help=help_texts.AS_JSON)
def evaluate_inferred_fields(*, as_json: bool) -> None:
    """Infer the fields of programs that have them, and compare."""
    settings = read_settings()
    programs = composition.existing_catalog(settings).programs()
    accuracy = field_accuracy(programs, field_inference(settings))
    if as_json:
        print_json(asdict(accuracy))
    else:
        click.echo(catalog_wording.field_accuracy(accuracy))
