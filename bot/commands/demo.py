"""`manabi demo`: from the sample catalog to a chat in the browser, step by step."""

import sys
from datetime import datetime
from importlib import resources
from pathlib import Path

import click

from bot import composition
from bot.commands import catalog_wording, help_texts, release_wording, wording
from bot.commands.rebuild import run_rebuild
from bot.import_order import import_order
from bot.settings import Settings, read_settings, replace_process
from data.intake import import_sources
from recommender.request import Request, Role

SAMPLE_DAY = datetime(2026, 11, 23, 12)  # noqa: DTZ001 - a day in Japan, see Settings.today
EXAMPLES = (
    (Role.LEARNER, "さくらんぼ農家ですが、加工品を作って売りたい"),
    (Role.LEARNER, "土日で介護の資格をとりたい"),
    (Role.EMPLOYER, "新人が図面を読めなくて困っています"),
)
SHOWN = 3


@click.command(help=help_texts.DEMO)
@click.option("--once", is_flag=True, help=help_texts.DEMO_ONCE)
def demo(*, once: bool) -> None:
    """Import, rebuild, ask, then serve with the simulator."""
    settings = read_settings()
    settings = settings.model_copy(update={"now": settings.now or SAMPLE_DAY})
    click.echo(wording.demo_clock(settings.today()))
    click.echo(wording.DEMO_IMPORT)
    sample = Path(str(resources.files("data").joinpath("sample")))
    order = import_order(settings)
    report = import_sources([sample], composition.catalog(settings), order)
    click.echo(catalog_wording.import_summary(report))
    click.echo(wording.DEMO_REBUILD)
    click.echo(release_wording.rebuilt(run_rebuild(settings)))
    click.echo(wording.DEMO_ASK)
    _ask_examples(settings)
    if not once:
        sys.stdout.flush()
        now = settings.today().isoformat()
        replace_process(["serve", "--simulator"], MANABI_NOW=now)


def _ask_examples(settings: Settings) -> None:
    recommender = composition.recommender(settings, composition.published_release(settings))
    for role, text in EXAMPLES:
        click.echo(wording.asked(text))
        answer = recommender.recommend(Request(text=text, role=role, limit=SHOWN))
        click.echo(wording.answer_text(answer))
