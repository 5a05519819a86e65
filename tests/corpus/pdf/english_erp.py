"""Advices in English as the big accounting programs print them."""

from __future__ import annotations

from decimal import Decimal

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, advice, customer, document, items, paid
from tests.corpus.pdf.figures import brackets, en, slashes
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


@document("thornbury-payment-advice", "en", "reportlab", "erp advice", "SAP-like letter, short rules, starred sum")
def thornbury() -> tuple[bytes, Truth]:
    sheet = press.canvas((595.3, 841.9))
    write = sheet.drawString
    sheet.setFont("Helvetica-Bold", 15)
    write(60, 790, "Thornbury Castings plc")
    sheet.setFont("Helvetica", 7)
    write(60, 778, "Foundry Lane  -  Dudley DY2 7QZ  -  United Kingdom")
    write(60, 716, "Thornbury Castings plc, Foundry Lane, Dudley DY2 7QZ")
    sheet.setFont("Helvetica", 10)
    for n, text in enumerate(("Company", "Norvane Instruments Ltd", "Unit 6 Calder Park", "WAKEFIELD", "WF2 7AW")):
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

    line(("Document", "Your document", "Date", "Gross amount", "Cash discount", "Net amount"), "Helvetica-Bold")
    sheet.line(60, 525, 530, 525)
    lines = []
    for n, (item, off) in enumerate(zip(THORNBURY_ITEMS[:4], ("24.00", "69.73", "0.00", "103.00"), strict=True)):
        y -= 16
        net = item.amount - Decimal(off)
        line((str(1900034512 + 7 * n), item.said, f"{item.issued:%d.%m.%Y}", en(item.amount), en(off), en(net)))
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
    1002, "Cascadia Pulp & Paper Corp.", "accountspayable@cascadiapulp.example", "en", "USD",
    days=45, zone="America/Los_Angeles", aliases="Cascadia Pulp",
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


@document("cascadia-remittance", "en", "fpdf2", "erp advice", "Oracle-like, landscape Letter, banded rows, withholding column")
def cascadia() -> tuple[bytes, Truth]:
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
    right = (("Payment Number", "704418"), ("Payment Date", "09-NOV-2026"), ("Payment Method", "Wire"), ("Payment Currency", "USD"))
    for n, text in enumerate(left):
        pdf.text(12, 34 + 5 * n, text)
    for n, (label, value) in enumerate(right):
        pdf.text(200, 30 + 5 * n, label)
        pdf.text(238, 30 + 5 * n, ": " + value)
    widths = (34, 26, 70, 32, 28, 30, 34)
    heads = ("Invoice Number", "Invoice Date", "Description", "Invoice Amount", "Withheld", "Discount Taken", "Payment Amount")
    pdf.set_xy(12, 56)
    pdf.set_font("Helvetica", "B", 9)
    for width, text in zip(widths, heads, strict=True):
        pdf.cell(width, 8, text, border="B", align="L" if width in (34, 26, 70) and text != "Payment Amount" else "R")
    pdf.set_font("Helvetica", "", 9)
    what = ("Flow meters FM-80, line 3", "Calibration visit 14-AUG", "Gasket kits", "Consistency transmitters", "Expedite fee")
    off = ("249.60", "0.00", "0.00", "402.91", "0.00")
    tax = ("0.00", "195.86", "0.00", "0.00", "0.00")
    lines = []
    for n, item in enumerate(CASCADIA_ITEMS):
        net = item.amount - Decimal(off[n]) - Decimal(tax[n])
        lines.append((item.no, net, off[n], tax[n], "Withheld" if tax[n] != "0.00" else None))
        pdf.set_xy(12, 65 + 7 * n)
        pdf.set_fill_color(*((236, 241, 238) if n % 2 else (255, 255, 255)))
        cells = (item.said, f"{item.issued:%d-%b-%Y}".upper(), what[n], en(item.amount), en(tax[n]), en(off[n]), en(net))
        for k, (width, text) in enumerate(zip(widths, cells, strict=True)):
            pdf.cell(width, 7, text, fill=True, align="R" if k > 2 else "L")
    pdf.set_font("Helvetica", "B", 9)
    pdf.set_xy(12, 103)
    for k, text in enumerate(("", "", "Total", "39,402.84", "195.86", "652.51", "38,554.47")):
        pdf.cell(widths[k], 8, text, border="T", align="R" if k > 2 else "L")
    pdf.set_font("Helvetica", "I", 8)
    pdf.text(12, 122, "Amounts withheld were remitted to the Washington Department of Revenue under your registration.")
    pdf.set_font("Helvetica", "", 7)
    pdf.text(12, 205, "Confidential - for the addressee only.   Cascadia Pulp & Paper Corp.  Federal ID 91-0000417")
    pdf.text(245, 205, "Page 1 of 1")
    truth = paid(CASCADIA.name, "38554.47", "USD", "2026-11-09", "wire", "704418", lines)
    return bytes(pdf.output()), advice(CASCADIA, truth)


