"""The papers that `python -m bench reading` reads: the same advice in each format, made anew with the same bytes each time."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Final

import xlsxwriter
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, Spacer

from agent.facts.ledger import Customer, Item
from tests.ledger_builders import customer, item

ITEMS: Final = 5_000
HEADINGS: Final = ("Invoice", "Invoice date", "Gross", "Discount", "Paid")
HEADINGS_ZH: Final = ("发票号码", "开票日期", "发票金额", "折扣", "本次付款")
PAYER: Final = "C0007"
pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to read: alone, or as a whole mail (.eml)."""

    title: str
    name: str
    content: bytes
    lines: int  # that a reader finds in it


def ledger() -> list[Customer | Item]:
    """100 customers with 5,000 items; the payer has the first 1,000 of them."""
    customers = [customer(f"C{number:04}", name=f"Customer {number:04} Ltd") for number in range(100)]
    owners = [PAYER if at < 1000 else f"C{at % 100:04}" for at in range(ITEMS)]
    return [*customers, *(item(f"INV-{10000 + at}", _open(at), owner) for at, owner in enumerate(owners))]


def _open(at: int) -> str:
    return f"{_cents(at) / 100:.2f} USD"


def _cents(at: int) -> int:
    return 10_000 + 7_919 * at % 990_001


def lines(count: int) -> list[tuple[str, str, str, str, str]]:
    """The lines of an advice: number, date, gross, discount, paid."""
    return [
        (f"INV-{10000 + at}", f"2026-10-{1 + at % 28:02}", f"{cents / 100:,.2f}", "0.00", f"{cents / 100:,.2f}")
        for at, cents in ((at, _cents(at)) for at in range(count))
    ]  # fmt: skip


def _total(count: int) -> str:
    return f"{sum(map(_cents, range(count))) / 100:,.2f}"


def ruled(count: int, *, chinese: bool = False, wrapped: bool = False) -> bytes:
    """An advice with a ruled table; over several pages the headings are repeated."""
    font = "STSong-Light" if chinese else "Helvetica"
    look = ParagraphStyle("cell", fontName=font, fontSize=9, leading=11)
    rows: list[Sequence[object]] = [HEADINGS_ZH if chinese else HEADINGS, *lines(count)]
    if wrapped:
        rows = [(*row[:4], Paragraph(f"{row[4]} as agreed with your office", look)) for row in rows[1:]]
        rows.insert(0, HEADINGS)
    rows.append(("合计" if chinese else "Total", "", "", "", _total(count)))
    grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONT", (0, 0), (-1, -1), font, 9)]
    table = LongTable(rows, colWidths=(90, 80, 90, 70, 90), repeatRows=1, style=grid)
    said = f"付款通知 客户0007 付款总额 USD {_total(count)}" if chinese else _said(count)
    out = io.BytesIO()
    document = SimpleDocTemplate(out, pagesize=A4, invariant=1)
    document.build([Paragraph(said, look), Spacer(1, 12), table])
    return out.getvalue()


def _said(count: int) -> str:
    return f"Remittance advice. Payer: Customer 0007 Ltd. We paid USD {_total(count)} by wire on 9 November 2026."


def unruled(count: int, on_page: int = 48) -> bytes:
    """An advice whose columns are known by their places alone."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    rows = lines(count)
    for first in range(0, count, on_page):
        canvas.setFont("Helvetica", 9)
        canvas.drawString(
            60, 790, f"Customer 0007 Ltd, page {1 + first // on_page}" if first else _said(count)
        )
        _row(canvas, 765, HEADINGS)
        for at, row in enumerate(rows[first : first + on_page], start=1):
            _row(canvas, 765 - 14 * at, row)
        if first + on_page >= count:
            _row(canvas, 765 - 14 * (len(rows[first:]) + 1), ("Total", "", "", "", _total(count)))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _row(canvas: Canvas, y: float, row: Sequence[str]) -> None:
    for right, text in zip((130, 210, 310, 400, 520), row, strict=True):
        canvas.drawRightString(right, y, text)


def xlsx(count: int) -> bytes:
    """An advice as a workbook."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Advice")
    for at, row in enumerate([HEADINGS, *lines(count), ("Total", "", "", "", _total(count))]):
        for column, text in enumerate(row):
            plain = text.replace(",", "")
            if at and column > 1 and plain:
                sheet.write_number(at, column, float(plain))
            else:
                sheet.write_string(at, column, text)
    book.close()
    return out.getvalue()


def delimited(count: int) -> bytes:
    """An advice as CSV."""
    rows = [HEADINGS, *lines(count), ("Total", "", "", "", _total(count))]
    return "".join(";".join(row) + "\r\n" for row in rows).encode()


def text_mail(count: int) -> bytes:
    """A mail whose text lists what was paid."""
    listed = "\n".join(f"{row[0]:12} {row[1]:12} {row[4]:>14}" for row in lines(count))
    text = f"{_said(count)}\n\n{'Invoice':12} {'Date':12} {'Paid':>14}\n{listed}\n{'Total':25} {_total(count):>14}\n"
    return _mail(text).as_bytes()


def html_mail(count: int) -> bytes:
    """A mail whose HTML holds the table; its text part is a copy without it, as mail programs write it."""
    cell = '<td style="border:1px solid #ccc;padding:2px 6px">{}</td>'
    rows = "".join(
        f"<tr>{''.join(map(cell.format, row))}</tr>\n"
        for row in [HEADINGS, *lines(count), ("Total", "", "", "", _total(count))]
    )
    mail = _mail(_said(count) + "\n")
    mail.add_alternative(
        f"<html><body><p>{_said(count)}</p><table>{rows}</table><p>Kind regards<br>Ann Lee</p></body></html>",
        subtype="html",
    )
    mail.set_boundary("=_bench")
    return mail.as_bytes()


def _mail(text: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"] = f"Ann Lee <ap@{PAYER.lower()}.example>", "ar@harbour.example"
    mail["Subject"], mail["Message-ID"] = "Remittance advice", "<bench@customer.example>"
    mail["Date"] = "Mon, 09 Nov 2026 09:00:00 +0000"
    mail.set_content(text + "\nKind regards\nAnn Lee\nCustomer 0007 Ltd\n")
    return mail
