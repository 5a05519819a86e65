"""A twelfth set, in English, written without looking at the reader: advices of programs, banks and people of eight countries."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

from tests.corpus.strangers.book import (
    ANY,
    DOCX,
    ITEMS,
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
from tests.corpus.strangers.files import docx, drawn, typed, xls, xlsx

firm(
    "E01",
    "Wendover Bearings Ltd",
    "supplier.accounts@wendoverbearings.example",
    "GBP",
    """
BRC/118204 2026-09-03 3184.80
BRC/118290 2026-09-15 642.00
BRC/118341 2026-09-22 -128.40
BRC/118402 2026-10-01 1920.00
BRC/118455 2026-10-09 318.00
""",
)
mail(
    "en12-settlement-discount-remitted",
    "Unruled print of an ERP: document type, your ref, our ref, transaction date, document value, settlement discount, remitted; 'BACS value' below",
    "reportlab",
    "E01",
    "Supplier Remittance 0040117",
    "2026-11-13T06:30:00+00:00",
    "Supplier Remittance attached. This message is sent from an unattended address.",
    pay(
        "5490.78",
        "GBP",
        "BRC/118204 3105.18 d=79.62; BRC/118290 642.00; BRC/118341 -128.40; BRC/118402 1872.00 d=48.00",
    ),
    files=[
        pdf(
            "SREM0040117.pdf",
            lambda: drawn(
                """
Wendover Bearings Ltd | | | | | | SUPPLIER REMITTANCE
Unit 9 Rothschild Way, Aylesbury | | | | | | Ref 0040117

Brevanne Coatings Ltd | | | | | | Entry date 13/11/26
Unit 4 Kiln Road | | | | | | A/c BREV01

Type | Your Ref | Our Ref | Tran Date | Doc Value | Settl. Disc | Remitted
SIN | BRC/118204 | P0038114 | 03/09/26 | 3,184.80 | 79.62 | 3,105.18
SIN | BRC/118290 | P0038377 | 15/09/26 | 642.00 | 0.00 | 642.00
SCN | BRC/118341 | P0038502 | 22/09/26 | -128.40 | 0.00 | -128.40
SIN | BRC/118402 | P0038690 | 01/10/26 | 1,920.00 | 48.00 | 1,872.00

 | | | | | BACS value GBP | 5,490.78
""",
                (45, 85, 175, 255, -380, -455, -550),
            ),
        )
    ],
)

firm(
    "E02",
    "Larkspur Residential Partners LP",
    "vendorpay@larkspur-residential.example",
    "USD",
    """
41882-R 2026-09-05 2460.00
41919-R 2026-09-18 735.50
41960-R 2026-10-02 1180.00
""",
    zone="America/Denver",
)
mail(
    "en12-property-splits",
    "Property manager's EFT stub: property, account, 'invoice - date' in one cell, description, amount; one invoice split over two properties",
    "chromium",
    "E02",
    "EFT remittance 40117 - Larkspur Residential Partners LP",
    "2026-11-12T09:05:00-07:00",
    "See attached stub for the EFT issued to you.",
    pay("3195.50", None, "41882-R 2460.00; 41919-R 735.50"),
    files=[
        pdf(
            "eft40117.pdf",
            lambda: printed(
                "<p><b>Larkspur Residential Partners LP</b> - Operating 1122</p><table><tr><td>Payee: brevco - Brevanne Coatings Inc.</td><td class=r>EFT 40117</td><td class=r>11/12/2026</td></tr></table><hr>"
                + table(
                    ("Property", "Account", "Invoice - Date", "Description", "Amount"),
                    rights(
                        cells("""
lkmeadow | 6510-000 | 41882-R - 09/05/2026 | Exterior stain bldg 4 | 1,640.00
lkridge | 6510-000 | 41882-R - 09/05/2026 | Exterior stain bldg 9 | 820.00
lkridge | 6520-000 | 41919-R - 09/18/2026 | Clear coat stair rails | 735.50
 | | | | <b>3,195.50</b>
"""),
                        4,
                    ),
                ),
                size="letter",
            ),
        )
    ],
)

firm(
    "E03",
    "Granite Bay Constructors Ltd.",
    "payables@granitebay.example",
    "CAD",
    """
