import pytest


def test_a_table_is_laid_out_with_spans_links_and_what_they_lead_to(golden, cells):
    assert cells(golden("table.html")["table#t1"]) == {
        "table#t1 tr[1]": ["機関", "日程", "日程", "講座名", "a.href", "修了時", "問合せ", "本文"],
        "table#t1 tr[2]": ["機関", "開始", "終了", "講座名", "a.href", "修了時", "問合せ", "本文"],
        "table#t1 tr[3]": [
            *("山形大学", "随時", "随時", "簿記入門"),
            *("https://example.jp/a", "なし", "事務局", "仕訳から学ぶ。"),
        ],
        "table#t1 tr[4]": [
            *("山形大学", "1月\n31日", "", '<script>alert("x")</script>統計入門\n内側\nの表'),
            *("javascript:void(0)", "修了証", "", "平均から学ぶ。"),
        ],
    }


def test_a_table_without_id_is_named_by_its_number_and_a_small_one_is_no_list(golden):
    assert list(golden("table.html")) == ["table#t1", "table[4]"]


def test_a_pair_whose_value_is_a_mere_link_gets_its_target(golden, cells):
    assert cells(golden("table.html")["table[4]"]) == {
        "table[4] tr[1]": ["講座名", "園芸"],
        "table[4] tr[2]": ["案内", "https://example.jp/c"],
    }


def test_blocks_become_records_one_for_each_run(golden, records):
    assert records(golden("courses.html")["dl"]) == {
        "#s01": {
            "見出し": "簿記入門",
            "本文": "はじめての方へ。\n申込み",
            "主催": "山形大学",
            "定員": "20名",
            "日程": "2027年1月31日",
            "a.href": "https://example.jp/boki",
        },
        "#s02[1]": {
            "見出し": "統計入門",
            "主催": "山形大学",
            "定員": "10名",
            "日程": "2027年2月1日",
        },
        "#s02[2]": {
            "見出し": "統計入門",
            "主催": "山形大学",
            "定員": "10名",
            "日程": "2027年3月1日",
        },
        "#s03[1]": {
            "見出し": "農業入門",
            "主催": "農林大学校",
            "定員": "5名",
            "期日": "4月1日",
            "締切": "3月1日",
        },
        "#s03[2]": {
            "見出し": "農業入門",
            "主催": "農林大学校",
            "定員": "5名",
            "期日": "5月1日",
            "締切": "4月1日",
            "備考": "中止",
        },
    }


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            (
                '<h3 id="a">甲</h3><dl><dt>会場</dt><dd>山形</dd><dt>定員</dt><dd>1</dd>'
                '<dt>主催</dt><dd>市</dd></dl><h3 id="b">乙</h3>'
                "<p>会場：酒田<br>定員：2<br>主催：県</p>"
            ),
            {
                "#a": {"見出し": "甲", "会場": "山形", "定員": "1", "主催": "市"},
                "#b": {"見出し": "乙", "会場": "酒田", "定員": "2", "主催": "県"},
            },
        ),
        (
            (
                "<article><h2>甲</h2><ul><li>会場：山形<li>定員：1<li>時間：9:00〜</ul></article>"
                "<article><h2>乙</h2><ul><li>会場：酒田<li>定員：2<li>時間：10:00〜</ul></article>"
            ),
            {
                "dl[1]": {"見出し": "甲", "会場": "山形", "定員": "1", "時間": "9:00〜"},
                "dl[2]": {"見出し": "乙", "会場": "酒田", "定員": "2", "時間": "10:00〜"},
            },
        ),
        (
            (
                '<dl id="a"><dt>講座名</dt><dd>甲</dd><dt>対象</dt><dd>女性</dd><dd>学生</dd>'
                "<dt>開始</dt><dd>1月</dd><dt>締切</dt><dd>12月</dd>"
                "<dt>開始</dt><dd>3月</dd><dt>締切</dt><dd>2月</dd></dl>"
            ),
            {
                "#a[1]": {"講座名": "甲", "対象": "女性\n学生", "開始": "1月", "締切": "12月"},
                "#a[2]": {"講座名": "甲", "対象": "女性\n学生", "開始": "3月", "締切": "2月"},
            },
        ),
        (
            (
                '<section id="a"><h3>甲</h3><dl><dt>会場</dt><dd>山形</dd><dt>定員</dt><dd>1</dd>'
                "<dt>主催</dt><dd>市</dd></dl><dl><dt>開始</dt><dd>1月</dd><dt>締切</dt><dd>12月</dd>"
                "<dt>状況</dt><dd>満員</dd></dl><dl><dt>開始</dt><dd>3月</dd><dt>締切</dt><dd>2月</dd>"
                "</dl></section>"
            ),
            {
                "#a[1]": {
                    "見出し": "甲",
                    "会場": "山形",
                    "定員": "1",
                    "主催": "市",
                    "開始": "1月",
                    "締切": "12月",
                    "状況": "満員",
                },
                "#a[2]": {
                    "見出し": "甲",
                    "会場": "山形",
                    "定員": "1",
                    "主催": "市",
                    "開始": "3月",
                    "締切": "2月",
                },
            },
        ),
    ],
    ids=["headings in one flow", "lists of items", "labels that come again", "a list for each run"],
)
def test_blocks_come_in_several_shapes(sheets, records, page, expected):
    found = sheets(f"<html><body>{page}</body></html>".encode(), "p.html")
    assert records(found["dl"]) == expected


def test_a_page_with_linked_data_is_read_by_that_alone(sheets):
    script = '<script type="application/ld+json">{"@type": "Course", "name": "甲"}</script>'
    page = f"<html>{script}<table><tr><th>a<th>b<tr><td>1<td>2</table></html>"
    assert list(sheets(page.encode(), "p.html")) == ["json-ld"]


def test_a_page_without_lists_has_no_sheets(sheets):
    assert sheets("<html><p>準備中です。</p></html>".encode(), "p.html") == {}


def test_a_link_to_the_top_of_the_page_is_no_detail(sheets):
    page = '<html><body id="top"><table><tr><th>a<th>b<tr><td>1<td><a href="#top">上</a></table>'
    (rows,) = sheets(page.encode(), "p.html").values()
    assert [list(row.cells) for row in rows] == [["a", "b"], ["1", "上"]]


def test_spans_beyond_any_list_fill_no_memory(sheets):
    page = "<html><table>" + "<tr><td colspan=1000 rowspan=60000>a<td>b" * 2000
    (rows,) = sheets(page.encode(), "p.html").values()
    assert {len(row.cells) for row in rows} <= {200, 201}
