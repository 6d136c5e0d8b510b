"""What a workbook's XML says beside its values: errors, formulas without one, links, merges.

A formula has no value when the program that wrote the file did not calculate it. Nothing is
evaluated here either; entities are not expanded, and no link is followed.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from posixpath import join, normpath
from typing import IO, TypeAlias

from lxml import etree

Range: TypeAlias = tuple[tuple[int, int], tuple[int, int]]  # first and last cell, both from 0
_ROWS_IN_OPENDOCUMENT = 1 << 20
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATION_ID_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass(slots=True, kw_only=True)
class Marks:
    """Row → (column, text), counted from 0; `area` is rows times columns up to the last value."""

    errors: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    formulas: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    links: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    merged: list[Range] = field(default_factory=list)
    area: int = 0


NO_MARKS = Marks()


def marks_of(data: bytes) -> dict[str, Marks]:
    """Return the marks of each sheet by name; none for kinds of workbook that hold no XML."""
    if not data.startswith(b"PK"):
        return {}
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "content.xml" in names:
                with archive.open("content.xml") as part:
                    return {name: Marks(merged=merged) for name, merged in _opendocument(part)}
            parts = _sheet_parts(archive)
            return {name: _marks(archive, part) for name, part in parts if part in names}
    except etree.LxmlError as error:
        raise zipfile.BadZipFile(str(error)) from error


def _elements(part: IO[bytes], *tags: str) -> Iterator[etree._Element]:
    """Yield the elements of these names and forget each one afterwards."""
    names = [f"{{*}}{tag}" for tag in tags]
    options = {"resolve_entities": False, "no_network": True, "load_dtd": False}
    for _, element in etree.iterparse(part, events=("end",), tag=names, **options):
        yield element
        element.clear()
        while element.getprevious() is not None and element.getparent() is not None:
            del element.getparent()[0]


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _sheet_parts(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Return each sheet's name with the path of its part."""
    targets = _relations(archive, "xl/workbook.xml")
    with archive.open("xl/workbook.xml") as part:
        sheets = [
            (sheet.get("name", ""), sheet.get(_RELATION_ID) or sheet.get(_RELATION_ID_STRICT))
            for sheet in _elements(part, "sheet")
        ]
    return [(name, targets[key]) for name, key in sheets if key in targets]


def _relations(archive: zipfile.ZipFile, part: str) -> Mapping[str | None, str]:
    """Return relation id → path of a part, or the address where a link leads out of the file."""
    folder, _, name = part.rpartition("/")
    path = f"{folder}/_rels/{name}.rels"
    if path not in archive.namelist():
        return {}
    with archive.open(path) as relations:
        return {
            each.get("Id"): each.get("Target", "")
            if each.get("TargetMode") == "External"
            else normpath(join("/", folder, each.get("Target", ""))).lstrip("/")
            for each in _elements(relations, "Relationship")
        }


def _marks(archive: zipfile.ZipFile, path: str) -> Marks:
    marks = Marks()
    rows = columns = 0
    targets = _relations(archive, path)
    with archive.open(path) as part:
        for element in _elements(part, "row", "hyperlink"):
            if _local(element) == "hyperlink":
                _mark_link(marks, element, targets)
                continue
            filled = [cell for cell in element if len(cell)]
            last = _place(filled[-1].get("r") or "") if filled else None
            if last is not None:
                rows, columns = max(rows, last[0] + 1), max(columns, last[1] + 1)
            for cell in filled:
                if cell.get("t") == "e" or _is_formula(cell[0]):
                    _mark_cell(marks, cell)
    marks.area = rows * columns
    return marks


def _is_formula(element: etree._Element) -> bool:
    return element.tag.endswith("}f")


def _mark_link(marks: Marks, link: etree._Element, targets: Mapping[str | None, str]) -> None:
    place = _place(link.get("ref") or "")
    if place is not None:
        target = targets.get(link.get(_RELATION_ID), "")
        marks.links.setdefault(place[0], []).append((place[1], target))


def _mark_cell(marks: Marks, cell: etree._Element) -> None:
    place = _place(cell.get("r") or "")
    if place is None:
        return
    row, column = place
    value, kind = cell.findtext("{*}v") or "", cell.get("t")
    formula = cell.findtext("{*}f") or ""
    if kind == "e":
        marks.errors.setdefault(row, []).append((column, value))
    elif not value and kind != "str":
        marks.formulas.setdefault(row, []).append((column, f"={formula}"))


def _place(reference: str) -> tuple[int, int] | None:
    """Return row and column (from 0) of a reference such as P61 or A1:B2 (its first cell)."""
    match = _REFERENCE.match(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def _opendocument(part: IO[bytes]) -> Iterator[tuple[str, list[Range]]]:
    """Yield each table's name and merged ranges."""
    for table in _elements(part, "table"):
        yield _attribute(table, "name"), list(_spans(table))


def _spans(table: etree._Element) -> Iterator[Range]:
    row = 0
    for line in table.iter("{*}table-row"):
        column = 0
        for cell in line.iterchildren("{*}table-cell", "{*}covered-table-cell"):
            down, right = (
                _count(cell, "number-rows-spanned"),
                _count(cell, "number-columns-spanned"),
            )
            if down * right > 1:
                yield (row, column), (row + down - 1, column + right - 1)
            column += _count(cell, "number-columns-repeated")
        row += _count(line, "number-rows-repeated")


def _attribute(element: etree._Element, name: str) -> str:
    found: Sequence[str] = [
        str(value) for key, value in element.items() if etree.QName(key).localname == name
    ]
    return found[0] if found else ""


def _count(element: etree._Element, name: str) -> int:
    stated = _attribute(element, name)
    return min(int(stated), _ROWS_IN_OPENDOCUMENT) if stated.isdecimal() else 1
