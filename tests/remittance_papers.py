"""Renders the page of a remittance as a mail: in its text, as HTML, as a PDF, a workbook or a CSV file."""

import csv
import html
import io
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime
from functools import partial
from typing import Final

import xlsxwriter
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests import papers
from tests.memory_desk import NOW, OWN, SERVER
from tests.remittance_pages import MONEY, Cells, Field, Page, Piece

FORMS: Final = ("text", "html", "pdf", "xlsx", "csv")
COVER: Final = {
    "en": ("Please find the details of our payment below.", "Kind regards\nJune Marsh\nAccounts Payable"),
    "de": ("Anbei die Einzelheiten zu unserer Zahlung.", "Mit freundlichen Grüßen\nJana Reuter"),
    "zh": ("现将本次付款明细通知如下。", "此致\n财务部"),
}
_SIZE: Final = 9
_STEP: Final = 15
_EDGE: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a form leaves open."""

    is_ruled: bool  # PDF
    has_number_cells: bool  # XLSX
    delimiter: str  # CSV
    rows_on_a_page: int  # PDF
    has_colons: bool  # text, PDF: "label: value" or two cells


looks = st.builds(
    Look, is_ruled=st.booleans(), has_number_cells=st.booleans(), delimiter=st.sampled_from(";,\t"),
    rows_on_a_page=st.sampled_from([12, 30, 60]), has_colons=st.booleans(),
)  # fmt: skip


def mail(page: Page, language: str, form: str, look: Look) -> bytes:
    """The raw mail that tells it, from the payer's address on file, as our server took it."""
    message = EmailMessage()
    message["From"] = "Accounts Payable <ap@c0.example>"
    message["To"] = OWN
    message["Subject"] = page.title
    message["Date"] = format_datetime(NOW)
    message["Message-ID"] = "<1@c0.example>"
    cover, closing = COVER[language]
    if form == "text":
        message.set_content(f"{cover}\n\n{text(page, look)}\n\n{closing}\n", cte="8bit")
    elif form == "html":
        closing = closing.replace("\n", "<br>")
        content = f"<html><body><p>{cover}</p>{markup(page)}<p>{closing}</p></body></html>"
        message.set_content(content, subtype="html", cte="8bit")
    else:
        message.set_content(f"{cover}\n\n{closing}\n", cte="8bit")
        attached = {"pdf": pdf, "xlsx": xlsx, "csv": delimited}[form](page, look)
        message.add_attachment(
            attached, maintype="application", subtype="octet-stream", filename=f"advice.{form}"
        )
    top = (
        f"Received: from out.c0.example (out.c0.example [192.0.2.9]) by {SERVER} (Postfix) with ESMTPS id 1;"
        f" {format_datetime(NOW)}\r\nAuthentication-Results: {SERVER}; dmarc=pass header.from=c0.example\r\n"
    )
    return top.encode() + message.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def _wide(text: str) -> int:
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)


def _padded(text: str, width: int, *, right: bool) -> str:
    space = " " * (width - _wide(text))
    return space + text if right else text + space


def _fields(fields: Sequence[Field], look: Look) -> list[str]:
    if look.has_colons:
        return [f"{label.text}: {value.text}" for label, value in fields]
    width = max((_wide(label.text) for label, _ in fields), default=0) + 4
    return [_padded(label.text, width, right=False) + value.text for label, value in fields]


def _money_columns(page: Page) -> list[bool]:
    return [row.says in MONEY for row in page.grid[1]]


def text(page: Page, look: Look) -> str:
    """Lines with aligned columns."""
    widths = [max(_wide(row[column].text) for row in page.grid) for column in range(len(page.grid[0]))]
    right = _money_columns(page)
    rows = [
        "   ".join(
            _padded(cell.text, width, right=is_money)
            for cell, width, is_money in zip(row, widths, right, strict=True)
        ).rstrip()
        for row in page.grid
    ]
    return "\n".join([page.title, "", *_fields(page.above, look), "", *rows, "", *_fields(page.below, look)])


