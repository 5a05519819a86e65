"""Advices in English as the big accounting programs print them."""

from __future__ import annotations

from decimal import Decimal

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, advice, customer, document, items, paid
from tests.corpus.pdf.figures import en
from tests.corpus.pdf.sheets import page, row, table

THORNBURY = customer(
    1001, "Thornbury Castings plc", "ap@thornbury-castings.example", "en", "GBP", aliases="Thornbury Castings"
)
THORNBURY_ITEMS = items(
    THORNBURY,
    """
    SI-000481-A 2026-08-12 1200.00 as=000481-A
    SI-000493-A 2026-08-19 3486.50 as=000493-A
    SI-000512-A 2026-09-02 742.00 as=000512-A
    SI-000527-A 2026-09-10 5150.00 as=000527-A
    SI-000538-A 2026-09-21 2210.75
    """,
)


@document(
    "thornbury-payment-advice", "en", "reportlab", "erp advice", "SAP-like letter, short rules, starred sum"
)
def thornbury() -> tuple[bytes, Truth]:  # noqa: PLR0915 - a page from top to bottom
    sheet = press.canvas((595.3, 841.9))
    write = sheet.drawString
    sheet.setFont("Helvetica-Bold", 15)
    write(60, 790, "Thornbury Castings plc")
    sheet.setFont("Helvetica", 7)
    write(60, 778, "Foundry Lane  -  Dudley DY2 7QZ  -  United Kingdom")
    write(60, 716, "Thornbury Castings plc, Foundry Lane, Dudley DY2 7QZ")
    sheet.setFont("Helvetica", 10)
    for n, text in enumerate(
        ("Company", "Norvane Instruments Ltd", "Unit 6 Calder Park", "WAKEFIELD", "WF2 7AW")
    ):
        write(60, 698 - 13 * n, text)
    pairs = (
        ("Payment advice", ""),
        ("Payment document", "2000048812"),
        ("Date", "05.11.2026"),
        ("Your account with us", "104711"),
        ("Our reference", "0100/KREDI/2000048812"),
        ("Clerk", "Ms J. Okafor"),
        ("Telephone", "+44 1384 000417"),
    )
    for n, (label, value) in enumerate(pairs):
        sheet.setFont("Helvetica-Bold" if not n else "Helvetica", 12 if not n else 9)
        write(360, 716 - 13 * n, label)
        write(465, 716 - 13 * n, value)
    sheet.setFont("Helvetica", 10)
    write(60, 595, "Dear Sir or Madam,")
    write(60, 575, "We have settled the items listed below by bank transfer to your account")
    write(60, 562, "GB29 XABC 1016 1234 5678 01. Please credit our account accordingly.")
    stops = ((60, "l"), (130, "l"), (215, "l"), (345, "r"), (430, "r"), (530, "r"))
    y = 530

    def line(cells: tuple[str, ...], font: str = "Helvetica") -> None:
        sheet.setFont(font, 9)
        for (x, side), cell in zip(stops, cells, strict=True):
            (write if side == "l" else sheet.drawRightString)(x, y, cell)

    line(
        ("Document", "Your document", "Date", "Gross amount", "Cash discount", "Net amount"), "Helvetica-Bold"
    )
    sheet.line(60, 525, 530, 525)
    lines = []
    for n, (item, off) in enumerate(
        zip(THORNBURY_ITEMS[:4], ("24.00", "69.73", "0.00", "103.00"), strict=True)
    ):
        y -= 16
        net = item.amount - Decimal(off)
        line(
            (str(1900034512 + 7 * n), item.said, f"{item.issued:%d.%m.%Y}", en(item.amount), en(off), en(net))
        )
        lines.append((item.no, net, off))
    sheet.line(60, y - 6, 530, y - 6)
    y -= 20
    line(("Sum total", "", "", "10,578.50", "196.73", "10,381.77"), "Helvetica-Bold")
    sheet.rect(60, y - 62, 470, 34)
    y -= 40
    sheet.setFont("Helvetica", 8)
    for x, text in ((66, "Payment document"), (190, "Date"), (300, "Currency"), (420, "Payment amount")):
        write(x, y, text)
    y -= 14
    sheet.setFont("Courier-Bold", 10)
    for x, text in ((66, "2000048812"), (190, "05.11.2026"), (300, "GBP"), (400, "******10,381.77*")):
        write(x, y, text)
    sheet.setFont("Helvetica", 7)
    write(60, 60, "Registered in England 00417733   VAT GB 999 4177 33   Registered office as above")
    write(60, 50, "Directors: P. Thornbury, A. Gill (Finance), R. Maddox          Page 1 of 1")
    truth = paid(THORNBURY.name, "10381.77", "GBP", "2026-11-05", "wire", "2000048812", lines)
    return press.finish(sheet), advice(THORNBURY, truth)


