"""Advices in English whose tables are long, wrapped, spaced out, without amounts, or in a form's fields."""

from __future__ import annotations

from decimal import Decimal

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, advice, customer, document, items, paid
from tests.corpus.pdf.figures import en
from tests.corpus.pdf.sheets import page, row, sheet, table

STANWICK = customer(1020, "Stanwick Rail Components Ltd", "bought.ledger@stanwickrail.example", "en", "GBP", days=60)
STANWICK_ITEMS = items(
    STANWICK,
    "\n".join(f"SI-{1200 + 7 * n:06}-C 2026-08-{1 + n % 28:02} {Decimal(9041 + 7919 * n * n % 250000) / 100}" for n in range(1, 75)),
)


@document("stanwick-three-pages", "en", "reportlab", "long list", "Three pages, header repeated, carried forward and brought forward")
def stanwick() -> tuple[bytes, Truth]:
    paper = press.canvas((595.3, 841.9))
    write, right = paper.drawString, paper.drawRightString
    parts = [STANWICK_ITEMS[:24], STANWICK_ITEMS[24:52], STANWICK_ITEMS[52:]]
    running = Decimal(0)
    for number, part in enumerate(parts, 1):
        paper.setFont("Times-Bold", 14)
        write(50, 800, "Stanwick Rail Components Ltd")
        paper.setFont("Times-Roman", 9)
        right(545, 800, f"Sheet {number} of {len(parts)}")
        write(50, 786, "Supplier payment listing   N0417 Norvane Instruments Ltd   payment ref. SRC/PMT/20418")
        y = 770
        if number == 1:
            write(50, 770, "Paid by BACS direct credit, for value 13 November 2026. All amounts in GBP.")
            y = 750
        paper.setFont("Times-Bold", 9)
        for x, text in ((50, "Our voucher"), (150, "Supplier inv."), (270, "Inv. date")):
            write(x, y, text)
        right(430, y, "Invoice value")
        right(545, y, "Paid now")
        paper.line(50, y - 3, 545, y - 3)
        paper.setFont("Times-Roman", 9)
        if number > 1:
            y -= 20
            write(150, y, "Brought forward")
            right(545, y, en(running))
        for n, item in enumerate(part):
            y -= 20
            write(50, y, f"V{88120 + STANWICK_ITEMS.index(item)}")
            write(150, y, item.said)
            write(270, y, f"{item.issued:%d-%m-%y}")
            right(430, y, en(item.amount))
            right(545, y, en(item.amount))
            running += item.amount
        y -= 24
        paper.setFont("Times-Bold", 9)
        write(150, y, "Carried forward" if number < len(parts) else "Total of this payment")
        right(545, y, en(running))
        paper.setFont("Times-Roman", 7)
        write(50, 40, "Stanwick Rail Components Ltd, Carriage Works, Stanwick NN9 6XX. Reg. in England 00720418. VAT GB 999 7204 18")
        paper.showPage()
    truth = paid(STANWICK.name, str(running), "GBP", "2026-11-13", "*", "SRC/PMT/20418", [(i.no, i.amount) for i in STANWICK_ITEMS])
    return press.finish(paper), advice(STANWICK, truth)


MERIDIAN = customer(
    1021, "Meridian Offshore Fabrication Ltd", "ap.shared@meridianfab.example", "en", "USD", days=90, zone="Asia/Singapore"
)
MERIDIAN_ITEMS = items(
    MERIDIAN,
    "\n".join(
        f"{90001234 + 37 * n} 2026-{6 + n // 40:02}-{1 + n % 28:02} {Decimal(15000 + 48271 * n * n % 910000) / 100}" for n in range(120)
    ),
)


