"""A sixteenth set, in English, written without looking at the reader: ordinary papers of universities, builders, retailers, agents, insurers."""

from __future__ import annotations

from io import BytesIO

from tests.corpus.strangers.book import (
    ANY,
    DOCX,
    ITEMS,
    ODS,
    UNSCORED,
    XLSX,
    cells,
    firm,
    grid,
    mail,
    markup,
    nested,
    pay,
    pdf,
    press,
    printed,
    rights,
    table,
)
from tests.corpus.strangers.files import docx, drawn, ods, typed, woven, xls

firm(
    "J01",
    "Corvallis Valley University",
    "apremit@corvallisvalley.example",
    "USD",
    """
BCI0088412 2026-09-04 2860.00
BCI0088437 2026-09-16 415.50
BCI0088451 2026-09-25 1300.00
BCI0088502 2026-10-07 990.00
""",
    zone="America/Los_Angeles",
)
mail(
    "en16-university-vouchers",
    "University's payment advice: supplier and payment boxes, then business unit, voucher, invoice id, date, gross, discount, late charge, paid; one wrapped message",
    "chromium",
    "J01",
    "Payment Advice 0000388172",
    "2026-11-12T02:10:00-08:00",
    "This is an automated notice. A payment has been sent to your bank account.",
    pay("4549.50", "USD", "BCI0088412 2834.00 d=26.00; BCI0088437 415.50; BCI0088451 1300.00"),
    files=[
        pdf(
            "PYMT_ADVICE_0000388172.pdf",
            lambda: printed(
                "<table><tr><td><b>Corvallis Valley University</b><br>Accounts Payable<br>1 Quad Way</td><td>Payment Reference: 0000388172<br>Payment Date: 11/12/2026<br>Supplier ID: 0000417744<br>Payment Method: ACH</td></tr></table><p>Brevanne Coatings Inc.<br>PO Box 88</p><h4>Payment Advice</h4>"
                + table(
                    (
                        "Unit",
                        "Voucher",
                        "Invoice ID",
                        "Invoice Date",
                        "Gross Amt",
                        "Discount",
                        "Late Chrg",
                        "Paid Amt",
                    ),
                    rights(
                        cells("""
CVUNV | 01177402 | BCI0088412 | 09/04/2026 | 2,860.00 | 26.00 | 0.00 | 2,834.00
CVUNV | 01177588 | BCI0088437 | 09/16/2026 | 415.50 | 0.00 | 0.00 | 415.50
CVHSG | 00388190 | BCI0088451 | 09/25/2026 | 1,300.00 | 0.00 | 0.00 | 1,300.00
"""),
                        4,
                    ),
                )
                + "<p>Message: Housing, Tower B stair rails, 2nd coat, see PO 0000177213</p><table><tr><td>Total USD</td><td class=r>4,575.50</td><td class=r>26.00</td><td class=r>0.00</td><td class=r><b>4,549.50</b></td></tr></table>",
                size="letter",
            ),
        )
    ],
)

_WARDS = [(f"7120{410 + 7 * n}", 36 + 12 * n) for n in range(26)]
firm(
    "J02",
    "Severnside Hospitals NHS Trust",
    "sbs.remittance@severnside-hospitals.example",
    "GBP",
    "\n".join(
        f"{no} 2026-09-{1 + n:02} {amount}.60" for n, (no, amount) in enumerate([*_WARDS, ("7120990", 480)])
    ),
)


def _trust() -> bytes:
    from decimal import Decimal

    out = press.fpdf()
    total = Decimal(0)
    for number, part in enumerate((_WARDS[:14], _WARDS[14:]), 1):
        out.add_page()
        out.set_font("Helvetica", "B", 12)
        out.text(15, 18, "REMITTANCE ADVICE")
        out.set_font("Helvetica", size=8)
        out.text(
            15,
            25,
            f"Severnside Hospitals NHS Trust   Supplier 417022 BREVANNE COATINGS LTD   Page {number} of 2",
        )
        out.text(15, 30, "BACS payment 0099417, 12-NOV-2026")
        y = 40
        for x, head in ((15, "Document"), (40, "Date"), (68, "Narrative"), (135, "Type")):
            out.text(x, y, head)
        out.text(195 - out.get_string_width("Amount GBP"), y, "Amount GBP")

        def total_row(y: float, label: str, total: Decimal) -> None:
            out.text(68, y, label)
            said = f"{total:,.2f}"
            out.text(195 - out.get_string_width(said), y, said)

        if number == 2:
            y += 7
            total_row(y, "Brought forward from page 1", total)
        for no, amount in part:
            y += 7
            n = _WARDS.index((no, amount))
            total += Decimal(amount) + Decimal("0.60")
            out.text(15, y, no)
            out.text(40, y, f"{1 + n:02}-SEP-2026")
            out.text(68, y, f"WARD {3 + n} REDECORATION CALL OFF {5510 + n}")
            out.text(135, y, "INV")
            said = f"{amount}.60"
            out.text(195 - out.get_string_width(said), y, said)
        y += 10
        total_row(y, "Carried forward to page 2" if number == 1 else "TOTAL PAID", total)
    return bytes(out.output())


