"""JSON and JSON Lines → one sheet: a row for each object, or for each run that it lists.

Of a JSON file, the longest list of objects is the list of courses; what else stands in the file
says something about the list. JSON Lines are read line by line and twice: for the columns, then
for the rows.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from data.errors import SourceUnreadable
from data.issue import Code
from data.sources.formats.content import Content
from data.sources.formats.decoding import decoded
from data.sources.formats.json_value import (
    BrokenJson,
    Json,
    flattened,
    objects_in,
    parsed_json,
)
from data.sources.formats.linked_data import linked_data_in
from data.sources.sheet import Fault, Sheet, SheetRow

LONGEST_RAW = 300  # characters of a broken record that a report shows
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element of a list, or the text of one that cannot be read."""

    locator: str
    value: Json = None
    broken: str | None = None


def read_json(content: Content) -> list[Sheet]:
    """Return the sheet of a JSON file's list; raise where the file is cut off or damaged."""
    text = decoded(content).text
    try:
        value = parsed_json(text)
    except BrokenJson as error:
        raise SourceUnreadable(
            f"{content.name} のJSONは{error.line}行目で途切れているか壊れています。",
            hint="もとのファイルをもう一度書き出すか、受け取り直してください。",
        ) from error
    if any("@context" in each for each in objects_in(value)):
        linked = linked_data_in([("$", text)])
        if linked.has_courses:
            return [linked.sheet()]
    path, elements = longest_list(value)
    found = [
        Element(locator=f"{path}[{index}]", value=each) for index, each in enumerate(elements)
    ] or [Element(locator="$", value=each) for each in objects_in(value)[:1]]
    return _sheets(lambda: found)


def read_json_lines(content: Content) -> list[Sheet]:
    """Return the sheet of a file with one object a line; a broken line is a fault of its own."""
    text = decoded(content).text
    return _sheets(lambda: _lines(text))


def longest_list(value: Json) -> tuple[str, Sequence[Json]]:
    """Return the longest list that consists of objects for the most part, and its path."""
    return max(_lists(value, "$"), key=lambda found: len(found[1]), default=("$", ()))


def _lists(value: Json, path: str) -> Iterator[tuple[str, Sequence[Json]]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _lists(inner, f"{path}.{key}")
    elif value and not isinstance(value, str | bool) and 2 * len(objects_in(value)) > len(value):
        yield path, value


def _lines(text: str) -> Iterator[Element]:
    """Yield each line that is not blank; `L1` is the first physical line."""
    for number, match in enumerate(_LINE.finditer(text), start=1):
        line = match[0].strip()
        if line:
            yield _line(f"L{number}", line)


def _line(locator: str, line: str) -> Element:
    try:
        return Element(locator=locator, value=parsed_json(line))
    except BrokenJson:
        return Element(locator=locator, broken=line)


def _sheets(elements: Callable[[], Iterable[Element]]) -> list[Sheet]:
    seen = (path for each in elements() for _, texts in _records(each) for path in texts)
    columns = list(dict.fromkeys(seen))
    if not columns and not any(True for _ in elements()):
        return []
    return [Sheet(name="", rows=_rows(columns, elements()), has_header=True)]


def _rows(columns: Sequence[str], elements: Iterable[Element]) -> Iterator[SheetRow]:
    yield SheetRow(locator="", cells=columns)
    for each in elements:
        if each.broken is not None or not isinstance(each.value, Mapping):
            yield _fault(each)
        for locator, texts in _records(each):
            yield SheetRow(locator=locator, cells=[texts.get(name, "") for name in columns])


def _fault(element: Element) -> SheetRow:
    code = Code.NOT_A_RECORD if element.broken is None else Code.BROKEN_JSON
    raw = element.broken or "、".join(flattened(element.value).values())
    fault = Fault(code=code, raw=raw[:LONGEST_RAW])
    return SheetRow(locator=element.locator, cells=(), faults=(fault,))


def _records(element: Element) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield place and path → text, once for each run."""
    value = element.value
    if not isinstance(value, Mapping):
        return
    key = _runs_key(value)
    if key is None:
        yield element.locator, flattened(value)
        return
    shared = {name: inner for name, inner in value.items() if name != key}
    for index, run in enumerate(objects_in(value[key])):
        yield f"{element.locator}.{key}[{index}]", flattened({**shared, key: run})


def _runs_key(value: Mapping[str, Json]) -> str | None:
    """Return the key of the longest list of objects: the runs of a course."""
    counts = {key: _object_count(inner) for key, inner in value.items()}
    longest = max(counts, key=lambda key: counts[key], default=None)
    return longest if longest is not None and counts[longest] else None


def _object_count(value: Json) -> int:
    return 0 if isinstance(value, Mapping) else len(objects_in(value))
