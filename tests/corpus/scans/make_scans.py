"""Draws the scans beside it, and the ledger and truth that go with them: `python make_scans.py` writes all anew.

Every page is drawn as pixels and then treated as a copier, a fax or a telephone's camera would. Needs Pillow and three
fonts of Debian (fonts-liberation, fonts-noto-cjk, fonts-wqy-microhei); the tests need only what it has written.
"""

import csv
import io
import json
import random
import time
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

HERE = Path(__file__).parent
A4, LETTER, HALF, SLIP = (595, 842), (612, 792), (595, 420), (595, 340)
DRAWN = {"creationDate": time.gmtime(0), "modDate": time.gmtime(0)}  # the same bytes each time
FONTS = {
    "sans": ("/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf", 0),
    "bold": ("/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf", 0),
    "serif": ("/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf", 0),
    "mono": ("/usr/share/fonts/truetype/liberation/LiberationMono-Regular.ttf", 0),
    "song": ("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 2),
    "hei": ("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 0),
}


class Paper:
    """A page to draw on, measured in points from its top left corner."""

    def __init__(self, size: tuple[int, int], dpi: int, font: str = "sans") -> None:
        self.scale, self.font = dpi / 72, font
        self.image = Image.new("L", (round(size[0] * self.scale), round(size[1] * self.scale)), 255)
        self.draw = ImageDraw.Draw(self.image)

    def text(
        self, x: float, y: float, text: str, size: float = 9, font: str = "", right: bool = False
    ) -> None:
        """A text whose baseline is y points from the top; `right`: x is where it ends."""
        path, index = FONTS[font or self.font]
        face = ImageFont.truetype(path, round(size * self.scale), index=index)
        place = (x * self.scale, y * self.scale)
        self.draw.text(place, text, 20, font=face, anchor="rs" if right else "ls")

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.6) -> None:
        """A ruling line."""
        ends = tuple(round(value * self.scale) for value in (x0, y0, x1, y1))
        self.draw.line(ends, 40, max(1, round(width * self.scale)))

    def box(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Four ruling lines."""
        for ends in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
            self.line(*ends)

    def table(
        self, x: float, y: float, widths: Sequence[float], rows: Sequence[Sequence[str]], *, size: float = 9,
        right_from: int = 9, ruled: bool = False, bold: Sequence[int] = (), step: float = 16,
    ) -> float:  # fmt: skip
        """Rows of cells, those from column `right_from` set right; where it ends."""
        edges = [x + sum(widths[:at]) for at in range(len(widths) + 1)]
        for at, row in enumerate(rows):
            font = "bold" if at in bold and self.font in ("sans", "serif") else self.font
            for column, cell in enumerate(row):
                right = column >= right_from
                place = edges[column + 1] - 4 if right else edges[column] + 4
                self.text(place, y + at * step + step * 0.7, cell, size, font, right=right)
        bottom = y + len(rows) * step
        if ruled:
            for at in range(len(rows) + 1):
                self.line(x, y + at * step, edges[-1], y + at * step)
            for edge in edges:
                self.line(edge, y, edge, bottom)
        return bottom


def worn(
    image: Image.Image, name: str, *, angle: float, noise: float = 8, grey: int = 232, shade: int = 0
) -> Image.Image:
    """A page as a glass plate sees it: grey paper, turned, grainy, a little out of focus; `shade`: darker to one side."""
    width, height = image.size
    paper = image.point([20 + value * (grey - 20) // 255 for value in range(256)])
    if shade:
        ramp = Image.linear_gradient("L").rotate(90).resize((width, height))
        paper = ImageChops.subtract(paper, ramp.point([value * shade // 255 for value in range(256)]))
    paper = paper.rotate(angle, Image.Resampling.BICUBIC, fillcolor=grey - 30)
    paper = paper.filter(ImageFilter.GaussianBlur(0.5))
    grain = Image.frombytes(
        "L", (width, height), random.Random(zlib.crc32(name.encode())).randbytes(width * height)
    )
    grain = grain.filter(ImageFilter.GaussianBlur(0.7))  # as large as a camera's
    spread = grain.point([round(128 + (value - 128) * noise / 36) for value in range(256)])
    return ImageChops.add(paper, spread, offset=-128)


def jpeg(image: Image.Image, quality: int = 30, dpi: int | None = None) -> bytes:
    """A picture as cameras and copiers pack it."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, **({"dpi": (dpi, dpi)} if dpi else {}))
    return out.getvalue()


def png(image: Image.Image) -> bytes:
    """A screenshot."""
    out = io.BytesIO()
    image.quantize(16).save(out, "PNG", optimize=True)
    return out.getvalue()


def fax(images: Sequence[Image.Image], dpi: int) -> bytes:
    """Black and white pages in one TIFF, packed as faxes are (ITU-T T.6)."""
    out = io.BytesIO()
    pages = [image.point([0] * 150 + [255] * 106).convert("1", dither=Image.Dither.NONE) for image in images]
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:], compression="group4", dpi=(dpi, dpi))
    return out.getvalue()