mail(
    "en16-trust-two-pages",
    "Shared service's two pages for a hospital trust: document, date, narrative with numbers, type, amount; carried and brought forward",
    "fpdf2",
    "J02",
    "Remittance Advice 0099417",
    "2026-11-12T05:00:00+00:00",
    "Please do not reply to this mailbox.",
    pay(
        f"{sum(amount for _, amount in _WARDS) + 15}.60",
        "GBP",
        "; ".join(f"{no} {amount}.60" for no, amount in _WARDS),
    ),
    files=[pdf("RA0099417.pdf", _trust)],
)

firm(
    "J03",
    "Ashcombe Joinery (Devon) Ltd",
    "purchase.ledger@ashcombejoinery.example",
    "GBP",
    """
BL-30417 2026-09-03 1062.00
BL-30422 2026-09-10 354.00
BL-30431 2026-09-18 -88.50
BL-30440 2026-09-29 708.00
BL-30458 2026-10-08 472.00
""",
)
mail(
    "en16-second-reference",
    "Accounts program: transaction type in words, date, reference (their own URN), second reference (our number), value, disc., payment; 'Payment total' left of its sum",
    "reportlab",
    "J03",
    "Remittance advice from Ashcombe Joinery",
    "2026-11-13T10:31:00+00:00",
    "Good morning,\n\nPlease see our remittance.\n\nKind regards\nMaggie",
    pay("2035.50", None, "BL-30417 1062.00; BL-30422 354.00; BL-30431 -88.50; BL-30440 708.00"),
    files=[
        pdf(
            "Remittance ASHC.pdf",
            lambda: drawn(
                """
Ashcombe Joinery (Devon) Ltd | | | | | |
Remittance Advice | | | | | Date | 13/11/2026
To: Brevanne Coatings Ltd | | | | | Account | BREV001

Transaction | Date | Reference | 2nd ref. | Value | Disc. | Payment
Invoice | 03/09/2026 | 61177 | BL-30417 | 1,062.00 | 0.00 | 1,062.00
Invoice | 10/09/2026 | 61198 | BL-30422 | 354.00 | 0.00 | 354.00
Credit note | 18/09/2026 | 61240 | BL-30431 | -88.50 | 0.00 | -88.50
Invoice | 29/09/2026 | 61302 | BL-30440 | 708.00 | 0.00 | 708.00

Payment total | 2,035.50 | | | | |
Payment reference | 004412 | | | | |
""",
                (45, 125, 200, 265, -400, -460, -550),
            ),
        )
    ],
)

firm(
    "J04",
    "Blue Heron Forwarding Inc.",
    "agency.settlements@blueheronfwd.example",
    "USD",
    """
BRX-2609-118 2026-09-09 1845.00
BRX-2609-131 2026-09-19 720.00
BRX-2610-104 2026-10-02 3310.00
BRX-2610-122 2026-10-09 505.00
""",
    zone="America/New_York",
)
mail(
    "en16-freight-agent-text",
    "Freight agent's print as the body: file number, bill of lading, supplier document, currency, billed, short, remitted; footer with counts",
    "plain text",
    "J04",
    "SETTLEMENT 11/12/26 BREVANNE COATINGS",
    "2026-11-12T17:44:00-05:00",
    """BLUE HERON FORWARDING INC                         SETTLEMENT ADVICE
VENDOR: BREVANNE COATINGS INC        DATE 11/12/26      WIRE REF BH551177

FILE NO   B/L          VENDOR DOC     CUR     BILLED     SHORT    REMITTED
-------   ----------   ------------   ---   --------   -------   ---------
S118044   BHFN4417702  BRX-2609-118   USD   1,845.00     45.00    1,800.00
S118102   BHFN4417955  BRX-2609-131   USD     720.00       .00      720.00
S118377   BHFN4420118  BRX-2610-104   USD   3,310.00       .00    3,310.00
                                            --------   -------   ---------
3 ITEMS                               USD   5,875.00     45.00    5,830.00

45.00 SHORT: PALLET FEE NOT AGREED
""",
    pay("5830.00", "USD", "BRX-2609-118 1800.00 x=45.00; BRX-2609-131 720.00; BRX-2610-104 3310.00"),
    disputes=[UNSCORED],
)

