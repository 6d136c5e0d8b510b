"""`manabi ask`: one request, or a file of them, answered in the terminal."""

from pathlib import Path
from typing import Any

import click

from bot import composition
from bot.commands import help_texts, wording
from bot.commands.files import json_lines_of
from bot.commands.output import print_json
from bot.settings import read_settings
from recommender.request import DEFAULT_LIMIT, Request, Role

ROLES = [role.value for role in Role]
MOST_ITEMS = 100


@click.command(help=help_texts.ASK)
@click.argument("text", required=False)
@click.option(
    "--role", type=click.Choice(ROLES), default=Role.LEARNER.value, help=help_texts.ASK_ROLE
)
@click.option(
    "--limit",
    type=click.IntRange(1, MOST_ITEMS),
    default=DEFAULT_LIMIT,
    show_default=True,
    help=help_texts.ASK_LIMIT,
)
@click.option("--batch", type=click.Path(path_type=Path), help=help_texts.ASK_BATCH)
@click.option("--json", "as_json", is_flag=True, help=help_texts.AS_JSON)
def ask(text: str | None, *, role: str, limit: int, batch: Path | None, as_json: bool) -> None:
    """Answer one request, or one a line."""
    if (text is None) == (batch is None):
        raise click.UsageError(wording.ASK_ONE_OF)
    rows = _batch_rows(batch) if batch else [{"role": role, "text": text or ""}]
    settings = read_settings()
    recommender = composition.recommender(settings, composition.published_release(settings))
    for row in rows:
        request = Request(text=row["text"], role=Role(row["role"]), limit=limit)
        answer = recommender.recommend(request)
        if as_json:
            identity = {"id": row["id"]} if batch else {}
            print_json(identity | answer.to_json())
        else:
            click.echo(wording.answer_text(answer))


def _batch_rows(path: Path) -> list[dict[str, Any]]:
    """Read every line before any is answered, so that a bad line stops nothing halfway."""
    rows = list(json_lines_of(path, ("id", "text")))
    for number, row in enumerate(rows, start=1):
        row.setdefault("role", Role.LEARNER.value)
        if row["role"] not in ROLES or not isinstance(row["text"], str):
            raise click.BadParameter(wording.bad_batch_row(path.name, number))
    return rows
