"""Seven JSON Schema keywords that LINE's limits need and the standard lacks.

`maxUtf16` counts UTF-16 units, `maxJsonBytes` counts the serialised size, `uniform` asks all items
of an array to agree in something, `ascending` asks properties that are present to be in order,
`leastRatio` asks a size to be wide enough for its height, `areasWithinSize` asks a rich menu's
areas to lie on its picture, `byKind` asks an object to satisfy the schema of its kind (a chain of
`if` would ask about every kind there is). `required` and `additionalProperties` are replaced by
versions whose errors point at the property.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol, TypeAlias

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from bot.simulator.wire import Json, json_size, utf16_units

Errors: TypeAlias = Iterator[ValidationError]


class _Keyword(Protocol):
    """How jsonschema calls a keyword: validator, the keyword's value, instance, its schema."""

    def __call__(
        self, _validator: object, value: Json, instance: Json, schema: Mapping[str, Json], /
    ) -> Errors: ...


def _max_utf16(_validator: object, value: Json, instance: Json, _schema: object, /) -> Errors:
    if isinstance(instance, str) and utf16_units(instance) > value:
        yield ValidationError(f"longer than {value} UTF-16 units")


def _max_json_bytes(_validator: object, value: Json, instance: Json, _schema: object, /) -> Errors:
    if json_size(instance) > value:
        yield ValidationError(f"{json_size(instance)} bytes of JSON, more than {value}")


MEASURES: Mapping[str, Callable[[object], object]] = {
    "value": lambda value: value,
    "length": lambda value: len(value) if isinstance(value, list) else 0,
    "presence": lambda value: value is not None,
}
"""In what the items of a `uniform` array may have to agree."""


def _uniform(_validator: object, value: Json, instance: Json, _schema: object, /) -> Errors:
    listed = instance if isinstance(instance, list) else []
    items = [item for item in listed if isinstance(item, dict)]
    for agreement in value:
        name, measure = agreement["property"], MEASURES[agreement["measure"]]
        seen = {repr(measure(item.get(name, agreement.get("default")))) for item in items}
        if len(seen) > 1:
            yield ValidationError(f"all items must have the same {name}")


def _ascending(_validator: object, value: Json, instance: Json, _schema: object, /) -> Errors:
    given = instance if isinstance(instance, dict) else {}
    present = [given[name] for name in value if isinstance(given.get(name), str)]
    if present != sorted(present):
        yield ValidationError(f"{', '.join(value)} must be in ascending order")


def _least_ratio(_validator: object, value: Json, instance: Json, _schema: object, /) -> Errors:
    width, height = _numbers(instance, "width", "height")
    if height and width / height < value:
        yield ValidationError(f"width through height must be at least {value}")


def _areas_within(_validator: object, value: Json, instance: Json, _schema: object, /) -> Errors:
    menu = instance if isinstance(instance, dict) and value else {}
    size = _numbers(menu.get("size"), "width", "height")
    areas = menu.get("areas")
    for place, area in enumerate(areas if isinstance(areas, list) else []):
        bounds = area.get("bounds") if isinstance(area, dict) else None
        x, y, width, height = _numbers(bounds, "x", "y", "width", "height")
        if x + width > size[0] or y + height > size[1]:
            yield ValidationError("must lie within the size", path=["areas", place, "bounds"])


def _numbers(instance: Json, *names: str) -> list[float]:
    """Read numbers; 0 for what is missing or no number, which other keywords complain of."""
    given = instance if isinstance(instance, dict) else {}
    read = [given.get(name) for name in names]
    return [number if isinstance(number, int | float) else 0 for number in read]


def _by_kind(validator: Json, value: Json, instance: Json, _schema: object, /) -> Errors:
    kind = instance.get(value["property"]) if isinstance(instance, dict) else None
    schema = value["schemas"].get(kind) if isinstance(kind, str) else None
    if schema:
        yield from validator.descend(instance, schema)


def _required(_validator: object, value: Json, instance: Json, _schema: object, /) -> Errors:
    if isinstance(instance, dict):
        for name in value:
            if name not in instance:
                yield ValidationError(f"{name} is missing", path=[name])


def _additional(
    validator: Json, value: Json, instance: Json, schema: Mapping[str, Json], /
) -> Errors:
    if not isinstance(instance, dict):
        return
    for name in instance.keys() - schema.get("properties", {}).keys():
        if value is False:
            yield ValidationError(f"{name} is not known here", path=[name])
        elif isinstance(value, dict):
            yield from validator.descend(instance[name], value, path=name)


_KEYWORDS: Mapping[str, _Keyword] = {
    "maxUtf16": _max_utf16,
    "maxJsonBytes": _max_json_bytes,
    "uniform": _uniform,
    "ascending": _ascending,
    "leastRatio": _least_ratio,
    "areasWithinSize": _areas_within,
    "byKind": _by_kind,
    "required": _required,
    "additionalProperties": _additional,
}

LineValidator = extend(Draft202012Validator, dict(_KEYWORDS))  # type: ignore[no-untyped-call]
"""Draft 2020-12 with the keywords above."""