firm(
    "J05",
    "Homestead Depot Stores LLC",
    "vendor.finance@homesteaddepot.example",
    "USD",
    """
500417-07 2026-09-02 3600.00
500418-12 2026-09-02 1200.00
500433-07 2026-09-12 2400.00
500447-31 2026-09-20 -240.00
500460-12 2026-10-01 800.00
""",
    zone="America/Chicago",
)


def _stores() -> bytes:
    from datetime import UTC, datetime

    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    made = Workbook()
    made.properties.created = made.properties.modified = datetime(2026, 11, 16, tzinfo=UTC).replace(
        tzinfo=None
    )
    sheet = made.active
    sheet.title = "Remit"
    sheet.merge_cells("A1:H1")
    sheet["A1"] = "HOMESTEAD DEPOT STORES LLC - VENDOR REMITTANCE"
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.merge_cells("A2:H2")
    sheet["A2"] = "Vendor 81177 BREVANNE COATINGS    ACH 2203417 dated 11/13/2026"
    sheet.merge_cells("A4:A5")
    sheet["A4"] = "Store"
    sheet.merge_cells("B4:C4")
    sheet["B4"] = "Vendor document"
    sheet["B5"], sheet["C5"] = "Number", "Date"
    sheet.merge_cells("D4:D5")
    sheet["D4"] = "Gross"
    sheet.merge_cells("E4:G4")
    sheet["E4"] = "Allowances"
    sheet["E5"], sheet["F5"], sheet["G5"] = "Defective 1%", "New store", "Freight"
    sheet.merge_cells("H4:H5")
    sheet["H4"] = "Net remitted"
    for row in cells("""
0107 | 500417-07 | 09/02/2026 | 3600.00 | 36.00 | 0.00 | 54.00 | 3510.00
0212 | 500418-12 | 09/02/2026 | 1200.00 | 12.00 | 60.00 | 18.00 | 1110.00
0107 | 500433-07 | 09/12/2026 | 2400.00 | 24.00 | 0.00 | 36.00 | 2340.00
0331 | 500447-31 | 09/20/2026 | -240.00 | 0.00 | 0.00 | 0.00 | -240.00
Total | | | 6960.00 | 72.00 | 60.00 | 108.00 | 6720.00
"""):
        sheet.append([float(one) if "." in one else one or None for one in row])
    for row in sheet["D6:H10"]:
        for cell in row:
            cell.number_format = "#,##0.00"
            cell.alignment = Alignment(horizontal="right")
    out = BytesIO()
    made.save(out)
    return out.getvalue()


mail(
    "en16-store-allowances-merged",
    "Retailer's workbook with merged headings in two rows: store, vendor document number and date, gross, three allowances, net remitted; a credit with a minus",
    "openpyxl",
    "J05",
    "ACH 2203417 remittance detail",
    "2026-11-13T06:00:00-06:00",
    "Remittance detail attached. For deduction support go to the vendor portal.",
    pay(
        "6720.00",
        None,
        "500417-07 3510.00 d=* x=*; 500418-12 1110.00 d=* x=*; 500433-07 2340.00 d=* x=*; 500447-31 -240.00",
    ),
    files=[("remit_81177.xlsx", XLSX, _stores)],
)

firm(
    "J06",
    "Trinity Falls General Contractors, LLC",
    "subpay@trinityfallsgc.example",
    "USD",
    """
BCI-2026-0417 2026-09-25 24000.00
BCI-2026-0418 2026-09-25 8500.00
BCI-2026-0455 2026-10-25 12000.00
""",
    zone="America/Denver",
)
mail(
    "en16-subcontract-draw",
    "General contractor's subcontract payment record: job, draw, invoice, work completed, retainage, back-charge, amount paid; lien waiver remark below",
    "weasyprint",
    "J06",
    "Subcontract payment - Draw 7",
    "2026-11-13T08:20:00-07:00",
    "Your Draw 7 payment was released today by EFT. Conditional waiver on file.",
    pay("28625.00", "USD", "BCI-2026-0417 20975.00 x=3025.00; BCI-2026-0418 7650.00 x=850.00"),
    files=[
        pdf(
            "draw7.pdf",
            lambda: woven(
                "<h2>Trinity Falls General Contractors, LLC</h2><p>SUBCONTRACT PAYMENT &nbsp; Brevanne Coatings Inc. &nbsp; Subcontract 26-118-09 &nbsp; EFT 55417 &nbsp; Nov 13, 2026</p>"
                + table(
                    (
                        "Job",
                        "Draw",
                        "Sub invoice",
                        "Work completed",
                        "Retainage 10%",
                        "Back-charge",
                        "Amount paid",
                    ),
                    rights(
                        cells("""
Mesa Vista School | 7 | BCI-2026-0417 | $24,000.00 | $2,400.00 | $625.00 | $20,975.00
Mesa Vista Gym | 7 | BCI-2026-0418 | $8,500.00 | $850.00 | $0.00 | $7,650.00
 | | Totals | $32,500.00 | $3,250.00 | $625.00 | $28,625.00
"""),
                        3,
                    ),
                )
                + "<p>Back-charge: lift damage to door frame, per CO 14. Retainage to date on this subcontract: $11,400.00.</p>"
            ),
        )
    ],
)

