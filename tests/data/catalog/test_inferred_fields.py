from dataclasses import replace

from data.intake import ImportOrder, import_sources
from data.sources.source import StaffKnowledge
from data.vocabulary import Field

HEADER = "講座名,実施機関,内容,分野"


class BookkeepingInference:
    """Knows one word, and counts how often it is asked."""

    name = "bookkeeping-1"

    def __init__(self):
        self.asked = []

    def infer(self, texts):
        self.asked += texts
        return [(Field.ACCOUNTING_OFFICE,) if "簿記" in text else () for text in texts]


def run(catalog, path, now, inference):
    order = ImportOrder(moment=now, knowledge=StaffKnowledge(today=now.date()))
    return import_sources([path], catalog, replace(order, inference=lambda: inference))


def test_fields_are_inferred_where_a_source_gives_none_and_marked_so(catalog, write_list, now):
    path = write_list(
        "簿記入門,商工会,仕訳,", "書道,公民館,墨,教養・文化", "謎,会,…,", header=HEADER
    )
    report = run(catalog, path, now, BookkeepingInference())
    found = {p.title: (p.fields, p.fields_inferred) for p in catalog.programs()}
    assert found == {
        "簿記入門": ((Field.ACCOUNTING_OFFICE,), True),
        "書道": ((Field.LIBERAL_ARTS,), False),
        "謎": ((), False),
    }
    assert report.fields_inferred == 1


def test_a_text_is_inferred_once_until_the_method_changes(catalog, write_list, now):
    path = write_list("簿記入門,商工会,仕訳,", header=HEADER)
    first, again, other = (BookkeepingInference() for _ in range(3))
    other.name = "bookkeeping-2"
    for inference in (first, again, other):
        run(catalog, path, now, inference)
    assert [len(inference.asked) for inference in (first, again, other)] == [1, 0, 1]
