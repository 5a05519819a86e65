"""OFD, the format in which China's banks and tax platform give out receipts: its words read as those of a PDF."""

from itertools import pairwise
from typing import Final

import pytest

from agent.extract.files.ofd import read_ofd
from agent.facts.documents import Document, Fault, Unread
from tests.ofds import line, ofd, page, text
from tests.papers import zipped

MM: Final = 72 / 25.4


def _texts(content: bytes) -> list[list[str]]:
    document = read_ofd("slip.ofd", content)
    assert isinstance(document, Document), document
    return [[cell.text for cell in row.cells if cell.text] for row in document.rows]


def test_words_stand_where_their_boundary_and_codes_put_them() -> None:
    document = read_ofd("slip.ofd", ofd([text(20, 30, "金额", delta="4"), text(60, 30, "1,250.00")]))
    assert isinstance(document, Document)
    ((label, amount),) = [row.cells for row in document.rows]
    assert (label.text, amount.text) == ("金额", "1,250.00")
    assert label.box == pytest.approx((20 * MM, 26.85 * MM, 27.5 * MM, 30.7 * MM), abs=0.01)
    assert document.rows[0].page == 1


@pytest.mark.parametrize(
    ("objects", "rows"),
    [
        ([text(20, 30, "付款人", delta="g 2 3.5")], [["付款人"]]),
        ([text(20, 30, "金额12.50", delta="3.5 30 g 4 1.75")], [["金额", "12.50"]]),
        ([text(20, 30, "Paid on", delta="g 6 1.5")], [["Paid on"]]),
        ([text(20 + 3.5 * n, 30, one) for n, one in enumerate("流水号码")], [["流水号码"]]),
        ([text(5, 10, "金额", CTM="2 0 0 2 10 20"), text(60, 33.5, "7.00", size=7)], [["金额", "7.00"]]),
        ([text(20, 30, "金额1.00"), text(20, 40, "合计 9.00", Visible="false")], [["金额1.00"]]),
        ([text(20, 30, "A1"), text(20, 40, "B2")], [["A1"], ["B2"]]),
        ([text(20, 60, "竖排", CTM="0 1 -1 0 0 0"), text(20, 30, "金额")], [["金额"], ["竖排"]]),
    ],
    ids=["steps said together", "a wide step parts", "a space parts", "one object a letter", "a matrix", "not visible", "lines", "downwards"],
)  # fmt: skip
def test_letters_are_words_by_their_steps(objects: list[str], rows: list[list[str]]) -> None:
    assert _texts(ofd(objects)) == rows


@pytest.mark.parametrize(
    "ink",
    ['<ofd:FillColor Value="255 255 255"/>', '<ofd:FillColor Value="0 0 0" Alpha="0"/>'],
    ids=["white", "clear"],
)
def test_letters_that_nobody_can_see_are_told_and_not_read(ink: str) -> None:
    document = read_ofd("slip.ofd", ofd([text(20, 30, "金额1.00"), text(20, 40, "9.00", ink=ink)]))
    assert isinstance(document, Document)
    assert [row.text for row in document.rows] == ["金额1.00"]
    assert document.warnings == ("page 1: 4 letters that nobody can see were not read",)


def test_a_forms_labels_come_from_its_template_and_its_lines_part_cells() -> None:
    columns, heads = (20, 50, 90, 120, 180), (30, 40, 50)
    drawn = [line(columns[0], y, columns[-1], y) for y in heads]
    drawn += [line(x, top, x, bottom) for x in columns for top, bottom in pairwise(heads)]
    labels = [text(22, 36, "付款人"), text(92, 36, "收款人"), text(22, 46, "金额"), text(92, 46, "流水号")]
    values = [text(52, 36, "甲公司"), text(122, 36, "乙公司"), text(52, 46, "8.00"), text(122, 46, "A417")]
    assert _texts(ofd(values, values, template=[*drawn, *labels])) == 2 * [
        ["付款人", "甲公司", "收款人", "乙公司"],
        ["金额", "8.00", "流水号", "A417"],
    ]


def test_data_files_attached_to_it_come_along() -> None:
    document = read_ofd("slip.ofd", ofd([text(20, 30, "x1")], attached=[("voucher.xml", b"<xbrl/>")]))
    assert [(one.name, one.content) for one in document.embedded] == [("voucher.xml", b"<xbrl/>")]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"PK\x03\x04", Fault.BROKEN),
        (zipped(("OFD.xml", b"<x/>")), Fault.BROKEN),
        (zipped(("OFD.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')), Fault.BROKEN),
        (ofd([]), Fault.NO_TEXT),
        (ofd(['<ofd:ImageObject ID="1" Boundary="0 0 210 140" ResourceID="4"/>']), Fault.NO_TEXT),
        (ofd([text(20, 30, "9" * 1000)] * 400), Fault.TOO_LARGE),
        (ofd(*[[text(20, 30, "1")]] * 500), Fault.TOO_LARGE),
        (zipped(("OFD.xml", page([])), ("bomb.xml", b"0" * 20_000_000)), Fault.TOO_LARGE),
    ],
    ids=["no archive", "no document", "entities", "empty", "a picture", "too many letters", "too many entries", "a bomb"],
)  # fmt: skip
def test_what_cannot_be_read_is_a_fault(content: bytes, fault: Fault) -> None:
    unread = read_ofd("slip.ofd", content)
    assert isinstance(unread, Unread), unread
    assert unread.fault is fault


@pytest.mark.parametrize(
    "unseen",
    [text(900, 30, "9.00"), text(20, -50, "9.00"), text(20, 400, "9.00"), text(60, 30, "9.00", size=0.2)],
    ids=["right of the paper", "above it", "below it", "too small to be read"],
)
def test_letters_that_are_not_on_the_paper_or_too_small_are_told_and_not_read(unseen: str) -> None:
    document = read_ofd("slip.ofd", ofd([text(20, 30, "金额1.00"), unseen]))
    assert isinstance(document, Document)
    assert [row.text for row in document.rows] == ["金额1.00"]
    assert document.warnings == ("page 1: 4 letters that nobody can see were not read",)


def test_a_row_that_a_line_crosses_out_is_told_and_not_read() -> None:
    crossed = [text(20, 40, "INV-2"), text(60, 40, "9.00"), line(18, 38.8, 80, 38.8)]
    ruled = [text(20, 30, "INV-1"), text(60, 30, "1.00"), line(18, 32, 80, 32)]
    document = read_ofd("slip.ofd", ofd([*ruled, *crossed]))
    assert isinstance(document, Document)
    assert [[cell.text for cell in row.cells if cell.text] for row in document.rows] == [["INV-1", "1.00"]]
    assert document.warnings == ("page 1: 2 words that are crossed out were not read",)
