"""Documents in English as PDF: programs' advices, cheque stubs, portals, letters."""

from __future__ import annotations

from tests.corpus.strangers.book import cells, firm, mail, pay, pdf, press, printed, rights, table

firm(
    "S01",
    "Ostrava Motion Systems plc",
    "ap-run@ostravamotion.example",
    "GBP",
    """
90012345 2026-09-03 4200.00
90012388 2026-09-10 1860.50
90012401 2026-09-15 980.00
90012460 2026-09-29 -310.00
90012511 2026-10-05 2200.00
""",
)


def f110() -> bytes:
    """SAP's payment advice note, in a typewriter face."""
    book = press.fpdf()
    book.add_page()
    book.set_font("Courier", size=9)
    said = """
Ostrava Motion Systems plc                           Payment advice
Unit 7 Kelham Way, Sheffield S3
                                         Date        02.11.2026
                                         Doc.no./Co. 2000014471 / 0100
Brevanne Coatings Ltd                    Our acct. with you  OMS-44
PO Box 18                                Your acct with us   0000310772
Leeds LS1                                Clerk       P. Whitlow / AP run ZT01

Dear Sirs,
the items listed below were settled by bank transfer to your account
no. 40117733 at sort code 20-11-43.

Document   Your document   Date       Deductions          Gross amount
-----------------------------------------------------------------------
5105600123 90012345        03.09.2026      84.00             4,200.00
5105600188 90012388        10.09.2026       0.00             1,860.50
5105600231 90012401        15.09.2026      19.60               980.00
1700004410 90012460        29.09.2026       0.00               310.00-
-----------------------------------------------------------------------
Sum total                                 103.60             6,730.50

Payment document   Date        Currency          Payment amount
2000014471         02.11.2026  GBP           *****6,626.90*
"""
    for number, row in enumerate(said.strip("\n").split("\n")):
        book.text(16, 20 + number * 5, row)
    return bytes(book.output())


mail(
    "en-sap-f110",
    "SAP F110 advice: own document number first, deductions before gross, trailing minus, net below in starred figures",
    "fpdf2",
    "S01",
    "Payment advice 2000014471",
    "2026-11-02T06:10:00+00:00",
    "Please find attached our payment advice.\n\nThis is an automated mail, do not reply.",
    pay(
        "6626.90",
        "GBP",
        "90012345 4116.00 d=* x=*; 90012388 1860.50; 90012401 960.40 d=* x=*; 90012460 -310.00",
    ),
    files=[pdf("ADVICE_0000310772.PDF", f110)],
)

firm(
    "S02",
    "Tallgrass Rail Services, Inc.",
    "remittances@tallgrassrail.example",
    "USD",
    """
BC-60412 2026-09-01 18250.00 4500017781
BC-60418 2026-09-04 3300.00 4500017802
BC-60431 2026-09-14 760.25 4500017855
BC-60455 2026-09-22 9100.00 4500017901
BC-60470 2026-10-02 650.00
""",
    zone="America/Chicago",
)


def oracle() -> bytes:
    rows = cells("""
BC-60412 | 01-SEP-26 | PO 4500017781 epoxy primer, drums | 18,250.00 | 0.00 | 18,250.00
BC-60418 | 04-SEP-26 | PO 4500017802 | 3,300.00 | 66.00 | 3,234.00
BC-60431 | 14-SEP-26 | Freight re 4500017855 | 760.25 | 0.00 | 760.25
DM-7719 BC-60455 | 30-SEP-26 | Short receipt 4500017901 | &lt;910.00&gt; | 0.00 | &lt;910.00&gt;
BC-60455 | 22-SEP-26 | PO 4500017901 | 9,100.00 | 0.00 | 9,100.00
""")
    head = (
        "Invoice Number",
        "Invoice Date",
        "Description",
        "Invoice Amount",
        "Discount Taken",
        "Amount Paid",
    )
    return printed(
        "<div style='float:right'>Payment Number 88120441<br>Payment Date 30-OCT-26<br>Payment Amount USD 30,434.25</div>"
        "<h3>Tallgrass Rail Services, Inc.</h3><p>Supplier: BREVANNE COATINGS INC &nbsp; Supplier No: 20771 &nbsp; Site: CHI-REMIT</p>"
        + table(head, rights(rows, 3))
        + "<p class=r><b>Payment Total: 30,434.25</b></p>",
        "table{margin-top:30px}th{background:#ddd}tr:nth-child(even){background:#f4f4f4}",
        "letter landscape",
    )


