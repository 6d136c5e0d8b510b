"""A web page → sheets: its linked data where it has courses, else its tables and blocks.

Linked data is what a page says to machines; its tables and prose say the same again, cut short.
"""

from data.sources.formats.content import Content
from data.sources.formats.decoding import decoded_page
from data.sources.formats.linked_data import LinkedData, linked_data_in
from data.sources.formats.markup import Element, parsed_page
from data.sources.formats.page_block import blocks_of
from data.sources.formats.page_table import Targets, tables_of
from data.sources.sheet import Sheet

LINKED_DATA = "application/ld+json"


def read_web_page(content: Content) -> list[Sheet]:
    """Return the sheets of a page; none for a page that lists nothing."""
    root = parsed_page(decoded_page(content).text)
    if root is None:
        return []
    linked = linked_data_in(_scripts(root))
    if linked.has_courses:
        return [linked.sheet()]
    targets = Targets(root)
    shown = tables_of(root, targets) + blocks_of(root, targets.elements())
    return shown + _damaged(linked)


def _scripts(root: Element) -> list[tuple[str, str]]:
    """Return each block of linked data with its place among them, `script[1]` the first."""
    blocks = [
        script.text or ""
        for script in root.iter("script")
        if str(script.get("type", "")).split(";")[0].strip().lower() == LINKED_DATA
    ]
    return [(f"script[{number}]", text) for number, text in enumerate(blocks, start=1)]


def _damaged(linked: LinkedData) -> list[Sheet]:
    return [linked.sheet()] if linked.damaged else []