CASCADIA = customer(
    1002,
    "Cascadia Pulp & Paper Corp.",
    "accountspayable@cascadiapulp.example",
    "en",
    "USD",
    days=45,
    zone="America/Los_Angeles",
    aliases="Cascadia Pulp",
)
CASCADIA_ITEMS = items(
    CASCADIA,
    """
    A4471/26 2026-08-28 12480.00
    A4486/26 2026-09-03 3917.25
    A4502/26 2026-09-11 860.00
    A4519/26 2026-09-18 20145.60
    A4533/26 2026-09-24 1999.99
    """,
)


@document(
    "cascadia-remittance",
    "en",
    "fpdf2",
    "erp advice",
    "Oracle-like, landscape Letter, banded rows, withholding column",
)
def cascadia() -> tuple[bytes, Truth]:  # noqa: PLR0915 - a page from top to bottom
    pdf = press.fpdf(orientation="landscape", format="Letter")
    pdf.add_page()
    pdf.set_fill_color(20, 70, 60)
    pdf.rect(12, 10, 9, 9, "F")
    pdf.set_font("Times", "B", 18)
    pdf.text(24, 17.5, "Cascadia Pulp & Paper Corp.")
    pdf.set_font("Times", "", 9)
    pdf.text(24, 22, "PO Box 4400, Longview, WA 98632   |   Vendor line (360) 555-0144")
    pdf.set_font("Times", "B", 14)
    pdf.text(205, 17, "REMITTANCE ADVICE")
    pdf.set_font("Helvetica", "", 9)
    left = ("Supplier: NORVANE INSTRUMENTS INC", "Supplier Number: 88213", "Supplier Site: PITTSBURGH-REMIT")
    right = (
        ("Payment Number", "704418"),
        ("Payment Date", "09-NOV-2026"),
        ("Payment Method", "Wire"),
        ("Payment Currency", "USD"),
    )
    for n, text in enumerate(left):
        pdf.text(12, 34 + 5 * n, text)
    for n, (label, value) in enumerate(right):
        pdf.text(200, 30 + 5 * n, label)
        pdf.text(238, 30 + 5 * n, ": " + value)
    widths = (34, 26, 70, 32, 28, 30, 34)
    heads = (
        "Invoice Number",
        "Invoice Date",
        "Description",
        "Invoice Amount",
        "Withheld",
        "Discount Taken",
        "Payment Amount",
    )
    pdf.set_xy(12, 56)
    pdf.set_font("Helvetica", "B", 9)
    for width, text in zip(widths, heads, strict=True):
        pdf.cell(
            width,
            8,
            text,
            border="B",
            align="L" if width in (34, 26, 70) and text != "Payment Amount" else "R",
        )
    pdf.set_font("Helvetica", "", 9)
    what = (
        "Flow meters FM-80, line 3",
        "Calibration visit 14-AUG",
        "Gasket kits",
        "Consistency transmitters",
        "Expedite fee",
    )
    off = ("249.60", "0.00", "0.00", "402.91", "0.00")
    tax = ("0.00", "195.86", "0.00", "0.00", "0.00")
    lines = []
    for n, item in enumerate(CASCADIA_ITEMS):
        net = item.amount - Decimal(off[n]) - Decimal(tax[n])
        lines.append((item.no, net, off[n], tax[n], "Withheld" if tax[n] != "0.00" else None))
        pdf.set_xy(12, 65 + 7 * n)
        pdf.set_fill_color(*((236, 241, 238) if n % 2 else (255, 255, 255)))
        cells = (
            item.said,
            f"{item.issued:%d-%b-%Y}".upper(),
            what[n],
            en(item.amount),
            en(tax[n]),
            en(off[n]),
            en(net),
        )
        for k, (width, text) in enumerate(zip(widths, cells, strict=True)):
            pdf.cell(width, 7, text, fill=True, align="R" if k > 2 else "L")
    pdf.set_font("Helvetica", "B", 9)
    pdf.set_xy(12, 103)
    for k, text in enumerate(("", "", "Total", "39,402.84", "195.86", "652.51", "38,554.47")):
        pdf.cell(widths[k], 8, text, border="T", align="R" if k > 2 else "L")
    pdf.set_font("Helvetica", "I", 8)
    pdf.text(
        12,
        122,
        "Amounts withheld were remitted to the Washington Department of Revenue under your registration.",
    )
    pdf.set_font("Helvetica", "", 7)
    pdf.text(
        12, 205, "Confidential - for the addressee only.   Cascadia Pulp & Paper Corp.  Federal ID 91-0000417"
    )
    pdf.text(245, 205, "Page 1 of 1")
    truth = paid(CASCADIA.name, "38554.47", "USD", "2026-11-09", "wire", "704418", lines)
    return bytes(pdf.output()), advice(CASCADIA, truth)