PC-2026-3041 2026-09-08 16950.00
PC-2026-3055 2026-09-24 8475.00
PC-2026-3068 2026-10-06 2260.00
""",
    zone="America/Vancouver",
)


def _boxes() -> bytes:
    out = press.fpdf(orientation="landscape")
    out.add_page()
    out.set_font("Helvetica", "B", 14)
    out.text(15, 18, "Granite Bay Constructors Ltd.")
    for n, (label, said) in enumerate(
        (
            ("VENDOR", "Brevanne Coatings Inc."),
            ("VENDOR NO.", "V-20881"),
            ("DEPOSIT DATE", "Nov 12, 2026"),
            ("DEPOSIT AMOUNT", "CAD 22,882.50"),
        )
    ):
        out.rect(15 + 65 * n, 25, 65, 14)
        out.set_font("Helvetica", size=7)
        out.text(17 + 65 * n, 29, label)
        out.set_font("Helvetica", size=11)
        out.text(17 + 65 * n, 36, said)
    out.set_font("Helvetica", size=9)
    out.set_xy(15, 50)
    with out.table(col_widths=(40, 60, 40, 40, 40, 40), width=260, align="L") as made:
        for row in cells("""
Progress inv. | Project | Certified | Value incl. GST | Holdback 10% | Deposited
PC-2026-3041 | 1180 Esplanade Towers | Oct 28, 2026 | 16,950.00 | 1,695.00 | 15,255.00
PC-2026-3055 | 1192 Seawall Phase II | Oct 28, 2026 | 8,475.00 | 847.50 | 7,627.50
 | | Totals | 25,425.00 | 2,542.50 | 22,882.50
"""):
            line = made.row()
            for cell in row:
                line.cell(cell)
    out.text(15, 100, "Holdback is released 56 days after substantial performance.")
    return bytes(out.output())


mail(
    "en12-holdback-boxes",
    "Canadian builder's deposit notice, landscape: boxes with a label above each value, ruled table of progress invoices with holdback",
    "fpdf2",
    "E03",
    "Direct deposit notice - Nov 12",
    "2026-11-12T14:40:00-08:00",
    "Please find attached the notice of our direct deposit.",
    pay("22882.50", "CAD", "PC-2026-3041 15255.00 x=1695.00; PC-2026-3055 7627.50 x=847.50"),
    files=[pdf("deposit-notice.pdf", _boxes)],
)

firm(
    "E04",
    "Banksia Shopfitters Pty Ltd",
    "accounts@banksiashopfitters.example",
    "AUD",
    """
TI7700417 2026-09-02 5280.00
TI7700439 2026-09-16 1760.00
TI7700452 2026-09-29 -352.00
TI7700480 2026-10-07 880.00
""",
    zone="Australia/Brisbane",
)


def _pay_run() -> bytes:
    from datetime import UTC, datetime

    from openpyxl import Workbook
    from openpyxl.styles import Font

    made = Workbook()
    made.properties.created = made.properties.modified = datetime(2026, 11, 16, tzinfo=UTC).replace(
        tzinfo=None
    )
    run = made.active
    run.title = "Pay run detail"
    run["A1"] = "Banksia Shopfitters Pty Ltd"
    run["A1"].font = Font(bold=True, size=14)
    run["A2"], run["B2"] = "Creditor", "Brevanne Coatings"
    run["A3"], run["B3"] = "Pay run", "PR-0117 processed 12/11/2026"
    for c, head in enumerate(
        ("Kind", "Tax invoice", "Dated", "Incl GST", "Settlement rebate", "This pay run"), 1
    ):
        run.cell(5, c, head).font = Font(bold=True)
    rows = (
        ("Invoice", "TI7700417", date(2026, 9, 2), 5280, 79.2, 5200.8),
        ("Invoice", "TI7700439", date(2026, 9, 16), 1760, None, 1760),
        ("Adj note", "TI7700452", date(2026, 9, 29), -352, None, -352),
    )
    for r, row in enumerate(rows, 6):
        for c, said in enumerate(row, 1):
            run.cell(r, c, said)
    run["E10"], run["F10"] = "Direct entry", 6608.8
    bank = made.create_sheet("Bank file")
    bank.append(("BSB", "Account", "Title", "Lodgement ref", "Amount"))
    bank.append(("064-000", "****7781", "BREVANNE COATINGS", "BANKSIA PR-0117", 6608.8))
    out = BytesIO()
    made.save(out)
    return out.getvalue()


mail(
    "en12-pay-run-two-sheets",
    "Australian pay run workbook: kind, tax invoice, incl. GST, settlement rebate, this pay run; second sheet is the row of the bank file",
    "openpyxl",
    "E04",
    "Pay run PR-0117",
    "2026-11-12T16:10:00+10:00",
    "Hi,\n\nDetails of today's pay run attached.\n\nThanks\nShelley",
    pay("6608.80", None, "TI7700417 5200.80 d=79.20; TI7700439 1760.00; TI7700452 -352.00"),
    files=[("PR-0117.xlsx", XLSX, _pay_run)],
)

firm(
    "E05",
    "Vindhya Auto Components Pvt Ltd",
    "accounts@vindhya-auto.example",
    "INR",
    """
