"""`manabi rebuild`: catalog → release → acceptance → published, with progress."""

from datetime import UTC, datetime

import click

from bot import composition
from bot.commands import help_texts, release_wording, step_words
from bot.commands.output import print_json
from bot.commands.prepared import prepared_encoder
from bot.commands.progress import shown_progress
from bot.settings import Settings, read_settings
from index.rebuild import rebuild
from index.rebuild_report import RebuildReport
from index.workshop import Workshop


@click.command("rebuild", help=help_texts.REBUILD)
@click.option("--json", "as_json", is_flag=True, help=help_texts.AS_JSON)
@click.option("--no-publish", is_flag=True, help=help_texts.NO_PUBLISH)
@click.option("--allow-shrink", is_flag=True, help=help_texts.ALLOW_SHRINK)
def rebuild_release(*, as_json: bool, no_publish: bool, allow_shrink: bool) -> None:
    """Build a release and let it serve."""
    report = run_rebuild(read_settings(), publish=not no_publish, may_shrink=allow_shrink)
    if as_json:
        print_json(report.to_json())
    else:
        click.echo(release_wording.rebuilt(report))


def run_rebuild(
    settings: Settings, *, publish: bool = True, may_shrink: bool = False
) -> RebuildReport:
    """Prepare the encoder if it is new, then rebuild."""
    catalog = composition.existing_catalog(settings)
    measures = composition.measures(settings)
    card = prepared_encoder(settings)
    with shown_progress(step_words.REBUILD_STEPS) as progress:
        shop = Workshop(
            catalog=catalog,
            store=composition.release_store(settings),
            encoder_folder=composition.encoder_folder(settings),
            cache=composition.text_cache(settings, card.revision),
            progress=progress,
            moment=datetime.now(UTC),
            measures=measures,
            may_shrink=may_shrink,
        )
        return rebuild(shop, publish=publish)
