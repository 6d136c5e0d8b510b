"""`manabi releases` and `manabi rollback`: what was built, and which of it serves."""

import click

from bot import composition
from bot.commands import help_texts, wording
from bot.commands.output import print_json, print_table
from bot.settings import read_settings


@click.command(help=help_texts.RELEASES)
@click.option("--json", "as_json", is_flag=True, help=help_texts.AS_JSON)
def releases(*, as_json: bool) -> None:
    """List the finished releases, newest first."""
    store = composition.release_store(read_settings())
    current, manifests = store.current_id(), store.manifests()
    if as_json:
        rows = [one.summary() | {"current": one.release_id == current} for one in manifests]
        print_json({"releases": rows})
        return
    if not manifests:
        click.echo(wording.NO_RELEASES)
        return
    print_table(
        wording.RELEASE_HEADERS,
        [
            (
                wording.CURRENT if one.release_id == current else "",
                one.release_id,
                wording.built_at(one.created_at),
                f"{one.programs}件",
                one.encoder,
            )
            for one in manifests
        ],
    )


@click.command(help=help_texts.ROLLBACK)
@click.argument("release_id", metavar="[RELEASE]", required=False)
def rollback(release_id: str | None) -> None:
    """Let an earlier release serve again."""
    store = composition.release_store(read_settings())
    chosen = release_id or store.previous_id()
    store.verified(chosen)
    store.publish(chosen)
    click.echo(wording.rolled_back(chosen))