firm(
    "J07",
    "Maple & Finch Interiors",
    "hello@maplefinch.example",
    "USD",
    """
3417 2026-09-18 640.00
3425 2026-09-28 1280.00
3441 2026-10-09 320.00
""",
    zone="America/Chicago",
)
mail(
    "en16-bill-payment-stub-html",
    "Small business program's mail: 'Bill Payment Stub', mailing address, then number, due date, original amount, balance, payment; amount enclosed; memo",
    "HTML program",
    "J07",
    "Bill Payment Stub from Maple & Finch Interiors",
    "2026-11-12T10:15:00-06:00",
    markup(
        nested(
            "<p>Dear Brevanne Coatings,</p><p>Below is the stub for the bill payment we made to you.</p>"
            + grid("Date | 11/12/2026\nRef no. | E-1177\nAmount enclosed | $1,420.00")
            + grid(
                "09/18/2026 | Bill 3417 | 10/18/2026 | $640.00 | $140.00 | $140.00\n09/28/2026 | Bill 3425 | 10/28/2026 | $1,280.00 | $1,280.00 | $1,280.00",
                "Date|Description|Due date|Original amount|Balance|Payment",
            )
            + "<p>Memo: acct 4417</p><p>Thanks for your business!<br>Maple &amp; Finch Interiors</p>"
        )
    ),
    pay("1420.00", "USD", "3417 140.00; 3425 1280.00"),
)

firm(
    "J08",
    "Sandringham Bay Council",
    "creditors@sandringhambay.example",
    "AUD",
    """
BRV00417 2026-09-07 1320.00
BRV00431 2026-09-19 2640.00
BRV00448 2026-10-03 660.00
""",
    zone="Australia/Melbourne",
)
mail(
    "en16-council-eft-docx",
    "Australian council's EFT remittance in Word: ABN, creditor number, then date, invoice, description, PO, amount incl. GST, 'Less withholding' row of zero, EFT amount",
    "python-docx",
    "J08",
    "EFT remittance advice - Sandringham Bay Council",
    "2026-11-13T09:40:00+11:00",
    "Please find attached details of a payment to your nominated account.",
    pay("3960.00", "*", "BRV00417 1320.00; BRV00431 2640.00"),
    files=[
        (
            "EFT_Remittance.docx",
            DOCX,
            lambda: docx(
                (
                    "SANDRINGHAM BAY COUNCIL   ABN 11 000 417 022",
                    "EFT REMITTANCE ADVICE",
                    "Creditor 20417 - Brevanne Coatings",
                    "Paid on 12 November 2026 to BSB 000-117 account ending 781",
                ),
                "Date | Invoice | Description | Order | Amount inc GST\n07/09/2026 | BRV00417 | Bandstand repaint | PO55417 | $1,320.00\n19/09/2026 | BRV00431 | Surf club doors, 12 off | PO55602 | $2,640.00\n | | Less withholding | | $0.00\n | | EFT amount | | $3,960.00",
                ("Enquiries: 1800 000 417",),
            ),
        )
    ],
)

firm(
    "J09",
    "Fenwick Rail Refurbishment Ltd",
    "jo@fenwickrail.example",
    "GBP",
    """
FR-80417 2026-09-05 410.00
FR-80418 2026-09-08 620.00
FR-80419 2026-09-11 205.00
FR-80420 2026-09-15 1025.00
FR-80433 2026-10-02 340.00
FR-80451 2026-10-09 512.00
""",
)
mail(
    "en16-range-in-docx",
    "Typed Word note: a range of invoice numbers with their sum, one more invoice, total paid",
    "python-docx",
    "J09",
    "Payment today",
    "2026-11-12T16:05:00+00:00",
    "Hello, paid you today, note attached for your file. Jo",
    pay("2600.00", "GBP", "FR-80417 *; FR-80418 *; FR-80419 *; FR-80420 *; FR-80433 340.00"),
    files=[
        (
            "payment note.docx",
            DOCX,
            lambda: docx(
                ("Fenwick Rail Refurbishment Ltd", "Payment to Brevanne Coatings, 12 November 2026"),
                "Invoices | £\nFR-80417 to FR-80420 | 2,260.00\nFR-80433 | 340.00\nPaid by Faster Payment | 2,600.00",
            ),
        )
    ],
)