BCI/26-27/0417 2026-09-04 118000.00
BCI/26-27/0433 2026-09-19 59000.00
BCI/26-27/0450 2026-10-05 23600.00
""",
    zone="Asia/Kolkata",
)
mail(
    "en12-voucher-agst-ref",
    "Indian accounting program's payment voucher: particulars with 'Agst Ref', number and amount with Dr, through the bank, amount in words; the second bill in part",
    "chromium",
    "E05",
    "Payment Voucher 417 - Vindhya Auto Components",
    "2026-11-11T18:20:00+05:30",
    "Dear Sir,\n\nPFA payment voucher for your reference. Amount credited today by RTGS.\n\nRegards\nAccounts",
    pay("158000.00", "INR", "BCI/26-27/0417 118000.00; BCI/26-27/0433 40000.00"),
    files=[
        pdf(
            "Payment_417.pdf",
            lambda: printed(
                "<h3 style='text-align:center'>Vindhya Auto Components Pvt Ltd</h3><p style='text-align:center'>Plot 18 MIDC, Pune<br><b>Payment Voucher</b></p>"
                "<table><tr><td>No. : <b>417</b></td><td class=r>Dated : <b>11-Nov-26</b></td></tr></table>"
                "<table border=1><tr><th>Particulars</th><th class=r>Amount</th></tr><tr><td><b>Account :</b><br>Brevanne Coatings India<br>"
                "<table><tr><td><i>Agst Ref</i></td><td>BCI/26-27/0417</td><td class=r>1,18,000.00 Dr</td></tr><tr><td><i>Agst Ref</i></td><td>BCI/26-27/0433</td><td class=r>40,000.00 Dr</td></tr></table></td><td class=r>1,58,000.00</td></tr>"
                "<tr><td><b>Through :</b> Deccan Bank CC A/c<br><b>Amount (in words) :</b><br>INR One Lakh Fifty Eight Thousand Only</td><td class=r><b>₹ 1,58,000.00</b></td></tr></table><br><br><p class=r>Authorised Signatory</p>"
            ),
        )
    ],
)

firm(
    "E06",
    "Okene Steel & Roofing Ltd",
    "payables@okenesteel.example",
    "NGN",
    """
BCN-00417 2026-09-07 2150000.00
BCN-00431 2026-09-21 1075000.00
BCN-00440 2026-10-05 430000.00
""",
    zone="Africa/Lagos",
)
mail(
    "en12-wht-letter-docx",
    "Nigerian firm's letter in Word: serial numbers, invoice value, WHT 5%, amount remitted; sum in naira and in words",
    "python-docx",
    "E06",
    "NOTIFICATION OF PAYMENT",
    "2026-11-12T11:00:00+01:00",
    "Good day,\n\nKindly find attached notification of payment made to your good company. WHT credit notes will follow in due course.\n\nBest regards",
    pay("3075000.00", "NGN", "BCN-00417 2050000.00 x=100000.00; BCN-00431 1025000.00 x=50000.00"),
    files=[
        (
            "NOTIFICATION OF PAYMENT.docx",
            DOCX,
            lambda: docx(
                (
                    "OKENE STEEL & ROOFING LTD (RC 441882)",
                    "12th November, 2026",
                    "The Managing Director, Brevanne Coatings Ltd",
                    "NOTIFICATION OF PAYMENT",
                    "We write to inform you that the sum of ₦3,075,000.00 (Three Million and Seventy-Five Thousand Naira only) has been paid into your account with Harmattan Bank Plc in respect of the following:",
                ),
                """