@document("meridian-120-rows", "en", "libreoffice", "long list", "Spreadsheet print of 120 rows, header rows repeated, 8-digit numbers")
def meridian() -> tuple[bytes, Truth]:
    total = sum(item.amount for item in MERIDIAN_ITEMS)
    head = tuple((text, "gbx" + ("r" if text == "Amount" else "")) for text in ("#", "Reference", "Doc. Date", "Text", "Curr.", "Amount"))
    rows: list[list[object]] = [
        [("Meridian Offshore Fabrication Ltd", "lb", 6)],
        [("Vendor line items cleared - detail to wire MOF-W-26-3318, value 16 Nov 2026", "", 6)],
        [("Vendor 300417 NORVANE INSTRUMENTS LTD", "b", 6)],
        [""],
        list(head),
    ]
    for n, item in enumerate(MERIDIAN_ITEMS, 1):
        text = ("Spares", "Service", "Calibration", "Project 771 hook-up")[n % 4]
        rows.append([(str(n), "xc"), (item.said, "x"), (f"{item.issued:%d-%b-%Y}", "x"), (text, "x"), ("USD", "x"), (en(item.amount), "xr")])
    rows.append([("", "x"), ("Grand total", "bx", 4), (en(total), "bxr")])
    source = sheet(rows, (1.2, 3.2, 3, 5, 1.6, 3.2), header_rows=(4, 4), footer="Meridian Offshore Fabrication Ltd - restricted to vendor")
    truth = paid(MERIDIAN.name, str(total), "USD", "2026-11-16", "wire", "MOF-W-26-3318", [(i.no, i.amount) for i in MERIDIAN_ITEMS])
    return press.office(source, ".fods"), advice(MERIDIAN, truth)


TAMARACK = customer(1022, "Tamarack Environmental Services Ltd.", "payables@tamarackenv.example", "en", "CAD", zone="America/Toronto")
TAMARACK_ITEMS = items(
    TAMARACK,
    """
    NVC004417 2026-09-03 3842.00
    NVC004431 2026-09-15 11300.00
    NVC004440 2026-09-24 271.20
    """,
)


@document("tamarack-wrapped", "en", "libreoffice", "erp advice", "Dynamics-like, cells wrapped over several lines, description rows below")
def tamarack() -> tuple[bytes, Truth]:
    i = TAMARACK_ITEMS
    head = [(t, "bu" + ("r" if "CAD" in t else "")) for t in ("Invoice", "Invoice\ndate", "Description", "Invoice\ntotal CAD", "Cash\ndiscount CAD", "Amount\npaid CAD")]
    rows: list[list[object]] = [
        [("Vendor payment advice", "lb", 3), ("Tamarack Environmental Services Ltd.\n88 Portage Street\nKenora ON  P9N 3X9", "r", 3)],
        [""],
        [("To\nNorvane Instruments Canada Inc.\n200 Bay Road\nOakville ON  L6J 1H8", "", 3), ("Date\nVoucher\nMethod", "r"), ("November 2, 2026\nVPAY-008812\nElectronic (wire)", "", 2)],
        [""], list(head),
        [i[0].said, "9/3/2026", ("Portable turbidity meters,\n2 units, incl. field cases\nPO 4500-1188", "w"), ("3,842.00", "r"), ("76.84", "r"), ("3,765.16", "r")],
        ["", "", ("Serials T-1180, T-1181", "s"), "", "", ""],
        [i[1].said, "9/15/2026", ("Annual service contract\nwest region, milestone 2 of 4\nPO 4500-1203", "w"), ("11,300.00", "r"), ("0.00", "r"), ("11,300.00", "r")],
        ["", "", ("Retro-billing from July 2026", "s"), "", "", ""],
        [i[2].said, "9/24/2026", ("Buffer solution\npH 7, 12 x 500 ml", "w"), ("271.20", "r"), ("5.42", "r"), ("265.78", "r")],
        [("Total", "bt", 3), ("15,413.20", "btr"), ("82.26", "btr"), ("15,330.94", "btr")],
        [""], [("GST/HST registration 99904 4170 RT0001. Please direct questions to payables@tamarackenv.example.", "s", 6)],
    ]
    source = sheet(rows, (2.6, 2.1, 4.6, 2.6, 2.8, 2.7), font="Liberation Serif")
    lines = [(i[0].no, "3765.16", "76.84"), (i[1].no, "11300.00"), (i[2].no, "265.78", "5.42")]
    truth = paid(TAMARACK.name, "15330.94", "CAD", "2026-11-02", "wire", "VPAY-008812", lines)
    return press.office(source, ".fods"), advice(TAMARACK, truth)