firm(
    "J10",
    "Oldcastle Window Group Ltd",
    "remittances@oldcastlewindow.example",
    "EUR",
    """
OW/26/1417 2026-09-08 2952.00
OW/26/1421 2026-09-14 1476.00
OW/26/1433 2026-09-27 -369.00
OW/26/1460 2026-10-10 738.00
""",
    zone="Europe/Dublin",
)
ITEMS.append(["OW/26/1440", "J10", "2026-10-01", "2026-10-31", "GBP", "1845.00", "", "n/30"])
mail(
    "en16-two-currencies-two-pages",
    "One PDF of two pages, a payment each: euro by SEPA, sterling by BACS; columns document, posted, gross, allowance, net",
    "reportlab",
    "J10",
    "Remittances 88417 and 88418",
    "2026-11-12T07:15:00+00:00",
    "Two remittances attached in one file.",
    pay("4029.48", "EUR", "OW/26/1417 2922.48 d=* x=*; OW/26/1421 1476.00; OW/26/1433 -369.00"),
    pay("1845.00", "GBP", "OW/26/1440 1845.00"),
    files=[pdf("remittances.pdf", lambda: _two_pages())],
)


def _two_pages() -> bytes:
    sheet = press.canvas((595, 842))
    for said in (
        """
OLDCASTLE WINDOW GROUP LTD | | REMITTANCE 88417 | |
Supplier: Brevanne Coatings Ltd | | SEPA credit transfer | | 12/11/2026

Document | Posted | Gross EUR | Allowance EUR | Net EUR
OW/26/1417 | 08/09/2026 | 2,952.00 | 29.52 | 2,922.48
OW/26/1421 | 14/09/2026 | 1,476.00 | 0.00 | 1,476.00
OW/26/1433 | 27/09/2026 | 369.00- | 0.00 | 369.00-
Remittance total | | 4,059.00 | 29.52 | 4,029.48
""",
        """
OLDCASTLE WINDOW GROUP LTD | | REMITTANCE 88418 | |
Supplier: Brevanne Coatings Ltd | | BACS | | 12/11/2026

Document | Posted | Gross GBP | Allowance GBP | Net GBP
OW/26/1440 | 01/10/2026 | 1,845.00 | 0.00 | 1,845.00
Remittance total | | 1,845.00 | 0.00 | 1,845.00
""",
    ):
        sheet.setFont("Times-Roman", 10)
        for n, row in enumerate(cells(said)):
            for x, cell in zip((50, 170, -330, -430, -545), row, strict=False):
                (sheet.drawString if x >= 0 else sheet.drawRightString)(abs(x), 790 - 17 * n, cell)
        sheet.showPage()
    return press.finish(sheet)


firm(
    "J11",
    "Harbour & General Mutual Insurance",
    "claims.payments@harbourgeneral.example",
    "GBP",
    """
BC/R/90417 2026-09-12 1440.00
BC/R/90425 2026-09-22 2160.00
BC/R/90440 2026-10-06 600.00
""",
)
mail(
    "en16-insurer-excess",
    "Insurer's claims payment schedule: claim, insured, repairer's invoice, invoiced, policy excess, paid; excess is for the insured to pay",
    "chromium",
    "J11",
    "Claims payment schedule 12 November 2026",
    "2026-11-12T18:00:00+00:00",
    "We have paid the repair invoices listed in the attached schedule. Excesses should be collected from our policyholders.",
    pay("3250.00", "GBP", "BC/R/90417 1340.00 x=100.00; BC/R/90425 1910.00 x=250.00"),
    files=[
        pdf(
            "schedule.pdf",
            lambda: printed(
                "<h3>Harbour &amp; General Mutual Insurance</h3><p>Schedule of claims payments made by BACS on 12 November 2026<br>Payee: Brevanne Coatings Ltd</p>"
                + table(
                    (
                        "Claim",
                        "Policyholder",
                        "Repairer's invoice",
                        "Invoiced £",
                        "Policy excess £",
                        "Paid £",
                    ),
                    rights(
                        cells("""
HG26/118044 | Mrs A Pell | BC/R/90417 | 1,440.00 | 100.00 | 1,340.00
HG26/118301 | Tarn Cafes Ltd | BC/R/90425 | 2,160.00 | 250.00 | 1,910.00
<b>2 claims</b> | | | <b>3,600.00</b> | <b>350.00</b> | <b>3,250.00</b>
"""),
                        3,
                    ),
                )
            ),
        )
    ],
)