S/N | Description | Invoice Value (₦) | WHT 5% (₦) | Amount Remitted (₦)
1 | Supply of primer, BCN-00417 | 2,150,000.00 | 100,000.00 | 2,050,000.00
2 | Supply of topcoat, BCN-00431 | 1,075,000.00 | 50,000.00 | 1,025,000.00
 | TOTAL | 3,225,000.00 | 150,000.00 | 3,075,000.00
""",
                ("Kindly acknowledge receipt.", "For: OKENE STEEL & ROOFING LTD"),
            ),
        )
    ],
)

firm(
    "E07",
    "Shannonside County Council",
    "creditors@shannonside.example",
    "EUR",
    """
IE-BR-6617 2026-09-10 4200.00
IE-BR-6625 2026-09-25 1350.00
IE-BR-6640 2026-10-08 600.00
""",
    zone="Europe/Dublin",
)


def _contracts_tax() -> bytes:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    style, out = getSampleStyleSheet()["BodyText"], BytesIO()
    rows = [
        [Paragraph(cell, style) for cell in row]
        for row in cells("""
Your invoice | Our order | Description of works | Sum before deduction | RCT at 20% | Sum paid over
IE-BR-6617 | 7004417 | Repainting of Wolfe Tone Bridge, handrails and lamp standards | 4,200.00 | 840.00 | 3,360.00
IE-BR-6625 | 7004431 | Anti-graffiti coat, Arthur's Quay underpass | 1,350.00 | 270.00 | 1,080.00
 | | | 5,550.00 | 1,110.00 | 4,440.00
""")
    ]
    grid_lines = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    SimpleDocTemplate(out, pagesize=A4, invariant=1).build(
        [
            Paragraph("Shannonside County Council - Payment to contractor", style),
            Paragraph(
                "Contractor: Brevanne Coatings Ltd. Paid over by EFT on 11 November 2026, euro.", style
            ),
            Spacer(1, 12),
            Table(rows, colWidths=(70, 60, 130, 75, 60, 75), style=grid_lines),
            Paragraph("Tax deducted has been notified to Revenue under reference 0088-4417.", style),
        ]
    )
    return press.steady(out.getvalue())


mail(
    "en12-contracts-tax-wrapped",
    "Irish council: sum before deduction, relevant contracts tax, sum paid over; description wrapped over three lines, bare row of totals",
    "reportlab platypus",
    "E07",
    "Payment to contractor",
    "2026-11-11T09:00:00+00:00",
    "A payment has been made to you, please see attached.",
    pay("4440.00", "EUR", "IE-BR-6617 3360.00 x=840.00; IE-BR-6625 1080.00 x=270.00"),
    files=[pdf("contractor.pdf", _contracts_tax)],
)

firm(
    "E08",
    "Karoo Windpumps (Pty) Ltd",
    "debbie@karoowindpumps.example",
    "ZAR",
    """
IN-90417 2026-09-14 14375.00
IN-90426 2026-09-28 5750.00
IN-90433 2026-10-06 2875.00
""",
    zone="Africa/Johannesburg",
)
mail(
    "en12-notification-of-payment",
    "South African bank's notification of payment: date actioned, trace id, payer, payee, reference with both numbers",
    "fpdf2",
    "E08",
    "Fw: Notification of Payment",
    "2026-11-12T13:45:00+02:00",
    "Hi there\n\nProof of payment attached.\n\nDebbie",
    pay("20125.00", "ZAR", "IN-90417 *; IN-90426 *"),
    files=[
        pdf(
            "Notification.pdf",
            lambda: typed(
                """
Veld National Bank
Notification Of Payment

