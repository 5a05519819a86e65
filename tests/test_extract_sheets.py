"""Workbooks become rows with columns."""

import datetime as dt
import io
import os
from typing import Any

import pytest
import xlsxwriter

from agent.extract.files.sheets import MAX_CELLS, MAX_ROWS, read_sheets
from agent.facts.documents import Document, Fault, Source, Unread
from tests.papers import ods, xls, xlsx, zipped


def read(content: bytes) -> Document:
    document = read_sheets("book.xlsx", content)
    assert isinstance(document, Document), document
    return document


def texts(content: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in read(content).rows]


LIST: list[list[Any]] = [
    ["Payments of November", "", ""],
    [],
    ["Invoice", "Date", "Paid"],
    ["INV-1", "", 1204.5],
    ["INV-2", "", 88],
]


@pytest.mark.parametrize(
    "content",
    [xlsx(("Sheet 1", LIST)), xls("Sheet 1", LIST), ods("Sheet 1", LIST)],
    ids=["xlsx", "xls", "ods"],
)
def test_every_kind_of_workbook_reads_alike(content: bytes) -> None:
    document = read(content)
    assert document.source is Source.SHEET
    assert [[cell.text for cell in row.cells] for row in document.rows] == [
        ["Payments of November", "", ""],
        ["Invoice", "Date", "Paid"],
        ["INV-1", "", "1204.5"],
        ["INV-2", "", "88"],
    ]
    assert [row.cells[2].box for row in document.rows] == [
        (3, 1, 4, 2),
        (3, 3, 4, 4),
        (3, 4, 4, 5),
        (3, 5, 4, 6),
    ]
    assert {(row.page, row.table) for row in document.rows} == {(1, 1)}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1204.5, "1204.5"),
        (0.1 + 0.2, "0.3"),
        (1e-7, "0"),
        (0.0000005, "0"),
        (0.000002, "0.000002"),
        (-88.0, "-88"),
        (-0.0, "0"),
        (1e14, "100000000000000"),
        (999_999_999_999_999, "999999999999999"),
        (4518995, "4518995"),
        (True, "TRUE"),
        ("00451", "00451"),
        ("  padded ", "padded"),
        ("26312000000041236564", "26312000000041236564"),
        ("2.63E+14", "2.63E+14"),
        (dt.date(2026, 11, 3), "2026-11-03"),
        (dt.datetime(2026, 11, 3, 9, 30), "2026-11-03 09:30:00"),  # noqa: DTZ001  a cell has no zone
    ],
)
def test_a_value_is_plain_text(value: Any, text: str) -> None:
    assert texts(xlsx(("Sheet 1", [["x", value]]))) == [["x", text]]


def test_a_number_that_lost_its_digits_is_refused_and_told() -> None:
    document = read(
        xlsx(("Paid", [["Invoice", "Paid"], [26312000000041236564, 5], [10**15, 6], [10**15 - 1, 7]]))
    )
    assert [[cell.text for cell in row.cells] for row in document.rows] == [
        ["Invoice", "Paid"],
        ["", "5"],
        ["", "6"],
        ["999999999999999", "7"],
    ]
    assert [warning.split(":")[0] for warning in document.warnings] == [
        "sheet Paid, cell A2",
        "sheet Paid, cell A3",
    ]


def test_hidden_sheets_are_not_read_and_pages_count_all() -> None:
    document = read(
        xlsx(("Cover", [["see next"]]), ("Notes", [["internal"]]), ("List", [["INV-1"]]), hidden=["Notes"])
    )
    assert [(row.page, row.table, row.text) for row in document.rows] == [(1, 1, "see next"), (3, 3, "INV-1")]


def test_a_merged_cell_says_its_text_once() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    sheet.merge_range("B2:D2", "Remittance")
    sheet.write_row("B3", ["INV-1", 5, 6])
    book.close()
    document = read(out.getvalue())
    assert [[cell.text for cell in row.cells] for row in document.rows] == [
        ["Remittance", "", ""],
        ["INV-1", "5", "6"],
    ]
    assert document.rows[0].cells[0].box == (2, 2, 3, 3)


@pytest.mark.parametrize(
    ("value", "is_repeated"),
    [
        ("T20261103", True),
        ("24502000000088112301", True),
        (dt.date(2026, 11, 3), True),
        ("华信设备有限公司", True),
        ("9,800.00", False),
        ("¥ 9,800.00元", False),
        ("1,500", False),
        (9800.5, False),
    ],
)
def test_what_is_merged_downwards_stands_in_each_row_unless_it_is_money(
    value: Any, is_repeated: bool
) -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet()
    sheet.write_row("B3", ["INV-1", 5])
    sheet.write_row("B4", ["INV-2", 6])
    sheet.merge_range("D3:D4", value)
    book.close()
    first, second = ([cell.text for cell in row.cells] for row in read(out.getvalue()).rows)
    assert first[2]
    assert second == ["INV-2", "6", first[2] if is_repeated else ""]