def pdf(images: Sequence[Image.Image], dpi: int, quality: int = 30) -> bytes:
    """A copier's PDF: each page one picture."""
    out = io.BytesIO()
    images[0].save(
        out, "PDF", save_all=True, append_images=list(images[1:]), resolution=dpi, quality=quality, **DRAWN
    )
    return out.getvalue()


# --- the ledger ---------------------------------------------------------------------------------------------------------

CUSTOMERS = [  # id, name, aliases, address, language, currency, terms
    ("D01", "Alder Creek Joinery LLC", "Alder Creek", "ap@aldercreek.example", "en", "USD", "n/30"),
    ("D02", "Pine Ridge Clinics Inc.", "Pine Ridge", "payables@pineridge.example", "en", "USD", "2/10 n/30"),
    ("D03", "Tidewater Marine Ltd", "Tidewater", "accounts@tidewater.example", "en", "GBP", "n/45"),
    ("D04", "Böhm Feinwerk GmbH", "", "buchhaltung@boehm-feinwerk.example", "de", "EUR", "2/10 n/30"),
    ("D05", "Lindner Verpackungen GmbH", "", "kreditoren@lindner-vp.example", "de", "EUR", "n/30"),
    ("D06", "宁波瑞丰纺织有限公司", "瑞丰纺织", "cw@ruifeng.example", "zh", "CNY", "n/60"),
    ("D07", "成都锦程仪器有限公司", "锦程仪器", "finance@jincheng.example", "zh", "CNY", "n/30"),
]
INVOICES = [  # number, customer, issued, due, currency, amount, terms
    ("INV-20411", "D01", "2026-09-02", "2026-10-02", "USD", "1284.60", ""),
    ("INV-20418", "D01", "2026-09-09", "2026-10-09", "USD", "3970.00", ""),
    ("INV-20425", "D01", "2026-09-21", "2026-10-21", "USD", "655.35", ""),
    ("INV-20437", "D01", "2026-10-05", "2026-11-04", "USD", "2108.92", ""),
    ("INV-20446", "D01", "2026-10-12", "2026-11-11", "USD", "1490.00", ""),
    (
        "INV-20453",
        "D01",
        "2026-10-16",
        "2026-11-15",
        "USD",
        "480.00",
        "",
    ),  # twins: one digit apart, same amount
    ("INV-20458", "D01", "2026-10-16", "2026-11-15", "USD", "480.00", ""),
    ("INV-20413", "D02", "2026-10-28", "2026-11-27", "USD", "5200.00", "2/10 n/30"),
    ("INV-20429", "D02", "2026-10-30", "2026-11-29", "USD", "1836.50", "2/10 n/30"),
    ("INV-20433", "D02", "2026-11-02", "2026-12-02", "USD", "742.00", "2/10 n/30"),
    ("INV-20440", "D02", "2026-09-14", "2026-10-14", "USD", "912.75", ""),
    ("INV-20420", "D03", "2026-09-11", "2026-10-26", "GBP", "2640.00", ""),
    ("INV-20427", "D03", "2026-09-23", "2026-11-07", "GBP", "318.40", ""),
    ("INV-20435", "D03", "2026-10-02", "2026-11-16", "GBP", "1975.25", ""),
    ("INV-20449", "D03", "2026-10-14", "2026-11-28", "GBP", "860.10", ""),
    ("RE-26-0412", "D04", "2026-10-05", "2026-11-04", "EUR", "2415.70", ""),
    ("RE-26-0427", "D04", "2026-10-12", "2026-11-11", "EUR", "1180.00", ""),
    ("RE-26-0438", "D04", "2026-10-20", "2026-11-19", "EUR", "763.28", ""),
    ("RE-26-0419", "D05", "2026-10-07", "2026-11-06", "EUR", "3640.00", ""),
    ("RE-26-0431", "D05", "2026-10-15", "2026-11-14", "EUR", "958.45", ""),
    ("26332000000051840273", "D06", "2026-09-18", "2026-11-17", "CNY", "46820.00", ""),
    ("26332000000052017746", "D06", "2026-10-09", "2026-12-08", "CNY", "18350.60", ""),
    ("26332000000052263915", "D06", "2026-10-22", "2026-12-21", "CNY", "7215.00", ""),
    ("26512000000038120694", "D07", "2026-10-10", "2026-11-09", "CNY", "29600.00", ""),
    ("26512000000038344127", "D07", "2026-10-21", "2026-11-20", "CNY", "12480.50", ""),
]