mail(
    "en-oracle-payables",
    "Oracle payables separate remittance: landscape, debit memo of the customer named beside the invoice it shortens, angle brackets",
    "chromium",
    "S02",
    "Separate Remittance Advice - Payment 88120441",
    "2026-10-30T15:02:00-05:00",
    "Separate remittance advice attached.",
    pay(
        "30434.25",
        "USD",
        "BC-60412 18250.00; BC-60418 3234.00 d=66.00; BC-60431 760.25; BC-60455 8190.00 x=*",
    ),
    files=[pdf("SRA_88120441.pdf", oracle)],
)

firm(
    "S03",
    "Hollis & Vane Interiors LLC",
    "bookkeeping@hollisvane.example",
    "USD",
    """
INV#00123-A 2026-08-30 1450.00
INV#00123-B 2026-08-30 380.00
INV#00131-A 2026-09-18 2215.75
INV#00140-A 2026-10-01 99.00
CM#00017 2026-09-25 -145.75
""",
    zone="America/New_York",
)


def stub() -> bytes:
    sheet = press.canvas((612, 792))
    write, right = sheet.drawString, sheet.drawRightString
    for top in (775, 525):
        sheet.setFont("Helvetica-Bold", 9)
        write(36, top, "HOLLIS & VANE INTERIORS LLC")
        right(576, top, "20418")
        sheet.setFont("Helvetica", 8)
        write(36, top - 14, "Brevanne Coatings Inc.")
        right(576, top - 14, "10/29/26")
        for x, word in (
            (36, "Date"),
            (100, "Type"),
            (150, "Reference"),
            (300, "Original Amt."),
            (390, "Balance Due"),
            (576, "Payment"),
        ):
            (right if x > 200 else write)(x, top - 32, word)
        rows = cells("""
08/30/26 | Bill | INV#00123-A | 1,450.00 | 1,450.00 | 1,450.00
08/30/26 | Bill | INV#00123-B | 380.00 | 380.00 | 380.00
09/18/26 | Bill | INV#00131-A | 2,215.75 | 2,215.75 | 2,215.75
09/25/26 | Cred | CM#00017 | (145.75) | (145.75) | (145.75)
""")
        for number, row in enumerate(rows):
            for x, word in zip((36, 100, 150, 300, 390, 576), row, strict=True):
                (right if x > 200 else write)(x, top - 46 - 12 * number, word)
        right(510, top - 108, "Check Amount")
        right(576, top - 108, "3,900.00")
        write(36, top - 200, "Operating 1010        acct 44-1009")
        right(576, top - 200, "3,900.00")
    sheet.setFont("Helvetica", 10)
    right(576, 240, "20418")
    right(576, 215, "10/29/26")
    write(70, 190, "Brevanne Coatings Inc.")
    right(576, 190, "**3,900.00")
    write(40, 165, "Three thousand nine hundred and 00/100" + "*" * 50)
    write(70, 130, "Brevanne Coatings Inc.")
    write(70, 118, "PO Box 55410")
    write(70, 106, "Chicago IL 60655")
    write(40, 70, "MEMO  Aug/Sep")
    return press.finish(sheet)


mail(
    "en-check-at-the-foot",
    "Check in the bottom third, the same voucher twice above it, numbers with # and letters",
    "reportlab",
    "S03",
    "ck 20418",
    "2026-10-29T16:40:00-04:00",
    "scan of the check that's in the mail\n\nMarcy",
    pay("3900.00", "*", "INV#00123-A 1450.00; INV#00123-B 380.00; INV#00131-A 2215.75; CM#00017 -145.75"),
    files=[pdf("ck20418.pdf", stub)],
)

