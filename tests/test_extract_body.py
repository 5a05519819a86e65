"""Bodies and plain texts become rows of cells."""

import time
from typing import Any

import pytest

from agent.extract.files.body import MAX_CHARACTERS, MAX_ROWS, body_document, text_blocks, text_cells
from agent.facts.documents import Source
from agent.facts.mail import Grid, Line


@pytest.mark.table("extract_text_cells")
def test_a_line_is_cut_into_cells(case: dict[str, Any]) -> None:
    cells = text_cells(case["text"], 7)
    assert [cell.text for cell in cells] == case["cells"]
    assert [[cell.box[0], cell.box[2]] for cell in cells] == case["columns"]
    assert {(cell.box[1], cell.box[3]) for cell in cells} <= {(7.0, 8.0)}


def test_lines_and_grids_of_a_body_keep_their_order_and_place() -> None:
    grid = Grid(rows=(("Invoice", "Amount"), ("INV-1", ""), ("", "5.00")))
    document = body_document((Line(text="Dear all"), Line(text=""), grid, Line(text="Regards"), grid))
    assert document.part == "body"
    assert document.source is Source.BODY
    assert [(row.table, row.text, row.cells[0].box[1]) for row in document.rows] == [
        (None, "Dear all", 1),
        (1, "Invoice  Amount", 3),
        (1, "INV-1", 4),
        (1, "5.00", 5),
        (None, "Regards", 6),
        (2, "Invoice  Amount", 7),
        (2, "INV-1", 8),
        (2, "5.00", 9),
    ]
    assert [cell.text for cell in document.rows[3].cells] == ["", "5.00"]  # an empty cell keeps its column
    assert document.rows[3].cells[1].box == (2, 5, 3, 6)


@pytest.mark.parametrize(
    ("lines", "rows", "warnings"), [(MAX_ROWS, MAX_ROWS, 0), (MAX_ROWS + 1, MAX_ROWS, 1)]
)
def test_a_body_has_a_limit_of_rows(lines: int, rows: int, warnings: int) -> None:
    document = body_document(text_blocks("x\n" * (lines - 1) + "x"))
    assert (len(document.rows), len(document.warnings)) == (rows, warnings)


def test_a_body_has_a_limit_of_characters() -> None:
    document = body_document(text_blocks("\n".join(["y" * (MAX_CHARACTERS - 1), "z", "one too many"])))
    assert [row.text[0] for row in document.rows] == ["y", "z"]
    assert document.warnings == ("only the first 2 lines were read",)


def test_a_long_line_of_spaces_is_read_in_no_time() -> None:
    started = time.process_time()
    body_document(text_blocks(" " * 500_000 + "\t" * 400_000 + "x |" * 30_000))
    assert time.process_time() - started < 2