# --- the documents ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """One file, what it says, and what may follow from it."""

    file: str
    content: bytes
    payment: dict[str, Any]
    customer: str
    applied: bool
    why: str  # what the case is about
    family: str = field(default="scan")


def paid(
    amount: str, currency: str | None, day: str | None, lines: Sequence[tuple[str, ...]], **others: Any
) -> dict[str, Any]:
    """A payment as the contract's section 3 writes it; lines: invoice, amount and, where it is not 0.00, discount."""
    return {
        "amount": amount, "currency": currency, "date": day, **others,
        "lines": [
            {"invoice": line[0], "amount": line[1] if len(line) > 1 else amount} | ({"discount": line[2]} if len(line) > 2 else {})
            for line in lines
        ],
    }  # fmt: skip


def advice_en() -> Scan:
    """A ruled remittance advice from a copier: US letter, 150 dpi, turned 1.2 degrees."""
    rows = [
        ("INV-20411", "09/02/2026", "Hinges and pulls", "1,284.60", "1,284.60"),
        ("INV-20418", "09/09/2026", "Birch ply 18 mm", "3,970.00", "3,970.00"),
        ("INV-20425", "09/21/2026", "Edge banding", "655.35", "655.35"),
        ("INV-20437", "10/05/2026", "Drawer runners", "2,108.92", "2,108.92"),
    ]
    page = Paper(LETTER, 150)
    page.text(54, 70, "Alder Creek Joinery LLC", 15, "bold")
    page.text(54, 84, "418 Mill Road, Boise ID 83702")
    page.text(420, 70, "REMITTANCE ADVICE", 12, "bold")
    for at, (label, value) in enumerate(
        (("Payment date:", "11/06/2026"), ("Payment method:", "ACH"), ("Payment reference:", "AC-773105"))
    ):
        page.text(380, 100 + 14 * at, label)
        page.text(480, 100 + 14 * at, value)
    page.text(54, 120, "To: Harbour Supply Co.")
    end = page.table(
        54, 170, (90, 80, 150, 90, 90),
        [("Invoice No.", "Invoice Date", "Description", "Gross Amount", "Amount Paid"), *rows, ("", "", "TOTAL", "8,018.87", "8,018.87")],
        right_from=3, ruled=True, bold=(0, 5),
    )  # fmt: skip
    page.text(54, end + 30, "All amounts in USD. Questions: ap@aldercreek.example")
    lines = [(row[0], row[4].replace(",", "")) for row in rows]
    return Scan(
        file="advice-en.pdf", content=pdf([worn(page.image, "advice-en", angle=1.2)], 150), customer="D01", applied=True,
        payment=paid("8018.87", "USD", "2026-11-06", lines, method="ach", reference="AC-773105", payer="Alder Creek Joinery LLC"),
        why="lines, total and open amounts agree",
    )  # fmt: skip