firm(
    "S04",
    "Penhallow Yacht Builders Ltd",
    "purchase.ledger@penhallow.example",
    "GBP",
    """
SI0004711 2026-08-21 6400.00
SI0004718 2026-08-28 1215.30
SI0004750 2026-09-11 3044.70
SI0004762 2026-09-17 880.00
SI0004799 2026-10-08 5100.00
""",
)


def two_cheques() -> bytes:
    one = table(
        ("Your ref", "Our ref", "Dated", "Value £"),
        rights(
            cells("""
SI0004711 | PI-20114 | 21 Aug 2026 | 6,400.00
SI0004718 | PI-20130 | 28 Aug 2026 | 1,215.30
"""),
            3,
        ),
    )
    two = table(
        ("Your ref", "Our ref", "Dated", "Value £"),
        rights(
            cells("""
SI0004750 | PI-20177 | 11 Sep 2026 | 3,044.70
SI0004762 | PI-20190 | 17 Sep 2026 | 880.00
"""),
            3,
        ),
    )
    return printed(
        "<h2>REMITTANCE ADVICE</h2><p>Penhallow Yacht Builders Ltd, Penryn, Cornwall</p><p>To: Brevanne Coatings Ltd</p>"
        f"<h4>Cheque no. 100871 &nbsp;&nbsp; 28 October 2026</h4>{one}<p class=r>Cheque total £7,615.30</p><hr>"
        f"<h4>Cheque no. 100872 &nbsp;&nbsp; 28 October 2026</h4>{two}<p class=r>Cheque total £3,924.70</p>"
        "<hr><p class=r><b>Both cheques enclosed: £11,540.00</b></p>",
        "td,th{border-bottom:1px solid #999}",
    )


mail(
    "en-two-cheques",
    "Two cheques on one page, each with its list and total, and the sum of both",
    "chromium",
    "S04",
    "Remittance - cheques 100871 and 100872",
    "2026-10-28T11:00:00+00:00",
    "Two cheques in tonight's post, details attached.\n\nRegards\nSue Trelawny",
    pay("7615.30", "GBP", "SI0004711 6400.00; SI0004718 1215.30"),
    pay("3924.70", "GBP", "SI0004750 3044.70; SI0004762 880.00"),
    files=[pdf("remittance.pdf", two_cheques)],
)

firm(
    "S05",
    "Kestrel Ridge Hospitals Group",
    "ap.reports@kestrelridge.example",
    "USD",
    """
BC-60502 2026-09-08 2240.00
BC-60517 2026-09-16 415.60
BC-60533 2026-09-29 7800.00
BC-60540 2026-10-05 1290.00
""",
    zone="America/Denver",
)


def vendor_report() -> bytes:
    head = ("Voucher", "Vendor Invoice", "Inv Date", "Gross", "Disc", "Net")

    def section(vendor: str, number: str, rows: str, total: str) -> str:
        return (
            f"<p><b>Vendor: {vendor}</b> &nbsp; EFT {number} &nbsp; 11/04/2026</p>"
            + table(head, rights(cells(rows), 3))
            + f"<p class=r>Vendor total {total}</p>"
        )

    return printed(
        "<h3>KESTREL RIDGE HOSPITALS GROUP — Vendor Payment Report — Batch 2026-1104-E</h3>"
        + section(
            "01877 Aspen Linen Supply Co",
            "771200",
            "V88101 | 55-2071 | 10/01/2026 | 1,900.00 | 0.00 | 1,900.00\nV88102 | 55-2099 | 10/08/2026 | 640.00 | 0.00 | 640.00",
            "2,540.00",
        )
        + section(
            "02214 Brevanne Coatings Inc",
            "771201",
            "V88140 | BC-60502 | 09/08/2026 | 2,240.00 | 44.80 | 2,195.20\nV88141 | BC-60517 | 09/16/2026 | 415.60 | 0.00 | 415.60\nV88155 | BC-60533 | 09/29/2026 | 7,800.00 | 156.00 | 7,644.00",
            "10,254.80",
        )
        + section(
            "02390 Bristlecone Medical Gases",
            "771202",
            "V88160 | 100233 | 09/30/2026 | 512.44 | 0.00 | 512.44",
            "512.44",
        )
        + "<p class=r><b>Batch total 13,307.24</b></p>",
        "th{border-bottom:2px solid #000}",
        "letter landscape",
    )