KUCHING = customer(1023, "Kuching Timber Products Sdn Bhd", "finance@kuchingtimber.example", "en", "MYR", days=45, zone="Asia/Kuching")
KUCHING_ITEMS = items(
    KUCHING,
    """
    NIM/26/0311 2026-09-08 8410.00
    NIM/26/0327 2026-09-22 1275.50
    """,
)


@document("kuching-form", "en", "reportlab", "form", "AcroForm: labels on the page, values in text fields")
def kuching() -> tuple[bytes, Truth]:
    paper = press.canvas((595.3, 841.9))
    write = paper.drawString
    paper.setFillColorRGB(0.1, 0.35, 0.2)
    paper.rect(0, 800, 596, 42, fill=1, stroke=0)
    paper.setFillColorRGB(1, 1, 1)
    paper.setFont("Helvetica-Bold", 14)
    write(40, 815, "KUCHING TIMBER PRODUCTS SDN BHD  -  PAYMENT ADVICE FORM")
    paper.setFillColorRGB(0, 0, 0)
    form = paper.acroForm
    i = KUCHING_ITEMS
    fields = [
        ("Paid to", "payee", "Norvane Instruments (M) Sdn Bhd", 760, 140, 300),
        ("Our reference", "ref", "KTP/TT/1088", 730, 140, 150),
        ("Date of payment", "paid_on", "4 November 2026", 700, 140, 150),
        ("Mode of payment", "mode", "Telegraphic transfer", 670, 140, 150),
        ("Amount paid (MYR)", "total", "9,685.50", 640, 140, 150),
    ]
    for label, name, value, y, x, width in fields:
        paper.setFont("Helvetica", 10)
        write(40, y + 5, label)
        form.textfield(name=name, value=value, x=x, y=y, width=width, height=18, fontSize=10, borderWidth=1, fontName="Helvetica")
    paper.setFont("Helvetica-Bold", 10)
    for x, text in ((40, "No."), (80, "Your invoice"), (260, "Invoice date"), (400, "Amount (MYR)")):
        write(x, 600, text)
    for n in range(5):
        paper.setFont("Helvetica", 10)
        y = 575 - 24 * n
        write(40, y + 5, str(n + 1))
        item = i[n] if n < len(i) else None
        values = ("", "", "") if item is None else (item.said, f"{item.issued:%d %b %Y}", en(item.amount))
        for (name, x, width), value in zip((("inv", 80, 160), ("date", 260, 120), ("amt", 400, 120)), values, strict=True):
            form.textfield(name=f"{name}{n}", value=value, x=x, y=y, width=width, height=18, fontSize=10, borderWidth=0.5, fontName="Helvetica")
    paper.setFont("Helvetica", 8)
    write(40, 400, "Prepared by: A. Lim        Company No. 199001004417 (204417-K)        Form F-07/3")
    truth = paid("KUCHING TIMBER PRODUCTS SDN BHD", "9685.50", "MYR", "2026-11-04", "wire", "KTP/TT/1088", [(x.no, x.amount) for x in i])
    return press.finish(paper), advice(KUCHING, truth)


TEMASEK = customer(1024, "Temasek Bay Logistics Pte Ltd", "accounts@temasekbay.example", "en", "SGD", zone="Asia/Singapore")
TEMASEK_ITEMS = items(TEMASEK, "NSG-2610-0088 2026-10-05 14280.00")