def stub_en() -> Scan:
    """A check stub with discounts taken, two hundred dpi, turned the other way."""
    page = Paper((612, 400), 200, "serif")
    page.text(40, 50, "PINE RIDGE CLINICS INC.", 13)
    page.text(40, 64, "Accounts Payable   77 Canyon Drive   Reno NV 89501", 8)
    page.text(430, 50, "Check No. 004817", 11)
    page.text(430, 66, "Check Date 11/05/2026", 10)
    page.text(40, 96, "Pay to: Harbour Supply Co.", 10)
    rows = [
        ("INV-20413", "10/28/26", "5,200.00", "104.00", "5,096.00"),
        ("INV-20429", "10/30/26", "1,836.50", "36.73", "1,799.77"),
        ("INV-20433", "11/02/26", "742.00", "14.84", "727.16"),
    ]
    end = page.table(
        40, 116, (110, 90, 100, 100, 110),
        [("INVOICE", "DATE", "GROSS", "DISCOUNT", "NET"), *rows, ("", "CHECK TOTAL", "7,778.50", "155.57", "7,622.93")],
        size=10, right_from=2, step=18,
    )  # fmt: skip
    page.line(40, 134, 550, 134)
    page.line(40, end - 17, 550, end - 17)
    page.text(40, end + 26, "USD 7,622.93", 11)
    lines = [(row[0], row[4].replace(",", ""), row[3]) for row in rows]
    return Scan(
        file="stub-en.pdf", content=pdf([worn(page.image, "stub-en", angle=-0.9, noise=10)], 200), customer="D02",
        applied=True,
        payment=paid("7622.93", "USD", "2026-11-05", lines, method="check", reference="004817", payer="Pine Ridge Clinics Inc."),
        why="net of discounts within the terms",
    )  # fmt: skip


def check_en() -> Scan:
    """A check alone, its amount in figures and in words."""
    page = Paper((500, 230), 200, "serif")
    page.box(8, 8, 492, 222)
    page.text(24, 34, "Pine Ridge Clinics Inc.", 12)
    page.text(24, 48, "77 Canyon Drive, Reno NV 89501", 8)
    page.text(380, 34, "No. 004802", 11)
    page.text(380, 54, "Date: 11/16/2026", 9)
    page.text(24, 88, "Pay to the order of   Harbour Supply Co.", 10)
    page.text(380, 88, "Amount: $912.75", 11)
    page.text(24, 116, "Nine hundred twelve dollars and 75/100", 10)
    page.line(24, 120, 470, 120)
    page.text(24, 150, "Canyon State Bank", 9)
    page.text(24, 176, "Memo: Invoice INV-20440", 10)
    page.text(330, 190, "M. Ferraro", 12)
    return Scan(
        file="check-en.jpg", content=jpeg(worn(page.image, "check-en", angle=1.6, shade=40), 35, 200), customer="D02", applied=True,
        payment=paid("912.75", "USD", "2026-11-16", [("INV-20440",)], method="check", reference="*", payer="*"),
        why="figures and words agree, and are what is open",
    )  # fmt: skip


def photo_en() -> Scan:
    """A list in a typewriter's letters, photographed with a telephone: darker to one side, two degrees."""
    rows = [
        ("INV-20420", "11 Sep 2026", "2,640.00"), ("INV-20427", "23 Sep 2026", "318.40"),
        ("INV-20435", "02 Oct 2026", "1,975.25"), ("INV-20449", "14 Oct 2026", "860.10"),
    ]  # fmt: skip
    page = Paper(A4, 130, "mono")
    page.text(60, 90, "TIDEWATER MARINE LTD", 13)
    page.text(60, 106, "Quay House, Falmouth TR11", 9)
    page.text(60, 140, "PAYMENT ADVICE", 12)
    for at, text in enumerate(
        (
            "Paid to:     Harbour Supply Co.",
            "Paid on:     12 November 2026",
            "Method:      Bank transfer",
            "Our ref:     TM/26/1188",
        )
    ):
        page.text(60, 164 + 15 * at, text, 10)
    end = page.table(
        60,
        240,
        (150, 150, 120),
        [("Invoice", "Date", "Amount GBP"), *rows, ("", "Total paid", "5,793.75")],
        size=10.5,
        right_from=2,
        step=19,
    )
    page.text(60, end + 40, "Please apply to our account. Regards, J. Penrose", 10)
    return Scan(
        file="photo-en.jpg", content=jpeg(worn(page.image, "photo-en", angle=-2.0, shade=70, noise=9)), customer="D03", applied=True,
        payment=paid("5793.75", "GBP", "2026-11-12", [(row[0], row[2].replace(",", "")) for row in rows], method="wire", reference="TM/26/1188", payer="Tidewater Marine Ltd"),
        why="a photograph; no resolution is said in it",
    )  # fmt: skip


