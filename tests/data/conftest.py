from datetime import UTC, datetime

import pytest

from data.catalog.catalog import Catalog

HEADER = (
    "講座コード,講座名,実施機関,内容,開催形態,市町村,時間帯,開始日,終了日,受講料,申込締切,申込状況"
)


@pytest.fixture
def catalog(tmp_path):
    opened = Catalog.open(tmp_path / "catalog.db")
    yield opened
    opened.close()


@pytest.fixture
def now():
    """The moment of the sample's day."""
    return datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def write_list(tmp_path):
    def write(*rows, name="list.csv", header=HEADER):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
        return path

    return write