To Whom It May Concern:
Veld National Bank hereby confirms that the following payment has been made:

Date Actioned | : 2026/11/12
Time Actioned | : 13:41:07
Trace ID | : VNB8841722

Payer Details
Payment From | : Karoo Windpumps (Pty) Ltd
Cur/Amount | : ZAR 20,125.00

Payee Details
Recipient/Account no | : ...117781
Name | : Brevanne Coatings
Bank | : Protea Bank
Branch Code | : 051001
Reference | : IN-90417 IN-90426

END OF NOTIFICATION

To authenticate this Payment Notification please visit the bank's website.
Payments may take up to three banking days to reflect.
""",
                (18, 65),
                family="Helvetica",
            ),
        )
    ],
)

firm(
    "E09",
    "Tidemark Biologics, Inc.",
    "procure2pay@tidemarkbio.example",
    "USD",
    """
US5500417 2026-09-10 9840.00
US5500429 2026-09-21 1230.00
US5500436 2026-09-30 -615.00
US5500441 2026-10-05 410.00
""",
    zone="America/Los_Angeles",
)
mail(
    "en12-supplier-settlement-html",
    "Cloud HR and finance suite's notice: 'a settlement has completed', their and our invoice numbers, discount taken, amount settled; adjustment in brackets",
    "HTML program",
    "E09",
    "Settlement Complete: Tidemark Biologics, Inc. - SETL-0044170",
    "2026-11-12T03:15:00-08:00",
    markup(
        nested(
            "<p>A settlement to Brevanne Coatings Inc. has completed.</p>"
            + grid(
                "Settlement Number | SETL-0044170\nPayment Type | ACH\nSettlement Date | 11/12/2026\nSettled Amount | 10,258.20 USD"
            )
            + "<p>Documents settled</p>"
            + grid(
                """
SINV-0091177 | US5500417 | 09/10/2026 | 9,840.00 | 196.80 | 9,643.20
SINV-0091244 | US5500429 | 09/21/2026 | 1,230.00 | 0.00 | 1,230.00
SADJ-0001180 | US5500436 | 09/30/2026 | (615.00) | 0.00 | (615.00)
""",
                "Document|Supplier's Number|Supplier's Date|Document Total|Discount Taken|Settled",
            )
            + "<p style='font-size:10px'>This is an automated notification. Do not reply.</p>"
        )
    ),
    pay("10258.20", "USD", "US5500417 9643.20 d=196.80; US5500429 1230.00; US5500436 -615.00"),
)

firm(
    "E10",
    "Northgate Marine Electronics Inc.",
    "treasury@northgatemarine.example",
    "USD",
    """
NX-3301 2026-09-03 2400.00
NX-3318 2026-09-17 600.00
NX-3325 2026-09-24 800.00
NX-3340 2026-10-06 950.00
""",
    zone="America/Halifax",
)
ITEMS.append(
    ["NX-3307", "E10", "2026-09-08", str(date(2026, 9, 8) + timedelta(30)), "CAD", "1500.00", "", "n/30"]
)
mail(
    "en12-csv-three-payments",
    "CSV of a treasury program: payment number, pay date, currency, supplier document, document amount, tax withheld, paid; three payments in two currencies",
    "program's CSV",
    "E10",
    "Payment detail file 20261113",
    "2026-11-13T17:00:00-04:00",
    "Payment detail for EFT0091, EFT0092 and EFT0093 attached.",
    pay("3000.00", "USD", "NX-3301 2400.00; NX-3318 600.00"),
    pay("1500.00", "CAD", "NX-3307 1500.00"),
    pay("720.00", "USD", "NX-3325 720.00 x=80.00"),
    files=[
        (
            "detail_20261113.csv",
            "text/csv",
            lambda: (
                b"PaymentNo,PayDate,Curr,SupplierDoc,DocDate,DocAmt,TaxWithheld,PaidAmt\r\n"
                b"EFT0091,2026-11-12,USD,NX-3301,2026-09-03,2400.00,0.00,2400.00\r\n"
                b"EFT0091,2026-11-12,USD,NX-3318,2026-09-17,600.00,0.00,600.00\r\n"
                b"EFT0092,2026-11-12,CAD,NX-3307,2026-09-08,1500.00,0.00,1500.00\r\n"
                b"EFT0093,2026-11-13,USD,NX-3325,2026-09-24,800.00,80.00,720.00\r\n"
            ),
        )
    ],
)

firm(
    "E11",
    "Harrowgate Leisure Ltd",
    "office@harrowgateleisure.example",
    "GBP",
    """