def avis_de() -> Scan:
    """A German advice with Skonto in columns."""
    rows = [
        ("RE-26-0412", "05.10.2026", "2.415,70", "0,00", "2.415,70"),
        ("RE-26-0427", "12.10.2026", "1.180,00", "0,00", "1.180,00"),
        ("RE-26-0438", "20.10.2026", "763,28", "0,00", "763,28"),
    ]
    page = Paper(A4, 150)
    page.text(60, 70, "Böhm Feinwerk GmbH", 14, "bold")
    page.text(60, 84, "Lange Straße 14 · 73430 Aalen", 8)
    page.text(60, 130, "Harbour Supply Co.")
    page.text(60, 190, "Zahlungsavis", 13, "bold")
    page.text(380, 190, "Datum: 10.11.2026")
    page.text(380, 204, "Avis-Nr.: 9004417")
    page.text(60, 220, "Wir überweisen Ihnen mit Wertstellung 10.11.2026 folgende Rechnungen:")
    end = page.table(
        60, 240, (95, 90, 100, 80, 100),
        [("Rechnungsnr.", "Rechnungsdatum", "Rechnungsbetrag", "Skonto", "Zahlbetrag"), *rows, ("Summe EUR", "", "4.358,98", "0,00", "4.358,98")],
        right_from=2, bold=(0, 4),
    )  # fmt: skip
    page.line(60, 257, 525, 257)
    page.line(60, end - 16, 525, end - 16)
    page.text(60, end + 30, "Mit freundlichen Grüßen")
    page.text(60, end + 44, "Böhm Feinwerk GmbH, Buchhaltung")
    return Scan(
        file="avis-de.pdf", content=pdf([worn(page.image, "avis-de", angle=0.7)], 150), customer="D04", applied=True,
        payment=paid("4358.98", "EUR", "2026-11-10", [(row[0], row[4].replace(".", "").replace(",", ".")) for row in rows], method="wire", reference="9004417", payer="Böhm Feinwerk GmbH"),
        why="decimal commas",
    )  # fmt: skip


def slip_de() -> Scan:
    """A transfer slip that says its amount once: one misread digit would be as good as a short payment."""
    page = Paper(SLIP, 200)
    page.box(20, 20, 575, 320)
    page.text(34, 44, "SEPA-Überweisung – Ausführungsbestätigung", 12, "bold")
    for at, (label, value) in enumerate((
        ("Auftraggeber", "Lindner Verpackungen GmbH"), ("IBAN des Auftraggebers", "DE02 1203 0000 0000 2020 51"),
        ("Begünstigter", "Harbour Supply Co."), ("Betrag", "EUR 3.640,00"), ("Ausführungsdatum", "09.11.2026"),
        ("Verwendungszweck", "Rechnung RE-26-0419 vom 07.10.2026"), ("Auftragsnummer", "7730-2216"),
    )):  # fmt: skip
        page.text(34, 76 + 26 * at, label, 8)
        page.text(190, 76 + 26 * at, value, 10)
    return Scan(
        file="slip-de.pdf", content=pdf([worn(page.image, "slip-de", angle=-0.5)], 200), customer="D05", applied=False,
        payment=paid("3640.00", "EUR", "2026-11-09", [("RE-26-0419",)], method="wire", reference="*", payer="Lindner Verpackungen GmbH"),
        why="the amount is said once: nothing in the document proves its digits",
    )  # fmt: skip