firm(
    "J12",
    "Bayani Cold Storage Corp.",
    "accounting@bayanicold.example",
    "PHP",
    """
SI-00417 2026-09-09 112000.00
SI-00423 2026-09-21 56000.00
SI-00437 2026-10-05 28000.00
""",
    zone="Asia/Manila",
)
mail(
    "en16-check-voucher-ewt",
    "Philippine check voucher: particulars with our sales invoice, VATable sum, EWT 1 %, net; journal entry below with accounts in debit and credit",
    "reportlab",
    "J12",
    "CV 26-1177 / check ready and deposited",
    "2026-11-12T15:00:00+08:00",
    "Dear supplier, we deposited the check to your account this afternoon. Check voucher attached, 2307 to follow.",
    pay("166500.00", "PHP", "SI-00417 111000.00 x=1000.00; SI-00423 55500.00 x=500.00"),
    files=[
        pdf(
            "CV-26-1177.pdf",
            lambda: drawn(
                """
BAYANI COLD STORAGE CORP. | | | | |
CHECK VOUCHER | | | | CV No. | 26-1177
Payee: Brevanne Coatings | | | | Date | 11/12/2026

Particulars | | Amount | Net of VAT | EWT 1% | Net PHP
Payment of SI-00417 paint, cold room 3 | | 112,000.00 | 100,000.00 | 1,000.00 | 111,000.00
Payment of SI-00423 floor coat | | 56,000.00 | 50,000.00 | 500.00 | 55,500.00
Check amount | | 168,000.00 | 150,000.00 | 1,500.00 | 166,500.00

Account title | | | | Debit | Credit
Accounts payable - trade | | | | 168,000.00 |
EWT payable | | | | | 1,500.00
Cash in bank - Luzviminda Bank | | | | | 166,500.00

Prepared by: RDC | Checked by: MLS | | Approved by: JTB | |
""",
                (40, 200, -330, -400, -470, -555),
            ),
        )
    ],
)

firm(
    "J13",
    "Stonebridge Veterinary Partners",
    "payables@stonebridgevets.example",
    "GBP",
    """
BCL26417 2026-09-11 288.00
BCL26428 2026-09-20 144.00
BCL26439 2026-09-30 576.00
BCL26452 2026-10-09 96.00
""",
)
mail(
    "en16-wrapped-practice-cells",
    "Payables app's PDF: practice names wrapped over three lines, approver, our number, total incl. VAT, paid; sum in the head only",
    "reportlab platypus",
    "J13",
    "You've been paid by Stonebridge Veterinary Partners",
    "2026-11-13T12:00:00+00:00",
    "A payment of £1,008.00 is on its way to your account ending 781.",
    pay("1008.00", "GBP", "BCL26417 288.00; BCL26428 144.00; BCL26439 576.00"),
    files=[pdf("payment.pdf", lambda: _practices())],
)


def _practices() -> bytes:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    look = getSampleStyleSheet()["Normal"]
    out = BytesIO()
    made = SimpleDocTemplate(out, pagesize=(595, 842), invariant=1)
    rows = cells("""
Practice | Bill | Bill date | Approved by | Bill total | Paid
Stonebridge Vets Upper Slaughter, Old Dairy Yard, GL54 | BCL26417 | 11 Sep 2026 | Hannah Oyelowo-Price | £288.00 | £288.00
Riverside Animal Hospital (Night Service) | BCL26428 | 20 Sep 2026 | Dr. P. Lim | £144.00 | £144.00
Stonebridge Vets Market Square and Cattery | BCL26439 | 30 Sep 2026 | Hannah Oyelowo-Price | £576.00 | £576.00
""")
    made.build(
        [
            Paragraph("<b>Stonebridge Veterinary Partners</b> paid you <b>£1,008.00</b>", look),
            Paragraph("Brevanne Coatings Ltd, 13 Nov 2026, payment PY-41177", look),
            Spacer(1, 20),
            Table(
                [[Paragraph(cell, look) for cell in row] for row in rows],
                colWidths=(95, 70, 70, 85, 65, 65),
            ),
        ]
    )
    return press.steady(out.getvalue())


