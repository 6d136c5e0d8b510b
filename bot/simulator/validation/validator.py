"""Checking a request body as LINE would, and saying what is wrong in LINE's words.

`problems("ReplyMessageRequest", body)` is empty exactly when the stand-in accepts the body.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema.exceptions import ValidationError

from bot.simulator.limits.limit import Limit
from bot.simulator.limits.table import LIMITS
from bot.simulator.validation.keywords import LineValidator
from bot.simulator.validation.schema import MESSAGING_API, WEBHOOK, load_description, strict_schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing LINE would refuse, and where: `messages[0].contents.body.layout`."""

    property: str
    message: str


_MESSAGES: Mapping[str, Callable[[Any], str]] = {
    "required": lambda _value: "May not be empty",
    "additionalProperties": lambda _value: "Unknown property",
    "minLength": lambda _value: "May not be empty",
    "maxLength": lambda value: f"Length must be between 0 and {value}",
    "maxUtf16": lambda value: f"Length must be between 0 and {value}",
    "minItems": lambda value: f"Size must be at least {value}",
    "maxItems": lambda value: f"Size must be between 1 and {value}",
    "maxJsonBytes": lambda value: f"Size of the JSON must be at most {value} bytes",
    "enum": lambda value: f"Must be one of the following values: [{', '.join(map(str, value))}]",
    "type": lambda value: f"Must be of type {value}",
    "pattern": lambda value: f"Must match {value}",
    "multipleOf": lambda value: f"Must be a multiple of {value}",
}
"""Keyword → message, in the manner of LINE's documented error messages; others speak for
themselves."""


class DescriptionValidator:
    """One OpenAPI description, compiled; safe to share between threads."""

    def __init__(self, description: Path, limits: Mapping[str, Limit]) -> None:
        definitions = strict_schema(load_description(description), limits)["$defs"]
        self._validators = {
            name: LineValidator({"$ref": f"#/$defs/{name}", "$defs": definitions})
            for name in definitions
        }

    def problems(self, schema: str, body: object) -> tuple[Problem, ...]:
        """Say what is wrong with the body as an instance of the named schema, in reading order."""
        errors = self._validators[schema].iter_errors(body)
        return tuple(dict.fromkeys(_problem(error) for error in errors))


@cache
def messaging_api() -> DescriptionValidator:
    """Compile the Messaging API's bodies with LINE's documented limits."""
    return DescriptionValidator(MESSAGING_API, LIMITS)


@cache
def webhook() -> DescriptionValidator:
    """Compile the webhook's bodies, to check what the stand-in itself makes up."""
    return DescriptionValidator(WEBHOOK, {})


def _problem(error: ValidationError) -> Problem:
    wording = _MESSAGES.get(str(error.validator), lambda _value: error.message)
    return Problem(property=_location(error.absolute_path), message=wording(error.validator_value))


def _location(path: Iterable[str | int]) -> str:
    """Write a JSON path the way LINE writes it: `messages[0].text`."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")
