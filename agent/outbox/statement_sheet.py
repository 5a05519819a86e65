"""A statement on paper to its workbook: amounts are numbers, days are days, documents' numbers are text; same paper, same bytes."""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date
from typing import Any, Final

from agent.money import Money, exponent
from agent.outbox.paper import CASH_COLUMNS, ITEM_COLUMNS, LINE_COLUMNS, Cell, Paper

_WIDTHS: Final = {
    "on": 12, "issued": 12, "due": 12, "late": 9, "type": 30, "number": 26, "invoice": 26, "po": 20, "reference": 26,
    "flag": 26, "yours": 16, "remark": 40,
}  # fmt: skip
_AMOUNT_WIDTH: Final = 16
_SHEET_NAME: Final = 31  # characters, of Excel
_FORBIDDEN: Final = str.maketrans("", "", "[]:*?/\\'")


def statement_sheet(paper: Paper) -> bytes:
    """A sheet of what moved, one of what is open with room for the reader's own figures, and one of waiting cash."""
    import xlsxwriter  # only where a workbook is written

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        created = paper.written_at.astimezone(UTC).replace(tzinfo=None)
        book.set_properties({"created": created, "title": paper.word("paper", "title"), "author": paper.us})
        writer = _Writer(book, paper)
        one = paper.statement
        forward = (None, paper.word("paper", "brought_forward"), *(None,) * 6, one.opening)
        last = (None, paper.word("paper", "carried_forward"), *(None,) * 6, one.closing)
        writer.sheet("movements", LINE_COLUMNS, [forward, *paper.lines(), last], strip=True)
        items = [(*row, None, None) for row in paper.items()]
        writer.sheet("items", (*ITEM_COLUMNS, "yours", "remark"), items)
        if one.cash:
            writer.sheet("cash", CASH_COLUMNS, paper.cash())
    return out.getvalue()


class _Writer:
    """The formats of a workbook, and sheets with the same head."""

    def __init__(self, book: Any, paper: Paper) -> None:
        self.book, self.paper = book, paper
        places = exponent(paper.statement.currency)
        amount = "#,##0" + (f".{'0' * places}" if places else "")
        self.amount = book.add_format({"num_format": amount})
        self.bold = book.add_format({"bold": True, "num_format": amount})
        self.day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self.heading = book.add_format(
            {"bold": True, "bg_color": "#EDF3F7", "bottom": 1, "text_wrap": True, "valign": "vcenter"}
        )
        self.title = book.add_format({"bold": True, "font_size": 14})

    def sheet(
        self, key: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]], *, strip: bool = False
    ) -> None:
        """A head that says whose and when, then the table under headings that stay in sight."""
        paper, one = self.paper, self.paper.statement
        sheet = self.book.add_worksheet(paper.word("paper", key).translate(_FORBIDDEN)[:_SHEET_NAME])
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.write_string(0, 0, f"{paper.us}  {paper.word('paper', 'title')}", self.title)
        head = [
            (paper.word("paper", "to"), f"{paper.customer.name} ({one.customer_id})"),
            (paper.word("paper", "reference"), paper.token),
            (paper.word("paper", "period"), f"{one.first_on} / {one.last_on}"),
            (paper.word("paper", "as_of"), paper.known_at),
            (paper.word("paper", "currency"), one.currency),
        ]
        for row, (label, value) in enumerate(head, start=1):
            sheet.write_string(row, 0, label)
            sheet.write_string(row, 1, value)
        top = len(head) + 2
        if strip:
            for place, (label, amount) in enumerate(paper.strip()):
                sheet.write_string(top, place, label, self.heading)
                sheet.write_number(top + 1, place, amount.decimal, self.bold)
            top += 3
        for place, name in enumerate(columns):
            sheet.write_string(top, place, paper.word("columns", name), self.heading)
            sheet.set_column(place, place, _WIDTHS.get(name, _AMOUNT_WIDTH))
        sheet.freeze_panes(top + 1, 0)
        for row, cells in enumerate(rows, start=top + 1):
            for place, cell in enumerate(cells):
                self._cell(sheet, row, place, cell)

    def _cell(self, sheet: Any, row: int, place: int, cell: Cell) -> None:
        match cell:
            case None | "":
                return
            case Money():
                sheet.write_number(row, place, cell.decimal, self.amount)
            case date():
                sheet.write_datetime(row, place, cell, self.day)
            case int():
                sheet.write_number(row, place, cell)
            case _:
                sheet.write_string(row, place, cell)