HB-220417 2026-09-08 2016.00
HB-220431 2026-09-22 1344.00
HB-220450 2026-10-05 504.00
""",
)
mail(
    "en12-group-services-xls",
    "Old workbook of a group's service centre for its subsidiary: entity, supplier doc, value, query with its reason, released",
    "xlwt",
    "E11",
    "Remittance - Harrowgate Leisure Ltd",
    "2026-11-12T12:00:00+00:00",
    "Harrowgate Group Services plc has paid the attached on behalf of Harrowgate Leisure Ltd.",
    pay("3264.00", "GBP", "HB-220417 2016.00; HB-220431 1248.00 x=96.00"),
    sender=("Group AP", "ssc-ap@harrowgate-group.example"),
    files=[
        (
            "HLL_remit.xls",
            "application/vnd.ms-excel",
            lambda: xls(
                """
Harrowgate Group Services plc | | | | | |
Paid on behalf of | Harrowgate Leisure Ltd | | | | |
Supplier | 60417 Brevanne Coatings | | | Paid | 12/11/2026 |

Entity | Supplier doc | Dated | Value | Disallowed | Paid over | Why
HLL | HB-220417 | 08/09/2026 | 2,016.00 | 0.00 | 2,016.00 |
HLL | HB-220431 | 22/09/2026 | 1,344.00 | 96.00 | 1,248.00 | 2 tins short
 | | Total GBP | 3,360.00 | 96.00 | 3,264.00 |
""",
                "HLL",
            ),
        )
    ],
)

firm(
    "E12",
    "Penhallow Boatbuilders",
    "yard@penhallowboats.example",
    "GBP",
    """
SB10417 2026-09-11 1188.00
SB10423 2026-09-19 356.40
SB10437 2026-10-04 594.00
""",
)
mail(
    "en12-staff-forward",
    "A colleague forwards a customer's advice: PDF with 'Date, Details, Owed, Paid', columns without rules",
    "fpdf2",
    "E12",
    "FW: Remittance from Penhallow",
    "2026-11-12T15:20:00+00:00",
    "Came to me by mistake, please post.\n\nJoan\n\n-----Original Message-----\nFrom: Penhallow Yard <yard@penhallowboats.example>\nSent: 12 November 2026 14:55\nTo: Joan Pike <joan.pike@brevanne.example>\nSubject: Remittance from Penhallow\n\nHi Joan, paid today, advice attached. We took the dented tin off the second one as agreed.\n\nTamsin",
    pay("1527.60", None, "SB10417 1188.00; SB10423 339.60 x=16.80"),
    sender=("Joan Pike", "joan.pike@brevanne.example"),
    kind="remittance",
    files=[
        pdf(
            "Penhallow remittance.pdf",
            lambda: typed(
                """
Penhallow Boatbuilders
REMITTANCE

To: Brevanne Coatings Ltd | | 12 Nov 2026

Date | Details | Owed | Off | Paid
11 Sep | SB10417 | 1,188.00 | | 1,188.00
19 Sep | SB10423 | 356.40 | 16.80 | 339.60

 | Sent by Faster Payment | | | 1,527.60