def markup(page: Page) -> str:
    """Paragraphs and a table."""

    def lines(fields: Sequence[Field]) -> str:
        return "<br>".join(
            f"{html.escape(label.text)}: <b>{html.escape(value.text)}</b>" for label, value in fields
        )

    def row(cells: Cells, tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{html.escape(cell.text)}</{tag}>" for cell in cells) + "</tr>"

    table = row(page.grid[0], "th") + "".join(row(cells, "td") for cells in page.grid[1:])
    return f"<h2>{page.title}</h2><p>{lines(page.above)}</p><table border=1>{table}</table><p>{lines(page.below)}</p>"


def _records(page: Page) -> list[list[Piece]]:
    return [
        [Piece(text=page.title)],
        *map(list, page.above),
        [],
        *map(list, page.grid),
        *([[]] if page.below else []),
        *map(list, page.below),
    ]


def delimited(page: Page, look: Look) -> bytes:
    """A CSV file, as an export writes it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=look.delimiter)
    writer.writerows([piece.text for piece in record] for record in _records(page))
    return out.getvalue().encode("utf-8-sig")


def xlsx(page: Page, look: Look) -> bytes:
    """A workbook, its money in cells of numbers or of text."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Advice")
    money = book.add_format({"num_format": "#,##0.00"})
    for at, record in enumerate(_records(page)):
        for column, piece in enumerate(record):
            if look.has_number_cells and piece.value is not None:
                sheet.write_number(at, column, float(piece.value), money)
            else:
                sheet.write_string(at, column, piece.text)
    book.close()
    return out.getvalue()


def pdf(page: Page, look: Look) -> bytes:
    """Pages as wide and as high as the table asks for; the headings are repeated on each."""
    hanzi = any(_wide(piece.text) > len(piece.text) for piece in page.pieces())
    sheet = _Sheet(page=page, look=look, font="STSong-Light" if hanzi else "Helvetica")
    rows, count = page.grid[1:], look.rows_on_a_page
    chunks = [rows[at : at + count] for at in range(0, len(rows), count)]
    places = range(len(chunks))
    draws = [
        partial(sheet.draw, rows=chunk, is_first=at == 0, is_last=at == places[-1])
        for at, chunk in enumerate(chunks)
    ]
    return papers.pdf(*draws, size=(max(595.0, sum(sheet.widths) + 2 * _EDGE), sheet.height))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """Paper to draw the page on."""

    page: Page
    look: Look
    font: str

    @property
    def height(self) -> float:
        rows = (
            min(self.look.rows_on_a_page, len(self.page.grid))
            + len(self.page.above)
            + len(self.page.below)
            + 8
        )
        return max(842.0, rows * _STEP + 2.0 * _EDGE)

    @property
    def widths(self) -> list[float]:
        """Of the columns."""
        grid = self.page.grid
        return [max(self.width(row[column].text) for row in grid) + 14 for column in range(len(grid[0]))]

    def width(self, text: str) -> float:
        return float(stringWidth(text, self.font, _SIZE))

    def draw(self, canvas: Canvas, *, rows: Sequence[Cells], is_first: bool, is_last: bool) -> None:
        """One page of the paper."""
        canvas.setFont(self.font, _SIZE)
        top = self.height - _EDGE
        if is_first:
            canvas.drawString(_EDGE, top, self.page.title)
            top = self._fields(canvas, self.page.above, top - 2 * _STEP)
        top = self._rows(canvas, [self.page.grid[0], *rows], top - _STEP)
        if is_last:
            self._fields(canvas, self.page.below, top - _STEP)

    def _fields(self, canvas: Canvas, fields: Sequence[Field], top: float) -> float:
        edge = _EDGE + max((self.width(label.text) for label, _ in fields), default=0) + 20
        for label, value in fields:
            if self.look.has_colons:
                canvas.drawString(_EDGE, top, f"{label.text}: {value.text}")
            else:
                canvas.drawString(_EDGE, top, label.text)
                canvas.drawString(edge, top, value.text)
            top -= _STEP
        return top

    def _rows(self, canvas: Canvas, rows: Sequence[Cells], top: float) -> float:
        widths, start, right = self.widths, top + 11, _money_columns(self.page)
        for row in rows:
            left = float(_EDGE)
            for cell, wide, is_money in zip(row, widths, right, strict=True):
                inset = wide - 7 - self.width(cell.text) if is_money else 7
                canvas.drawString(left + inset, top, cell.text)
                left += wide
            top -= _STEP
        if self.look.is_ruled:
            edges = [_EDGE + sum(widths[:at]) for at in range(len(widths) + 1)]
            bottom = start - len(rows) * _STEP
            for edge in edges:
                canvas.line(edge, start, edge, bottom)
            for at in range(len(rows) + 1):
                canvas.line(edges[0], start - at * _STEP, edges[-1], start - at * _STEP)
        return top
