from hypothesis import example, given
from hypothesis import strategies as st

from data.errors import SourceUnreadable
from data.sources.formats.content import Content, Format
from data.sources.formats.reading import FORMATS, read_sheets

NAMES = st.sampled_from(
    [
        "a",
        *(
            f"a.{end}"
            for end in [
                "csv",
                "tsv",
                "txt",
                "xlsx",
                "xls",
                "ods",
                "html",
                "json",
                "jsonl",
                "jsonld",
                "pdf",
            ]
        ),
    ]
)
STARTS = st.sampled_from(
    [
        *(b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1Workbook", b"\xff\xfe", b"\x1b$B"),
        *(b"<html>", b"<html><table><tr><td>", b"<html><dl><dt>", b'{"a": ', b"[{", b'a,"b\n"'),
    ]
)


def test_every_format_has_a_reader():
    assert set(FORMATS) == set(Format)


def test_what_is_no_list_gives_no_sheets():
    assert read_sheets(Content(name="a.pdf", data=b"%PDF-1.7")) == []


@given(
    NAMES,
    STARTS,
    st.binary(max_size=300)
    | st.text(max_size=300).map(lambda t: t.encode("utf-8", "surrogatepass")),
)
@example("a.xlsx", b"PK\x03\x04", b"xl/workbook.xml")
def test_any_bytes_either_read_or_are_refused(name, start, rest):
    try:
        rows = [
            row
            for sheet in read_sheets(Content(name=name, data=start + rest))
            for row in sheet.rows
        ]
    except SourceUnreadable:
        return
    assert all(isinstance(cell, str) for row in rows for cell in row.cells)