mail(
    "en-several-payees",
    "Vendor payment report with sections for three payees, of which one is we, and a batch total",
    "chromium",
    "S05",
    "Vendor payment report 2026-1104-E",
    "2026-11-04T08:00:00-07:00",
    "All vendors: the payments below were released today by EFT. Your section is in the attached report.",
    pay("10254.80", "*", "BC-60502 2195.20 d=44.80; BC-60517 415.60; BC-60533 7644.00 d=156.00"),
    files=[pdf("VendorPaymentReport.pdf", vendor_report)],
)

firm(
    "S06",
    "Marlowe Bridgeworks Ltd",
    "accounts@marlowebridge.example",
    "GBP",
    "\n".join(f"BL{26000 + n * 7} 2026-09-{n % 28 + 1:02d} {100 + n * 13}.{n % 10}0" for n in range(1, 41)),
)


def carried() -> bytes:
    from decimal import Decimal

    sheet = press.canvas((595, 842))
    rows = [
        (f"BL{26000 + n * 7}", f"{n % 28 + 1:02d}/09/26", Decimal(f"{100 + n * 13}.{n % 10}0"))
        for n in range(1, 37)
    ]
    running = Decimal(0)
    for number in range(3):
        sheet.setFont("Times-Bold", 12)
        sheet.drawString(50, 800, "Marlowe Bridgeworks Ltd - payment schedule to Brevanne Coatings Ltd")
        sheet.setFont("Times-Roman", 10)
        sheet.drawString(50, 784, "BACS 13/11/26")
        sheet.drawRightString(545, 784, f"Sheet {number + 1} of 3")
        sheet.drawString(50, 760, "Inv.")
        sheet.drawString(180, 760, "Date")
        sheet.drawRightString(400, 760, "£ p")
        y = 744
        if number:
            sheet.drawString(50, y, "Brought forward")
            sheet.drawRightString(400, y, f"{running:,.2f}")
            y -= 16
        page_sum = Decimal(0)
        for no, day, amount in rows[number * 12 : number * 12 + 12]:
            sheet.drawString(50, y, no)
            sheet.drawString(180, y, day)
            sheet.drawRightString(400, y, f"{amount:,.2f}")
            page_sum += amount
            y -= 16
        running += page_sum
        sheet.drawString(50, y - 6, "This sheet")
        sheet.drawRightString(400, y - 6, f"{page_sum:,.2f}")
        sheet.drawString(50, y - 22, "Carried forward" if number < 2 else "Total paid")
        sheet.drawRightString(400, y - 22, f"{running:,.2f}")
        sheet.showPage()
    return press.finish(sheet)


_CARRIED = [(f"BL{26000 + n * 7}", f"{100 + n * 13}.{n % 10}0") for n in range(1, 37)]
mail(
    "en-carry-forward",
    "Three sheets: a sum of each sheet and a sum carried and brought forward",
    "reportlab",
    "S06",
    "BACS schedule",
    "2026-11-13T09:30:00+00:00",
    "Schedule for today's BACS attached.",
    pay("12273.60", "GBP", ";".join(f"{no} {amount}" for no, amount in _CARRIED)),
    files=[pdf("schedule.pdf", carried)],
)

firm(
    "S07",
    "Dunmore Fresh Markets",
    "supplier.deductions@dunmorefresh.example",
    "USD",
    """
7700451 2026-08-25 12400.00
7700458 2026-08-31 8960.00
7700466 2026-09-07 15120.40
7700480 2026-09-21 3000.00
""",
    zone="America/New_York",
)


