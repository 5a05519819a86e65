"""Attachments as office programs write them, the same bytes each time: XLSX, XLS, ODS, DOCX, CSV."""

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

import docx
import openpyxl
import xlsxwriter
import xlwt
from odf import opendocument, table
from odf import text as odf_text

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XLS = "application/vnd.ms-excel"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LONG_AGO = (2026, 1, 1, 0, 0, 0)
STAMPS = re.compile(rb"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?Z?")

Rows = Sequence[Sequence[Any]]


def settled(data: bytes) -> bytes:
    """The same archive with fixed times, so that two runs give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            body = old.read(item)
            if item.filename in ("docProps/core.xml", "meta.xml"):
                body = STAMPS.sub(b"2026-01-01T00:00:00Z", body)
            entry = zipfile.ZipInfo(item.filename, LONG_AGO)
            entry.compress_type = item.compress_type
            new.writestr(entry, body)
    return out.getvalue()


def xlsx_writer(fill: Callable[[Any], None]) -> bytes:
    """A workbook by XlsxWriter, filled by the caller."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    fill(book)
    book.close()
    return settled(out.getvalue())


def xlsx_openpyxl(fill: Callable[[Any], None]) -> bytes:
    """A workbook by openpyxl, filled by the caller; it starts with one sheet."""
    out = io.BytesIO()
    book = openpyxl.Workbook()
    fill(book)
    book.save(out)
    return settled(out.getvalue())


def xls(name: str, rows: Rows, *, dates: str = "DD.MM.YYYY", money: str = "#,##0.00") -> bytes:
    """An Excel 97 sheet; a date becomes a date serial, a float gets the money format."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet(name)
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if isinstance(value, date):
                sheet.write(r, c, value, xlwt.easyxf(num_format_str=dates))
            elif isinstance(value, float):
                sheet.write(r, c, value, xlwt.easyxf(num_format_str=money))
            elif value is not None:
                sheet.write(r, c, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods(name: str, rows: Rows) -> bytes:
    """A sheet of OpenDocument; floats are float cells, dates date cells, the rest text."""
    book = opendocument.OpenDocumentSpreadsheet()
    sheet = table.Table(name=name)
    for row in rows:
        line = table.TableRow()
        for value in row:
            line.addElement(ods_cell(value))
        sheet.addElement(line)
    book.spreadsheet.addElement(sheet)
    out = io.BytesIO()
    book.write(out)
    return settled(out.getvalue())


def ods_cell(value: Any) -> Any:
    if value is None:
        return table.TableCell()
    if isinstance(value, float):
        cell = table.TableCell(valuetype="float", value=f"{value}")
        shown = f"{value:,.2f}".replace(",", " ").replace(".", ",")
    elif isinstance(value, date):
        cell = table.TableCell(valuetype="date", datevalue=f"{value:%Y-%m-%d}")
        shown = f"{value:%d.%m.%Y}"
    else:
        cell = table.TableCell(valuetype="string")
        shown = str(value)
    cell.addElement(odf_text.P(text=shown))
    return cell


def letter(before: Iterable[str], rows: Rows, after: Iterable[str]) -> bytes:
    """A Word letter: paragraphs, a table, paragraphs."""
    paper = docx.Document()
    for paragraph in before:
        paper.add_paragraph(paragraph)
    if rows:
        grid = paper.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            cells = grid.add_row().cells
            for cell, value in zip(cells, row, strict=True):
                cell.text = str(value)
    for paragraph in after:
        paper.add_paragraph(paragraph)
    out = io.BytesIO()
    paper.save(out)
    return settled(out.getvalue())


def csv(rows: Rows, separator: str = ",", charset: str = "utf-8") -> bytes:
    """Delimited text, quoted only where the separator or a quote is inside a cell."""
    lines = [separator.join(quoted(str(value), separator) for value in row) for row in rows]
    return ("\r\n".join(lines) + "\r\n").encode(charset)


def quoted(value: str, separator: str) -> str:
    if separator in value or '"' in value:
        return '"' + value.replace('"', '""') + '"'
    return value
