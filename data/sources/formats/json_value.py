"""JSON → text: what is parsed, and how a nested value becomes cells named by paths of keys."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | bool | None"

LIST_JOIN = "、"
_WHOLE_NUMBER = re.compile(r"(-?\d+)\.0+")


class BrokenJson(ValueError):
    """Text that is no JSON; `line` counts from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


def parsed_json(text: str) -> Json:
    """Return the value; numbers stay as they are written (18000.0 → '18000')."""
    try:
        value: Json = json.loads(
            text,
            strict=False,  # line breaks inside strings are common in hand-made files
            parse_int=str,
            parse_float=number_text,
            parse_constant=str,
        )
        _check_depth(value)
    except json.JSONDecodeError as error:
        raise BrokenJson(error.lineno) from error
    except RecursionError as error:
        raise BrokenJson(1) from error
    return value


def number_text(written: str) -> str:
    """Return a number's text without an empty fraction."""
    whole = _WHOLE_NUMBER.fullmatch(written)
    return whole[1] if whole else written


def is_object(value: Json) -> bool:
    """Tell an object from lists and plain values."""
    return isinstance(value, Mapping)


def scalar_text(value: Json) -> str:
    """Return a plain value as cell text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return str(value)


def objects_in(value: Json) -> list[Mapping[str, Json]]:
    """Return a list's objects, or an object as the only one."""
    found = [value] if isinstance(value, Mapping) else value
    if found is None or isinstance(found, str | bool):
        return []
    return [each for each in found if isinstance(each, Mapping)]


def paths_of(value: Json, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield (path, text) for every plain value; a list's values come one after another."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from paths_of(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for inner in value:
            yield from paths_of(inner, path)
    else:
        yield path, scalar_text(value)


def flattened(value: Json) -> dict[str, str]:
    """Return path → text; several values at one path are joined by 、."""
    texts: dict[str, list[str]] = {}
    for path, text in paths_of(value):
        texts.setdefault(path, []).append(text)
    return {path: LIST_JOIN.join(filter(None, parts)) for path, parts in texts.items()}


def _check_depth(value: Json, left: int = 100) -> None:
    """Raise RecursionError for what is nested deeper than any list of courses."""
    if not left:
        raise RecursionError
    inner = value.values() if isinstance(value, Mapping) else value
    if inner is not None and not isinstance(inner, str | bool):
        for each in inner:
            _check_depth(each, left - 1)
