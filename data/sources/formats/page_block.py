"""Courses that a page shows as blocks, a heading with labels and values each → one sheet.

A block is found by its list of labels (a definition list, items or lines such as 「会場：…」) and
reaches as far around it as nothing else of the kind does.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from data.sources.formats.labelled_text import (
    HEADING,
    PROSE,
    Pair,
    label_count,
    labelled_lines,
    pairs_in,
)
from data.sources.formats.markup import HEADINGS, Element, has_ancestor, links_of, tag_of, text_of
from data.sources.formats.page_table import LINK
from data.sources.sheet import Sheet, SheetRow

FEWEST_LABELS = 3
_AROUND = ("section", "article", "div", "li", "details", "fieldset")
_OUTSIDE = ("table", "nav", "dl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A course's part of a page: neighbouring elements, the list of labels among them."""

    locator: str
    parts: Sequence[Element]


def blocks_of(root: Element, details: set[Element]) -> list[Sheet]:
    """Return one sheet of all blocks that are no details of a table's rows; none if no block is."""
    lists = [listing for listing in root.iter() if _is_list(listing, details)]
    known = set(lists)
    outer = [one for one in lists if known.isdisjoint(one.iterancestors())]
    records = [record for block in _blocks(_leading(outer)) for record in _records(block)]
    if not records:
        return []
    columns = list(dict.fromkeys(pair.label for _, pairs in records for pair in pairs))
    return [Sheet(name="dl", rows=_rows(columns, records), has_header=True)]


def _rows(
    columns: Sequence[str], records: Sequence[tuple[str, Sequence[Pair]]]
) -> Iterator[SheetRow]:
    yield SheetRow(locator="", cells=columns)
    for locator, pairs in records:
        texts: dict[str, str] = {}
        for pair in pairs:
            known = texts.get(pair.label)
            texts[pair.label] = f"{known}\n{pair.value}" if known else pair.value
        yield SheetRow(locator=locator, cells=[texts.get(column, "") for column in columns])


def _is_list(element: Element, details: set[Element]) -> bool:
    tag = tag_of(element)
    if tag not in ("dl", "ul", "ol", "p", *_AROUND) or has_ancestor(element, *_OUTSIDE):
        return False
    if element in details or any(around in details for around in element.iterancestors()):
        return False
    if tag == "dl":
        return label_count(pairs_in([element])) >= FEWEST_LABELS
    if tag == "p":
        return label_count(labelled_lines(text_of(element))) >= FEWEST_LABELS
    lines = [child for child in element if tag_of(child) in ("li", "p", "div") and not len(child)]
    return label_count(pairs_in(lines)) >= FEWEST_LABELS


def _leading(lists: Sequence[Element]) -> list[Element]:
    """Leave out the lists of runs: under one heading, what follows the list of the course."""
    leading: list[Element] = []
    labels: dict[Element | None, set[str]] = {}
    for one in lists:
        around = next(one.iterancestors(*_AROUND), None)
        found = {pair.label for pair in pairs_in([one])} - {PROSE}
        is_alone = around is None or len(list(islice(around.iter(*HEADINGS), 2))) != 1
        if is_alone or labels.setdefault(around, found) & found:
            leading.append(one)
    return leading


def _blocks(lists: Sequence[Element]) -> Iterator[Block]:
    holders = Counter(around for one in lists for around in one.iterancestors())
    shared = {around for around, count in holders.items() if count > 1}
    for number, one in enumerate(lists, start=1):
        whole = _whole(one, shared)
        parts = [whole] if whole is not one or _heading_in(one) is not None else _from_heading(one)
        yield Block(locator=_locator(one, parts, shared, number), parts=parts)


def _whole(listing: Element, shared: set[Element]) -> Element:
    """Return the outermost element around a list with a heading and no other list in it."""
    whole = listing
    for around in listing.iterancestors():
        if around in shared or tag_of(around) not in _AROUND:
            break
        whole = around
        if _heading_in(around) is not None:
            break
    return whole if _heading_in(whole) is not None else listing


def _heading_in(element: Element) -> Element | None:
    return next(element.iter(*HEADINGS), None)


def _from_heading(listing: Element) -> list[Element]:
    """Return a list with its neighbours, from the heading above to the one below."""
    parts = [listing]
    for sibling in listing.itersiblings(preceding=True):
        if tag_of(sibling) in ("table", "dl", "ul", "ol", "hr", "nav"):
            break
        parts.insert(0, sibling)
        if _heading_in(sibling) is not None:
            break
    if _heading_in(parts[0]) is None:
        return [listing]
    for sibling in listing.itersiblings():
        if _heading_in(sibling) is not None or tag_of(sibling) in ("table", "dl", "hr", "nav"):
            break
        parts.append(sibling)
    return parts


def _locator(listing: Element, parts: Sequence[Element], shared: set[Element], number: int) -> str:
    candidates = [parts[0], listing, *parts[0].iter(*HEADINGS), *listing.iterancestors()]
    ids = (each.get("id") for each in candidates if each not in shared)
    return next((f"#{name}" for name in ids if name), f"dl[{number}]")


def _records(block: Block) -> Iterator[tuple[str, list[Pair]]]:
    """Yield a block's place and pairs, once for each run of the course."""
    heading = next(
        (found for part in block.parts if (found := _heading_in(part)) is not None), None
    )
    links = [href for part in block.parts for href in links_of(part)]
    pairs = [
        *([] if heading is None else [Pair(label=HEADING, value=text_of(heading))]),
        *_numbered(pairs_in(block.parts)),
        *(Pair(label=LINK, value=href) for href in links[:1]),
    ]
    runs = max((pair.run or 0 for pair in pairs), default=0)
    for run in range(1, runs + 1):
        yield f"{block.locator}[{run}]", [pair for pair in pairs if pair.run in (None, run)]
    if not runs:
        yield block.locator, pairs


def _numbered(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs with their runs where the same labels come again for every run."""
    loose = [pair.label for pair in pairs if pair.run is None and pair.label != PROSE]
    first = next((label for label in loose if loose.count(label) > 1), None)
    if first is None or any(pair.run for pair in pairs):
        return list(pairs)
    numbered: list[Pair] = []
    seen: dict[str, int] = {}
    for pair in pairs:
        seen[pair.label] = seen.get(pair.label, 0) + 1
        repeats = loose.count(pair.label) == loose.count(first)
        run = seen[pair.label] if repeats and pair.label != PROSE else None
        numbered.append(Pair(label=pair.label, value=pair.value, run=run))
    return numbered