@document("temasek-labels", "en", "cairo", "bank notice", "Bank notice of labels and values only, charge line, one invoice")
def temasek() -> tuple[bytes, Truth]:
    pairs = (
        ("Transaction type", "Outward telegraphic transfer"), ("Transaction reference", "OTT2611090004417"),
        ("Status", "Completed"), ("Value date", "09 Nov 2026"), ("Applicant", "TEMASEK BAY LOGISTICS PTE LTD"),
        ("Debit account", "999-004417-0"), ("Beneficiary", "NORVANE INSTRUMENTS LTD"), ("Beneficiary bank", "EXAMPLE BANK PLC, LONDON"),
        ("Instructed amount", "SGD 14,280.00"), ("Charges borne by", "Beneficiary (BEN)"),
        ("Agent charges deducted", "SGD 35.00"), ("Amount credited to beneficiary", "SGD 14,245.00"),
        ("Payment details", "INVOICE NSG-2610-0088"),
    )
    text = "".join(
        f'<text x="60" y="{190 + 30 * n}" fill="#666">{label}</text><text x="290" y="{190 + 30 * n}">{value}</text>'
        f'<line x1="60" x2="535" y1="{200 + 30 * n}" y2="{200 + 30 * n}" stroke="#ddd"/>'
        for n, (label, value) in enumerate(pairs)
    )
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="595px" height="842px" viewBox="0 0 595 842" font-family="DejaVu Sans" font-size="11">'
        '<rect width="595" height="90" fill="#0b3c5d"/><circle cx="80" cy="45" r="22" fill="#d9b310"/>'
        '<text x="115" y="52" font-size="20" fill="#fff">Straits Example Bank</text>'
        f'<text x="60" y="140" font-size="16">Customer transaction advice</text>{text}'
        '<text x="60" y="790" font-size="8" fill="#666">This is a computer generated advice. No signature is required. Co. Reg. No. 199999417Z. Page 1/1</text></svg>'
    )
    line = ("NSG-2610-0088", "14245.00", "0.00", "35.00", "Agent charges")
    truth = paid("TEMASEK BAY LOGISTICS PTE LTD", "14245.00", "SGD", "2026-11-09", "wire", "OTT2611090004417", [line])
    return press.cairo(svg), advice(TEMASEK, truth)


PRAIRIE = customer(1025, "Prairie Seed Growers Association", "ap@prairieseed.example", "en", "USD", zone="America/Chicago")
PRAIRIE_ITEMS = items(
    PRAIRIE,
    """
    US-26-07801 2026-09-28 1644.00 po=PSG-88104
    US-26-07809 2026-10-01 920.40 po=PSG-88121
    US-26-07822 2026-10-07 3105.00 po=PSG-88139
    """,
)


@document("prairie-orders-only", "en", "fpdf2", "orders only", "Narrow receipt-like slip that names purchase orders, no invoices")
def prairie() -> tuple[bytes, Truth]:
    pdf = press.fpdf(format=(110, 200))  # type: ignore[arg-type]
    pdf.add_page()
    pdf.set_font("Courier", "B", 11)
    pdf.text(8, 14, "PRAIRIE SEED GROWERS ASSN.")
    pdf.set_font("Courier", "", 9)
    y = 22.0
    rows = ["Direct deposit slip", "Nov 6 2026   conf. 7719-0042", "Vendor: Norvane Instruments", "-" * 44, f"{'PO number':<20}{'Paid':>20}"]
    rows += [f"{item.po:<20}{en(item.amount):>20}" for item in PRAIRIE_ITEMS]
    rows += ["-" * 44, f"{'Total USD':<20}{'5,669.40':>20}", "", "Thank you for your business", "Questions: 701-555-0120"]
    for text in rows:
        pdf.text(8, y, text)
        y += 6
    truth = paid("PRAIRIE SEED GROWERS ASSN.", "5669.40", "USD", "2026-11-06", "*", "7719-0042", [(i.no, i.amount) for i in PRAIRIE_ITEMS])
    return bytes(pdf.output()), advice(PRAIRIE, truth)


HARTWELL = customer(1026, "Hartwell Aggregates Limited", "accounts@hartwellaggregates.example", "en", "GBP")
HARTWELL_ITEMS = items(
    HARTWELL,
    """
    SI-000881-A 2026-09-16 1530.00
    SI-000894-A 2026-09-23 2844.60
    """,
)


