"""Rows of a text become the files that programs attach: workbooks, letters, lists."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from tests.corpus.pdf import press
from tests.corpus.strangers.book import XLSX, cells, page


def value(said: str) -> Any:
    """A number where the cell is one (thousands as commas), else text; a leading ' keeps text."""
    if said.startswith("'"):
        return said[1:]
    plain = said.replace(",", "")
    try:
        return float(plain) if "." in plain and not plain.endswith(".") else said
    except ValueError:
        return said


def book(said: str, **how: Any) -> bytes:
    """A workbook of one sheet through xlsxwriter; `strike` rows are struck through, `hide` columns hidden."""
    from datetime import UTC, datetime

    import xlsxwriter

    out = BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True})
    made.set_properties({"created": datetime(2026, 11, 16, tzinfo=UTC)})
    sheet = made.add_worksheet(how.get("name", "Sheet1"))
    struck, money = made.add_format({"font_strikeout": True}), made.add_format({"num_format": "#,##0.00"})
    for r, row in enumerate(cells(said)):
        for c, cell in enumerate(row):
            if cell:
                kind = (
                    struck
                    if r in how.get("strike", ())
                    else money
                    if isinstance(value(cell), float)
                    else None
                )
                sheet.write(r, c, value(cell), kind)
    for c in how.get("hide", ()):
        sheet.set_column(c, c, None, None, {"hidden": True})
    made.close()
    return out.getvalue()


def ods(said: str) -> bytes:
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    made = OpenDocumentSpreadsheet()
    sheet = Table(name="Paid")
    for row in cells(said):
        line = TableRow()
        for cell in row:
            found = value(cell)
            one = (
                TableCell(valuetype="float", value=found)
                if isinstance(found, float)
                else TableCell(valuetype="string")
            )
            one.addElement(P(text=cell.lstrip("'")))
            line.addElement(one)
        sheet.addElement(line)
    made.spreadsheet.addElement(sheet)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def docx(paragraphs: tuple[str, ...], grid: str, after: tuple[str, ...] = ()) -> bytes:
    from docx import Document

    page = Document()
    for said in paragraphs:
        page.add_paragraph(said)
    rows = cells(grid)
    table = page.add_table(rows=len(rows), cols=len(rows[0]))
    table.style = "Table Grid"
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            table.cell(r, c).text = cell
    for said in after:
        page.add_paragraph(said)
    out = BytesIO()
    page.save(out)
    return out.getvalue()


def xls(said: str, name: str) -> bytes:
    """An old workbook whose cells are all text."""
    import xlwt

    made = xlwt.Workbook()
    sheet = made.add_sheet(name)
    for r, row in enumerate(cells(said)):
        for c, cell in enumerate(row):
            sheet.write(r, c, cell)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def xlsx(name: str, said: str) -> tuple[str, str, Callable[[], bytes]]:
    return name, XLSX, lambda: book(said)


def woven(body: str, css: str = "", language: str = "en", font: str = "DejaVu Sans") -> bytes:
    """Through WeasyPrint, as a web shop's server prints."""
    base = (
        f'@page{{size:A4;margin:15mm}}body{{font:9pt "{font}"}}table{{border-collapse:collapse;width:100%}}'
    )
    return press.weasyprint(page(f"{base}td,th{{padding:3px 5px;text-align:left}}{css}", body, language))


def piped(body: str, to: str) -> bytes:
    """A letter through pandoc, as `odt` or `rtf`."""
    command = ["pandoc", "-f", "html", "-t", to, "-s", "-o", "-"]
    return subprocess.run(command, input=body.encode(), capture_output=True, check=True).stdout


def drawn(said: str, columns: Sequence[float], size: tuple[float, float] = (595, 842)) -> bytes:
    """Through reportlab: cells at their columns, those of a negative column end there."""
    sheet = press.canvas(size)
    sheet.setFont("Helvetica", 9)
    for n, row in enumerate(cells(said)):
        for x, cell in zip(columns, row, strict=False):
            write = sheet.drawString if x >= 0 else sheet.drawRightString
            write(abs(x), size[1] - 50 - 15 * n, cell)
    return press.finish(sheet)


def typed(
    said: str, columns: Sequence[float], *, family: str = "Courier", font: str = "", step: float = 5.5
) -> bytes:
    """Through fpdf2, in millimetres; a negative column as in `drawn`."""
    out = press.fpdf()
    out.add_page()
    if font:
        out.add_font(family, "", font)
    out.set_font(family, size=8.5)
    for n, row in enumerate(cells(said)):
        for x, cell in zip(columns, row, strict=False):
            out.text(abs(x) - (out.get_string_width(cell) if x < 0 else 0), 18 + step * n, cell)
    return bytes(out.output())