def _with_hidden_rows(levels: dict[int, int]) -> bytes:
    """A list of five rows; those given are hidden, at a level of a folded group or at none."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    for name in ("R&D", "List"):
        sheet = book.add_worksheet(name)
        for at in range(5):
            sheet.write_row(at, 0, [f"INV-{at + 1}", at])
        if name == "List":
            for at, level in levels.items():
                sheet.set_row(at, None, None, {"hidden": True, "level": level})
    book.close()
    return out.getvalue()


def test_rows_that_a_filter_hides_are_not_read_and_told_and_a_folded_group_is_read() -> None:
    document = read(_with_hidden_rows({1: 0, 3: 0, 4: 1}))
    assert [row.cells[0].text for row in document.rows if row.page == 2] == ["INV-1", "INV-3", "INV-5"]
    assert len([row for row in document.rows if row.page == 1]) == 5
    assert document.warnings == ("sheet List: 2 hidden rows were not read",)


def test_a_list_and_an_unrelated_sheet_are_tables_apart() -> None:
    document = read(xlsx(("Paid", [["INV-1", 5]]), ("Contacts", [["Ann", "0161"]])))
    assert [(row.table, row.text) for row in document.rows] == [(1, "INV-1  5"), (2, "Ann  0161")]


@pytest.mark.parametrize(
    ("rows", "columns", "fits"),
    [
        (MAX_ROWS, 1, True),
        (MAX_ROWS + 1, 1, False),
        (MAX_CELLS // 100, 100, True),
        (MAX_CELLS // 100 + 1, 100, False),
    ],
)
def test_a_workbook_has_limits(rows: int, columns: int, fits: bool) -> None:
    got = read_sheets("book.xlsx", xlsx(("Sheet 1", [["x"] * columns] * rows)))
    assert isinstance(got, Document) is fits
    assert fits or (isinstance(got, Unread) and got.fault is Fault.TOO_LARGE)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOOK = (("[Content_Types].xml", b"<x/>"), ("xl/workbook.xml", b"<x/>"))


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (OLE + bytes(600) + "EncryptedPackage\0".encode("utf-16-le") + bytes(600), Fault.ENCRYPTED),
        (xlsx(("Sheet 1", []), ("Notes", [["internal"]]), hidden=["Notes"]), Fault.NO_TEXT),
        (OLE + os.urandom(2_000), Fault.BROKEN),
        (b"PK\x03\x04" + bytes(200), Fault.BROKEN),
        (zipped(*BOOK), Fault.BROKEN),
        (xlsx(("Sheet 1", LIST))[:-400], Fault.BROKEN),
        (zipped(*BOOK, ("xl/worksheets/sheet1.xml", bytes(200_000_001))), Fault.TOO_LARGE),
        (zipped(*BOOK, ("xl/worksheets/sheet1.xml", bytes(20_000_000))), Fault.TOO_LARGE),
        (zipped(*BOOK, *((f"xl/{at}", b"") for at in range(499))), Fault.TOO_LARGE),
    ],
    ids=[
        "encrypted",
        "empty",
        "noise",
        "no archive",
        "no sheets",
        "cut short",
        "200 MB",
        "ratio",
        "501 entries",
    ],
)
def test_a_workbook_that_cannot_be_read_says_why(content: bytes, fault: Fault) -> None:
    unread = read_sheets("book.xlsx", content)
    assert isinstance(unread, Unread)
    assert unread.fault is fault


def _with_struck_rows(rows: set[int], column: int) -> bytes:
    """A list of five rows of two columns; those given are struck through up to a column."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    struck, bold = book.add_format({"font_strikeout": True}), book.add_format({"bold": True})
    sheet = book.add_worksheet("List")
    for at in range(5):
        for place, value in enumerate((f"INV-{at + 1}", at + 1)):
            sheet.write(at, place, value, struck if at in rows and place < column else bold)
    book.close()
    return out.getvalue()


@pytest.mark.parametrize(
    ("rows", "column", "read_rows"),
    [({1, 3}, 2, [1, 3, 5]), (set(), 2, [1, 2, 3, 4, 5]), ({1, 3}, 1, [1, 2, 3, 4, 5])],
    ids=["whole rows", "none", "one cell of them"],
)
def test_rows_that_are_struck_through_are_not_read_and_told(
    rows: set[int], column: int, read_rows: list[int]
) -> None:
    document = read(_with_struck_rows(rows, column))
    assert [row.cells[1].text for row in document.rows] == list(map(str, read_rows))
    told = ("sheet List: 2 rows that are struck through were not read",) if len(read_rows) < 5 else ()
    assert document.warnings == told