def receipt_zh(name: str, *, capitals: str, amount: str, applied: bool, why: str) -> Scan:
    """A bank's receipt in boxes, its amount in figures and in capitals."""
    page = Paper((595, 380), 170, "song")
    page.text(200, 40, "浙东商业银行电子回单", 15)
    page.text(40, 62, "回单编号：3310261113004471")
    page.text(360, 62, "交易日期：2026年11月13日")
    rows = [
        ("户名", "宁波瑞丰纺织有限公司", "户名", "海港供应有限公司"), ("账号", "33101020007766", "账号", "4402 0188 1234"),
        ("开户行", "浙东商业银行鄞州支行", "开户行", "深圳分行营业部"),
    ]  # fmt: skip
    page.box(40, 76, 555, 330)
    for at, (left, right) in enumerate(zip("付款人", "收款人", strict=True)):  # written downwards
        page.text(58, 94 + 20 * at, left, 9)
        page.text(312, 94 + 20 * at, right, 9)
    for x in (86, 298, 338):
        page.line(x, 76, x, 150)
    for at, row in enumerate(rows):
        for x, text in zip((92, 130, 345, 390), row, strict=True):
            page.text(x, 94 + 24 * at, text, 9)
    page.line(40, 150, 555, 150)
    page.text(46, 170, "金额（大写）", 9)
    page.text(130, 170, capitals, 10)
    page.line(40, 182, 555, 182)
    page.text(46, 202, "金额（小写）", 9)
    page.text(130, 202, amount, 10)
    page.text(345, 202, "币种", 9)
    page.text(390, 202, "人民币 CNY", 9)
    page.line(40, 214, 555, 214)
    page.text(46, 234, "摘要", 9)
    page.text(130, 234, "货款", 9)
    page.text(345, 234, "交易流水号", 9)
    page.text(410, 234, "D2611130088276", 9)
    page.line(40, 246, 555, 246)
    page.text(46, 266, "附言", 9)
    page.text(130, 266, "发票号 26332000000051840273", 9)
    page.text(46, 298, "业务种类", 9)
    page.text(130, 298, "网银转账", 9)
    page.text(46, 320, "本回单可通过银行网站验证真伪，重复打印无效", 7)
    figures = amount.removeprefix("¥").replace(",", "")
    return Scan(
        file=f"{name}.pdf", content=pdf([worn(page.image, name, angle=-0.8)], 170), customer="D06", applied=applied,
        payment=paid(figures, "CNY", "2026-11-13", [("26332000000051840273",)], method="wire", reference="D2611130088276", payer="宁波瑞丰纺织有限公司"),
        why=why,
    )  # fmt: skip


def list_zh() -> Scan:
    """A payment notice with a ruled list and its total in capitals, in the letters of a screen."""
    rows = [
        ("1", "26512000000038120694", "2026-10-10", "29,600.00", "29,600.00"),
        ("2", "26512000000038344127", "2026-10-21", "12,480.50", "12,480.50"),
    ]
    page = Paper(HALF, 150, "hei")
    page.text(220, 70, "付款通知书", 18)
    page.text(60, 110, "致：海港供应有限公司", 10)
    page.text(60, 130, "付款单位：成都锦程仪器有限公司", 10)
    page.text(360, 130, "付款日期：2026-11-16", 10)
    page.text(60, 150, "付款方式：电汇", 10)
    page.text(360, 150, "付款编号：FK20261116-03", 10)
    end = page.table(
        60, 170, (40, 160, 90, 90, 90), [("序号", "发票号码", "开票日期", "发票金额", "本次付款"), *rows, ("", "合计", "", "42,080.50", "42,080.50")],
        ruled=True, right_from=3, step=20,
    )  # fmt: skip
    page.text(60, end + 24, "合计金额（大写）：人民币肆万贰仟零捌拾元伍角整", 10)
    page.text(60, end + 60, "成都锦程仪器有限公司 财务部", 10)
    return Scan(
        file="list-zh.png", content=png(worn(page.image, "list-zh", angle=0.4, noise=0)), customer="D07", applied=True,
        payment=paid("42080.50", "CNY", "2026-11-16", [(row[1], row[4].replace(",", "")) for row in rows], method="wire", reference="FK20261116-03", payer="成都锦程仪器有限公司"),
        why="lines, total, capitals and open amounts agree",
    )  # fmt: skip