MESA = customer(
    1003,
    "Mesa Verde Analytical Labs, LLC",
    "billpay@mesaverdelabs.example",
    "en",
    "USD",
    zone="America/Denver",
    aliases="Mesa Verde Labs",
)
MESA_ITEMS = items(
    MESA,
    """
    2026/0415 2026-09-14 2875.00
    2026/0422 2026-09-17 640.50
    2026/0431 2026-09-25 4120.00
    2026/0440 2026-10-01 1333.10
    """,
)


@document(
    "mesa-bill-payment",
    "en",
    "chromium",
    "erp advice",
    "NetSuite-like, original / due / discount / applied columns",
)
def mesa() -> tuple[bytes, Truth]:
    css = """@page{size:Letter;margin:18mm 16mm} body{font:10px "DejaVu Sans";color:#222}
    .top{display:flex;justify-content:space-between} h1{font-size:20px;color:#2b5f8a;margin:0;font-weight:400}
    .boxes{display:flex;gap:8mm;margin:8mm 0} .box{border:1px solid #c9d3dc;padding:3mm;flex:1}
    .box b{display:block;color:#2b5f8a;margin-bottom:1mm} table{width:100%;border-collapse:collapse}
    th{background:#2b5f8a;color:#fff;text-align:left;padding:2mm} td{padding:2mm;border-bottom:1px solid #e3e8ec}
    td:nth-child(n+4),th:nth-child(n+4){text-align:right} .sum td{border:0;font-weight:bold}
    footer{position:fixed;bottom:0;font-size:8px;color:#777}"""
    off = ("57.50", "0.00", "0.00", "0.00")
    due = (MESA_ITEMS[0].amount, MESA_ITEMS[1].amount, Decimal("2120.00"), MESA_ITEMS[3].amount)
    rows, lines = [], []
    for n, item in enumerate(MESA_ITEMS):
        net = due[n] - Decimal(off[n])
        rows.append(
            (
                f"{item.issued:%m/%d/%Y}",
                "Bill",
                f"#{item.said}",
                en(item.amount),
                en(due[n]),
                en(off[n]) if off[n] != "0.00" else "",
                en(net),
            )
        )
        lines.append((item.no, net, off[n]))
    body = (
        '<div class="top"><div><b style="font-size:14px">Mesa Verde Analytical Labs, LLC</b><br>2210 Canyon Court, Suite 300'
        "<br>Cortez CO 81321<br>United States</div><div style='text-align:right'><h1>Bill Payment</h1>"
        "#BP-20117<br>11/06/2026</div></div><div class='boxes'><div class='box'><b>Payee</b>Norvane Instruments Inc.<br>"
        "410 Allegheny Ave<br>Pittsburgh PA 15212</div><div class='box'><b>Total</b><span style='font-size:22px'>$6,911.10</span></div>"
        "<div class='box'><b>Memo</b>ACH credit, settlement 11/06/2026<br>Account ending 0088</div></div>"
        + table(
            ("Date", "Type", "Ref. No.", "Orig. Amt.", "Amt. Due", "Disc. Taken", "Applied"),
            rows,
            foot=row(("", "", "", "", "", "Total Applied", "$6,911.10"), kind="sum"),
        )
        + "<footer>Printed from the vendor center of Mesa Verde Analytical Labs &middot; questions: billpay@mesaverdelabs.example &middot; 1 of 1</footer>"
    )
    truth = paid(MESA.name, "6911.10", "USD", "2026-11-06", "ach", "BP-20117", lines)
    return press.chromium(page(css, body)), advice(MESA, truth)