def codes() -> bytes:
    rows = cells("""
7700451 | 08/25/26 | 12,400.00 | 248.00 | 310.00 | 31 | 11,842.00
7700458 | 08/31/26 | 8,960.00 | 179.20 | 0.00 | | 8,780.80
7700466 | 09/07/26 | 15,120.40 | 302.41 | 1,200.00 | 07 | 13,617.99
""")
    return printed(
        "<h3>Dunmore Fresh Markets · Accounts Payable Remittance</h3><p>ACH trace 0611000 4471902 · settlement 10/27/26 · payee BREVANNE COATINGS INC</p>"
        + table(("Inv #", "Date", "Billed", "Terms disc", "Chargeback", "Cd", "Remitted"), rights(rows, 2))
        + "<p class=r>Billed 36,480.40 &nbsp; Disc 729.61 &nbsp; Chargebacks 1,510.00 &nbsp; <b>Remitted 34,240.79</b></p>"
        "<p style='font-size:7pt'>Cd: 07 = late delivery fine; 12 = advertising allowance; 31 = concealed damage; 55 = pricing. Disputes within 90 days at portal.dunmorefresh.example, case ref = invoice + code.</p>",
        "td,th{border:1px solid #ccc}",
    )


mail(
    "en-deduction-codes",
    "Retailer's remittance: discount and chargeback columns, reason codes with a legend below, four sums in one row",
    "chromium",
    "S07",
    "Dunmore Remittance 10/27/26",
    "2026-10-27T05:00:00-04:00",
    "Remittance detail attached.",
    pay(
        "34240.79",
        "*",
        "7700451 11842.00 d=248.00 x=310.00; 7700458 8780.80 d=179.20; 7700466 13617.99 d=302.41 x=1200.00",
    ),
    files=[pdf("DFM_102726.pdf", codes)],
)

firm(
    "S08",
    "Corrigan & Daughters Joinery",
    "office@corriganjoinery.example",
    "EUR",
    """
IE-2026-0311 2026-09-02 2750.00
IE-2026-0326 2026-09-19 1180.00
IE-2026-0340 2026-10-02 640.00
""",
    zone="Europe/Dublin",
)


def letter() -> bytes:
    return press.groff(
        r"""
.nr PS 11
.LP
.B "Corrigan & Daughters Joinery"
.br
Mill Lane, Athlone
.LP
26th October 2026
.LP
Brevanne Coatings Ltd
.LP
.B "Account BC/CORR"
.LP
Dear Sir or Madam,
.LP
We enclose our bank draft in the amount of three thousand nine hundred and thirty euro (€3,930.00) in full and final settlement of your invoices
IE-2026-0311 of the 2nd and IE-2026-0326 of the 19th of September last, being €2,750.00 and €1,180.00 respectively.
.LP
Kindly acknowledge receipt and let us have an up-to-date statement.
.LP
Yours faithfully,
.br
.sp 2
Nuala Corrigan
""",
        "-ms",
    )


mail(
    "en-letter-draft",
    "Letter in prose: amounts 'respectively' after the numbers, total in words and figures",
    "groff",
    "S08",
    "Letter",
    "2026-10-26T12:00:00+00:00",
    "See attached letter.",
    pay("3930.00", "EUR", "IE-2026-0311 2750.00; IE-2026-0326 1180.00"),
    kind="remittance",
    files=[pdf("letter.pdf", letter)],
)

firm(
    "S09",
    "Blue Heron Packaging Co-operative",
    "treasury@blueheronpack.example",
    "USD",
    """
US-2026-000871-CHI 2026-09-01 5210.00
US-2026-000902-CHI 2026-09-12 884.15
US-2026-000958-CHI 2026-09-30 12075.00
US-2026-000990-CHI 2026-10-09 415.00
""",
    zone="America/Chicago",
)


