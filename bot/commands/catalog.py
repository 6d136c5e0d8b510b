"""`manabi catalog`: take lists in, see what is wrong with them, give the catalog out."""

from pathlib import Path

import click

from bot import composition
from bot.commands import help_texts, wording
from bot.commands.output import print_json
from bot.settings import read_settings
from data.intake import import_sources
from data.issue import Issue
from data.shape import program_to_json


@click.group(help=help_texts.CATALOG)
def catalog() -> None:
    """Group the catalog's commands."""


@catalog.command("import", help=help_texts.CATALOG_IMPORT)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=help_texts.AS_JSON)
def import_(paths: tuple[Path, ...], *, as_json: bool) -> None:
    """Replace what each file said before, in one transaction."""
    report = import_sources(paths, composition.catalog(read_settings()))
    if as_json:
        print_json(report.to_json())
        return
    click.echo(wording.import_summary(report))
    _print_issues(report.issues)


@catalog.command(help=help_texts.CATALOG_EXPORT)
@click.option("--jsonl", is_flag=True, help=help_texts.CATALOG_EXPORT_JSONL)
def export(*, jsonl: bool) -> None:  # noqa: ARG001 - JSON Lines is the only form so far
    """Print the normalised catalog, one program a line."""
    for program in composition.existing_catalog(read_settings()).programs():
        print_json(program_to_json(program))


@catalog.command(help=help_texts.CATALOG_ISSUES)
@click.option("--json", "as_json", is_flag=True, help=help_texts.AS_JSON)
def issues(*, as_json: bool) -> None:
    """Print every open issue."""
    found = composition.existing_catalog(read_settings()).issues()
    if as_json:
        print_json({"issues": [issue.to_json() for issue in found]})
        return
    _print_issues(found)


def _print_issues(found: list[Issue] | tuple[Issue, ...]) -> None:
    if not found:
        click.echo(wording.NO_ISSUES)
        return
    click.echo("\n".join(wording.issue_lines(issue) for issue in found))
