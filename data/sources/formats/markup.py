"""A web page's elements and their text as a reader sees it; the one home of lxml's HTML parser.

Nothing is fetched, no entity is expanded from outside. What a page must not say in a cell (scripts
and other active elements) stays visible as markup, so that cleaning can report it.
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree, html

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for its type

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | frozenset(
    {"address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "div", "dl"}
    | {"dt", "figure", "figcaption", "footer", "form", "header", "hr", "li", "main", "nav", "ol"}
    | {"p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
ACTIVE = frozenset({"script", "style", "iframe", "object", "embed", "svg"})
POINTER = re.compile(r"内容|詳細|詳しく|くわしく|概要|説明|こちら|下記|もっと|続き|見る|▼|↓|→|▶")
LONGEST_POINTER = 12  # characters; a longer text that points into the page is a title

_BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")
_AROUND_BREAK = re.compile(r"[ \u3000]*\x02[ \u3000\x02]*")
_BREAK = "\x02"  # stands for a line break while blanks are folded


def parsed_page(text: str) -> Element | None:
    """Return a page's root element; None for a page without any element."""
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def tag_of(element: Element) -> str:
    """Return the name of an element, '' for a comment and the like."""
    tag: object = element.tag  # a function for comments, whatever the stubs say
    return tag if isinstance(tag, str) else ""


def text_of(element: Element, *, without_pointers: bool = False) -> str:
    """Return an element's text with line breaks; links that only point down the page may go."""
    pieces = "".join(_pieces(element, without_pointers=without_pointers))
    return _AROUND_BREAK.sub("\n", _BLANKS.sub(" ", pieces)).strip(" \n")


def links_of(element: Element) -> list[str]:
    """Return the places outside the page that an element links to, scripts included."""
    found = [str(link.get("href", "")).strip() for link in element.iter("a")]
    return [href for href in found if href and not href.startswith(("#", "mailto:", "tel:"))]


def pointers_of(element: Element) -> list[str]:
    """Return the ids inside the page that an element links to."""
    found = [str(link.get("href", "")).strip() for link in element.iter("a")]
    return [href[1:] for href in found if href.startswith("#") and len(href) > 1]


def has_ancestor(element: Element, *tags: str) -> bool:
    """Tell whether an element lies within one of the tags."""
    return next(element.iterancestors(*tags), None) is not None


def _pieces(element: Element, *, without_pointers: bool) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield from _child_pieces(child, without_pointers=without_pointers)
        yield child.tail or ""


def _child_pieces(child: Element, *, without_pointers: bool) -> Iterator[str]:
    tag = tag_of(child)
    if tag in ACTIVE:
        yield html.tostring(child, encoding="unicode", with_tail=False)
    elif tag == "br":
        yield _BREAK
    elif tag == "img":
        yield _image_text(child)
    elif tag and not (without_pointers and _is_pointer(child)):
        edge = _BREAK if tag in BLOCKS else ""
        yield edge
        yield from _pieces(child, without_pointers=without_pointers)
        yield edge


def _image_text(image: Element) -> str:
    if any(str(name).startswith("on") for name in image.attrib):
        return str(html.tostring(image, encoding="unicode", with_tail=False))
    return str(image.get("alt", ""))


def _is_pointer(element: Element) -> bool:
    """Tell a link such as （内容） that only leads further down the page."""
    if not pointers_of(element) or tag_of(element) != "a":
        return False
    text = text_of(element)
    return not text or (len(text) <= LONGEST_POINTER and POINTER.search(text) is not None)