@document("hartwell-invoice-copies", "en", "weasyprint", "attachments", "Advice page, then copies of the invoices that it pays")
def hartwell() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:18mm} body{font:10pt "DejaVu Serif"} section{break-after:page} table{width:100%;border-collapse:collapse}
    th,td{border:0.6pt solid #555;padding:1.5mm;text-align:left} td:last-child,th:last-child{text-align:right} .copy{color:#b00;border:1pt solid #b00;float:right;padding:2mm}"""
    i = HARTWELL_ITEMS
    net = (("1,275.00", "255.00"), ("2,370.50", "474.10"))
    copies = ""
    for item, (goods, vat) in zip(i, net, strict=True):
        copies += (
            "<section><div class='copy'>COPY INVOICE</div><h2 style='color:#175'>Norvane Instruments Ltd</h2><p>Unit 6 Calder Park, Wakefield WF2 7AW<br>VAT GB 999 6001 22</p>"
            f"<p><b>INVOICE {item.said}</b><br>Tax point {item.issued:%d/%m/%Y}<br>To: Hartwell Aggregates Limited, Quarry Road, Hartwell</p>"
            + table(("Qty", "Item", "Goods £"), [("1", "Belt scale service", goods), ("", "VAT at 20%", vat), ("", "<b>Invoice total</b>", f"<b>{en(item.amount)}</b>")])
            + "<p>Terms: 30 days net. Bank: Example Bank 40-99-17 12345678. Our goods remain our property until paid.</p></section>"
        )
    body = (
        "<section><h3>Hartwell Aggregates Limited</h3><p>Quarry Road, Hartwell NN7 2XX &middot; 01604 000 881</p><h2>Payment notification</h2>"
        "<p>We have today, 29 October 2026, paid the invoices below by online bank transfer (reference HA-NORV-1029). Copies are attached for your information.</p>"
        + table(("Invoice no.", "Invoice date", "Paid £"), [(x.said, f"{x.issued:%d/%m/%Y}", en(x.amount)) for x in i] + [("Total", "", "4,374.60")])
        + f"<p>Kind regards,<br>S. Whitlock, Accounts</p></section>{copies}"
    )
    truth = paid(HARTWELL.name, "4374.60", "GBP", "2026-10-29", "wire", "HA-NORV-1029", [(x.no, x.amount) for x in i])
    return press.weasyprint(page(css, body)), advice(HARTWELL, truth)


CASTLEBAR = customer(1027, "Castlebar Precision Engineering DAC", "creditors@castlebarprecision.example", "en", "EUR", days=60, zone="Europe/Dublin")
CASTLEBAR_ITEMS = items(
    CASTLEBAR,
    """
    NIE0003318 2026-07-20 6150.00
    NIE0003340 2026-08-05 2214.00
    NIE0003366 2026-08-24 12300.00
    NIE0003391 2026-09-10 1722.00
    """,
)


@document("castlebar-statement-like", "en", "libreoffice", "statement-like", "Statement-like list: original, paid to date, this payment, balance")
def castlebar() -> tuple[bytes, Truth]:
    i = CASTLEBAR_ITEMS
    head = [(t, "gbx" + ("r" if n > 1 else "")) for n, t in enumerate(("Your invoice", "Date", "Original amount", "Previously paid", "Paid", "Balance"))]
    data = (
        (i[0], "4,000.00", "2,150.00", "0.00"), (i[1], "0.00", "2,214.00", "0.00"),
        (i[2], "0.00", "6,000.00", "6,300.00"), (i[3], "0.00", "0.00", "1,722.00"),
    )
    rows: list[list[object]] = [
        [("Castlebar Precision Engineering DAC", "lb", 6)], [("Creditor payment statement", "b", 3), ("Breaffy Road, Castlebar, Co. Mayo", "r", 3)], [""],
        [("Creditor: NORV01 Norvane Instruments Ltd", "", 3), ("SEPA credit transfer 11 November 2026", "r", 3)],
        [("Currency EUR", "", 3), ("Transfer ID CPE20261111-07", "r", 3)], [""], list(head),
        *[[(x.said, "x"), (f"{x.issued:%d/%m/%Y}", "x"), (en(x.amount), "xr"), (a, "xr"), (b, "xr"), (c, "xr")] for x, a, b, c in data],
        [("Totals", "bx", 2), ("22,386.00", "bxr"), ("4,000.00", "bxr"), ("10,364.00", "bxr"), ("8,022.00", "bxr")],
        [""], [("Items with nothing in the Paid column are in our ledger and not yet due for payment.", "s", 6)],
        [("Directors: M. Ruane, C. Duffy. Registered in Ireland 99417. VAT IE 9994170T", "s", 6)],
    ]
    lines = [(i[0].no, "2150.00"), (i[1].no, "2214.00"), (i[2].no, "6000.00")]
    truth = paid(CASTLEBAR.name, "10364.00", "EUR", "2026-11-11", "wire", "CPE20261111-07", lines)
    return press.office(sheet(rows, (3.2, 2.6, 3.1, 3.1, 2.9, 2.9)), ".fods"), advice(CASTLEBAR, truth)


KILIMA = customer(1028, "Kilima Cement Works Ltd", "treasury@kilimacement.example", "en", "USD", days=90, zone="Africa/Nairobi")
KILIMA_ITEMS = items(
    KILIMA,
    """
    SI-000902-D 2026-07-06 21400.00
    SI-000917-D 2026-07-30 8050.00
    SI-000933-D 2026-08-18 11975.00
    """,
)


@document("kilima-one-total", "en", "chromium", "one total", "Letter: total in a banner, invoices listed below without amounts")
def kilima() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:22mm} body{font:11px/1.5 "Liberation Sans"} .banner{background:#f2e6d0;border-left:6px solid #a33;padding:5mm;margin:6mm 0}
    .banner b{font-size:20px} li{margin:1mm 0} header{text-align:center;border-bottom:3px double #a33}"""
    entries = "".join(f"<li>Invoice {i.said} of {i.issued:%d %B %Y}</li>" for i in KILIMA_ITEMS)
    body = (
        "<header><h2>KILIMA CEMENT WORKS LTD</h2>P.O. Box 99041, Moshi &middot; TIN 999-041-733</header><p>10 November 2026</p><p>Norvane Instruments Ltd<br>Wakefield, England</p>"
        "<div class='banner'>Amount transferred<br><b>USD 41,425.00</b><br>Swift reference KCW/FT/26/1110 &mdash; value 10 November 2026</div>"
        f"<p>Dear Sirs, the above transfer covers the following:</p><ol>{entries}</ol><p>Please acknowledge receipt.</p><p>For Kilima Cement Works Ltd<br><br>____________________<br>Treasurer</p>"
    )
    truth = paid("KILIMA CEMENT WORKS LTD", "41425.00", "USD", "2026-11-10", "wire", "KCW/FT/26/1110", [(i.no, None) for i in KILIMA_ITEMS])
    return press.chromium(page(css, body)), advice(KILIMA, truth)


PELICAN = customer(1029, "Pelican Marine Surveyors Inc.", "books@pelicanmarine.example", "en", "USD", zone="America/New_York")
PELICAN_ITEMS = items(
    PELICAN,
    """
    A4566/26 2026-10-08 782.00
    A4570/26 2026-10-12 1240.00 unknown
    A4577/26 2026-10-15 95.50
    """,
)


@document("pelican-spaced", "en", "reportlab", "bank notice", "Letters set apart in heads and values, total above the table")
def pelican() -> tuple[bytes, Truth]:
    paper = press.canvas((612, 792))

    def write(x: float, y: float, text: str, size: float = 9, space: float = 2.2, font: str = "Helvetica") -> None:
        line = paper.beginText(x, y)
        line.setFont(font, size)
        line.setCharSpace(space)
        line.textOut(text)
        paper.drawText(line)

    write(60, 730, "PELICAN MARINE SURVEYORS", 15, 6, "Helvetica-Bold")
    write(60, 712, "REMITTANCE", 10, 9)
    write(60, 670, "Paid to", 9)
    write(180, 670, "Norvane Instruments Inc.")
    write(60, 654, "Check no.")
    write(180, 654, "1207")
    write(60, 638, "Check date")
    write(180, 638, "November 3, 2026")
    write(60, 622, "Check total")
    write(180, 622, "$2,117.50", 9, 2.2, "Helvetica-Bold")
    paper.line(60, 600, 550, 600)
    for x, text in ((60, "Invoice"), (220, "Dated"), (400, "Amount")):
        write(x, 585, text, 8, 3)
    for n, item in enumerate(PELICAN_ITEMS):
        write(60, 565 - 18 * n, item.said)
        write(220, 565 - 18 * n, f"{item.issued:%b %d, %Y}")
        write(400, 565 - 18 * n, en(item.amount))
    write(60, 60, "Port Canaveral FL  -  FEIN 59-0000417", 7, 1.5)
    truth = paid("PELICAN MARINE SURVEYORS", "2117.50", "USD", "2026-11-03", "check", "1207", [(i.no, i.amount) for i in PELICAN_ITEMS])
    return press.finish(paper), advice(PELICAN, truth)