def narrow() -> bytes:
    from io import BytesIO

    from reportlab.lib.pagesizes import letter as size
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

    out = BytesIO()
    style = getSampleStyleSheet()["BodyText"]
    style.fontSize = 8
    rows: list[list[object]] = [
        [
            Paragraph(word, style)
            for word in ("Supplier document", "Purchase order", "Doc. date", "Site", "Amount")
        ]
    ]
    for no, po, day, site, amount in cells("""
US-2026-<br/>000871-CHI | BHP-PO-<br/>88172 | 09/01/2026 | Cedar Falls plant, line 2 | 5,210.00
US-2026-<br/>000902-CHI | BHP-PO-<br/>88190 | 09/12/2026 | Waterloo | 884.15
US-2026-<br/>000958-CHI | BHP-PO-<br/>88233 | 09/30/2026 | Cedar Falls plant, paint shop | 12,075.00
"""):
        rows.append([Paragraph(word, style) for word in (no, po, day, site, amount)])
    grid = Table(rows, colWidths=[62, 52, 60, 70, 60], hAlign="LEFT")
    grid.setStyle(
        TableStyle([("GRID", (0, 0), (-1, -1), 0.4, "#555555"), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    )
    h = getSampleStyleSheet()["Heading3"]
    SimpleDocTemplate(out, pagesize=size, invariant=1).build(
        [
            Paragraph("Blue Heron Packaging Co-operative", h),
            Paragraph("Electronic payment 5510-07 of 11/02/2026 to Brevanne Coatings Inc.", style),
            Spacer(1, 12),
            grid,
            Spacer(1, 8),
            Paragraph("Total of this payment USD 18,169.15", style),
        ]
    )
    return press.steady(out.getvalue())


mail(
    "en-narrow-columns",
    "Narrow columns: invoice numbers broken over two lines, sites over three",
    "reportlab platypus",
    "S09",
    "Payment 5510-07",
    "2026-11-02T10:00:00-06:00",
    "Detail of payment 5510-07 attached.",
    pay(
        "18169.15",
        "USD",
        "US-2026-000871-CHI 5210.00; US-2026-000902-CHI 884.15; US-2026-000958-CHI 12075.00",
    ),
    files=[pdf("5510-07.pdf", narrow)],
)

firm(
    "S10",
    "Fairweather Signs Ltd",
    "pam@fairweathersigns.example",
    "GBP",
    """
BL31002 2026-09-04 560.00
BL31017 2026-09-12 1324.80
BL31029 2026-09-20 245.00
BL31044 2026-10-01 890.20
BL31051 2026-10-09 77.00
""",
)


def crossed(total: str) -> bytes:
    sheet = press.canvas((595, 842))
    sheet.setFont("Helvetica-Bold", 13)
    sheet.drawString(60, 780, "Fairweather Signs Ltd")
    sheet.setFont("Helvetica", 10)
    sheet.drawString(60, 762, "Remittance to Brevanne Coatings Ltd, bank transfer 6 Nov 2026")
    sheet.drawString(60, 730, "Invoice")
    sheet.drawString(200, 730, "Date")
    sheet.drawRightString(400, 730, "Paid")
    rows = cells(
        "BL31002 | 04/09/2026 | 560.00\nBL31017 | 12/09/2026 | 1,324.80\nBL31029 | 20/09/2026 | 245.00\nBL31044 | 01/10/2026 | 890.20"
    )
    for number, (no, day, amount) in enumerate(rows):
        y = 712 - 18 * number
        sheet.drawString(60, y, no)
        sheet.drawString(200, y, day)
        sheet.drawRightString(400, y, amount)
        if no == "BL31017":
            sheet.setLineWidth(1.2)
            sheet.line(56, y + 3.4, 404, y + 3.4)
    if total:
        sheet.drawString(60, 620, "Total")
        sheet.drawRightString(400, 620, total)
    return press.finish(sheet)


mail(
    "en-crossed-out",
    "A row crossed out by a drawn line, no total stated: it is not paid",
    "reportlab",
    "S10",
    "Remittance 6 Nov",
    "2026-11-06T14:00:00+00:00",
    "Hi, remittance attached. I've crossed out the one we're still waiting for goods on.\n\nPam",
    pay("*", "*", "BL31002 560.00; BL31029 245.00; BL31044 890.20"),
    files=[pdf("remit.pdf", lambda: crossed(""))],
)

firm(
    "S11",
    "Stellan Process AB",
    "ap.invoices@stellan.example",
    "EUR",
    """
FV/26/00931 2026-09-01 8420.00
FV/26/00940 2026-09-08 1599.99
FV/26/00977 2026-09-25 23110.50
FV/26/01002 2026-10-06 640.00
""",
    zone="Europe/Stockholm",
)


def dynamics() -> bytes:
    rows = cells("""
FV/26/00931 | API-004417 | 2026-09-01 | EUR | 8 420,00 | 0,00 | 8 420,00
FV/26/00940 | API-004452 | 2026-09-08 | EUR | 1 599,99 | 0,00 | 1 599,99
FV/26/00977 | API-004530 | 2026-09-25 | EUR | 23 110,50 | 462,21 | 22 648,29
""")
    source = (
        "<html><head><meta charset='utf-8'></head><body><h3>Payment advice</h3><p>Stellan Process AB<br>Vendor: Brevanne Coatings Ltd (V-10088)<br>"
        "Payment journal: APJ-00912<br>Value date: 2026-11-09</p>"
        + table(
            ("Invoice", "Voucher", "Date", "Cur", "Amount", "Cash discount", "Settled"),
            [[*r[:4], *(f"<p align=right>{c}</p>" for c in r[4:])] for r in rows],
        )
        + "<p>Total amount settled: EUR 32 668,28</p></body></html>"
    )
    return press.office(source, ".html")


mail(
    "en-dynamics-spaces",
    "Dynamics vendor payment advice: spaces in thousands, decimal commas, own voucher beside",
    "LibreOffice writer",
    "S11",
    "Payment advice APJ-00912",
    "2026-11-09T07:45:00+01:00",
    "Payment advice from Stellan Process AB.",
    pay("32668.28", "EUR", "FV/26/00931 8420.00; FV/26/00940 1599.99; FV/26/00977 22648.29 d=462.21"),
    files=[pdf("Payment advice APJ-00912.pdf", dynamics)],
)

firm(
    "S12",
    "Vindhya Tractor Components Pvt Ltd",
    "vendorpay@vindhyatractor.example",
    "INR",
    """
BCI/26-27/1109 2026-08-11 1250000.00
BCI/26-27/1134 2026-08-29 386400.00
BCI/26-27/1170 2026-09-15 92750.00
BCI/26-27/1201 2026-10-04 410000.00
""",
    zone="Asia/Kolkata",
    days=60,
)


def lakh() -> bytes:
    rows = cells("""
1 | BCI/26-27/1109 | 11-Aug-26 | 12,50,000.00 | 1,250.00 | 12,48,750.00
2 | BCI/26-27/1134 | 29-Aug-26 | 3,86,400.00 | 386.40 | 3,86,013.60
3 | BCI/26-27/1170 | 15-Sep-26 | 92,750.00 | 92.75 | 92,657.25
""")
    return printed(
        "<h3>VINDHYA TRACTOR COMPONENTS PVT LTD</h3><p>GSTIN 23AAACV1234F1Z5 · Payment Advice · UTR SBIN526314009912 · 10-Nov-2026 · NEFT/RTGS</p><p>M/s Brevanne Coatings</p>"
        + table(
            ("Sr.", "Bill No", "Bill Dt", "Bill Amt (Rs.)", "TDS u/s 194Q", "Net Paid (Rs.)"),
            rights(rows, 3),
            foot="<tr><td></td><td>Total</td><td></td><td class=r>17,29,150.00</td><td class=r>1,729.15</td><td class=r>17,27,420.85</td></tr>",
        )
        + "<p>Rupees seventeen lakh twenty seven thousand four hundred twenty and paise eighty five only</p>",
        "td,th{border:1px solid #000}",
    )


mail(
    "en-lakhs-tds",
    "Indian payment advice: lakhs, TDS column, sum in words, UTR",
    "chromium",
    "S12",
    "Payment Advice UTR SBIN526314009912",
    "2026-11-10T18:20:00+05:30",
    "Dear Vendor, please find the payment advice attached.",
    pay(
        "1727420.85",
        "INR",
        "BCI/26-27/1109 1248750.00 x=1250.00; BCI/26-27/1134 386013.60 x=386.40; BCI/26-27/1170 92657.25 x=92.75",
    ),
    files=[pdf("advice.pdf", lakh)],
)

firm(
    "S13",
    "Northcape Ferries ASA",
    "finance@northcapeferries.example",
    "USD",
    """
BC-70018 2026-09-09 14200.00
BC-70025 2026-09-16 2350.00
BC-70031 2026-09-24 980.00
BC-70040 2026-10-02 3300.00
""",
    zone="Europe/Oslo",
)


def totals_first() -> bytes:
    rows = cells("""
MV Alta | 16.09.2026 | BC-70025 | 2,350.00
MV Alta | 24.09.2026 | BC-70031 | 980.00
MV Varanger | 09.09.2026 | BC-70018 | 14,200.00
""")
    book = press.fpdf(orientation="landscape")
    book.add_page()
    book.set_font("Helvetica", "B", 14)
    book.text(15, 18, "Northcape Ferries ASA")
    book.set_font("Helvetica", size=10)
    for n, said in enumerate(
        (
            "Paid to  Brevanne Coatings",
            "Sum  USD 17,530.00",
            "No. of documents  3",
            "Executed  12.11.2026",
            "Bank reference  NCF/2611/0093",
        )
    ):
        book.text(15, 28 + n * 6, said)
    for n, row in enumerate([("Vessel", "Dated", "Their document", "USD"), *rows]):
        for x, cell in zip((15, 80, 130, 220), row, strict=True):
            wide = book.get_string_width(cell) if x == 220 else 0
            book.text(x - wide + (20 if x == 220 else 0), 70 + n * 7, cell)
    return bytes(book.output())


mail(
    "en-totals-first",
    "Landscape: sum and count at the top, rows by vessel below, no total under them",
    "fpdf2",
    "S13",
    "NCF/2611/0093",
    "2026-11-12T10:00:00+01:00",
    "As attached.",
    pay("17530.00", "USD", "BC-70025 2350.00; BC-70031 980.00; BC-70018 14200.00"),
    files=[pdf("NCF-2611-0093.pdf", totals_first)],
)

firm(
    "S14",
    "Quillfeather Publishing",
    "royalties.ap@quillfeather.example",
    "GBP",
    """
BL32001 2026-09-03 310.00
BL32008 2026-09-11 1295.00
BL32019 2026-09-26 642.40
BL32020 2026-09-27 642.40
""",
)


def remarks() -> bytes:
    rows = cells("""
03 Sep | BL32001 | | 310.00
 | goods received 5 Sep, GRN 20261101 signed by T. Ash | |
11 Sep | BL32008 | | 1,295.00
 | price difference queried 18 Sep, agreed by your Ms Pike 22 Sep at 1,295.00 | |
26 Sep | BL32019 | 42.40 | 600.00
 | less 42.40 for two dented tins, photo sent 30 Sep 2026 | |
""")
    return printed(
        "<h3>Quillfeather Publishing — remittance</h3><p>Faster Payment 17 November 2026 · Brevanne Coatings Ltd</p>"
        + table(("When", "What", "Held back", "Sent"), rights(rows, 2))
        + "<p class=r>2,205.00</p>",
        "",
        "A5",
    )


mail(
    "en-remarks-between",
    "Remarks under every row with numbers, dates and amounts in them; the total bare",
    "chromium",
    "S14",
    "remittance 17/11",
    "2026-11-17T15:15:00+00:00",
    "attached, thanks",
    pay("2205.00", "*", "BL32001 310.00; BL32008 1295.00; BL32019 600.00 x=42.40"),
    files=[pdf("remittance-quillfeather.pdf", remarks)],
)