def screen_zh() -> Scan:
    """A picture of a telephone's screen: one amount, one number, nothing that proves either."""
    page = Paper((270, 480), 200, "hei")
    page.text(95, 60, "转账成功", 18)
    page.text(75, 100, "¥18,350.60", 22)
    for at, (label, value) in enumerate((
        ("收款人", "海港供应有限公司"), ("付款人", "宁波瑞丰纺织有限公司"), ("转账时间", "2026-11-18 10:24:31"),
        ("附言", "发票26332000000052017746"), ("交易流水号", "202611180077314"),
    )):  # fmt: skip
        page.text(16, 160 + 34 * at, label, 9)
        page.text(262, 160 + 34 * at, value, 9, right=True)
    return Scan(
        file="screen-zh.png", content=png(page.image), customer="D06", applied=False,
        payment=paid("18350.60", "CNY", "2026-11-18", [("26332000000052017746",)], method="wire", reference="202611180077314", payer="宁波瑞丰纺织有限公司"),
        why="the amount is said once",
    )  # fmt: skip


def fax_en() -> Scan:
    """Two pages of a fax, black and white, the total on the second."""
    rows = [
        ("INV-20420", "2,640.00"),
        ("INV-20427", "318.40"),
        ("INV-20435", "1,975.25"),
        ("INV-20449", "860.10"),
    ]
    pages = [Paper(A4, 200, "mono") for _ in range(2)]
    for at, page in enumerate(pages, start=1):
        page.text(60, 60, "TIDEWATER MARINE LTD", 12)
        page.text(430, 60, f"Page {at} of 2", 10)
        page.text(60, 90, "REMITTANCE ADVICE      Payment date: 17 November 2026", 10)
        page.text(60, 106, "Payment reference: TM/26/1203", 10)
    pages[0].table(
        60,
        140,
        (150, 150, 120),
        [("Invoice", "Currency", "Amount paid"), *((row[0], "GBP", row[1]) for row in rows[:2])],
        size=11,
        right_from=2,
        step=22,
    )
    pages[1].table(
        60,
        140,
        (150, 150, 120),
        [
            ("Invoice", "Currency", "Amount paid"),
            *((row[0], "GBP", row[1]) for row in rows[2:]),
            ("Total", "GBP", "5,793.75"),
        ],
        size=11,
        right_from=2,
        step=22,
    )
    worn_pages = [
        worn(page.image, f"fax-{at}", angle=angle, noise=20, grey=250)
        for at, (page, angle) in enumerate(zip(pages, (0.6, -0.4), strict=True))
    ]
    return Scan(
        file="fax-en.tif", content=fax(worn_pages, 200), customer="D03", applied=True,
        payment=paid("5793.75", "GBP", "2026-11-17", [(row[0], row[1].replace(",", "")) for row in rows], reference="TM/26/1203", payer="Tidewater Marine Ltd", method=None),
        why="a TIFF of two pages",
    )  # fmt: skip


def sideways_en() -> Scan:
    """An advice that lay across the glass."""
    rows = [("INV-20411", "1,284.60"), ("INV-20446", "1,490.00")]
    page = Paper(LETTER, 150)
    page.text(54, 70, "Alder Creek Joinery LLC", 14, "bold")
    page.text(54, 110, "Remittance advice", 12, "bold")
    page.text(54, 130, "Wire transfer of November 9, 2026, reference AC-773140")
    page.table(
        54,
        150,
        (200, 120),
        [("Invoice", "Amount paid (USD)"), *rows, ("Total", "2,774.60")],
        size=10,
        right_from=1,
        step=20,
        bold=(0,),
    )
    image = worn(page.image, "sideways-en", angle=0.8).transpose(Image.Transpose.ROTATE_90)
    return Scan(
        file="sideways-en.pdf", content=pdf([image], 150), customer="D01", applied=True,
        payment=paid("2774.60", "USD", "2026-11-09", [(row[0], row[1].replace(",", "")) for row in rows], method="wire", reference="AC-773140", payer="Alder Creek Joinery LLC"),
        why="turned by a quarter",
    )  # fmt: skip