firm(
    "J14",
    "Kestrel Aero Engines plc",
    "p2p.noreply@kestrelaero.example",
    "GBP",
    """
9000417/1 2026-09-03 5400.00
9000417/2 2026-09-24 2700.00
9000433/1 2026-09-30 1350.00
9000450/1 2026-10-10 810.00
""",
)
mail(
    "en16-ods-group-blocks",
    "ODS export of a run: title rows, payment key in the head, blocks per company code with a sum of each, GBP, run total at the end",
    "odfpy",
    "J14",
    "Payment document 2000044177",
    "2026-11-12T04:30:00+00:00",
    "Details of payment document 2000044177 are attached.",
    pay("9315.00", "GBP", "9000417/1 5400.00; 9000417/2 2565.00 x=135.00; 9000433/1 1350.00"),
    files=[
        (
            "PD2000044177.ods",
            ODS,
            lambda: ods("""
Kestrel Aero Engines plc | | | | |
Payment document | 2000044177 | Value date | 12.11.2026 | Vendor | 417022

Company code 1000 | | | | |
Your document | Our document | Doc. date | Gross GBP | Deduction GBP | Paid GBP
9000417/1 | 5100118204 | 03.09.2026 | 5,400.00 | 0.00 | 5,400.00
9000417/2 | 5100118377 | 24.09.2026 | 2,700.00 | 135.00 | 2,565.00
 | | | 8,100.00 | 135.00 | 7,965.00

Company code 2000 | | | | |
Your document | Our document | Doc. date | Gross GBP | Deduction GBP | Paid GBP
9000433/1 | 5100220417 | 30.09.2026 | 1,350.00 | 0.00 | 1,350.00
 | | | 1,350.00 | 0.00 | 1,350.00

Payment total | | | 9,450.00 | 135.00 | 9,315.00
"""),
        )
    ],
)

firm(
    "J15",
    "Pinecrest Marina & Yacht Sales",
    "office@pinecrestmarina.example",
    "USD",
    """
61177 2026-09-15 455.00
61184 2026-09-25 910.00
61190 2026-10-05 227.50
""",
    zone="America/New_York",
)
mail(
    "en16-cheque-beside-stub",
    "Check on the left of the page and its stub on the right: number, date, amount, discount, net; words and figures on the check",
    "reportlab",
    "J15",
    "Check 8841 mailed",
    "2026-11-12T11:30:00-05:00",
    "Copy of check 8841, it went in today's mail.",
    pay("1351.35", "USD", "61177 450.45 d=4.55; 61184 900.90 d=9.10"),
    files=[
        pdf(
            "ck8841.pdf",
            lambda: drawn(
                """
PINECREST MARINA & YACHT SALES | No. 8841 | Our ref: BREV | | | Check 8841
12 Dock Road, Salter's Point | 11/12/2026 | | | |
 | | Invoice | Inv date | Discount | Paid
Pay to the order of | | 61177 | 09/15/26 | 4.55 | 450.45
BREVANNE COATINGS INC. | $1,351.35 | 61184 | 09/25/26 | 9.10 | 900.90
One thousand three hundred fifty-one and 35/100 dollars | | | | |
 | | Check total | | 13.65 | 1,351.35
Bank of the Cove | | | | |
Memo: inv 61177, 61184 | R. Pinecrest | | | |
""",
                (40, -395, 430, 500, -620, -690),
                size=(792, 612),
            ),
        )
    ],
)

firm(
    "J60",
    "Whitlock & Daughters Ltd",
    "accounts@whitlockdaughters.example",
    "GBP",
    """
WD-20417 2026-10-02 864.00
WD-20425 2026-10-12 432.00
""",
)
mail(
    "en16-trap-scheduled-report",
    "Bookkeeper's 'scheduled payments' print: payee, bill, planned date two weeks on, amount; state Scheduled; can be changed until the day",
    "chromium",
    "J60",
    "Scheduled payments",
    "2026-11-12T10:00:00+00:00",
    "Hi, this is what is lined up for you.",
    kind=ANY,
    promises=[UNSCORED],
    files=[
        pdf(
            "scheduled.pdf",
            lambda: printed(
                "<h3>Scheduled payments</h3><p>Whitlock &amp; Daughters Ltd</p>"
                + table(
                    ("Payee", "Bill", "Pay date", "Status", "Amount"),
                    rights(
                        cells(
                            "Brevanne Coatings Ltd | WD-20417 | 27 Nov 2026 | Scheduled | £864.00\nBrevanne Coatings Ltd | WD-20425 | 27 Nov 2026 | Scheduled | £432.00\nTotal | | | | £1,296.00"
                        ),
                        4,
                    ),
                )
            ),
        )
    ],
)

firm(
    "J61",
    "Northern Lakes Power Cooperative",
    "vendor.compliance@northernlakes.example",
    "USD",
    """
NLP-90417 2026-09-20 5200.00
NLP-90425 2026-09-30 2600.00
""",
    zone="America/Chicago",
)
mail(
    "en16-trap-insurance-lapsed",
    "Vendor compliance letter as RTF-like Word: certificate of insurance expired, payments suspended; the invoices held with amounts and a total",
    "python-docx",
    "J61",
    "Payments suspended - certificate of insurance",
    "2026-11-11T14:00:00-06:00",
    "Please see the attached notice and upload a current certificate.",
    kind=ANY,
    disputes=[UNSCORED],
    promises=[UNSCORED],
    files=[
        (
            "notice.docx",
            DOCX,
            lambda: docx(
                (
                    "Northern Lakes Power Cooperative",
                    "Your certificate of liability insurance expired on October 31, 2026. Payments to your firm are suspended until a new one is on file.",
                    "Invoices affected:",
                ),
                "Invoice | Net amount | Payment date\nNLP-90417 | $5,200.00 | suspended\nNLP-90425 | $2,600.00 | suspended\nTotal | $7,800.00 |",
                ("Once received, payment resumes with the next run.",),
            ),
        )
    ],
)

