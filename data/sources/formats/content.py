"""Content: a file's bytes and name, and which format they are in.

Bytes are believed before endings: offices save workbooks as .csv and pages as .xls. An ending only
decides where bytes cannot: any text may be a list, but only a few endings say that it is one.
"""

import re
import zipfile
import zlib
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import PurePosixPath

from data.errors import SourceUnreadable

HEAD_BYTES = 4096


class Format(StrEnum):
    """How a list is written down."""

    DELIMITED = "delimited"
    WORKBOOK = "workbook"  # xlsx, xlsm
    LEGACY_WORKBOOK = "legacy_workbook"  # xls, ods
    WEB_PAGE = "web_page"
    JSON = "json"
    JSON_LINES = "json_lines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A file as it came; `name` is shown to people and its ending helps to tell the format."""

    name: str
    data: bytes

    @property
    def suffix(self) -> str:
        """The ending in lower case, with its point; '' where there is none."""
        return PurePosixPath(self.name).suffix.lower()


# Text that names no format by itself is what its ending promises.
_TEXT_BY_SUFFIX = {
    **dict.fromkeys(("", ".csv", ".tsv", ".tab", ".txt", ".xls", ".xlsx"), Format.DELIMITED),
    **dict.fromkeys((".html", ".htm", ".xhtml"), Format.WEB_PAGE),
    **dict.fromkeys((".json", ".jsonld"), Format.JSON),
    **dict.fromkeys((".jsonl", ".ndjson"), Format.JSON_LINES),
}
_WORKBOOK_SUFFIXES = frozenset({".xlsx", ".xlsm", ".xltx", ".xls", ".ods"})
_OTHER_OFFICE_SUFFIXES = frozenset({".doc", ".docx", ".ppt", ".pptx", ".msg", ".msi"})
# An .xls that is a page is how many systems "export to Excel"; these endings promise no page.
_NO_PAGE_SUFFIXES = frozenset({".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".json", ".jsonl"})

# What reading a damaged archive raises: its directory, its parts, its compression, its encryption.
BROKEN_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    ValueError,
    KeyError,
    RuntimeError,
    NotImplementedError,
)
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NOT_TEXT = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_BLANK = b" \t\r\n\0"

_COMMENT = re.compile(rb"<!--.*?-->|<\?xml[^>]*>", re.IGNORECASE | re.DOTALL)
_PAGE = re.compile(rb"\s*<(!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_PAGE_PART = re.compile(rb"\s*<(table|style|meta|div)\b", re.IGNORECASE)
_JSON = re.compile(rb'\s*(\{\s*["}]|\[\s*[\[{"\]])')
_TWO_LINES_OF_JSON = re.compile(rb"\s*\{[^\r\n]*\}[ \t]*\r?\n\s*\{")


def format_of(content: Content) -> Format | None:
    """Return the format, None for what is no list at all; raise for a list that cannot be one."""
    data = content.data
    head = _plain_head(data)
    if not head and not _without_mark(data).strip(_BLANK):
        raise SourceUnreadable(
            f"{content.name} は空のファイルです。", hint="中身のある一覧を選び直してください。"
        )
    if data.startswith(ZIP):
        return _zip_format(content)
    if data.startswith(OLE):
        return _ole_format(content)
    if data.startswith(_NOT_TEXT):
        return None
    return _text_format(content, head)


def _plain_head(data: bytes) -> bytes:
    """Return the start without marks and NULs: ASCII signs of UTF-16 become visible, too."""
    return _without_mark(data[:HEAD_BYTES]).replace(b"\0", b"").lstrip(_BLANK)


def _without_mark(data: bytes) -> bytes:
    for mark in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.removeprefix(mark)
    return data


def _text_format(content: Content, head: bytes) -> Format | None:
    by_suffix = _TEXT_BY_SUFFIX.get(content.suffix)
    markup = _COMMENT.sub(b"", head)
    if _PAGE.match(markup):
        return _web_page(content)
    if content.suffix == ".xls" and _PAGE_PART.match(markup):
        return Format.WEB_PAGE
    if by_suffix is not Format.JSON_LINES and _JSON.match(head):
        return Format.JSON_LINES if _TWO_LINES_OF_JSON.match(head) else Format.JSON
    return by_suffix


def _web_page(content: Content) -> Format:
    if content.suffix in _NO_PAGE_SUFFIXES:
        raise SourceUnreadable(
            f"{content.name} は、一覧ではなくウェブページ（エラー画面など）です。",
            hint="ブラウザーで配布元のページを開き、一覧のファイルを保存し直してください。",
        )
    return Format.WEB_PAGE


def _zip_format(content: Content) -> Format | None:
    try:
        with zipfile.ZipFile(BytesIO(content.data)) as archive:
            names = set(archive.namelist())
            if "xl/workbook.xml" in names:
                return Format.WORKBOOK
            if "mimetype" in names and b"opendocument.spreadsheet" in content.data[:HEAD_BYTES]:
                return Format.LEGACY_WORKBOOK
    except BROKEN_ARCHIVE as error:
        if content.suffix in _WORKBOOK_SUFFIXES or b"xl/" in content.data:
            raise broken_workbook(content) from error
        return None
    if content.suffix in _WORKBOOK_SUFFIXES:
        raise broken_workbook(content)
    return None


def _ole_format(content: Content) -> Format | None:
    if content.suffix in _OTHER_OFFICE_SUFFIXES:
        return None
    if "EncryptedPackage".encode("utf-16-le") in content.data:
        raise locked_workbook(content)
    streams = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
    if any(stream in content.data for stream in streams):
        return Format.LEGACY_WORKBOOK
    if content.suffix in _WORKBOOK_SUFFIXES:
        raise broken_workbook(content)
    return None


def broken_workbook(content: Content) -> SourceUnreadable:
    """Return the refusal of a workbook that was cut off or damaged."""
    return SourceUnreadable(
        f"{content.name} は、途中で切れているか壊れているブックです。",
        hint="Excelで開けるか確かめ、もとのファイルをもう一度保存・受け取り直してください。",
    )


def locked_workbook(content: Content) -> SourceUnreadable:
    """Return the refusal of a workbook that asks for a password."""
    return SourceUnreadable(
        f"{content.name} はパスワードで保護されているため、読み込めません。",
        hint="Excelでパスワードを外して保存し直してください。",
    )
