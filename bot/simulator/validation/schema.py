"""LINE's OpenAPI descriptions, made into JSON Schema that refuses what LINE refuses.

Read as plain JSON Schema the description proves nothing: discriminators are ignored, so that
`{"type": "nonsense"}` passes. Here each discriminator leads to its subtype, `allOf` is flattened,
unknown properties are refused, `nullable` is honoured, and the limits that LINE keeps in prose are
laid over it. Knows nothing of which limits there are.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from bot.simulator.limits.limit import Limit
from bot.simulator.wire import JsonObject

_FOLDER = Path(__file__).parent / "description"
MESSAGING_API = _FOLDER / "messaging-api.yml"
WEBHOOK = _FOLDER / "webhook.yml"

_KEPT = (
    "type",
    "enum",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "minItems",
    "maxItems",
    "uniqueItems",
)
"""Keywords that mean the same in OpenAPI 3.0 and in JSON Schema."""


def load_description(path: Path) -> JsonObject:
    """Read and parse an OpenAPI description."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = path.read_text(encoding="utf-8")
    description: JsonObject = yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader
    return description


def strict_schema(description: JsonObject, limits: Mapping[str, Limit]) -> JsonObject:
    """Make one JSON Schema document whose `$defs` are the schemas, strict and limited."""
    resolver = _Resolver(description["components"]["schemas"], limits)
    return {"$defs": {name: resolver.definition(name) for name in resolver.schemas}}


@dataclass(slots=True)
class _Shape:
    """What an object schema says once its `allOf` is flattened."""

    properties: JsonObject = field(default_factory=dict)
    required: set[str] = field(default_factory=set)
    rules: list[JsonObject] = field(default_factory=list)
    additional: JsonObject | bool = False


class _Resolver:
    """Turns the schemas of one description into strict definitions."""

    def __init__(self, schemas: JsonObject, limits: Mapping[str, Limit]) -> None:
        self.schemas = schemas
        self._limits = limits
        self._kinds = _kinds_of_subtypes(schemas)

    def definition(self, name: str) -> JsonObject:
        """Return the strict schema of one named schema."""
        raw = self.schemas[name]
        if "discriminator" in raw:
            return _switch(raw["discriminator"])
        if "allOf" not in raw and "properties" not in raw and raw.get("type") != "object":
            return self._convert(raw)
        shape = _Shape()
        self._absorb_named(shape, name)
        if name in self._kinds:
            key, values = self._kinds[name]
            shape.properties[key] = {"enum": values}
            shape.required.add(key)
        return _object(shape)

    def _absorb_named(self, shape: _Shape, name: str) -> None:
        """Add a named schema and the limits laid over it."""
        self._absorb(shape, self.schemas[name])
        limit = self._limits.get(name, Limit())
        for prop, fragment in limit.properties.items():
            shape.properties[prop] = {"allOf": [shape.properties[prop], fragment]}
        shape.required.update(limit.required)
        shape.rules.extend(limit.rules)

    def _absorb(self, shape: _Shape, raw: JsonObject) -> None:
        """Add an inline schema, parents first."""
        for part in raw.get("allOf", ()):
            if "$ref" in part:
                self._absorb_named(shape, _name(part["$ref"]))
            else:
                self._absorb(shape, part)
        for prop, schema in raw.get("properties", {}).items():
            shape.properties[prop] = self._convert(schema)
        shape.required.update(raw.get("required", ()))
        if "additionalProperties" in raw:
            extra = raw["additionalProperties"]
            shape.additional = extra if isinstance(extra, bool) else self._convert(extra)

    def _convert(self, raw: JsonObject) -> JsonObject:
        """Return a property's schema; references stay references."""
        if "$ref" in raw:
            return {"$ref": f"#/$defs/{_name(raw['$ref'])}"}
        if "allOf" in raw or "properties" in raw or "additionalProperties" in raw:
            shape = _Shape()
            self._absorb(shape, raw)
            return _object(shape)
        converted = {key: raw[key] for key in _KEPT if key in raw}
        if "items" in raw:
            converted["items"] = self._convert(raw["items"])
        if raw.get("nullable"):
            return {"anyOf": [converted, {"type": "null"}]}
        return converted


def _object(shape: _Shape) -> JsonObject:
    """Write an object schema that lets nothing unknown through."""
    return {
        "type": "object",
        "properties": shape.properties,
        "required": sorted(shape.required),
        "additionalProperties": shape.additional,
        "allOf": shape.rules,
    }


def _switch(discriminator: JsonObject) -> JsonObject:
    """Write the discriminator so that each known kind must satisfy its own definition."""
    key, mapping = discriminator["propertyName"], discriminator["mapping"]
    targets = {kind: {"$ref": f"#/$defs/{_name(target)}"} for kind, target in mapping.items()}
    return {
        "type": "object",
        "properties": {key: {"enum": list(mapping)}},
        "required": [key],
        "byKind": {"property": key, "schemas": targets},
    }


def _kinds_of_subtypes(schemas: JsonObject) -> dict[str, tuple[str, list[str]]]:
    """Find, for each subtype, its discriminating property and the values that mean it."""
    kinds: dict[str, tuple[str, list[str]]] = {}
    for raw in schemas.values():
        discriminator = raw.get("discriminator", {})
        for kind, target in discriminator.get("mapping", {}).items():
            entry = kinds.setdefault(_name(target), (discriminator["propertyName"], []))
            entry[1].append(kind)
    return kinds


def _name(reference: str) -> str:
    return reference.rpartition("/")[2]
