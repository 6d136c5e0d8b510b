"""What the commands print: JSON for machines, tables for people."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import click
from rich.console import Console
from rich.table import Table


def print_json(value: Mapping[str, Any]) -> None:
    """Print one JSON object on one line of standard output."""
    click.echo(json.dumps(value, ensure_ascii=False))


def print_table(
    headers: Sequence[str], rows: Sequence[Sequence[str]], *, copied: str | None = None
) -> None:
    """Print a table for a person; what stands under the header `copied` keeps to one line."""
    table = Table()
    for header in headers:
        # A name cut short could not be copied.
        table.add_column(header, overflow="fold", no_wrap=header == copied)
    for row in rows:
        table.add_row(*row)
    Console().print(table)
