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


def print_table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table for a person."""
    table = Table()
    for header in headers:
        table.add_column(header, overflow="fold")  # a name cut short could not be copied
    for row in rows:
        table.add_row(*row)
    Console().print(table)
