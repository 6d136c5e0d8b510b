"""`manabi catalog`: take lists in, see what is wrong with them, give the catalog out."""

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import click

from bot import composition
from bot.commands import catalog_wording, help_texts
from bot.commands.output import print_json
from bot.import_order import import_order, published_programs
from bot.settings import read_settings
from data.catalog.catalog import Catalog
from data.catalog.difference import difference
from data.exports.issue_sheet import write_issue_sheet
from data.exports.linked_data import course
from data.exports.spreadsheet import write_spreadsheet
from data.intake import import_sources
from data.issue import Issue
from data.program import Program
from data.shape import program_from_text, program_to_json

HELD_BACK = 1  # exit status: a file was not taken in


@click.group(help=help_texts.CATALOG)
def catalog() -> None:
    """Group the catalog's commands."""


@catalog.command("import", help=help_texts.CATALOG_IMPORT)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=help_texts.AS_JSON)
@click.option("--accept-shrinking", is_flag=True, help=help_texts.ACCEPT_SHRINKING)
@click.option("--corrections", type=click.Path(path_type=Path), help=help_texts.CORRECTIONS)
@click.option("--columns", type=click.Path(path_type=Path), help=help_texts.COLUMNS)
@click.pass_context
def import_(
    ctx: click.Context,
    paths: tuple[Path, ...],
    *,
    as_json: bool,
    accept_shrinking: bool,
    corrections: Path | None,
    columns: Path | None,
) -> None:
    """Replace what each file said before, in one transaction."""
    settings = read_settings()
    order = import_order(
        settings, corrections=corrections, columns=columns, accept_shrinking=accept_shrinking
    )
    report = import_sources(paths, composition.catalog(settings), order)
    if as_json:
        print_json(report.to_json())
    else:
        click.echo(catalog_wording.import_summary(report))
        _print_issues(report.issues)
    if report.held_back:
        ctx.exit(HELD_BACK)


@catalog.command(help=help_texts.CATALOG_EXPORT)
@click.option("--jsonl", "form", flag_value="jsonl", default=True, help=help_texts.EXPORT_JSONL)
@click.option("--csv", "form", flag_value="csv", help=help_texts.EXPORT_CSV)
@click.option("--jsonld", "form", flag_value="jsonld", help=help_texts.EXPORT_JSONLD)
def export(form: str) -> None:
    """Print the normalised catalog in one of its forms."""
    EXPORTS[form](composition.existing_catalog(read_settings()))


@catalog.command(help=help_texts.CATALOG_ISSUES)
@click.option("--json", "as_json", is_flag=True, help=help_texts.AS_JSON)
@click.option("--csv", "as_csv", is_flag=True, help=help_texts.ISSUES_CSV)
def issues(*, as_json: bool, as_csv: bool) -> None:
    """Print every open issue."""
    found = composition.existing_catalog(read_settings()).issues()
    if as_json:
        print_json({"issues": [issue.to_json() for issue in found]})
    elif as_csv:
        write_issue_sheet(found, sys.stdout)
    else:
        _print_issues(found)


@catalog.command(help=help_texts.CATALOG_DIFF)
@click.option("--json", "as_json", is_flag=True, help=help_texts.AS_JSON)
def diff(*, as_json: bool) -> None:
    """Print what publishing the current catalog would change."""
    settings = read_settings()
    published = published_programs(settings)
    found = difference(published, composition.existing_catalog(settings).programs())
    if as_json:
        print_json(found.to_json())
    else:
        click.echo(catalog_wording.difference_text(found))


@catalog.command(help=help_texts.CATALOG_HISTORY)
@click.argument("program_id")
@click.option("--json", "as_json", is_flag=True, help=help_texts.AS_JSON)
def history(program_id: str, *, as_json: bool) -> None:
    """Print what became of a program, with its rows as they stand in their files."""
    catalog = composition.existing_catalog(read_settings())
    entries, rows = catalog.history(program_id), catalog.raw_rows(program_id)
    if as_json:
        shown = [{"at": e.at, "change": e.change, "before": e.before} for e in entries]
        print_json({"program_id": program_id, "history": shown, "rows": rows})
    else:
        click.echo(catalog_wording.history_text(program_id, entries, rows))


@catalog.command(help=help_texts.CATALOG_FORGET)
@click.argument("sources", nargs=-1, required=True)
def forget(sources: tuple[str, ...]) -> None:
    """Take sources out of the catalog."""
    settings = read_settings()
    at = settings.moment().isoformat(timespec="seconds")
    composition.existing_catalog(settings).forget(sources, at=at)
    click.echo(catalog_wording.forgotten(sources))


def _print_jsonl(catalog: Catalog) -> None:
    for program in _programs(catalog):
        print_json(program_to_json(program))


def _print_spreadsheet(catalog: Catalog) -> None:
    write_spreadsheet(_programs(catalog), sys.stdout)


def _print_linked_data(catalog: Catalog) -> None:
    for program in _programs(catalog):
        print_json(course(program))


def _programs(catalog: Catalog) -> Iterable[Program]:
    return map(program_from_text, catalog.texts())


EXPORTS: dict[str, Callable[[Catalog], None]] = {
    "jsonl": _print_jsonl,
    "csv": _print_spreadsheet,
    "jsonld": _print_linked_data,
}


def _print_issues(found: Sequence[Issue]) -> None:
    click.echo(catalog_wording.issues_text(found))
