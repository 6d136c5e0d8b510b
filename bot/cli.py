"""`manabi`: the staff's door. Finds the command, runs it, and turns faults into exit statuses.

Commands are loaded when called, so that `manabi ask` does not wait for the web server's libraries.
"""

import errno
import importlib
import json
import sys
from collections.abc import Mapping
from typing import NoReturn

import click

from bot.commands import help_texts, wording
from data.errors import DiskFull, Fault, ManabiError

# Command → where it lives. One line here and one module is all that a new command needs.
COMMANDS: Mapping[str, str] = {
    "ask": "bot.commands.ask:ask",
    "bench": "bot.commands.bench:bench",
    "catalog": "bot.commands.catalog:catalog",
    "demo": "bot.commands.demo:demo",
    "doctor": "bot.commands.doctor:doctor",
    "encoder": "bot.commands.encoder:encoder",
    "evaluate": "bot.commands.evaluate:evaluate_collection",
    "evaluate-fields": "bot.commands.evaluate_fields:evaluate_inferred_fields",
    "evaluate-requests": "bot.commands.evaluate_requests:evaluate_judged_requests",
    "line": "bot.commands.line:line",
    "rebuild": "bot.commands.rebuild:rebuild_release",
    "release": "bot.commands.releases:release",
    "releases": "bot.commands.releases:releases",
    "rollback": "bot.commands.releases:rollback",
    "serve": "bot.commands.serve:serve",
    "work": "bot.commands.work:work",
}

EXIT_STATUS: Mapping[Fault, int] = {Fault.REFUSED: 1, Fault.INPUT: 2, Fault.OUTSIDE: 3}
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
INTERRUPTED = 130  # 128 + SIGINT, as shells expect


class LazyGroup(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Name every command."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the command's module and return the command."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command


@click.group(cls=LazyGroup, help=help_texts.MANABI, context_settings={"max_content_width": 100})
def manabi() -> None:
    """Group every command."""


def main(arguments: list[str] | None = None) -> None:
    """Run a command and end the process with the contract's exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    as_json = "--json" in given
    try:
        status = manabi.main(args=given, prog_name="manabi", standalone_mode=False)
        sys.exit(status if isinstance(status, int) else 0)
    except ManabiError as error:
        _end(error, as_json=as_json)
    except click.UsageError as error:
        _say("usage", wording.usage(error), wording.usage_hint(error), as_json=as_json)
        sys.exit(EXIT_STATUS[Fault.INPUT])
    except (click.Abort, KeyboardInterrupt):
        _say("interrupted", wording.INTERRUPTED, "", as_json=as_json)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has had enough
        sys.exit(0)
    except OSError as error:
        if error.errno in NO_ROOM:
            _end(DiskFull(error.filename or wording.DISK), as_json=as_json)
        _say("os_error", wording.os_error(error), wording.OS_ERROR_HINT, as_json=as_json)
        sys.exit(EXIT_STATUS[Fault.OUTSIDE])


def _end(error: ManabiError, *, as_json: bool) -> NoReturn:
    _say(error.code, error.message, error.hint, as_json=as_json)
    sys.exit(EXIT_STATUS[error.fault])


def _say(code: str, message: str, hint: str, *, as_json: bool) -> None:
    if as_json:
        error = {"code": code, "message": message, "hint": hint}
        click.echo(json.dumps({"error": error}, ensure_ascii=False))
    click.echo(f"エラー: {message} {hint}".rstrip(), err=True)


if __name__ == "__main__":
    main()