MESA = customer(
    1003, "Mesa Verde Analytical Labs, LLC", "billpay@mesaverdelabs.example", "en", "USD",
    zone="America/Denver", aliases="Mesa Verde Labs",
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


@document("mesa-bill-payment", "en", "chromium", "erp advice", "NetSuite-like, original / due / discount / applied columns")
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
        rows.append((f"{item.issued:%m/%d/%Y}", "Bill", f"#{item.said}", en(item.amount), en(due[n]), en(off[n]) if off[n] != "0.00" else "", en(net)))
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


SALTFLEET = customer(1004, "Saltfleet Dairies Limited", "purchaseledger@saltfleetdairies.example", "en", "GBP", days=60)
SALTFLEET_ITEMS = items(
    SALTFLEET,
    """
    NI/10417 2026-08-03 1842.36
    NI/10433 2026-08-14 96.00
    NC/0212 2026-08-20 -415.20
    NI/10460 2026-08-27 2204.04
    NC/0219 2026-09-01 -38.40
    NI/10502 2026-09-09 588.00
    """,
)


@document("saltfleet-remittance", "en", "weasyprint", "erp advice", "Sage-like, debit and credit columns, tear-off foot")
def saltfleet() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:15mm 18mm 12mm} body{font:10pt "Liberation Serif"}
    .r{text-align:right} .head{text-align:center;border:1.2pt solid #000;padding:2mm;font:bold 13pt "Liberation Sans"}
    table{width:100%;border-collapse:collapse;margin-top:6mm} th{border-top:1pt solid;border-bottom:1pt solid;text-align:left}
    td,th{padding:1mm 1.5mm} td:nth-child(n+4),th:nth-child(n+4){text-align:right} .two{display:flex;justify-content:space-between}
    .tear{position:absolute;bottom:6mm;width:100%;border-top:1pt dashed #000;padding-top:3mm;font-size:8.5pt}"""
    rows = []
    for item in SALTFLEET_ITEMS:
        credit = item.amount < 0
        rows.append(
            (
                slashes(item.issued), item.said, "Purchase Credit Note" if credit else "Purchase Invoice",
                en(-item.amount) if credit else "", "" if credit else en(item.amount),
            )
        )
    body = (
        '<div class="two"><div><b>Saltfleet Dairies Limited</b><br>Marsh Road, Saltfleet<br>LOUTH, Lincolnshire<br>LN11 7XX</div>'
        '<div class="r">Tel 01507 000 221<br>Fax 01507 000 222<br>VAT Reg No. GB 999 0212 19</div></div><br>'
        '<div class="head">REMITTANCE ADVICE</div><br><div class="two"><div>Norvane Instruments Ltd<br>Unit 6 Calder Park<br>Wakefield<br>WF2 7AW</div>'
        '<table style="width:70mm;margin:0"><tr><td>A/C Ref</td><td class="r">NORV001</td></tr><tr><td>Date</td><td class="r">30/10/2026</td></tr>'
        '<tr><td>Cheque No</td><td class="r">102264</td></tr><tr><td>Page</td><td class="r">1</td></tr></table></div>'
        "<p>NOTE: All values are shown in Pound Sterling</p>"
        + table(("Date", "Ref", "Details", "Debit", "Credit"), rows, foot=row(("", "", "<b>Totals</b>", "<b>453.60</b>", "<b>4,730.40</b>")))
        + '<p class="r" style="font:bold 12pt Liberation Sans">Amount Paid &nbsp;&nbsp; £ 4,276.80</p>'
        '<div class="tear">Please find enclosed our cheque. Kindly detach and retain for your records. '
        "Registered in England &amp; Wales No. 00102264. Registered Office: Marsh Road, Saltfleet LN11 7XX</div>"
    )
    lines = [(item.no, item.amount) for item in SALTFLEET_ITEMS]
    truth = paid(SALTFLEET.name, "4276.80", "GBP", "2026-10-30", "check", "102264", lines)
    return press.weasyprint(page(css, body)), advice(SALTFLEET, truth)


FALKIRK = customer(1005, "Falkirk & Lomond Stores plc", "trade.accounts@falkirklomond.example", "en", "GBP", days=60, aliases="F&L Stores")
FALKIRK_ITEMS = items(
    FALKIRK,
    """
    SI-000611-B 2026-08-11 9840.00
    SI-000618-B 2026-08-13 4416.00
    SI-000640-B 2026-08-25 7300.80
    SI-000655-B 2026-09-01 1284.00
    SCR-00044-B 2026-09-04 -600.00
    """,
)


@document("falkirk-deductions", "en", "chromium", "deductions", "Retailer, deduction rows under the invoice they are taken from")
def falkirk() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:14mm} body{font:9.5px "Liberation Sans Narrow"} h2{background:#000;color:#fff;padding:2mm 4mm;letter-spacing:1px}
    table{width:100%;border-collapse:collapse} th{text-align:left;border-bottom:2px solid #000;padding:1.5mm} td{padding:1.2mm 1.5mm}
    td:last-child,th:last-child{text-align:right} .ded td{color:#900} .ded td:nth-child(1){padding-left:8mm} .sum td{border-top:2px solid;font-weight:bold}
    .grid{display:grid;grid-template-columns:1fr 1fr;margin-bottom:6mm} .foot{position:fixed;bottom:0;font-size:7px}"""
    i = FALKIRK_ITEMS
    data = [
        (i[0], (("Short delivery, 6 units, GRN 771204", "-492.00"),)),
        (i[1], ()),
        (i[2], (("Damaged in transit, claim C-30887", "-365.04"), ("Late delivery charge", "-100.00"))),
        (i[3], ()),
        (i[4], ()),
    ]
    rows = ""
    for item, taken in data:
        kind = "Credit note" if item.amount < 0 else "Invoice"
        rows += row((f"{kind} {item.said}", slashes(item.issued), "Store 0" + item.no[7:9], brackets(item.amount)))
        for why, amount in taken:
            rows += row(("Deduction", "", why, brackets(amount)), kind="ded")
    body = (
        "<h2>FALKIRK &amp; LOMOND STORES plc &mdash; TRADE PAYMENTS</h2><div class='grid'><div>Supplier 0044127<br>NORVANE INSTRUMENTS LTD<br>WAKEFIELD</div>"
        "<div>Payment run: 2644<br>Payment reference: FLS/2644/0044127<br>CHAPS payment date: 28 October 2026<br>Currency: GBP</div></div><table><thead>"
        + row(("Document", "Date", "Narrative", "Value"), "th")
        + f"</thead><tbody>{rows}"
        + row(("Total paid to your bank account", "", "", "21,283.76"), kind="sum")
        + "</tbody></table><p>Queries on deductions: claims.desk@falkirklomond.example, quoting the claim or GRN number, within 28 days.</p>"
        "<div class='foot'>Falkirk &amp; Lomond Stores plc. Registered in Scotland SC000417. This document is computer generated. Page 1/1</div>"
    )
    lines = [
        (i[0].no, "9348.00", "0.00", "492.00", "Short delivery"),
        (i[1].no, "4416.00"),
        (i[2].no, "6835.76", "0.00", "465.04", "Damaged in transit; late delivery charge"),
        (i[3].no, "1284.00"),
        (i[4].no, "-600.00"),
    ]
    truth = paid(FALKIRK.name, "21283.76", "GBP", "2026-10-28", "wire", "FLS/2644/0044127", lines)
    return press.chromium(page(css, body)), advice(FALKIRK, truth)
