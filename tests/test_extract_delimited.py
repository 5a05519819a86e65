"""CSV and its kin become rows with columns."""

from typing import Any

import pytest

from agent.extract.files.charset import text_of
from agent.extract.files.delimited import MAX_CELLS, MAX_ROWS, is_delimited, read_delimited
from agent.facts.documents import Document, Fault, Source, Unread


def read(text: str) -> Document:
    document = read_delimited("list.csv", text)
    assert isinstance(document, Document), document
    return document


@pytest.mark.table("extract_delimited")
def test_a_file_is_read_in_its_charset_and_with_its_delimiter(case: dict[str, Any]) -> None:
    document = read(text_of(case["text"].encode(case["charset"])))
    rows = [[cell.text for cell in row.cells] for row in document.rows]
    assert rows == case["rows"] if "rows" in case else rows[: len(case["first"])] == case["first"]
    assert {row.table for row in document.rows} == {1}
    assert document.source is Source.CSV


def test_cells_know_their_column_and_record() -> None:
    rows = read("a,b\n\nc,d\n").rows
    assert [[cell.box for cell in row.cells] for row in rows] == [
        [(1, 1, 2, 2), (2, 1, 3, 2)],
        [(1, 3, 2, 4), (2, 3, 3, 4)],
    ]


@pytest.mark.parametrize(
    ("text", "is_table"),
    [
        ("Invoice\tDate\tPaid\nINV-1\t3.9.\t5.00\nINV-2\t4.9.\t6.00\n", True),
        ("Invoice;Paid\nINV-1;5.00\n", False),  # two fields may be prose
        ("We paid INV-1, INV-2, INV-3.\nPlease confirm.\nRegards, Ann, AP", False),
        ("Dear Sirs\n\npaid today\n", False),
        ("户名：海港\n币种：人民币\n日期|收入|支出|余额|户名\n1|2|3|4|5\n1|2|3|4|5\n", True),
        ("户名：海港\n币种：人民币\n日期|收入|支出|余额|户名\n1|2|3|4|5\n", False),
        ("Name\nCurrency\na|b|c|d\n1|2|3|4\n1|2|3|4\n", False),
        ("Hello\n1,2,3,4,5\n1,2,3,4,5\n1,2,3,4,5\nplease\nconfirm, Ann\n", False),
    ],
)
def test_a_plain_text_is_a_table_where_almost_all_lines_agree(text: str, is_table: bool) -> None:
    assert is_delimited(text) is is_table


@pytest.mark.parametrize(
    ("rows", "columns", "fits"),
    [
        (MAX_ROWS, 1, True),
        (MAX_ROWS + 1, 1, False),
        (MAX_CELLS // 100, 100, True),
        (MAX_CELLS // 100 + 1, 100, False),
    ],
)
def test_a_table_has_limits(rows: int, columns: int, fits: bool) -> None:
    got = read_delimited("list.csv", "\n".join([",".join("x" * columns)] * rows))
    assert isinstance(got, Document) is fits
    assert fits or (isinstance(got, Unread) and got.fault is Fault.TOO_LARGE)


def test_a_number_that_a_program_saved_without_its_last_digits_is_refused_and_told() -> None:
    document = read("Invoice,Paid\n2.45020E+19,5\n2.45E+14,6\n")
    assert [[cell.text for cell in row.cells] for row in document.rows][1:] == [["", "5"], ["2.45E+14", "6"]]
    assert document.warnings == ("row 2, column 1: a number has lost its last digits (2.45020E+19)",)


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("Invoice,Paid\nLC-40011,812,40\nLC-40012,455,25\n", False),
        ("Invoice,Paid\nLC-40011,812.40\nLC-40012,1,190.00\n", False),
        ("Invoice,Paid\nLC-40011,812.40\nLC-40012,1190.00\n", True),
        (
            "Payer,Acme\nInvoice,Days,Paid\n88120,15,812.40\n88121,30,455.25\n",
            True,
        ),  # headings below other lines
        ("Invoice,Paid\nLC-40011,812.40,\nLC-40012,1190.00,late\n", True),  # a remark beside the headings
    ],
)
def test_a_number_that_its_own_delimiter_parts_is_refused(text: str, is_read: bool) -> None:
    read_as = read_delimited("list.csv", text)
    assert isinstance(read_as, Document) is is_read
    if isinstance(read_as, Unread):
        assert read_as.fault is Fault.BROKEN
        assert "more values than headings" in read_as.detail