def twins_en() -> Scan:
    """A number one digit away from another one of the same amount: its digits prove nothing."""
    page = Paper(LETTER, 150)
    page.text(54, 70, "Alder Creek Joinery LLC", 14, "bold")
    page.text(54, 110, "Remittance advice", 12, "bold")
    page.text(54, 130, "Payment date: 11/13/2026     Reference: AC-773166")
    page.table(
        54,
        150,
        (200, 120),
        [
            ("Invoice", "Amount paid (USD)"),
            ("INV-20446", "1,490.00"),
            ("INV-20453", "480.00"),
            ("Total", "1,970.00"),
        ],
        size=10,
        right_from=1,
        step=20,
        bold=(0,),
    )
    return Scan(
        file="twins-en.pdf", content=pdf([worn(page.image, "twins-en", angle=-1.1)], 150), customer="D01", applied=False,
        payment=paid("1970.00", "USD", "2026-11-13", [("INV-20446", "1490.00"), ("INV-20453", "480.00")], reference="AC-773166", payer="Alder Creek Joinery LLC", method=None),
        why="INV-20453 and INV-20458 are open with the same amount",
    )  # fmt: skip


def mixed_de() -> Scan:
    """A total that its lines do not make, as printed."""
    page = Paper(A4, 150, "serif")
    page.text(60, 70, "Lindner Verpackungen GmbH", 14)
    page.text(60, 120, "Zahlungsavis vom 12.11.2026", 12)
    page.text(60, 140, "Referenz: 26-11-0388", 10)
    page.table(
        60,
        170,
        (150, 120, 120),
        [
            ("Rechnung", "Datum", "Zahlbetrag EUR"),
            ("RE-26-0419", "07.10.2026", "3.640,00"),
            ("RE-26-0431", "15.10.2026", "958,45"),
            ("Gesamt", "", "4.589,45"),
        ],
        size=10,
        right_from=2,
        step=20,
    )
    return Scan(
        file="mismatch-de.pdf", content=pdf([worn(page.image, "mismatch-de", angle=1.0)], 150), customer="D05", applied=False,
        payment=paid("4589.45", "EUR", "2026-11-12", [("RE-26-0419", "3640.00"), ("RE-26-0431", "958.45")], reference="26-11-0388", payer="Lindner Verpackungen GmbH", method=None),
        why="the lines make 4,598.45",
    )  # fmt: skip


def scans() -> list[Scan]:
    """All of them."""
    return [
        advice_en(), stub_en(), check_en(), photo_en(), avis_de(), slip_de(),
        receipt_zh("receipt-zh", capitals="人民币肆万陆仟捌佰贰拾元整", amount="¥46,820.00", applied=True, why="figures and capitals agree"),
        receipt_zh("differs-zh", capitals="人民币肆万陆仟捌佰贰拾元整", amount="¥48,620.00", applied=False, why="figures and capitals differ"),
        list_zh(), screen_zh(), fax_en(), sideways_en(), twins_en(), mixed_de(),
    ]  # fmt: skip


def main() -> None:
    """Write the scans, the ledger and the truth."""
    written = scans()
    for scan in written:
        (HERE / scan.file).write_bytes(scan.content)
        print(f"{scan.file:20}{len(scan.content):>9,}")
    write_csv("customers.csv", "customer_id name aliases emails language currency terms", CUSTOMERS)
    write_csv("invoices.csv", "invoice_no customer_id issue_date due_date currency amount terms", INVOICES)
    with (HERE / "truth.jsonl").open("w", encoding="utf-8") as file:
        for scan in written:
            truth = {
                "file": scan.file, "family": scan.family, "kind": "remittance", "customer_id": scan.customer, "payments": [scan.payment],
                "disputes": [], "promises": [], "applied": scan.applied, "why": scan.why,
            }  # fmt: skip
            file.write(json.dumps(truth, ensure_ascii=False) + "\n")


def write_csv(name: str, columns: str, rows: Sequence[Sequence[str]]) -> None:
    """A ledger file as `remitd import` reads it."""
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([columns.split(), *rows])


if __name__ == "__main__":
    main()
