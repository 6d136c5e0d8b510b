"""Labels beside values (講座名｜簿記入門) → a header and a record for every course.

Courses follow one another down the sheet, each beginning with its title's label, or stand side by
side in the columns to the right of the labels.
"""

from collections.abc import Iterable, Iterator, Sequence

from data.columns.roles import Role
from data.columns.words import guessed_role, known_role
from data.sources.sheet import SheetRow

Pair = tuple[str, str]

LONGEST_LABEL = 10  # characters of a label that is only guessed


def label_count(rows: Iterable[SheetRow]) -> int:
    """Count the different roles named by cells that have a value to their right."""
    pairs = (pair for row in rows for pair in _pairs(row.cells))
    return len({known_role((label,)) for label, value in pairs if value} - {None})


def as_table(rows: Iterable[SheetRow]) -> tuple[tuple[str, ...], list[SheetRow]]:
    """Return the labels in the order first met, and a row of values for every course."""
    records = list(_records(list(rows)))
    labels = tuple(dict.fromkeys(label for _, pairs in records for label, _ in pairs))
    return labels, [_as_row(locator, pairs, labels) for locator, pairs in records]


def _records(rows: Sequence[SheetRow]) -> Iterator[tuple[str, list[Pair]]]:
    beside = _side_by_side(rows)
    if beside > 1:
        yield from _columns(rows, beside)
        return
    locator, pairs = "", list[Pair]()
    for row in rows:
        for label, value in _pairs(row.cells):
            if known_role((label,)) is Role.TITLE and _has_title(pairs):
                yield locator, pairs
                locator, pairs = "", []
            if not locator or known_role((label,)) is Role.TITLE:
                locator = row.locator
            pairs.append((label, value))
    if pairs:
        yield locator, pairs


def _has_title(pairs: Iterable[Pair]) -> bool:
    return any(known_role((label,)) is Role.TITLE for label, _ in pairs)


def _side_by_side(rows: Sequence[SheetRow]) -> int:
    """Return how many courses stand side by side, by the different titles beside their label."""
    for row in rows:
        if row.cells and known_role((row.cells[0],)) is Role.TITLE:
            titles = [cell.strip() for cell in row.cells[1:] if cell.strip()]
            return len(titles) if len(set(titles)) == len(titles) else 1
    return 0


def _columns(rows: Sequence[SheetRow], count: int) -> Iterator[tuple[str, list[Pair]]]:
    labelled = [row for row in rows if row.cells and row.cells[0].strip()]
    place = next(row.locator for row in labelled if known_role((row.cells[0],)) is Role.TITLE)
    for index in range(1, count + 1):
        pairs = [(row.cells[0], row.cells[index]) for row in labelled if index < len(row.cells)]
        yield f"{place}C{index + 1}", pairs


def _pairs(cells: Sequence[str]) -> Iterator[Pair]:
    """Yield every label with the first different cell to its right that is no label itself.

    Only the first filled cell of a row may be a label that is merely guessed: a value may contain
    a known word, too (11時間, 受付終了). A label alone in its row has an empty value.
    """
    filled = [cell for cell in cells if cell.strip()]
    label = ""
    for position, cell in enumerate(filled):
        text = cell.strip()
        if text != label and _is_label(text, guess=position == 0):
            label = text
        elif label and text != label:
            yield label, cell
            label = ""
    if len(filled) == 1 and known_role((label,)):
        yield label, ""


def _is_label(text: str, *, guess: bool) -> bool:
    """Tell a label: a known header, or a short one that contains a known word."""
    guessed = guess and len(text) <= LONGEST_LABEL and guessed_role((text,))
    return bool(known_role((text,)) or guessed)


def _as_row(locator: str, pairs: Sequence[Pair], labels: Sequence[str]) -> SheetRow:
    values: dict[str, str] = {}
    for label, value in pairs:
        values[label] = f"{values[label]}\n{value}" if label in values else value
    return SheetRow(locator=locator, cells=[values.get(label, "") for label in labels])
