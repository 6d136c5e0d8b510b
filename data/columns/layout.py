"""Layout: where a sheet keeps its headers → its columns and the rows of data that follow.

Offices put headers in the first row or below a title, in two rows with groups, or down the first
column with a course beside them. Every layout ends as columns and rows.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from data.columns.columns import Column, Columns, header_text
from data.columns.key_values import as_table, label_count
from data.columns.roles import Role
from data.columns.words import LONGEST_HEADER, HeaderPath, guessed_role, header_key, known_role
from data.sources.sheet import Sheet, SheetRow

Settled = Mapping[str, Role]
NOTHING_SETTLED: Settled = {}
SEARCHED_ROWS = 40  # a header lies near the top
FEWEST_ROLES = 3
FEWEST_ROLES_AGAIN = 5  # of a further table in a sheet: data may look like a header by chance
GOOD_SHARE = 0.6  # of the best row's roles: the first of two tables may have the smaller header
SUBHEADER_SHARE = 0.6  # of a second header row's cells must be known words


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A sheet with its headers understood; rows are the data below them."""

    name: str
    paths: tuple[HeaderPath, ...]  # one for each column
    header: tuple[str, ...]
    rows: Iterator[SheetRow]


def tables_of(sheet: Sheet, settled: Settled = NOTHING_SETTLED) -> list[Table]:
    """Find the headers of a sheet and part it below them; [] when none speaks of courses.

    A workbook's sheet may hold one table below another; delimited text is one table, read as it
    comes. `settled` are headers that staff know the meaning of, by their key (see header_key).
    """
    rows = iter(sheet.rows)
    if sheet.has_header:
        first = next(rows, None)
        table = _named_table(sheet, first, rows, settled) if first else None
        return [table] if table else []
    top = list(rows) if sheet.name else list(islice(rows, SEARCHED_ROWS))
    scores = [_header_score(row.cells, settled) for row in top]
    if label_count(top[:SEARCHED_ROWS]) > max(scores, default=0):
        table = as_table_of_pairs(sheet.name, chain(top, rows))
        return [table] if table else []
    starts = _header_rows(top, scores)
    ends = [*starts, len(top)][1:]
    tables = [
        _below_header(sheet.name, top[:end], at, iter(()))
        for at, end in zip(starts, ends, strict=True)
        if at < end
    ]
    if tables and not sheet.name:
        tables[0] = replace(tables[0], rows=chain(tables[0].rows, rows))
    return tables


def _header_rows(top: Sequence[SheetRow], scores: Sequence[float]) -> list[int]:
    """Return where headers stand: the first good row near the top, and later ones unlike it."""
    best = max(scores[:SEARCHED_ROWS], default=0)
    if best == 0:
        return []
    found = [next(at for at, score in enumerate(scores) if score >= GOOD_SHARE * best)]
    for at in range(found[0] + 2, len(top)):
        another = set(top[at].cells) - {""} - set(top[found[-1]].cells)
        if scores[at] >= FEWEST_ROLES_AGAIN and len(another) >= FEWEST_ROLES:
            found.append(at)
    return found


def as_table_of_pairs(name: str, rows: Iterator[SheetRow]) -> Table | None:
    """Read labels down the side as a table; None when no course comes out of it."""
    headers, records = as_table(rows)
    if Role.TITLE not in {known_role((header,)) for header in headers}:
        return None
    return Table(
        name=name,
        paths=tuple((header,) for header in headers),
        header=headers,
        rows=iter(records),
    )


def columns_of(table: Table, settled: Settled = NOTHING_SETTLED) -> Columns:
    """Give every column its role: what staff settled, then known words, then guessed ones.

    A guess never adds a second column to a role that a known header has taken.
    """
    known = [_settled_role(path, settled) or known_role(path) for path in table.paths]
    roles = [
        role or _free(guessed_role(path), known)
        for role, path in zip(known, table.paths, strict=True)
    ]
    return Columns(
        width=len(table.paths),
        all=tuple(
            Column(index=index, header=header_text(path), role=role)
            for index, (path, role) in enumerate(zip(table.paths, roles, strict=True))
        ),
        header=frozenset(part.strip() for path in table.paths for part in path) - {""},
    )


