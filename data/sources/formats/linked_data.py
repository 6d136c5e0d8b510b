"""schema.org courses in JSON-LD → one sheet: a row for each course, or for each of its instances.

Broken blocks lose only themselves. What is no course (trails, sites, organisations) is passed over.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from data.issue import Code
from data.sources.formats.json_value import (
    BrokenJson,
    Json,
    flattened,
    objects_in,
    parsed_json,
    paths_of,
)
from data.sources.sheet import Fault, Sheet, SheetRow

INSTANCES = "hasCourseInstance"
# schema.org 28: what a person can take part in. A course's instances belong to their course.
COURSE_TYPES = frozenset({"Course", "EducationalOccupationalProgram", "EducationEvent", "Event"})
LONGEST_RAW = 300  # characters of a broken block that a report shows
_CONTAINERS = ("@graph", "itemListElement", "item", "mainEntity", "hasPart")
_FIRST_ONLY = ("offers",)  # of several prices the first is the course's own
_LIST_JOINS = {"courseMode": ", "}  # a list of modes is one statement: "online, synchronous"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedData:
    """A page's courses and broken blocks, in the page's order, with their places."""

    rows: Sequence[tuple[str, Mapping[str, str] | str]]

    @property
    def has_courses(self) -> bool:
        """Tell whether any block describes a course."""
        return any(not isinstance(found, str) for _, found in self.rows)

    @property
    def damaged(self) -> bool:
        """Tell whether any block cannot be read."""
        return any(isinstance(found, str) for _, found in self.rows)

    def sheet(self) -> Sheet:
        """Return all rows under the union of their paths."""
        return Sheet(name="json-ld", rows=self._sheet_rows(), has_header=True)

    def _sheet_rows(self) -> Iterator[SheetRow]:
        texts = [found for _, found in self.rows if not isinstance(found, str)]
        columns = list(dict.fromkeys(path for each in texts for path in each))
        yield SheetRow(locator="", cells=columns)
        for locator, found in self.rows:
            if isinstance(found, str):
                fault = Fault(code=Code.BROKEN_JSON, raw=found[:LONGEST_RAW])
                yield SheetRow(locator=locator, cells=(), faults=(fault,))
            else:
                yield SheetRow(locator=locator, cells=[found.get(name, "") for name in columns])


def linked_data_in(blocks: Iterable[tuple[str, str]]) -> LinkedData:
    """Return what the blocks (place, text) of one page say; they may refer to each other."""
    values = [(place, _parsed(text)) for place, text in blocks]
    known = {name: each for _, value in values for name, each in _named(value)}
    rows: list[tuple[str, Mapping[str, str] | str]] = []
    for place, value in values:
        if isinstance(value, str):
            rows.append((place, value))
        rows.extend(
            row for at, course in _courses(value, place) for row in _records(at, course, known)
        )
    return LinkedData(rows=rows)


def _parsed(text: str) -> Json:
    """Return a block's value, or its text where it is broken."""
    bare = text.strip().removeprefix("//").removeprefix("<![CDATA[").removeprefix("<!--").strip()
    bare = bare.removesuffix("-->").removesuffix("]]>").strip().removesuffix("//").strip()
    try:
        value = parsed_json(bare)
    except BrokenJson:
        return bare
    return None if isinstance(value, str) else value


def _named(value: Json) -> Iterator[tuple[str, Mapping[str, Json]]]:
    """Yield every object that has an @id and more than that."""
    for each in objects_in(value):
        name = each.get("@id")
        if isinstance(name, str) and len(each) > 1:
            yield name, each
        for inner in each.values():
            if not isinstance(inner, str):
                yield from _named(inner)


def _courses(value: Json, place: str) -> Iterator[tuple[str, Mapping[str, Json]]]:
    if isinstance(value, Mapping):
        if _types(value) & COURSE_TYPES:
            yield place, value
            return
        for key in _CONTAINERS:
            inner = value.get(key)
            parts = (
                [(f"/{key}", inner)] if isinstance(inner, Mapping) else _places(inner, f"/{key}")
            )
            for suffix, part in parts:
                yield from _courses(part, place + suffix)
    else:
        for suffix, part in _places(value, "/"):
            yield from _courses(part, place + suffix)


def _places(value: Json, before: str) -> list[tuple[str, Json]]:
    if value is None or isinstance(value, str | bool | Mapping):
        return []
    return [(f"{before}[{index}]", each) for index, each in enumerate(value)]


def _types(value: Mapping[str, Json]) -> set[str]:
    """Return an object's types without the vocabulary's address before them."""
    stated = [text for _, text in paths_of(value.get("@type"))]
    return {text.replace(":", "/").replace("#", "/").rsplit("/", 1)[-1] for text in stated}


def _records(
    place: str, course: Mapping[str, Json], known: Mapping[str, Mapping[str, Json]]
) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield place and path → text, once for each instance of a course."""
    shared = {key: value for key, value in course.items() if key != INSTANCES}
    instances = _resolved(course.get(INSTANCES), known)
    if isinstance(instances, Mapping) or not objects_in(instances):
        yield place, _texts({**shared, INSTANCES: instances} if instances else shared, known)
        return
    for suffix, instance in _places(instances, f"/{INSTANCES}"):
        if isinstance(instance, Mapping):
            resolved = _resolved(instance, known)
            yield place + suffix, _texts({**shared, INSTANCES: resolved}, known)


def _texts(value: Mapping[str, Json], known: Mapping[str, Mapping[str, Json]]) -> dict[str, str]:
    """Return path → text of a record, keywords such as @type left out."""
    texts = flattened(_plain(value, known))
    for path in texts:
        join = _LIST_JOINS.get(path.rsplit(".", 1)[-1])
        if join is not None:
            texts[path] = join.join(texts[path].split("、"))
    return {path: text for path, text in texts.items() if path}


def _plain(value: Json, known: Mapping[str, Mapping[str, Json]]) -> Json:
    """Return a value without keywords; references are followed one level, so never in a circle."""
    target = _resolved(value, known)
    if target is not value:
        return _plain(target, {})
    if isinstance(value, Mapping):
        return {
            key: _plain(_first(inner) if key in _FIRST_ONLY else inner, known)
            for key, inner in value.items()
            if not key.startswith("@")
        }
    if value is None or isinstance(value, str | bool):
        return value
    return [_plain(each, known) for each in value]


def _first(value: Json) -> Json:
    return next(iter(objects_in(value)), value)


def _resolved(value: Json, known: Mapping[str, Mapping[str, Json]]) -> Json:
    """Return what a bare reference `{"@id": …}` refers to, else the value itself."""
    if isinstance(value, Mapping) and set(value) == {"@id"}:
        name = value["@id"]
        return known.get(name, value) if isinstance(name, str) else value
    return value
