"""Labels and values in a page's running text: 「定員：20名」, definition lists, small tables."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from data.sources.formats.markup import BLOCKS, HEADINGS, Element, tag_of, text_of

PROSE = "本文"  # what has no label
HEADING = "見出し"

# A label is short, no sentence and no clock time; bullets before it are decoration.
_LABELLED = re.compile(
    r"[\s・●■◆○◇▼▶★☆【\[]*([^\s：:。、\d][^：:。\n]{0,19}?)[\s】\]]*[：:](?!//)\s*(.*)"
)
# These happen several times; a second value of any other label is more of the same.
_REPEATING = re.compile(r"日程|日時|開催|期日|期間|会期|開講|開始|実施日|コース日|回")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A label with its value; `run` counts the runs of a course from 1, None is for all of them."""

    label: str
    value: str
    run: int | None = None


def labelled_lines(text: str) -> list[Pair]:
    """Return a text's lines as pairs; a line without a label goes on with the one before."""
    pairs: list[Pair] = []
    for line in text.split("\n"):
        match = _LABELLED.fullmatch(line)
        if match:
            pairs.append(Pair(label=match[1].strip(), value=match[2]))
        elif pairs:
            last = pairs.pop()
            pairs.append(Pair(label=last.label, value=f"{last.value}\n{line}".strip("\n")))
        elif line:
            pairs.append(Pair(label=PROSE, value=line))
    return pairs


def pairs_in(elements: Sequence[Element]) -> list[Pair]:
    """Return the pairs of some neighbouring elements and what they hold, without headings."""
    return [pair for element in elements for pair in _pairs_of(element)]


def label_count(pairs: Sequence[Pair]) -> int:
    """Return how many different labels there are, prose not counted."""
    return len({pair.label for pair in pairs} - {PROSE, ""})


def _pairs_of(element: Element) -> Iterator[Pair]:
    tag = tag_of(element)
    if tag in HEADINGS or tag in ("script", "style", "nav"):
        return
    if tag == "dl":
        yield from _definitions(element)
    elif tag == "tr":
        yield from _table_row(element)
    elif any(tag_of(child) in BLOCKS for child in element):
        yield from _loose_text(element.text)
        yield from _with_runs([list(_pairs_and_tail(child)) for child in element])
    else:
        yield from labelled_lines(text_of(element))


def _pairs_and_tail(child: Element) -> Iterator[Pair]:
    yield from _pairs_of(child)
    yield from _loose_text(child.tail)


def _with_runs(groups: Sequence[list[Pair]]) -> Iterator[Pair]:
    """Yield the pairs of some neighbours; those that begin with the same label are runs."""
    firsts = [group[0].label if label_count(group) > 1 else PROSE for group in groups]
    runs: Counter[str] = Counter()
    for first, group in zip(firsts, groups, strict=True):
        runs[first] += 1
        if first != PROSE and firsts.count(first) > 1:
            yield from (replace(pair, run=runs[first]) for pair in group)
        else:
            yield from group


def _loose_text(text: str | None) -> Iterator[Pair]:
    yield from labelled_lines((text or "").strip())


def _table_row(row: Element) -> Iterator[Pair]:
    cells = [text_of(cell) for cell in row if tag_of(cell) in ("th", "td")]
    yield from (
        Pair(label=label, value=value)
        for label, value in zip(cells[::2], cells[1::2], strict=False)
    )


def _definitions(listing: Element) -> Iterator[Pair]:
    label, values = "", []
    for child in listing.iter("dt", "dd"):
        if next(child.iterancestors("dl")) is not listing:
            continue
        if tag_of(child) == "dd":
            values.append(child)
            continue
        yield from _definition(label, values)
        label, values = text_of(child).rstrip("：: "), []
    yield from _definition(label, values)


def _definition(label: str, values: Sequence[Element]) -> Iterator[Pair]:
    parts = [part for value in values for part in _parts(value)]
    inside = [list(_pairs_of(part)) for part in parts]
    are_groups = bool(parts) and all(label_count(pairs) > 1 for pairs in inside)
    repeats = _REPEATING.search(label) is not None
    if len(parts) > 1 and (repeats or are_groups):
        for run, (part, pairs) in enumerate(zip(parts, inside, strict=True), start=1):
            yield from _run(label, text_of(part), pairs, run)
    elif repeats and are_groups:
        yield from inside[0]
    elif label:
        yield Pair(label=label, value="\n".join(text_of(value) for value in values))


def _parts(value: Element) -> list[Element]:
    """Return the lists or items that a value consists of, and else the value itself."""
    groups = [child for child in value if tag_of(child) == "dl"]
    items = [item for child in value if tag_of(child) in ("ul", "ol") for item in child]
    return next((parts for parts in (groups, items) if len(parts) > 1), [value])


def _run(label: str, text: str, pairs: Sequence[Pair], run: int) -> Iterator[Pair]:
    if label_count(pairs) < 2:  # noqa: PLR2004 - one label says no more than the text
        yield Pair(label=label, value=text, run=run)
        return
    for pair in pairs:
        inside = label if pair.label == PROSE else pair.label
        yield Pair(label=inside, value=pair.value, run=run)
