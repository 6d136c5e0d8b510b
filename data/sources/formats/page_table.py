"""A page's tables → sheets, with what stands behind the links of a row.

A row's first link goes to a last column `a.href`. Where a row points to a part further down the
page, that part's labels and values become columns, too: the table and its details are one list.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.sources.formats.labelled_text import PROSE, pairs_in
from data.sources.formats.markup import (
    HEADINGS,
    LONGEST_POINTER,
    POINTER,
    Element,
    has_ancestor,
    links_of,
    pointers_of,
    tag_of,
    text_of,
)
from data.sources.sheet import Sheet, SheetRow

LINK = "a.href"
MOST_COLUMNS = 200  # no list has more; spans beyond it would only fill the memory


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """A row's cells, each element in every column and row that it covers; None is a gap."""

    cells: Sequence[Element | None]
    is_header: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What stands behind a row's links: column → text."""

    texts: dict[str, str]


def tables_of(root: Element, targets: "Targets") -> list[Sheet]:
    """Return a sheet for each table of at least two rows and two columns, in the page's order."""
    return [
        sheet
        for number, table in enumerate(root.iter("table"), start=1)
        if (sheet := _sheet(table, number, targets)) is not None
    ]


class Targets:
    """The parts of a page that rows of its tables point to."""

    def __init__(self, root: Element) -> None:
        names = {name for table in root.iter("table") for name in pointers_of(table)}
        self._parts: dict[str, list[Element]] = {}
        for element in root.iter():
            for name in (element.get("id"), element.get("name")):
                if name in names and tag_of(element) and not _holds_table(element):
                    self._parts.setdefault(name, _part(element, names))

    def part(self, name: str) -> Sequence[Element]:
        """Return the elements behind a name; none if no table points there."""
        return self._parts.get(name, ())

    def elements(self) -> set[Element]:
        """Return every element that is some row's detail."""
        return {element for part in self._parts.values() for element in part}


def _holds_table(element: Element) -> bool:
    return element.tag in ("body", "html", "table") or bool(
        [row for row in element.iter("tr") if pointers_of(row)]
    )


def _part(element: Element, names: set[str]) -> list[Element]:
    """Return an element that holds something, or what follows a mere heading or anchor."""
    if tag_of(element) not in HEADINGS | {"a", "span"}:
        return [element]
    start = element if tag_of(element) in HEADINGS else _heading_around(element)
    part: list[Element] = []
    for sibling in start.itersiblings():
        if tag_of(sibling) in HEADINGS | {"hr"} or sibling.get("id") in names:
            break
        part.append(sibling)
    return part


def _heading_around(anchor: Element) -> Element:
    return next((around for around in anchor.iterancestors(*HEADINGS, "p")), anchor)


def _sheet(table: Element, number: int, targets: Targets) -> Sheet | None:
    grid = _grid(table)
    width = max((len(row.cells) for row in grid), default=0)
    if len(grid) < 2 or width < 2 or has_ancestor(table, "svg"):  # noqa: PLR2004 - no list is smaller
        return None
    label = f"table#{table.get('id')}" if table.get("id") else f"table[{number}]"
    return Sheet(name=label, rows=_rows(label, grid, width, targets))


def _rows(label: str, grid: list[GridRow], width: int, targets: Targets) -> Iterator[SheetRow]:
    has_header = any(row.is_header for row in grid)
    details = [_details(row, targets) if has_header else Details(texts={}) for row in grid]
    columns = list(dict.fromkeys(name for each in details for name in each.texts))
    for number, (row, extra) in enumerate(zip(grid, details, strict=True), start=1):
        cells = [_cell_text(cell, has_link_column=has_header) for cell in row.cells]
        cells += [""] * (width - len(cells))
        cells += columns if row.is_header else [extra.texts.get(name, "") for name in columns]
        if any(cells):
            yield SheetRow(locator=f"{label} tr[{number}]", cells=cells)


def _cell_text(cell: Element | None, *, has_link_column: bool) -> str:
    if cell is None:
        return ""
    text = text_of(cell, without_pointers=True)
    if has_link_column or len(text) > LONGEST_POINTER or not POINTER.search(text):
        return text
    return next(iter(links_of(cell)), text)  # a pair of label and link has no other place for it


def _details(row: GridRow, targets: Targets) -> Details:
    texts: dict[str, str] = {}
    cells = [] if row.is_header else [cell for cell in dict.fromkeys(row.cells) if cell is not None]
    for href in [href for cell in cells for href in links_of(cell)][:1]:
        texts[LINK] = href
    for name in dict.fromkeys(name for cell in cells for name in pointers_of(cell)):
        for pair in pairs_in(targets.part(name)):
            known = texts.get(pair.label)
            texts[pair.label] = f"{known}\n{pair.value}" if known else pair.value
    if PROSE in texts:  # last, where it does not push the short columns apart
        texts[PROSE] = texts.pop(PROSE)
    return Details(texts=texts)


def _own_rows(table: Element) -> list[Element]:
    return [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]


def _grid(table: Element) -> list[GridRow]:
    """Lay the cells out as a browser does: each takes the next free place and what it spans."""
    rows = _own_rows(table)
    places: list[dict[int, Element]] = [{} for _ in rows]
    for top, row in enumerate(rows):
        column = 0
        for cell in [child for child in row if tag_of(child) in ("td", "th")]:
            while column in places[top]:
                column += 1
            wide = range(column, min(column + _span(cell, "colspan", MOST_COLUMNS), MOST_COLUMNS))
            if not wide:
                break
            for covered in places[top : top + _span(cell, "rowspan", len(rows))]:
                covered.update({place: cell for place in wide if place not in covered})
            column = wide.stop
    headers = _header_rows(rows)
    return [
        GridRow(
            cells=[taken.get(place) for place in range(max(taken, default=-1) + 1)],
            is_header=row in headers,
        )
        for row, taken in zip(rows, places, strict=True)
    ]


def _span(cell: Element, name: str, most: int) -> int:
    stated = str(cell.get(name, "1")).strip()
    if not (stated.isascii() and stated.isdigit()):
        return 1
    return min(int(stated[:6]), most) or (most if name == "rowspan" else 1)  # 0: to the end


def _header_rows(rows: Sequence[Element]) -> set[Element]:
    """Return the rows that hold nothing but headings; where there are none, the first full row."""
    cells = {row: [tag_of(cell) for cell in row if tag_of(cell) in ("td", "th")] for row in rows}
    full = [row for row in rows if len(cells[row]) > 1]
    marked = {row for row in full if "td" not in cells[row] or has_ancestor(row, "thead")}
    has_side_headings = any("th" in cells[row] for row in full)
    return marked or (set() if has_side_headings else set(full[:1]))
