import zipfile
from io import BytesIO

import pytest

from data.errors import SourceUnreadable
from data.sources.formats.content import Content, Format, format_of


def told(data, name):
    return format_of(Content(name=name, data=data))


def zipped(*names):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"a,b\n1,2\n", "list.csv", Format.DELIMITED),
        (b"a\tb\n1\t2\n", "list", Format.DELIMITED),
        ("[見本] 講座一覧\n名,料金\n".encode(), "list.csv", Format.DELIMITED),
        (zipped("xl/workbook.xml"), "list.csv", Format.WORKBOOK),
        (b"<!-- saved --><!DOCTYPE html><html></html>", "list.xls", Format.WEB_PAGE),
        (b"<table><tr><td>a</td></tr></table>", "list.xls", Format.WEB_PAGE),
        (b'{"a": 1}', "list.txt", Format.JSON),
        (b'{"a": 1}\n{"a": 2}\n', "list.json", Format.JSON_LINES),
        (b'{"a": 1}', "list.jsonl", Format.JSON_LINES),
        ('{"a": 1}'.encode("utf-16"), "list.json", Format.JSON),
    ],
)
def test_bytes_tell_the_format_before_the_ending(data, name, expected):
    assert told(data, name) is expected


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7 ...", "list.csv"),
        (b"\x89PNG\r\n\x1a\n", "photo.png"),
        (zipped("word/document.xml"), "letter.docx"),
        (zipped("list.csv"), "lists.zip"),
        (b"# notes", "README.md"),
    ],
)
def test_what_is_no_list_has_no_format(data, name):
    assert told(data, name) is None


@pytest.mark.parametrize("data", [b"", b" \r\n", b"\xef\xbb\xbf", b"\xff\xfe\n\x00"])
def test_an_empty_file_is_refused(data):
    with pytest.raises(SourceUnreadable, match="空のファイル"):
        told(data, "list.csv")


@pytest.mark.parametrize("name", ["list.csv", "list.tsv", "list.xlsx", "list.json"])
def test_an_error_page_under_the_name_of_a_list_is_refused(name):
    with pytest.raises(SourceUnreadable, match="ウェブページ"):
        told(b"<html><h1>503</h1></html>", name)


def test_a_workbook_that_was_cut_off_is_refused():
    whole = zipped("xl/workbook.xml", "xl/styles.xml")
    with pytest.raises(SourceUnreadable, match="壊れている"):
        told(whole[: len(whole) // 2], "list.xlsx")


def test_a_locked_workbook_is_refused_with_the_reason():
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(SourceUnreadable, match="パスワード"):
        told(locked, "list.xlsx")
