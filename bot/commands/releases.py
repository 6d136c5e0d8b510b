"""`manabi releases`, `rollback`, `release`: what was built, what of it serves, and moving it."""

from pathlib import Path

import click

from bot import composition
from bot.commands import help_texts, release_wording
from bot.commands.output import print_json, print_table
from bot.settings import read_settings
from index.archive import export_release, import_release


@click.command(help=help_texts.RELEASES)
@click.option("--json", "as_json", is_flag=True, help=help_texts.AS_JSON)
def releases(*, as_json: bool) -> None:
    """List the finished releases, newest first."""
    store = composition.release_store(read_settings())
    current, manifests = store.current_id(), store.manifests()
    if as_json:
        rows = [
            (one.summary() if one else {"release_id": name, "damaged": True})
            | {"current": name == current}
            for name, one in manifests.items()
        ]
        print_json({"releases": rows})
        return
    if not manifests:
        click.echo(release_wording.NO_RELEASES)
        return
    print_table(
        release_wording.HEADERS,
        [
            (release_wording.CURRENT if name == current else "", name, *release_wording.row(one))
            for name, one in manifests.items()
        ],
        copied=release_wording.NAME,
    )


@click.command(help=help_texts.ROLLBACK)
@click.argument("release_id", metavar="[RELEASE]", required=False)
def rollback(release_id: str | None) -> None:
    """Let an earlier release serve again."""
    store = composition.release_store(read_settings())
    chosen = release_id or store.previous_id()
    store.publish_verified(chosen)
    click.echo(release_wording.rolled_back(chosen))


@click.group(help=help_texts.RELEASE)
def release() -> None:
    """Group what is done with one release."""


@release.command(help=help_texts.RELEASE_PUBLISH)
@click.argument("release_id", metavar="RELEASE")
def publish(release_id: str) -> None:
    """Let a finished release serve."""
    store = composition.release_store(read_settings())
    store.publish_verified(release_id)
    click.echo(release_wording.published(release_id, can_undo=len(store.release_ids()) > 1))


@release.command("export", help=help_texts.RELEASE_EXPORT)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("release_id", metavar="[RELEASE]", required=False)
def export(file: Path, release_id: str | None) -> None:
    """Write a release into one file; the one that serves, unless another is named."""
    store = composition.release_store(read_settings())
    folder = store.folder_of(release_id) if release_id else store.current_folder()
    export_release(folder, file)
    click.echo(release_wording.exported(folder.name, str(file), file.stat().st_size / 1e6))


@release.command("import", help=help_texts.RELEASE_IMPORT)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--no-publish", is_flag=True, help=help_texts.NO_PUBLISH)
def import_(file: Path, *, no_publish: bool) -> None:
    """Take a release out of a file, check it, and let it serve."""
    store = composition.release_store(read_settings())
    release_id = import_release(file, store)
    if no_publish:
        click.echo(release_wording.imported(release_id))
    else:
        store.publish(release_id)
        click.echo(release_wording.published(release_id, can_undo=len(store.release_ids()) > 1))