def _free(guess: Role | None, known: Sequence[Role | None]) -> Role | None:
    return guess if guess not in known or guess is Role.UNUSED else None


def _settled_role(path: HeaderPath, settled: Settled) -> Role | None:
    """Return what staff say of a header, whole or its own words alone."""
    if not settled:
        return None
    return settled.get(header_key(header_text(path))) or settled.get(header_key(path[-1]))


def _named_table(
    sheet: Sheet, first: SheetRow, rows: Iterator[SheetRow], settled: Settled
) -> Table | None:
    paths = tuple(tuple(cell.split(".")) for cell in first.cells)
    roles = {_settled_role(path, settled) or known_role(path) for path in paths}
    if len(roles - {None, Role.UNUSED}) < FEWEST_ROLES:
        return None
    return Table(name=sheet.name, paths=paths, header=tuple(first.cells), rows=rows)


def _below_header(name: str, top: Sequence[SheetRow], at: int, rows: Iterator[SheetRow]) -> Table:
    """Build the table below row `at`, with a group row above it or a second row below it."""
    head = top[at].cells
    after = at + 1
    groups: Sequence[str] = ()
    if after < len(top) and _is_subheader(head, top[after].cells):
        groups, head = head, top[after].cells
        after += 1
    elif at and _is_group_row(top[at - 1].cells, head):
        groups = top[at - 1].cells
    paths = _joined(groups, head) if groups else tuple((cell,) for cell in head)
    return Table(name=name, paths=paths, header=tuple(head), rows=chain(top[after:], rows))


def _joined(groups: Sequence[str], head: Sequence[str]) -> tuple[HeaderPath, ...]:
    """Join two header rows; a group reaches over the empty cells to its right."""
    paths: list[HeaderPath] = []
    group = ""
    for index in range(max(len(groups), len(head))):
        above = groups[index] if index < len(groups) else ""
        own = head[index] if index < len(head) else ""
        group = above.strip() or (group if own.strip() else "")
        paths.append((group,) if own.strip() in {"", group} else (group, own))
    return tuple(paths)


def _is_subheader(head: Sequence[str], below: Sequence[str]) -> bool:
    """Tell whether the row below a header is its second half: known words, most of them new."""
    own = [cell for cell in below if cell.strip()]
    paths = [path for path in _joined(head, below) if len(path) > 1]
    known = [path for path in paths if known_role(path)]
    enough = len(paths) > 1 and len(known) >= SUBHEADER_SHARE * len(paths)
    return enough and len(own) > 1 and not any(char.isdigit() for cell in own for char in cell)


def _is_group_row(above: Sequence[str], head: Sequence[str]) -> bool:
    """Tell whether the row above a header names groups of its columns, and is not a title."""
    texts = [cell.strip() for cell in above]
    covered = sum(bool(text) for text in texts)
    return len(set(texts) - {""}) > 1 and covered * 4 >= len(head) and _has_group(texts, head)


def _has_group(texts: Sequence[str], head: Sequence[str]) -> bool:
    pairs = zip(texts, head, strict=False)
    return any(text and own.strip() and text != own.strip() for text, own in pairs)


def _header_score(cells: Sequence[str], settled: Settled) -> float:
    """Return how many roles a row names if it were a header, guesses by half; 0 when it is none."""
    filled = [cell for cell in cells if cell.strip()]
    if not filled or len(max(filled, key=len)) > 2 * LONGEST_HEADER:
        return 0
    roles = [_settled_role((cell,), settled) or known_role((cell,)) for cell in filled]
    named = len(set(roles) - {None})
    guessed = {guessed_role((cell,)) for cell, role in zip(filled, roles, strict=True) if not role}
    only_headers = Role.TITLE in roles and None not in roles and named > 1
    understood = named >= FEWEST_ROLES and named * 2 + len(guessed - {None}) >= len(set(filled))
    return named + len(guessed - {None}) / 2 if understood or only_headers else 0