""",
                (20, 50, -120, -145, -180),
                family="Times",
            ),
        )
    ],
)

_FLEET = [(f"7F{4170 + 13 * n}", 88 + 21 * n) for n in range(22)]
firm(
    "E13",
    "Fairlight Coach Builders Ltd",
    "ledger@fairlightcoach.example",
    "GBP",
    "\n".join(
        f"{no} 2026-09-{1 + n:02} {amount}.40" for n, (no, amount) in enumerate([*_FLEET, ("7F4990", 64)])
    ),
)


def _running() -> bytes:
    from decimal import Decimal

    sheet = press.canvas((595, 842))
    carried = Decimal(0)
    for number, part in enumerate((_FLEET[:12], _FLEET[12:]), 1):
        sheet.setFont("Times-Roman", 10)
        sheet.drawString(50, 800, "FAIRLIGHT COACH BUILDERS LTD    Statement of bills settled 12.11.26")
        sheet.drawRightString(545, 800, f"Sheet {number}/2")
        for x, head in ((50, "Bill"), (150, "Dated"), (250, "Vehicle")):
            sheet.drawString(x, 770, head)
        sheet.drawRightString(430, 770, "Settled £")
        sheet.drawRightString(545, 770, "Cumulative £")
        for n, (no, amount) in enumerate(part):
            y = 750 - 18 * n
            carried += Decimal(amount) + Decimal("0.40")
            sheet.drawString(50, y, no)
            sheet.drawString(150, y, f"{1 + _FLEET.index((no, amount)):02}.09.26")
            sheet.drawString(250, y, f"Coach {31 + n}")
            sheet.drawRightString(430, y, f"{amount}.40")
            sheet.drawRightString(545, y, f"{carried:,.2f}")
        if number == 2:
            sheet.drawString(50, 540, f"Sum settled through our bank: £{carried:,.2f}")
        sheet.showPage()
    return press.finish(sheet)


mail(
    "en12-cumulative-column",
    "Two sheets without rules: bill, date, vehicle, settled, a cumulative column; the sum in a line below",
    "reportlab",
    "E13",
    "Bills settled 12.11.26",
    "2026-11-12T16:30:00+00:00",
    "Please find list of the bills we settled today.",
    pay(
        f"{sum(amount for _, amount in _FLEET) + 8}.80",
        "GBP",
        "; ".join(f"{no} {amount}.40" for no, amount in _FLEET),
    ),
    files=[pdf("bills settled.pdf", _running)],
)

firm(
    "E14",
    "Yardley Lane Ceramics Ltd",
    "hello@yardleylane.example",
    "GBP",
    """
B-77120 2026-09-20 512.00
B-77131 2026-09-29 300.00
B-77140 2026-10-07 120.00
""",
)
mail(
    "en12-money-app-html",
    "Money transfer app's mail for its user: heading, label and value rows, amount sent, fee paid by the sender, reference with both numbers",
    "HTML program",
    "E14",
    "Yardley Lane Ceramics Ltd sent you 812.00 GBP",
    "2026-11-13T08:02:00+00:00",
    markup(
        nested(
            "<h2>812.00 GBP is in your account</h2><p>Yardley Lane Ceramics Ltd used our app to pay you. It arrived on 13 November.</p>"
            + grid(
                "They sent | 812.00 GBP\nOur fee, paid by sender | 1.14 GBP\nYou received | 812.00 GBP\nReference | B-77120 B-77131\nTransfer number | #884170022"
            )
            + "<p style='font-size:10px'>You get this mail because the sender gave us your address.</p>"
        )
    ),
    pay("812.00", "GBP", "B-77120 *; B-77131 *"),
    sender=("Swiftly Money", "no-reply@swiftlymoney.example"),
)

firm(
    "E60",
    "Alder Ridge Hospitals, Inc.",
    "unclaimed@alderridge.example",
    "USD",
    """
80-55417 2026-03-04 640.00
80-55433 2026-04-15 1280.00
80-55871 2026-10-02 320.00
""",
    zone="America/Chicago",
)
mail(
    "en12-trap-unclaimed-checks",
    "Due diligence letter before escheat: checks that were never cashed, with the invoices they were for; to be signed and returned for a reissue",
    "chromium",
    "E60",
    "Unclaimed property - response required",
    "2026-11-12T10:00:00-06:00",
    "Please review the attached letter and respond by December 11.",
    kind=ANY,
    promises=[UNSCORED],
    disputes=[UNSCORED],
    files=[
        pdf(
            "due-diligence.pdf",
            lambda: printed(
                "<p>Alder Ridge Hospitals, Inc.<br>Unclaimed Property</p><p>Brevanne Coatings Inc.</p><p>Our records show that the following checks issued to you have not been presented:</p>"
                + table(
                    ("Check no.", "Issued", "Your invoice", "Amount"),
                    rights(
                        cells(
                            "300411 | 04/03/2026 | 80-55417 | $640.00\n300588 | 05/14/2026 | 80-55433 | $1,280.00\nTotal | | | $1,920.00"
                        ),
                        3,
                    ),
                )
                + "<p>State law requires us to remit these funds to the State if we do not hear from you. Please check one and sign:</p><p>[ ] The funds are ours. Please reissue.<br>[ ] The funds are not owed to us.</p>",
                size="letter",
            ),
        )
    ],
)

firm(
    "E61",
    "Saddleworth Engineering Ltd",
    "nina@saddleworth-eng.example",
    "GBP",
    """
