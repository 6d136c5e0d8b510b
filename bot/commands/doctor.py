"""`manabi doctor`: whether everything that serving needs is there, and what to do if not."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

import click

from bot.commands import doctor_wording as wording
from bot.commands import help_texts
from bot.commands.doctor_release import golden, release, sources
from bot.commands.doctor_web import web
from bot.commands.finding import Check, Checks, Finding, Mark
from bot.commands.output import print_json
from bot.line.client import LineClient
from bot.settings import Settings, read_settings
from bot.state.arrivals import open_arrivals
from bot.state.database import open_state
from bot.state.inbox import Inbox
from bot.state.needs import unanswered_since
from bot.state.pseudonym import Pseudonyms
from data.errors import Fault, ManabiError

# What ends the command, by whose fault it is: something of ours, or something outside.
EXIT_STATUS: Mapping[Fault, int] = {Fault.REFUSED: 1, Fault.INPUT: 1, Fault.OUTSIDE: 3}
FEW_LEFT = 20  # messages of the month's quota
DAYS = 30  # of needs counted


@click.command(help=help_texts.DOCTOR)
@click.option("--json", "as_json", is_flag=True, help=help_texts.AS_JSON)
@click.pass_context
def doctor(context: click.Context, *, as_json: bool) -> None:
    """Check everything; end with 1 for what is ours to mend, 3 for what is outside."""
    settings = read_settings()
    findings = [finding for checks in CHECKS for finding in _in_turn(checks, settings)]
    if as_json:
        print_json({"checks": [_as_json(one) for one in findings]})
    else:
        for one in findings:
            click.echo(wording.found(one.mark.value, one.name, one.words, one.hint))
    context.exit(min((one.status for one in findings if one.status), default=0))


def _in_turn(checks: Checks, settings: Settings) -> Iterator[Finding]:
    """Yield findings up to the first bad one, on which the others depend."""
    for name, check in checks:
        finding = _checked(name, check, settings)
        yield finding
        if finding.mark is Mark.BAD:
            return


def _checked(name: str, check: Check, settings: Settings) -> Finding:
    try:
        return check(settings)
    except ManabiError as error:
        status = EXIT_STATUS[error.fault]
        return Finding(
            name=name, mark=Mark.BAD, words=error.message, hint=error.hint, status=status
        )


def _state(settings: Settings) -> Finding:
    state, arrivals = open_state(settings.state_url), open_arrivals(settings.state_url)
    backlog = arrivals.backlog() + Inbox(state, Pseudonyms("")).backlog()
    state.close()
    arrivals.close()
    return Finding(name=wording.STATE, mark=Mark.GOOD, words=wording.waiting(backlog.count))


def _needs(settings: Settings) -> Finding:
    """Tell how many needs of late found nothing."""
    state = open_state(settings.state_url)
    with state.read() as connection:
        asked, unanswered = unanswered_since(connection, settings.today() - timedelta(DAYS))
    state.close()
    words = wording.unanswered(DAYS, asked, unanswered)
    return Finding(name=wording.NEEDS, mark=Mark.GOOD, words=words)


def _channel(settings: Settings) -> Finding:
    settings.line_channel()
    return Finding(name=wording.CHANNEL, mark=Mark.GOOD, words="")


def _account(settings: Settings) -> Finding:
    name = _line(settings).bot_name()
    return Finding(name=wording.ACCOUNT, mark=Mark.GOOD, words=name)


def _webhook(settings: Settings) -> Finding:
    line = _line(settings)
    address = line.webhook()
    is_good = bool(address) and line.webhook_works()
    return Finding(
        name=wording.WEBHOOK,
        mark=Mark.GOOD if is_good else Mark.ADVICE,
        words=address or wording.NO_WEBHOOK,
        hint="" if is_good else wording.WEBHOOK_HINT,
    )


def _quota(settings: Settings) -> Finding:
    quota = _line(settings).quota()
    left = None if quota.limit is None else quota.limit - quota.used
    is_good = left is None or left >= FEW_LEFT
    return Finding(
        name=wording.QUOTA,
        mark=Mark.GOOD if is_good else Mark.ADVICE,
        words=wording.left(left),
        hint="" if is_good else wording.QUOTA_HINT,
    )


def _line(settings: Settings) -> LineClient:
    token = settings.line_channel().access_token
    return LineClient(access_token=token, base_url=settings.line_api_base_url)


def _as_json(one: Finding) -> dict[str, str]:
    return {"name": one.name, "result": one.mark.value, "facts": one.words, "hint": one.hint}


CHECKS: tuple[Checks, ...] = (
    ((wording.RELEASE, release), (wording.SOURCES, sources), (wording.GOLDEN, golden)),
    ((wording.STATE, _state), (wording.NEEDS, _needs)),
    ((wording.WEB, web),),
    (
        (wording.CHANNEL, _channel),
        (wording.ACCOUNT, _account),
        (wording.WEBHOOK, _webhook),
        (wording.QUOTA, _quota),
    ),
)
