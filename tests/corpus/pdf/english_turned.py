"""Advices in English in two columns and on a turned page."""

from __future__ import annotations

from decimal import Decimal

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, advice, customer, document, items, paid
from tests.corpus.pdf.figures import en
from tests.corpus.pdf.sheets import page, table

NORTHMOOR = customer(1013, "University of Northmoor", "finance-payments@northmoor.example", "en", "GBP")
_NORTHMOOR_AMOUNTS = [Decimal(4417 + 3121 * n * n % 90011) / 100 for n in range(1, 29)]
NORTHMOOR_ITEMS = items(
    NORTHMOOR,
    "\n".join(
        f"SI-{700 + 3 * n:06}-B 2026-09-{1 + n:02} {amount}" for n, amount in enumerate(_NORTHMOOR_AMOUNTS)
    ),
)


@document(
    "northmoor-two-columns",
    "en",
    "weasyprint",
    "long list",
    "Newspaper columns: 28 items in two columns beside each other",
)
def northmoor() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:16mm} body{font:9pt "Liberation Serif"} h1{font:italic 17pt "Liberation Serif";border-bottom:2pt solid #701c2e;color:#701c2e}
    .cols{columns:2;column-gap:12mm;column-rule:0.5pt solid #999} table{width:100%;border-collapse:collapse}
    th{text-align:left;font-weight:normal;font-style:italic} td,th{padding:0.7mm 0} td:last-child,th:last-child{text-align:right}
    tr{break-inside:avoid} .meta span{margin-right:8mm}"""
    total = sum(item.amount for item in NORTHMOOR_ITEMS)
    half = len(NORTHMOOR_ITEMS) // 2
    parts = [
        table(("Invoice", "Date", "£"), [(i.said, f"{i.issued:%d %b %y}", en(i.amount)) for i in part])
        for part in (NORTHMOOR_ITEMS[:half], NORTHMOOR_ITEMS[half:])
    ]
    body = (
        "<h1>University of Northmoor</h1><p>Finance Division, Old Exchange, Northmoor NM1 4ED</p>"
        "<p><b>Remittance to:</b> Norvane Instruments Ltd (supplier 60417)</p>"
        "<p class='meta'><span>Faster Payment on 12 November 2026</span><span>Ref. UNM-441907</span>"
        f"<span><b>Total remitted £{en(total)}</b></span></p><div class='cols'>{''.join(parts)}</div>"
        "<p style='font-size:7.5pt;margin-top:10mm'>The University is an exempt charity. VAT registration GB 999 4419 07. "
        "Invoices must quote a purchase order; see the supplier pages for terms.</p>"
    )
    truth = paid(
        NORTHMOOR.name,
        str(total),
        "GBP",
        "2026-11-12",
        "wire",
        "UNM-441907",
        [(i.no, i.amount) for i in NORTHMOOR_ITEMS],
    )
    return press.weasyprint(page(css, body)), advice(NORTHMOOR, truth)


PORTOLA = customer(
    1014,
    "Portola Distribution Group",
    "vendorpay@portoladist.example",
    "en",
    "USD",
    zone="America/Los_Angeles",
)
PORTOLA_ITEMS = items(
    PORTOLA,
    """
    A4544/26 2026-09-28 3300.00 as=A4544
    A4551/26 2026-09-30 12750.40 as=A4551
    A4558/26 2026-10-05 610.00 as=A4558
    """,
)


@document(
    "portola-rotated",
    "en",
    "reportlab",
    "erp advice",
    "Portrait sheet turned by 90 degrees, fully ruled grid",
)
def portola() -> tuple[bytes, Truth]:
    sheet = press.canvas((792, 612))
    sheet.setPageRotation(90)
    sheet.translate(612, 0)
    sheet.rotate(90)  # the page is turned back by its viewer
    write, right = sheet.drawString, sheet.drawRightString
    sheet.setFont("Courier-Bold", 14)
    write(50, 560, "PORTOLA DISTRIBUTION GROUP")
    sheet.setFont("Courier", 9)
    write(50, 546, "EFT ADVICE OF DEPOSIT")
    write(520, 560, "Advice no.   EF-330178")
    write(520, 547, "Value date   Nov 10, 2026")
    write(520, 534, "Vendor       NORVANE-02")
    write(50, 510, "Norvane Instruments Inc., 410 Allegheny Ave, Pittsburgh PA 15212")
    stops = (50, 150, 240, 450, 540, 640, 742)
    heads = ("Invoice", "Date", "Description", "Gross USD", "Freight adj.", "Net USD")
    what = ("Level probes", "Wet end sensors, lot 2", "Spares")
    adjust = ("0.00", "-150.40", "0.00")
    body, lines = [], []
    for item, text, off in zip(PORTOLA_ITEMS, what, adjust, strict=True):
        net = item.amount + Decimal(off)
        body.append((item.said, f"{item.issued:%b %d, %Y}", text, en(item.amount), en(off), en(net)))
        lines.append((item.no, net, "0.00", str(abs(Decimal(off))), "Freight adj." if Decimal(off) else None))
    rows = [heads, *body, ("Total", "", "", "16,660.40", "-150.40", "16,510.00")]
    for n, cells in enumerate(rows):
        y = 480 - 20 * n
        sheet.setFont("Courier-Bold" if n in (0, len(rows) - 1) else "Courier", 9)
        for k, text in enumerate(cells):
            sheet.rect(stops[k], y - 6, stops[k + 1] - stops[k], 20)
            if k > 2:
                right(stops[k + 1] - 4, y, text)
            else:
                write(stops[k] + 4, y, text)
    sheet.setFont("Courier", 7)
    write(50, 40, "Portola Distribution Group - internal form AP-17 rev. 9 - sheet 1 of 1")
    truth = paid("PORTOLA DISTRIBUTION GROUP", "16510.00", "USD", "2026-11-10", "*", "EF-330178", lines)
    return press.finish(sheet), advice(PORTOLA, truth)
