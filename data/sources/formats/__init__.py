"""The formats in which lists arrive: each turns a file's bytes into sheets.

content.py        bytes and a name → which format, or a sentence why the file is refused
decoding.py       bytes → text, whatever encoding it was saved in
delimited.py      comma, tab, semicolon or bar separated text
workbook.py       Excel and LibreOffice workbooks, with workbook_marks.py for what cells hide
web_page.py       tables (page_table.py), course blocks (page_block.py) and linked data of a page
linked_data.py    schema.org courses in JSON-LD
json_records.py   JSON and JSON Lines
reading.py        the door: a file → its sheets

Nothing here knows what a column means: that is for data.columns and what comes after it.
"""