firm(
    "J62",
    "Meridian Foods International BV",
    "ap.transition@meridianfoods.example",
    "EUR",
    """
MF26-0417 2026-09-14 3025.00
MF26-0425 2026-09-28 1512.50
""",
    zone="Europe/Amsterdam",
)
mail(
    "en16-trap-sample-format",
    "Announces new remittance advices after a change of system: a sample with example figures, marked SAMPLE",
    "weasyprint",
    "J62",
    "New layout of our remittance advice from 1 December",
    "2026-11-12T09:00:00+01:00",
    "Dear supplier, we move to a new ERP on 1 December. The attached sample shows what our remittance advices will look like. No payment is made by this message.",
    kind=ANY,
    files=[
        pdf(
            "sample.pdf",
            lambda: woven(
                "<h2>REMITTANCE ADVICE - SAMPLE</h2><p>Meridian Foods International BV</p>"
                + table(
                    ("Your invoice", "Date", "Gross EUR", "Discount EUR", "Paid EUR"),
                    cells(
                        "MF26-0417 | 14-09-2026 | 3,025.00 | 0.00 | 3,025.00\nMF26-0425 | 28-09-2026 | 1,512.50 | 0.00 | 1,512.50\nTotal | | 4,537.50 | 0.00 | 4,537.50"
                    ),
                )
            ),
        )
    ],
)

firm(
    "J63",
    "Ellerby Agricultural Merchants",
    "credit.control@ellerbyagri.example",
    "GBP",
    """
EA-5417 2026-09-22 1980.00
EA-5425 2026-10-02 990.00
""",
)
mail(
    "en16-trap-customer-statement-xls",
    "Old workbook: purchase ledger account enquiry with brought forward, invoices as credits, an October payment, balance; asks for a missing credit note",
    "xlwt",
    "J63",
    "Your account with us",
    "2026-11-12T15:10:00+00:00",
    "Hi, our copy of your account as promised. We are still waiting for the credit note for the three dented drums, then we can settle the rest.",
    kind=ANY,
    promises=[UNSCORED],
    disputes=[UNSCORED],
    files=[
        (
            "BRE004.xls",
            "application/vnd.ms-excel",
            lambda: xls(
                """
Account enquiry | BRE004 Brevanne Coatings | | | |
Date | Type | Ref | Debit | Credit | Balance
01/09/2026 | B/F | | | 1,200.00 | 1,200.00
22/09/2026 | PI | EA-5417 | | 1,980.00 | 3,180.00
02/10/2026 | PI | EA-5425 | | 990.00 | 4,170.00
08/10/2026 | PP | BACS | 1,200.00 | | 2,970.00
 | | | | Balance | 2,970.00
""",
                "BRE004",
            ),
        )
    ],
)

firm(
    "J64",
    "Cooper Ridge Wineries, Inc.",
    "ap@cooperridge.example",
    "USD",
    """
CRW-4417 2026-10-05 1450.00
CRW-4425 2026-10-15 725.00
""",
    zone="America/Los_Angeles",
)
mail(
    "en16-trap-bank-inquiry",
    "Correspondent bank's inquiry passed on by the customer: a wire for our invoices is held, questions on goods and parties; labels and values",
    "fpdf2",
    "J64",
    "Fwd: Wire inquiry - action needed",
    "2026-11-12T08:50:00-08:00",
    "Hi, the bank is holding our wire and wants to know what the goods are. Can you send the invoices again?",
    kind=ANY,
    promises=[UNSCORED],
    files=[
        pdf(
            "inquiry.pdf",
            lambda: typed(
                """
Bank of Mendocino - Wire Operations
Request for information

Transaction | 4417-0112-WX
Ordering party | Cooper Ridge Wineries, Inc.
Beneficiary | Brevanne Coatings Inc.
Amount | USD 2,175.00
Details | CRW-4417 CRW-4425
Status | On hold - pending review

Please provide copies of the invoices and a description of the goods.
The wire will be cancelled if we do not hear from you within 10 days.
""",
                (18, 60),
                family="Helvetica",
            ),
        )
    ],
)
