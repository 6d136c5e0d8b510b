"""`manabi doctor`: whether everything that serving needs is there, and what to do if not."""

from collections.abc import Callable

import click

from bot import composition
from bot.commands import help_texts, wording
from bot.settings import Settings, read_settings
from bot.state.database import open_state
from data.errors import ManabiError


@click.command(help=help_texts.DOCTOR)
@click.pass_context
def doctor(context: click.Context) -> None:
    """Check everything and end with status 1 when something is missing."""
    settings = read_settings()
    results = [_checked(name, check, settings) for name, check in CHECKS]
    context.exit(0 if all(results) else 1)


def _checked(name: str, check: Callable[[Settings], str], settings: Settings) -> bool:
    try:
        click.echo(wording.check_passed(name, check(settings)))
    except ManabiError as error:
        click.echo(wording.check_failed(name, error))
        return False
    return True


def _release(settings: Settings) -> str:
    release = composition.published_release(settings)
    release.close()
    return wording.release_facts(release.manifest)


def _state(settings: Settings) -> str:
    open_state(settings.state_url).close()
    return ""


def _line(settings: Settings) -> str:
    settings.line_channel()
    return ""


CHECKS: tuple[tuple[str, Callable[[Settings], str]], ...] = (
    (wording.CHECK_RELEASE, _release),
    (wording.CHECK_STATE, _state),
    (wording.CHECK_LINE, _line),
)