SWE/7741 2026-09-09 3360.00
SWE/7759 2026-09-23 1680.00
""",
)
mail(
    "en12-trap-second-approver",
    "Printout of the bank's portal: transfer keyed, first approval given, second still missing; payee, amount and our numbers are all there",
    "chromium",
    "E61",
    "Payment to Brevanne",
    "2026-11-12T11:11:00+00:00",
    "Hi, this is where we are with your payment. Graham is back next week.\n\nNina",
    kind=ANY,
    promises=[UNSCORED],
    files=[
        pdf(
            "payment.pdf",
            lambda: printed(
                "<h3>Payment details</h3>"
                + grid(
                    "Beneficiary | Brevanne Coatings Ltd\nAmount | GBP 5,040.00\nReference | SWE/7741 SWE/7759\nKeyed by | N. Ogden, 12/11/2026 10:52\nApproval 1 | N. Ogden, 12/11/2026 10:55\nApproval 2 | Outstanding\nStatus | Pending authorisation"
                )
            ),
        )
    ],
)

firm(
    "E62",
    "Marlow Aerospace plc",
    "supplier.quality@marlowaero.example",
    "GBP",
    """
MAP-60417 2026-09-02 9120.00
MAP-60433 2026-09-16 4560.00
MAP-60450 2026-10-01 2280.00
""",
)
mail(
    "en12-trap-scorecard",
    "Supplier scorecard as a workbook: our invoices of the quarter with value, errors found, days from receipt to clearance, score",
    "xlsxwriter",
    "E62",
    "Supplier scorecard Q3/2026",
    "2026-11-11T09:30:00+00:00",
    "Dear supplier, your scorecard for the last quarter is attached. Invoice accuracy should be above 95%.",
    kind=ANY,
    files=[
        xlsx(
            "scorecard.xlsx",
            """
Supplier scorecard | Brevanne Coatings Ltd | Q3/2026

Invoice | Received | Value GBP | Errors | Days to clear | Score
MAP-60417 | 04/09/2026 | 9,120.00 | none | 6 | 100
MAP-60433 | 18/09/2026 | 4,560.00 | PO line | 19 | 60
MAP-60450 | 05/10/2026 | 2,280.00 | none | 4 | 100
Invoiced in quarter | | 15,960.00 | | | 87
""",
        )
    ],
)

firm(
    "E63",
    "Otway Grain Terminals Pty Ltd",
    "einvoicing@otwaygrain.example",
    "AUD",
    """
OG-1180417 2026-10-14 7260.00
OG-1180429 2026-10-21 1815.00
""",
    zone="Australia/Melbourne",
)
mail(
    "en12-trap-einvoice-response",
    "E-invoice network's message level response: both invoices accepted by the buyer, payable amount, expected settlement day",
    "HTML program",
    "E63",
    "Invoice response: Accepted (2)",
    "2026-11-12T20:10:00+11:00",
    markup(
        "<p>Otway Grain Terminals Pty Ltd has responded to your e-invoices.</p>"
        + grid(
            "OG-1180417 | AP Accepted | 7,260.00 AUD | 27 Nov 2026\nOG-1180429 | AP Accepted | 1,815.00 AUD | 27 Nov 2026",
            "Invoice|Response|Payable amount|Expected settlement",
        )
        + "<p>Payable in total: 9,075.00 AUD</p>"
    ),
    kind=ANY,
    promises=[UNSCORED],
)
